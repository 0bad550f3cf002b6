"""
Acts through HTTP: one client on one connection, beside an empty POST of the same app,
and beside a plain application with a history table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path
from uuid import UUID

import orjson

from infra.issuer import Issuer
from services.web.house import House
from tests.bench import plain_app
from tests.bench.measuring import (
    Result,
    Size,
    per_second,
    result_of,
    side_by_side,
)
from tests.bench.office import FINDING, Office, clock
from tests.bench.serving import EMPTY, Client, served

#: Visits that a client goes round.
VISITS_COUNT = 200


@dataclass
class Ours:
    """
    A client of our own service.

    Args:
        client: Calls it.
        token: Who calls.
        visits: The visits that get findings.
    """

    client: Client
    token: str
    visits: tuple[UUID, ...]

    def __post_init__(self) -> None:
        """
        Begin with the first visit.
        """
        self._turn = cycle(self.visits)
        self._keys = count(1)

    def acts(self, number: int) -> None:
        """
        Record some findings.
        """
        for _ in range(number):
            body = orjson.dumps({**FINDING, "file": str(next(self._turn))})
            headers = self._headers() | {"Idempotency-Key": f"post-{next(self._keys)}"}
            self.client.post("/enforcement/api/acts/record-finding", body, headers)

    def nothings(self, number: int) -> None:
        """
        Post as much to where nothing is done.
        """
        body = orjson.dumps({**FINDING, "file": str(self.visits[0])})
        for _ in range(number):
            self.client.post(EMPTY, body, self._headers())

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


def prepared(home: Path, records: int) -> tuple[str, tuple[UUID, ...]]:
    """
    Have an office with so many facts, and somebody who is signed in.
    """
    house = House(home, clock=clock())
    try:
        office = Office(house.ledger)
        visits = office.fill(records)[-VISITS_COUNT:]
        house.catch_up()
        return Issuer(home).token(office.people["first"]), visits
    finally:
        house.close()


def plainly(client: Client, number: int, turn: Iterator[int]) -> None:
    """
    Record some findings in the plain application.
    """
    body = orjson.dumps(FINDING)
    for _ in range(number):
        client.post(f"/visits/{next(turn)}/findings", body, {})


def cases(home: Path, size: Size) -> Iterator[Result]:
    """
    Measure acts through HTTP in a ledger that holds some records already.
    """
    token, visits = prepared(home, size.records)
    engine = plain_app.engine_at(home / "plain.db")
    plain_app.fill(engine, size.records)
    engine.dispose()
    with served("ours", home) as client, served("plain", home) as beside:
        ours, acts = Ours(client, token, visits), size.acts
        turn = cycle(range(1, min(VISITS_COUNT, size.records // 10) + 1))
        ours.acts(3)
        plainly(beside, 3, turn)
        yield result_of(
            "http: act",
            side_by_side(
                size.rounds,
                lambda: per_second(acts, lambda: ours.acts(acts)),
                lambda: per_second(acts, lambda: ours.nothings(acts)),
            ),
            unit="acts/s",
            beside="an empty POST of the same app",
        )
        yield result_of(
            f"http: act, {size.records} records there",
            side_by_side(
                size.rounds,
                lambda: per_second(acts, lambda: ours.acts(acts)),
                lambda: per_second(acts, lambda: plainly(beside, acts, turn)),
            ),
            unit="acts/s",
            beside="FastAPI and SQLAlchemy with a history table",
        )
