"""
The projector (投影器): brings every read model up to the ledger's head.

Each fact is decoded once; each read model has its own transaction and its own failure:
a fact that one cannot take stops that one, loudly, and never the others (D13).
One process of those that share a ``SHILU_HOME`` projects, by lock file (D14).
"""

import fcntl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import IO, Protocol

import structlog

from domain.base import Fact
from infra.failures import Failure, Unavailable
from infra.read_model import Progress, ReadModel
from infra.sqlite_store import answering
from infra.transcoding import RESTRICTED_TOPIC

#: How many facts are applied in one transaction.
BATCH_MAX = 1000

#: How long a follower waits after something went wrong, in seconds.
RETRY_SECONDS = 1.0

#: How often a follower looks for facts of other processes, in seconds.
LOOK_SECONDS = 0.05

#: How often whoever waits looks at models that another process may be feeding.
GLANCE_SECONDS = 0.002

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
        Take it if no other process holds it.
        """
        if self._file is not None:
            return True
        with answering(self._path):
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
        #: Called after each batch: the watch looks for what has come due.
        self.after_batch: Callable[[], object] = lambda: None
        self.poison: dict[str, str] = {}
        self._busy = threading.Lock()
        self._stirred = threading.Event()
        self._moved = threading.Condition()
        #: Where models stood that were waited for in vain.
        self._stuck: dict[str, int] = {}

    def catch_up(self) -> int:
        """
        Apply everything there is.

        A model that cannot take a batch now, as on a full disk, waits for the next
        time: no later batch may reach it before this one.

        Returns:
            The position reached.
        """
        with self._busy:
            keeping_up = self._running()
            at = min((model.position for model in keeping_up), default=0)
            while keeping_up:
                facts = self._feed.facts(after=at, limit=self._batch)
                if not facts:
                    break
                keeping_up = [m for m in keeping_up if self._apply(m, facts)]
                at = facts[-1].position
                self._tell()
                self.after_batch()
            return at

    def _tell(self) -> None:
        """
        Wake whoever waits for a position.
        """
        with self._moved:
            self._moved.notify_all()

    def _running(self) -> list[ReadModel]:
        return [m for m in self.models.values() if m.NAME not in self.poison]

    def _apply(self, model: ReadModel, facts: Sequence[Fact]) -> bool:
        """
        Apply a batch to one model; if that fails, fact by fact, up to the one it is at.

        Returns:
            Whether the model may go on.
        """
        try:
            model.apply(facts)
        except Failure as failure:
            log.warning("projection_waits", model=model.NAME, code=failure.code)
            return False
        except Exception as error:  # noqa: BLE001  a model fails alone
            if len(facts) > 1:
                return all(self._apply(model, [fact]) for fact in facts)
            self._stop_at(model, facts[0], error)
            return False
        return True

    def _stop_at(self, model: ReadModel, fact: Fact, error: Exception) -> None:
        """
        Stop a model at a fact that it cannot take, and say so; not what the fact says.
        """
        topic = RESTRICTED_TOPIC if fact.RESTRICTED else fact.TOPIC
        kind = type(error).__name__
        self.poison[model.NAME] = f"{topic} at {fact.position}: {kind}"
        log.error(
            "projection_stopped",
            model=model.NAME,
            position=fact.position,
            exc_info=error,
        )

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
                log.warning("projector_waits", code=failure.code)
                stop.wait(RETRY_SECONDS)
            except Exception:  # the thread must outlive what one fact or file is like
                log.exception("projector_failed")
                stop.wait(RETRY_SECONDS)

    def wait_for(
        self, position: int, names: Iterable[str] = (), seconds: float = 2.0
    ) -> bool:
        """
        Wait until read models have reached a position, at most some seconds.

        One that was waited for in vain is not waited for again until it has moved: it
        may have stopped in another process, which its readers need not suffer from.

        Args:
            position: Of a fact.
            names: Which models; all by default.
            seconds: How long at most.

        Returns:
            Whether they have.
        """
        wanted = [self.models[n] for n in names] or list(self.models.values())
        wanted = [m for m in wanted if m.NAME not in self.poison]
        until = time.monotonic() + seconds
        self.stir()
        while behind := [m for m in wanted if m.position < position]:
            if all(self._stuck.get(m.NAME) == m.position for m in behind):
                return False
            if time.monotonic() > until:
                self._stuck |= {m.NAME: m.position for m in behind}
                return False
            with self._moved:
                self._moved.wait(GLANCE_SECONDS)
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

        Raises:
            Unavailable: If it cannot be built; the live one stays as it is.
        """
        live = self.models[name]
        with self._busy:
            goal, before = live.state()
            self._build(spare, goal)
            after = spare.digest()
            if before != after:
                with live.store.transaction():
                    self._build(spare, live.position)
                    live.take_over(spare)
            self.poison.pop(name, None)
            return before, after

    def _build(self, spare: ReadModel, goal: int) -> None:
        builder = Projector(_UpTo(self._feed, goal), [spare], batch=self._batch)
        builder.catch_up()
        if spare.position != goal:
            why = builder.poison.get(spare.NAME, "")
            raise Unavailable(
                f"查询模型“{spare.ZH}”重建失败，原有数据保持不变（{why}）。",
                f"The read model “{spare.EN}” cannot be rebuilt and stays as it is "
                f"({why}).",
            )


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
