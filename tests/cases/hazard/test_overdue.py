"""
逾期: the last day passes by itself, and nothing waits for the clock.
"""

from datetime import date

import pytest

from domain.base import Actor, Role
from domain.hazard.choices import HazardLevel, Stage
from domain.hazard.facts_of_treatment import RectificationOverdue, RectificationReported
from domain.refusals import NotCompetent, OutOfOrder, OutOfTime
from domain.values import end_of
from tests.cases.scene import TOO_LATE, UNTIL, Scene, moment

CLOCK = {"by": Actor(Role.CLOCK), "said_at": end_of(UNTIL)}


@pytest.fixture
def scene() -> Scene:
    """A bureau in Xinzhou."""
    return Scene("001")


class TestMarkOverdue:
    @pytest.mark.procedure("HZ-33")
    @pytest.mark.parametrize("level", HazardLevel)
    def test_without_a_report(self, scene: Scene, level: HazardLevel) -> None:
        """
        实施意见(征求意见稿)(二十四), INV-15: overdue from 00:00 after the last day.
        """
        hazard = scene.ordered(level)

        (fact,) = scene.do("mark-overdue", hazard, on=TOO_LATE, hour=0, **CLOCK)

        assert isinstance(fact, RectificationOverdue)
        assert fact.deed.on == fact.rectify_until == UNTIL
        assert (fact.days_late, fact.body) == (1, scene.bureau)
        assert (scene.hazard(hazard).stage, scene.hazard(hazard).overdue) == (
            Stage.ORDERED,
            True,
        )

    @pytest.mark.procedure("HZ-34")
    def test_a_major_one_is_due_to_be_escalated(self, scene: Scene) -> None:
        """
        忻州2020通知(九), INV-16: a measure, case, letter or talk follows in time.
        """
        hazard = scene.listed()

        scene.do("mark-overdue", hazard, on=TOO_LATE, **CLOCK)

        limit = scene.hazard(hazard).escalate_limit
        assert limit is not None
        assert (limit.rule, limit.set_by_pack) == ("IN.major.escalate", "001")
        assert limit.last_on == date(2026, 3, 23)

    def test_an_ordinary_one_is_not(self, scene: Scene) -> None:
        """
        INV-16 is about major hazards.
        """
        hazard = scene.ordered(HazardLevel.ORDINARY)

        scene.do("mark-overdue", hazard, on=TOO_LATE, **CLOCK)

        assert scene.hazard(hazard).escalate_limit is None

    def test_on_the_last_day(self, scene: Scene) -> None:
        """
        IN.order: the last day is still in time, to its end.
        """
        refusal = scene.refused(
            "mark-overdue", scene.ordered(), by=Actor(Role.CLOCK), on=UNTIL, hour=23
        )

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "not_overdue"

    def test_what_was_reported(self, scene: Scene) -> None:
        """
        INV-15: what was reported awaits its re-inspection, and is not overdue.
        """
        refusal = scene.refused("mark-overdue", scene.reported(), on=TOO_LATE, **CLOCK)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "hazard_stage"

    def test_twice(self, scene: Scene) -> None:
        """
        INV-15: one last day passes once.
        """
        hazard = scene.ordered()
        scene.do("mark-overdue", hazard, on=TOO_LATE, **CLOCK)

        refusal = scene.refused("mark-overdue", hazard, on=TOO_LATE, **CLOCK)

        assert refusal.code == "overdue_already"

    def test_by_an_officer(self, scene: Scene) -> None:
        """
        D12: the body can neither cause nor stop what the clock finds.
        """
        refusal = scene.refused("mark-overdue", scene.ordered(), on=TOO_LATE)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "role_not_competent"


class TestReportAfterTheMark:
    def test_a_report_that_was_in_time(self, scene: Scene) -> None:
        """
        D6: a report counts from its own day; the mark falls.
        """
        hazard = scene.ordered()
        scene.do("mark-overdue", hazard, on=TOO_LATE, **CLOCK)

        (fact,) = scene.report(hazard, said_at=moment(UNTIL))

        assert isinstance(fact, RectificationReported)
        assert fact.in_time
        assert not scene.hazard(hazard).overdue

    def test_a_report_that_was_not(self, scene: Scene) -> None:
        """
        INV-15: a late report is taken in, and the hazard stays overdue.
        """
        hazard = scene.ordered()
        scene.do("mark-overdue", hazard, on=TOO_LATE, **CLOCK)

        (fact,) = scene.report(hazard)

        assert isinstance(fact, RectificationReported)
        assert not fact.in_time
        assert scene.hazard(hazard).overdue

    def test_the_guard_needs_no_mark(self, scene: Scene) -> None:
        """
        D6: no guard depends on the clock having run.
        """
        hazard = scene.ordered()
        asked = {"reason": "设备未到", "asked_until": date(2026, 4, 1)}
        scene.do("apply-extension", hazard, by=scene.clerk, **asked)

        refusal = scene.refused(
            "extend-deadline",
            hazard,
            by=scene.chief,
            on=TOO_LATE,
            rectify_until=date(2026, 4, 1),
            reason="准予",
        )

        assert refusal.code == "deadline_passed"
