"""
Homes that are damaged, lost, forbidden or full: it is said, and nothing is half-done.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from infra.failures import Unavailable
from infra.ledger import LEDGER
from projections.directory import Directory
from services.commandline.homes import DONE, FAILED
from services.commandline.main import main
from tests.contract.commandline.terminal import (
    NOISE,
    ROOT,
    facts_in,
    is_in_both_languages,
    run,
)
from tests.contract.imports.city import penalty
from tests.contract.tables.papers import csv_file, sheet_of

#: Who owns nothing here.
NOBODYS_ID = 65534

DAMAGES: dict[str, Callable[[Path], object]] = {
    "noise": lambda path: path.write_bytes(NOISE),
    "emptied": lambda path: path.write_bytes(b""),
    "cut": lambda path: os.truncate(path, path.stat().st_size // 2),
    "removed": lambda path: path.unlink(),
}


class TestDamaged:
    @pytest.mark.parametrize("damage", DAMAGES)
    @pytest.mark.parametrize("command", ["people", "doctor", "demo"])
    def test_ledger(
        self,
        home: Path,
        damage: str,
        command: str,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        A ledger that is damaged or lost is not opened as an empty one, nor replaced: it
        is said, with what to do.
        """
        DAMAGES[damage](home / LEDGER)
        others = {p.name for p in (home / "read").iterdir() if p.suffix == ".db"}

        assert main((command,)) == FAILED
        said = capsys.readouterr().err
        assert "备份" in said
        assert "backup" in said
        assert "without data" not in said
        assert {p.name for p in (home / "read").iterdir()} >= others

    def test_page_in_the_middle(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        Where only some pages are damaged, what reads them says so too.
        """
        with (home / LEDGER).open("r+b") as file:
            file.seek(4096 * 12)
            size = (home / LEDGER).stat().st_size - 4096 * 12
            file.write((NOISE * (size // len(NOISE) + 1))[:size])

        assert main(("facts",)) == FAILED
        assert "backup" in capsys.readouterr().err

    def test_read_model(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """
        A read model is made from the ledger: it may be removed, and is there again.
        """
        (home / "read" / "trace.db").write_bytes(NOISE)

        assert main(("people",)) == FAILED
        said = capsys.readouterr().err
        assert "删除它" in said
        assert "remove it" in said
        (home / "read" / "trace.db").unlink()
        assert main(("rebuild", "trace")) == DONE


class TestHome:
    @pytest.mark.parametrize("command", ["people", "demo", "doctor"])
    def test_a_file(
        self,
        tmp_path: Path,
        command: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        A home that is a file, or lies in one, is said to be none.
        """
        path = tmp_path / "file"
        path.write_bytes(NOISE)
        for home in (path, path / "in it"):
            monkeypatch.setenv("SHILU_HOME", str(home))

            assert main((command,)) == FAILED
            said = capsys.readouterr().err
            assert str(home) in said
            assert "folder" in said

        assert path.read_bytes() == NOISE

    @pytest.mark.parametrize("command", ["people", "demo", "facts"])
    def test_that_may_not_be_written(
        self, home: Path, command: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        Whoever may not write there is told so, and nothing changes.
        """
        before = sorted(p.name for p in home.rglob("*"))
        home.chmod(0o555)
        with as_nobody():
            code = main((command,))
        home.chmod(0o755)

        said = capsys.readouterr().err
        assert code == FAILED
        assert "权限" in said
        assert "permissions" in said
        assert sorted(p.name for p in home.rglob("*")) == before


@contextmanager
def as_nobody() -> Iterator[None]:
    """
    Be somebody whom permissions hold, where the tests are run by root.
    """
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODYS_ID)
    try:
        yield
    finally:
        os.seteuid(was)


class TestFullDisk:
    @pytest.mark.parametrize("size", [20_000, 90_000])
    def test_on_opening(self, tmp_path: Path, size: int) -> None:
        """
        Where the files find no room, it says so; the same command succeeds later, in a
        home that is founded once and whole.
        """
        home = tmp_path / "home"
        code, out, err = run("people", home=home, limit=at_most(size))

        assert code == FAILED
        assert not out
        assert is_in_both_languages(err)
        assert "Traceback" not in err

        code, out, _ = run("people", home=home)
        assert code == DONE
        assert len(out.splitlines()) > 10

    def test_on_reading(
        self,
        home: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        Where a read model finds no room, nobody is told that nothing is there.
        """
        (home / "read" / "directory.db").unlink()

        def full(model: Directory, facts: object) -> None:
            del model, facts
            raise Unavailable("磁盘已满", "the disk is full")

        monkeypatch.setattr(Directory, "apply", full)

        assert main(("people",)) == FAILED
        said = capsys.readouterr()
        assert not said.out
        assert "directory" in said.err
        assert is_in_both_languages(said.err)

    def test_on_making_the_city(self, home: Path) -> None:
        """
        A city that finds no room leaves the home as it was.
        """
        facts = facts_in(home)

        code, _, err = run("demo", home=home, limit=at_most(600_000))

        assert code == FAILED
        assert is_in_both_languages(err)
        assert "Traceback" not in err
        assert facts_in(home) == facts
        assert not list(home.glob(".*"))

    def test_on_answering(self, home: Path) -> None:
        """
        An answer that cannot be written is no success.
        """
        words = "people", "facts", "due PN.pay 2026-09-24"
        for each in words:
            command = f"{sys.executable} -m services.commandline.main {each}"
            done = subprocess.run(
                ["/bin/sh", "-c", f"{command} > /dev/full"],
                cwd=ROOT,
                env={**os.environ, "SHILU_HOME": str(home), "PYTHONUNBUFFERED": ""},
                capture_output=True,
                check=False,
                text=True,
            )

            assert done.returncode == FAILED
            assert is_in_both_languages(done.stderr)
            assert "Traceback" not in done.stderr
            assert "ignored" not in done.stderr

    def test_to_somebody_who_stops_reading(self, home: Path) -> None:
        """
        Whoever reads only the beginning, as `head` does, is served without complaint.
        """
        command = f"{sys.executable} -m services.commandline.main facts"
        done = subprocess.run(
            ["/bin/sh", "-c", f"{command} | head -n 1"],
            cwd=ROOT,
            env={**os.environ, "SHILU_HOME": str(home), "PYTHONUNBUFFERED": ""},
            capture_output=True,
            check=False,
            text=True,
        )

        assert len(done.stdout.splitlines()) == 1
        assert not done.stderr

    def test_on_the_report(self, home: Path, tmp_path: Path) -> None:
        """
        Rows that are recorded stay so; a report that finds no room leaves no half of
        itself, and comes with the same command later.
        """
        rows = [penalty(n, decided="2020/5/20") for n in range(1, 40)]
        path = csv_file(tmp_path / "a.csv", sheet_of(*rows))
        report = tmp_path / "full" / "r.json"
        report.parent.mkdir()
        words = ("import", "penalties", str(path), "--report", str(report))
        report.parent.joinpath(".r.json.part").mkdir()

        code, _, err = run(*words, home=home)

        assert code == FAILED
        assert is_in_both_languages(err)
        assert "Traceback" not in err
        report.parent.joinpath(".r.json.part").rmdir()
        assert run(*words, home=home)[0] == DONE
        assert report.exists()


def at_most(size: int) -> Callable[[], object]:
    """
    Let no file grow beyond so many bytes, as on a disk that is full.
    """
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
