"""
Suspending production (责令停产停业): against a danger, at once; or as a penalty served.
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import Power, opening
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first, past
from domain.hazard.file import Hazard
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import DRAFT_OPINION, PENALTY_LAW, SAFETY_LAW
from domain.limits import Limit, limit_if_any
from domain.penalty.file import Penalty
from domain.procedures.grounds_of_measures import RestsOn, examined
from domain.references import EnterpriseRef, HazardRef, PenaltyRef
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, Refused
from domain.suspension_order.choices import SuspensionKind
from domain.suspension_order.facts import (
    SuspensionNotRequiredDecided,
    SuspensionOrdered,
)
from domain.suspension_order.file import SuspensionOrder

STOP = SAFETY_LAW.article(65, 3)
PENALTY = PENALTY_LAW.article(9, 4)
NOT_REQUIRED = f"{DRAFT_OPINION.zh}(十四)"

#: Division of the national economy that coal mines belong to.
_COAL = "06"


@opening(
    "责令暂时停产停业",
    "Suspend production against a danger",
    by=(Role.OFFICER, *HEADS),
    under=STOP,
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-16", "INV-30", "INV-32"),
    rows=("SUS-01", "HAZ-11"),
)
def order_suspension(
    at: Circumstances,
    *,
    rests_on: RestsOn,
    scope: str,
    resumption_conditions: tuple[str, ...] = (),
    coal: bool = False,
) -> SuspensionOrder:
    """
    Order production to stop because a major hazard cannot be removed safely.

    Args:
        at: Who, when.
        rests_on: Against whom, why, on what it rests: a major hazard among it.
        scope: What stops: the whole, a shop, a piece of equipment.
        resumption_conditions: What has to be done before production resumes.
        coal: Whether it is a coal mine, also where its industry does not say so.

    Raises:
        NoSuchCase: If what it rests on is another enterprise's.
        OutOfOrder: If it rests on no major hazard, or no scope is stated.

    Source:
        安全生产法 65(3); 国办发〔2024〕54号: no suspension at every turn.
    """
    ground = examined(at, rests_on, under=STOP)
    first(blank(scope, "scope_missing", under=STOP))
    if not ground.majors:
        raise OutOfOrder("no_major_hazard", under=STOP)
    coal = coal or is_coal(at, rests_on.enterprise)
    return SuspensionOrder.start(
        SuspensionOrdered,
        at,
        because=ground.leading,
        suspension_kind=SuspensionKind.TEMPORARY,
        enterprise=rests_on.enterprise,
        scope=scope,
        suspended_from=at.on,
        hazards=rests_on.hazards,
        orderers=at.officers,
        reason=rests_on.reason,
        coal=coal,
        resumption_conditions=resumption_conditions,
        case=rests_on.case,
        inspection=rests_on.inspection,
        publish_limit=publish_limit(at, coal=coal),
    )


@opening(
    "执行停产停业处罚",
    "Carry a suspension out as a penalty",
    by=HEADS,
    under=PENALTY,
    power=Power.PENALISE,
    rules=("INV-30", "INV-32"),
    rows=("SUS-01",),
)
def order_suspension_as_penalty(
    at: Circumstances,
    *,
    penalty: PenaltyRef,
    scope: str,
    reason: str,
    resumption_conditions: tuple[str, ...] = (),
    until_on: date | None = None,
    coal: bool = False,
) -> SuspensionOrder:
    """
    Order production to stop by a penalty that was decided and served.

    Args:
        at: The head, when.
        penalty: The penalty, which says so.
        scope: What stops.
        reason: Why.
        resumption_conditions: What has to be put right before production resumes.
        until_on: The last day, where the decision sets one.
        coal: Whether it is a coal mine, also where its industry does not say so.

    Raises:
        OutOfOrder: If the penalty does not stand, was not served, is on no enterprise,
            or is carried out already.
        OutOfTime: If the last day is over already.
        BeyondTheLaw: If it is no penalty of suspension.

    Source:
        行政处罚法 9(4), 63; 安全生产法 113: 停产停业整顿.
    """
    decided = at.read(Penalty, penalty)
    first(at.standing.grounds(order_suspension_as_penalty.said, decided, at))
    first(
        _no_penalty_of_suspension(at, decided),
        blank(scope, "scope_missing", under=PENALTY),
        past(until_on, at, under=PENALTY) if until_on else (),
    )
    assert decided.enterprise is not None
    coal = coal or is_coal(at, decided.enterprise)
    return SuspensionOrder.start(
        SuspensionOrdered,
        at,
        because=decided,
        suspension_kind=SuspensionKind.PENALTY,
        enterprise=decided.enterprise,
        scope=scope,
        suspended_from=at.on,
        hazards=(),
        orderers=at.officers,
        reason=reason,
        coal=coal,
        resumption_conditions=resumption_conditions,
        until_on=until_on,
        case=decided.case,
        penalty=penalty,
        publish_limit=publish_limit(at, coal=coal),
    )


def _no_penalty_of_suspension(at: Circumstances, decided: Penalty) -> Iterable[Refused]:
    if decided.enterprise is None:
        yield OutOfOrder("penalty_on_no_enterprise", under=PENALTY)
    if not decided.stands:
        yield OutOfOrder("decision_fallen", under=PENALTY)
    if decided.served_on is None:
        yield OutOfOrder("not_served", under=PENALTY)
    before = at.tagged(f"penalty/{decided.id}/suspension")
    if any(not at.read(SuspensionOrder, each).is_set_aside for each in before):
        yield OutOfOrder("suspension_already", under=PENALTY)
    if PenaltyKind.PRODUCTION_STOPPED not in decided.kinds:
        yield BeyondTheLaw("no_suspension_decided", under=PENALTY)


@opening(
    "决定无需停产",
    "Decide that no suspension is required",
    by=HEADS,
    under=NOT_REQUIRED,
    rows=("SUS-01",),
)
def decide_suspension_not_required(
    at: Circumstances,
    *,
    enterprise: EnterpriseRef,
    reason: str,
    hazards: tuple[HazardRef, ...] = (),
) -> SuspensionOrder:
    """
    Decide that production need not be suspended, and say why.

    Args:
        at: The head, when.
        enterprise: The enterprise.
        reason: Why not.
        hazards: Hazards that were considered.

    Raises:
        NoSuchCase: If a hazard is another enterprise's.
        OutOfOrder: If no reason is given.

    Source:
        实施意见(征求意见稿) (十四).
    """
    found = [at.read(Hazard, each) for each in hazards]
    for hazard in found:
        if hazard.enterprise != enterprise:
            raise NoSuchCase(
                "rests_on_other_enterprise", under=NOT_REQUIRED, file=hazard.id
            )
    first(blank(reason, "reason_missing", under=NOT_REQUIRED))
    return SuspensionOrder.start(
        SuspensionNotRequiredDecided,
        at,
        because=next(iter(found), None),
        enterprise=enterprise,
        reason=reason,
        hazards=hazards,
    )


def publish_limit(at: Circumstances, *, coal: bool) -> Limit | None:
    """
    Reckon until when a suspension or a resumption is announced.

    Source:
        煤矿安全生产条例 49: five working days; 国办发〔2018〕118号: twenty.
    """
    return limit_if_any(at, "CM.publish" if coal else "TS.after.general", at.on)


def is_coal(at: Circumstances, enterprise: EnterpriseRef) -> bool:
    """
    Whether the enterprise mines coal.

    Args:
        at: The circumstances; the enterprise joins the conditions.
        enterprise: The enterprise.
    """
    return mines_coal(at.read(Enterprise, enterprise).profile.industry)


def mines_coal(industry: str | None) -> bool:
    """
    Whether an industry is that of coal mines (GB/T 4754).
    """
    return industry is not None and industry.startswith(_COAL)
