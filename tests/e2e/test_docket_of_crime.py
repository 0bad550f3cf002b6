"""
A case with a unit and its person in charge: each is decided on for itself, and a crime
that is suspected of the person stops the person's fine alone.
"""

from collections.abc import Iterator

import pytest

from tests.e2e.docket import FEN, Docket
from tests.e2e.telling import Teller

SMALL = FEN // 10
ON_PAPER = {"penalty_notice", "penalty_decision_unit", "penalty_decision_person"}


class Accused(Docket):
    """A case in which a crime is suspected of the second party."""

    unit = ""

    def told(self) -> "Accused":
        """The unit is fined; the person is told of a fine, and suspected."""
        self.begin()
        self.name()
        self.conclude(1, 2)
        self.unit = self.fined()
        self.propose(SMALL, party_no=2)
        self.tell("penalty_notice", party_no=2)
        self.waive(2)
        return self

    def up_to_the_police(self) -> None:
        """Declined, reconsidered, filed, and brought to the procuratorate."""
        self.suspect()
        self.deliver()
        self.does("policeman", "receive-referral", self.referral)
        self.does("policeman", "decline-filing", self.referral, reasons="显著轻微")
        why = {"grounds": "应当立案"}
        self.does("head", "request-filing-reconsideration", self.referral, **why)
        filed = {"reconsidered": "file", "criminal_case_no": "刑立1号"}
        self.does("policeman", "reconsider-filing", self.referral, **filed)

    def sent_up(self) -> None:
        """Bring it before the procuratorate."""
        to = {"procuratorate": self.bodies["procuratorate"]}
        what = {"offence": "dangerous_work", **to}
        self.does("policeman", "transfer-for-prosecution", self.referral, **what)

    def refused_fine(self) -> tuple[str, str]:
        """Try to fine the person, and give code and provision of the refusal."""
        terms = self.deciding(SMALL, party_no=2)
        return self.refused("head", "decide-penalty", self.case, **terms)


@pytest.fixture
def accused(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Accused]:
    """A case of two parties, one of them fined."""
    teller = Teller(tmp_path_factory.mktemp("accused"))
    yield Accused(teller).told()
    teller.house.close()


def test_each_party_for_itself(accused: Accused) -> None:
    """
    行政处罚法44: each has its notice, its decision and its service; the board says
    what is furthest behind, and the case is closed when both are done.
    """
    row = accused.row
    assert (row["next_step"], row["undecided_count"]) == ("decide", 1)
    person = accused.decide(SMALL, party_no=2)
    assert accused.row["next_step"] == "serve"
    accused.tell("penalty_decision_person", about=person, party_no=2)
    accused.pay(accused.unit, FEN)
    assert accused.row["next_step"] == "pay"
    closing = {"case_result": "处罚", "execution": "部分履行"}
    refused = accused.refused("head", "close-case", accused.case, **closing)
    assert refused == ("party_open", "行政处罚法57")

    accused.pay(person, SMALL)
    accused.close()
    accused.archive()

    forms = sorted(str(paper["form"]) for paper in accused.papers())
    assert forms == sorted((*ON_PAPER, "penalty_notice"))
    assert {paper["service_state"] for paper in accused.papers()} == {"served"}
    owed = {
        row["id"]: row["fine_fen"] for row in accused.teller.asks("head", "penalties")
    }
    assert owed == {accused.unit: FEN, person: SMALL}
    assert accused.row["stage"] == "archived"


@pytest.mark.procedure("PE-59")
def test_judged(accused: Accused) -> None:
    """
    While the suspicion stands the person is not fined; nor once a court has fined them.
    """
    accused.up_to_the_police()
    (row,) = accused.teller.asks("first", "referrals", about=accused.case)
    assert (row["stage"], row["next_step"]) == ("filed", "investigate")
    assert accused.refused_fine() == ("crime_suspected", "国务院令310号(2020)3")
    assert not accused.steps()["close-case", accused.case].is_open

    accused.sent_up()
    court = {"court": accused.bodies["court"]}
    what = {"offence": "dangerous_work", **court}
    accused.does("procurator", "decide-prosecution", accused.referral, **what)
    accused.does(
        "judge",
        "record-judgment",
        accused.referral,
        judgment_no="（演示）刑初1号",
        suspect_no=1,
        guilty=True,
        criminal_fine_fen=1_000_000,
        offence="dangerous_work",
        sentence="拘役三个月",
    )
    assert accused.refused_fine() == ("fined_by_court", "行政处罚法35(2)")
    accused.does("head", "close-referral", accused.referral, reasons="已判决")
    assert not {rule for rule in accused.running() if rule.startswith("RF.")}


def test_returned_for_a_penalty(accused: Accused) -> None:
    """
    Not prosecuted and sent back: the case goes on, and the person is fined in it.
    """
    accused.up_to_the_police()
    accused.sent_up()
    assert accused.refused_fine()[0] == "crime_suspected"
    reasons = {"reasons": "犯罪情节轻微，不起诉"}
    accused.does("procurator", "decide-non-prosecution", accused.referral, **reasons)
    accused.does("procurator", "return-case-for-penalty", accused.referral, **reasons)
    assert accused.row["next_step"] == "decide"
    assert accused.steps()["decide-penalty", accused.case].is_open

    person = accused.decide(SMALL, party_no=2)
    accused.tell("penalty_decision_person", about=person, party_no=2)
    accused.pay(accused.unit, FEN)
    accused.pay(person, SMALL)
    accused.does("head", "close-referral", accused.referral, reasons="已反向移送")
    accused.close()

    trace = accused.teller.asks("commissioner", "trace", thread=accused.visit)
    acts = [row["act"] for row in trace]
    back = acts.index("return-case-for-penalty")
    assert "decide-penalty" in acts[back:]
    assert acts[-1] == "close-case"
