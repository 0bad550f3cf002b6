"""
What falls besides a penalty, on the boards: a row says what its file says, and no time
runs on under what fell.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final
from uuid import UUID

import pytest

from domain.base import replay
from domain.closure.file import Closure
from domain.hazard.file import Hazard
from domain.suspension_order.file import SuspensionOrder
from domain.values import end_of
from infra.timelines import Timeline
from projections.closures import CLOSURES
from projections.hazards import HAZARDS
from projections.penalising.cases import CASES
from projections.suspensions import SUSPENSIONS
from tests.cases.enforcement_case.test_ending import sparing
from tests.cases.hazard.test_verifying import verified
from tests.cases.remedy.test_setting_aside import OWN
from tests.cases.scene import TOO_LATE, UNTIL
from tests.cases.yard import CLOCK, Yard
from tests.contract.projections.stories import as_recorded, fed
from tests.contract.projections.test_cases import times
from tests.contract.projections.test_dropped import DROPPED, states
from tests.contract.projections.test_restraints import closed

LATE: Final = {"by": CLOCK, "on": TOO_LATE, "said_at": end_of(UNTIL)}


@pytest.fixture
def yard() -> Yard:
    """A bureau in Xinzhou, whose pack sets times."""
    return Yard("001")


def closed_and_set_aside(yard: Yard) -> UUID:
    """Asked for, decided, carried out, set aside."""
    closure = closed(yard)
    yard.do("record-closure-set-aside", closure, by=yard.clerk, **OWN)
    return closure


def suspended_and_set_aside(yard: Yard) -> UUID:
    """Ordered, applied for, set aside."""
    order = yard.applied()
    yard.do("set-suspension-aside", order, by=yard.chief, **OWN)
    return order


def ordered_and_set_aside(yard: Yard) -> UUID:
    """Ordered, overdue, set aside, ordered anew."""
    hazard = yard.ordered()
    yard.do("mark-overdue", hazard, **LATE)
    yard.do("set-order-aside", hazard, by=yard.chief, **OWN)
    again = {"rectify_until": TOO_LATE, "measures": "迁移", "danger": False}
    yard.do("order-rectification", hazard, **again)
    return hazard


def struck_off_and_set_aside(yard: Yard) -> UUID:
    """Struck off before its order fell."""
    hazard = verified(yard)
    yard.do("delist-hazard", hazard, by=yard.chief, opinion="同意")
    yard.do("set-order-aside", hazard, by=yard.chief, **OWN)
    return hazard


COURSES: Final[dict[Callable[[Yard], UUID], Timeline]] = {
    closed_and_set_aside: CLOSURES,
    suspended_and_set_aside: SUSPENSIONS,
    ordered_and_set_aside: HAZARDS,
    struck_off_and_set_aside: HAZARDS,
}


@pytest.mark.parametrize("course", COURSES)
def test_row_is_as_the_file(
    course: Callable[[Yard], UUID], yard: Yard, tmp_path: Path
) -> None:
    """
    After each fact the newest row has the stage of the file, and its last day.
    """
    about, timeline = course(yard), COURSES[course]
    facts = as_recorded(yard.office.facts)

    for end in [n for n, fact in enumerate(facts, start=1) if fact.file == about]:
        file = replay(fact for fact in facts[:end] if fact.file == about)
        assert isinstance(file, Hazard | Closure | SuspensionOrder)
        model = fed(timeline.name, tmp_path / str(end), facts[:end], batch=50)
        row = timeline.current(model.store.reading, str(about))
        assert row is not None
        assert row["stage"] == file.stage.code
        if isinstance(file, Hazard):
            until = file.rectify_until
            assert row.get("rectify_until") == (until.isoformat() if until else None)
            assert bool(row["overdue"]) is file.overdue


class TestTimes:
    def test_an_order(self, yard: Yard, tmp_path: Path) -> None:
        """
        行政复议法64, INV-15: no time runs on under an order that fell, nor does the
        clock mark it; the time to list the hazard runs on.
        """
        hazard = yard.ordered()
        yard.do("set-order-aside", hazard, by=yard.chief, **OWN)
        model = fed("deadlines", tmp_path, as_recorded(yard.office.facts), batch=7)

        found = times(yard, tmp_path / "b", hazard)
        by_rule = {rule: [s for s, _ in rows] for rule, rows in found.items()}
        assert by_rule["IN.order"] == [DROPPED]
        assert by_rule["IN.major.list"] == ["running"]
        assert {*by_rule.get("IN.reinspect.grace", [DROPPED])} == {DROPPED}
        due = model.due_by("2027-12-31T00:00:00Z", 99)  # type: ignore[attr-defined]  # the deadline board is an agenda
        assert "mark-overdue" not in [each.act for each in due]

    def test_an_overdue_one(self, yard: Yard, tmp_path: Path) -> None:
        """
        INV-16: what was overdue under it has to be followed by nothing.
        """
        hazard = yard.listed()
        late = {"on": TOO_LATE, "said_at": end_of(UNTIL)}
        yard.do("mark-overdue", hazard, by=CLOCK, **late)
        yard.do("set-order-aside", hazard, by=yard.chief, **OWN)

        assert states(yard, tmp_path, hazard, "IN.major.escalate") == [DROPPED]

    def test_a_suspension(self, yard: Yard, tmp_path: Path) -> None:
        """
        行政复议法64: neither its announcement nor its acceptance is due any more.
        """
        order = yard.applied()
        yard.do("set-suspension-aside", order, by=yard.chief, **OWN)

        found = times(yard, tmp_path, order)

        assert {"TS.after.general", "IN.major.restart"} <= found.keys()
        assert {state for rows in found.values() for state, _ in rows} == {DROPPED}

    def test_that_there_is_no_penalty(self, yard: Yard, tmp_path: Path) -> None:
        """
        行政处罚法75(2): a case whose party is undecided again is decided once more.
        """
        case = yard.concluded()
        yard.do("decide-no-penalty", case, **sparing(yard))
        said = {"by": yard.chief, "party_no": 1}
        yard.do("set-no-penalty-aside", case, **said, **OWN)
        model = fed("cases", tmp_path, as_recorded(yard.office.facts), batch=7)

        row = CASES.current(model.store.reading, str(case))
        assert row is not None
        assert (row["undecided_count"], row["next_step"]) == (1, "propose")
