"""
Acts of a visit: late approval, notice, answers, findings, a refusal to be inspected.
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import Power, act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.inspection.choices import EXEMPTION_OF_URGENT, Answer, Mode, Stage
from domain.inspection.facts import (
    ChecklistItemAnswered,
    FindingRecorded,
    InspectionApproved,
    InspectionNotified,
    InspectionRefused,
)
from domain.inspection.file import Inspection
from domain.inspection.grounds import (
    cannot_add,
    not_at,
    not_on_team,
    unknown_checklist_item,
)
from domain.law.statutes import INSPECTION_OPINION, SAFETY_LAW
from domain.limits import limit_if_any
from domain.references import DocumentRef
from domain.refusals import NotCompetent, OutOfOrder, OutOfTime, Refused
from domain.values import Personal, Upload


@act(
    "补办检查审批",
    "Approve an inspection that began urgently",
    by=HEADS,
    under=INSPECTION_OPINION.zh,
    power=Power.INSPECT,
    rules=("INV-22",),
    rows=("INS-02",),
)
def approve_inspection_late(
    inspection: Inspection, at: Circumstances, *, reason: str
) -> None:
    """
    Approve, within the hours of the place, a visit that began before its approval.

    Args:
        inspection: The inspection.
        at: Who, when.
        reason: What was reported, and why it could not wait.

    Raises:
        NotCompetent: If the head is one of the inspecting officers.
        OutOfOrder: If it did not begin urgently, is approved already, or no reason is
            given.
        OutOfTime: If the hours for it are over.

    Source:
        国办发〔2024〕54号: urgent visits are reported at once and made up.
    """
    first(blank(reason, "reason_missing", under=INSPECTION_OPINION.zh))
    ground = inspection.urgent_ground
    assert ground is not None
    inspection.record(
        InspectionApproved,
        at,
        enterprise=inspection.enterprise,
        mode=inspection.mode,
        inspection_scope=inspection.scope,
        inspectors=inspection.team,
        exemption=EXEMPTION_OF_URGENT[ground],
        approved_late=True,
        reason=reason,
    )


@approve_inspection_late.unless
def cannot_approve_late(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    By a head who does not inspect; once, for an urgent visit, in time.
    """
    under = INSPECTION_OPINION.zh
    if at.actor.person in inspection.team:
        yield NotCompetent("approver_inspects", under=under)
    if inspection.approved:
        yield OutOfOrder("approved_already", under=under)
    elif inspection.urgent_ground is None:
        yield OutOfOrder("not_urgent", under=under)
    limit = inspection.approve_limit
    if limit is not None and at.now > limit.ends_at:
        yield OutOfTime("late_approval_over", under=under, until_at=limit.ends_at)


@act(
    "送达检查通知",
    "Give notice of an inspection",
    by=Role.OFFICER,
    under=INSPECTION_OPINION.zh,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-20",),
    rows=("INS-02", "INS-06"),
)
def notify_inspection(
    inspection: Inspection,
    at: Circumstances,
    *,
    recipient: Personal,
    recipient_post: str,
    document: DocumentRef | None = None,
) -> None:
    """
    Hand the enterprise the notice: before the visit, or on arrival.

    Args:
        inspection: The inspection.
        at: Who, when.
        recipient: Who took it.
        recipient_post: Their post in the enterprise.
        document: The notice, if it was issued as a document.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        OutOfOrder: If it was given already, or the visit is over.
        OutOfTime: If the visit is an unannounced one and nobody has arrived yet.

    Source:
        国办发〔2024〕54号; for unannounced visits 吉政发〔2018〕26号 (三十五).
    """
    inspection.record(
        InspectionNotified,
        at,
        recipient=recipient,
        recipient_post=recipient_post,
        document=document,
    )


@notify_inspection.unless
def cannot_notify(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    Once; before the opening, and never before the arrival of an unannounced visit.
    """
    under = INSPECTION_OPINION.zh
    yield from not_on_team(inspection, at, under=under)
    yield from not_at(inspection, Stage.APPROVED, Stage.OPEN, under=under)
    if inspection.notified:
        yield OutOfOrder("notified_already", under=under)
    arrived = inspection.arrived_at
    if inspection.mode is Mode.UNANNOUNCED and (
        arrived is None or at.occurred_at < arrived
    ):
        yield OutOfTime("notice_before_arrival", under="吉政发〔2018〕26号(三十五)")


@act(
    "记录拒绝阻挠检查",
    "Record that an inspection was refused",
    by=Role.OFFICER,
    under=SAFETY_LAW.article(66),
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rows=("INS-02",),
)
def record_inspection_refusal(
    inspection: Inspection,
    at: Circumstances,
    *,
    refused_by: Personal,
    post: str,
    obstruction: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record who refused or obstructed the inspection, and how.

    Args:
        inspection: The inspection.
        at: Who; when it happened.
        refused_by: Who refused.
        post: Their post.
        obstruction: What they did.
        evidence: Photographs or recordings.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        OutOfOrder: If the record of the visit is made already.

    Source:
        安全生产法 66; what may follow, 108.
    """
    inspection.record(
        InspectionRefused,
        at,
        refused_by=refused_by,
        post=post,
        obstruction=obstruction,
        evidence=evidence,
    )


@record_inspection_refusal.unless
def cannot_be_refused(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    At the gate or during the visit.
    """
    under = SAFETY_LAW.article(66)
    yield from not_on_team(inspection, at, under=under)
    yield from not_at(inspection, Stage.APPROVED, Stage.OPEN, under=under)


@act(
    "检查项作答",
    "Answer an item of the checklist",
    by=Role.OFFICER,
    under=SAFETY_LAW.article(65),
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-18",),
    rows=("INS-03",),
)
def answer_checklist_item(
    inspection: Inspection,
    at: Circumstances,
    *,
    checklist_item: str,
    answer: Answer,
    reason: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Answer an item of the pinned checklist; a later answer stands for an earlier one.

    Args:
        inspection: The inspection.
        at: Who, when.
        checklist_item: Code of the item in the version pinned.
        answer: What was found, or that it was not inspected.
        reason: Why it was not inspected; also a remark on any other answer.
        evidence: Photographs or recordings.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        NoSuchCase: If the checklist has no such item.
        OutOfOrder: If the record is made, or it was not inspected without a reason.

    Source:
        安全生产法 65; 哈尔滨实施意见 (二) 照单检查.
    """
    if answer is Answer.NOT_INSPECTED:
        first(blank(reason, "reason_missing", under=SAFETY_LAW.article(65)))
    inspection.record(
        ChecklistItemAnswered,
        at,
        checklist_item=checklist_item,
        answer=answer,
        reason=reason,
        evidence=evidence,
    )


answer_checklist_item.unless(cannot_add)


@answer_checklist_item.unless_named
def no_such_checklist_item(
    inspection: Inspection, at: Circumstances, *, checklist_item: str, **_: object
) -> Iterable[Refused]:
    """
    The pinned checklist has no such item.
    """
    del at
    under = SAFETY_LAW.article(65)
    yield from unknown_checklist_item(inspection, checklist_item, under=under)


@act(
    "记录发现的问题",
    "Record a finding",
    by=Role.OFFICER,
    under=f"{SAFETY_LAW.article(65)};{SAFETY_LAW.article(68)}",
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-17",),
    rows=("INS-02", "INS-14"),
)
def record_finding(
    inspection: Inspection,
    at: Circumstances,
    *,
    description: str,
    is_violation: bool,
    area: str,
    violation_code: str = "",
    criminal_code: str = "",
    checklist_item: str = "",
    evidence: tuple[Upload, ...] = (),
    violation_ended_on: date | None = None,
    for_department: str = "",
) -> None:
    """
    Record a problem; the file gives it the next number, which it keeps for ever.

    Args:
        inspection: The inspection.
        at: Who, when.
        description: What was found.
        is_violation: Whether it breaks the law.
        area: Where in the enterprise.
        violation_code: Code of the violation; required for one.
        criminal_code: Code of the threshold of a crime, if one may be reached.
        checklist_item: The item of the checklist under which it was found.
        evidence: Photographs or recordings.
        violation_ended_on: When the violation ended, if it did.
        for_department: Which other department is to deal with it, if one is: it is
            told at once.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        OutOfOrder: If the record is made, or a violation has no code.
        OutOfTime: If the violation is said to end after today.

    Source:
        安全生产法 68, 69; 忻州2020通知 (十): each violation has an outcome.
    """
    under = SAFETY_LAW.article(68)
    if is_violation:
        first(blank(violation_code, "violation_code_missing", under=under))
    if violation_ended_on is not None and violation_ended_on > at.on:
        raise OutOfTime("ends_after_today", under=under, until_on=violation_ended_on)
    limit = limit_if_any(at, "IN.outcome", at.on) if is_violation else None
    inspection.record(
        FindingRecorded,
        at,
        item_no=len(inspection.findings) + 1,
        description=description,
        is_violation=is_violation,
        area=area,
        violation_code=violation_code,
        criminal_code=criminal_code,
        checklist_item=checklist_item,
        evidence=evidence,
        violation_ended_on=violation_ended_on,
        outcome_limit=limit,
        for_department=for_department,
    )


record_finding.unless(cannot_add)
