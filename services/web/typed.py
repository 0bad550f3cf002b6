"""
What was typed into a form, as the same tree that JSON would carry (表单数据).

A field goes by its place: ``findings-0-area`` is the area of the first finding.
Names with a dot steer the form itself: ``paper.kept`` is an upload that came with an
earlier sending, so that nothing that was sent is ever asked for twice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.shapes import Kind, Member, Shape, members_of

#: Endings of names that steer the form.
KEPT, DROP, TIME, WORDS = ".kept", ".drop", ".time", ".words"

_KEPT = re.compile(r"([0-9a-f]{64}) (.*)", re.DOTALL)


@dataclass(frozen=True)
class Kept:
    """
    An upload that lies in the document store.

    Args:
        sha256: Its digest.
        name: What the file was called where it came from.
    """

    sha256: str
    name: str

    @property
    def field(self) -> str:
        """
        How a form carries it on.
        """
        return f"{self.sha256} {self.name}"


@dataclass(frozen=True)
class Typed:
    """
    What came with a form.

    Args:
        texts: Texts by the name of the field, each name perhaps several times.
        uploads: What was uploaded just now, by the name of the field.
    """

    texts: Mapping[str, Sequence[str]]
    uploads: Mapping[str, Sequence[Kept]]

    def text(self, name: str) -> str:
        """
        Give the last text of a field; empty for none.
        """
        return self.texts[name][-1] if self.texts.get(name) else ""

    def without(self, place: str) -> "Typed":
        """
        Leave out everything that stands at a place or below it.
        """

        def stays(name: str) -> bool:
            return name != place and not name.startswith((f"{place}-", f"{place}."))

        return Typed(
            {name: texts for name, texts in self.texts.items() if stays(name)},
            {name: kept for name, kept in self.uploads.items() if stays(name)},
        )

    def tree(self, members: Iterable[Member]) -> dict[str, object]:
        """
        Put together what was typed for some terms; what is empty is left out.
        """
        return self._record(members, "")

    def _record(self, members: Iterable[Member], at: str) -> dict[str, object]:
        found = {m.name: self._node(m.shape, f"{at}{m.name}") for m in members}
        return {name: node for name, node in found.items() if node}

    def _node(self, shape: Shape, name: str) -> object:
        if shape.kind is Kind.RECORD:
            return self._record(members_of(shape.type), f"{name}-")
        if shape.kind is Kind.DOCUMENT:
            return next(reversed(self._documents(name)), None)
        if shape.kind is not Kind.LIST:
            return self._leaf(name)
        assert shape.each is not None
        each = shape.each
        if each.kind is Kind.DOCUMENT:
            return self._documents(name)
        if each.kind is Kind.CHOICE:
            return [text for text in self.texts.get(name, ()) if text]
        nodes = (self._node(each, f"{name}-{n}") for n in self._entries(name))
        return [node for node in nodes if node]

    def _leaf(self, name: str) -> str:
        text, hour = self.text(name), self.text(f"{name}{TIME}")
        return f"{text}T{hour}" if hour else text

    def _documents(self, name: str) -> list[dict[str, str]]:
        """
        List what was kept and not dropped, and what came just now.
        """
        dropped = set(self.texts.get(f"{name}{DROP}", ()))
        found = {}
        for text in self.texts.get(f"{name}{KEPT}", ()):
            kept = _KEPT.fullmatch(text)
            if kept and kept[1] not in dropped:
                found[kept[1]] = Kept(kept[1], kept[2])
        for new in self.uploads.get(name, ()):
            found[new.sha256] = new
        return [{"sha256": each.sha256, "name": each.name} for each in found.values()]

    def _entries(self, name: str) -> Iterator[int]:
        """
        Count the entries of a list that anything was typed for.
        """
        place = re.compile(rf"{re.escape(name)}-(\d{{1,4}})(?:[-.].*)?")
        names = (*self.texts, *self.uploads)
        yield from sorted({int(m[1]) for n in names if (m := place.fullmatch(n))})


def grown(tree: dict[str, object], place: str) -> dict[str, object]:
    """
    Add an empty entry to the list at a place, so that the form shows one more.
    """
    node: object = tree
    *path, last = place.split("-")
    for step in path:
        if isinstance(node, dict):
            node = node.setdefault(step, {})
        elif isinstance(node, list) and step.isdigit() and int(step) < len(node):
            node = node[int(step)]
    if isinstance(node, dict):
        entries = node.setdefault(last, [])
        if isinstance(entries, list):
            entries.append({})
    return tree
