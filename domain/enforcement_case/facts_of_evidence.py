"""
How a case is investigated (调查取证), until the investigation ends.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from domain.base import Fact
from domain.enforcement_case.choices import Disposition, Stage
from domain.enforcement_case.file import EnforcementCase
from domain.limits import Limit
from domain.references import OfficerRef
from domain.values import Personal, Upload


@dataclass(frozen=True)
class EvidenceThing:
    """
    A thing that was sampled or registered (物品).

    Args:
        thing_name: What it is, with its mark and batch.
        quantity: How much of it, with the unit.
        condition: In what state.
    """

    thing_name: str
    quantity: str
    condition: str = ""


@dataclass(frozen=True)
class ThingDecision:
    """
    What becomes of one thing that was registered (逐件处理).

    Args:
        thing_no: Its place in the inventory, from 1.
        disposition: What becomes of it.
        reason: Why.
    """

    thing_no: int
    disposition: Disposition
    reason: str = ""


@dataclass(frozen=True)
class PartyResult:
    """
    What the investigation found of one party (对当事人的调查结论).

    Args:
        party_no: Which.
        violation_fact: What it did.
        legal_basis: What that breaks, and what it is liable to.
        suggestion: What the handlers suggest.
    """

    party_no: int
    violation_fact: str
    legal_basis: str
    suggestion: str


def _investigated_by(case: EnforcementCase, fact: Fact) -> None:
    """
    Whoever took evidence has investigated the case, and the facts are newer now.
    """
    case.facts_version = fact.originator_version
    case.investigators = case.investigators.union(fact.deed.officers)


class Summoned(Fact):
    """
    Somebody was asked to come and be questioned (询问通知).
    """

    TOPIC: ClassVar[str] = "enforcement-case.summoned.v1"
    ZH: ClassVar[str] = "询问通知"

    person: Personal
    post: str
    appear_at: datetime
    place: str
    reason: str

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Nothing hangs on it.
        """


class QuestioningRecorded(Fact):
    """
    Somebody was questioned (询问).
    """

    TOPIC: ClassVar[str] = "enforcement-case.questioning-recorded.v1"
    ZH: ClassVar[str] = "询问"

    person: Personal
    post: str
    nth_questioning: int
    place: str
    started_at: datetime
    ended_at: datetime
    rights_told: bool
    signed_paper: Upload | None = None
    refusal_reason: str = ""

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep who has investigated.
        """
        _investigated_by(aggregate, self)


class SceneExamined(Fact):
    """
    A scene was examined (勘验).
    """

    TOPIC: ClassVar[str] = "enforcement-case.scene-examined.v1"
    ZH: ClassVar[str] = "勘验"

    place: str
    weather: str
    started_at: datetime
    ended_at: datetime
    description: str
    party_present: Personal | None = None
    witness: Personal | None = None
    witness_post: str = ""
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep who has investigated.
        """
        _investigated_by(aggregate, self)


class SampleTaken(Fact):
    """
    Samples were taken as evidence (抽样取证).
    """

    TOPIC: ClassVar[str] = "enforcement-case.sample-taken.v1"
    ZH: ClassVar[str] = "抽样取证"

    place: str
    things: tuple[EvidenceThing, ...]
    party_present: Personal | None = None
    witness: Personal | None = None
    witness_post: str = ""
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep who has investigated.
        """
        _investigated_by(aggregate, self)


class AppraisalCommissioned(Fact):
    """
    A qualified institution was asked for its opinion (委托鉴定).
    """

    TOPIC: ClassVar[str] = "enforcement-case.appraisal-commissioned.v1"
    ZH: ClassVar[str] = "委托鉴定"

    appraisal_no: int
    appraiser: str
    qualification: Upload
    appraisal_question: str
    appraise_until: date

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep that an answer is awaited.
        """
        aggregate.appraisals[self.appraisal_no] = False


class AppraisalReceived(Fact):
    """
    The opinion came in (鉴定意见).
    """

    TOPIC: ClassVar[str] = "enforcement-case.appraisal-received.v1"
    ZH: ClassVar[str] = "鉴定意见"

    appraisal_no: int
    opinion: str
    appraisal_report: Upload

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep that it is there.
        """
        aggregate.appraisals[self.appraisal_no] = True
        aggregate.facts_version = self.originator_version


class EvidenceRegistered(Fact):
    """
    Things that may be lost were registered and kept (先行登记保存).
    """

    TOPIC: ClassVar[str] = "enforcement-case.evidence-registered.v1"
    ZH: ClassVar[str] = "先行登记保存"

    registration_no: int
    things: tuple[EvidenceThing, ...]
    reason: str
    kept_where: str
    custodian: Personal
    approver: OfficerRef
    party_present: Personal | None = None
    evidence: tuple[Upload, ...] = ()
    register_limit: Limit | None = None

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep that it is to be decided on.
        """
        aggregate.registrations[self.registration_no] = self.register_limit
        aggregate.things_registered[self.registration_no] = len(self.things)
        _investigated_by(aggregate, self)


class RegistrationDecided(Fact):
    """
    It was decided what becomes of things that were registered (登记保存处理).
    """

    TOPIC: ClassVar[str] = "enforcement-case.registration-decided.v1"
    ZH: ClassVar[str] = "登记保存处理"

    registration_no: int
    decisions: tuple[ThingDecision, ...]
    approver: OfficerRef
    is_late: bool = False

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Nothing is left to decide on it.
        """
        aggregate.registrations.pop(self.registration_no, None)


class RegistrationLapsed(Fact):
    """
    The time to decide on registered things passed (登记保存逾期).
    """

    TOPIC: ClassVar[str] = "enforcement-case.registration-lapsed.v1"
    ZH: ClassVar[str] = "登记保存逾期"

    registration_no: int
    lapsed_on: date

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Nothing is left to decide on it.
        """
        aggregate.registrations.pop(self.registration_no, None)


class CaseInvestigated(Fact):
    """
    The investigation ended (调查终结).
    """

    TOPIC: ClassVar[str] = "enforcement-case.case-investigated.v1"
    ZH: ClassVar[str] = "调查终结"

    party_results: tuple[PartyResult, ...]
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Go on to what is proposed.
        """
        aggregate.stage = Stage.INVESTIGATED
        aggregate.facts_version = self.originator_version
