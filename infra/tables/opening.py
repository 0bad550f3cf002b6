"""
Opening a table (打开表格): what the file is, where the table lies, what must be asked.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from domain.folding import folded
from domain.money import Unit
from infra.tables.columns import recognise, template_class, with_units
from infra.tables.forms import Form, form_of
from infra.tables.header_row import score_cells
from infra.tables.lines import Source
from infra.tables.notes import FileFault, Note, UnusableFile, file_fault, note_on_file
from infra.tables.old_workbook_source import OldWorkbookSource
from infra.tables.rows import Dictionary, Reader
from infra.tables.shapes import Shape
from infra.tables.sheets import Chosen, better_kind, chosen_sheet
from infra.tables.table import Layout, Table
from infra.tables.text_source import TextSource
from infra.tables.title import read_title
from infra.tables.vocabulary import Kind, labels
from infra.tables.web_page_source import WebPageSource
from infra.tables.workbook_source import WorkbookSource


def open_table(
    path: Path,
    kind: Kind,
    *,
    today: date,
    unit: Unit | None = None,
    sheet: str | None = None,
    dictionary: Dictionary | None = None,
    ours: Collection[str] | None = None,
) -> Table:
    """
    Open a file and know its columns; no row is read yet.

    Args:
        path: The file, of any form and name.
        kind: What it holds.
        today: Legal day of the reading.
        unit: Answer to the question in which unit its amounts are.
        sheet: Name of the sheet, or its number from 1.
        dictionary: Other answers about this file.
        ours: Names and codes of the bodies whose own penalties these may be. A bad
            number refuses a row of ours and is noted on those of others; if absent,
            every row counts as ours.

    Raises:
        UnusableFile: If the file cannot be read, or something must be answered first.
    """
    source = _source(path, kind)
    try:
        chosen = chosen_sheet(source, kind, sheet)
        return _opened(
            source,
            chosen,
            Reader(
                kind=kind,
                today=today,
                dictionary=dictionary or Dictionary(),
                columns=(),
                width=len(chosen.header.names),
                epoch_year=source.epoch_year,
                is_ours=None if ours is None else _comparable(ours),
            ),
            path=path,
            unit=unit,
        )
    except BaseException:
        source.close()
        raise


def as_ours(table: Table, ours: Collection[str]) -> Table:
    """
    Say of an open file whose own penalties it may have; see ``open_table``.
    """
    table.reader = replace(table.reader, is_ours=_comparable(ours))
    return table


def _source(path: Path, kind: Kind) -> Source:
    """
    Open a file by its form.
    """
    form = form_of(path)
    if form is Form.WORKBOOK:
        return WorkbookSource(path)
    if form is Form.OLD_WORKBOOK:
        return OldWorkbookSource(path)
    if form is Form.WEB_PAGE:
        return WebPageSource(path)
    return TextSource(path, lambda cells: score_cells(kind, cells))


def _opened(
    source: Source, chosen: Chosen, reader: Reader, *, path: Path, unit: Unit | None
) -> Table:
    """
    Know the columns, look through the file, and ask what nobody answered.
    """
    recognised = recognise(chosen.header.names, reader.kind, reader.dictionary)
    if recognised.faults:
        raise UnusableFile(*recognised.faults, *_other_kind(source, chosen, reader))
    title = read_title(chosen.above)
    columns, unit_notes = with_units(recognised.columns, title, unit)
    reader = replace(reader, columns=columns, template_class=template_class(columns))
    notes = (*recognised.notes, *unit_notes, *_notes_on_sheet(source, chosen))
    layout = Layout(path, chosen.sheet, chosen.header, title, notes)
    table = Table(source, layout, reader)
    if table.survey.unnamed and table.form != "csv":
        count = len(table.survey.unnamed)
        table.noting(note_on_file("columns_unnamed", count=count))
    return _answered(table, unit)


def _answered(table: Table, unit: Unit | None) -> Table:
    """
    Hold the answers against what the whole file tells.

    Raises:
        UnusableFile: If a question is open.
    """
    survey = table.survey
    faults: list[FileFault] = []
    doubtful = False
    for column in table.columns:
        if column.unit is None and column.index in survey.needs_unit:
            faults.append(_unit_question(table, column.printed))
        elif column.field == "fine_amount" and column.unit is not None:
            doubtful = survey.contradicts(column.unit)
    if doubtful and unit is None:
        faults.append(_unit_doubt(table))
    if survey.unknown_classes:
        words = list(survey.unknown_classes)
        label = labels(table.kind).get("party_class", "party_class")
        listed = "、".join(f"「{word}」" for word in words)
        faults.append(
            file_fault("class_words", choices=words, field=label, words=listed)
        )
    if faults:
        raise UnusableFile(*faults)
    if doubtful and unit is not None:
        return _in_unit(table, unit)
    return table


def _in_unit(table: Table, unit: Unit) -> Table:
    """
    Count all amounts as a person said, whatever the headers say.
    """
    columns = tuple(
        replace(column, unit=unit) if column.shape is Shape.AMOUNT else column
        for column in table.columns
    )
    changed = table.with_reader(replace(table.reader, columns=columns))
    return changed.noting(note_on_file("unit_overruled", unit=unit.word))


def _unit_question(table: Table, header: str) -> FileFault:
    agreeing = table.survey.agreeing
    return file_fault(
        "unit_unknown",
        choices=[unit.code for unit in Unit],
        header=header,
        yuan=agreeing[Unit.YUAN],
        wan=agreeing[Unit.WAN],
    )


def _unit_doubt(table: Table) -> FileFault:
    agreeing = table.survey.agreeing
    column = next(c for c in table.columns if c.field == "fine_amount")
    return file_fault(
        "unit_contradicted",
        choices=[unit.code for unit in Unit],
        header=column.printed,
        unit=column.unit.word if column.unit else "",
        yuan=agreeing[Unit.YUAN],
        wan=agreeing[Unit.WAN],
    )


def _other_kind(source: Source, chosen: Chosen, reader: Reader) -> list[FileFault]:
    """
    Say so if the table looks like one of another kind.
    """
    header = [
        line
        for line in source.lines(chosen.sheet)
        if chosen.header.first <= line.number <= chosen.header.last
    ]
    other = better_kind(tuple(header), reader.kind)
    if other is None:
        return []
    kind = reader.kind
    return [
        file_fault(
            "wrong_kind",
            kind=kind.zh,
            other=other.zh,
            kind_en=kind.value,
            other_en=other.value,
        )
    ]


def _notes_on_sheet(source: Source, chosen: Chosen) -> list[Note]:
    """
    Say what else is in the workbook, and what is hidden in the sheet.
    """
    notes = []
    if chosen.others:
        listed = "、".join(f"「{sheet.name}」" for sheet in chosen.others)
        notes.append(
            note_on_file("other_sheets", sheet=chosen.sheet.name, others=listed)
        )
    if chosen.sheet.hidden:
        notes.append(note_on_file("sheet_hidden", sheet=chosen.sheet.name))
    if hidden := source.hidden_rows(chosen.sheet):
        notes.append(note_on_file("rows_hidden", count=hidden))
    return notes


def _comparable(names: Collection[str]) -> frozenset[str]:
    """
    Fold names; codes are compared as they are.
    """
    return frozenset((*map(folded, names), *names))
