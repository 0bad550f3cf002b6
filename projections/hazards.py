"""
The hazard board (隐患台账): every hazard by stage, with its deadline and who answers.
"""

from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.hazard.choices import ENDED, HazardLevel, Stage
from domain.hazard.facts import (
    HazardGraded,
    HazardIdentified,
    HazardRemovedOnSpot,
    HazardSelfReported,
    RectificationDeadlineExtended,
    RectificationOrdered,
)
from domain.hazard.facts_of_ending import (
    HazardDelisted,
    HazardVerificationFailed,
    HazardVerified,
    RectificationAccepted,
    RectificationRejected,
    ReinspectionReassigned,
    ReinspectionScheduled,
    SupervisionReleased,
)
from domain.hazard.facts_of_falling import RectificationOrderSetAside
from domain.hazard.facts_of_treatment import (
    HazardAssigned,
    HazardListedForSupervision,
    RectificationOverdue,
    RectificationReported,
)
from domain.hazard.next_steps import STEPS
from domain.references import InspectionRef
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.read_model import on, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

HAZARDS = Timeline(
    "hazards",
    (
        Column("enterprise", "file"),
        Column("place"),
        Column("description"),
        Column("hazard_level", "choice", choices=HazardLevel),
        Column("stage", "choice", choices=Stage),
        Column("rectify_until", "day", runs=("overdue", 1)),
        Column("nth_extension", "whole"),
        Column("overdue", "flag"),
        Column("reinspect_on", "day"),
        Column("listing_number"),
        Column("supervise_until", "day"),
        Column("inspection", "file"),
        Column("thread", "file"),
        Column("finders"),
        Column("handed_to", "file"),
        Column("found_on", "day"),
    ),
    indexes=(("enterprise",), ("inspection",)),
    orders=(Order(("rectify_until",)),),
)

#: What each of these facts makes of the stage.
_STAGES: dict[type[Fact], Stage] = {
    HazardRemovedOnSpot: Stage.REMOVED,
    RectificationReported: Stage.REPORTED,
    RectificationAccepted: Stage.ACCEPTED,
    HazardVerified: Stage.VERIFIED,
    HazardDelisted: Stage.DELISTED,
    SupervisionReleased: Stage.RELEASED,
    RectificationRejected: Stage.ORDERED,
    HazardVerificationFailed: Stage.ORDERED,
}


class Hazards(Handing):
    """
    Hazards as they stood on any day.
    """

    NAME: ClassVar[str] = "hazards"
    ZH: ClassVar[str] = "隐患台账"
    EN: ClassVar[str] = "hazard board"
    TABLES: ClassVar[tuple[Table, ...]] = Handing.HANDING
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (HAZARDS,)

    @on(HazardIdentified, HazardSelfReported)
    def on_found(self, fact: HazardIdentified | HazardSelfReported) -> None:
        """
        Enter the hazard.
        """
        seen: dict[str, Value] = {"inspection": None, "finders": ""}
        if isinstance(fact, HazardIdentified):
            seen["inspection"] = str(fact.inspection)
            seen["finders"] = " ".join(map(str, fact.finders))
        self.note(
            fact,
            enterprise=str(fact.enterprise),
            place=fact.place,
            description=fact.description,
            stage=Stage.IDENTIFIED.code,
            overdue=0,
            nth_extension=0,
            thread=str(fact.deed.thread),
            found_on=fact.deed.on.isoformat(),
            **seen,
            **scope_of(fact),
        )

    @on(HazardGraded)
    def on_graded(self, fact: HazardGraded) -> None:
        """
        Keep the level; a first grading moves the hazard on.
        """
        row = self.noted(fact) or {}
        first = row.get("stage") == Stage.IDENTIFIED.code
        moved = {"stage": Stage.GRADED.code} if first else {}
        self.note(fact, hazard_level=fact.hazard_level.code, **moved)

    @on(RectificationOrdered)
    def on_ordered(self, fact: RectificationOrdered) -> None:
        """
        Keep the last day.
        """
        until = fact.rectify_until.isoformat()
        self.note(fact, stage=Stage.ORDERED.code, rectify_until=until)

    @on(RectificationDeadlineExtended)
    def on_extended(self, fact: RectificationDeadlineExtended) -> None:
        """
        Move the last day.
        """
        until = fact.rectify_until.isoformat()
        self.note(fact, rectify_until=until, nth_extension=fact.nth_extension)

    @on(HazardListedForSupervision)
    def on_listed(self, fact: HazardListedForSupervision) -> None:
        """
        Keep the number and the last day of the supervision.
        """
        self.note(
            fact,
            stage=Stage.LISTED.code,
            listing_number=fact.listing_number,
            supervise_until=fact.supervise_until.isoformat(),
        )

    @on(RectificationOrderSetAside)
    def on_set_aside(self, fact: RectificationOrderSetAside) -> None:
        """
        Take back what the order set; what ended stays ended.
        """
        row = self.noted(fact) or {}
        ended = row.get("stage") in {stage.code for stage in ENDED}
        moved = {} if ended else {"stage": Stage.GRADED.code}
        self.note(
            fact,
            rectify_until=None,
            nth_extension=0,
            overdue=0,
            reinspect_on=None,
            **moved,
        )

    @on(*_STAGES)
    def on_stage(self, fact: Fact) -> None:
        """
        Move on, or back.
        """
        self.note(fact, stage=_STAGES[type(fact)].code)

    @on(RectificationOverdue)
    def on_overdue(self, fact: RectificationOverdue) -> None:
        """
        Mark it; only an end takes the mark away.
        """
        self.note(fact, overdue=1)

    @on(ReinspectionScheduled)
    def on_scheduled(self, fact: ReinspectionScheduled) -> None:
        """
        Keep the day of the re-inspection.
        """
        self.note(fact, reinspect_on=fact.reinspect_on.isoformat())

    @on(HazardAssigned, ReinspectionReassigned)
    def on_handed(self, fact: HazardAssigned | ReinspectionReassigned) -> None:
        """
        Say which body it was handed to.
        """
        self.note(fact, handed_to=str(fact.body))

    @question(
        "隐患台账",
        "Hazards",
        axes=True,
        rows=("HAZ-01", "HAZ-09", "RSK-12"),
        heads=Heads(
            "hazard", ("place", "description", "enterprise"), "stage", steps=STEPS
        ),
    )
    def hazards(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        stage: Stage | None = None,
        hazard_level: HazardLevel | None = None,
        finder: UUID | None = None,
        inspection: InspectionRef | None = None,
        still_open: bool | None = None,
    ) -> Select:
        """
        List hazards, the earliest deadline first: of an enterprise, a stage, a level,
        found by an inspection.
        """
        del ask
        return (
            Select(
                HAZARDS,
                order=("rectify_until",),
                few=finder is not None,
                shared=seen_by_hand_over("hazards", "id"),
            )
            .having(enterprise=enterprise, inspection=inspection)
            .having(stage=stage, hazard_level=hazard_level)
            .satisfying("instr(finders, :finder) > 0", finder=finder)
            .among("stage", frozenset(Stage) - ENDED, is_in=still_open)
        )


def _text(value: UUID | None) -> str | None:
    return str(value) if value else None
