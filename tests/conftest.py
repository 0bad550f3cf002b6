"""
What all tests share.
"""

import logging
import os
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import settings

pytest_plugins = ["tests.needs", "tests.rows_met"]

# The same examples everywhere that a stranger judges by them; time is no criterion on
# a machine that runs two tests at once.
settings.register_profile("shared", deadline=None, print_blob=True)
settings.register_profile("judged", settings.get_profile("shared"), derandomize=True)
settings.load_profile("judged" if os.environ.get("CI") else "shared")


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    """
    A command sets up the log of its process; the next test starts without it.
    """
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
