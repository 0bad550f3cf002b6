"""
Questions: page by page without a gap, and never a row that is not the reader's.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.base import Audience, Role
from domain.refusals import NotCompetent, Refused
from infra.clock import SetClock
from infra.questions import EVERYBODY, Ask, Page, Reader, Select, question
from infra.read_model import ReadModel
from infra.tables_of_rows import Column, Table, Value
from tests.contract.append.town import ShopOpened, ShopRenamed
from tests.contract.reading.board import Board, Story

NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)

ITEMS = Table(
    "items",
    (Column("id"),),
    (Column("name"), Column("number", "whole")),
    indexes=(("name",),),
)


class Items(ReadModel, listed=False):
    """
    Rows that a test puts there.
    """

    NAME: ClassVar[str] = "test_items"
    ZH: ClassVar[str] = "条目"
    EN: ClassVar[str] = "items"
    TABLES: ClassVar[tuple[Table, ...]] = (ITEMS,)
    order: tuple[str, ...] = ()

    @question("条目", "Items", by=EVERYBODY)
    def items(self, ask: Ask) -> Select:
        """
        List all.
        """
        del ask
        return Select(ITEMS, order=self.order)

    @question("内部条目", "Items of the desk", by=(Role.OFFICER,))
    def desk_items(self, ask: Ask) -> Select:
        """
        List all, for officers.
        """
        return self.items(ask)

    def fill(self, rows: Sequence[dict[str, Value]]) -> None:
        """
        Put rows in.
        """
        with self.store.transaction():
            for number, row in enumerate(rows):
                self.put(ITEMS, id=f"{number:03}", **row)


def pages(model: ReadModel, name: str, ask: Ask) -> list[Page]:
    """
    Read page by page to the end.
    """
    found = [model.answer(name, ask)]
    while found[-1].next:
        found.append(model.answer(name, replace(ask, cursor=found[-1].next)))
        assert len(found) < 200
    return found


BODIES = [UUID(int=n) for n in (10, 20, 30)]
TEXTS = st.none() | st.sampled_from(["", "a", "b", "阿", "9"])
ROWS = st.fixed_dictionaries(
    {
        "name": TEXTS,
        "number": st.none() | st.integers(-2, 2),
        "owner": st.none() | st.sampled_from([str(body) for body in BODIES]),
        "audience": st.sampled_from([a.code for a in Audience]),
    }
)
READERS = st.builds(
    Reader,
    role=st.just(Role.OFFICER),
    person=st.just(UUID(int=1)),
    bodies=st.frozensets(st.sampled_from(BODIES)),
    audiences=st.frozensets(st.sampled_from(Audience)),
)
ORDERS = st.lists(
    st.sampled_from(["name", "-name", "number", "-number", "-id"]),
    max_size=3,
    unique_by=lambda name: name.removeprefix("-"),
).map(tuple)
ALL = Reader(
    Role.OFFICER,
    UUID(int=1),
    bodies=frozenset(BODIES),
    audiences=frozenset(Audience),
)


def may_see(reader: Reader, row: dict[str, Value]) -> bool:
    """
    Whether a row is the reader's to see, put another way than the base class does.
    """
    if row["audience"] == "public":
        return True
    if row["audience"] not in {audience.code for audience in reader.audiences}:
        return False
    return row["owner"] is None or UUID(str(row["owner"])) in reader.bodies


@settings(max_examples=60)
@given(st.lists(ROWS, max_size=25), READERS, ORDERS, st.integers(1, 6))
def test_pages_and_scope(
    rows: list[dict[str, Value]], reader: Reader, order: tuple[str, ...], limit: int
) -> None:
    """
    All pages together are exactly the reader's rows, each once, in one order.
    """
    with TemporaryDirectory() as folder:
        model = Items(Path(folder))
        model.order = order
        model.fill(rows)
        read = pages(model, "items", Ask(reader, limit=limit))
        whole = model.answer("items", Ask(reader, limit=500))
        model.close()

    seen = [row for page in read for row in page.rows]
    mine = {f"{n:03}" for n, row in enumerate(rows) if may_see(reader, row)}
    assert seen == list(whole.rows)
    assert sorted(str(row["id"]) for row in seen) == sorted(mine)
    assert all(len(page.rows) == limit for page in read[:-1])


class TestScope:
    def test_nobody(self, tmp_path: Path) -> None:
        """
        A reader without any audience sees what is public, and nothing else.
        """
        model = Items(tmp_path)
        model.fill([{"name": a.code, "audience": a.code} for a in Audience])

        page = model.answer("items", Ask(Reader(Role.PUBLIC)))

        assert [row["name"] for row in page.rows] == ["public"]
        assert {"owner", "audience"}.isdisjoint(page.rows[0])
        model.close()

    def test_without_audience(self, tmp_path: Path) -> None:
        """
        A row whose audience was forgotten is nobody's.
        """
        model = Items(tmp_path)
        model.fill([{"name": "forgotten"}])

        assert model.answer("items", Ask(ALL)).rows == ()
        model.close()

    def test_question_of_another_role(self, tmp_path: Path) -> None:
        """
        A question that is not for a role is refused to it.
        """
        model = Items(tmp_path)

        with pytest.raises(NotCompetent, match="question_not_for_role"):
            model.answer("desk-items", Ask(Reader(Role.PUBLIC)))

        assert model.answer("desk-items", Ask(ALL)).rows == ()
        model.close()


class TestPages:
    def test_while_rows_change(self, tmp_path: Path) -> None:
        """
        The pages of a two-axis answer stand for the position of the first one.
        """
        told = Story(NOW)
        shops = [UUID(int=n) for n in range(100, 110)]
        for number, shop in enumerate(shops):
            told.tell(ShopOpened, shop, occurred_at=NOW, name=f"{number:02}")
        board = Board(tmp_path, clock=SetClock(NOW))
        board.apply(told.facts)
        reader = replace(ALL, bodies=frozenset())
        seen, ask = [], Ask(reader, limit=3, cursor="")
        for turn in range(4):
            page = board.answer("shops", ask)
            seen += [row["name"] for row in page.rows]
            ask = replace(ask, cursor=page.next)
            assert bool(page.next) == (turn < 3)
            name = f"{9 - turn:02}x"
            told.tell(ShopRenamed, shops[turn * 3], occurred_at=NOW, name=name)
            board.apply(told.facts)

        assert seen == [f"{number:02}" for number in range(10)]
        board.close()

    def test_over_midnight(self, tmp_path: Path) -> None:
        """
        They stand for its day as well.
        """
        told = Story(NOW)
        for number in range(4):
            at = NOW + timedelta(days=number // 2)
            told.tell(ShopOpened, UUID(int=number), occurred_at=at, name=str(number))
        clock = SetClock(NOW)
        board = Board(tmp_path, clock=clock)
        board.apply(told.facts)
        first = board.answer("shops", Ask(ALL, limit=1))
        clock.moment = NOW + timedelta(days=1)
        rest = board.answer("shops", Ask(ALL, cursor=first.next))

        assert [row["name"] for row in (*first.rows, *rest.rows)] == ["0", "1"]
        assert len(board.answer("shops", Ask(ALL)).rows) == 4
        board.close()

    def test_a_page_that_is_just_full(self, tmp_path: Path) -> None:
        """
        Where nothing follows no page is offered, though this one is full.
        """
        told = Story(NOW)
        for number in range(3):
            told.tell(ShopOpened, UUID(int=number), occurred_at=NOW, name=str(number))
        board = Board(tmp_path, clock=SetClock(NOW))
        board.apply(told.facts)

        full, cut = (board.answer("shops", Ask(ALL, limit=n)) for n in (3, 2))

        assert (len(full.rows), full.next) == (3, "")
        assert cut.next
        board.close()

    @pytest.mark.parametrize(
        "cursor",
        [
            "x",
            "bm90",
            "W10",
            "WzEsIngiXQ",
            "WzEsMSwxXQ",
            "WyJ4IiwiMjAyNi0wMy0wMiIsImEiXQ",
            "Wy0xLCIyMDI2LTAzLTAyIiwiYSJd",
            "WzIzMDU4NDMwMDkyMTM2OTM5NTIsIjIwMjYtMDMtMDIiLCJhIl0",
        ],
    )
    def test_no_cursor(self, tmp_path: Path, cursor: str) -> None:
        """
        What is no cursor is refused, whatever it is.
        """
        model = Items(tmp_path)

        with pytest.raises(Refused, match="no_such_cursor"):
            model.answer("items", Ask(ALL, cursor=cursor))

        model.close()

    def test_use_of_the_index(self, tmp_path: Path) -> None:
        """
        A list by its key is read from the key, not sorted anew for each page.
        """
        model = Items(tmp_path)
        model.fill([{"name": "a", "audience": "public"}] * 9)
        asked: list[str] = []
        model.store.trace(asked.append)
        pages(model, "items", Ask(ALL, limit=3))
        (last,) = (each for each in asked[-2:] if each.startswith("SELECT"))
        model.store.trace(None)
        plan = model.store.reading.execute(f"EXPLAIN QUERY PLAN {last}").fetchall()

        assert "TEMP B-TREE" not in str(plan)
        model.close()
