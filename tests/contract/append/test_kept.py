"""
Facts kept in memory: never fewer than the ledger holds, whoever recorded them.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from infra import ledger as door
from infra.ledger import Ledger, Request
from tests.cases.office import EveryoneMay
from tests.contract.append.town import OFFICER, Shop

#: Reads whole facts of one file.
READING = "SELECT file, version, topic, stored"


@pytest.fixture
def other(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """
    Another process's ledger on the same home, which keeps next to nothing.
    """
    monkeypatch.setattr(door, "FACTS_KEPT_MAX", 3)
    other = Ledger(ledger.home, law=EveryoneMay())
    yield other
    other.close()


def rename(ledger: Ledger, shop: UUID, name: str) -> None:
    """
    Give a shop another name.
    """
    ledger.perform(Request("rename-shop", OFFICER, name, {"name": name}, file=shop))


def name_of(ledger: Ledger, shop: UUID) -> str:
    """
    Read the name of a shop.
    """
    found = ledger.read(shop)
    assert isinstance(found, Shop)
    return found.name


def statements(ledger: Ledger, shop: UUID, name: str) -> list[str]:
    """
    Rename a shop, and say which statements that took.
    """
    taken: list[str] = []
    ledger.recorder.store.trace(taken.append)
    rename(ledger, shop, name)
    ledger.recorder.store.trace(None)
    return taken


def test_what_another_process_recorded(
    ledger: Ledger, other: Ledger, shop: UUID
) -> None:
    """
    A file that is kept is read on as soon as another process records on it.
    """
    assert name_of(ledger, shop) == "Wang"

    rename(other, shop, "Li")

    assert name_of(ledger, shop) == "Li"


def test_a_file_that_stayed_is_not_read_again(ledger: Ledger, shop: UUID) -> None:
    """
    While nothing is recorded on a file, nothing of it is read; an act on it checks no
    condition while nothing is recorded at all.
    """
    name_of(ledger, shop)

    taken = statements(ledger, shop, "Li")

    read = [each for each in taken if each.startswith(READING)]
    assert len(read) == 1  # the receipt's
    assert not [each for each in taken if "max(version)" in each]


def test_a_file_recorded_on_since(ledger: Ledger, other: Ledger, shop: UUID) -> None:
    """
    What was recorded on a file since is read, and only that.
    """
    name_of(ledger, shop)
    rename(other, shop, "Li")

    taken = statements(ledger, shop, "Zhao")

    read = [each for each in taken if each.startswith(READING) and "file = " in each]
    assert ["version > 1" in each for each in read] == [True]


@pytest.mark.parametrize("seed", range(5))
def test_any_course_of_two_processes(ledger: Ledger, other: Ledger, seed: int) -> None:
    """
    In any order of recording and reading, together or alone, both processes read what
    was recorded last.
    """
    chance = random.Random(seed)  # noqa: S311  repeatable, and no secret
    names: dict[UUID, str] = {}
    for number in range(120):
        one = chance.choice((ledger, other))
        shop = (
            chance.choice((None, *names))
            if len(names) < 6
            else chance.choice(list(names))
        )
        name = f"name {number}"
        if shop is None:
            opened = one.perform(Request("open-shop", OFFICER, name, {"name": name}))
            shop = next(iter(opened.files))
        elif chance.random() < 0.2:
            with one.together():
                rename(one, shop, f"{name} at first")
                rename(one, shop, name)
        else:
            rename(one, shop, name)
        names[shop] = name
        asked = chance.choice(list(names))
        assert name_of(chance.choice((ledger, other)), asked) == names[asked]


def test_a_look_at_many_facts(ledger: Ledger, tmp_path: Path, shop: UUID) -> None:
    """
    However much another process recorded, all of it is seen by the next look.
    """
    assert tmp_path == ledger.home
    other = Ledger(tmp_path, law=EveryoneMay())
    with other.together():
        for number in range(1100):
            rename(other, shop, f"name {number}")
    other.close()

    assert name_of(ledger, shop) == "name 1099"
