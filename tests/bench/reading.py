"""
Read models: how soon after a commit they show it, and how fast they are built anew.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import count, cycle
from pathlib import Path

import orjson

from infra.ledger import Ledger
from infra.projector import Projector
from infra.read_model import MODELS, ReadModel
from projections.trace import Trace
from services.web.house import House, opened
from tests.bench.measuring import (
    Result,
    Round,
    Size,
    per_second,
    percentile,
    result_of,
    seconds,
    side_by_side,
)
from tests.bench.office import Office, clock

#: Visits that acts go round.
VISITS_COUNT = 20
#: A read model that is further behind than this has stopped.
LAG_SECONDS_MAX = 30.0
#: Rounds of building anew, which takes long.
REBUILDS_COUNT = 3

Folders = Iterator[Path]


def raw_loop(ledger: Path) -> int:
    """
    Read every fact with a cursor, and decode its bytes; how many there are.
    """
    connection = sqlite3.connect(ledger)
    try:
        rows = connection.execute("SELECT stored FROM facts ORDER BY position")
        return sum(1 for (stored,) in rows if orjson.loads(stored))
    finally:
        connection.close()


def built(
    ledger: Ledger, folder: Path, models: Iterable[type[ReadModel]]
) -> Callable[[], int]:
    """
    Make read models that know nothing, and give what builds them.
    """
    empty = [m(folder, ledger.vault.of_fact, clock=ledger.clock) for m in models]

    def build() -> int:
        at = Projector(ledger, empty).catch_up()
        for model in empty:
            model.close()
        return at

    return build


def rebuilds(house: House, home: Path, rounds: int) -> Iterator[Result]:
    """
    Build every read model anew, then the one that has a row for each fact.
    """
    facts, ledger = house.ledger.recorder.head, home / "ledger.db"
    folders = (home / f"spare-{number}" for number in count())
    for name, models in (
        ("every read model", tuple(MODELS.values())),
        ("the trace alone", (Trace,)),
    ):

        def build(models: tuple[type[ReadModel], ...] = models) -> float:
            return per_second(facts, built(house.ledger, next(folders), models))

        yield result_of(
            f"rebuild: {name}, {facts} facts",
            side_by_side(
                rounds, build, lambda: per_second(facts, lambda: raw_loop(ledger))
            ),
            unit="facts/s",
            beside="cursor and orjson alone",
        )


class RawReader:
    """
    The least that a read model could do: read a fact, decode it, keep one row.
    """

    def __init__(self, ledger: Path, store: Path) -> None:
        """
        Open the ledger and a table of its own.
        """
        self._ledger = sqlite3.connect(ledger)
        self._own = sqlite3.connect(store, isolation_level=None)
        self._own.execute("PRAGMA journal_mode=WAL")
        self._own.execute("PRAGMA synchronous=NORMAL")
        self._own.execute(
            "CREATE TABLE seen (position INTEGER PRIMARY KEY, topic TEXT)"
        )

    def take(self, position: int) -> None:
        """
        Read one fact, and keep its row.
        """
        (stored,) = self._ledger.execute(
            "SELECT stored FROM facts WHERE position = ?", (position,)
        ).fetchone()
        topic = orjson.loads(stored)["decided"]["topic"]
        self._own.execute("INSERT INTO seen VALUES (?, ?)", (position, topic))

    def close(self) -> None:
        """
        Close both.
        """
        self._ledger.close()
        self._own.close()


def waited(house: House, position: int) -> float:
    """
    Wait until every read model that runs shows a position; how long that took.

    Returns:
        Seconds.
    """
    begun = time.perf_counter()
    house.projector.stir()
    while any(
        model.position < position
        for name, model in house.models.items()
        if name not in house.projector.poison
    ):
        time.sleep(0.0002)
        assert time.perf_counter() < begun + LAG_SECONDS_MAX, house.progress()
    return time.perf_counter() - begun


def lags(house: House, office: Office, number: int) -> list[Round]:
    """
    Measure act after act how long a commit waits for its read models, in ms.
    """
    turn = cycle(office.visits(VISITS_COUNT))
    rounds = []
    raw = RawReader(house.home / "ledger.db", house.home / "raw.db")
    try:
        with opened(house):
            house.settle(house.ledger.recorder.head)
            for each in range(number):
                asked = office.finding(next(turn), f"lag-{each}")
                position = house.ledger.perform(asked).positions[-1]
                lag = waited(house, position)
                beside = seconds(lambda at=position: raw.take(at))  # type: ignore[misc]  # bound now
                rounds.append(Round(lag * 1000, beside * 1000))
    finally:
        raw.close()
    return rounds


def lag_results(rounds: list[Round]) -> Iterator[Result]:
    """
    Sum lags up at the median, and at the 99th of a hundred.
    """
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        value = percentile([r.value for r in rounds], share)
        baseline = percentile([r.baseline for r in rounds], share)
        yield Result(
            f"read models: lag after a commit, {name}",
            ratio=value / baseline,
            value=value,
            baseline=baseline,
            unit="ms",
            runs=len(rounds),
            beside="one fact read, decoded and kept in one table",
        )


def cases(home: Path, size: Size) -> Iterator[Result]:
    """
    Measure building anew, then the lag.
    """
    house = House(home, clock=clock())
    office = Office(house.ledger)
    office.fill(size.rebuilt)
    yield from rebuilds(house, home, min(size.rounds, REBUILDS_COUNT))
    house.catch_up()
    yield from lag_results(lags(house, office, size.lags))
