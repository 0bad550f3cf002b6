"""
What the police do with a referral, each fact by their own identity.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.limits import Limit
from domain.references import BodyRef
from domain.referral.choices import (
    IN_COURT,
    FilingGround,
    ReferralFlag,
    SecondAnswerCause,
    Stage,
)
from domain.referral.file import Referral, Step
from domain.referral.parts import HandedItem
from domain.values import Upload


class ReferralReceived(Step):
    """
    The police signed for the case (签收).
    """

    TOPIC: ClassVar[str] = "referral.referral-received.v1"
    ZH: ClassVar[str] = "移送签收"
    LEADS_TO: ClassVar[Stage | None] = Stage.RECEIVED

    filing_ground: FilingGround
    reason: str = ""
    approved_by: str = ""
    filing_limit: Limit | None = None

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep that they have it: from now on only the suspects are blocked.
        """
        super().apply(aggregate)
        aggregate.received = True


class ReferralForwarded(Step):
    """
    The police sent it on to those whose case it is (转送).
    """

    TOPIC: ClassVar[str] = "referral.referral-forwarded.v1"
    ZH: ClassVar[str] = "移送转送"
    LEADS_TO: ClassVar[Stage | None] = Stage.TRANSFERRED
    HANDS_ORIGIN: ClassVar[bool] = True

    police: BodyRef
    reason: str
    flags: tuple[ReferralFlag, ...] = ()
    receipt_limit: Limit | None = None
    filing_limit: Limit | None = None

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The other police read and answer it from now on.
        """
        yield self.file, self.police

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep who has it.
        """
        super().apply(aggregate)
        aggregate.police = self.police
        aggregate.received = False
        aggregate.handed += (self.police,)


class ReferralReturned(Step):
    """
    The police gave it back: it is no matter of theirs (退回).
    """

    TOPIC: ClassVar[str] = "referral.referral-returned.v1"
    ZH: ClassVar[str] = "移送退回"
    LEADS_TO: ClassVar[Stage | None] = Stage.RETURNED

    reason: str
    flags: tuple[ReferralFlag, ...] = ()

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep that they do not have it: every party is blocked again.
        """
        super().apply(aggregate)
        aggregate.received = False


class SupplementRequested(Step):
    """
    The police asked for papers that are missing (要求补正).
    """

    TOPIC: ClassVar[str] = "referral.supplement-requested.v1"
    ZH: ClassVar[str] = "要求补正"

    requirements: str
    flags: tuple[ReferralFlag, ...] = ()
    supplement_limit: Limit | None = None


class SupplementProvided(Step):
    """
    The body sent what was missing (补正).
    """

    TOPIC: ClassVar[str] = "referral.supplement-provided.v1"
    ZH: ClassVar[str] = "补正"

    done: str
    evidence: tuple[Upload, ...] = ()
    flags: tuple[ReferralFlag, ...] = ()


class CriminalCaseFiled(Step):
    """
    The police opened a criminal case (刑事立案).
    """

    TOPIC: ClassVar[str] = "referral.criminal-case-filed.v1"
    ZH: ClassVar[str] = "刑事立案"

    criminal_case_no: str
    second_answer_cause: SecondAnswerCause | None = None
    flags: tuple[ReferralFlag, ...] = ()
    handover_limit: Limit | None = None

    def stage_after(self, stage: Stage) -> Stage:
        """
        Filed, unless the case is before the court already.
        """
        return stage if stage in IN_COURT else Stage.FILED

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep that they answered; whoever was cleared before is under suspicion again.
        """
        if aggregate.is_settled and aggregate.stage not in IN_COURT:
            aggregate.settled = frozenset()
        super().apply(aggregate)
        aggregate.received = True
        aggregate.answers += 1


class FilingDeclined(Step):
    """
    The police decided to open no criminal case (公安不予立案).
    """

    TOPIC: ClassVar[str] = "referral.filing-declined.v1"
    ZH: ClassVar[str] = "公安不予立案"

    reasons: str
    evidence: tuple[Upload, ...] = ()
    second_answer_cause: SecondAnswerCause | None = None
    flags: tuple[ReferralFlag, ...] = ()
    answer_limit: Limit | None = None

    def stage_after(self, stage: Stage) -> Stage:
        """
        Declined, unless the question of crime is settled or before the court.
        """
        settled = IN_COURT | {Stage.CLEARED, Stage.CLOSED}
        return stage if stage in settled else Stage.DECLINED

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep that they answered.
        """
        super().apply(aggregate)
        aggregate.received = True
        aggregate.answers += 1


class GoodsHandedOver(Step):
    """
    Goods and material went to the police (移交涉案物品).
    """

    TOPIC: ClassVar[str] = "referral.goods-handed-over.v1"
    ZH: ClassVar[str] = "移交涉案物品"

    handed_items: tuple[HandedItem, ...]
    party_told: bool
    evidence: tuple[Upload, ...] = ()
    flags: tuple[ReferralFlag, ...] = ()


class CriminalCaseDismissed(Step):
    """
    The police gave up a criminal case (撤销刑事案件).
    """

    TOPIC: ClassVar[str] = "referral.criminal-case-dismissed.v1"
    ZH: ClassVar[str] = "撤销刑事案件"
    LEADS_TO: ClassVar[Stage | None] = Stage.CLEARED

    reasons: str
    advice: str = ""

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep that it was dismissed: the procuratorate may be asked to look at it.
        """
        super().apply(aggregate)
        aggregate.dismissed = True
