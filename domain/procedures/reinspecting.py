"""
Re-inspecting hazards (复查验收): who inspects re-inspects (谁检查谁执法谁复查, INV-07).

A follow-up is a visit like any other; its conclusion writes the result on each of the
hazards that it was approved for, in one commit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from domain.acts import Power, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.hazard.choices import RecheckCause, Stage, ThreeList, TreatmentRecipient
from domain.hazard.facts_of_ending import (
    RectificationAccepted,
    RectificationRejected,
    ReinspectionRecorded,
)
from domain.hazard.file import Hazard, Reassignment
from domain.hazard.rectifying import (
    UNREPORTED,
    record_overdue,
    rejected_after_last_day,
)
from domain.inspection.choices import Mode, Outcome
from domain.inspection.choices import Stage as VisitStage
from domain.inspection.ending import visit_not_complete
from domain.inspection.facts_of_ending import InspectionConcluded
from domain.inspection.file import Inspection
from domain.law.statutes import (
    DRAFT_OPINION,
    PENALTY_RULES_18,
    SAFETY_LAW,
    XINZHOU_NOTICE,
)
from domain.limits import limit_if_any
from domain.procedures.tree import is_or_succeeds
from domain.references import HazardRef, InspectionRef
from domain.refusals import NoSuchCase, NotCompetent, OutOfOrder, Refused
from domain.values import Personal, Upload

ORDER = SAFETY_LAW.article(65)
ACCEPTANCE = SAFETY_LAW.article(65, 3)
SUPERVISION = SAFETY_LAW.article(41, 3)
FOLLOW_UP = f"{ORDER};{PENALTY_RULES_18.zh}(待核)"
THREE_LISTS = f"{DRAFT_OPINION.zh}(十一)"
SAME_INSPECTORS = f"{XINZHOU_NOTICE.zh}(九)"


@dataclass(frozen=True)
class FollowUpResult:
    """
    What a follow-up found about one hazard (复查结果).

    Args:
        hazard: The hazard.
        rectified: Whether the rectification is accepted.
        opinion: What was found; for a rejection, why.
        evidence: Photographs, papers.
    """

    hazard: HazardRef
    rectified: bool
    opinion: str
    evidence: tuple[Upload, ...] = ()


@dataclass(frozen=True)
class Opinion:
    """
    A re-inspection as it is written on the hazard (复查意见).

    Args:
        text: What was found.
        evidence: Photographs, papers.
        visit: The visit that it was made on, if there is a file of it.
        signer: Who signed the opinion for the enterprise.
        signer_post: Their post.
        signed: Whether the enterprise signed it, there or in the record of the visit.
    """

    text: str
    evidence: tuple[Upload, ...]
    visit: Inspection | None
    signer: Personal | None = None
    signer_post: str = ""
    signed: bool = False


@act(
    "验收合格",
    "Accept a rectification",
    by=Role.OFFICER,
    under=ACCEPTANCE,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-07", "INV-08", "INV-12", "INV-13"),
    rows=("HAZ-09", "INS-12"),
)
def accept_rectification(
    hazard: Hazard,
    at: Circumstances,
    *,
    opinion: str,
    evidence: tuple[Upload, ...] = (),
    inspection: InspectionRef | None = None,
    signer: Personal | None = None,
    signer_post: str = "",
) -> None:
    """
    Accept what the enterprise reported as rectified, after re-inspecting it.

    Args:
        hazard: The hazard.
        at: Who, when.
        opinion: What was found.
        evidence: Photographs, papers.
        inspection: The follow-up visit on which it was found, if there is a file of it.
        signer: Who signed the re-inspection opinion for the enterprise.
        signer_post: Their post.

    Raises:
        NotCompetent: If the body or all the officers are others than those who
            inspected, and no head has reassigned the re-inspection.
        NoSuchCase: If there is no such visit.
        OutOfOrder: If nothing was reported; for a major hazard, if it is not listed,
            not reported to both recipients, or has no three lists; if the visit was
            not made, or not for this hazard.

    Source:
        安全生产法 65(3), 41; 忻州2020通知 (九).
    """
    visit = _visit(hazard, at, inspection)
    found = Opinion(opinion, evidence, visit, signer, signer_post, signer is not None)
    _accept(hazard, at, found)


@accept_rectification.unless
def cannot_accept(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    By those who inspected, on a report; a major one only out of its loop.
    """
    yield from other_inspectors(hazard, at)
    if hazard.stage is not Stage.REPORTED:
        yield OutOfOrder(
            "hazard_stage",
            under=ACCEPTANCE,
            stage=hazard.stage,
            needed=(Stage.REPORTED,),
        )
    if hazard.is_major:
        yield from _outside_the_loop(hazard, at)
    level = "major" if hazard.is_major else "ordinary"
    wanted = at.rules.find(f"hazard.{level}.three_lists")
    if wanted is True and not hazard.three_lists:
        yield OutOfOrder(
            "lists_incomplete", under=THREE_LISTS, missing=tuple(ThreeList)
        )


def _outside_the_loop(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    if hazard.listing is None:
        yield OutOfOrder("not_listed", under=SUPERVISION)
    wanted = at.rules.words("hazard.major.reported_to")
    reported = {recipient.code for recipient in hazard.recipients}
    missing = tuple(
        TreatmentRecipient[code.upper()] for code in wanted if code not in reported
    )
    if missing:
        yield OutOfOrder(
            "double_report_missing", under=SAFETY_LAW.article(41, 2), missing=missing
        )


def other_inspectors(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    Neither those who inspected nor those charged in their place act here (INV-07).
    """
    charged = _charged(hazard, at)
    strangers = bool(charged.officers) and set(charged.officers).isdisjoint(at.officers)
    if not is_or_succeeds(at, charged.body) or strangers:
        yield NotCompetent("other_body", under=SAME_INSPECTORS)


def _charged(hazard: Hazard, at: Circumstances) -> Reassignment:
    if hazard.reassigned is not None:
        return hazard.reassigned
    if hazard.inspection is None:
        return Reassignment(hazard.body, ())
    inspected = at.read(Inspection, hazard.inspection)
    return Reassignment(inspected.body, inspected.team)


@act(
    "验收不合格",
    "Reject a rectification",
    by=Role.OFFICER,
    under=ACCEPTANCE,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-07", "INV-08", "INV-15"),
    rows=("HAZ-09", "INS-12"),
)
def reject_rectification(
    hazard: Hazard,
    at: Circumstances,
    *,
    reason: str,
    evidence: tuple[Upload, ...] = (),
    inspection: InspectionRef | None = None,
) -> None:
    """
    Send a hazard back to the rectification; its last day stays.

    Past that day it is overdue at once.

    Args:
        hazard: The hazard.
        at: Who, when.
        reason: What is still wrong.
        evidence: Photographs, papers.
        inspection: The follow-up visit on which it was found, if there is a file of it.

    Raises:
        NotCompetent: As for an acceptance.
        NoSuchCase: If there is no such visit.
        OutOfOrder: If nothing was reported and the last day is not over, no reason is
            given, or the visit was not made, or not for this hazard.

    Source:
        安全生产法 65(3); 实施意见(征求意见稿) (二十三).
    """
    first(blank(reason, "reason_missing", under=ACCEPTANCE))
    visit = _visit(hazard, at, inspection)
    _reject(hazard, at, Opinion(reason, evidence, visit))


@reject_rectification.unless
def cannot_reject(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    By those who inspected, on a report or when the last day is over without one.
    """
    yield from other_inspectors(hazard, at)
    until = hazard.rectify_until
    expired = hazard.stage in UNREPORTED and until is not None and at.on > until
    if hazard.stage is not Stage.REPORTED and not expired:
        yield OutOfOrder(
            "hazard_stage",
            under=ACCEPTANCE,
            stage=hazard.stage,
            needed=(Stage.REPORTED,),
        )


@act(
    "复查结束",
    "Conclude a follow-up inspection",
    by=Role.OFFICER,
    under=FOLLOW_UP,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-07", "INV-08", "INV-14", "INV-18"),
    rows=("INS-12", "HAZ-09"),
)
def conclude_follow_up(
    inspection: Inspection, at: Circumstances, *, results: tuple[FollowUpResult, ...]
) -> None:
    """
    Conclude a follow-up: accept or reject each hazard that it was approved for.

    Args:
        inspection: The follow-up visit; its record is made.
        at: Who, when.
        results: What was found about each of its hazards, each once.

    Raises:
        NotCompetent: If, for any of the hazards, others inspected and no head has
            reassigned the re-inspection.
        NoSuchCase: If the visit was not approved for one of the hazards.
        OutOfOrder: If it is no follow-up, its record is not made, a hazard has no
            result or two; and for each hazard as for an acceptance or a rejection.

    Source:
        安全生产法 65; 应急管理部令18号 (待核); 2016 form 6 整改复查意见书.
    """
    first(_wrong_results(inspection, results))
    followed = [(at.read(Hazard, result.hazard), result) for result in results]
    for hazard, result in followed:
        first(_cannot_write(hazard, at, result))
    for hazard, result in followed:
        _write(hazard, at, result, inspection=inspection)
    all_rectified = all(result.rectified for result in results)
    inspection.record(
        InspectionConcluded,
        at,
        concerns=tuple(h.id for h, _ in followed if h.thread != inspection.thread),
        outcome=Outcome.RECTIFIED if all_rectified else Outcome.NOT_RECTIFIED,
        hazards=tuple(result.hazard for result in results),
        publish_limit=limit_if_any(at, "TS.after.general", at.on),
    )


@conclude_follow_up.unless
def cannot_conclude_follow_up(
    inspection: Inspection, at: Circumstances
) -> Iterable[Refused]:
    """
    A follow-up with everything that any visit needs.
    """
    yield from visit_not_complete(inspection, at)
    if inspection.mode is not Mode.FOLLOW_UP:
        yield OutOfOrder("no_follow_up", under=FOLLOW_UP)


@conclude_follow_up.unless_named
def cannot_answer_for(
    inspection: Inspection,
    at: Circumstances,
    *,
    results: tuple[FollowUpResult, ...],
    **_: object,
) -> Iterable[Refused]:
    """
    A hazard is none that it was approved for, or is for others to re-inspect.
    """
    for result in results:
        if result.hazard not in inspection.hazards:
            yield NoSuchCase("not_followed_up", under=FOLLOW_UP, hazard=result.hazard)
        else:
            yield from other_inspectors(at.read(Hazard, result.hazard), at)


def _wrong_results(
    inspection: Inspection, results: tuple[FollowUpResult, ...]
) -> Iterable[Refused]:
    given = [result.hazard for result in results]
    if sorted(given) != sorted(inspection.hazards):
        yield OutOfOrder("results_incomplete", under=FOLLOW_UP)
    for result in results:
        if not result.rectified:
            yield from blank(result.opinion, "reason_missing", under=ACCEPTANCE)


def _cannot_write(
    hazard: Hazard, at: Circumstances, result: FollowUpResult
) -> Iterable[Refused]:
    yield from at.standing.grounds(conclude_follow_up.said, hazard, at)
    if result.rectified:
        yield from cannot_accept(hazard, at)
    else:
        yield from cannot_reject(hazard, at)


def _write(
    hazard: Hazard,
    at: Circumstances,
    result: FollowUpResult,
    *,
    inspection: Inspection,
) -> None:
    found = Opinion(
        result.opinion, result.evidence, inspection, signed=inspection.signed
    )
    if result.rectified:
        _accept(hazard, at, found)
    else:
        _reject(hazard, at, found)


def _visit(
    hazard: Hazard, at: Circumstances, inspection: UUID | None
) -> Inspection | None:
    if inspection is None:
        return None
    visit = at.read(Inspection, inspection)
    if hazard.id not in visit.hazards:
        raise OutOfOrder("not_followed_up", under=FOLLOW_UP, hazard=hazard.id)
    if visit.arrived_at is None or visit.stage is VisitStage.ABANDONED:
        raise OutOfOrder("visit_not_made", under=FOLLOW_UP, stage=visit.stage)
    return visit


def _accept(hazard: Hazard, at: Circumstances, found: Opinion) -> None:
    _record_reinspection(hazard, at, found, rectified=True)
    stands = at.rules.find("hazard.ordinary.opinion_stands") is True
    hazard.record(
        RectificationAccepted,
        at,
        item_nos=hazard.item_nos,
        acceptors=at.officers,
        opinion_stands=stands and found.signed and not hazard.is_major,
    )


def _reject(hazard: Hazard, at: Circumstances, found: Opinion) -> None:
    _record_reinspection(hazard, at, found, rectified=False)
    hazard.record(
        RectificationRejected,
        at,
        reason=found.text,
        rectify_until=hazard.rectify_until,
    )
    if rejected_after_last_day(hazard, at):
        record_overdue(hazard, at, seen_on=at.on)


def _record_reinspection(
    hazard: Hazard, at: Circumstances, found: Opinion, *, rectified: bool
) -> None:
    reported = hazard.stage is Stage.REPORTED
    visit = found.visit
    elsewhere = visit is not None and visit.thread != hazard.thread
    hazard.record(
        ReinspectionRecorded,
        at,
        concerns=(visit.id,) if visit is not None and elsewhere else (),
        recheck_cause=RecheckCause.APPLIED if reported else RecheckCause.EXPIRED,
        rectified=rectified,
        opinion=found.text,
        inspectors=at.officers,
        inspection=visit.id if visit is not None else None,
        evidence=found.evidence,
        signer=found.signer,
        signer_post=found.signer_post,
    )
