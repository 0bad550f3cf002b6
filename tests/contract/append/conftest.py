"""
A ledger to append to.
"""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from infra.ledger import Ledger, Request
from tests.cases.office import EveryoneMay
from tests.contract.append.town import OFFICER


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """
    A ledger in a folder of its own; desks may share it.
    """
    ledger = Ledger(tmp_path, law=EveryoneMay())
    yield ledger
    ledger.close()


@pytest.fixture
def shop(ledger: Ledger) -> UUID:
    """
    A shop that is open.
    """
    receipt = ledger.perform(Request("open-shop", OFFICER, "shop", {"name": "Wang"}))
    return next(iter(receipt.files))
