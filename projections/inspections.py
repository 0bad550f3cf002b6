"""
Inspections (检查台账), and the docket of an officer (执法人员办件).
"""

from typing import ClassVar
from uuid import UUID

from domain.inspection.choices import Mode, Outcome, Stage
from domain.inspection.facts import (
    FindingRecorded,
    InspectionApproved,
    InspectionOpened,
)
from domain.inspection.facts_of_ending import (
    InspectionAbandoned,
    InspectionConcluded,
    InspectionRecordRefused,
    InspectionRecordSigned,
    InspectionThreadClosed,
)
from domain.inspection.next_steps import STEPS
from domain.references import InspectionRef
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.read_model import on, scope_of
from infra.tables_of_rows import Column, Order, Table
from infra.timelines import Timeline
from infra.transcoding import write_moment

INSPECTIONS = Timeline(
    "inspections",
    (
        Column("enterprise", "file"),
        Column("mode", "choice", choices=Mode),
        Column("stage", "choice", choices=Stage),
        Column("inspectors"),
        Column("approved_on", "day"),
        Column("opened_at", "moment"),
        Column("started_at", "moment"),
        Column("ended_at", "moment"),
        Column("outcome", "choice", choices=Outcome),
        Column("thread", "file"),
    ),
    indexes=(("enterprise",),),
    orders=(Order(("approved_on",)),),
)

FINDINGS = Table(
    "findings",
    (Column("inspection", "file"), Column("item_no", "whole")),
    (
        Column("enterprise", "file"),
        Column("description"),
        Column("is_violation", "flag"),
        Column("violation_code"),
        Column("criminal_code"),
        Column("area"),
        Column("found_on", "day"),
        Column("position", "whole"),
    ),
    indexes=(("enterprise",),),
)


class Inspections(Handing):
    """
    Inspections as they stood on any day, and what they found.
    """

    NAME: ClassVar[str] = "inspections"
    ZH: ClassVar[str] = "检查台账"
    EN: ClassVar[str] = "register of inspections"
    TABLES: ClassVar[tuple[Table, ...]] = (FINDINGS, *Handing.HANDING)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (INSPECTIONS,)

    @on(InspectionApproved)
    def on_approved(self, fact: InspectionApproved) -> None:
        """
        Enter the inspection; an approval that came late changes no stage.
        """
        moved = {} if fact.approved_late else {"stage": Stage.APPROVED.code}
        self.note(
            fact,
            enterprise=str(fact.enterprise),
            mode=fact.mode.code,
            inspectors=" ".join(map(str, fact.inspectors)),
            approved_on=fact.deed.on.isoformat(),
            thread=str(fact.deed.thread),
            **moved,
            **scope_of(fact),
        )

    @on(InspectionOpened)
    def on_opened(self, fact: InspectionOpened) -> None:
        """
        Keep the arrival.
        """
        self.note(
            fact,
            enterprise=str(fact.enterprise),
            mode=fact.mode.code,
            stage=Stage.OPEN.code,
            inspectors=" ".join(map(str, fact.inspectors)),
            opened_at=write_moment(fact.deed.occurred_at),
            thread=str(fact.deed.thread),
            **scope_of(fact),
        )

    @on(FindingRecorded)
    def on_finding(self, fact: FindingRecorded) -> None:
        """
        Enter what was found.
        """
        row = self.noted(fact) or {}
        self.put(
            FINDINGS,
            inspection=str(fact.file),
            item_no=fact.item_no,
            enterprise=row.get("enterprise"),
            description=fact.description,
            is_violation=int(fact.is_violation),
            violation_code=fact.violation_code,
            criminal_code=fact.criminal_code,
            area=fact.area,
            found_on=fact.deed.on.isoformat(),
            position=fact.position,
            **scope_of(fact),
        )

    @on(InspectionRecordSigned, InspectionRecordRefused)
    def on_record(self, fact: InspectionRecordSigned | InspectionRecordRefused) -> None:
        """
        Keep start and end.
        """
        self.note(
            fact,
            stage=Stage.RECORDED.code,
            started_at=write_moment(fact.started_at),
            ended_at=write_moment(fact.ended_at),
        )

    @on(InspectionConcluded)
    def on_concluded(self, fact: InspectionConcluded) -> None:
        """
        Keep what it came to.
        """
        self.note(fact, stage=Stage.CONCLUDED.code, outcome=fact.outcome.code)

    @on(InspectionAbandoned)
    def on_abandoned(self, fact: InspectionAbandoned) -> None:
        """
        Mark it.
        """
        self.note(fact, stage=Stage.ABANDONED.code)

    @on(InspectionThreadClosed)
    def on_closed(self, fact: InspectionThreadClosed) -> None:
        """
        Mark it.
        """
        self.note(fact, stage=Stage.CLOSED.code)

    @question(
        "检查台账",
        "Inspections",
        axes=True,
        rows=("INS-02", "INS-05", "INS-06", "INS-11"),
        heads=Heads(
            "inspection",
            ("mode", "enterprise", "approved_on|opened_at"),
            "stage",
            steps=STEPS,
        ),
    )
    def inspections(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        stage: Stage | None = None,
        inspector: UUID | None = None,
    ) -> Select:
        """
        List inspections, the newest approval last: of an enterprise or an officer.
        """
        del ask
        return (
            Select(
                INSPECTIONS,
                order=("approved_on",),
                few=inspector is not None,
                shared=seen_by_hand_over("inspections", "id"),
            )
            .having(enterprise=enterprise, stage=stage)
            .satisfying(_TAKES_PART, inspector=inspector)
        )

    @question(
        "我的办件", "My docket", axes=True, desks=("enforcement",), rows=("INS-13",)
    )
    def docket(self, ask: Ask) -> Select:
        """
        List the inspections of whoever asks that are not closed.
        """
        return (
            Select(INSPECTIONS, order=("approved_on",), few=True)
            .satisfying(_TAKES_PART, inspector=ask.reader.person)
            .among("stage", (Stage.CLOSED, Stage.ABANDONED), is_in=False)
        )

    @question("发现问题", "Findings", rows=("INS-14",))
    def findings(
        self,
        ask: Ask,
        *,
        inspection: InspectionRef | None = None,
        enterprise: UUID | None = None,
    ) -> Select:
        """
        List what inspections found, by item number.
        """
        del ask
        return Select(
            FINDINGS, shared=seen_by_hand_over("findings", "inspection")
        ).having(inspection=inspection, enterprise=enterprise)


_TAKES_PART = "instr(inspectors, :inspector) > 0"
