"""
双随机: pools and seed are laid down before the draw, and the result follows from them.
"""

from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.inspection.choices import Mode
from domain.inspection.facts import InspectionApproved
from domain.random_draw.file import (
    DrawOverridden,
    RandomDraw,
    RandomDrawCommitted,
    RandomDrawConducted,
    Stage,
)
from domain.random_draw.lots import DrawnVisit, commitment_of, drawn_lots, pool_hash
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from tests.cases.random_draw.drawn import SEED
from tests.cases.scene import Scene


@pytest.fixture
def scene() -> Scene:
    """A bureau in Harbin."""
    return Scene("000")


@pytest.fixture
def firms(scene: Scene) -> tuple[UUID, ...]:
    """Four enterprises, the scene's own among them."""
    others = (scene.another_enterprise(f"第{n}铸造厂") for n in (1, 2, 3))
    return (scene.enterprise, *others)


def terms(scene: Scene, firms: tuple[UUID, ...], **other: object) -> dict[str, object]:
    """What is laid down of a draw, but for what a case changes."""
    return {
        "by": scene.clerk,
        "name": "冶金企业双随机抽查",
        "enterprise_pool": firms,
        "officer_pool": tuple(scene.officers[:4]),
        "visits_count": 2,
        "officers_each_count": 2,
        "seed_commitment": commitment_of(SEED),
    } | other


def committed(scene: Scene, firms: tuple[UUID, ...]) -> UUID:
    """Have a draw laid down."""
    return scene.do("commit-random-draw", **terms(scene, firms))[0].file


def conducted(scene: Scene, firms: tuple[UUID, ...]) -> RandomDraw:
    """Have a draw conducted."""
    draw = committed(scene, firms)
    scene.do("conduct-random-draw", draw, by=scene.clerk, seed=SEED)
    return scene.read(RandomDraw, draw)


def approval(scene: Scene, visit: DrawnVisit, **other: object) -> dict[str, object]:
    """The approval of a drawn visit, but for what a case changes."""
    return {
        "by": scene.chief,
        "enterprise": visit.enterprise,
        "mode": Mode.RANDOM,
        "inspection_scope": "冶炼车间",
        "inspectors": visit.inspectors,
        "checklist": scene.checklist,
    } | other


class TestCommitRandomDraw:
    def test_before_the_draw(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19, 国办发〔2015〕58号: the pools and the hash of the seed come first.
        """
        (fact,) = scene.do("commit-random-draw", **terms(scene, firms))

        assert isinstance(fact, RandomDrawCommitted)
        assert fact.pool_sha256 == pool_hash(firms, tuple(scene.officers[:4]))
        assert fact.seed_commitment == commitment_of(SEED)
        assert SEED not in repr(fact)

    def test_without_a_commitment(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        国办发〔2015〕58号: the seed is bound by its hash, and not itself laid open.
        """
        said = terms(scene, firms, seed_commitment=SEED)

        assert scene.refused("commit-random-draw", **said).code == "no_commitment"

    @pytest.mark.parametrize(
        "other",
        [
            {"enterprise_pool": ()},
            {"visits_count": 5},
            {"visits_count": 0},
            {"officers_each_count": 5},
        ],
    )
    def test_pools_too_small(
        self, scene: Scene, firms: tuple[UUID, ...], other: dict[str, object]
    ) -> None:
        """
        国办发〔2015〕58号: a pool holds as many as are drawn from it.
        """
        refusal = scene.refused("commit-random-draw", **terms(scene, firms, **other))

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_such_pool"

    def test_twice_in_a_pool(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        国办发〔2015〕58号: nobody has two lots.
        """
        said = terms(scene, (*firms, firms[0]))

        assert scene.refused("commit-random-draw", **said).code == "no_such_pool"

    def test_one_officer(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        行政处罚法42: two officers or more inspect.
        """
        said = terms(scene, firms, officers_each_count=1)

        assert scene.refused("commit-random-draw", **said).code == "inspectors_too_few"

    def test_nobody_of_the_body(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        行政处罚法42: only officers of the body are drawn.
        """
        said = terms(scene, firms, officer_pool=(scene.officers[0], scene.head))

        refusal = scene.refused("commit-random-draw", **said)
        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "no_officer_of_body"


class TestConductRandomDraw:
    def test_by_the_seed(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: whoever has the seed and the stored commitment draws the same again.
        """
        draw = committed(scene, firms)

        (fact,) = scene.do("conduct-random-draw", draw, by=scene.clerk, seed=SEED)

        assert isinstance(fact, RandomDrawConducted)
        assert fact.commitment_sha256 == scene.office.digest((f"{draw}/1",))
        pools = (firms, tuple(scene.officers[:4]))
        again = drawn_lots(
            fact.seed, fact.commitment_sha256, pools=pools, counts=(2, 2)
        )
        assert fact.drawn_visits == again
        assert len({visit.enterprise for visit in again}) == 2
        assert all(len({*visit.inspectors}) == 2 for visit in again)

    def test_by_another_seed(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: nobody picks the seed after the pools are known.
        """
        draw = committed(scene, firms)

        refusal = scene.refused(
            "conduct-random-draw", draw, by=scene.clerk, seed="another"
        )
        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "seed_differs"

    def test_again(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: one commitment is drawn by once.
        """
        draw = conducted(scene, firms)

        refusal = scene.refused(
            "conduct-random-draw", draw.id, by=scene.clerk, seed=SEED
        )
        assert refusal.code == "drawn_already"

    def test_other_bytes_draw_others(self, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: the result hangs on the stored commitment too, which nobody could know
        when the seed was chosen.
        """
        pools, counts = (firms, firms), (4, 2)

        results = {
            drawn_lots(SEED, committed, pools=pools, counts=counts)
            for committed in ("a", "b", "c", "d")
        }
        assert len(results) > 1


class TestOverrideDraw:
    def replacing(self, scene: Scene, draw: RandomDraw) -> dict[str, object]:
        """Replace the officers of the first visit."""
        visit = draw.drawn[0]
        others = tuple(o for o in scene.officers[:4] if o not in visit.inspectors)
        return {
            "by": scene.clerk,
            "enterprise": visit.enterprise,
            "replacing_visit": DrawnVisit(visit.enterprise, others),
            "reason": "抽中人员与企业有利害关系，依法回避",
            "approver": scene.head,
        }

    def test_other_officers(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: a change names its reason and who approved it; the first result stays.
        """
        draw = conducted(scene, firms)
        said = self.replacing(scene, draw)

        (fact,) = scene.do("override-draw", draw.id, **said)

        assert isinstance(fact, DrawOverridden)
        assert fact.approver == scene.head
        now = scene.read(RandomDraw, draw.id)
        assert (now.stage, now.overrides) == (Stage.CONDUCTED, 1)
        assert now.visit_to(draw.drawn[0].enterprise) == said["replacing_visit"]
        assert now.drawn[1] == draw.drawn[1]

    def test_before_the_draw(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: what was not drawn cannot be overridden.
        """
        draw = committed(scene, firms)
        new = DrawnVisit(firms[0], tuple(scene.officers[:2]))
        said = {
            "by": scene.clerk,
            "enterprise": firms[0],
            "replacing_visit": new,
            "reason": "x",
            "approver": scene.head,
        }

        assert scene.refused("override-draw", draw, **said).code == "nothing_drawn"

    def test_approved_by_who_acts(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: somebody else approves, and a head.
        """
        draw = conducted(scene, firms)
        said = self.replacing(scene, draw)

        for approver, by in (
            (scene.officers[1], scene.clerk),
            (scene.head, scene.chief),
        ):
            refusal = scene.refused(
                "override-draw", draw.id, **said | {"approver": approver, "by": by}
            )
            assert isinstance(refusal, NotCompetent)
            assert refusal.code == "approver_no_head"

    def test_without_reason(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: a reason is stated.
        """
        draw = conducted(scene, firms)
        said = self.replacing(scene, draw) | {"reason": " "}

        assert scene.refused("override-draw", draw.id, **said).code == "reason_missing"

    def test_from_outside_the_pools(
        self, scene: Scene, firms: tuple[UUID, ...]
    ) -> None:
        """
        INV-19: whoever replaces comes from the pools that were laid down.
        """
        draw = conducted(scene, firms)
        first, second = draw.drawn
        outside = tuple(scene.officers[3:5])
        elsewhere = scene.another_enterprise("库外铸造厂")
        cases = (
            (DrawnVisit(first.enterprise, outside), "not_in_pool"),
            (DrawnVisit(elsewhere, first.inspectors), "not_in_pool"),
            (DrawnVisit(second.enterprise, first.inspectors), "drawn_as_well"),
            (DrawnVisit(first.enterprise, first.inspectors[:1]), "inspectors_too_few"),
        )
        for new, code in cases:
            said = self.replacing(scene, draw) | {"replacing_visit": new}
            assert scene.refused("override-draw", draw.id, **said).code == code

    def test_what_was_not_drawn(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: only a visit of the result is replaced.
        """
        draw = conducted(scene, firms)
        left = next(f for f in firms if draw.visit_to(f) is None)
        said = self.replacing(scene, draw) | {"enterprise": left}

        assert scene.refused("override-draw", draw.id, **said).code == "not_drawn"

    def test_after_the_approval(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: a visit that is approved is as it was drawn, and stays so.
        """
        draw = conducted(scene, firms)
        scene.do("approve-inspection", **approval(scene, draw.drawn[0], draw=draw.id))

        refusal = scene.refused("override-draw", draw.id, **self.replacing(scene, draw))
        assert refusal.code == "visit_approved"


class TestApproveRandomInspection:
    def test_as_it_was_drawn(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: the approval cites the draw.
        """
        draw = conducted(scene, firms)

        (fact,) = scene.do(
            "approve-inspection", **approval(scene, draw.drawn[0], draw=draw.id)
        )

        assert isinstance(fact, InspectionApproved)
        assert fact.draw == draw.id
        assert f"draw/{draw.id}/inspection" in fact.tags()

    def test_without_a_draw(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: no visit is called random that nobody drew; no other visit cites a draw.
        """
        draw = conducted(scene, firms)
        said = approval(scene, draw.drawn[0])

        refusal = scene.refused("approve-inspection", **said)
        assert refusal.code == "draw_missing"
        planned = said | {"mode": Mode.PLANNED, "draw": draw.id}
        assert scene.refused("approve-inspection", **planned).code == "draw_missing"

    def test_of_another_enterprise(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: the enterprise is one that was drawn.
        """
        draw = conducted(scene, firms)
        left = next(f for f in firms if draw.visit_to(f) is None)
        visit = DrawnVisit(left, draw.drawn[0].inspectors)

        refusal = scene.refused(
            "approve-inspection", **approval(scene, visit, draw=draw.id)
        )
        assert refusal.code == "not_drawn"

    def test_by_other_officers(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: the officers are those who were drawn, all of them and nobody else.
        """
        draw = conducted(scene, firms)
        first = draw.drawn[0]
        others = (first.inspectors[0], scene.officers[4])
        visit = DrawnVisit(first.enterprise, others)

        refusal = scene.refused(
            "approve-inspection", **approval(scene, visit, draw=draw.id)
        )
        assert refusal.code == "other_officers_drawn"

    def test_twice(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: a lot is one visit; one that could not be made may be approved again.
        """
        draw = conducted(scene, firms)
        said = approval(scene, draw.drawn[0], draw=draw.id)
        visit = scene.do("approve-inspection", **said)[0].file

        assert scene.refused("approve-inspection", **said).code == "visit_approved"
        one = Actor(Role.OFFICER, draw.drawn[0].inspectors[0], scene.bureau)
        scene.do("abandon-inspection", visit, by=one, reason="停产检修")
        scene.do("approve-inspection", **said)

    def test_an_unknown_draw(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: what is cited is a draw.
        """
        draw = conducted(scene, firms)
        said = approval(scene, draw.drawn[0], draw=firms[0])

        assert isinstance(scene.refused("approve-inspection", **said), NoSuchCase)


class TestOpenRandomInspection:
    def test_by_some_of_them(self, scene: Scene, firms: tuple[UUID, ...]) -> None:
        """
        INV-19: all who were drawn go there.
        """
        said = terms(scene, firms, officers_each_count=3)
        draw = scene.do("commit-random-draw", **said)[0].file
        scene.do("conduct-random-draw", draw, by=scene.clerk, seed=SEED)
        drawn = scene.read(RandomDraw, draw).drawn[0]
        visit = scene.do("approve-inspection", **approval(scene, drawn, draw=draw))[
            0
        ].file
        one, two, three = (scene.officers.index(o) for o in drawn.inspectors)
        arrival = {"place": "厂区", "certificates_shown": True}
        scene.notify(visit, by=scene.officer(one), officers=(two,))

        some = {"by": scene.officer(one), "officers": (two,)} | arrival
        refusal = scene.refused("open-inspection", visit, **some)

        assert refusal.code == "other_officers_drawn"
        scene.do("open-inspection", visit, **some | {"officers": (two, three)})
