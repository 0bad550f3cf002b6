"""
What a service means to the file that the document is about (送达的后果).

The truth is the service of a document on an addressee; where clocks of another file
start by it, that file is told in the same commit, with the service's id.
"""

from typing import Final

from domain.circumstances import Circumstances
from domain.document.file import Document
from domain.law.forms import Form
from domain.parties import is_addressed
from domain.penalty.choices import PenaltyFlag
from domain.penalty.facts import PenaltyServed, PenaltyServiceSetAside
from domain.penalty.file import Penalty
from domain.procedures.own_penalties import person_of
from domain.procedures.times_of_penalties import pay_limit, window_limit
from domain.service.file import DocumentServed, Service

#: Papers by whose service a decision on a penalty reaches its party.
DECISIONS: Final = frozenset(
    (
        Form.SPOT_DECISION_UNIT,
        Form.SPOT_DECISION_PERSON,
        Form.PENALTY_DECISION_UNIT,
        Form.PENALTY_DECISION_PERSON,
    )
)


def note_service(at: Circumstances, paper: Document) -> None:
    """
    Tell the file that a document is about of the service just recorded.

    Args:
        at: Who; the service is the fact recorded last.
        paper: The document.

    Source:
        行政处罚法 61, 67, 85; 行政复议法 20; 行政诉讼法 46.
    """
    penalty = at.find(Penalty, paper.about) if paper.about else None
    if penalty is None or paper.form not in DECISIONS:
        return
    service, served = at.recorded[-1]
    assert isinstance(served, DocumentServed)
    if penalty.served_on is not None and penalty.service != service.id:
        return
    person = person_of(penalty)
    if not is_addressed(
        at, served.addressee, enterprise=penalty.enterprise, person=person
    ):
        return
    limit = penalty.serve_limit
    late = limit is not None and served.served_on > limit.ends_on
    penalty.record(
        PenaltyServed,
        at,
        cause=served.id,
        served_on=served.served_on,
        service=service.id,
        flags=(PenaltyFlag.SERVICE_LATE,) if late else (),
        pay_limit=pay_limit(at, penalty.fine_fen, served.served_on),
        window_limit=window_limit(at, penalty.kinds, served.served_on),
    )


def note_set_aside(at: Circumstances, paper: Document, service: Service) -> None:
    """
    Tell the penalty that a document decides of the service just set aside; the time to
    serve it runs as before.

    Args:
        at: Who; the day on which it was set aside.
        paper: The document.
        service: The service, whose last fact says so.

    Source:
        行政处罚法 61: nothing runs from a service that was none.
    """
    penalty = at.find(Penalty, paper.about) if paper.about else None
    if penalty is None or penalty.service != service.id:
        return
    assert penalty.served_on is not None
    penalty.record(
        PenaltyServiceSetAside,
        at,
        cause=service.last_fact,
        concerns=(service.id,),
        service=service.id,
        served_on=penalty.served_on,
        serve_limit=penalty.serve_limit,
    )
