"""
The first facts of imported records (导入): one for each kind of row.
"""

from collections.abc import Iterable
from typing import ClassVar

from domain.base import FirstFact
from domain.imported_record.file import ImportedRecord
from domain.printed import (
    ListTexts,
    NonPenalty,
    PenaltyTexts,
    PermitTexts,
    PrintedAuthority,
    PrintedListEntry,
    PrintedParty,
    PrintedPenalty,
    PrintedPermit,
    RecordKind,
    RowOrigin,
)
from domain.values import Personal

#: A penalty and a decision not to penalise share their numbers, and so their claims.
_CLAIMED_AS = {
    RecordKind.PENALTY: "decision",
    RecordKind.NON_PENALTY: "decision",
    RecordKind.PERMIT: "permit",
    RecordKind.LIST_ENTRY: "list",
}


def claim_of(kind: RecordKind, identity: str) -> str:
    """
    Name what a row holds: that there is one record of this authority, number, party.

    Args:
        kind: Of the record.
        identity: Keyed, so that nobody reads a name from it.
    """
    return f"imported/{_CLAIMED_AS[kind]}/{identity}"


class ImportedRow(FirstFact):
    """
    What every imported row has in common (导入行); no fact by itself.

    ``row`` is the whole row, sealed under a subject of its own, and every other
    personal value of the fact is under that subject too.
    """

    KIND: ClassVar[RecordKind]

    origin: RowOrigin
    row: Personal
    party: PrintedParty
    authority: PrintedAuthority
    row_key: str
    identities: tuple[str, ...]

    def claims(self) -> Iterable[str]:
        """
        One record for one authority, number and party.
        """
        return [claim_of(self.KIND, each) for each in self.identities]

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        Keep what a link, a guard and a publication need.
        """
        aggregate.kind = self.KIND
        aggregate.run = self.origin.run
        aggregate.party = self.party
        aggregate.authority = self.authority
        aggregate.row_key = self.row_key
        aggregate.row_subject = self.row.subject
        aggregate.source_fact = self.id


class ImportedPenaltyRecorded(ImportedRow):
    """
    A penalty was imported (导入处罚).
    """

    TOPIC: ClassVar[str] = "imported-record.imported-penalty-recorded.v1"
    ZH: ClassVar[str] = "导入处罚"
    KIND: ClassVar[RecordKind] = RecordKind.PENALTY

    penalty: PrintedPenalty
    texts: PenaltyTexts
    decision_key: str
    screened: tuple[str, ...] = ()
    under_safety_law: bool | None = None

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        Keep the decision as well.
        """
        super().apply(aggregate)
        aggregate.penalty = self.penalty
        aggregate.texts = self.texts
        aggregate.screened = self.screened
        aggregate.under_safety_law = bool(self.under_safety_law)


class ImportedNonPenaltyRecorded(ImportedRow):
    """
    A decision not to penalise was imported (导入不罚记录).
    """

    TOPIC: ClassVar[str] = "imported-record.imported-non-penalty-recorded.v1"
    ZH: ClassVar[str] = "导入不罚记录"
    KIND: ClassVar[RecordKind] = RecordKind.NON_PENALTY

    penalty: PrintedPenalty
    texts: PenaltyTexts
    non_penalty: NonPenalty
    decision_key: str

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        Keep the decision as well.
        """
        super().apply(aggregate)
        aggregate.penalty = self.penalty
        aggregate.texts = self.texts


class ImportedPermitRecorded(ImportedRow):
    """
    A permit was imported (导入许可).
    """

    TOPIC: ClassVar[str] = "imported-record.imported-permit-recorded.v1"
    ZH: ClassVar[str] = "导入许可"
    KIND: ClassVar[RecordKind] = RecordKind.PERMIT

    permit: PrintedPermit
    permit_texts: PermitTexts

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        Keep the permit as well.
        """
        super().apply(aggregate)
        aggregate.permit = self.permit


class ImportedListEntryRecorded(ImportedRow):
    """
    An entry of a published black list was imported (导入名单).
    """

    TOPIC: ClassVar[str] = "imported-record.imported-list-entry-recorded.v1"
    ZH: ClassVar[str] = "导入名单"
    KIND: ClassVar[RecordKind] = RecordKind.LIST_ENTRY

    entry: PrintedListEntry
    list_texts: ListTexts

    def apply(self, aggregate: ImportedRecord) -> None:
        """
        Keep the entry as well.
        """
        super().apply(aggregate)
        aggregate.entry = self.entry
