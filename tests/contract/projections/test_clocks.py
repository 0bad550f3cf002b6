"""
Last days that are derived anew when a year of the calendar is published.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.audit_trail.file import RuleBreachFlagged
from domain.inspection.choices import Outcome
from domain.values import end_of
from infra.transcoding import write_moment
from tests.cases.scene import MONDAY
from tests.contract.projections.year_end import (
    CLOCK,
    DAY,
    EXCHANGED,
    LATER,
    OFFICIAL,
    PROVISIONAL,
    Board,
    listed_on,
)


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """
    An empty board.
    """
    return Board(tmp_path)


class TestYearPublished:
    def test_derived_anew(self, board: Board) -> None:
        """
        行政处罚法85: a provisional last day is counted again when the year is out, and
        the row says by which calendar.
        """
        board.scene.graded()
        before = board.rows("IN.major.list")
        board.publish(*EXCHANGED)

        (then,), (now,) = before, board.rows("IN.major.list")

        assert (then["last_on"], then["provisional"]) == (PROVISIONAL.isoformat(), 1)
        assert then["calendar_version"] is None
        assert (now["last_on"], now["provisional"]) == (OFFICIAL.isoformat(), 0)
        assert now["calendar_version"] == 1
        assert now["derived_by"] == board.scene.office.facts[-1].id

    def test_what_was_answered_is_answered_still(self, board: Board) -> None:
        """
        D13: known from the position of the publication, for every day of the period.
        """
        board.scene.graded()
        known = board.feed()
        board.scene.day = DAY + timedelta(days=1)
        board.publish(*EXCHANGED)

        (then,) = board.rows("IN.major.list", DAY, known_at=known)
        (now,) = board.rows("IN.major.list", DAY)

        assert then["last_on"] == PROVISIONAL.isoformat()
        assert now["last_on"] == OFFICIAL.isoformat()

    def test_the_fact_keeps_what_it_said(self, board: Board) -> None:
        """
        D25: what a fact stores is not touched by a later calendar.
        """
        hazard = board.scene.graded()
        board.publish(*EXCHANGED)
        board.feed()

        limit = board.scene.hazard(hazard).list_limit

        assert limit is not None
        assert (limit.last_on, limit.provisional) == (PROVISIONAL, True)

    def test_the_agenda(self, board: Board) -> None:
        """
        D12: the watch waits until the last day as it is reckoned now is over.
        """
        board.scene.graded()
        assert board.due(PROVISIONAL + timedelta(days=1)) != []
        board.publish(*EXCHANGED)

        early, late = board.due(OFFICIAL - timedelta(days=1)), board.due()

        assert early == []
        assert late == [("flag-not-listed", write_moment(end_of(OFFICIAL)))]

    def test_a_later_notice(self, board: Board) -> None:
        """
        PROCEDURE §1: a later official calendar supersedes, and days are derived anew.
        """
        board.scene.graded()
        board.publish(*EXCHANGED)
        board.publish(EXCHANGED[0])

        (row,) = board.rows("IN.major.list")

        assert row["last_on"] == (OFFICIAL - timedelta(days=1)).isoformat()
        assert row["calendar_version"] == 2

    def test_by_national_law(self, board: Board) -> None:
        """
        国办发〔2018〕118号: the twenty days of the law's own table are counted again.
        """
        visit = board.scene.found()
        board.scene.sign(visit)
        board.scene.do("conclude-inspection", visit, outcome=Outcome.TO_RECTIFY)
        (then,) = board.rows("TS.after.general")
        board.publish(*EXCHANGED)

        (now,) = board.rows("TS.after.general")

        assert (then["provisional"], now["provisional"]) == (1, 0)
        assert str(now["last_on"]) > str(then["last_on"])

    def test_what_does_not_change(self, board: Board) -> None:
        """
        A period that no year of the notice touches stays as its fact said.
        """
        board.scene.day = MONDAY
        board.scene.graded()
        board.publish(*EXCHANGED)

        (row,) = board.rows("IN.major.list")

        assert row["calendar_version"] is None

    def test_met_in_time_after_all(self, board: Board) -> None:
        """
        What was done after the provisional last day, and by the official one, is in
        time: the clock has nothing to say.
        """
        hazard = listed_on(board, OFFICIAL)
        assert board.due() != []
        board.publish(*EXCHANGED)

        assert board.due() == []
        refused = board.scene.refused("flag-not-listed", hazard, by=CLOCK, on=LATER)
        assert refused.code == "done_in_time"

    def test_met_too_late_after_all(self, board: Board) -> None:
        """
        What was done by the provisional last day, and after the official one, is late:
        the clock has still to say so, and says which day passed.
        """
        hazard = listed_on(board, PROVISIONAL)
        assert board.due() == []
        board.publish(made_up=(date(2027, 1, 2),))

        over = PROVISIONAL - timedelta(days=1)
        assert board.due() == [("flag-not-listed", write_moment(end_of(over)))]
        (fact,) = board.scene.do("flag-not-listed", hazard, by=CLOCK, on=LATER)
        assert isinstance(fact, RuleBreachFlagged)
        assert (fact.limit_passed.last_on, fact.limit_passed.provisional) == (
            over,
            False,
        )
        assert board.due() == []

    def test_flagged_by_the_calendar_in_force(self, board: Board) -> None:
        """
        D12: the act waits for the day that the board shows.
        """
        hazard = board.scene.graded()
        board.publish(*EXCHANGED)

        early = board.scene.refused("flag-not-listed", hazard, by=CLOCK, on=OFFICIAL)

        assert early.code == "time_not_over"
