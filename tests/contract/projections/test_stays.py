"""
What stands still, and runs on: a stay and a deferral on the board, by what they say.
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.penalty.file import Instalment
from domain.remedy.choices import RemedyResult, StayOrderer
from tests.cases.dossier import Dossier
from tests.cases.penalty.decided import YUAN, Bureau
from tests.cases.penalty.test_deciding import decide
from tests.contract.projections.test_case_penalties import served
from tests.contract.projections.test_cases import times

PAY, WINDOW = "PN.pay", "CO.court.window"
#: What is served on the scene's Monday is paid by then.
PAY_UNTIL = date(2026, 3, 17)
STAY = {"stayed_by": StayOrderer.REVIEW_AUTHORITY, "reason": "公共利益"}


class Court(Dossier, Bureau):
    """
    A bureau whose penalties are challenged.
    """


@pytest.fixture
def court() -> Court:
    """A bureau under national law alone."""
    return Court()


def stayed(court: Court, penalty: UUID) -> UUID:
    """Have a review applied for, and execution stayed on the day after service."""
    review = court.challenge(penalty)
    court.move_to(date(2026, 3, 3))
    court.do("record-stay", review, by=court.clerk, **STAY)
    return review


def put_off(court: Court, penalty: UUID, *parts: Instalment, granted: bool) -> None:
    """Have a deferral granted or refused."""
    court.do("apply-for-deferral", penalty, reason="资金周转困难")
    said = {"granted": granted, "reason": "困难", "instalments": parts}
    court.do("decide-deferral", penalty, by=court.chief, **said)


class TestStay:
    def test_the_time_to_pay_stands_still(self, court: Court, tmp_path: Path) -> None:
        """
        行政复议法 42: the stay stands in the file of the review, and stops what runs
        on the penalty's.
        """
        penalty = court.on_the_spot()
        stayed(court, penalty)

        found = times(court, tmp_path, penalty)[PAY]
        assert found == [("suspended", PAY_UNTIL.isoformat())]

    def test_that_has_ended(self, court: Court, tmp_path: Path) -> None:
        """
        行政复议法 42: ten days at a standstill are added to what was left.
        """
        penalty = court.on_the_spot()
        review = stayed(court, penalty)
        court.pass_days(10)
        court.do("record-stay-end", review, by=court.clerk, reason="恢复执行")

        last = (PAY_UNTIL + timedelta(days=10)).isoformat()
        assert times(court, tmp_path, penalty)[PAY][-1] == ("running", last)

    def test_that_ends_with_the_result(self, court: Court, tmp_path: Path) -> None:
        """
        行政复议法 42: with the decision of the review it is executed again; what was
        revoked is not.
        """
        kept, fell = court.on_the_spot(), court.on_the_spot(decision_no="罚当-2")
        for penalty, result in (
            (kept, RemedyResult.UPHELD),
            (fell, RemedyResult.REVOKED),
        ):
            court.move_to(date(2026, 3, 2))
            review = stayed(court, penalty)
            court.pass_days(10)
            court.came_to(review, result)

        last = (PAY_UNTIL + timedelta(days=10)).isoformat()
        assert times(court, tmp_path / "a", kept)[PAY][-1] == ("running", last)
        states = {state for state, _ in times(court, tmp_path / "b", fell)[PAY]}
        assert "running" not in states

    def test_that_came_too_late(self, court: Court, tmp_path: Path) -> None:
        """
        行政处罚法 67: a stay after the day to pay gives no time back.
        """
        penalty = court.on_the_spot()
        review = court.challenge(penalty)
        court.move_to(PAY_UNTIL + timedelta(days=1))
        court.do("record-stay", review, by=court.clerk, **STAY)
        court.pass_days(10)
        court.do("record-stay-end", review, by=court.clerk, reason="恢复执行")

        found = times(court, tmp_path, penalty)[PAY]
        assert [last for _, last in found] == [PAY_UNTIL.isoformat()]


class TestDeferral:
    def test_that_is_refused(self, court: Court, tmp_path: Path) -> None:
        """
        行政处罚法 66: what is not put off is due as before.
        """
        penalty = court.on_the_spot()
        put_off(court, penalty, granted=False)

        found = times(court, tmp_path, penalty)
        assert found[PAY] == [("running", PAY_UNTIL.isoformat())]
        assert found[WINDOW][-1][0] == "running"

    def test_each_part_has_its_day(self, court: Court, tmp_path: Path) -> None:
        """
        行政处罚法 66: each instalment by its own day, met by what covers it.
        """
        first, last = date(2026, 4, 1), date(2026, 10, 9)
        penalty = court.on_the_spot()
        parts = (Instalment(first, 400 * YUAN), Instalment(last, 600 * YUAN))
        put_off(court, penalty, *parts, granted=True)
        told = times(court, tmp_path / "a", penalty)
        court.pay(penalty, 399)
        short = times(court, tmp_path / "b", penalty)
        court.pay(penalty, 1)
        one = times(court, tmp_path / "c", penalty)
        court.pay(penalty, 600)
        both = times(court, tmp_path / "d", penalty)

        days = {first.isoformat(), last.isoformat()}
        assert {day for _, day in told["PN.pay.defer"]} == days
        for found, states in (
            (told, {"running"}),
            (short, {"running"}),
            (both, {"met"}),
        ):
            assert {state for state, _ in found["PN.pay.defer"]} == states
        assert ("met", first.isoformat()) in one["PN.pay.defer"]
        assert ("running", last.isoformat()) in one["PN.pay.defer"]

    @pytest.mark.parametrize(
        ("last", "states"),
        [
            (date(2026, 9, 2), ("running", None)),
            (date(2026, 9, 3), ("dropped", "running")),
        ],
    )
    def test_one_window_runs(
        self, court: Court, tmp_path: Path, last: date, states: tuple[str, str | None]
    ) -> None:
        """
        行政处罚法 72(2): what outlasts the time to sue moves the window, and leaves no
        second one running.
        """
        penalty = court.on_the_spot()
        put_off(court, penalty, Instalment(last, 1000 * YUAN), granted=True)

        found = times(court, tmp_path, penalty)
        other = found.get("CO.court.window.deferred", [(None, "")])[-1][0]
        assert (found[WINDOW][-1][0], other) == states


class TestReview:
    STEPS = ("RM.review.accept", "RM.review.forward")

    @pytest.mark.parametrize("result", [RemedyResult.REJECTED, RemedyResult.WITHDRAWN])
    def test_that_ends_early(
        self, court: Court, tmp_path: Path, result: RemedyResult
    ) -> None:
        """
        行政复议法 30, 32: nobody accepts or forwards what is over.
        """
        penalty = court.on_the_spot()
        review = court.challenge(penalty)
        before = times(court, tmp_path / "a", review)
        court.came_to(review, result)

        after = times(court, tmp_path / "b", review)
        assert [before[step][-1][0] for step in self.STEPS] == ["running"] * 2
        assert [after[step][-1][0] for step in self.STEPS] == ["dropped"] * 2

    def test_that_ends_unanswered(self, court: Court, tmp_path: Path) -> None:
        """
        行政复议法 48: no answer is owed to a review that was withdrawn.
        """
        review = court.challenge(court.on_the_spot())
        by = {"by": court.clerk}
        number = {"authority_number": "3号"}
        court.do("record-review-acceptance", review, simple=False, **by, **number)
        court.do("record-review-copy", review, **by)
        court.came_to(review, RemedyResult.WITHDRAWN)

        assert times(court, tmp_path, review)["RM.review.answer"][-1][0] == "dropped"

    @pytest.mark.parametrize(
        ("result", "suit", "after"),
        [
            (RemedyResult.WITHDRAWN, "running", False),
            (RemedyResult.UPHELD, "dropped", True),
        ],
    )
    def test_the_time_to_sue(
        self,
        court: Court,
        tmp_path: Path,
        result: RemedyResult,
        suit: str,
        *,
        after: bool,
    ) -> None:
        """
        行政诉讼法 45, 法释〔2018〕1号 58: a decision leaves fifteen days, and no longer
        the six months; what was withdrawn is no decision.
        """
        penalty = decide(court, court.heard()).file
        served(court, penalty)
        review = court.challenge(penalty)
        court.came_to(review, result)

        service = court.penalty(penalty).service
        assert service is not None
        assert times(court, tmp_path / "a", service)["RM.suit"][-1][0] == suit
        found = times(court, tmp_path / "b", review)
        assert ("RM.suit.after_review" in found) is after
