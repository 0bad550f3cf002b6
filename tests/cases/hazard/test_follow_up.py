"""
复查结束: one visit, several hazards, each with its result, in one commit.
"""

from uuid import UUID

import pytest

from domain.hazard.choices import HazardLevel, RecheckCause, Stage
from domain.hazard.facts_of_ending import ReinspectionRecorded
from domain.inspection.choices import Mode, Outcome
from domain.inspection.choices import Stage as VisitStage
from domain.inspection.facts_of_ending import InspectionConcluded
from domain.procedures.reinspecting import FollowUpResult
from domain.refusals import NoSuchCase, NotCompetent, OutOfOrder
from tests.cases.scene import TOO_LATE, Scene


@pytest.fixture
def scene() -> Scene:
    """A bureau in Jilin."""
    return Scene("004")


def followed(scene: Scene, *hazards: UUID) -> UUID:
    """A follow-up of hazards, by officers 0 and 1, whose record is signed."""
    visit = scene.opened(Mode.FOLLOW_UP, hazards=hazards, checklist=None)
    scene.sign(visit)
    return visit


def result(hazard: UUID, *, rectified: bool = True) -> FollowUpResult:
    """A result."""
    return FollowUpResult(hazard, rectified, "已整改" if rectified else "仍泄漏")


class TestConcludeFollowUp:
    @pytest.mark.procedure("HZ-23", "HZ-31")
    def test_of_several_threads(self, scene: Scene) -> None:
        """
        PROCEDURE 0.1: each hazard gets its result; the visit concerns their threads.
        """
        good = scene.reported(HazardLevel.MAJOR)
        bad = scene.reported(HazardLevel.ORDINARY)
        visit = followed(scene, good, bad)

        facts = scene.do(
            "conclude-follow-up",
            visit,
            results=(result(good), result(bad, rectified=False)),
        )

        assert [fact.TOPIC for fact in facts] == [
            "hazard.reinspection-recorded.v1",
            "hazard.rectification-accepted.v1",
            "hazard.reinspection-recorded.v1",
            "hazard.rectification-rejected.v1",
            "inspection.inspection-concluded.v1",
        ]
        assert scene.hazard(good).stage is Stage.ACCEPTED
        assert scene.hazard(bad).stage is Stage.ORDERED
        assert facts[0].deed.concerns == (visit,)
        assert facts[-1].deed.concerns == (good, bad)

    def test_of_one_thread(self, scene: Scene) -> None:
        """
        D7: a follow-up of one thread belongs to it and concerns no other.
        """
        hazard = scene.reported(HazardLevel.MAJOR)
        visit = followed(scene, hazard)

        facts = scene.do("conclude-follow-up", visit, results=(result(hazard),))

        assert {fact.deed.thread for fact in facts} == {scene.hazard(hazard).thread}
        assert [fact.deed.concerns for fact in facts] == [(), (), ()]
        assert isinstance(facts[-1], InspectionConcluded)
        assert facts[-1].outcome is Outcome.RECTIFIED
        assert scene.visit(visit).stage is VisitStage.CONCLUDED

    @pytest.mark.procedure("HZ-30")
    def test_with_a_signed_record(self, scene: Scene) -> None:
        """
        总局令15号16: the signed record of the visit stands for a signed opinion.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)

        scene.do(
            "conclude-follow-up", followed(scene, hazard), results=(result(hazard),)
        )

        assert scene.hazard(hazard).stage is Stage.VERIFIED

    def test_on_expiry(self, scene: Scene) -> None:
        """
        总局令15号16: past the last day it is re-inspected unasked, and overdue.
        """
        hazard = scene.ordered(HazardLevel.ORDINARY)
        scene.day = TOO_LATE
        visit = followed(scene, hazard)

        facts = scene.do(
            "conclude-follow-up", visit, results=(result(hazard, rectified=False),)
        )

        assert isinstance(facts[0], ReinspectionRecorded)
        assert facts[0].recheck_cause is RecheckCause.EXPIRED
        assert scene.hazard(hazard).overdue

    def test_without_a_result_for_each(self, scene: Scene) -> None:
        """
        INV-14: none of the hazards of the visit is passed over or told of twice.
        """
        hazards = [scene.reported(HazardLevel.ORDINARY) for _ in range(2)]
        visit = followed(scene, *hazards)

        for given in ((), hazards[:1], [*hazards, hazards[0]]):
            results = tuple(result(hazard) for hazard in given)
            refusal = scene.refused("conclude-follow-up", visit, results=results)
            assert refusal.code == "results_incomplete"

    def test_of_a_hazard_it_was_not_approved_for(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: a visit re-inspects what it was approved for.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)
        other = scene.reported(HazardLevel.ORDINARY)

        refusal = scene.refused(
            "conclude-follow-up", followed(scene, hazard), results=(result(other),)
        )

        assert isinstance(refusal, NoSuchCase)
        assert refusal.code == "not_followed_up"

    def test_if_one_cannot_be_accepted(self, scene: Scene) -> None:
        """
        INV-13: what one hazard lacks holds the conclusion up; nothing is recorded.
        """
        good = scene.reported(HazardLevel.MAJOR)
        lacking = scene.listed()
        scene.write_lists(lacking)
        scene.report(lacking)
        visit = followed(scene, good, lacking)

        refusal = scene.refused(
            "conclude-follow-up", visit, results=(result(good), result(lacking))
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "double_report_missing"
        assert scene.hazard(good).stage is Stage.REPORTED

    @pytest.mark.procedure("HZ-29")
    def test_by_others_than_inspected(self, scene: Scene) -> None:
        """
        INV-07: a follow-up by others needs a reassignment for each of its hazards.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)
        others = tuple(scene.officers[2:4])
        visit = scene.approved(
            Mode.FOLLOW_UP, hazards=(hazard,), checklist=None, inspectors=others
        )
        team = {"by": scene.officer(2)}
        scene.begin(visit, **team)
        said = {"results": (result(hazard),)} | team

        refusal = scene.refused("conclude-follow-up", visit, **said)
        scene.do(
            "reassign-reinspection",
            hazard,
            by=scene.chief,
            inspectors=others,
            reason="原检查人员调离",
        )
        scene.do("conclude-follow-up", visit, **said)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "other_body"

    def test_of_a_visit_that_is_no_follow_up(self, scene: Scene) -> None:
        """
        PROCEDURE 0.1: only a follow-up ends with results on hazards.
        """
        visit = scene.opened()
        scene.sign(visit)

        refusal = scene.refused("conclude-follow-up", visit, results=())

        assert refusal.code == "no_follow_up"

    def test_before_its_record(self, scene: Scene) -> None:
        """
        安全生产法68: the record comes first, as for any visit.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)
        visit = scene.opened(Mode.FOLLOW_UP, hazards=(hazard,), checklist=None)

        refusal = scene.refused("conclude-follow-up", visit, results=(result(hazard),))

        assert refusal.code == "record_missing"
