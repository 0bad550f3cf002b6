"""
What rows say of persons is found in the vault, and nowhere else.
"""

import sqlite3
from pathlib import Path

import pytest

from domain.law.credit_classes import CreditClass
from domain.publication.file import Channel
from infra.tables import Kind, UnusableFile
from tests import controls
from tests.contract.imports.city import (
    SECRET_ID,
    SECRET_NAME,
    SECRET_PHONE,
    SECRET_STORY,
    SECRETS,
    City,
    penalty,
)
from tests.contract.imports.test_kinds import firm, listed
from tests.contract.tables.papers import (
    CODE,
    DECIDED,
    FACT,
    NAME,
    NUMBER,
    Cell,
    csv_file,
    sheet_of,
)


def persons() -> list[dict[str, Cell]]:
    """
    Give rows that bring each of the secrets, right ones and wrong ones.
    """
    return [
        penalty(1),
        penalty(1),
        penalty(2, decided="2026/2/30"),
        penalty(3, code=SECRET_ID),
        penalty(4, name=f"演示第4化工有限公司、{SECRET_NAME}"),
        penalty(5, remark=f"{SECRET_NAME} {SECRET_ID} {SECRET_PHONE}"),
        penalty(6) | {NUMBER: ""},
    ]


def kept_outside(city: City) -> bytes:
    """
    Give all that the ledger's database holds, without the vault.
    """
    path = city.ledger.home / "ledger.db"
    with sqlite3.connect(path) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        tables = [name for (name,) in names if name != "vault"]
        rows = [
            repr(row)
            for table in tables
            for row in connection.execute(f"SELECT * FROM {table}")  # noqa: S608  names of the file itself
        ]
    connection.close()
    return "\n".join(rows).encode()


def in_vault(city: City) -> str:
    """
    Give all that the vault holds.
    """
    with sqlite3.connect(city.ledger.home / "ledger.db") as connection:
        values = connection.execute("SELECT value FROM vault").fetchall()
    connection.close()
    return "\n".join(value for (value,) in values)


class TestPenalties:
    def test_in_the_vault_alone(
        self, city: City, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        Names, numbers, telephones and stories stand in no fact, key, tag, claim, report
        or line of the log.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(*persons()))

        report = city.imports(path)

        logged = "".join(capsys.readouterr())
        outside = kept_outside(city).decode()
        told = report.as_json().decode()
        for secret in SECRETS:
            assert secret in in_vault(city)
            for where in (outside, told, logged):
                assert secret not in where
        assert report.counts.rejected >= 3

    def test_a_dry_run(self, city: City, tmp_path: Path) -> None:
        """
        A dry run leaves nothing even in the vault.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(*persons()))

        city.imports(path, dry_run=True)

        assert SECRET_STORY not in in_vault(city)

    def test_a_person_as_the_party(self, city: City, tmp_path: Path) -> None:
        """
        A natural person who was penalised is kept in the vault, by any way the row is
        refused or doubled too.
        """
        person = {k: v for k, v in penalty(1).items() if k != CODE}
        person |= {NAME: SECRET_NAME, "证件类型": "身份证", "证件号码": SECRET_ID}
        other = person | {FACT: "另一事实"}
        wrong = person | {DECIDED: "2026/2/30"}
        city.imports(csv_file(tmp_path / "a.csv", sheet_of(person)))

        report = city.imports(csv_file(tmp_path / "b.csv", sheet_of(other, wrong)))

        assert report.counts.rejected == 2
        assert SECRET_NAME in in_vault(city)
        for secret in SECRETS:
            assert secret not in report.as_json().decode()
            assert secret not in kept_outside(city).decode()


class TestOtherKinds:
    def test_a_published_list(self, city: City, tmp_path: Path) -> None:
        """
        The identity numbers of a list are kept nowhere, not even in the vault.
        """
        rows = [listed(1), listed(2, 统一社会信用代码=SECRET_ID)]

        report = city.imports(
            csv_file(tmp_path / "l.csv", sheet_of(*rows)), Kind.BLACKLIST
        )

        assert report.counts.accepted == 1
        for where in (in_vault(city), report.as_json().decode()):
            assert SECRET_ID not in where
        for secret in SECRETS:
            assert secret not in kept_outside(city).decode()

    def test_a_register(self, city: City, tmp_path: Path) -> None:
        """
        What a register's rows say of persons is in the vault alone.
        """
        rows = [
            firm(1, 联系电话=""),
            firm(2, 联系电话=SECRET_PHONE),
            firm(3, 统一社会信用代码="1"),
        ]

        report = city.imports(
            csv_file(tmp_path / "f.csv", sheet_of(*rows)), Kind.ENTERPRISES
        )

        assert report.counts.rejected == 1
        for secret in (SECRET_NAME, SECRET_PHONE):
            assert secret in in_vault(city)
        for secret in SECRETS:
            assert secret not in report.as_json().decode()
            assert secret not in kept_outside(city).decode()


class TestPublication:
    def test_a_text_that_everybody_reads(self, city: City, tmp_path: Path) -> None:
        """
        What is published points to the vault: the text is there once, and in no fact.
        """
        story = "未设置安全警示标志"
        city.register(controls.CHEMICAL_WORKS)
        row = penalty(1, code=controls.CHEMICAL_WORKS.uscc, fact=story)
        city.imports(csv_file(tmp_path / "a.csv", sheet_of(row)))

        city.does(
            "publish-item",
            by=city.publisher,
            record=city.records[0].file,
            channel=Channel.OWN_SITE,
            credit_class=CreditClass.GENERAL,
            class_ground="较大数额罚款",
        )

        text = vars(city.facts[-1])["content"].texts.violation_fact
        seal = f"{text.subject} {text.commitment}"
        opened = city.ledger.vault.opened("violation_fact", [seal])
        assert opened == {seal: story}
        assert city.ledger.vault.of_fact(city.facts[-1].id) == {}
        assert story not in kept_outside(city).decode()


class TestMessages:
    def test_an_unusable_file(self, city: City, tmp_path: Path) -> None:
        """
        What is said of a file that cannot be used quotes no row.
        """
        row = penalty(1)
        del row[NUMBER]

        with pytest.raises(UnusableFile) as fault:
            city.imports(csv_file(tmp_path / "a.csv", sheet_of(row)))

        for secret in SECRETS:
            assert secret not in f"{fault.value.zh}{fault.value.en}"
