"""
The id of a ledger, from which ids of files derive.
"""

from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.procedures.standing import Standing
from infra.failures import Misconfigured
from infra.ledger import Ledger, Request

KNOWN = UUID("5e1f0000-0000-4000-8000-00000000d000")
OPERATOR = Actor(Role.OPERATOR)


def opened(home: Path, deployment: UUID | None = None) -> Ledger:
    """
    Open a ledger, under a known id if one is given.
    """
    ledger = Ledger(home, law=Standing())
    if deployment is not None:
        ledger.take_id(deployment)
    terms = {
        "deployment": str(ledger.deployment),
        "name": "演示",
        "region": "230100",
        "demonstration": True,
    }
    ledger.perform(Request("open-ledger", OPERATOR, "open", terms))
    return ledger


def test_same_id_gives_same_ids_of_files(tmp_path: Path) -> None:
    """
    D23: ids derive from the deployment, the actor and the key, so two ledgers of one
    id name their files alike, and two of ids drawn by lot do not.
    """
    alike = [opened(tmp_path / name, KNOWN) for name in "ab"]
    unlike = [opened(tmp_path / name) for name in "cd"]

    first, again, *others = (
        ledger.facts()[0].originator_id for ledger in (*alike, *unlike)
    )

    assert first == again
    assert len({first, *others}) == 3


def test_id_is_that_of_the_next_opening(tmp_path: Path) -> None:
    """
    The id is kept with the ledger, not with the process.
    """
    opened(tmp_path, KNOWN).close()

    assert Ledger(tmp_path, law=Standing()).deployment == KNOWN


def test_id_stays_once_something_is_recorded(tmp_path: Path) -> None:
    """
    Another id would give other ids to the files of a request that is asked again.
    """
    ledger = opened(tmp_path)
    before = ledger.deployment

    with pytest.raises(Misconfigured):
        ledger.take_id(KNOWN)

    assert ledger.deployment == before
    assert Ledger(tmp_path, law=Standing()).deployment == before
