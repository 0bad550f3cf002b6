"""
Production suspended: against a danger, or as a penalty; and defied.
"""

from datetime import date

import pytest

from domain.hazard.choices import HazardLevel
from domain.law.crimes import Offence
from domain.law.penalty_kinds import PenaltyKind
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, OutOfTime
from domain.suspension_order.choices import Stage, SuspensionKind
from domain.suspension_order.facts import (
    SuspensionDefied,
    SuspensionNotRequiredDecided,
    SuspensionOrdered,
    SuspensionPeriodEnded,
)
from tests.cases.scene import MONDAY, PHOTO
from tests.cases.yard import Yard

UNTIL = date(2026, 3, 20)


@pytest.fixture
def yard() -> Yard:
    """A bureau that suspends production."""
    return Yard()


class TestOrderSuspension:
    def test_while_a_crime_is_suspected(self, yard: Yard) -> None:
        """
        INV-02, 国务院令310号11: what averts a danger goes on, whatever is suspected.
        """
        hazard = yard.graded()
        crime = {"offence": Offence.DANGEROUS_WORK, "threshold_fact": "关闭报警设备"}
        yard.do("suspect-crime", None, about=hazard, **crime)

        assert yard.order(yard.suspended(hazard)).is_active
        assert yard.measure(yard.imposed(hazard)).is_active

    @pytest.mark.procedure("SU-01")
    def test_on_a_major_hazard(self, yard: Yard) -> None:
        """
        安全生产法65(3): what stops, from now, and what has to be done; announced in
        twenty working days.
        """
        hazard = yard.graded()
        order = yard.suspended(hazard)

        fact = yard.order(order).history[0]

        assert isinstance(fact, SuspensionOrdered)
        assert fact.suspension_kind is SuspensionKind.TEMPORARY
        assert fact.suspended_from == MONDAY
        assert f"hazard/{hazard}/measure" in fact.tags()
        assert fact.publish_limit is not None
        assert fact.publish_limit.rule == "TS.after.general"
        assert yard.order(order).is_active

    def test_of_a_coal_mine(self, yard: Yard) -> None:
        """
        煤矿安全生产条例49: announced in five working days.
        """
        order = yard.suspended(coal=True)

        fact = yard.order(order).history[0]

        assert isinstance(fact, SuspensionOrdered)
        assert fact.publish_limit is not None
        assert fact.publish_limit.last_on == date(2026, 3, 9)

    @pytest.mark.procedure("SU-02")
    def test_without_a_major_hazard(self, yard: Yard) -> None:
        """
        国办发〔2024〕54号: nobody stops production at every turn.
        """
        ordinary = yard.rests_on(yard.graded(HazardLevel.ORDINARY))
        major = yard.rests_on(yard.graded())

        refusal = yard.refused("order-suspension", rests_on=ordinary, scope="车间")
        vague = yard.refused("order-suspension", rests_on=major, scope=" ")

        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, vague.code) == ("no_major_hazard", "scope_missing")


class TestSuspensionAsPenalty:
    @pytest.mark.procedure("SU-03")
    def test_after_its_service(self, yard: Yard) -> None:
        """
        行政处罚法9(4): by a penalty that was served; found by its case and by itself.
        """
        penalty = yard.penalty_of(PenaltyKind.PRODUCTION_STOPPED)
        said = {"scope": "全部", "reason": "整顿", "until_on": UNTIL}

        (fact,) = yard.do(
            "order-suspension-as-penalty", by=yard.chief, penalty=penalty, **said
        )
        again = yard.refused(
            "order-suspension-as-penalty", by=yard.chief, penalty=penalty, **said
        )

        assert isinstance(fact, SuspensionOrdered)
        assert fact.suspension_kind is SuspensionKind.PENALTY
        assert f"case/{fact.case}/measure" in fact.tags()
        assert again.code == "suspension_already"

    @pytest.mark.procedure("SU-04")
    def test_before_its_service(self, yard: Yard) -> None:
        """
        行政处罚法61: what was not served binds nobody.
        """
        penalty = yard.penalty_of(PenaltyKind.PRODUCTION_STOPPED, served=False)

        refusal = yard.refused(
            "order-suspension-as-penalty",
            by=yard.chief,
            penalty=penalty,
            scope="全部",
            reason="整顿",
        )

        assert refusal.code == "not_served"

    @pytest.mark.procedure("SU-05")
    def test_of_another_kind(self, yard: Yard) -> None:
        """
        行政处罚法9: a fine stops nobody; a last day lies ahead.
        """
        fine = yard.penalty_of(PenaltyKind.WARNING)
        stop = yard.penalty_of(PenaltyKind.PRODUCTION_STOPPED)
        said = {"by": yard.chief, "scope": "全部", "reason": "整顿"}
        past = said | {"until_on": date(2026, 3, 1)}

        refusal = yard.refused("order-suspension-as-penalty", penalty=fine, **said)
        over = yard.refused("order-suspension-as-penalty", penalty=stop, **past)

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, over.code) == ("no_suspension_decided", "last_day_past")

    @pytest.mark.procedure("SU-25", "SU-26")
    def test_its_period_ends(self, yard: Yard) -> None:
        """
        安全生产法113(2): from the day after the last one, once; production stays
        suspended until it is accepted.
        """
        penalty = yard.penalty_of(PenaltyKind.PRODUCTION_STOPPED)
        said = {"scope": "全部", "reason": "整顿", "until_on": UNTIL}
        (fact,) = yard.do(
            "order-suspension-as-penalty", by=yard.chief, penalty=penalty, **said
        )

        early = yard.refused("end-suspension-period", fact.file, on=UNTIL)
        (over,) = yard.do("end-suspension-period", fact.file, on=date(2026, 3, 21))
        again = yard.refused("end-suspension-period", fact.file)

        assert isinstance(early, OutOfTime)
        assert early.code == "time_not_over"
        assert isinstance(over, SuspensionPeriodEnded)
        assert again.code == "period_over_already"
        assert yard.order(fact.file).is_active

    def test_one_without_a_period(self, yard: Yard) -> None:
        """
        安全生产法65(3): a temporary one lasts until the danger is removed.
        """
        refusal = yard.refused("end-suspension-period", yard.suspended())

        assert refusal.code == "no_time_set"


class TestSuspensionNotRequired:
    @pytest.mark.procedure("SU-06")
    def test_with_reasons(self, yard: Yard) -> None:
        """
        实施意见(征求意见稿)(十四): a head says why production goes on.
        """
        hazard = yard.graded()
        said = {"by": yard.chief, "hazards": (hazard,)}

        (fact,) = yard.do(
            "decide-suspension-not-required",
            enterprise=yard.enterprise,
            reason="隐患区域已隔离",
            **said,
        )
        other = yard.refused(
            "decide-suspension-not-required",
            enterprise=yard.another_enterprise(),
            reason="隐患区域已隔离",
            **said,
        )

        assert isinstance(fact, SuspensionNotRequiredDecided)
        assert yard.order(fact.file).stage is Stage.NOT_REQUIRED
        assert not yard.order(fact.file).is_active
        assert isinstance(other, NoSuchCase)
        assert other.code == "rests_on_other_enterprise"


class TestRecordDefiance:
    @pytest.mark.procedure("SU-07")
    def test_with_proof(self, yard: Yard) -> None:
        """
        安全生产法70, 113(4): what was seen, with photographs.
        """
        order = yard.defied()

        assert yard.order(order).is_defied
        assert isinstance(yard.order(order).history[-1], SuspensionDefied)

    @pytest.mark.procedure("SU-08")
    def test_without_proof(self, yard: Yard) -> None:
        """
        安全生产法70: nobody loses the power on a rumour.
        """
        order = yard.suspended()

        bare = yard.refused("record-defiance", order, defiance="仍在生产", evidence=())
        mute = yard.refused("record-defiance", order, defiance="", evidence=(PHOTO,))

        assert (bare.code, mute.code) == ("defiance_unproved", "defiance_unproved")
