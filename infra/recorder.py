"""
The ledger's recorder: one gapless order, conditions checked under the append's lock.

A recorder in the sense of the library, which its own base cases test; the append adds
what the library has no word for: conditions (D4), idempotency keys (D10), official
numbers (D23), tags, claims and the vault (D8), all in one transaction.
"""

import secrets
import sqlite3
from collections.abc import Container, Sequence
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
from typing_extensions import override

from domain.values import OFFICE_ZONE
from infra.beside import draw, holder_of, index, keep, newest_under, version_of
from infra.canonical import give, read_moment, splice, unsplice, write_moment
from infra.clock import Clock, SystemClock
from infra.conditions import Appended, Conditions, Key, KeyTaken, Moved
from infra.failures import Misconfigured, Unavailable
from infra.ledger_schema import SCHEMA
from infra.sqlite_store import SqliteStore
from infra.transcoding import RESTRICTED_TOPIC, Draft, Stored, numbered

#: How far behind the last fact the system's clock may be before appending stops (D6).
CLOCK_BEHIND_MAX = timedelta(minutes=5)

#: How many facts are looked at to see whether one concerns a read model.
NEWS_MAX = 1000

#: After every version and every position.
_NO_LIMIT = 2**62

_SELECT = "SELECT file, version, topic, stored, position FROM facts WHERE "


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
                if conditions.head != self.head:
                    self._examine(sql, conditions)
                done = self._write(sql, drafts, exclusive=conditions.exclusive)
                if key is not None:
                    sql.execute(
                        "INSERT INTO keys VALUES (?, ?, ?, ?, ?)",
                        (key.scope, key.key, key.request, done.first, done.last),
                    )
                return done
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
                raise Moved("version") from error
            raise

    def _refuse_used(self, sql: sqlite3.Connection, key: Key) -> None:
        used = sql.execute(
            "SELECT request, first, last FROM keys WHERE scope = ? AND key = ?",
            (key.scope, key.key),
        ).fetchone()
        if used:
            raise KeyTaken(used[0], Appended(used[1], used[2]))

    def _examine(self, sql: sqlite3.Connection, conditions: Conditions) -> None:
        for file, version in conditions.versions.items():
            if version_of(sql, file) != version:
                raise Moved("version")
        for tag, newest in conditions.tags.items():
            if newest_under(sql, tag) != newest:
                raise Moved("tag")
        for claim, holder in conditions.claims.items():
            if holder_of(sql, claim) != holder:
                raise Moved("claim")

    def _write(
        self, sql: sqlite3.Connection, drafts: Sequence[Draft], *, exclusive: bool
    ) -> Appended:
        head, last = sql.execute("SELECT position, recorded_at FROM head").fetchone()
        now = self._moment(read_moment(last))
        for position, draft in enumerate(drafts, start=head + 1):
            drawn = numbered(draft.draws, draw(sql, draft))
            sql.execute(
                "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    position,
                    str(draft.originator_id),
                    draft.originator_version,
                    draft.topic,
                    str(draft.thread),
                    draft.audience,
                    splice(draft.state, give(position, now, drawn)),
                ),
            )
            index(sql, draft, position, exclusive=exclusive)
            keep(sql, draft, position)
        sql.execute(
            "UPDATE head SET position = ?, recorded_at = ?",
            (head + len(drafts), write_moment(now)),
        )
        return Appended(head + 1, head + len(drafts))

    def _moment(self, last: datetime) -> datetime:
        now = self.clock.now()
        if now < last - CLOCK_BEHIND_MAX:
            shown = now.astimezone(OFFICE_ZONE).isoformat(" ", "seconds")
            before = last.astimezone(OFFICE_ZONE).isoformat(" ", "seconds")
            raise Unavailable(
                f"系统时钟 {shown} 落后于最后一条记录 {before}，已停止记账；"
                "请校准时钟。",
                f"The system clock {shown} is behind the last fact {before}; appending "
                "has stopped. Set the clock.",
            )
        return max(now, last)

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

    def rename(self, deployment: UUID) -> None:
        """
        Give an empty ledger another id; its secret stays.

        Raises:
            Misconfigured: If something is recorded: ids of files derive from it.
        """
        with self.store.transaction() as sql:
            renamed = sql.execute(
                "UPDATE deployment SET id = ? "
                "WHERE (SELECT position FROM head) = 0 RETURNING id",
                (str(deployment),),
            ).fetchone()
        if renamed is None:
            raise Misconfigured(
                "账本中已有记录，部署标识不能再改。",
                "The ledger has facts; its id can no longer be changed.",
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
        return self._select(f"{where} ORDER BY position LIMIT ?", *values, limit)

    def changed(self, *, after: int) -> dict[UUID, int]:
        """
        Name the newest position of each file that was recorded on after a position.

        Of many facts only the oldest are looked at.
        """
        rows = self.store.reading.execute(
            "SELECT file, position FROM facts WHERE position > ? "
            "ORDER BY position LIMIT ?",
            (after, NEWS_MAX),
        )
        return {UUID(file): position for file, position in rows}

    def newest(self, topics: Container[str], *, after: int) -> int:
        """
        Name the newest position after one at which a topic stands; 0 for none.

        What a restricted fact is about its topic does not say: it may be any. Of many
        facts no more than the newest are looked at.
        """
        rows = self.store.reading.execute(
            "SELECT position, topic FROM facts WHERE position > ? "
            "ORDER BY position DESC LIMIT ?",
            (after, NEWS_MAX),
        )
        found = rows.fetchall()
        for position, topic in found:
            if topic == RESTRICTED_TOPIC or topic in topics:
                return int(position)
        return int(found[-1][0]) if len(found) == NEWS_MAX else 0

    def fact(self, fact: str) -> Stored | None:
        """
        Read one fact by its id, ``<file>/<version>``.
        """
        file, _, version = fact.rpartition("/")
        found = self._select("file = ? AND version = ?", file, version)
        return found[0] if found else None

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
        return holder_of(self.store.reading, claim)

    def used(self, scope: str, key: str) -> tuple[bytes, Appended] | None:
        """
        Say what came of an idempotency key: the request's HMAC and the positions.
        """
        try:
            self._refuse_used(self.store.reading, Key(scope, key, b""))
        except KeyTaken as taken:
            return taken.request, taken.appended
        return None

    def _select(self, where: str, *values: str | int) -> list[Stored]:
        return [
            Stored(UUID(file), version, topic, *unsplice(stored), position)
            for file, version, topic, stored, position in self.store.reading.execute(
                _SELECT + where, values
            )
        ]

    # -- what the library asks of a recorder ------------------------------------------

    @override
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

    @override
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
        order = "DESC" if desc else "ASC"
        return self._select(
            f"file = ? AND version > ? AND version <= ? ORDER BY version {order} "
            "LIMIT ?",
            str(originator_id),
            -1 if gt is None else gt,
            _NO_LIMIT if lte is None else lte,
            -1 if limit is None else limit,
        )

    @override
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
        among = f"AND topic IN ({marks}) " if topics else ""
        found = self._select(
            f"position > ? AND position <= ? {among}ORDER BY position LIMIT ?",
            after,
            _NO_LIMIT if stop is None else stop,
            *topics,
            limit,
        )
        return [_notified(stored) for stored in found]

    @override
    def max_notification_id(self) -> int | None:
        """
        Name the last position, or nothing for an empty ledger.
        """
        return self.head or None

    @override
    def subscribe(
        self, gt: int | None = None, topics: Sequence[str] = ()
    ) -> Subscription[ApplicationRecorder]:
        """
        Not offered: read models follow the feed by position (D13).
        """
        raise NotImplementedError("read models follow the feed by position")

    def close(self) -> None:
        """
        Close the database.
        """
        self.store.close()


# -- the library's words --------------------------------------------------------------


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
