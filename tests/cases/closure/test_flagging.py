"""
警示应提请关闭未提请: penalised so often while a major hazard stands, and nobody asked.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.base import Actor, Role
from domain.closure.choices import ClosureGround
from domain.falling import ChangedBy
from tests.cases.dossier import PAPER
from tests.cases.yard import Yard

CLOCK = Actor(Role.CLOCK)
FLAG = "flag-closure-not-requested"


@pytest.fixture
def yard() -> Yard:
    """A bureau with a major hazard before it."""
    yard = Yard()
    yard.graded()
    return yard


def not_flagged(yard: Yard, penalty: UUID) -> str:
    """Have the clock try to flag it in vain."""
    return yard.refused(FLAG, penalty, by=CLOCK).code


def warned(yard: Yard, *days: date) -> list[UUID]:
    """Have a warning given on each of some days; the day after comes then."""
    found = []
    for nth, day in enumerate(days):
        yard.day = day
        found += [yard.on_the_spot(fine_fen=0, decision_no=f"罚当{nth}")]
    yard.day += timedelta(days=1)
    return found


class TestFlagClosureNotRequested:
    @pytest.mark.procedure("SU-53")
    @pytest.mark.parametrize(
        ("count", "every", "rule"), [(3, 90, "SL.close"), (4, 121, "SL.close.year")]
    )
    def test_so_many(self, yard: Yard, count: int, every: int, rule: str) -> None:
        """
        安全生产法113(1), INV-31: three in 180 days, or four in a year; by the end of
        the day of the last nobody had asked (closure_not_requested).
        """
        penalties = yard.fined(count, timedelta(days=every))

        (fact,) = yard.do(FLAG, penalties[-1], by=CLOCK)

        assert isinstance(fact, RuleBreachFlagged)
        assert (fact.breach, fact.rule) == (Breach.CLOSURE_NOT_REQUESTED, rule)
        assert (fact.about, fact.deed.body) == (penalties[-1], yard.bureau)
        assert not_flagged(yard, penalties[-1]) == "flagged_already"
        assert not_flagged(yard, penalties[-2]) == "nothing_to_flag"

    @pytest.mark.parametrize(("count", "every"), [(2, 1), (3, 91), (4, 122)])
    def test_too_few(self, yard: Yard, count: int, every: int) -> None:
        """
        Fewer, or further apart, call for no closure.
        """
        penalties = yard.fined(count, timedelta(days=every))

        assert not_flagged(yard, penalties[-1]) == "nothing_to_flag"

    @pytest.mark.parametrize(("last", "flagged"), [(1, True), (2, False)])
    def test_a_year_of_the_calendar(
        self, yard: Yard, last: int, *, flagged: bool
    ) -> None:
        """
        安全生产法113(1): a year over a 29 February has 366 days, and ends on the same
        day of the month.
        """
        days = date(2027, 7, 1), date(2027, 10, 1), date(2028, 1, 1)
        penalties = warned(yard, *days, date(2028, 7, last))

        if flagged:
            assert yard.do(FLAG, penalties[-1], by=CLOCK)
        else:
            assert not_flagged(yard, penalties[-1]) == "nothing_to_flag"

    def test_without_a_major_hazard(self) -> None:
        """
        安全生产法113(1): 存在重大事故隐患 as well; one graded after that day is another
        matter.
        """
        yard = Yard()
        penalties = yard.fined(3)
        assert not_flagged(yard, penalties[-1]) == "nothing_to_flag"

        yard.graded()

        assert not_flagged(yard, penalties[-1]) == "nothing_to_flag"

    def test_that_day(self, yard: Yard) -> None:
        """
        The day of the decision is still in time.
        """
        penalties = yard.fined(3)
        yard.day -= timedelta(days=20)

        assert not_flagged(yard, penalties[-1]) == "time_not_over"

    def test_of_what_does_not_count(self, yard: Yard) -> None:
        """
        安全生产法113(1): under this law, and standing.
        """
        first, second = yard.fined(2)
        said = {"fine_fen": 0, "decision_no": "罚当9"}
        other = yard.on_the_spot(**said, legal_basis="消防法60")
        assert not_flagged(yard, other) == "nothing_to_flag"
        third = yard.on_the_spot(**(said | {"decision_no": "罚当10"}))
        yard.do(
            "revoke-decision",
            first,
            by=yard.chief,
            changed_by=ChangedBy.OWN,
            reason="事实不清",
            effective_on=yard.day,
        )
        yard.day += timedelta(days=1)

        assert not_flagged(yard, third) == "nothing_to_flag"
        assert yard.penalty(second).stands

    @pytest.mark.parametrize("declined", [False, True])
    def test_asked_for(self, yard: Yard, *, declined: bool) -> None:
        """
        INV-31: closure is asked for already; what was declined before the newest of
        those penalties answers nothing.
        """
        said = yard.closing(
            closure_ground=ClosureGround.BACKWARD_CAPACITY, evidence=(PAPER,)
        )
        closure = yard.do("request-closure", **said)[0].file
        if declined:
            answer = {"government": yard.government, "reason": "整改"}
            yard.do("record-closure-refusal", closure, by=yard.clerk, **answer)
        yard.day += timedelta(days=1)
        penalties = yard.fined(3)

        if declined:
            assert yard.do(FLAG, penalties[-1], by=CLOCK)
        else:
            assert not_flagged(yard, penalties[-1]) == "done_in_time"
