"""
The board of suspensions (停产停业台账): what stands still, and what is left to resume.
"""

from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from domain.base import Fact
from domain.references import CaseRef
from domain.suspension_order.choices import ACTIVE, Stage, SuspensionKind
from domain.suspension_order.facts import (
    SuspensionDefied,
    SuspensionNotRequiredDecided,
    SuspensionOrdered,
)
from domain.suspension_order.facts_of_falling import SuspensionSetAside
from domain.suspension_order.facts_of_resuming import (
    ExpertAcceptanceFailed,
    ExpertAcceptancePassed,
    ProductionResumed,
    ResumptionApplied,
    ResumptionApproved,
    ResumptionConditionAdded,
    ResumptionRefused,
)
from domain.suspension_order.next_steps import STEPS
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.read_model import on, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

SUSPENSIONS = Timeline(
    "suspensions",
    (
        Column("suspension_kind", "choice", choices=SuspensionKind),
        Column("enterprise", "file"),
        Column("scope"),
        Column("reason"),
        Column("stage", "choice", choices=Stage),
        Column("defied", "flag"),
        Column("conditions_open_count", "whole"),
        Column("since_on", "day"),
        Column("until_on", "day"),
        Column("case", "file"),
        Column("thread", "file"),
    ),
    indexes=(("enterprise",), ("case",)),
    orders=(Order(("since_on",)),),
)

#: What each of these facts makes of the stage.
_STAGES: dict[type[Fact], Stage] = {
    ResumptionApproved: Stage.APPROVED,
    ResumptionRefused: Stage.SUSPENDED,
    ExpertAcceptanceFailed: Stage.FAILED,
    ProductionResumed: Stage.RESUMED,
    SuspensionSetAside: Stage.SET_ASIDE,
}


class Suspensions(Handing):
    """
    Suspensions as they stood on any day.
    """

    NAME: ClassVar[str] = "suspensions"
    ZH: ClassVar[str] = "停产停业台账"
    EN: ClassVar[str] = "board of suspensions"
    TABLES: ClassVar[tuple[Table, ...]] = (
        Table(
            "conditions",
            (Column("file"), Column("condition_no", "whole")),
            (Column("met", "flag"),),
            internal=True,
        ),
        *Handing.HANDING,
    )
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (SUSPENSIONS,)

    @override
    def note(self, fact: Fact, **patch: Value) -> None:
        """
        Change the row of the suspension, and count its conditions that are open.
        """
        open_now = self.some(self.TABLES[0], file=str(fact.file), met=0)
        patch.setdefault("conditions_open_count", len(open_now))
        super().note(fact, **patch)

    def _set(self, fact: Fact, number: int, *, met: bool) -> None:
        self.put(self.TABLES[0], file=str(fact.file), condition_no=number, met=int(met))

    @on(SuspensionOrdered)
    def on_ordered(self, fact: SuspensionOrdered) -> None:
        """
        Enter it.
        """
        for number, _ in enumerate(fact.resumption_conditions, start=1):
            self._set(fact, number, met=False)
        self.note(
            fact,
            suspension_kind=fact.suspension_kind.code,
            enterprise=str(fact.enterprise),
            scope=fact.scope,
            reason=fact.reason,
            stage=Stage.SUSPENDED.code,
            defied=0,
            since_on=fact.suspended_from.isoformat(),
            until_on=fact.until_on.isoformat() if fact.until_on else None,
            case=str(fact.case) if fact.case else None,
            thread=str(fact.deed.thread),
            **scope_of(fact),
        )

    @on(SuspensionNotRequiredDecided)
    def on_not_required(self, fact: SuspensionNotRequiredDecided) -> None:
        """
        Enter that nothing stands still, and why.
        """
        self.note(
            fact,
            suspension_kind=None,
            enterprise=str(fact.enterprise),
            scope="",
            reason=fact.reason,
            stage=Stage.NOT_REQUIRED.code,
            defied=0,
            since_on=fact.deed.on.isoformat(),
            until_on=None,
            case=None,
            thread=str(fact.deed.thread),
            **scope_of(fact),
        )

    @on(SuspensionDefied)
    def on_defied(self, fact: SuspensionDefied) -> None:
        """
        Mark it.
        """
        self.note(fact, defied=1)

    @on(ResumptionConditionAdded)
    def on_condition(self, fact: ResumptionConditionAdded) -> None:
        """
        One more is open.
        """
        self._set(fact, fact.condition_no, met=False)
        self.note(fact)

    @on(ResumptionApplied)
    def on_applied(self, fact: ResumptionApplied) -> None:
        """
        All of them are examined anew.
        """
        for row in self.some(self.TABLES[0], file=str(fact.file)):
            self._set(fact, int(str(row["condition_no"])), met=False)
        self.note(fact, stage=Stage.APPLIED.code)

    @on(ExpertAcceptancePassed)
    def on_passed(self, fact: ExpertAcceptancePassed) -> None:
        """
        Keep which were found met.
        """
        for number in fact.met_conditions:
            self._set(fact, number, met=True)
        self.note(fact, stage=Stage.PASSED.code)

    @on(*_STAGES)
    def on_stage(self, fact: Fact) -> None:
        """
        Move on, or back.
        """
        self.note(fact, stage=_STAGES[type(fact)].code)

    @question(
        "停产停业台账",
        "Suspensions",
        axes=True,
        rows=("SUS-01", "SUS-03", "SUS-04"),
        heads=Heads(
            "suspension-order", ("scope", "reason", "enterprise"), "stage", steps=STEPS
        ),
    )
    def suspensions(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        case: CaseRef | None = None,
        stage: Stage | None = None,
        still_open: bool | None = None,
    ) -> Select:
        """
        List suspensions, the oldest first: of an enterprise, a case, a stage.
        """
        del ask
        return (
            Select(
                SUSPENSIONS,
                order=("since_on",),
                shared=seen_by_hand_over("suspensions", "id"),
            )
            .having(enterprise=enterprise, case=case, stage=stage)
            .among("stage", ACTIVE, is_in=still_open)
        )
