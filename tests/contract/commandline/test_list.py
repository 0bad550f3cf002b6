"""
``shilu list``: who is on a list on a day, as known at a moment, and how it ends.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from domain.base import Fact
from domain.list_entry.facts import BlacklistEntryMade
from domain.list_entry.facts_of_red import RedlistEntryMade, RedlistEntryRemoved
from services.commandline.demo.making import FIRMS_MIN, make_city
from services.commandline.homes import ASKED_WRONGLY, DONE
from services.web.house import House
from tests.contract.commandline.terminal import run

ONE_DAY = timedelta(days=1)
UNTIL = date(2025, 11, 20)


class City:
    """
    A small city, and its facts.
    """

    def __init__(self, home: Path) -> None:
        """
        Make it.
        """
        self.home = home
        house = House(home)
        made = make_city(house, enterprises=FIRMS_MIN, until=UNTIL)
        house.catch_up()
        self.facts = house.ledger.facts(limit=made.facts)
        house.close()

    def first(self, kind: type[Fact]) -> Fact:
        """
        Give the first fact of a kind.
        """
        return next(fact for fact in self.facts if isinstance(fact, kind))

    def entries(self, colour: str, on: date, *words: str) -> set[str]:
        """
        Ask by the command, and give the entries made here.
        """
        asked = ("list", colour, "--on", on.isoformat(), "--json", *words)
        code, out, _ = run(*asked, home=self.home)
        assert code == DONE
        answer: dict[str, Any] = orjson.loads(out)
        assert (answer["list"], answer["on"]) == (colour, on.isoformat())
        return {row["entry"] for row in answer["entries"] if "entry" in row}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    """
    A city made for this module.
    """
    return City(tmp_path_factory.mktemp("listed"))


class TestList:
    def test_black_by_day(self, city: City) -> None:
        """
        Nobody the day before the decision; from its day on the one who was listed.
        """
        made = city.first(BlacklistEntryMade)

        assert str(made.file) in city.entries("black", made.deed.on)
        assert str(made.file) not in city.entries("black", made.deed.on - ONE_DAY)

    def test_as_known_before(self, city: City) -> None:
        """
        As known before the decision was recorded, nobody was listed by it; a position,
        a day and a moment name what was known.
        """
        made = city.first(BlacklistEntryMade)
        day, before = made.deed.on, made.deed.on - ONE_DAY
        moment = f"{before.isoformat()}T12:00"

        for known in (str(made.position - 1), before.isoformat(), moment):
            entries = city.entries("black", day, "--known", known)
            assert str(made.file) not in entries
        known = str(made.position)
        assert str(made.file) in city.entries("black", day, "--known", known)

    def test_red_until_it_is_left(self, city: City) -> None:
        """
        The red list likewise, until the enterprise left it.
        """
        made, left = city.first(RedlistEntryMade), city.first(RedlistEntryRemoved)

        assert str(made.file) in city.entries("red", made.deed.on)
        assert str(made.file) not in city.entries("red", left.deed.on)

    def test_in_lines(self, city: City) -> None:
        """
        In words: the days, the name and the code, or that there is nobody.
        """
        day = city.first(BlacklistEntryMade).deed.on
        _, told, _ = run("list", "black", "--on", day.isoformat(), home=city.home)
        _, none, _ = run("list", "red", "--on", "2001-01-01", home=city.home)

        assert day.isoformat() in str(told)
        assert "Nobody is on that list on 2001-01-01" in str(none)
        assert "没有单位在该名单上" in str(none)


@pytest.mark.parametrize(
    "words",
    [("green",), (), ("black", "--on", "2026-13-01"), ("black", "--known", "xyz")],
    ids=lambda words: " ".join(words) or "nothing",
)
def test_asked_wrongly(city: City, words: tuple[str, ...]) -> None:
    """
    Nothing is printed, and both languages say what is wrong.
    """
    code, out, said = run("list", *words, home=city.home)

    assert code != DONE
    if words != ("black", "--known", "xyz"):
        assert code == ASKED_WRONGLY
    assert not out
    assert any("\u4e00" <= each <= "\u9fff" for each in str(said))
