"""
How a question is put in an address, and what of the answer its reader may see.

Personal values come from the vault when they are shown, and only to readers whose own
rows they stand in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from urllib.parse import urlencode
from uuid import UUID

import orjson
from starlette.requests import Request
from starlette.responses import Response

from domain.refusals import NoSuchCase
from domain.shapes import Kind, Member, shape_of
from domain.values import end_of
from infra.questions import ROWS_MAX, Ask, Page, Question
from infra.tables_of_rows import PLAIN, Column, Value
from services.web import labels
from services.web.faults import Malformed, fault
from services.web.gate import Visitor
from services.web.house import ENTERPRISE, House
from services.web.intake import Intake, is_absent
from services.web.schemas import Schema

AS_OF, KNOWN_AT, LIMIT, CURSOR, FORMAT = (
    "as_of",
    "known_at",
    "limit",
    "cursor",
    "format",
)

#: Rows of a page, where nothing else is asked for.
ROWS_USUAL = 50

_PAGING = (
    Member(LIMIT, shape_of(int), required=False),
    Member(CURSOR, shape_of(str), required=False),
)
_AXES = (
    Member(AS_OF, shape_of(date), required=False),
    Member(KNOWN_AT, shape_of(str), required=False),
)


@dataclass(frozen=True)
class Asked:
    """
    A question as it was put.

    Args:
        question: Which.
        ask: By whom, for when.
        terms: With what.
        given: The same as it stood in the address.
    """

    question: Question
    ask: Ask
    terms: Mapping[str, object]
    given: Mapping[str, list[str]]

    @property
    def file(self) -> UUID | None:
        """
        Whose data is asked for, where it is one file's.
        """
        named = (value for value in self.terms.values() if isinstance(value, UUID))
        return next(named, None)


# -- how a question is put ------------------------------------------------------------


def terms(question: Question) -> tuple[Member, ...]:
    """
    List what a question is put with: its own terms, the two axes, paging.
    """
    return (*question.terms, *(_AXES if question.axes else ()), *_PAGING)


def asked_in(
    house: House, request: Request, question: Question, *, visitor: Visitor
) -> Asked:
    """
    Read how a question is put in an address.

    Raises:
        Malformed: If anything is wrong, with everything that is.
    """
    members = terms(question)
    given = {
        name: values
        for name in request.query_params
        if (values := [v for v in request.query_params.getlist(name) if v])
    }
    kinds = {member.name: member.shape.kind for member in members}
    raw: dict[str, object] = {
        name: values if kinds.get(name) is Kind.LIST else values[-1]
        for name, values in given.items()
        if name != FORMAT
    }
    read = Intake(form=True, called=labels.asked).terms(members, raw)
    ask = Ask(
        visitor.reader,
        cast("date | None", read.pop(AS_OF, None)),
        position_in(house, cast("str", read.pop(KNOWN_AT, ""))),
        limit=_limit(cast("int", read.pop(LIMIT, ROWS_USUAL))),
        cursor=cast("str", read.pop(CURSOR, "")),
    )
    return Asked(question, ask, read, given)


def position_in(house: House, known_at: str) -> int | None:
    """
    Read a position, or name the last one recorded by a moment.

    Raises:
        Malformed: If it is neither.
    """
    if is_absent(known_at):
        return None
    if re.fullmatch(r"\d{1,15}", known_at):
        return int(known_at)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", known_at):
        day = Intake(called=labels.asked).terms((_DAY,), {KNOWN_AT: known_at})[KNOWN_AT]
        moment = end_of(cast("date", day))
    else:
        read = Intake(called=labels.asked).terms((_MOMENT,), {KNOWN_AT: known_at})[
            KNOWN_AT
        ]
        moment = cast("datetime", read)
    return house.ledger.recorder.position_at(moment)


def _limit(limit: int) -> int:
    if limit < 1:
        raise Malformed(
            fault(f"/{LIMIT}", "not_positive", called=labels.asked, least=1)
        )
    return min(limit, ROWS_MAX)


def must_be_there(house: House, asked: Asked) -> None:
    """
    Answer a question about one file like one that nobody opened, where its reader
    never sees a row of it, on whatever day (D21).

    Raises:
        NoSuchCase: If there is nothing to see of the file.
    """
    about = {
        member.name: asked.terms[member.name]
        for member in asked.question.terms
        if member.required and member.shape.kind is Kind.REFERENCE
    }
    if not about:
        return
    now = Ask(asked.ask.reader, limit=1)
    if not house.ask(asked.question.name, now, **about).rows:
        raise NoSuchCase("no_such_file", under="", file=asked.file)


def leading_of(house: House, asked: Asked) -> UUID | None:
    """
    Name the file that leads, where a question is about an enterprise whose file yields
    to another, as it stood and as it was known (D23).
    """
    for member in asked.question.terms:
        if member.required and member.name == ENTERPRISE:
            return house.leading(asked.ask, cast("UUID", asked.terms[ENTERPRISE]))
    return None


# -- what is answered -----------------------------------------------------------------


def put(house: House, asked: Asked) -> Page:
    """
    Put a question, and note who looked before the answer leaves (D27).

    Raises:
        Unavailable: If it could not be noted.
    """
    page = house.ask(asked.question.name, asked.ask, **asked.terms)
    note(house, asked, rows=len(page.rows))
    return page


def note(house: House, asked: Asked, *, rows: int, how: str = "read") -> None:
    """
    Note who looked at what; of an anonymous reader only that somebody did.

    Args:
        house: Whose log.
        asked: What was asked.
        rows: How many rows are shown.
        how: ``read`` or ``export``.
    """
    what = f"{how}/{asked.question.name}"
    house.access.record(asked.ask.reader, what, file=asked.file, rows=rows)


def answer_to(house: House, request: Request, asked: Asked) -> Response:
    """
    Answer with a page, and say where the next one is.
    """
    question = asked.question
    page = put(house, asked)
    headers = {"Cache-Control": "no-store"}
    if page.next:
        headers["Link"] = f'<{later(request, asked, page.next)}>; rel="next"'
    body = {
        "question": question.name,
        "columns": [_column(column) for column in page.columns],
        "rows": [written(row, page.columns) for row in revealed(house, page)],
        "position": page.position,
        "next": page.next or None,
    }
    return Response(orjson.dumps(body), 200, headers, media_type="application/json")


def later(request: Request, asked: Asked, cursor: str) -> str:
    """
    Write the address of the page that follows.
    """
    query = {**asked.given, CURSOR: [cursor]}
    return f"{request.url.path}?{urlencode(query, doseq=True)}"


def revealed(house: House, page: Page) -> list[dict[str, Value]]:
    """
    Give the rows of a page with the personal values that its reader may see.

    Sealed values are for whoever sees the row, personal ones only for the offices
    whose row it is.
    """
    rows = [dict(row) for row in page.rows]
    for column in page.columns:
        if column.kind in ("personal", "sealed"):
            may = [column.kind == "sealed" or each for each in page.entitled]
            _open(house, rows, may, column=column)
    return rows


def _open(
    house: House, rows: list[dict[str, Value]], may: list[bool], *, column: Column
) -> None:
    pointers = [
        str(row[column.name])
        for row, open_to in zip(rows, may, strict=True)
        if open_to and row[column.name]
    ]
    sealed = [each for each in pointers if not each.startswith(PLAIN)]
    known = house.ledger.vault.opened(column.term or column.name, sealed)
    known |= {each: each.removeprefix(PLAIN) for each in pointers if each not in sealed}
    for row, open_to in zip(rows, may, strict=True):
        pointer = str(row[column.name] or "")
        row[column.name] = known.get(pointer) if open_to else None


def written(row: Mapping[str, Value], columns: tuple[Column, ...]) -> dict[str, object]:
    """
    Write a row as JSON carries it: nested values as they are, absent ones as null.
    """
    nested = {column.name for column in columns if column.kind == "json"}
    return {
        name: _nested(value) if name in nested else value for name, value in row.items()
    }


def _nested(value: Value) -> object:
    try:
        return orjson.loads(value) if isinstance(value, str) else value
    except orjson.JSONDecodeError:
        return value


def _column(column: Column) -> Schema:
    words = labels.term(column.term or column.name)
    said: Schema = {
        "name": column.name,
        "kind": column.kind,
        "zh": words.zh,
        "en": words.en,
    }
    if column.choices:
        said["choices"] = {
            code: {"zh": each.zh, "en": each.en}
            for code, each in labels.choices(column.choices)
        }
    return said


_DAY = Member(KNOWN_AT, shape_of(date), required=True)
_MOMENT = Member(KNOWN_AT, shape_of(datetime), required=True)
