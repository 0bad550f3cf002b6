"""
Reviews and suits: taken in as they come, answered in time, and what they come to.
"""

from datetime import date, timedelta

import pytest

from domain.penalty.facts_of_falling import DecisionRevoked
from domain.procedures.challenges import is_challenged
from domain.refusals import OutOfOrder
from domain.remedy.choices import Challenged, RemedyResult, Stage, StayOrderer
from domain.remedy.facts import (
    ExecutionStayed,
    ExecutionStayEnded,
    ReviewAccepted,
    ReviewAnswered,
    ReviewApplied,
    ReviewCopyReceived,
    ReviewDecided,
    ReviewForwarded,
    SuitDecided,
    SuitFiled,
)
from tests.cases.dossier import PAPER
from tests.cases.scene import MONDAY, moment
from tests.cases.yard import SOMEBODY, Yard

RESULT = {
    "remedy_result": RemedyResult.REVOKED,
    "authority_number": "市府复决〔2026〕3号",
    "effective_on": date(2026, 4, 20),
    "paper": PAPER,
}


@pytest.fixture
def yard() -> Yard:
    """A bureau whose acts are challenged."""
    return Yard()


class TestReview:
    @pytest.mark.procedure("SU-40")
    def test_of_an_order_however_late(self, yard: Yard) -> None:
        """
        行政复议法20, 32: taken in as it comes, a year later, and forwarded in five
        working days.
        """
        hazard = yard.ordered()

        (fact,) = yard.do(
            "record-review-application",
            **yard.reviewing(hazard, challenged_act=Challenged.ORDER),
            on=date(2027, 6, 1),
            said_at=moment(date(2026, 3, 9)),
        )

        assert isinstance(fact, ReviewApplied)
        assert fact.authority == "市人民政府"
        assert fact.forward_limit is not None
        assert fact.forward_limit.last_on == date(2026, 3, 16)
        assert f"file/{hazard}/remedy" in fact.tags()

    @pytest.mark.procedure("SU-41")
    @pytest.mark.parametrize("act", [Challenged.PENALTY, Challenged.MEASURE])
    def test_of_what_is_not_there(self, yard: Yard, act: Challenged) -> None:
        """
        行政复议法11: a hazard holds an order, neither a penalty nor a measure.
        """
        refusal = yard.refused(
            "record-review-application",
            **yard.reviewing(yard.ordered(), challenged_act=act),
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "not_challengeable"

    @pytest.mark.parametrize(
        "who", [{"enterprise": None}, {"applicant": SOMEBODY}], ids=["nobody", "two"]
    )
    def test_by_one_applicant(self, yard: Yard, who: dict[str, object]) -> None:
        """
        行政复议法14: an enterprise or a person.
        """
        terms = yard.reviewing(yard.ordered(), challenged_act=Challenged.ORDER, **who)

        assert yard.refused("record-review-application", **terms).code == (
            "applicant_unnamed"
        )

    @pytest.mark.procedure("SU-42", "SU-43", "SU-44", "SU-45", "SU-46", "SU-47")
    def test_from_application_to_decision(self, yard: Yard) -> None:
        """
        行政复议法30-62: forwarded, accepted, answered in ten working days, decided;
        the penalty is challenged meanwhile.
        """
        penalty, by = yard.on_the_spot(), {"by": yard.clerk}
        terms = yard.reviewing(penalty, challenged_act=Challenged.PENALTY)
        review = yard.do("record-review-application", **terms)[0].file
        assert is_challenged(yard.registering(), penalty)

        (forwarded,) = yard.do("forward-review", review, paper=PAPER, **by)
        number = {"authority_number": "市府复〔2026〕3号", "simple": False}
        (accepted,) = yard.do("record-review-acceptance", review, **number, **by)
        (copy,) = yard.do("record-review-copy", review, paper=PAPER, **by)
        answer = {"reply_paper": PAPER, "evidence_list": "证据一：笔录"}
        (answered,) = yard.do("answer-review", review, **answer, **by)
        decided, fell = yard.do("record-review-decision", review, **RESULT, **by)
        again = yard.refused("record-review-decision", review, **RESULT, **by)

        assert isinstance(forwarded, ReviewForwarded)
        assert isinstance(accepted, ReviewAccepted)
        assert isinstance(copy, ReviewCopyReceived)
        assert copy.answer_limit is not None
        assert copy.answer_limit.last_on == date(2026, 3, 16)
        assert isinstance(answered, ReviewAnswered)
        assert isinstance(decided, ReviewDecided)
        assert isinstance(fell, DecisionRevoked)
        assert again.code == "remedy_over"
        assert yard.remedy(review).result is RemedyResult.REVOKED
        assert not is_challenged(yard.registering(), penalty)

    def test_by_the_simple_procedure(self, yard: Yard) -> None:
        """
        行政复议法54: answered in five working days.
        """
        measure = yard.imposed()
        terms = yard.reviewing(measure, challenged_act=Challenged.MEASURE)
        review = yard.do("record-review-application", **terms)[0].file
        said = {"authority_number": "3号", "simple": True}
        yard.do("record-review-acceptance", review, by=yard.clerk, **said)

        (copy,) = yard.do("record-review-copy", review, by=yard.clerk)

        assert isinstance(copy, ReviewCopyReceived)
        assert copy.answer_limit is not None
        assert copy.answer_limit.last_on == MONDAY + timedelta(days=7)

    def test_forwarded_too_late_or_answered_with_nothing(self, yard: Yard) -> None:
        """
        行政复议法32, 48: forwarded before it is accepted; answered with evidence.
        """
        terms = yard.reviewing(yard.suspended(), challenged_act=Challenged.SUSPENSION)
        review = yard.do("record-review-application", **terms)[0].file
        said = {"authority_number": "3号", "simple": False}
        yard.do("record-review-acceptance", review, by=yard.clerk, **said)

        forward = yard.refused("forward-review", review, by=yard.clerk)
        empty = yard.refused(
            "answer-review",
            review,
            by=yard.clerk,
            reply_paper=PAPER,
            evidence_list=" ",
        )

        assert forward.code == "remedy_stage"
        assert empty.code == "reply_without_evidence"


class TestSuit:
    @pytest.mark.procedure("SU-48", "SU-50", "SU-51", "SU-52")
    def test_from_suit_to_judgment(self, yard: Yard) -> None:
        """
        行政诉讼法46, 56, 69: filed, stayed for a while, judged once.
        """
        order = yard.suspended()
        terms = yard.suing(order, challenged_act=Challenged.SUSPENSION)
        (filed,) = yard.do("record-suit", **terms)
        suit, by = filed.file, {"by": yard.clerk}

        stay = {"stayed_by": StayOrderer.COURT, "reason": "损失难以弥补"}
        (stayed,) = yard.do("record-stay", suit, paper=PAPER, **stay, **by)
        twice = yard.refused("record-stay", suit, **stay, **by)
        (ended,) = yard.do("record-stay-end", suit, reason="裁定解除", **by)
        never = yard.refused("record-stay-end", suit, reason="裁定解除", **by)
        judged, _ = yard.do("record-suit-judgment", suit, **RESULT, **by)

        assert isinstance(filed, SuitFiled)
        assert not filed.review_missing
        assert isinstance(stayed, ExecutionStayed)
        assert isinstance(ended, ExecutionStayEnded)
        assert (twice.code, never.code) == ("stayed_already", "not_stayed")
        assert isinstance(judged, SuitDecided)
        assert yard.remedy(suit).stage is Stage.JUDGED
        late = yard.refused("record-suit-judgment", suit, **RESULT, **by)
        assert late.code == "remedy_over"

    @pytest.mark.procedure("SU-49", "CS-17")
    def test_over_a_decision_on_the_spot(self, yard: Yard) -> None:
        """
        行政复议法23(1): a suit that no review came before is taken, and says so:
        review_first.
        """
        penalty = yard.on_the_spot()
        terms = yard.suing(penalty, challenged_act=Challenged.PENALTY)

        (bare,) = yard.do("record-suit", **terms)
        review = yard.do(
            "record-review-application",
            **yard.reviewing(penalty, challenged_act=Challenged.PENALTY),
        )[0].file
        (after,) = yard.do("record-suit", **terms, after_review=review)

        assert isinstance(bare, SuitFiled)
        assert isinstance(after, SuitFiled)
        assert (bare.review_missing, after.review_missing) == (True, False)

    def test_after_the_review_of_something_else(self, yard: Yard) -> None:
        """
        行政诉讼法45: the review was against the same thing.
        """
        hazard = yard.ordered()
        terms = yard.reviewing(hazard, challenged_act=Challenged.ORDER)
        review = yard.do("record-review-application", **terms)[0].file
        other = yard.suing(yard.imposed(), challenged_act=Challenged.MEASURE)

        refusal = yard.refused("record-suit", **other, after_review=review)

        assert refusal.code == "no_such_review"

    def test_is_no_review(self, yard: Yard) -> None:
        """
        行政复议法2, 行政诉讼法2: each has its own steps.
        """
        hazard = yard.ordered()
        suit = yard.do(
            "record-suit", **yard.suing(hazard, challenged_act=Challenged.ORDER)
        )
        review = yard.do(
            "record-review-application",
            **yard.reviewing(hazard, challenged_act=Challenged.ORDER),
        )

        of_suit = yard.refused("forward-review", suit[0].file, by=yard.clerk)
        of_review = yard.refused(
            "record-suit-judgment", review[0].file, by=yard.clerk, **RESULT
        )

        assert (of_suit.code, of_review.code) == ("no_review", "no_suit")
