"""
Registering things that may be lost, and deciding on them in time (先行登记保存).
"""

from collections.abc import Iterable

from domain.acts import Power, Reach, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import OPEN
from domain.enforcement_case.facts_of_evidence import (
    EvidenceRegistered,
    EvidenceThing,
    RegistrationDecided,
    RegistrationLapsed,
    ThingDecision,
)
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.grounds import not_at, not_handlers
from domain.grounds import blank, first
from domain.law.ladders import Matter
from domain.law.statutes import PENALTY_LAW
from domain.limits import limit_if_any
from domain.procedures.adoption import limit_in_force
from domain.procedures.approvals import not_approved
from domain.references import OfficerRef
from domain.refusals import NoSuchCase, OutOfOrder, OutOfTime, Refused
from domain.values import Personal, Upload

REGISTRATION = PENALTY_LAW.article(56)


@act(
    "先行登记保存证据",
    "Register things as evidence",
    by=Role.OFFICER,
    under=REGISTRATION,
    time=Time.CAPTURED,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-01",),
    matter=Matter.EVIDENCE_REGISTRATION,
)
def register_evidence(
    case: EnforcementCase,
    at: Circumstances,
    *,
    things: tuple[EvidenceThing, ...],
    reason: str,
    kept_where: str,
    custodian: Personal,
    approver: OfficerRef | None = None,
    party_present: Personal | None = None,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Register things that may be lost, with a head's approval, for seven working days.

    Args:
        case: The case.
        at: Who, when.
        things: What is registered, at least one.
        reason: Why it may be lost.
        kept_where: Where it is kept.
        custodian: Who keeps it.
        approver: The head who approved it; none of those who act.
        party_present: Who of the party was there.
        evidence: Photographs, the inventory.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        OutOfOrder: If it is not open, nothing is registered, or no head approved it.

    Source:
        行政处罚法 56.
    """
    if not things:
        raise OutOfOrder("things_missing", under=REGISTRATION)
    first(not_approved(at, approver, under=REGISTRATION))
    first(blank(reason, "reason_missing", under=REGISTRATION))
    case.record(
        EvidenceRegistered,
        at,
        registration_no=len(case.things_registered) + 1,
        things=things,
        reason=reason,
        kept_where=kept_where,
        custodian=custodian,
        approver=approver,
        party_present=party_present,
        evidence=evidence,
        register_limit=limit_if_any(at, "PN.evidence.register", at.on),
    )


@act(
    "处理登记保存证据",
    "Decide on registered things",
    by=Role.OFFICER,
    under=REGISTRATION,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-01",),
)
def decide_registration(
    case: EnforcementCase,
    at: Circumstances,
    *,
    registration_no: int,
    decisions: tuple[ThingDecision, ...],
    approver: OfficerRef | None = None,
) -> None:
    """
    Decide, thing by thing, what becomes of a registration.

    Args:
        case: The case.
        at: Who, when.
        registration_no: Which registration, from 1.
        decisions: What becomes of each thing.
        approver: The head who approved it; none of those who act.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        NoSuchCase: If there is none to be decided under that number.
        OutOfOrder: If a thing is left out, or no head approved it.

    Source:
        行政处罚法 56: decided in seven days.
    """
    count = case.things_registered[registration_no]
    if sorted(each.thing_no for each in decisions) != list(range(1, count + 1)):
        raise OutOfOrder("things_undecided", under=REGISTRATION, count=count)
    first(not_approved(at, approver, under=REGISTRATION))
    limit = case.registrations[registration_no]
    case.record(
        RegistrationDecided,
        at,
        registration_no=registration_no,
        decisions=decisions,
        approver=approver,
        is_late=limit is not None and at.on > limit.ends_on,
    )


@register_evidence.unless
def cannot_register(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    By those who handle the case, while it is open.
    """
    yield from not_handlers(case, at)
    yield from not_at(case, *OPEN, under=REGISTRATION)


@decide_registration.unless_named
def no_such_registration(
    case: EnforcementCase, at: Circumstances, *, registration_no: int, **_: object
) -> Iterable[Refused]:
    """
    Nothing is registered under that number.
    """
    del at
    if registration_no not in case.registrations:
        yield NoSuchCase("no_such_registration", under=REGISTRATION, no=registration_no)


@decide_registration.unless
def cannot_decide(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    By those who handle the case, while it is open and something is registered.
    """
    yield from cannot_register(case, at)
    if not case.registrations:
        no = len(case.things_registered) or 1
        yield OutOfOrder("no_such_registration", under=REGISTRATION, no=no)


@act(
    "登记保存逾期",
    "Record that a registration lapsed",
    by=Role.CLOCK,
    under=REGISTRATION,
    time=Time.STATED,
    reach=Reach.ANY,
    rows=("PEN-01",),
)
def lapse_registration(
    case: EnforcementCase, at: Circumstances, *, registration_no: int
) -> None:
    """
    Record that nobody decided on registered things in time.

    Args:
        case: The case.
        at: The end of the time.
        registration_no: Which registration.

    Raises:
        OutOfOrder: If it is decided, or no time runs for it.
        OutOfTime: If its time is not over.

    Source:
        行政处罚法 56; that it is released by law is in the rule for coal mines only.
    """
    registered = next(
        (
            fact
            for fact in case.history
            if isinstance(fact, EvidenceRegistered)
            and fact.registration_no == registration_no
        ),
        None,
    )
    if registered is None or registration_no not in case.registrations:
        raise OutOfOrder("no_time_set", under=REGISTRATION)
    limit = limit_in_force(at, registered, registered.register_limit)
    if limit is None:
        raise OutOfOrder("no_time_set", under=REGISTRATION)
    if at.now <= limit.ends_at:
        raise OutOfTime("time_not_over", under=REGISTRATION, until_on=limit.ends_on)
    case.record(
        RegistrationLapsed,
        at,
        registration_no=registration_no,
        lapsed_on=limit.ends_on,
    )
