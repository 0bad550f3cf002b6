"""
Personal values lie in the vault, and in the index of names, and nowhere else (D8).
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from domain.folding import folded
from domain.values import Personal, Restricted
from services.commandline.demo.making import make_city
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


def test_no_log_says_one(tmp_path: Path) -> None:
    """
    A log line names acts, codes and positions, never a person.
    """
    house = House(tmp_path)
    with capture_logs() as lines:
        make_city(house)
        house.catch_up()
    house.close()

    said = str(lines)
    assert not [value for value in secrets_of(tmp_path) if value in said]


def test_no_representation_shows_one() -> None:
    """
    A value that ends up in the message of an error does not tell itself.
    """
    for kind in (Personal, Restricted):
        assert "王某" not in f"{kind('王某')!r} {kind('王某')}"
