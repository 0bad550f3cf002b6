"""
What the clock flags of a penalty (处罚违规警示): not performed, and not taken to court.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.acts import Reach, act
from domain.audit_trail.file import (
    AuditTrail,
    Breach,
    RuleBreachFlagged,
    breach_claim,
)
from domain.base import Fact, Role, Time
from domain.circumstances import Circumstances
from domain.law.statutes import COERCION_LAW
from domain.limits import Limit, limit_if_any
from domain.penalty.facts import PenaltyServed
from domain.penalty.facts_of_execution import (
    CompulsoryExecutionApplied,
    ExecutionAgreementMade,
    ExecutionSuspended,
)
from domain.penalty.facts_of_payment import DeferralDecided
from domain.penalty.file import Penalty
from domain.procedures.challenges import (
    JUDGED,
    REVIEWED,
    is_challenged,
    resting_days,
    results_on,
)
from domain.procedures.times_of_penalties import time_to_sue, window_limit
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import end_of

WINDOW: Final = COERCION_LAW.article(53)

#: By what an execution goes on or rests lawfully.
_ANSWERS: Final = (
    CompulsoryExecutionApplied,
    ExecutionAgreementMade,
    ExecutionSuspended,
)


@act(
    "警示未按期申请强制执行",
    "Flag a decision that was not taken to court",
    by=Role.CLOCK,
    under=WINDOW,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-33",),
    rows=("SUS-11", "AUD-03"),
)
def flag_not_enforced(penalty: Penalty, at: Circumstances) -> None:
    """
    Flag that a decision was neither performed nor taken to court in the window, nor
    does its execution rest by a ground of the law.

    Args:
        penalty: The penalty.
        at: The end of the window.

    Raises:
        OutOfOrder: If no window runs, it was performed, goes on or rests, is
            challenged or was so when the window ended, or this is flagged.
        OutOfTime: If the window is open, or the one that a result has left.

    Source:
        行政强制法 53.
    """
    began, limit = _window(penalty, at)
    assert began is not None
    assert limit is not None
    AuditTrail.start(
        RuleBreachFlagged,
        at,
        because=penalty,
        cause=began.id,
        owner=penalty.body,
        about=penalty.id,
        breach=Breach.NOT_ENFORCED,
        rule=limit.rule,
        started_by=began.id,
        limit_passed=limit,
    )


@flag_not_enforced.unless
def cannot_flag(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    The window is over, and nothing was done that the law knows.
    """
    began, limit = _window(penalty, at)
    if began is None or limit is None:
        yield OutOfOrder("no_time_set", under=WINDOW)
        return
    if at.holder(breach_claim(Breach.NOT_ENFORCED, began.id)):
        yield OutOfOrder("flagged_already", under=WINDOW, rule=limit.rule)
    ends_on = max(limit.ends_on, _left_by_result(penalty, at) or limit.ends_on)
    if at.now <= end_of(ends_on):
        first = _first_window(penalty, at)
        is_put_off = first is not None and first.ends_at < at.now <= limit.ends_at
        if is_put_off:
            yield OutOfOrder("done_in_time", under=WINDOW, rule=limit.rule)
        yield OutOfTime("time_not_over", under=WINDOW, until_on=ends_on)
    answered = any(isinstance(fact, _ANSWERS) for fact in penalty.history)
    challenged = is_challenged(at, penalty.id)
    challenged |= limit.ends_on in resting_days(at, penalty.id)
    if answered or challenged or not penalty.is_unperformed:
        yield OutOfOrder("done_in_time", under=WINDOW, rule=limit.rule)


def _served(penalty: Penalty) -> PenaltyServed | None:
    """
    Give the newest service of the decision.
    """
    found = [fact for fact in penalty.history if isinstance(fact, PenaltyServed)]
    return found[-1] if found else None


def _window(penalty: Penalty, at: Circumstances) -> tuple[Fact | None, Limit | None]:
    """
    Reckon the window by the calendar in force now, and name what began it: the newest
    deferral since the service that outlasts the time to sue, or else the service.
    """
    served = _served(penalty)
    since = penalty.history.index(served) if served else 0
    deferred = [f for f in penalty.history[since:] if isinstance(f, DeferralDecided)]
    granted = [fact for fact in deferred if fact.window_limit is not None]
    if granted:
        last_on = granted[-1].instalments[-1].pay_until
        return granted[-1], limit_if_any(at, "CO.court.window.deferred", last_on)
    return served, _first_window(penalty, at)


def _first_window(penalty: Penalty, at: Circumstances) -> Limit | None:
    """
    Reckon the window of a decision that was not put off.
    """
    if penalty.served_on is None:
        return None
    return window_limit(at, penalty.kinds, penalty.served_on)


def _left_by_result(penalty: Penalty, at: Circumstances) -> date | None:
    """
    Give the last day to ask the court after a review or a judgment, if there was one.
    """
    if not any(results_on(at, penalty.id, each) for each in (REVIEWED, JUDGED)):
        return None
    return time_to_sue(penalty, at)[1].ends_on
