"""
The inspection's file (检查卷).

Stages: approved 审批 → open 检查中 → recorded 记录 (signed, or its signature refused) →
concluded 结束 → closed 闭环.
An urgent one begins open and is approved afterwards; one that could not be made ends
abandoned.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from domain.base import File
from domain.inspection.choices import Answer, Mode, Stage, UrgentGround
from domain.limits import Limit
from domain.values import Personal, Upload


@dataclass(frozen=True)
class PinnedItem:
    """
    An item of the checklist as it stood in the version pinned (检查项).

    Args:
        checklist_item: Its code in that version.
        mandatory: Whether it must be answered.
    """

    checklist_item: str
    mandatory: bool


@dataclass(frozen=True)
class Present:
    """
    Somebody who was there and is no officer (在场人员).

    Args:
        person: Who.
        post: Their post, or in what capacity they were there.
    """

    person: Personal
    post: str


@dataclass(frozen=True)
class Alteration:
    """
    A passage of a record that was altered before it was signed (笔录更改).

    Args:
        passage: The passage, as it read.
        altered_to: As it reads now.
        fingerprint: Scan of the passage under the signer's fingerprint.
    """

    passage: str
    altered_to: str
    fingerprint: Upload | None = None


@dataclass(frozen=True)
class Finding:
    """
    A finding, with what became of it (问题).

    Args:
        item_no: Its number in the inspection, for ever.
        fact: Id of the fact that recorded it.
        is_violation: Whether it breaks the law.
        corrected: Whether it was put right on the spot.
        no_case: Whether a head decided to open no case about it.
        outcome_limit: Until when something is to follow, where that is set.
    """

    item_no: int
    fact: str
    is_violation: bool
    corrected: bool = False
    no_case: bool = False
    outcome_limit: Limit | None = None


class Inspection(File):
    """
    A visit to an enterprise by officers of a body (行政检查).
    """

    TOPIC: ClassVar[str] = "inspection"
    ZH: ClassVar[str] = "检查"
    EN: ClassVar[str] = "inspection"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.APPROVED
        self.mode = Mode.PLANNED
        self.enterprise: UUID | None = None
        self.scope = ""
        self.named: tuple[UUID, ...] = ()
        self.team: tuple[UUID, ...] = ()
        self.approved = False
        self.approve_limit: Limit | None = None
        self.nth_of_cap = 0
        self.checklist: UUID | None = None
        self.checklist_version = 0
        self.items: tuple[PinnedItem, ...] = ()
        self.answers: dict[str, Answer] = {}
        self.findings: dict[int, Finding] = {}
        self.hazards: tuple[UUID, ...] = ()
        self.notified = False
        self.arrived_at: datetime | None = None
        self.urgent_ground: UrgentGround | None = None
        self.obstructed = False
        self.signed = False

    @property
    def unanswered(self) -> tuple[str, ...]:
        """
        Mandatory items of the pinned checklist without an answer (INV-18).
        """
        return tuple(
            item.checklist_item
            for item in self.items
            if item.mandatory and item.checklist_item not in self.answers
        )

    @property
    def violations(self) -> tuple[Finding, ...]:
        """
        Findings that break the law.
        """
        return tuple(f for f in self.findings.values() if f.is_violation)

    @property
    def counts_against_cap(self) -> bool:
        """
        Whether the visit was counted when it was approved, and was made or may be.
        """
        return self.nth_of_cap > 0 and self.stage is not Stage.ABANDONED

    def note_finding(
        self, item_no: int, *, corrected: bool = False, no_case: bool = False
    ) -> None:
        """
        Keep what became of a finding.
        """
        found = self.findings[item_no]
        self.findings[item_no] = replace(
            found,
            corrected=found.corrected or corrected,
            no_case=found.no_case or no_case,
        )
