"""
How a credit fact that was right is repaired (信用修复), and how a repair is revoked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.credit_record.choices import RepairEffect, Stage
from domain.credit_record.facts import CreditFactWithdrawn, handed_to_each
from domain.credit_record.file import CreditRecord
from domain.references import BodyRef
from domain.values import Upload


@dataclass(frozen=True)
class Stoppage:
    """
    What was stopped, and where (终止事项).

    Args:
        repair_effect: What was stopped.
        platform: Where: the platform, system or partner.
    """

    repair_effect: RepairEffect
    platform: str


class RepairApplied(Fact):
    """
    The subject asked for repair (修复申请).
    """

    TOPIC: ClassVar[str] = "credit-record.repair-applied.v1"
    ZH: ClassVar[str] = "修复申请"

    credit_no: int
    credit_promise: Upload
    evidence: tuple[Upload, ...]

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        Keep that it awaits an answer.
        """
        aggregate.set_stage(self.credit_no, Stage.APPLIED)


class RepairAccepted(Fact):
    """
    The application is examined (修复受理).
    """

    TOPIC: ClassVar[str] = "credit-record.repair-accepted.v1"
    ZH: ClassVar[str] = "修复受理"

    credit_no: int

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        Keep that it is examined.
        """
        aggregate.set_stage(self.credit_no, Stage.ACCEPTED)


class RepairRefused(Fact):
    """
    The fact stands unrepaired (不予修复).
    """

    TOPIC: ClassVar[str] = "credit-record.repair-refused.v1"
    ZH: ClassVar[str] = "不予修复"

    credit_no: int
    reasons: str

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        It stands as before.
        """
        aggregate.set_stage(self.credit_no, Stage.RECORDED)


class CreditFactRepaired(Fact):
    """
    A credit fact was repaired: it is shown, shared and used no more (已修复).
    """

    TOPIC: ClassVar[str] = "credit-record.credit-fact-repaired.v1"
    ZH: ClassVar[str] = "已修复"

    credit_no: int
    reasons: str
    stoppages: tuple[Stoppage, ...]
    partners_told: tuple[BodyRef, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The partners that discipline the subject use it no more.
        """
        return handed_to_each(self.file, self.partners_told)

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        Keep that it is repaired.
        """
        aggregate.set_stage(self.credit_no, Stage.REPAIRED)


class RepairRevoked(Fact):
    """
    A repair got by fraud was revoked; the fact stands again (撤销修复).
    """

    TOPIC: ClassVar[str] = "credit-record.repair-revoked.v1"
    ZH: ClassVar[str] = "撤销修复"

    credit_no: int
    reasons: str
    evidence: tuple[Upload, ...]
    barred_until: date | None = None
    partners_told: tuple[BodyRef, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The partners that discipline the subject may use it again.
        """
        return handed_to_each(self.file, self.partners_told)

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        It stands again, and is barred from repair for a time.
        """
        item = aggregate.items[self.credit_no]
        aggregate.put(
            replace(
                item,
                stage=Stage.RECORDED,
                barred_until=self.barred_until,
                repair_revoked=self.id,
            )
        )


#: How a credit fact stands after each of these.
STAGE_AFTER: Mapping[type[Fact], Stage] = MappingProxyType(
    {
        CreditFactWithdrawn: Stage.WITHDRAWN,
        RepairApplied: Stage.APPLIED,
        RepairAccepted: Stage.ACCEPTED,
        RepairRefused: Stage.RECORDED,
        CreditFactRepaired: Stage.REPAIRED,
        RepairRevoked: Stage.RECORDED,
    }
)
