"""
The file of an order to suspend production (责令停产停业卷).

Stages: suspended 停产 → applied 申请复产 → passed 验收合格 → approved 准予复产 →
resumed 恢复生产. A failed acceptance, or a refusal, lets the enterprise apply again.
While it stands it may be set aside 失效: production goes on without more.
Defiance and the end of a set period are marks, no stages: neither lets anybody produce.
A decision that no suspension is required is a file of its own, without a further step.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import File
from domain.suspension_order.choices import ACTIVE, Stage, SuspensionKind


class SuspensionOrder(File):
    """
    An order not to produce, in whole or in part (责令停产停业).
    """

    TOPIC: ClassVar[str] = "suspension-order"
    ZH: ClassVar[str] = "责令停产停业"
    EN: ClassVar[str] = "suspension"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.SUSPENDED
        self.suspension_kind: SuspensionKind | None = None
        self.enterprise: UUID | None = None
        self.hazards: tuple[UUID, ...] = ()
        self.case: UUID | None = None
        self.penalty: UUID | None = None
        self.orderers: tuple[UUID, ...] = ()
        self.is_coal = False
        self.until_on: date | None = None
        self.is_period_over = False
        self.is_defied = False
        self.conditions: dict[int, str] = {}
        self.met_conditions: frozenset[int] = frozenset()

    @property
    def is_active(self) -> bool:
        """
        Whether production may not go on (INV-32).
        """
        return self.stage in ACTIVE

    @property
    def is_obeyed(self) -> bool:
        """
        Whether production stands still because of it.
        """
        return self.is_active and not self.is_defied

    @property
    def is_set_aside(self) -> bool:
        """
        Whether it was revoked, or found void or unlawful.
        """
        return self.stage is Stage.SET_ASIDE

    @property
    def team(self) -> tuple[UUID, ...]:
        """
        Those who ordered it.
        """
        return self.orderers

    @property
    def open_conditions(self) -> tuple[int, ...]:
        """
        Conditions of resumption that were not found met (INV-30).
        """
        return tuple(sorted(self.conditions.keys() - self.met_conditions))
