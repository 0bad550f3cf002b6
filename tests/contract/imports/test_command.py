"""
``shilu import`` as scripts and people use it.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from infra.clock import SystemClock
from infra.failures import Unavailable
from infra.settings import Settings
from services.commandline import importing
from services.commandline.homes import AskedWrongly
from tests import controls
from tests.contract.imports.city import SECRETS, opened, penalty
from tests.contract.tables.papers import FINE, Cell, csv_file, sheet_of


@dataclass
class Terminal:
    """
    A terminal in front of the ledger of a city bureau.
    """

    home: Path
    capsys: pytest.CaptureFixture[str]

    def types(self, *words: str | Path) -> tuple[int, str, str]:
        """
        Run the command; its exit code, and what it wrote on both streams.
        """
        parser = argparse.ArgumentParser()
        importing.register(parser.add_subparsers())
        given = argparse.Namespace(settings=Settings(self.home))
        asked = parser.parse_args(["import", *map(str, words)], given)
        code: int = asked.run(asked)
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def head(self) -> int:
        """
        Say how many facts there are.
        """
        with opened(self.home, SystemClock()) as city:
            return city.ledger.recorder.head


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """
    A ledger founded by the system's clock, as commands know no other.
    """
    home = tmp_path / "home"
    with opened(home, SystemClock()):
        capsys.readouterr()
    return Terminal(home, capsys)


def past(number: int, **changes: Cell) -> dict[str, Cell]:
    """
    Give a row that was decided long ago, by whatever clock.
    """
    days: dict[str, Cell] = {"decided": "2020/5/20", "public": "2021/5/20"}
    return penalty(number, **(days | changes))


def told_in(path: Path) -> dict[str, Any]:
    """
    Read a report.
    """
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return told


class TestExitCodes:
    def test_all_good(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        Where every row is accepted, or known already, the command ends with 0.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(past(1), past(1)))

        code, out, _ = terminal.types("penalties", path)

        assert code == 0
        assert "接受 1，重复 1，退回 0" in out
        assert "1 accepted, 1 known already, 0 refused" in out

    def test_some_refused(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        Where a row is refused it ends with 3, and says why and where the row lies now.
        """
        rows = sheet_of(past(1), past(2, code=controls.USCC_WRONG))
        path = csv_file(tmp_path / "a.csv", rows)
        report = tmp_path / "out.json"

        code, out, _ = terminal.types("penalties", path, "--report", report)

        assert code == 3
        told = [line for line in out.splitlines() if "3" in line[:6]]
        assert told[0].startswith("第3行「行政相对人代码")
        assert told[1].startswith("Row 3, ")
        assert (tmp_path / "out.rejects.csv").exists()
        assert told_in(report)["rejects"] == "out.rejects.csv"
        assert told_in(report)["accepted"] == 1

    def test_an_unusable_file(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        A file that cannot be used ends with 2 and a sentence in both languages; the
        report says the same, and nothing is written.
        """
        path = tmp_path / "a.csv"
        path.write_bytes(b"")
        report, head = tmp_path / "out.json", terminal.head()

        code, _, err = terminal.types("penalties", path, "--report", report)

        assert code == 2
        (fault,) = told_in(report)["faults"]
        assert fault["message"]["zh"] in err
        assert fault["message"]["en"] in err
        assert told_in(report)["rows"] == []
        assert terminal.head() == head

    def test_the_wrong_person(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        Who is not there imports nothing.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(past(1)))

        with pytest.raises(AskedWrongly):
            terminal.types("penalties", path, "--as", "nobody")

    def test_another_role(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        Who is named in another role imports nothing, and is told the roles that may.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(past(1)))
        head = terminal.head()

        code, _, err = terminal.types("penalties", path, "--as", "importer:clerk")

        assert code == 2
        assert "role_not_competent" in err
        assert terminal.head() == head
        assert terminal.types("penalties", path, "--as", "importer")[0] == 0

    def test_a_report_nowhere(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        That the report cannot be written is said before the first row is recorded.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(past(1)))
        head = terminal.head()

        with pytest.raises(AskedWrongly):
            terminal.types("penalties", path, "--report", tmp_path / "no" / "r.json")

        assert terminal.head() == head


class TestFullDisk:
    def test_no_room_for_the_report(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        That there is no report is told after what came of the import, with what to do;
        the same command gives the report, and records nothing twice.
        """
        rows = sheet_of(past(1), past(2, code=controls.USCC_WRONG))
        path = csv_file(tmp_path / "a.csv", rows)
        report = tmp_path / "r.json"
        (tmp_path / ".r.json.part").symlink_to("/dev/full")

        with pytest.raises(Unavailable) as full:
            terminal.types("penalties", path, "--report", report)

        out = terminal.capsys.readouterr().out
        assert "接受 1，重复 0，退回 1" in out
        assert "r.json" not in out
        assert "可以接受的行已入账" in full.value.zh
        assert "r.json was not written" in full.value.en
        head = terminal.head()
        assert terminal.types("penalties", path, "--report", report)[0] == 3
        assert told_in(report)["accepted"] == 1
        assert terminal.head() == head

    def test_no_room_in_a_dry_run(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        Of a dry run nothing is said to be recorded.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(past(1)))
        (tmp_path / ".r.json.part").symlink_to("/dev/full")

        with pytest.raises(Unavailable) as full:
            terminal.types(
                "penalties", path, "--dry-run", "--report", tmp_path / "r.json"
            )

        assert "已入账" not in full.value.zh
        assert "no row was recorded" in full.value.en


class TestAnswers:
    def test_unit(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        The unit is asked for where the file is silent, and answered by an option.
        """
        row = {("罚款金额" if k == FINE else k): v for k, v in past(1).items()}
        path = csv_file(tmp_path / "a.csv", sheet_of(row))

        assert terminal.types("penalties", path)[0] == 2

        report = tmp_path / "r.json"
        asked = ("penalties", path, "--unit", "wan", "--report", report)
        assert terminal.types(*asked)[0] == 0
        assert told_in(report)["rows"][0]["values"]["fine_amount"] == 1_000_000

    def test_another_unit_than_before(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        A file that was imported in one unit is not imported in another; the report
        says so, and no older one is left to be taken for it.
        """
        rows = [past(1, content="罚款")]
        bare = [{k if k != FINE else "罚款金额": v for k, v in r.items()} for r in rows]
        path, report = tmp_path / "a.csv", tmp_path / "r.json"
        csv_file(path, sheet_of(*bare))
        terminal.types("penalties", path, "--unit", "wan", "--report", report)

        code, _, said = terminal.types(
            "penalties", path, "--unit", "yuan", "--report", report
        )

        told = told_in(report)
        assert code == 2
        assert told["read"] == 0
        assert [fault["code"] for fault in told["faults"]] == ["import_read_otherwise"]
        assert told["faults"][0]["message"]["zh"] in said

    def test_other_answers(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        What the file's own codes mean is answered by a file.
        """
        row = past(1) | {"行政相对人类别": "Q1"}
        path = csv_file(tmp_path / "a.csv", sheet_of(row))
        answers = tmp_path / "answers.json"
        told = {"values": {"party_class": {"Q1": "法人及非法人组织"}}}
        answers.write_text(json.dumps(told), encoding="utf-8")

        assert terminal.types("penalties", path)[0] == 2
        assert terminal.types("penalties", path, "--answers", answers)[0] == 0

    @pytest.mark.parametrize("text", ["[]", "{", '{"columns": []}', '{"values": 3}'])
    def test_no_answers(self, terminal: Terminal, tmp_path: Path, text: str) -> None:
        """
        Answers that are none are refused before the file is opened.
        """
        answers = tmp_path / "answers.json"
        answers.write_text(text, encoding="utf-8")

        with pytest.raises(AskedWrongly):
            terminal.types("penalties", tmp_path / "a.csv", "--answers", answers)


class TestDryRun:
    def test_nothing_is_written(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        A dry run says so, reports every row, and leaves the ledger as it was.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(past(1)))
        report, head = tmp_path / "r.json", terminal.head()

        code, out, _ = terminal.types(
            "penalties", path, "--dry-run", "--report", report
        )

        assert (code, terminal.head()) == (0, head)
        assert "dry run" in out
        assert told_in(report)["accepted"] == 1


class TestTold:
    def test_progress(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        How far it is stands on standard error, and only there.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(*map(past, range(1, 250))))

        _, out, err = terminal.types("penalties", path)

        assert "200/250" in err
        assert "250/250" in err
        assert "/250" not in out

    def test_nothing_personal(self, terminal: Terminal, tmp_path: Path) -> None:
        """
        Neither stream nor report shows anything of a person.
        """
        wrong = past(2, code=SECRETS[1], remark=" ".join(SECRETS))
        path = csv_file(tmp_path / "a.csv", sheet_of(past(1), wrong))
        report = tmp_path / "r.json"

        _, out, err = terminal.types("penalties", path, "--report", report)

        for secret in SECRETS:
            assert secret not in out + err + report.read_text(encoding="utf-8")
