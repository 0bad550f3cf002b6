"""
Acts through the ledger, beside the recorder that the event-sourcing library ships.

Both keep their files on one disk and make each commit safe before they go on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import orjson
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate

from tests.bench.measuring import (
    Result,
    Size,
    per_second,
    result_of,
    seconds,
    side_by_side,
)
from tests.bench.office import FINDINGS_COUNT, Office, keys, ledger_at

#: Visits that acts go round, so that no file grows longer than a visit does.
VISITS_COUNT = 12


class Plain(Aggregate):
    """
    What the library's recorder keeps: the same facts, without a law.
    """

    class Noted(Aggregate.Event):
        """
        A fact, as our ledger encodes it.
        """

        said: dict[str, object]

        def apply(self, aggregate: "Plain") -> None:
            """
            Count it, as a visit counts its findings.
            """
            aggregate.count += 1

    def __init__(self) -> None:
        """
        Begin without facts.
        """
        self.count = 0


class Stock:
    """
    The library's own application on its own SQLite recorder.
    """

    def __init__(self, path: Path, said: bytes, *, length: int) -> None:
        """
        Lay out as many aggregates as there are visits, of the same length.
        """
        self.application = Application[UUID](
            {
                "PERSISTENCE_MODULE": "eventsourcing.sqlite",
                "SQLITE_DBNAME": str(path),
            }
        )
        self.said: dict[str, object] = orjson.loads(said)
        self.kept = [Plain() for _ in range(VISITS_COUNT)]
        for aggregate in self.kept:
            for _ in range(length):
                self._note(aggregate)
            self.application.save(aggregate)

    def _note(self, aggregate: Plain) -> None:
        aggregate.trigger_event(Plain.Noted, said=self.said)

    def save(self, count: int) -> None:
        """
        Save facts one by one to aggregates that are in memory.
        """
        for number in range(count):
            aggregate = self.kept[number % VISITS_COUNT]
            self._note(aggregate)
            self.application.save(aggregate)

    def load_and_save(self, count: int) -> None:
        """
        Save facts one by one to aggregates that are read first.
        """
        for number in range(count):
            known = self.kept[number % VISITS_COUNT]
            loaded: Plain = self.application.repository.get(known.id)
            self._note(loaded)
            self.application.save(loaded)


class Pair:
    """
    An office and the library's application side by side.
    """

    def __init__(self, home: Path) -> None:
        """
        Set both up with equal facts.
        """
        self.home = home / "ledger"
        self.office = Office(ledger_at(self.home))
        self.visits = self.office.visits(VISITS_COUNT)
        self.keys = keys("acts")
        self.turn = 0
        for _ in range(VISITS_COUNT):
            self.act(self.office)
        said = self.office.ledger.recorder.facts(after=self.head - 1)[-1].state
        self.stock = Stock(home / "stock.db", said, length=4)

    @property
    def head(self) -> int:
        """
        The last position.
        """
        return self.office.ledger.recorder.head

    def next_visit(self) -> UUID:
        """
        Name the visit whose turn it is; full ones give way to new ones.
        """
        if self.turn >= FINDINGS_COUNT * VISITS_COUNT:
            self.visits, self.turn = self.office.visits(VISITS_COUNT), 0
        self.turn += 1
        return self.visits[self.turn % VISITS_COUNT]

    def act(self, office: Office) -> float:
        """
        Do an act, and say how long it took.
        """
        request = office.finding(self.next_visit(), next(self.keys))
        return seconds(lambda: office.ledger.perform(request))

    def warm(self, count: int) -> float:
        """
        Do acts on files whose facts are in memory; acts a second.
        """
        return count / sum(self.act(self.office) for _ in range(count))

    def cold(self, count: int) -> float:
        """
        Do each act in a ledger that was just opened and knows no file; acts a second.
        """
        return count / sum(self._cold_act() for _ in range(count))

    def _cold_act(self) -> float:
        request = self.office.finding(self.next_visit(), next(self.keys))
        ledger = ledger_at(self.home)
        try:
            ledger.facts(limit=1)
            return seconds(lambda: ledger.perform(request))
        finally:
            ledger.close()


@contextmanager
def pair_in(home: Path) -> Iterator[Pair]:
    """
    Set a pair up, and close it.
    """
    pair = Pair(home)
    try:
        yield pair
    finally:
        pair.office.ledger.close()
        pair.stock.application.close()


def cases(home: Path, size: Size) -> Iterator[Result]:
    """
    Measure acts on files in memory, and on files that are loaded first.
    """
    with pair_in(home) as pair:
        stock, acts, cold = pair.stock, size.acts, size.cold
        yield result_of(
            "ledger: act, files in memory",
            side_by_side(
                size.rounds,
                lambda: pair.warm(acts),
                lambda: per_second(acts, lambda: stock.save(acts)),
            ),
            unit="acts/s",
            beside="eventsourcing's SQLite recorder saving equal events",
        )
        yield result_of(
            "ledger: act, files loaded",
            side_by_side(
                size.rounds,
                lambda: pair.cold(cold),
                lambda: per_second(cold, lambda: stock.load_and_save(cold)),
            ),
            unit="acts/s",
            beside="the same recorder, aggregate loaded first",
        )
