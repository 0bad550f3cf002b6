"""
What becomes of a penalty that was wrong: corrected, varied, revoked, void, refunded.
"""

from datetime import date
from typing import ClassVar

from domain.base import Fact
from domain.falling import ChangedBy
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit
from domain.penalty.choices import CorrectedPart, PenaltyFlag, Stage
from domain.penalty.file import Instalment, Penalty
from domain.values import Upload


class DecisionCorrected(Fact):
    """
    A clerical slip of a decision was put right (更正).
    """

    TOPIC: ClassVar[str] = "penalty.decision-corrected.v1"
    ZH: ClassVar[str] = "更正"

    corrected_part: CorrectedPart
    passage: str
    altered_to: str
    reason: str

    def apply(self, aggregate: "Penalty") -> None:
        """
        What was decided stands as it was.
        """


class DecisionVaried(Fact):
    """
    A decision was replaced in its content (变更).
    """

    TOPIC: ClassVar[str] = "penalty.decision-varied.v1"
    ZH: ClassVar[str] = "变更"

    changed_by: ChangedBy
    reason: str
    effective_on: date
    kinds: tuple[PenaltyKind, ...]
    fine_fen: int
    refund_fen: int
    decision_no: str = ""
    flags: tuple[PenaltyFlag, ...] = ()
    withdraw_limit: Limit | None = None
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep what stands now.
        """
        aggregate.kinds = self.kinds
        aggregate.fine_fen = self.fine_fen
        aggregate.refund_due_fen = self.refund_fen
        due = [each.pay_until for each in aggregate.instalments]
        if due:
            aggregate.instalments = (Instalment(due[-1], self.fine_fen),)
        aggregate.settle()


class _Fallen(Fact):
    """
    A decision that stands no more (失效).
    """

    changed_by: ChangedBy
    reason: str
    effective_on: date
    refund_fen: int
    decision_no: str = ""
    withdraw_limit: Limit | None = None
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        It fell, and what was paid is to be given back.
        """
        aggregate.stands = False
        aggregate.stage = Stage.FALLEN
        aggregate.refund_due_fen = self.refund_fen


class DecisionRevoked(_Fallen):
    """
    A decision was revoked (撤销).
    """

    TOPIC: ClassVar[str] = "penalty.decision-revoked.v1"
    ZH: ClassVar[str] = "撤销"


class DecisionDeclaredVoid(_Fallen):
    """
    A decision was declared void from the beginning (确认无效).
    """

    TOPIC: ClassVar[str] = "penalty.decision-declared-void.v1"
    ZH: ClassVar[str] = "确认无效"


class DecisionConfirmedUnlawful(_Fallen):
    """
    A decision was confirmed to be unlawful (确认违法).
    """

    TOPIC: ClassVar[str] = "penalty.decision-confirmed-unlawful.v1"
    ZH: ClassVar[str] = "确认违法"


class FineRefunded(Fact):
    """
    What had been paid was given back (退还罚款).
    """

    TOPIC: ClassVar[str] = "penalty.fine-refunded.v1"
    ZH: ClassVar[str] = "退还罚款"

    refund_fen: int
    receipt_no: str

    def apply(self, aggregate: "Penalty") -> None:
        """
        Less is to be given back.
        """
        aggregate.refund_due_fen -= self.refund_fen
