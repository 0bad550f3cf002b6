"""
应提请关闭: the board has the clock look at coal mines in which major hazards were found
again, and counts imported penalties that are linked and of this law.
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.hazard.choices import HazardLevel
from domain.printed import SourceStatus, StatedStatus
from domain.values import end_of
from infra.transcoding import write_moment
from projections.deadlines import Deadlines
from tests.cases.closure.test_imported import Taken
from tests.cases.closure.test_mines import ONE_DAY, found, mine, resumed
from tests.cases.scene import MONDAY, PHOTO, STANDARD
from tests.cases.yard import Yard
from tests.contract.projections.stories import as_recorded

LATER = write_moment(end_of(date(2030, 1, 1)))
FLAG = "flag-closure-not-requested"
OF_MINES = "flag-mine-closure-not-requested"
EDGE = date(2026, 6, 2)


def due(yard: Yard, folder: Path, act: str) -> list[UUID]:
    """What the clock has to look at."""
    facts = as_recorded(yard.office.facts)
    board = Deadlines(folder / str(len(facts)))
    board.apply(facts)
    return [each.file for each in board.due_by(LATER, 100) if each.act == act]


@pytest.fixture
def yard() -> Yard:
    """A coal mine before its bureau."""
    return mine()


class TestMines:
    @pytest.mark.parametrize(("late", "is_due"), [(0, True), (1, False)])
    def test_twice_in_three_months(
        self, yard: Yard, tmp_path: Path, late: int, *, is_due: bool
    ) -> None:
        """
        煤矿安全生产条例70(2): the second in three months is looked at, and no more once
        it is flagged.
        """
        _, second = found(yard, MONDAY, EDGE + late * ONE_DAY)

        assert due(yard, tmp_path, OF_MINES) == ([second] if is_due else [])
        if is_due:
            yard.do(OF_MINES, second, by=Actor(Role.CLOCK))
            assert due(yard, tmp_path, OF_MINES) == []

    def test_elsewhere(self, tmp_path: Path) -> None:
        """
        煤矿安全生产条例70(2): of a coal mine only.
        """
        yard = Yard()
        found(yard, MONDAY, MONDAY + ONE_DAY)

        assert due(yard, tmp_path, OF_MINES) == []

    def test_graded_down(self, yard: Yard, tmp_path: Path) -> None:
        """
        With one major hazard nothing is wanted any more.
        """
        first, _ = found(yard, MONDAY, MONDAY + ONE_DAY)
        yard.day -= ONE_DAY
        yard.do(
            "grade-hazard",
            first,
            hazard_level=HazardLevel.ORDINARY,
            standard=STANDARD,
            clause="第十一条",
            reason="复核",
            evidence=(PHOTO,),
            approver=yard.head,
        )

        assert due(yard, tmp_path, OF_MINES) == []

    def test_while_it_stands_still(self, yard: Yard, tmp_path: Path) -> None:
        """
        煤矿安全生产条例70(2): 仍然进行生产的 only.
        """
        (first,) = found(yard, MONDAY)
        yard.suspended(first)
        found(yard, yard.day + ONE_DAY)

        assert due(yard, tmp_path, OF_MINES) == []

    def test_once_it_goes_on(self, yard: Yard, tmp_path: Path) -> None:
        """
        What fell stops nothing.
        """
        (first,) = found(yard, MONDAY)
        resumed(yard, first)
        (second,) = found(yard, yard.day + ONE_DAY)

        assert due(yard, tmp_path, OF_MINES) == [second]


class TestImported:
    @pytest.fixture
    def taken(self) -> Taken:
        """A bureau that has decided one penalty."""
        taken = Taken()
        taken.on_the_spot(fine_fen=0, decision_no="罚当8")
        return taken

    def test_linked(self, taken: Taken, tmp_path: Path) -> None:
        """
        安全生产法113(1): with a linked one of this law there are three.
        """
        taken.link(taken.take_in())

        last = taken.last()

        assert due(taken, tmp_path, FLAG) == [last]

    def test_not_counted(self, taken: Taken, tmp_path: Path) -> None:
        """
        Not of this law; not linked; of a day with one of its own; or done away with.
        """
        taken.link(taken.take_in(basis="消防法第六十条"))
        taken.take_in()
        taken.link(taken.take_in(on=MONDAY))
        gone = taken.link(taken.take_in())
        stated = StatedStatus(SourceStatus.WITHDRAWN, MONDAY)
        taken.do("record-imported-status", gone, by=taken.importer, stated=stated)

        taken.last()

        assert due(taken, tmp_path, FLAG) == []

    def test_unlinked_after(self, taken: Taken, tmp_path: Path) -> None:
        """
        PROCEDURE 3: where a link was wrong nothing is wanted any more.
        """
        record = taken.link(taken.take_in())
        taken.last()
        taken.day -= timedelta(days=1)

        taken.do("unlink-party", record, by=taken.importer, grounds="误认")

        assert due(taken, tmp_path, FLAG) == []
