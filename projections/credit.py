"""
Credit records (信用记录) on any day: what was recorded of whom, how grave it is, from
when it can be repaired, until when it is shown at the longest, and points by the year.
"""

from dataclasses import replace
from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.credit_record.choices import Stage
from domain.credit_record.facts import (
    CreditFactRecorded,
    CreditFactWithdrawn,
    CreditObjectionDecided,
    CreditObjectionRaised,
)
from domain.credit_record.facts_of_points import PointsDeducted, PointsReset
from domain.credit_record.facts_of_repair import (
    STAGE_AFTER,
    CreditFactRepaired,
    RepairAccepted,
    RepairApplied,
    RepairRefused,
    RepairRevoked,
)
from domain.law.credit_classes import ClassStandard, CreditClass
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import ItemPublished, ItemWithdrawn
from domain.references import CreditRecordRef
from infra.questions import Ask, Heads, Select, question
from infra.read_model import ReadModel, on, pointer, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

RECORDS = Timeline(
    "credit_records",
    (
        Column("enterprise", "file"),
        Column("person", "sealed"),
        Column("standing_count", "whole"),
        Column("points_year", "whole"),
        Column("points_total", "whole"),
        Column("since_on", "day"),
    ),
    indexes=(("enterprise",),),
    orders=(Order(("-since_on",)),),
)

FACTS = Timeline(
    "credit_facts",
    (
        Column("credit_record", "file"),
        Column("credit_no", "whole"),
        Column("enterprise", "file"),
        Column("person", "sealed"),
        Column("credit_class", "choice", choices=CreditClass),
        Column("class_standard", "choice", choices=ClassStandard),
        Column("document_on", "day"),
        Column("repair_from", "day"),
        Column("publicity_until", "day"),
        Column("unsettled", "flag"),
        Column("stage", "choice", choices=Stage),
        Column("objected", "flag"),
        Column("barred_until", "day"),
        Column("publish_again", "flag"),
        Column("left_public", "flag"),
        Column("penalty", "file"),
        Column("entry", "file"),
    ),
    key=Column("id"),
    indexes=(("enterprise",), ("credit_record",)),
    orders=(Order(("-document_on",)),),
)

#: What was made public of penalties: whether it is so still, or a repair has ended it.
SHOWN = Table(
    "shown",
    (Column("publication"),),
    (Column("penalty"), Column("is_public", "flag")),
    indexes=(("penalty",),),
    internal=True,
)

#: Credit facts that were repaired, and those whose repair was revoked.
REPAIRS = Table(
    "repairs",
    (Column("id"),),
    (Column("penalty"), Column("is_revoked", "flag")),
    indexes=(("penalty",),),
    internal=True,
)

#: Facts after which a credit fact is at another stage, and nothing else changes.
_MOVED = tuple(fact for fact in STAGE_AFTER if fact is not RepairRevoked)

#: Facts after which a credit fact counts no more.
_OVER = (CreditFactWithdrawn, CreditFactRepaired)

OfAnItem = (
    CreditFactWithdrawn
    | RepairApplied
    | RepairAccepted
    | RepairRefused
    | CreditFactRepaired
)


OfAnItemShown = ItemPublished | ItemWithdrawn | ItemTermEnded | ItemEndedByRepair


class Credit(ReadModel):
    """
    Credit records and the facts in them, as they stood on any day.
    """

    NAME: ClassVar[str] = "credit"
    ZH: ClassVar[str] = "信用记录"
    EN: ClassVar[str] = "credit records"
    TABLES: ClassVar[tuple[Table, ...]] = (SHOWN, REPAIRS)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (RECORDS, FACTS)

    @on(CreditFactRecorded)
    def on_recorded(self, fact: CreditFactRecorded) -> None:
        """
        Enter it, and its record where it is the first.
        """
        enterprise = str(fact.enterprise) if fact.enterprise else None
        subject: dict[str, Value] = {
            "enterprise": enterprise,
            "person": pointer(fact.person),
        }
        self._open(fact, subject)
        self._item(
            fact,
            fact.credit_no,
            credit_record=str(fact.file),
            credit_class=fact.credit_class.code,
            class_standard=fact.class_standard.code,
            document_on=fact.document_on.isoformat(),
            repair_from=fact.repair_from.isoformat(),
            publicity_until=fact.publicity_until.isoformat(),
            unsettled=int(fact.unsettled),
            stage=Stage.RECORDED.code,
            objected=0,
            penalty=str(fact.penalty) if fact.penalty else None,
            entry=str(fact.entry) if fact.entry else None,
            **subject,
            **scope_of(fact),
        )
        self._count(fact, 1)

    @on(*_MOVED)
    def on_stage(self, fact: OfAnItem) -> None:
        """
        Move on, or back.
        """
        key = f"{fact.file}/{fact.credit_no}"
        was = FACTS.current(self.store.reading, key) or {}
        self._item(fact, fact.credit_no, stage=STAGE_AFTER[type(fact)].code)
        if isinstance(fact, _OVER) and was.get("stage") != Stage.REPAIRED.code:
            self._count(fact, -1)
        if isinstance(fact, CreditFactRepaired):
            self.put(REPAIRS, id=key, penalty=str(was["penalty"] or ""), is_revoked=0)
            self._publicity(fact, key)
        if isinstance(fact, CreditFactWithdrawn) and self.one(REPAIRS, id=key):
            self.drop(REPAIRS, id=key)
            self._item(fact, fact.credit_no, publish_again=0, left_public=0)

    @on(RepairRevoked)
    def on_revoked(self, fact: RepairRevoked) -> None:
        """
        It stands again, and may be barred from repair.
        """
        until = fact.barred_until.isoformat() if fact.barred_until else None
        stage = STAGE_AFTER[type(fact)].code
        self._item(fact, fact.credit_no, stage=stage, barred_until=until)
        self._count(fact, 1)
        key = f"{fact.file}/{fact.credit_no}"
        self.mend(REPAIRS, {"id": key}, is_revoked=1)
        self._publicity(fact, key)

    @on(ItemPublished, ItemWithdrawn, ItemTermEnded, ItemEndedByRepair)
    def on_shown(self, fact: OfAnItemShown) -> None:
        """
        Say whether what is repaired is public still, and what a revoked repair has
        ended is not shown again yet.
        """
        if fact.penalty is None:
            return
        penalty, publication = str(fact.penalty), str(fact.file)
        if isinstance(fact, ItemPublished | ItemEndedByRepair):
            is_public = int(isinstance(fact, ItemPublished))
            said = {"publication": publication, "penalty": penalty}
            self.put(SHOWN, **said, is_public=is_public)
        else:
            self.drop(SHOWN, publication=publication)
        for row in self.some(REPAIRS, penalty=penalty):
            self._publicity(fact, str(row["id"]))

    def _publicity(self, fact: Fact, key: str) -> None:
        (row,) = self.some(REPAIRS, id=key)
        shown = self.some(SHOWN, penalty=row["penalty"])
        public = {bool(each["is_public"]) for each in shown}
        said = {
            "publish_again": int(bool(row["is_revoked"]) and False in public),
            "left_public": int(not row["is_revoked"] and True in public),
        }
        self.change(FACTS, key, fact, since=None, at="", **said)

    @on(CreditObjectionRaised, CreditObjectionDecided)
    def on_objection(
        self, fact: CreditObjectionRaised | CreditObjectionDecided
    ) -> None:
        """
        Say whether an objection awaits its answer.
        """
        raised = isinstance(fact, CreditObjectionRaised)
        self._item(fact, fact.credit_no, objected=int(raised))

    @on(PointsDeducted)
    def on_points(self, fact: PointsDeducted) -> None:
        """
        Keep the points of the year.
        """
        self._open(fact, {"enterprise": str(fact.enterprise)})
        year, total = fact.points_year, fact.points_total
        self.note(fact, points_year=year, points_total=total)

    @on(PointsReset)
    def on_reset(self, fact: PointsReset) -> None:
        """
        They count no more; a year that was reset late is not shown again.
        """
        row = self.noted(fact) or {}
        if row.get("points_year") == fact.points_year:
            left = int(str(row["points_total"])) - fact.points_cleared
            self.note(fact, points_total=left)

    def _open(self, fact: Fact, subject: dict[str, Value]) -> None:
        if self.noted(fact) is None:
            since = fact.deed.on.isoformat()
            scope = scope_of(fact)
            self.note(fact, standing_count=0, since_on=since, **subject, **scope)

    def _count(self, fact: Fact, more: int) -> None:
        row = self.noted(fact) or {}
        now = int(str(row.get("standing_count") or 0))
        self.note(fact, standing_count=now + more)

    def _item(self, fact: Fact, credit_no: int, **patch: Value) -> None:
        patch["credit_no"] = credit_no
        key = f"{fact.file}/{credit_no}"
        self.change(FACTS, key, fact, since=None, at="", **patch)

    @question(
        "信用记录",
        "Credit records",
        desks=("enforcement", "discipline", "judiciary"),
        axes=True,
        rows=("CRD-04", "CRD-05"),
        heads=Heads("credit-record", ("enterprise|person",)),
    )
    def credit_records(self, ask: Ask, *, enterprise: UUID | None = None) -> Select:
        """
        List credit records, the newest first: of an enterprise.
        """
        del ask
        return Select(RECORDS, order=("-since_on",)).having(enterprise=enterprise)

    @question(
        "信用信息",
        "Credit facts",
        desks=("enforcement", "discipline", "judiciary"),
        axes=True,
        rows=("CRD-04",),
    )
    def credit_facts(
        self,
        ask: Ask,
        *,
        enterprise: UUID | None = None,
        credit_record: CreditRecordRef | None = None,
        credit_class: CreditClass | None = None,
        stage: Stage | None = None,
        publish_again: bool | None = None,
        left_public: bool | None = None,
    ) -> Select:
        """
        List credit facts, the newest document first: of an enterprise, a record, a
        class, as they stand; those to be shown again after a repair was revoked, as
        long as they could be; those repaired that are public still.
        """
        del ask
        select = Select(FACTS, order=("-document_on",)).having(
            enterprise=enterprise,
            credit_record=credit_record,
            credit_class=credit_class,
            stage=stage,
            publish_again=None if publish_again is None else int(publish_again),
            left_public=None if left_public is None else int(left_public),
        )
        if not publish_again:
            return select
        return replace(select, where=(*select.where, _NOT_OVER))


#: Whether what is to be shown again could be shown on the day asked for.
_NOT_OVER = "publicity_until >= :axis_day"
