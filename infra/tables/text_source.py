"""
Lines of a text file: CSV, or the tab-separated "Unicode text" of a spreadsheet.
"""

import csv
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from infra.tables.encodings import encoding_of
from infra.tables.lines import COLUMN_COUNT_MAX, Line, Sheet
from infra.tables.notes import UnusableFile, file_fault

_DELIMITERS: Final = (",", "\t", ";", "|", "，")
_PROBE_LINES: Final = 15
#: A longer cell is one whose quotation mark was never closed.
_CELL_CHARS_MAX: Final = 1 << 24

#: How many known headers the cells of a line hold.
Score = Callable[[tuple[str, ...]], int]


class TextSource:
    """
    A file of separated values.
    """

    form = "csv"
    epoch_year = 1900

    def __init__(self, path: Path, score: Score) -> None:
        """
        Find out encoding and separator.

        Args:
            path: The file.
            score: Counts known headers; the separator that finds most is the right one.
        """
        csv.field_size_limit(_CELL_CHARS_MAX)  # the library's own is a short story
        self._path = path
        self.encoding = encoding_of(path)
        self.delimiter = max(_DELIMITERS, key=lambda mark: self._best(mark, score))

    def sheets(self) -> tuple[Sheet, ...]:
        """
        Give the one table, which has no name.
        """
        return (Sheet(""),)

    def close(self) -> None:
        """
        Hold nothing open between two walks.
        """

    def hidden_rows(self, sheet: Sheet) -> int:  # noqa: ARG002  none in a text file
        """
        Hide nothing.
        """
        return 0

    def lines(self, sheet: Sheet) -> Iterator[Line]:  # noqa: ARG002  there is one
        """
        Give every record, numbered as a spreadsheet would number it.

        Raises:
            UnusableFile: If a quotation mark is opened and never closed, or a line has
                more cells than any spreadsheet.
        """
        with self._path.open(encoding=self.encoding, newline="") as file:
            feed = _Feed(file)
            records = csv.reader(feed, delimiter=self.delimiter)
            number = 0
            try:
                for cells in records:
                    number += 1
                    if feed.is_over:
                        raise UnusableFile(file_fault("open_quote", row=number))
                    kept = _within_bounds(cells, number)
                    yield Line(number, kept, cut=not feed.line_is_whole)
            except csv.Error:
                raise UnusableFile(file_fault("open_quote", row=number + 1)) from None

    def _best(self, delimiter: str, score: Score) -> int:
        """
        Count the known headers of the best line among the first ones.
        """
        with self._path.open(encoding=self.encoding, newline="") as file:
            records = csv.reader(islice(file, _PROBE_LINES), delimiter=delimiter)
            try:
                tops = (tuple(cells[:COLUMN_COUNT_MAX]) for cells in records)
                return max(map(score, tops), default=0)
            except csv.Error:
                return 0


def _within_bounds(cells: list[str], number: int) -> tuple[str, ...]:
    """
    Drop blank cells beyond the last column that a spreadsheet has.

    Raises:
        UnusableFile: If anything stands there.
    """
    if any(not cell.isspace() and cell for cell in cells[COLUMN_COUNT_MAX:]):
        fault = file_fault(
            "too_wide", row=number, count=len(cells), limit=COLUMN_COUNT_MAX
        )
        raise UnusableFile(fault)
    return tuple(cells[:COLUMN_COUNT_MAX])


class _Feed:
    """
    Hands lines to the reader, and knows whether it asked for one too many.
    """

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.is_over = False
        self.line_is_whole = True

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            self.is_over = True
            raise StopIteration
        self.line_is_whole = line.endswith(("\n", "\r"))
        return line
