"""
What can happen to a penalty that is performed: payment, deferral, demand, surcharge.
"""

from datetime import date
from typing import ClassVar

from domain.base import Fact
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit
from domain.penalty.choices import CollectionGround, PaysFirst, PenaltyFlag
from domain.penalty.file import Instalment, Payment, Penalty
from domain.values import Upload


class SpotDecisionFiled(Fact):
    """
    An on-the-spot decision was filed with the officers' own body (当场处罚备案).
    """

    TOPIC: ClassVar[str] = "penalty.spot-decision-filed.v1"
    ZH: ClassVar[str] = "当场处罚备案"

    flags: tuple[PenaltyFlag, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep that it was.
        """
        aggregate.filed = True


class PenaltyFiledWithSuperior(Fact):
    """
    A major penalty was filed with the superior body (报上级备案).
    """

    TOPIC: ClassVar[str] = "penalty.penalty-filed-with-superior.v1"
    ZH: ClassVar[str] = "报上级备案"

    filed_with: str
    filed_summary: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep that it was.
        """
        aggregate.filed_with_superior = True


class FinePaid(Fact):
    """
    Money came in on a fine (缴款).
    """

    TOPIC: ClassVar[str] = "penalty.fine-paid.v1"
    ZH: ClassVar[str] = "缴款"

    receipt_no: str
    fine_paid_fen: int
    surcharge_paid_fen: int
    pays_first: PaysFirst
    fine_left_fen: int
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        Count it.
        """
        paid = Payment(self.deed.on, self.fine_paid_fen, self.surcharge_paid_fen)
        aggregate.payments = (*aggregate.payments, paid)
        aggregate.settle()


class PenaltyPerformed(Fact):
    """
    A part of a penalty that is not money was performed (非金钱履行).
    """

    TOPIC: ClassVar[str] = "penalty.penalty-performed.v1"
    ZH: ClassVar[str] = "非金钱履行"

    kinds: tuple[PenaltyKind, ...]
    done: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep what was.
        """
        aggregate.performed = aggregate.performed.union(self.kinds)
        aggregate.settle()


class SpotFineCollected(Fact):
    """
    A fine was collected on the spot, against an official receipt (当场收缴).
    """

    TOPIC: ClassVar[str] = "penalty.spot-fine-collected.v1"
    ZH: ClassVar[str] = "当场收缴"

    collection_ground: CollectionGround
    receipt_no: str
    fine_paid_fen: int
    hand_in_limit: Limit | None = None

    def apply(self, aggregate: "Penalty") -> None:
        """
        Count it.
        """
        paid = Payment(self.deed.on, self.fine_paid_fen, 0)
        aggregate.payments = (*aggregate.payments, paid)
        aggregate.cash_taken = True
        aggregate.hand_in_limit = self.hand_in_limit
        aggregate.settle()


class SpotFineHandedIn(Fact):
    """
    Officers handed a fine that they collected in to their body (当场收缴上交).
    """

    TOPIC: ClassVar[str] = "penalty.spot-fine-handed-in.v1"
    ZH: ClassVar[str] = "当场收缴上交"

    flags: tuple[PenaltyFlag, ...] = ()
    bank_limit: Limit | None = None

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep until when it goes to the bank.
        """
        aggregate.cash_taken = False
        aggregate.cash_handed_in = True
        aggregate.bank_limit = self.bank_limit


class SpotFineBanked(Fact):
    """
    A fine that was collected was paid in at the bank (当场收缴缴库).
    """

    TOPIC: ClassVar[str] = "penalty.spot-fine-banked.v1"
    ZH: ClassVar[str] = "当场收缴缴库"

    receipt_no: str
    flags: tuple[PenaltyFlag, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        Nothing is open of it.
        """
        aggregate.cash_handed_in = False


class DeferralApplied(Fact):
    """
    A party asked to pay later, or in parts (申请延期分期).
    """

    TOPIC: ClassVar[str] = "penalty.deferral-applied.v1"
    ZH: ClassVar[str] = "申请延期分期"

    reason: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Penalty") -> None:
        """
        An answer is awaited.
        """
        aggregate.deferral_asked = True


class DeferralDecided(Fact):
    """
    A head let a party pay later or in parts, or refused (延期分期决定).
    """

    TOPIC: ClassVar[str] = "penalty.deferral-decided.v1"
    ZH: ClassVar[str] = "延期分期决定"

    granted: bool
    reason: str
    instalments: tuple[Instalment, ...] = ()
    defer_limit: Limit | None = None
    window_limit: Limit | None = None

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep by when each part is to be paid.
        """
        aggregate.deferral_asked = False
        if self.granted:
            aggregate.instalments = self.instalments
            aggregate.deferred_until = self.instalments[-1].pay_until


class FineDemanded(Fact):
    """
    A party was reminded of a fine that it did not pay in time (缴款催告).
    """

    TOPIC: ClassVar[str] = "penalty.fine-demanded.v1"
    ZH: ClassVar[str] = "缴款催告"

    pay_until: date
    fine_left_fen: int
    surcharge_to_date_fen: int

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep that it was.
        """
        aggregate.fine_demanded = True


class SurchargeImposed(Fact):
    """
    A surcharge on a fine paid late was imposed, for the days up to one (加处罚款决定).
    """

    TOPIC: ClassVar[str] = "penalty.surcharge-imposed.v1"
    ZH: ClassVar[str] = "加处罚款决定"

    served_on: date
    until_on: date
    days_late: int
    days_not_counted: int
    surcharge_fen: int
    surcharge_total_fen: int
    pay_until: date
    review_body: str
    court: str

    def apply(self, aggregate: "Penalty") -> None:
        """
        Keep how much it is by now.
        """
        aggregate.surcharge_fen = self.surcharge_total_fen
