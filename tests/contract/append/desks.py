"""
Desks: processes of their own that share one ``SHILU_HOME``, for races and kills.

A desk is told to decide an act and stops before it appends; told to go on, it appends
and says what it was answered. Between the two another desk can do what it likes::

    with at_desks(home) as (one, other):
        one.decide(this)
        other.decide(that)
        one.append()    # a receipt
        other.append()  # a refusal, with the provision

Processes come from a fork server, so that a desk opens in milliseconds.
"""

import os
import resource
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast
from uuid import UUID

from domain.circumstances import Law
from domain.refusals import Refused
from infra.beside import version_of
from infra.clock import SetClock
from infra.conditions import Appended, Conditions
from infra.failures import Failure
from infra.ledger import Ledger, Receipt, Rehearsal, Request
from infra.transcoding import Draft
from tests.cases.office import EveryoneMay
from tests.contract.processes import line, started

#: How long a desk may take to answer, in seconds.
ANSWER_SECONDS_MAX = 60


@dataclass(frozen=True)
class Without:
    """
    Switches single conditions off, each of which the act must have had.

    Args:
        versions: Files whose version no longer matters.
        tags: Tags that no longer matter.
        claims: Claims that no longer matter, whoever holds them.
    """

    versions: tuple[UUID, ...] = ()
    tags: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    def __call__(self, found: Conditions) -> Conditions:
        """
        Leave the others as they are.
        """
        assert found.versions.keys() >= set(self.versions), found
        assert found.tags.keys() >= set(self.tags), found
        assert found.claims.keys() >= set(self.claims), found
        return Conditions(
            {f: v for f, v in found.versions.items() if f not in self.versions},
            {t: p for t, p in found.tags.items() if t not in self.tags},
            {c: h for c, h in found.claims.items() if c not in self.claims},
            exclusive=not self.claims,
        )

    def also(self, other: "Without") -> "Without":
        """
        Switch off what either of two does.
        """
        return Without(
            self.versions + other.versions,
            self.tags + other.tags,
            self.claims + other.claims,
        )


@dataclass(frozen=True)
class Outcome:
    """
    What a desk was answered.

    Args:
        receipt: The receipt, if the act was done.
        refused: Code of the refusal, or of the failure.
        under: The provision that the refusal names.
    """

    receipt: Receipt | None = None
    refused: str = ""
    under: str = ""


@dataclass(frozen=True)
class Opening:
    """
    What a desk is opened with.

    Args:
        home: ``SHILU_HOME``.
        law: The law that its ledger goes by.
        now: Where its clock stands; the system's clock if absent.
        without: Conditions that are switched off.
        modules: Modules whose import makes acts and facts known.
        dies_at: Statement of SQLite before which it is killed; 0 for never.
        stops: Whether it stops between deciding and appending.
        together: Whether acts asked for at once are one commit.
        file_bytes_max: How large a file may grow, as on a full disk; 0 for no limit.
        renumbers: Whether its facts take the next numbers of their file when they are
            appended, so that the numbering is no condition either.
    """

    home: Path
    law: Law = field(default_factory=EveryoneMay)
    now: datetime | None = None
    without: Without = Without()
    modules: tuple[str, ...] = ("tests.contract.append.town",)
    dies_at: int = 0
    stops: bool = True
    together: bool = False
    file_bytes_max: int = 0
    renumbers: bool = False


class Desk:
    """
    One process with the ledger open.
    """

    def __init__(self, opening: Opening) -> None:
        """
        Start the process.
        """
        self._line, theirs = line()
        self.process = started(_serve, theirs, opening)
        theirs.close()

    def decide(self, *requests: Request) -> None:
        """
        Have acts decided, and wait until the first is; it is not appended yet.
        """
        self._line.send(requests)
        self._next("decided")

    def append(self) -> Outcome:
        """
        Have the decided act appended and the rest done, and say what came of the last.
        """
        self._line.send("go")
        *_, outcome = self._next("done")
        return outcome

    def perform(self, *requests: Request) -> None:
        """
        Have acts done one after the other, without a stop; ``outcomes`` awaits them.
        """
        self._line.send(requests)

    def outcomes(self) -> list[Outcome]:
        """
        Wait for what came of them.
        """
        return self._next("done")

    def _next(self, word: str) -> list[Outcome]:
        assert self._line.poll(ANSWER_SECONDS_MAX), "the desk does not answer"
        said, outcomes = self._line.recv()
        assert said == word, said
        return cast("list[Outcome]", outcomes)

    def leave(self) -> int:
        """
        Close the desk.

        Returns:
            How the process ended: 0, or minus the number of the signal.
        """
        self._line.close()
        self.process.join(ANSWER_SECONDS_MAX)
        assert self.process.exitcode is not None
        return self.process.exitcode


@contextmanager
def at_desks(*openings: Opening) -> Iterator[list[Desk]]:
    """
    Open some desks, and close them afterwards.
    """
    desks = [Desk(opening) for opening in openings]
    try:
        yield desks
    finally:
        for desk in desks:
            desk.leave()


def race(
    opening: Opening, first: Request, second: Request, *, then: tuple[Request, ...] = ()
) -> tuple[Outcome, Outcome]:
    """
    Decide two acts at two desks, then append the first, then the second.

    Only the second one's conditions are switched off: it is the one that could lose.

    Args:
        opening: With what both desks are opened.
        first: The act that comes first.
        second: The act that was decided at the same time, and comes second.
        then: What the first desk does between its act and the second one.
    """
    whole = replace(opening, without=Without(), renumbers=False)
    with at_desks(whole, opening) as (one, other):
        one.decide(first, *then)
        other.decide(second)
        return one.append(), other.append()


# -- in the process of the desk -------------------------------------------------------


def _serve(end: Connection, opening: Opening) -> None:
    for module in opening.modules:
        import_module(module)
    stops = iter([opening.stops])

    def between() -> None:
        if next(stops, False):
            end.send(("decided", []))
            end.recv()

    ledger = Ledger(
        opening.home,
        law=opening.law,
        clock=SetClock(opening.now) if opening.now else None,
        rehearsal=Rehearsal(between, opening.without),
    )
    if opening.dies_at:
        ledger.recorder.store.trace(_Killer(opening.dies_at))
    if opening.renumbers:
        _renumber(ledger)
    if opening.file_bytes_max:
        limit = opening.file_bytes_max, opening.file_bytes_max
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    try:
        while True:
            requests: tuple[Request, ...] = end.recv()
            with ledger.together() if opening.together else nullcontext():
                outcomes = [_outcome(ledger, request) for request in requests]
            assert ledger.recorder.head >= 0  # it may die here too, done but unanswered
            end.send(("done", outcomes))
    except EOFError:
        ledger.close()


def _renumber(ledger: Ledger) -> None:
    """
    Have facts follow whatever their file has when they are appended.
    """
    recorder = ledger.recorder
    append = recorder.append

    def renumbered(drafts: Sequence[Draft], *rest: object, **named: object) -> Appended:
        newest: dict[str, int] = {}
        anew = []
        for draft in drafts:
            file, was = str(draft.originator_id), draft.originator_version
            stored = version_of(recorder.store.reading, UUID(file))
            now = newest[file] = newest.get(file, stored) + 1
            ids = [f'"{file}/{number}"'.encode() for number in (was, now)]
            state = draft.state.replace(ids[0], ids[1])
            anew.append(replace(draft, originator_version=now, state=state))
        return append(anew, *rest, **named)  # type: ignore[arg-type]  # handed through

    recorder.append = renumbered  # type: ignore[method-assign]  # for a test


def _outcome(ledger: Ledger, request: Request) -> Outcome:
    try:
        return Outcome(ledger.perform(request))
    except Refused as refused:
        return Outcome(refused=refused.code, under=refused.under)
    except Failure as failure:
        return Outcome(refused=failure.code)


class _Killer:
    """
    Counts statements, and kills its own process without warning before the n-th.
    """

    def __init__(self, dies_at: int) -> None:
        self._left = dies_at

    def __call__(self, statement: str) -> None:
        del statement
        self._left -= 1
        if not self._left:
            os.kill(os.getpid(), signal.SIGKILL)
