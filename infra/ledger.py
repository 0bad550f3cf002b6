"""
The ledger's door (账本): an act comes in, facts are appended, a receipt goes out.

Nothing else appends, and nobody behind this door needs to know where facts lie: read
models are fed by position, services perform acts and are told what is missing (D15).
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import cast
from uuid import UUID, uuid5

import structlog
from eventsourcing.application import AggregateNotFoundError, Repository
from eventsourcing.persistence import EventStore

from domain.acts import ACTS, Act
from domain.base import Actor, Fact, File, Time, replay
from domain.circumstances import Circumstances, Law, Occasion
from domain.refusals import NoSuchCase, OutOfTime, Refused
from domain.shapes import Kind, Member, Shape, members_of
from domain.values import Number, Personal, Precision, Upload
from infra.clock import Clock, SetClock, SystemClock
from infra.documents import DocumentStore
from infra.failures import Conflict, KeyReused, Misconfigured, Stale
from infra.recorder import (
    Appended,
    Conditions,
    Key,
    KeyTaken,
    LedgerRecorder,
    Moved,
)
from infra.transcoding import (
    FactMapper,
    Json,
    Sealing,
    Stored,
    canonical,
    terms_of,
    write_moment,
    write_record,
)
from infra.vault import Vault

#: How often an act is examined again when somebody recorded in between (D16).
TRIES_MAX = 5

log = structlog.get_logger()


@dataclass(frozen=True)
class Request:
    """
    An act as it comes to the door.

    Args:
        act: Its name.
        actor: Who acts.
        key: Idempotency key.
        terms: Its terms, by name, as typed values.
        file: The file that it is done on; absent for an opening.
        channel: The door it came through.
        occurred_at: When it happened, where the act is one that states it.
        precision: How exactly that is known.
        with_officers: The other certified officers.
        late_reason: Why it is recorded after the fact; makes it a late one.
        late_scan: The paper that came first.
        seen: The file's version that the caller saw.
    """

    act: str
    actor: Actor
    key: str
    terms: Mapping[str, object] = field(default_factory=dict)
    file: UUID | None = None
    channel: str = "api"
    occurred_at: datetime | None = None
    precision: Precision = Precision.MINUTE
    with_officers: tuple[UUID, ...] = ()
    late_reason: str = ""
    late_scan: Upload | None = None
    seen: int | None = None


@dataclass(frozen=True)
class Receipt:
    """
    The ledger's answer to an act (回执).

    Args:
        positions: Where its facts stand.
        facts: Their ids.
        files: The version of each file after them.
        numbers: Official numbers drawn, printed, by fact and term.
    """

    positions: tuple[int, ...]
    facts: tuple[str, ...]
    files: Mapping[UUID, int]
    numbers: Mapping[str, str]


@dataclass(frozen=True)
class Standing:
    """
    Whether an act is open to somebody now (还缺什么, D24).
    """

    act: "Act[..., object]"
    missing: tuple[Refused, ...]


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


class Reading:
    """
    The ledger as one examination sees it; what it sees becomes the conditions.
    """

    def __init__(self, repository: Repository[UUID], recorder: LedgerRecorder) -> None:
        """
        Start with nothing seen.
        """
        self._repository = repository
        self._recorder = recorder
        self.versions: dict[UUID, int] = {}
        self.tags: dict[str, int] = {}
        self.claims: dict[str, UUID | None] = {}

    def file(self, file_id: UUID) -> File | None:
        """
        Load a file, or nothing where there is none.
        """
        try:
            file: File = self._repository.get(file_id, projector_func=_projected)
        except AggregateNotFoundError:
            self.versions[file_id] = 0
            return None
        self.versions[file_id] = file.version
        return file

    def tagged(self, tag: str) -> tuple[UUID, ...]:
        """
        List the files under a tag, oldest first.
        """
        files, self.tags[tag] = self._recorder.tagged(tag)
        return files

    def holder(self, claim: str) -> UUID | None:
        """
        Name the file that holds a claim.
        """
        self.claims[claim] = self._recorder.holder(claim)
        return self.claims[claim]

    def digest(self, facts: tuple[str, ...]) -> str:
        """
        Give the SHA-256 of the stored bytes of some facts, one after the other.
        """
        hashed = hashlib.sha256()
        for fact in facts:
            stored = self._recorder.fact(fact)
            assert stored is not None, fact
            hashed.update(stored.stored)
        return hashed.hexdigest()

    @property
    def conditions(self) -> Conditions:
        """
        Everything seen.
        """
        return Conditions(self.versions, self.tags, self.claims)


def _projected(file: File | None, facts: Iterable[Fact]) -> File | None:
    assert file is None
    return replay(facts)


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
        """
        self.home = home
        self.clock = clock or SystemClock()
        self.recorder = LedgerRecorder(home / "ledger.db", self.clock)
        self.vault = Vault(self.recorder.store)
        self.documents = DocumentStore(home / "documents")
        self.mapper = FactMapper(lambda: secrets.token_bytes(16), self.vault.of_fact)
        self.repository = Repository(EventStore(self.mapper, self.recorder))
        proposed = UUID(bytes=secrets.token_bytes(16), version=4)
        self.deployment, self._secret = self.recorder.deployment(proposed)
        self._law = law
        self._rehearsal = rehearsal or Rehearsal()
        if isinstance(self.clock, SetClock) and not self.demonstration:
            self._refuse_set_clock()

    def _refuse_set_clock(self) -> None:
        if self.recorder.head:
            raise Misconfigured(
                "正式账本只认系统时钟，不接受设定的时钟。",
                "A real ledger goes by the system's clock and accepts no set one.",
            )

    @property
    def demonstration(self) -> bool:
        """
        Whether the first fact says that this is a demonstration ledger (演示).
        """
        opened = self.recorder.facts(limit=1)
        return bool(opened) and b'"demonstration":true' in opened[0].state

    # -- acts -------------------------------------------------------------------------

    def perform(self, request: Request) -> Receipt:
        """
        Do an act, once.

        Raises:
            Refused: If the law forbids it; nothing is recorded, the key stays free.
            KeyReused: If the key came before with another request.
            Stale: If the version seen is not the newest.
            Conflict: If somebody else recorded first, each time it was tried.
        """
        key = Key(request.actor.scope, request.key, self._bind(request))
        used = self.recorder.used(key.scope, key.key)
        if used:
            return self._answer(key, *used)
        for _ in range(TRIES_MAX):
            reading = Reading(self.repository, self.recorder)
            facts = self._examine(request, reading)
            drafts = [self.mapper.to_stored_event(fact) for fact in facts]
            self._rehearsal.between()
            conditions = self._rehearsal.conditions(reading.conditions)
            try:
                appended = self.recorder.append(drafts, conditions, key)
            except Moved as moved:
                log.info("act_examined_again", act=request.act, moved=str(moved))
                continue
            except KeyTaken as taken:
                return self._answer(key, taken.request, taken.appended)
            log.info("act_recorded", act=request.act, position=appended.last)
            return self.receipt(appended)
        raise Conflict(
            "同一卷宗正被多人同时办理，请刷新后重试。",
            "Others are recording on the same file; look again and retry.",
        )

    def _examine(self, request: Request, reading: Reading) -> list[Fact]:
        declared = act_named(request.act)
        at = self._circumstances(declared, request, reading)
        terms = self._with_subjects(declared.terms, request)
        try:
            if request.file is None:
                declared(at, **terms)
            else:
                file = self._file(declared, request, at)
                declared(file, at, **terms)
        except Refused as refused:
            log.info("act_refused", act=request.act, code=refused.code)
            raise
        return [fact for _, fact in at.recorded]

    def _file(self, declared: "Act[..., object]", request: Request, at: Circumstances):  # type: ignore[no-untyped-def]  # noqa: ANN202  the act's own kind of file
        assert request.file is not None
        kind = declared.file_kind or File
        file = at.find(kind, request.file)
        if file is None:
            raise NoSuchCase(
                "no_such_file",
                under=declared.said.under,
                file=request.file,
                kind=kind.ZH,
            )
        if request.seen is not None and request.seen != file.version:
            raise Stale(
                f"卷宗已有新记录（版本 {file.version}，您看到的是 {request.seen}）。",
                f"The file is at version {file.version}; you saw {request.seen}.",
            )
        return file

    def _circumstances(
        self, declared: "Act[..., object]", request: Request, reading: Reading
    ) -> Circumstances:
        return Circumstances(
            self._occasion(declared, request),
            said=declared.said,
            files=reading,
            ids=self._ids(request),
            standing=self._law,
        )

    def _occasion(self, declared: "Act[..., object]", request: Request) -> Occasion:
        now = self.clock.now()
        known = Time.LATE if request.late_reason else declared.said.time
        occurred = now
        if known is not Time.NOW and request.occurred_at is not None:
            occurred = request.occurred_at
        if occurred > now:
            raise OutOfTime(
                "in_the_future",
                under=declared.said.under,
                occurred_at=occurred,
                now=now,
            )
        return Occasion(
            act=declared.name,
            actor=request.actor,
            now=now,
            occurred_at=occurred,
            precision=request.precision,
            known=known,
            channel=request.channel,
            with_officers=request.with_officers,
            late_reason=request.late_reason,
            late_scan=request.late_scan,
        )

    def _ids(self, request: Request) -> Iterator[UUID]:
        ordinal = 0
        while True:
            yield self._id(request, f"file/{ordinal}")
            ordinal += 1

    def _id(self, request: Request, what: str) -> UUID:
        name = f"{request.actor.scope}/{request.key}/{what}"
        return uuid5(self.deployment, name)

    def _with_subjects(
        self, terms: tuple[Member, ...], request: Request
    ) -> dict[str, object]:
        """
        Give every personal value that names nobody yet a subject of its own.
        """

        def subject(path: str) -> UUID:
            return self._id(request, f"subject/{path}")

        given = dict(request.terms)
        for term in terms:
            if term.name in given:
                value = given[term.name]
                given[term.name] = _name(term.shape, value, term.name, subject)
        return given

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
        reading = Reading(self.repository, self.recorder)
        file = reading.file(file_id) if file_id else None
        if file_id and file is None:
            raise NoSuchCase("no_such_file", under="", file=file_id, kind="卷")
        found = []
        for declared in ACTS.values():
            if actor.role not in declared.said.by:
                continue
            if file is not None and declared.file_kind is not type(file):
                continue
            if file is None and declared.file_kind is not None:
                continue
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
        stored = self.recorder.facts(after=appended.first - 1, limit=count)
        return receipt_of(stored, self.mapper)

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

    def _bind(self, request: Request) -> bytes:
        """
        Bind the request under the deployment's secret, personal values included.
        """
        declared = act_named(request.act)
        given = [t for t in declared.terms if t.name in request.terms]
        terms = write_record(given, _Terms(request.terms), "", _InTheClear())
        occurred = request.occurred_at
        bound: dict[str, Json] = {
            "act": request.act,
            "file": str(request.file or ""),
            "late_reason": request.late_reason,
            "occurred_at": write_moment(occurred) if occurred else "",
            "officers": [str(officer) for officer in request.with_officers],
            "terms": terms,
        }
        return hmac.digest(self._secret, canonical(bound), hashlib.sha256)

    def read(self, file_id: UUID) -> File | None:
        """
        Load a file as it stands; for tests and for pages of one file.
        """
        return Reading(self.repository, self.recorder).file(file_id)

    def facts(self, *, after: int = 0, limit: int = 1000) -> list[Fact]:
        """
        Decode facts in order of position: what feeds the read models.
        """
        stored = self.recorder.facts(after=after, limit=limit)
        return [self.mapper.to_domain_event(each) for each in stored]

    def close(self) -> None:
        """
        Close the databases.
        """
        self.recorder.close()


def act_named(name: str) -> "Act[..., object]":
    """
    Find an act by its name.

    Raises:
        NoSuchCase: If nothing is declared under it.
    """
    declared = ACTS.get(name)
    if declared is None:
        raise NoSuchCase("no_such_act", under="", act=name)
    return declared


def receipt_of(stored: Iterable[Stored], mapper: FactMapper) -> Receipt:
    """
    Put a receipt together from stored facts.
    """
    facts = [mapper.to_domain_event(each) for each in stored]
    numbers = {}
    for fact in facts:
        for term in terms_of(type(fact)):
            if term.shape.kind is Kind.NUMBER:
                value = getattr(fact, term.name)
                if isinstance(value, Number):
                    numbers[f"{fact.id}/{term.name}"] = value.printed
    return Receipt(
        positions=tuple(fact.position for fact in facts),
        facts=tuple(fact.id for fact in facts),
        files={fact.file: fact.originator_version for fact in facts},
        numbers=numbers,
    )


class _Terms:
    """
    Terms by attribute, as the encoder of records reads them.
    """

    def __init__(self, terms: Mapping[str, object]) -> None:
        self.__dict__.update(terms)


class _InTheClear(Sealing):
    """
    Encodes personal values as they are; only ever fed into an HMAC.
    """

    def __init__(self) -> None:
        super().__init__("", lambda: b"")

    def seal(self, value: Personal, path: str, kind: Kind) -> Json:
        del path, kind
        return value.text


def _name(
    shape: Shape, value: object, path: str, subject: Callable[[str], UUID]
) -> object:
    if shape.kind in (Kind.PERSONAL, Kind.RESTRICTED) and isinstance(value, Personal):
        return value if value.subject else value.of(subject(path))
    if shape.kind is Kind.LIST and shape.each is not None:
        each = shape.each
        listed = enumerate(cast("tuple[object, ...]", value))
        return tuple(_name(each, v, f"{path}/{n}", subject) for n, v in listed)
    if shape.kind is Kind.RECORD and value is not None:
        return shape.type(
            **{
                m.name: _name(
                    m.shape, getattr(value, m.name), f"{path}/{m.name}", subject
                )
                for m in members_of(shape.type)
            }
        )
    return value
