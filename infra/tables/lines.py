"""
Lines of a table as its file holds them, before anything is read into them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | time | None

#: Digits of a number that a spreadsheet keeps; further ones are lost for good.
DIGITS_KEPT = 15
#: Columns of the widest spreadsheet.
COLUMN_COUNT_MAX = 16_384
_BEYOND_DIGITS = 10**DIGITS_KEPT


class Line(NamedTuple):
    """
    One line of the file.

    Args:
        number: As a spreadsheet shows it, from 1.
        cells: From the first column on; merged cells are filled downwards.
        spans: First and last column (from 0) of each cell that is merged sideways.
        cut: Whether the file ended inside the line.
    """

    number: int
    cells: tuple[Cell, ...]
    spans: tuple[tuple[int, int], ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One sheet of a file (工作表).

    Args:
        name: As its tab shows it; empty for a text file.
        hidden: Whether the tab is hidden.
    """

    name: str
    hidden: bool = False


class Source(Protocol):
    """
    A file that holds tables, whatever its form.
    """

    @property
    def form(self) -> str:
        """
        ``csv``, ``xlsx``, ``xls`` or ``html``.
        """

    @property
    def encoding(self) -> str:
        """
        How its characters are written, empty for a workbook.
        """

    @property
    def epoch_year(self) -> int:
        """
        Year from which serial days count: 1900, or 1904.
        """

    def sheets(self) -> tuple[Sheet, ...]:
        """
        Name every sheet, hidden ones too.
        """

    def lines(self, sheet: Sheet) -> Iterator[Line]:
        """
        Give the lines of a sheet, in order; blank ones too.
        """

    def hidden_rows(self, sheet: Sheet) -> int:
        """
        Count the lines that are hidden or filtered away.
        """

    def close(self) -> None:
        """
        Let go of the file.
        """


def printed(cell: Cell) -> str:
    """
    Write a cell as a person would see it.
    """
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _printed_number(cell)
    if isinstance(cell, datetime) and cell.time() != time():
        return cell.isoformat(" ", "seconds")
    return (cell.date() if isinstance(cell, datetime) else cell).isoformat()


def digits_are_lost(cell: Cell) -> bool:
    """
    Say whether a cell is a number too long for a spreadsheet to have kept it.
    """
    return isinstance(cell, int | float) and abs(cell) >= _BEYOND_DIGITS


def is_blank(cell: Cell) -> bool:
    """
    Say whether nothing stands in a cell.
    """
    return cell is None or (isinstance(cell, str) and (not cell or cell.isspace()))


def exact_number(cell: float) -> Decimal:
    """
    Give a number of a spreadsheet with the digits that it keeps.
    """
    return Decimal(f"{cell:.{DIGITS_KEPT}g}")


def _printed_number(number: float) -> str:
    """
    Write a number without a needless fraction; a too long one in scientific form.
    """
    if digits_are_lost(number):
        return f"{number:.{DIGITS_KEPT - 1}E}"
    return f"{exact_number(number).normalize():f}"
