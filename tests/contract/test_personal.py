"""
Personal values lie in the vault, and in the index of names, and nowhere else (D8).
"""

import logging
import sqlite3
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, quote_plus

import orjson
import pytest
from starlette.testclient import TestClient

from domain.folding import folded
from domain.values import Personal, Restricted
from infra import logs
from services.commandline.demo.making import make_city
from services.commandline.serving import app_of
from services.web.house import House

#: Shorter texts, such as a surname, stand in many places by chance.
CHARACTERS_MIN = 4

#: The only tables of the whole home in which a personal value may stand.
ALLOWED = {("ledger.db", "vault"), ("search.db", "index_entries")}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A city that used every act and every import, its read models caught up.
    """
    home = tmp_path_factory.mktemp("city")
    house = House(home)
    make_city(house)
    house.catch_up()
    house.close()
    return home


def secrets_of(home: Path) -> set[str]:
    """
    List the personal values that the vault holds.
    """
    with sqlite3.connect(home / "ledger.db") as sql:
        kept = sql.execute("SELECT value FROM vault")
        return {value for (value,) in kept if len(value) >= CHARACTERS_MIN}


def tables_of(path: Path) -> Iterator[tuple[str, bytes]]:
    """
    Give every table of a database, and all that stands in it.
    """
    with sqlite3.connect(path) as sql:
        names = sql.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in names.fetchall():
            rows = sql.execute(f'SELECT * FROM "{name}"')  # noqa: S608  a table's name
            yield name, b"\n".join(_written(cell) for row in rows for cell in row)


def _written(cell: object) -> bytes:
    return cell if isinstance(cell, bytes) else str(cell).encode()


def test_no_table_but_the_vault_holds_one(city: Path) -> None:
    """
    Neither facts, keys, read models nor the log of looks hold a personal value.
    """
    known = secrets_of(city)
    secrets = {each.encode() for value in known for each in (value, folded(value))}

    told = {
        (path.name, table)
        for path in city.rglob("*.db")
        for table, content in tables_of(path)
        if any(secret in content for secret in secrets)
    }

    assert len(secrets) > 20
    assert told == ALLOWED


def test_the_index_holds_names_under_their_subject(city: Path) -> None:
    """
    A name in the index stands beside the subject whose it is, so it can be erased.
    """
    with sqlite3.connect(city / "read" / "search.db") as sql:
        rows = sql.execute(
            "SELECT label, subject FROM index_entries WHERE found_by = 'person'"
        ).fetchall()

    assert rows
    assert all(label == "" and subject for label, subject in rows)


@pytest.fixture
def stream() -> BytesIO:
    """
    Where the lines of the log go meanwhile, all of them.
    """
    stream = BytesIO()
    logs.configure(stream=stream, level=logging.DEBUG)
    return stream


def test_no_log_says_one(tmp_path: Path, stream: BytesIO) -> None:
    """
    A log line names acts, codes and positions, never a person: in the bytes that are
    written, whatever is done.
    """
    house = House(tmp_path)
    make_city(house)
    house.catch_up()
    house.close()

    said = stream.getvalue()
    assert b"act_recorded" in said
    assert not [value for value in secrets_of(tmp_path) if value.encode() in said]


def test_no_log_says_what_is_asked(city: Path, stream: BytesIO) -> None:
    """
    Of a request its method and route are logged, how it ended and how long it took:
    nothing that was typed into an address, a form or a body, found or not.
    """
    secrets = sorted(secrets_of(city))[:3]
    house = House(city)
    with TestClient(app_of(house, None), follow_redirects=False) as client:
        for secret in secrets:
            _ask(client, secret)
    house.close()

    said = stream.getvalue()
    lines = [orjson.loads(line) for line in said.splitlines()]
    served = [line for line in lines if line["event"] == "request_served"]
    assert len(served) == 6 * len(secrets)
    for line in served:
        assert line.keys() >= {"method", "route", "status", "duration_ms", "request_id"}
    routes = {line["route"] for line in served}
    assert {"/disclosure/search", "/enforcement/api/acts/enrol-officer", "/*"} <= routes
    for secret in secrets:
        for form in (secret, quote(secret), quote_plus(secret), folded(secret)):
            assert form.encode() not in said


def _ask(client: TestClient, secret: str) -> None:
    client.get("/disclosure/search", params={"words": secret})
    client.get("/disclosure/api/search", params={"words": secret, "limit": secret})
    client.get(f"/{secret}")
    client.get(f"/enforcement/files/{secret}")
    client.post("/enforcement/sign-in", data={"person": secret, "role": secret})
    client.post("/enforcement/api/acts/enrol-officer", json={"name": secret})


def test_no_log_says_what_broke(city: Path, stream: BytesIO) -> None:
    """
    Of a mistake of ours its kind and place are logged, not its words, which may be what
    somebody typed in.
    """
    house = House(city)

    def broken(*given: object, **terms: object) -> None:
        del given
        raise ValueError(terms)

    secret = max(secrets_of(city))
    house.ask = broken  # type: ignore[assignment]  # the mistake
    with TestClient(app_of(house, None), raise_server_exceptions=False) as client:
        answer = client.get("/disclosure/api/search", params={"words": secret})
    house.close()

    assert answer.status_code == 500
    assert b"request_failed" in stream.getvalue()
    assert b"ValueError" in stream.getvalue()
    assert secret.encode() not in stream.getvalue()


def test_no_representation_shows_one() -> None:
    """
    A value that ends up in the message of an error does not tell itself.
    """
    for kind in (Personal, Restricted):
        assert "王某" not in f"{kind('王某')!r} {kind('王某')}"
