"""
The watch (期限值守): does the clock's acts when a period is over (D12).

It knows no file and no rule. An agenda, which some read model keeps, names what is due
and the act that the clock does then; the act's own guard has the last word, so an
officer's act that came first wins. Each is done once, by its key; after a standstill it
is done late and still counts for the end of its period.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

import structlog

from domain.base import Actor, Role
from domain.refusals import Refused
from domain.values import day_of
from infra.canonical import read_moment, write_moment
from infra.clock import Clock
from infra.failures import Failure
from infra.requests import Receipt, Request

#: How many acts are taken from the agenda at once.
DUE_MAX = 200

#: How long the watch sleeps at most, in seconds: a clock may be set meanwhile.
SLEEP_SECONDS_MAX = 60.0

#: When something that was refused is tried again.
AGAIN_AFTER = timedelta(hours=1)

log = structlog.get_logger()


class Due(Protocol):
    """
    Something that the clock has to do (到期事项).
    """

    @property
    def rule(self) -> str:
        """
        The rule whose period is over.
        """

    @property
    def act(self) -> str:
        """
        The clock's act.
        """

    @property
    def file(self) -> UUID:
        """
        On which file.
        """

    @property
    def due_at(self) -> str:
        """
        The end of the period, as stored.
        """

    @property
    def terms(self) -> Mapping[str, object]:
        """
        The act's terms, if it has any.
        """


class Agenda(Protocol):
    """
    What is due, and what comes next.
    """

    def due_by(self, moment: str, limit: int) -> Sequence[Due]:
        """
        List what is over by a moment, earliest first.
        """

    def next_due(self) -> str | None:
        """
        Name the earliest moment at which something is due, past ones included.
        """


def key_of(due: Due) -> str:
    """
    Give the key by which it is done once only.
    """
    day = day_of(read_moment(due.due_at)).isoformat()
    parts = ("clock", due.rule, str(due.file), day, *map(str, due.terms.values()))
    return "/".join(parts)


class Watch:
    """
    Keeps the agenda; a thread of the one process that holds the lease.
    """

    def __init__(
        self, perform: Callable[[Request], Receipt], agenda: Agenda, clock: Clock
    ) -> None:
        """
        Say what is due and who does it.

        Args:
            perform: The ledger's door.
            agenda: What is due.
            clock: The ledger's clock.
        """
        self._perform = perform
        self._agenda = agenda
        self._clock = clock
        self._stirred = threading.Event()
        self._settled: dict[str, datetime] = {}

    def tick(self) -> int:
        """
        Do what is due by now.

        Returns:
            How many acts were done.
        """
        now = self._clock.now()
        due = self._agenda.due_by(write_moment(now), DUE_MAX)
        keys = {key_of(each): each for each in due}
        self._settled = {k: at for k, at in self._settled.items() if k in keys}
        done = 0
        for key, each in keys.items():
            if self._settled.get(key, now) > now:
                continue
            try:
                done += self._do(key, each)
            except Failure as failure:
                log.warning("watch_waits", rule=each.rule, code=failure.code)
                if failure.retriable:
                    break
            self._settled[key] = now + AGAIN_AFTER
        return done

    def _do(self, key: str, due: Due) -> bool:
        """
        Do one act of the clock.

        Returns:
            Whether it was done, rather than refused.
        """
        request = Request(
            act=due.act,
            actor=Actor(Role.CLOCK),
            key=key,
            terms=due.terms,
            file=due.file,
            channel="clock",
            occurred_at=read_moment(due.due_at),
        )
        try:
            self._perform(request)
        except Refused as refused:
            log.info("watch_refused", act=due.act, rule=due.rule, code=refused.code)
            return False
        except Failure:
            raise
        except Exception:  # one act that is wrong must not keep the others from theirs
            log.exception("watch_failed", act=due.act, rule=due.rule)
            return False
        return True

    def stir(self) -> None:
        """
        Hint that there may be something due: after a batch, and on closing.
        """
        self._stirred.set()

    def follow(self, stop: threading.Event) -> None:
        """
        Keep the watch until told to stop.
        """
        while not stop.is_set():
            self._stirred.clear()
            try:
                self.tick()
                seconds = self._pause()
            except Failure as failure:
                log.warning("watch_waits", code=failure.code)
                seconds = 1.0
            self._stirred.wait(seconds)

    def _pause(self) -> float:
        """
        Say how long nothing comes due, in seconds.
        """
        coming = self._agenda.next_due()
        if coming is None:
            return SLEEP_SECONDS_MAX
        left = (read_moment(coming) - self._clock.now()).total_seconds()
        return min(left, SLEEP_SECONDS_MAX) if left > 0 else SLEEP_SECONDS_MAX
