"""
Acts that end a visit: the record, the conclusion, giving it up.

The record comes first, then the conclusion (2016 forms 3, 46): what was answered and
found is closed by the signature, or by its refusal.
"""

from collections.abc import Iterable
from datetime import datetime

from domain.acts import Power, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.inspection.choices import Mode, Outcome, Stage
from domain.inspection.facts_of_ending import (
    InspectionAbandoned,
    InspectionConcluded,
    InspectionRecordRefused,
    InspectionRecordSigned,
)
from domain.inspection.file import Alteration, Inspection
from domain.inspection.grounds import not_at, not_on_team
from domain.law.statutes import (
    INSPECTION_OPINION,
    SAFETY_LAW,
)
from domain.limits import limit_if_any
from domain.references import BodyRef
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused
from domain.values import Personal, Upload

RECORD = SAFETY_LAW.article(68)
CHECKLIST = "哈尔滨实施意见(二)"

#: What only a visit that follows hazards up can come to.
_OF_FOLLOW_UP = frozenset((Outcome.RECTIFIED, Outcome.NOT_RECTIFIED))


@act(
    "检查记录签名",
    "Have the record of an inspection signed",
    by=Role.OFFICER,
    under=RECORD,
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-18",),
    rows=("INS-02",),
)
def sign_inspection_record(
    inspection: Inspection,
    at: Circumstances,
    *,
    started_at: datetime,
    ended_at: datetime,
    signer: Personal,
    signer_post: str,
    alterations: tuple[Alteration, ...] = (),
    signed_paper: Upload | None = None,
) -> None:
    """
    Record that the enterprise signed; answers and findings are closed by it.

    Args:
        inspection: The inspection.
        at: Who; when it was signed.
        started_at: When the inspection began, to the minute.
        ended_at: When it ended, to the minute.
        signer: Who signed for the enterprise.
        signer_post: Their post.
        alterations: Passages altered before the signature, each under a fingerprint.
        signed_paper: Scan of the record.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        OutOfOrder: If no visit is under way, or a mandatory item is unanswered.
        OutOfTime: If it is said to begin before the arrival, or to end before it begins
            or after now.

    Source:
        安全生产法 68.
    """
    started_at, ended_at = _minute(started_at), _minute(ended_at)
    _examine_span(inspection, at, started_at, ended_at=ended_at)
    inspection.record(
        InspectionRecordSigned,
        at,
        started_at=started_at,
        ended_at=ended_at,
        signer=signer,
        signer_post=signer_post,
        alterations=alterations,
        signed_paper=signed_paper,
    )


@act(
    "记录拒绝签名",
    "Record that the signature was refused",
    by=Role.OFFICER,
    under=RECORD,
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-18",),
    rows=("INS-02",),
)
def record_signature_refusal(
    inspection: Inspection,
    at: Circumstances,
    *,
    started_at: datetime,
    ended_at: datetime,
    reason: str,
    department: BodyRef,
    witness: Personal | None = None,
    witness_post: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record why the enterprise did not sign, and to which department it was reported.

    Args:
        inspection: The inspection.
        at: Who, when.
        started_at: When the inspection began, to the minute.
        ended_at: When it ended, to the minute.
        reason: Why the signature was refused, or that no reason was given.
        department: The department in charge of work safety that it is reported to.
        witness: Who saw the refusal, if anybody did.
        witness_post: Their post, or who they are.
        evidence: Photographs or recordings of the refusal.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        OutOfOrder: If no visit is under way, a mandatory item is unanswered, or no
            reason is given.
        OutOfTime: As for a signed record.

    Source:
        安全生产法 68: a refusal is put on record and reported.
    """
    started_at, ended_at = _minute(started_at), _minute(ended_at)
    first(blank(reason, "reason_missing", under=RECORD))
    _examine_span(inspection, at, started_at, ended_at=ended_at)
    inspection.record(
        InspectionRecordRefused,
        at,
        started_at=started_at,
        ended_at=ended_at,
        reason=reason,
        department=department,
        witness=witness,
        witness_post=witness_post,
        evidence=evidence,
    )


@sign_inspection_record.unless
@record_signature_refusal.unless
def cannot_make_record(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    By the team, while the visit is under way, with every mandatory item answered.
    """
    yield from not_on_team(inspection, at, under=RECORD)
    yield from not_at(inspection, Stage.OPEN, under=RECORD)
    yield from _unanswered(inspection)


def _unanswered(inspection: Inspection) -> Iterable[Refused]:
    if inspection.unanswered:
        yield OutOfOrder(
            "checklist_incomplete",
            under=CHECKLIST,
            checklist_items=inspection.unanswered,
        )


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _examine_span(
    inspection: Inspection,
    at: Circumstances,
    started_at: datetime,
    *,
    ended_at: datetime,
) -> None:
    arrived = inspection.arrived_at
    if arrived is not None and started_at < _minute(arrived):
        raise OutOfTime("starts_before_arrival", under=RECORD, arrived_at=arrived)
    if ended_at < started_at:
        raise OutOfTime("ends_before_start", under=RECORD, started_at=started_at)
    if ended_at > at.now:
        raise OutOfTime("in_the_future", under=RECORD, occurred_at=ended_at, now=at.now)


@act(
    "结束检查",
    "Conclude an inspection",
    by=Role.OFFICER,
    under=RECORD,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-18",),
    rows=("INS-02", "INS-03", "INS-11"),
)
def conclude_inspection(
    inspection: Inspection, at: Circumstances, *, outcome: Outcome
) -> None:
    """
    Conclude a visit whose record is made.

    Args:
        inspection: The inspection.
        at: Who, when.
        outcome: What it came to.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        OutOfOrder: If a mandatory item is unanswered, no record is made, no notice was
            given, or the visit follows hazards up, which has an act of its own.
        BeyondTheLaw: If the outcome contradicts the findings.

    Source:
        安全生产法 68; publication of the result 国办发〔2018〕118号.
    """
    if _contradicts(inspection, outcome):
        raise BeyondTheLaw("outcome_contradicts", under=RECORD, outcome=outcome)
    inspection.record(
        InspectionConcluded,
        at,
        outcome=outcome,
        publish_limit=limit_if_any(at, "TS.after.general", at.on),
    )


@conclude_inspection.unless
def cannot_conclude(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    As any visit, and not in place of the conclusion of a follow-up.
    """
    yield from visit_not_complete(inspection, at)
    if inspection.mode is Mode.FOLLOW_UP:
        yield OutOfOrder("conclude_as_follow_up", under=SAFETY_LAW.article(65))


def visit_not_complete(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    List what a visit still lacks before it can be concluded.
    """
    yield from not_on_team(inspection, at, under=RECORD)
    yield from not_at(inspection, Stage.OPEN, Stage.RECORDED, under=RECORD)
    yield from _unanswered(inspection)
    if inspection.stage is Stage.OPEN:
        yield OutOfOrder("record_missing", under=RECORD)
    if not inspection.notified:
        yield OutOfOrder("not_notified", under=INSPECTION_OPINION.zh)


def _contradicts(inspection: Inspection, outcome: Outcome) -> bool:
    nothing_found = outcome is Outcome.NOTHING_FOUND
    return outcome in _OF_FOLLOW_UP or nothing_found == bool(inspection.findings)


@act(
    "检查未能实施",
    "Give an inspection up",
    by=Role.OFFICER,
    under=SAFETY_LAW.article(66),
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rows=("INS-02",),
)
def abandon_inspection(
    inspection: Inspection, at: Circumstances, *, reason: str
) -> None:
    """
    Record that a visit could not be made; its place under the cap is free again.

    Args:
        inspection: The inspection.
        at: Who, when.
        reason: Why not.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        OutOfOrder: If its record is made, something was found, a re-inspection rests
            on it, or no reason is given.

    Source:
        安全生产法 66; 国办发〔2024〕54号.
    """
    first(blank(reason, "reason_missing", under=SAFETY_LAW.article(66)))
    inspection.record(
        InspectionAbandoned, at, reason=reason, enterprise=inspection.enterprise
    )


@abandon_inspection.unless
def cannot_abandon(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    Before its record, and only if nothing came of it.
    """
    under = SAFETY_LAW.article(66)
    yield from not_on_team(inspection, at, under=under)
    yield from not_at(inspection, Stage.APPROVED, Stage.OPEN, under=under)
    if inspection.findings:
        yield OutOfOrder("findings_stand", under=RECORD)
    if at.tagged(f"inspection/{inspection.id}/reinspection"):
        yield OutOfOrder("reinspection_stands", under=SAFETY_LAW.article(65))
