"""
How production resumes (复产): condition, application, acceptance, approval, resumption.
"""

from typing import ClassVar

from domain.base import Fact
from domain.limits import Limit
from domain.references import ExpertRef
from domain.suspension_order.choices import Stage
from domain.suspension_order.file import SuspensionOrder
from domain.values import Upload


class ResumptionConditionAdded(Fact):
    """
    A further condition of resumption was set (附加复产条件).
    """

    TOPIC: ClassVar[str] = "suspension-order.resumption-condition-added.v1"
    ZH: ClassVar[str] = "附加复产条件"

    condition_no: int
    resumption_condition: str
    legal_basis: str

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        Keep it.
        """
        condition = {self.condition_no: self.resumption_condition}
        aggregate.conditions = aggregate.conditions | condition


class ResumptionApplied(Fact):
    """
    The enterprise applied to resume production (申请复产).
    """

    TOPIC: ClassVar[str] = "suspension-order.resumption-applied.v1"
    ZH: ClassVar[str] = "申请复产"

    self_check: str
    paper: Upload
    nth_application: int
    resume_limit: Limit | None = None

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        What was found met before is examined anew.
        """
        aggregate.stage = Stage.APPLIED
        aggregate.met_conditions = frozenset()


class ExpertAcceptancePassed(Fact):
    """
    Experts found that production can resume (专家验收合格).
    """

    TOPIC: ClassVar[str] = "suspension-order.expert-acceptance-passed.v1"
    ZH: ClassVar[str] = "专家验收合格"

    experts: tuple[ExpertRef, ...]
    opinion: str
    met_conditions: tuple[int, ...]
    paper: Upload

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        Keep what was found met.
        """
        aggregate.stage = Stage.PASSED
        aggregate.met_conditions = frozenset(self.met_conditions)


class ExpertAcceptanceFailed(Fact):
    """
    Experts found that production cannot resume (专家验收不合格).
    """

    TOPIC: ClassVar[str] = "suspension-order.expert-acceptance-failed.v1"
    ZH: ClassVar[str] = "专家验收不合格"

    experts: tuple[ExpertRef, ...]
    reason: str
    paper: Upload

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        The enterprise may apply again; or its closure is asked for (113).
        """
        aggregate.stage = Stage.FAILED


class ResumptionApproved(Fact):
    """
    A head approved that production resumes (准予复产).
    """

    TOPIC: ClassVar[str] = "suspension-order.resumption-approved.v1"
    ZH: ClassVar[str] = "准予复产"

    opinion: str
    by_principal_head: bool
    mine_safety_consent: Upload | None = None
    government_consent: Upload | None = None

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        Keep it.
        """
        aggregate.stage = Stage.APPROVED


class ResumptionRefused(Fact):
    """
    A head refused that production resumes (不予复产).
    """

    TOPIC: ClassVar[str] = "suspension-order.resumption-refused.v1"
    ZH: ClassVar[str] = "不予复产"

    reason: str

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        The suspension goes on; the enterprise may apply again.
        """
        aggregate.stage = Stage.SUSPENDED


class ProductionResumed(Fact):
    """
    Production resumed (恢复生产).
    """

    TOPIC: ClassVar[str] = "suspension-order.production-resumed.v1"
    ZH: ClassVar[str] = "恢复生产"

    resumed_scope: str
    publish_limit: Limit | None = None

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        The suspension is over.
        """
        aggregate.stage = Stage.RESUMED
