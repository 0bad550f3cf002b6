"""
What can happen to a suspension while it lasts: ordered, defied, its period over.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from domain.base import Fact, FirstFact
from domain.limits import Limit
from domain.references import (
    CaseRef,
    EnterpriseRef,
    HazardRef,
    InspectionRef,
    OfficerRef,
    PenaltyRef,
)
from domain.suspension_order.choices import Stage, SuspensionKind
from domain.suspension_order.file import SuspensionOrder
from domain.values import Upload


class SuspensionOrdered(FirstFact):
    """
    Production was ordered to be suspended (责令停产).
    """

    TOPIC: ClassVar[str] = "suspension-order.suspension-ordered.v1"
    ZH: ClassVar[str] = "责令停产停业"

    suspension_kind: SuspensionKind
    enterprise: EnterpriseRef
    scope: str
    suspended_from: date
    hazards: tuple[HazardRef, ...]
    orderers: tuple[OfficerRef, ...]
    reason: str
    coal: bool
    resumption_conditions: tuple[str, ...] = ()
    until_on: date | None = None
    case: CaseRef | None = None
    inspection: InspectionRef | None = None
    penalty: PenaltyRef | None = None
    publish_limit: Limit | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by the hazards, the case and the penalty that it rests on.
        """
        for hazard in self.hazards:
            yield f"hazard/{hazard}/measure"
        if self.case is not None:
            yield f"case/{self.case}/measure"
        if self.penalty is not None:
            yield f"penalty/{self.penalty}/suspension"

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        It runs.
        """
        aggregate.stage = Stage.SUSPENDED
        aggregate.suspension_kind = self.suspension_kind
        aggregate.enterprise = self.enterprise
        aggregate.hazards = self.hazards
        aggregate.case = self.case
        aggregate.penalty = self.penalty
        aggregate.orderers = self.orderers
        aggregate.is_coal = self.coal
        aggregate.until_on = self.until_on
        aggregate.conditions = dict(enumerate(self.resumption_conditions, start=1))


class SuspensionNotRequiredDecided(FirstFact):
    """
    A head decided that no suspension is required (无需停产决定).
    """

    TOPIC: ClassVar[str] = "suspension-order.suspension-not-required-decided.v1"
    ZH: ClassVar[str] = "无需停产决定"

    enterprise: EnterpriseRef
    reason: str
    hazards: tuple[HazardRef, ...] = ()

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        There is nothing more to do here.
        """
        aggregate.stage = Stage.NOT_REQUIRED
        aggregate.enterprise = self.enterprise
        aggregate.hazards = self.hazards


class SuspensionDefied(Fact):
    """
    The enterprise went on producing (拒不执行停产).
    """

    TOPIC: ClassVar[str] = "suspension-order.suspension-defied.v1"
    ZH: ClassVar[str] = "拒不执行停产"

    defiance: str
    evidence: tuple[Upload, ...]

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        Mark it.
        """
        aggregate.is_defied = True


class SuspensionPeriodEnded(Fact):
    """
    The set period is over; resumption still needs its consent (停产期满).
    """

    TOPIC: ClassVar[str] = "suspension-order.suspension-period-ended.v1"
    ZH: ClassVar[str] = "停产期满"

    until_on: date

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        Mark it.
        """
        aggregate.is_period_over = True
