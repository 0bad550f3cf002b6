"""
Facts in words (事实的表述): what happened, who, when by both clocks, under what, why.

The terms of a fact are told by their shapes: codes by their labels, files by name,
money in yuan, documents as links.
A personal value is told to the offices whose row it is, and to others only that there
is one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

import orjson

from domain.base import FACTS
from domain.money import yuan_text
from domain.shapes import Kind, Member, Shape, members_of
from domain.values import Number
from infra.canonical import Json
from infra.questions import Page
from infra.tables_of_rows import Value
from infra.transcoding import terms_of
from services.web import labels
from services.web.house import House
from services.web.labels import Words
from services.web.naming import names_of

#: What is said of a personal value that is not the reader's to see.
SEALED = "个人信息，已密封 personal, sealed"


@dataclass(frozen=True)
class Part:
    """
    One value of a fact.

    Args:
        text: In words; empty for a group.
        file: The file that it leads to.
        document: Digest of the document that it leads to.
        parts: The parts of a group, by label; an entry of a list has none.
    """

    text: str = ""
    file: str = ""
    document: str = ""
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
        officers: With whom.
        called: What its file is called.
        occurred: When it happened, by the office's clock.
        recorded: When the ledger took it.
        terms: What it says.
    """

    row: Mapping[str, Value]
    words: Words
    who: str
    body: str
    acting: Words
    officers: tuple[str, ...]
    called: str
    occurred: str
    recorded: str
    terms: tuple[tuple[Words | None, Part], ...]

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


def told(house: House, pages: Iterable[Page]) -> list[Told]:
    """
    Tell the facts of an answer, all of them.

    Args:
        house: Where names and personal values are.
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
        ids |= set(_files(_members(str(row["topic"])), said))
    names = names_of(house, ids)
    return [_tell(_Teller(house, row, names, may=may), said) for row, said, may in rows]


def _tell(teller: "_Teller", said: Mapping[str, Json]) -> Told:
    row, names = teller.row, teller.names
    return Told(
        row=row,
        words=labels.fact(str(row["topic"])),
        who=names.get(str(row["person"]), ""),
        body=names.get(str(row["body"]), ""),
        acting=labels.role(str(row["role"])),
        officers=tuple(
            names.get(officer, officer[:8])
            for officer in str(row["officers"] or "").split()
        ),
        called=names.get(str(row["file"]), ""),
        occurred=_occurred(row),
        recorded=labels.stored_time(str(row["recorded_at"])),
        terms=teller.record(_members(str(row["topic"])), said, "terms/"),
    )


def _occurred(row: Mapping[str, Value]) -> str:
    """
    Say when it happened, as exactly as that is known.
    """
    if row["precision"] == "day":
        return str(row["day"])
    return labels.stored_time(str(row["occurred_at"]))


def _members(topic: str) -> tuple[Member, ...]:
    kind = FACTS.get(topic)
    return terms_of(kind) if kind else ()


def _files(members: Iterable[Member], said: Mapping[str, Json]) -> Iterable[str]:
    """
    List the files that terms point to.
    """
    for member in members:
        if member.name in said:
            yield from _pointed(member.shape, said[member.name])


def _pointed(shape: Shape, value: Json) -> Iterable[str]:
    if shape.kind is Kind.REFERENCE:
        yield str(value)
    elif shape.kind is Kind.LIST and shape.each is not None:
        for each in cast("list[Json]", value):
            yield from _pointed(shape.each, each)
    elif shape.kind is Kind.RECORD:
        yield from _files(members_of(shape.type), cast("dict[str, Json]", value))


class _Teller:
    """
    Tells the terms of one fact.
    """

    def __init__(
        self,
        house: House,
        row: Mapping[str, Value],
        names: Mapping[str, str],
        *,
        may: bool,
    ) -> None:
        self.row = row
        self.names = names
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
                file = str(value)
                return Part(self.names.get(file, "") or file[:8], file=file)
            case Kind.DOCUMENT:
                kept = cast("dict[str, Json]", value)
                size = f"{kept['media']}, {kept['size']} B"
                return Part(size, document=str(kept["sha256"]))
            case Kind.PERSONAL:
                return Part(self._known.get(at, SEALED))
        return Part(_plain(shape, value, at.rpartition("/")[2]))


def _plain(shape: Shape, value: Json, name: str) -> str:
    """
    Write a single value.
    """
    text = str(value)
    match shape.kind:
        case Kind.RESTRICTED:
            text = SEALED
        case Kind.CHOICE:
            words = dict(labels.choices(shape.type)).get(text)
            text = f"{words.zh} {words.en}" if words else text
        case Kind.MOMENT:
            text = labels.stored_time(text)
        case Kind.FLAG:
            text = "是 yes" if value else "否 no"
        case Kind.NUMBER:
            text = Number(**cast("dict[str, Json]", value)).printed  # type: ignore[arg-type]  # as it was written
        case Kind.WHOLE:
            unit = labels.term(name).unit
            money = unit == "fen"
            text = f"{yuan_text(int(text))} 元" if money else f"{text} {unit}".strip()
    return text
