"""
SQLite as the ledger needs it: one writer at a time, readers on their own connections.

The library's own datastore begins transactions deferred, so a second process is
refused instead of waiting; here every writer begins with ``BEGIN IMMEDIATE`` (D14).
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.failures import Unavailable

#: How long a writer waits for another process, in seconds.
BUSY_SECONDS_MAX = 30

Trace = Callable[[str], object]


class SqliteStore:
    """
    One database file, shared by the threads of this process and by other processes.
    """

    def __init__(self, path: Path, schema: str, *, synchronous: str = "FULL") -> None:
        """
        Open the file and lay the tables out where they are missing.

        Args:
            path: The database file; its folder is made.
            schema: ``CREATE ... IF NOT EXISTS`` statements.
            synchronous: ``FULL`` for what must survive a power cut, else ``NORMAL``.

        Raises:
            Unavailable: If the file cannot be opened or is no database.
        """
        self.path = path
        self._synchronous = synchronous
        self._local = threading.local()
        self._writing = threading.Lock()
        self._opened: list[sqlite3.Connection] = []
        path.parent.mkdir(parents=True, exist_ok=True)
        with answering(path):
            self._writer = self._connect()
            self._writer.execute("PRAGMA journal_mode=WAL")
            self._writer.execute("BEGIN IMMEDIATE")
            for statement in schema.split(";;"):
                self._writer.execute(statement)
            self._writer.execute("COMMIT")

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path,
            timeout=BUSY_SECONDS_MAX,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute(f"PRAGMA synchronous={self._synchronous}")
        self._opened.append(connection)
        return connection

    def trace(self, watcher: Trace | None) -> None:
        """
        Show every statement of the writer before it runs; for tests of power cuts.
        """
        self._writer.set_trace_callback(watcher)

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
            reader = self._local.reader = self._connect()
        return reader

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
        with self._writing, answering(self.path):
            self._writer.execute("BEGIN IMMEDIATE")
            self._local.active = self._writer
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise
            finally:
                self._local.active = None

    @contextmanager
    def _savepoint(
        self, connection: sqlite3.Connection
    ) -> Iterator[sqlite3.Connection]:
        connection.execute("SAVEPOINT act")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK TO act")
            connection.execute("RELEASE act")
            raise
        connection.execute("RELEASE act")

    def close(self) -> None:
        """
        Close every connection of this process.
        """
        for connection in self._opened:
            connection.close()
        self._opened.clear()


@contextmanager
def answering(path: Path) -> Iterator[None]:
    """
    Say in words what is wrong with the disk or the file.

    Raises:
        Unavailable: In place of an operational error of SQLite.
    """
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
        said = f"{path.name}: {error}"
        raise Unavailable(
            f"存储没有完成写入，未留下任何半成的记录：{said}。"
            "请检查磁盘空间、文件权限后重试。",
            f"The store did not complete; nothing half-done was kept: {said}. "
            "Check disk space and file permissions, then try again.",
        ) from error
