"""
The random draw's file (随机抽取卷).

Stages: committed 封存 → conducted 已抽取. An override 变更 replaces one visit of the
result, and what was drawn stays in the facts.
"""

from typing import ClassVar

from domain.base import Fact, File, FirstFact
from domain.random_draw.lots import DrawnVisit
from domain.references import EnterpriseRef, OfficerRef
from domain.values import Choice


class Stage(Choice):
    """
    How far a draw is (抽取阶段).
    """

    COMMITTED = "已封存", "committed"
    CONDUCTED = "已抽取", "conducted"


class RandomDrawCommitted(FirstFact):
    """
    The pools and the hash of the seed were laid down before the draw (抽取封存).
    """

    TOPIC: ClassVar[str] = "random-draw.random-draw-committed.v1"
    ZH: ClassVar[str] = "抽取封存"

    name: str
    enterprise_pool: tuple[EnterpriseRef, ...]
    officer_pool: tuple[OfficerRef, ...]
    visits_count: int
    officers_each_count: int
    pool_sha256: str
    seed_commitment: str

    def apply(self, aggregate: "RandomDraw") -> None:
        """
        Keep the pools and the commitment.
        """
        aggregate.name = self.name
        aggregate.enterprise_pool = self.enterprise_pool
        aggregate.officer_pool = self.officer_pool
        aggregate.counts = (self.visits_count, self.officers_each_count)
        aggregate.seed_commitment = self.seed_commitment


class RandomDrawConducted(Fact):
    """
    The seed was revealed, and the lots drawn by it (随机抽取).
    """

    TOPIC: ClassVar[str] = "random-draw.random-draw-conducted.v1"
    ZH: ClassVar[str] = "随机抽取"

    seed: str
    commitment_sha256: str
    drawn_visits: tuple[DrawnVisit, ...]

    def apply(self, aggregate: "RandomDraw") -> None:
        """
        Keep the result.
        """
        aggregate.stage = Stage.CONDUCTED
        aggregate.drawn = self.drawn_visits


class DrawOverridden(Fact):
    """
    A visit of the result was replaced, for a reason and with approval (抽取结果变更).
    """

    TOPIC: ClassVar[str] = "random-draw.draw-overridden.v1"
    ZH: ClassVar[str] = "抽取结果变更"

    enterprise: EnterpriseRef
    replacing_visit: DrawnVisit
    reason: str
    approver: OfficerRef

    def apply(self, aggregate: "RandomDraw") -> None:
        """
        Put the other visit in its place.
        """
        aggregate.drawn = tuple(
            self.replacing_visit if each.enterprise == self.enterprise else each
            for each in aggregate.drawn
        )
        aggregate.overrides += 1


class RandomDraw(File):
    """
    A random draw of enterprises and officers (双随机抽取).
    """

    TOPIC: ClassVar[str] = "random-draw"
    ZH: ClassVar[str] = "随机抽取"
    EN: ClassVar[str] = "random draw"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.COMMITTED
        self.name = ""
        self.enterprise_pool: tuple[EnterpriseRef, ...] = ()
        self.officer_pool: tuple[OfficerRef, ...] = ()
        self.counts = (0, 0)
        self.seed_commitment = ""
        self.drawn: tuple[DrawnVisit, ...] = ()
        self.overrides = 0

    def visit_to(self, enterprise: EnterpriseRef) -> DrawnVisit | None:
        """
        Give the visit to an enterprise as the result now has it, if there is one.
        """
        found = (each for each in self.drawn if each.enterprise == enterprise)
        return next(found, None)
