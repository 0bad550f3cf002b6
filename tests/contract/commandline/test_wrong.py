"""
Commands that are asked wrongly: one message in both languages, the exit code, no
traceback and nothing half-done.
"""

import io
import sys
from pathlib import Path

import orjson
import pytest

from services.commandline.arguments import in_chinese
from services.commandline.homes import ASKED_WRONGLY, FAILED
from services.commandline.main import main
from tests.contract.commandline.terminal import (
    NOISE,
    facts_in,
    is_in_both_languages,
    run,
)
from tests.contract.imports.city import penalty
from tests.contract.tables.papers import csv_file, sheet_of

NOBODY = "00000000-0000-4000-8000-000000000000"

#: An enterprise that has no code, which the law refuses.
FIRM = '{"name": "演示厂", "region": "230102"}'.encode()

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
