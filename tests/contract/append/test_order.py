"""
The one order (INV-47) and the clock of the recording (INV-48).
"""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import orjson
import pytest

import domain.deployment.file as deployment
from domain.base import Actor, Role, replay
from infra.canonical import read_moment
from infra.clock import SetClock
from infra.failures import Misconfigured, Unavailable
from infra.ledger import Ledger, Request
from tests.cases.office import EveryoneMay
from tests.contract.append.town import OFFICER, Shop

REPLACE = """
INSERT OR REPLACE INTO facts
SELECT {}, file, version, topic, thread, audience, x'00' FROM facts WHERE position = 1
"""

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def open_shop(ledger: Ledger, key: str) -> int:
    """
    Open a shop, and say where its fact stands.
    """
    return ledger.perform(Request("open-shop", OFFICER, key, {"name": key})).positions[
        -1
    ]


def undo_shop(ledger: Ledger, key: str) -> None:
    """
    Open a shop in a commit that does not end well.
    """
    with ledger.together():
        open_shop(ledger, key)
        raise ZeroDivisionError


def opening(*, demonstration: bool) -> Request:
    """
    The act that opens a ledger.
    """
    terms = {
        "deployment": "d",
        "name": "Town",
        "region": "230100",
        "demonstration": demonstration,
    }
    return Request(deployment.open_ledger.name, Actor(Role.OPERATOR), "open", terms)


@pytest.fixture
def clock() -> SetClock:
    """
    A clock that a test sets.
    """
    return SetClock(NOON)


@pytest.fixture
def demonstration(tmp_path: Path, clock: SetClock) -> Iterator[Ledger]:
    """
    A demonstration ledger that goes by that clock.
    """
    ledger = Ledger(tmp_path, law=EveryoneMay(), clock=clock)
    ledger.perform(opening(demonstration=True))
    yield ledger
    ledger.close()


class TestOrder:
    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE facts SET stored = x'00' WHERE position = 1",
            "UPDATE facts SET position = 9 WHERE position = 2",
            "DELETE FROM facts WHERE position = 2",
            "DELETE FROM facts",
            REPLACE.format(1),
            REPLACE.format(3),
            "INSERT INTO facts VALUES (4, 'f', 1, 't', 'f', 'office', x'00')",
            "UPDATE keys SET request = x'00'",
            "DELETE FROM keys",
        ],
    )
    def test_nothing_changes(self, ledger: Ledger, shop: UUID, change: str) -> None:
        """
        The database itself refuses to change, remove, replace or leave out (INV-47).
        """
        open_shop(ledger, "second")
        before = ledger.recorder.facts()
        ledger.close()
        direct = sqlite3.connect(ledger.home / "ledger.db")

        with pytest.raises(sqlite3.IntegrityError, match=r"never|takes"):
            direct.execute(change)

        direct.rollback()
        direct.close()
        again = Ledger(ledger.home, law=EveryoneMay())
        assert again.recorder.facts() == before
        assert before[0].originator_id == shop
        again.close()

    def test_gapless(self, ledger: Ledger) -> None:
        """
        Positions count from 1, whatever was refused or undone in between.
        """
        for number in range(5):
            open_shop(ledger, str(number))
            with pytest.raises(ZeroDivisionError):
                undo_shop(ledger, f"undone {number}")

        assert [fact.position for fact in ledger.facts()] == [1, 2, 3, 4, 5]
        given = [orjson.loads(f.given)["position"] for f in ledger.recorder.facts()]
        assert given == [1, 2, 3, 4, 5]

    def test_replay_is_equal(self, ledger: Ledger, shop: UUID) -> None:
        """
        Files loaded again from the stored bytes are as they were.
        """
        for name in ("Li", "Zhao", "Sun"):
            ledger.perform(
                Request("rename-shop", OFFICER, name, {"name": name}, file=shop)
            )
        once = ledger.read(shop)
        again = Ledger(ledger.home, law=EveryoneMay())
        loaded, fed = again.read(shop), replay(again.facts())

        assert isinstance(once, Shop)
        assert once.name == "Sun"
        assert vars(once) == vars(loaded) == vars(fed)
        again.close()

    def test_what_lies_beside_can_be_derived(self, ledger: Ledger, shop: UUID) -> None:
        """
        Tags and claims say nothing that the facts do not say.
        """
        terms = {"shop": shop, "until_on": NOON.date()}
        ledger.perform(Request("begin-visit", OFFICER, "v", terms))
        for number in ("8", "9"):
            ledger.perform(Request("hang-sign", OFFICER, number, {"number": number}))
        (sign,) = ledger.perform(
            Request("hang-sign", OFFICER, "x", {"number": "7"})
        ).files
        ledger.perform(Request("take-sign-down", OFFICER, "down", file=sign))
        tags: dict[tuple[str, str], tuple[int, int]] = {}
        claims: dict[str, str] = {}
        for fact in ledger.facts():
            for tag in fact.tags():
                first, _ = tags.get((tag, str(fact.file)), (fact.position, 0))
                tags[tag, str(fact.file)] = (first, fact.position)
            claims = {c: f for c, f in claims.items() if c not in fact.releases()}
            claims |= dict.fromkeys(fact.claims(), str(fact.file))

        sql = ledger.recorder.store.reading
        assert {
            (t, f): (a, b) for t, f, a, b in sql.execute("SELECT * FROM tags")
        } == tags
        assert (
            dict(sql.execute("SELECT claim, holder FROM claims").fetchall()) == claims
        )
        assert sorted(claims) == ["sign/8", "sign/9"]


class TestClock:
    def recorded(self, ledger: Ledger) -> list[datetime]:
        """
        The moments of recording, as stored.
        """
        return [
            read_moment(orjson.loads(stored.given)["recorded_at"])
            for stored in ledger.recorder.facts()
        ]

    def test_a_little_behind(self, demonstration: Ledger, clock: SetClock) -> None:
        """
        While the clock is behind, facts are recorded at the last one's moment (INV-48).
        """
        clock.moment = NOON - timedelta(minutes=5)
        open_shop(demonstration, "behind")
        clock.moment = NOON + timedelta(seconds=1)
        open_shop(demonstration, "after")

        assert self.recorded(demonstration) == [NOON, NOON, clock.moment]

    def test_far_behind(self, demonstration: Ledger, clock: SetClock) -> None:
        """
        More than five minutes behind the last fact, appending stops and says so.
        """
        clock.moment = NOON - timedelta(minutes=5, microseconds=1)

        with pytest.raises(Unavailable) as stopped:
            open_shop(demonstration, "behind")

        assert "系统时钟" in stopped.value.zh
        assert "11:54:59+08:00" in stopped.value.en
        assert self.recorded(demonstration) == [NOON]
        clock.moment = NOON
        assert open_shop(demonstration, "behind") == 2

    def test_real_ledger(self, ledger: Ledger, clock: SetClock) -> None:
        """
        A real ledger goes by the system's clock: no other opens it, or its first fact.
        """
        other = Ledger(ledger.home, law=EveryoneMay(), clock=clock)
        with pytest.raises(Misconfigured):
            other.perform(opening(demonstration=False))
        other.close()
        ledger.perform(opening(demonstration=False))

        with pytest.raises(Misconfigured, match="正式账本"):
            Ledger(ledger.home, law=EveryoneMay(), clock=clock)

    def test_as_known_then(self, demonstration: Ledger, clock: SetClock) -> None:
        """
        A moment means the last position recorded by then.
        """
        for minute in range(1, 10):
            clock.moment = NOON + timedelta(minutes=minute // 2)
            open_shop(demonstration, str(minute))
        asked = [NOON + timedelta(seconds=s) for s in (-1, 0, 59, 60, 61, 240, 9999)]

        at = [demonstration.recorder.position_at(moment) for moment in asked]

        assert at == [0, 2, 2, 4, 4, 10, 10]
