"""
Looking through a whole file before its first row is read (通览全表).

Some things only the whole file can tell: how many rows it has, whether its amounts are
元 or 万元, which words it has for a class, and which numbers stand in it twice.
Of each row only a few bytes are kept.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from domain.document_number import comparison_key, without_label
from domain.folding import folded, folded_code
from domain.money import NotExact, Unit, to_fen
from infra.tables.amounts import carries_unit, fines_in, number_in
from infra.tables.lines import Cell, Line, is_blank, printed
from infra.tables.plain import bare, is_absent
from infra.tables.rows import Reader
from infra.tables.shapes import Shape
from infra.tables.vocabulary import Kind
from infra.tables.words import PARTY_CLASSES, read_word

CONTRADICTING_ROWS_MIN: Final = 3
_CLASS_WORD_COUNT_MAX: Final = 50
_CODE_RUN = re.compile(r"[0-9A-Z]{8,}")


@dataclass
class Survey:
    """
    What a whole file tells.

    Args:
        length: Lines of the file.
        row_count: Lines that are rows.
        needs_unit: Columns of amounts in which a cell stands without a unit.
        agreeing: In how many rows number and text agree, by unit.
        unknown_classes: Words for the party's class that nobody knows.
        unnamed: Columns that have cells but no header.
        repeated: Hashes of the keys that more than one row has.
        widths: How many rows have how many cells.
    """

    length: int = 0
    row_count: int = 0
    needs_unit: set[int] = field(default_factory=set)
    agreeing: dict[Unit, int] = field(default_factory=lambda: dict.fromkeys(Unit, 0))
    unknown_classes: dict[str, None] = field(default_factory=dict)
    unnamed: set[int] = field(default_factory=set)
    repeated: set[int] = field(default_factory=set)
    widths: Counter[int] = field(default_factory=Counter)

    @property
    def usual_width(self) -> int:
        """
        How many cells most rows have.
        """
        return max(self.widths, key=lambda width: self.widths[width], default=0)

    def contradicts(self, unit: Unit) -> bool:
        """
        Say whether the texts of many rows agree only with the other unit.
        """
        other = Unit.YUAN if unit is Unit.WAN else Unit.WAN
        agreeing = self.agreeing[other]
        return agreeing >= CONTRADICTING_ROWS_MIN and agreeing > self.agreeing[unit]


def look_through(lines: Iterator[tuple[Line, str]], reader: Reader) -> Survey:
    """
    Look through a file.

    Args:
        lines: Every line, with the reason why it is no row, if it is none.
        reader: What is known of the file.
    """
    survey = Survey()
    seen: set[int] = set()
    for line, reason in lines:
        survey.length = line.number
        if reason:
            continue
        survey.row_count += 1
        survey.widths[len(line.cells)] += 1
        _look_at(line, reader, survey)
        key = rough_key(line, reader)
        if key is not None:
            (survey.repeated if key in seen else seen).add(key)
    return survey


def rough_key(line: Line, reader: Reader) -> int | None:
    """
    Give a hash that rows about the same decision or unit share, and few others do.
    """
    if reader.kind in {Kind.PENALTIES, Kind.PERMITS}:
        text = _first(line, reader, Shape.NUMBER) or _permit_number(line, reader)
        key = comparison_key(without_label(text))
    elif reader.kind is Kind.ENTERPRISES:
        codes = _CODE_RUN.findall(folded_code(_first(line, reader, Shape.CODE)))
        key = codes[-1] if codes else folded(_first(line, reader, Shape.NAME))
    else:
        key = folded(_first(line, reader, Shape.NAME))
    return hash(key) if key else None


def _look_at(line: Line, reader: Reader, survey: Survey) -> None:
    """
    Take from one row what it says about the file.
    """
    for column in reader.columns:
        if column.shape not in {Shape.AMOUNT, Shape.PARTY_CLASS}:
            continue
        cell = line.cells[column.index] if column.index < len(line.cells) else None
        if is_blank(cell) or is_absent(bare(cell)):
            continue
        if column.shape is Shape.AMOUNT:
            if not carries_unit(cell):
                survey.needs_unit.add(column.index)
            if column.field == "fine_amount":
                told = _of_field(line, reader, "penalty_content")
                _weigh(cell, told, survey)
        else:
            _note_class(bare(cell), reader, survey)
    for index in range(reader.width, len(line.cells)):
        if not is_blank(line.cells[index]):
            survey.unnamed.add(index)


def _weigh(cell: Cell, text: str, survey: Survey) -> None:
    """
    Count a row whose text tells one fine, for the unit in which its number agrees.
    """
    number = number_in(cell)
    told = fines_in(text)
    if number is None or not number or len(told) != 1:
        return
    for unit in Unit:
        try:
            survey.agreeing[unit] += to_fen(number, unit) == told[0]
        except NotExact:
            continue


def _note_class(text: str, reader: Reader, survey: Survey) -> None:
    answers = reader.dictionary.values.get("party_class", {})
    unknown = read_word(text, PARTY_CLASSES, answers) is None
    if unknown and len(survey.unknown_classes) < _CLASS_WORD_COUNT_MAX:
        survey.unknown_classes[text] = None


def _first(line: Line, reader: Reader, shape: Shape) -> str:
    """
    Give the first cell of a shape that holds something.
    """
    for column in reader.columns:
        if column.shape is shape and column.index < len(line.cells):
            text = bare(line.cells[column.index])
            if not is_absent(text):
                return text
    return ""


def _permit_number(line: Line, reader: Reader) -> str:
    return _of_field(line, reader, "permit_no")


def _of_field(line: Line, reader: Reader, name: str) -> str:
    """
    Give the text of a field's cell.
    """
    for column in reader.columns:
        if column.field == name and column.index < len(line.cells):
            return printed(line.cells[column.index])
    return ""
