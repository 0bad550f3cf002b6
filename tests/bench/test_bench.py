"""
What the bench writes; never how fast anything was.
"""

import json
import re
import subprocess
from pathlib import Path
from shutil import which

import pytest

from tests.bench.__main__ import EVERY, measure
from tests.bench.measuring import (
    FULL,
    Result,
    Round,
    Size,
    percentile,
    result_of,
    side_by_side,
    table_of,
    write,
)
from tests.bench.office import Office, ledger_at

TINY = Size(
    rounds=2,
    acts=4,
    cold=2,
    records=200,
    rows=210,
    rebuilt=200,
    lags=3,
    small=150,
    large=400,
    others=3,
    long=12,
)
#: How many results each case gives.
COUNTS = {
    "ledger": 2,
    "reach": 4,
    "http": 2,
    "import": 1,
    "reading": 4,
    "papers": 1,
    "list": 2,
    "growth": 7,
}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(each, marks=pytest.mark.needs("chinese-font"))
        if each == "papers"
        else each
        for each in EVERY
    ],
)
def test_every_case_measures_beside_a_baseline(name: str, tmp_path: Path) -> None:
    """
    Each case gives a value and a baseline in one unit, and the ratio of both.
    """
    results = measure([name], TINY, tmp_path)
    write(results, tmp_path / "bench.json")
    written = json.loads((tmp_path / "bench.json").read_bytes())

    assert len(results) == COUNTS[name]
    assert [list(each) for each in written] == [
        ["name", "ratio", "value", "baseline", "unit", "runs"]
    ] * COUNTS[name]
    for each in results:
        assert min(each.ratio, each.value, each.baseline) > 0
        assert each.runs >= TINY.rounds
        assert each.unit in {"acts/s", "rows/s", "facts/s", "ms"}
        assert each.beside


def test_full_size_is_asked_for_by_make() -> None:
    """
    ``make bench FULL=1`` has growth go to 300 000 facts, and the README says so.
    """
    root, make = Path(__file__).parents[2], which("make")
    assert make
    told = [
        subprocess.run(
            [make, "--dry-run", "bench", *full],
            cwd=root,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for full in ((), ("FULL=1",))
    ]

    assert ["--full" in each for each in told] == [False, True]
    assert FULL.large == 300_000
    assert re.search(
        r"`make bench`.*`FULL=1`.*300 000 facts", (root / "README.md").read_text()
    )


def test_names_are_told_apart(tmp_path: Path) -> None:
    """
    A script finds a result by its name, so no two share one.
    """
    results = [*measure(["ledger", "reading"], TINY, tmp_path)]

    assert len({each.name for each in results}) == len(results)
    assert not list(tmp_path.iterdir())


def test_case_and_baseline_take_turns() -> None:
    """
    Neither of both always goes first, and each round holds both.
    """
    order: list[str] = []

    def one(name: str, value: float) -> float:
        order.append(name)
        return value

    rounds = side_by_side(3, lambda: one("case", 3), lambda: one("beside", 2))

    assert order == ["case", "beside", "beside", "case", "case", "beside"]
    assert rounds == [Round(3, 2)] * 3


def test_ratio_is_taken_within_rounds() -> None:
    """
    A machine that was slow for one whole round does not change the ratio.
    """
    rounds = [Round(10, 5), Round(1, 0.5), Round(8, 4)]

    found = result_of("x", rounds, unit="acts/s", beside="y")

    assert (found.ratio, found.value, found.baseline, found.runs) == (2, 8, 4, 3)


def test_percentile_is_a_measured_value() -> None:
    """
    The 99th of a hundred is among what was measured, whatever the order.
    """
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2
    assert percentile([3.0, 1.0, 2.0], 0.99) == 3


def test_table_has_a_line_for_each_result() -> None:
    """
    The table names case, unit and baseline.
    """
    result = Result("act", 0.5, 100, 200, "acts/s", runs=7, beside="a stock recorder")

    head, _, line = table_of([result]).splitlines()

    assert head.split() == ["ratio", "value", "baseline", "unit"]
    assert line.split()[:4] == ["act", "0.500", "100.00", "200.00"]
    assert line.endswith("acts/s, 7 runs; a stock recorder")


class TestOffice:
    def test_copies_are_files_like_the_first(self, tmp_path: Path) -> None:
        """
        A visit that was made from another one loads, and acts can be done on it.
        """
        ledger = ledger_at(tmp_path)
        office = Office(ledger)

        visits = office.fill(300)
        before = ledger.recorder.head
        office.ledger.perform(office.finding(visits[-1], "more"))

        first, last = ledger.read(visits[0]), ledger.read(visits[-1])
        assert first
        assert last
        assert (last.version, ledger.recorder.head) == (first.version + 1, before + 1)
        ledger.close()

    def test_copies_have_names_of_their_own(self, tmp_path: Path) -> None:
        """
        No two enterprises share a code, a name or a thread.
        """
        ledger = ledger_at(tmp_path)
        Office(ledger).fill(300)

        registered = [
            fact
            for fact in ledger.facts(limit=1000)
            if fact.TOPIC == "enterprise.enterprise-registered.v1"
        ]
        for of in ("name", "name_key", "uscc"):
            assert len({vars(f)[of] for f in registered}) == len(registered) > 10
        assert len({f.deed.thread for f in registered}) == len(registered)
        ledger.close()
