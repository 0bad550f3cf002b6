"""
What every case of the bench shares: rounds side by side, and what came of them.

Machines are noisy, and the same one is fast now and slow a second later; so each case
and its baseline take turns, and what counts is the ratio within each round.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import orjson

Work = Callable[[], float]


@dataclass(frozen=True)
class Size:
    """
    How much is done.

    Args:
        rounds: How often a case and its baseline take turns.
        acts: Acts a round.
        cold: Acts a round where each opens the ledger anew.
        records: Records that lie in the ledger where a plain application is beside it.
        rows: Rows of the imported file.
        rebuilt: Facts that read models are built from.
        lags: Acts after which the read models are waited for.
        small: Facts of the small ledger.
        large: Facts of the large one.
        others: Files that a guard reads beside the one of the act.
        long: Facts of a long case.
    """

    rounds: int
    acts: int
    cold: int
    records: int
    rows: int
    rebuilt: int
    lags: int
    small: int
    large: int
    others: int
    long: int


#: What `make bench` does; growth is shown on a tenth of what `--full` goes to.
USUAL = Size(
    rounds=7,
    acts=60,
    cold=20,
    records=10_000,
    rows=5_000,
    rebuilt=8_000,
    lags=100,
    small=1_000,
    large=30_000,
    others=40,
    long=500,
)
FULL = Size(
    rounds=7,
    acts=60,
    cold=20,
    records=10_000,
    rows=5_000,
    rebuilt=8_000,
    lags=100,
    small=1_000,
    large=300_000,
    others=40,
    long=500,
)
QUICK = Size(
    rounds=3,
    acts=30,
    cold=8,
    records=2_000,
    rows=1_000,
    rebuilt=2_000,
    lags=30,
    small=1_000,
    large=30_000,
    others=40,
    long=500,
)


@dataclass(frozen=True)
class Round:
    """
    One turn of a case and of its baseline, in the same unit.
    """

    value: float
    baseline: float


@dataclass(frozen=True)
class Result:
    """
    What came of a case.

    Args:
        name: Of the case.
        ratio: Median, over the rounds, of the value over the baseline.
        value: Median of what was measured.
        baseline: Median of what was measured beside it.
        unit: Of both.
        runs: How many rounds, or how many single measurements.
        beside: What the baseline is, in words; for the table only.
    """

    name: str
    ratio: float
    value: float
    baseline: float
    unit: str
    runs: int
    beside: str = ""

    @property
    def as_json(self) -> dict[str, str | float | int]:
        """
        The members that scripts rely on.
        """
        return {
            "name": self.name,
            "ratio": round(self.ratio, 4),
            "value": round(self.value, 3),
            "baseline": round(self.baseline, 3),
            "unit": self.unit,
            "runs": self.runs,
        }


def seconds(work: Callable[[], object]) -> float:
    """
    Time a piece of work.
    """
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def per_second(count: int, work: Callable[[], object]) -> float:
    """
    Time a piece of work, and say how many of its units fit into a second.
    """
    return count / seconds(work)


def side_by_side(rounds: int, work: Work, baseline: Work) -> list[Round]:
    """
    Let a case and its baseline take turns, each beginning every other round.

    Args:
        rounds: How often.
        work: Measures the case.
        baseline: Measures what is beside it, in the same unit.
    """
    taken = []
    for number in range(rounds):
        if number % 2:
            beside = baseline()
            taken.append(Round(work(), beside))
        else:
            value = work()
            taken.append(Round(value, baseline()))
    return taken


def result_of(name: str, rounds: Sequence[Round], *, unit: str, beside: str) -> Result:
    """
    Sum rounds up.
    """
    return Result(
        name,
        ratio=median(r.value / r.baseline for r in rounds),
        value=median(r.value for r in rounds),
        baseline=median(r.baseline for r in rounds),
        unit=unit,
        runs=len(rounds),
        beside=beside,
    )


def percentile(measured: Sequence[float], share: float) -> float:
    """
    Give the value that a share of the measurements does not exceed.
    """
    ordered = sorted(measured)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def table_of(results: Iterable[Result]) -> str:
    """
    Set results out in columns.
    """
    head = f"{'':<44} {'ratio':>9} {'value':>12} {'baseline':>12}  unit"
    return "\n".join((head, "-" * len(head), *map(_line, results)))


def _line(result: Result) -> str:
    return (
        f"{result.name:<44} {result.ratio:>9.3f} {result.value:>12,.2f} "
        f"{result.baseline:>12,.2f}  {result.unit}, {result.runs} runs; "
        f"{result.beside}"
    )


def write(results: Iterable[Result], path: Path) -> None:
    """
    Write results where scripts look for them.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    listed = [each.as_json for each in results]
    path.write_bytes(orjson.dumps(listed, option=orjson.OPT_INDENT_2) + b"\n")
