"""
催告、申请强制执行: the court is asked in its window, and a fine is never let off.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.penalty.choices import (
    CourtPaper,
    PenaltyFlag,
    Stage,
    SuspensionGround,
)
from domain.penalty.facts_of_execution import (
    CompulsoryExecutionApplied,
    ExecutionAcceptanceDecided,
    ExecutionCompleted,
    ExecutionReviewApplied,
    ExecutionRulingReceived,
    PerformanceDemanded,
)
from domain.penalty.file import Instalment
from domain.refusals import OutOfOrder, OutOfTime
from tests.cases.penalty.decided import ALL_PAPERS, YUAN, Bureau

#: What is served on the scene's Monday can be challenged in court until this day.
SUED_UNTIL = date(2026, 9, 2)
#: Three months later; a Wednesday.
WINDOW_ENDS = date(2026, 12, 2)


@pytest.fixture
def bureau() -> Bureau:
    """A bureau under national law alone."""
    return Bureau()


@pytest.fixture
def demanded(bureau: Bureau) -> UUID:
    """A penalty of which performance was demanded 40 days after its service."""
    penalty = bureau.on_the_spot()
    bureau.pass_days(40)
    bureau.demand(penalty)
    return penalty


def applied(bureau: Bureau, penalty: UUID, **terms: object) -> object:
    """Ask the court."""
    terms.setdefault("court_papers", ALL_PAPERS)
    (fact,) = bureau.do("apply-to-court", penalty, by=bureau.principal, **terms)
    return fact


class TestDemandPerformance:
    @pytest.mark.procedure("PE-11", "CS-18")
    def test_in_writing(self, bureau: Bureau) -> None:
        """
        行政强制法35, 54: what is demanded is stated, and from its service ten working
        days run.
        """
        penalty = bureau.on_the_spot()
        terms = {"pay_until": date(2026, 3, 31)}
        refusal = bureau.refused(
            "demand-performance", penalty, demand_content="", **terms
        )
        assert refusal.code == "demand_content_missing"

        (fact,) = bureau.do(
            "demand-performance", penalty, demand_content="缴清罚款", **terms
        )

        assert isinstance(fact, PerformanceDemanded)
        assert fact.fine_left_fen == 1000 * YUAN
        assert bureau.penalty(penalty).stage is Stage.DEMANDED

    def test_while_it_is_put_off(self, bureau: Bureau) -> None:
        """
        行政处罚法72(2): while payment is put off, nothing is demanded.
        """
        penalty = bureau.on_the_spot()
        bureau.do("apply-for-deferral", penalty, reason="资金周转困难")
        bureau.do(
            "decide-deferral",
            penalty,
            by=bureau.chief,
            granted=True,
            reason="确有困难",
            instalments=(Instalment(date(2026, 5, 11), 1000 * YUAN),),
        )
        terms = {"demand_content": "缴清罚款", "pay_until": date(2026, 5, 31)}
        bureau.move_to(date(2026, 5, 11))
        refusal = bureau.refused("demand-performance", penalty, **terms)
        assert refusal.code == "deferral_runs"

        bureau.do("demand-performance", penalty, on=date(2026, 5, 12), **terms)


class TestApplyToCourt:
    @pytest.mark.procedure("PE-12", "PE-14")
    def test_after_the_time_to_sue(self, bureau: Bureau, demanded: UUID) -> None:
        """
        行政强制法53: from the end of the six months to sue, for three months.
        """
        bureau.move_to(SUED_UNTIL)
        terms = {"by": bureau.principal, "court_papers": ALL_PAPERS}
        refusal = bureau.refused("apply-to-court", demanded, **terms)
        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "too_early"

        bureau.pass_days(1)
        fact = applied(bureau, demanded)

        assert isinstance(fact, CompulsoryExecutionApplied)
        assert fact.window_limit.last_on == WINDOW_ENDS
        assert fact.court == "市中级人民法院"
        assert not fact.flags
        assert bureau.penalty(demanded).stage is Stage.AT_COURT

    @pytest.mark.procedure("PE-14")
    def test_ten_working_days_after_the_demand(self, bureau: Bureau) -> None:
        """
        行政强制法54: and not before ten working days from the service of the demand.
        """
        penalty = bureau.on_the_spot()
        bureau.move_to(date(2026, 9, 7))
        bureau.demand(penalty)
        bureau.move_to(date(2026, 9, 20))
        terms = {"by": bureau.principal, "court_papers": ALL_PAPERS}
        refusal = bureau.refused("apply-to-court", penalty, **terms)
        assert refusal.code == "too_early"

        opens_on, _ = bureau.court_opens(penalty)
        bureau.move_to(opens_on)
        assert isinstance(applied(bureau, penalty), CompulsoryExecutionApplied)

    @pytest.mark.procedure("PE-13")
    def test_after_a_deferral(self, bureau: Bureau) -> None:
        """
        行政处罚法72(2): where payment was put off, the window runs from its end.
        """
        penalty = bureau.on_the_spot()
        bureau.do("apply-for-deferral", penalty, reason="资金周转困难")
        bureau.do(
            "decide-deferral",
            penalty,
            by=bureau.chief,
            granted=True,
            reason="确有困难",
            instalments=(Instalment(date(2026, 10, 30), 1000 * YUAN),),
        )
        bureau.move_to(date(2026, 11, 2))
        bureau.demand(penalty)
        bureau.pass_days(30)

        fact = applied(bureau, penalty)

        assert isinstance(fact, CompulsoryExecutionApplied)
        assert fact.window_limit.rule == "CO.court.window.deferred"
        assert fact.window_limit.last_on == date(2027, 2, 1)

    @pytest.mark.procedure("PE-15", "PE-16")
    def test_after_the_window(self, bureau: Bureau, demanded: UUID) -> None:
        """
        法释〔2018〕1号156, INV-33: on the window's last day it is in time; after it
        only with a stated reason, and marked (WINDOW_CLOSED).
        """
        bureau.move_to(WINDOW_ENDS + timedelta(days=1))
        terms = {"by": bureau.principal, "court_papers": ALL_PAPERS}
        refusal = bureau.refused("apply-to-court", demanded, **terms)
        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "window_closed"

        fact = applied(bureau, demanded, late_ground="地震致法院停止办公")

        assert isinstance(fact, CompulsoryExecutionApplied)
        assert fact.flags == (PenaltyFlag.WINDOW_CLOSED,)

    def test_on_the_last_day(self, bureau: Bureau, demanded: UUID) -> None:
        """
        行政强制法53: the last day is still in time, and a reason is not kept then.
        """
        bureau.move_to(WINDOW_ENDS)

        fact = applied(bureau, demanded, late_ground="无须")

        assert isinstance(fact, CompulsoryExecutionApplied)
        assert not fact.flags
        assert not fact.late_ground

    @pytest.mark.procedure("PE-17")
    def test_while_it_is_challenged(self, bureau: Bureau, demanded: UUID) -> None:
        """
        行政强制法53: only where no review was applied for and no suit filed; after a
        review the window runs from fifteen days after it, after a judgment two years.
        """
        remedy = bureau.challenge(demanded)
        bureau.move_to(SUED_UNTIL + timedelta(days=1))
        terms = {"by": bureau.principal, "court_papers": ALL_PAPERS}
        refusal = bureau.refused("apply-to-court", demanded, **terms)
        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "remedy_pending"

        bureau.move_to(date(2026, 9, 7))
        bureau.uphold(remedy)
        opens_on, ends_on = bureau.court_opens(demanded)
        assert (opens_on, ends_on) == (date(2026, 9, 23), date(2026, 12, 22))

        bureau.move_to(date(2026, 9, 14))
        suit = bureau.sue(demanded, after_review=remedy)
        bureau.move_to(date(2026, 12, 14))
        bureau.uphold(suit, "record-suit-judgment")
        assert bureau.court_opens(demanded) == (date(2026, 12, 15), date(2028, 12, 14))

    def test_before_it_is_demanded(self, bureau: Bureau) -> None:
        """
        行政强制法54: first the demand.
        """
        penalty = bureau.on_the_spot()
        bureau.move_to(SUED_UNTIL + timedelta(days=1))

        refusal = bureau.refused(
            "apply-to-court", penalty, by=bureau.principal, court_papers=ALL_PAPERS
        )

        assert refusal.code == "penalty_stage"

    def test_without_a_paper(self, bureau: Bureau, demanded: UUID) -> None:
        """
        行政强制法55: the papers that every application needs.
        """
        bureau.move_to(SUED_UNTIL + timedelta(days=1))
        papers = tuple(p for p in ALL_PAPERS if p is not CourtPaper.OBJECT)

        refusal = bureau.refused(
            "apply-to-court", demanded, by=bureau.principal, court_papers=papers
        )

        assert refusal.code == "court_papers_incomplete"
        assert refusal.facts["missing"] == (CourtPaper.OBJECT,)

    def test_while_it_stands_still(self, bureau: Bureau, demanded: UUID) -> None:
        """
        行政强制法39: what stands still is not taken to court.
        """
        bureau.move_to(SUED_UNTIL + timedelta(days=1))
        bureau.do(
            "suspend-execution",
            demanded,
            by=bureau.chief,
            suspension_ground=SuspensionGround.UNABLE,
            reason="暂无履行能力",
        )

        refusal = bureau.refused(
            "apply-to-court", demanded, by=bureau.principal, court_papers=ALL_PAPERS
        )

        assert refusal.code == "execution_rests"

    def test_of_a_court_that_reads_the_ledger(
        self, bureau: Bureau, demanded: UUID
    ) -> None:
        """
        A court that is a body of the ledger reads the penalty from the application on.
        """
        bureau.move_to(SUED_UNTIL + timedelta(days=1))

        fact = applied(bureau, demanded, court_body=bureau.other_bureau)

        assert isinstance(fact, CompulsoryExecutionApplied)
        assert list(fact.hand_overs()) == [(demanded, bureau.other_bureau)]
        assert fact.court == "县应急管理局"
        assert bureau.penalty(demanded).handed_to == (bureau.other_bureau,)


class TestCourt:
    @pytest.mark.procedure("PE-18", "PE-19", "PE-20")
    def test_it_is_executed(self, bureau: Bureau) -> None:
        """
        行政强制法56-58: accepted, granted, completed; nothing of it is refused.
        """
        penalty = bureau.at_court()
        court = Actor(Role.COURT, bureau.officers[0], bureau.other_bureau)
        answer = {"by": court, "court_accepted": True}
        (accepted,) = bureau.do("record-court-acceptance", penalty, **answer)
        assert isinstance(accepted, ExecutionAcceptanceDecided)
        (ruled,) = bureau.do(
            "record-execution-ruling", penalty, by=bureau.clerk, granted=True
        )
        assert isinstance(ruled, ExecutionRulingReceived)
        assert bureau.penalty(penalty).stage is Stage.ENFORCING

        (done,) = bureau.do(
            "record-execution-completed",
            penalty,
            by=bureau.clerk,
            fine_paid_fen=1000 * YUAN,
        )

        assert isinstance(done, ExecutionCompleted)
        assert bureau.penalty(penalty).stage is Stage.PERFORMED
        refusal = bureau.refused("record-court-acceptance", penalty, **answer)
        assert refusal.code == "penalty_stage"

    def test_a_refusal_is_reviewed(self, bureau: Bureau) -> None:
        """
        行政强制法56(2), 58(3): fifteen days to ask the higher court, and only if the
        court refused.
        """
        penalty = bureau.at_court()
        review = {"by": bureau.clerk, "court": "省高级人民法院", "reason": "符合条件"}
        refusal = bureau.refused("apply-for-execution-review", penalty, **review)
        assert refusal.code == "nothing_refused"
        (answer,) = bureau.do(
            "record-court-acceptance",
            penalty,
            by=bureau.clerk,
            court_accepted=False,
            reason="材料不齐",
        )
        assert isinstance(answer, ExecutionAcceptanceDecided)
        assert answer.review_limit is not None

        (fact,) = bureau.do("apply-for-execution-review", penalty, **review)

        assert isinstance(fact, ExecutionReviewApplied)
        refusal = bureau.refused("apply-for-execution-review", penalty, **review)
        assert refusal.code == "nothing_refused"

    def test_it_is_not_executed(self, bureau: Bureau) -> None:
        """
        行政强制法58: a ruling against it can be reviewed too.
        """
        penalty = bureau.at_court()

        (ruled,) = bureau.do(
            "record-execution-ruling",
            penalty,
            by=bureau.clerk,
            granted=False,
            reason="明显缺乏事实根据",
        )

        assert isinstance(ruled, ExecutionRulingReceived)
        assert ruled.review_limit is not None
        assert bureau.penalty(penalty).stage is Stage.AT_COURT
        refusal = bureau.refused(
            "record-execution-completed", penalty, by=bureau.clerk, fine_paid_fen=0
        )
        assert refusal.code == "penalty_stage"
