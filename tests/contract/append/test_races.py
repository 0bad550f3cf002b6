"""
Two desks decide at the same moment; the law holds for whichever comes second (D4).

Each race is run twice: with the one condition switched off both acts succeed, which
shows that nothing else holds them; with it the second is told the legal ground.
"""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from infra.ledger import Ledger, Request
from tests.contract.append.desks import Opening, Outcome, Without, at_desks, race
from tests.contract.append.town import COLLEAGUE, OFFICER

NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
def close(shop: UUID) -> Request:
    """
    Somebody closes it.
    """
    return Request("close-shop", OFFICER, "close", file=shop)


@pytest.fixture
def visit(shop: UUID) -> Request:
    """
    Somebody else visits it.
    """
    terms = {"shop": shop, "until_on": NEW_YEAR}
    return Request("begin-visit", COLLEAGUE, "visit", terms)


def hang(key: str) -> Request:
    """
    A sign with the number that everybody wants.
    """
    return Request("hang-sign", OFFICER, key, {"number": "8"})


def both_done(outcomes: tuple[Outcome, Outcome]) -> bool:
    """
    Whether both acts were done.
    """
    return all(outcome.receipt for outcome in outcomes)


class TestVersion:
    def test_switched_off(self, tmp_path: Path, close: Request, visit: Request) -> None:
        """
        Were the version of a file that is only read no condition, both would succeed.
        """
        assert close.file is not None
        off = Opening(tmp_path, without=Without(versions=(close.file,)))

        assert both_done(race(off, close, visit))

    def test_closed_first(self, tmp_path: Path, close: Request, visit: Request) -> None:
        """
        Whoever visits a shop that closed meanwhile is told that it is closed.
        """
        first, second = race(Opening(tmp_path), close, visit)

        assert first.receipt
        assert second == Outcome(refused="shop_closed", under="Town Rules 5")

    def test_renamed_first(self, tmp_path: Path, visit: Request, shop: UUID) -> None:
        """
        A change that is no ground only has the act examined again, and done.
        """
        rename = Request("rename-shop", OFFICER, "li", {"name": "Li"}, file=shop)

        assert both_done(race(Opening(tmp_path), rename, visit))


class TestTag:
    def test_switched_off(
        self, tmp_path: Path, close: Request, visit: Request, shop: UUID
    ) -> None:
        """
        Were the tag no condition, a shop would be closed during a visit.
        """
        off = Opening(tmp_path, without=Without(tags=(f"shop/{shop}/visit",)))

        assert both_done(race(off, visit, close))

    def test_visited_first(
        self, tmp_path: Path, close: Request, visit: Request
    ) -> None:
        """
        A visit that did not exist when it was looked for stops the closing.
        """
        first, second = race(Opening(tmp_path), visit, close)

        assert first.receipt
        assert second == Outcome(refused="visit_going_on", under="Town Rules 4")


class TestClaim:
    def test_switched_off(self, ledger: Ledger, tmp_path: Path) -> None:
        """
        Were the claim no condition, two signs would bear one number.
        """
        assert not ledger.recorder.head
        off = Opening(tmp_path, without=Without(claims=("sign/8",)))

        assert both_done(race(off, hang("one"), hang("other")))

    @pytest.mark.parametrize("keys", [("one", "other"), ("other", "one")])
    def test_both_claim(
        self, ledger: Ledger, tmp_path: Path, keys: tuple[str, str]
    ) -> None:
        """
        Whoever comes second is told that the number is taken.
        """
        assert not ledger.recorder.head

        first, second = race(Opening(tmp_path), hang(keys[0]), hang(keys[1]))

        assert first.receipt
        assert second == Outcome(refused="number_taken", under="Town Rules 8")

    def test_without_asking(self, ledger: Ledger, tmp_path: Path) -> None:
        """
        Even an act that does not ask who holds a claim takes none that is held.
        """
        ledger.perform(hang("one"))
        unasked = Request("hang-sign-unasked", OFFICER, "other", {"number": "8"})
        with at_desks(Opening(tmp_path, stops=False)) as (desk,):
            desk.perform(unasked)
            (outcome,) = desk.outcomes()

        assert outcome.refused == "conflict"
        assert ledger.recorder.head == 1

    def test_released_meanwhile(self, ledger: Ledger, tmp_path: Path) -> None:
        """
        A number that was given up before the second act is free again.
        """
        (sign,) = ledger.perform(hang("one")).files
        down = Request("take-sign-down", OFFICER, "down", file=sign)

        with at_desks(Opening(tmp_path), Opening(tmp_path, stops=False)) as desks:
            desks[0].decide(down)
            assert desks[0].append().receipt
            desks[1].perform(hang("other"))
            (taken,) = desks[1].outcomes()

        assert taken.receipt


class TestOwnFile:
    def test_both_rename(self, ledger: Ledger, tmp_path: Path, shop: UUID) -> None:
        """
        Two acts on one file that do not exclude each other are both done, in order.
        """
        names = ["Li", "Zhao"]
        requests = [
            Request("rename-shop", OFFICER, name, {"name": name}, file=shop)
            for name in names
        ]

        outcomes = race(Opening(tmp_path), requests[0], requests[1])

        assert [o.receipt and o.receipt.files[shop] for o in outcomes] == [2, 3]
        assert [f.deed.act for f in ledger.facts(after=1)] == ["rename-shop"] * 2
