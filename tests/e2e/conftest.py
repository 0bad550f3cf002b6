"""
What the end-to-end tests share.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.city import Town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A city whose registers are filled."""
    made = Town(tmp_path / "home")
    yield made
    made.house.close()
