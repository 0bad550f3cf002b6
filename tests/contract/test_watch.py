"""
The watch (D12): the clock's acts, once, for the end of their period, and no other's.
"""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import structlog

import domain.deployment.file as deployment
from domain.base import Actor, Role
from domain.values import end_of
from infra.canonical import read_moment, write_moment
from infra.clock import SetClock, SystemClock
from infra.ledger import Ledger, Request
from infra.watch import Watch, key_of
from tests.cases.office import EveryoneMay
from tests.contract.append.desks import Opening, Outcome, at_desks
from tests.contract.append.town import OFFICER, Visit, VisitBegun, VisitEnded

MORNING = datetime(2026, 3, 2, 1, tzinfo=UTC)
LAST_DAY = date(2026, 3, 4)


@dataclass(frozen=True)
class Item:
    """
    A visit that runs out.
    """

    file: UUID
    due_at: str
    act: str = "let-visit-run-out"
    rule: str = "TR.visit"
    terms: Mapping[str, object] = field(default_factory=dict)


class Visits:
    """
    The agenda of a town, read from the facts themselves.
    """

    def __init__(self, ledger: Ledger) -> None:
        """
        Read from a ledger.
        """
        self.ledger = ledger
        self.asked = 0
        self.more: list[Item] = []
        self.lags = False

    def _all(self) -> list[Item]:
        facts = self.ledger.facts()
        over = {f.file for f in facts if isinstance(f, VisitEnded) and not self.lags}
        return self.more + [
            Item(fact.file, write_moment(end_of(fact.until_on)))
            for fact in facts
            if isinstance(fact, VisitBegun) and fact.file not in over
        ]

    def due_by(self, moment: str, limit: int) -> Sequence[Item]:
        """
        List the visits whose last day is over.
        """
        self.asked += 1
        return [item for item in self._all() if item.due_at < moment][:limit]

    def next_due(self) -> str | None:
        """
        Name the end of the first one.
        """
        return min((item.due_at for item in self._all()), default=None)


@pytest.fixture
def clock() -> SetClock:
    """
    A clock that a test sets.
    """
    return SetClock(MORNING)


@pytest.fixture
def ledger(tmp_path: Path, clock: SetClock) -> Iterator[Ledger]:
    """
    A demonstration ledger by that clock.
    """
    ledger = Ledger(tmp_path, law=EveryoneMay(), clock=clock)
    terms = {"deployment": "d", "name": "Town", "region": "230100"}
    operator = Actor(Role.OPERATOR)
    opening = Request(
        deployment.open_ledger.name, operator, "o", {**terms, "demonstration": True}
    )
    ledger.perform(opening)
    yield ledger
    ledger.close()


@pytest.fixture
def visit(ledger: Ledger) -> UUID:
    """
    A visit that has to end on the last day.
    """
    (shop,) = ledger.perform(Request("open-shop", OFFICER, "s", {"name": "Wang"})).files
    terms = {"shop": shop, "until_on": LAST_DAY}
    (visit,) = ledger.perform(Request("begin-visit", OFFICER, "v", terms)).files
    return visit


@pytest.fixture
def agenda(ledger: Ledger) -> Visits:
    """
    What is due in the town.
    """
    return Visits(ledger)


@pytest.fixture
def watch(ledger: Ledger, agenda: Visits, clock: SetClock) -> Watch:
    """
    The watch over it.
    """
    return Watch(ledger.perform, agenda, clock)


@pytest.mark.usefixtures("visit")
class TestTick:
    def test_not_before(self, watch: Watch, clock: SetClock) -> None:
        """
        Until the end of the last day nothing is done.
        """
        clock.moment = end_of(LAST_DAY)

        assert watch.tick() == 0
        clock.moment += timedelta(microseconds=1)
        assert watch.tick() == 1
        assert watch.tick() == 0

    def test_what_is_recorded(
        self, ledger: Ledger, watch: Watch, visit: UUID, clock: SetClock
    ) -> None:
        """
        The clock acts, nobody else, for the end of the period, however late it is.
        """
        clock.moment = MORNING + timedelta(days=40)
        watch.tick()

        fact = ledger.facts()[-1]
        assert isinstance(fact, VisitEnded)
        assert fact.file == visit
        assert fact.deed.actor == Actor(Role.CLOCK)
        assert fact.deed.channel == "clock"
        assert fact.deed.occurred_at == end_of(LAST_DAY)
        assert fact.deed.on == LAST_DAY
        assert fact.timestamp == clock.moment
        key = f"clock/TR.visit/{visit}/2026-03-04"
        assert ledger.receipt_for(Actor(Role.CLOCK), key)

    def test_once(self, ledger: Ledger, visit: UUID, clock: SetClock) -> None:
        """
        Done once, however often it is listed and by however many watches.
        """
        clock.moment = MORNING + timedelta(days=3)
        agenda = Visits(ledger)
        agenda.lags = True
        watches = [Watch(ledger.perform, agenda, clock) for _ in range(2)]
        for _ in range(3):
            for watch in watches:
                watch.tick()

        assert [f.file for f in ledger.facts() if isinstance(f, VisitEnded)] == [visit]

    def test_officer_came_first(
        self, ledger: Ledger, watch: Watch, visit: UUID, agenda: Visits
    ) -> None:
        """
        What somebody has done already is not done again, though the agenda lags.
        """
        agenda.lags = True
        ledger.perform(Request("end-visit", OFFICER, "e", file=visit))
        assert isinstance(ledger.clock, SetClock)
        ledger.clock.moment = MORNING + timedelta(days=3)

        with structlog.testing.capture_logs() as lines:
            assert [watch.tick() for _ in range(5)] == [0] * 5

        assert ledger.facts()[-1].deed.actor == OFFICER
        refused = [line for line in lines if line["event"] == "watch_refused"]
        assert [line["code"] for line in refused] == ["visit_over"]

    def test_officer_came_between(self, ledger: Ledger, visit: UUID) -> None:
        """
        Nor is it if somebody does it between the clock's decision and its append.
        """
        later = MORNING + timedelta(days=3)
        clock_act = Request(
            "let-visit-run-out",
            Actor(Role.CLOCK),
            "k",
            file=visit,
            occurred_at=end_of(LAST_DAY),
        )
        end = Request("end-visit", OFFICER, "e", file=visit)
        opening = Opening(ledger.home, now=later)
        with at_desks(opening, opening) as (clock_desk, desk):
            clock_desk.decide(clock_act)
            desk.decide(end)
            assert desk.append().receipt
            outcome = clock_desk.append()

        assert outcome == Outcome(refused="visit_over", under="Town Rules 6")

    def test_one_that_is_wrong(
        self, watch: Watch, agenda: Visits, visit: UUID, clock: SetClock
    ) -> None:
        """
        An act that cannot be done does not keep the others from being done.
        """
        clock.moment = MORNING + timedelta(days=3)
        due_at = write_moment(MORNING)
        agenda.more = [
            Item(visit, due_at, act="no-such-act"),
            Item(visit, due_at, rule="TR.x", terms={"number": "8"}),
            Item(UUID(int=1), due_at, rule="TR.y"),
        ]

        assert watch.tick() == 1

    def test_refused_is_tried_again_later(
        self, ledger: Ledger, watch: Watch, visit: UUID, clock: SetClock
    ) -> None:
        """
        What was refused is tried again, not at once but after a while.
        """
        early = Visits(ledger)
        early.more = [Item(visit, write_moment(MORNING))]
        clock.moment = MORNING + timedelta(hours=1)
        watch = Watch(ledger.perform, early, clock)
        with structlog.testing.capture_logs() as lines:
            for minutes in (0, 1, 59, 60, 61):
                clock.moment = MORNING + timedelta(hours=1, minutes=minutes)
                watch.tick()

        assert [line["event"] for line in lines].count("watch_refused") == 2

    def test_while_the_ledger_is_locked(
        self, ledger: Ledger, watch: Watch, visit: UUID, clock: SetClock
    ) -> None:
        """
        What could not be written is done as soon as it can be.
        """
        clock.moment = MORNING + timedelta(days=3)
        with ledger.recorder.store.transaction() as sql:
            sql.execute("PRAGMA busy_timeout = 50")
        other = sqlite3.connect(ledger.home / "ledger.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        first = watch.tick()
        other.close()

        assert [first, watch.tick()] == [0, 1]
        visited = ledger.read(visit)
        assert isinstance(visited, Visit)
        assert visited.is_over

    def test_keys_are_apart(self) -> None:
        """
        Two periods of one rule that end on one day on one file have two keys.
        """
        at = write_moment(end_of(LAST_DAY))
        one = Item(UUID(int=1), at, terms={"number": "8"})
        other = Item(UUID(int=1), at, terms={"number": "9"})

        assert key_of(one) != key_of(other)
        assert key_of(one).startswith(f"clock/TR.visit/{UUID(int=1)}/2026-03-04")

    def test_a_key_says_the_legal_day(self) -> None:
        """
        A period in hours that ends in the early morning ends on that day of the office.
        """
        due = Item(UUID(int=1), "2026-03-04T17:00:00.000000Z")

        assert key_of(due) == f"clock/TR.visit/{UUID(int=1)}/2026-03-05"


class TestFollow:
    def test_wakes_when_it_is_due(self, tmp_path: Path) -> None:
        """
        It sleeps until the next moment, does what is due then, and stops when told.
        """
        due_at = SystemClock().now() + timedelta(seconds=0.5)
        done: list[Request] = []
        happened = threading.Event()
        agenda = Visits(Ledger(tmp_path, law=EveryoneMay()))
        agenda.more = [Item(UUID(int=1), write_moment(due_at))]

        def perform(request: Request) -> None:
            done.append(request)
            happened.set()

        watch = Watch(perform, agenda, SystemClock())  # type: ignore[arg-type]  # nobody looks at the receipt
        stop = threading.Event()
        thread = threading.Thread(target=watch.follow, args=(stop,))
        thread.start()
        in_time = happened.wait(20)
        stop.set()
        watch.stir()
        thread.join(20)
        agenda.ledger.close()

        assert in_time
        assert [request.occurred_at for request in done] == [due_at]
        assert agenda.asked < 10
        assert not thread.is_alive()

    def test_stirred(self, ledger: Ledger, watch: Watch, visit: UUID) -> None:
        """
        It looks when it is told that there is something new, though nothing was due.
        """
        assert isinstance(ledger.clock, SetClock)
        stop = threading.Event()
        thread = threading.Thread(target=watch.follow, args=(stop,))
        thread.start()
        ledger.clock.moment = MORNING + timedelta(days=3)
        watch.stir()
        until = SystemClock().now() + timedelta(seconds=20)
        while ledger.recorder.head < 4 and SystemClock().now() < until:
            threading.Event().wait(0.01)
        stop.set()
        watch.stir()
        thread.join(20)

        assert ledger.facts()[-1].file == visit
        assert read_moment(write_moment(MORNING)) == MORNING
