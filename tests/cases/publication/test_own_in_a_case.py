"""
A penalty that was decided in a case is public once it is served, by its own number.
"""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.document.file import DocumentIssued
from domain.law.credit_classes import CreditClass
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.parties import Addressee
from domain.procedures.deciding_penalties import ActFined, DecisionContent
from domain.publication.facts_of_ending import DelayCause, PublicationOverdue
from domain.publication.file import Channel, ItemPublished
from domain.refusals import OutOfOrder
from tests.cases.dossier import Dossier
from tests.cases.published import penalty_shown

FINED = 3_000_000
PLATFORM = Channel.CREDIT_PLATFORM
SAYS = DecisionContent("未设置安全距离", "安全生产法99(1)", "罚款3万元", True)  # noqa: FBT003  a value


@pytest.fixture
def dossier() -> Dossier:
    """A bureau that handles cases."""
    return Dossier()


@pytest.fixture
def penalty(dossier: Dossier) -> UUID:
    """A penalty decided in a case, and not served."""
    (fact,) = dossier.do(
        "decide-penalty",
        dossier.heard(),
        by=dossier.chief,
        party_no=1,
        kinds=(PenaltyKind.FINE,),
        fine_fen=FINED,
        acts_fined=(ActFined("V02", 1, "安全生产法99(1)", FINED, "99"),),
        decision_content=SAYS,
    )
    return fact.file


def said(dossier: Dossier) -> dict[str, object]:
    """What its publication states."""
    return {
        "by": Actor(Role.DISCLOSURE_OFFICER, dossier.officers[3], dossier.bureau),
        "channel": Channel.OWN_SITE,
        "credit_class": CreditClass.GENERAL,
        "class_ground": "较大数额罚款",
    }


def issue(dossier: Dossier, penalty: UUID, serial: int = 0) -> UUID:
    """Issue the decision under a number."""
    to = Addressee(enterprise=dossier.enterprise, printed="城东冶炼厂")
    form = Form.PENALTY_DECISION_UNIT
    issued = {"about": penalty, "form": form, "addressees": (to,)}
    paper = dossier.do("issue-document", None, **issued)[-1]
    assert isinstance(paper, DocumentIssued)
    assert paper.number is not None
    vars(paper)["number"] = replace(paper.number, serial=serial)
    return paper.file


def serve(dossier: Dossier, penalty: UUID, serial: int = 0) -> UUID:
    """Issue the decision and serve it."""
    paper = issue(dossier, penalty, serial)
    dossier.serve(paper)
    return paper


@pytest.mark.procedure("PB-19")
def test_not_before_it_is_served(dossier: Dossier, penalty: UUID) -> None:
    """
    行政处罚法61: served first, though the time runs from the decision (not_served).
    """
    refusal = dossier.refused("publish-penalty", penalty, **said(dossier))

    assert isinstance(refusal, OutOfOrder)
    assert refusal.code == "not_served"


@pytest.mark.procedure("PB-17")
def test_served(dossier: Dossier, penalty: UUID) -> None:
    """
    安全生产法78(2): served, it is public with the words of the decision, in the thread
    of the case.
    """
    serve(dossier, penalty)

    (fact,) = dossier.do("publish-penalty", penalty, **said(dossier))

    assert isinstance(fact, ItemPublished)
    texts = penalty_shown(fact).decision_texts
    assert texts is not None
    assert texts.violation_fact == SAYS.violation_fact
    assert texts.penalty_content == SAYS.penalty_content
    assert fact.deed.thread != penalty


@pytest.mark.procedure("PB-25")
def test_not_served_in_time(dossier: Dossier, penalty: UUID) -> None:
    """
    安全生产法78(2): what is not served cannot be public; the time runs on, and the mark
    says so (publication_late).
    """
    day = dossier.day + timedelta(days=14)

    (fact,) = dossier.do(
        "mark-publication-overdue", penalty, by=Actor(Role.CLOCK), on=day
    )

    assert isinstance(fact, PublicationOverdue)
    assert fact.delay_cause is DelayCause.UNSERVED


def test_number_of_the_paper_in_force(dossier: Dossier, penalty: UUID) -> None:
    """
    The number is that of the paper that stands in the place of the one served; where
    the new one is voided, that of the old one again.
    """
    first = serve(dossier, penalty, 7)
    second, third = (issue(dossier, penalty, serial) for serial in (8, 9))
    for old, new in ((first, second), (second, third)):
        dossier.do("replace-document", old, reason="写错", replacement=new)

    (fact,) = dossier.do("publish-penalty", penalty, **said(dossier))
    dossier.do("void-document", third, reason="写错")
    elsewhere = said(dossier) | {"channel": PLATFORM}
    (other,) = dossier.do("publish-penalty", penalty, **elsewhere)

    assert isinstance(fact, ItemPublished)
    assert isinstance(other, ItemPublished)
    shown = [penalty_shown(each).decision_no for each in (fact, other)]
    assert [each[-2] for each in shown] == ["9", "8"]
