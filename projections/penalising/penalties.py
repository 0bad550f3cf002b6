"""
The register of penalties (处罚台账): on whom, how much, how far, and what is left.
"""

from operator import itemgetter
from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.document.file import (
    DocumentIssued,
    DocumentReplaced,
    DocumentVoided,
)
from domain.penalty.choices import Stage
from domain.penalty.next_steps import STEPS
from domain.procedures.ending_cases import DECISIONS
from domain.references import CaseRef
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
        Column("number_void", "flag"),
        Column("decided_on", "day"),
        Column("served_on", "day"),
        Column("pay_until", "day"),
        Column("case", "file"),
        Column("thread", "file"),
    ),
    indexes=(("enterprise",), ("case",)),
    orders=(Order(("decided_on",)),),
)

#: The papers by which penalties of cases are decided, and how far each stands.
PAPERS = Table(
    "decision_papers",
    (Column("document", "file"),),
    (
        Column("penalty", "file"),
        Column("number"),
        Column("issued_at", "whole"),
        Column("standing", "whole"),
    ),
    indexes=(("penalty",),),
    internal=True,
)

#: How far a paper stands: void, replaced by another, or in force.
_VOID, _REPLACED, _IN_FORCE = range(3)


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
            self.put(
                PAPERS,
                document=paper,
                penalty=penalty,
                number=fact.number.printed,
                issued_at=fact.position,
                standing=_IN_FORCE,
            )
            self._number(fact, penalty)

    @on(DocumentVoided, DocumentReplaced)
    def on_no_longer(self, fact: DocumentVoided | DocumentReplaced) -> None:
        """
        The number is that of the newest paper in force, else of one that was replaced;
        where all are void the number keeps its place, and is marked (D23).
        """
        paper = self.one(PAPERS, document=str(fact.file))
        if paper is None:
            return
        standing = _VOID if isinstance(fact, DocumentVoided) else _REPLACED
        self.put(PAPERS, **{**paper, "standing": standing})
        self._number(fact, str(paper["penalty"]))

    def _number(self, fact: Fact, penalty: str) -> None:
        papers = self.some(PAPERS, penalty=penalty)
        best = max(papers, key=itemgetter("standing", "issued_at"))
        is_void = int(best["standing"] == _VOID)
        self.change(
            PENALTIES,
            penalty,
            fact,
            decision_no=best["number"],
            number_void=is_void,
        )

    @question(
        "处罚台账",
        "Penalties",
        desks=("enforcement", "discipline", "judiciary"),
        axes=True,
        rows=("PEN-01", "PEN-12", "SUS-11"),
        heads=Heads(
            "penalty", ("decision_no", "kinds", "enterprise"), "stage", steps=STEPS
        ),
    )
    def penalties(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        case: CaseRef | None = None,
        stage: Stage | None = None,
    ) -> Select:
        """
        List penalties, the oldest first: on an enterprise, in a case, at a stage.
        """
        del ask
        return Select(
            PENALTIES,
            order=("decided_on",),
            shared=seen_by_hand_over("penalties", "id"),
        ).having(enterprise=enterprise, case=case, stage=stage)
