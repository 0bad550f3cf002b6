"""
How an entry of the black list ends (移出、撤销、期满), and how it comes back.

Whatever ends it, what is public of it ends in the same commit, and the measures of
partners that rest on it are to be lifted in the time of 令11号 14; the clock flags what
is left then (INV-40).
"""

from collections.abc import Iterable, Iterator
from datetime import date

from domain.acts import Reach, act
from domain.ban.file import Ban
from domain.ban.file import subject_tags as ban_tags
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.joint_measure.file import JointMeasure, entry_tag
from domain.law.ladders import Matter
from domain.limits import Limit, limit_if_any
from domain.list_entry.choices import (
    LIVE,
    RemovalCondition,
    RevocationGround,
    Stage,
)
from domain.list_entry.facts import BlacklistEntryNotified, EntryStatementExpired
from domain.list_entry.facts_of_removal import (
    BlacklistEntryExpired,
    BlacklistEntryRemoved,
    BlacklistEntryRestored,
)
from domain.list_entry.file import ListEntry
from domain.list_entry.grounds import (
    DECISION,
    EARLY,
    FRAUD,
    REMOVAL,
    REVOCATION,
    TERM,
    not_at,
)
from domain.penalty.facts_of_falling import DecisionVaried
from domain.penalty.file import Penalty
from domain.procedures.adoption import limit_in_force
from domain.procedures.listing import no_penalty, subject_of, term_of
from domain.procedures.publicity_of_entries import end_listing
from domain.procedures.revoking_entries import let_entry_fall
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import Upload, end_of

_LIVE = tuple(sorted(LIVE, key=lambda stage: stage.code))
_OF_THE_PENALTY = (RevocationGround.PENALTY_FALLEN, RevocationGround.PENALTY_VARIED)


# -- by the clock -------------------------------------------------------------------


@act(
    "陈述申辩期满",
    "Note that the time to state one's case is over",
    by=Role.CLOCK,
    under=DECISION,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-39",),
    rows=("CRD-01",),
)
def expire_entry_statement(entry: ListEntry, at: Circumstances) -> None:
    """
    Note that the subject said nothing in its time; nobody writes that by hand.

    Args:
        entry: The entry.
        at: The end of the time.

    Raises:
        OutOfOrder: If it was not notified, or was heard.
        OutOfTime: If the time is not over.

    Source:
        应急管理部令11号 10, by analogy with penalties.
    """
    limit = _statement_limit(entry, at)
    assert limit is not None
    entry.record(EntryStatementExpired, at, expired_on=limit.ends_on)


@expire_entry_statement.unless
def cannot_expire_statement(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    Notified, its time over by the calendar in force.
    """
    yield from not_at(entry, Stage.NOTIFIED, under=DECISION)
    limit = _statement_limit(entry, at)
    if limit is None:
        yield OutOfOrder("no_time_set", under=DECISION)
    elif at.now <= limit.ends_at:
        yield OutOfTime("time_not_over", under=DECISION, until_on=limit.ends_on)


def _statement_limit(entry: ListEntry, at: Circumstances) -> Limit | None:
    notices = [f for f in entry.history if isinstance(f, BlacklistEntryNotified)]
    if not notices:
        return None
    return limit_in_force(at, notices[-1], entry.statement_limit)


@act(
    "名单期满",
    "Let an entry expire",
    by=Role.CLOCK,
    under=TERM,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-40",),
    rows=("CRD-02",),
)
def expire_entry(entry: ListEntry, at: Circumstances) -> None:
    """
    End an entry whose term is over; whether duties are still open is noted (待核).

    Args:
        entry: The entry.
        at: The end of its last day.

    Raises:
        OutOfOrder: If it is not listed.
        OutOfTime: If its term is not over.

    Source:
        应急管理部令11号 13, 14.
    """
    assert entry.penalty is not None
    penalty = at.read(Penalty, entry.penalty)
    system, lift = _lift_limits(entry, at)
    entry.record(
        BlacklistEntryExpired,
        at,
        until_on=entry.until_on,
        duties_open=penalty.is_unperformed,
        lift_system_limit=system,
        lift_limit=lift,
    )
    end_listing(entry, at, repaired=False)


@expire_entry.unless
def cannot_expire(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    Listed, and its last day is over.
    """
    yield from not_at(entry, *_LIVE, under=TERM)
    yield from _running(entry.until_on, at)


def _running(until: date | None, at: Circumstances) -> Iterable[Refused]:
    if until is None or at.now <= end_of(until):
        yield OutOfTime("time_not_over", under=TERM, until_on=until)


# -- by a head ----------------------------------------------------------------------


@act(
    "提前移出名单",
    "Remove early from the black list",
    by=HEADS,
    under=REMOVAL,
    rules=("INV-40",),
    rows=("CRD-02",),
    matter=Matter.EARLY_REMOVAL,
)
def remove_entry(
    entry: ListEntry,
    at: Circumstances,
    *,
    conditions_met: tuple[RemovalCondition, ...],
    reasons: str,
) -> None:
    """
    Remove the subject before its term.

    Args:
        entry: The entry.
        at: Who, when.
        conditions_met: The conditions that were verified.
        reasons: What was found.

    Raises:
        OutOfOrder: If no application is examined, a condition is open, or a ban of the
            subject runs.

    Source:
        应急管理部令11号 18, 20.
    """
    missing = [each for each in RemovalCondition if each not in conditions_met]
    if missing:
        raise OutOfOrder("condition_open", under=EARLY, missing=missing)
    first(blank(reasons, "reasons_missing", under=REMOVAL))
    system, lift = _lift_limits(entry, at)
    entry.record(
        BlacklistEntryRemoved,
        at,
        conditions_met=conditions_met,
        reasons=reasons,
        lift_system_limit=system,
        lift_limit=lift,
    )
    end_listing(entry, at, repaired=True)


@remove_entry.unless
def cannot_remove(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    Examined; the penalty performed, no other ground, no ban of the subject running.
    """
    yield from not_at(entry, Stage.ACCEPTED, under=REMOVAL)
    if entry.penalty is not None and at.read(Penalty, entry.penalty).is_unperformed:
        open_one = (RemovalCondition.DUTIES_DONE,)
        yield OutOfOrder("condition_open", under=EARLY, missing=open_one)
    for other in subject_of(entry).entries(at):
        is_open = other.is_pending or other.is_live
        if other.id != entry.id and other.is_black and is_open:
            open_one = (RemovalCondition.NO_NEW_GROUND,)
            yield OutOfOrder("condition_open", under=EARLY, missing=open_one)
    for ban in _bans(entry, at):
        if ban.runs_on(at.on):
            yield OutOfOrder("ban_running", under=EARLY, until_on=ban.until_on)


def _bans(entry: ListEntry, at: Circumstances) -> Iterator[Ban]:
    for tag in ban_tags(entry.enterprise, entry.person_key):
        for each in at.tagged(tag):
            yield at.read(Ban, each)


@act(
    "撤销列入",
    "Revoke an entry",
    by=HEADS,
    under=REVOCATION,
    rules=("INV-41",),
    rows=("CRD-02",),
)
def revoke_entry(
    entry: ListEntry,
    at: Circumstances,
    *,
    revocation_ground: RevocationGround,
    reasons: str,
    effective_on: date,
    decision_no: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Take an entry back that was wrong, or whose basis is gone.

    Args:
        entry: The entry.
        at: Who, when.
        revocation_ground: Why.
        reasons: In words.
        effective_on: The day from which its basis is gone.
        decision_no: Number of the decision or judgment.
        evidence: That paper.

    Raises:
        OutOfOrder: If it is not listed, its basis stands as it was, or no reasons are
            given.

    Source:
        应急管理部令11号 15, 16.
    """
    assert entry.penalty is not None
    penalty = at.read(Penalty, entry.penalty)
    changed = {
        RevocationGround.PENALTY_FALLEN: not penalty.stands,
        RevocationGround.PENALTY_VARIED: any(
            isinstance(fact, DecisionVaried) for fact in penalty.history
        ),
    }
    if not changed.get(revocation_ground, True):
        raise OutOfOrder("basis_stands", under=REVOCATION, status=penalty.stage)
    first(blank(reasons, "reasons_missing", under=REVOCATION))
    let_entry_fall(
        entry,
        at,
        revocation_ground=revocation_ground,
        reasons=reasons,
        effective_on=effective_on,
        basis_fallen=revocation_ground in _OF_THE_PENALTY,
        decision_no=decision_no,
        evidence=evidence,
    )


@revoke_entry.unless
def cannot_revoke(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    It is listed.
    """
    del at
    yield from not_at(entry, *_LIVE, under=REVOCATION)


@act(
    "恢复列入",
    "Restore an entry",
    by=HEADS,
    under=FRAUD,
    rules=("INV-39", "INV-40"),
    rows=("CRD-02",),
)
def restore_entry(
    entry: ListEntry,
    at: Circumstances,
    *,
    reasons: str,
    evidence: tuple[Upload, ...],
) -> None:
    """
    List again, for a new term, whoever was removed early by fraud.

    Args:
        entry: The entry.
        at: Who, when.
        reasons: What was hidden or made up.
        evidence: What shows it; at least one.

    Raises:
        OutOfOrder: If it was not removed early, its penalty fell, there is no evidence,
            or the subject is on the red list by now.

    Source:
        应急管理部令11号 21.
    """
    first(blank(reasons, "reasons_missing", under=FRAUD))
    if not evidence:
        raise OutOfOrder("evidence_missing", under=FRAUD)
    until_on, early_from = term_of(at)
    entry.record(
        BlacklistEntryRestored,
        at,
        reasons=reasons,
        until_on=until_on,
        early_from=early_from,
        evidence=evidence,
    )


@restore_entry.unless
def cannot_restore(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    Removed early, on a penalty that stands, and not on the red list since.
    """
    yield from not_at(entry, Stage.REMOVED, under=FRAUD)
    if entry.penalty is not None:
        yield from no_penalty(at.read(Penalty, entry.penalty))
    for other in subject_of(entry).entries(at):
        if other.is_live and not other.is_black:
            yield OutOfOrder("on_red_list", under=FRAUD, entry=other.id)


# -- what has to be lifted ----------------------------------------------------------


def _lift_limits(
    entry: ListEntry, at: Circumstances
) -> tuple[Limit | None, Limit | None]:
    """
    Reckon until when the credit system says so, and measures are lifted, if any are.
    """
    left = any(measure.is_active for measure in measures_of(entry, at))
    lift = limit_if_any(at, "SD.lift", at.on) if left else None
    return limit_if_any(at, "SD.lift.system", at.on), lift


def measures_of(entry: ListEntry, at: Circumstances) -> Iterator[JointMeasure]:
    """
    Give the joint measures that rest on an entry.
    """
    for each in at.tagged(entry_tag(entry.id)):
        yield at.read(JointMeasure, each)
