"""
Telling rows from what stands around them (行的分类): titles, notes, totals, headers.
"""

import re
from typing import Final

from infra.tables.header_row import Header
from infra.tables.lines import Cell, Line, is_blank
from infra.tables.names import is_junk
from infra.tables.plain import bare, is_absent
from infra.tables.rows import Column
from infra.tables.shapes import Shape
from infra.tables.vocabulary import Kind, header_key

_NOTE = re.compile(
    r"(?:填报|表格|填表)?说明|注\s*[:：]|注\d|备注\s*[:：]|(?:填表|填报|制表|审核|联系)人(?:[:：\s]|$)"
    r"|(?:填报单位|制表|联系电话)\s*[:：]"
)
_TOTAL = re.compile(r"(?:合|小|总|共)\s*计(?:[:：（(\s\d].*)?")
#: Words of a line that tells how to fill in the table.
_LEGEND = re.compile(
    r"非?必填|选填|可选|条件必填|(?:文本|字符|日期|数[值字]|YYYY|最长|不超过|下拉).{0,16}",
    re.IGNORECASE,
)
_BESIDE_LEGEND = re.compile(r"万?元|\d{1,4}位?")
_SECTION = re.compile(
    r"(?:[一二三四五六七八九十]+、)?(?:发生|瞒报|谎报|迟报|漏报|其他严重).{0,40}"
)
_REPEATED_COUNT_MIN: Final = 3
_LEGEND_COUNT_MIN: Final = 3
_SHORT_WORD: Final = 5


class LineSorter:
    """
    Knows which lines of one table are rows.
    """

    def __init__(self, kind: Kind, header: Header, columns: tuple[Column, ...]) -> None:
        """
        Remember the header and where party and number stand.
        """
        self._kind = kind
        self._header = header
        self._keys = [header_key(name) for name in header.names]
        shapes = {column.index: column.shape for column in columns}
        self._telling = {
            index
            for index, shape in shapes.items()
            if shape in {Shape.NAME, Shape.NUMBER, Shape.CODE, Shape.IDENTITY}
        }
        self._counting = {
            column.index for column in columns if column.field == "row_no"
        }

    def reason_to_skip(self, line: Line) -> str:
        """
        Say why a line is no row; nothing if it is one.

        A line is a note only if it has one filled cell, or begins like one, and names
        neither a party nor a number nor a code.
        """
        if line.number <= self._header.last:
            return "title" if line.number < self._header.first else "header"
        filled = [n for n, cell in enumerate(line.cells) if not is_blank(cell)]
        if not set(filled) - self._counting:
            return "blank"
        if not isinstance(line.cells[filled[0]], str):
            return ""
        first = bare(line.cells[filled[0]])
        if self._is_header_again(line.cells, filled):
            return "header_again"
        return self._reason_by_words(line, filled, first)

    def _reason_by_words(self, line: Line, filled: list[int], first: str) -> str:
        """
        Look at what the line says.
        """
        cells = line.cells
        tells = any(
            n in self._telling and not is_absent(bare(cells[n])) for n in filled[1:]
        )
        words = [bare(cells[n]) for n in filled if n not in self._counting]
        if _is_legend(words):
            return "legend"
        if tells:
            return ""
        rest = [n for n in filled[1:] if not is_absent(bare(cells[n]))]
        alone = not rest
        merged = any(start == filled[0] for start, _ in line.spans)
        is_section = alone and self._kind is Kind.BLACKLIST
        reasons = {
            "total": bool(_TOTAL.fullmatch(first)),
            "section": is_section and bool(_SECTION.fullmatch(first)),
            "junk": all(map(is_junk, words)),
            "note": bool(_NOTE.match(first))
            or (alone and (merged or filled[0] not in self._telling)),
        }
        return next((reason for reason, holds in reasons.items() if holds), "")

    def _is_header_again(self, cells: tuple[Cell, ...], filled: list[int]) -> bool:
        """
        Say whether the header stands here once more.
        """
        first = filled[:_REPEATED_COUNT_MIN]
        return len(first) > 1 and all(
            n < len(self._keys) and self._is_header(cells[n], self._keys[n])
            for n in first
        )

    @staticmethod
    def _is_header(cell: Cell, key: str) -> bool:
        return isinstance(cell, str) and header_key(bare(cell)) == key != ""


def _is_legend(words: list[str]) -> bool:
    """
    Say whether a line is made of instructions only; figures alone are none.
    """
    if not words or not (_LEGEND.fullmatch(words[0]) or len(words[0]) <= _SHORT_WORD):
        return False
    legends = sum(bool(_LEGEND.fullmatch(word)) for word in words)
    others = sum(bool(_BESIDE_LEGEND.fullmatch(word)) for word in words)
    return legends > 1 and legends + others == len(words) >= _LEGEND_COUNT_MIN
