"""
起诉、不起诉、检察意见、判决、反向移送、办结: what becomes of a criminal case.
"""

from datetime import date

import pytest

from domain.law.crimes import Offence
from domain.referral.choices import (
    Stage,
)
from domain.referral.facts_of_outcome import (
    CaseReturnedForPenalty,
    JudgmentRecorded,
    NonProsecutionDecided,
    ProsecutionDecided,
    ProsecutorOpinionAnswered,
    ProsecutorOpinionReceived,
    ReferralClosed,
    SentenceCompleted,
    TransferredForProsecution,
)
from tests.cases.referral.justice import Justice
from tests.cases.scene import MONDAY

TUESDAY, FRIDAY = date(2026, 3, 3), date(2026, 3, 6)
NEXT_WEEK = date(2026, 3, 9)


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


class TestProsecute:
    @pytest.mark.procedure("RF-53", "RF-54")
    def test_each_body_reads_it_from_its_hand_over(self, justice: Justice) -> None:
        """
        D21: procuratorate and court read and act from the fact that hands it to them.
        """
        referral = justice.filed()
        (sent,) = justice.do(
            "transfer-for-prosecution",
            referral,
            by=justice.police,
            offence=Offence.DANGEROUS_WORK,
            procuratorate=justice.procuratorate_body,
        )
        assert isinstance(sent, TransferredForProsecution)
        assert list(sent.hand_overs()) == [(referral, justice.procuratorate_body)]
        assert justice.stage(referral) is Stage.PROSECUTING
        assert justice.court_body not in justice.referral(referral).handed_to

        (fact,) = justice.do(
            "decide-prosecution",
            referral,
            by=justice.procurator,
            offence=Offence.DANGEROUS_WORK,
            court=justice.court_body,
        )

        assert isinstance(fact, ProsecutionDecided)
        assert list(fact.hand_overs()) == [(referral, justice.court_body)]
        assert justice.stage(referral) is Stage.PROSECUTED

    @pytest.mark.procedure("RF-55")
    def test_judged_one_by_one(self, justice: Justice) -> None:
        """
        行政处罚法35: each party by itself; the last judgment settles it.
        """
        referral = justice.prosecuted()

        justice.judge_party(referral, 1, 5_000_00)
        assert justice.stage(referral) is Stage.PROSECUTED

        (fact,) = justice.judge_party(referral, 2, 0, sentence="有期徒刑一年")
        assert isinstance(fact, JudgmentRecorded)
        assert justice.stage(referral) is Stage.JUDGED
        assert len(justice.referral(referral).fined) == 1

    def test_judged_and_served(self, justice: Justice) -> None:
        """
        安全生产法94: the bar on office runs from the end of the sentence.
        """
        referral = justice.prosecuted()
        justice.judge_party(referral, 2, 0)

        (fact,) = justice.do(
            "complete-sentence",
            referral,
            by=justice.clerk,
            judgment_no="（2026）刑初9号",
            completed_on=MONDAY,
            suspect_no=2,
        )

        assert isinstance(fact, SentenceCompleted)
        assert fact.completed_on == MONDAY
        refusal = justice.refused(
            "complete-sentence",
            referral,
            by=justice.judge,
            judgment_no="（2026）刑初9号",
            completed_on=MONDAY,
            suspect_no=1,
        )
        assert refusal.code == "no_such_judgment"

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"suspect_no": 3}, "no_such_suspect"),
            ({"suspect_no": 0}, "no_such_suspect"),
            ({"suspect_no": 1, "judgment_no": ""}, "judgment_no_missing"),
        ],
    )
    def test_nobody_is_named(
        self, justice: Justice, said: dict[str, object], code: str
    ) -> None:
        """
        行政处罚法35: a judgment is on somebody, and has a number.
        """
        terms = {"judgment_no": "（2026）刑初9号", "guilty": True} | said

        refusal = justice.refused(
            "record-judgment",
            justice.prosecuted(),
            by=justice.judge,
            criminal_fine_fen=0,
            **terms,
        )

        assert refusal.code == code

    def test_somebody_who_was_not_known(self, justice: Justice) -> None:
        """
        行政处罚法35: a party that nobody suspected is judged and fined like any other.
        """
        referral = justice.prosecuted()
        other = justice.another_enterprise()

        (fact,) = justice.judge_party(referral, 0, 100, convicted_enterprise=other)

        assert vars(fact)["convict"].enterprise == other
        assert justice.stage(referral) is Stage.PROSECUTED

    @pytest.mark.procedure("RF-56", "RF-60")
    def test_not_prosecuted(self, justice: Justice) -> None:
        """
        应急〔2019〕54号18: cleared, and the body goes on.
        """
        referral = justice.not_prosecuted()

        decided = justice.referral(referral).history[-1]
        assert isinstance(decided, NonProsecutionDecided)
        assert justice.stage(referral) is Stage.CLEARED
        justice.drop(justice.referral(referral).files[0])

    def test_one_of_two_is_not_prosecuted(self, justice: Justice) -> None:
        """
        INV-02: the other stays under suspicion.
        """
        referral = justice.filed()

        justice.do(
            "decide-non-prosecution",
            referral,
            by=justice.procurator,
            reasons="情节轻微",
            suspect_nos=(1,),
        )

        found = justice.referral(referral)
        assert found.stage is Stage.FILED
        assert not found.blocks(justice.enterprise, "")
        assert found.blocks(None, found.suspects[1].person_key)

    @pytest.mark.procedure("RF-57", "RF-58")
    def test_an_opinion_and_its_answer(self, justice: Justice) -> None:
        """
        高检发释字〔2021〕4号: answered within two months of its receipt.
        """
        referral = justice.not_prosecuted()
        opinion = {"opinion": "应当给予行政处罚"}

        (asked,) = justice.do(
            "receive-prosecutor-opinion", referral, by=justice.procurator, **opinion
        )
        (fact,) = justice.do(
            "answer-prosecutor-opinion", referral, by=justice.chief, reply="已立案处罚"
        )

        assert isinstance(asked, ProsecutorOpinionReceived)
        assert asked.answer_limit is not None
        assert asked.answer_limit.last_on == date(2026, 5, 2)
        assert isinstance(fact, ProsecutorOpinionAnswered)
        assert fact.flags == ()
        assert justice.stage(referral) is Stage.CLEARED

    def test_returned_for_a_penalty(self, justice: Justice) -> None:
        """
        国务院令310号13, 行政处罚法27: handed back, and then closed.
        """
        referral = justice.filed()
        (fact,) = justice.do(
            "return-case-for-penalty",
            referral,
            by=justice.police,
            reasons="不需要追究刑事责任",
        )
        assert isinstance(fact, CaseReturnedForPenalty)
        assert justice.stage(referral) is Stage.CLEARED

        said = {"reasons": "已反向移送"}
        (end,) = justice.do("close-referral", referral, by=justice.chief, **said)

        assert isinstance(end, ReferralClosed)

        assert justice.stage(referral) is Stage.CLOSED

    def test_closed_before_it_is_settled(self, justice: Justice) -> None:
        """
        INV-01: a referral does not end while a crime is suspected.
        """
        refusal = justice.refused(
            "close-referral", justice.filed(), by=justice.chief, reasons="办结"
        )

        assert refusal.code == "referral_stage"

    @pytest.mark.parametrize(
        ("act", "by", "said"),
        [
            ("decide-non-prosecution", "procurator", {"reasons": "轻微"}),
            ("receive-prosecutor-opinion", "clerk", {"opinion": "处罚"}),
            ("return-case-for-penalty", "procurator", {"reasons": "轻微"}),
            ("demand-filing-reasons", "procurator", {"requirements": "说明"}),
        ],
    )
    def test_on_what_was_never_transferred(
        self, justice: Justice, act: str, by: str, said: dict[str, str]
    ) -> None:
        """
        D21: nobody speaks on what they were not given.
        """
        refusal = justice.refused(
            act, justice.suspected(), by=getattr(justice, by), **said
        )

        assert refusal.code == "not_transferred"
