"""
What the clock flags of major penalties (重大处罚备案警示): one that nobody filed with
the superior body in its time.
"""

from collections.abc import Iterable
from datetime import datetime

from domain.acts import Reach, act
from domain.audit_trail.file import (
    AuditTrail,
    Breach,
    RuleBreachFlagged,
    breach_claim,
)
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.penalty.facts import PenaltyDecided
from domain.penalty.facts_of_payment import PenaltyFiledWithSuperior
from domain.penalty.file import Penalty
from domain.penalty.paying import SUPERIOR
from domain.refusals import OutOfOrder, OutOfTime, Refused


@act(
    "警示重大处罚未按期备案",
    "Flag a major penalty that was not filed with the superior",
    by=Role.CLOCK,
    under=SUPERIOR,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-27",),
    rows=("PEN-11", "AUD-03"),
)
def flag_not_filed_with_superior(penalty: Penalty, at: Circumstances) -> None:
    """
    Flag that a major penalty was not filed with the superior body when the time for it
    was over: that of the old rules, or since then the one that the place sets.

    Args:
        penalty: The penalty.
        at: The end of that time.

    Raises:
        OutOfOrder: If no time runs for it, it fell, it was filed in time, or this is
            flagged.
        OutOfTime: If the time is not over.

    Source:
        总局令15号 62-64; since 2026-02-01 as the province says (待核).
    """
    decided = penalty.history[0]
    assert isinstance(decided, PenaltyDecided)
    limit = decided.superior_limit
    assert limit is not None
    AuditTrail.start(
        RuleBreachFlagged,
        at,
        because=penalty,
        cause=decided.id,
        owner=penalty.body,
        about=penalty.id,
        breach=Breach.NOT_FILED_WITH_SUPERIOR,
        rule=limit.rule,
        started_by=decided.id,
        limit_passed=limit,
    )


@flag_not_filed_with_superior.unless
def cannot_flag_unfiled(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    A time was set, it is over, and nothing was filed by then.
    """
    decided = penalty.history[0]
    limit = decided.superior_limit if isinstance(decided, PenaltyDecided) else None
    if limit is None:
        yield OutOfOrder("no_time_set", under=SUPERIOR)
        return
    if at.holder(breach_claim(Breach.NOT_FILED_WITH_SUPERIOR, decided.id)):
        yield OutOfOrder("flagged_already", under=SUPERIOR, rule=limit.rule)
    if at.now <= limit.ends_at:
        yield OutOfTime("time_not_over", under=SUPERIOR, until_on=limit.ends_on)
    if not penalty.stands or _is_filed(penalty, limit.ends_at):
        yield OutOfOrder("done_in_time", under=SUPERIOR, rule=limit.rule)


def _is_filed(penalty: Penalty, ended: datetime) -> bool:
    return any(
        isinstance(fact, PenaltyFiledWithSuperior) and fact.deed.occurred_at <= ended
        for fact in penalty.history
    )
