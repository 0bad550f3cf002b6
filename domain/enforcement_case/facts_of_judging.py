"""
How a decision is examined before it is made, and how it is made that there is no
penalty (审核、讨论、审理、不予处罚).
"""

from dataclasses import dataclass
from typing import ClassVar

from domain.base import Fact
from domain.enforcement_case.choices import MandatoryOutcome, PartyStage
from domain.enforcement_case.choices_of_hearing import (
    NoPenaltyGround,
    ReviewGround,
    ReviewPoint,
    ReviewResult,
)
from domain.enforcement_case.file import EnforcementCase, Examined
from domain.falling import SetAside
from domain.limits import Limit
from domain.references import FileRef, OfficerRef
from domain.values import Upload


@dataclass(frozen=True)
class PointAnswer:
    """
    What a legal review found on one point (审核意见).

    Args:
        review_point: Which.
        in_order: Whether it is in order.
        remark: What is to be said of it.
    """

    review_point: ReviewPoint
    in_order: bool
    remark: str = ""


@dataclass(frozen=True)
class View:
    """
    What one of the heads said (讨论意见).

    Args:
        attendant: Who.
        opinion: What.
    """

    attendant: OfficerRef
    opinion: str


class LegalReviewCompleted(Fact):
    """
    The case was reviewed by a lawyer (法制审核).
    """

    TOPIC: ClassVar[str] = "enforcement-case.legal-review-completed.v1"
    ZH: ClassVar[str] = "法制审核"

    review_grounds: tuple[ReviewGround, ...]
    review_points: tuple[PointAnswer, ...]
    review_result: ReviewResult
    opinion: str
    facts_version: int

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep which facts it looked at, and what it came to.
        """
        is_passed = self.review_result is ReviewResult.AGREED
        aggregate.review = Examined(self.facts_version, is_passed)


class CollectiveDeliberationHeld(Fact):
    """
    The heads deliberated on the case together (集体讨论).
    """

    TOPIC: ClassVar[str] = "enforcement-case.collective-deliberation-held.v1"
    ZH: ClassVar[str] = "集体讨论"

    views: tuple[View, ...]
    conclusion: str
    agreed: bool
    facts_version: int
    minutes: Upload | None = None

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep which facts they looked at.
        """
        aggregate.deliberation = Examined(self.facts_version, self.agreed)


class CaseAdjudicated(Fact):
    """
    The case was adjudicated within the body (案件审理).
    """

    TOPIC: ClassVar[str] = "enforcement-case.case-adjudicated.v1"
    ZH: ClassVar[str] = "案件审理"

    views: tuple[View, ...]
    conclusion: str
    agreed: bool
    in_public: bool
    facts_version: int

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep which facts were looked at.
        """
        aggregate.adjudication = Examined(self.facts_version, self.agreed)


class NoPenaltyDecided(Fact):
    """
    It was decided that a party gets no penalty (不予处罚决定).
    """

    TOPIC: ClassVar[str] = "enforcement-case.no-penalty-decided.v1"
    ZH: ClassVar[str] = "不予处罚决定"

    party_no: int
    no_penalty_ground: NoPenaltyGround
    violation_fact: str
    reason: str
    legal_basis: str
    serve_limit: Limit | None = None

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Decide its matter.
        """
        aggregate.mend(self.party_no, stage=PartyStage.NO_PENALTY)


class NoPenaltySetAside(SetAside):
    """
    That a party gets no penalty was revoked, or found void or unlawful (不予处罚失效).

    Its matter is undecided again.
    """

    TOPIC: ClassVar[str] = "enforcement-case.no-penalty-set-aside.v1"
    ZH: ClassVar[str] = "不予处罚失效"

    party_no: int

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Go back to where its road had led.
        """
        reached = aggregate.parties[self.party_no].reached
        aggregate.mend(self.party_no, stage=reached)


class EducationGiven(Fact):
    """
    A party that gets no penalty was educated (教育).
    """

    TOPIC: ClassVar[str] = "enforcement-case.education-given.v1"
    ZH: ClassVar[str] = "教育"

    party_no: int
    education: str

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Nothing hangs on it.
        """


class MandatoryOutcomeRequired(Fact):
    """
    A rule says what the case must lead to (必须结果确定).
    """

    TOPIC: ClassVar[str] = "enforcement-case.mandatory-outcome-required.v1"
    ZH: ClassVar[str] = "必须结果确定"

    mandatory_outcome: MandatoryOutcome
    legal_basis: str
    reason: str

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        It is open.
        """
        aggregate.outcomes[self.mandatory_outcome] = False


class MandatoryOutcomeSatisfied(Fact):
    """
    What the case must lead to has come about (必须结果落实).
    """

    TOPIC: ClassVar[str] = "enforcement-case.mandatory-outcome-satisfied.v1"
    ZH: ClassVar[str] = "必须结果落实"

    mandatory_outcome: MandatoryOutcome
    done: str
    outcome_file: FileRef | None = None
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        It is satisfied.
        """
        aggregate.outcomes[self.mandatory_outcome] = True
