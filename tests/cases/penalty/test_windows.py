"""
申请强制执行期限: it runs from the time to sue as it really ran, and is flagged when it
passes unused (INV-33).
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.base import Fact
from domain.penalty.choices import SuspensionGround
from domain.penalty.file import Instalment
from domain.refusals import OutOfTime
from domain.remedy.choices import RemedyResult
from domain.remedy.facts import ReviewDecided, SuitDecided
from tests.cases.penalty.decided import YUAN, Bureau
from tests.cases.penalty.test_resting import CLOCK, WINDOW_ENDS

FLAG = "flag-not-enforced"
#: When a review of what is served on the scene's Monday is decided, and the last day to
#: ask the court then: fifteen days and three months later.
REVIEWED_ON, AFTER_REVIEW = date(2026, 4, 1), date(2026, 7, 16)
#: When a suit is judged, and the last day to ask the court two years later.
JUDGED_ON, AFTER_JUDGMENT = date(2026, 9, 7), date(2028, 9, 7)


@pytest.fixture
def bureau() -> Bureau:
    """A bureau under national law alone."""
    return Bureau()


def reviewed(
    bureau: Bureau, penalty: UUID, result: RemedyResult = RemedyResult.UPHELD
) -> ReviewDecided:
    """Have a review decided on a day in spring."""
    remedy = bureau.challenge(penalty)
    bureau.move_to(REVIEWED_ON)
    bureau.came_to(remedy, result)
    fact = bureau.remedy_facts(remedy)[-1]
    assert isinstance(fact, ReviewDecided)
    return fact


def judged(
    bureau: Bureau, penalty: UUID, result: RemedyResult = RemedyResult.UPHELD
) -> SuitDecided:
    """Have a suit judged on a day in autumn."""
    suit = bureau.sue(penalty)
    bureau.move_to(JUDGED_ON)
    bureau.came_to(suit, result, "record-suit-judgment")
    fact = bureau.remedy_facts(suit)[-1]
    assert isinstance(fact, SuitDecided)
    return fact


def flagged_after(
    bureau: Bureau, penalty: UUID, last: date, *, rule: str, began: Fact
) -> None:
    """It is flagged once, on the day after a window and not on its last day."""
    bureau.move_to(last)
    early = bureau.refused(FLAG, penalty, by=CLOCK)
    assert isinstance(early, OutOfTime)
    assert early.facts["until_on"] == last
    bureau.pass_days(1)
    (fact,) = bureau.do(FLAG, penalty, by=CLOCK)
    assert isinstance(fact, RuleBreachFlagged)
    assert (fact.breach, fact.rule) == (Breach.NOT_ENFORCED, rule)
    assert (fact.limit_passed.last_on, fact.started_by) == (last, began.id)
    assert bureau.refused(FLAG, penalty, by=CLOCK).code == "flagged_already"


class TestAfterAReview:
    @pytest.mark.procedure("PE-59")
    @pytest.mark.parametrize("result", [RemedyResult.UPHELD, RemedyResult.REJECTED])
    def test_passed(self, bureau: Bureau, result: RemedyResult) -> None:
        """
        行政诉讼法45, 行政强制法53, INV-33: fifteen days to sue, and then three months;
        when they are over nobody had asked the court (not_enforced).
        """
        penalty = bureau.on_the_spot()
        decided = reviewed(bureau, penalty, result)

        assert decided.window_limit is not None
        assert decided.window_limit.last_on == AFTER_REVIEW
        rule = "CO.court.window"
        flagged_after(bureau, penalty, AFTER_REVIEW, rule=rule, began=decided)

    def test_that_was_withdrawn(self, bureau: Bureau) -> None:
        """
        法释〔2018〕1号58: who withdrew a review may sue in the time from the service.
        """
        penalty = bureau.on_the_spot()
        ended = reviewed(bureau, penalty, RemedyResult.WITHDRAWN)

        rule = "CO.court.window"
        flagged_after(bureau, penalty, WINDOW_ENDS, rule=rule, began=ended)

    def test_decided_after_the_first_window(self, bureau: Bureau) -> None:
        """
        行政强制法53: while it is challenged nothing is flagged; the window opens then.
        """
        penalty = bureau.on_the_spot()
        remedy = bureau.challenge(penalty)
        bureau.move_to(WINDOW_ENDS + timedelta(days=1))
        assert bureau.refused(FLAG, penalty, by=CLOCK).code == "done_in_time"
        bureau.came_to(remedy, RemedyResult.UPHELD)
        (decided,) = bureau.remedy_facts(remedy)[-1:]

        last, rule = date(2027, 3, 18), "CO.court.window"
        flagged_after(bureau, penalty, last, rule=rule, began=decided)

    def test_put_off_before(self, bureau: Bureau) -> None:
        """
        行政处罚法72(2): a deferral that outlasts the time to sue moves the window.
        """
        penalty = bureau.on_the_spot()
        bureau.do("apply-for-deferral", penalty, reason="资金周转困难")
        parts = (Instalment(date(2026, 10, 9), 1000 * YUAN),)
        said = {"granted": True, "reason": "困难", "instalments": parts}
        bureau.do("decide-deferral", penalty, by=bureau.chief, **said)
        decided = reviewed(bureau, penalty)

        last, rule = date(2027, 1, 11), "CO.court.window.deferred"
        flagged_after(bureau, penalty, last, rule=rule, began=decided)


class TestAfterAJudgment:
    @pytest.mark.procedure("PE-60")
    @pytest.mark.parametrize("result", [RemedyResult.UPHELD, RemedyResult.VARIED])
    def test_passed(self, bureau: Bureau, result: RemedyResult) -> None:
        """
        行政诉讼法95, 法释〔2018〕1号153, INV-33: two years after a suit that was lost
        (not_enforced).
        """
        penalty = bureau.on_the_spot()
        decided = judged(bureau, penalty, result)

        rule = "CO.court.judgment"
        flagged_after(bureau, penalty, AFTER_JUDGMENT, rule=rule, began=decided)

    @pytest.mark.parametrize("result", [RemedyResult.REJECTED, RemedyResult.WITHDRAWN])
    def test_where_nothing_was_judged(
        self, bureau: Bureau, result: RemedyResult
    ) -> None:
        """
        行政强制法53: a suit that came to no judgment leaves three months.
        """
        penalty = bureau.on_the_spot()
        ended = judged(bureau, penalty, result)

        last, rule = date(2026, 12, 7), "CO.court.window"
        flagged_after(bureau, penalty, last, rule=rule, began=ended)

    def test_after_a_review(self, bureau: Bureau) -> None:
        """
        法释〔2018〕1号153: of a review and the suit after it, the judgment counts.
        """
        penalty = bureau.on_the_spot()
        reviewed(bureau, penalty)
        decided = judged(bureau, penalty)

        rule = "CO.court.judgment"
        flagged_after(bureau, penalty, AFTER_JUDGMENT, rule=rule, began=decided)


class TestAnswered:
    @pytest.mark.procedure("PE-61")
    def test_it_stands_still(self, bureau: Bureau) -> None:
        """
        行政强制法39, INV-33: an execution that rests by its ground is done_in_time.
        """
        penalty = bureau.on_the_spot()
        reviewed(bureau, penalty)
        ground = {"suspension_ground": SuspensionGround.UNABLE, "reason": "暂无能力"}
        bureau.do("suspend-execution", penalty, by=bureau.chief, **ground)
        bureau.move_to(AFTER_REVIEW + timedelta(days=1))

        assert bureau.refused(FLAG, penalty, by=CLOCK).code == "done_in_time"

    def test_it_was_paid(self, bureau: Bureau) -> None:
        """
        What is performed is flagged no more, and no window is left by a result.
        """
        paid, pays = bureau.on_the_spot(), bureau.on_the_spot(decision_no="罚当-2")
        bureau.pay(paid, 1000)
        assert reviewed(bureau, paid).window_limit is None
        bureau.challenge(pays)
        bureau.pay(pays, 1000)
        bureau.move_to(WINDOW_ENDS + timedelta(days=1))

        for penalty in (paid, pays):
            assert bureau.refused(FLAG, penalty, by=CLOCK).code == "done_in_time"

    def test_it_fell(self, bureau: Bureau) -> None:
        """
        What was revoked is not to be executed.
        """
        penalty = bureau.on_the_spot()

        assert reviewed(bureau, penalty, RemedyResult.REVOKED).window_limit is None
        bureau.move_to(AFTER_REVIEW + timedelta(days=1))
        assert bureau.refused(FLAG, penalty, by=CLOCK).code == "done_in_time"
