"""
Taking in rows that somebody else kept (导入): each a record of its own.

An imported row begins a thread of its own and concerns its import.
It starts no clock and is no act of this bureau.
The party and the authority are linked in the same commit where a code leaves no doubt;
else the party is held for a person (``domain.procedures.matching``).
"""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date

from domain.acts import opening
from domain.base import Role
from domain.circumstances import Circumstances
from domain.codes import holds_resident_id
from domain.document_number import comparison_key
from domain.folding import folded, folded_code
from domain.imported_record.file import ImportedRecord
from domain.imported_record.rows import (
    ImportedListEntryRecorded,
    ImportedNonPenaltyRecorded,
    ImportedPenaltyRecorded,
    ImportedPermitRecorded,
)
from domain.imported_record.screening import cites_safety_law, restricted_fields
from domain.printed import (
    ListTexts,
    Needed,
    NonPenalty,
    PenaltyTexts,
    PermitTexts,
    PrintedAuthority,
    PrintedListEntry,
    PrintedParty,
    PrintedPenalty,
    PrintedPermit,
    RowOrigin,
    SourceStatus,
    StatedStatus,
    belonging_to,
)
from domain.procedures.imported_rows import new_row, taken
from domain.refusals import BeyondTheLaw, OutOfTime, Refused
from domain.values import Personal

IMPORT = "发改办财金〔2018〕424号"
LISTS = "应急管理部令11号4"
NO_PENALTY = "行政处罚法33"


@opening(
    "导入行政处罚",
    "Record an imported penalty",
    by=Role.IMPORTER,
    under=IMPORT,
    rows=("AUD-04",),
)
def record_imported_penalty(
    at: Circumstances,
    *,
    origin: RowOrigin,
    row: Personal,
    party: PrintedParty,
    authority: PrintedAuthority,
    penalty: PrintedPenalty,
    texts: PenaltyTexts,
    stated: StatedStatus | None = None,
) -> ImportedRecord:
    """
    Record a penalty from a row, as printed.

    Args:
        at: Who, when.
        origin: The import, the row, and how it was read.
        row: The whole row, to be sealed.
        party: The party as printed.
        authority: The authority as printed.
        penalty: What was decided.
        texts: The free texts; they count as personal.
        stated: How it stands at its source, where the row says so.

    Raises:
        NoSuchCase: If there is no such import.
        OutOfOrder: If the row is known already (``duplicate``, with the record).
        OutOfTime: If the decision is said to lie ahead.
        BeyondTheLaw: If the record of this authority, number and party says something
            else, a code fails, or a needed value is missing, as the number of a
            penalty of the own body.

    Source:
        发改办财金〔2018〕424号; the kinds of 行政处罚法 9.
    """
    key = comparison_key(penalty.decision_no)
    new = new_row(
        at,
        ImportedPenaltyRecorded,
        (origin, row, party, authority),
        about=_numbered(penalty, key, texts),
        content=(replace(penalty, publicity=None), texts),
        stated=stated,
    )
    return taken(
        at,
        new,
        _cannot_penalise(at, penalty, authority),
        terms={
            "penalty": penalty,
            "texts": belonging_to(texts, row.subject),
            "decision_key": key,
            "screened": restricted_fields(texts),
            "under_safety_law": cites_safety_law(texts.legal_basis),
        },
    )


@opening(
    "导入不予处罚记录",
    "Record an imported decision not to penalise",
    by=Role.IMPORTER,
    under=NO_PENALTY,
    rows=("AUD-04",),
)
def record_imported_non_penalty(
    at: Circumstances,
    *,
    origin: RowOrigin,
    row: Personal,
    party: PrintedParty,
    authority: PrintedAuthority,
    penalty: PrintedPenalty,
    texts: PenaltyTexts,
    non_penalty: NonPenalty,
    stated: StatedStatus | None = None,
) -> ImportedRecord:
    """
    Record from a table of penalties a row that is none; it never counts as one.

    Args:
        at: Who, when.
        origin: The import, the row, and how it was read.
        row: The whole row, to be sealed.
        party: The party as printed.
        authority: The authority as printed.
        penalty: Number and day of the decision; no kind of penalty.
        texts: The free texts; they count as personal.
        non_penalty: What was decided instead.
        stated: How it stands at its source, where the row says so.

    Raises:
        NoSuchCase: If there is no such import.
        OutOfOrder: If the row is known already.
        OutOfTime: If the decision is said to lie ahead.
        BeyondTheLaw: As ``record_imported_penalty``.

    Source:
        行政处罚法 33.
    """
    key = comparison_key(penalty.decision_no)
    new = new_row(
        at,
        ImportedNonPenaltyRecorded,
        (origin, row, party, authority),
        about=_numbered(penalty, key, texts),
        content=(replace(penalty, publicity=None), texts),
        stated=stated,
    )
    return taken(
        at,
        new,
        _cannot_decide(at, penalty, authority),
        terms={
            "penalty": penalty,
            "texts": belonging_to(texts, row.subject),
            "non_penalty": non_penalty,
            "decision_key": key,
        },
    )


@opening(
    "导入行政许可",
    "Record an imported permit",
    by=Role.IMPORTER,
    under=IMPORT,
    rows=("LIC-01", "AUD-04"),
)
def record_imported_permit(
    at: Circumstances,
    *,
    origin: RowOrigin,
    row: Personal,
    party: PrintedParty,
    authority: PrintedAuthority,
    permit: PrintedPermit,
    permit_texts: PermitTexts,
    stated: StatedStatus | None = None,
) -> ImportedRecord:
    """
    Record a permit from a row, as printed; the register of permits is not changed.

    Args:
        at: Who, when.
        origin: The import, the row, and how it was read.
        row: The whole row, to be sealed.
        party: The party as printed.
        authority: The issuer as printed.
        permit: Numbers, class and validity.
        permit_texts: The free texts; they count as personal.
        stated: How it stands at its source, where the row says so.

    Raises:
        NoSuchCase: If there is no such import.
        OutOfOrder: If the row is known already.
        OutOfTime: If the decision is said to lie ahead.
        BeyondTheLaw: As ``record_imported_penalty``.

    Source:
        发改办财金〔2018〕424号.
    """
    numbers = (permit.permit_no, permit.decision_no)
    new = new_row(
        at,
        ImportedPermitRecorded,
        (origin, row, party, authority),
        about=tuple(map(comparison_key, numbers)),
        content=(permit, permit_texts),
        stated=stated,
    )
    return taken(
        at,
        new,
        _cannot_permit(at, permit),
        terms={
            "permit": permit,
            "permit_texts": belonging_to(permit_texts, row.subject),
        },
    )


@opening(
    "导入失信名单条目",
    "Record an imported list entry",
    by=Role.IMPORTER,
    under=LISTS,
    rows=("AUD-04",),
)
def record_imported_list_entry(
    at: Circumstances,
    *,
    origin: RowOrigin,
    row: Personal,
    party: PrintedParty,
    authority: PrintedAuthority,
    entry: PrintedListEntry,
    list_texts: ListTexts,
) -> ImportedRecord:
    """
    Record an entry of a published list, as history: nobody is listed by an import.

    Args:
        at: Who, when.
        origin: The import, the row, and how it was read.
        row: The row without identity numbers, to be sealed.
        party: The party as printed.
        authority: Who listed or reported it, as printed.
        entry: Generation of the list, days of listing and removal.
        list_texts: The free texts; they count as personal.

    Raises:
        NoSuchCase: If there is no such import.
        OutOfOrder: If the row is known already.
        OutOfTime: If it is said to be listed on a day ahead.
        BeyondTheLaw: If the row still has an identity number in it, a code fails, or a
            needed value is missing.

    Source:
        应急管理部令11号 4; lists before it ran one year (安监总办〔2017〕49号).
    """
    when = entry.listed_on.isoformat() if entry.listed_on else ""
    why = list_texts.listed_reason.text if list_texts.listed_reason else ""
    removed = entry.removed_on
    status = StatedStatus(SourceStatus.REMOVED, removed) if removed else None
    new = new_row(
        at,
        ImportedListEntryRecorded,
        (origin, row, party, authority),
        about=(entry.generation.code, when or f"{entry.list_name}|{folded(why)}"),
        content=(entry, list_texts),
        stated=status,
    )
    return taken(
        at,
        new,
        _cannot_list(at, entry, (row, *_personal(list_texts))),
        terms={
            "entry": entry,
            "list_texts": belonging_to(list_texts, row.subject),
        },
    )


# -- grounds of each kind --------------------------------------------------------------


def _cannot_penalise(
    at: Circumstances, penalty: PrintedPenalty, authority: PrintedAuthority
) -> Iterable[Refused]:
    yield from _cannot_decide(at, penalty, authority)
    amounts = (penalty.fine_fen or 0, penalty.confiscated_fen or 0)
    if min(amounts) < 0:
        yield BeyondTheLaw("negative_amount", under=IMPORT)


def _cannot_decide(
    at: Circumstances, penalty: PrintedPenalty, authority: PrintedAuthority
) -> Iterable[Refused]:
    yield from _ahead(at, penalty.decided_on)
    code = folded_code(authority.authority_code)
    is_own = bool(code) and at.holder(f"uscc/{code}") == at.actor.body
    if is_own and not penalty.decision_no.strip():
        yield BeyondTheLaw("value_missing", under=IMPORT, value=Needed.DECISION_NO)


def _numbered(
    penalty: PrintedPenalty, key: str, texts: PenaltyTexts
) -> tuple[str, ...]:
    """
    Say by what a decision is known: its number, or where others give none, its day and
    what it says.
    """
    if key:
        return (key,)
    content = texts.penalty_content.text if texts.penalty_content else ""
    return (penalty.decided_on.isoformat(), folded(content))


def _cannot_permit(at: Circumstances, permit: PrintedPermit) -> Iterable[Refused]:
    yield from _ahead(at, permit.decided_on)
    if not (permit.permit_no or permit.decision_no):
        yield BeyondTheLaw("value_missing", under=IMPORT, value=Needed.PERMIT_NO)


def _cannot_list(
    at: Circumstances, entry: PrintedListEntry, texts: Iterable[Personal]
) -> Iterable[Refused]:
    yield from _ahead(at, entry.listed_on)
    if any(holds_resident_id(text.text) for text in texts):
        yield BeyondTheLaw("identity_number_in_list", under="个人信息保护法6")


def _personal(texts: ListTexts) -> Iterable[Personal]:
    values = (getattr(texts, each.name) for each in fields(texts))
    return (value for value in values if value is not None)


def _ahead(at: Circumstances, day: date | None) -> Iterable[Refused]:
    if day and day > at.on:
        yield OutOfTime("day_ahead", under=IMPORT, day=day)
