"""
``python -m tests.bench``: measure every case, print a table, write ``bench.json``.

Nothing is asserted of how long anything takes: a ratio is for a reader to judge, and
says what it is beside.
"""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from infra.logs import configure
from tests.bench import (
    appending,
    growing,
    importing,
    listing,
    posting,
    reaching,
    reading,
    setting,
)
from tests.bench.measuring import FULL, QUICK, USUAL, Result, Size, table_of, write

Cases = Callable[[Path, Size], Iterator[Result]]

#: Everything that is measured, in the order of the table.
EVERY: Mapping[str, Cases] = MappingProxyType(
    {
        "ledger": appending.cases,
        "reach": reaching.cases,
        "http": posting.cases,
        "import": importing.cases,
        "reading": reading.cases,
        "papers": setting.cases,
        "list": listing.cases,
        "growth": growing.cases,
    }
)


def measure(names: Sequence[str], size: Size, home: Path) -> list[Result]:
    """
    Measure cases, each in a folder of its own beside the data.

    Args:
        names: Which.
        size: How much is done.
        home: A folder on the disk that ledgers lie on.
    """
    home.mkdir(parents=True, exist_ok=True)
    found: list[Result] = []
    for name in names:
        print(f"{name} …", file=sys.stderr)
        with TemporaryDirectory(prefix="bench-", dir=home) as folder:
            found += EVERY[name](Path(folder), size)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """
    Measure what is asked for.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(EVERY))
    much = parser.add_mutually_exclusive_group()
    much.add_argument("--quick", action="store_true", help="fewer rounds and rows")
    much.add_argument("--full", action="store_true", help="growth to 300 000 facts")
    asked = parser.parse_args(arguments)
    unknown = set(asked.cases) - set(EVERY)
    if unknown:
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    configure(level=logging.CRITICAL)
    size = QUICK if asked.quick else FULL if asked.full else USUAL
    home = Path(os.environ.get("SHILU_HOME") or "var")
    results = measure(asked.cases or list(EVERY), size, home)
    print(table_of(results))
    print(
        f"\ngrowth goes from {size.small:,} to {size.large:,} facts; "
        f"`make bench FULL=1`: {FULL.large:,}"
    )
    write(results, home / "bench.json")


if __name__ == "__main__":
    main()
