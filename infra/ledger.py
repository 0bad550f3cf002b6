"""
The ledger's door (账本): an act comes in, facts are appended, a receipt goes out.

Nothing else appends, and nobody behind this door needs to know where facts lie: read
models are fed by position, services perform acts and are told what is missing (D15).
"""

import hmac
import secrets
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import structlog

from domain.acts import ACTS, Act
from domain.base import Actor, Fact, File
from domain.circumstances import Circumstances, Law
from domain.refusals import NoSuchCase, NotCompetent, Refused
from domain.values import Upload
from infra.clock import Clock, SystemClock
from infra.conditions import Appended, Conditions, Key, KeyTaken, Moved
from infra.documents import DocumentStore
from infra.failures import Conflict, KeyReused, Misconfigured, Stale
from infra.occasions import occasion_of
from infra.persistence import persistence_of
from infra.reading import FACTS_KEPT_MAX, FactsKept, Reading
from infra.requests import Receipt, Request, Standing, act_named, receipt_of
from infra.transcoding import RESTRICTED_TOPIC, Draft

#: The database of a home that holds its facts, and all that must be kept with them.
LEDGER = "ledger.db"

#: How often an act is examined again when somebody recorded in between (D16).
TRIES_MAX = 5

log = structlog.get_logger()


@dataclass(frozen=True)
class Rehearsal:
    """
    Lets a test stop an act between deciding and appending, or drop a condition.

    Args:
        between: Called after the examination, before the append.
        conditions: Given the conditions, those to be checked.
    """

    between: Callable[[], object] = lambda: None
    conditions: Callable[[Conditions], Conditions] = lambda found: found


def has_ledger(home: Path) -> bool:
    """
    Whether a ledger lies in a folder.
    """
    return (home / LEDGER).is_file()


class Ledger:
    """
    One ledger, embedded: SQLite under ``SHILU_HOME`` (D14).
    """

    def __init__(
        self,
        home: Path,
        *,
        law: Law,
        clock: Clock | None = None,
        rehearsal: Rehearsal | None = None,
    ) -> None:
        """
        Open the ledger that lies in a folder, or lay out an empty one.

        Args:
            home: The folder, ``SHILU_HOME``.
            law: The law of the day and the place, from the domain.
            clock: The system's by default; another only for a demonstration ledger.
            rehearsal: For tests.

        Raises:
            Unavailable: If what lies there cannot be opened.
            Misconfigured: If a real ledger is given another clock than the system's.
        """
        self.home = home
        self.clock = clock or SystemClock()
        self.persistence = persistence_of(home / LEDGER, self.clock)
        self.recorder = self.persistence.recorder
        self.vault = self.persistence.vault
        self.documents = DocumentStore(home / "documents")
        self.mapper = self.persistence.mapper()
        self._kept = FactsKept(
            self.persistence.event_store(self.mapper),
            self.recorder,
            most=FACTS_KEPT_MAX,
        )
        proposed = UUID(bytes=secrets.token_bytes(16), version=4)
        self.deployment, self._secret = self.recorder.deployment(proposed)
        self._law = law
        self._rehearsal = rehearsal or Rehearsal()
        if self.recorder.head:
            self._refuse_set_clock(is_demonstration=self.demonstration)

    def _reading(self) -> Reading:
        return Reading(self.recorder, self._kept, self._secret)

    @property
    def demonstration(self) -> bool:
        """
        Whether the first fact says that this is a demonstration ledger (演示).
        """
        opened = self.recorder.facts(limit=1)
        return bool(opened) and _is_demonstration(opened[0].state)

    def _refuse_set_clock(self, *, is_demonstration: bool) -> None:
        if not isinstance(self.clock, SystemClock) and not is_demonstration:
            raise Misconfigured(
                "正式账本只认系统时钟，不接受设定的时钟。",
                "A real ledger goes by the system's clock and accepts no set one.",
            )

    def take_id(self, deployment: UUID) -> None:
        """
        Take an id that is known beforehand in place of the one drawn by lot.

        Ids of files derive from it, so two demonstrations made alike get the same ones.

        Raises:
            Misconfigured: If something is recorded already.
        """
        self.recorder.rename(deployment)
        self.deployment = deployment

    # -- acts -------------------------------------------------------------------------

    def perform(self, request: Request) -> Receipt:
        """
        Do an act, once.

        Raises:
            Refused: If the law forbids it; nothing is recorded, the key stays free.
            DocumentMissing: If it cites a document that the store does not have.
            KeyReused: If the key came before with another request.
            Stale: If the version seen is not the newest.
            Conflict: If somebody else recorded first, each time it was tried.
            Unavailable: If the store does not answer; nothing was recorded.
        """
        key = request.bound(self._secret)
        used = self.recorder.used(key.scope, key.key)
        if used:
            return self._answer(key, *used)
        try:
            return self._perform_new(request, key)
        except (Refused, Stale, Conflict):
            used = self.recorder.used(key.scope, key.key)
            if used:  # the same request was being answered elsewhere, and came first
                return self._answer(key, *used)
            raise

    def _perform_new(self, request: Request, key: Key) -> Receipt:
        for _ in range(TRIES_MAX):
            reading = self._reading()
            drafts = [
                self.mapper.to_stored_event(fact)
                for fact in self._examine(request, reading)
            ]
            self._rehearsal.between()
            conditions = self._rehearsal.conditions(reading.conditions)
            try:
                appended = self._append(drafts, conditions, key)
            except Moved as moved:
                log.info("act_examined_again", act=request.act, moved=str(moved))
            except KeyTaken as taken:
                return self._answer(key, taken.request, taken.appended)
            else:
                _tell(request, drafts, appended)
                return self.receipt(appended)
        raise Conflict(
            "同一卷宗正被多人同时办理，请刷新后重试。",
            "Others are recording on the same file; look again and retry.",
        )

    def _append(
        self, drafts: list[Draft], conditions: Conditions, key: Key
    ) -> Appended:
        if drafts and not self.recorder.head:
            is_demonstration = _is_demonstration(drafts[0].state)
            self._refuse_set_clock(is_demonstration=is_demonstration)
        return self.recorder.append(drafts, conditions, key)

    def _examine(self, request: Request, reading: Reading) -> list[Fact]:
        declared = act_named(request.act)
        terms = request.prepared(self.deployment, self.documents.find)
        try:
            at = self._circumstances(declared, request, reading)
            if request.file is None:
                declared(at, **terms)
            else:
                declared(self._file(declared, request, at), at, **terms)
        except Refused as refused:
            log.info("act_refused", act=request.act, code=refused.code)
            raise
        return [fact for _, fact in at.recorded]

    def _file(
        self, declared: "Act[..., object]", request: Request, at: Circumstances
    ) -> File:
        """
        Load the file; its version is told only to those who may do the act on it.
        """
        assert request.file is not None
        file = declared.file_of(request.file, at)
        if request.seen is not None and request.seen != file.version:
            for refusal in declared.grounds(file, at):
                if isinstance(refusal, NoSuchCase | NotCompetent):
                    raise refusal
            since = file.history[request.seen :]
            raise Stale(file.version, request.seen, since)
        return file

    def _circumstances(
        self, declared: "Act[..., object]", request: Request, reading: Reading
    ) -> Circumstances:
        scan = request.late_scan
        return Circumstances(
            occasion_of(
                declared,
                request,
                now=self.clock.now(),
                scan=self.documents.find(scan.sha256) if scan else None,
            ),
            said=declared.said,
            files=reading,
            ids=request.ids(self.deployment),
            standing=self._law,
        )

    def missing(
        self, actor: Actor, file_id: UUID | None, channel: str = "web"
    ) -> list[Standing]:
        """
        Say which acts somebody may do now, and what each of the others still lacks.

        Args:
            actor: Who asks.
            file_id: The file; without one, the acts that open a file.
            channel: The door asked through.

        Raises:
            NoSuchCase: If there is no such file.
        """
        reading = self._reading()
        file = reading.file(file_id) if file_id else None
        if file_id and file is None:
            raise NoSuchCase("no_such_file", under="", file=file_id, kind="卷")
        found = []
        for declared in ACTS.values():
            if actor.role in declared.said.by and declared.takes(file):
                asked = Request(declared.name, actor, "", file=file_id, channel=channel)
                at = self._circumstances(declared, asked, reading)
                found.append(Standing(declared, tuple(declared.grounds(file, at))))
        return found

    @contextmanager
    def together(self) -> Iterator[None]:
        """
        Put several acts into one commit; each keeps its key and its own savepoint.

        A refused act inside leaves the others standing; an exception that leaves the
        block undoes them all.
        """
        with self.recorder.store.transaction():
            yield

    # -- answers ----------------------------------------------------------------------

    def receipt(self, appended: Appended) -> Receipt:
        """
        Derive the receipt again from the facts themselves.
        """
        count = appended.last - appended.first + 1
        return receipt_of(self.recorder.facts(after=appended.first - 1, limit=count))

    def receipt_for(self, actor: Actor, key: str) -> Receipt | None:
        """
        Say what came of an idempotency key; nothing, if it was never used.
        """
        used = self.recorder.used(actor.scope, key)
        return self.receipt(used[1]) if used else None

    def _answer(self, key: Key, request: bytes, appended: Appended) -> Receipt:
        if not hmac.compare_digest(key.request, request):
            raise KeyReused(
                "同一幂等键已用于另一内容的请求。请换一个键。",
                "This idempotency key was used for another request; take a new one.",
            )
        return self.receipt(appended)

    def put_document(self, content: bytes) -> Upload:
        """
        Keep a document before the fact that will cite it (D20).

        Raises:
            DocumentTooLarge: If it is larger than the store takes.
        """
        return self.documents.put(content)

    def read(self, file_id: UUID) -> File | None:
        """
        Load a file as it stands; for tests and for pages of one file.
        """
        return self._reading().file(file_id)

    def facts(self, *, after: int = 0, limit: int = 1000) -> list[Fact]:
        """
        Decode facts in order of position: what feeds the read models.
        """
        stored = self.recorder.facts(after=after, limit=limit)
        return [self.mapper.to_domain_event(each) for each in stored]

    def newest(self, topics: Container[str], *, after: int) -> int:
        """
        Name the newest fact after a position that a read model takes; 0 for none.
        """
        return self.recorder.newest(topics, after=after)

    def close(self) -> None:
        """
        Close the databases.
        """
        self.persistence.close()


def _is_demonstration(decided: bytes) -> bool:
    return b'"demonstration":true' in decided


def _tell(request: Request, drafts: list[Draft], appended: Appended) -> None:
    """
    Log what was recorded; of a restricted fact only that there is one (D26).
    """
    is_restricted = any(draft.topic == RESTRICTED_TOPIC for draft in drafts)
    act = "restricted" if is_restricted else request.act
    log.info("act_recorded", act=act, position=appended.last)


__all__ = [
    "LEDGER",
    "Ledger",
    "Receipt",
    "Rehearsal",
    "Request",
    "Standing",
    "act_named",
    "receipt_of",
]
