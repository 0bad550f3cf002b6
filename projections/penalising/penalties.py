"""
The register of penalties (处罚台账): on whom, how much, how far, and what is left.
"""

from typing import ClassVar
from uuid import UUID

from domain.document.file import DocumentIssued, DocumentVoided
from domain.penalty.choices import Stage
from domain.procedures.ending_cases import DECISIONS
from infra.handing import Handing, seen_by_hand_over
from infra.questions import Ask, Heads, Select, question
from infra.read_model import on
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

#: The papers by which penalties of cases are decided.
PAPERS = Table(
    "decision_papers",
    (Column("document", "file"),),
    (Column("penalty", "file"), Column("number")),
    internal=True,
)


class Penalties(Performing):
    """
    Penalties as they stood on any day.
    """

    NAME: ClassVar[str] = "penalties"
    ZH: ClassVar[str] = "处罚台账"
    EN: ClassVar[str] = "register of penalties"
    EDITION: ClassVar[int] = 3
    TABLES: ClassVar[tuple[Table, ...]] = (PAPERS, *Handing.HANDING)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (PENALTIES,)

    @on(DocumentIssued)
    def on_paper(self, fact: DocumentIssued) -> None:
        """
        Keep the number of the paper by which a penalty of a case is decided.
        """
        penalty, paper = str(fact.about), str(fact.file)
        is_followed = PENALTIES.current(self.store.reading, penalty) is not None
        if is_followed and fact.form in DECISIONS and fact.number:
            number = fact.number.printed
            self.put(PAPERS, document=paper, penalty=penalty, number=number)
            self.change(PENALTIES, penalty, fact, decision_no=number)

    @on(DocumentVoided)
    def on_void(self, fact: DocumentVoided) -> None:
        """
        The number of a void paper is no longer that of the penalty.
        """
        paper = self.one(PAPERS, document=str(fact.file))
        if paper is None:
            return
        penalty = str(paper["penalty"])
        row = PENALTIES.current(self.store.reading, penalty) or {}
        if row.get("decision_no") == paper["number"]:
            self.change(PENALTIES, penalty, fact, decision_no="")

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
