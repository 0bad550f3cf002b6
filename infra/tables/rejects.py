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
from pathlib import Path
from typing import Final

import xlsxwriter

from domain.codes import masked_resident_id, without_resident_ids
from infra.tables.lines import Line, printed
from infra.tables.notes import Note
from infra.tables.plain import bare
from infra.tables.shapes import Shape
from infra.tables.table import Table
from infra.tables.vocabulary import PROBLEM_COLUMN

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_CELL_LENGTH_MAX: Final = 32_767
_PROBLEM_WIDTH: Final = 60
_TOO_LONG: Final = (
    "有一格超过工作簿单元格的上限，已截断；请从原文件补全。"
    "A cell is longer than a workbook allows and was cut; complete it from the file."
)
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
        How many rows were written.
    """
    draft = path.with_name(f".{path.name}.part")
    write = _write_workbook if path.suffix.lower() == ".xlsx" else _write_text
    try:
        count = write(draft, _rejected(table, problems))
        os.replace(draft, path)  # noqa: PTH105  in one step, over an older one too
    finally:
        draft.unlink(missing_ok=True)
    return count - table.header.last


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


def _rejected(table: Table, problems: Mapping[int, str]) -> Iterator[list[str]]:
    """
    Give title, header and refused rows, each with its problem at the end.
    """
    identities = {c.index for c in table.columns if c.shape is Shape.IDENTITY}
    width = table.reader.width
    for line in table.lines():
        if line.number > table.header.last and line.number not in problems:
            continue
        problem = problems.get(line.number, "")
        if line.number == table.header.last:
            problem = PROBLEM_COLUMN
        yield [*_shown(line, identities, width), problem]


def _shown(line: Line, identities: set[int], width: int) -> list[str]:
    """
    Give the cells of a line as text, with identity numbers hidden.

    Cells that have slipped beyond the last header are joined to the last one.
    """
    cells = [
        masked_resident_id(bare(cell))
        if index in identities and len(bare(cell)) >= len("110105491231002")
        else without_resident_ids(printed(cell))
        for index, cell in enumerate(line.cells)
    ]
    cells += [""] * (width - len(cells))
    return [*cells[: width - 1], ",".join(filter(None, cells[width - 1 :]))]


def _write_text(path: Path, rows: Iterator[list[str]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for row in rows:
            writer.writerow(map(neutral, row))
            count += 1
    return count


def _write_workbook(path: Path, rows: Iterator[list[str]]) -> int:
    """
    Write a workbook whose cells are all text, line by line.
    """
    count = last = 0
    options = {"constant_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet()
        text = book.add_format({"num_format": "@"})
        for row in rows:
            last = len(row) - 1
            if any(len(cell) > _CELL_LENGTH_MAX for cell in row):
                row[last] = f"{_TOO_LONG}\n{row[last]}"
            for column, cell in enumerate(row):
                if cell:
                    clean = _UNWRITABLE.sub("", neutral(cell))[:_CELL_LENGTH_MAX]
                    sheet.write_string(count, column, clean, text)
            count += 1
        sheet.set_column(last, last, _PROBLEM_WIDTH)
    return count
