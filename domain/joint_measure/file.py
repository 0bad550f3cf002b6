"""
The joint measure's file (联合惩戒卷): one per entry and partner.

Discipline: initiated 已启动 → imposed 已实施 → lifted 已解除; initiated may be lifted
without having been imposed. Incentive: granted 已激励 → ended 已终止.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, File, FirstFact
from domain.law.discipline import DisciplineArea, DisciplineMeasure
from domain.references import BodyRef, CreditRecordRef, ListEntryRef
from domain.values import Choice, Upload


class Stage(Choice):
    """
    How far a joint measure is (联合惩戒阶段).
    """

    INITIATED = "已启动", "initiated"
    IMPOSED = "已实施", "imposed"
    LIFTED = "已解除", "lifted"
    GRANTED = "已激励", "granted"
    ENDED = "已终止", "ended"


def entry_tag(entry: object) -> str:
    """
    Name the tag under which the joint measures of an entry are found.
    """
    return f"entry/{entry}/measure"


class JointDisciplineInitiated(FirstFact):
    """
    A partner was asked for a measure that the law provides (启动联合惩戒).
    """

    TOPIC: ClassVar[str] = "joint-measure.joint-discipline-initiated.v1"
    ZH: ClassVar[str] = "启动联合惩戒"

    entry: ListEntryRef
    partner: BodyRef
    discipline_measure: DisciplineMeasure
    legal_basis: str
    requirements: str
    discipline_area: DisciplineArea | None = None
    credit_record: CreditRecordRef | None = None

    def tags(self) -> Iterable[str]:
        """
        Read when the entry ends.
        """
        return (entry_tag(self.entry),)

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The partner acts on it, and reads what is recorded of the subject.
        """
        yield self.file, self.partner
        if self.credit_record is not None:
            yield self.credit_record, self.partner

    def apply(self, aggregate: "JointMeasure") -> None:
        """
        Keep whom it was asked of.
        """
        aggregate.entry = self.entry
        aggregate.partner = self.partner
        aggregate.discipline_measure = self.discipline_measure


class PartnerMeasureImposed(Fact):
    """
    The partner imposed the measure (惩戒措施实施).
    """

    TOPIC: ClassVar[str] = "joint-measure.partner-measure-imposed.v1"
    ZH: ClassVar[str] = "惩戒措施实施"

    done: str
    decision_no: str = ""
    paper: Upload | None = None

    def apply(self, aggregate: "JointMeasure") -> None:
        """
        It runs.
        """
        aggregate.stage = Stage.IMPOSED


class PartnerMeasureLifted(Fact):
    """
    The measure was lifted (惩戒措施解除).
    """

    TOPIC: ClassVar[str] = "joint-measure.partner-measure-lifted.v1"
    ZH: ClassVar[str] = "惩戒措施解除"

    entry: ListEntryRef
    reason: str
    is_last: bool
    paper: Upload | None = None

    def tags(self) -> Iterable[str]:
        """
        With the last one, all measures of the entry are lifted.
        """
        if self.is_last:
            yield f"entry/{self.entry}/lifted"

    def apply(self, aggregate: "JointMeasure") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.LIFTED


class PartnerFeedbackReceived(Fact):
    """
    The partner said what came of it (惩戒反馈).
    """

    TOPIC: ClassVar[str] = "joint-measure.partner-feedback-received.v1"
    ZH: ClassVar[str] = "惩戒反馈"

    feedback: str
    paper: Upload | None = None

    def apply(self, aggregate: "JointMeasure") -> None:
        """
        The measure stands as it was.
        """


class IncentiveGranted(FirstFact):
    """
    An enterprise of the red list was granted something (守信激励).
    """

    TOPIC: ClassVar[str] = "joint-measure.incentive-granted.v1"
    ZH: ClassVar[str] = "守信激励"

    entry: ListEntryRef
    incentive: str
    legal_basis: str
    since_on: date
    partner: BodyRef | None = None

    def tags(self) -> Iterable[str]:
        """
        Read when the entry ends.
        """
        return (entry_tag(self.entry),)

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The partner acts on it, where there is one.
        """
        if self.partner is not None:
            yield (self.file, self.partner)

    def apply(self, aggregate: "JointMeasure") -> None:
        """
        Keep what it goes with.
        """
        aggregate.stage = Stage.GRANTED
        aggregate.entry = self.entry
        aggregate.partner = self.partner


class IncentiveEnded(Fact):
    """
    The incentive ended (激励终止).
    """

    TOPIC: ClassVar[str] = "joint-measure.incentive-ended.v1"
    ZH: ClassVar[str] = "激励终止"

    reason: str

    def apply(self, aggregate: "JointMeasure") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.ENDED


class JointMeasure(File):
    """
    What a partner does because of a list entry (联合惩戒、守信激励).
    """

    TOPIC: ClassVar[str] = "joint-measure"
    ZH: ClassVar[str] = "联合惩戒"
    EN: ClassVar[str] = "joint measure"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.INITIATED
        self.entry: UUID | None = None
        self.partner: UUID | None = None
        self.discipline_measure: DisciplineMeasure | None = None

    @property
    def is_active(self) -> bool:
        """
        Whether it runs, or may still be imposed.
        """
        return self.stage not in (Stage.LIFTED, Stage.ENDED)

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        The partner that it was handed to.
        """
        return (self.partner,) if self.partner else ()
