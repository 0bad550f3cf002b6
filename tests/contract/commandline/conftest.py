"""
What the tests of commands share.
"""

import shutil
from pathlib import Path

import pytest

from services.commandline.homes import DONE
from tests.contract.commandline.terminal import run


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A home that holds its founding, its read models at the head.
    """
    home = tmp_path_factory.mktemp("founded")
    code, _, _ = run("people", home=home)
    assert code == DONE
    return home


@pytest.fixture
def home(founded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A copy of it, for one test.
    """
    home = tmp_path / "home"
    shutil.copytree(founded, home)
    monkeypatch.setenv("SHILU_HOME", str(home))
    return home
