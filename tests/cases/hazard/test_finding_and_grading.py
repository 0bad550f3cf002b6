"""
发现与定级: how a hazard comes to be known, how grave it is, and what ends at once.
"""

from datetime import date

import pytest

from domain.base import Role
from domain.hazard.choices import HazardLevel, Source, Stage
from domain.hazard.facts import HazardGraded, HazardIdentified, HazardSelfReported
from domain.inspection.choices import Exemption, Mode
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from tests.cases.scene import PHOTO, STANDARD, Scene

FOUND = {"item_nos": (1,), "place": "煤气柜", "description": "煤气泄漏"}
MAJOR = {
    "hazard_level": HazardLevel.MAJOR,
    "standard": STANDARD,
    "clause": "第十一条",
}
ORDINARY = MAJOR | {"hazard_level": HazardLevel.ORDINARY}


@pytest.fixture
def scene() -> Scene:
    """A bureau in Harbin."""
    return Scene("000")


class TestIdentifyHazard:
    @pytest.mark.procedure("HZ-01")
    def test_from_a_finding(self, scene: Scene) -> None:
        """
        安全生产法65(3): a finding becomes a hazard, in the thread of the visit.
        """
        visit = scene.found()

        (fact,) = scene.do("identify-hazard", visit, **FOUND)

        hazard = scene.hazard(fact.file)
        assert isinstance(fact, HazardIdentified)
        assert fact.hazard_source is Source.INSPECTION
        assert (hazard.stage, hazard.is_open) == (Stage.IDENTIFIED, True)
        assert hazard.thread == scene.visit(visit).thread
        assert fact.deed.cause == scene.visit(visit).findings[1].fact
        assert fact.finders == tuple(scene.officers[:2])

    def test_on_a_tip_off(self, scene: Scene) -> None:
        """
        安全生产法73: what a tip-off led to says so.
        """
        tipped = {"exemption": Exemption.TIP_OFF, "checklist": None}
        visit = scene.opened(Mode.TIP_OFF, **tipped)
        scene.do(
            "record-finding", visit, description="泄漏", is_violation=False, area="柜"
        )

        (fact,) = scene.do("identify-hazard", visit, **FOUND)

        assert isinstance(fact, HazardIdentified)
        assert fact.hazard_source is Source.TIP_OFF

    def test_twice_from_one_finding(self, scene: Scene) -> None:
        """
        One finding is followed up once.
        """
        visit = scene.found()
        scene.do("identify-hazard", visit, **FOUND)

        refusal = scene.refused("identify-hazard", visit, **FOUND)

        assert refusal.code == "hazard_already"

    @pytest.mark.parametrize(
        ("item_nos", "code"), [((), "items_missing"), ((7,), "no_such_item")]
    )
    def test_from_no_finding(
        self, scene: Scene, item_nos: tuple[int, ...], code: str
    ) -> None:
        """
        安全生产法65(3): a hazard of an inspection rests on what was found.
        """
        said = FOUND | {"item_nos": item_nos}

        assert scene.refused("identify-hazard", scene.found(), **said).code == code

    def test_what_was_put_right(self, scene: Scene) -> None:
        """
        安全生产法65(2): what was put right on the spot is no hazard any more.
        """
        visit = scene.found()
        fix = {"item_no": 1, "done": "已补设", "evidence": (PHOTO,)}
        scene.do("correct-finding-on-spot", visit, **fix)

        refusal = scene.refused("identify-hazard", visit, **FOUND)

        assert refusal.code == "corrected_already"

    def test_by_who_was_not_there(self, scene: Scene) -> None:
        """
        行政处罚法42: those identify it who found it.
        """
        refusal = scene.refused(
            "identify-hazard", scene.found(), **FOUND, by=scene.officer(3)
        )

        assert isinstance(refusal, NotCompetent)


class TestSelfReportHazard:
    @pytest.mark.procedure("HZ-02")
    def test_by_the_enterprise(self, scene: Scene) -> None:
        """
        安全生产法41(2): what an enterprise reports begins a thread of its own.
        """
        (fact,) = scene.do(
            "self-report-hazard",
            by=scene.clerk,
            enterprise=scene.enterprise,
            place="配电室",
            description="绝缘老化",
        )

        hazard = scene.hazard(fact.file)
        assert isinstance(fact, HazardSelfReported)
        assert (hazard.stage, hazard.thread) == (Stage.IDENTIFIED, hazard.id)
        assert hazard.enterprise == scene.enterprise
        assert f"enterprise/{scene.enterprise}/hazard" in fact.tags()

    def test_of_nobody(self, scene: Scene) -> None:
        """
        安全生产法41(2): it is a hazard of an enterprise of the register.
        """
        refusal = scene.refused(
            "self-report-hazard",
            enterprise=scene.bureau,
            place="配电室",
            description="绝缘老化",
        )

        assert isinstance(refusal, NoSuchCase)


class TestGradeHazard:
    @pytest.mark.procedure("HZ-03")
    def test_by_the_standard(self, scene: Scene) -> None:
        """
        安全生产法118: graded by the sector's standard; a major one is due to be listed.
        """
        hazard = scene.identified()

        (fact,) = scene.do("grade-hazard", hazard, **MAJOR)

        assert isinstance(fact, HazardGraded)
        assert fact.list_limit is not None
        assert fact.list_limit.rule == "IN.major.list"
        assert fact.list_limit.last_on == date(2026, 3, 9)
        assert scene.hazard(hazard).stage is Stage.GRADED
        assert scene.hazard(hazard).open_major_hazard

    @pytest.mark.procedure("HZ-04")
    @pytest.mark.parametrize("unnamed", ["standard", "clause"])
    def test_without_a_standard(self, scene: Scene, unnamed: str) -> None:
        """
        安全生产法118: no level without the determining standard and its clause.
        """
        refusal = scene.refused(
            "grade-hazard", scene.identified(), **MAJOR | {unnamed: " "}
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.under) == ("no_standard", "安全生产法118")

    @pytest.mark.procedure("HZ-05")
    def test_down_with_evidence_and_approver(self, scene: Scene) -> None:
        """
        INV-14: a major hazard becomes an ordinary one on evidence, approved by a head.
        """
        hazard = scene.graded(HazardLevel.MAJOR)
        proof = {"reason": "复核计算", "evidence": (PHOTO,), "approver": scene.head}

        scene.do("grade-hazard", hazard, **ORDINARY, **proof)

        found = scene.hazard(hazard)
        assert (found.stage, found.is_major) == (Stage.GRADED, False)
        assert found.is_open

    @pytest.mark.procedure("HZ-05")
    @pytest.mark.parametrize(
        ("lacking", "code"),
        [
            ({"approver": None}, "lowering_not_approved"),
            ({"evidence": ()}, "evidence_missing"),
            ({"reason": ""}, "reason_missing"),
        ],
    )
    def test_down_without(
        self, scene: Scene, lacking: dict[str, object], code: str
    ) -> None:
        """
        PROCEDURE 2.3: down only with evidence, reason and an approver.
        """
        hazard = scene.graded(HazardLevel.MAJOR)
        proof = {"reason": "复核", "evidence": (PHOTO,), "approver": scene.head}

        refusal = scene.refused("grade-hazard", hazard, **ORDINARY, **proof | lacking)

        assert refusal.code == code

    def test_down_approved_by_one_of_them(self, scene: Scene) -> None:
        """
        PROCEDURE 2.3: who lowers the level does not approve it as well, head or not.
        """
        hazard = scene.graded(HazardLevel.MAJOR)
        scene.appoint(scene.officers[0], Role.HEAD)
        proof = {"reason": "复核", "evidence": (PHOTO,)}

        refusal = scene.refused(
            "grade-hazard", hazard, **ORDINARY, **proof, approver=scene.officers[0]
        )

        assert refusal.code == "lowering_not_approved"

    def test_down_approved_by_no_head(self, scene: Scene) -> None:
        """
        PROCEDURE 2.3: an officer who heads nothing, and a head of another body, approve
        nothing; the principal head of the body does.
        """
        hazard = scene.graded(HazardLevel.MAJOR)
        proof = {"reason": "复核", "evidence": (PHOTO,)}
        approver = scene.officers[3]

        officer = scene.refused(
            "grade-hazard", hazard, **ORDINARY, **proof, approver=approver
        )
        scene.appoint(approver, Role.HEAD, body=scene.other_bureau)
        other = scene.refused(
            "grade-hazard", hazard, **ORDINARY, **proof, approver=approver
        )
        scene.appoint(approver, Role.PRINCIPAL_HEAD)
        scene.do("grade-hazard", hazard, **ORDINARY, **proof, approver=approver)

        assert officer.code == other.code == "lowering_not_approved"
        assert not scene.hazard(hazard).is_major

    @pytest.mark.procedure("HZ-06")
    def test_down_while_listed(self, scene: Scene) -> None:
        """
        安全生产法41(3): never down while listed for supervision.
        """
        proof = {"reason": "复核", "evidence": (PHOTO,), "approver": scene.head}

        refusal = scene.refused("grade-hazard", scene.listed(), **ORDINARY, **proof)

        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, refusal.under) == ("listed", "安全生产法41(3)")

    def test_up_under_an_order(self, scene: Scene) -> None:
        """
        INV-10: what proves graver is graded up, and is then due to be listed.
        """
        hazard = scene.ordered(HazardLevel.ORDINARY)

        (fact,) = scene.do("grade-hazard", hazard, **MAJOR)

        assert isinstance(fact, HazardGraded)
        assert fact.list_limit is not None
        assert scene.hazard(hazard).stage is Stage.ORDERED

    def test_after_the_acceptance(self, scene: Scene) -> None:
        """
        INV-08: what is accepted is not graded any more.
        """
        refusal = scene.refused("grade-hazard", scene.accepted(), **MAJOR)

        assert refusal.code == "hazard_stage"


class TestRemoveHazardOnSpot:
    REMOVAL = ("remove-hazard-on-spot",)

    @pytest.mark.procedure("HZ-07")
    def test_an_ordinary_one(self, scene: Scene) -> None:
        """
        安全生产法65(3): an ordinary hazard removed under the officers' eyes has ended.
        """
        hazard = scene.graded(HazardLevel.ORDINARY)

        bare = scene.refused(*self.REMOVAL, hazard, done="已堵漏", evidence=())
        scene.do(*self.REMOVAL, hazard, done="已堵漏", evidence=(PHOTO,))

        found = scene.hazard(hazard)
        assert bare.code == "evidence_missing"
        assert (found.stage, found.is_open) == (Stage.REMOVED, False)

    @pytest.mark.procedure("HZ-08")
    def test_a_major_one(self, scene: Scene) -> None:
        """
        安全生产法41(3): a major hazard goes through its whole loop.
        """
        refusal = scene.refused(
            *self.REMOVAL, scene.graded(), done="已堵漏", evidence=(PHOTO,)
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "major_not_on_spot"

    def test_once_it_was_ordered(self, scene: Scene) -> None:
        """
        INV-08: what was ordered is reported, accepted and verified.
        """
        hazard = scene.ordered(HazardLevel.ORDINARY)

        refusal = scene.refused(*self.REMOVAL, hazard, done="堵漏", evidence=(PHOTO,))

        assert refusal.code == "hazard_stage"
