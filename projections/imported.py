"""
Imported records (导入记录): rows of other systems, and whom they are about.
"""

from typing import ClassVar
from uuid import UUID

from domain.import_run.file import ImportCompleted, ImportStarted
from domain.import_run.file import Stage as RunStage
from domain.imported_record.changes import (
    ImportedRecordCorrected,
    ImportedStatusRecorded,
)
from domain.imported_record.file import Link
from domain.imported_record.links import (
    AuthorityLinked,
    HoldReason,
    PartyHeld,
    PartyLinked,
    PartyUnlinked,
)
from domain.imported_record.rows import (
    ImportedListEntryRecorded,
    ImportedNonPenaltyRecorded,
    ImportedPenaltyRecorded,
    ImportedPermitRecorded,
    ImportedRow,
)
from domain.imports import ImportKind
from domain.printed import PartyClass, RecordKind, SourceStatus
from domain.references import ImportRef
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.read_model import on, pointer, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

RECORDS = Timeline(
    "records",
    (
        Column("record_kind", "choice", choices=RecordKind),
        Column("run", "file"),
        Column("row_no", "whole"),
        Column("party_class", "choice", choices=PartyClass),
        Column("party_name"),
        Column("party_person", "personal"),
        Column("uscc"),
        Column("decision_no"),
        Column("decided_on", "day"),
        Column("fine_fen", "fen"),
        Column("authority_name"),
        Column("body", "file"),
        Column("link", "choice", choices=Link),
        Column("enterprise", "file"),
        Column("hold_reason", "choice", choices=HoldReason),
        Column("proposals"),
        Column("status", "choice", choices=SourceStatus),
    ),
    indexes=(("enterprise",), ("run",)),
    orders=(Order(("decided_on",)),),
)

#: What of a record a correction can reach here.
CORRECTED = frozenset(
    (
        "party_name",
        "uscc",
        "authority_name",
        "decision_no",
        "decided_on",
        "fine_fen",
    )
)

RUNS = Timeline(
    "runs",
    (
        Column("import_kind", "choice", choices=ImportKind),
        Column("stage", "choice", choices=RunStage),
        Column("started_on", "day"),
        Column("person", "file", term="handled_by"),
        Column("accepted_count", "whole"),
        Column("rejected_count", "whole"),
    ),
    orders=(Order(("started_on",)),),
)


class Imported(Handing):
    """
    What was imported, and what is still to be linked.
    """

    NAME: ClassVar[str] = "imported"
    ZH: ClassVar[str] = "导入记录"
    EN: ClassVar[str] = "imported records"
    EDITION: ClassVar[int] = 2
    TABLES: ClassVar[tuple[Table, ...]] = Handing.HANDING
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (RECORDS, RUNS)

    @on(ImportStarted)
    def on_started(self, fact: ImportStarted) -> None:
        """
        Enter the run.
        """
        self.change(
            RUNS,
            str(fact.file),
            fact,
            since=None,
            at="",
            import_kind=fact.import_kind.code,
            stage=RunStage.STARTED.code,
            started_on=fact.deed.on.isoformat(),
            person=str(fact.deed.actor.person or ""),
            **scope_of(fact),
        )

    @on(ImportCompleted)
    def on_completed(self, fact: ImportCompleted) -> None:
        """
        Keep the counts.
        """
        self.change(
            RUNS,
            str(fact.file),
            fact,
            stage=RunStage.COMPLETED.code,
            accepted_count=fact.counts.accepted,
            rejected_count=fact.counts.rejected,
        )

    @on(
        ImportedPenaltyRecorded,
        ImportedNonPenaltyRecorded,
        ImportedPermitRecorded,
        ImportedListEntryRecorded,
    )
    def on_row(self, fact: ImportedRow) -> None:
        """
        Enter the row, its party as printed.
        """
        self.note(
            fact,
            record_kind=fact.KIND.code,
            run=str(fact.origin.run),
            row_no=fact.origin.row_no,
            party_class=fact.party.party_class.code,
            party_name=fact.party.party_name,
            party_person=pointer(fact.party.party_person),
            uscc=fact.party.uscc,
            authority_name=fact.authority.authority_name,
            **_decision(fact),
            **scope_of(fact),
        )

    @on(PartyHeld)
    def on_held(self, fact: PartyHeld) -> None:
        """
        Keep why, and what is proposed.
        """
        self.note(
            fact,
            link=Link.HELD.code,
            hold_reason=fact.hold_reason.code,
            proposals=" ".join(map(str, fact.proposals)),
        )

    @on(PartyLinked)
    def on_linked(self, fact: PartyLinked) -> None:
        """
        Name the enterprise.
        """
        self.note(
            fact,
            link=Link.LINKED.code,
            enterprise=str(fact.enterprise),
            hold_reason=None,
            proposals=None,
        )

    @on(PartyUnlinked)
    def on_unlinked(self, fact: PartyUnlinked) -> None:
        """
        Take the name away again.
        """
        self.note(fact, link=Link.HELD.code, enterprise=None)

    @on(AuthorityLinked)
    def on_authority(self, fact: AuthorityLinked) -> None:
        """
        Name the body that decided.
        """
        self.note(fact, body=str(fact.body))

    @on(ImportedStatusRecorded)
    def on_status(self, fact: ImportedStatusRecorded) -> None:
        """
        Keep what the source says now.
        """
        day = fact.stated.stated_on
        self.change(
            RECORDS,
            str(fact.file),
            fact,
            at=day.isoformat() if day else "",
            status=fact.stated.status.code,
        )

    @on(ImportedRecordCorrected)
    def on_corrected(self, fact: ImportedRecordCorrected) -> None:
        """
        Show the right value from the record's first day on: the wrong one never held.
        """
        name, record = fact.field.code, str(fact.file)
        if name not in CORRECTED:
            return
        day = fact.new_on.isoformat() if fact.new_on else None
        value: Value = fact.new_fen if fact.new_fen is not None else day
        entered = self.some(RECORDS.changes, id=record)
        first = min(entered, key=lambda change: int(str(change["position"])))
        corrected = {name: fact.new_plain or value}
        self.change(RECORDS, record, fact, since=None, at=str(first["at"]), **corrected)

    @question(
        "导入记录",
        "Imported records",
        axes=True,
        heads=Heads(
            "imported-record", ("party_name|record_kind", "decision_no"), "link"
        ),
    )
    def imported_records(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        link: Link | None = None,
        record_kind: RecordKind | None = None,
        run: ImportRef | None = None,
        still_open: bool | None = None,
    ) -> Select:
        """
        List imported rows: of an enterprise, those of a run, and those whose party is
        still to be settled.
        """
        del ask
        return (
            Select(
                RECORDS,
                order=("decided_on",),
                shared=seen_by_hand_over("records", "id"),
            )
            .having(enterprise=enterprise, link=link, record_kind=record_kind, run=run)
            .among("link", (Link.HELD,), is_in=still_open)
        )

    @question(
        "导入批次",
        "Imports",
        axes=True,
        heads=Heads("import", ("import_kind", "started_on"), "stage"),
    )
    def imports(self, ask: Ask) -> Select:
        """
        List the files that were imported, oldest first.
        """
        del ask
        return Select(RUNS, order=("started_on",))


def _decision(fact: ImportedRow) -> dict[str, Value]:
    if isinstance(fact, ImportedPenaltyRecorded | ImportedNonPenaltyRecorded):
        return {
            "decision_no": fact.penalty.decision_no,
            "decided_on": fact.penalty.decided_on.isoformat(),
            "fine_fen": fact.penalty.fine_fen,
        }
    if isinstance(fact, ImportedPermitRecorded):
        day = fact.permit.decided_on
        number = fact.permit.permit_no or fact.permit.decision_no
        return {"decision_no": number, "decided_on": day.isoformat() if day else None}
    return {}
