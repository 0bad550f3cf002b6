"""
Approving a measure (强制措施审批): before it, or made up within a day of an urgent one.

A supply is cut only with the approval of the principal head, and only of an enterprise
that defies a lawful stop (安全生产法70); that approval is never made up.
"""

from collections.abc import Iterable

from domain.acts import Power, act, opening
from domain.base import HEADS, Role
from domain.circumstances import Circumstances
from domain.coercive_measure.choices import OF_SUPPLY, MeasureKind
from domain.coercive_measure.facts import MeasureApproved, SupplyGround
from domain.coercive_measure.file import CoerciveMeasure
from domain.grounds import blank, first
from domain.law.statutes import COERCION_LAW, SAFETY_LAW
from domain.limits import limit_if_any
from domain.procedures.grounds_of_measures import Ground, RestsOn, examined
from domain.refusals import (
    BeyondTheLaw,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
    Refused,
)
from domain.suspension_order.file import SuspensionOrder

APPROVAL = COERCION_LAW.article(18)
URGENT = COERCION_LAW.article(19)
TERM = COERCION_LAW.article(25)
SUPPLY = SAFETY_LAW.article(70)


@opening(
    "批准强制措施",
    "Approve a coercive measure",
    by=HEADS,
    under=APPROVAL,
    power=Power.COERCE,
    rules=("INV-32", "INV-44"),
    rows=("SUS-06",),
)
def approve_measure(
    at: Circumstances,
    *,
    measure_kind: MeasureKind,
    rests_on: RestsOn,
    term_days: int = 0,
    lifting_condition: str = "",
    supply_ground: SupplyGround | None = None,
) -> CoerciveMeasure:
    """
    Approve that a measure is imposed.

    Args:
        at: The head, when.
        measure_kind: Which.
        rests_on: Against whom, why, on what it rests.
        term_days: For how many days at most, for sealing and seizure.
        lifting_condition: When it is lifted, for a supply.
        supply_ground: For a supply: the stop that is defied, the danger, the safety.

    Raises:
        NotCompetent: If a supply is cut by another than the principal head.
        NoSuchCase: If what it rests on is another enterprise's.
        OutOfOrder: If it rests on nothing, has no end, or the conditions for cutting a
            supply are not all there.
        BeyondTheLaw: If the term is longer than the law allows.

    Source:
        行政强制法 18, 25; 安全生产法 65(4), 70.
    """
    of_supply = measure_kind in OF_SUPPLY
    if of_supply and at.actor.role is not Role.PRINCIPAL_HEAD:
        raise NotCompetent("principal_head_only", under=SUPPLY)
    ground = examined(at, rests_on, under=SUPPLY if of_supply else APPROVAL)
    if of_supply:
        first(_supply_not_to_be_cut(at, ground, rests_on, supply=supply_ground))
        first(blank(lifting_condition, "no_end", under=SUPPLY))
    else:
        first(_wrong_term(at, term_days))
    return CoerciveMeasure.start(
        MeasureApproved,
        at,
        because=ground.leading,
        measure_kind=measure_kind,
        enterprise=rests_on.enterprise,
        hazards=rests_on.hazards,
        reason=rests_on.reason,
        made_up=False,
        term_days=0 if of_supply else term_days,
        lifting_condition=lifting_condition,
        case=rests_on.case,
        inspection=rests_on.inspection,
        supply_ground=supply_ground if of_supply else None,
    )


def _wrong_term(at: Circumstances, term_days: int) -> Iterable[Refused]:
    if term_days < 1:
        yield OutOfOrder("no_end", under=TERM)
    longest = limit_if_any(at, "CO.term", at.on)
    days_max = (longest.ends_on - at.on).days if longest else term_days
    if term_days > days_max:
        yield BeyondTheLaw("term_too_long", under=TERM, days_max=days_max)


def _supply_not_to_be_cut(
    at: Circumstances,
    ground: Ground,
    rests_on: RestsOn,
    *,
    supply: SupplyGround | None,
) -> Iterable[Refused]:
    """
    A major hazard, a lawful stop, defiance, real danger, and safety ensured: all five.
    """
    if not ground.majors:
        yield OutOfOrder("no_major_hazard", under=SUPPLY)
    if supply is None:
        yield OutOfOrder("no_stop_decision", under=SUPPLY)
        return
    stop = at.read(SuspensionOrder, supply.stop_order)
    if stop.enterprise != rests_on.enterprise or not stop.is_active:
        yield OutOfOrder("no_stop_decision", under=SUPPLY)
    elif not stop.is_defied:
        yield OutOfOrder("stop_not_defied", under=SUPPLY)
    yield from blank(supply.real_danger, "no_real_danger", under=SUPPLY)
    yield from blank(supply.safety_ensured, "safety_not_ensured", under=SUPPLY)


@act(
    "补办强制措施批准",
    "Make up the approval of an urgent measure",
    by=HEADS,
    under=URGENT,
    power=Power.COERCE,
    rules=("INV-32",),
    rows=("SUS-06",),
)
def make_up_measure_approval(
    measure: CoerciveMeasure, at: Circumstances, *, reason: str
) -> None:
    """
    Approve a measure that was imposed urgently, within a day of it.

    Args:
        measure: The measure.
        at: The head, when.
        reason: Why it was needed.

    Raises:
        OutOfOrder: If it is not in force, was not urgent, is approved, or nobody
            reported it.
        OutOfTime: If the day is over: then it is lifted at once.

    Source:
        行政强制法 19.
    """
    first(blank(reason, "reason_missing", under=URGENT))
    assert measure.measure_kind is not None
    measure.record(
        MeasureApproved,
        at,
        measure_kind=measure.measure_kind,
        enterprise=measure.enterprise,
        hazards=measure.hazards,
        reason=reason,
        made_up=True,
        case=measure.case,
        inspection=measure.inspection,
    )


@make_up_measure_approval.unless
def cannot_make_up(measure: CoerciveMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    An urgent one in force, reported, and its day not over.
    """
    if not measure.awaits_approval:
        yield OutOfOrder("nothing_to_approve", under=URGENT, stage=measure.stage)
        return
    if not measure.is_reported:
        yield OutOfOrder("urgent_not_reported", under=URGENT)
    limit = measure.approve_limit
    if limit is not None and at.occurred_at > limit.ends_at:
        yield OutOfTime("urgent_approval_over", under=URGENT, until_at=limit.ends_at)
