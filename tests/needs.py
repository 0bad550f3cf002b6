"""
What a test may need of the machine, and what happens where that is missing.

A test says `@pytest.mark.needs("chromium")`.
Where the part is missing it is skipped, with a line that says how to get the part.
With `SHILU_REQUIRE=all` in the environment nothing may be skipped: whoever sets it
wants to know that every test ran.
"""

import os
import shutil
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

REQUIRE: Final = "SHILU_REQUIRE"
FONT_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts")


@dataclass(frozen=True)
class Part:
    """
    A part of the machine that a test may need.

    Args:
        is_there: Whether this machine has it.
        remedy: How to get it.
    """

    is_there: Callable[[], bool]
    remedy: str


def chromium_path() -> str | None:
    """Where the system's own Chromium is, if it has one."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def has_chinese_font() -> bool:
    """Whether pages and papers can show Chinese."""
    folders = (Path(folder) for folder in FONT_FOLDERS)
    return any(next(folder.rglob("Noto*CJK*"), None) for folder in folders)


PARTS: Final = {
    "chromium": Part(lambda: bool(chromium_path()), "apt-get install chromium"),
    "git": Part(lambda: bool(shutil.which("git")), "apt-get install git"),
    "chinese-font": Part(has_chinese_font, "apt-get install fonts-noto-cjk"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose parts are not all there."""
    for marker in item.iter_markers("needs"):
        for name in marker.args:
            if name not in PARTS:
                pytest.fail(f"no part is called {name!r}; see tests/needs.py")
            if not PARTS[name].is_there():
                pytest.skip(f"needs {name}: {PARTS[name].remedy}")


def _forbid(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and os.environ.get(REQUIRE) == "all":
        reason = report.longrepr
        told = reason[2] if isinstance(reason, tuple) else str(reason)
        report.outcome = "failed"
        report.longrepr = f"{told} ({REQUIRE}=all: nothing may be skipped)"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Make a failure of a skipped test where nothing may be skipped."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _forbid(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[
    None, pytest.CollectReport, pytest.CollectReport
]:
    """Make a failure of a module that skips itself where nothing may be skipped."""
    report = yield
    _forbid(report)
    return report
