"""
Acts on an application for early removal, and on an entry that is looked at again.
"""

from collections.abc import Iterable

from domain.acts import act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.limits import limit_if_any
from domain.list_entry.choices import LIVE, RemovalCondition, ReviewOutcome, Stage
from domain.list_entry.facts import BlacklistEntryReviewed
from domain.list_entry.facts_of_removal import (
    EarlyRemovalAccepted,
    EarlyRemovalApplied,
    EarlyRemovalRefused,
    RemovalProof,
)
from domain.list_entry.file import ListEntry
from domain.list_entry.grounds import (
    ACCEPTANCE,
    EARLY,
    REMOVAL,
    REVOCATION,
    not_at,
)
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import Upload


@act(
    "申请提前移出",
    "Apply for early removal",
    by=(Role.OFFICER, Role.CLERK),
    under=EARLY,
    time=Time.STATED,
    rules=("INV-40",),
    rows=("CRD-02",),
)
def apply_for_early_removal(
    entry: ListEntry,
    at: Circumstances,
    *,
    removal_proofs: tuple[RemovalProof, ...],
    credit_promise: Upload,
) -> None:
    """
    Take in that the subject asks to be removed before its term.

    Args:
        entry: The entry.
        at: Who; the day on which it asked.
        removal_proofs: What shows each of the conditions.
        credit_promise: Its public promise.

    Raises:
        OutOfOrder: If it is not listed, or has asked already.
        OutOfTime: Within twelve months of the listing.

    Source:
        应急管理部令11号 18.
    """
    entry.record(
        EarlyRemovalApplied,
        at,
        removal_proofs=removal_proofs,
        credit_promise=credit_promise,
        accept_limit=limit_if_any(at, "SD.early.accept", at.on),
    )


@apply_for_early_removal.unless
def cannot_apply(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    Listed for twelve months.
    """
    yield from not_at(entry, Stage.LISTED, under=EARLY)
    if entry.early_from is not None and at.on < entry.early_from:
        yield OutOfTime("too_early", under=EARLY, from_on=entry.early_from)


@act(
    "受理提前移出申请",
    "Accept an application for early removal",
    by=HEADS,
    under=ACCEPTANCE,
    rows=("CRD-02",),
)
def accept_early_removal(entry: ListEntry, at: Circumstances) -> None:
    """
    Take an application up: all three conditions are said to be met, with proof.

    Args:
        entry: The entry.
        at: Who, when.

    Raises:
        OutOfOrder: If nothing was applied for, or a condition is without proof.

    Source:
        应急管理部令11号 19.
    """
    entry.record(
        EarlyRemovalAccepted,
        at,
        removal_limit=limit_if_any(at, "SD.early.decide", at.on),
    )


@accept_early_removal.unless
def cannot_accept(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    An application awaits its answer, with a proof for each condition.
    """
    del at
    yield from not_at(entry, Stage.APPLIED, under=ACCEPTANCE)
    proven = {
        proof.removal_condition
        for fact in entry.history[::-1][:1]
        if isinstance(fact, EarlyRemovalApplied)
        for proof in fact.removal_proofs
        if proof.evidence
    }
    missing = [each for each in RemovalCondition if each not in proven]
    if missing and entry.stage is Stage.APPLIED:
        yield OutOfOrder("condition_open", under=EARLY, missing=missing)


@act(
    "不予提前移出",
    "Refuse an early removal",
    by=HEADS,
    under=REMOVAL,
    rows=("CRD-02",),
)
def refuse_early_removal(entry: ListEntry, at: Circumstances, *, reasons: str) -> None:
    """
    Decide that the subject stays listed.

    Args:
        entry: The entry.
        at: Who, when.
        reasons: Why.

    Raises:
        OutOfOrder: If nothing was applied for, or no reasons are given.

    Source:
        应急管理部令11号 19-20.
    """
    first(blank(reasons, "reasons_missing", under=REMOVAL))
    entry.record(EarlyRemovalRefused, at, reasons=reasons)


@refuse_early_removal.unless
def cannot_refuse(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    An application awaits its answer.
    """
    del at
    yield from not_at(entry, Stage.APPLIED, Stage.ACCEPTED, under=REMOVAL)


@act(
    "复核列入",
    "Review an entry",
    by=(Role.CLERK, *HEADS),
    under=REVOCATION,
    rules=("INV-41",),
    rows=("CRD-02",),
)
def review_entry(
    entry: ListEntry,
    at: Circumstances,
    *,
    review_outcome: ReviewOutcome,
    reasons: str,
) -> None:
    """
    Look at an entry again: it stands, or has to be examined.

    Args:
        entry: The entry.
        at: Who, when.
        review_outcome: What came of it.
        reasons: Why.

    Raises:
        OutOfOrder: If it is not listed, or no reasons are given.

    Source:
        应急管理部令11号 15.
    """
    first(blank(reasons, "reasons_missing", under=REVOCATION))
    entry.record(
        BlacklistEntryReviewed, at, review_outcome=review_outcome, reasons=reasons
    )


@review_entry.unless
def cannot_review(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    It is listed.
    """
    del at
    yield from not_at(entry, *sorted(LIVE, key=lambda s: s.code), under=REVOCATION)
