"""
责令整改: what is ordered, more time asked for and decided on, the plan.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.circumstances import Circumstances
from domain.hazard.choices import HazardLevel, PlanPart, Securing, Stage
from domain.hazard.facts import (
    RectificationDeadlineExtended,
    RectificationExtensionApplied,
    RectificationOrdered,
)
from domain.hazard.facts_of_treatment import PlanItem, RectificationPlanFiled
from domain.law.packs import pack_of
from domain.law.parameters import Setting
from domain.law.rule import Period, Unit
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, OutOfTime
from domain.rules import Rules
from tests.cases.scene import MONDAY, TOO_LATE, UNTIL, InPlace, Scene, moment

ORDER = {"measures": "重新设置安全距离", "rectify_until": UNTIL, "danger": False}
LATER = date(2026, 3, 31)
PLAN = {
    "aims": "消除泄漏",
    "methods_and_measures": "迁移煤气柜",
    "money_and_goods": "二十万元",
    "body_and_people": "设备科",
    "time_required": "3月16日前",
    "safety_and_emergency": "撤人、备用应急预案",
}


class LongGrace(InPlace):
    """A place that gives sixty days for a re-inspection."""

    def rules(self, at: Circumstances) -> Rules:
        """The pack with that grace."""
        own = pack_of(self.code)
        grace = (Setting(Period(60, Unit.DAY), "演示"),)
        settings = {**own.settings, "IN.reinspect.grace": grace}
        return Rules(replace(own, settings=settings), at.on)


@pytest.fixture
def scene() -> Scene:
    """A bureau in Harbin, where an order may be put off twice."""
    return Scene("000")


class TestOrderRectification:
    @pytest.mark.procedure("HZ-09")
    def test_by_a_day(self, scene: Scene) -> None:
        """
        安全生产法65: the order states last day, items and measures, and the remedies.
        """
        hazard = scene.graded()

        (fact,) = scene.do("order-rectification", hazard, **ORDER)

        assert isinstance(fact, RectificationOrdered)
        assert (fact.item_nos, fact.rectify_until) == ((1,), UNTIL)
        assert (fact.review_body, fact.court) == ("市人民政府", "市中级人民法院")
        assert fact.reinspect_limit is not None
        assert fact.reinspect_limit.last_on == date(2026, 3, 26)
        assert scene.hazard(hazard).stage is Stage.ORDERED
        assert scene.hazard(hazard).is_rectifying

    def test_a_grace_beyond_the_nation(self, scene: Scene) -> None:
        """
        INV-14: however long the grace of a place, a hazard is re-inspected within the
        period of the nation.
        """
        scene.office.law = LongGrace("000")

        fact = scene.do("order-rectification", scene.graded(), **ORDER)[-1]

        assert isinstance(fact, RectificationOrdered)
        assert fact.reinspect_limit is not None
        assert fact.reinspect_limit.rule == "IN.recheck"
        assert fact.reinspect_limit.last_on == date(2026, 3, 26)

    @pytest.mark.procedure("HZ-10")
    def test_danger_that_was_not_secured(self, scene: Scene) -> None:
        """
        安全生产法65(3): where safety cannot be ensured, people are withdrawn first.
        """
        hazard = scene.graded(HazardLevel.MAJOR)
        said = ORDER | {"danger": True}

        refusal = scene.refused("order-rectification", hazard, **said)
        scene.do("order-rectification", hazard, **said, secured_by=Securing.EVACUATED)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "danger_not_secured"
        assert scene.hazard(hazard).stage is Stage.ORDERED

    @pytest.mark.parametrize(
        ("wrong", "code", "kind"),
        [
            ({"measures": " "}, "measures_missing", OutOfOrder),
            ({"rectify_until": MONDAY - timedelta(1)}, "last_day_past", OutOfTime),
            ({"item_nos": (2,)}, "no_such_item", NoSuchCase),
        ],
    )
    def test_what_must_be_stated(
        self, scene: Scene, wrong: dict[str, object], code: str, kind: type
    ) -> None:
        """
        安全生产法65: measures, a day that can be kept, findings that there are.
        """
        refusal = scene.refused("order-rectification", scene.graded(), **ORDER | wrong)

        assert isinstance(refusal, kind)
        assert refusal.code == code

    def test_before_the_grading(self, scene: Scene) -> None:
        """
        PROCEDURE 2.3: it is graded first, and ordered once.
        """
        early = scene.refused("order-rectification", scene.identified(), **ORDER)
        again = scene.refused("order-rectification", scene.ordered(), **ORDER)

        assert {early.code, again.code} == {"hazard_stage"}


class TestExtendDeadline:
    def applied(self, scene: Scene, on: date = MONDAY) -> RectificationExtensionApplied:
        """An order runs until UNTIL, and the enterprise has asked for more time."""
        hazard = scene.ordered(HazardLevel.ORDINARY)
        (fact,) = scene.do(
            "apply-extension",
            hazard,
            by=scene.clerk,
            on=on,
            reason="设备未到",
            asked_until=LATER,
        )
        assert isinstance(fact, RectificationExtensionApplied)
        return fact

    def extend(self, scene: Scene, **other: object) -> dict[str, object]:
        """The head's decision to put the day off."""
        said = {"by": scene.chief, "rectify_until": LATER, "reason": "设备到货"}
        return said | other

    @pytest.mark.procedure("HZ-11")
    def test_on_the_last_day(self, scene: Scene) -> None:
        """
        应急管理部令18号(待核): asked for and decided before the last day ends.
        """
        hazard = self.applied(scene, on=UNTIL).file

        (fact,) = scene.do("extend-deadline", hazard, **self.extend(scene), hour=23)

        assert isinstance(fact, RectificationDeadlineExtended)
        assert fact.nth_extension == 1
        assert scene.hazard(hazard).rectify_until == LATER
        assert scene.hazard(hazard).reinspect_until == date(2026, 4, 10)

    @pytest.mark.parametrize(
        "act",
        [
            pytest.param("extend-deadline", marks=pytest.mark.procedure("HZ-12")),
            pytest.param("refuse-extension", marks=pytest.mark.procedure("HZ-14")),
        ],
    )
    def test_after_the_last_day(self, scene: Scene, act: str) -> None:
        """
        INV-15: once the last day is over nothing is decided on it, granted or refused.
        """
        hazard = self.applied(scene).file
        said = self.extend(scene, on=TOO_LATE, hour=0)
        if act == "refuse-extension":
            del said["rectify_until"]

        refusal = scene.refused(act, hazard, **said)

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "deadline_passed"

    @pytest.mark.procedure("HZ-13")
    def test_refused(self, scene: Scene) -> None:
        """
        应急管理部令18号(待核): a refusal has reasons, and the last day stays.
        """
        hazard = self.applied(scene).file

        silent = scene.refused("refuse-extension", hazard, by=scene.chief, reason="")
        scene.do("refuse-extension", hazard, by=scene.chief, reason="可以按期")

        assert silent.code == "reason_missing"
        assert scene.hazard(hazard).rectify_until == UNTIL
        assert scene.hazard(hazard).application is None

    def test_what_nobody_asked_for(self, scene: Scene) -> None:
        """
        应急管理部令18号(待核): more time is granted on application.
        """
        hazard = scene.ordered()

        assert scene.refused("extend-deadline", hazard, **self.extend(scene)).code == (
            "nothing_applied_for"
        )

    def test_to_no_later_day(self, scene: Scene) -> None:
        """
        An extension gives more time.
        """
        hazard = self.applied(scene).file

        refusal = scene.refused(
            "extend-deadline", hazard, **self.extend(scene, rectify_until=UNTIL)
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "not_later"

    def test_more_often_than_the_place_allows(self, scene: Scene) -> None:
        """
        INV-15: how often the day is put off is the place's to say; here, twice.
        """
        hazard = self.applied(scene).file
        asking = {"reason": "设备未到", "asked_until": LATER}
        for day in (LATER, LATER + timedelta(1)):
            scene.do("extend-deadline", hazard, **self.extend(scene, rectify_until=day))
            scene.do("apply-extension", hazard, by=scene.clerk, **asking)

        refusal = scene.refused(
            "extend-deadline",
            hazard,
            **self.extend(scene, rectify_until=LATER + timedelta(2)),
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.facts["count_max"]) == ("extended_too_often", 2)


class TestApplyExtension:
    def test_under_the_old_rules(self) -> None:
        """
        总局令15号15, until 2026-01-31: asked for ten days before, answered in five.
        """
        scene = Scene(day=date(2026, 1, 5))
        hazard = scene.graded()
        scene.do("order-rectification", hazard, **ORDER | {"rectify_until": LATER})
        said = {"by": scene.clerk, "reason": "设备未到", "asked_until": LATER}

        (fact,) = scene.do("apply-extension", hazard, **said, on=date(2026, 1, 6))

        assert isinstance(fact, RectificationExtensionApplied)
        assert fact.apply_until == date(2026, 3, 21)
        assert fact.answer_limit is not None
        assert fact.answer_limit.last_on == date(2026, 1, 11)

    def test_under_the_new_rules(self, scene: Scene) -> None:
        """
        应急管理部令18号(待核): by the last day; no time for the answer is known.
        """
        hazard = scene.ordered()
        said = {"by": scene.clerk, "reason": "设备未到", "asked_until": LATER}

        (fact,) = scene.do("apply-extension", hazard, **said)

        assert isinstance(fact, RectificationExtensionApplied)
        assert (fact.apply_until, fact.answer_limit) == (UNTIL, None)

    def test_asked_too_late(self) -> None:
        """
        总局令15号15: what was asked for too late is taken in, and cannot be granted.
        """
        scene = Scene(day=date(2026, 1, 5))
        hazard = scene.graded()
        last = {"rectify_until": date(2026, 1, 20)}
        scene.do("order-rectification", hazard, **ORDER | last)
        said = {"by": scene.clerk, "reason": "设备未到", "asked_until": LATER}
        scene.do("apply-extension", hazard, **said, on=date(2026, 1, 12))

        refusal = scene.refused(
            "extend-deadline", hazard, by=scene.chief, rectify_until=LATER, reason="准"
        )

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "applied_too_late"

    def test_on_the_day_of_the_paper(self, scene: Scene) -> None:
        """
        D6: what the enterprise files counts from the day it was filed.
        """
        hazard = scene.ordered()
        scene.do(
            "apply-extension",
            hazard,
            by=scene.clerk,
            on=UNTIL,
            said_at=moment(MONDAY),
            reason="设备未到",
            asked_until=LATER,
        )

        application = scene.hazard(hazard).application
        assert application is not None
        assert application.applied_on == MONDAY

    def test_without_an_order(self, scene: Scene) -> None:
        """
        There is more time only where time runs.
        """
        refusal = scene.refused(
            "apply-extension",
            scene.graded(),
            by=scene.clerk,
            reason="无",
            asked_until=LATER,
        )

        assert refusal.code == "hazard_stage"


class TestFileRectificationPlan:
    @pytest.mark.procedure("HZ-15")
    def test_with_all_six(self, scene: Scene) -> None:
        """
        总局令16号15: the plan for a major hazard has six items.
        """
        hazard = scene.ordered()

        (fact,) = scene.do("file-rectification-plan", hazard, by=scene.clerk, **PLAN)

        assert isinstance(fact, RectificationPlanFiled)
        assert scene.hazard(hazard).plan_filed
        assert scene.hazard(hazard).stage is Stage.ORDERED

    @pytest.mark.procedure("HZ-16")
    @pytest.mark.parametrize(("term", "part"), tuple(zip(PLAN, PlanPart, strict=True)))
    def test_without_one(self, scene: Scene, term: str, part: PlanPart) -> None:
        """
        总局令16号15, INV-12: no item of the six is empty.
        """
        refusal = scene.refused(
            "file-rectification-plan",
            scene.ordered(),
            by=scene.clerk,
            **PLAN | {term: " "},
        )

        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, refusal.facts["missing"]) == ("plan_incomplete", (part,))

    def test_for_an_ordinary_one(self, scene: Scene) -> None:
        """
        总局令16号15: the six items are asked of major hazards.
        """
        hazard = scene.ordered(HazardLevel.ORDINARY)
        more = PlanItem("insurance", "已投保")

        scene.do(
            "file-rectification-plan",
            hazard,
            by=scene.clerk,
            aims="消除",
            further_items=(more,),
        )

        assert scene.hazard(hazard).plan_filed
