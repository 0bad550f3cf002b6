"""
Filing a case (立案): from what, by which body, against whom, and who handles it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from uuid import UUID

from domain.acts import Power, Reach, opening
from domain.base import HEADS, File, Role
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import CaseSource
from domain.enforcement_case.facts import CaseFiled, HandlersAssigned, PartyNamed
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.grounds import HANDLERS, PARTIES
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.grounds import first
from domain.hazard.file import Hazard
from domain.inspection.file import Inspection
from domain.inspection.grounds import unknown_items
from domain.law.ladders import Matter
from domain.law.statutes import PENALTY_LAW
from domain.limits import Limit, limit_if_any
from domain.officer.file import Officer
from domain.parties import person_key
from domain.procedures.inspecting import outcome_tag
from domain.procedures.ladders import unapproved
from domain.references import (
    EnterpriseRef,
    FileRef,
    HazardRef,
    InspectionRef,
    OfficerRef,
)
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, Refused
from domain.values import Personal, Upload

FILING = PENALTY_LAW.article(54)
JURISDICTION = f"{PENALTY_LAW.article(22)};24;25"

HANDLERS_MIN = 2


@dataclass(frozen=True)
class CaseOrigin:
    """
    Where a case comes from (案件来源).

    Args:
        case_source: Which way.
        inspection: The inspection, for a finding.
        item_nos: Its findings.
        hazards: Hazards whose findings it takes up.
        source_file: The file that it comes from, where there is one.
        source_paper: The paper that it comes from.
        jurisdiction_ground: Why the body has it, where another body found it.
    """

    case_source: CaseSource
    inspection: InspectionRef | None = None
    item_nos: tuple[int, ...] = ()
    hazards: tuple[HazardRef, ...] = ()
    source_file: FileRef | None = None
    source_paper: Upload | None = None
    jurisdiction_ground: str = ""


@dataclass(frozen=True)
class Violation:
    """
    What a case is about (违法行为).

    Args:
        case_name: In a few words (案由).
        violation_code: Its code.
        discovered_on: When it came to be known.
        violation_ended_on: Its last day, where it is known.
        life_harmed: Whether life or health was harmed: five years instead of two.
    """

    case_name: str
    violation_code: str
    discovered_on: date
    violation_ended_on: date | None = None
    life_harmed: bool = False


@opening(
    "立案",
    "File a case",
    by=HEADS,
    under=FILING,
    power=Power.PENALISE,
    reach=Reach.BELOW,
    rules=("INV-17", "INV-45"),
    rows=("PEN-01", "PEN-14", "INS-14"),
    matter=Matter.CASE_FILING,
)
def file_case(
    at: Circumstances,
    *,
    taken_from: CaseOrigin,
    violation: Violation,
    handlers: tuple[OfficerRef, ...],
    enterprise: EnterpriseRef | None = None,
    person: Personal | None = None,
    identity_number: Personal | None = None,
    post: str = "",
    evidence: tuple[Upload, ...] = (),
) -> EnforcementCase:
    """
    Approve that a case is filed; its time begins to run on this day.

    Args:
        at: The head, the day.
        taken_from: Where it comes from.
        violation: What it is about.
        handlers: The officers who handle it, two or more.
        enterprise: The enterprise where it happened; the first party unless a person
            is named.
        person: The person who is the first party.
        identity_number: Their identity number, where it is known.
        post: Their post.
        evidence: Evidence taken before the filing.

    Raises:
        NotCompetent: If a handler may not act, or another body found it.
        NoSuchCase: If there is no such file or finding.
        OutOfOrder: If nothing is named that it comes from, a finding is in another case
            already, no party is named, or the ladder of the place is not climbed.
        BeyondTheLaw: If fewer than two handlers are named.

    Source:
        行政处罚法 22, 24, 25, 36, 42, 54.
    """
    examine_handlers(at, enterprise, handlers)
    cause = _examined_source(at, taken_from)
    if isinstance(cause, Inspection | Hazard):
        first(unapproved(at, cause, Matter.CASE_FILING))
    if enterprise is not None:
        first(yielding(at.read(Enterprise, enterprise)))
    elif person is None:
        raise OutOfOrder("party_missing", under=PARTIES)
    limitation = _limitation(at, violation)
    begin = partial(EnforcementCase.start, CaseFiled, at, because=cause, cause=None)
    begin = partial(begin, concerns=(), owner=None)
    case = begin(
        **_given(taken_from),
        **_given(violation),
        enterprise=enterprise,
        evidence=evidence,
        limitation_until=limitation,
        time_barred=limitation is not None and violation.discovered_on > limitation,
        decide_limit=_decide_limit(at),
    )
    case.record(
        PartyNamed,
        at,
        party_no=1,
        enterprise=None if person else enterprise,
        person=person,
        identity_number=identity_number,
        person_key=person_key(at, identity_number),
        post=post,
    )
    case.record(HandlersAssigned, at, handlers=tuple(dict.fromkeys(handlers)))
    return case


def _given(record: CaseOrigin | Violation) -> dict[str, object]:
    return {each.name: getattr(record, each.name) for each in fields(record)}


def _examined_source(at: Circumstances, origin: CaseOrigin) -> File | None:
    """
    Read what a case comes from, and give the file in whose thread it stands.
    """
    visit = at.read(Inspection, origin.inspection) if origin.inspection else None
    found = tuple(at.read(Hazard, hazard) for hazard in origin.hazards)
    for file in (*filter(None, (visit,)), *found):
        first(_not_ours(at, file.body, origin.jurisdiction_ground))
    first(
        _without_source(origin, visit),
        _taken(at, visit, origin.item_nos) if visit else (),
    )
    other = at.read(File, origin.source_file) if origin.source_file else None
    return visit or next(iter(found), None) or other


def examine_handlers(
    at: Circumstances,
    enterprise: EnterpriseRef | None,
    handlers: tuple[OfficerRef, ...],
) -> None:
    """
    Examine those who are to handle a case: officers, certified, two, not licensing.
    """
    first(no_officers(at, handlers))
    if len(set(handlers)) < HANDLERS_MIN:
        at.later((BeyondTheLaw("inspectors_too_few", under=HANDLERS),))
    if enterprise is not None:
        first(at.standing.unfit(enterprise, handlers, at))


def no_officers(
    at: Circumstances, handlers: tuple[OfficerRef, ...]
) -> Iterable[Refused]:
    """
    Somebody is no officer of the body.
    """
    body = at.actor.body
    for handler in handlers:
        officer = at.read(Officer, handler)
        if body is None or not officer.holds(Role.OFFICER, body, at.on):
            yield NotCompetent("no_officer_of_body", under=HANDLERS, officer=handler)


def _not_ours(
    at: Circumstances, body: UUID | None, jurisdiction_ground: str
) -> Iterable[Refused]:
    if not at.standing.goes_on_for(body, at) and not jurisdiction_ground.strip():
        yield NotCompetent("not_ours", under=JURISDICTION)


def _without_source(origin: CaseOrigin, visit: Inspection | None) -> Iterable[Refused]:
    """
    Nothing is named that the case comes from.
    """
    if origin.case_source is CaseSource.FINDING:
        is_named = visit is not None and (bool(origin.item_nos) or visit.obstructed)
    else:
        is_named = origin.source_file is not None or origin.source_paper is not None
    if not is_named:
        yield OutOfOrder("no_source", under=FILING, case_source=origin.case_source)


def _taken(
    at: Circumstances, visit: Inspection, item_nos: tuple[int, ...]
) -> Iterable[Refused]:
    """
    A finding is none of that visit, or is taken up by a case that is open or decided.
    """
    yield from unknown_items(visit, item_nos, under=FILING)
    for each in at.tagged(outcome_tag(visit.id)):
        case = at.find(EnforcementCase, each)
        for item_no in item_nos if case is not None else ():
            assert case is not None
            if item_no in case.item_nos:
                yield OutOfOrder("finding_in_case", under=FILING, item_no=item_no)


def _limitation(at: Circumstances, violation: Violation) -> date | None:
    """
    Give the last day on which the violation could be discovered in time (时效).
    """
    if violation.violation_ended_on is None:
        return None
    rule = "PN.limit.life" if violation.life_harmed else "PN.limit.general"
    limit = limit_if_any(at, rule, violation.violation_ended_on)
    return limit.ends_on if limit else None


def _decide_limit(at: Circumstances) -> Limit | None:
    """
    Give until when a case filed today is to be decided: the old rules' thirty days
    stood in the place of the law's ninety.
    """
    old = limit_if_any(at, "PN.limit.decide.base15", at.on)
    return old or limit_if_any(at, "PN.limit.decide", at.on)
