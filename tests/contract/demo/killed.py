"""
Makes the city in a process of its own, to be killed.

Run with a home and at which file that is moved or removed the process kills itself; the
steps are counted where the operating system is asked, so none is missed.
"""

import logging
import os
import signal
import sys
from pathlib import Path

from infra import logs
from services.commandline.demo.making import FIRMS_MIN
from services.commandline.demo.moving import settle_city
from tests.contract.demo.conftest import UNTIL

#: What the system is asked when a file is moved or removed.
STEPS = ("os.rename", "os.remove")


def main(home: Path, step_until: int) -> None:
    """
    Make the city, as far as the process is let; tell how many steps it took.
    """
    steps = 0

    def watch(event: str, given: tuple[object, ...]) -> None:
        nonlocal steps
        del given
        if event not in STEPS:
            return
        steps += 1
        if steps == step_until:
            os.kill(os.getpid(), signal.SIGKILL)

    logs.configure(level=logging.WARNING)
    sys.addaudithook(watch)
    settle_city(home, enterprises=FIRMS_MIN, until=UNTIL)
    sys.stdout.write(f"{steps}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
