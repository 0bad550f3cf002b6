"""
Moving the city in (迁入): it is made aside, and nothing of it shows before it is whole.

The ledger's own file moves last and in one step, so a kill leaves the home as it was or
with the whole city in it; what an earlier one left aside is thrown away.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from domain.procedures.standing import Standing
from infra.ledger import LEDGER, Ledger
from infra.occupancy import Occupancy, Occupied
from services.commandline.demo.making import (
    Made,
    Progress,
    home_is_taken,
    make_city,
)
from services.commandline.demonstration import holds_only_its_founding
from services.web.house import READ, House

#: Where the city is made, in the home itself: a move must not leave the disk.
ASIDE: Final = ".city"

#: What is derived from the ledger, or tells of it, and goes with it.
_OF_THE_LEDGER: Final = ("access.db", "access.db-wal", "access.db-shm")


def gives_way(home: Path) -> bool:
    """
    Whether the city may be made in a home: nothing is recorded there, or nothing but
    the founding of an empty demonstration.

    Raises:
        LedgerBehind: If more was once recorded than its ledger has.
        Occupied: If another process is setting it up.
        Unavailable: If what lies there cannot be read.
    """
    if not any((home / name).exists() for name in (LEDGER, READ)):
        return True
    with closing(House(home)) as house:
        return _is_free(house.ledger)


def _is_free(ledger: Ledger) -> bool:
    return not ledger.recorder.head or holds_only_its_founding(ledger)


def settle_city(
    home: Path,
    *,
    enterprises: int = 24,
    years: int = 1,
    seed: int = 1,
    until: date | None = None,
    progress: Progress | None = None,
) -> Made:
    """
    Make the city in a home that gives way to it; arguments as of ``make_city``.

    Raises:
        CannotMake: If the home does not, or the figures cannot be met.
        Occupied: If another process uses the home.
        Unavailable: If the disk is full, or the home cannot be written.
    """
    if not gives_way(home):
        raise home_is_taken(home)
    with Occupancy(home).alone(), _aside(home) as aside:
        _refuse_taken(home)
        with closing(Ledger(aside, law=Standing())) as ledger:
            made = make_city(
                ledger,
                enterprises=enterprises,
                years=years,
                seed=seed,
                until=until,
                progress=progress,
            )
        _move_in(aside, home)
    return made


def _refuse_taken(home: Path) -> None:
    """
    Look again, now that nobody else can record.
    """
    if (home / LEDGER).exists():
        with closing(Ledger(home, law=Standing())) as ledger:
            if not _is_free(ledger):
                raise home_is_taken(home)


@contextmanager
def _aside(home: Path) -> Iterator[Path]:
    """
    Give the empty folder in which the city is made, and leave nothing of it.
    """
    folder = home / ASIDE
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _move_in(aside: Path, home: Path) -> None:
    """
    Move everything into the home, the ledger last.
    """
    for ledger in (aside / LEDGER, home / LEDGER):
        # What stands in it would be read as part of the file that takes its place.
        if ledger.with_name(f"{LEDGER}-wal").exists():
            raise Occupied(
                f"另一程序正打开 {ledger.name}。请先关闭它，再重试。",
                f"Another program has {ledger.name} open; close it, then try again.",
            )
    for document in sorted((aside / "documents").glob("*/*")):
        folder = home / "documents" / document.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        document.replace(folder / document.name)
        _sync(folder)
    shutil.rmtree(home / READ, ignore_errors=True)
    for name in _OF_THE_LEDGER:
        (home / name).unlink(missing_ok=True)
    (aside / LEDGER).replace(home / LEDGER)
    _sync(home)


def _sync(folder: Path) -> None:
    """
    Have what was moved survive a power cut.
    """
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
