"""
Imports a file in a process of its own, to be killed.

Run with a home, a file and, optionally, at which act the process kills itself, with
the act's facts written and its commit open.
Without that it says after each commit how far it is, and waits to be killed.
"""

import os
import signal
import sys
from pathlib import Path

from infra.tables import Kind
from services.web.importing import Asked, import_file
from tests.contract.imports.city import opened


def main(home: Path, path: Path, act_until: int) -> None:
    """
    Import the file, as far as the process is let.
    """
    acts = 0

    def watch(statement: str) -> None:
        nonlocal acts
        acts += statement.startswith("UPDATE head")
        if act_until and acts >= act_until:
            os.kill(os.getpid(), signal.SIGKILL)

    def told(done: int, length: int) -> None:
        sys.stderr.write(f"progress {done} {length}\n")
        sys.stderr.flush()

    with opened(home) as city:
        city.ledger.recorder.store.trace(watch)
        import_file(city.ledger, Asked(path, Kind.PENALTIES, city.importer), told)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int((sys.argv[3:] or ["0"])[0]))
