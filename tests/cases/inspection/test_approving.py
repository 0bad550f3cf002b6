"""
审批: no visit without approval, and none beyond the cap.
"""

from dataclasses import replace
from datetime import date

import pytest

from domain.base import Actor, Role
from domain.enterprise.facts import EnterpriseRecordsJoined
from domain.hazard.choices import HazardLevel
from domain.inspection.choices import Exemption, Mode, Stage
from domain.inspection.facts import InspectionApproved
from domain.inspection.file import PinnedItem
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from tests.cases.random_draw.drawn import drawn_and_approved
from tests.cases.scene import Scene


@pytest.fixture
def scene() -> Scene:
    """A bureau in Harbin, where two visits a year are the cap."""
    return Scene("000")


def terms(scene: Scene, **other: object) -> dict[str, object]:
    """The approval of a planned visit by the head, but for what a case changes."""
    return {
        "by": scene.chief,
        "enterprise": scene.enterprise,
        "mode": Mode.PLANNED,
        "inspection_scope": "冶炼车间",
        "inspectors": tuple(scene.officers[:2]),
        "checklist": scene.checklist,
    } | other


class TestApproveInspection:
    def test_a_planned_visit(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: a visit is approved before it is made; it pins a checklist.
        """
        (fact,) = scene.do("approve-inspection", **terms(scene))

        assert isinstance(fact, InspectionApproved)
        assert (fact.nth_of_cap, fact.cap_count_max) == (1, 2)
        assert fact.checklist_version == 1
        assert PinnedItem("03", mandatory=False) in fact.checklist_items
        assert fact.deed.pack == "000@1"
        assert scene.visit(fact.file).stage is Stage.APPROVED
        assert scene.visit(fact.file).team == tuple(scene.officers[:2])

    def test_by_one_of_the_officers(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: who approves a visit is none of those who make it.
        """
        inspecting = Actor(Role.HEAD, scene.officers[0], scene.bureau)

        refusal = scene.refused("approve-inspection", **terms(scene, by=inspecting))

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "approver_inspects"

    @pytest.mark.parametrize("others", [(), (0,)])
    def test_one_officer(self, scene: Scene, others: tuple[int, ...]) -> None:
        """
        行政处罚法42: at least two officers, and the same one twice is one.
        """
        one = (scene.officers[0], *(scene.officers[n] for n in others))

        refusal = scene.refused("approve-inspection", **terms(scene, inspectors=one))

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.under) == ("inspectors_too_few", "行政处罚法42")

    def test_who_is_no_officer_of_the_body(self, scene: Scene) -> None:
        """
        行政处罚法42: only enforcement officers of the body inspect for it.
        """
        with_a_head = terms(scene, inspectors=(scene.officers[0], scene.other_head))
        elsewhere = terms(scene, by=replace(scene.chief, body=scene.other_bureau))

        for said in (with_a_head, elsewhere):
            refusal = scene.refused("approve-inspection", **said)
            assert isinstance(refusal, NotCompetent)
            assert refusal.code == "no_officer_of_body"

    def test_beyond_the_cap(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号, INV-22: planned and random visits stay within the cap.
        """
        scene.approved(Mode.PLANNED)
        drawn_and_approved(scene)

        refusal = scene.refused("approve-inspection", **terms(scene))

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.facts) == ("over_cap", {"count_max": 2})

    def test_visits_of_another_body(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: visits count against the cap of the body that makes them.
        """
        elsewhere = scene.other_bureau
        clerk = Actor(Role.CLERK, scene.officers[4], elsewhere)
        inspectors = tuple(scene.officers[2:4])
        for officer in inspectors:
            posted = {"role": Role.OFFICER, "body": elsewhere, "since_on": scene.day}
            scene.do("assign-officer-role", officer, by=clerk, **posted)
        theirs = {"by": Actor(Role.HEAD, scene.head, elsewhere)}
        for _ in range(2):
            said = terms(scene, inspectors=inspectors, **theirs)
            scene.do("approve-inspection", **said)

        (fact,) = scene.do("approve-inspection", **terms(scene))

        assert isinstance(fact, InspectionApproved)
        assert fact.nth_of_cap == 1

    def test_a_new_year(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: the cap is counted by the year.
        """
        scene.approved()
        scene.approved()
        scene.day = date(2027, 1, 4)

        (fact,) = scene.do("approve-inspection", **terms(scene))

        assert isinstance(fact, InspectionApproved)
        assert fact.nth_of_cap == 1

    def test_a_visit_that_was_not_made(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: a visit given up takes no place under the cap.
        """
        scene.approved()
        scene.do("abandon-inspection", scene.approved(), reason="企业停产")

        (fact,) = scene.do("approve-inspection", **terms(scene))

        assert isinstance(fact, InspectionApproved)
        assert fact.nth_of_cap == 2

    def test_an_exempt_visit(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号, INV-22: visits that do not count state why, and are free.
        """
        scene.approved()
        scene.approved()
        of_tip_off = terms(scene, mode=Mode.TIP_OFF, checklist=None)

        refusal = scene.refused("approve-inspection", **of_tip_off)
        (fact,) = scene.do(
            "approve-inspection", **of_tip_off, exemption=Exemption.TIP_OFF
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "exemption_missing"
        assert isinstance(fact, InspectionApproved)
        assert (fact.nth_of_cap, fact.exemption) == (0, Exemption.TIP_OFF)

    def test_without_a_checklist(self, scene: Scene) -> None:
        """
        哈尔滨实施意见(二): a general visit goes by a checklist (照单检查).
        """
        refusal = scene.refused("approve-inspection", **terms(scene, checklist=None))

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "checklist_missing"

    def test_a_withdrawn_checklist(self, scene: Scene) -> None:
        """
        哈尔滨实施意见(二): a checklist without a version in force cannot be pinned.
        """
        scene.do(
            "withdraw-checklist-version",
            scene.checklist,
            by=scene.clerk,
            checklist_version=1,
            reason="标准更新",
        )

        refusal = scene.refused("approve-inspection", **terms(scene))

        assert refusal.code == "checklist_withdrawn"

    def test_an_unknown_enterprise(self, scene: Scene) -> None:
        """
        A visit goes to an enterprise of the register; any other id is unknown.
        """
        unknown = terms(scene, enterprise=scene.bureau)

        assert isinstance(scene.refused("approve-inspection", **unknown), NoSuchCase)

    def test_records_that_were_joined(self, scene: Scene) -> None:
        """
        安全生产法62: an enterprise is inspected under the file that leads.
        """
        scene.do(
            "join-enterprise-records",
            scene.enterprise,
            by=scene.clerk,
            leading=(other := scene.another_enterprise()),
            grounds="统一社会信用代码相同",
        )

        refusal = scene.refused("approve-inspection", **terms(scene))

        assert (refusal.code, refusal.facts) == ("records_joined", {"leading": other})
        assert EnterpriseRecordsJoined.TOPIC in scene.topics(scene.enterprise)


class TestApproveFollowUp:
    def test_of_one_thread(self, scene: Scene) -> None:
        """
        D7: a follow-up of one thread belongs to it.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)

        visit = scene.approved(Mode.FOLLOW_UP, hazards=(hazard,), checklist=None)

        assert scene.visit(visit).thread == scene.hazard(hazard).thread
        assert scene.visit(visit).hazards == (hazard,)

    def test_of_several_threads(self, scene: Scene) -> None:
        """
        D7: a follow-up of several begins its own and concerns them.
        """
        hazards = tuple(scene.reported(HazardLevel.ORDINARY) for _ in range(2))

        visit = scene.approved(Mode.FOLLOW_UP, hazards=hazards, checklist=None)

        found = scene.visit(visit)
        assert found.thread == visit
        assert found.history[0].deed.concerns == hazards

    @pytest.mark.parametrize("mode", [Mode.FOLLOW_UP, Mode.PLANNED])
    def test_hazards_and_mode(self, scene: Scene, mode: Mode) -> None:
        """
        安全生产法65: a follow-up says what it re-inspects, and no other visit does.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)
        hazards = () if mode is Mode.FOLLOW_UP else (hazard,)

        refusal = scene.refused(
            "approve-inspection", **terms(scene, mode=mode, hazards=hazards)
        )

        assert refusal.code == "follow_up_hazards"

    def test_another_enterprise(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: a visit is approved for one enterprise.
        """
        hazard = scene.reported(HazardLevel.ORDINARY)
        elsewhere = scene.another_enterprise()

        refusal = scene.refused(
            "approve-inspection",
            **terms(
                scene, mode=Mode.FOLLOW_UP, hazards=(hazard,), enterprise=elsewhere
            ),
        )

        assert refusal.code == "other_enterprise"
