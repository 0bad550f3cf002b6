"""
Feeds the read models of a home in a process of its own, to be killed.
"""

import os
import signal
from pathlib import Path

import projections
from domain.procedures.standing import Standing
from infra.ledger import Ledger
from infra.projector import Projector
from infra.read_model import MODELS, ReadModel

#: Importing it makes every read model known.
KNOWN = projections


def models_of(ledger: Ledger, folder: Path) -> list[ReadModel]:
    """
    Open every read model in a folder, with the names that the vault has.
    """
    reveal = ledger.vault.of_fact
    return [kind(folder, reveal, clock=ledger.clock) for kind in MODELS.values()]


def feed(ledger: Ledger, folder: Path, batch: int) -> dict[str, tuple[int, str]]:
    """
    Bring every read model to the head, and give position and digest of each.
    """
    models = models_of(ledger, folder)
    projector = Projector(ledger, models, batch=batch)
    projector.catch_up()
    assert not projector.poison
    found = {model.NAME: model.state() for model in models}
    for model in models:
        model.close()
    return found


def feed_and_die(home: Path, folder: Path, batch: int, dies_at: int) -> None:
    """
    Feed, and be killed before a statement that writes.
    """
    ledger = Ledger(home, law=Standing())
    models = models_of(ledger, folder)
    left = dies_at

    def count(statement: str) -> None:
        nonlocal left
        left -= statement.startswith(("INSERT", "UPDATE", "DELETE", "COMMIT"))
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    for model in models:
        model.store.trace(count)
    Projector(ledger, models, batch=batch).catch_up()
