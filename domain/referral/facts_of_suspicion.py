"""
What the body itself does with a suspicion, until the police have it.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.base import FirstFact
from domain.law.crimes import Offence, Threshold
from domain.limits import Limit
from domain.references import BodyRef, DocumentRef, FileRef, OfficerRef
from domain.referral.choices import Outcome, Stage
from domain.referral.file import Referral, Step
from domain.referral.parts import Paper, Suspect
from domain.values import Upload


class CrimeSuspected(FirstFact):
    """
    Officers suspected a crime (发现涉罪).
    """

    TOPIC: ClassVar[str] = "referral.crime-suspected.v1"
    ZH: ClassVar[str] = "发现涉罪"

    offence: Offence
    basis: str
    threshold_fact: str
    files: tuple[FileRef, ...]
    threshold: Threshold | None = None
    suspects: tuple[Suspect, ...] = ()
    evidence: tuple[Upload, ...] = ()
    report_limit: Limit | None = None

    def tags(self) -> Iterable[str]:
        """
        Read before anything is decided on a file that it concerns (INV-01, INV-02).
        """
        return tuple(referral_tag(file) for file in self.files)

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep what it concerns, and whose work it is.
        """
        aggregate.stage = Stage.SUSPECTED
        aggregate.files = self.files
        aggregate.suspects = self.suspects
        who = (self.deed.actor.person, *self.deed.officers)
        aggregate.handlers = frozenset(each for each in who if each)


def referral_tag(file: UUID) -> str:
    """
    Name the tag under which a referral says that it concerns a file.

    Args:
        file: The file: an inspection, a case, a hazard, whatever it is.
    """
    return f"file/{file}/referral"


class ReferralTeamNamed(Step):
    """
    Officers were named to verify a suspicion (指定专案组).
    """

    TOPIC: ClassVar[str] = "referral.referral-team-named.v1"
    ZH: ClassVar[str] = "指定专案组"

    handlers: tuple[OfficerRef, ...]

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep who they are.
        """
        aggregate.team = self.handlers
        aggregate.handlers |= frozenset(self.handlers)


class ReferralReported(Step):
    """
    The team reported to the principal head (移送报告).
    """

    TOPIC: ClassVar[str] = "referral.referral-reported.v1"
    ZH: ClassVar[str] = "移送报告"
    LEADS_TO: ClassVar[Stage | None] = Stage.REPORTED

    opinion: str
    report: Upload | None = None
    decide_limit: Limit | None = None

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep who reported.
        """
        super().apply(aggregate)
        who = (self.deed.actor.person, *self.deed.officers)
        aggregate.handlers |= frozenset(each for each in who if each)


class ReferralDecided(Step):
    """
    The principal head decided (移送决定).
    """

    TOPIC: ClassVar[str] = "referral.referral-decided.v1"
    ZH: ClassVar[str] = "移送决定"

    decision: Outcome
    reasons: str = ""
    send_limit: Limit | None = None
    report_limit: Limit | None = None

    def stage_after(self, stage: Stage) -> Stage:
        """
        On to the transfer, back to be verified, or cleared.
        """
        del stage
        return _STAGES[self.decision]


_STAGES = {
    Outcome.TRANSFER: Stage.APPROVED,
    Outcome.NOT_A_CRIME: Stage.CLEARED,
    Outcome.VERIFY_FURTHER: Stage.VERIFYING,
}


class ReferralTransferred(Step):
    """
    The case was delivered to the police (移送).
    """

    TOPIC: ClassVar[str] = "referral.referral-transferred.v1"
    ZH: ClassVar[str] = "移送"
    LEADS_TO: ClassVar[Stage | None] = Stage.TRANSFERRED
    HANDS_ORIGIN: ClassVar[bool] = True

    police: BodyRef
    letter: DocumentRef
    papers: tuple[Paper, ...]
    source_facts: tuple[str, ...]
    source_sha256: str
    earlier_penalties: tuple[FileRef, ...] = ()
    receipt_limit: Limit | None = None
    copy_limit: Limit | None = None
    filing_limit: Limit | None = None

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The police read and answer it from now on.
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


class ReferralCopied(Step):
    """
    The letter of transfer was copied to the procuratorate (抄送检察院).
    """

    TOPIC: ClassVar[str] = "referral.referral-copied.v1"
    ZH: ClassVar[str] = "抄送检察院"
    HANDS_ORIGIN: ClassVar[bool] = True

    procuratorate: BodyRef
    evidence: tuple[Upload, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The procuratorate reads and supervises it from now on.
        """
        yield self.file, self.procuratorate

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep which one.
        """
        aggregate.procuratorate = self.procuratorate
        aggregate.handed += (self.procuratorate,)


class ReferralWithheldFlagged(Step):
    """
    The clock flagged that a link on the way to the police is late (有案不移警示).

    Nobody writes it, answers it or takes it back.
    """

    TOPIC: ClassVar[str] = "referral.referral-withheld-flagged.v1"
    ZH: ClassVar[str] = "有案不移警示"

    started_by: str
    limit_passed: Limit
