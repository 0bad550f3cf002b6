"""
What becomes of a criminal case: prosecution, judgment, return, the end of the referral.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.law.crimes import Offence
from domain.limits import Limit
from domain.references import BodyRef
from domain.referral.choices import SETTLED, ClosingGround, ReferralFlag, Stage
from domain.referral.file import Referral, Step
from domain.referral.parts import Suspect
from domain.values import Upload


class TransferredForProsecution(Step):
    """
    The police sent a case up for prosecution (移送起诉).
    """

    TOPIC: ClassVar[str] = "referral.transferred-for-prosecution.v1"
    ZH: ClassVar[str] = "移送起诉"
    LEADS_TO: ClassVar[Stage | None] = Stage.PROSECUTING
    HANDS_ORIGIN: ClassVar[bool] = True

    offence: Offence
    procuratorate: BodyRef
    suspect_nos: tuple[int, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The procuratorate reads and decides it from now on.
        """
        yield self.file, self.procuratorate

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep which one; whoever was cleared is under suspicion again: those named, or
        everybody in a case that was settled.
        """
        aggregate.suspect_anew(self.suspect_nos)
        super().apply(aggregate)
        aggregate.procuratorate = self.procuratorate
        aggregate.handed += (self.procuratorate,)


class ProsecutionDecided(Step):
    """
    The procuratorate prosecuted (提起公诉).
    """

    TOPIC: ClassVar[str] = "referral.prosecution-decided.v1"
    ZH: ClassVar[str] = "提起公诉"
    LEADS_TO: ClassVar[Stage | None] = Stage.PROSECUTED
    HANDS_ORIGIN: ClassVar[bool] = True

    offence: Offence
    court: BodyRef
    suspect_nos: tuple[int, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The court reads and decides it from now on.
        """
        yield self.file, self.court

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep which one, and who is before it; whoever was cleared is under suspicion
        again: those named, or everybody in a case that was settled.
        """
        aggregate.suspect_anew(self.suspect_nos)
        super().apply(aggregate)
        named = frozenset(self.suspect_nos) or aggregate.open_suspects
        aggregate.prosecuted |= named
        aggregate.court = self.court
        aggregate.handed += (self.court,)


class NonProsecutionDecided(Step):
    """
    The procuratorate did not prosecute (不起诉).
    """

    TOPIC: ClassVar[str] = "referral.non-prosecution-decided.v1"
    ZH: ClassVar[str] = "不起诉"

    reasons: str
    suspect_nos: tuple[int, ...]
    settles_all: bool
    flags: tuple[ReferralFlag, ...] = ()

    def stage_after(self, stage: Stage) -> Stage:
        """
        Cleared, once nobody is left.
        """
        return Stage.CLEARED if self.settles_all else stage

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep who is cleared.
        """
        super().apply(aggregate)
        aggregate.settled |= frozenset(self.suspect_nos)


class ProsecutorOpinionReceived(Step):
    """
    The procuratorate asked for a penalty (收到检察意见).
    """

    TOPIC: ClassVar[str] = "referral.prosecutor-opinion-received.v1"
    ZH: ClassVar[str] = "收到检察意见"

    opinion: str
    evidence: tuple[Upload, ...] = ()
    answer_limit: Limit | None = None


class ProsecutorOpinionAnswered(Step):
    """
    The body answered the procuratorate's opinion (回复检察意见).
    """

    TOPIC: ClassVar[str] = "referral.prosecutor-opinion-answered.v1"
    ZH: ClassVar[str] = "回复检察意见"

    reply: str
    evidence: tuple[Upload, ...] = ()
    flags: tuple[ReferralFlag, ...] = ()


class JudgmentRecorded(Step):
    """
    The court judged somebody (判决).
    """

    TOPIC: ClassVar[str] = "referral.judgment-recorded.v1"
    ZH: ClassVar[str] = "判决"

    judgment_no: str
    suspect_no: int
    convict: Suspect
    guilty: bool
    criminal_fine_fen: int
    settles_all: bool
    offence: Offence | None = None
    sentence: str = ""
    court_ban: str = ""

    def stage_after(self, stage: Stage) -> Stage:
        """
        Judged, once nobody is left.
        """
        return Stage.JUDGED if self.settles_all else stage

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep who is judged, and who was fined.
        """
        super().apply(aggregate)
        if self.suspect_no:
            aggregate.settled |= {self.suspect_no}
        if self.guilty and self.criminal_fine_fen:
            aggregate.fined += (self.convict,)


class SentenceCompleted(Step):
    """
    Somebody served their sentence (刑罚执行完毕).
    """

    TOPIC: ClassVar[str] = "referral.sentence-completed.v1"
    ZH: ClassVar[str] = "刑罚执行完毕"

    judgment_no: str
    completed_on: date
    suspect_no: int


class CaseReturnedForPenalty(Step):
    """
    The case was handed back to be dealt with administratively (反向移送).
    """

    TOPIC: ClassVar[str] = "referral.case-returned-for-penalty.v1"
    ZH: ClassVar[str] = "反向移送"

    reasons: str
    evidence: tuple[Upload, ...] = ()
    suspect_nos: tuple[int, ...] = ()
    suspects_left: tuple[int, ...] = ()

    def stage_after(self, stage: Stage) -> Stage:
        """
        Cleared, if it was not settled before and nobody is left.
        """
        return stage if stage in SETTLED or self.suspects_left else Stage.CLEARED

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep who is handed back.
        """
        super().apply(aggregate)
        aggregate.settled |= frozenset(self.suspect_nos)


class ReferralClosed(Step):
    """
    A referral ended (移送办结).
    """

    TOPIC: ClassVar[str] = "referral.referral-closed.v1"
    ZH: ClassVar[str] = "移送办结"
    LEADS_TO: ClassVar[Stage | None] = Stage.CLOSED

    closing_ground: ClosingGround
    reasons: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep how it stood: what was only cleared can be taken up again.
        """
        aggregate.closed_from = aggregate.stage
        super().apply(aggregate)
