"""
What the lines above the header tell (表头以上的内容).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.folding import narrowed, tidied_name
from domain.money import Unit
from infra.tables.lines import Line, is_blank, printed

_UNIT = re.compile(r"(?:金额|计量|货币)?单位[:：]?\(?(?:人民币)?(万元|元)")
_AGENCY = re.compile(r"(?:填报|报送|填表)(?:单位|机关|部门)\s*[:：]\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Title:
    """
    Title, unit and agency of a table.

    Args:
        lines: As printed, from the top.
        unit: Unit of all amounts, if it is stated.
        agency: Who filled the table in, if it is stated.
    """

    lines: tuple[str, ...] = ()
    unit: Unit | None = None
    agency: str = ""


def read_title(lines: Iterable[Line]) -> Title:
    """
    Read the lines above a header.
    """
    printed_lines = []
    for line in lines:
        cells = (printed(cell).strip() for cell in line.cells if not is_blank(cell))
        text = " ".join(dict.fromkeys(cells))
        if text:
            printed_lines.append(text)
    whole = "\n".join(printed_lines)
    unit = _UNIT.search(narrowed(whole))
    agency = _AGENCY.search(whole)
    return Title(
        tuple(printed_lines),
        None if unit is None else (Unit.WAN if unit[1] == "万元" else Unit.YUAN),
        tidied_name(agency[1]) if agency else "",
    )
