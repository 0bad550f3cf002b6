"""
What is told of a row (逐行结果): accepted, known already, or why it is refused.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.refusals import Difference, Refused
from infra.failures import FactTooLarge
from infra.tables import Kind, Note, Row, Severity, Table
from services.web import labels
from services.web.faults import Malformed
from services.web.import_report import DUPLICATE, RowOutcome
from services.web.import_rows import may_be_a_person

#: Refusals that say that somebody's ledger has the row's subject already.
KNOWN: Final = frozenset({DUPLICATE, "registered_elsewhere"})
#: The row told something more of an enterprise on file, and nothing else.
ADDED: Final = "added_to_file"

#: Which field a refusal of the act is about.
_FIELDS: Final = {
    "uscc_invalid": "uscc",
    "uscc_taken": "uscc",
    "reg_no_invalid": "reg_no",
    "reg_no_taken": "reg_no",
    "org_code_invalid": "org_code",
    "org_code_taken": "org_code",
    "party_code_missing": "uscc",
    "name_masked": "name",
    "name_missing": "name",
    "unknown_region": "region_code",
    "unknown_industry": "industry_class",
    "conflicting_row": "decision_no",
    "negative_amount": "fine_amount",
    "person_with_a_code": "party_class",
    "day_ahead": "decided_on",
}
#: Canonical field of a term, where the two are called otherwise.
_FIELD_OF_TERM: Final = {
    "region": "region_code",
    "employees_count": "employees",
    "industry": "industry_class",
    "sector": "supervision_industry",
    "subject_kind": "entity_type",
    "risk_features": "risk_feature",
    "authority_name": "authority",
    "authority_code": "authority_uscc",
    "permit_name": "certificate_name",
    "printed_value": "",
    "values": "",
}
_OF_PARTY: Final = frozenset({"uscc", "reg_no", "org_code", "name"})
_TO_BE_SEEN: Final = (Severity.WARNED, Severity.HELD)
_ADDED: Final = (
    "该企业已在册，本行与在册内容一致；本行已留存，在册没有的内容已补充。",
    "The enterprise is on file; the row agrees, was kept, and added what was new.",
)
_VOID: Final = (
    "该企业在来源名录中已作废，不登记入名录。",
    "The enterprise is void in its source and is not entered in the register.",
)


def blank_of(row: Row, table: Table) -> RowOutcome:
    """
    Begin the outcome of a row: refused, until something better is known.

    A name that may be a natural person's does not stand among its values.
    """
    values = dict(row.values)
    if may_be_a_person(row, table):
        values.pop(f"{table.reader.prefix}name", None)
    return RowOutcome(row.number, ok=False, values=values)


def unfit_for(row: Row, blank: RowOutcome, table: Table) -> RowOutcome | None:
    """
    Say why a row cannot even be tried.
    """
    if row.fault is not None:
        return _noted(blank, (row.fault,))
    if table.kind is Kind.ENTERPRISES and row.kind_hint == "void":
        return _said(blank, "void_entry", _VOID, field="void_flag")
    return None


def accepted(row: Row, blank: RowOutcome, fact: str) -> RowOutcome:
    """
    Say that a row was recorded, and what somebody should see of it.
    """
    seen = [note for note in row.notes if note.severity in _TO_BE_SEEN]
    return _noted(replace(blank, ok=True, fact=fact), seen)


def added(row: Row, blank: RowOutcome, fact: str) -> RowOutcome:
    """
    Say that a row told something more of an enterprise that is on file.
    """
    told = _said(blank, ADDED, _ADDED)
    noted = accepted(row, blank, fact)
    return replace(
        told,
        ok=True,
        fact=fact,
        zh=" ".join(filter(None, (told.zh, noted.zh))),
        en=" ".join(filter(None, (told.en, noted.en))),
    )


def doubled(blank: RowOutcome, earlier: RowOutcome) -> RowOutcome:
    """
    Say that a row repeats one of its file, and fares as that one did.
    """
    zh = f"与第{earlier.row}行相同。"
    en = f"It says the same as row {earlier.row}."
    if earlier.ok:
        told = _said(blank, DUPLICATE, (zh, en))
        return replace(told, ok=True, fact=earlier.fact)
    sentences = (f"{zh}{earlier.zh}", f"{en} {earlier.en}")
    return _said(blank, earlier.code, sentences, field=earlier.field)


def known_already(
    blank: RowOutcome, fact: str, refused: Refused | None = None
) -> RowOutcome:
    """
    Say that the ledger has it; which fact says so, where the reader may know.
    """
    sentences = ("所载内容已在账本中。", "What it says is in the ledger already.")
    if refused is not None and refused.code != DUPLICATE:
        sentences = (labels.sentence(refused, "zh"), labels.sentence(refused, "en"))
    told = _said(blank, DUPLICATE, sentences)
    return replace(told, ok=True, fact=fact)


def malformed_for(blank: RowOutcome, malformed: Malformed) -> RowOutcome:
    """
    Say which value the register cannot take.
    """
    fault = malformed.faults[0]
    place = fault.pointer.rpartition("/")[2]
    return _said(blank, fault.code, (fault.zh, fault.en), field=place)


def too_large_for(blank: RowOutcome, failure: FactTooLarge, table: Table) -> RowOutcome:
    """
    Say which value is too long for the ledger.
    """
    term = failure.path.rpartition("/")[2]
    place = _FIELD_OF_TERM.get(term, term)
    if term == "party_name":
        place = f"{table.reader.prefix}name"
    return _said(blank, failure.code, (failure.zh, failure.en), field=place)


def refused_for(blank: RowOutcome, refused: Refused, table: Table) -> RowOutcome:
    """
    Say why the act refused a row.
    """
    place = _FIELDS.get(refused.code, "") or _first_difference(refused)
    if place in _OF_PARTY:
        place = f"{table.reader.prefix}{place}"
    sentences = (labels.sentence(refused, "zh"), labels.sentence(refused, "en"))
    return _said(blank, refused.code, sentences, field=place)


def _first_difference(refused: Refused) -> str:
    """
    Name the field of the first value that differs from what is on file.
    """
    found = refused.facts.get("differences")
    first = found[0] if isinstance(found, tuple) and found else None
    if not isinstance(first, Difference):
        return ""
    return _FIELD_OF_TERM.get(first.term, first.term)


def _said(
    blank: RowOutcome, code: str, sentences: tuple[str, str], *, field: str = ""
) -> RowOutcome:
    zh, en = sentences
    return replace(
        blank,
        code=code,
        field=field,
        zh=f"第{blank.row}行：{zh}",
        en=f"Row {blank.row}: {en}",
    )


def _noted(outcome: RowOutcome, notes: Sequence[Note]) -> RowOutcome:
    """
    Put what is to be said about a row into its outcome; the first note names it.
    """
    if not notes:
        return outcome
    return replace(
        outcome,
        code=notes[0].code,
        field=notes[0].field,
        zh=" ".join(note.zh for note in notes),
        en=" ".join(note.en for note in notes),
    )
