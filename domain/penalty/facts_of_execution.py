"""
What can happen to a penalty that is enforced: demand, court, agreement, standstill.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.limits import Limit
from domain.penalty.choices import (
    CourtPaper,
    PenaltyFlag,
    Stage,
    SuspensionGround,
    TerminationGround,
)
from domain.penalty.file import Instalment, Payment, Penalty
from domain.references import BodyRef
from domain.values import Upload


class PerformanceDemanded(Fact):
    """
    A demand to perform the decision reached the party (履行催告).
    """

    TOPIC: ClassVar[str] = "penalty.performance-demanded.v1"
    ZH: ClassVar[str] = "履行催告"

    demand_content: str
    pay_until: date
    fine_left_fen: int
    surcharge_fen: int
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep the day on which it reached the party.
        """
        aggregate.demanded_on = self.deed.on
        if aggregate.stage is Stage.SERVED:
            aggregate.stage = Stage.DEMANDED


class CompulsoryExecutionApplied(Fact):
    """
    The body asked a court to execute the decision (申请强制执行).
    """

    TOPIC: ClassVar[str] = "penalty.compulsory-execution-applied.v1"
    ZH: ClassVar[str] = "申请强制执行"

    court: str
    court_papers: tuple[CourtPaper, ...]
    fine_left_fen: int
    surcharge_fen: int
    window_from: date
    window_limit: Limit
    court_body: BodyRef | None = None
    late_ground: str = ""
    flags: tuple[PenaltyFlag, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The court reads the penalty, where it is a body of this ledger.
        """
        if self.court_body is not None:
            yield self.file, self.court_body

    def apply(self, aggregate: "Penalty") -> None:
        """
        It is at court.
        """
        aggregate.stage = Stage.AT_COURT
        aggregate.court = self.court_body
        aggregate.accepted = None
        aggregate.granted = None


class ExecutionAcceptanceDecided(Fact):
    """
    A court accepted the application, or did not (法院受理).
    """

    TOPIC: ClassVar[str] = "penalty.execution-acceptance-decided.v1"
    ZH: ClassVar[str] = "法院受理"

    court_accepted: bool
    reason: str = ""
    decision_no: str = ""
    review_limit: Limit | None = None

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep the answer.
        """
        aggregate.accepted = self.court_accepted


class ExecutionRulingReceived(Fact):
    """
    The body received the ruling on the execution (执行裁定).
    """

    TOPIC: ClassVar[str] = "penalty.execution-ruling-received.v1"
    ZH: ClassVar[str] = "执行裁定"

    granted: bool
    reason: str = ""
    decision_no: str = ""
    review_limit: Limit | None = None

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep the answer; what is granted is executed.
        """
        aggregate.granted = self.granted
        if self.granted and aggregate.stage is Stage.AT_COURT:
            aggregate.stage = Stage.ENFORCING


class ExecutionReviewApplied(Fact):
    """
    The body asked the higher court to review a refusal (申请上级法院复议).
    """

    TOPIC: ClassVar[str] = "penalty.execution-review-applied.v1"
    ZH: ClassVar[str] = "申请上级法院复议"

    court: str
    reason: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        The court is to answer anew.
        """
        aggregate.accepted = None
        aggregate.granted = None


class ExecutionCompleted(Fact):
    """
    The execution was completed (执行完毕).
    """

    TOPIC: ClassVar[str] = "penalty.execution-completed.v1"
    ZH: ClassVar[str] = "执行完毕"

    fine_paid_fen: int
    surcharge_paid_fen: int
    done: str = ""

    def apply(self, aggregate: "Penalty") -> None:
        """
        Nothing is left of it.
        """
        paid = Payment(self.deed.on, self.fine_paid_fen, self.surcharge_paid_fen)
        aggregate.payments = (*aggregate.payments, paid)
        aggregate.stage = Stage.PERFORMED


class ExecutionAgreementMade(Fact):
    """
    Body and party agreed how the decision is performed (执行协议).
    """

    TOPIC: ClassVar[str] = "penalty.execution-agreement-made.v1"
    ZH: ClassVar[str] = "执行协议"

    instalments: tuple[Instalment, ...]
    surcharge_cut_fen: int
    remedied: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep by when each part is to be paid, and what of the surcharge is let off.
        """
        aggregate.agreed = True
        aggregate.surcharge_fen -= self.surcharge_cut_fen
        aggregate.instalments = self.instalments
        aggregate.settle()


class ExecutionSuspended(Fact):
    """
    The execution stands still (中止执行).
    """

    TOPIC: ClassVar[str] = "penalty.execution-suspended.v1"
    ZH: ClassVar[str] = "中止执行"

    suspension_ground: SuspensionGround
    reason: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep since when.
        """
        aggregate.suspended_on = self.deed.on


class ExecutionResumed(Fact):
    """
    The execution goes on (恢复执行).
    """

    TOPIC: ClassVar[str] = "penalty.execution-resumed.v1"
    ZH: ClassVar[str] = "恢复执行"

    reason: str

    def apply(self, aggregate: "Penalty") -> None:
        """
        It stands still no more.
        """
        aggregate.suspended_on = None


class ExecutionTerminated(Fact):
    """
    The execution was ended by a ground of the law (终结执行).
    """

    TOPIC: ClassVar[str] = "penalty.execution-terminated.v1"
    ZH: ClassVar[str] = "终结执行"

    execution_end_ground: TerminationGround
    reason: str
    fine_left_fen: int
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        Nothing more is done; what has fallen stays fallen.
        """
        aggregate.suspended_on = None
        aggregate.is_terminated = True
        if aggregate.stage is not Stage.FALLEN:
            aggregate.stage = Stage.TERMINATED
