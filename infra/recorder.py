"""
The ledger's recorder: one gapless order, conditions checked under the append's lock.

A recorder in the sense of the library, which its own base cases test; the append adds
what the library has no word for: conditions (D4), idempotency keys (D10), official
numbers (D23), tags, claims and the vault (D8), all in one transaction.
"""

import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import orjson
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    Notification,
    StoredEvent,
    Subscription,
)

from infra.clock import Clock, SystemClock
from infra.failures import Unavailable
from infra.sqlite_store import SqliteStore
from infra.transcoding import (
    Draft,
    Secret,
    Stored,
    give,
    numbered,
    read_moment,
    splice,
    unsplice,
    write_moment,
)

#: How far behind the last fact the system's clock may be before appending stops (D6).
CLOCK_BEHIND_MAX = timedelta(minutes=5)

SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (
    position INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    version INTEGER NOT NULL,
    topic TEXT NOT NULL,
    thread TEXT NOT NULL,
    audience TEXT NOT NULL,
    stored BLOB NOT NULL,
    UNIQUE (file, version)
);;
CREATE INDEX IF NOT EXISTS facts_by_thread ON facts (thread, position);;
CREATE TRIGGER IF NOT EXISTS facts_stay BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END;;
CREATE TRIGGER IF NOT EXISTS facts_remain BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'a fact is never removed'); END;;
CREATE TABLE IF NOT EXISTS head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL,
    recorded_at TEXT NOT NULL
);;
INSERT OR IGNORE INTO head VALUES (1, 0, '1970-01-01T00:00:00.000000Z');;
CREATE TABLE IF NOT EXISTS tags (
    tag TEXT NOT NULL,
    file TEXT NOT NULL,
    first INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    PRIMARY KEY (tag, file)
) WITHOUT ROWID;;
CREATE INDEX IF NOT EXISTS tags_newest ON tags (tag, newest);;
CREATE TABLE IF NOT EXISTS claims (
    claim TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    position INTEGER NOT NULL
) WITHOUT ROWID;;
CREATE TABLE IF NOT EXISTS keys (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    request BLOB NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
) WITHOUT ROWID;;
CREATE TABLE IF NOT EXISTS series (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) WITHOUT ROWID;;
CREATE TABLE IF NOT EXISTS vault (
    fact TEXT NOT NULL,
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    salt BLOB NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (fact, field)
) WITHOUT ROWID;;
CREATE INDEX IF NOT EXISTS vault_by_subject ON vault (subject, position);;
CREATE TABLE IF NOT EXISTS deployment (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    secret BLOB NOT NULL
)
"""


@dataclass(frozen=True)
class Key:
    """
    An idempotency key (D10).

    Args:
        scope: Of which actor.
        key: As the caller made it.
        request: HMAC of the canonical request.
    """

    scope: str
    key: str
    request: bytes


@dataclass(frozen=True)
class Conditions:
    """
    What must still be so when the facts are appended (D4).

    Args:
        versions: Version read of each file; 0 where it did not exist.
        tags: Newest position seen under each tag; 0 where there was none.
        claims: Holder seen of each claim.
    """

    versions: Mapping[UUID, int] = field(default_factory=dict)
    tags: Mapping[str, int] = field(default_factory=dict)
    claims: Mapping[str, UUID | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Appended:
    """
    What the ledger answered: where the facts of one commit stand.
    """

    first: int
    last: int

    @property
    def positions(self) -> range:
        """
        The positions, all of them.
        """
        return range(self.first, self.last + 1)


class Moved(Exception):  # noqa: N818  no error: the act is examined again
    """
    A condition no longer holds: somebody recorded in between.
    """


class KeyTaken(Exception):  # noqa: N818  no error: the answer is looked up
    """
    The idempotency key was used, perhaps by a request that is still being answered.
    """

    def __init__(self, request: bytes, appended: Appended) -> None:
        """
        Say by which request, and what came of it.
        """
        super().__init__()
        self.request = request
        self.appended = appended


class LedgerRecorder(ApplicationRecorder):
    """
    Facts in SQLite, in one gapless order.
    """

    def __init__(self, path: Path, clock: Clock | None = None) -> None:
        """
        Open or make the ledger's database.

        Args:
            path: The database file.
            clock: The system's clock by default.
        """
        self.store = SqliteStore(path, SCHEMA)
        self.clock = clock or SystemClock()

    # -- appending --------------------------------------------------------------------

    def append(
        self, drafts: Sequence[Draft], conditions: Conditions, key: Key | None = None
    ) -> Appended:
        """
        Append the facts of one act, whole or not at all.

        Raises:
            Moved: If a condition no longer holds.
            KeyTaken: If the idempotency key was used before.
            Unavailable: If the store does not answer or the clock stands behind.
        """
        try:
            with self.store.transaction() as sql:
                if key is not None:
                    self._refuse_used(sql, key)
                self._examine(sql, conditions)
                return self._write(sql, drafts, key)
        except sqlite3.IntegrityError as error:
            raise Moved(str(error)) from error

    def _refuse_used(self, sql: sqlite3.Connection, key: Key) -> None:
        used = sql.execute(
            "SELECT request, first, last FROM keys WHERE scope = ? AND key = ?",
            (key.scope, key.key),
        ).fetchone()
        if used:
            raise KeyTaken(used[0], Appended(used[1], used[2]))

    def _examine(self, sql: sqlite3.Connection, conditions: Conditions) -> None:
        for file, version in conditions.versions.items():
            if self._version(sql, file) != version:
                message = f"file {file}"
                raise Moved(message)
        for tag, newest in conditions.tags.items():
            if self._newest(sql, tag) != newest:
                message = f"tag {tag}"
                raise Moved(message)
        for claim, holder in conditions.claims.items():
            if self._holder(sql, claim) != holder:
                message = f"claim {claim}"
                raise Moved(message)

    def _write(
        self, sql: sqlite3.Connection, drafts: Sequence[Draft], key: Key | None
    ) -> Appended:
        head, last = sql.execute("SELECT position, recorded_at FROM head").fetchone()
        now = self._moment(read_moment(last))
        for position, draft in enumerate(drafts, start=head + 1):
            drawn = numbered(draft.draws, self._serials(sql, draft))
            given = give(position, now, drawn)
            sql.execute(
                "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    position,
                    str(draft.originator_id),
                    draft.originator_version,
                    draft.topic,
                    str(draft.thread),
                    draft.audience,
                    splice(draft.state, given),
                ),
            )
            self._index(sql, draft, position)
        done = Appended(head + 1, head + len(drafts))
        if key is not None:
            sql.execute(
                "INSERT INTO keys VALUES (?, ?, ?, ?, ?)",
                (key.scope, key.key, key.request, done.first, done.last),
            )
        sql.execute(
            "UPDATE head SET position = ?, recorded_at = ?",
            (done.last, write_moment(now)),
        )
        return done

    def _moment(self, last: datetime) -> datetime:
        now = self.clock.now()
        if now < last - CLOCK_BEHIND_MAX:
            raise Unavailable(
                f"系统时钟 {now:%F %T} 落后于最后一条记录 {last:%F %T}，已停止记账。"
                "请校准时钟。",
                f"The system clock {now:%F %T} is behind the last fact {last:%F %T}; "
                "appending has stopped. Set the clock.",
            )
        return max(now, last)

    def _serials(self, sql: sqlite3.Connection, draft: Draft) -> Iterator[int]:
        for number in draft.draws.values():
            yield sql.execute(
                "INSERT INTO series VALUES (?, 1) ON CONFLICT (name) "
                "DO UPDATE SET last = last + 1 RETURNING last",
                (number.series,),
            ).fetchone()[0]

    def _index(self, sql: sqlite3.Connection, draft: Draft, position: int) -> None:
        file = str(draft.originator_id)
        for tag in draft.tags:
            sql.execute(
                "INSERT INTO tags VALUES (?, ?, ?, ?) ON CONFLICT (tag, file) "
                "DO UPDATE SET newest = excluded.newest",
                (tag, file, position, position),
            )
        for claim in draft.releases:
            sql.execute(
                "DELETE FROM claims WHERE claim = ? AND holder = ?", (claim, file)
            )
        for claim in draft.claims:
            held = self._holder(sql, claim)
            if held is None:
                sql.execute(
                    "INSERT INTO claims VALUES (?, ?, ?)", (claim, file, position)
                )
            elif held != draft.originator_id:
                message = f"claim {claim}"
                raise Moved(message)
        for kept in draft.secrets:
            self._keep(sql, kept, position)

    @staticmethod
    def _keep(sql: sqlite3.Connection, kept: Secret, position: int) -> None:
        sql.execute(
            "INSERT INTO vault VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                kept.fact,
                kept.field,
                position,
                str(kept.subject),
                kept.kind,
                kept.salt,
                kept.value,
            ),
        )

    # -- reading ----------------------------------------------------------------------

    @property
    def head(self) -> int:
        """
        The last position; 0 while the ledger is empty.
        """
        sql = self.store.reading
        position: int = sql.execute("SELECT position FROM head").fetchone()[0]
        return position

    def position_at(self, moment: datetime) -> int:
        """
        Name the last position recorded by a moment; 0 before the first.
        """
        low, high = 0, self.head
        while low < high:
            middle = (low + high + 1) // 2
            (found,) = self.facts(after=middle - 1, limit=1)
            taken = read_moment(orjson.loads(found.given)["recorded_at"])
            low, high = (middle, high) if taken <= moment else (low, middle - 1)
        return low

    def facts(
        self,
        *,
        after: int = 0,
        limit: int = 1000,
        thread: UUID | None = None,
    ) -> list[Stored]:
        """
        Read facts in order of position.

        Args:
            after: The position before the first one.
            limit: How many at most.
            thread: Only of this thread.
        """
        where: str = "position > ?"
        values: tuple[str | int, ...] = (after,)
        if thread is not None:
            where, values = "thread = ? AND position > ?", (str(thread), after)
        rows = self.store.reading.execute(
            "SELECT file, version, topic, stored, position FROM facts "
            f"WHERE {where} ORDER BY position LIMIT ?",
            (*values, limit),
        )
        return [_stored(*row) for row in rows]

    def fact(self, fact: str) -> Stored | None:
        """
        Read one fact by its id, ``<file>/<version>``.
        """
        file, _, version = fact.rpartition("/")
        row = self.store.reading.execute(
            "SELECT file, version, topic, stored, position FROM facts "
            "WHERE file = ? AND version = ?",
            (file, version),
        ).fetchone()
        return _stored(*row) if row else None

    def tagged(self, tag: str) -> tuple[tuple[UUID, ...], int]:
        """
        List the files under a tag, oldest first, and the newest position there.
        """
        rows = self.store.reading.execute(
            "SELECT file, newest FROM tags WHERE tag = ? ORDER BY first", (tag,)
        ).fetchall()
        return tuple(UUID(row[0]) for row in rows), max((r[1] for r in rows), default=0)

    def holder(self, claim: str) -> UUID | None:
        """
        Name the file that holds a claim.
        """
        return self._holder(self.store.reading, claim)

    def used(self, scope: str, key: str) -> tuple[bytes, Appended] | None:
        """
        Say what came of an idempotency key: the request's HMAC and the positions.
        """
        row = self.store.reading.execute(
            "SELECT request, first, last FROM keys WHERE scope = ? AND key = ?",
            (scope, key),
        ).fetchone()
        return (row[0], Appended(row[1], row[2])) if row else None

    @staticmethod
    def _version(sql: sqlite3.Connection, file: UUID) -> int:
        newest: int = sql.execute(
            "SELECT coalesce(max(version), 0) FROM facts WHERE file = ?", (str(file),)
        ).fetchone()[0]
        return newest

    @staticmethod
    def _newest(sql: sqlite3.Connection, tag: str) -> int:
        newest: int = sql.execute(
            "SELECT coalesce(max(newest), 0) FROM tags WHERE tag = ?", (tag,)
        ).fetchone()[0]
        return newest

    @staticmethod
    def _holder(sql: sqlite3.Connection, claim: str) -> UUID | None:
        row = sql.execute(
            "SELECT holder FROM claims WHERE claim = ?", (claim,)
        ).fetchone()
        return UUID(row[0]) if row else None

    def deployment(self, proposed: UUID) -> tuple[UUID, bytes]:
        """
        Give this ledger's own id and the secret that its request HMACs are made with.

        Args:
            proposed: The id to take if the ledger has none yet.
        """
        with self.store.transaction() as sql:
            sql.execute(
                "INSERT OR IGNORE INTO deployment VALUES (1, ?, ?)",
                (str(proposed), secrets.token_bytes(32)),
            )
            row = sql.execute("SELECT id, secret FROM deployment").fetchone()
        return UUID(row[0]), row[1]

    # -- what the library asks of a recorder ------------------------------------------

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: object
    ) -> Sequence[int] | None:
        """
        Append without conditions, as the library's recorders do.

        Raises:
            IntegrityError: If a version is taken.
        """
        del kwargs
        drafts = [e if isinstance(e, Draft) else _draft(e) for e in stored_events]
        if not drafts:
            return []
        try:
            return list(self.append(drafts, Conditions()).positions)
        except Moved as moved:
            raise IntegrityError(str(moved)) from moved

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """
        Read the facts of one file in order of version.
        """
        rows = self.store.reading.execute(
            "SELECT file, version, topic, stored, position FROM facts "
            "WHERE file = ? AND version > ? AND version <= ? "
            f"ORDER BY version {'DESC' if desc else 'ASC'} LIMIT ?",
            (
                str(originator_id),
                -1 if gt is None else gt,
                2**62 if lte is None else lte,
                -1 if limit is None else limit,
            ),
        )
        return [_stored(*row) for row in rows]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """
        Read facts in order of position, as the library's readers do.
        """
        after = 0 if start is None else start - (1 if inclusive_of_start else 0)
        marks = ", ".join("?" * len(topics))
        rows = self.store.reading.execute(
            "SELECT file, version, topic, stored, position FROM facts "
            "WHERE position > ? AND position <= ? "
            f"{f'AND topic IN ({marks})' if topics else ''} ORDER BY position LIMIT ?",
            (after, 2**62 if stop is None else stop, *topics, limit),
        )
        return [_notified(_stored(*row)) for row in rows]

    def max_notification_id(self) -> int | None:
        """
        Name the last position, or nothing for an empty ledger.
        """
        return self.head or None

    def subscribe(
        self, gt: int | None = None, topics: Sequence[str] = ()
    ) -> Subscription[ApplicationRecorder]:
        """
        Not offered: read models follow the feed by position (D13).
        """
        raise NotImplementedError

    def close(self) -> None:
        """
        Close the database.
        """
        self.store.close()


def _stored(file: str, version: int, topic: str, stored: bytes, position: int) -> Stored:
    decided, given = unsplice(stored)
    return Stored(UUID(file), version, topic, decided, given, position)


def _notified(stored: Stored) -> Notification:
    return Notification(
        originator_id=stored.originator_id,
        originator_version=stored.originator_version,
        topic=stored.topic,
        state=stored.state,
        id=stored.position,
    )


def _draft(event: StoredEvent) -> Draft:
    file = event.originator_id
    assert isinstance(file, UUID)
    return Draft(
        file, event.originator_version, event.topic, event.state, file, "office"
    )
