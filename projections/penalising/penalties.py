"""
The register of penalties (处罚台账): on whom, how much, how far, and what is left.
"""

from typing import ClassVar
from uuid import UUID

from domain.penalty.choices import Stage
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.tables_of_rows import Column, Order, Table
from infra.timelines import Timeline
from projections.penalising.performing import Performing

PENALTIES = Timeline(
    "penalties",
    (
        Column("enterprise", "file"),
        Column("person", "personal"),
        Column("kinds"),
        Column("kinds_left"),
        Column("fine_fen", "fen"),
        Column("fine_left_fen", "fen"),
        Column("surcharge_left_fen", "fen"),
        Column("refund_fen", "fen"),
        Column("stage", "choice", choices=Stage),
        Column("decision_no"),
        Column("decided_on", "day"),
        Column("served_on", "day"),
        Column("pay_until", "day"),
        Column("case", "file"),
        Column("thread", "file"),
    ),
    indexes=(("enterprise",), ("case",)),
    orders=(Order(("decided_on",)),),
)


class Penalties(Performing):
    """
    Penalties as they stood on any day.
    """

    NAME: ClassVar[str] = "penalties"
    ZH: ClassVar[str] = "处罚台账"
    EN: ClassVar[str] = "register of penalties"
    TABLES: ClassVar[tuple[Table, ...]] = Handing.HANDING
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (PENALTIES,)

    @question(
        "处罚台账",
        "Penalties",
        desks=("enforcement", "discipline", "judiciary"),
        axes=True,
        rows=("PEN-01", "PEN-12", "SUS-11"),
        heads=Heads("penalty", ("decision_no", "kinds", "enterprise"), "stage"),
    )
    def penalties(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        stage: Stage | None = None,
    ) -> Select:
        """
        List penalties, the oldest first: on an enterprise, at a stage.
        """
        del ask
        return Select(
            PENALTIES,
            order=("decided_on",),
            shared=seen_by_hand_over("penalties", "id"),
        ).having(enterprise=enterprise, stage=stage)
