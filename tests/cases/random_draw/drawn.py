"""
A visit that a draw led to.
"""

from uuid import UUID

from domain.inspection.choices import Mode
from domain.random_draw.lots import commitment_of
from tests.cases.scene import Scene

SEED = "2026-03-02 哈尔滨 8b1f"


def drawn_and_approved(scene: Scene) -> UUID:
    """
    Have a visit of officers 0 and 1 to the scene's enterprise drawn and approved.
    """
    draw = scene.do(
        "commit-random-draw",
        by=scene.clerk,
        name="双随机抽查",
        enterprise_pool=(scene.enterprise,),
        officer_pool=tuple(scene.officers[:2]),
        visits_count=1,
        officers_each_count=2,
        seed_commitment=commitment_of(SEED),
    )[0].file
    scene.do("conduct-random-draw", draw, by=scene.clerk, seed=SEED)
    return scene.approved(Mode.RANDOM, draw=draw)
