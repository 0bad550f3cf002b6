"""
Merged cells of a workbook (合并单元格): filled downwards, and only inside the merge.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from infra.tables.lines import Cell


class Merge(NamedTuple):
    """
    A merged range; rows count from 1 and columns from 0, both inclusive.
    """

    first_row: int
    last_row: int
    first_column: int
    last_column: int


class Merges:
    """
    The merged ranges of one sheet, applied line by line from the top.
    """

    def __init__(self, merges: Iterable[Merge]) -> None:
        """
        Sort the ranges by the line in which they begin.
        """
        self._starting: defaultdict[int, list[Merge]] = defaultdict(list)
        for merge in merges:
            self._starting[merge.first_row].append(merge)
        self._open: list[tuple[Merge, Cell]] = []

    def apply(
        self, number: int, cells: list[Cell]
    ) -> tuple[tuple[Cell, ...], tuple[tuple[int, int], ...]]:
        """
        Fill one line from the merges above it.

        Returns:
            The cells, and the first and last column of each cell merged sideways.
        """
        if self._open:
            self._open = [entry for entry in self._open if entry[0].last_row >= number]
            for merge, value in self._open:
                _put(cells, merge.first_column, value)
        for merge in self._starting.pop(number, ()):
            column = merge.first_column
            self._open.append((merge, cells[column] if column < len(cells) else None))
        spans = tuple(
            (merge.first_column, merge.last_column)
            for merge, _ in self._open
            if merge.last_column > merge.first_column
        )
        return tuple(cells), spans


def _put(cells: list[Cell], column: int, value: Cell) -> None:
    if column >= len(cells):
        cells.extend([None] * (column + 1 - len(cells)))
    cells[column] = value
