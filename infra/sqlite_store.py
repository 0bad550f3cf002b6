"""
SQLite as the ledger needs it: one writer at a time, readers on their own connections.

The library's own datastore begins transactions deferred, so a second process is
refused instead of waiting; here every writer begins with ``BEGIN IMMEDIATE`` (D14).
"""

import errno
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, cast

from infra.failures import Unavailable

#: How long a writer waits for another process, in seconds.
BUSY_SECONDS_MAX = 30.0

#: How often it is tried to switch a new file to write-ahead logging.
SWITCH_TRIES_MAX = 100

#: How many rows are read at a time where they are gone through one by one.
ROWS_MAX = 500

Trace = Callable[[str], object]
Values = Sequence[object] | Mapping[str, object]


class Follower(Protocol):
    """
    Keeps what it saw inside a transaction apart until it knows how that ended.

    Both are called in the thread that writes, before another transaction begins.
    """

    def committed(self) -> None:
        """
        The transaction stands.
        """

    def undone(self) -> None:
        """
        The transaction, or a part of it behind a savepoint, was undone.
        """


class SqliteStore:
    """
    One database file, shared by the threads of this process and by other processes.
    """

    def __init__(
        self,
        path: Path,
        schema: str,
        *,
        synchronous: str = "FULL",
        busy_seconds: float = BUSY_SECONDS_MAX,
        edition: int = 0,
    ) -> None:
        """
        Open the file and lay the tables out where they are missing.

        Args:
            path: The database file; its folder is made.
            schema: ``CREATE ... IF NOT EXISTS`` statements, parted by ``;;``.
            synchronous: ``FULL`` for what must survive a power cut, else ``NORMAL``.
            busy_seconds: How long a writer waits for another process.
            edition: Of a file that can be thrown away: one of another edition is
                emptied and laid out anew. 0 for a file that must be kept.

        Raises:
            Unavailable: If the file cannot be opened or is no database.
        """
        self.path = path
        self._is_derived = bool(edition)
        self._synchronous = synchronous
        self._busy_seconds = busy_seconds
        self._local = threading.local()
        self._writing = threading.Lock()
        self._opened: weakref.WeakSet[_Connection] = weakref.WeakSet()
        self._watcher: Trace | None = None
        self._followers: list[Follower] = []
        with answering(path, is_derived=self._is_derived):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._writer = self._connect()
            self._switch_to_wal()
            self._writer.execute("BEGIN IMMEDIATE")
            if edition:
                self._renew(edition)
            for statement in schema.split(";;"):
                self._writer.execute(statement)
            self._writer.execute("COMMIT")

    def _renew(self, edition: int) -> None:
        """
        Throw the tables of another edition away.
        """
        (found,) = self._writer.execute("PRAGMA user_version").fetchone()
        if found == edition:
            return
        tables = self._writer.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall()
        for (name,) in tables:
            self._writer.execute(f'DROP TABLE "{name}"')
        self._writer.execute(f"PRAGMA user_version = {edition}")

    def _connect(self) -> "_Connection":
        connection = sqlite3.connect(
            self.path,
            timeout=self._busy_seconds,
            isolation_level=None,
            check_same_thread=False,
            factory=_Connection,
        )
        connection.path, connection.is_derived = self.path, self._is_derived
        connection.execute(f"PRAGMA synchronous={self._synchronous}")
        connection.set_trace_callback(self._watcher)
        self._opened.add(connection)
        return connection

    def _switch_to_wal(self) -> None:
        """
        Switch the file to write-ahead logging.

        While another process does the same, SQLite answers at once that the file is
        locked, without the wait that it grants elsewhere.
        """
        for _ in range(SWITCH_TRIES_MAX):
            try:
                sqlite3.Connection.execute(self._writer, "PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                time.sleep(self._busy_seconds / SWITCH_TRIES_MAX)
            else:
                return
        self._writer.execute("PRAGMA journal_mode=WAL")

    def trace(self, watcher: Trace | None) -> None:
        """
        Show every statement before it runs; for tests of power cuts.
        """
        self._watcher = watcher
        for connection in list(self._opened):
            connection.set_trace_callback(watcher)

    def tell(self, follower: Follower) -> None:
        """
        Tell somebody from now on how transactions end.
        """
        self._followers.append(follower)

    @property
    def active(self) -> sqlite3.Connection | None:
        """
        The transaction that this thread has open, if any.
        """
        active: sqlite3.Connection | None = getattr(self._local, "active", None)
        return active

    @property
    def reading(self) -> sqlite3.Connection:
        """
        This thread's connection for reading; inside a transaction, that one.
        """
        if self.active is not None:
            return self.active
        reader: sqlite3.Connection | None = getattr(self._local, "reader", None)
        if reader is None:
            with answering(self.path, is_derived=self._is_derived):
                reader = self._local.reader = self._connect()
        return reader

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """
        Read several times from one state of the file, whatever is written meanwhile.
        """
        connection = self.reading
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """
        Write, whole or not at all; inside another transaction, behind a savepoint.

        Raises:
            Unavailable: If the disk is full, the lock is not to be had, or the file is
                damaged; nothing was written then.
        """
        if self.active is not None:
            with self._savepoint(self.active) as connection:
                yield connection
            return
        with self._writing:
            self._writer.execute("BEGIN IMMEDIATE")
            self._local.active = self._writer
            try:
                yield self._writer
                _refuse_undone(self._writer, self.path)
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                self._undone()
                raise
            finally:
                self._local.active = None
            for follower in self._followers:
                follower.committed()

    @contextmanager
    def _savepoint(
        self, connection: sqlite3.Connection
    ) -> Iterator[sqlite3.Connection]:
        _refuse_undone(connection, self.path)
        connection.execute("SAVEPOINT act")
        try:
            yield connection
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO act")
                connection.execute("RELEASE act")
            self._undone()
            raise
        connection.execute("RELEASE act")

    def _undone(self) -> None:
        for follower in self._followers:
            follower.undone()

    def close(self) -> None:
        """
        Close every connection of this process.
        """
        for connection in list(self._opened):
            connection.close()


class _Connection(sqlite3.Connection):
    """
    A connection that says in words what is wrong with the disk or the file, and that is
    closed only between two statements: SQLite does not survive it within one.
    """

    path = Path()
    is_derived = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  SQLite's
        super().__init__(*args, **kwargs)
        self.using = threading.RLock()

    def close(self) -> None:
        """
        Close it, as soon as the statement that another thread runs has ended.
        """
        with self.using:
            super().close()

    def execute(self, sql: str, values: Values = ()) -> "_Cursor":  # type: ignore[override]  # narrower than what SQLite would take
        """
        Run a statement.
        """
        cursor = self.cursor(_Cursor)
        try:
            with self.using:
                return cursor.execute(sql, values)
        except sqlite3.Error as error:
            refuse_broken(error, self.path, is_derived=self.is_derived)
            raise

    def executemany(self, sql: str, values: Iterable[Values]) -> "_Cursor":  # type: ignore[override]  # as above
        """
        Run a statement once for each of some rows.
        """
        cursor = self.cursor(_Cursor)
        try:
            with self.using:
                return cursor.executemany(sql, values)
        except sqlite3.Error as error:
            refuse_broken(error, self.path, is_derived=self.is_derived)
            raise


class _Cursor(sqlite3.Cursor):
    """
    The rows of a statement, under the same care.
    """

    def fetchone(self) -> Any:  # noqa: ANN401  what a row holds is the statement's
        """
        Read one more row.
        """
        try:
            with self._owner.using:
                return super().fetchone()
        except sqlite3.Error as error:
            self._refuse(error)
            raise

    def fetchall(self) -> list[Any]:
        """
        Read what is left.
        """
        try:
            with self._owner.using:
                return super().fetchall()
        except sqlite3.Error as error:
            self._refuse(error)
            raise

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]  # many rows at a time
        """
        Read row after row.
        """
        while rows := self._some():
            yield from rows

    def _some(self) -> list[Any]:
        try:
            with self._owner.using:
                return super().fetchmany(ROWS_MAX)
        except sqlite3.Error as error:
            self._refuse(error)
            raise

    @property
    def _owner(self) -> _Connection:
        return cast("_Connection", self.connection)

    def _refuse(self, error: sqlite3.Error) -> None:
        owner = self._owner
        refuse_broken(error, owner.path, is_derived=owner.is_derived)


@contextmanager
def answering(path: Path, *, is_derived: bool = False) -> Iterator[None]:
    """
    Say in words what is wrong with the disk or the file.

    Args:
        path: The file.
        is_derived: Whether it can be thrown away and made anew.

    Raises:
        Unavailable: In place of an error of SQLite or of the system.
    """
    try:
        yield
    except sqlite3.Error as error:
        refuse_broken(error, path, is_derived=is_derived)
        raise
    except OSError as error:
        raise _unavailable(
            path, remedy_of(error), error.strerror or str(error)
        ) from error


def remedy_of(error: OSError) -> tuple[str, str]:
    """
    Say what to do where the system does not read or write.
    """
    return _OF_THE_SYSTEM.get(error.errno or 0, _RIGHTS)


def refuse_broken(
    error: sqlite3.Error, path: Path, *, is_derived: bool = False
) -> None:
    """
    Tell what is broken; a mistake of the statement is none of it and comes back.

    Args:
        error: What SQLite says.
        path: The file.
        is_derived: Whether it can be thrown away and made anew.

    Raises:
        Unavailable: If the disk is full, the file is locked, damaged or no database.
    """
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    remedy = _WHAT_TO_DO.get(code)
    if remedy is _DAMAGED and is_derived:
        remedy = _DERIVED
    if remedy is not None:
        raise _unavailable(path, remedy, str(error)) from error


def _unavailable(path: Path, remedy: tuple[str, str], said: str) -> Unavailable:
    return Unavailable(
        f"{path.name} 没有完成写入或读取，未留下任何半成的记录（{said}）。{remedy[0]}",
        f"{path.name} did not complete; nothing half-done stays ({said}). {remedy[1]}",
    )


_SPACE = "请清理磁盘空间后重试。", "Make room on the disk, then try again."
_WAIT = (
    "另一进程正占用该文件，请稍后重试。",
    "Another process holds the file; try again in a moment.",
)
_RIGHTS = (
    "请检查文件和文件夹的权限。",
    "Check the permissions of the file and its folder.",
)
_DAMAGED = (
    "该文件不是本系统的数据库，或已损坏；请勿删除，从备份恢复。",
    "It is no database of this system, or damaged; keep it, and restore a backup.",
)
_DERIVED = (
    "该文件已损坏，但可由账本重建：停止所有 shilu 进程，删除它，再重试。",
    "It is damaged, but made from the ledger: stop shilu, remove it, and try again.",
)
_DISK = "请检查磁盘。", "Check the disk."
_FOLDER = (
    "数据目录的位置上是一个文件；请将 SHILU_HOME 指向有写入权限的文件夹。",
    "A file lies where the folder should be; point SHILU_HOME at a writable folder.",
)

_OF_THE_SYSTEM = {
    errno.EDQUOT: _SPACE,
    errno.EEXIST: _FOLDER,
    errno.EFBIG: _SPACE,
    errno.EIO: _DISK,
    errno.ENOSPC: _SPACE,
    errno.ENOTDIR: _FOLDER,
}

_WHAT_TO_DO = {
    sqlite3.SQLITE_BUSY: _WAIT,
    sqlite3.SQLITE_CANTOPEN: _RIGHTS,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _SPACE,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_LOCKED: _WAIT,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_PERM: _RIGHTS,
    sqlite3.SQLITE_READONLY: _RIGHTS,
}


def _refuse_undone(connection: sqlite3.Connection, path: Path) -> None:
    """
    Refuse to go on after SQLite itself has undone a transaction, as on a full disk.
    """
    if not connection.in_transaction:
        raise _unavailable(path, _SPACE, "transaction undone")
