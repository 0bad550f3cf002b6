"""
Lists in order: a page costs about the same however long the list is, and wherever in
it the page begins.
"""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import orjson
import pytest

import projections
from domain.base import Audience, Role
from domain.shapes import Kind
from infra.questions import EVERYBODY, Ask, Page, Question, Reader, Select, question
from infra.read_model import MODELS, ReadModel
from infra.tables_of_rows import Column, Order, Table

#: Importing it makes every read model known.
KNOWN = projections
#: Rows of the short list and of the long one.
SHORT, LONG = 200, 4000
#: Every how many rows of the long list a page begins.
STRIDE = 500
ANYBODY = Reader(Role.OFFICER, UUID(int=1), audiences=frozenset(Audience))

LINES = Table(
    "lines",
    (Column("id"),),
    (Column("name"), Column("day", "day")),
    orders=(Order(("name",)), Order(("-day",)), Order(("name", "-day"))),
)


class Lines(ReadModel, listed=False):
    """
    Rows that a test puts there, in one of three orders.
    """

    NAME: ClassVar[str] = "test_lines"
    ZH: ClassVar[str] = "行"
    EN: ClassVar[str] = "lines"
    TABLES: ClassVar[tuple[Table, ...]] = (LINES,)
    order: tuple[str, ...] = ()
    few: bool = False

    @question("行", "Lines", by=EVERYBODY)
    def lines(self, ask: Ask) -> Select:
        """
        List all.
        """
        del ask
        return Select(LINES, order=self.order, few=self.few)

    def fill(self, count: int) -> None:
        """
        Put rows in: half of them without a day, each name in a hundred of them.
        """
        with self.store.transaction():
            for n in range(count):
                day = f"{2000 + n % 7}-01-01" if n % 2 else None
                name = f"{n // 100:03}"
                self.put(LINES, id=f"{n:05}", name=name, day=day, audience="public")


@contextmanager
def filled(folder: Path, count: int, order: tuple[str, ...]) -> Iterator[Lines]:
    """
    A list of some length.
    """
    model = Lines(folder / f"{count}")
    model.order = order
    model.fill(count)
    yield model
    model.close()


def steps(model: Lines, ask: Ask) -> tuple[int, Page]:
    """
    Count what SQLite does for a page, in steps of its machine.
    """
    counted = 0

    def step() -> int:
        nonlocal counted
        counted += 1
        return 0

    model.store.reading.set_progress_handler(step, 1)
    page = model.answer("lines", ask)
    model.store.reading.set_progress_handler(None, 0)
    return counted, page


@pytest.mark.parametrize("order", [o.columns for o in LINES.orders], ids="+".join)
def test_a_page_costs_the_same_at_any_length(
    order: tuple[str, ...], tmp_path: Path
) -> None:
    """
    The first page of a long list costs what it costs of a short one, and so does every
    page after it.
    """
    with filled(tmp_path, SHORT, order) as short, filled(tmp_path, LONG, order) as long:
        most, page = steps(short, Ask(ANYBODY, limit=20))
        most, cost = round(most * 1.5), 0
        for _ in range(LONG // STRIDE):
            cost, page = steps(long, Ask(ANYBODY, limit=20, cursor=_after(cost, page)))
            assert len(page.rows) == 20
            assert cost < most
            page = long.answer("lines", Ask(ANYBODY, limit=480, cursor=page.next))


def _after(cost: int, page: Page) -> str:
    return page.next if cost else ""


def test_few_among_many_are_not_walked_to(tmp_path: Path) -> None:
    """
    Where few rows are expected, the index of the order is left alone.
    """
    with filled(tmp_path, SHORT, ("name",)) as model:
        walked = _plans(model, "lines", Ask(ANYBODY))
        model.few = True
        sorted_ = _plans(model, "lines", Ask(ANYBODY))

    assert "lines_in_order" in walked
    assert "TEMP B-TREE" not in walked
    assert "lines_in_order" not in sorted_


# -- every list of ours ---------------------------------------------------------------


def lists() -> list[tuple[type[ReadModel], Question]]:
    """
    Every question that is put without terms, but for those where few are expected.
    """
    return [
        (model, question)
        for model in MODELS.values()
        for question in model.QUESTIONS.values()
        if not any(
            t.required and t.shape.kind is Kind.REFERENCE for t in question.terms
        )
        and question.name != "docket"
    ]


@pytest.mark.parametrize(
    ("kind", "asked"), lists(), ids=[question.name for _, question in lists()]
)
def test_every_list_is_walked_in_its_order(
    kind: type[ReadModel], asked: Question, tmp_path: Path
) -> None:
    """
    No page of a list is sorted: not the first one, and not one that begins anywhere.
    """
    model = kind(tmp_path)
    terms = {t.name: "厂" for t in asked.terms if t.required}
    select = asked.method(model, Ask(ANYBODY), **terms)
    anywhere = orjson.dumps([0, "2026-03-02", *("" for _ in select.ordering)])
    cursor = base64.urlsafe_b64encode(anywhere).decode()
    plans = [
        _plans(model, asked.name, Ask(ANYBODY, cursor=c), **terms) for c in ("", cursor)
    ]
    model.close()

    assert "SCAN" in plans[0]
    assert "TEMP B-TREE" not in " ".join(plans)


def _plans(model: ReadModel, name: str, ask: Ask, **terms: object) -> str:
    """
    Say how SQLite goes about a question, for all that is asked of the table.
    """
    asked: list[str] = []
    model.store.trace(asked.append)
    model.answer(name, ask, **terms)
    model.store.trace(None)
    selects = [each for each in asked if " ORDER BY " in each and " LIMIT " in each]
    plans = [
        row[3]
        for each in selects
        for row in model.store.reading.execute(f"EXPLAIN QUERY PLAN {each}")
    ]
    return " ".join(plans)
