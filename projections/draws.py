"""
Random draws (双随机抽取): what was committed, what was drawn, what was overridden.
"""

from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.random_draw.file import (
    DrawOverridden,
    RandomDrawCommitted,
    RandomDrawConducted,
    Stage,
)
from domain.references import RandomDrawRef
from infra.questions import Ask, Heads, Select, question
from infra.read_model import ReadModel, on, scope_of
from infra.tables_of_rows import Column, Order, Table
from infra.timelines import Timeline

DRAWS = Timeline(
    "draws",
    (
        Column("name"),
        Column("stage", "choice", choices=Stage),
        Column("visits_count", "whole"),
        Column("officers_each_count", "whole"),
        Column("overrides_count", "whole"),
        Column("pool_sha256"),
        Column("seed_commitment"),
        Column("seed"),
        Column("committed_on", "day"),
        Column("drawn_on", "day"),
    ),
    orders=(Order(("-committed_on",)),),
)

DRAWN = Timeline(
    "drawn_visits",
    (
        Column("draw", "file"),
        Column("enterprise", "file"),
        Column("inspectors"),
        Column("overridden", "flag"),
        Column("drawn_on", "day"),
    ),
    indexes=(("draw",), ("enterprise",)),
    key=Column("id"),
    orders=(Order(("-drawn_on",)),),
)


class Draws(ReadModel):
    """
    Random draws as they stood on any day.
    """

    NAME: ClassVar[str] = "draws"
    ZH: ClassVar[str] = "双随机抽取"
    EN: ClassVar[str] = "random draws"
    TABLES: ClassVar[tuple[Table, ...]] = ()
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (DRAWS, DRAWN)

    @on(RandomDrawCommitted)
    def on_committed(self, fact: RandomDrawCommitted) -> None:
        """
        Enter the draw.
        """
        self.note(
            fact,
            name=fact.name,
            stage=Stage.COMMITTED.code,
            visits_count=fact.visits_count,
            officers_each_count=fact.officers_each_count,
            overrides_count=0,
            pool_sha256=fact.pool_sha256,
            seed_commitment=fact.seed_commitment,
            committed_on=fact.deed.on.isoformat(),
            **scope_of(fact),
        )

    @on(RandomDrawConducted)
    def on_conducted(self, fact: RandomDrawConducted) -> None:
        """
        Keep the seed, and what was drawn by it.
        """
        day = fact.deed.on.isoformat()
        self.note(fact, stage=Stage.CONDUCTED.code, seed=fact.seed, drawn_on=day)
        for visit in fact.drawn_visits:
            self._drawn(fact, visit.enterprise, visit.inspectors, overridden=0)

    @on(DrawOverridden)
    def on_overridden(self, fact: DrawOverridden) -> None:
        """
        Put the other visit in the place of the one that was drawn.
        """
        row = self.noted(fact) or {}
        count = int(str(row.get("overrides_count") or 0))
        self.note(fact, overrides_count=count + 1)
        new = fact.replacing_visit
        if new.enterprise != fact.enterprise:
            self.end(DRAWN, f"{fact.file}/{fact.enterprise}", fact, at="")
        self._drawn(fact, new.enterprise, new.inspectors, overridden=1)

    def _drawn(
        self,
        fact: Fact,
        enterprise: UUID,
        inspectors: tuple[UUID, ...],
        *,
        overridden: int,
    ) -> None:
        self.change(
            DRAWN,
            f"{fact.file}/{enterprise}",
            fact,
            since=None,
            at="",
            draw=str(fact.file),
            enterprise=str(enterprise),
            inspectors=" ".join(map(str, inspectors)),
            overridden=overridden,
            drawn_on=fact.deed.on.isoformat(),
            **scope_of(fact),
        )

    @question(
        "双随机抽取",
        "Random draws",
        axes=True,
        rows=("INS-04",),
        heads=Heads("random-draw", ("name",), "stage"),
    )
    def draws(self, ask: Ask, *, stage: Stage | None = None) -> Select:
        """
        List random draws, the newest first.
        """
        del ask
        return Select(DRAWS, order=("-committed_on",)).having(stage=stage)

    @question("抽取结果", "Drawn visits", axes=True, rows=("INS-04",))
    def drawn_visits(
        self,
        ask: Ask,
        *,
        draw: RandomDrawRef | None = None,
        enterprise: UUID | None = None,
    ) -> Select:
        """
        List the visits that were drawn: of a draw, to an enterprise.
        """
        del ask
        return Select(DRAWN, order=("-drawn_on",)).having(
            draw=draw, enterprise=enterprise
        )
