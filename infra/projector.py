"""
The projector (投影器): brings every read model up to the ledger's head.

Each fact is decoded once; each read model has its own transaction and its own failure:
a fact that one cannot take stops that one, loudly, and never the others (D13).
One process of those that share a ``SHILU_HOME`` projects, by lock file (D14).
"""

import fcntl
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

import structlog

from domain.base import Fact
from infra.failures import Failure
from infra.read_model import Progress, ReadModel

#: How many facts are applied in one transaction.
BATCH_MAX = 1000

#: How often a follower looks for facts of other processes, in seconds.
LOOK_SECONDS = 0.05

log = structlog.get_logger()


class Feed(Protocol):
    """
    Facts in order of position; nobody behind it needs to know where they come from.
    """

    def facts(self, *, after: int = 0, limit: int = 1000) -> list[Fact]:
        """
        Read facts after a position.
        """


class Lease:
    """
    The right to project and to keep the watch, held by one process.
    """

    def __init__(self, path: Path) -> None:
        """
        Name the lock file.
        """
        self._path = path
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """
        Take it if nobody holds it.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    def give_up(self) -> None:
        """
        Let another process take it.
        """
        if self._file is not None:
            self._file.close()
            self._file = None


class Projector:
    """
    Feeds read models.
    """

    def __init__(
        self, feed: Feed, models: Iterable[ReadModel], *, batch: int = BATCH_MAX
    ) -> None:
        """
        Say from what and to what.

        Args:
            feed: Where facts come from.
            models: The read models.
            batch: Facts a transaction.
        """
        self._feed = feed
        self._batch = batch
        self.models = {model.NAME: model for model in models}
        self.poison: dict[str, str] = {}
        self._busy = threading.Lock()
        self._stirred = threading.Event()

    def catch_up(self) -> int:
        """
        Apply everything there is.

        Returns:
            The position reached.
        """
        with self._busy:
            at = min(self._positions(), default=0)
            while facts := self._feed.facts(after=at, limit=self._batch):
                for model in self._running():
                    self._apply(model, facts)
                at = facts[-1].position
            return at

    def _positions(self) -> list[int]:
        return [model.position for model in self._running()]

    def _running(self) -> list[ReadModel]:
        return [m for m in self.models.values() if m.NAME not in self.poison]

    def _apply(self, model: ReadModel, facts: Sequence[Fact]) -> None:
        try:
            model.apply(facts)
        except Failure as failure:
            log.warning("projection_waits", model=model.NAME, why=failure.en)
        except (ValueError, KeyError, TypeError, AssertionError) as error:
            self._find_poison(model, facts, error)

    def _find_poison(
        self, model: ReadModel, facts: Sequence[Fact], error: Exception
    ) -> None:
        """
        Apply one by one up to the fact that it cannot take, and stop there.
        """
        for fact in facts:
            with suppress(ValueError, KeyError, TypeError, AssertionError):
                model.apply([fact])
                continue
            said = f"{fact.TOPIC} at {fact.position}: {error!r}"
            self.poison[model.NAME] = said
            log.error("projection_stopped", model=model.NAME, position=fact.position)
            return

    def stir(self) -> None:
        """
        Hint that there may be new facts.
        """
        self._stirred.set()

    def follow(self, stop: threading.Event) -> None:
        """
        Keep up until told to stop.
        """
        while not stop.is_set():
            self._stirred.wait(LOOK_SECONDS)
            self._stirred.clear()
            try:
                self.catch_up()
            except Failure as failure:
                log.warning("projector_waits", why=failure.en)

    def wait_for(
        self, position: int, names: Iterable[str] = (), seconds: float = 2.0
    ) -> bool:
        """
        Wait until read models have reached a position, at most some seconds.

        Args:
            position: The receipt's last position.
            names: Which models; all by default.
            seconds: How long at most.

        Returns:
            Whether they have.
        """
        wanted = [self.models[n] for n in names] or list(self.models.values())
        wanted = [m for m in wanted if m.NAME not in self.poison]
        until = time.monotonic() + seconds
        self.stir()
        while any(model.position < position for model in wanted):
            if time.monotonic() > until:
                return False
            time.sleep(0.002)
        return True

    def progress(self, head: int) -> dict[str, Progress]:
        """
        Say how far each read model has come.
        """
        return {
            name: Progress(model.position, head, self.poison.get(name, ""))
            for name, model in self.models.items()
        }

    def rebuild(self, name: str, spare: ReadModel) -> tuple[str, str]:
        """
        Build a read model anew beside the live one, compare, and put it in its place.

        Args:
            name: Which.
            spare: An empty model of the same class in another folder.

        Returns:
            The digest before and after; they are equal unless the live one was wrong.
        """
        live = self.models[name]
        with self._busy:
            goal = live.position
            before = live.digest()
            Projector(_UpTo(self._feed, goal), [spare], batch=self._batch).catch_up()
            after = spare.digest()
            if before != after or name in self.poison:
                self._replace(live, goal)
                self.poison.pop(name, None)
            return before, after

    def _replace(self, live: ReadModel, goal: int) -> None:
        feed = _UpTo(self._feed, goal)
        with live.emptied():
            at = 0
            while facts := feed.facts(after=at, limit=self._batch):
                live.apply(facts)
                at = facts[-1].position


class _UpTo:
    """
    A feed that ends at a position.
    """

    def __init__(self, feed: Feed, last: int) -> None:
        self._feed = feed
        self._last = last

    def facts(self, *, after: int = 0, limit: int = 1000) -> list[Fact]:
        limit = min(limit, self._last - after)
        return self._feed.facts(after=after, limit=limit) if limit > 0 else []
