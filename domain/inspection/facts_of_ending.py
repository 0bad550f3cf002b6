"""
How an inspection ends: its record, its conclusion, and what becomes of its findings.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from domain.base import Fact
from domain.inspection.choices import Outcome, Stage
from domain.inspection.file import Alteration, Inspection
from domain.limits import Limit
from domain.references import BodyRef, EnterpriseRef, HazardRef
from domain.values import Personal, Upload


class InspectionRecordSigned(Fact):
    """
    The record of the inspection was signed (笔录签名).
    """

    TOPIC: ClassVar[str] = "inspection.inspection-record-signed.v1"
    ZH: ClassVar[str] = "笔录签名"

    started_at: datetime
    ended_at: datetime
    signer: Personal
    signer_post: str
    alterations: tuple[Alteration, ...] = ()
    signed_paper: Upload | None = None

    def apply(self, aggregate: "Inspection") -> None:
        """
        Close answers and findings.
        """
        aggregate.stage = Stage.RECORDED
        aggregate.signed = True


class InspectionRecordRefused(Fact):
    """
    The enterprise refused to sign the record (拒绝签名).
    """

    TOPIC: ClassVar[str] = "inspection.inspection-record-refused.v1"
    ZH: ClassVar[str] = "拒绝签名"

    started_at: datetime
    ended_at: datetime
    reason: str
    department: BodyRef
    witness: Personal | None = None
    witness_post: str = ""
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Inspection") -> None:
        """
        Close answers and findings all the same.
        """
        aggregate.stage = Stage.RECORDED


class InspectionConcluded(Fact):
    """
    The inspection was concluded (检查结束).
    """

    TOPIC: ClassVar[str] = "inspection.inspection-concluded.v1"
    ZH: ClassVar[str] = "检查结束"

    outcome: Outcome
    hazards: tuple[HazardRef, ...] = ()
    publish_limit: Limit | None = None

    def apply(self, aggregate: "Inspection") -> None:
        """
        Close the visit; its thread stays open.
        """
        aggregate.stage = Stage.CONCLUDED


class InspectionAbandoned(Fact):
    """
    The inspection could not be made (检查未能实施).
    """

    TOPIC: ClassVar[str] = "inspection.inspection-abandoned.v1"
    ZH: ClassVar[str] = "检查未能实施"

    reason: str
    enterprise: EnterpriseRef

    def tags(self) -> Iterable[str]:
        """
        It gives its place under the cap back.
        """
        return (f"enterprise/{self.enterprise}/inspection",)

    def apply(self, aggregate: "Inspection") -> None:
        """
        Close it.
        """
        aggregate.stage = Stage.ABANDONED


class NoCaseDecided(Fact):
    """
    A head decided to open no case about findings (不予立案).
    """

    TOPIC: ClassVar[str] = "inspection.no-case-decided.v1"
    ZH: ClassVar[str] = "不予立案"

    item_nos: tuple[int, ...]
    reason: str

    def apply(self, aggregate: "Inspection") -> None:
        """
        Keep which.
        """
        for item_no in self.item_nos:
            aggregate.note_finding(item_no, no_case=True)


class InspectionThreadClosed(Fact):
    """
    Everything that the inspection led to is done (检查闭环).
    """

    TOPIC: ClassVar[str] = "inspection.inspection-thread-closed.v1"
    ZH: ClassVar[str] = "检查闭环"

    hazards: tuple[HazardRef, ...] = ()

    def apply(self, aggregate: "Inspection") -> None:
        """
        Close the thread.
        """
        aggregate.stage = Stage.CLOSED
