"""
Several acts in one commit: what is read inside is forgotten with what is undone.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

import pytest

from infra.ledger import Ledger, Request
from tests.contract.append.town import OFFICER, Shop


class Undo(Exception):
    """
    Leaves a block.
    """


@contextmanager
def undone(ledger: Ledger) -> Iterator[None]:
    """
    Do acts together, and undo them all.
    """
    with suppress(Undo), ledger.together():
        yield
        raise Undo


def rename(ledger: Ledger, shop: UUID, name: str) -> None:
    """
    Give a shop another name, and read it as it is then.
    """
    ledger.perform(
        Request("rename-shop", OFFICER, f"to {name}", {"name": name}, file=shop)
    )
    assert name_of(ledger, shop) == name


def name_of(ledger: Ledger, shop: UUID) -> str:
    """
    Read the name of a shop.
    """
    found = ledger.read(shop)
    assert isinstance(found, Shop)
    return found.name


class TestTogether:
    def test_undone_block_leaves_nothing_behind(
        self, ledger: Ledger, shop: UUID
    ) -> None:
        """
        What was read inside a block that was undone is not kept: the shop has its old
        name, and the next act follows the old facts.
        """
        with undone(ledger):
            rename(ledger, shop, "Li")

        assert name_of(ledger, shop) == "Wang"
        rename(ledger, shop, "Zhao")

    def test_undone_part_leaves_the_rest(self, ledger: Ledger, shop: UUID) -> None:
        """
        A block inside a block may be undone by itself; inside the outer one the shop
        is as before the inner one, and so it stays.
        """
        with ledger.together():
            rename(ledger, shop, "Li")
            with undone(ledger):
                rename(ledger, shop, "Qian")
            assert name_of(ledger, shop) == "Li"

        assert name_of(ledger, shop) == "Li"
        rename(ledger, shop, "Zhao")

    def test_committed_facts_are_decoded_once(
        self, ledger: Ledger, shop: UUID, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        A file that many acts of a block read is decoded once, and not again after it.
        """
        decoded: list[str] = []
        mapper = type(ledger.mapper)
        whole = mapper.to_domain_event

        def counted(self: object, stored: object) -> object:
            fact = whole(self, stored)  # type: ignore[arg-type]  # as it is called
            decoded.append(fact.id)
            return fact

        monkeypatch.setattr(mapper, "to_domain_event", counted)
        with ledger.together():
            for name in ("Li", "Qian", "Sun", "Zhou"):
                rename(ledger, shop, name)
        name_of(ledger, shop)

        assert len(decoded) == len(set(decoded)) == 5
