"""
Acts before a listing: the notice, what the subject says, and the decision not to list.
"""

from collections.abc import Iterable

from domain.acts import Reach, act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.list_grounds import ManagementMeasure
from domain.limits import limit_if_any
from domain.list_entry.choices import PENDING, Stage
from domain.list_entry.facts import (
    BlacklistEntryDeclined,
    BlacklistEntryNotified,
    EntryRecordedInCreditSystem,
    EntryStatementHeard,
)
from domain.list_entry.file import ListEntry
from domain.list_entry.grounds import DECISION, NOTICE, RECORDING, not_at
from domain.refusals import OutOfOrder, Refused
from domain.values import Personal, Upload

#: What the credit system has to know.
_REPORTED = frozenset((Stage.LISTED, Stage.REMOVED, Stage.REVOKED, Stage.EXPIRED))


@act(
    "列入告知",
    "Notify before listing",
    by=HEADS,
    under=NOTICE,
    time=Time.STATED,
    rules=("INV-39",),
    rows=("CRD-01",),
)
def notify_entry(
    entry: ListEntry,
    at: Circumstances,
    *,
    reasons: str,
    legal_basis: str,
    measures_told: tuple[ManagementMeasure, ...],
    rights_told: bool,
) -> None:
    """
    Record that the subject was told that it is to be listed, and may state its case.

    Args:
        entry: The entry.
        at: Who; the day on which the notice reached the subject.
        reasons: The facts and reasons that it was told.
        legal_basis: The provisions.
        measures_told: What follows from being listed.
        rights_told: Whether it was told that it may state its case.

    Raises:
        OutOfOrder: If it is not freshly proposed, or the notice lacks something.

    Source:
        应急管理部令11号 9; time by analogy with penalties (待核).
    """
    missing = [
        name
        for name, said in (
            ("reasons", reasons.strip()),
            ("legal_basis", legal_basis.strip()),
            ("measures_told", measures_told),
            ("rights_told", rights_told),
        )
        if not said
    ]
    if missing:
        raise OutOfOrder("notice_incomplete", under=NOTICE, no=1, missing=missing)
    entry.record(
        BlacklistEntryNotified,
        at,
        reasons=reasons,
        legal_basis=legal_basis,
        measures_told=measures_told,
        rights_told=rights_told,
        statement_limit=limit_if_any(at, "SD.statement", at.on),
    )


@notify_entry.unless
def cannot_notify(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    It is proposed, and was not notified.
    """
    del at
    yield from not_at(entry, Stage.PROPOSED, under=NOTICE)


@act(
    "听取列入陈述申辩",
    "Hear a statement on a listing",
    by=(Role.OFFICER, *HEADS),
    under=DECISION,
    time=Time.STATED,
    rules=("INV-39",),
    rows=("CRD-01",),
)
def hear_entry_statement(
    entry: ListEntry,
    at: Circumstances,
    *,
    statement: Personal,
    arguments_answered: str,
    paper: Upload | None = None,
) -> None:
    """
    Take in what the subject says, and answer each argument.

    Args:
        entry: The entry.
        at: Who; the day on which it was said.
        statement: What it says.
        arguments_answered: Which argument is taken, which not, and why.
        paper: The paper, where it was written.

    Raises:
        OutOfOrder: If it was not notified, was heard already, or nothing is answered.

    Source:
        应急管理部令11号 10, by analogy with penalties.
    """
    first(blank(arguments_answered, "answer_missing", under=DECISION))
    entry.record(
        EntryStatementHeard,
        at,
        statement=statement,
        arguments_answered=arguments_answered,
        paper=paper,
    )


@hear_entry_statement.unless
def cannot_hear(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    It was notified, and nobody was heard yet.
    """
    del at
    yield from not_at(entry, Stage.NOTIFIED, under=DECISION)


@act(
    "不予列入",
    "Decline to list",
    by=HEADS,
    under=DECISION,
    rows=("CRD-01",),
)
def decline_entry(entry: ListEntry, at: Circumstances, *, reasons: str) -> None:
    """
    Decide that the subject is not listed.

    Args:
        entry: The entry.
        at: Who, when.
        reasons: Why not.

    Raises:
        OutOfOrder: If it is decided already, or no reasons are given.

    Source:
        应急管理部令11号 10.
    """
    first(blank(reasons, "reasons_missing", under=DECISION))
    entry.record(BlacklistEntryDeclined, at, reasons=reasons)


@decline_entry.unless
def cannot_decline(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    Nothing is decided yet.
    """
    del at
    yield from not_at(entry, *sorted(PENDING, key=lambda s: s.code), under=DECISION)


@act(
    "录入安全生产信用信息系统",
    "Record that an entry is in the credit system",
    by=(Role.CLERK, *HEADS),
    under=RECORDING,
    time=Time.STATED,
    reach=Reach.OWN,
    rows=("CRD-01", "CRD-02"),
)
def record_entry_in_credit_system(
    entry: ListEntry,
    at: Circumstances,
    *,
    receipt_no: str,
    paper: Upload | None = None,
) -> None:
    """
    Record that the entry, or that it is over, was put into the credit system.

    Args:
        entry: The entry.
        at: Who; the day on which it was put in.
        receipt_no: What the system answered.
        paper: A print of it.

    Raises:
        OutOfOrder: If nothing was decided that the system has to know.

    Source:
        应急管理部令11号 11, 14.
    """
    entry.record(
        EntryRecordedInCreditSystem,
        at,
        entry_state=entry.stage,
        receipt_no=receipt_no,
        paper=paper,
    )


@record_entry_in_credit_system.unless
def cannot_record(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    It is listed, or was.
    """
    del at
    stages = sorted(_REPORTED, key=lambda s: s.code)
    yield from not_at(entry, *stages, under=RECORDING)
