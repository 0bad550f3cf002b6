"""
What the clock flags of a list entry (名单违规警示): a measure left when it ended.
"""

from collections.abc import Iterable

from domain.acts import Reach, act
from domain.audit_trail.file import (
    AuditTrail,
    Breach,
    RuleBreachFlagged,
    breach_claim,
)
from domain.base import Fact, Role, Time
from domain.circumstances import Circumstances
from domain.joint_measure.file import (
    IncentiveEnded,
    JointMeasure,
    PartnerMeasureLifted,
)
from domain.limits import Limit
from domain.list_entry.facts_of_removal import (
    BlacklistEntryExpired,
    BlacklistEntryRemoved,
    BlacklistEntryRevoked,
)
from domain.list_entry.file import ListEntry
from domain.list_entry.grounds import LIFTING
from domain.procedures.adoption import limit_in_force
from domain.procedures.ending_entries import measures_of
from domain.refusals import OutOfOrder, OutOfTime, Refused


@act(
    "警示移出后未解除措施",
    "Flag a measure left after the entry ended",
    by=Role.CLOCK,
    under=LIFTING,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-40",),
    rows=("CRD-02", "DIS-01", "AUD-03"),
)
def flag_measure_left(entry: ListEntry, at: Circumstances) -> None:
    """
    Flag that a measure of a partner still runs when the time to lift it is over.

    Args:
        entry: The entry.
        at: The end of that time.

    Raises:
        OutOfOrder: If no time runs, every measure is lifted, or this is flagged.
        OutOfTime: If the time is not over.

    Source:
        应急管理部令11号 14.
    """
    ended = _ended(entry)
    limit = limit_in_force(at, ended, entry.lift_limit) if ended else None
    assert ended is not None
    assert limit is not None
    AuditTrail.start(
        RuleBreachFlagged,
        at,
        because=entry,
        cause=ended.id,
        owner=entry.body,
        about=entry.id,
        breach=Breach.MEASURE_LEFT,
        rule=limit.rule,
        started_by=ended.id,
        limit_passed=limit,
    )


@flag_measure_left.unless
def cannot_flag_left(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    Over, its time to lift gone by, and a measure left.
    """
    ended = _ended(entry)
    limit = limit_in_force(at, ended, entry.lift_limit) if ended else None
    if ended is None or limit is None:
        yield OutOfOrder("no_time_set", under=LIFTING)
        return
    if at.holder(breach_claim(Breach.MEASURE_LEFT, ended.id)):
        yield OutOfOrder("flagged_already", under=LIFTING, rule=limit.rule)
    if at.now <= limit.ends_at:
        yield OutOfTime("time_not_over", under=LIFTING, until_on=limit.ends_on)
    if not any(_left_at(each, limit) for each in measures_of(entry, at)):
        yield OutOfOrder("done_in_time", under=LIFTING, rule=limit.rule)


def _left_at(measure: JointMeasure, limit: Limit) -> bool:
    """
    Whether a measure was not lifted by the end of a time.
    """
    ended = (
        fact.deed.occurred_at
        for fact in measure.history
        if isinstance(fact, PartnerMeasureLifted | IncentiveEnded)
    )
    return measure.is_active or max(ended) > limit.ends_at


def _ended(entry: ListEntry) -> Fact | None:
    kinds = (BlacklistEntryRemoved, BlacklistEntryRevoked, BlacklistEntryExpired)
    found = [fact for fact in entry.history if isinstance(fact, kinds)]
    return found[-1] if found and entry.is_over else None
