"""
Who supervises an enterprise (监管分工), assigned and replaced, never removed (INV-51).
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from domain.acts import Reach, act
from domain.base import HEADS, Role
from domain.body.file import Body, BodyKind
from domain.circumstances import Circumstances
from domain.officer.file import Officer
from domain.procedures.tree import governs
from domain.references import BodyRef, OfficerRef
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, OutOfTime, Refused
from domain.regulator_assignment.file import (
    RegulatorAssignment,
    ResponsibleOfficerAssigned,
    ResponsibleOfficerReplaced,
    SupervisingBodyAssigned,
)

DUTIES = "安全生产法10"

_HEADS_AND_CLERKS = (*HEADS, Role.CLERK)
_REACH_OF_LEAD = {
    Role.HEAD: Reach.BELOW,
    Role.PRINCIPAL_HEAD: Reach.BELOW,
    Role.CLERK: Reach.BELOW,
    Role.IMPORTER: Reach.OWN,
}


@act(
    "确定监管主体",
    "Assign the supervising body",
    by=(*_HEADS_AND_CLERKS, Role.IMPORTER),
    under=DUTIES,
    reach=_REACH_OF_LEAD,
    rules=("INV-51",),
    rows=("REG-02", "REG-03", "REG-17"),
)
def assign_supervising_body(
    assignment: RegulatorAssignment,
    at: Circumstances,
    *,
    lead_body: BodyRef,
    responsible_officer: OfficerRef,
    since_on: date | None = None,
) -> None:
    """
    Make a body lead the supervision of an enterprise, in place of the one before.

    Args:
        assignment: The enterprise's assignment.
        at: Who, when.
        lead_body: A department: one's own body or one below it.
        responsible_officer: Who answers for the enterprise there.
        since_on: First day, no later than today, which it is if none is named.

    Raises:
        NotCompetent: If the body is not one's own or below it, or the person has no
            post in it.
        NoSuchCase: If there is no such body or person.
        OutOfOrder: If it would begin before the assignment that stands.
        OutOfTime: If it would begin after today: one body leads at a time.
        BeyondTheLaw: If it is no department that enforces.

    Source:
        安全生产法 10; 哈尔滨实施意见 (十九); 国办发〔2024〕54号: the office of a safety
        committee supervises no enterprise itself.
    """
    begins_on = since_on or at.on
    if not governs(at, lead_body):
        raise NotCompetent("outside_jurisdiction", under=DUTIES, body=lead_body)
    lead = at.read(Body, lead_body)
    examined_officer(at, responsible_officer, lead_body)
    standing = max((since for since, _ in assignment.leads), default=begins_on)
    if begins_on < standing:
        raise OutOfOrder("assigned_later", under=DUTIES, since_on=standing)
    if begins_on > at.on:
        raise OutOfTime("day_ahead", under=DUTIES, day=begins_on)
    if lead.kind not in (BodyKind.REGULATOR, BodyKind.DELEGATE):
        raise BeyondTheLaw("not_a_regulator", under=DUTIES, body_kind=lead.kind)
    former = assignment.responsible
    assignment.record(
        SupervisingBodyAssigned,
        at,
        enterprise=assignment.enterprise,
        lead_body=lead_body,
        since_on=begins_on,
    )
    if former != (responsible_officer,):
        assignment.record(
            ResponsibleOfficerReplaced,
            at,
            officer=responsible_officer,
            replaced=former,
            since_on=begins_on,
            reason="",
        )


@act(
    "确定责任人",
    "Assign a responsible officer",
    by=_HEADS_AND_CLERKS,
    under=DUTIES,
    rules=("INV-51",),
    rows=("REG-02", "INS-07"),
)
def assign_responsible_officer(
    assignment: RegulatorAssignment, at: Circumstances, *, officer: OfficerRef
) -> None:
    """
    Make one more person answer for an enterprise.

    Args:
        assignment: The enterprise's assignment.
        at: Who, when.
        officer: Somebody with a post in the lead body.

    Raises:
        NotCompetent: If one's own body does not lead, or the person has no post in it.
        NoSuchCase: If there is no such person.
        OutOfOrder: If the person answers for it already.

    Source:
        安全生产法 10; 哈尔滨实施意见 (十九).
    """
    _examine_new(assignment, at, officer)
    assignment.record(ResponsibleOfficerAssigned, at, officer=officer, since_on=at.on)


@act(
    "更换责任人",
    "Replace a responsible officer",
    by=_HEADS_AND_CLERKS,
    under=DUTIES,
    rules=("INV-51",),
    rows=("REG-02",),
)
def replace_responsible_officer(
    assignment: RegulatorAssignment,
    at: Circumstances,
    *,
    officer: OfficerRef,
    replaced: OfficerRef,
    reason: str,
) -> None:
    """
    Let somebody else answer for an enterprise in a person's place.

    Args:
        assignment: The enterprise's assignment.
        at: Who, when.
        officer: Somebody with a post in the lead body.
        replaced: Who answered until now.
        reason: Why.

    Raises:
        NotCompetent: If one's own body does not lead, or the person has no post in it.
        NoSuchCase: If there is no such person.
        OutOfOrder: If the one does not answer for it, or the other does already.

    Source:
        安全生产法 10; 哈尔滨实施意见 (十九).
    """
    if replaced not in assignment.responsible:
        raise OutOfOrder("not_responsible", under=DUTIES, officer=replaced)
    _examine_new(assignment, at, officer)
    assignment.record(
        ResponsibleOfficerReplaced,
        at,
        officer=officer,
        replaced=(replaced,),
        since_on=at.on,
        reason=reason,
    )


@assign_responsible_officer.unless
@replace_responsible_officer.unless
def cannot_name(
    assignment: RegulatorAssignment, at: Circumstances
) -> Iterable[Refused]:
    """
    One's own body leads: only it says who answers there.
    """
    if assignment.lead_body != at.actor.body:
        yield NotCompetent("not_the_lead", under=DUTIES, body=assignment.lead_body)


@replace_responsible_officer.unless_named
def not_of_lead(
    assignment: RegulatorAssignment,
    at: Circumstances,
    *,
    officer: OfficerRef,
    **_: object,
) -> Iterable[Refused]:
    """
    The person has no post in the body that leads.
    """
    body = assignment.lead_body
    if body is not None and not has_post(at, officer, body):
        yield NotCompetent("not_of_body", under=DUTIES, officer=officer, body=body)


def has_post(at: Circumstances, officer: UUID, body: UUID) -> bool:
    """
    Whether a person has a post in a body today.
    """
    return body in {where for _, where in at.read(Officer, officer).roles_on(at.on)}


def examined_officer(at: Circumstances, officer: UUID, body: UUID) -> Officer:
    """
    Find a person who has a post in a body today.

    Raises:
        NotCompetent: If the person has none.
        NoSuchCase: If there is no such person.
    """
    found = at.read(Officer, officer)
    if not has_post(at, officer, body):
        raise NotCompetent("not_of_body", under=DUTIES, officer=officer, body=body)
    return found


def _examine_new(
    assignment: RegulatorAssignment, at: Circumstances, officer: UUID
) -> None:
    assert assignment.lead_body is not None
    examined_officer(at, officer, assignment.lead_body)
    if officer in assignment.responsible:
        raise OutOfOrder("responsible_already", under=DUTIES, officer=officer)
