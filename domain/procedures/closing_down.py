"""
Closing an enterprise for good (关闭), which only a government of county level or above
decides, on the facts of its ground (安全生产法113, 115).
"""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from domain.acts import Power, act, opening
from domain.base import HEADS, Role, Time
from domain.body.file import Body, BodyKind
from domain.circumstances import Circumstances
from domain.closure.choices import ClosureGround, Stage
from domain.closure.file import (
    Closure,
    ClosureDecided,
    ClosureDeclined,
    ClosureExecuted,
    ClosureRequested,
    IllegalSiteBanned,
)
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first
from domain.hazard.file import Hazard
from domain.jurisdictions import Level
from domain.law.statutes import SAFETY_LAW
from domain.limits import limit_if_any
from domain.penalty.file import Penalty
from domain.procedures.closure_windows import (
    counts_for_closure,
    imported_for_closure,
    window_ends,
    window_reached,
    with_imported,
)
from domain.procedures.revoking_licences import licences_left
from domain.references import (
    BodyRef,
    CaseRef,
    EnterpriseRef,
    HazardRef,
    PenaltyRef,
    SuspensionRef,
)
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, Refused
from domain.suspension_order.facts_of_resuming import ExpertAcceptanceFailed
from domain.suspension_order.file import SuspensionOrder
from domain.values import Personal, Upload

CLOSING = SAFETY_LAW.article(113)
DECIDER = SAFETY_LAW.article(115)

#: Grounds whose facts stand in a file of a suspension.
_ON_SUSPENSION = frozenset((ClosureGround.STILL_UNFIT, ClosureGround.SUSPENSION_DEFIED))

_LEVELS = frozenset((Level.NATIONAL, Level.PROVINCE, Level.PREFECTURE, Level.COUNTY))
_TAKING_IN = (Role.CLERK, *HEADS)


@opening(
    "提请关闭",
    "Request a closure",
    by=HEADS,
    under=CLOSING,
    power=Power.PENALISE,
    rules=("INV-31", "INV-16"),
    rows=("SUS-07", "SUS-09"),
)
def request_closure(
    at: Circumstances,
    *,
    enterprise: EnterpriseRef,
    closure_ground: ClosureGround,
    reason: str,
    government: BodyRef,
    hazards: tuple[HazardRef, ...] = (),
    penalties: tuple[PenaltyRef, ...] = (),
    suspension: SuspensionRef | None = None,
    case: CaseRef | None = None,
    evidence: tuple[Upload, ...] = (),
    coal: bool = False,
) -> Closure:
    """
    Ask the government to close an enterprise.

    Args:
        at: The head, when.
        enterprise: The enterprise.
        closure_ground: Which of the grounds.
        reason: What shows it.
        government: Of whom it is asked: county level or above.
        hazards: The hazards, for the first ground and for coal mines.
        penalties: The penalties, for the first ground; imported ones are counted with
            them.
        suspension: The suspension that failed or is defied.
        case: The case that it follows from.
        evidence: Papers; for an accident, its report.
        coal: Whether it is a coal mine.

    Raises:
        NoSuchCase: If something named is another enterprise's.
        OutOfOrder: If a fact of the ground is missing, or no reason is given.
        BeyondTheLaw: If it is no government of county level or above.

    Source:
        安全生产法 113, 115; 煤矿安全生产条例 70(2); only ground 2 needs a failed
        acceptance (INV-31).
    """
    first(at.standing.unfit(enterprise, at.officers, at))
    order = at.read(SuspensionOrder, suspension) if suspension else None
    found = tuple(at.read(Hazard, each) for each in hazards)
    decided = tuple(at.read(Penalty, each) for each in dict.fromkeys(penalties))
    for file in (*found, *decided, *filter(None, (order,))):
        if getattr(file, "enterprise", None) != enterprise:
            raise NoSuchCase("rests_on_other_enterprise", under=CLOSING, file=file.id)
    first(yielding(at.read(Enterprise, enterprise)))
    first(blank(reason, "reason_missing", under=CLOSING))
    first(_facts_missing(at, closure_ground, order, found=found, decided=decided))
    needs_proof = closure_ground in (
        ClosureGround.GRAVE_ACCIDENT,
        ClosureGround.BACKWARD_CAPACITY,
    )
    if needs_proof and not evidence:
        raise OutOfOrder("closure_unproved", under=CLOSING)
    first(_below_county(at, government))
    return Closure.start(
        ClosureRequested,
        at,
        because=next(iter((*filter(None, (order,)), *found, *decided)), None),
        enterprise=enterprise,
        closure_ground=closure_ground,
        reason=reason,
        government=government,
        coal=coal or bool(order and order.is_coal),
        hazards=hazards,
        penalties=tuple(dict.fromkeys(penalties)),
        suspension=suspension,
        case=case,
        evidence=evidence,
    )


def _facts_missing(
    at: Circumstances,
    ground: ClosureGround,
    order: SuspensionOrder | None,
    *,
    found: tuple[Hazard, ...],
    decided: tuple[Penalty, ...],
) -> Iterable[Refused]:
    """
    What the ground needs did not happen.
    """
    if ground in _ON_SUSPENSION and (order is None or not order.is_active):
        yield OutOfOrder("no_stop_decision", under=CLOSING)
        return
    if ground is ClosureGround.STILL_UNFIT:
        assert order is not None
        if not any(isinstance(f, ExpertAcceptanceFailed) for f in order.history):
            yield OutOfOrder("acceptance_not_failed", under=CLOSING)
    if ground is ClosureGround.SUSPENSION_DEFIED:
        assert order is not None
        if not order.is_defied:
            yield OutOfOrder("stop_not_defied", under=CLOSING)
    majors = [each for each in found if each.open_major_hazard]
    if ground is ClosureGround.REPEATED_PENALTIES:
        if not majors:
            yield OutOfOrder("no_major_hazard", under=CLOSING)
        enterprise = majors[0].enterprise if majors else None
        if not _enough(at, decided, enterprise):
            yield OutOfOrder("penalties_too_few", under=CLOSING)
    if ground is ClosureGround.COAL_REPEATED and len(found) < 2:  # noqa: PLR2004  twice
        yield OutOfOrder("no_major_hazard", under=CLOSING)


def _enough(
    at: Circumstances, decided: tuple[Penalty, ...], enterprise: UUID | None
) -> bool:
    """
    Whether three of the penalties, and of those imported, lie in 180 days, or four in a
    year, of the day.
    """
    own = [each.decided_on for each in decided if counts_for_closure(each)]
    days = with_imported(own, imported_for_closure(at, enterprise))
    return bool(window_reached(days, at.on, partial(window_ends, at)))


def _below_county(at: Circumstances, government: BodyRef) -> Iterable[Refused]:
    body = at.read(Body, government)
    if body.kind is not BodyKind.GOVERNMENT or body.level not in _LEVELS:
        yield BeyondTheLaw("below_county", under=DECIDER)


@act(
    "记录决定关闭",
    "Record that closure was decided",
    by=_TAKING_IN,
    under=DECIDER,
    time=Time.STATED,
    rules=("INV-31",),
    rows=("SUS-07", "SUS-09"),
)
def record_closure_decision(
    closure: Closure,
    at: Circumstances,
    *,
    government: BodyRef,
    decision_number: str,
    decision_paper: Upload,
) -> None:
    """
    Take in that the government decided to close the enterprise.

    Args:
        closure: The closure.
        at: Who takes it in; the day of the decision.
        government: Who decided.
        decision_number: Its number, as printed.
        decision_paper: The decision.

    Raises:
        OutOfOrder: If it was answered already.
        BeyondTheLaw: If it is no government of county level or above.

    Source:
        安全生产法 113, 115; 煤矿安全生产条例 49.
    """
    first(_below_county(at, government))
    rule = "CM.publish" if closure.is_coal else "TS.after.general"
    closure.record(
        ClosureDecided,
        at,
        government=government,
        government_level=at.read(Body, government).level,
        decision_number=decision_number,
        decision_paper=decision_paper,
        enterprise=closure.enterprise,
        publish_limit=limit_if_any(at, rule, at.on),
    )


@act(
    "记录不予关闭",
    "Record that closure was declined",
    by=_TAKING_IN,
    under=DECIDER,
    time=Time.STATED,
    rows=("SUS-07",),
)
def record_closure_refusal(
    closure: Closure,
    at: Circumstances,
    *,
    government: BodyRef,
    reason: str,
    decision_paper: Upload | None = None,
) -> None:
    """
    Take in that the government declined.

    Args:
        closure: The closure.
        at: Who takes it in; the day of the answer.
        government: Who declined.
        reason: Why.
        decision_paper: The answer.

    Raises:
        OutOfOrder: If it was answered already, or no reason is given.

    Source:
        安全生产法 115.
    """
    first(blank(reason, "reason_missing", under=DECIDER))
    closure.record(
        ClosureDeclined,
        at,
        government=government,
        reason=reason,
        decision_paper=decision_paper,
    )


@record_closure_decision.unless
@record_closure_refusal.unless
def cannot_answer(closure: Closure, at: Circumstances) -> Iterable[Refused]:
    """
    Once.
    """
    del at
    yield from _not_at(closure, Stage.REQUESTED)


@act(
    "记录关闭到位",
    "Record that a closure is carried out",
    by=(Role.OFFICER, *_TAKING_IN),
    under=CLOSING,
    time=Time.STATED,
    rules=("INV-31",),
    rows=("SUS-07",),
)
def record_closure_executed(
    closure: Closure,
    at: Circumstances,
    *,
    done: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Take in that the closure was carried out; it names the licences that their issuers
    are still to revoke.

    Args:
        closure: The closure.
        at: Who takes it in; the day.
        done: What was done: supplies cut, stock cleared, equipment taken down.
        evidence: What shows it.

    Raises:
        OutOfOrder: If closure was not decided, or this is recorded.

    Source:
        安全生产法 113.
    """
    closure.record(
        ClosureExecuted,
        at,
        done=done,
        evidence=evidence,
        licences_left=licences_left(at, closure.enterprise),
    )


@record_closure_executed.unless
def cannot_execute(closure: Closure, at: Circumstances) -> Iterable[Refused]:
    """
    Once, after the decision.
    """
    del at
    yield from _not_at(closure, Stage.DECIDED)


def _not_at(closure: Closure, stage: Stage) -> Iterable[Refused]:
    if closure.stage is not stage:
        yield OutOfOrder(
            "closure_stage", under=CLOSING, stage=closure.stage, needed=(stage,)
        )


@opening(
    "记录取缔",
    "Record that an illegal site was banned",
    by=_TAKING_IN,
    under=SAFETY_LAW.article(63),
    time=Time.STATED,
    rows=("SUS-12",),
)
def record_ban_of_site(
    at: Circumstances,
    *,
    place: str,
    description: str,
    government: BodyRef,
    decision_paper: Upload,
    enterprise: EnterpriseRef | None = None,
    operator: Personal | None = None,
) -> Closure:
    """
    Take in that a site which works without a licence was banned.

    Args:
        at: Who takes it in; the day.
        place: Where.
        description: What was going on there.
        government: Who banned it.
        decision_paper: The decision.
        enterprise: The enterprise, where it is one of the register.
        operator: Who ran it, where it is a person.

    Raises:
        OutOfOrder: If no place is named.

    Source:
        安全生产法 63: what was not licensed is banned by law.
    """
    first(blank(place, "place_missing", under=SAFETY_LAW.article(63)))
    return Closure.start(
        IllegalSiteBanned,
        at,
        place=place,
        description=description,
        government=government,
        decision_paper=decision_paper,
        enterprise=enterprise,
        operator=operator,
    )
