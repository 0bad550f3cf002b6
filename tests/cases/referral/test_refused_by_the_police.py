"""
复议、立案监督、恢复行政处理: what follows a refusal or a silence of the police.
"""

from datetime import date

import pytest

from domain.referral.choices import (
    Reconsidered,
    ReferralFlag,
    SecondAnswerCause,
    Stage,
    Supervised,
)
from domain.referral.facts_of_supervision import (
    FilingReasonsDemanded,
    FilingReasonsGiven,
    FilingReconsiderationRequested,
    FilingReconsidered,
    FilingSupervisionConcluded,
    FilingSupervisionSuggested,
)
from domain.refusals import BeyondTheLaw, OutOfTime
from tests.cases.referral.justice import Justice

FRIDAY = date(2026, 3, 6)
NEXT_WEEK = date(2026, 3, 10)


@pytest.fixture
def justice() -> Justice:
    """A bureau in Xinzhou, and whom it refers to."""
    return Justice("001")


class TestReconsideration:
    @pytest.mark.procedure("RF-30")
    def test_asked_for(self, justice: Justice) -> None:
        """
        国务院令310号9: the police decide within three days.
        """
        referral = justice.reconsidering()

        asked = justice.referral(referral).history[-1]
        assert isinstance(asked, FilingReconsiderationRequested)
        assert asked.flags == ()
        assert asked.answer_limit is not None
        assert asked.answer_limit.last_on == date(2026, 3, 5)
        assert justice.stage(referral) is Stage.RECONSIDERING

    def test_asked_for_twice(self, justice: Justice) -> None:
        """
        国务院令310号9: after a second refusal only the procuratorate is left.
        """
        refusal = justice.refused(
            "request-filing-reconsideration",
            justice.declined_again(),
            by=justice.chief,
            grounds="已达立案标准",
        )

        assert refusal.code == "referral_stage"

    @pytest.mark.procedure("RF-34")
    def test_they_file(self, justice: Justice) -> None:
        """
        国务院令310号9: the filing is told with its cause, in one commit.
        """
        referral = justice.reconsidering()

        decided, filed = justice.do(
            "reconsider-filing",
            referral,
            by=justice.police,
            reconsidered=Reconsidered.FILE,
            criminal_case_no="公（刑）立字〔2026〕8号",
        )

        assert vars(decided)["answer_limit"] is None
        cause = vars(filed)["second_answer_cause"]
        assert cause is SecondAnswerCause.RECONSIDERATION
        assert vars(filed)["flags"] == ()
        assert justice.stage(referral) is Stage.FILED

    @pytest.mark.procedure("RF-35")
    def test_they_uphold(self, justice: Justice) -> None:
        """
        国务院令310号9: the body has three days for the procuratorate.
        """
        referral = justice.reconsidering()

        (fact,) = justice.uphold(referral)

        assert isinstance(fact, FilingReconsidered)
        assert fact.answer_limit is not None
        assert fact.answer_limit.rule == "RF.supervise"
        assert justice.stage(referral) is Stage.DECLINED_AGAIN
        assert not justice.referral(referral).is_settled

    @pytest.mark.procedure("RF-36")
    def test_they_are_late(self, justice: Justice) -> None:
        """
        国务院令310号9: recorded, and marked as late.
        """
        (fact,) = justice.uphold(justice.reconsidering(), on=FRIDAY)

        assert vars(fact)["flags"] == (ReferralFlag.LATE,)

    @pytest.mark.parametrize(
        ("result", "code"),
        [
            (Reconsidered.UPHELD, "reasons_missing"),
            (Reconsidered.FILE, "case_no_missing"),
        ],
    )
    def test_what_is_missing(
        self, justice: Justice, result: Reconsidered, code: str
    ) -> None:
        """
        国务院令310号9: reasons for the refusal, a number for the case.
        """
        refusal = justice.refused(
            "reconsider-filing",
            justice.reconsidering(),
            by=justice.police,
            reconsidered=result,
        )

        assert refusal.code == code

    def test_unasked(self, justice: Justice) -> None:
        """
        国务院令310号9: there is nothing to reconsider.
        """
        refusal = justice.refused(
            "reconsider-filing",
            justice.declined(),
            by=justice.police,
            reconsidered=Reconsidered.UPHELD,
            reasons="仍不立案",
        )

        assert refusal.code == "nothing_asked_for"


class TestSuggest:
    @pytest.mark.procedure("RF-31")
    def test_after_a_refusal(self, justice: Justice) -> None:
        """
        国务院令310号9: straight after the refusal, without reconsideration.
        """
        referral = justice.declined()

        (fact,) = justice.suggest(referral)

        assert isinstance(fact, FilingSupervisionSuggested)
        assert fact.flags == ()
        assert justice.stage(referral) is Stage.SUPERVISED

    @pytest.mark.procedure("RF-37")
    def test_after_a_second_one(self, justice: Justice) -> None:
        """
        国务院令310号9: or after it.
        """
        referral = justice.declined_again()

        (fact,) = justice.suggest(referral)

        assert vars(fact)["flags"] == ()
        assert justice.stage(referral) is Stage.SUPERVISED

    @pytest.mark.procedure("RF-39")
    def test_late(self, justice: Justice) -> None:
        """
        国务院令310号9: after the three days it is marked as late, and not refused.
        """
        referral = justice.declined_again()

        (fact,) = justice.suggest(referral, on=FRIDAY)

        assert vars(fact)["flags"] == (ReferralFlag.LATE,)

    @pytest.mark.procedure("RF-47")
    def test_after_their_silence(self, justice: Justice) -> None:
        """
        应急〔2019〕54号14: silence past the time for filing is like a refusal.
        """
        referral = justice.received()

        justice.suggest(referral, on=FRIDAY)

        assert justice.stage(referral) is Stage.SUPERVISED

    def test_while_their_time_runs(self, justice: Justice) -> None:
        """
        应急〔2019〕54号14: not before.
        """
        refusal = justice.refused(
            "suggest-filing-supervision",
            justice.received(),
            by=justice.chief,
            procuratorate=justice.procuratorate_body,
            grounds="未答复",
        )

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "filing_time_runs"

    def test_to_nobody_else(self, justice: Justice) -> None:
        """
        国务院令310号9: to the procuratorate.
        """
        refusal = justice.refused(
            "suggest-filing-supervision",
            justice.declined(),
            by=justice.chief,
            procuratorate=justice.court_body,
            grounds="有犯罪事实",
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "wrong_receiver"


class TestResume:
    @pytest.mark.procedure("RF-32", "RF-38")
    @pytest.mark.parametrize("stage", ["declined", "declined_again"])
    def test_with_reasons(self, justice: Justice, stage: str) -> None:
        """
        INV-03: a decision with reasons; the block is gone.
        """
        referral = getattr(justice, stage)()

        justice.do(
            "resume-after-refusal", referral, by=justice.chief, reasons="认可公安意见"
        )

        assert justice.referral(referral).is_settled
        assert justice.stage(referral) is Stage.CLOSED
        justice.drop(justice.referral(referral).files[0])

    def test_without_reasons(self, justice: Justice) -> None:
        """
        INV-03: never silently.
        """
        refusal = justice.refused(
            "resume-after-refusal", justice.declined(), by=justice.chief, reasons=""
        )

        assert refusal.code == "reasons_missing"

    def test_while_the_police_examine_it(self, justice: Justice) -> None:
        """
        INV-01: nobody takes a case back from the police.
        """
        refusal = justice.refused(
            "resume-after-refusal", justice.received(), by=justice.chief, reasons="撤回"
        )

        assert refusal.code == "referral_stage"


class TestSupervision:
    @pytest.mark.procedure("RF-40", "RF-41", "RF-43")
    def test_ordered_to_file(self, justice: Justice) -> None:
        """
        高检2001规定10: reasons within seven days; filed within fifteen of the order.
        """
        referral = justice.supervised()
        (asked,) = justice.do(
            "demand-filing-reasons",
            referral,
            by=justice.procurator,
            requirements="说明理由",
        )
        (given,) = justice.do(
            "give-filing-reasons", referral, by=justice.police, reasons="证据不足"
        )

        (fact,) = justice.conclude(referral, Supervised.ORDER_TO_FILE)

        assert isinstance(asked, FilingReasonsDemanded)
        assert asked.answer_limit is not None
        assert asked.answer_limit.last_on == date(2026, 3, 9)
        assert isinstance(given, FilingReasonsGiven)
        assert given.flags == ()
        assert isinstance(fact, FilingSupervisionConcluded)
        assert fact.order_limit is not None
        assert fact.order_limit.last_on == date(2026, 3, 17)
        assert justice.stage(referral) is Stage.TO_FILE

    @pytest.mark.procedure("RF-42")
    def test_reasons_given_late(self, justice: Justice) -> None:
        """
        高检2001规定10: after seven days they are marked as late.
        """
        referral = justice.supervised()
        terms = {"requirements": "说明理由"}
        justice.do("demand-filing-reasons", referral, by=justice.procurator, **terms)

        (fact,) = justice.do(
            "give-filing-reasons",
            referral,
            by=justice.police,
            on=NEXT_WEEK,
            reasons="证据不足",
        )

        assert vars(fact)["flags"] == (ReferralFlag.LATE,)

    def test_reasons_given_unasked(self, justice: Justice) -> None:
        """
        高检2001规定10: they answer a demand.
        """
        refusal = justice.refused(
            "give-filing-reasons",
            justice.supervised(),
            by=justice.police,
            reasons="证据不足",
        )

        assert refusal.code == "nothing_asked_for"

    def test_of_its_own_motion(self, justice: Justice) -> None:
        """
        高检2001规定10: the procuratorate, which has its copy, waits for nobody.
        """
        referral = justice.declined()

        justice.do(
            "demand-filing-reasons",
            referral,
            by=justice.procurator,
            requirements="说明理由",
        )

        assert justice.stage(referral) is Stage.SUPERVISED

    @pytest.mark.procedure("RF-44")
    def test_refusal_upheld(self, justice: Justice) -> None:
        """
        PROCEDURE 2.4: cleared.
        """
        referral = justice.supervised()

        (fact,) = justice.conclude(referral, Supervised.REFUSAL_UPHELD)

        assert vars(fact)["order_limit"] is None
        assert justice.stage(referral) is Stage.CLEARED

    @pytest.mark.procedure("RF-45")
    def test_they_file_as_ordered(self, justice: Justice) -> None:
        """
        高检2001规定10: within fifteen days, by order.
        """
        referral = justice.ordered_to_file()

        (fact,) = justice.file_case(
            referral, second_answer_cause=SecondAnswerCause.ORDER
        )

        assert vars(fact)["flags"] == ()
        assert justice.stage(referral) is Stage.FILED
