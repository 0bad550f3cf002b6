"""
The command ``shilu demo``.
"""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from services.commandline.demo.command import Bar
from services.commandline.homes import ASKED_WRONGLY, DONE, FAILED
from services.commandline.main import main

ASKED = ("demo", "--enterprises", "16", "--seed", "7", "--until", "2025-11-20")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    An empty home.
    """
    monkeypatch.setenv("SHILU_HOME", str(tmp_path))
    return tmp_path


class Terminal(io.StringIO):
    """
    A stream that says that somebody looks at it.
    """

    def isatty(self) -> bool:
        """
        Somebody does.
        """
        return True


def test_city_is_made_and_can_be_looked_at(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    It says in both languages where the city is and what to do next, and on the other
    stream how many acts and facts it took; its people can sign in at once.
    """
    assert main(ASKED) == DONE
    said = capsys.readouterr()

    assert str(home) in said.out
    assert "shilu serve" in said.out
    assert "acts/s" in said.err
    assert "条事实" in said.err
    assert main(("people",)) == DONE
    assert "officer-wang" in capsys.readouterr().out


def test_second_city_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A home with facts is left alone.
    """
    main(ASKED)
    before = (home / "ledger.db").stat().st_size
    capsys.readouterr()

    assert main(ASKED) == FAILED
    told = capsys.readouterr().err
    assert '"demo_not_made"' in told
    assert "SHILU_HOME" in told
    assert (home / "ledger.db").stat().st_size == before


@pytest.mark.usefixtures("home")
def test_day_that_is_none_is_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    """
    A last day that cannot be read is said to be none, with an example.
    """
    assert main(("demo", "--until", "gestern")) == ASKED_WRONGLY
    assert "2026-09-24" in capsys.readouterr().err


def test_bar_shows_how_far_it_is() -> None:
    """
    On a terminal: the day that is told, the acts, the rate; elsewhere nothing.
    """
    moment = datetime(2026, 3, 2, 20, tzinfo=UTC)
    seen, unseen = Terminal(), io.StringIO()
    for stream in (seen, unseen):
        bar = Bar(stream)
        bar(120, moment, 0.5)
        bar.end()

    assert "2026-03-03  120 项 acts" in seen.getvalue()
    assert seen.getvalue().count("█") == seen.getvalue().count("·")
    assert not unseen.getvalue()
