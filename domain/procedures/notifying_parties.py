"""
What a service means to a case (处罚告知): its notice reaches a party, and times begin.

The case is told in the commit of the service itself.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.acts import Reach, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.document.file import Document
from domain.enforcement_case.facts_of_notice import (
    NoticeServed,
    NoticeServiceSetAside,
    PenaltyProposed,
    StatementPeriodExpired,
)
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.grounds import party_of
from domain.law.forms import Form
from domain.law.statutes import PENALTY_LAW
from domain.limits import Limit, limit_if_any
from domain.parties import is_addressed
from domain.procedures.adoption import limit_in_force
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.service.file import DocumentServed, Service
from domain.values import end_of

NOTICE = PENALTY_LAW.article(44)
DEFENCE = PENALTY_LAW.article(45)

#: Documents by which a party is notified of what is proposed.
NOTICES = (Form.PENALTY_NOTICE, Form.HEARING_RIGHT_NOTICE)


def _proposal(
    at: Circumstances, paper: Document
) -> tuple[EnforcementCase, PenaltyProposed] | None:
    """
    Give the case and the proposal that a document notifies, if it notifies one.
    """
    if paper.form not in NOTICES or paper.about is None:
        return None
    case = at.read(EnforcementCase, paper.about)
    for fact in reversed(case.history):
        if isinstance(fact, PenaltyProposed) and fact.id in paper.renders:
            return case, fact
    return None


def not_a_notice(at: Circumstances, paper: Document) -> Iterable[Refused]:
    """
    A notice lacks what it has to say, or does not say what is proposed now.
    """
    found = _proposal(at, paper)
    if found is None:
        return
    case, proposal = found
    party = case.parties[proposal.party_no]
    newest = [
        fact
        for fact in case.history
        if isinstance(fact, PenaltyProposed) and fact.party_no == party.party_no
    ][-1]
    is_complete = party.proposed is not None and party.proposed.is_complete
    if newest is not proposal or not is_complete:
        yield OutOfOrder("notice_incomplete", under=NOTICE, no=party.party_no)


def tell_case(at: Circumstances, paper: Document, *, served_on: date) -> None:
    """
    Tell the case that its notice was served; a second paper of the same proposal, or
    one after its decision, tells nothing new.

    Args:
        at: The circumstances; the service was just recorded.
        paper: The document.
        served_on: The day on which it reached the party.
    """
    found = _proposal(at, paper)
    if found is None:
        return
    case, proposal = found
    party = case.parties[proposal.party_no]
    if party.noticed is not None or party.released or not case.is_open:
        return
    service, served = at.recorded[-1]
    assert isinstance(served, DocumentServed)
    if not is_addressed(
        at, served.addressee, enterprise=party.enterprise, person=party.person
    ):
        return
    hearing = None
    if proposal.hearing_right:
        hearing = limit_if_any(at, "PN.hearing.request", served_on)
    case.record(
        NoticeServed,
        at,
        concerns=(service.id,),
        party_no=party.party_no,
        document=paper.id,
        service=service.id,
        served_on=served_on,
        kinds=proposal.kinds,
        fine_fen=proposal.fine_fen,
        confiscated_fen=proposal.confiscated_fen,
        hearing_right=proposal.hearing_right,
        hearing_ground=proposal.hearing_ground,
        defence_limit=_defence(at, served_on, hearing),
        hearing_limit=hearing,
    )


def take_notice_back(at: Circumstances, paper: Document, service: Service) -> None:
    """
    Tell the case that the service of its notice was none: the party is to be notified
    again, and has not answered.

    Args:
        at: Who; the day on which it was set aside.
        paper: The document.
        service: The service, whose last fact says so.

    Source:
        行政处罚法 44, 61, 62.
    """
    if paper.form not in NOTICES or paper.about is None:
        return
    case = at.read(EnforcementCase, paper.about)
    for party in tuple(case.parties.values()):
        if party.noticed is None or party.noticed.service != service.id:
            continue
        case.record(
            NoticeServiceSetAside,
            at,
            cause=service.last_fact,
            concerns=(service.id,),
            party_no=party.party_no,
            document=paper.id,
            service=service.id,
            served_on=party.noticed.served_on,
        )


def _defence(at: Circumstances, served_on: date, hearing: Limit | None) -> Limit | None:
    """
    Give until when a party may state its case: never shorter than it may ask for a
    hearing.
    """
    limit = limit_if_any(at, "PN.defence.days", served_on)
    if limit is None or hearing is None or hearing.ends_on <= limit.ends_on:
        return limit
    return replace(limit, last_on=hearing.ends_on, last_at=None)


@act(
    "陈述申辩期满",
    "Record that the time for a statement passed",
    by=Role.CLOCK,
    under=DEFENCE,
    time=Time.STATED,
    reach=Reach.ANY,
    rows=("PEN-01",),
)
def expire_statement(
    case: EnforcementCase, at: Circumstances, *, party_no: int
) -> None:
    """
    Record that a party let the time for its statement pass.

    Args:
        case: The case.
        at: The end of the time.
        party_no: Which party.

    Raises:
        NoSuchCase: If there is no such party.
        OutOfOrder: If it was not notified, or has answered.
        OutOfTime: If its time is not over.

    Source:
        行政处罚法 44, 45, 64: recorded by the clock, never written beforehand.
    """
    party = party_of(case, party_no, under=DEFENCE)
    if party.noticed is None or party.statement_settled:
        raise OutOfOrder("no_time_set", under=DEFENCE)
    until = statement_until(case, at, party_no)
    if until is None:
        raise OutOfOrder("no_time_set", under=DEFENCE)
    if at.now <= end_of(until):
        raise OutOfTime("time_not_over", under=DEFENCE, until_on=until)
    case.record(StatementPeriodExpired, at, party_no=party_no, expired_on=until)


def statement_until(
    case: EnforcementCase, at: Circumstances, party_no: int
) -> date | None:
    """
    Give the last day on which a party may state its case, by the calendar in force.
    """
    notice = case.parties[party_no].noticed
    assert notice is not None
    fact = next(fact for fact in case.history if fact.id == notice.fact)
    limits = (
        limit_in_force(at, fact, limit)
        for limit in (notice.defence_limit, notice.hearing_limit)
    )
    return max((limit.ends_on for limit in limits if limit), default=None)
