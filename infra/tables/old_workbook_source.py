"""
Lines of an ``.xls`` workbook.
"""

import io
import struct
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import Final

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDocError

from infra.tables.lines import Cell, Line, Sheet
from infra.tables.merges import Merge, Merges
from infra.tables.notes import UnusableFile, file_fault

#: A damaged file fails in many ways, few of them the library's own.
_DAMAGE: Final = (
    XLRDError,
    CompDocError,
    struct.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
)


class OldWorkbookSource:
    """
    A workbook in the form in use until 2007; at most 65 536 rows, so it is held whole.
    """

    form = "xls"
    encoding = ""

    def __init__(self, path: Path) -> None:
        """
        Open it.

        Raises:
            UnusableFile: If it is locked, damaged, or no workbook at all.
        """
        try:
            self._book = xlrd.open_workbook(
                str(path), logfile=io.StringIO(), formatting_info=True
            )
        except _DAMAGE as error:
            locked = "encrypted" in str(error).lower()
            code = "locked" if locked else "damaged_workbook"
            raise UnusableFile(file_fault(code)) from None
        self.epoch_year = 1904 if self._book.datemode else 1900

    def sheets(self) -> tuple[Sheet, ...]:
        """
        Name every sheet.
        """
        return tuple(
            Sheet(sheet.name, hidden=bool(sheet.visibility))
            for sheet in self._book.sheets()
        )

    def close(self) -> None:
        """
        Hold nothing open between two walks.
        """

    def hidden_rows(self, sheet: Sheet) -> int:
        """
        Count the rows that are hidden or filtered away.
        """
        rows = self._book.sheet_by_name(sheet.name).rowinfo_map.values()
        return sum(bool(row.hidden) for row in rows)

    def lines(self, sheet: Sheet) -> Iterator[Line]:
        """
        Give every row up to the last that holds something.
        """
        table = self._book.sheet_by_name(sheet.name)
        merges = Merges(
            Merge(top + 1, bottom, left, right - 1)
            for top, bottom, left, right in table.merged_cells
        )
        blank: list[Line] = []
        for number in range(table.nrows):
            values = [self._value(cell) for cell in table.row(number)]
            cells, spans = merges.apply(number + 1, values)
            blank.append(Line(number + 1, cells, spans))
            if any(cell is not None for cell in cells):
                yield from blank
                blank.clear()

    def _value(self, cell: xlrd.sheet.Cell) -> Cell:
        """
        Take a cell's value by its type.
        """
        if cell.ctype == xlrd.XL_CELL_TEXT:
            return str(cell.value) or None
        if cell.ctype == xlrd.XL_CELL_NUMBER:
            return float(cell.value)
        if cell.ctype == xlrd.XL_CELL_DATE:
            return self._day(float(cell.value))
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        if cell.ctype == xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(int(cell.value), "#N/A"))
        return None

    def _day(self, number: float) -> Cell:
        try:
            moment = xlrd.xldate.xldate_as_datetime(number, self._book.datemode)
        except (ValueError, OverflowError, xlrd.xldate.XLDateError):
            return number
        return moment if number >= 0 and moment.time() != time() else moment.date()
