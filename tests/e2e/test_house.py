"""
The house: what an act does to the read models before its answer leaves.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.base import Actor, Role
from domain.refusals import NoSuchCase
from infra.ledger import Request
from infra.questions import Ask, Reader
from services.web.house import House, opened
from tests.cases.office import EveryoneMay

OPERATOR = Actor(Role.OPERATOR)
ASK = Ask(Reader(Role.PUBLIC))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house on an empty ledger, that nobody has started."""
    made = House(tmp_path, law=EveryoneMay())
    yield made
    made.close()


def opening() -> Request:
    """The first act of every ledger."""
    return Request(
        "open-ledger",
        OPERATOR,
        "first",
        {
            "deployment": "test",
            "name": "测试市",
            "region": "230100",
            "demonstration": True,
        },
    )


class TestPerform:
    def test_without_a_projector(self, house: House) -> None:
        """
        Where nobody projects, the act's own process brings the read models up (D14).
        """
        receipt = house.perform(opening())

        (file,) = receipt.files
        assert house.ask("trace", ASK, thread=file).position == 1

    def test_with_a_projector(self, tmp_path: Path) -> None:
        """
        A running house answers when the next page can show what was done.
        """
        with opened(House(tmp_path, law=EveryoneMay())) as house:
            (file,) = house.perform(opening()).files

            assert len(house.ask("trace", ASK, thread=file).rows) == 1

    def test_beside_another_house(self, house: House, tmp_path: Path) -> None:
        """
        A command waits for the process that projects, and does not do its work.
        """
        with opened(House(tmp_path, law=EveryoneMay())):
            assert not house.catch_up()
            receipt = house.perform(opening())

            assert house.progress()["trace"].position == receipt.positions[-1]


class TestAsk:
    def test_an_unknown_question(self, house: House) -> None:
        """
        A question that nobody declared is answered like an unknown file.
        """
        with pytest.raises(NoSuchCase, match="no_such_question"):
            house.ask("weather", ASK)
