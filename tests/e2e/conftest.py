"""
What the end-to-end tests share.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.e2e.city import Town
from tests.e2e.doors import Doors
from tests.e2e.region import Region


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A city whose registers are filled."""
    made = Town(tmp_path / "home")
    yield made
    made.house.close()


@pytest.fixture(scope="session")
def doors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doors]:
    """The desks of a region, at which nothing is recorded any more."""
    region = Region(tmp_path_factory.mktemp("region") / "home")
    with TestClient(region.app, "http://test", follow_redirects=False) as client:
        yield Doors(region, client)
    region.house.close()
