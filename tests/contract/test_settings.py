"""
Settings are read once, and what nobody reads is refused.
"""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from infra.failures import Misconfigured
from infra.settings import Settings


def test_by_default() -> None:
    """
    Without a word in the environment everything lies under ``var`` on port 8000.
    """
    assert Settings.read({"PATH": "/bin"}) == Settings(Path("var"), 8000)


def test_as_set() -> None:
    """
    Home and port are read; an empty value is none.
    """
    read = Settings.read({"SHILU_HOME": "/srv/shilu", "SHILU_PORT": "80"})

    assert read == Settings(Path("/srv/shilu"), 80)
    assert Settings.read({"SHILU_HOME": "", "SHILU_PORT": ""}) == Settings()


def test_unknown_key() -> None:
    """
    A key that nothing reads is refused, and the nearest one named in both languages.
    """
    with pytest.raises(Misconfigured) as wrong:
        Settings.read({"SHILU_HOMES": "/srv"})

    assert "您是否要设置 SHILU_HOME？" in wrong.value.zh
    assert "did you mean SHILU_HOME?" in wrong.value.en


def test_key_of_the_tests() -> None:
    """
    What the tests read is no mistake.
    """
    assert Settings.read({"SHILU_REQUIRE": "all"}) == Settings()


@pytest.mark.parametrize("port", ["0", "65536", "-1", "eighty", "８０", "80 "])
def test_no_port(port: str) -> None:
    """
    A port is a number from 1 to 65535.
    """
    with pytest.raises(Misconfigured, match="65535"):
        Settings.read({"SHILU_PORT": port})


def test_frozen() -> None:
    """
    Nothing changes them while the process runs.
    """
    settings = Settings()
    with pytest.raises(FrozenInstanceError):
        settings.port = 1  # type: ignore[misc]  # the point
