"""
Lines of an ``.xlsx`` workbook, read as a stream.
"""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, from_excel

from infra.tables.lines import Cell, Line, Sheet
from infra.tables.merges import Merge, Merges
from infra.tables.notes import UnusableFile, file_fault

_CHUNK_BYTES: Final = 1 << 20
#: Longest tag of interest, so that none is cut by the end of a chunk.
_TAG_BYTES: Final = 1 << 10
_MERGE_COUNT_MAX: Final = 1 << 20
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]+\d+:[A-Z]+\d+)\"")
_HIDDEN = re.compile(rb"<(?:\w+:)?row\s[^>]*?hidden=\"(?:1|true)\"")
#: Formats of Chinese days that the standard numbers and no library names.
_CHINESE_DAY_FORMATS: Final = frozenset({*range(27, 37), *range(50, 59)})
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
)


class WorkbookSource:
    """
    A workbook in the form in use since 2007.
    """

    form = "xlsx"
    encoding = ""

    def __init__(self, path: Path) -> None:
        """
        Open it; what its formulas gave last is read, not the formulas.

        Raises:
            UnusableFile: If it is damaged.
        """
        self._path = path
        self._file = path.open("rb")  # by its name, the library would refuse it
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._book = load_workbook(self._file, read_only=True, data_only=True)
            self._members = {
                sheet.title: str(vars(sheet)["_worksheet_path"])
                for sheet in self._book.worksheets
            }
        except _DAMAGE:
            self._file.close()
            raise UnusableFile(file_fault("damaged_workbook")) from None
        self.epoch_year = 1904 if self._book.epoch == CALENDAR_MAC_1904 else 1900
        self._marks: dict[str, tuple[list[Merge], int]] = {}

    def sheets(self) -> tuple[Sheet, ...]:
        """
        Name every sheet of cells.
        """
        return tuple(
            Sheet(sheet.title, hidden=sheet.sheet_state != "visible")
            for sheet in self._book.worksheets
        )

    def close(self) -> None:
        """
        Let go of the archive.
        """
        self._book.close()
        self._file.close()

    def hidden_rows(self, sheet: Sheet) -> int:
        """
        Count the rows that are hidden or filtered away.
        """
        return self._scanned(sheet)[1]

    def lines(self, sheet: Sheet) -> Iterator[Line]:
        """
        Give every row up to the last that holds something of its own: what a merged
        cell fills down to makes no row.

        Raises:
            UnusableFile: If the sheet is damaged.
        """
        merges = Merges(self._scanned(sheet)[0])
        worksheet = self._book[sheet.name]
        worksheet.reset_dimensions()  # what a file says of its own size is often wrong
        told = 0
        try:
            for number, row in enumerate(worksheet.iter_rows(), start=1):
                own = [self._value(cell) for cell in row]
                is_blank = all(cell is None for cell in own)
                cells, spans = merges.apply(number, own)
                if not is_blank:
                    # Blank rows are told once something follows; a million may not.
                    yield from (Line(each, ()) for each in range(told + 1, number))
                    yield Line(number, cells, spans)
                    told = number
        except _DAMAGE:
            raise UnusableFile(file_fault("damaged_workbook")) from None

    def _value(self, cell: object) -> Cell:
        """
        Take a cell's value; a number with a Chinese day format is a day.
        """
        value = getattr(cell, "value", None)
        if isinstance(value, timedelta):
            return str(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            style = getattr(cell, "style_array", None)
            if style is not None and style.numFmtId in _CHINESE_DAY_FORMATS:
                return _day(value, self._book.epoch) or value
        known = str | int | float | datetime | date | time
        if value is None or isinstance(value, known):
            return value
        return str(value)

    def _scanned(self, sheet: Sheet) -> tuple[list[Merge], int]:
        """
        Look through a sheet for merged cells and hidden rows, once.
        """
        if sheet.name not in self._marks:
            merges: list[Merge] = []
            hidden = 0
            try:
                for chunk, start in self._chunks(self._members[sheet.name]):
                    hidden += sum(m.end() > start for m in _HIDDEN.finditer(chunk))
                    for found in _MERGED.finditer(chunk):
                        if found.end() > start and len(merges) < _MERGE_COUNT_MAX:
                            merges.append(_merge(found[1].decode()))
            except _DAMAGE:
                raise UnusableFile(file_fault("damaged_workbook")) from None
            self._marks[sheet.name] = (merges, hidden)
        return self._marks[sheet.name]

    def _chunks(self, member: str) -> Iterator[tuple[bytes, int]]:
        """
        Read the markup of a sheet; each piece begins with the end of the one before.
        """
        with zipfile.ZipFile(self._path) as archive, archive.open(member) as file:
            tail = b""
            while piece := file.read(_CHUNK_BYTES):
                yield tail + piece, len(tail)
                tail = (tail + piece)[-_TAG_BYTES:]


def _merge(reference: str) -> Merge:
    edges = [edge or 1 for edge in range_boundaries(reference)]
    return Merge(edges[1], edges[3], edges[0] - 1, edges[2] - 1)


def _day(number: float, epoch: datetime) -> Cell:
    try:
        moment = from_excel(number, epoch)
    except (ValueError, OverflowError):
        return None
    return moment if isinstance(moment, datetime) else None
