"""
Measures imposed: as approved, with notice of a supply cut, or urgently.
"""

from datetime import date, timedelta

import pytest

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.coercive_measure.choices import (
    LiftingGround,
    MeasureKind,
    Stage,
    Supply,
)
from domain.coercive_measure.facts import (
    CoerciveMeasureImposed,
    MeasureApproved,
    SecuredThing,
    SupplyCutNotified,
    UrgentMeasureReported,
)
from domain.procedures.imposing_measures import Inventory
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime
from tests.cases.scene import MONDAY, moment
from tests.cases.yard import CLOCK, TWO_THINGS, Yard

TUESDAY = MONDAY + timedelta(days=1)
WEDNESDAY = MONDAY + timedelta(days=2)


@pytest.fixture
def yard() -> Yard:
    """A bureau that imposes measures."""
    return Yard()


class TestImposeMeasure:
    @pytest.mark.procedure("CM-13")
    def test_as_approved(self, yard: Yard) -> None:
        """
        行政强制法18, 24, 25: two officers, rights told, inventory, term.
        """
        hazard = yard.graded()
        measure = yard.approved_measure(hazard)

        (fact,) = yard.do("impose-measure", measure, **yard.imposing())

        assert isinstance(fact, CoerciveMeasureImposed)
        assert fact.things == TWO_THINGS
        assert fact.imposers == tuple(yard.officers[:2])
        assert fact.term_limit is not None
        assert fact.term_limit.last_on == date(2026, 3, 22)
        assert fact.decide_limit is not None
        assert fact.decide_limit.last_on == date(2026, 4, 1)
        assert (fact.urgent, fact.approve_limit) == (False, None)
        assert f"hazard/{hazard}/measure" in fact.tags()
        assert yard.measure(measure).is_active

    def test_under_the_old_rules(self, yard: Yard) -> None:
        """
        总局令15号15: until 2026-01-31 it is decided in fifteen days.
        """
        yard.day = date(2026, 1, 5)

        measure = yard.imposed()

        limit = yard.measure(measure).decide_limit
        assert limit is not None
        assert (limit.rule, limit.last_on) == ("CO.decide.base15", date(2026, 1, 20))

    @pytest.mark.procedure("CM-14")
    def test_without_telling_rights(self, yard: Yard) -> None:
        """
        行政强制法18(5): grounds, rights and remedies are told on the spot.
        """
        terms = yard.imposing(on_site=yard.on_site(rights_told=False))

        refusal = yard.refused("impose-measure", yard.approved_measure(), **terms)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "measure_rights_not_told"

    @pytest.mark.procedure("CM-15")
    def test_of_who_is_not_there(self, yard: Yard) -> None:
        """
        行政强制法18(9): where the party is absent, a witness signs.
        """
        away = yard.on_site(party_present=False)
        alone = yard.on_site(party_present=False, witness=None)
        measure = yard.approved_measure()

        refusal = yard.refused(
            "impose-measure", measure, **yard.imposing(on_site=alone)
        )

        assert refusal.code == "measure_unwitnessed"
        assert yard.do("impose-measure", measure, **yard.imposing(on_site=away))

    @pytest.mark.procedure("CM-16")
    def test_without_an_inventory(self, yard: Yard) -> None:
        """
        行政强制法24: what is sealed is listed, numbered from one.
        """
        measure = yard.approved_measure()
        until = MONDAY + timedelta(days=5)
        empty = yard.imposing(inventory=Inventory((), until))
        second = (SecuredThing(2, "雷管", "300发"),)
        wrong = yard.imposing(inventory=Inventory(second, until))

        missing = yard.refused("impose-measure", measure, **empty)
        misnumbered = yard.refused("impose-measure", measure, **wrong)

        assert (missing.code, misnumbered.code) == (
            "things_missing",
            "things_misnumbered",
        )

    @pytest.mark.procedure("CM-17")
    def test_for_longer_than_approved(self, yard: Yard) -> None:
        """
        行政强制法25: no longer than approved, and not until a day that is over.
        """
        measure = yard.approved_measure(term_days=10)
        longer = yard.imposing(inventory=yard.inventory(11))
        past = yard.imposing(inventory=yard.inventory(-1))

        refusal = yard.refused("impose-measure", measure, **longer)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "term_too_long"
        assert yard.refused("impose-measure", measure, **past).code == "last_day_past"
        assert yard.do(
            "impose-measure", measure, **yard.imposing(inventory=yard.inventory(10))
        )

    def test_twice(self, yard: Yard) -> None:
        """
        行政强制法23: nothing is sealed twice.
        """
        refusal = yard.refused("impose-measure", yard.imposed(), **yard.imposing())

        assert refusal.code == "coercion_stage"


def cutting(yard: Yard, **changes: object) -> dict[str, object]:
    """The terms on which a supply is cut."""
    return yard.imposing(inventory=None, lifting_condition="停止生产", **changes)


class TestCutSupply:
    @pytest.mark.procedure("CM-12")
    def test_notice(self, yard: Yard) -> None:
        """
        安全生产法70: the supplier in writing; for power the enterprise a day before.
        """
        measure = yard.cut_approved()

        (told,) = yard.tell_of_cut(measure, Supply.ENTERPRISE)
        (supplier,) = yard.tell_of_cut(measure, Supply.SUPPLIER)

        assert isinstance(told, SupplyCutNotified)
        assert told.notice_limit is not None
        assert told.notice_limit.last_at == moment(TUESDAY)
        assert isinstance(supplier, SupplyCutNotified)
        assert (supplier.notice_limit, supplier.supplier_name) == (None, "市供电公司")

    def test_notice_of_nothing(self, yard: Yard) -> None:
        """
        安全生产法70: only of a supply; the supplier is named.
        """
        sealing, cut = yard.approved_measure(), yard.cut_approved()
        to_nobody = {
            "told_party": Supply.SUPPLIER,
            "recipient": yard.on_site().witness,
            "notice_paper": yard.on_site().record,
        }

        sealed = yard.refused("notify-supply-cut", sealing, **to_nobody)
        unnamed = yard.refused("notify-supply-cut", cut, **to_nobody)

        assert (sealed.code, unnamed.code) == ("no_supply", "supplier_missing")

    @pytest.mark.procedure("CM-18")
    def test_power_a_day_after_the_notice(self, yard: Yard) -> None:
        """
        安全生产法70(2): at the end of the day, and not a minute before.
        """
        measure = yard.cut_approved()
        yard.tell_of_cut(measure, Supply.SUPPLIER)
        yard.tell_of_cut(measure, Supply.ENTERPRISE)

        soon = yard.refused(
            "impose-measure", measure, on=TUESDAY, hour=9, **cutting(yard)
        )

        assert isinstance(soon, OutOfTime)
        assert soon.code == "cut_too_soon"
        (fact,) = yard.do("impose-measure", measure, on=TUESDAY, **cutting(yard))
        assert isinstance(fact, CoerciveMeasureImposed)
        assert (fact.things, fact.term_limit) == ((), None)

    @pytest.mark.procedure("CM-19")
    def test_power_without_notice(self, yard: Yard) -> None:
        """
        安全生产法70(2): unless an emergency endangers safety.
        """
        measure = yard.cut_approved()
        yard.tell_of_cut(measure, Supply.SUPPLIER)

        refusal = yard.refused("impose-measure", measure, **cutting(yard))

        assert refusal.code == "cut_not_notified"
        assert yard.do("impose-measure", measure, **cutting(yard, urgent=True))

    @pytest.mark.procedure("CM-20")
    def test_without_telling_the_supplier(self, yard: Yard) -> None:
        """
        安全生产法70(1): the notice is in writing; for explosives it is enough.
        """
        measure = yard.cut_approved(MeasureKind.EXPLOSIVES_CUT)

        refusal = yard.refused("impose-measure", measure, **cutting(yard))

        assert refusal.code == "supplier_not_told"
        yard.tell_of_cut(measure, Supply.SUPPLIER)
        assert yard.do("impose-measure", measure, **cutting(yard))

    def test_without_a_condition(self, yard: Yard) -> None:
        """
        INV-32: it says when the supply is restored.
        """
        measure = yard.cut_approved(MeasureKind.EXPLOSIVES_CUT)
        yard.tell_of_cut(measure, Supply.SUPPLIER)
        endless = cutting(yard) | {"lifting_condition": ""}

        assert yard.refused("impose-measure", measure, **endless).code == "no_end"


class TestUrgentMeasure:
    @pytest.mark.procedure("CM-21")
    def test_on_the_spot(self, yard: Yard) -> None:
        """
        行政强制法19: imposed at once; report and approval within twenty-four hours.
        """
        measure = yard.measure(yard.urgent())

        assert (measure.stage, measure.awaits_approval) == (Stage.IMPOSED, True)
        assert measure.approve_limit is not None
        assert measure.approve_limit.last_at == moment(TUESDAY)

    @pytest.mark.procedure("CM-22")
    def test_a_supply(self, yard: Yard) -> None:
        """
        安全生产法70: a supply is cut only after the principal head approved.
        """
        refusal = yard.refused(
            "impose-urgent-measure",
            None,
            measure_kind=MeasureKind.POWER_CUT,
            rests_on=yard.rests_on(yard.graded()),
            on_site=yard.on_site(),
            inventory=yard.inventory(),
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "approval_first"

    @pytest.mark.procedure("CM-23", "CM-24")
    def test_reported_and_approved(self, yard: Yard) -> None:
        """
        行政强制法19: at the last minute of the day it is in time.
        """
        measure = yard.urgent()

        (report,) = yard.do(
            "report-urgent-measure", measure, reported_to_head=yard.head
        )
        (approval,) = yard.do(
            "make-up-measure-approval",
            measure,
            by=yard.chief,
            on=TUESDAY,
            reason="情况紧急属实",
        )

        assert isinstance(report, UrgentMeasureReported)
        assert report.in_time
        assert isinstance(approval, MeasureApproved)
        assert approval.made_up
        assert not yard.measure(measure).awaits_approval
        again = yard.refused(
            "report-urgent-measure", measure, reported_to_head=yard.head
        )
        assert again.code == "nothing_to_approve"

    @pytest.mark.procedure("CM-25")
    def test_approved_too_late(self, yard: Yard) -> None:
        """
        行政强制法19: after the day it is lifted; a late report says so.
        """
        measure = yard.urgent()
        late = {"on": TUESDAY, "hour": 11}
        (report,) = yard.do(
            "report-urgent-measure", measure, reported_to_head=yard.head, **late
        )

        refusal = yard.refused(
            "make-up-measure-approval", measure, by=yard.chief, reason="属实", **late
        )

        assert isinstance(report, UrgentMeasureReported)
        assert not report.in_time
        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "urgent_approval_over"

    @pytest.mark.procedure("CM-26")
    def test_approved_without_a_report(self, yard: Yard) -> None:
        """
        行政强制法19: the officers report it.
        """
        measure = yard.urgent()

        refusal = yard.refused(
            "make-up-measure-approval", measure, by=yard.chief, reason="属实"
        )

        assert refusal.code == "urgent_not_reported"
        yard.do("report-urgent-measure", measure, reported_to_head=yard.head)
        twice = yard.refused(
            "report-urgent-measure", measure, reported_to_head=yard.head
        )
        assert twice.code == "urgent_reported_already"

    @pytest.mark.procedure("CM-27")
    def test_never_approved(self, yard: Yard) -> None:
        """
        行政强制法19: the clock flags it, once, and nobody can take it away.
        """
        measure = yard.urgent()
        end = yard.measure(measure).approve_limit
        assert end is not None
        said = {"by": CLOCK, "said_at": end.ends_at}

        early = yard.refused("flag-measure-not-approved", measure, on=TUESDAY, **said)
        (flag,) = yard.do("flag-measure-not-approved", measure, on=WEDNESDAY, **said)
        again = yard.refused("flag-measure-not-approved", measure, **said)

        assert early.code == "time_not_over"
        assert isinstance(flag, RuleBreachFlagged)
        assert flag.breach is Breach.MEASURE_NOT_APPROVED
        assert again.code == "flagged_already"

    @pytest.mark.parametrize("by_lifting", [True, False])
    def test_nothing_to_flag(self, yard: Yard, *, by_lifting: bool) -> None:
        """
        行政强制法19: approved, or lifted at once, within the day.
        """
        measure = yard.urgent()
        end = yard.measure(measure).approve_limit
        assert end is not None
        if by_lifting:
            said = {"lifting_ground": LiftingGround.NOT_APPROVED, "reason": "未获批准"}
            yard.do("lift-measure", measure, **said)
        else:
            yard.do("report-urgent-measure", measure, reported_to_head=yard.head)
            yard.do("make-up-measure-approval", measure, by=yard.chief, reason="属实")

        refusal = yard.refused(
            "flag-measure-not-approved",
            measure,
            by=CLOCK,
            on=WEDNESDAY,
            said_at=end.ends_at,
        )

        assert refusal.code == "done_in_time"

    def test_one_that_was_not_urgent(self, yard: Yard) -> None:
        """
        行政强制法18: what was approved first has no day to keep.
        """
        refusal = yard.refused("flag-measure-not-approved", yard.imposed(), by=CLOCK)

        assert refusal.code == "no_time_set"
