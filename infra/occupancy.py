"""
The occupancy of a home (占用): many processes use it together, or one sets it up alone.

Whoever puts another ledger into a home must know that nobody has the old one open: what
they recorded afterwards would be lost with it.
"""

import fcntl
import os
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.failures import Unavailable
from infra.sqlite_store import remedy_of

LOCK = "home.lock"


class Occupied(Unavailable):
    """
    Another process has the home, so that this one cannot.
    """

    code = "home_occupied"


class Occupancy:
    """
    The place that one process has in a home.
    """

    def __init__(self, home: Path) -> None:
        """
        Name the home.
        """
        self._home = home
        self._leave: Callable[[], object] | None = None

    def share(self) -> None:
        """
        Use it beside others, until ``leave``.

        Raises:
            Occupied: If another process is setting it up.
            Unavailable: If it cannot be written.
        """
        if not self._take(fcntl.LOCK_SH):
            raise Occupied(
                f"另一进程正在建立 {self._home}（例如生成演示城市）。"
                "请等它完成后重试。",
                f"Another process is setting {self._home} up, such as `shilu demo`; "
                "wait until it is done.",
            )

    @contextmanager
    def alone(self) -> Iterator[None]:
        """
        Have it alone for a while.

        Raises:
            Occupied: If any other process uses it.
            Unavailable: If it cannot be written.
        """
        if not self._take(fcntl.LOCK_EX):
            raise Occupied(
                f"另一进程正在使用 {self._home}。请先停止它（例如 shilu serve），"
                "再重试。",
                f"Another process is using {self._home}; stop it first, such as "
                "`shilu serve`, then try again.",
            )
        try:
            yield
        finally:
            self.leave()

    def leave(self) -> None:
        """
        Leave it to others.
        """
        if self._leave is not None:
            self._leave()
            self._leave = None

    def _take(self, lock: int) -> bool:
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._home / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            zh, en = remedy_of(error)
            raise Unavailable(
                f"数据目录 {self._home} 不能使用（{error.strerror}）。{zh}",
                f"{self._home} cannot be used ({error.strerror}). {en}",
            ) from error
        try:
            fcntl.flock(handle, lock | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        # Whoever forgets to leave has left when nobody refers to the place any more.
        self._leave = weakref.finalize(self, os.close, handle)
        return True
