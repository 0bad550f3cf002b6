"""
The two axes (D13): what stood on a day, as it was known at a position.

Whatever is recorded later, late, corrected or ended, an answer for a day and a position
is the one that a reader got who asked at that position.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.base import Audience, Fact, Role
from domain.values import OFFICE_ZONE, Personal, day_of
from infra.clock import SetClock
from infra.questions import Ask, Page, Reader
from tests.contract.append.town import (
    ShopClosed,
    ShopNameCorrected,
    ShopOpened,
    ShopRenamed,
    Whispered,
)
from tests.contract.reading.board import Board, Story

FIRST_DAY = date(2026, 3, 2)
DAYS_MAX = 12
NOW = datetime(2026, 6, 1, tzinfo=UTC)
READER = Reader(
    Role.OFFICER, UUID(int=1), audiences=frozenset({Audience.PUBLIC, Audience.OFFICE})
)
SHOPS = (UUID(int=100), UUID(int=200))

#: What happens, to which of two shops, after how many hours, by which of two names.
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["rename", "correct", "close", "whisper"]),
        st.integers(0, 1),
        st.integers(0, DAYS_MAX * 24),
        st.sampled_from(["Wang", "Li", "Zhao"]),
        st.integers(0, 3),
    ),
    max_size=12,
)


def moment(hours: int) -> datetime:
    """
    So many hours after the beginning of the first legal day.
    """
    start = datetime(2026, 3, 2, tzinfo=OFFICE_ZONE)
    return (start + timedelta(hours=hours)).astimezone(UTC)


def told(events: Sequence[tuple[str, int, int, str, int]]) -> list[Fact]:
    """
    Make facts: both shops open, then whatever happens, in any order of days.
    """
    story = Story(NOW)
    named: dict[UUID, list[str]] = {}
    for number, shop in enumerate(SHOPS):
        opened = story.tell(ShopOpened, shop, occurred_at=moment(number), name="A")
        named[shop] = [opened.id]
    for number, (what, which, hours, name, wrong) in enumerate(events):
        shop = SHOPS[which]
        at = moment(hours)
        if what == "rename":
            named[shop].append(
                story.tell(ShopRenamed, shop, occurred_at=at, name=name).id
            )
        elif what == "correct":
            corrects = named[shop][wrong % len(named[shop])]
            story.tell(
                ShopNameCorrected, shop, occurred_at=at, corrects=corrects, name=name
            )
        elif what == "close":
            story.tell(ShopClosed, shop, occurred_at=at)
        else:
            confidence = UUID(int=1000 + number)
            story.tell(
                Whispered, confidence, occurred_at=at, name=Personal(), shop=shop
            )
    return story.facts


def board(folder: str, name: str, facts: Sequence[Fact]) -> Board:
    """
    A board that knows some facts.
    """
    made = Board(Path(folder) / name, clock=SetClock(NOW))
    made.apply(facts)
    return made


def rows(page: Page) -> list[dict[str, object]]:
    """
    What a page says, but for until when that was known.
    """
    return [{**row, "known_until": None} for row in page.rows]


def naive(facts: Sequence[Fact], shop: UUID, day: date) -> str | None:
    """
    Tell the name of a shop at the end of a day from the facts alone.
    """
    at: dict[str, datetime] = {}
    changes: list[tuple[datetime, int, str | None]] = []
    for fact in facts:
        if fact.file != shop:
            continue
        when = fact.deed.occurred_at
        if isinstance(fact, ShopOpened | ShopRenamed):
            at[fact.id] = when
            changes.append((when, fact.position, fact.name))
        elif isinstance(fact, ShopNameCorrected):
            changes.append((at[fact.corrects], fact.position, fact.name))
        elif isinstance(fact, ShopClosed):
            changes.append((when, fact.position, None))
    name = None
    for when, _, changed in sorted(changes, key=lambda c: c[:2]):
        if day_of(when) <= day:
            name = changed
    return name


DAYS = [FIRST_DAY + timedelta(days=d) for d in range(-1, DAYS_MAX + 2)]


@settings(max_examples=40)
@given(EVENTS, st.data())
def test_whole_and_part(
    events: list[tuple[str, int, int, str, int]], data: st.DataObject
) -> None:
    """
    (Day, position) on the whole equals (day, now) on what was built up to the position.
    """
    facts = told(events)
    known_at = data.draw(st.integers(0, len(facts)))
    with TemporaryDirectory() as folder:
        whole = board(folder, "whole", facts)
        part = board(folder, "part", facts[:known_at])
        for day in DAYS:
            then = whole.answer("shops", Ask(READER, as_of=day, known_at=known_at))
            now = part.answer("shops", Ask(READER, as_of=day))
            assert rows(then) == rows(now)
        whole.close()
        part.close()


@settings(max_examples=40)
@given(EVENTS)
def test_against_the_facts(events: list[tuple[str, int, int, str, int]]) -> None:
    """
    What the board says of a day is what the facts say, read one by one.
    """
    facts = told(events)
    with TemporaryDirectory() as folder:
        whole = board(folder, "whole", facts)
        for day in DAYS:
            page = whole.answer("shops", Ask(READER, as_of=day))
            said = {UUID(str(row["id"])): row["name"] for row in page.rows}
            for shop in SHOPS:
                assert said.get(shop) == naive(facts, shop, day)
        whole.close()


class TestByHand:
    def one(self, tmp_path: Path, tell: Callable[[Story], object]) -> Board:
        """
        A shop that opened as Wang on the first day, and what happened then.
        """
        story = Story(NOW)
        story.tell(ShopOpened, SHOPS[0], occurred_at=moment(9), name="Wang")
        tell(story)
        return board(str(tmp_path), "board", story.facts)

    def names(self, board: Board, **ask: object) -> list[object]:
        """
        The names that an answer holds.
        """
        make: Callable[..., Ask] = Ask
        return [row["name"] for row in board.answer("shops", make(READER, **ask)).rows]

    def test_late(self, tmp_path: Path) -> None:
        """
        What is recorded late holds from its day, and is known only from its position.
        """
        board = self.one(
            tmp_path,
            lambda story: story.tell(
                ShopRenamed,
                SHOPS[0],
                occurred_at=moment(24 * 3),
                name="Li",
            ),
        )
        third, fourth = FIRST_DAY + timedelta(2), FIRST_DAY + timedelta(3)

        assert self.names(board, as_of=third) == ["Wang"]
        assert self.names(board, as_of=fourth) == ["Li"]
        assert self.names(board, as_of=fourth, known_at=1) == ["Wang"]

    def test_to_the_end_of_the_day(self, tmp_path: Path) -> None:
        """
        A day is meant to its end in the office's zone, whatever the day is in London.
        """
        board = self.one(
            tmp_path,
            lambda story: story.tell(ShopClosed, SHOPS[0], occurred_at=moment(47)),
        )

        assert self.names(board, as_of=FIRST_DAY) == ["Wang"]
        assert self.names(board, as_of=FIRST_DAY + timedelta(1)) == []

    def test_today(self, tmp_path: Path) -> None:
        """
        Without a day the answer stands for today: what ends later still stands.
        """
        board = self.one(
            tmp_path,
            lambda story: story.tell(
                ShopClosed,
                SHOPS[0],
                occurred_at=NOW + timedelta(days=400),
            ),
        )

        assert self.names(board) == ["Wang"]
        assert self.names(board, as_of=date(2028, 1, 1)) == []

    def test_begun_again(self, tmp_path: Path) -> None:
        """
        A row that begins again after its end has the values that it had.
        """

        def tell(story: Story) -> None:
            story.tell(ShopClosed, SHOPS[0], occurred_at=moment(24 * 2))
            story.tell(ShopRenamed, SHOPS[0], occurred_at=moment(24 * 4), name="Li")

        board = self.one(tmp_path, tell)

        assert self.names(board, as_of=FIRST_DAY + timedelta(2)) == []
        (row,) = board.answer("shops", Ask(READER)).rows
        assert (row["name"], row["valid_from"]) == ("Li", "2026-03-06")
        assert row["number"] == 1
