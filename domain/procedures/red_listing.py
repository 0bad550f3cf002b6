"""
The red list (守信红名单): for who meets every condition of the place, and no longer.

It is the place's own policy: which conditions there are, and how long an entry lasts,
stands in its rule pack.
"""

from collections.abc import Iterable, Iterator

from domain.acts import Reach, act, opening
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first
from domain.imported_record.file import ImportedRecord
from domain.limits import limit_if_any
from domain.list_entry.choices import RedCondition, RedEnding, Stage
from domain.list_entry.facts_of_red import (
    RedlistEntryExpired,
    RedlistEntryMade,
    RedlistEntryProposed,
    RedlistEntryRemoved,
    RedProof,
)
from domain.list_entry.file import ListEntry
from domain.list_entry.grounds import RED, not_red
from domain.printed import ListGeneration
from domain.procedures.listing import Subject, subject_of
from domain.procedures.publicity_of_entries import end_listing, withdraw_listing
from domain.publication.file import WithdrawalGround
from domain.references import EnterpriseRef
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import end_of

CONDITIONS = "redlist.conditions"


@opening(
    "拟列红名单",
    "Propose for the red list",
    by=HEADS,
    under=RED,
    rules=("INV-40",),
    rows=("CRD-03",),
)
def propose_red_entry(
    at: Circumstances,
    *,
    enterprise: EnterpriseRef,
    red_proofs: tuple[RedProof, ...],
    reasons: str,
) -> ListEntry:
    """
    Propose an enterprise for the red list, with what shows each condition.

    Args:
        at: Who, when.
        enterprise: The enterprise.
        red_proofs: What shows that a condition is met, one for each.
        reasons: Why.

    Raises:
        NoSuchCase: If there is no such enterprise.
        OutOfOrder: If another file of it leads, it is proposed or listed already, a
            condition of the place is without proof, or no reasons are given.

    Source:
        安监总办〔2017〕133号, as far as the place has adopted it.
    """
    first(yielding(at.read(Enterprise, enterprise)))
    for entry in Subject(enterprise).entries(at):
        if not entry.is_black and (entry.is_pending or entry.is_live):
            raise OutOfOrder("entry_already", under=RED, entry=entry.id)
    first(_unproven(at, red_proofs))
    first(blank(reasons, "reasons_missing", under=RED))
    return ListEntry.start(
        RedlistEntryProposed,
        at,
        because=at.read(Enterprise, enterprise),
        enterprise=enterprise,
        red_proofs=red_proofs,
        reasons=reasons,
    )


@act(
    "列入红名单",
    "Put on the red list",
    by=HEADS,
    under=RED,
    rules=("INV-40",),
    rows=("CRD-03",),
)
def make_red_entry(entry: ListEntry, at: Circumstances, *, reasons: str) -> None:
    """
    Put an enterprise on the red list that meets every condition.

    Args:
        entry: The entry.
        at: Who, when.
        reasons: What was found.

    Raises:
        OutOfOrder: If it is not proposed, is on the black list, or a condition of the
            place is without proof.

    Source:
        安监总办〔2017〕133号, as far as the place has adopted it.
    """
    limit = limit_if_any(at, "RL.term", at.on)
    entry.record(
        RedlistEntryMade,
        at,
        reasons=reasons,
        red_conditions=_wanted(at),
        until_on=limit.ends_on if limit else None,
    )


@make_red_entry.unless
def cannot_make_red(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    Proposed, with proof of every condition, and not black-listed.
    """
    yield from not_red(entry, Stage.PROPOSED)
    for other in _black(entry, at):
        yield OutOfOrder("on_black_list", under=RED, entry=other)
    proofs = (
        proof
        for fact in entry.history
        if isinstance(fact, RedlistEntryProposed)
        for proof in fact.red_proofs
    )
    yield from _unproven(at, proofs)


def _unproven(at: Circumstances, proofs: Iterable[RedProof]) -> Iterable[Refused]:
    """
    A condition of the place has nothing that shows it: what is proposed without could
    neither be made nor be proposed again.
    """
    proven = {proof.red_condition for proof in proofs if proof.evidence}
    missing = [each for each in _wanted(at) if each not in proven]
    if missing:
        yield OutOfOrder("condition_open", under=RED, missing=missing)


def _wanted(at: Circumstances) -> tuple[RedCondition, ...]:
    words = at.rules.words(CONDITIONS)
    return tuple(each for each in RedCondition if each.code in words)


def _black(entry: ListEntry, at: Circumstances) -> Iterator[object]:
    """
    Name what black-lists the enterprise today: an entry of ours, or of a list of 令11号
    that was imported; one of before is history and counts for nothing.
    """
    for other in subject_of(entry).entries(at):
        if other.is_black and other.is_live:
            yield other.id
    for each in at.tagged(f"enterprise/{entry.enterprise}/imported"):
        record = at.read(ImportedRecord, each)
        printed = record.entry
        if printed is None or printed.generation is not ListGeneration.ORDER_11:
            continue
        stands = record.is_linked and not record.has_ended
        if stands and record.enterprise == entry.enterprise and not printed.removed_on:
            since = printed.listed_on
            if since is None or at.on <= at.due("SD.term", since).day:
                yield record.id


@act(
    "移出红名单",
    "Remove from the red list",
    by=HEADS,
    under=RED,
    rules=("INV-40",),
    rows=("CRD-03",),
)
def remove_red_entry(entry: ListEntry, at: Circumstances, *, reasons: str) -> None:
    """
    Take an enterprise off the red list at once: a condition is broken.

    Args:
        entry: The entry.
        at: Who, when.
        reasons: Which, and how that is known.

    Raises:
        OutOfOrder: If it is not on the red list, or no reasons are given.

    Source:
        安监总办〔2017〕133号, as far as the place has adopted it.
    """
    first(blank(reasons, "reasons_missing", under=RED))
    entry.record(RedlistEntryRemoved, at, red_ending=RedEnding.BREACH, reasons=reasons)
    withdraw_listing(
        entry,
        at,
        withdrawal_ground=WithdrawalGround.LEFT_RED_LIST,
        reasons=reasons,
        changed_on=at.on,
    )


@remove_red_entry.unless
def cannot_remove_red(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    It is on the red list.
    """
    del at
    yield from not_red(entry, Stage.LISTED)


@act(
    "红名单期满",
    "Let a red entry expire",
    by=Role.CLOCK,
    under=RED,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-40",),
    rows=("CRD-03",),
)
def expire_red_entry(entry: ListEntry, at: Circumstances) -> None:
    """
    End an entry of the red list whose term is over.

    Args:
        entry: The entry.
        at: The end of its last day.

    Raises:
        OutOfOrder: If it is not on the red list.
        OutOfTime: If its term is not over, or it has none.

    Source:
        The rule pack of the place.
    """
    assert entry.until_on is not None
    entry.record(RedlistEntryExpired, at, until_on=entry.until_on)
    end_listing(entry, at, repaired=False)


@expire_red_entry.unless
def cannot_expire_red(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    On the red list, and its last day is over.
    """
    yield from not_red(entry, Stage.LISTED)
    until = entry.until_on
    if until is None or at.now <= end_of(until):
        yield OutOfTime("time_not_over", under=RED, until_on=until)
