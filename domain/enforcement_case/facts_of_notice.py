"""
What is proposed against a party, and how it is notified and answers (拟处罚与告知).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.base import Fact
from domain.enforcement_case.choices import MitigatingFactor, Stage
from domain.enforcement_case.choices_of_hearing import HearingGround, ReviewGround
from domain.enforcement_case.daily_fine import DailyFine
from domain.enforcement_case.file import EnforcementCase, Notice, Proposed
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit
from domain.references import DocumentRef, FileRef, OfficerRef
from domain.values import Personal, Upload


@dataclass(frozen=True)
class FactorAnswer:
    """
    Whether a factor of 32 or 33 stands for a party (情节认定).

    Args:
        mitigating_factor: Which.
        stands: Whether it does.
        reason: Why, or why not.
    """

    mitigating_factor: MitigatingFactor
    stands: bool
    reason: str = ""


@dataclass(frozen=True)
class ArgumentAnswer:
    """
    What the body says to one argument of a party (申辩意见的答复).

    Args:
        argument: The argument.
        taken: Whether it is followed.
        reason: Why, or why not.
    """

    argument: str
    taken: bool
    reason: str


class AggravatingFactorRecorded(Fact):
    """
    A ground for a heavier penalty was recorded (从重情节).
    """

    TOPIC: ClassVar[str] = "enforcement-case.aggravating-factor-recorded.v1"
    ZH: ClassVar[str] = "从重情节"

    party_no: int
    aggravating_factor: str
    legal_basis: str
    proof: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        The facts are newer now.
        """
        aggregate.facts_version = self.originator_version


class MitigatingFactorRecorded(Fact):
    """
    A ground for a lighter penalty, or for none, was recorded (从轻减轻不罚情节).
    """

    TOPIC: ClassVar[str] = "enforcement-case.mitigating-factor-recorded.v1"
    ZH: ClassVar[str] = "从轻减轻不罚情节"

    party_no: int
    mitigating_factor: MitigatingFactor
    proof: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep it with the party.
        """
        known = aggregate.parties[self.party_no].mitigating
        aggregate.mend(self.party_no, mitigating=known | {self.mitigating_factor})
        aggregate.facts_version = self.originator_version


class DiscretionApplied(Fact):
    """
    A row of the schedule of discretion was applied to a party (裁量适用).
    """

    TOPIC: ClassVar[str] = "enforcement-case.discretion-applied.v1"
    ZH: ClassVar[str] = "裁量适用"

    party_no: int
    discretion_schedule: str
    schedule_row: str
    schedule_from: date
    schedule_until: date | None
    band: str
    band_min_fen: int
    band_max_fen: int
    fine_fen: int
    factor_answers: tuple[FactorAnswer, ...]
    deviation_reason: str = ""

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep what it came to.
        """
        aggregate.mend(self.party_no, discretion=self.id, discretion_fen=self.fine_fen)
        aggregate.facts_version = self.originator_version


class PenaltyProposed(Fact):
    """
    A penalty on a party was proposed, and approved to be notified (拟处罚).
    """

    TOPIC: ClassVar[str] = "enforcement-case.penalty-proposed.v1"
    ZH: ClassVar[str] = "拟处罚"

    party_no: int
    kinds: tuple[PenaltyKind, ...]
    fine_fen: int
    confiscated_fen: int
    penalty_content: str
    violation_fact: str
    grounds: str
    legal_basis: str
    hearing_right: bool
    approver: OfficerRef
    hearing_ground: HearingGround | None = None
    review_grounds: tuple[ReviewGround, ...] = ()
    deliberation_required: bool = False
    adjudication_required: bool = False
    new_notice: bool = True
    daily_fine: DailyFine | None = None

    def tags(self) -> Iterable[str]:
        """
        Read before a fine is repeated by the day.
        """
        if self.daily_fine is not None:
            yield f"penalty/{self.daily_fine.penalty}/daily-proposal"

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep it; one that is heavier, or rests on new facts, is notified anew.
        """
        texts = (
            self.penalty_content,
            self.violation_fact,
            self.grounds,
            self.legal_basis,
        )
        proposed = Proposed(
            kinds=self.kinds,
            fine_fen=self.fine_fen,
            confiscated_fen=self.confiscated_fen,
            hearing_right=self.hearing_right,
            hearing_ground=self.hearing_ground,
            is_complete=all(text.strip() for text in texts)
            and (self.hearing_right or self.hearing_ground is None),
            review_grounds=self.review_grounds,
            deliberated=self.deliberation_required,
            adjudicated=self.adjudication_required,
            daily_fine=self.daily_fine,
        )
        party = aggregate.parties[self.party_no]
        aggregate.stage = Stage.PROPOSED
        aggregate.facts_version = self.originator_version
        if self.new_notice:
            aggregate.mend(
                self.party_no,
                proposed=proposed,
                noticed=None,
                statement_given=False,
                statement_settled=False,
                statement_reviewed=False,
                hearing_waived=False,
                hearing=None,
                hearing_held=False,
            )
        else:
            aggregate.mend(party.party_no, proposed=proposed)


class NoticeServed(Fact):
    """
    A party was notified of the penalty proposed and of its rights (处罚告知).
    """

    TOPIC: ClassVar[str] = "enforcement-case.notice-served.v1"
    ZH: ClassVar[str] = "处罚告知"

    party_no: int
    document: DocumentRef
    service: FileRef
    served_on: date
    kinds: tuple[PenaltyKind, ...]
    fine_fen: int
    confiscated_fen: int
    hearing_right: bool
    hearing_ground: HearingGround | None = None
    defence_limit: Limit | None = None
    hearing_limit: Limit | None = None

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep what was told, and until when it may be answered.
        """
        notice = Notice(
            fact=self.id,
            service=self.service,
            served_on=self.served_on,
            kinds=self.kinds,
            fine_fen=self.fine_fen,
            confiscated_fen=self.confiscated_fen,
            hearing_ground=self.hearing_ground,
            defence_limit=self.defence_limit,
            hearing_limit=self.hearing_limit,
        )
        aggregate.mend(
            self.party_no,
            noticed=notice,
            statement_given=False,
            statement_settled=False,
            statement_reviewed=False,
        )


class NoticeServiceSetAside(Fact):
    """
    The service of a party's notice was set aside: it was not notified (告知送达无效).
    """

    TOPIC: ClassVar[str] = "enforcement-case.notice-service-set-aside.v1"
    ZH: ClassVar[str] = "告知送达无效"

    party_no: int
    document: DocumentRef
    service: FileRef
    served_on: date

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        It is to be notified anew; nothing that followed the notice counts any more.
        """
        aggregate.mend(
            self.party_no,
            noticed=None,
            statement_given=False,
            statement_settled=False,
            statement_reviewed=False,
            hearing_waived=False,
            hearing=None,
        )


class StatementHeard(Fact):
    """
    A party stated its case (陈述申辩).
    """

    TOPIC: ClassVar[str] = "enforcement-case.statement-heard.v1"
    ZH: ClassVar[str] = "陈述申辩"

    party_no: int
    said: str
    said_by: Personal | None = None
    evidence: tuple[Upload, ...] = ()
    is_late: bool = False

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        It has to be examined.
        """
        aggregate.mend(
            self.party_no,
            statement_given=True,
            statement_settled=True,
            statement_reviewed=False,
        )


class StatementWaived(Fact):
    """
    A party waived its statement expressly and in writing (放弃陈述申辩).
    """

    TOPIC: ClassVar[str] = "enforcement-case.statement-waived.v1"
    ZH: ClassVar[str] = "放弃陈述申辩"

    party_no: int
    signer: Personal
    waiver: Upload
    hearing_waived: bool

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep what was waived: the statement, and the hearing where it says so.
        """
        waived = aggregate.parties[self.party_no].hearing_waived or self.hearing_waived
        aggregate.mend(self.party_no, statement_settled=True, hearing_waived=waived)


class StatementPeriodExpired(Fact):
    """
    A party let the time for its statement pass (逾期未陈述申辩).
    """

    TOPIC: ClassVar[str] = "enforcement-case.statement-period-expired.v1"
    ZH: ClassVar[str] = "逾期未陈述申辩"

    party_no: int
    expired_on: date

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Nobody has to wait for it.
        """
        aggregate.mend(self.party_no, statement_settled=True)


class StatementReviewed(Fact):
    """
    What a party stated was examined, argument by argument (申辩复核).
    """

    TOPIC: ClassVar[str] = "enforcement-case.statement-reviewed.v1"
    ZH: ClassVar[str] = "申辩复核"

    party_no: int
    arguments: tuple[ArgumentAnswer, ...]
    conclusion: str
    approver: OfficerRef

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep that it was.
        """
        aggregate.mend(self.party_no, statement_reviewed=True)
        aggregate.facts_version = self.originator_version
