"""
The access log (查阅日志): who looked at what (D27).

A log of its own, with its own gapless positions and the same kind of bytes as a fact.
The answer to a question leaves only after its line is on the disk; lines of several
threads share a commit, so that looking stays cheap. Reads of public pages by nobody in
particular are counted, not recorded.
"""

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from sqlite3 import Connection
from uuid import UUID

import orjson

from domain.base import Role
from domain.values import day_of
from infra.canonical import (
    Json,
    canonical,
    give,
    read_moment,
    splice,
    unsplice,
    write_moment,
)
from infra.clock import Clock, SystemClock
from infra.encoding import uuid_of
from infra.failures import Failure
from infra.questions import Reader
from infra.sqlite_store import SqliteStore

SCHEMA = """
CREATE TABLE IF NOT EXISTS lines (
    position INTEGER PRIMARY KEY,
    person TEXT NOT NULL,
    body TEXT NOT NULL,
    file TEXT NOT NULL,
    stored BLOB NOT NULL
);;
CREATE INDEX IF NOT EXISTS lines_by_file ON lines (file, position);;
CREATE INDEX IF NOT EXISTS lines_by_person ON lines (person, position);;
CREATE TRIGGER IF NOT EXISTS lines_stay BEFORE UPDATE ON lines
BEGIN SELECT RAISE(ABORT, 'a line is never changed'); END;;
CREATE TRIGGER IF NOT EXISTS lines_remain BEFORE DELETE ON lines
BEGIN SELECT RAISE(ABORT, 'a line is never removed'); END;;
CREATE TRIGGER IF NOT EXISTS lines_follow BEFORE INSERT ON lines
WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM lines)
BEGIN SELECT RAISE(ABORT, 'a line takes the next position'); END;;
CREATE TABLE IF NOT EXISTS head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL,
    recorded_at TEXT NOT NULL
);;
INSERT OR IGNORE INTO head VALUES (1, 0, '1970-01-01T00:00:00.000000Z');;
CREATE TABLE IF NOT EXISTS counts (
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    reads INTEGER NOT NULL,
    PRIMARY KEY (day, what)
) WITHOUT ROWID
"""

#: How many lines an answer has at most.
LINES_MAX = 500


@dataclass(frozen=True)
class Look:
    """
    One look (一次查阅).

    Args:
        role: In what capacity.
        person: Who.
        body: For which body, if any.
        what: The question, search or export, by name.
        file: Whose data: an enterprise, a case, a document; absent for a list.
        rows: How many rows were shown.
        position: Its place in the log, from 1.
        recorded_at: When, aware, UTC.
    """

    role: Role
    person: UUID
    body: UUID | None
    what: str
    file: UUID | None = None
    rows: int = 0
    position: int = 0
    recorded_at: datetime | None = None

    def decided(self) -> bytes:
        """
        Encode it, but for what the log adds.
        """
        said: dict[str, Json] = {
            "person": str(self.person),
            "role": self.role.code,
            "rows": self.rows,
            "what": self.what,
        }
        if self.body:
            said["body"] = str(self.body)
        if self.file:
            said["file"] = str(self.file)
        return canonical(said)


@dataclass
class _Waiting:
    """
    A look on its way into the log, and what came of it.
    """

    look: Look
    position: int = 0
    failure: Failure | None = None
    done: threading.Event = field(default_factory=threading.Event)


class AccessLog:
    """
    The log of one ``SHILU_HOME``: ``access.db``.
    """

    def __init__(self, path: Path, clock: Clock | None = None) -> None:
        """
        Open or make it.

        Args:
            path: The database file.
            clock: The system's by default.

        Raises:
            Unavailable: If it cannot be opened.
        """
        self.store = SqliteStore(path, SCHEMA)
        self._clock = clock or SystemClock()
        self._gathering = threading.Lock()
        self._leading = threading.Lock()
        self._waiting: list[_Waiting] = []
        self._counted: Counter[tuple[date, str]] = Counter()

    # -- looking ----------------------------------------------------------------------

    def record(
        self, reader: Reader, what: str, *, file: UUID | None = None, rows: int = 0
    ) -> int:
        """
        Record that somebody looked; only then may the answer leave.

        Args:
            reader: Who asks; one who is not signed in is counted instead.
            what: The question, search or export, by name; never what was searched for.
            file: Whose data, where it is of one file.
            rows: How many rows are shown.

        Returns:
            The line's position; 0 where it was only counted.

        Raises:
            Unavailable: If it could not be written; then nothing may be shown.
        """
        if reader.person is None:
            with self._gathering:
                self._counted[day_of(self._clock.now()), what] += 1
            return 0
        look = Look(reader.role, reader.person, reader.body, what, file, rows)
        waiting = _Waiting(look)
        with self._gathering:
            self._waiting.append(waiting)
        with self._leading:
            if not waiting.done.is_set():
                self._write_all()
        if waiting.failure is not None:
            raise waiting.failure
        return waiting.position

    def _write_all(self) -> None:
        """
        Write the lines of everybody who waits by now, in one commit.
        """
        taken: list[_Waiting] = []
        try:
            with self._commit() as sql:
                taken = self._take()
                self._append(sql, taken)
        except Failure as failure:
            for waiting in taken or self._take():
                waiting.failure = failure
                waiting.done.set()
        else:
            for waiting in taken:
                waiting.done.set()

    def _take(self) -> list[_Waiting]:
        with self._gathering:
            taken, self._waiting = self._waiting, []
        return taken

    def _append(self, sql: Connection, taken: Sequence[_Waiting]) -> None:
        head, last = sql.execute("SELECT position, recorded_at FROM head").fetchone()
        now = max(self._clock.now(), read_moment(last))
        for position, waiting in enumerate(taken, start=head + 1):
            look = waiting.look
            waiting.position = position
            sql.execute(
                "INSERT INTO lines VALUES (?, ?, ?, ?, ?)",
                (
                    position,
                    str(look.person),
                    str(look.body or ""),
                    str(look.file or ""),
                    splice(look.decided(), give(position, now, {})),
                ),
            )
        sql.execute(
            "UPDATE head SET position = ?, recorded_at = ?",
            (head + len(taken), write_moment(now)),
        )

    @contextmanager
    def _commit(self) -> Iterator[Connection]:
        """
        Write in one commit, and the counts with it; if it fails they are kept.
        """
        with self._gathering:
            counted, self._counted = self._counted, Counter()
        try:
            with self.store.transaction() as sql:
                yield sql
                for (day, what), reads in counted.items():
                    sql.execute(
                        "INSERT INTO counts VALUES (?, ?, ?) ON CONFLICT (day, what) "
                        "DO UPDATE SET reads = reads + excluded.reads",
                        (day.isoformat(), what, reads),
                    )
        except BaseException:
            with self._gathering:
                self._counted.update(counted)
            raise

    # -- asking -----------------------------------------------------------------------

    @property
    def head(self) -> int:
        """
        The last position; 0 while nobody has looked.
        """
        position: int = self.store.reading.execute(
            "SELECT position FROM head"
        ).fetchone()[0]
        return position

    def who_looked(
        self,
        *,
        file: UUID | None = None,
        person: UUID | None = None,
        bodies: frozenset[UUID] | None = None,
        before: int | None = None,
        limit: int = 50,
    ) -> list[Look]:
        """
        Say who looked at a file, or at what a person looked, the newest first.

        Args:
            file: Only looks at this file.
            person: Only looks of this person.
            bodies: Only looks for these bodies; of every body if absent.
            before: Only lines before this position: where the page before ended.
            limit: How many at most.
        """
        where: list[str] = ["position < ?"]
        values: list[str | int] = [before or 2**62]
        for column, value in (("file", file), ("person", person)):
            if value is not None:
                where.append(f"{column} = ?")
                values.append(str(value))
        if bodies is not None:
            where.append("body IN (SELECT value FROM json_each(?))")
            values.append(orjson.dumps([str(body) for body in bodies]).decode())
        rows = self.store.reading.execute(
            f"SELECT stored FROM lines WHERE {' AND '.join(where)} "
            "ORDER BY position DESC LIMIT ?",
            (*values, max(1, min(limit, LINES_MAX))),
        )
        return [_look(stored) for (stored,) in rows]

    def counted(self, day: date) -> dict[str, int]:
        """
        Say how often public pages were read on a legal day, by name of the question.
        """
        with self._commit():
            pass
        rows = self.store.reading.execute(
            "SELECT what, reads FROM counts WHERE day = ?", (day.isoformat(),)
        )
        return dict(rows.fetchall())

    def close(self) -> None:
        """
        Write the counts down and close the database.
        """
        if self._counted:
            with self._commit():
                pass
        self.store.close()


def _look(stored: bytes) -> Look:
    decided, given = (orjson.loads(part) for part in unsplice(stored))
    look = Look(
        role=Role[decided["role"].upper()],
        person=uuid_of(decided["person"]),
        body=uuid_of(decided["body"]) if "body" in decided else None,
        what=decided["what"],
        file=uuid_of(decided["file"]) if "file" in decided else None,
        rows=decided["rows"],
    )
    return replace(
        look,
        position=given["position"],
        recorded_at=read_moment(given["recorded_at"]),
    )
