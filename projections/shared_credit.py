"""
Credit facts that partners hold (共享的信用信息): what a body has recorded of a subject
against whom it asked them for a measure, and what became of it.

A partner finds here what was handed to it and nothing else: what is repaired or was
wrong stands there as such, and is used no more (发改委令36号).
"""

from typing import ClassVar
from uuid import UUID

from domain.base import Fact, Role
from domain.credit_record.choices import STANDING, Stage
from domain.credit_record.facts import CreditFactRecorded
from domain.credit_record.facts_of_repair import STAGE_AFTER
from domain.law.credit_classes import CreditClass
from infra.handing import Handing, seen_by_hand_over
from infra.questions import OFFICE, Ask, Select, question
from infra.read_model import on, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

SHARED = Timeline(
    "shared_credit_facts",
    (
        Column("credit_record", "file"),
        Column("credit_no", "whole"),
        Column("body", "file"),
        Column("enterprise", "file"),
        Column("credit_class", "choice", choices=CreditClass),
        Column("document_on", "day"),
        Column("stage", "choice", choices=Stage),
        Column("usable", "flag"),
        Column("changed_on", "day"),
        Column("publicity_until", "day"),
    ),
    key=Column("id"),
    indexes=(("credit_record",), ("enterprise",)),
    orders=(Order(("-changed_on",)),),
)


class SharedCredit(Handing):
    """
    Credit facts as partners may use them, on any day.
    """

    NAME: ClassVar[str] = "shared_credit"
    ZH: ClassVar[str] = "共享的信用信息"
    EN: ClassVar[str] = "shared credit facts"
    TABLES: ClassVar[tuple[Table, ...]] = Handing.HANDING
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (SHARED,)

    @on(CreditFactRecorded)
    def on_recorded(self, fact: CreditFactRecorded) -> None:
        """
        Enter it; of a person no name stands in it.
        """
        self._change(
            fact,
            fact.credit_no,
            Stage.RECORDED,
            credit_record=str(fact.file),
            body=str(fact.deed.body) if fact.deed.body else None,
            enterprise=str(fact.enterprise) if fact.enterprise else None,
            credit_class=fact.credit_class.code,
            document_on=fact.document_on.isoformat(),
            publicity_until=fact.publicity_until.isoformat(),
            **scope_of(fact),
        )

    @on(*STAGE_AFTER)
    def on_stage(self, fact: Fact) -> None:
        """
        Move on, or back.
        """
        self._change(fact, vars(fact)["credit_no"], STAGE_AFTER[type(fact)])

    def _change(self, fact: Fact, credit_no: int, stage: Stage, **patch: Value) -> None:
        self.change(
            SHARED,
            f"{fact.file}/{credit_no}",
            fact,
            since=None,
            at="",
            credit_no=credit_no,
            stage=stage.code,
            usable=int(stage in STANDING),
            changed_on=fact.deed.on.isoformat(),
            **patch,
        )

    @question(
        "共享的信用信息",
        "Shared credit facts",
        by=(*OFFICE, Role.PARTNER),
        desks=("disclosure",),
        axes=True,
        rows=("CRD-04", "DIS-01"),
    )
    def shared_credit_facts(
        self, ask: Ask, *, enterprise: UUID | None = None, usable: bool | None = None
    ) -> Select:
        """
        List credit facts of the subjects handed over, what changed last first: of an
        enterprise, or those that may be used.
        """
        del ask
        return Select(
            SHARED,
            order=("-changed_on",),
            shared=seen_by_hand_over("shared_credit_facts", "credit_record"),
        ).having(enterprise=enterprise, usable=None if usable is None else int(usable))
