"""
Measures in force: extended, tested, disposed of thing by thing, lifted, run over.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.coercive_measure.choices import Disposal, LiftingGround, Stage
from domain.coercive_measure.facts_of_keeping import (
    CoerciveMeasureExtended,
    CoerciveMeasureLifted,
    MeasureItemDisposed,
    MeasureTermOverrun,
    MeasureTestPeriodFixed,
)
from domain.law.penalty_kinds import PenaltyKind
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, OutOfTime
from domain.values import end_of
from tests.cases.dossier import PAPER
from tests.cases.scene import MONDAY
from tests.cases.yard import CLOCK, SOMEBODY, Yard

#: The last day of what the yard seals.
LAST = MONDAY + timedelta(days=20)
AFTER = LAST + timedelta(days=1)
LIFTED = {"lifting_ground": LiftingGround.NO_LONGER_NEEDED, "reason": "已消除"}


@pytest.fixture
def yard() -> Yard:
    """A bureau that imposes measures."""
    return Yard()


def extend(yard: Yard, measure: UUID, days: int, **said: object) -> list[object]:
    """Have a measure extended, by days after its last one."""
    until = LAST + timedelta(days=days)
    return [
        *yard.do(
            "extend-measure",
            measure,
            by=yard.chief,
            until_on=until,
            reason="案情复杂",
            **said,
        )
    ]


class TestExtendMeasure:
    @pytest.mark.procedure("CM-28")
    def test_by_thirty_days(self, yard: Yard) -> None:
        """
        行政强制法25: on the last day, by thirty days at most.
        """
        measure = yard.imposed()
        too_long = {"until_on": LAST + timedelta(days=31), "reason": "案情复杂"}

        longer = yard.refused(
            "extend-measure", measure, by=yard.chief, on=LAST, **too_long
        )
        (fact,) = extend(yard, measure, 30)

        assert isinstance(longer, BeyondTheLaw)
        assert longer.code == "term_too_long"
        assert isinstance(fact, CoerciveMeasureExtended)
        assert fact.extension_limit.last_on == LAST + timedelta(days=30)

    @pytest.mark.procedure("CM-29")
    def test_twice(self, yard: Yard) -> None:
        """
        行政强制法25: once.
        """
        measure = yard.imposed()
        extend(yard, measure, 5)
        again = {"until_on": LAST + timedelta(days=9), "reason": "案情复杂"}

        refusal = yard.refused("extend-measure", measure, by=yard.chief, **again)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "measure_extended_already"

    @pytest.mark.procedure("CM-30")
    def test_after_the_term(self, yard: Yard) -> None:
        """
        行政强制法25, 28: a term that is over is not extended; nor is one made shorter.
        """
        measure = yard.imposed()
        shorter = {"until_on": LAST, "reason": "案情复杂"}
        longer = shorter | {"until_on": LAST + timedelta(days=9)}

        same = yard.refused("extend-measure", measure, by=yard.chief, **shorter)
        late = yard.refused(
            "extend-measure", measure, by=yard.chief, on=AFTER, **longer
        )

        assert same.code == "not_put_off"
        assert isinstance(late, OutOfTime)
        assert late.code == "measure_term_over"

    def test_of_what_was_not_approved(self, yard: Yard) -> None:
        """
        行政强制法19: an urgent one is approved first; a supply has no term.
        """
        more = {"until_on": LAST + timedelta(days=9), "reason": "案情复杂"}

        urgent = yard.refused("extend-measure", yard.urgent(), by=yard.chief, **more)
        cut = yard.refused("extend-measure", yard.cut_approved(), by=yard.chief, **more)

        assert urgent.code == "measure_not_approved"
        assert cut.code == "no_term"


class TestFixTestPeriod:
    @pytest.mark.procedure("CM-31")
    def test_days_that_do_not_count(self, yard: Yard) -> None:
        """
        行政强制法25(3): ten days of testing, and all limits are ten days later.
        """
        measure = yard.imposed()

        (fact,) = yard.do(
            "fix-test-period",
            measure,
            by=yard.chief,
            examination="省检验院检验雷管",
            test_from_on=date(2026, 3, 10),
            test_until_on=date(2026, 3, 19),
            notice_paper=PAPER,
        )

        assert isinstance(fact, MeasureTestPeriodFixed)
        assert fact.term_limit.last_on == LAST + timedelta(days=10)
        assert fact.decide_limit is not None
        assert fact.decide_limit.last_on == date(2026, 4, 11)
        assert fact.test_limit.last_on == date(2026, 3, 19)

    @pytest.mark.parametrize(
        ("first", "last"),
        [(date(2026, 3, 10), date(2026, 3, 9)), (AFTER, AFTER)],
    )
    def test_outside_the_term(self, yard: Yard, first: date, last: date) -> None:
        """
        行政强制法25(3): it begins within the term, and does not end before.
        """
        refusal = yard.refused(
            "fix-test-period",
            yard.imposed(),
            by=yard.chief,
            examination="检验",
            test_from_on=first,
            test_until_on=last,
            notice_paper=PAPER,
        )

        assert refusal.code == "test_outside_term"


class TestDisposeOfThing:
    @pytest.mark.procedure("CM-32")
    def test_one_by_one(self, yard: Yard) -> None:
        """
        行政强制法27: each thing by itself; with the last one the measure is over.
        """
        measure = yard.imposed()
        destroy = {"disposal": Disposal.DESTROY, "legal_basis": "行政强制法27"}
        give_back = {"disposal": Disposal.RELEASE, "legal_basis": "行政强制法28"}

        (one,) = yard.do("dispose-of-thing", measure, thing_no=2, **destroy)
        still = yard.measure(measure)
        (other,) = yard.do(
            "dispose-of-thing", measure, thing_no=1, recipient=SOMEBODY, **give_back
        )

        assert isinstance(one, MeasureItemDisposed)
        assert isinstance(other, MeasureItemDisposed)
        assert (one.things_left, one.term_limit) == (1, still.term)
        assert still.is_active
        assert (other.things_left, other.term_limit) == (0, None)
        assert yard.measure(measure).stage is Stage.DISPOSED

    def test_what_is_not_kept(self, yard: Yard) -> None:
        """
        行政强制法27: only what stands in the inventory, and once.
        """
        measure = yard.imposed()
        said = {"disposal": Disposal.RELEASE, "legal_basis": "行政强制法28"}
        yard.do("dispose-of-thing", measure, thing_no=1, **said)

        refusal = yard.refused("dispose-of-thing", measure, thing_no=1, **said)
        groundless = yard.refused(
            "dispose-of-thing", measure, thing_no=2, **(said | {"legal_basis": ""})
        )

        assert isinstance(refusal, NoSuchCase)
        assert refusal.code == "no_such_thing"
        assert groundless.code == "disposal_without_basis"

    @pytest.mark.procedure("CM-33")
    def test_confiscated_without_a_penalty(self, yard: Yard) -> None:
        """
        行政强制法27, 行政处罚法9: confiscation is a penalty, which is named.
        """
        measure = yard.imposed()
        penalty = yard.penalty_of(PenaltyKind.PROPERTY_CONFISCATED)
        taken = {"disposal": Disposal.CONFISCATE, "legal_basis": "安全生产法98"}
        wrong = taken | {"basis_file": yard.graded()}

        nothing = yard.refused("dispose-of-thing", measure, thing_no=1, **taken)
        other = yard.refused("dispose-of-thing", measure, thing_no=1, **wrong)

        assert isinstance(nothing, OutOfOrder)
        assert {nothing.code, other.code} == {"disposal_without_basis"}
        right = taken | {"basis_file": penalty}
        assert yard.do("dispose-of-thing", measure, thing_no=1, **right)

    def test_of_a_supply(self, yard: Yard) -> None:
        """
        行政强制法27: where nothing is kept, nothing is disposed of.
        """
        measure = yard.cut_approved()
        yard.do("order-evacuation", **_out(yard))
        said = {"disposal": Disposal.RELEASE, "legal_basis": "行政强制法28"}

        refusal = yard.refused("dispose-of-thing", measure, thing_no=1, **said)

        assert refusal.code == "no_such_thing"


def _out(yard: Yard) -> dict[str, object]:
    rests_on = yard.rests_on(yard.graded())
    return {"rests_on": rests_on, "place": "煤气柜", "orally": True, "officers": (1,)}


class TestLiftMeasure:
    @pytest.mark.procedure("CM-34")
    def test_at_once(self, yard: Yard) -> None:
        """
        行政强制法28: lifted, with who took the things back.
        """
        measure = yard.imposed()

        (fact,) = yard.do("lift-measure", measure, recipient=SOMEBODY, **LIFTED)

        assert isinstance(fact, CoerciveMeasureLifted)
        assert not yard.measure(measure).is_active

    @pytest.mark.procedure("CM-35")
    def test_twice(self, yard: Yard) -> None:
        """
        行政强制法28: once; and nothing that was never imposed.
        """
        measure = yard.imposed()
        yard.do("lift-measure", measure, **LIFTED)

        again = yard.refused("lift-measure", measure, **LIFTED)
        never = yard.refused("lift-measure", yard.approved_measure(), **LIFTED)

        assert (again.code, never.code) == ("coercion_stage", "coercion_stage")


class TestOverrun:
    @pytest.mark.procedure("CM-36")
    def test_by_the_clock(self, yard: Yard) -> None:
        """
        行政强制法62: the day after the last one it is an overrun, recorded once; what
        is done later does not take it away.
        """
        measure = yard.imposed()
        said = {"by": CLOCK, "said_at": end_of(LAST)}

        early = yard.refused("mark-measure-overrun", measure, on=LAST, **said)
        yard.do("lift-measure", measure, on=AFTER, **LIFTED)
        (overrun,) = yard.do("mark-measure-overrun", measure, on=AFTER, **said)
        again = yard.refused("mark-measure-overrun", measure, **said)

        assert early.code == "time_not_over"
        assert isinstance(overrun, MeasureTermOverrun)
        assert overrun.limit_passed.last_on == LAST
        assert overrun.started_by == yard.measure(measure).history[1].id
        assert again.code == "flagged_already"

    def test_of_what_ended_in_time(self, yard: Yard) -> None:
        """
        行政强制法28: lifted on the last day is in time; a supply has no term.
        """
        measure = yard.imposed()
        yard.do("lift-measure", measure, on=LAST, **LIFTED)

        lifted = yard.refused("mark-measure-overrun", measure, by=CLOCK, on=AFTER)
        cut = yard.refused("mark-measure-overrun", yard.cut_approved(), by=CLOCK)

        assert (lifted.code, cut.code) == ("done_in_time", "no_time_set")

    def test_after_an_extension(self, yard: Yard) -> None:
        """
        行政强制法25: the new last day counts.
        """
        measure = yard.imposed()
        extend(yard, measure, 5)

        refusal = yard.refused("mark-measure-overrun", measure, by=CLOCK, on=AFTER)

        assert refusal.code == "time_not_over"
