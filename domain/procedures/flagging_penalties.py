"""
What the clock flags of a penalty (处罚违规警示): not performed, and not taken to court.
"""

from collections.abc import Iterable
from typing import Final

from domain.acts import Reach, act
from domain.audit_trail.file import (
    AuditTrail,
    Breach,
    RuleBreachFlagged,
    breach_claim,
)
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.law.statutes import COERCION_LAW
from domain.limits import Limit
from domain.penalty.facts_of_execution import (
    CompulsoryExecutionApplied,
    ExecutionAgreementMade,
    ExecutionSuspended,
)
from domain.penalty.facts_of_payment import DeferralDecided
from domain.penalty.file import Penalty
from domain.procedures.challenges import is_challenged
from domain.procedures.times_of_penalties import (
    TimeToSue,
    time_to_sue,
    window_limit,
)
from domain.refusals import OutOfOrder, OutOfTime, Refused

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
            challenged, or this is flagged.
        OutOfTime: If the window is open that runs from the service, from a deferral, or
            from the result of a review or a suit.

    Source:
        行政强制法 53; 行政处罚法 72(2); 行政诉讼法 95.
    """
    window = _window(penalty, at)
    assert window is not None
    AuditTrail.start(
        RuleBreachFlagged,
        at,
        because=penalty,
        cause=window.began.id,
        owner=penalty.body,
        about=penalty.id,
        breach=Breach.NOT_ENFORCED,
        rule=window.limit.rule,
        started_by=window.began.id,
        limit_passed=window.limit,
    )


@flag_not_enforced.unless
def cannot_flag(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    The window is over, and nothing was done that the law knows.
    """
    window = _window(penalty, at)
    if window is None:
        yield OutOfOrder("no_time_set", under=WINDOW)
        return
    limit = window.limit
    if at.holder(breach_claim(Breach.NOT_ENFORCED, window.began.id)):
        yield OutOfOrder("flagged_already", under=WINDOW, rule=limit.rule)
    if at.now <= limit.ends_at:
        first = _first_window(penalty, at)
        is_put_off = isinstance(window.began, DeferralDecided)
        if is_put_off and first is not None and first.ends_at < at.now:
            yield OutOfOrder("done_in_time", under=WINDOW, rule=limit.rule)
        yield OutOfTime("time_not_over", under=WINDOW, until_on=limit.ends_on)
    answered = any(isinstance(fact, _ANSWERS) for fact in penalty.history)
    challenged = is_challenged(at, penalty.id)
    if answered or challenged or not penalty.is_unperformed:
        yield OutOfOrder("done_in_time", under=WINDOW, rule=limit.rule)


def _window(penalty: Penalty, at: Circumstances) -> TimeToSue | None:
    """
    Reckon the window by the calendar in force now: from the service, the newest
    deferral, or the result of a review or a suit.
    """
    return time_to_sue(penalty, at) if _first_window(penalty, at) else None


def _first_window(penalty: Penalty, at: Circumstances) -> Limit | None:
    """
    Reckon the window of a decision that was neither put off nor challenged.
    """
    if penalty.served_on is None:
        return None
    return window_limit(at, penalty.kinds, penalty.served_on)
