"""
执行协议、中止、恢复、终结: an execution rests by its ground, and a fine is never let
off.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.base import Actor, Role
from domain.penalty.choices import Stage, SuspensionGround, TerminationGround
from domain.penalty.facts_of_execution import (
    ExecutionAgreementMade,
    ExecutionResumed,
    ExecutionSuspended,
    ExecutionTerminated,
)
from domain.penalty.file import Instalment
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime
from tests.cases.penalty.decided import YUAN, Bureau

CLOCK = Actor(Role.CLOCK)
#: Last day of the window of what is served on the scene's Monday.
WINDOW_ENDS = date(2026, 12, 2)


@pytest.fixture
def bureau() -> Bureau:
    """A bureau under national law alone."""
    return Bureau()


class TestAgreeOnExecution:
    PARTS = (Instalment(date(2026, 6, 30), 1000 * YUAN),)

    @pytest.mark.procedure("PE-21")
    def test_the_surcharge_is_let_off(self, bureau: Bureau) -> None:
        """
        行政强制法42: who puts the harm right may be let off the surcharge, in stages.
        """
        penalty = bureau.on_the_spot()
        bureau.pass_days(25)
        bureau.do(
            "impose-surcharge", penalty, by=bureau.chief, pay_until=date(2026, 4, 30)
        )
        owed = bureau.penalty(penalty).surcharge_left_fen

        (fact,) = bureau.do(
            "agree-on-execution",
            penalty,
            by=bureau.chief,
            instalments=self.PARTS,
            surcharge_cut_fen=owed,
            remedied="已消除隐患",
        )

        assert isinstance(fact, ExecutionAgreementMade)
        assert bureau.penalty(penalty).surcharge_left_fen == 0
        bureau.move_to(date(2026, 7, 31))
        refusal = bureau.refused(
            "impose-surcharge", penalty, by=bureau.chief, pay_until=bureau.day
        )
        assert refusal.code == "agreement_stands"

    @pytest.mark.procedure("PE-22")
    @pytest.mark.parametrize(
        "terms",
        [
            {"instalments": (Instalment(date(2026, 6, 30), 999 * YUAN),)},
            {"instalments": PARTS, "surcharge_cut_fen": 1},
        ],
        ids=["less than the fine", "more than the surcharge"],
    )
    def test_the_fine_is_not(self, bureau: Bureau, terms: dict[str, object]) -> None:
        """
        行政强制法42(1), INV-33: a fine is never let off.
        """
        refusal = bureau.refused(
            "agree-on-execution",
            bureau.on_the_spot(),
            by=bureau.chief,
            remedied="已消除隐患",
            **terms,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "fine_not_waivable"

    def test_nothing_was_put_right(self, bureau: Bureau) -> None:
        """
        行政强制法42: only with who puts the harm right.
        """
        refusal = bureau.refused(
            "agree-on-execution",
            bureau.on_the_spot(),
            by=bureau.chief,
            remedied="",
            instalments=self.PARTS,
        )

        assert refusal.code == "remedied_missing"


class TestSuspendExecution:
    @pytest.mark.procedure("PE-23")
    def test_and_resume(self, bureau: Bureau) -> None:
        """
        行政强制法39, INV-33: for a ground, and resumed once it is gone.
        """
        penalty = bureau.on_the_spot()
        terms = {
            "by": bureau.chief,
            "suspension_ground": SuspensionGround.UNABLE,
            "reason": "暂无履行能力",
        }
        (fact,) = bureau.do("suspend-execution", penalty, **terms)
        assert isinstance(fact, ExecutionSuspended)
        refusal = bureau.refused("suspend-execution", penalty, **terms)
        assert refusal.code == "execution_rests"

        resume = {"by": bureau.chief, "reason": "恢复经营"}
        (resumed,) = bureau.do("resume-execution", penalty, **resume)

        assert isinstance(resumed, ExecutionResumed)
        refusal = bureau.refused("resume-execution", penalty, **resume)
        assert refusal.code == "execution_not_resting"


class TestTerminateExecution:
    @pytest.mark.procedure("PE-24")
    def test_nothing_and_nobody_left(self, bureau: Bureau) -> None:
        """
        行政强制法40: it ends by its ground; what is left of the fine is told, not let
            off.
        """
        penalty = bureau.on_the_spot()

        (fact,) = bureau.do(
            "terminate-execution",
            penalty,
            by=bureau.chief,
            execution_end_ground=TerminationGround.UNIT_ENDED,
            reason="企业注销，无财产，无义务承受人",
        )

        assert isinstance(fact, ExecutionTerminated)
        assert fact.fine_left_fen == 1000 * YUAN
        assert bureau.penalty(penalty).stage is Stage.TERMINATED

    def test_three_years_at_a_standstill(self, bureau: Bureau) -> None:
        """
        行政强制法39(2): after three years at a standstill nothing more is executed.
        """
        penalty = bureau.on_the_spot()
        terms = {
            "by": bureau.chief,
            "execution_end_ground": TerminationGround.SUSPENDED_THREE_YEARS,
            "reason": "中止满三年",
        }
        refusal = bureau.refused("terminate-execution", penalty, **terms)
        assert refusal.code == "execution_not_resting"
        bureau.do(
            "suspend-execution",
            penalty,
            by=bureau.chief,
            suspension_ground=SuspensionGround.UNABLE,
            reason="暂无履行能力",
        )
        bureau.move_to(date(2029, 3, 2))
        refusal = bureau.refused("terminate-execution", penalty, **terms)
        assert refusal.code == "too_early"

        bureau.do("terminate-execution", penalty, on=date(2029, 3, 3), **terms)

        assert bureau.penalty(penalty).stage is Stage.TERMINATED

    def test_the_decision_stands(self, bureau: Bureau) -> None:
        """
        行政强制法40(4): not as revoked while it stands.
        """
        refusal = bureau.refused(
            "terminate-execution",
            bureau.on_the_spot(),
            by=bureau.chief,
            execution_end_ground=TerminationGround.DECISION_REVOKED,
            reason="决定已撤销",
        )

        assert refusal.code == "decision_stands"


def put_off(bureau: Bureau, until: date) -> UUID:
    """A fine that may be paid later."""
    penalty = bureau.on_the_spot()
    bureau.do("apply-for-deferral", penalty, reason="资金周转困难")
    granted = {"granted": True, "reason": "确有困难"}
    parts = (Instalment(until, 1000 * YUAN),)
    bureau.do("decide-deferral", penalty, by=bureau.chief, **granted, instalments=parts)
    return penalty


class TestFlagNotEnforced:
    """
    INV-33: what is not performed goes to court in time, or rests by its ground.
    """

    def test_nothing_was_done(self, bureau: Bureau) -> None:
        """
        行政强制法53: the window passes with nothing done: flagged, once.
        """
        penalty = bureau.on_the_spot()
        bureau.move_to(WINDOW_ENDS)
        refusal = bureau.refused("flag-not-enforced", penalty, by=CLOCK)
        assert isinstance(refusal, OutOfTime)
        bureau.pass_days(1)

        (fact,) = bureau.do("flag-not-enforced", penalty, by=CLOCK)

        assert isinstance(fact, RuleBreachFlagged)
        assert fact.breach is Breach.NOT_ENFORCED
        assert fact.limit_passed.last_on == WINDOW_ENDS
        refusal = bureau.refused("flag-not-enforced", penalty, by=CLOCK)
        assert refusal.code == "flagged_already"

    def test_it_was_paid(self, bureau: Bureau) -> None:
        """
        What is performed is flagged no more.
        """
        penalty = bureau.on_the_spot()
        bureau.pay(penalty, 1000)

        self.is_answered(bureau, penalty)

    def test_it_was_put_off(self, bureau: Bureau) -> None:
        """
        行政处罚法72(2): after a deferral another window runs.
        """
        penalty = put_off(bureau, date(2026, 12, 31))

        self.is_answered(bureau, penalty)

    def test_it_was_put_off_and_then_forgotten(self, bureau: Bureau) -> None:
        """
        行政处罚法72(2): three months from the end of the deferral; flagged after them.
        """
        penalty = put_off(bureau, date(2026, 12, 31))
        bureau.move_to(date(2027, 3, 31))
        assert bureau.refused("flag-not-enforced", penalty, by=CLOCK).code == (
            "done_in_time"
        )
        bureau.pass_days(1)

        (fact,) = bureau.do("flag-not-enforced", penalty, by=CLOCK)

        assert isinstance(fact, RuleBreachFlagged)
        assert fact.limit_passed.rule == "CO.court.window.deferred"
        assert fact.limit_passed.last_on == date(2027, 3, 31)
        assert bureau.penalty(penalty).last_fact == fact.started_by

    def test_it_was_put_off_for_a_while(self, bureau: Bureau) -> None:
        """
        行政强制法53: a deferral that ends before the time to sue moves no window.
        """
        penalty = put_off(bureau, date(2026, 4, 30))
        bureau.move_to(WINDOW_ENDS + timedelta(days=1))

        (fact,) = bureau.do("flag-not-enforced", penalty, by=CLOCK)

        assert isinstance(fact, RuleBreachFlagged)
        assert fact.limit_passed.last_on == WINDOW_ENDS

    def test_it_stands_still(self, bureau: Bureau) -> None:
        """
        行政强制法39: it rests by its ground.
        """
        penalty = bureau.on_the_spot()
        bureau.do(
            "suspend-execution",
            penalty,
            by=bureau.chief,
            suspension_ground=SuspensionGround.UNABLE,
            reason="暂无履行能力",
        )

        self.is_answered(bureau, penalty)

    def test_it_is_challenged(self, bureau: Bureau) -> None:
        """
        行政强制法53: the window of what is challenged opens after the result.
        """
        penalty = bureau.on_the_spot()
        bureau.challenge(penalty)

        self.is_answered(bureau, penalty)

    def is_answered(self, bureau: Bureau, penalty: UUID) -> None:
        """Nothing is flagged on the day after the window."""
        bureau.move_to(WINDOW_ENDS + timedelta(days=1))
        refusal = bureau.refused("flag-not-enforced", penalty, by=CLOCK)
        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "done_in_time"

    def test_of_a_warning(self, bureau: Bureau) -> None:
        """
        A warning is performed by its service; no window runs.
        """
        penalty: UUID = bureau.on_the_spot(fine_fen=0)
        bureau.move_to(WINDOW_ENDS + timedelta(days=1))

        refusal = bureau.refused("flag-not-enforced", penalty, by=CLOCK)

        assert refusal.code == "no_time_set"
