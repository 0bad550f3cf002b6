"""
The projector (D13): every fact once and in order, each model for itself.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import pytest
import structlog

from domain.base import Fact
from domain.values import Personal
from infra.failures import Unavailable
from infra.projector import Lease, Projector
from infra.read_model import ReadModel, on_every_fact
from tests.contract.append.town import ShopOpened, ShopRenamed, Whispered
from tests.contract.processes import started
from tests.contract.reading.board import Board, Counter, Feed, Story

NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)
SHOP = UUID(int=100)
STATEMENTS_MAX = 400


def story(count: int = 40) -> list[Fact]:
    """
    A shop that is renamed again and again, and now and then something confidential.
    """
    told = Story(NOW)
    told.tell(ShopOpened, SHOP, occurred_at=NOW, name="0")
    for number in range(1, count):
        if number % 7:
            told.tell(ShopRenamed, SHOP, occurred_at=NOW, name=str(number % 5))
        else:
            shut = UUID(int=number)
            told.tell(Whispered, shut, occurred_at=NOW, name=Personal(), shop=SHOP)
    return told.facts


def models(folder: Path) -> list[ReadModel]:
    """
    Two read models in a folder.
    """
    return [Board(folder), Counter(folder)]


def digests(folder: Path) -> list[tuple[int, str]]:
    """
    Position and digest of both, read by somebody who comes later.
    """
    opened = models(folder)
    found = [model.state() for model in opened]
    for model in opened:
        model.close()
    return found


def project(folder: Path, facts: list[Fact], batch: int = 1000) -> None:
    """
    Bring both models up to the last fact.
    """
    opened = models(folder)
    Projector(Feed(facts), opened, batch=batch).catch_up()
    for model in opened:
        model.close()


def project_and_die(folder: Path, dies_at: int) -> None:
    """
    Project, and be killed before a statement.
    """
    opened = models(folder)
    left = dies_at

    def count(statement: str) -> None:
        nonlocal left
        del statement
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    for model in opened:
        model.store.trace(count)
    Projector(Feed(story()), opened, batch=7).catch_up()


class Broken(Counter, listed=False):
    """
    A counter that breaks at a fact, as long as it is told to.
    """

    NAME: ClassVar[str] = "test_broken"
    breaks_at = 20
    how: Callable[[], Exception] = IndexError

    @on_every_fact
    def on_fact(self, fact: Fact) -> None:
        """
        Count it, or break.
        """
        if fact.position == self.breaks_at:
            raise type(self).how()
        super().on_fact(fact)


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[Broken]:
    """
    A model that will break.
    """
    broken = Broken(tmp_path)
    yield broken
    broken.close()


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    """
    A model that will not.
    """
    counter = Counter(tmp_path)
    yield counter
    counter.close()


class TestBatches:
    @pytest.mark.parametrize("batch", [1, 7])
    def test_of_any_size(self, tmp_path: Path, batch: int) -> None:
        """
        Batches of 1, 7 and 1 000 give the same rows.
        """
        project(tmp_path / "whole", story())
        project(tmp_path / "batches", story(), batch)

        assert digests(tmp_path / "batches") == digests(tmp_path / "whole")

    def test_twice(self, tmp_path: Path) -> None:
        """
        A fact that was applied is not applied again.
        """
        project(tmp_path, story())
        once = digests(tmp_path)
        project(tmp_path, story())

        assert digests(tmp_path) == once
        assert [position for position, _ in once] == [40, 40]

    @pytest.mark.parametrize("dies_at", range(3, STATEMENTS_MAX, 23))
    def test_killed_in_between(self, tmp_path: Path, dies_at: int) -> None:
        """
        Killed anywhere and started again, the rows are those of one run.
        """
        project(tmp_path / "whole", story())
        process = started(project_and_die, tmp_path / "killed", dies_at)
        process.join(30)

        assert process.exitcode == -signal.SIGKILL
        project(tmp_path / "killed", story())
        assert digests(tmp_path / "killed") == digests(tmp_path / "whole")

    def test_a_fact_is_missed(self, tmp_path: Path) -> None:
        """
        The digest tells a feed that lacks one fact from a whole one.
        """
        project(tmp_path / "whole", story())
        for left_out in (0, 20, 39):
            facts = [f for n, f in enumerate(story()) if n != left_out]
            project(tmp_path / str(left_out), facts)

            assert digests(tmp_path / str(left_out)) != digests(tmp_path / "whole")


class TestPoison:
    @pytest.mark.parametrize("how", [IndexError, ZeroDivisionError, KeyError])
    def test_stops_its_own_model(
        self, broken: Broken, counter: Counter, how: Callable[[], Exception]
    ) -> None:
        """
        A fact that one model cannot take stops that one, just before it, and no other.
        """
        Broken.how = how
        projector = Projector(Feed(story()), [broken, counter], batch=7)
        with structlog.testing.capture_logs() as lines:
            projector.catch_up()

        assert (broken.position, counter.position) == (19, 40)
        assert set(projector.poison) == {"test_broken"}
        assert [line["event"] for line in lines] == ["projection_stopped"]
        progress = projector.progress(40)
        assert progress["test_broken"].poison.startswith("test-shop.renamed.v1 at 20")
        assert progress["test_counter"].poison == ""

    def test_at_a_restricted_fact(self, broken: Broken) -> None:
        """
        What stops a model does not say what a restricted fact was.
        """

        class Confidant(Broken, listed=False):
            NAME: ClassVar[str] = "test_confidant"
            breaks_at = 8

            def take(self, fact: Fact) -> None:
                """
                Take restricted facts as well.
                """
                self.on_fact(fact)

        confidant = Confidant(broken.store.path.parent)
        projector = Projector(Feed(story()), [confidant])
        projector.catch_up()

        assert projector.poison["test_confidant"].startswith("restricted.v1 at 8")
        confidant.close()

    def test_mended(self, broken: Broken, counter: Counter) -> None:
        """
        Once it can be taken, a new start takes it and all that follows.
        """
        Projector(Feed(story()), [broken, counter]).catch_up()
        broken.breaks_at = 0
        Projector(Feed(story()), [broken, counter]).catch_up()

        assert broken.digest() == counter.digest()

    def test_others_go_on(self, broken: Broken, counter: Counter) -> None:
        """
        Whoever waits for a position does not wait for a model that has stopped.
        """
        projector = Projector(Feed(story()), [broken, counter])
        projector.catch_up()

        assert projector.wait_for(40, seconds=0.1)
        assert not projector.wait_for(41, seconds=0.05)


class TestWaiting:
    def test_no_batch_is_skipped(self, broken: Broken, counter: Counter) -> None:
        """
        A model that cannot write now gets no later batch before this one.
        """
        Broken.how = lambda: Unavailable("磁盘已满", "the disk is full")
        projector = Projector(Feed(story()), [broken, counter], batch=7)
        projector.catch_up()

        assert (broken.position, counter.position) == (14, 40)
        assert projector.poison == {}
        broken.breaks_at = 0
        projector.catch_up()
        assert broken.digest() == counter.digest()

    def test_follows(self, counter: Counter) -> None:
        """
        A follower takes what comes, survives a feed that fails, and stops when told.
        """
        feed, stop = Feed(story(20)), threading.Event()
        projector = Projector(feed, [counter])
        batches: list[int] = []
        projector.after_batch = lambda: batches.append(counter.position)
        thread = threading.Thread(target=projector.follow, args=(stop,))
        thread.start()
        reached = projector.wait_for(20, seconds=10)
        feed.list = story(40)
        then = projector.wait_for(40, seconds=10)
        stop.set()
        projector.stir()
        thread.join(10)

        assert reached
        assert then
        assert batches == [20, 40]
        assert not thread.is_alive()


class TestRebuild:
    def test_equal(self, counter: Counter, tmp_path: Path) -> None:
        """
        Built anew it is what it was.
        """
        projector = Projector(Feed(story()), [counter])
        projector.catch_up()
        spare = Counter(tmp_path / "spare")

        before, after = projector.rebuild("test_counter", spare)

        assert before == after
        assert counter.position == 40
        spare.close()

    def test_wrong_rows(self, counter: Counter, tmp_path: Path) -> None:
        """
        A row that somebody changed is found and put right.
        """
        projector = Projector(Feed(story()), [counter], batch=7)
        projector.catch_up()
        right = counter.digest()
        with counter.store.transaction() as sql:
            sql.execute("UPDATE counts SET number = 99")
        spare = Counter(tmp_path / "spare")

        before, after = projector.rebuild("test_counter", spare)

        assert before != after == right == counter.digest()
        assert counter.position == 40
        spare.close()

    def test_one_that_had_stopped(self, broken: Broken, tmp_path: Path) -> None:
        """
        Built anew, a model that a fact had stopped goes on.
        """
        Broken.how = IndexError
        projector = Projector(Feed(story()), [broken])
        projector.catch_up()
        stopped_at = broken.position
        spare = Broken(tmp_path / "spare")
        spare.breaks_at = broken.breaks_at = 0

        projector.rebuild("test_broken", spare)
        projector.catch_up()

        assert projector.poison == {}
        assert (stopped_at, broken.position) == (19, 40)
        spare.close()

    def test_cannot_be_built(self, broken: Broken, tmp_path: Path) -> None:
        """
        If it cannot be built the live one stays as it is, and somebody is told.
        """
        broken.breaks_at = 0
        projector = Projector(Feed(story()), [broken])
        projector.catch_up()
        before = broken.state()
        spare = Broken(tmp_path / "spare")
        Broken.how = IndexError

        with pytest.raises(Unavailable, match=r"renamed\.v1 at 20"):
            projector.rebuild("test_broken", spare)

        assert broken.state() == before
        spare.close()


class TestLease:
    def test_one_holds_it(self, tmp_path: Path) -> None:
        """
        One holds it at a time, and may ask again; given up, another takes it.
        """
        one, other = Lease(tmp_path / "lock"), Lease(tmp_path / "lock")

        assert one.take()
        assert one.take()
        assert not other.take()
        one.give_up()
        assert other.take()
        other.give_up()

    def test_of_a_dead_process(self, tmp_path: Path) -> None:
        """
        A process that dies gives it up.
        """
        process = started(take_and_die, tmp_path / "lock")
        process.join(30)

        assert process.exitcode == -signal.SIGKILL
        lease = Lease(tmp_path / "lock")
        assert lease.take()
        lease.give_up()


def take_and_die(path: Path) -> None:
    """
    Take the lease and be killed.
    """
    assert Lease(path).take()
    os.kill(os.getpid(), signal.SIGKILL)
