"""
What the README shows is run, so that it stays true.
"""

import doctest
import re
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from services.commandline.main import parser

README = Path(__file__).parent.parent / "README.md"


def test_the_worked_example_runs(tmp_path: Path) -> None:
    """
    The first screen's example does what it says.
    """
    example = doctest.DocTestParser().get_doctest(
        README.read_text(), {"home": tmp_path}, "README", str(README), 0
    )
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)

    with capture_logs():
        runner.run(example)

    assert example.examples
    assert runner.summarize(verbose=False).failed == 0


def test_the_first_screen_holds_it() -> None:
    """
    What it is, the picture, the two commands and the example fit the first screen.
    """
    screen = README.read_text().splitlines()[:45]

    assert any("make run" in line for line in screen)
    assert any("make test" in line for line in screen)
    assert any(">>> house.perform" in line for line in screen)


@pytest.mark.parametrize(
    "command", re.findall(r"\.venv/bin/shilu (\w+)", README.read_text())
)
def test_every_command_that_it_names_is_there(command: str) -> None:
    """
    The commands in the README are commands of the program.
    """
    assert command in parser().format_help()
