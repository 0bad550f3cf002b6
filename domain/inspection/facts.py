"""
What can happen to an inspection before it is recorded: approval, notice, findings.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from domain.base import Fact, FirstFact
from domain.inspection.choices import Answer, Exemption, Mode, Stage, UrgentGround
from domain.inspection.file import Finding, Inspection, PinnedItem, Present
from domain.limits import Limit
from domain.references import (
    ChecklistRef,
    DocumentRef,
    EnterpriseRef,
    ExpertRef,
    HazardRef,
    OfficerRef,
    RandomDrawRef,
)
from domain.values import Personal, Upload


class InspectionApproved(FirstFact):
    """
    An inspection was approved (检查审批).
    """

    TOPIC: ClassVar[str] = "inspection.inspection-approved.v1"
    ZH: ClassVar[str] = "检查审批"

    enterprise: EnterpriseRef
    mode: Mode
    inspection_scope: str
    inspectors: tuple[OfficerRef, ...]
    nth_of_cap: int = 0
    cap_count_max: int | None = None
    exemption: Exemption | None = None
    checklist: ChecklistRef | None = None
    checklist_version: int = 0
    checklist_items: tuple[PinnedItem, ...] = ()
    hazards: tuple[HazardRef, ...] = ()
    approved_late: bool = False
    reason: str = ""
    draw: RandomDrawRef | None = None

    def tags(self) -> Iterable[str]:
        """
        Counted when the next visit to the enterprise is approved (INV-22), and found by
        the draw that led to it.
        """
        yield f"enterprise/{self.enterprise}/inspection"
        if self.draw is not None:
            yield f"draw/{self.draw}/inspection"

    def apply(self, aggregate: "Inspection") -> None:
        """
        Keep who goes where, and what they must answer.
        """
        aggregate.approved = True
        aggregate.enterprise = self.enterprise
        aggregate.mode = self.mode
        aggregate.scope = self.inspection_scope
        aggregate.named = self.inspectors
        aggregate.nth_of_cap = self.nth_of_cap
        aggregate.hazards = self.hazards
        if not self.approved_late:
            aggregate.team = self.inspectors
            aggregate.checklist = self.checklist
            aggregate.checklist_version = self.checklist_version
            aggregate.items = self.checklist_items


class InspectionNotified(Fact):
    """
    The enterprise was given the notice of inspection (检查通知).
    """

    TOPIC: ClassVar[str] = "inspection.inspection-notified.v1"
    ZH: ClassVar[str] = "检查通知"

    recipient: Personal
    recipient_post: str
    document: DocumentRef | None = None

    def apply(self, aggregate: "Inspection") -> None:
        """
        Keep that it was.
        """
        aggregate.notified = True


class InspectionOpened(FirstFact):
    """
    The officers arrived and began to inspect (检查开始).
    """

    TOPIC: ClassVar[str] = "inspection.inspection-opened.v1"
    ZH: ClassVar[str] = "检查开始"

    enterprise: EnterpriseRef
    mode: Mode
    inspection_scope: str
    inspectors: tuple[OfficerRef, ...]
    place: str
    certificates_shown: bool
    persons_present: tuple[Present, ...] = ()
    checklist: ChecklistRef | None = None
    checklist_version: int = 0
    checklist_items: tuple[PinnedItem, ...] = ()
    urgent_ground: UrgentGround | None = None
    approve_limit: Limit | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by the enterprise, as an approval is.
        """
        return (f"enterprise/{self.enterprise}/inspection",)

    def apply(self, aggregate: "Inspection") -> None:
        """
        Keep the arrival, and for an urgent visit what an approval would have said.
        """
        aggregate.stage = Stage.OPEN
        aggregate.arrived_at = self.deed.occurred_at
        aggregate.enterprise = self.enterprise
        aggregate.mode = self.mode
        aggregate.scope = self.inspection_scope
        aggregate.team = self.inspectors
        aggregate.checklist = self.checklist
        aggregate.checklist_version = self.checklist_version
        aggregate.items = self.checklist_items
        aggregate.urgent_ground = self.urgent_ground
        if self.urgent_ground is not None:
            aggregate.named = self.inspectors
        aggregate.approve_limit = self.approve_limit


class InspectionRefused(Fact):
    """
    Somebody refused or obstructed the inspection (拒绝阻挠检查).
    """

    TOPIC: ClassVar[str] = "inspection.inspection-refused.v1"
    ZH: ClassVar[str] = "拒绝阻挠检查"

    refused_by: Personal
    post: str
    obstruction: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Inspection") -> None:
        """
        Keep that it was; the stage stays, for the visit may go on.
        """
        aggregate.obstructed = True


class ChecklistItemAnswered(Fact):
    """
    An item of the checklist was answered (检查项作答).
    """

    TOPIC: ClassVar[str] = "inspection.checklist-item-answered.v1"
    ZH: ClassVar[str] = "检查项作答"

    checklist_item: str
    answer: Answer
    reason: str = ""
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Inspection") -> None:
        """
        Keep the newest answer.
        """
        aggregate.answers[self.checklist_item] = self.answer


class ExpertFindingSubmitted(Fact):
    """
    An expert gave an opinion during a visit (专家意见); findings are the officers' own.
    """

    TOPIC: ClassVar[str] = "inspection.expert-finding-submitted.v1"
    ZH: ClassVar[str] = "专家意见"

    expert: ExpertRef
    opinion: str
    checklist_item: str = ""
    evidence: tuple[Upload, ...] = ()
    opinion_paper: Upload | None = None

    def apply(self, aggregate: "Inspection") -> None:
        """
        Nothing depends on it.
        """


class FindingRecorded(Fact):
    """
    A problem was found (发现问题); its number stays its own for ever.
    """

    TOPIC: ClassVar[str] = "inspection.finding-recorded.v1"
    ZH: ClassVar[str] = "发现问题"

    item_no: int
    description: str
    is_violation: bool
    area: str
    violation_code: str = ""
    criminal_code: str = ""
    checklist_item: str = ""
    evidence: tuple[Upload, ...] = ()
    violation_ended_on: date | None = None
    outcome_limit: Limit | None = None
    for_department: str = ""

    def apply(self, aggregate: "Inspection") -> None:
        """
        Keep it under its number.
        """
        aggregate.findings[self.item_no] = Finding(
            self.item_no, self.id, self.is_violation, outcome_limit=self.outcome_limit
        )


class FindingCorrectedOnSpot(Fact):
    """
    What was found was put right while the officers were there (当场纠正).
    """

    TOPIC: ClassVar[str] = "inspection.finding-corrected-on-spot.v1"
    ZH: ClassVar[str] = "当场纠正"

    item_no: int
    done: str
    evidence: tuple[Upload, ...]

    def apply(self, aggregate: "Inspection") -> None:
        """
        Keep that nothing is left to be done about it.
        """
        aggregate.note_finding(self.item_no, corrected=True)
