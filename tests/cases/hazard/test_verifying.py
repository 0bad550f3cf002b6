"""
核查与销号: verified by others than accepted, struck off when nothing rests on it.
"""

from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.hazard.choices import HazardLevel, Stage
from domain.hazard.facts_of_ending import HazardVerified
from domain.refusals import NotCompetent, OutOfOrder
from tests.cases.scene import Scene
from tests.cases.yard import Yard


@pytest.fixture
def scene() -> Yard:
    """A bureau in the place of the draft opinion."""
    return Yard("002")


def verified(scene: Scene, level: HazardLevel = HazardLevel.MAJOR) -> UUID:
    """A hazard that the head has verified."""
    hazard = scene.accepted(level)
    scene.do("verify-hazard", hazard, by=scene.chief, opinion="属实")
    return hazard


class TestVerifyHazard:
    @pytest.mark.procedure("HZ-35")
    @pytest.mark.parametrize("level", HazardLevel)
    def test_by_other_officers(self, scene: Scene, level: HazardLevel) -> None:
        """
        实施意见(征求意见稿)(十一), INV-09: 核查 is an act of others than 验收.
        """
        hazard = scene.accepted(level)

        (fact,) = scene.do(
            "verify-hazard", hazard, by=scene.officer(2), officers=(3,), opinion="属实"
        )

        assert isinstance(fact, HazardVerified)
        assert fact.verifiers == tuple(scene.officers[2:4])
        assert scene.hazard(hazard).stage is Stage.VERIFIED

    @pytest.mark.procedure("HZ-35")
    def test_by_a_head(self, scene: Scene) -> None:
        """
        PROCEDURE 2.3: a head who did not accept may verify.
        """
        hazard = verified(scene)

        assert scene.hazard(hazard).stage is Stage.VERIFIED

    @pytest.mark.procedure("HZ-36")
    @pytest.mark.parametrize(("actor", "others"), [(0, (1,)), (2, (1,)), (1, (3, 4))])
    def test_with_one_who_accepted(
        self, scene: Scene, actor: int, others: tuple[int, ...]
    ) -> None:
        """
        INV-09: nobody who accepted verifies, neither first nor second.
        """
        refusal = scene.refused(
            "verify-hazard",
            scene.accepted(),
            by=scene.officer(actor),
            officers=others,
            opinion="属实",
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "same_person"

    @pytest.mark.procedure("HZ-36")
    def test_by_a_head_who_accepted_as_officer(self, scene: Scene) -> None:
        """
        INV-09 is about the person, whatever the role.
        """
        promoted = Actor(Role.HEAD, scene.officers[1], scene.bureau)

        refusal = scene.refused(
            "verify-hazard", scene.accepted(), by=promoted, opinion="属实"
        )

        assert refusal.code == "same_person"

    @pytest.mark.procedure("HZ-37")
    def test_before_the_acceptance(self, scene: Scene) -> None:
        """
        INV-08: what was not accepted is not verified.
        """
        refusal = scene.refused(
            "verify-hazard", scene.reported(), by=scene.chief, opinion="属实"
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "not_accepted"


class TestFailVerification:
    @pytest.mark.procedure("HZ-38")
    def test_back_to_the_rectification(self, scene: Scene) -> None:
        """
        PROCEDURE 2.3: what does not hold goes back, and is reported and accepted anew.
        """
        hazard = scene.accepted()

        silent = scene.refused("fail-verification", hazard, by=scene.chief, reason="")
        scene.do("fail-verification", hazard, by=scene.chief, reason="仍泄漏")

        assert silent.code == "reason_missing"
        assert scene.hazard(hazard).stage is Stage.ORDERED
        scene.report(hazard)
        scene.do("accept-rectification", hazard, opinion="已整改")
        assert scene.hazard(hazard).stage is Stage.ACCEPTED

    def test_by_one_who_accepted(self, scene: Scene) -> None:
        """
        INV-09: to fail it is to verify it.
        """
        refusal = scene.refused("fail-verification", scene.accepted(), reason="泄漏")

        assert refusal.code == "same_person"

    def test_who_accepted_once_never_verifies(self, scene: Scene) -> None:
        """
        CORRECTIONS INV-09: nobody who accepted verifies, in whichever round.
        """
        hazard = scene.accepted()
        scene.do("fail-verification", hazard, by=scene.chief, reason="仍泄漏")
        scene.do(
            "reassign-reinspection",
            hazard,
            by=scene.chief,
            inspectors=tuple(scene.officers[2:4]),
            reason="重新验收",
        )
        scene.report(hazard)
        scene.do("accept-rectification", hazard, by=scene.officer(2), opinion="已整改")

        refusal = scene.refused("verify-hazard", hazard, opinion="属实", officers=(1,))

        assert refusal.code == "same_person"


class TestDelistHazard:
    @pytest.mark.procedure("HZ-39")
    def test_a_verified_one(self, scene: Scene) -> None:
        """
        甘委发〔2017〕28号(二十一): verified, it is struck off, and has ended.
        """
        hazard = verified(scene)

        scene.do("delist-hazard", hazard, by=scene.chief, opinion="同意销号")

        found = scene.hazard(hazard)
        assert (found.stage, found.is_open) == (Stage.DELISTED, False)
        assert not found.open_major_hazard

    @pytest.mark.procedure("HZ-40")
    @pytest.mark.parametrize("what", ["measure", "suspension"])
    def test_while_a_measure_rests_on_it(self, scene: Yard, what: str) -> None:
        """
        INV-32: no measure or suspension that rests on it alone is left behind.
        """
        hazard = verified(scene)
        measure = (scene.urgent if what == "measure" else scene.suspended)(hazard)

        refusal = scene.refused("delist-hazard", hazard, by=scene.chief, opinion="同意")

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "measure_active"
        assert refusal.facts["measures"] == (measure,)

    @pytest.mark.procedure("HZ-39")
    def test_once_the_measure_is_lifted(self, scene: Yard) -> None:
        """
        INV-32: a measure that was lifted stands in nobody's way.
        """
        hazard = verified(scene)
        scene.lift(scene.urgent(hazard))

        scene.do("delist-hazard", hazard, by=scene.chief, opinion="同意销号")

        assert not scene.hazard(hazard).is_open

    def test_before_the_verification(self, scene: Scene) -> None:
        """
        INV-08: 核查 comes before 销号.
        """
        refusal = scene.refused(
            "delist-hazard", scene.accepted(), by=scene.chief, opinion="同意"
        )

        assert refusal.code == "hazard_stage"
