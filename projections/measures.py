"""
The register of measures (强制措施台账): against whom, until when, and how far each is.
"""

from typing import ClassVar
from uuid import UUID

from domain.coercive_measure.choices import ACTIVE, MeasureMatter, Stage
from domain.coercive_measure.facts import CoerciveMeasureImposed, MeasureApproved
from domain.coercive_measure.facts_of_danger import (
    EmergencyStopOrdered,
    EvacuationConfirmed,
    EvacuationOrdered,
)
from domain.coercive_measure.facts_of_keeping import (
    CoerciveMeasureExtended,
    CoerciveMeasureLifted,
    MeasureItemDisposed,
    MeasureTermOverrun,
    MeasureTestPeriodFixed,
)
from domain.coercive_measure.next_steps import STEPS
from domain.references import CaseRef
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.read_model import on, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

MEASURES = Timeline(
    "measures",
    (
        Column("matter", "choice", choices=MeasureMatter),
        Column("enterprise", "file"),
        Column("reason"),
        Column("place"),
        Column("stage", "choice", choices=Stage),
        Column("urgent", "flag"),
        Column("until_on", "day", runs=("stage", Stage.IMPOSED.code)),
        Column("things_left", "whole"),
        Column("overdue", "flag"),
        Column("case", "file"),
        Column("thread", "file"),
        Column("since_on", "day"),
    ),
    indexes=(("enterprise",), ("case",)),
    orders=(Order(("until_on",)),),
)


class Measures(Handing):
    """
    Measures as they stood on any day.
    """

    NAME: ClassVar[str] = "measures"
    ZH: ClassVar[str] = "强制措施台账"
    EN: ClassVar[str] = "register of measures"
    TABLES: ClassVar[tuple[Table, ...]] = Handing.HANDING
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (MEASURES,)

    @on(MeasureApproved)
    def on_approved(self, fact: MeasureApproved) -> None:
        """
        Enter what was approved; one that is made up moves nothing.
        """
        if not fact.made_up:
            self._enter(fact, MeasureMatter[fact.measure_kind.name], Stage.APPROVED)

    @on(CoerciveMeasureImposed)
    def on_imposed(self, fact: CoerciveMeasureImposed) -> None:
        """
        Enter it as it was carried out.
        """
        self._enter(
            fact,
            MeasureMatter[fact.measure_kind.name],
            Stage.IMPOSED,
            place=fact.place,
            urgent=int(fact.urgent),
            until_on=fact.until_on.isoformat() if fact.until_on else None,
            things_left=len(fact.things),
        )

    @on(EvacuationOrdered, EmergencyStopOrdered)
    def on_ordered(self, fact: EvacuationOrdered | EmergencyStopOrdered) -> None:
        """
        Enter the order.
        """
        is_stop = isinstance(fact, EmergencyStopOrdered)
        matter = MeasureMatter.EMERGENCY_STOP if is_stop else MeasureMatter.EVACUATION
        self._enter(fact, matter, Stage.ORDERED, place=fact.place, urgent=1)

    def _enter(
        self,
        fact: MeasureApproved
        | CoerciveMeasureImposed
        | EvacuationOrdered
        | EmergencyStopOrdered,
        matter: MeasureMatter,
        stage: Stage,
        **more: Value,
    ) -> None:
        row = {"place": "", "urgent": 0, "until_on": None, "things_left": 0, **more}
        self.note(
            fact,
            matter=matter.code,
            enterprise=str(fact.enterprise),
            reason=fact.reason,
            stage=stage.code,
            overdue=0,
            case=str(fact.case) if fact.case else None,
            thread=str(fact.deed.thread),
            since_on=fact.deed.on.isoformat(),
            **row,
            **scope_of(fact),
        )

    @on(CoerciveMeasureExtended, MeasureTestPeriodFixed)
    def on_later(self, fact: CoerciveMeasureExtended | MeasureTestPeriodFixed) -> None:
        """
        Keep the new last day.
        """
        if isinstance(fact, MeasureTestPeriodFixed):
            limit = fact.term_limit
        else:
            limit = fact.extension_limit
        self.note(fact, until_on=limit.ends_on.isoformat())

    @on(MeasureItemDisposed)
    def on_disposed(self, fact: MeasureItemDisposed) -> None:
        """
        Count what is left; with the last thing it is over.
        """
        ended = {} if fact.things_left else {"stage": Stage.DISPOSED.code}
        self.note(fact, things_left=fact.things_left, **ended)

    @on(CoerciveMeasureLifted)
    def on_lifted(self, fact: CoerciveMeasureLifted) -> None:
        """
        It is over.
        """
        self.note(fact, stage=Stage.LIFTED.code)

    @on(EvacuationConfirmed)
    def on_confirmed(self, fact: EvacuationConfirmed) -> None:
        """
        People are out.
        """
        self.note(fact, stage=Stage.CONFIRMED.code)

    @on(MeasureTermOverrun)
    def on_overrun(self, fact: MeasureTermOverrun) -> None:
        """
        Mark it.
        """
        self.note(fact, overdue=1)

    @question(
        "强制措施台账",
        "Measures",
        axes=True,
        rows=("SUS-02", "SUS-05", "SUS-06"),
        heads=Heads(
            "coercive-measure", ("matter", "reason", "enterprise"), "stage", steps=STEPS
        ),
    )
    def measures(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        case: CaseRef | None = None,
        stage: Stage | None = None,
        still_open: bool | None = None,
    ) -> Select:
        """
        List measures, the earliest last day first: of an enterprise, a case, a stage.
        """
        del ask
        return (
            Select(
                MEASURES,
                order=("until_on",),
                shared=seen_by_hand_over("measures", "id"),
            )
            .having(enterprise=enterprise, case=case, stage=stage)
            .among("stage", ACTIVE, is_in=still_open)
        )
