"""
The access log (D27): a line for every look, on the disk before the answer leaves.
"""

import os
import signal
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Role
from infra.access import AccessLog, Look
from infra.clock import SetClock
from infra.failures import Unavailable
from infra.questions import Reader
from tests.contract.processes import line, started

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
BODY, OTHER_BODY = UUID(int=10), UUID(int=20)
SHOP, OTHER_SHOP = UUID(int=100), UUID(int=200)
WANG = Reader(Role.OFFICER, UUID(int=1), BODY)
LI = Reader(Role.DISCIPLINE, UUID(int=2), OTHER_BODY)
NOBODY = Reader(Role.PUBLIC)


@pytest.fixture
def clock() -> SetClock:
    """
    A clock that a test sets.
    """
    return SetClock(NOON)


@pytest.fixture
def log(tmp_path: Path, clock: SetClock) -> Iterator[AccessLog]:
    """
    An empty log.
    """
    log = AccessLog(tmp_path / "access.db", clock)
    yield log
    log.close()


def look_and_die(path: Path, end: Connection) -> None:
    """
    Look once, say so, and be killed.
    """
    end.send(AccessLog(path).record(WANG, "enterprise", file=SHOP))
    os.kill(os.getpid(), signal.SIGKILL)


class TestRecord:
    def test_read_back(self, log: AccessLog) -> None:
        """
        A line says who, for whom, in what capacity, at what, how much and when.
        """
        assert log.record(WANG, "enterprise", file=SHOP, rows=3) == 1

        (look,) = log.who_looked()
        assert WANG.person
        assert look == Look(
            Role.OFFICER, WANG.person, BODY, "enterprise", SHOP, 3, 1, NOON
        )

    def test_survives_a_kill(self, tmp_path: Path) -> None:
        """
        What was answered is there, though the process was killed at once.
        """
        ours, theirs = line()
        process = started(look_and_die, tmp_path / "access.db", theirs)
        theirs.close()
        answered = ours.recv()
        process.join(30)

        log = AccessLog(tmp_path / "access.db")
        assert process.exitcode == -signal.SIGKILL
        assert [look.position for look in log.who_looked()] == [answered] == [1]
        log.close()

    def test_many_threads_share_commits(self, log: AccessLog) -> None:
        """
        Lines that wait for the same lock are written in one commit, without a gap.
        """
        begun: list[str] = []
        ready = threading.Barrier(9, timeout=30)

        def look(number: int) -> int:
            ready.wait()
            return log.record(WANG, f"question-{number}")

        with ThreadPoolExecutor(8) as threads:
            with log.store.transaction():
                answers = [threads.submit(look, number) for number in range(8)]
                ready.wait()
                threading.Event().wait(0.2)
                log.store.trace(begun.append)
            positions = [answer.result(30) for answer in answers]

        assert sorted(positions) == list(range(1, 9))
        assert begun.count("BEGIN IMMEDIATE") < 8
        looks = {look.position: look.what for look in log.who_looked()}
        assert [looks[p] for p in positions] == [f"question-{n}" for n in range(8)]

    def test_never_backwards(self, log: AccessLog, clock: SetClock) -> None:
        """
        Moments never go backwards, whatever the clock does.
        """
        log.record(WANG, "a")
        clock.moment = NOON - timedelta(hours=1)
        log.record(WANG, "b")

        assert [look.recorded_at for look in log.who_looked()] == [NOON, NOON]

    @pytest.mark.parametrize(
        "change", ["UPDATE lines SET file = ''", "DELETE FROM lines"]
    )
    def test_nothing_changes(self, log: AccessLog, change: str) -> None:
        """
        The database itself refuses to change or remove a line.
        """
        log.record(WANG, "enterprise", file=SHOP)

        with (
            pytest.raises(sqlite3.IntegrityError, match="never"),
            log.store.transaction() as sql,
        ):
            sql.execute(change)

        assert log.who_looked(file=SHOP)

    def test_cannot_be_written(self, log: AccessLog) -> None:
        """
        If a look cannot be recorded it fails, and nothing is shown; later it works.
        """
        with log.store.transaction() as sql:
            sql.execute("PRAGMA busy_timeout = 50")
        other = sqlite3.connect(log.store.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(Unavailable):
            log.record(WANG, "enterprise", file=SHOP)

        other.close()
        assert log.record(WANG, "enterprise", file=SHOP) == 1


class TestWhoLooked:
    @pytest.fixture(autouse=True)
    def looks(self, log: AccessLog) -> None:
        """
        Two people have looked at two shops.
        """
        log.record(WANG, "enterprise", file=SHOP)
        log.record(LI, "enterprise", file=SHOP)
        log.record(LI, "enterprise", file=OTHER_SHOP)
        log.record(WANG, "search", rows=7)

    def test_at_a_file(self, log: AccessLog) -> None:
        """
        Everybody who looked at a file, the newest first.
        """
        looks = log.who_looked(file=SHOP)

        assert [look.person for look in looks] == [LI.person, WANG.person]

    def test_of_a_person(self, log: AccessLog) -> None:
        """
        Everything that a person looked at.
        """
        assert LI.person
        looks = log.who_looked(person=LI.person)

        assert [look.file for look in looks] == [OTHER_SHOP, SHOP]

    def test_of_a_body(self, log: AccessLog) -> None:
        """
        Only the looks for bodies that one may ask about.
        """
        looks = log.who_looked(bodies=frozenset({BODY}))

        assert {look.person for look in looks} == {WANG.person}
        assert log.who_looked(bodies=frozenset()) == []

    def test_page_by_page(self, log: AccessLog) -> None:
        """
        A page goes on where the one before ended.
        """
        first = log.who_looked(limit=3)
        second = log.who_looked(limit=3, before=first[-1].position)

        assert [look.position for look in (*first, *second)] == [4, 3, 2, 1]


class TestNobodyInParticular:
    def test_is_counted(self, log: AccessLog, clock: SetClock, tmp_path: Path) -> None:
        """
        Reads of public pages are counted by day and question, not recorded.
        """
        for _ in range(3):
            assert log.record(NOBODY, "public-register") == 0
        log.record(WANG, "enterprise")
        log.record(NOBODY, "public-register")
        clock.moment = NOON + timedelta(hours=12)
        log.record(NOBODY, "black-list")

        assert [look.person for look in log.who_looked()] == [WANG.person]
        log.close()
        again = AccessLog(tmp_path / "access.db", clock)
        assert again.counted(NOON.date()) == {"public-register": 4}
        assert again.counted(clock.moment.date() + timedelta(days=1)) == {
            "black-list": 1
        }
        again.close()
