"""
Commands that cannot be done: one message in both languages, the exit code, no traceback
and nothing half-done.
"""

import io
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson
import pytest

from infra.ledger import LEDGER
from services.commandline.arguments import in_chinese
from services.commandline.homes import ASKED_WRONGLY, DONE, FAILED
from services.commandline.main import main
from tests.contract.imports.city import penalty
from tests.contract.tables.papers import csv_file, sheet_of

ROOT = Path(__file__).resolve().parents[3]
NOISE = bytes(range(256)) * 40
NOBODY = "00000000-0000-4000-8000-000000000000"

#: An enterprise that has no code, which the law refuses.
FIRM = '{"name": "演示厂", "region": "230102"}'.encode()
#: Who owns nothing here.
NOBODYS_ID = 65534


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A home that holds its founding, its read models at the head.
    """
    home = tmp_path_factory.mktemp("founded")
    code, _, _ = run("people", home=home)
    assert code == DONE
    return home


@pytest.fixture
def home(founded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A copy of it, for one test.
    """
    home = tmp_path / "home"
    shutil.copytree(founded, home)
    monkeypatch.setenv("SHILU_HOME", str(home))
    return home


def run(
    *words: str,
    home: Path,
    before: tuple[str, ...] = (),
    limit: Callable[[], object] | None = None,
) -> tuple[int, str, str]:
    """
    Run a command in a process of its own; its exit code, and what it wrote.
    """
    done = subprocess.run(
        [*before, sys.executable, "-m", "services.commandline.main", *words],
        cwd=ROOT,
        env={**os.environ, "SHILU_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        preexec_fn=limit,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def facts_in(home: Path) -> int:
    """
    Count the facts of a home.
    """
    with sqlite3.connect(home / LEDGER) as sql:
        (count,) = sql.execute("SELECT count(*) FROM facts").fetchone()
    sql.close()
    return int(count)


def is_in_both_languages(said: str) -> bool:
    """
    Whether a message has Chinese and English in it.
    """
    has_chinese = any("\u4e00" <= letter <= "\u9fff" for letter in said)
    return has_chinese and any(letter.isascii() and letter.isalpha() for letter in said)


#: Commands that are asked wrongly, with what the message has to name.
ASKED: dict[str, tuple[tuple[str, ...], str]] = {
    "nothing at all": ((), "COMMAND"),
    "no such command": (("publish",), "publish"),
    "no such option": (("people", "--all"), "--all"),
    "a file that is missing": (("import", "penalties", "no.csv"), "No such file"),
    "a folder as the file": (("import", "penalties", "/"), "no file"),
    "no such kind": (("import", "weather", "no.csv"), "weather"),
    "answers that are missing": (
        ("import", "penalties", "no.csv", "--answers", "no.json"),
        "no.json",
    ),
    "a folder as the report": (
        ("import", "penalties", "no.csv", "--report", "/tmp"),  # noqa: S108  a folder
        "/tmp",  # noqa: S108  likewise
    ),
    "no such rule": (("due", "PN.nothing", "2026-09-24"), "PN.nothing"),
    "a day that is none": (("due", "PN.pay", "2026-02-30"), "2026-02-30"),
    "no such pack": (("due", "PN.pay", "2026-09-24", "--pack", "9"), "9"),
    "a fine that is none": (("surcharge", "--fine", "x", "--days", "3"), "x"),
    "days that are none": (("surcharge", "--fine", "9", "--days", "x"), "x"),
    "a position that is none": (("facts", "--from", "x"), "x"),
    "a position beyond all": (("facts", "--from", "9" * 30), "9" * 30),
    "a thread that is none": (("facts", "--thread", "x"), "x"),
    "no such thread": (("trace", NOBODY), NOBODY),
    "no such code": (("trace", "91220202MA00000000"), "91220202MA00000000"),
    "no read model named": (("rebuild",), "--all"),
    "no such read model": (("rebuild", "weather"), "weather"),
    "a token for nobody": (("token", "nobody"), "nobody"),
    "no such act": (("act", "register-enterprize", "--as", "clerk"), "did you mean"),
    "an act by nobody": (("act", "register-enterprise", "--as", "nobody"), "nobody"),
    "a city too small": (("demo", "--enterprises", "3"), "16"),
    "a city of the future": (("demo", "--until", "2199-01-01"), "2199-01-01"),
    "no such desk": (("serve", "weather"), "weather"),
}


class TestAsked:
    @pytest.mark.parametrize("what", ASKED)
    def test_wrongly(
        self,
        home: Path,
        what: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        It says what is wrong in both languages, names it, ends with 2, and records
        nothing.
        """
        words, named = ASKED[what]
        facts = facts_in(home)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{}")))

        try:
            code = main(words)
        except SystemExit as end:
            code = int(str(end.code))
        said = capsys.readouterr().err

        assert code == ASKED_WRONGLY
        assert is_in_both_languages(said)
        assert named.lower() in said.lower()
        assert len(said.splitlines()) <= 3
        assert facts_in(home) == facts

    @pytest.mark.parametrize("given", [NOISE, b"[]", b"{", b"3"])
    def test_terms_that_are_none(
        self,
        home: Path,
        given: bytes,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        Terms that are no JSON object are said to be none.
        """
        facts = facts_in(home)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))

        code = main(("act", "register-enterprise", "--as", "clerk"))

        assert code == ASKED_WRONGLY
        assert "JSON" in capsys.readouterr().err
        assert facts_in(home) == facts

    def test_the_report_is_not_the_file(
        self, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        A report does not take the place of what is imported.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(penalty(1)))
        before = path.read_bytes()

        code = main(("import", "penalties", str(path), "--report", str(path)))

        assert code == ASKED_WRONGLY
        assert is_in_both_languages(capsys.readouterr().err)
        assert path.read_bytes() == before
        assert not list(home.parent.glob("*.rejects.*"))

    def test_words_that_are_not_listed(self) -> None:
        """
        What the parser says otherwise is handed on as it is.
        """
        assert in_chinese("something else").endswith("something else")


@pytest.mark.usefixtures("home")
class TestTold:
    @pytest.fixture(autouse=True)
    def _refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FIRM)))

    def test_a_person(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        Whoever sits at a terminal reads two sentences, and the provision.
        """
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        assert main(("act", "register-enterprise", "--as", "clerk")) == FAILED

        lines = capsys.readouterr().err.splitlines()
        assert len(lines) == 2
        assert "安全生产法62" in lines[0]
        assert "{" not in lines[0] + lines[1]

    def test_a_program(self, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Elsewhere it is one line of JSON with the code.
        """
        assert main(("act", "register-enterprise", "--as", "clerk")) == FAILED

        told = orjson.loads(capsys.readouterr().err)
        assert told["code"] == "party_code_missing"
        assert told.keys() >= {"zh", "en", "status", "under"}


class TestSettings:
    @pytest.mark.parametrize(
        ("name", "value", "named"),
        [("SHILU_HOMES", "/srv", "SHILU_HOME"), ("SHILU_PORT", "x", "65535")],
    )
    def test_that_are_none(self, home: Path, name: str, value: str, named: str) -> None:
        """
        A setting that nothing reads, or that is none, is refused before anything else.
        """
        done = run("people", home=home, before=("env", f"{name}={value}"))

        assert done[0] == FAILED
        assert named in done[2]
        assert is_in_both_languages(done[2])


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
                env={**os.environ, "SHILU_HOME": str(home)},
                capture_output=True,
                check=False,
                text=True,
            )

            assert done.returncode == FAILED
            assert is_in_both_languages(done.stderr)
            assert "Traceback" not in done.stderr

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
