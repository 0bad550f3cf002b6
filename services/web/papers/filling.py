"""
Facts as a master reads them (填写): every term by its shape, in Chinese.

A master names facts by topic and terms by name, so what is here names neither.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast
from uuid import UUID

import orjson

from domain.base import FILES
from domain.law.citing import cited
from domain.money import capitals, yuan_text
from domain.shapes import Kind, Member, Shape, members_of
from domain.values import Number
from infra.canonical import Json
from infra.questions import Ask, Reader
from infra.tables_of_rows import Value
from services.web import labels
from services.web.house import House
from services.web.pointing import pointed, terms_by
from services.web.telling import SEALED

#: How many files besides its own a paper looks into, the nearest first, and how far.
FILES_MAX = 200
DEEP_MAX = 3

#: What stands for a personal value that is not the reader's to see.
_HIDDEN = f"（{SEALED[0]}）"

Row = Mapping[str, Value]
Record = dict[str, Json]


class Filling:
    """
    The files that a paper draws on, as they stood at its position.
    """

    def __init__(self, house: House, reader: Reader, *, position: int) -> None:
        """
        Draw on what a reader sees.

        Args:
            house: Where facts and personal values are.
            reader: Who reads the paper.
            position: Of the fact that makes the paper; what came later is not on it.
        """
        self.house = house
        self.reader = reader
        self.position = position

    def rows(self, file: str, *, later: bool = False) -> list[tuple[Row, bool]]:
        """
        List the facts of a file, and of each whether its personal values may be read.

        Args:
            file: Which.
            later: Whether also those that came after the paper.
        """
        pages = self.house.pages(
            "file-facts", Ask(self.reader, limit=500), file=UUID(file)
        )
        return [
            (row, may)
            for page in pages
            for row, may in zip(page.rows, page.entitled, strict=True)
            if later or int(row["position"] or 0) <= self.position
        ]

    def files(self, roots: Iterable[str], *, day: str) -> dict[str, Json]:
        """
        Give files by id, those named first and then those that their facts point to.

        Entries of a register are looked up, and not looked through.

        Args:
            roots: Where to begin, ids.
            day: The legal day of the paper.
        """
        found: dict[str, Json] = {}
        wanted = [each for each in dict.fromkeys(roots) if each]
        for _ in range(DEEP_MAX + 1):
            near: list[str] = []
            for file in wanted:
                rows = self.rows(file) if len(found) < FILES_MAX else []
                if not rows:
                    continue
                found[file] = self._file(rows, day=day)
                kind = FILES.get(str(rows[0][0]["topic"]).partition(".")[0])
                if kind is not None and not kind.REGISTER:
                    near += _pointed(row for row, _ in rows)
            wanted = [each for each in dict.fromkeys(near) if each not in found]
        return found

    def _file(self, rows: list[tuple[Row, bool]], *, day: str) -> Record:
        facts = [self.fact(row, may=may) for row, may in rows]
        return {"facts": cast("Json", facts), "known": _known(facts, day=day)}

    def fact(self, row: Row, *, may: bool) -> Record:
        """
        Write one fact.

        Args:
            row: Its row in the trace.
            may: Whether its personal values are the reader's to see.
        """
        name, topic = str(row["fact"]), str(row["topic"])
        known = self.house.ledger.vault.of_fact(name) if may else {}
        said = cast("Mapping[str, Json]", orjson.loads(str(row["terms"])))
        officers = str(row["officers"] or "").split()
        acting = dict.fromkeys(each for each in (str(row["person"]), *officers) if each)
        return {
            "id": name,
            "topic": topic,
            "day": str(row["day"]),
            "at": labels.stored_time(str(row["occurred_at"])),
            "cited": cited(str(row["provision"])),
            "person": str(row["person"] or ""),
            "body": str(row["body"] or ""),
            "officers": list(acting),
            "terms": _record(terms_by(topic), said, known, at="terms/"),
        }


def names_in(value: Json) -> Iterator[str]:
    """
    List the names of the terms in a value, also inside records and lists.
    """
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from names_in(inner)
    elif isinstance(value, list):
        for each in value:
            yield from names_in(each)


def _pointed(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield from pointed(str(row["topic"]), orjson.loads(str(row["terms"])))
        yield from (str(row[name]) for name in ("person", "body") if row[name])
        yield from str(row["officers"] or "").split()


def _known(facts: Iterable[Record], *, day: str) -> Json:
    """
    Say what a file's facts had said by a day: of each term the newest value.
    """

    def since(fact: Record) -> str:
        terms = cast("Record", fact["terms"])
        return str(terms.get("since_on") or fact["day"])

    known: Record = {}
    for fact in sorted(facts, key=since):
        if since(fact) <= day:
            known = _merged(known, cast("Record", fact["terms"]))
    return known


def _merged(older: Record, newer: Record) -> Record:
    """
    Put newer values over older ones, in records place by place.
    """
    found = dict(older)
    for name, value in newer.items():
        before = found.get(name)
        is_record = isinstance(value, dict) and isinstance(before, dict)
        if is_record:
            value = _merged(cast("Record", before), cast("Record", value))  # noqa: PLW2901
        if value not in ("", None):
            found[name] = value
    return found


def _record(
    members: Iterable[Member],
    said: Mapping[str, Json],
    known: Mapping[str, str],
    *,
    at: str,
) -> Record:
    return {
        member.name: _value(
            member.shape, said[member.name], known, at=f"{at}{member.name}"
        )
        for member in members
        if member.name in said
    }


def _value(shape: Shape, value: Json, known: Mapping[str, str], *, at: str) -> Json:
    match shape.kind:
        case Kind.RECORD:
            inner = cast("Mapping[str, Json]", value)
            return _record(members_of(shape.type), inner, known, at=f"{at}/")
        case Kind.LIST:
            assert shape.each is not None
            listed = enumerate(cast("list[Json]", value))
            return [_value(shape.each, v, known, at=f"{at}/{n}") for n, v in listed]
        case Kind.PERSONAL:
            return known.get(at) or _HIDDEN
        case Kind.WHOLE if labels.term(at.rpartition("/")[2]).unit == "fen":
            return _money(int(cast("int", value)))
    return _plain(shape, value)


def _money(fen: int) -> Json:
    return {"fen": fen, "zh": f"{yuan_text(fen)}元", "capitals": capitals(fen)}


def _plain(shape: Shape, value: Json) -> Json:
    match shape.kind:
        case Kind.RESTRICTED:
            return _HIDDEN
        case Kind.CHOICE:
            words = dict(labels.choices(shape.type)).get(str(value))
            return {"code": str(value), "zh": words.zh if words else str(value)}
        case Kind.MOMENT:
            return labels.stored_time(str(value))
        case Kind.NUMBER:
            written = cast("dict[str, Json]", value)
            return Number(**written).printed  # type: ignore[arg-type]  # as it was written
    return value
