"""
The register of closures (关闭台账): asked for, decided, carried out; and sites banned.
"""

from typing import ClassVar
from uuid import UUID

from domain.closure.choices import ClosureGround, Stage
from domain.closure.file import (
    ClosureDecided,
    ClosureDeclined,
    ClosureExecuted,
    ClosureRequested,
    ClosureSetAside,
    IllegalSiteBanned,
)
from domain.closure.next_steps import STEPS
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.read_model import on, scope_of
from infra.tables_of_rows import Column, Order, Table
from infra.timelines import Timeline

CLOSURES = Timeline(
    "closures",
    (
        Column("enterprise", "file"),
        Column("place"),
        Column("closure_ground", "choice", choices=ClosureGround),
        Column("reason"),
        Column("stage", "choice", choices=Stage),
        Column("government", "file"),
        Column("decision_number"),
        Column("since_on", "day"),
        Column("thread", "file"),
    ),
    indexes=(("enterprise",),),
    orders=(Order(("since_on",)),),
)


class Closures(Handing):
    """
    Closures as they stood on any day.
    """

    NAME: ClassVar[str] = "closures"
    ZH: ClassVar[str] = "关闭台账"
    EN: ClassVar[str] = "register of closures"
    TABLES: ClassVar[tuple[Table, ...]] = Handing.HANDING
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (CLOSURES,)

    @on(ClosureRequested)
    def on_requested(self, fact: ClosureRequested) -> None:
        """
        Enter it.
        """
        self.note(
            fact,
            enterprise=str(fact.enterprise),
            place="",
            closure_ground=fact.closure_ground.code,
            reason=fact.reason,
            stage=Stage.REQUESTED.code,
            government=str(fact.government),
            decision_number="",
            since_on=fact.deed.on.isoformat(),
            thread=str(fact.deed.thread),
            **scope_of(fact),
        )

    @on(IllegalSiteBanned)
    def on_banned(self, fact: IllegalSiteBanned) -> None:
        """
        Enter the site.
        """
        self.note(
            fact,
            enterprise=str(fact.enterprise) if fact.enterprise else None,
            place=fact.place,
            closure_ground=None,
            reason=fact.description,
            stage=Stage.BANNED.code,
            government=str(fact.government),
            decision_number="",
            since_on=fact.deed.on.isoformat(),
            thread=str(fact.deed.thread),
            **scope_of(fact),
        )

    @on(ClosureDecided)
    def on_decided(self, fact: ClosureDecided) -> None:
        """
        Keep its number.
        """
        self.note(fact, stage=Stage.DECIDED.code, decision_number=fact.decision_number)

    @on(ClosureDeclined)
    def on_declined(self, fact: ClosureDeclined) -> None:
        """
        It ends there.
        """
        self.note(fact, stage=Stage.DECLINED.code)

    @on(ClosureExecuted)
    def on_executed(self, fact: ClosureExecuted) -> None:
        """
        It is done.
        """
        self.note(fact, stage=Stage.EXECUTED.code)

    @on(ClosureSetAside)
    def on_set_aside(self, fact: ClosureSetAside) -> None:
        """
        It is not to be closed any more.
        """
        self.note(fact, stage=Stage.SET_ASIDE.code)

    @question(
        "关闭台账",
        "Closures",
        axes=True,
        rows=("SUS-07", "SUS-09", "SUS-12"),
        heads=Heads("closure", ("reason", "enterprise|place"), "stage", steps=STEPS),
    )
    def closures(
        self, ask: Ask, *, enterprise: UUID | None = None, stage: Stage | None = None
    ) -> Select:
        """
        List closures and banned sites, the oldest first: of an enterprise, a stage.
        """
        del ask
        return Select(
            CLOSURES, order=("since_on",), shared=seen_by_hand_over("closures", "id")
        ).having(enterprise=enterprise, stage=stage)
