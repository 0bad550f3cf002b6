"""
Imports files, each in a child that is killed at some moment.

Run with a home for each death, a file, its kind and a moment: before which writing
statement the child is killed; 0 stands for the moment at which the refused rows are
written, and are not yet in their place.
"""

import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from infra.tables import Kind
from services.web import importing
from tests.contract.imports.samples import prepared

#: So few rows are one commit here, that a short file has several.
BATCH_COUNT = 2
WRITING = ("INSERT", "UPDATE", "DELETE", "COMMIT")


class Deaths:
    """
    Counts writing statements, and ends the process before one of them.
    """

    def __init__(self, moment: int) -> None:
        """
        Begin to count.

        Args:
            moment: The statement; none if it is negative.
        """
        self.moment = moment
        self.count = 0

    def watch(self, statement: str) -> None:
        """
        Count a statement.
        """
        self.count += statement.startswith(WRITING)
        if self.count == self.moment:
            die()


def die(*_: object) -> NoReturn:
    """
    Be killed, as by a power cut.
    """
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def main(home: Path, path: Path, kind: Kind, moment: int) -> None:
    """
    Import a file until the moment comes.
    """
    with prepared(home) as city:
        vars(importing)["BATCH_COUNT_MAX"] = BATCH_COUNT
        if not moment:
            vars(os)["replace"] = die
        city.ledger.recorder.store.trace(Deaths(moment or -1).watch)
        importing.import_file(city.ledger, importing.Asked(path, kind, city.importer))


if __name__ == "__main__":
    for words in zip(*[iter(sys.argv[1:])] * 4, strict=True):
        child = os.fork()
        if not child:
            main(Path(words[0]), Path(words[1]), Kind(words[2]), int(words[3]))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL, words
