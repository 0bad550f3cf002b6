"""
盯住不放: a hazard ends by its own acts, whatever becomes of anything else (INV-14).
"""

from uuid import UUID

import pytest

from domain.base import File
from domain.hazard.choices import HazardLevel, Stage
from domain.hazard.facts import HazardRemovedOnSpot
from domain.hazard.facts_of_ending import HazardDelisted
from domain.inspection.choices import Mode, Outcome
from tests.cases.scene import PHOTO, Scene


@pytest.fixture
def scene() -> Scene:
    """A bureau in Xinzhou."""
    return Scene("001")


def stages(scene: Scene, hazards: list[UUID]) -> list[Stage]:
    """How far each of some hazards is."""
    return [scene.hazard(hazard).stage for hazard in hazards]


def at_every_stage(scene: Scene) -> list[UUID]:
    """Hazards at each stage before their end."""
    return [
        scene.identified(),
        scene.graded(),
        scene.ordered(),
        scene.listed(),
        scene.reported(),
        scene.accepted(),
    ]


class TestNothingElseCloses:
    @pytest.mark.procedure("HZ-43")
    def test_the_enterprise_is_deregistered(self) -> None:
        """
        忻州2020通知(十二): with the enterprise gone, its hazards stay to be dealt with.
        """
        scene = Scene()
        hazards = at_every_stage(scene)
        before = stages(scene, hazards)

        scene.do(
            "deregister-enterprise", scene.enterprise, by=scene.clerk, reason="注销"
        )

        assert stages(scene, hazards) == before
        assert scene.do(
            "verify-hazard", hazards[-1], by=scene.chief, opinion="仍须核查"
        )

    @pytest.mark.procedure("HZ-44")
    def test_the_enterprise_is_renamed(self) -> None:
        """
        忻州2020通知(十二): under a new name it has the same hazards.
        """
        scene = Scene()
        hazards = at_every_stage(scene)
        before = stages(scene, hazards)

        scene.do(
            "rename-enterprise", scene.enterprise, by=scene.clerk, name="新城冶炼厂"
        )

        assert stages(scene, hazards) == before
        assert {scene.hazard(h).enterprise for h in hazards} == {scene.enterprise}

    @pytest.mark.procedure("HZ-45")
    def test_the_special_inspection_ends(self, scene: Scene) -> None:
        """
        INV-14: when a campaign's visits are concluded, what they found stays open.
        """
        visit = scene.opened(Mode.SPECIAL)
        scene.do(
            "record-finding", visit, description="泄漏", is_violation=False, area="柜"
        )
        (fact,) = scene.do(
            "identify-hazard", visit, item_nos=(1,), place="柜", description="泄漏"
        )
        scene.sign(visit)

        scene.do("conclude-inspection", visit, outcome=Outcome.TO_RECTIFY)

        assert scene.hazard(fact.file).is_open
        assert scene.refused("close-inspection-thread", visit).code == "hazards_open"

    @pytest.mark.procedure("HZ-45")
    def test_only_two_facts_end_one(self, scene: Scene) -> None:
        """
        INV-14: every hazard ends struck off, or removed on the spot if it is ordinary.
        """
        whole = scene.accepted()
        scene.do("fail-verification", whole, by=scene.chief, reason="仍泄漏")
        scene.report(whole)
        scene.do("accept-rectification", whole, opinion="已整改")
        scene.do("verify-hazard", whole, by=scene.chief, opinion="属实")
        scene.do("delist-hazard", whole, by=scene.chief, opinion="同意")
        scene.do("release-supervision", whole, by=scene.chief, opinion="解除")
        small = scene.graded(HazardLevel.ORDINARY)
        scene.do("remove-hazard-on-spot", small, done="堵漏", evidence=(PHOTO,))

        ending = {_what_ended(scene, hazard) for hazard in (whole, small)}

        assert ending == {HazardDelisted.TOPIC, HazardRemovedOnSpot.TOPIC}

    def test_graded_down_it_stays_open(self, scene: Scene) -> None:
        """
        INV-14: regrading to ordinary does not close it.
        """
        hazard = scene.graded(HazardLevel.MAJOR)
        scene.do(
            "grade-hazard",
            hazard,
            hazard_level=HazardLevel.ORDINARY,
            standard="工贸判定标准",
            clause="第三条",
            reason="复核",
            evidence=(PHOTO,),
            approver=scene.head,
        )

        assert scene.hazard(hazard).is_open
        assert not scene.hazard(hazard).open_major_hazard


def _what_ended(scene: Scene, hazard: UUID) -> str:
    """Name the first fact of a hazard after which it is not open."""
    file: File | None = None
    for fact in scene.office.facts:
        if fact.file == hazard:
            file = fact.mutate(file)
            assert file is not None
            file.follow(fact)
            if not getattr(file, "is_open", True):
                return fact.TOPIC
    return ""
