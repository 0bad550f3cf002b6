"""
Choosing the sheet that holds the table (工作表的选择).

A hidden sheet counts like any other.
If several sheets hold such a table, a person says which; nothing is taken for granted.
"""

from dataclasses import dataclass
from itertools import islice

from infra.tables.header_row import PROBE_LINES, Header, find_header
from infra.tables.lines import Line, Sheet, Source, is_blank
from infra.tables.notes import UnusableFile, file_fault
from infra.tables.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Chosen:
    """
    The sheet to read.

    Args:
        sheet: The sheet.
        header: Its header.
        above: The lines above the header.
        others: Other sheets that hold anything.
    """

    sheet: Sheet
    header: Header
    above: tuple[Line, ...]
    others: tuple[Sheet, ...]


def chosen_sheet(source: Source, kind: Kind, wanted: str | None) -> Chosen:
    """
    Choose the sheet with a header of this kind.

    Args:
        source: The file.
        kind: What it is said to hold.
        wanted: Name of the sheet, or its number from 1, if a person said so.

    Raises:
        UnusableFile: If no sheet has such a header, or several have.
    """
    tops = {
        sheet: tuple(islice(source.lines(sheet), PROBE_LINES))
        for sheet in source.sheets()
    }
    filled = {sheet: top for sheet, top in tops.items() if _holds_anything(top)}
    if not filled:
        raise UnusableFile(file_fault("empty_file"))
    within = (
        filled
        if wanted is None
        else {s: filled.get(s, ()) for s in _named(tuple(tops), wanted)}
    )
    found = {
        sheet: header
        for sheet, top in within.items()
        if (header := find_header(top, kind)) is not None
    }
    if not found:
        raise _no_header(within, kind)
    if len(found) > 1:
        own = {s: h for s, h in found.items() if better_kind(tops[s], kind) is None}
        found = own or found
    if len(found) > 1:
        names = [sheet.name for sheet in found]
        listed = "、".join(f"「{name}」" for name in names)
        raise UnusableFile(file_fault("which_sheet", choices=names, sheets=listed))
    sheet, header = found.popitem()
    above = tuple(line for line in tops[sheet] if line.number < header.first)
    others = tuple(other for other in filled if other != sheet)
    return Chosen(sheet, header, above, others)


def better_kind(top: tuple[Line, ...], kind: Kind) -> Kind | None:
    """
    Give the other kind whose headers a table has, if it has more of them.
    """
    own = find_header(top, kind)
    scores = {
        other: header.score
        for other in Kind
        if other is not kind and (header := find_header(top, other)) is not None
    }
    best = max(scores, key=lambda other: scores[other], default=None)
    if best is None or scores[best] <= (own.score if own else 0):
        return None
    return best


def _named(sheets: tuple[Sheet, ...], wanted: str) -> tuple[Sheet, ...]:
    """
    Find the sheet that a person named.
    """
    for number, sheet in enumerate(sheets, start=1):
        if wanted in {sheet.name, str(number)}:
            return (sheet,)
    names = [sheet.name for sheet in sheets]
    listed = "、".join(f"「{name}」" for name in names)
    fault = file_fault("no_such_sheet", choices=names, wanted=wanted, sheets=listed)
    raise UnusableFile(fault)


def _no_header(tops: dict[Sheet, tuple[Line, ...]], kind: Kind) -> UnusableFile:
    """
    Say that there is no header, or that it is one of another kind.
    """
    for top in tops.values():
        other = better_kind(top, kind)
        if other is not None:
            fault = file_fault(
                "wrong_kind",
                kind=kind.zh,
                other=other.zh,
                kind_en=kind.value,
                other_en=other.value,
            )
            return UnusableFile(fault)
    return UnusableFile(file_fault("no_header", kind=kind.zh, kind_en=kind.value))


def _holds_anything(lines: tuple[Line, ...]) -> bool:
    return any(not is_blank(cell) for line in lines for cell in line.cells)
