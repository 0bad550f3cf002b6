"""
Times of list entries on the board: begun by the act that begins them, with the last day
that the law gives, met by the act that the law asks for, and flagged once.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from domain.values import end_of
from infra.transcoding import write_moment
from projections.deadlines import Deadlines
from tests.cases.list_entry.listed import Lists
from tests.cases.list_entry.test_ending import TERM_OVER, partner_asked
from tests.cases.scene import PHOTO
from tests.contract.projections.stories import as_recorded, fed
from tests.contract.projections.test_cases import times

#: Takes an entry one step on.
Step = Callable[[Lists, UUID], object]

#: Ten working days from Saturday 3 March 2029.
LIFTED_BY = date(2029, 3, 16)


@pytest.fixture
def lists() -> Lists:
    """A bureau in Harbin, on a Monday in March 2026."""
    return Lists("000")


def in_the_system(lists: Lists, entry: UUID) -> None:
    """Have the entry recorded in the credit system."""
    said = {"receipt_no": "信用系统回执1"}
    lists.do("record-entry-in-credit-system", entry, by=lists.clerk, **said)


def taken_up(lists: Lists, entry: UUID) -> None:
    """Have the application taken up."""
    lists.do("accept-early-removal", entry, by=lists.chief)


def refused(lists: Lists, entry: UUID) -> None:
    """Have the application refused."""
    lists.do("refuse-early-removal", entry, by=lists.chief, reasons="义务未履行")


def paid_and_taken_up(lists: Lists) -> UUID:
    """An application that is examined; the penalty is performed."""
    penalty = lists.on_the_spot()
    lists.pay(penalty, 1000)
    return lists.taken_up(lists.listed(penalty))


def expired(lists: Lists) -> UUID:
    """An entry whose term is over."""
    entry = lists.listed()
    partner_asked(lists, entry)
    lists.do("expire-entry", entry, by=lists.watch, on=TERM_OVER, hour=0)
    return entry


#: Rule, how it begins, its last day, and what meets it. The law of the day is that of
#: the act: early removal is asked for on 3 March 2027.
MET: list[tuple[str, Callable[[Lists], UUID], str, Step]] = [
    ("SD.statement", Lists.told, "2026-03-09", Lists.hear),
    ("SD.record", Lists.listed, "2026-03-05", in_the_system),
    ("SD.early.accept", Lists.applied, "2027-03-10", taken_up),
    ("SD.early.accept", Lists.applied, "2027-03-10", refused),
    ("SD.early.decide", paid_and_taken_up, "2027-03-31", Lists.remove),
    ("SD.early.decide", paid_and_taken_up, "2027-03-31", refused),
    ("SD.lift.system", Lists.removed, "2027-03-08", in_the_system),
    ("SD.lift.system", expired, "2029-03-07", in_the_system),
]


@pytest.mark.parametrize("case", MET)
def test_begun_and_met(
    lists: Lists, tmp_path: Path, case: tuple[str, Callable[[Lists], UUID], str, Step]
) -> None:
    """
    应急管理部令11号 10, 11, 14, 19, 20: each once, and met by the act that it is for.
    """
    rule, begin, last_on, end = case
    entry = begin(lists)
    before = times(lists, tmp_path / "before", entry)[rule]

    end(lists, entry)

    after = times(lists, tmp_path / "after", entry)[rule]
    assert before == [("running", last_on)]
    assert after == [("met", last_on)]


class TestTerm:
    def test_of_a_restored_entry(self, lists: Lists, tmp_path: Path) -> None:
        """
        应急管理部令11号 20, 21: a removal meets the old term, and a fraud begins a new.
        """
        entry = lists.removed()
        said = {"reasons": "证明虚假", "evidence": (PHOTO,)}
        lists.do("restore-entry", entry, by=lists.chief, **said)

        found = times(lists, tmp_path, entry)["SD.term"]

        assert found == [("met", "2029-03-02"), ("running", "2030-03-03")]

    def test_of_a_red_entry(self, lists: Lists, tmp_path: Path) -> None:
        """
        RL.term: the term that the place sets.
        """
        found = times(lists, tmp_path, lists.red())["RL.term"]

        assert found == [("running", "2029-03-02")]


class TestLift:
    def due(self, lists: Lists, folder: Path, day: date) -> list[str]:
        """What the clock has to do by the end of a day."""
        facts = as_recorded(lists.office.facts)
        model = fed(Deadlines.NAME, folder / f"{day}{len(facts)}", facts, batch=7)
        assert isinstance(model, Deadlines)
        found = model.due_by(write_moment(end_of(day)), 200)
        model.close()
        return [each.act for each in found if each.act == "flag-measure-left"]

    def test_both_sides_of_its_last_day(self, lists: Lists, tmp_path: Path) -> None:
        """
        应急管理部令11号 14: on its last day a measure may be lifted in time; when that
        is over the clock flags what is left, once.
        """
        entry, over = expired(lists), date.fromordinal(LIFTED_BY.toordinal() + 1)
        assert times(lists, tmp_path / "run", entry)["SD.lift"] == [
            ("running", LIFTED_BY.isoformat())
        ]

        assert self.due(lists, tmp_path, LIFTED_BY) == []
        assert self.due(lists, tmp_path, over) == ["flag-measure-left"]
        lists.do("flag-measure-left", entry, by=lists.watch, on=over, hour=0)
        assert self.due(lists, tmp_path, over) == []

    def test_lifted(self, lists: Lists, tmp_path: Path) -> None:
        """
        应急管理部令11号 14: lifted in time, nothing is left to flag.
        """
        entry = expired(lists)
        (measure,) = lists.office.tagged(f"entry/{entry}/measure")
        lists.day = LIFTED_BY
        said = {"by": lists.chief, "reason": "名单期满"}
        lists.do("lift-partner-measure", measure, **said)

        (found,) = times(lists, tmp_path / "run", entry)["SD.lift"]

        assert found == ("met", LIFTED_BY.isoformat())
        assert self.due(lists, tmp_path, TERM_OVER.replace(month=4)) == []

    def test_nothing_to_lift(self, lists: Lists, tmp_path: Path) -> None:
        """
        应急管理部令11号 14: where no partner was asked, nobody is to lift anything.
        """
        entry = lists.listed()
        lists.do("expire-entry", entry, by=lists.watch, on=TERM_OVER, hour=0)

        assert "SD.lift" not in times(lists, tmp_path, entry)
