"""
What the clock flags (违规警示): what a rule asks for was not done in its time.

The period is that of the calendar in force, also where its last day was provisional
when it began.
A flag says how it stood when the period ended: what comes later neither keeps it back
nor takes it away, and it is raised also after a standstill of the clock.
Measures, cases, letters and talks are files of their own, which say by a tag what they
answer; none of them is named here.
"""

from collections.abc import Iterable

from domain.acts import Reach, act
from domain.audit_trail.file import (
    AuditTrail,
    Breach,
    RuleBreachFlagged,
    breach_claim,
)
from domain.base import Fact, File, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import first
from domain.hazard.choices import HazardLevel
from domain.hazard.facts import HazardGraded, HazardRemovedOnSpot, RectificationOrdered
from domain.hazard.facts_of_treatment import (
    HazardListedForSupervision,
    RectificationOverdue,
)
from domain.hazard.file import Hazard
from domain.inspection.facts import (
    FindingCorrectedOnSpot,
    FindingRecorded,
    InspectionOpened,
)
from domain.inspection.facts_of_ending import NoCaseDecided
from domain.inspection.file import Inspection
from domain.inspection.grounds import unknown_items
from domain.law.statutes import INSPECTION_OPINION, XINZHOU_NOTICE
from domain.limits import Limit
from domain.procedures.adoption import limit_in_force
from domain.procedures.inspecting import hazards_of, outcome_tag
from domain.procedures.suspicion import referrals_of
from domain.refusals import OutOfOrder, OutOfTime, Refused

LISTING = f"{XINZHOU_NOTICE.zh}(十二)"
ESCALATION = f"{XINZHOU_NOTICE.zh}(九)"
OUTCOME = f"{XINZHOU_NOTICE.zh}(十)"
LATE_APPROVAL = INSPECTION_OPINION.zh


@act(
    "警示未按期挂牌督办",
    "Flag a major hazard that was not listed in time",
    by=Role.CLOCK,
    under=LISTING,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-10",),
    rows=("HAZ-07", "AUD-03"),
)
def flag_not_listed(hazard: Hazard, at: Circumstances) -> None:
    """
    Flag that a major hazard was not listed for supervision within the time set.

    Args:
        hazard: The hazard.
        at: The end of that time.

    Raises:
        OutOfOrder: If no time was set, it was listed in time, or this is flagged.
        OutOfTime: If the time is not over.

    Source:
        忻州2020通知 (十二): every major hazard, strictly.
    """
    graded = _graded(hazard)
    assert graded is not None
    limit = limit_in_force(at, graded, graded.list_limit)
    _flag(hazard, at, Breach.NOT_LISTED, began=graded, limit=limit)


@flag_not_listed.unless
def cannot_flag_listing(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    Graded as a major one, its time over, and not listed by then.
    """
    graded = _graded(hazard)
    limit = limit_in_force(at, graded, graded.list_limit) if graded else None
    yield from _not_over(graded, at, Breach.NOT_LISTED, limit=limit)
    if limit and any(
        _in_time(f, limit, HazardListedForSupervision) for f in hazard.history
    ):
        yield OutOfOrder("done_in_time", under=LISTING, rule=limit.rule)


def _graded(hazard: Hazard) -> HazardGraded | None:
    """
    Give the first grading as a major hazard that stands: one graded down before has no
    time to keep.
    """
    found: HazardGraded | None = None
    for fact in hazard.history:
        if isinstance(fact, HazardGraded):
            found = found or fact
            if fact.hazard_level is HazardLevel.ORDINARY:
                found = None
    return found


@act(
    "警示逾期未升级处置",
    "Flag an overdue major hazard that was not escalated",
    by=Role.CLOCK,
    under=ESCALATION,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-16",),
    rows=("HAZ-11", "AUD-03"),
)
def flag_not_escalated(hazard: Hazard, at: Circumstances) -> None:
    """
    Flag that neither measure, case, letter nor talk followed an overdue major hazard.

    Args:
        hazard: The hazard.
        at: The end of the time set.

    Raises:
        OutOfOrder: If no time was set, the mark fell, something followed in time, or
            this is flagged.
        OutOfTime: If the time is not over.

    Source:
        忻州2020通知 (九); 实施意见(征求意见稿) (二十四).
    """
    overdue = _overdue(hazard)
    assert overdue is not None
    limit = limit_in_force(at, overdue, overdue.escalate_limit)
    _flag(hazard, at, Breach.NOT_ESCALATED, began=overdue, limit=limit)


@flag_not_escalated.unless
def cannot_flag_escalation(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    Overdue, the time over, and nothing that followed by then.
    """
    overdue = _overdue(hazard)
    limit = limit_in_force(at, overdue, overdue.escalate_limit) if overdue else None
    yield from _not_over(overdue, at, Breach.NOT_ESCALATED, limit=limit)
    if overdue and limit and escalated(hazard, at, overdue, limit=limit):
        yield OutOfOrder("done_in_time", under=ESCALATION, rule=limit.rule)


def _overdue(hazard: Hazard) -> RectificationOverdue | None:
    if not hazard.overdue:
        return None
    marks = (f for f in hazard.history if isinstance(f, RectificationOverdue))
    return next(reversed([*marks]), None)


def escalated(
    hazard: Hazard, at: Circumstances, overdue: RectificationOverdue, *, limit: Limit
) -> bool:
    """
    Whether something followed an overdue hazard, after its last day and in time.

    Args:
        hazard: The hazard.
        at: The circumstances; what is read joins the conditions.
        overdue: The mark.
        limit: The time set.
    """
    for tag in hazard.escalation_tags:
        for each in at.tagged(tag):
            for fact in at.read(File, each).history:
                begun = fact.deed.on >= overdue.rectify_until
                if tag in fact.tags() and begun and _in_time(fact, limit):
                    return True
    return False


@act(
    "警示查出违法未处理",
    "Flag a violation that nothing followed",
    by=Role.CLOCK,
    under=OUTCOME,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-17",),
    rows=("INS-14", "AUD-03"),
)
def flag_no_outcome(inspection: Inspection, at: Circumstances, *, item_no: int) -> None:
    """
    Flag that a violation found led to nothing within the time set.

    Args:
        inspection: The inspection.
        at: The end of that time.
        item_no: The finding.

    Raises:
        NoSuchCase: If there is no such finding.
        OutOfOrder: If no time was set for it, it had an outcome in time, or this is
            flagged.
        OutOfTime: If the time is not over.

    Source:
        忻州2020通知 (十): never inspect without enforcing.
    """
    first(unknown_items(inspection, (item_no,), under=OUTCOME))
    found = next(
        fact
        for fact in inspection.history
        if isinstance(fact, FindingRecorded) and fact.item_no == item_no
    )
    limit = limit_in_force(at, found, found.outcome_limit)
    first(
        _had_an_outcome(inspection, at, found, limit=limit),
        _not_over(found, at, Breach.NO_OUTCOME, limit=limit),
    )
    assert limit is not None
    _flag(
        inspection, at, Breach.NO_OUTCOME, began=found, limit=limit, item_nos=(item_no,)
    )


def _outcomes(
    inspection: Inspection, at: Circumstances, found: FindingRecorded
) -> Iterable[Fact]:
    """
    List what followed a finding: put right, ordered, removed, no case for a reason, a
    crime suspected, or whatever a later file says by the tag of the visit.
    """
    item_no = found.item_no
    yield from _settled_at_once(inspection, item_no)
    hazards = [h for h in hazards_of(inspection, at) if item_no in h.item_nos]
    for hazard in hazards:
        for fact in hazard.history:
            if isinstance(fact, RectificationOrdered | HazardRemovedOnSpot):
                yield fact
    for referral in referrals_of(at, inspection.id, *(h.id for h in hazards)):
        suspected = referral.history[0]
        if suspected.deed.on >= found.deed.on:
            yield suspected
    for each in at.tagged(outcome_tag(inspection.id)):
        for fact in at.read(File, each).history:
            if item_no in getattr(fact, "item_nos", ()):
                yield fact


def _settled_at_once(inspection: Inspection, item_no: int) -> Iterable[Fact]:
    for fact in inspection.history:
        if isinstance(fact, FindingCorrectedOnSpot) and fact.item_no == item_no:
            yield fact
        if isinstance(fact, NoCaseDecided) and item_no in fact.item_nos:
            yield fact


@act(
    "警示未按时补办审批",
    "Flag an urgent visit that was not approved in time",
    by=Role.CLOCK,
    under=LATE_APPROVAL,
    time=Time.STATED,
    reach=Reach.ANY,
    rows=("INS-02", "AUD-03"),
)
def flag_not_approved(inspection: Inspection, at: Circumstances) -> None:
    """
    Flag that a visit begun before its approval was not approved in the hours set.

    Args:
        inspection: The inspection.
        at: The end of those hours.

    Raises:
        OutOfOrder: If no hours were set for it, it was approved in them, or this is
            flagged.
        OutOfTime: If they are not over.

    Source:
        国办发〔2024〕54号: what is urgent is reported at once and approved after.
    """
    opened = _opened(inspection)
    assert opened is not None
    limit = inspection.approve_limit
    _flag(inspection, at, Breach.NOT_APPROVED, began=opened, limit=limit)


@flag_not_approved.unless
def cannot_flag_approval(
    inspection: Inspection, at: Circumstances
) -> Iterable[Refused]:
    """
    An urgent visit, the hours over, and no approval: none can come after them.
    """
    limit = inspection.approve_limit
    began = _opened(inspection)
    yield from _not_over(began, at, Breach.NOT_APPROVED, limit=limit)
    if limit and inspection.approved:
        yield OutOfOrder("done_in_time", under=LATE_APPROVAL, rule=limit.rule)


def _opened(inspection: Inspection) -> InspectionOpened | None:
    found = (f for f in inspection.history if isinstance(f, InspectionOpened))
    return next(found, None)


def time_to_flag(file: File, act_name: str, item_no: int = 0) -> Limit | None:
    """
    Give the time after which a flag is due on a file, if one runs.

    Args:
        file: A hazard or an inspection.
        act_name: The clock's act.
        item_no: The finding, for an act that takes one.
    """
    if isinstance(file, Inspection):
        if act_name == flag_not_approved.name:
            return file.approve_limit
        return file.findings[item_no].outcome_limit
    assert isinstance(file, Hazard)
    is_listing = act_name == flag_not_listed.name
    return file.list_limit if is_listing else file.escalate_limit


def _had_an_outcome(
    inspection: Inspection,
    at: Circumstances,
    found: FindingRecorded,
    *,
    limit: Limit | None,
) -> Iterable[Refused]:
    outcomes = _outcomes(inspection, at, found) if limit else ()
    if limit is not None and any(_in_time(fact, limit) for fact in outcomes):
        yield OutOfOrder("done_in_time", under=OUTCOME, rule=limit.rule)


def _in_time(fact: Fact, limit: Limit, *kinds: type[Fact]) -> bool:
    return isinstance(fact, kinds or Fact) and fact.deed.occurred_at <= limit.ends_at


def _not_over(
    began: Fact | None, at: Circumstances, breach: Breach, *, limit: Limit | None
) -> Iterable[Refused]:
    """
    No time runs for it, it is flagged already, or its time is not over.
    """
    if began is None or limit is None:
        yield OutOfOrder("no_time_set", under=at.said.under)
        return
    if at.holder(breach_claim(breach, began.id)):
        yield OutOfOrder("flagged_already", under=at.said.under, rule=limit.rule)
    if at.now <= limit.ends_at:
        yield OutOfTime("time_not_over", under=at.said.under, until_on=limit.ends_on)


def _flag(
    file: File,
    at: Circumstances,
    breach: Breach,
    *,
    began: Fact,
    limit: Limit | None,
    item_nos: tuple[int, ...] = (),
) -> None:
    assert limit is not None
    AuditTrail.start(
        RuleBreachFlagged,
        at,
        because=file,
        cause=began.id,
        owner=file.body,
        about=file.id,
        breach=breach,
        rule=limit.rule,
        started_by=began.id,
        limit_passed=limit,
        item_nos=item_nos,
    )
