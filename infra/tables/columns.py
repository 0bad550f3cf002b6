"""
Knowing the columns of one file by their headers, or asking (列的认定).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from domain.money import Unit
from infra.tables.notes import FileFault, Note, file_fault, note_on_file
from infra.tables.plain import quoted
from infra.tables.rows import Column, Dictionary
from infra.tables.shapes import IN_PARTS, REQUIRED, Shape, shape_of
from infra.tables.title import Title
from infra.tables.vocabulary import (
    IGNORED,
    Kind,
    fields_for,
    header_key,
    labels,
    proposals_for,
    unit_in_header,
)
from infra.tables.words import LEGAL_PERSON, NATURAL_PERSON

_PARTY_CODES = frozenset(
    {
        "party_uscc",
        "party_reg_no",
        "party_org_code",
        "party_code_mixed",
        "party_tax_no",
        "party_institution_no",
        "party_social_org_no",
    }
)
#: So many unknown headers are told with what they are like, and listed in a message.
_TOLD_COUNT_MAX = 20
_LEGAL_PERSON_ONLY = _PARTY_CODES | {"legal_rep", "legal_rep_id_no"}
_NATURAL_PERSON_ONLY = frozenset({"party_id_no", "party_id_type"})


@dataclass(frozen=True, slots=True)
class Recognised:
    """
    What is known of a file's columns.

    Args:
        columns: Those whose meaning is known, in their order.
        faults: What must be answered before a row is read.
        notes: What a person should see.
    """

    columns: tuple[Column, ...]
    faults: tuple[FileFault, ...]
    notes: tuple[Note, ...]


def recognise(names: tuple[str, ...], kind: Kind, dictionary: Dictionary) -> Recognised:
    """
    Say what each column of a file means.

    Args:
        names: The headers as printed; empty where there is none.
        kind: What the file is said to hold.
        dictionary: Answers to what was asked before.
    """
    answers = {header_key(name): to for name, to in dictionary.columns.items()}
    columns: list[Column] = []
    faults: list[FileFault] = []
    notes: list[Note] = []
    meanings = [_meanings(name, kind, answers) for name in names]
    certain = {fields[0] for fields in meanings if len(fields) == 1}
    for index, (name, fields) in enumerate(zip(names, meanings, strict=True)):
        chosen = _chosen(fields, certain)
        if len(chosen) > 1:
            words = [_labelled(field, kind) for field in chosen]
            faults.append(
                file_fault(
                    "column_unclear",
                    choices=chosen,
                    header=quoted(name),
                    meanings="、".join(words),
                )
            )
        elif chosen:
            column = Column(index, name, chosen[0], shape_of(chosen[0]))
            columns.append(column)
        elif name:
            is_told = len(notes) < _TOLD_COUNT_MAX
            likely = proposals_for(kind, name) if is_told else ()
            near = [_labelled(field, kind) for field in likely]
            notes.append(
                note_on_file(
                    "header_unknown",
                    column=name,
                    header=quoted(name),
                    near="、".join(near) or "—",
                )
            )
    faults += _doubled(columns, kind)
    faults += _missing(columns, kind, [n.column for n in notes])
    return Recognised(tuple(columns), tuple(faults), tuple(notes))


def with_units(
    columns: Iterable[Column], title: Title, unit: Unit | None
) -> tuple[tuple[Column, ...], tuple[Note, ...]]:
    """
    Give each column of amounts its unit: of its header, of the title, or as answered.

    An answer fills the gap where neither the header nor the title says anything.
    """
    found, notes = [], []
    for column in columns:
        if column.shape is not Shape.AMOUNT:
            found.append(column)
            continue
        own = unit_in_header(column.printed)
        chosen = own or title.unit or unit
        if own is None and chosen is not None:
            code = "unit_from_title" if title.unit else "unit_answered"
            notes.append(
                note_on_file(
                    code, column=column.printed, header=column.printed, unit=chosen.word
                )
            )
        found.append(
            Column(column.index, column.printed, column.field, column.shape, chosen)
        )
    return tuple(found), tuple(notes)


def template_class(columns: Iterable[Column]) -> str:
    """
    Say whose template it is: of legal persons, of natural persons, or mixed.
    """
    fields = {column.field for column in columns}
    of_legal = bool(fields & _PARTY_CODES)
    of_natural = bool(fields & _NATURAL_PERSON_ONLY)
    if of_natural and not fields & _LEGAL_PERSON_ONLY:
        return NATURAL_PERSON
    if of_legal and not of_natural and "party_class" not in fields:
        return LEGAL_PERSON
    return ""


def _meanings(name: str, kind: Kind, answers: dict[str, str]) -> tuple[str, ...]:
    """
    Say what a header can mean; an answer settles it.
    """
    if not name:
        return ()
    answered = answers.get(header_key(name))
    return (answered,) if answered else fields_for(kind, name)


def _chosen(fields: tuple[str, ...], certain: set[str]) -> tuple[str, ...]:
    """
    Settle an unclear header where another column already has its other meaning.

    名称 beside a column of parties is the name of the case.
    """
    if fields == ("party_name", "case_name") and "party_name" in certain:
        return ("case_name",)
    return fields


def _doubled(columns: list[Column], kind: Kind) -> list[FileFault]:
    """
    Find two columns with one meaning; neither is the better one.
    """
    places: defaultdict[str, list[Column]] = defaultdict(list)
    for column in columns:
        if column.field != IGNORED and column.field not in IN_PARTS:
            places[column.field].append(column)
    return [
        file_fault(
            "two_columns",
            choices=[column.printed for column in doubled],
            headers=_listed(column.printed for column in doubled),
            field=_labelled(field, kind),
        )
        for field, doubled in places.items()
        if len(doubled) > 1 and shape_of(field) is not Shape.IGNORED
    ]


def _missing(columns: list[Column], kind: Kind, unknown: list[str]) -> list[FileFault]:
    """
    Find the columns without which the file is of no use; said once, not for each row.
    """
    fields = {column.field for column in columns}
    return [
        file_fault(
            "column_missing",
            field=_labelled(group[0], kind),
            unknown=_listed(unknown) or "—",
        )
        for group in REQUIRED[kind]
        if not fields & set(group)
    ]


def _listed(headers: Iterable[str]) -> str:
    """
    List headers in a message: shortened, and not hundreds of them.
    """
    names = [f"「{quoted(name)}」" for name in headers]
    listed = "、".join(names[:_TOLD_COUNT_MAX])
    return listed if len(names) <= _TOLD_COUNT_MAX else f"{listed}…（{len(names)}）"


def _labelled(field: str, kind: Kind) -> str:
    return f"{labels(kind).get(field, field)}({field})"
