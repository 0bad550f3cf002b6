"""
A killed import leaves whole commits, and goes on where it stood.
"""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from services.web import importing
from services.web.import_report import Report
from services.web.importing import BATCH_COUNT_MAX
from tests.contract.imports.city import City, opened, penalty
from tests.contract.imports.dying import BATCH_COUNT, Deaths
from tests.contract.imports.samples import SAMPLES, Sample, prepared
from tests.contract.imports.telling import everything
from tests.contract.tables.papers import csv_file, sheet_of

ROOT = Path(__file__).resolve().parents[3]
COUNT = 410


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A file of 410 right rows.
    """
    rows = [penalty(number) for number in range(1, COUNT + 1)]
    folder = tmp_path_factory.mktemp("killed")
    return csv_file(folder / "rows.csv", sheet_of(*rows))


def child(home: Path, path: Path, *more: str) -> "subprocess.Popen[str]":
    """
    Import in another process.
    """
    module = "tests.contract.imports.killed"
    return subprocess.Popen(
        [sys.executable, "-m", module, str(home), str(path), *more],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def killed_between(home: Path, path: Path) -> None:
    """
    Kill an import from outside, once its first rows are recorded.
    """
    process = child(home, path)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("progress") and int(line.split()[1]) > 1:
            process.send_signal(signal.SIGKILL)
            break
    process.stderr.close()
    assert process.wait() == -signal.SIGKILL


def rows_in(city: City) -> int:
    """
    Count the rows that were recorded.
    """
    return len(city.records)


class TestKilled:
    def test_from_outside(self, tmp_path: Path, path: Path) -> None:
        """
        Whatever was committed stands, in whole commits; the same command does the rest,
        and says of every row what an undisturbed import says.
        """
        home = tmp_path / "home"
        killed_between(home, path)

        with opened(home) as city:
            before = rows_in(city)
            assert before
            assert (before + 1) % BATCH_COUNT_MAX == 0 or before == COUNT
            report = city.imports(path)

            assert report.counts.accepted == COUNT
            assert rows_in(city) == COUNT

    @pytest.mark.parametrize("row", [1, BATCH_COUNT_MAX + 5])
    def test_within_a_commit(self, tmp_path: Path, path: Path, row: int) -> None:
        """
        A kill between two facts leaves nothing of that commit, and nothing of the row.
        """
        home = tmp_path / "home"
        with opened(home):
            pass  # founded by acts of its own
        process = child(home, path, str(1 + row))
        assert process.wait() == -signal.SIGKILL
        assert process.stderr is not None
        process.stderr.close()

        with opened(home) as city:
            whole_commits = (row + 1) // BATCH_COUNT_MAX
            assert rows_in(city) == max(0, whole_commits * BATCH_COUNT_MAX - 1)
            positions = [fact.position for fact in city.facts]
            assert positions == list(range(1, len(positions) + 1))
            assert city.imports(path).counts.accepted == COUNT

    def test_the_same_as_undisturbed(self, tmp_path: Path, path: Path) -> None:
        """
        Killed and resumed, the ledger says what an undisturbed one says.
        """
        home = tmp_path / "killed"
        killed_between(home, path)
        with opened(home) as city:
            resumed = city.imports(path)
            told = city.told()

        with opened(tmp_path / "undisturbed") as city:
            whole = city.imports(path)

            assert city.told() == told
        assert [(r.row, r.ok, r.code) for r in resumed.rows] == [
            (r.row, r.ok, r.code) for r in whole.rows
        ]


class Undisturbed:
    """
    What an import of one kind that nobody disturbs leaves, and how much it writes.
    """

    def __init__(self, folder: Path, sample: Sample) -> None:
        """
        Import a file of good and bad rows.
        """
        self.sample = sample
        self.path = csv_file(folder / "rows.csv", sheet_of(*sample.dirty))
        counted = Deaths(-1)
        with prepared(folder / "undisturbed") as city:
            city.ledger.recorder.store.trace(counted.watch)
            self.report = city.imports(self.path, sample.kind)
            self.told = everything(city, runs=True)
        assert self.report.rejects is not None
        self.rejects = self.report.rejects.read_bytes()
        self.count = counted.count

    @property
    def moments(self) -> list[int]:
        """
        Moments in every part of it, the last before its last statement, and the one
        at which the refused rows are put in their place.
        """
        parts = 6
        return [*(self.count * part // parts for part in range(1, parts + 1)), 0]


def _said(report: Report) -> list[tuple[object, ...]]:
    return [(r.row, r.ok, r.code, r.field, r.problem) for r in report.rows]


def die_at_each_moment(folder: Path, whole: Undisturbed) -> dict[int, Path]:
    """
    Begin the import at homes of their own, each killed at another moment.
    """
    files = {}
    words: list[str] = []
    for moment in whole.moments:
        home = folder / str(moment)
        home.mkdir()
        files[moment] = home / "rows.csv"
        files[moment].write_bytes(whole.path.read_bytes())
        kind = whole.sample.kind.value
        words += [str(home / "home"), str(files[moment]), kind, str(moment)]
    module = "tests.contract.imports.dying"
    nowhere = subprocess.DEVNULL
    command = [sys.executable, "-m", module, *words]
    subprocess.run(command, cwd=ROOT, check=True, stdout=nowhere)
    return files


class TestEveryKind:
    @pytest.mark.parametrize("kind", SAMPLES)
    def test_the_same_as_undisturbed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
    ) -> None:
        """
        Killed at any moment and resumed, every fact, row and file is there that an
        undisturbed import leaves, each once.
        """
        monkeypatch.setattr(importing, "BATCH_COUNT_MAX", BATCH_COUNT)
        whole = Undisturbed(tmp_path, SAMPLES[kind])

        for moment, path in die_at_each_moment(tmp_path, whole).items():
            with prepared(path.with_name("home")) as city:
                before = len(city.facts)
                resumed = city.imports(path, whole.sample.kind)

                assert len(city.facts) > before, moment
                assert everything(city, runs=True) == whole.told, moment
            assert _said(resumed) == _said(whole.report)
            rejects = path.with_name("rows.rejects.csv")
            assert sorted(path.parent.glob("*.*")) == [path, rejects]
            assert rejects.read_bytes() == whole.rejects
