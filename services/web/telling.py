"""
Facts in words (事实的表述): what happened, who, when by both clocks, under what, why.

The terms of a fact are told by their shapes: codes by their labels, files by name,
money in yuan, documents as links.
A personal value is told to the offices whose row it is, and to others only that there
is one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast
from uuid import UUID

import orjson

from domain.shapes import Kind, Member, Shape, members_of
from domain.values import Number
from infra.canonical import Json
from infra.questions import Page, Reader
from infra.tables_of_rows import Value
from services.web import labels
from services.web.house import House
from services.web.labels import Words
from services.web.language import one_of, shown
from services.web.naming import SHORT, called
from services.web.pointing import pointed, terms_by

#: What is said of a personal value that is not the reader's to see.
SEALED = ("个人信息，已密封", "personal, sealed")


#: What is said of a fact that is not the reader's to see.
ELSEWHERE = ("其他卷宗中的事实", "a fact of another file")

#: What no person reads: a digest.
_DIGEST = re.compile(r"[0-9a-f]{32,}")

#: How the id of a fact is written.
_FACT = re.compile(r"[0-9a-f-]{36}/\d+")

#: What words a text, by the last part of its name, where it is a code.
_WORDERS: Mapping[str, Callable[[str], Words | None]] = MappingProxyType(
    {
        "rule": labels.rule,
        "parameter": labels.rule,
        "value": labels.laid_down,
    }
)

#: How a day begins, in a line that tells of it first.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

#: How many terms a line tells, and how many characters of each.
GIST_TERMS_MAX = 5
GIST_TEXT_MAX = 40


@dataclass(frozen=True)
class Part:
    """
    One value of a fact.

    Args:
        text: In words; empty for a group.
        file: The file that it leads to.
        place: Where on the file's page, for a fact.
        document: Digest of the document that it leads to.
        short: The same in one language; empty where that is no other text.
        sealed: Whether it is not the reader's to see.
        parts: The parts of a group, by label; an entry of a list has none.
    """

    text: str = ""
    file: str = ""
    place: str = ""
    document: str = ""
    short: str = ""
    sealed: bool = False
    parts: "tuple[tuple[Words | None, Part], ...]" = ()


@dataclass(frozen=True)
class Told:
    """
    A fact as a page shows it.

    Args:
        row: The row of the read model.
        words: What kind of fact it is.
        who: Who did it.
        body: For which body.
        acting: In what role.
        officers: With whom besides.
        called: What its file is called.
        caused_by: What the file is called in which the fact stands that it answers;
            empty where the reader may not open it.
        occurred: When it happened, by the office's clock.
        recorded: When the ledger took it.
        terms: What it says.
        gist: The main terms in a line.
    """

    row: Mapping[str, Value]
    words: Words
    who: str
    body: str
    acting: Words
    officers: tuple[str, ...]
    called: str
    caused_by: str
    occurred: str
    recorded: str
    terms: tuple[tuple[Words | None, Part], ...]
    gist: str = ""

    @property
    def anchor(self) -> str:
        """
        Where on the page it stands.
        """
        return anchor_of(str(self.row["fact"]))

    @property
    def cause(self) -> str:
        """
        Where on the page the fact stands that it answers, if it is there.
        """
        return anchor_of(str(self.row["cause"])) if self.row["cause"] else ""


def anchor_of(fact: str) -> str:
    """
    Name the place of a fact on a page.
    """
    return f"fact-{fact.replace('/', '-')}"


def told(house: House, reader: Reader, pages: Iterable[Page]) -> list[Told]:
    """
    Tell the facts of an answer, all of them.

    Args:
        house: Where names and personal values are.
        reader: Who is told.
        pages: Pages of a question whose rows are facts, as of the trace.
    """
    rows = [
        (row, orjson.loads(str(row["terms"])), may)
        for page in pages
        for row, may in zip(page.rows, page.entitled, strict=True)
    ]
    ids: set[str] = set()
    for row, said, _ in rows:
        ids |= {str(row[name]) for name in ("person", "body", "file")}
        ids |= set(str(row["officers"] or "").split())
        ids |= {str(row["cause"] or "").partition("/")[0]}
        ids |= set(pointed(str(row["topic"]), said))
        ids |= {fact.partition("/")[0] for fact in _facts(said)}
    ids.discard("")
    seen = Seen(
        called(house, reader, ids),
        frozenset(file for file in ids if house.shows(reader, UUID(file))),
    )
    return [_tell(_Teller(house, row, seen, may=may), said) for row, said, may in rows]


def _facts(said: Json) -> Iterator[str]:
    """
    Find the ids of facts in what a fact says.
    """
    match said:
        case dict():
            for value in said.values():
                yield from _facts(value)
        case list():
            for value in said:
                yield from _facts(value)
        case str() if _FACT.fullmatch(said):
            yield said
        case _:
            pass


@dataclass(frozen=True)
class Seen:
    """
    What is known of the files that facts name.

    Args:
        names: What they are called.
        open: Those that the reader may open.
    """

    names: Mapping[str, str]
    open: frozenset[str]


def _tell(teller: "_Teller", said: Mapping[str, Json]) -> Told:
    row, names = teller.row, teller.seen.names
    cause = str(row["cause"] or "").partition("/")[0]
    terms = teller.record(terms_by(str(row["topic"])), said, "terms/")
    return Told(
        row=row,
        words=labels.fact(str(row["topic"])),
        who=names[str(row["person"])] if row["person"] else "",
        body=names[str(row["body"])] if row["body"] else "",
        acting=labels.role(str(row["role"])),
        officers=tuple(
            names[officer]
            for officer in str(row["officers"] or "").split()
            if officer != row["person"]
        ),
        called=names[str(row["file"])],
        caused_by=names[cause] if cause in teller.seen.open else "",
        occurred=_occurred(row),
        recorded=labels.stored_time(str(row["recorded_at"])),
        terms=terms,
        gist=_gist(terms),
    )


def _gist(terms: Iterable[tuple[Words | None, Part]]) -> str:
    """
    Write the main terms in a line: the first that say something by themselves.
    """
    told = ((words, _brief(part)) for words, part in terms)
    lines = [
        f"{one_of(words.zh, words.en)} {text}" for words, text in told if words and text
    ]
    return one_of("；", "; ").join(lines[:GIST_TERMS_MAX])


def _brief(part: Part) -> str:
    """
    Write a value in a few words; nothing for a document, another fact, or
    what is sealed.
    """
    if part.document or part.sealed or part.place or _DIGEST.fullmatch(part.text):
        return ""
    if not part.parts:
        text = " ".join((part.short or part.text).split())
        return text if len(text) <= GIST_TEXT_MAX else f"{text[:GIST_TEXT_MAX]}…"
    if part.parts[0][0] is not None:
        told = [text for _, inner in part.parts if (text := _brief(inner))]
        return next((text for text in told if _DAY.match(text)), "".join(told[:1]))
    each = [_brief(entry) for _, entry in part.parts]
    if all(each) and not any(entry.parts for _, entry in part.parts):
        joined = "、".join(each)
        if len(joined) <= GIST_TEXT_MAX:
            return joined
    count = len(part.parts)
    return one_of(f"{count} 项", f"{count} entries")


def _occurred(row: Mapping[str, Value]) -> str:
    """
    Say when it happened, as exactly as that is known.
    """
    if row["precision"] == "day":
        return str(row["day"])
    return labels.stored_time(str(row["occurred_at"]))


class _Teller:
    """
    Tells the terms of one fact.
    """

    def __init__(
        self,
        house: House,
        row: Mapping[str, Value],
        seen: Seen,
        *,
        may: bool,
    ) -> None:
        self.row = row
        self.seen = seen
        self._recorder = house.ledger.recorder
        fact = str(row["fact"])
        self._known = house.ledger.vault.of_fact(fact) if may else {}

    def record(
        self, members: Iterable[Member], said: Mapping[str, Json], at: str
    ) -> tuple[tuple[Words | None, Part], ...]:
        """
        Tell named terms; those that nothing was said of are left out.
        """
        return tuple(
            (
                labels.term(member.name),
                self._part(member.shape, said[member.name], f"{at}{member.name}"),
            )
            for member in members
            if member.name in said
        )

    def _part(self, shape: Shape, value: Json, at: str) -> Part:
        match shape.kind:
            case Kind.RECORD:
                members = members_of(shape.type)
                inner = cast("dict[str, Json]", value)
                return Part(parts=self.record(members, inner, f"{at}/"))
            case Kind.LIST:
                assert shape.each is not None
                each = shape.each
                listed = enumerate(cast("list[Json]", value))
                told = (self._part(each, v, f"{at}/{n}") for n, v in listed)
                return Part(parts=tuple((None, part) for part in told))
            case Kind.REFERENCE:
                return self._file(str(value))
            case Kind.DOCUMENT:
                kept = cast("dict[str, Json]", value)
                size = f"{kept['media']}, {kept['size']} B"
                return Part(size, document=str(kept["sha256"]))
            case Kind.PERSONAL:
                return Part(
                    self._known.get(at) or shown(*SEALED), sealed=at not in self._known
                )
        return self._alone(shape, value, at.rpartition("/")[2])

    def _alone(self, shape: Shape, value: Json, name: str) -> Part:
        """
        Tell a single value that is nobody's; the id of a fact is one, too.
        """
        if _FACT.fullmatch(str(value)):
            return self._fact(str(value))
        text, short = _plain(shape, value, name)
        return Part(text, short=short)

    def _file(self, file: str) -> Part:
        """
        Name a file, and lead to it, where the reader may open it.
        """
        way = file if file in self.seen.open else ""
        return Part(self.seen.names.get(file, file[:SHORT]), file=way)

    def _fact(self, fact: str) -> Part:
        """
        Name a fact by its kind, and lead to it, where the reader may open its file.
        """
        file, place = fact.partition("/")[0], anchor_of(fact)
        stored = self._recorder.fact(fact) if file in self.seen.open else None
        if stored is None:
            return Part(shown(*ELSEWHERE), place=place)
        words = labels.fact(stored.topic)
        return Part(words.shown, file=file, place=place, short=words.one)


def _plain(shape: Shape, value: Json, name: str) -> tuple[str, str]:
    """
    Write a single value, and in one language where both make another text.
    """
    text, short = str(value), ""
    match shape.kind:
        case Kind.RESTRICTED:
            text = shown(*SEALED)
        case Kind.CHOICE:
            words = dict(labels.choices(shape.type)).get(text)
            text, short = (words.shown, words.one) if words else (text, "")
        case Kind.TEXT if worder := _WORDERS.get(name.rpartition("_")[2]):
            words = worder(text)
            text, short = (words.shown, words.one) if words else (text, "")
        case Kind.MOMENT:
            text = labels.stored_time(text)
        case Kind.FLAG:
            words = labels.flag(is_so=bool(value))
            text, short = words.shown, words.one
        case Kind.NUMBER:
            text = Number(**cast("dict[str, Json]", value)).printed  # type: ignore[arg-type]  # as it was written
        case Kind.WHOLE:
            unit = labels.term(name).unit
            money = unit == "fen"
            text = labels.yuan(int(text)) if money else f"{text} {unit}".strip()
    return text, short
