"""
One demonstration city, made once for all tests that only look at it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

import pytest

from domain.base import Fact, File, replay
from services.commandline.demo.making import Made, make_city
from services.web.house import House

#: A Thursday.
UNTIL: Final = date(2025, 11, 20)
FIRMS: Final = 20


@dataclass
class Town:
    """
    A city that was made.

    Args:
        house: Its ledger and read models.
        made: What came of making it.
    """

    house: House
    made: Made

    @cached_property
    def facts(self) -> list[Fact]:
        """
        Every fact of the city, in order; not those that the watch adds, for which the
        days since have passed.
        """
        return self.house.ledger.facts(limit=self.made.facts)

    @cached_property
    def files(self) -> list[File]:
        """
        Every file, as it stands.
        """
        by_file: dict[object, list[Fact]] = {}
        for fact in self.facts:
            by_file.setdefault(fact.file, []).append(fact)
        built = (replay(facts) for facts in by_file.values())
        return [file for file in built if file is not None]


@pytest.fixture(scope="package")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """
    A small city, its read models at the head.
    """
    house = House(tmp_path_factory.mktemp("town"))
    made = make_city(house, enterprises=FIRMS, until=UNTIL)
    house.catch_up()
    yield Town(house, made)
    house.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[House]:
    """
    A house in which nothing is recorded yet.
    """
    house = House(tmp_path)
    yield house
    house.close()
