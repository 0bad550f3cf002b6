"""
What the clock flags of coal mines (煤矿提请关闭警示): major hazards were found twice in
three months while the mine was producing, and nobody asked the government to close it.
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
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.hazard.choices import HazardLevel
from domain.hazard.facts import HazardGraded, HazardIdentified
from domain.hazard.file import Hazard
from domain.law.statutes import COAL_REGULATION
from domain.limits import Limit
from domain.procedures.closure_windows import COAL, mine_reached, window_ends
from domain.procedures.flagging_closures import as_at, is_requested
from domain.procedures.suspending import is_coal
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.suspension_order.file import SuspensionOrder
from domain.values import end_of

PRODUCING: Final = COAL_REGULATION.article(70, 2)


@act(
    "警示煤矿应提请关闭未提请",
    "Flag a closure of a mine that was not requested",
    by=Role.CLOCK,
    under=PRODUCING,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-31",),
    rows=("SUS-07", "AUD-03"),
)
def flag_mine_closure_not_requested(hazard: Hazard, at: Circumstances) -> None:
    """
    Flag that a major hazard is the second that visits to a coal mine found in three
    months while it was producing, and no closure is asked for.

    The law sets no day for the request: what had not been asked for by the end of the
    day on which it was graded is flagged, once for each such grading.

    Args:
        hazard: The hazard.
        at: The end of that day.

    Raises:
        OutOfOrder: If it is at no coal mine, was found by no visit or is no major one,
            no other was found in the window, closure was asked for, or this is flagged.
        OutOfTime: If that day is not over.

    Source:
        煤矿安全生产条例 70(2).
    """
    graded = graded_major(hazard)
    assert graded is not None
    AuditTrail.start(
        RuleBreachFlagged,
        at,
        because=hazard,
        cause=graded.id,
        owner=hazard.body,
        about=hazard.id,
        breach=Breach.CLOSURE_NOT_REQUESTED,
        rule=COAL,
        started_by=graded.id,
        limit_passed=Limit(COAL, PRODUCING, last_on=graded.deed.on),
    )


@flag_mine_closure_not_requested.unless
def cannot_flag_mine(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    So often, at a mine that was producing, the day over, and nobody asked.
    """
    graded = graded_major(hazard)
    ended = end_of(graded.deed.on) if graded else at.now
    if graded is None or not _is_reached(hazard, at, ended):
        yield OutOfOrder("nothing_to_flag", under=PRODUCING)
        return
    if at.holder(breach_claim(Breach.CLOSURE_NOT_REQUESTED, graded.id)):
        yield OutOfOrder("flagged_already", under=PRODUCING, rule=COAL)
    if at.now <= ended:
        yield OutOfTime("time_not_over", under=PRODUCING, until_on=graded.deed.on)
    since = graded.deed.on
    if is_requested(at, hazard.enterprise, since=since, ended=ended):
        yield OutOfOrder("done_in_time", under=PRODUCING, rule=COAL)


def graded_major(hazard: Hazard) -> HazardGraded | None:
    """
    Give the grading as a major hazard that stands.
    """
    found = [fact for fact in hazard.history if isinstance(fact, HazardGraded)]
    is_major = bool(found) and found[-1].hazard_level is HazardLevel.MAJOR
    return found[-1] if is_major else None


def _is_reached(hazard: Hazard, at: Circumstances, ended: datetime) -> bool:
    """
    Whether this hazard is one of enough at a mine, as far as was known at a moment.
    """
    if hazard.enterprise is None or not is_coal(at, hazard.enterprise):
        return False
    found: dict[str, date] = {}
    for each in at.tagged(f"enterprise/{hazard.enterprise}/hazard"):
        other = at.read(Hazard, each)
        first, known = other.history[0], as_at(other, ended)
        is_major = isinstance(known, Hazard) and known.is_major
        is_found = isinstance(first, HazardIdentified) and _is_producing(at, first)
        if is_major and is_found:
            found[str(other.inspection)] = first.deed.on
    return mine_reached(found, str(hazard.inspection), partial(window_ends, at))


def _is_producing(at: Circumstances, found: HazardIdentified) -> bool:
    """
    Whether nothing stopped production when a hazard was found, or that was defied.
    """
    for order in _suspensions_of(at, found.enterprise):
        then = as_at(order, found.deed.occurred_at)
        if isinstance(then, SuspensionOrder) and then.is_obeyed:
            return False
    return True


def _suspensions_of(at: Circumstances, enterprise: UUID) -> Iterable[SuspensionOrder]:
    """
    List the suspensions of an enterprise, by the hazards and penalties they rest on.
    """
    hazards = at.tagged(f"enterprise/{enterprise}/hazard")
    penalties = at.tagged(f"enterprise/{enterprise}/penalty")
    tags = (
        *(f"hazard/{each}/measure" for each in hazards),
        *(f"penalty/{each}/suspension" for each in penalties),
    )
    for tag in tags:
        for each in at.tagged(tag):
            order = at.find(SuspensionOrder, each)
            if order is not None:
                yield order
