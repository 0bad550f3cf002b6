"""
Both sides of each edge of the law of deadlines (期限的两侧): the last day in time and
the next, over holidays and the year's end, and each change of law.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from domain.acts import ACTS
from domain.base import Actor, Role
from domain.calendar import ONE_DAY, Note
from domain.circumstances import Circumstances
from domain.law.calendars import SHIPPED
from domain.law.deadlines import RULES
from domain.law.rule import Open, Period, Rule
from domain.law.silence import LawSilent
from domain.limits import Limit, limit_if_any
from domain.periods import Due
from domain.values import OFFICE_ZONE, day_of, start_of
from tests.cases.office import Office
from tests.tables import rows_of

#: Each row of the law by its examples.
EDGES: Final = Path(__file__).parent / "edges.csv"
ONE_MINUTE: Final = timedelta(minutes=1)
#: The act is no matter here: every act reckons through the same door.
ANY_ACT: Final = "record-finding"


class Edge(NamedTuple):
    """
    One golden example.
    """

    rule: str
    start: str
    last: str
    opens: str
    rolled_from: str
    safe_day: str
    provisional: str
    why: str

    @property
    def begun(self) -> date | datetime:
        """
        The day or the moment from which it runs.
        """
        return when(self.start)

    @property
    def ends(self) -> bool:
        """
        Whether there is a last day, and not the reason why there is none.
        """
        return self.last[0].isdigit()


def when(text: str) -> date | datetime:
    """
    Read a day, or a moment of the office's zone.
    """
    if "T" in text:
        return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)
    return date.fromisoformat(text)


def day(text: str) -> date:
    """
    Read the day of either.
    """
    return date.fromisoformat(text[:10])


TABLE: Final = tuple(Edge(**row) for row in rows_of(EDGES))
ENDING: Final = tuple(edge for edge in TABLE if edge.ends)

each_end = pytest.mark.parametrize(
    "edge", ENDING, ids=lambda edge: f"{edge.rule}@{edge.start}"
)


@pytest.fixture(scope="module")
def at() -> Circumstances:
    """
    Give what an act sees, where no pack is adopted.
    """
    return Office().circumstances(
        ACTS[ANY_ACT], by=Actor(Role.OFFICER), at=datetime(2026, 11, 25, 2, tzinfo=UTC)
    )


@pytest.fixture
def limit(edge: Edge, at: Circumstances) -> Limit:
    """
    Give the limit that an act would keep.
    """
    found = limit_if_any(at, edge.rule, edge.begun)
    assert found is not None
    return found


@pytest.fixture
def due(edge: Edge, at: Circumstances) -> Due:
    """
    Give the reckoning that an act would see.
    """
    return at.due(edge.rule, edge.begun)


@each_end
def test_the_last_day_is_in_time_and_the_next_is_not(edge: Edge, limit: Limit) -> None:
    """
    A limit in days takes in the whole of its last day, one in hours its last minute.
    """
    last = when(edge.last)

    assert (limit.last_at or limit.last_on) == last
    if isinstance(last, datetime):
        assert last <= limit.ends_at < last + ONE_MINUTE
    else:
        next_day = start_of(last + ONE_DAY)
        assert next_day - ONE_MINUTE <= limit.ends_at < next_day
    assert limit.ends_on == day_of(limit.ends_at) == day(edge.last)
    assert limit.provisional is (edge.provisional == "yes")


@each_end
def test_it_moves_only_where_the_law_says_so(edge: Edge, due: Due) -> None:
    """
    PROCEDURE §3: before a court or review authority, and for a party that pays; an
    authority sees the safe day before; a shortest interval opens the day after.
    """
    rolled, safe = (
        day(text) if text else None for text in (edge.rolled_from, edge.safe_day)
    )
    opens = when(edge.opens) if edge.opens else None

    assert (due.rolled_from, due.safe_day) == (rolled, safe)
    assert due.earliest == opens


@each_end
def test_the_example_is_what_it_says(edge: Edge, due: Due) -> None:
    """
    An example over a holiday or the year's end really goes over it.
    """
    notes = {step.note for step in due.steps}
    holiday = Note.HOLIDAY in notes or not SHIPPED.is_working(due.day)
    shown = {
        "plain": not holiday and due.rolled_from is None,
        "holiday": holiday,
        "weekend": due.rolled_from is not None,
        "year_end": day(edge.start).year != day(edge.last).year,
        "month_end": Note.MONTH_END in notes,
    }

    assert shown.get(edge.why, edge.why in {"first_day", "last_day"})


@pytest.mark.parametrize(
    "edge",
    [edge for edge in TABLE if not edge.ends],
    ids=lambda edge: f"{edge.rule}@{edge.start}",
)
def test_no_day_is_made_up(edge: Edge, at: Circumstances) -> None:
    """
    Before a row is in force, after it, and where it states no number, nothing runs.
    """
    with pytest.raises(LawSilent) as silent:
        at.due(edge.rule, edge.begun)

    assert silent.value.code == edge.last
    assert limit_if_any(at, edge.rule, edge.begun) is None


def edges_of(row: Rule) -> list[Edge]:
    """
    List the examples of the time in which a row is in force.
    """
    return [
        edge for edge in TABLE if edge.rule == row.id and row.stands_on(day(edge.start))
    ]


@pytest.mark.parametrize("row", RULES, ids=lambda row: f"{row.id}@{row.in_force_from}")
class TestNothingIsLeftOut:
    def test_a_number_is_shown_plain_and_over_a_holiday(self, row: Rule) -> None:
        """
        Each row with a number has its plain example, one over a holiday and one over
        the end of the year or of a short month; one that rolls has a weekend's.
        """
        shown = {edge.why for edge in edges_of(row) if edge.ends}

        if isinstance(row.period, Period):
            assert {"plain", "holiday"} <= shown
            assert shown & {"year_end", "month_end"}
            assert "weekend" in shown or not row.rolls or row.in_force_until
        else:
            assert not shown

    def test_each_change_of_law_has_both_its_sides(self, row: Rule) -> None:
        """
        The last day before a row and its first, its last day and the first after it.
        """
        sides = {day(edge.start): edge.last for edge in TABLE if edge.rule == row.id}

        for inside, outside in changes_of(row):
            assert {inside, outside} <= sides.keys()
            numbered = sides[inside][0].isdigit()
            assert numbered is not isinstance(row.period, Open)


def changes_of(row: Rule) -> Iterator[tuple[date, date]]:
    """
    Give the days on both sides of each end of a row's time.
    """
    if row.in_force_from:
        yield row.in_force_from, row.in_force_from - ONE_DAY
    if row.in_force_until:
        yield row.in_force_until, row.in_force_until + ONE_DAY


def test_nothing_is_said_twice_and_nothing_of_no_row() -> None:
    """
    One example a start, each of a name that the table of deadlines has.
    """
    starts = [(edge.rule, edge.start) for edge in TABLE]

    assert len(starts) == len(set(starts))
    assert {edge.rule for edge in TABLE} <= {row.id for row in RULES}
