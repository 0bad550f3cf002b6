"""
The command ``shilu`` (命令行入口).
"""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from domain.law.silence import LawSilent
from domain.refusals import Refused
from infra import logs
from infra.failures import Failure
from infra.settings import Settings
from services.commandline import (
    acting,
    demo,
    importing,
    init,
    listing,
    periods,
    reading,
    rendering,
    serving,
    steps,
)
from services.commandline.arguments import Parser
from services.commandline.homes import (
    ASKED_WRONGLY,
    DONE,
    AskedWrongly,
    tell,
    tell_of_system,
)
from services.web.faults import Malformed
from services.web.problems import NotThisWay

#: Every module that adds commands, in the order of the help.
MODULES = (
    *(init, serving, demo, acting, steps, importing),
    *(reading, listing, rendering, periods),
)

INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """
    Run one command.

    Args:
        words: The words after ``shilu``; those of the process by default.

    Returns:
        The exit code.
    """
    logs.configure(level=logging.WARNING)
    asked = parser().parse_args(words)
    try:
        asked.settings = Settings.read(os.environ)
        code: int = asked.run(asked)
        sys.stdout.flush()
    except AskedWrongly as wrong:
        print(wrong, file=sys.stderr)
        return ASKED_WRONGLY
    except (Refused, Failure, Malformed, LawSilent, NotThisWay) as error:
        return tell(error)
    except KeyboardInterrupt:
        print("已中断。/ Interrupted.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return DONE
    except OSError as error:
        _forget_output()
        return tell_of_system(error)
    return code


def _forget_output() -> None:
    """
    Let go of what could not be written, so that it is not tried again at the end.
    """
    with suppress(OSError):
        try:
            sys.stdout.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)


def parser() -> argparse.ArgumentParser:
    """
    Put the commands together.
    """
    whole = Parser(
        prog="shilu",
        description="实录：安全生产执法账本。SHILU_HOME 指定数据目录（缺省 var/），"
        "SHILU_PORT 指定端口。 "
        "A ledger of work-safety enforcement; SHILU_HOME is where its data lie.",
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for module in MODULES:
        module.register(commands)
    return whole


if __name__ == "__main__":
    sys.exit(main())
