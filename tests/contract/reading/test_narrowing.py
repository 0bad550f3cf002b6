"""
What is asked for narrows a list; what is not asked for does not. A model's own rows are
those of the table that it names first.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import pytest

from domain.base import Audience, Role
from domain.values import Choice
from infra.questions import Ask, Reader, Select, question
from infra.read_model import ReadModel
from infra.tables_of_rows import Column, Table, Value
from infra.timelines import Timeline
from tests.contract.append.town import ShopOpened, ShopRenamed
from tests.contract.reading.board import Story


class Colour(Choice):
    """
    What a thing looks like.
    """

    RED = "红", "red"
    BLUE = "蓝", "blue"
    GREEN = "绿", "green"


FIRM = UUID(int=7)
READER = Reader(Role.OFFICER, audiences=frozenset(Audience))

THINGS = Table(
    "things",
    (Column("id"),),
    (
        Column("firm", "file"),
        Column("colour"),
        Column("on_day", "day"),
        Column("late", "flag"),
        Column("word"),
    ),
)
ROWS: tuple[dict[str, Value], ...] = (
    {"firm": str(FIRM), "colour": "red", "on_day": "2026-03-02", "late": 0},
    {"firm": str(FIRM), "colour": "blue", "on_day": "2026-03-03", "late": 1},
    {"firm": None, "colour": "green", "on_day": "2026-03-04", "late": 0, "word": ""},
    {"firm": None, "colour": None, "on_day": None, "late": 1, "word": "甲"},
)

Narrow = Callable[[Select], Select]


class Things(ReadModel, listed=False):
    """
    Rows to narrow.
    """

    NAME: ClassVar[str] = "test_things"
    ZH: ClassVar[str] = "物品"
    EN: ClassVar[str] = "things"
    TABLES: ClassVar[tuple[Table, ...]] = (THINGS,)
    narrow: Narrow

    @question("物品", "Things")
    def things(self, ask: Ask) -> Select:
        """
        List those asked for.
        """
        del ask
        return self.narrow(Select(THINGS))


@pytest.fixture
def things(tmp_path: Path) -> Iterator[Things]:
    """Four rows: 0 to 3."""
    model = Things(tmp_path)
    with model.store.transaction():
        for number, row in enumerate(ROWS):
            shown = {"id": str(number), "audience": "public"}
            model.put(THINGS, **{**dict.fromkeys(THINGS.names), **row, **shown})
    yield model
    model.close()


@pytest.mark.parametrize(
    ("narrow", "left"),
    [
        pytest.param(lambda s: s.having(firm=FIRM), "01", id="file"),
        pytest.param(
            lambda s: s.having(firm=FIRM, colour=Colour.BLUE), "1", id="two columns"
        ),
        pytest.param(lambda s: s.having(firm=None, colour=None), "0123", id="nothing"),
        pytest.param(lambda s: s.having(late=True), "13", id="yes"),
        pytest.param(lambda s: s.having(late=False), "02", id="no"),
        pytest.param(lambda s: s.having(on_day=date(2026, 3, 4)), "2", id="day"),
        pytest.param(lambda s: s.having(word=""), "2", id="empty text"),
        pytest.param(
            lambda s: s.among("colour", (Colour.RED, Colour.BLUE), is_in=True),
            "01",
            id="choices",
        ),
        pytest.param(
            lambda s: s.among("colour", (Colour.RED, Colour.BLUE), is_in=False),
            "2",
            id="other choices",
        ),
        pytest.param(
            lambda s: s.among("colour", (Colour.RED, Colour.BLUE), is_in=None),
            "0123",
            id="no choice",
        ),
        pytest.param(
            lambda s: s.satisfying("on_day < :until", until=date(2026, 3, 4)),
            "01",
            id="condition",
        ),
        pytest.param(
            lambda s: s.satisfying("on_day < :until", until=None),
            "0123",
            id="condition on nothing",
        ),
        pytest.param(
            lambda s: s.satisfying("on_day IS NULL OR late").having(firm=FIRM),
            "1",
            id="condition beside a column",
        ),
    ],
)
def test_rows_left(things: Things, narrow: Narrow, left: str) -> None:
    """
    Every narrowing holds besides the others, one of nothing changes nothing.
    """
    things.narrow = narrow

    page = things.answer("things", Ask(READER))

    assert "".join(str(row["id"]) for row in page.rows) == left


FIRST = Timeline("first_rows", (Column("name"), Column("number", "whole")))
OTHER = Timeline("other_rows", (Column("name"),))


class Noting(ReadModel, listed=False):
    """
    Two tables, of which the first holds a row a file.
    """

    NAME: ClassVar[str] = "test_noting"
    ZH: ClassVar[str] = "记录"
    EN: ClassVar[str] = "notes"
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (FIRST, OTHER)


def test_note_changes_the_row_of_the_file(tmp_path: Path) -> None:
    """
    Column by column, from the day of the fact on, in the first table alone.
    """
    story = Story(datetime(2026, 3, 5, tzinfo=UTC))
    days = [datetime(2026, 3, day, 1, tzinfo=UTC) for day in (2, 3)]
    shop = UUID(int=1)
    opened = story.tell(ShopOpened, shop, occurred_at=days[0], name="甲")
    renamed = story.tell(ShopRenamed, shop, occurred_at=days[1], name="乙")
    model = Noting(tmp_path)
    with model.store.transaction():
        before = model.noted(opened)
        model.note(opened, name="甲", number=1)
        model.note(renamed, name="乙")
        after = model.noted(renamed)
    begun = [row["valid_from"] for row in model.some(FIRST.rows, name="乙")]
    others = model.some(OTHER.rows)
    model.close()

    assert before is None
    assert after == {"name": "乙", "number": 1}
    assert begun == ["2026-03-03"]
    assert others == []
