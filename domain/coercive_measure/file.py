"""
The file of a measure (强制措施卷).

Stages: approved 批准 → imposed 实施 → lifted 解除, or everything disposed of 处理完毕;
an urgent one begins imposed, and its approval is made up 补办.
An order to withdraw people 责令撤人 or to stop at once 紧急停产 begins ordered, and is
lifted when the danger is removed.
Extension, test time and overrun are marks, no stages.
"""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from domain.base import File
from domain.coercive_measure.choices import (
    ACTIVE,
    MeasureKind,
    MeasureMatter,
    Stage,
    Supply,
)
from domain.limits import Limit


class CoerciveMeasure(File):
    """
    What is done to an enterprise before anything is decided (行政强制措施).
    """

    TOPIC: ClassVar[str] = "coercive-measure"
    ZH: ClassVar[str] = "强制措施"
    EN: ClassVar[str] = "coercive measure"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.APPROVED
        self.matter = MeasureMatter.SEAL
        self.measure_kind: MeasureKind | None = None
        self.enterprise: UUID | None = None
        self.hazards: tuple[UUID, ...] = ()
        self.case: UUID | None = None
        self.inspection: UUID | None = None
        self.imposers: tuple[UUID, ...] = ()
        self.is_urgent = False
        self.is_approved = False
        self.is_reported = False
        self.approve_limit: Limit | None = None
        self.term_days = 0
        self.term: Limit | None = None
        self.term_set_by = ""
        self.decide_limit: Limit | None = None
        self.is_extended = False
        self.is_overrun = False
        self.ended_at: datetime | None = None
        self.told: dict[Supply, datetime] = {}
        self.told_limit: Limit | None = None
        self.things: frozenset[int] = frozenset()

    @property
    def is_active(self) -> bool:
        """
        Whether it weighs on the enterprise (INV-32).
        """
        return self.stage in ACTIVE

    @property
    def team(self) -> tuple[UUID, ...]:
        """
        Those who imposed it.
        """
        return self.imposers

    @property
    def awaits_approval(self) -> bool:
        """
        Whether it was imposed urgently and no head has approved it yet.
        """
        return self.is_active and self.is_urgent and not self.is_approved

    def rest_on(
        self,
        *,
        enterprise: UUID,
        hazards: tuple[UUID, ...],
        case: UUID | None,
        inspection: UUID | None,
    ) -> None:
        """
        Keep against whom it is, and on what it rests.
        """
        self.enterprise = enterprise
        self.hazards = hazards
        self.case = case
        self.inspection = inspection
