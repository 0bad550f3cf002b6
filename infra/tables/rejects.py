"""
Giving refused rows back to be mended (退回文件).

The file has the layout of the one it came from and one more column, 问题; mended, it is
imported by itself.
Every cell is written as text: no spreadsheet shortens a code or runs a formula.
"""

import csv
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from domain.codes import masked_resident_id, without_resident_ids
from infra.tables.lines import Cell, Line, printed
from infra.tables.notes import Note
from infra.tables.plain import bare
from infra.tables.shapes import Shape
from infra.tables.table import Table
from infra.tables.vocabulary import PROBLEM_COLUMN, Kind

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_CELL_LENGTH_MAX: Final = 32_767
_PROBLEM_WIDTH: Final = 60
_TOO_LONG: Final = (
    "有一格超过工作簿单元格的上限，已截断；请从原文件补全。"
    "A cell is longer than a workbook allows and was cut; complete it from the file."
)
_HIDDEN: Final = (
    "本行的证件号码已隐去部分数字；如需随本行留存，请照原件补全。",
    "Identity numbers of this row are partly hidden; type them whole to keep them.",
)
#: What stands in the column 问题, as it is written here.
_PROBLEM = re.compile(r"第\d+行.*\nRow \d+", re.DOTALL)
_ENGLISH = re.compile(r"\n(?=Row \d)")
#: Characters that no workbook can hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write_rejects(path: Path, table: Table, problems: Mapping[int, str]) -> int:
    """
    Write the refused rows of a table to a file of their own, all or nothing.

    Args:
        path: The new file; ``.xlsx`` or ``.csv`` by its name.
        table: Where the rows come from.
        problems: What is wrong with each refused row, by its number.

    Returns:
        How many refused rows were written.

    Raises:
        OSError: If there is no room, or the place may not be written.
    """
    draft = path.with_name(f".{path.name}.part")
    write = _write_workbook if path.suffix.lower() == ".xlsx" else _write_text
    try:
        count = write(draft, _rejected(table, problems))
        os.replace(draft, path)  # noqa: PTH105  in one step, over an older one too
    except FileCreateError as error:
        raise _cause_of(error) from error
    finally:
        draft.unlink(missing_ok=True)
    return count


def is_problem(header: str, cell: str) -> bool:
    """
    Say whether a cell is what we wrote into the column 问题, and no cell of the source.
    """
    return header == PROBLEM_COLUMN and _PROBLEM.search(cell) is not None


def problem_text(notes: Sequence[Note]) -> str:
    """
    Word what is wrong with a row for the column 问题: Chinese, then English.
    """
    return "\n".join([*(note.zh for note in notes), *(note.en for note in notes)])


def neutral(text: str) -> str:
    """
    Write a text so that no spreadsheet takes it for a formula.

    The apostrophe is taken off again when the file is read.
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _cause_of(error: FileCreateError) -> OSError:
    """
    Give what the system said, which the library wraps.
    """
    cause = error.args[0] if error.args else None
    return cause if isinstance(cause, OSError) else OSError(str(error))


def _rejected(table: Table, problems: Mapping[int, str]) -> Iterator[list[str]]:
    """
    Give title, header and refused rows, each with its problem at the end.

    The heading of a section goes with the first refused row below it, which is read by
    it; a column 问题 of an earlier return gives way to the new one.
    """
    layout = _Layout.of(table)
    heading: Line | None = None
    for line, reason, _ in table.sorted_lines():
        if reason == "section":
            heading = line
        if line.number < table.header.last:
            yield [*layout.shown(line), ""]
        elif line.number == table.header.last:
            yield [*layout.shown(line), PROBLEM_COLUMN]
        elif line.number in problems:
            if heading is not None:
                yield [*layout.shown(heading), ""]
                heading = None
            problem = problems[line.number]
            if table.kind is not Kind.BLACKLIST and layout.hides(line):
                problem = _with_more(problem, _HIDDEN)
            yield [*layout.shown(line), problem]


@dataclass(frozen=True, slots=True)
class _Layout:
    """
    How the lines of a table go back.

    Args:
        identities: Columns of identity numbers.
        width: How many columns of the source have a header.
        returned: Whether the last of them is the column 问题 of an earlier return.
    """

    identities: frozenset[int]
    width: int
    returned: bool

    @classmethod
    def of(cls, table: Table) -> "_Layout":
        """
        Take it from a table.
        """
        identities = {c.index for c in table.columns if c.shape is Shape.IDENTITY}
        width = table.reader.width
        last = table.header.names[width - 1 : width]
        return cls(frozenset(identities), width, last == (PROBLEM_COLUMN,))

    def shown(self, line: Line) -> list[str]:
        """
        Give the cells of a line as text, with identity numbers hidden.

        Cells that have slipped beyond the last header are joined to the last one.
        """
        cells = [self._hidden(index, cell) for index, cell in enumerate(line.cells)]
        width = self.width
        if self.returned:
            width -= 1
            del cells[width : width + 1]
        cells += [""] * (width - len(cells))
        return [*cells[: width - 1], ",".join(filter(None, cells[width - 1 :]))]

    def hides(self, line: Line) -> bool:
        """
        Say whether an identity number of a line does not go back whole.
        """
        return any(
            self._hidden(index, cell) not in {printed(cell), bare(cell)}
            for index, cell in enumerate(line.cells)
        )

    def _hidden(self, index: int, cell: Cell) -> str:
        text = bare(cell)
        if index in self.identities and len(text) >= len("110105491231002"):
            return masked_resident_id(text)
        return without_resident_ids(printed(cell))


def _with_more(problem: str, more: tuple[str, str]) -> str:
    """
    Add to a problem, Chinese to Chinese and English to English.
    """
    zh, *en = _ENGLISH.split(problem, maxsplit=1)
    return "\n".join((f"{zh} {more[0]}", " ".join((*en, more[1]))))


def _write_text(path: Path, rows: Iterator[list[str]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for row in rows:
            writer.writerow(map(neutral, row))
            count += bool(row[-1])
    return count - 1


def _write_workbook(path: Path, rows: Iterator[list[str]]) -> int:
    """
    Write a workbook whose cells are all text, line by line; packed, it is small.
    """
    count = last = 0
    packed = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(packed, options) as book:
        sheet = book.add_worksheet()
        text = book.add_format({"num_format": "@"})
        for place, row in enumerate(rows):
            last = len(row) - 1
            if any(len(cell) > _CELL_LENGTH_MAX for cell in row):
                row[last] = f"{_TOO_LONG}\n{row[last]}"
            for column, cell in enumerate(row):
                if cell:
                    clean = _UNWRITABLE.sub("", neutral(cell))[:_CELL_LENGTH_MAX]
                    sheet.write_string(place, column, clean, text)
            count += bool(row[last])
        sheet.set_column(last, last, _PROBLEM_WIDTH)
    path.write_bytes(packed.getbuffer())
    return count - 1
