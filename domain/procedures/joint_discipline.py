"""
Joint discipline and incentives (联合惩戒、守信激励): what partners do for a list.

A measure is asked for where a provision of law carries it, and no place adds one; with
the entry it falls (INV-39, INV-40).
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.acts import act, opening
from domain.base import HEADS, Role, Time
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.joint_measure.file import (
    IncentiveEnded,
    IncentiveGranted,
    JointDisciplineInitiated,
    JointMeasure,
    PartnerFeedbackReceived,
    PartnerMeasureImposed,
    PartnerMeasureLifted,
    Stage,
    entry_tag,
)
from domain.law.discipline import (
    BASIS,
    COVERED,
    DisciplineArea,
    DisciplineMeasure,
)
from domain.law.statutes import OLD_REDLIST
from domain.list_entry.file import ListEntry
from domain.list_entry.grounds import LIFTING
from domain.procedures.recording_credit import record_of
from domain.references import BodyRef, ListEntryRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Upload

MEASURES: Final = "安全生产法78(2);应急管理部令11号8"
INCENTIVES: Final = f"{OLD_REDLIST.zh}(地方采用)"


def _entry(at: Circumstances, named: ListEntryRef) -> ListEntry:
    """
    Read an entry that the acting body may know of.
    """
    entry = at.read(ListEntry, named)
    first(at.standing.grounds(at.said, entry, at))
    return entry


def _not_listed(entry: ListEntry, *, black: bool, under: str) -> Iterable[Refused]:
    if not entry.is_live or entry.is_black is not black:
        yield OutOfOrder(
            "entry_not_live", under=under, colour=entry.colour, stage=entry.stage
        )


@opening(
    "启动联合惩戒",
    "Initiate joint discipline",
    by=HEADS,
    under=MEASURES,
    rules=("INV-39",),
    rows=("DIS-01", "DIS-02", "DIS-03"),
)
def initiate_joint_discipline(
    at: Circumstances,
    *,
    entry: ListEntryRef,
    partner: BodyRef,
    discipline_measure: DisciplineMeasure,
    requirements: str,
    discipline_area: DisciplineArea | None = None,
) -> JointMeasure:
    """
    Ask a partner for a measure against whom the body has listed.

    Args:
        at: Who, when.
        entry: The entry on the black list.
        partner: The partner.
        discipline_measure: The measure of the national list.
        requirements: What is asked for.
        discipline_area: The area of a place's document that it is asked for in.

    Raises:
        NoSuchCase: If there is no such entry of this body.
        OutOfOrder: If it does not stand, or nothing is asked for.
        BeyondTheLaw: If no provision carries the measure, or the area is not covered by
            it: then only the information is sent.

    Source:
        安全生产法 78(2); 应急管理部令11号 8; 国办发〔2020〕49号.
    """
    listed = _entry(at, entry)
    first(_not_listed(listed, black=True, under=MEASURES))
    first(blank(requirements, "requirements_missing", under=MEASURES))
    basis = BASIS[discipline_measure]
    covered = discipline_area is None or discipline_measure in COVERED[discipline_area]
    if not basis or not covered:
        raise BeyondTheLaw(
            "no_legal_basis",
            under=MEASURES,
            discipline_measure=discipline_measure,
        )
    at.read(Body, partner)
    record = record_of(at, listed.enterprise, listed.person_key)
    return JointMeasure.start(
        JointDisciplineInitiated,
        at,
        because=listed,
        entry=entry,
        partner=partner,
        discipline_measure=discipline_measure,
        legal_basis=basis,
        requirements=requirements,
        discipline_area=discipline_area,
        credit_record=record.id if record else None,
    )


def _not_at(measure: JointMeasure, *stages: Stage, under: str) -> Iterable[Refused]:
    if measure.stage not in stages:
        yield OutOfOrder(
            "measure_stage", under=under, stage=measure.stage, needed=stages
        )


@act(
    "实施惩戒措施",
    "Record that a partner imposed a measure",
    by=(Role.PARTNER, *HEADS),
    under=MEASURES,
    time=Time.STATED,
    rules=("INV-39",),
    rows=("DIS-01", "DIS-02", "DIS-03"),
)
def impose_partner_measure(
    measure: JointMeasure,
    at: Circumstances,
    *,
    done: str,
    decision_no: str = "",
    paper: Upload | None = None,
) -> None:
    """
    Record that the measure asked for was imposed.

    Args:
        measure: The joint measure.
        at: Who; the day on which it was imposed.
        done: What was done.
        decision_no: Number of the partner's decision.
        paper: That decision.

    Raises:
        OutOfOrder: If it was not asked for, is imposed already, or the entry is over.

    Source:
        安全生产法 78(2).
    """
    measure.record(
        PartnerMeasureImposed, at, done=done, decision_no=decision_no, paper=paper
    )


@impose_partner_measure.unless
def cannot_impose(measure: JointMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    Asked for, while the entry stands.
    """
    yield from _not_at(measure, Stage.INITIATED, under=MEASURES)
    if measure.entry is not None:
        entry = at.read(ListEntry, measure.entry)
        yield from _not_listed(entry, black=True, under=MEASURES)


@act(
    "解除惩戒措施",
    "Record that a measure was lifted",
    by=(Role.PARTNER, *HEADS),
    under=LIFTING,
    time=Time.STATED,
    rules=("INV-40",),
    rows=("DIS-01",),
)
def lift_partner_measure(
    measure: JointMeasure,
    at: Circumstances,
    *,
    reason: str,
    paper: Upload | None = None,
) -> None:
    """
    Record that the measure was lifted, or is asked for no more.

    Args:
        measure: The joint measure.
        at: Who; the day on which it was lifted.
        reason: Why.
        paper: The partner's paper.

    Raises:
        OutOfOrder: If it does not run.

    Source:
        应急管理部令11号 14.
    """
    others = (
        at.read(JointMeasure, each)
        for each in at.tagged(entry_tag(measure.entry))
        if each != measure.id
    )
    measure.record(
        PartnerMeasureLifted,
        at,
        entry=measure.entry,
        reason=reason,
        is_last=not any(other.is_active for other in others),
        paper=paper,
    )


@lift_partner_measure.unless
def cannot_lift_measure(measure: JointMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    It runs, or was asked for.
    """
    del at
    yield from _not_at(measure, Stage.INITIATED, Stage.IMPOSED, under=LIFTING)


@act(
    "反馈惩戒情况",
    "Record what a partner answers",
    by=(Role.PARTNER, *HEADS),
    under=MEASURES,
    time=Time.STATED,
    rows=("DIS-01",),
)
def record_partner_feedback(
    measure: JointMeasure,
    at: Circumstances,
    *,
    feedback: str,
    paper: Upload | None = None,
) -> None:
    """
    Record what the partner says came of it; also after the end.

    Args:
        measure: The joint measure.
        at: Who; the day on which it was said.
        feedback: What was said.
        paper: The paper.

    Raises:
        OutOfOrder: If nothing is said.

    Source:
        安全生产法 78(2).
    """
    first(blank(feedback, "feedback_missing", under=MEASURES))
    measure.record(PartnerFeedbackReceived, at, feedback=feedback, paper=paper)


@opening(
    "给予守信激励",
    "Grant an incentive",
    by=HEADS,
    under=INCENTIVES,
    rules=("INV-40",),
    rows=("CRD-07",),
)
def grant_incentive(
    at: Circumstances,
    *,
    entry: ListEntryRef,
    incentive: str,
    legal_basis: str,
    since_on: date,
    partner: BodyRef | None = None,
) -> JointMeasure:
    """
    Grant something to an enterprise of the red list.

    Args:
        at: Who, when.
        entry: The entry on the red list.
        incentive: What is granted.
        legal_basis: By which document.
        since_on: From which day on.
        partner: The partner that grants it; none where the body itself does.

    Raises:
        NoSuchCase: If there is no such entry of this body.
        OutOfOrder: If it does not stand, or the basis is not named.

    Source:
        安监总办〔2017〕133号, as far as the place has adopted it.
    """
    listed = _entry(at, entry)
    first(_not_listed(listed, black=False, under=INCENTIVES))
    for text in (incentive, legal_basis):
        first(blank(text, "incentive_incomplete", under=INCENTIVES))
    return JointMeasure.start(
        IncentiveGranted,
        at,
        because=listed,
        entry=entry,
        incentive=incentive,
        legal_basis=legal_basis,
        since_on=since_on,
        partner=partner,
    )


@act(
    "终止守信激励",
    "End an incentive",
    by=(Role.PARTNER, *HEADS),
    under=INCENTIVES,
    time=Time.STATED,
    rules=("INV-40",),
    rows=("CRD-07",),
)
def end_incentive(measure: JointMeasure, at: Circumstances, *, reason: str) -> None:
    """
    End an incentive.

    Args:
        measure: The incentive.
        at: Who; the day on which it ended.
        reason: Why.

    Raises:
        OutOfOrder: If none runs, or no reason is given.

    Source:
        安监总办〔2017〕133号, as far as the place has adopted it.
    """
    first(blank(reason, "reason_missing", under=INCENTIVES))
    measure.record(IncentiveEnded, at, reason=reason)


@end_incentive.unless
def cannot_end(measure: JointMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    It runs.
    """
    del at
    yield from _not_at(measure, Stage.GRANTED, under=INCENTIVES)
