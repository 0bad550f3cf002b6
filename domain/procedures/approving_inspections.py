"""
Approving an inspection (检查审批): to whom, in which way, by whom, by which checklist.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.acts import Power, opening
from domain.base import HEADS, Role
from domain.checklist.file import Checklist
from domain.circumstances import Circumstances
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.grounds import first
from domain.hazard.file import Hazard
from domain.inspection.choices import CAPPED, WITHOUT_CHECKLIST, Exemption, Mode
from domain.inspection.facts import InspectionApproved
from domain.inspection.file import Inspection, PinnedItem
from domain.law.statutes import INSPECTION_OPINION, PENALTY_LAW, SAFETY_LAW
from domain.officer.file import Officer
from domain.procedures.drawing import not_as_drawn
from domain.procedures.inspection_caps import cap_for
from domain.random_draw.lots import DrawnVisit
from domain.references import (
    ChecklistRef,
    EnterpriseRef,
    HazardRef,
    OfficerRef,
    RandomDrawRef,
)
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, Refused

APPROVAL = INSPECTION_OPINION.zh
CHECKLISTS = "哈尔滨实施意见(二)"
INSPECTORS_MIN = 2


@dataclass(frozen=True)
class Pinned:
    """
    A version of a checklist, pinned to a visit (检查表版本).

    Args:
        checklist: The checklist; none for a visit that goes after one matter.
        version: Its version.
        items: What that version asks.
    """

    checklist: ChecklistRef | None = None
    version: int = 0
    items: tuple[PinnedItem, ...] = ()


@opening(
    "审批检查",
    "Approve an inspection",
    by=HEADS,
    under=APPROVAL,
    power=Power.INSPECT,
    rules=("INV-18", "INV-19", "INV-22"),
    rows=("INS-02", "INS-03", "INS-04", "INS-05"),
)
def approve_inspection(
    at: Circumstances,
    *,
    enterprise: EnterpriseRef,
    mode: Mode,
    inspection_scope: str,
    inspectors: tuple[OfficerRef, ...],
    checklist: ChecklistRef | None = None,
    exemption: Exemption | None = None,
    hazards: tuple[HazardRef, ...] = (),
    draw: RandomDrawRef | None = None,
) -> Inspection:
    """
    Approve a visit: to whom, in which way, by which officers, with which checklist.

    Args:
        at: Who, when.
        enterprise: The enterprise.
        mode: In which way it is inspected.
        inspection_scope: What is inspected.
        inspectors: The officers, two or more, none of them the head who approves.
        checklist: The checklist; its newest version is pinned.
        exemption: Why the visit does not count against the year's cap; none for a
            planned or random one, which counts.
        hazards: What a follow-up re-inspects; none for any other visit.
        draw: The draw that led to a random visit; none for any other.

    Raises:
        NotCompetent: If the head is one of the officers, one of them is no officer of
            the body or deals with the enterprise's permits, or the body has no power in
            its sector.
        NoSuchCase: If the enterprise, the checklist, an officer or a hazard is unknown.
        OutOfOrder: If another file of the enterprise leads, the checklist is missing or
            withdrawn, the exemption is missing, the hazards of a follow-up are
            missing or another enterprise's, or a random visit is not as it was drawn.
        BeyondTheLaw: If fewer than two officers are named, or the cap is reached.

    Source:
        国办发〔2024〕54号; 行政处罚法 42; 哈尔滨实施意见 (二).
    """
    first(_no_inspectors(at, inspectors))
    first(at.standing.unfit(enterprise, inspectors, at))
    visited = at.read(Enterprise, enterprise)
    first(yielding(visited))
    pinned = pinned_version(at, checklist, mode=mode)
    followed = tuple(at.read(Hazard, hazard) for hazard in dict.fromkeys(hazards))
    first(_wrong_hazards(at, followed, enterprise, mode=mode))
    first(not_as_drawn(at, draw, DrawnVisit(enterprise, inspectors), mode=mode))
    nth, count_max = _place_under_cap(at, visited, exemption, mode=mode)
    threads = {hazard.thread for hazard in followed}
    return Inspection.start(
        InspectionApproved,
        at,
        because=followed[0] if len(threads) == 1 else None,
        concerns=hazards if len(threads) > 1 else (),
        enterprise=enterprise,
        mode=mode,
        inspection_scope=inspection_scope,
        inspectors=tuple(dict.fromkeys(inspectors)),
        nth_of_cap=nth,
        cap_count_max=count_max,
        exemption=exemption,
        checklist=pinned.checklist,
        checklist_version=pinned.version,
        checklist_items=pinned.items,
        hazards=tuple(hazard.id for hazard in followed),
        draw=draw,
    )


def _no_inspectors(
    at: Circumstances, inspectors: tuple[OfficerRef, ...]
) -> Iterable[Refused]:
    if at.actor.person in inspectors:
        yield NotCompetent("approver_inspects", under=APPROVAL)
    body = at.actor.body
    for inspector in inspectors:
        officer = at.read(Officer, inspector)
        if body is None or not officer.holds(Role.OFFICER, body, at.on):
            yield NotCompetent(
                "no_officer_of_body", under=PENALTY_LAW.article(42), officer=inspector
            )
    if len(set(inspectors)) < INSPECTORS_MIN:
        under = PENALTY_LAW.article(42)
        at.later((BeyondTheLaw("inspectors_too_few", under=under),))


def pinned_version(
    at: Circumstances, checklist: ChecklistRef | None, *, mode: Mode
) -> Pinned:
    """
    Pin the newest version in force.

    Raises:
        OutOfOrder: If the mode asks for a checklist and there is none, or all its
            versions are withdrawn.
    """
    if checklist is None:
        if mode in WITHOUT_CHECKLIST:
            return Pinned()
        raise OutOfOrder("checklist_missing", under=CHECKLISTS, mode=mode)
    found = at.read(Checklist, checklist)
    version = found.in_force
    if not version:
        raise OutOfOrder("checklist_withdrawn", under=CHECKLISTS)
    items = tuple(
        PinnedItem(item.checklist_item, item.mandatory)
        for item in found.versions[version]
    )
    return Pinned(checklist, version, items)


def _wrong_hazards(
    at: Circumstances,
    followed: tuple[Hazard, ...],
    enterprise: EnterpriseRef,
    *,
    mode: Mode,
) -> Iterable[Refused]:
    for hazard in followed:
        yield from at.standing.grounds(approve_inspection.said, hazard, at)
    if bool(followed) != (mode is Mode.FOLLOW_UP):
        yield OutOfOrder("follow_up_hazards", under=SAFETY_LAW.article(65))
    for hazard in followed:
        if hazard.enterprise != enterprise:
            yield OutOfOrder("other_enterprise", under=APPROVAL, hazard=hazard.id)
        if not hazard.is_open:
            yield OutOfOrder("hazard_ended", under=APPROVAL, stage=hazard.stage)


def _place_under_cap(
    at: Circumstances,
    enterprise: Enterprise,
    exemption: Exemption | None,
    *,
    mode: Mode,
) -> tuple[int, int | None]:
    """
    Number the visit among those of the body to the enterprise in the year (INV-22).

    Returns:
        The number, 0 for an exempt visit; and the cap, if the place has set one.

    Raises:
        OutOfOrder: If a visit that does not count states no exemption.
        BeyondTheLaw: If the cap is reached.
    """
    if mode not in CAPPED:
        if exemption is None:
            raise OutOfOrder("exemption_missing", under=APPROVAL, mode=mode)
        return 0, None
    nth = 1 + sum(1 for _ in _counted(at, enterprise.id))
    count_max = cap_for(at, enterprise)
    if count_max is not None and nth > count_max:
        raise BeyondTheLaw("over_cap", under=APPROVAL, count_max=count_max)
    return nth, count_max


def _counted(at: Circumstances, enterprise: EnterpriseRef) -> Iterator[Inspection]:
    for visit in at.tagged(f"enterprise/{enterprise}/inspection"):
        found = at.read(Inspection, visit)
        same = found.body == at.actor.body and found.opened_on.year == at.on.year
        if same and found.counts_against_cap:
            yield found
