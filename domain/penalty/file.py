"""
The penalty's file (处罚卷): one per party and decision.

Stages: decided 决定 → served 送达 → demanded 催告 → at court 申请执行 → enforcing
准予执行, and from service on performed 履行 or terminated 终结执行.
From any of them it may fall 失效: revoked, or declared void.
Deferral, surcharge, agreement and a standstill of the execution are marks, no stages.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import File
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit
from domain.penalty.choices import AFTER_SERVICE, UNPERFORMED, Stage

#: Kinds that are performed by being served.
TOLD = frozenset((PenaltyKind.WARNING, PenaltyKind.CRITICISM))


@dataclass(frozen=True)
class Instalment:
    """
    A part of a fine, and until when it is to be paid (分期缴款).

    Args:
        pay_until: The last day, inclusive.
        amount_fen: How much.
    """

    pay_until: date
    amount_fen: int


@dataclass(frozen=True)
class Payment:
    """
    Money that came in (缴款).

    Args:
        on: The day on which it was paid.
        fine_fen: What counts towards the fine.
        surcharge_fen: What counts towards the surcharge.
    """

    on: date
    fine_fen: int
    surcharge_fen: int


class Penalty(File):
    """
    A penalty on one party (行政处罚).
    """

    TOPIC: ClassVar[str] = "penalty"
    ZH: ClassVar[str] = "处罚"
    EN: ClassVar[str] = "penalty"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.DECIDED
        self.on_the_spot = False
        self.daily_of: UUID | None = None
        self.daily_span: tuple[date, date] | None = None
        self.case: UUID | None = None
        self.inspection: UUID | None = None
        self.party_no = 1
        self.enterprise: UUID | None = None
        self.person_key = ""
        self.kinds: tuple[PenaltyKind, ...] = ()
        self.act_keys: tuple[str, ...] = ()
        self.fine_fen = 0
        self.surcharge_told = False
        self.decided_on = date.min
        self.served_on: date | None = None
        self.service: UUID | None = None
        self.serve_limit: Limit | None = None
        self.file_limit: Limit | None = None
        self.filed = False
        self.filed_with_superior = False
        self.pay_limit: Limit | None = None
        self.stands = True
        self.instalments: tuple[Instalment, ...] = ()
        self.payments: tuple[Payment, ...] = ()
        self.surcharge_fen = 0
        self.performed: frozenset[PenaltyKind] = frozenset()
        self.deferral_asked = False
        self.deferred_until: date | None = None
        self.fine_demanded = False
        self.cash_taken = False
        self.cash_handed_in = False
        self.hand_in_limit: Limit | None = None
        self.bank_limit: Limit | None = None
        self.demanded_on: date | None = None
        self.court: UUID | None = None
        self.accepted: bool | None = None
        self.granted: bool | None = None
        self.agreed = False
        self.suspended_on: date | None = None
        self.is_terminated = False
        self.refund_due_fen = 0

    @property
    def fines(self) -> bool:
        """
        Whether it stands and takes money as a fine.
        """
        return self.stands and PenaltyKind.FINE in self.kinds

    @property
    def is_unperformed(self) -> bool:
        """
        Whether it was served and something of it is still to be performed.
        """
        return self.stands and self.stage in UNPERFORMED

    @property
    def fine_paid_fen(self) -> int:
        """
        How much of the fine came in.
        """
        return sum(each.fine_fen for each in self.payments)

    @property
    def fine_left_fen(self) -> int:
        """
        How much of the fine is not paid.
        """
        return max(self.fine_fen - self.fine_paid_fen, 0)

    @property
    def surcharge_left_fen(self) -> int:
        """
        How much of the surcharge imposed is not paid.
        """
        paid = sum(each.surcharge_fen for each in self.payments)
        return max(self.surcharge_fen - paid, 0)

    @property
    def paid_fen(self) -> int:
        """
        How much came in altogether.
        """
        return sum(each.fine_fen + each.surcharge_fen for each in self.payments)

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        The court that is asked to execute it.
        """
        return (self.court,) if self.court else ()

    def take_service_back(self) -> None:
        """
        Forget the service, and all that ran from it.
        """
        self.served_on = None
        self.service = None
        self.pay_limit = None
        self.instalments = ()
        self.surcharge_fen = 0
        self.deferral_asked = False
        self.deferred_until = None
        self.fine_demanded = False
        self.demanded_on = None
        if self.stage in AFTER_SERVICE:
            self.stage = Stage.DECIDED

    def settle(self) -> None:
        """
        Move on to performed once nothing is left to pay or to do.
        """
        money = self.fine_left_fen + self.surcharge_left_fen
        left = {*self.kinds} - TOLD - {PenaltyKind.FINE} - self.performed
        if self.is_unperformed and not money and not left:
            self.stage = Stage.PERFORMED
