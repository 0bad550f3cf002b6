"""
警示煤矿应提请关闭未提请: major hazards found twice in three months while a coal mine
was producing, and nobody asked (INV-31).
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final
from uuid import UUID

import pytest

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.base import Actor, Role
from domain.closure.choices import ClosureGround
from domain.enterprise.profile import Profile
from domain.hazard.choices import HazardLevel
from domain.refusals import OutOfTime
from tests.cases.dossier import PAPER
from tests.cases.remedy.test_setting_aside import OWN
from tests.cases.scene import MONDAY, STANDARD
from tests.cases.yard import Yard

CLOCK = Actor(Role.CLOCK)
FLAG: Final = "flag-mine-closure-not-requested"
ONE_DAY = timedelta(days=1)


def mine() -> Yard:
    """A bureau whose enterprise mines coal."""
    yard = Yard()
    profile = Profile(industry="0610")
    said = {"by": yard.clerk, "profile": profile}
    yard.do("change-enterprise-profile", yard.enterprise, **said)
    return yard


@pytest.fixture
def yard() -> Yard:
    """A coal mine before its bureau."""
    return mine()


def found(
    yard: Yard, *days: date, level: HazardLevel = HazardLevel.MAJOR
) -> list[UUID]:
    """Have a hazard found by a visit on each of some days; the day after comes then."""
    hazards = []
    for day in days:
        yard.day = day
        hazards.append(yard.graded(level))
    yard.day += ONE_DAY
    return hazards


def resumed(yard: Yard, hazard: UUID) -> UUID:
    """Have production suspended, and the suspension set aside."""
    order = yard.suspended(hazard)
    yard.do("set-suspension-aside", order, by=yard.chief, **OWN)
    return order


def not_flagged(yard: Yard, hazard: UUID) -> str:
    """Have the clock try to flag it in vain."""
    return yard.refused(FLAG, hazard, by=CLOCK).code


class TestFlagMineClosureNotRequested:
    @pytest.mark.parametrize(
        ("again", "is_flagged"),
        [
            pytest.param(date(2026, 6, 2), True, marks=pytest.mark.procedure("SU-61")),
            (date(2026, 6, 3), False),
        ],
    )
    def test_twice_in_three_months(
        self, yard: Yard, again: date, *, is_flagged: bool
    ) -> None:
        """
        煤矿安全生产条例70(2), INV-31: on the same day of the third month still, not on
        the day after (closure_not_requested).
        """
        first, second = found(yard, MONDAY, again)

        if not is_flagged:
            assert not_flagged(yard, second) == "nothing_to_flag"
            return
        (fact,) = yard.do(FLAG, second, by=CLOCK)
        assert isinstance(fact, RuleBreachFlagged)
        assert (fact.breach, fact.rule) == (
            Breach.CLOSURE_NOT_REQUESTED,
            "SL.close.coal",
        )
        assert (fact.about, fact.limit_passed.last_on) == (second, again)
        assert not_flagged(yard, second) == "flagged_already"
        assert not_flagged(yard, first) == "nothing_to_flag"

    def test_that_day(self, yard: Yard) -> None:
        """
        The day on which it was graded is still in time.
        """
        _, second = found(yard, MONDAY, MONDAY + ONE_DAY)
        yard.day -= ONE_DAY

        assert isinstance(yard.refused(FLAG, second, by=CLOCK), OutOfTime)

    def test_by_one_visit(self, yard: Yard) -> None:
        """
        煤矿安全生产条例70(2): two hazards that one visit found are found once.
        """
        visit, where = yard.found(2), {"place": "井下", "description": "瓦斯超限"}
        hazards = [
            yard.do("identify-hazard", visit, item_nos=(item_no,), **where)[0].file
            for item_no in (1, 2)
        ]
        grading = {"hazard_level": HazardLevel.MAJOR, "standard": STANDARD}
        for hazard in hazards:
            yard.do("grade-hazard", hazard, clause="第四条", **grading)
        yard.day += ONE_DAY

        assert not_flagged(yard, hazards[1]) == "nothing_to_flag"

    def test_elsewhere(self) -> None:
        """
        煤矿安全生产条例70(2): of a coal mine only.
        """
        yard = Yard()
        _, second = found(yard, MONDAY, MONDAY + ONE_DAY)

        assert not_flagged(yard, second) == "nothing_to_flag"

    def test_ordinary_ones(self, yard: Yard) -> None:
        """
        煤矿安全生产条例70(2): of major hazards only.
        """
        _, second = found(yard, MONDAY, MONDAY + ONE_DAY, level=HazardLevel.ORDINARY)

        assert not_flagged(yard, second) == "nothing_to_flag"

    @pytest.mark.parametrize(
        ("stop", "code"),
        [(Yard.suspended, "nothing_to_flag"), (Yard.defied, ""), (resumed, "")],
    )
    def test_while_it_stands_still(
        self, yard: Yard, stop: Callable[[Yard, UUID], UUID], code: str
    ) -> None:
        """
        煤矿安全生产条例70(2): 仍然进行生产的; what stands still is not, but what defies
        its stop is, and what resumed.
        """
        (first,) = found(yard, MONDAY)
        stop(yard, first)
        (second,) = found(yard, yard.day + ONE_DAY)

        if code:
            assert not_flagged(yard, second) == code
        else:
            assert yard.do(FLAG, second, by=CLOCK)

    @pytest.mark.parametrize("declined", [False, True])
    def test_asked_for(self, yard: Yard, *, declined: bool) -> None:
        """
        INV-31: closure is asked for already; what was declined before answers nothing.
        """
        said = yard.closing(
            closure_ground=ClosureGround.BACKWARD_CAPACITY, evidence=(PAPER,)
        )
        closure = yard.do("request-closure", **said)[0].file
        if declined:
            answer = {"government": yard.government, "reason": "整改"}
            yard.do("record-closure-refusal", closure, by=yard.clerk, **answer)
        _, second = found(yard, yard.day + ONE_DAY, yard.day + 2 * ONE_DAY)

        if declined:
            assert yard.do(FLAG, second, by=CLOCK)
        else:
            assert not_flagged(yard, second) == "done_in_time"
