"""
The time to ask the court on the board: it ends where the decision is challenged, and
runs anew on the penalty's file from the result (INV-33).
"""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.remedy.choices import RemedyResult
from domain.values import end_of
from infra.transcoding import write_moment
from tests.cases.dossier import Dossier
from tests.cases.penalty.decided import Bureau
from tests.cases.penalty.test_resting import CLOCK
from tests.cases.penalty.test_windows import (
    AFTER_JUDGMENT,
    AFTER_REVIEW,
    FLAG,
    judged,
    reviewed,
)
from tests.contract.projections.stories import as_recorded, fed
from tests.contract.projections.test_cases import times

WINDOW, JUDGMENT = "CO.court.window", "CO.court.judgment"


class Court(Dossier, Bureau):
    """
    A bureau whose penalties are challenged.
    """


@pytest.fixture
def court() -> Court:
    """A bureau under national law alone."""
    return Court()


def asked(court: Court, folder: Path, penalty: UUID) -> list[tuple[object, object]]:
    """What the clock has to flag of a penalty, and when."""
    model = fed("deadlines", folder, as_recorded(court.office.facts), batch=7)
    due = model.due_by("2030-01-01T00:00:00.000000Z", 99)  # type: ignore[attr-defined]  # the deadline board is an agenda
    return [(e.rule, e.due_at) for e in due if (e.act, e.file) == (FLAG, penalty)]


class TestWindows:
    def test_after_a_review(self, court: Court, tmp_path: Path) -> None:
        """
        行政强制法53: what ran from the service ends with the application; what runs
        after the result has its last day, and the clock its moment.
        """
        penalty = court.on_the_spot()
        reviewed(court, penalty)

        rows = times(court, tmp_path / "a", penalty)[WINDOW]
        assert rows[-1] == ("running", AFTER_REVIEW.isoformat())
        assert [state for state, _ in rows[:-1]] == ["dropped"]
        at = write_moment(end_of(AFTER_REVIEW))
        assert asked(court, tmp_path / "b", penalty) == [(WINDOW, at)]

    def test_after_a_judgment(self, court: Court, tmp_path: Path) -> None:
        """
        行政诉讼法95: after review and suit the two years run, and nothing else.
        """
        penalty = court.on_the_spot()
        reviewed(court, penalty)
        judged(court, penalty)

        found = times(court, tmp_path / "a", penalty)
        assert {state for state, _ in found[WINDOW]} == {"dropped"}
        assert found[JUDGMENT] == [("running", AFTER_JUDGMENT.isoformat())]
        at = write_moment(end_of(AFTER_JUDGMENT))
        assert asked(court, tmp_path / "b", penalty) == [(JUDGMENT, at)]

    def test_that_was_flagged(self, court: Court, tmp_path: Path) -> None:
        """
        INV-33: what the clock has flagged it flags no more.
        """
        penalty = court.on_the_spot()
        reviewed(court, penalty)
        court.move_to(AFTER_REVIEW + timedelta(days=1))
        court.do(FLAG, penalty, by=CLOCK)

        assert asked(court, tmp_path, penalty) == []

    def test_while_it_is_challenged(self, court: Court, tmp_path: Path) -> None:
        """
        行政强制法53: the clock has nothing to flag of what is challenged.
        """
        penalty = court.on_the_spot()
        court.challenge(penalty)

        assert asked(court, tmp_path, penalty) == []

    @pytest.mark.parametrize("came_to", [RemedyResult.REVOKED, RemedyResult.VOID])
    def test_that_fell(
        self, court: Court, tmp_path: Path, came_to: RemedyResult
    ) -> None:
        """
        行政复议法64: nothing is to be executed of what fell.
        """
        penalty = court.on_the_spot()
        reviewed(court, penalty, came_to)

        assert asked(court, tmp_path, penalty) == []

    def test_that_is_paid_then(self, court: Court, tmp_path: Path) -> None:
        """
        行政处罚法66: what is paid after a judgment is awaited no more.
        """
        penalty = court.on_the_spot()
        judged(court, penalty)
        court.pay(penalty, 1000)

        assert times(court, tmp_path / "a", penalty)[JUDGMENT][0][0] == "met"
        assert asked(court, tmp_path / "b", penalty) == []
