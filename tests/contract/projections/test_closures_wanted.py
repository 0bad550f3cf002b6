"""
应提请关闭: the board counts penalties, and has the clock look where a major hazard is.
"""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.closure.choices import ClosureGround
from domain.falling import ChangedBy
from domain.hazard.choices import HazardLevel
from domain.values import end_of, start_of
from infra.clock import SetClock
from infra.questions import Ask
from infra.transcoding import write_moment
from projections.deadlines import Deadlines
from tests.cases.dossier import PAPER
from tests.cases.yard import Yard
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded

ONE_DAY = timedelta(days=1)
FLAG = "flag-closure-not-requested"


class Wanted:
    """
    A bureau whose board is asked; an enterprise of it has a hazard.
    """

    def __init__(self, folder: Path, level: HazardLevel = HazardLevel.MAJOR) -> None:
        """
        Have the hazard graded.
        """
        self.folder = folder
        self.yard = Yard()
        self.yard.graded(level)

    def board(self) -> Deadlines:
        """
        Give the board, told everything so far.
        """
        facts = as_recorded(self.yard.office.facts)
        board = Deadlines(self.folder / str(len(facts)))
        board.apply(facts)
        board.clock = SetClock(end_of(self.yard.day))
        return board

    def due(self) -> list[UUID]:
        """
        List the penalties that the clock has to look at.
        """
        by = write_moment(start_of(self.yard.day + ONE_DAY))
        return [each.file for each in self.board().due_by(by, 100) if each.act == FLAG]

    def running(self, rule: str = "SL.close") -> int:
        """
        Count what waits for a request.
        """
        ask = Ask(officer_of(self.yard.bureau), None, None)
        rows = self.board().answer("deadlines", ask, rule=rule).rows
        return len([*rows])

    def request(self) -> None:
        """
        Have the closure asked for.
        """
        ground = {"closure_ground": ClosureGround.BACKWARD_CAPACITY}
        self.yard.do(
            "request-closure", **self.yard.closing(**ground, evidence=(PAPER,))
        )

    def revoke(self, penalty: UUID) -> None:
        """
        Have a penalty revoked.
        """
        self.yard.do(
            "revoke-decision",
            penalty,
            by=self.yard.chief,
            changed_by=ChangedBy.OWN,
            reason="事实不清",
            effective_on=self.yard.day,
        )


@pytest.fixture
def wanted(tmp_path: Path) -> Wanted:
    """An enterprise with a major hazard."""
    return Wanted(tmp_path)


class TestClosing:
    @pytest.mark.parametrize(
        ("count", "every", "rule"), [(3, 20, "SL.close"), (4, 121, "SL.close.year")]
    )
    def test_so_many(self, wanted: Wanted, count: int, every: int, rule: str) -> None:
        """
        安全生产法113(1): the one that fills the window is looked at, and waits until
        the closure is asked for.
        """
        penalties = wanted.yard.fined(count, timedelta(days=every))
        assert wanted.due() == penalties[-1:]

        wanted.yard.do(FLAG, penalties[-1], by=Actor(Role.CLOCK))

        assert wanted.due() == []
        assert wanted.running(rule) == 1
        wanted.request()
        assert wanted.running(rule) == 0

    def test_too_few(self, wanted: Wanted) -> None:
        """
        Nothing is asked of the clock.
        """
        wanted.yard.fined(2)

        assert wanted.due() == []

    def test_asked_for_late(self, wanted: Wanted) -> None:
        """
        What was asked for after the day is still the clock's to flag.
        """
        penalties = wanted.yard.fined(3)

        wanted.request()

        assert wanted.running() == 0
        assert wanted.due() == penalties[-1:]

    @pytest.mark.parametrize("which", [0, 2])
    def test_one_fell(self, wanted: Wanted, which: int) -> None:
        """
        With two that stand nothing is wanted any more.
        """
        penalties = wanted.yard.fined(3, timedelta(0))

        wanted.revoke(penalties[which])

        assert wanted.running() == 0
        assert wanted.due() == []

    def test_an_ordinary_hazard(self, tmp_path: Path) -> None:
        """
        Without a major hazard nothing is wanted.
        """
        wanted = Wanted(tmp_path, HazardLevel.ORDINARY)

        wanted.yard.fined(3)

        assert wanted.due() == []
