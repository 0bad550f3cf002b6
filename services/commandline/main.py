"""
The command ``shilu`` (命令行入口).
"""

import argparse
import sys
from collections.abc import Sequence

import structlog

from domain.law.silence import LawSilent
from domain.refusals import Refused
from infra.failures import Failure
from services.commandline import (
    acting,
    demo,
    founding,
    importing,
    periods,
    reading,
    serving,
)
from services.commandline.homes import ASKED_WRONGLY, AskedWrongly, tell
from services.web.faults import Malformed
from services.web.problems import NotThisWay

#: Every module that adds commands, in the order of the help.
MODULES = (founding, serving, demo, acting, importing, reading, periods)

INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """
    Run one command.

    Args:
        words: The words after ``shilu``; those of the process by default.

    Returns:
        The exit code.
    """
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(30),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    asked = parser().parse_args(words)
    try:
        code: int = asked.run(asked)
    except AskedWrongly as wrong:
        print(wrong, file=sys.stderr)
        return ASKED_WRONGLY
    except (Refused, Failure, Malformed, LawSilent, NotThisWay) as error:
        return tell(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return code


def parser() -> argparse.ArgumentParser:
    """
    Put the commands together.
    """
    whole = argparse.ArgumentParser(
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
