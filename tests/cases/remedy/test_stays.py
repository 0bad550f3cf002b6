"""
停止执行: while what is challenged is not executed, the time to pay stands still.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.penalty.facts_of_payment import SurchargeImposed
from domain.refusals import OutOfTime
from domain.remedy.choices import RemedyResult, StayOrderer
from domain.remedy.facts import ExecutionStayEnded, ReviewDecided, SuitDecided
from tests.cases.penalty.decided import YUAN, Bureau

STAY = {"stayed_by": StayOrderer.OWN_BODY, "reason": "需要停止执行"}
#: Fifteen days from the scene's Monday, without a stay and with one of ten days.
PAY_UNTIL, AFTER_STAY = date(2026, 3, 17), date(2026, 3, 27)


@pytest.fixture
def bureau() -> Bureau:
    """A bureau under national law alone."""
    return Bureau()


def stayed(bureau: Bureau, penalty: UUID, remedy: UUID, days: int = 10) -> None:
    """Have the execution stayed for so many days."""
    assert bureau.penalty(penalty).served_on is not None
    bureau.do("record-stay", remedy, by=bureau.clerk, **STAY)
    bureau.pass_days(days)


class TestThatEnds:
    def test_by_a_decision_of_its_own(self, bureau: Bureau) -> None:
        """
        行政复议法 42: the days of the stay are added to those left to pay.
        """
        penalty = bureau.on_the_spot()
        review = bureau.challenge(penalty)
        stayed(bureau, penalty, review)
        bureau.do("record-stay-end", review, by=bureau.clerk, reason="恢复")

        ended = bureau.remedy_facts(review)[-1]
        assert isinstance(ended, ExecutionStayEnded)
        assert ended.pay_limit is not None
        assert ended.pay_limit.last_on == AFTER_STAY

    @pytest.mark.parametrize("way", ["review", "suit"])
    def test_with_the_result(self, bureau: Bureau, way: str) -> None:
        """
        行政复议法 42, 行政诉讼法 56: with the result it is executed again.
        """
        penalty = bureau.on_the_spot()
        is_suit = way == "suit"
        remedy = bureau.sue(penalty) if is_suit else bureau.challenge(penalty)
        stayed(bureau, penalty, remedy)
        act = "record-suit-judgment" if is_suit else "record-review-decision"
        bureau.uphold(remedy, act)

        decided = bureau.remedy_facts(remedy)[-1]
        assert isinstance(decided, ReviewDecided | SuitDecided)
        assert decided.pay_limit is not None
        assert decided.pay_limit.last_on == AFTER_STAY
        over = bureau.refused("record-stay-end", remedy, by=bureau.clerk, reason="-")
        assert over.code == "not_stayed"

    @pytest.mark.parametrize("on", [PAY_UNTIL, date(2026, 3, 18)])
    def test_that_began_on_the_edge(self, bureau: Bureau, on: date) -> None:
        """
        行政处罚法 67: a stay on the last day to pay stops it; one day later nothing is
        left to stop.
        """
        penalty = bureau.on_the_spot()
        review = bureau.challenge(penalty)
        bureau.move_to(on)
        stayed(bureau, penalty, review)
        bureau.uphold(review)

        decided = bureau.remedy_facts(review)[-1]
        assert isinstance(decided, ReviewDecided)
        assert (decided.pay_limit is not None) is (on == PAY_UNTIL)

    @pytest.mark.parametrize("came_to", [RemedyResult.REVOKED, RemedyResult.UPHELD])
    def test_nothing_is_left_to_pay(
        self, bureau: Bureau, came_to: RemedyResult
    ) -> None:
        """
        What was paid, or fell, has no time to pay.
        """
        penalty = bureau.on_the_spot()
        review = bureau.challenge(penalty)
        stayed(bureau, penalty, review)
        if came_to is RemedyResult.UPHELD:
            bureau.pay(penalty, 1000)
        bureau.came_to(review, came_to)

        (decided,) = [
            fact
            for fact in bureau.remedy_facts(review)
            if isinstance(fact, ReviewDecided)
        ]
        assert decided.pay_limit is None


class TestSurcharge:
    def test_from_the_day_after_what_was_left(self, bureau: Bureau) -> None:
        """
        行政处罚法 72(1): nothing accrues until the time that the stay left is over.
        """
        penalty = bureau.on_the_spot()
        review = bureau.challenge(penalty)
        stayed(bureau, penalty, review)
        bureau.uphold(review)
        terms = {"by": bureau.chief, "pay_until": date(2026, 4, 30)}

        bureau.move_to(AFTER_STAY)
        early = bureau.refused("impose-surcharge", penalty, **terms)
        bureau.pass_days(1)
        (fact,) = bureau.do("impose-surcharge", penalty, **terms)

        assert isinstance(early, OutOfTime)
        assert isinstance(fact, SurchargeImposed)
        assert (fact.days_late, fact.surcharge_fen) == (1, 30 * YUAN)
