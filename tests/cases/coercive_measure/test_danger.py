"""
Orders against an immediate danger, and what measures mean for the hazard they rest on.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.coercive_measure.choices import LiftingGround, MeasureMatter, Stage
from domain.coercive_measure.facts_of_danger import (
    EmergencyStopOrdered,
    EvacuationConfirmed,
    EvacuationOrdered,
)
from domain.hazard.choices import HazardLevel
from domain.hazard.choices import Stage as HazardStage
from domain.procedures.grounds_of_measures import RestsOn
from domain.refusals import Refused
from tests.cases.scene import PHOTO, UNTIL
from tests.cases.yard import SOMEBODY, Yard

REMOVED = {"lifting_ground": LiftingGround.DANGER_REMOVED, "reason": "经复查已消除"}


@pytest.fixture
def yard() -> Yard:
    """A bureau that averts dangers."""
    return Yard()


def ordering(yard: Yard, *hazards: UUID, **changes: object) -> dict[str, object]:
    """The terms of an order by word of mouth."""
    rests_on = yard.rests_on(*(hazards or (yard.graded(),)))
    said = {"rests_on": rests_on, "place": "煤气柜", "orally": True, "officers": (1,)}
    return said | changes


class TestOrderEvacuation:
    @pytest.mark.procedure("CM-37")
    def test_by_word_first(self, yard: Yard) -> None:
        """
        安全生产法65(3): people are ordered out at once; no head approves it first.
        """
        (fact,) = yard.do("order-evacuation", **ordering(yard, people_count=12))

        assert isinstance(fact, EvacuationOrdered)
        assert (fact.orally, fact.people_count) == (True, 12)
        measure = yard.measure(fact.file)
        assert (measure.stage, measure.is_active) == (Stage.ORDERED, True)
        assert measure.matter is MeasureMatter.EVACUATION

    def test_from_nowhere(self, yard: Yard) -> None:
        """
        安全生产法65(3): the danger area is named.
        """
        refusal = yard.refused("order-evacuation", **ordering(yard, place=" "))

        assert refusal.code == "place_missing"

    @pytest.mark.procedure("CM-39")
    def test_confirmed(self, yard: Yard) -> None:
        """
        安全生产法65(3): that people are out is recorded once, as the enterprise says.
        """
        (order,) = yard.do("order-evacuation", **ordering(yard))
        said = {"by": yard.clerk, "people_count": 12, "confirmed_by": SOMEBODY}

        (fact,) = yard.do("confirm-evacuation", order.file, evidence=(PHOTO,), **said)
        again = yard.refused("confirm-evacuation", order.file, **said)

        assert isinstance(fact, EvacuationConfirmed)
        assert yard.measure(order.file).stage is Stage.CONFIRMED
        assert again.code == "coercion_stage"

    @pytest.mark.procedure("CM-40")
    def test_lifted_when_the_danger_is_removed(self, yard: Yard) -> None:
        """
        安全生产法65(3): people go back only when the danger is removed.
        """
        (order,) = yard.do("order-evacuation", **ordering(yard))
        said = {"by": yard.clerk, "people_count": 12, "confirmed_by": SOMEBODY}
        yard.do("confirm-evacuation", order.file, **said)
        assert yard.measure(order.file).is_active

        yard.do("lift-measure", order.file, by=yard.chief, **REMOVED)

        assert not yard.measure(order.file).is_active


class TestOrderEmergencyStop:
    @pytest.mark.procedure("CM-38")
    def test_on_a_warning_alone(self, yard: Yard) -> None:
        """
        吉政发〔2018〕26号(十七): mines and ponds stop in a flood, without any finding.
        """
        plain = RestsOn(yard.enterprise, "汛期紧急情况")
        said = {"rests_on": plain, "place": "尾矿库", "orally": True, "officers": (1,)}

        refusal = yard.refused("order-emergency-stop", **said)
        (fact,) = yard.do("order-emergency-stop", **said, warning="暴雨红色预警")

        assert refusal.code == "measure_without_ground"
        assert isinstance(fact, EmergencyStopOrdered)
        assert yard.measure(fact.file).matter is MeasureMatter.EMERGENCY_STOP


class TestHazardUnderMeasure:
    def test_is_not_struck_off(self) -> None:
        """
        INV-32: while a measure rests on it alone; when that is lifted, it is.
        """
        yard = Yard()
        hazard = yard.accepted()
        yard.do("verify-hazard", hazard, by=_second(yard), opinion="属实")
        measure = yard.imposed(hazard)
        strike = {"by": yard.chief, "opinion": "准予销号"}

        refusal = yard.refused("delist-hazard", hazard, **strike)
        yard.do("lift-measure", measure, **REMOVED)
        yard.do("delist-hazard", hazard, **strike)

        assert refusal.code == "measure_active"
        assert refusal.facts["measures"] == (measure,)
        assert yard.hazard(hazard).stage is HazardStage.DELISTED

    @pytest.mark.procedure("HZ-50")
    def test_is_not_removed_on_the_spot(self, yard: Yard) -> None:
        """
        INV-32: an ordinary hazard, too, has ended only when no measure is left on it.
        """
        hazard = yard.graded(HazardLevel.ORDINARY)
        measure = yard.urgent(hazard)
        done = {"officers": (1,), "done": "已堵漏", "evidence": (PHOTO,)}

        refusal = yard.refused("remove-hazard-on-spot", hazard, **done)
        yard.lift(measure)
        yard.do("remove-hazard-on-spot", hazard, **done)

        assert refusal.code == "measure_active"
        assert yard.hazard(hazard).stage is HazardStage.REMOVED

    def test_is_struck_off_where_another_carries_it(self, yard: Yard) -> None:
        """
        INV-32: a measure that rests on another open hazard as well does not hold it.
        """
        hazard, other = yard.accepted(), yard.graded()
        yard.do("verify-hazard", hazard, by=_second(yard), opinion="属实")
        yard.imposed(hazard, other)

        yard.do("delist-hazard", hazard, by=yard.chief, opinion="准予销号")

        assert not yard.hazard(hazard).is_open

    def test_is_not_struck_off_while_suspended(self, yard: Yard) -> None:
        """
        INV-32: a suspension holds it until production has resumed.
        """
        hazard = yard.accepted()
        yard.do("verify-hazard", hazard, by=_second(yard), opinion="属实")
        order = yard.suspended(hazard, resumption_conditions=())

        refusal = yard.refused(
            "delist-hazard", hazard, by=yard.chief, opinion="准予销号"
        )
        yard.apply(order)
        yard.accept(order)
        yard.do("approve-resumption", order, by=yard.chief, opinion="同意")
        yard.do("resume-production", order, by=yard.clerk, resumed_scope="全部")
        yard.do("delist-hazard", hazard, by=yard.chief, opinion="准予销号")

        assert refusal.code == "measure_active"
        assert not yard.hazard(hazard).is_open

    @pytest.mark.parametrize("lifted", [True, False])
    def test_secures_a_dangerous_one(self, yard: Yard, *, lifted: bool) -> None:
        """
        安全生产法65(3): people are out; once the order is lifted that secures nothing.
        """
        hazard = yard.graded()
        (order,) = yard.do("order-evacuation", **ordering(yard, hazard))
        if lifted:
            yard.do("lift-measure", order.file, **REMOVED)
        ordered = {"measures": "迁移", "rectify_until": UNTIL, "danger": True}

        if lifted:
            refusal = yard.refused("order-rectification", hazard, **ordered)
            assert refusal.code == "danger_not_secured"
        else:
            yard.do("order-rectification", hazard, **ordered)

    def test_answers_that_it_is_overdue(self) -> None:
        """
        INV-16: a measure in time is the sterner step; its approval alone is not.
        """
        scene = Yard("001")
        hazard, quiet = scene.ordered(), scene.ordered()
        day = date(2026, 3, 17)
        for each in (hazard, quiet):
            scene.do("mark-overdue", each, by=Actor(Role.CLOCK), on=day)
        scene.imposed(hazard)
        scene.approved_measure(quiet)

        done = _flag(scene, hazard)
        left = _flag(scene, quiet)

        assert (done, left) == ("done_in_time", "")


def _second(yard: Yard) -> Actor:
    return Actor(Role.HEAD, yard.other_head, yard.bureau)


def _flag(scene: Yard, hazard: UUID) -> str:
    limit = scene.hazard(hazard).escalate_limit
    assert limit is not None
    said = {"by": Actor(Role.CLOCK), "on": date(2026, 9, 1), "said_at": limit.ends_at}
    try:
        scene.do("flag-not-escalated", hazard, **said)
    except Refused as refused:
        return refused.code
    return ""
