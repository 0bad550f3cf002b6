"""
Going to inspect (行政检查): the opening, a correction on the spot, the thread.

Whom a visit goes to, who goes and what they must answer is fixed by the approval; an
urgent visit begins first and is approved afterwards.
"""

from collections.abc import Iterable
from uuid import UUID

from domain.acts import Power, act, opening
from domain.base import File, Role, Time
from domain.checklist.file import Checklist
from domain.circumstances import Circumstances
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.grounds import first
from domain.hazard.file import Hazard
from domain.inspection.choices import (
    MODE_OF_URGENT,
    Mode,
    Stage,
    UrgentGround,
)
from domain.inspection.facts import (
    FindingCorrectedOnSpot,
    InspectionOpened,
)
from domain.inspection.facts_of_ending import InspectionThreadClosed
from domain.inspection.file import Inspection, Present
from domain.inspection.grounds import cannot_add, not_at, not_on_team, unknown_items
from domain.law.statutes import (
    INSPECTION_OPINION,
    PENALTY_LAW,
    RANDOM_INSPECTION,
    SAFETY_LAW,
    THREE_SYSTEMS,
)
from domain.limits import limit_if_any
from domain.procedures.approving_inspections import pinned_version
from domain.procedures.suspicion import referrals_of, suspected
from domain.references import ChecklistRef, EnterpriseRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Upload

APPROVAL = INSPECTION_OPINION.zh
SHOWING = SAFETY_LAW.article(67)
CHECKLISTS = "哈尔滨实施意见(二)"
CORRECTION = SAFETY_LAW.article(65, 2)


@act(
    "开始检查",
    "Open an inspection",
    by=Role.OFFICER,
    under=f"{SAFETY_LAW.article(65)};{SHOWING};{PENALTY_LAW.article(42)}",
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-18", "INV-19", "INV-20", "INV-22"),
    rows=("INS-02", "INS-04", "INS-05", "INS-06", "INS-18"),
)
def open_inspection(
    inspection: Inspection,
    at: Circumstances,
    *,
    place: str,
    certificates_shown: bool,
    persons_present: tuple[Present, ...] = (),
) -> None:
    """
    Begin an approved visit on arrival.

    Args:
        inspection: The inspection.
        at: Who; the arrival, to the minute.
        place: Where.
        certificates_shown: Whether the officers showed their certificates.
        persons_present: Who else was there.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        OutOfOrder: If it is not approved or was opened already, no notice was given of
            an announced one, the checklist has been withdrawn since, or no certificate
            was shown.

    Source:
        安全生产法 65, 67; 行政处罚法 42; 国办发〔2024〕54号.
    """
    if not certificates_shown:
        raise OutOfOrder("certificates_not_shown", under=SHOWING)
    inspection.record(
        InspectionOpened,
        at,
        enterprise=inspection.enterprise,
        mode=inspection.mode,
        inspection_scope=inspection.scope,
        inspectors=at.officers,
        place=place,
        certificates_shown=certificates_shown,
        persons_present=persons_present,
        checklist=inspection.checklist,
        checklist_version=inspection.checklist_version,
        checklist_items=inspection.items,
    )


@open_inspection.unless
def cannot_open(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    By those named, of a random visit by all of them; approved, notified unless
    unannounced, with a checklist in force.
    """
    yield from not_on_team(inspection, at, under=APPROVAL)
    yield from not_at(inspection, Stage.APPROVED, under=APPROVAL)
    if inspection.mode is Mode.RANDOM and {*at.officers} != {*inspection.named}:
        yield OutOfOrder("other_officers_drawn", under=RANDOM_INSPECTION.zh)
    if not inspection.notified and inspection.mode is not Mode.UNANNOUNCED:
        yield OutOfOrder("not_notified", under=APPROVAL)
    if inspection.checklist is not None:
        checklist = at.read(Checklist, inspection.checklist)
        if inspection.checklist_version in checklist.withdrawn:
            yield OutOfOrder("checklist_withdrawn", under=CHECKLISTS)


@opening(
    "紧急开始检查",
    "Open an inspection before its approval",
    by=Role.OFFICER,
    under=f"{APPROVAL};{SHOWING}",
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-18", "INV-22"),
    rows=("INS-02",),
)
def open_inspection_urgently(
    at: Circumstances,
    *,
    enterprise: EnterpriseRef,
    urgent_ground: UrgentGround,
    inspection_scope: str,
    place: str,
    certificates_shown: bool,
    persons_present: tuple[Present, ...] = (),
    checklist: ChecklistRef | None = None,
) -> Inspection:
    """
    Begin a visit that cannot wait; it is approved within the hours of the place.

    Args:
        at: Who; the arrival, to the minute. The officers who act are the team.
        enterprise: The enterprise.
        urgent_ground: A tip-off, an accident, or urgent danger; nothing else is urgent.
        inspection_scope: What is inspected.
        place: Where.
        certificates_shown: Whether the officers showed their certificates.
        persons_present: Who else was there.
        checklist: A checklist, if one is used; its newest version is pinned.

    Raises:
        NotCompetent: If one of the officers deals with the enterprise's permits, or the
            body has no power in its sector.
        NoSuchCase: If the enterprise or the checklist is unknown.
        OutOfOrder: If another file of the enterprise leads, the checklist is withdrawn,
            or no certificate was shown.

    Source:
        国办发〔2024〕54号; 安全生产法 65, 67.
    """
    first(at.standing.unfit(enterprise, at.officers, at))
    first(yielding(at.read(Enterprise, enterprise)))
    pinned = pinned_version(at, checklist, mode=Mode.TIP_OFF)
    if not certificates_shown:
        raise OutOfOrder("certificates_not_shown", under=SHOWING)
    return Inspection.start(
        InspectionOpened,
        at,
        enterprise=enterprise,
        mode=MODE_OF_URGENT[urgent_ground],
        inspection_scope=inspection_scope,
        inspectors=at.officers,
        place=place,
        certificates_shown=certificates_shown,
        persons_present=persons_present,
        checklist=pinned.checklist,
        checklist_version=pinned.version,
        checklist_items=pinned.items,
        urgent_ground=urgent_ground,
        approve_limit=limit_if_any(at, "IN.approve.late", at.occurred_at),
    )


@act(
    "当场纠正",
    "Record that a finding was corrected on the spot",
    by=Role.OFFICER,
    under=CORRECTION,
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-17",),
    rows=("INS-02", "INS-14"),
)
def correct_finding_on_spot(
    inspection: Inspection,
    at: Circumstances,
    *,
    item_no: int,
    done: str,
    evidence: tuple[Upload, ...],
) -> None:
    """
    Record that a finding was put right while the officers were there.

    Args:
        inspection: The inspection.
        at: Who, when.
        item_no: Number of the finding.
        done: What was done.
        evidence: Photographs of it put right, at least one.

    Raises:
        NotCompetent: If somebody acts who was not named for the visit.
        NoSuchCase: If there is no such finding.
        OutOfOrder: If the record is made, it was put right already, a hazard was
            identified from it, or there is no evidence.
        BeyondTheLaw: If that hazard is a major one.

    Source:
        安全生产法 65(2).
    """
    if inspection.findings[item_no].corrected:
        raise OutOfOrder("corrected_already", under=CORRECTION, item_no=item_no)
    taken = (each for each in hazards_of(inspection, at) if item_no in each.item_nos)
    first((_is_hazard(hazard, item_no) for hazard in taken), _unshown(evidence))
    inspection.record(
        FindingCorrectedOnSpot, at, item_no=item_no, done=done, evidence=evidence
    )


correct_finding_on_spot.unless(cannot_add)


@correct_finding_on_spot.unless_named
def no_such_finding(
    inspection: Inspection, at: Circumstances, *, item_no: int, **_: object
) -> Iterable[Refused]:
    """
    The number is no finding's.
    """
    del at
    yield from unknown_items(inspection, (item_no,), under=CORRECTION)


def _unshown(evidence: tuple[Upload, ...]) -> Iterable[Refused]:
    if not evidence:
        yield OutOfOrder("evidence_missing", under=CORRECTION)


def _is_hazard(hazard: Hazard, item_no: int) -> Refused:
    if hazard.is_major:
        return BeyondTheLaw("major_not_on_spot", under=SAFETY_LAW.article(41, 3))
    return OutOfOrder("finding_is_hazard", under=CORRECTION, item_no=item_no)


def hazards_of(inspection: Inspection, at: Circumstances) -> tuple[Hazard, ...]:
    """
    Read the hazards that were identified from the findings of a visit.
    """
    found = at.tagged(f"inspection/{inspection.id}/hazard")
    return tuple(at.read(Hazard, hazard) for hazard in found)


@act(
    "检查闭环",
    "Close the thread of an inspection",
    by=Role.OFFICER,
    under=THREE_SYSTEMS.zh,
    power=Power.INSPECT,
    rules=("INV-01", "INV-14", "INV-17"),
    rows=("INS-13",),
)
def close_inspection_thread(inspection: Inspection, at: Circumstances) -> None:
    """
    Record that everything a visit led to is done.

    Args:
        inspection: The inspection.
        at: Who, when.

    Raises:
        OutOfOrder: If it is not concluded, a crime is suspected, a violation has no
            outcome, or a hazard or a case of it is open.

    Source:
        国办发〔2018〕118号; 忻州2020通知 (九)(十); 国务院令310号 3.
    """
    hazards = tuple(hazard.id for hazard in hazards_of(inspection, at))
    inspection.record(InspectionThreadClosed, at, hazards=hazards)


@close_inspection_thread.unless
def cannot_close(inspection: Inspection, at: Circumstances) -> Iterable[Refused]:
    """
    Concluded, with no crime suspected, each violation with an outcome, no hazard and
    no case left. What was referred has an outcome once the police have it.
    """
    under = THREE_SYSTEMS.zh
    yield from not_at(inspection, Stage.CONCLUDED, under=under)
    hazards = hazards_of(inspection, at)
    of_hazards = {item_no for hazard in hazards for item_no in hazard.item_nos}
    cases = [at.read(File, each) for each in at.tagged(outcome_tag(inspection.id))]
    files = (inspection.id, *(each.id for each in (*hazards, *cases)))
    yield from suspected(at, *files)
    taken_up = {no for case in cases for no in getattr(case.history[0], "item_nos", ())}
    is_referred = any(each.police for each in referrals_of(at, *files))
    left = tuple(
        finding.item_no
        for finding in inspection.violations
        if not (finding.corrected or finding.no_case or is_referred)
        and finding.item_no not in of_hazards | taken_up
    )
    if left:
        yield OutOfOrder("findings_without_outcome", under=under, item_nos=left)
    still_open = tuple(hazard.id for hazard in hazards if hazard.is_open)
    if still_open:
        yield OutOfOrder("hazards_open", under=under, count=len(still_open))
    running = sum(getattr(case, "is_open", False) for case in cases)
    if running:
        yield OutOfOrder("cases_open", under=under, count=running)


def outcome_tag(inspection: UUID) -> str:
    """
    Name the tag under which a file says that it takes findings of a visit up.
    """
    return f"inspection/{inspection}/outcome"
