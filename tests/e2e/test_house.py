"""
The house: whoever asks is shown what was recorded before.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.base import Actor, Role
from domain.refusals import NoSuchCase
from infra.ledger import Request
from infra.projector import Lease
from infra.questions import Ask, Reader
from projections.black_list import BlackList
from projections.trace import Trace
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


class TestAsk:
    def test_without_a_projector(self, house: House) -> None:
        """
        Where nobody projects, whoever asks brings the read models up (D14).
        """
        receipt = house.perform(opening())

        (file,) = receipt.files
        assert house.ask("trace", ASK, thread=file).position == 1

    def test_with_a_projector(self, tmp_path: Path) -> None:
        """
        A running house shows everything that was recorded before the question.
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
            (file,) = house.perform(opening()).files

            assert len(house.ask("trace", ASK, thread=file).rows) == 1

    def test_what_does_not_concern_it(self, house: House) -> None:
        """
        A read model is not waited for while nothing that it takes was recorded.
        """
        house.perform(opening())

        assert house.model(BlackList).position == 0
        assert house.model(Trace).position == 1

    def test_a_model_that_stands(self, house: House, tmp_path: Path) -> None:
        """
        One that was waited for in vain does not keep the next reader waiting: it may
        have stopped in the process that projects.
        """
        house.perform(opening())
        lease = Lease(tmp_path / "projector.lock")
        assert lease.take()

        assert not house.projector.wait_for(1, ["trace"], seconds=0.05)
        assert not house.projector.wait_for(1, ["trace"], seconds=3600)
        lease.give_up()

    def test_an_unknown_question(self, house: House) -> None:
        """
        A question that nobody declared is answered like an unknown file.
        """
        with pytest.raises(NoSuchCase, match="no_such_question"):
            house.ask("weather", ASK)
