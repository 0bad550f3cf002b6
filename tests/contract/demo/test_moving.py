"""
The city moves into a home whole or not at all, however its maker ends.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from domain.base import Actor, Role
from domain.procedures.standing import Standing
from infra.failures import Unavailable
from infra.ledger import LEDGER, Ledger, Request
from infra.occupancy import Occupied
from services.commandline.demo.making import FIRMS_MIN, CannotMake, Made
from services.commandline.demo.moving import ASIDE, gives_way, settle_city
from services.commandline.demonstration import open_demonstration
from services.web.house import READ, House, LedgerBehind
from tests.contract.demo.conftest import UNTIL

ROOT = Path(__file__).resolve().parents[3]
SECONDS_MAX = 60.0
CITY = ("--enterprises", str(FIRMS_MIN), "--until", UNTIL.isoformat())


def made_in(home: Path) -> Made:
    """
    Make a small city.
    """
    return settle_city(home, enterprises=FIRMS_MIN, until=UNTIL)


def facts_in(home: Path) -> list[bytes]:
    """
    Give what is decided in the facts of a home.
    """
    with closing(Ledger(home, law=Standing())) as ledger:
        return [stored.topic.encode() for stored in ledger.recorder.facts(limit=9999)]


def founded(home: Path) -> None:
    """
    Open a home as an empty demonstration, its read models included.
    """
    with closing(House(home)) as house:
        open_demonstration(house)
        house.catch_up()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[bytes], int]:
    """
    What an undisturbed city holds, and how many files are moved for it.
    """
    home = tmp_path_factory.mktemp("whole")
    founded(home)
    process = child(home, 0)
    said, _ = process.communicate()
    assert process.returncode == 0
    return facts_in(home), int(said)


def child(home: Path, step: int) -> "subprocess.Popen[str]":
    """
    Make the city in another process.
    """
    module = "tests.contract.demo.killed"
    words = [sys.executable, "-m", module, str(home), str(step)]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def is_as_before_or_whole(home: Path, whole: list[bytes], before: list[bytes]) -> bool:
    """
    Whether a home is whole already; else it is as it was, and gives way.
    """
    found = facts_in(home) if (home / LEDGER).exists() else []
    assert found in (before, whole)
    if found == whole:
        return True
    assert gives_way(home)
    return False


class TestKilled:
    @pytest.mark.parametrize("share", [0.3, 0.6, 0.85, 1.0])
    def test_while_it_moves_in(
        self, tmp_path: Path, whole: tuple[list[bytes], int], share: float
    ) -> None:
        """
        At whatever file the kill comes, the home holds its founding or the city; in the
        first case the next one starts again, in the second it is refused.
        """
        founded(tmp_path)
        facts, steps = whole
        before = facts_in(tmp_path)
        process = child(tmp_path, max(1, round(steps * share)))
        process.communicate()
        assert process.returncode == -signal.SIGKILL

        if is_as_before_or_whole(tmp_path, facts, before):
            with pytest.raises(CannotMake):
                made_in(tmp_path)
        else:
            made_in(tmp_path)

        assert facts_in(tmp_path) == facts
        with closing(House(tmp_path)) as house:
            house.catch_up()
            assert len(house.directory.posts_on(UNTIL)) > 30
            assert {at.position for at in house.progress().values()} == {
                house.ledger.recorder.head
            }

    @pytest.mark.parametrize("size", [1, 1_200_000])
    def test_while_it_is_made(
        self, tmp_path: Path, whole: tuple[list[bytes], int], size: int
    ) -> None:
        """
        A command that is killed halfway leaves a home in which it succeeds afterwards,
        and in which others work meanwhile.
        """
        home = tmp_path / "home"
        kill_when_written(home, size)
        assert (home / ASIDE).exists()
        assert is_as_before_or_whole(home, whole[0], []) is False

        founded(home)
        made_in(home)

        assert facts_in(home) == whole[0]
        assert not (home / ASIDE).exists()


def kill_when_written(home: Path, size: int) -> None:
    """
    Kill the command itself once so many bytes of the city are on the disk.
    """
    words = [sys.executable, "-m", "services.commandline.main", "demo", *CITY]
    process = subprocess.Popen(
        words, cwd=ROOT, env={**os.environ, "SHILU_HOME": str(home)}
    )
    ends = time.monotonic() + SECONDS_MAX
    while written(home / ASIDE) < size:
        assert process.poll() is None
        assert time.monotonic() < ends
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL


def written(folder: Path) -> int:
    """
    Count the bytes of the ledger that is made in a folder.
    """
    sizes = 0
    for name in (LEDGER, f"{LEDGER}-wal"):
        try:
            sizes += (folder / name).stat().st_size
        except FileNotFoundError:
            continue
    return sizes


class TestGivesWay:
    def test_a_founding(self, tmp_path: Path) -> None:
        """
        A demonstration that holds its founding alone gives way, with what was derived
        from it; nobody of it is left.
        """
        founded(tmp_path)
        assert gives_way(tmp_path)

        made = made_in(tmp_path)

        assert len(facts_in(tmp_path)) == made.facts
        with closing(House(tmp_path)) as house:
            house.catch_up()
            logins = {post.login for post in house.directory.posts_on(UNTIL)}
        assert "importer-sun" in logins
        assert "importer" not in logins

    def test_one_act_more(self, tmp_path: Path) -> None:
        """
        Whatever was recorded after the founding stays.
        """
        founded(tmp_path)
        with closing(House(tmp_path)) as house:
            clerk = next(
                post.actor
                for post in house.directory.posts_on(house.ledger.clock.now().date())
                if post.role is Role.CLERK
            )
            given = {"name": "演示厂", "region": "230102", "reg_no": "110108000000016"}
            house.perform(Request("register-enterprise", clerk, "one", given))
        facts = facts_in(tmp_path)

        assert not gives_way(tmp_path)
        with pytest.raises(CannotMake):
            made_in(tmp_path)
        assert facts_in(tmp_path) == facts

    def test_another_ledger(self, tmp_path: Path) -> None:
        """
        A real ledger never does, not even with its opening alone.
        """
        terms = {"name": "演示市", "region": "230100", "demonstration": False}
        named = {"deployment": "tests", **terms}
        with closing(House(tmp_path)) as house:
            house.perform(Request("open-ledger", Actor(Role.OPERATOR), "key", named))

        with pytest.raises(CannotMake):
            made_in(tmp_path)
        assert len(facts_in(tmp_path)) == 1

    def test_a_ledger_that_was_lost(self, tmp_path: Path) -> None:
        """
        Where the ledger is gone but its read models are there, somebody has to look.
        """
        founded(tmp_path)
        (tmp_path / LEDGER).unlink()

        with pytest.raises(LedgerBehind) as told:
            made_in(tmp_path)
        assert "备份" in told.value.zh
        assert "backup" in told.value.en
        assert (tmp_path / READ).exists()


class TestAlone:
    def test_while_others_use_the_home(self, tmp_path: Path) -> None:
        """
        A home that somebody has open is left alone: what they record would be lost.
        """
        founded(tmp_path)
        facts = facts_in(tmp_path)

        with closing(House(tmp_path)), pytest.raises(Occupied):
            made_in(tmp_path)
        assert facts_in(tmp_path) == facts

    def test_while_it_is_set_up(self, tmp_path: Path) -> None:
        """
        Nobody opens the home meanwhile, and it can be opened afterwards.
        """
        tried: list[bool] = []

        def look(acts: int, now: object, share: float) -> None:
            del acts, now, share
            if not tried:
                with pytest.raises(Occupied):
                    House(tmp_path)
                tried.append(True)

        settle_city(tmp_path, enterprises=FIRMS_MIN, until=UNTIL, progress=look)

        assert tried
        House(tmp_path).close()

    def test_a_failure_leaves_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        Where the making fails, as on a full disk, nothing of it stays.
        """
        founded(tmp_path)
        facts = facts_in(tmp_path)

        def full(ledger: Ledger, content: bytes) -> Iterator[None]:
            del ledger, content
            raise Unavailable("磁盘已满", "the disk is full")

        monkeypatch.setattr(Ledger, "put_document", full)
        with pytest.raises(Unavailable):
            made_in(tmp_path)

        assert facts_in(tmp_path) == facts
        assert not (tmp_path / ASIDE).exists()
