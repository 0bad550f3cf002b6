"""
What the board and the inbox say of a fine in place of prosecution.
"""

from datetime import timedelta
from pathlib import Path

from domain.base import Audience, Role
from domain.values import end_of
from infra.questions import Ask, Reader
from infra.transcoding import write_moment
from projections.deadlines import Deadlines
from projections.referrals import Referrals
from tests.cases.referral.test_fine_instead import Station
from tests.contract.projections.stories import as_recorded


def due(station: Station, folder: Path) -> list[str]:
    """
    List what the clock has to flag under the rule, by the end of tomorrow.
    """
    board = Deadlines(folder)
    board.apply(as_recorded(station.office.facts))
    found = board.due_by(write_moment(end_of(station.day + timedelta(days=1))))
    board.close()
    return [each.act for each in found if each.rule == "RF.withheld"]


class TestFineInstead:
    def test_the_clock_has_a_closed_case(self, tmp_path: Path) -> None:
        """
        INV-02: until it has flagged it.
        """
        station = Station()
        case = station.closed(station.criminal())

        before = due(station, tmp_path / "a")
        station.next_day("flag-fine-instead", case)

        assert before == ["flag-fine-instead"]
        assert due(station, tmp_path / "b") == []

    def test_and_a_fine_on_the_spot(self, tmp_path: Path) -> None:
        """
        Until a crime is suspected.
        """
        station = Station()
        visit = station.criminal()
        station.on_the_spot(inspection=visit, item_nos=(1,))

        before = due(station, tmp_path / "a")
        station.suspect(visit)

        assert before == ["flag-spot-fine-instead"]
        assert due(station, tmp_path / "b") == []

    def test_not_what_is_no_crime(self, tmp_path: Path) -> None:
        """
        A finding without such a code is not looked at.
        """
        station = Station()
        station.closed(station.criminal(""))

        assert due(station, tmp_path) == []

    def test_it_stands_in_the_inbox(self, tmp_path: Path) -> None:
        """
        REF-04: the flag is a row of its own, whatever follows.
        """
        station = Station()
        case = station.closed(station.criminal())
        (fact,) = station.next_day("flag-fine-instead", case)
        model = Referrals(tmp_path)
        model.apply(as_recorded(station.office.facts))
        offices = frozenset({Audience.OFFICE})
        own = frozenset({station.bureau})
        reader = Reader(
            Role.OFFICER, body=station.bureau, bodies=own, audiences=offices
        )

        (row,) = model.answer("referrals", Ask(reader, limit=9)).rows

        assert row["id"] == str(fact.file)
        assert (row["stage"], row["about"]) == ("fined_instead", str(case))
        model.close()
