"""
The file of an imported record (导入记录卷): one row, its links and its later fate.

Stages: the party is held 待认定 → linked 已关联, and back when a link was wrong.
Its source may say that it was withdrawn, varied, repaired or removed; nothing is ever
inferred from a row that a later file lacks.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, File
from domain.printed import (
    ENDED,
    PartyClass,
    PenaltyTexts,
    PrintedAuthority,
    PrintedListEntry,
    PrintedParty,
    PrintedPenalty,
    PrintedPermit,
    RecordKind,
    SourceStatus,
    StatedStatus,
)
from domain.values import Choice


class Link(Choice):
    """
    Whether the party is known to be one of the register (当事人关联状态).
    """

    HELD = "待认定", "held"
    LINKED = "已关联", "linked"


class ImportedRecord(File):
    """
    An imported record (导入记录).
    """

    TOPIC: ClassVar[str] = "imported-record"
    ZH: ClassVar[str] = "导入记录"
    EN: ClassVar[str] = "imported record"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.kind = RecordKind.PENALTY
        self.run: UUID | None = None
        self.party = PrintedParty(PartyClass.UNKNOWN)
        self.authority = PrintedAuthority("")
        self.penalty: PrintedPenalty | None = None
        self.texts: PenaltyTexts | None = None
        self.permit: PrintedPermit | None = None
        self.entry: PrintedListEntry | None = None
        self.row_key = ""
        self.row_subject: UUID | None = None
        self.screened: tuple[str, ...] = ()
        self.under_safety_law = False
        self.source_fact = ""
        self.link = Link.HELD
        self.enterprise: UUID | None = None
        self.name_differs = False
        self.proposals: tuple[UUID, ...] = ()
        self.authority_body: UUID | None = None
        self.stated: StatedStatus | None = None
        self.status_fact: Fact | None = None

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        The authority that made the record sees it, whoever imported it.
        """
        return (self.authority_body,) if self.authority_body else ()

    @property
    def is_linked(self) -> bool:
        """
        Whether it counts for an enterprise.
        """
        return self.link is Link.LINKED

    @property
    def status(self) -> SourceStatus:
        """
        How it stands where it comes from; in force until the source says otherwise.
        """
        return self.stated.status if self.stated else SourceStatus.IN_FORCE

    @property
    def has_ended(self) -> bool:
        """
        Whether the source withdrew, varied, repaired or removed it.
        """
        return self.status in ENDED

    @property
    def status_since(self) -> date | None:
        """
        The day from which the status holds: as stated, else when it was recorded.
        """
        if self.stated is None or self.status_fact is None:
            return None
        return self.stated.stated_on or self.status_fact.deed.on
