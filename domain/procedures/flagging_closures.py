"""
What the clock flags of closures (提请关闭警示): an enterprise with a major hazard was
penalised so often that the law wants it closed, and nobody asked the government.
"""

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from typing import Final
from uuid import UUID

from domain.acts import Reach, act
from domain.audit_trail.file import (
    AuditTrail,
    Breach,
    RuleBreachFlagged,
    breach_claim,
)
from domain.base import File, Role, Time, replay
from domain.circumstances import Circumstances
from domain.closure.choices import Stage
from domain.closure.file import Closure, ClosureRequested
from domain.hazard.file import Hazard
from domain.law.statutes import SAFETY_LAW
from domain.limits import Limit
from domain.penalty.file import Penalty
from domain.procedures.closure_windows import (
    counts_for_closure,
    imported_for_closure,
    window_ends,
    window_reached,
    with_imported,
)
from domain.procedures.own_penalties import decided
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import end_of

REPEATED: Final = SAFETY_LAW.article(113)


@act(
    "警示应提请关闭未提请",
    "Flag a closure that was not requested",
    by=Role.CLOCK,
    under=REPEATED,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-31",),
    rows=("SUS-07", "AUD-03"),
)
def flag_closure_not_requested(penalty: Penalty, at: Circumstances) -> None:
    """
    Flag that a penalty is the third in 180 days or the fourth in a year under the Work
    Safety Law, a major hazard stands, and no closure is asked for.

    The law sets no day for the request: what had not been asked for by the end of the
    day of the decision is flagged, once for each such decision.

    Args:
        penalty: The newest of those penalties.
        at: The end of the day of its decision.

    Raises:
        OutOfOrder: If there are fewer, no major hazard stood, closure was asked for,
            or this is flagged.
        OutOfTime: If that day is not over.

    Source:
        安全生产法 113(1).
    """
    first = decided(penalty)
    rule = _window(penalty, at)
    AuditTrail.start(
        RuleBreachFlagged,
        at,
        because=penalty,
        cause=first.id,
        owner=penalty.body,
        about=penalty.id,
        breach=Breach.CLOSURE_NOT_REQUESTED,
        rule=rule,
        started_by=first.id,
        limit_passed=Limit(rule, REPEATED, last_on=penalty.decided_on),
    )


@flag_closure_not_requested.unless
def cannot_flag_unrequested(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    So many, a major hazard, the day over, and nobody asked.
    """
    rule = _window(penalty, at)
    ended = end_of(penalty.decided_on)
    if not rule or not _has_major_hazard(penalty, at, ended):
        yield OutOfOrder("nothing_to_flag", under=REPEATED)
        return
    if at.holder(breach_claim(Breach.CLOSURE_NOT_REQUESTED, decided(penalty).id)):
        yield OutOfOrder("flagged_already", under=REPEATED, rule=rule)
    if at.now <= ended:
        yield OutOfTime("time_not_over", under=REPEATED, until_on=penalty.decided_on)
    since = penalty.decided_on
    if is_requested(at, penalty.enterprise, since=since, ended=ended):
        yield OutOfOrder("done_in_time", under=REPEATED, rule=rule)


def _window(penalty: Penalty, at: Circumstances) -> str:
    """
    Name the window that this penalty fills, counted back from its day.
    """
    if not counts_for_closure(penalty):
        return ""
    tagged = at.tagged(f"enterprise/{penalty.enterprise}/penalty")
    found = (at.read(Penalty, each) for each in tagged)
    own = [each.decided_on for each in found if counts_for_closure(each)]
    days = with_imported(own, imported_for_closure(at, penalty.enterprise))
    return window_reached(days, penalty.decided_on, partial(window_ends, at))


def _has_major_hazard(penalty: Penalty, at: Circumstances, ended: datetime) -> bool:
    """
    Whether a major hazard of the enterprise stood open at a moment.
    """
    for each in at.tagged(f"enterprise/{penalty.enterprise}/hazard"):
        hazard = as_at(at.read(Hazard, each), ended)
        if isinstance(hazard, Hazard) and hazard.open_major_hazard:
            return True
    return False


def as_at(file: File, moment: datetime) -> File | None:
    """
    Give a file as it stood at a moment; nothing where it was not there.
    """
    return replay(f for f in file.history if f.deed.occurred_at <= moment)


def is_requested(
    at: Circumstances, enterprise: UUID | None, *, since: date, ended: datetime
) -> bool:
    """
    Whether closure was asked for by a moment, and not declined before a day.

    Args:
        at: The circumstances; what is read joins the conditions.
        enterprise: Whose closure.
        since: A request that was declined before this day answers nothing.
        ended: The moment.
    """
    for each in at.tagged(f"enterprise/{enterprise}/closure"):
        closure = at.read(Closure, each)
        first = closure.history[0]
        if not isinstance(first, ClosureRequested) or first.deed.occurred_at > ended:
            continue
        is_over = closure.stage in (Stage.DECLINED, Stage.SET_ASIDE)
        if not is_over or closure.history[-1].deed.on >= since:
            return True
    return False
