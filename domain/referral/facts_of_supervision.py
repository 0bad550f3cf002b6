"""
What follows a refusal or silence of the police: reconsideration, supervision.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.limits import Limit
from domain.references import BodyRef
from domain.referral.choices import (
    SETTLED,
    WITHIN,
    Reconsidered,
    ReferralFlag,
    Stage,
    Supervised,
)
from domain.referral.file import Referral, Step
from domain.values import Upload


class FilingReconsiderationRequested(Step):
    """
    The body asked the police to reconsider (提请复议).
    """

    TOPIC: ClassVar[str] = "referral.filing-reconsideration-requested.v1"
    ZH: ClassVar[str] = "提请复议"
    LEADS_TO: ClassVar[Stage | None] = Stage.RECONSIDERING

    grounds: str
    evidence: tuple[Upload, ...] = ()
    flags: tuple[ReferralFlag, ...] = ()
    answer_limit: Limit | None = None


class FilingReconsidered(Step):
    """
    The police decided on the reconsideration (复议决定).
    """

    TOPIC: ClassVar[str] = "referral.filing-reconsidered.v1"
    ZH: ClassVar[str] = "复议决定（立案）"

    reconsidered: Reconsidered
    reasons: str = ""
    flags: tuple[ReferralFlag, ...] = ()
    answer_limit: Limit | None = None

    def stage_after(self, stage: Stage) -> Stage:
        """
        Declined again; that they file instead is told by the filing itself.
        """
        if self.reconsidered is Reconsidered.UPHELD and stage is Stage.RECONSIDERING:
            return Stage.DECLINED_AGAIN
        return stage


class FilingSupervisionSuggested(Step):
    """
    The body asked the procuratorate to supervise the filing (建议立案监督).
    """

    TOPIC: ClassVar[str] = "referral.filing-supervision-suggested.v1"
    ZH: ClassVar[str] = "建议立案监督"
    LEADS_TO: ClassVar[Stage | None] = Stage.SUPERVISED
    HANDS_ORIGIN: ClassVar[bool] = True

    procuratorate: BodyRef
    grounds: str
    evidence: tuple[Upload, ...] = ()
    flags: tuple[ReferralFlag, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The procuratorate reads and supervises it, had it no copy yet.
        """
        yield self.file, self.procuratorate

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep which one.
        """
        super().apply(aggregate)
        aggregate.procuratorate = self.procuratorate
        aggregate.handed += (self.procuratorate,)


class FilingReasonsDemanded(Step):
    """
    The procuratorate demanded the reasons of the police (要求说明不立案理由).
    """

    TOPIC: ClassVar[str] = "referral.filing-reasons-demanded.v1"
    ZH: ClassVar[str] = "要求说明不立案理由"

    requirements: str
    answer_limit: Limit | None = None

    def stage_after(self, stage: Stage) -> Stage:
        """
        Under supervision, of its own motion too.
        """
        open_ones = (Stage.RECEIVED, Stage.DECLINED, Stage.DECLINED_AGAIN)
        return Stage.SUPERVISED if stage in open_ones else stage


class FilingReasonsGiven(Step):
    """
    The police gave their reasons (说明不立案理由).
    """

    TOPIC: ClassVar[str] = "referral.filing-reasons-given.v1"
    ZH: ClassVar[str] = "说明不立案理由"

    reasons: str
    flags: tuple[ReferralFlag, ...] = ()


class FilingSupervisionConcluded(Step):
    """
    The procuratorate concluded its supervision (立案监督结论).
    """

    TOPIC: ClassVar[str] = "referral.filing-supervision-concluded.v1"
    ZH: ClassVar[str] = "立案监督结论"

    supervised: Supervised
    reasons: str = ""
    order_limit: Limit | None = None

    def stage_after(self, stage: Stage) -> Stage:
        """
        To be filed, or cleared.
        """
        if stage is not Stage.SUPERVISED:
            return stage
        is_order = self.supervised is Supervised.ORDER_TO_FILE
        return Stage.TO_FILE if is_order else Stage.CLEARED


class TransferDemanded(Step):
    """
    The procuratorate demanded that the case be transferred (检察意见要求移送).
    """

    TOPIC: ClassVar[str] = "referral.transfer-demanded.v1"
    ZH: ClassVar[str] = "检察意见要求移送"

    reasons: str
    evidence: tuple[Upload, ...] = ()
    send_limit: Limit | None = None

    def stage_after(self, stage: Stage) -> Stage:
        """
        To be transferred, if the police did not have it yet.
        """
        return Stage.APPROVED if stage in WITHIN | {Stage.CLEARED} else stage

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep that whoever was cleared is under suspicion again, though it was closed.
        """
        if aggregate.is_cleared:
            aggregate.stage = Stage.CLEARED
        if aggregate.stage in SETTLED:
            aggregate.settled = frozenset()
        super().apply(aggregate)
