"""
A table whose columns are known, ready to be read row by row (表格).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from infra.tables.cells import read_cell
from infra.tables.checks import settle
from infra.tables.duplicates import Duplicates, find_duplicates
from infra.tables.header_row import Header
from infra.tables.line_sorts import LineSorter
from infra.tables.lines import Line, Sheet, Source, is_blank, printed
from infra.tables.notes import Note, Skipped, note_on_row
from infra.tables.plain import bare, is_absent
from infra.tables.rows import (
    DISPUTED_DECISION,
    NOT_A_PENALTY,
    VOID_ENTRY,
    WITHDRAWN_DECISION,
    Column,
    Reader,
    Reading,
    Row,
)
from infra.tables.shapes import Shape
from infra.tables.survey import Survey, look_through, rough_key
from infra.tables.title import Title
from infra.tables.vocabulary import Kind

#: A line, why it is no row, and the heading of the section that it stands in.
Sorted = tuple[Line, str, str]

_HINTS: Final = (NOT_A_PENALTY, WITHDRAWN_DECISION, VOID_ENTRY, DISPUTED_DECISION)
#: Files up to this many cells are kept whole and read from the disk once.
_KEPT_CELLS_MAX: Final = 500_000


@dataclass(frozen=True, slots=True)
class Layout:
    """
    How a table lies in its file.

    Args:
        path: The file.
        sheet: The sheet that is read.
        header: Its header.
        title: What stands above it.
        notes: What a person should know of the file as a whole.
    """

    path: Path
    sheet: Sheet
    header: Header
    title: Title
    notes: tuple[Note, ...]


class Table:
    """
    The rows of one file; each walk through it reads them anew, in the file's order.

    Use it in a ``with`` statement, or close it.
    """

    def __init__(self, source: Source, layout: Layout, reader: Reader) -> None:
        """
        Look through the whole file once.

        Args:
            source: The open file.
            layout: Where the table lies in it.
            reader: How its rows are read.
        """
        self._source = source
        self._layout = layout
        self.reader = reader
        self._sorter = LineSorter(reader.kind, layout.header, reader.columns)
        self._kept: list[Sorted] | None = None
        self._duplicates: Duplicates | None = None
        self.survey = self._surveyed()

    @property
    def kind(self) -> Kind:
        """
        What the file is said to hold.
        """
        return self.reader.kind

    @property
    def path(self) -> Path:
        """
        The file.
        """
        return self._layout.path

    @property
    def form(self) -> str:
        """
        ``csv``, ``xlsx``, ``xls`` or ``html``, by content.
        """
        return self._source.form

    @property
    def encoding(self) -> str:
        """
        How the file writes its characters; empty for a workbook.
        """
        return self._source.encoding

    @property
    def sheet(self) -> Sheet:
        """
        The sheet that is read.
        """
        return self._layout.sheet

    @property
    def header(self) -> Header:
        """
        The header, with every column's name as printed.
        """
        return self._layout.header

    @property
    def title(self) -> Title:
        """
        What stands above the header.
        """
        return self._layout.title

    @property
    def columns(self) -> tuple[Column, ...]:
        """
        The columns whose meaning is known.
        """
        return self.reader.columns

    @property
    def notes(self) -> tuple[Note, ...]:
        """
        What a person should know of the file as a whole.
        """
        return self._layout.notes

    @property
    def length(self) -> int:
        """
        How many lines the file has; rows and skipped lines make up this number.
        """
        return self.survey.length

    def __iter__(self) -> Iterator[Row | Skipped]:
        """
        Give every line of the file: a row, or what it is instead.
        """
        repeats = self._repeats()
        for line, reason, section in self.sorted_lines():
            if reason:
                yield Skipped(line.number, reason)
            else:
                yield self._judged(self._read(line, section), repeats)

    def rows(self) -> Iterator[Row]:
        """
        Give the rows only.
        """
        return (item for item in self if isinstance(item, Row))

    def sorted_lines(self) -> Iterator[Sorted]:
        """
        Give each line, why it is no row, and the heading of the section it stands in.
        """
        if self._kept is not None:
            yield from self._kept
            return
        section = ""
        for line in self._source.lines(self.sheet):
            reason = self._sorter.reason_to_skip(line)
            if reason == "section":
                section = next(bare(c) for c in line.cells if not is_blank(c))
            yield line, reason, section

    def with_reader(self, reader: Reader) -> "Table":
        """
        Give the same file read in another way.
        """
        return Table(self._source, self._layout, reader)

    def noting(self, *notes: Note) -> "Table":
        """
        Add to what a person should know of the file.
        """
        self._layout = replace(self._layout, notes=(*self._layout.notes, *notes))
        return self

    def close(self) -> None:
        """
        Let go of the file.
        """
        self._source.close()

    def __enter__(self) -> Self:
        """
        Begin to use it.
        """
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """
        Close it.
        """
        self.close()

    def _surveyed(self) -> Survey:
        """
        Look through the file, and keep a small one.
        """
        kept: list[Sorted] | None = []
        room = _KEPT_CELLS_MAX

        def sorted_lines() -> Iterator[tuple[Line, str]]:
            nonlocal kept, room
            for line, reason, section in self.sorted_lines():
                room -= len(line.cells) + 1
                if room < 0:
                    kept = None
                if kept is not None:
                    kept.append((line, reason, section))
                yield line, reason

        survey = look_through(sorted_lines(), self.reader)
        self._kept = kept
        return survey

    def _repeats(self) -> Duplicates:
        """
        Compare the rows that may repeat each other, the first time it is asked.
        """
        if self._duplicates is None:
            found = Duplicates()
            if self.survey.repeated:
                found = find_duplicates(self._suspects(), self.kind)
            self._duplicates = found
        return self._duplicates

    def _suspects(self) -> Iterator[Row]:
        for line, reason, section in self.sorted_lines():
            key = None if reason else rough_key(line, self.reader)
            if key is not None and key in self.survey.repeated:
                yield self._read(line, section)

    def _read(self, line: Line, section: str) -> Row:
        """
        Read one row by itself.
        """
        reading = Reading(line.number, self.reader)
        self._note_shape(reading, line)
        for column in self.reader.columns:
            cell = line.cells[column.index] if column.index < len(line.cells) else None
            if cell is None or cell == "":
                continue
            if column.shape is not Shape.FLAG and is_absent(bare(cell)):
                continue
            read_cell(reading, column, cell)
        party_class = settle(reading)
        if section and not self.reader.has("reason_class"):
            reading.put("reason_class", section)
        hint = next((hint for hint in _HINTS if hint in reading.hints), "")
        return Row(
            line.number,
            reading.values,
            reading.texts,
            reading.personal,
            tuple(reading.notes),
            tuple(map(printed, line.cells)),
            hint,
            party_class,
            tuple(reading.former_names),
        )

    def _note_shape(self, reading: Reading, line: Line) -> None:
        """
        Refuse a line that has lost its end, or whose cells have slipped.
        """
        width, count = self.reader.width, len(line.cells)
        if line.cut and count < width:
            reading.say(None, "row_cut_off", count=count, width=width)
        if self.form != "csv" or count <= width:
            return
        unusual = count != self.survey.usual_width
        if unusual or any(not is_blank(cell) for cell in line.cells[width:]):
            reading.say(None, "row_too_wide", count=count, width=width)

    def _judged(self, row: Row, repeats: Duplicates) -> Row:
        """
        Add what the other rows of the file say about a row.
        """
        if row.number in repeats.same:
            return replace(row, duplicate_of=repeats.same[row.number])
        if row.number not in repeats.against:
            return row
        code = {
            Kind.ENTERPRISES: "same_unit_other_facts",
            Kind.BLACKLIST: "same_entry_other_facts",
        }.get(self.kind, "same_number_other_facts")
        others = repeats.rows_against(row.number)
        note = note_on_row(code, row=row.number, rows=others)
        return replace(row, notes=(*row.notes, note))
