"""
What the tests of imports share.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.imports.city import City, opened


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    """
    A city bureau with a ledger of its own.
    """
    with opened(tmp_path / "home") as city:
        yield city
