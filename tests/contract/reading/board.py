"""
A board of shops: a read model of the tests, with both axes, and facts to feed it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from domain.base import Audience, Deed, Fact, Time
from domain.values import Precision
from infra.questions import EVERYBODY, Ask, Select, question
from infra.read_model import ReadModel, on, on_every_fact, scope_of
from infra.tables_of_rows import Column, Table, Value
from infra.timelines import Timeline
from tests.contract.append.town import (
    OFFICER,
    ShopClosed,
    ShopNameCorrected,
    ShopOpened,
    ShopRenamed,
    Whispered,
)

SHOPS = Timeline("shops", (Column("name"), Column("number", "whole")))

SEEN = Table(
    "seen", (Column("fact", "fact"),), (Column("at", "moment"),), internal=True
)

RENAMINGS = Table(
    "renamings",
    (Column("position", "whole"),),
    (Column("id", "file"), Column("name"), Column("number", "whole")),
)


class Board(ReadModel, listed=False):
    """
    Which shops there are, and what they are called.
    """

    NAME: ClassVar[str] = "test_board"
    ZH: ClassVar[str] = "店铺"
    EN: ClassVar[str] = "shops"
    TABLES: ClassVar[tuple[Table, ...]] = (SEEN, RENAMINGS)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (SHOPS,)

    @on(ShopOpened, ShopRenamed)
    def on_named(self, fact: ShopOpened | ShopRenamed) -> None:
        """
        The name holds from the day of the fact.
        """
        moment = fact.deed.occurred_at.isoformat()
        self.put(SEEN, fact=fact.id, at=moment)
        row: dict[str, Value] = {"name": fact.name, **scope_of(fact)}
        if isinstance(fact, ShopOpened):
            row["number"] = fact.position
        self.change(SHOPS, str(fact.file), fact, since=None, at="", **row)
        self.put(
            RENAMINGS,
            position=fact.position,
            id=str(fact.file),
            name=fact.name,
            **scope_of(fact),
        )

    @on(ShopNameCorrected)
    def on_corrected(self, fact: ShopNameCorrected) -> None:
        """
        The right name holds from the day of what was wrong, and is known from now on.
        """
        wrong = self.one(SEEN, fact=fact.corrects)
        assert wrong is not None
        self.change(
            SHOPS, str(fact.file), fact, since=None, at=str(wrong["at"]), name=fact.name
        )

    @on(ShopClosed)
    def on_closed(self, fact: ShopClosed) -> None:
        """
        The shop is there until the day of the fact.
        """
        self.end(SHOPS, str(fact.file), fact)

    @question("店铺", "Shops", by=EVERYBODY, axes=True)
    def shops(self, ask: Ask) -> Select:
        """
        List the shops.
        """
        del ask
        return Select(SHOPS, order=("name",))

    @question("更名", "Renamings", by=EVERYBODY)
    def renamings(self, ask: Ask, *, name: str = "") -> Select:
        """
        List names that were given.
        """
        del ask
        where = ("name = :name",) if name else ()
        return Select(RENAMINGS, where, {"name": name}, order=("-name", "number"))


class Counter(ReadModel, listed=False):
    """
    How many facts there were, and what the last one was.
    """

    NAME: ClassVar[str] = "test_counter"
    ZH: ClassVar[str] = "计数"
    EN: ClassVar[str] = "counter"
    TABLES: ClassVar[tuple[Table, ...]] = (
        Table("counts", (Column("topic"),), (Column("number", "whole"),)),
    )

    @on_every_fact
    def on_fact(self, fact: Fact) -> None:
        """
        Count it.
        """
        (table,) = self.TABLES
        row = self.one(table, topic=fact.TOPIC)
        number = int(row["number"] or 0) if row else 0
        self.put(table, topic=fact.TOPIC, number=number + 1, **scope_of(fact))


#: The checker does not see that a fact is a dataclass.
_MADE: dict[type[Fact], Callable[..., Fact]] = {
    kind: kind
    for kind in (ShopOpened, ShopRenamed, ShopNameCorrected, ShopClosed, Whispered)
}


class Story:
    """
    Facts in order of position, without a ledger.
    """

    def __init__(self, recorded_at: datetime) -> None:
        """
        Begin at the beginning; everything is recorded at one moment.
        """
        self.recorded_at = recorded_at
        self.facts: list[Fact] = []

    def tell(
        self,
        kind: type[Fact],
        file: UUID,
        *,
        occurred_at: datetime,
        body: UUID | None = None,
        **terms: object,
    ) -> Fact:
        """
        Add a fact.
        """
        version = 1 + sum(fact.file == file for fact in self.facts)
        deed = Deed(
            act="tell",
            actor=replace(OFFICER, body=body),
            body=body,
            thread=file,
            occurred_at=occurred_at,
            precision=Precision.MINUTE,
            known=Time.STATED,
            provision="Town Rules",
            channel="api",
        )
        first = {"originator_topic": "test-shop"} if kind in _FIRST else {}
        fact = _MADE[kind](
            originator_id=file,
            originator_version=version,
            timestamp=self.recorded_at,
            deed=deed,
            position=len(self.facts) + 1,
            **first,
            **terms,
        )
        self.facts.append(fact)
        return fact


_FIRST = {ShopOpened, Whispered}


class Feed:
    """
    Hands facts out by position.
    """

    def __init__(self, facts: Sequence[Fact]) -> None:
        """
        Take them in order of position, from 1.
        """
        self.list = facts

    def facts(self, *, after: int = 0, limit: int = 1000) -> list[Fact]:
        """
        Read facts after a position.
        """
        return list(self.list[after : after + limit])


#: Whose rows are for whom, in the tests.
AUDIENCES = (Audience.PUBLIC, Audience.OFFICE, Audience.DISCIPLINE)
