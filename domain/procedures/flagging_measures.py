"""
What the clock flags of a measure (强制措施违规警示): urgent, not approved in time.
"""

from collections.abc import Iterable

from domain.acts import Reach, act
from domain.audit_trail.file import (
    AuditTrail,
    Breach,
    RuleBreachFlagged,
    breach_claim,
)
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.coercive_measure.facts import CoerciveMeasureImposed, MeasureApproved
from domain.coercive_measure.file import CoerciveMeasure
from domain.procedures.approving_measures import URGENT
from domain.refusals import OutOfOrder, OutOfTime, Refused


@act(
    "警示紧急强制措施未补办批准",
    "Flag an urgent measure that was not approved",
    by=Role.CLOCK,
    under=URGENT,
    time=Time.STATED,
    reach=Reach.ANY,
    rows=("SUS-06", "AUD-03"),
)
def flag_measure_not_approved(measure: CoerciveMeasure, at: Circumstances) -> None:
    """
    Flag that an urgent measure was neither approved nor lifted within a day.

    Args:
        measure: The measure.
        at: The end of that day.

    Raises:
        OutOfOrder: If it was not urgent, was approved or lifted in time, or this is
            flagged.
        OutOfTime: If the day is not over.

    Source:
        行政强制法 19.
    """
    imposed, limit = measure.history[0], measure.approve_limit
    assert limit is not None
    AuditTrail.start(
        RuleBreachFlagged,
        at,
        because=measure,
        cause=imposed.id,
        owner=measure.body,
        about=measure.id,
        breach=Breach.MEASURE_NOT_APPROVED,
        rule=limit.rule,
        started_by=imposed.id,
        limit_passed=limit,
    )


@flag_measure_not_approved.unless
def cannot_flag(measure: CoerciveMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    Urgent, its day over, and neither approved nor lifted by then.
    """
    limit, imposed = measure.approve_limit, measure.history[0]
    if limit is None or not isinstance(imposed, CoerciveMeasureImposed):
        yield OutOfOrder("no_time_set", under=URGENT)
        return
    if at.holder(breach_claim(Breach.MEASURE_NOT_APPROVED, imposed.id)):
        yield OutOfOrder("flagged_already", under=URGENT, rule=limit.rule)
    if at.now <= limit.ends_at:
        yield OutOfTime("time_not_over", under=URGENT, until_on=limit.ends_on)
    approved = any(isinstance(fact, MeasureApproved) for fact in measure.history)
    ended = measure.ended_at is not None and measure.ended_at <= limit.ends_at
    if approved or ended:
        yield OutOfOrder("done_in_time", under=URGENT, rule=limit.rule)
