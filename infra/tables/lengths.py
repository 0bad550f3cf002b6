"""
How long a cell may be: what a column can hold, and what a reader would note.
"""

from typing import Final

from infra.tables.lines import Cell
from infra.tables.plain import Unreadable
from infra.tables.rows import Column, Reading
from infra.tables.shapes import LENGTH_MAX, Shape

#: So many characters a cell may have whose column is for words, not for texts.
_SHORT_LENGTH_MAX: Final = 4096
_LONG_SHAPES: Final = frozenset(
    {Shape.TEXT, Shape.WORD, Shape.PERSON_MIXED, Shape.IGNORED}
)


def must_be_short(column: Column, cell: Cell) -> None:
    """
    Refuse a cell that is longer than what such a column can hold.

    It would be a slipped quotation mark or a whole document, and the rules for codes
    and names would search it for long.

    Raises:
        Unreadable: If it is.
    """
    is_long = isinstance(cell, str) and len(cell) > _SHORT_LENGTH_MAX
    if is_long and column.shape not in _LONG_SHAPES:
        raise Unreadable("cell_too_long", length=len(str(cell)))


def note_length(reading: Reading, column: Column, text: str) -> None:
    """
    Note a text that is longer than its column's published length.
    """
    limit = LENGTH_MAX.get(column.field)
    if limit is not None and len(text) > limit:
        reading.say(column, "too_long", length=len(text), limit=limit)
