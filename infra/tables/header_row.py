"""
Finding the header of a table (表头定位).

The header is the line with the most known headers among the first ones, at least
three; two lines may make one header, a group above its parts, or codes above words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from infra.tables.lines import Line, is_blank, printed
from infra.tables.vocabulary import IGNORED, Kind, fields_for, header_key

PROBE_LINES: Final = 15
KNOWN_COUNT_MIN: Final = 3


@dataclass(frozen=True, slots=True)
class Header:
    """
    The header of a table.

    Args:
        first: Number of its first line.
        last: Number of its last line; data begin below it.
        names: Header of each column as printed; empty where there is none.
        score: How many of them are known.
    """

    first: int
    last: int
    names: tuple[str, ...]
    score: int


def score_cells(kind: Kind, cells: Sequence[str]) -> int:
    """
    Count the known headers among some cells.
    """
    return sum(_is_known(kind, cell) for cell in cells)


def find_header(lines: Sequence[Line], kind: Kind) -> Header | None:
    """
    Find the header among the first lines of a table.

    Returns:
        Nothing if no line has three known headers, or if two lines that do not belong
        together have equally many.
    """
    singles = [_single(line, kind) for line in lines[:PROBE_LINES]]
    best = max(singles, key=lambda header: header.score, default=None)
    if best is None:
        return None
    pairs = [
        _pair(above, below, kind) for above, below in pairwise(lines[:PROBE_LINES])
    ]
    double = max(
        (pair for pair in pairs if pair is not None),
        key=lambda header: header.score,
        default=None,
    )
    if double and double.score >= best.score:
        best = double
    if best.score < KNOWN_COUNT_MIN:
        return None
    rivals = [
        header
        for header in singles
        if header.score == best.score
        and not best.first <= header.first <= best.last
        and not _repeats(header, best)
    ]
    return None if rivals else best


def _single(line: Line, kind: Kind) -> Header:
    names = tuple(_text(line, column) for column in range(len(line.cells)))
    return Header(line.number, line.number, names, score_cells(kind, names))


def _pair(above: Line, below: Line, kind: Kind) -> Header | None:
    """
    Read two lines as one header, if each adds something to the other.
    """
    width = max(len(above.cells), len(below.cells))
    names, known_above, known_below = [], 0, 0
    group = ""
    for column in range(width):
        upper, lower = _text(above, column), _text(below, column)
        group = upper or (group if lower else "")
        name = _joined(group, lower, kind)
        names.append(name)
        known_above += _is_known(kind, upper)
        known_below += bool(lower) and name != upper and _is_known(kind, name)
    score = score_cells(kind, names)
    repeats = score_cells(kind, _single(below, kind).names) >= KNOWN_COUNT_MIN
    adds = score > known_above and known_below > 0
    if not (adds or repeats) or known_above == 0:
        return None
    return Header(above.number, below.number, tuple(names), score)


def _joined(group: str, part: str, kind: Kind) -> str:
    """
    Name a column by a group and its part: whichever of the ways to write it is known.
    """
    if not part or part == group:
        return group
    for name in (f"{group}（{part}）", part, group):
        if group and fields_for(kind, name):
            return name
    return part or group


def _repeats(header: Header, earlier: Header) -> bool:
    """
    Say whether a header is an earlier one once more.
    """
    return header.first > earlier.last and [*map(header_key, header.names)] == [
        *map(header_key, earlier.names)
    ]


def _is_known(kind: Kind, text: str) -> bool:
    """
    Say whether a text is a header with a meaning.
    """
    return bool(text.strip()) and fields_for(kind, text) not in {(), (IGNORED,)}


def _text(line: Line, column: int) -> str:
    """
    Give a cell's text; a cell merged sideways stands over all its columns.
    """
    for first, last in line.spans:
        if first < column <= last:
            return ""
    if column >= len(line.cells) or is_blank(line.cells[column]):
        return ""
    return printed(line.cells[column]).strip()
