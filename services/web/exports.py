"""
The whole answer to a question as a file: CSV, XLSX or JSON (导出).

A spreadsheet must neither run what it is given nor mangle it: text that looks like a
formula is marked as text, Chinese survives in CSV, and codes stay text in XLSX.
"""

import csv
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from io import TextIOWrapper
from tempfile import SpooledTemporaryFile
from typing import IO
from urllib.parse import quote

import orjson
import xlsxwriter
from starlette.responses import Response, StreamingResponse

from domain.money import yuan_text
from infra.questions import ROWS_MAX, Page
from infra.tables_of_rows import Column, Value
from services.web import labels
from services.web.asking import FORMAT, Asked, note, revealed, written
from services.web.faults import Malformed, fault
from services.web.house import House
from services.web.labels import Language

#: Rows of a sheet; what is beyond goes onto the next.
SHEET_ROWS_MAX = 1_000_000

#: How much of an export is kept in memory before it goes to a temporary file.
MEMORY_BYTES_MAX = 8 * 1024 * 1024

CHUNK_BYTES = 64 * 1024

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int


@dataclass(frozen=True)
class Export:
    """
    A question and how its answer is written.

    Args:
        house: Who answers.
        asked: The question as it was put.
        language: Of the headings and the codes.
    """

    house: House
    asked: Asked
    language: Language

    def pages(self) -> Iterator[Page]:
        """
        Ask to the end; on a question with two axes, at the position of the beginning.
        """
        question, ask = self.asked.question, self.asked.ask
        ask = replace(ask, limit=ROWS_MAX, cursor="")
        if question.axes and ask.known_at is None:
            head = self.house.ledger.recorder.head
            ask = replace(ask, known_at=head)
        return self.house.pages(question.name, ask, **self.asked.terms)

    def tables(self) -> Iterator[tuple[list[Cell], list[list[Cell]]]]:
        """
        Give page by page the headings and the rows: as the layout prescribes, or else
        as a person reads them.
        """
        layout = self.asked.question.layout
        for page in self.pages():
            rows = revealed(self.house, page)
            if layout is not None:
                laid_out = filter(None, map(layout.cells, rows))
                yield [*layout.headers], [[*cells] for cells in laid_out]
                continue
            yield (
                [self.heading(column) for column in page.columns],
                [[self.cell(row[c.name], c) for c in page.columns] for row in rows],
            )

    def cell(self, value: Value, column: Column) -> Cell:
        """
        Write one value: money in yuan, codes by their label, yes and no in words,
        moments by the office's clock.
        """
        if value is None:
            return ""
        if column.kind == "fen":
            return yuan_text(int(value)).replace(",", "")
        if column.kind == "choice" and column.choices:
            known = dict(labels.choices(column.choices))
            words = known.get(str(value))
            return words.of(self.language) if words else str(value)
        if column.kind == "flag":
            return labels.flag(is_so=bool(value)).of(self.language)
        if column.kind == "moment":
            return labels.stored_time(str(value))
        return value

    def heading(self, column: Column) -> str:
        """
        Write the heading of a column, with its unit.
        """
        words = labels.term(column.term or column.name)
        unit = {"zh": "（元）", "en": " (yuan)"}[self.language]
        return words.of(self.language) + (unit if column.kind == "fen" else "")

    def name(self, ending: str) -> str:
        """
        Name the file after the question and the position it stands at.
        """
        head = self.house.ledger.recorder.head
        return f"{self.asked.question.name}-{head}.{ending}"


def exported(export: Export, form: str) -> Response:
    """
    Write a whole answer, note who took it, and only then let it leave.

    Args:
        export: Of what.
        form: ``csv``, ``xlsx`` or ``json``.

    Raises:
        Malformed: If it is none of these.
        Unavailable: If it could not be noted.
    """
    found = _WRITERS.get(form)
    if found is None:
        choices = " ".join(_WRITERS)
        raise Malformed(
            fault(
                f"/{FORMAT}",
                "no_such_choice",
                called=labels.asked,
                given=form[:40],
                choices=choices,
            )
        )
    write, media = found
    content: IO[bytes] = SpooledTemporaryFile(max_size=MEMORY_BYTES_MAX)  # noqa: SIM115  the response closes it
    with ExitStack() as unfinished:
        unfinished.callback(content.close)
        rows = write(export, content)
        note(export.house, export.asked, rows=rows, how="export")
        unfinished.pop_all()
    content.seek(0)
    name = quote(export.name(form))
    return StreamingResponse(
        _chunks(content),
        200,
        {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
        media_type=media,
    )


def _chunks(content: IO[bytes]) -> Iterator[bytes]:
    with content:
        while chunk := content.read(CHUNK_BYTES):
            yield chunk


def guarded(cell: Cell) -> Cell:
    """
    Mark text that a spreadsheet would run as a formula.
    """
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _csv(export: Export, content: IO[bytes]) -> int:
    text = TextIOWrapper(content, "utf-8-sig", newline="", write_through=True)
    lines = csv.writer(text, quoting=csv.QUOTE_ALL)
    count = 0
    for number, (headings, rows) in enumerate(export.tables()):
        if not number:
            lines.writerow(headings)
        lines.writerows([[guarded(cell) for cell in row] for row in rows])
        count += len(rows)
    text.detach()
    return count


def _json(export: Export, content: IO[bytes]) -> int:
    name = orjson.dumps(export.asked.question.name)
    position = export.house.ledger.recorder.head
    content.write(b'{"question":%b,"position":%d,"rows":[' % (name, position))
    count = 0
    for page in export.pages():
        for row in revealed(export.house, page):
            comma = b"," if count else b""
            content.write(comma + orjson.dumps(written(row, page.columns)))
            count += 1
    content.write(b"]}")
    return count


class _Sheets:
    """
    Writes rows onto as many sheets as they need.
    """

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._headings: list[Cell] = []
        self._line = SHEET_ROWS_MAX

    def add(self, headings: list[Cell], rows: list[list[Cell]]) -> None:
        self._headings = headings
        if not rows and self._line == SHEET_ROWS_MAX:
            self._begin()
        for row in rows:
            if self._line == SHEET_ROWS_MAX:
                self._begin()
            self._write(row)

    def _begin(self) -> None:
        self._sheet = self._book.add_worksheet()
        self._sheet.freeze_panes(1, 0)
        self._line = 0
        self._write(self._headings)

    def _write(self, row: list[Cell]) -> None:
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                self._sheet.write_number(self._line, place, cell)
            else:
                self._sheet.write_string(self._line, place, cell)
        self._line += 1


def _xlsx(export: Export, content: IO[bytes]) -> int:
    book = xlsxwriter.Workbook(content, {"constant_memory": True})
    sheets, count = _Sheets(book), 0
    for headings, rows in export.tables():
        sheets.add(headings, rows)
        count += len(rows)
    book.close()
    return count


_WRITERS: dict[str, tuple[Callable[[Export, IO[bytes]], int], str]] = {
    "csv": (_csv, "text/csv; charset=utf-8"),
    "xlsx": (
        _xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "json": (_json, "application/json"),
}
