"""
Processes of their own, for tests of what only several of them or a dead one shows.

They come from a fork server that has the project imported, so that one starts in
milliseconds; none inherits a connection or a thread of the tests.
"""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

#: What the server imports once for all.
IMPORTED = (
    "pytest",
    "structlog",
    "domain",
    "infra.access",
    "infra.projector",
    "tests.contract.append.desks",
    "tests.contract.reading.board",
)


def started(target: Callable[..., object], *args: object) -> ForkServerProcess:
    """
    Run a function of some module in a new process.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(list(IMPORTED))
    process: ForkServerProcess = context.Process(target=target, args=args, daemon=True)
    process.start()
    return process


def line() -> tuple[Connection, Connection]:
    """
    Make the two ends of a line between processes.
    """
    return get_context("forkserver").Pipe()
