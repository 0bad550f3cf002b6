"""
Registers, permits, lists and rows that are no penalties.
"""

from pathlib import Path

from domain.imports import Counts
from infra.tables import Kind
from tests import controls
from tests.contract.imports.city import (
    SECRET_ID,
    SECRET_NAME,
    City,
    penalty,
)
from tests.contract.tables.papers import CODE, NAME, Cell, csv_file, sheet_of

LIST_HEADER: list[Cell] = [
    "序号",
    "单位名称",
    "注册地址",
    "统一社会信用代码",
    "主要负责人",
    "身份证号",
    "失信行为简况",
    "信息报送机关",
    "纳入理由",
]


def firm(number: int, **changes: Cell) -> dict[str, Cell]:
    """
    Give a row of a register of enterprises.
    """
    row: dict[str, Cell] = {
        "企业名称": f"演示第{number}化工有限公司",
        "统一社会信用代码": penalty(number)[CODE],
        "行政区划代码": controls.DISTRICT.code,
        "住所": "演示路1号",
        "法定代表人": SECRET_NAME,
        "从业人数": "35",
        "成立日期": "2015-06-01",
    }
    return row | changes


def listed(number: int, **changes: Cell) -> dict[str, Cell]:
    """
    Give a row of the list of 2018, with the identity number that was published.
    """
    cells: list[Cell] = [
        str(number),
        f"演示第{number}化工有限公司",
        "演示路1号",
        penalty(number)[CODE],
        SECRET_NAME,
        SECRET_ID,
        f"负责人{SECRET_NAME}（{SECRET_ID}）瞒报事故",
        "演示市应急管理局",
        "瞒报",
    ]
    return dict(zip(map(str, LIST_HEADER), cells, strict=True)) | changes


class TestEnterprises:
    def test_led_by_the_importing_body(self, city: City, tmp_path: Path) -> None:
        """
        An imported enterprise is led by the importing body, until it is assigned.
        """
        path = csv_file(tmp_path / "firms.csv", sheet_of(firm(1), firm(2)))

        report = city.imports(path, Kind.ENTERPRISES)

        assert report.counts == Counts(2, 2, 0, 0, 1)
        topic = "regulator-assignment.supervising-body-assigned.v1"
        assigned = [vars(f) for f in city.facts if topic == f.TOPIC]
        assert [each["pending"] for each in assigned] == [True, True]
        assert {each["lead_body"] for each in assigned} == {city.body}

    def test_what_is_known_of_it(self, city: City, tmp_path: Path) -> None:
        """
        Place, size and age stand in the register; the head's name only in the vault.
        """
        city.imports(
            csv_file(tmp_path / "firms.csv", sheet_of(firm(1))), Kind.ENTERPRISES
        )

        topic = "enterprise.enterprise-registered.v1"
        (registered,) = [vars(f) for f in city.facts if topic == f.TOPIC]
        assert registered["region"] == controls.DISTRICT.code
        assert registered["profile"].employees_count == 35
        assert SECRET_NAME not in repr(registered)

    def test_one_that_is_registered(self, city: City, tmp_path: Path) -> None:
        """
        One of the same code and name is known; under another name somebody must look.
        """
        city.imports(
            csv_file(tmp_path / "a.csv", sheet_of(firm(1), firm(2))), Kind.ENTERPRISES
        )
        other = firm(2, 企业名称="演示更名有限公司")

        report = city.imports(
            csv_file(tmp_path / "b.csv", sheet_of(firm(1), other)), Kind.ENTERPRISES
        )

        assert [(r.ok, r.code) for r in report.rows] == [
            (True, "duplicate"),
            (False, "enterprise_differs"),
        ]

    def test_without_a_code(self, city: City, tmp_path: Path) -> None:
        """
        Without a code nothing tells it from another: a person enters it.
        """
        bare = firm(1, 统一社会信用代码="")

        report = city.imports(
            csv_file(tmp_path / "a.csv", sheet_of(bare)), Kind.ENTERPRISES
        )

        assert [(r.ok, r.field) for r in report.rows] == [(False, "uscc")]

    def test_parties_find_them(self, city: City, tmp_path: Path) -> None:
        """
        A penalty imported afterwards is linked to the imported enterprise.
        """
        city.imports(csv_file(tmp_path / "a.csv", sheet_of(firm(1))), Kind.ENTERPRISES)

        city.imports(csv_file(tmp_path / "b.csv", sheet_of(penalty(1), penalty(2))))

        topics = [f.TOPIC for f in city.facts]
        assert topics.count("imported-record.party-linked.v1") == 1
        assert topics.count("imported-record.party-held.v1") == 1


class TestBlacklist:
    def test_an_older_list(self, city: City, tmp_path: Path) -> None:
        """
        A list of 2018 is history of its unit; nobody of it is kept by number.
        """
        path = csv_file(tmp_path / "list.csv", sheet_of(listed(1)))

        report = city.imports(path, Kind.BLACKLIST)

        assert report.counts.accepted == 1
        (fact,) = city.records
        entry = vars(fact)["entry"]
        assert (entry.generation.code, entry.listed_on) == ("notice_49", None)
        sealed = city.ledger.vault.of_fact(fact.id)
        assert SECRET_ID not in repr(sealed)
        assert "瞒报事故" in sealed["terms/list_texts/summary"]
        assert "identity_number_dropped" in vars(fact)["origin"].rules

    def test_a_list_of_order_11(self, city: City, tmp_path: Path) -> None:
        """
        A listing after 2023-10-01 is of the new generation; a stated removal ends it.
        """
        row = listed(1) | {"列入日期": "2024-03-01", "移出日期": "2025-03-03"}

        city.imports(csv_file(tmp_path / "list.csv", sheet_of(row)), Kind.BLACKLIST)

        (fact,) = city.records
        assert vars(fact)["entry"].generation.code == "order_11"
        assert city.facts[-2].TOPIC == "imported-record.imported-status-recorded.v1"

    def test_a_person_on_the_list(self, city: City, tmp_path: Path) -> None:
        """
        A name that no code tells as a unit may be a person's: it goes to the vault.
        """
        row = listed(1, 单位名称=SECRET_NAME, 统一社会信用代码="")

        report = city.imports(
            csv_file(tmp_path / "list.csv", sheet_of(row)), Kind.BLACKLIST
        )

        (fact,) = city.records
        sealed = city.ledger.vault.of_fact(fact.id)
        assert sealed["terms/party/party_person"] == SECRET_NAME
        assert SECRET_NAME not in report.as_json().decode()


class TestOtherRows:
    def test_no_penalty(self, city: City, tmp_path: Path) -> None:
        """
        A decision not to penalise in a file of penalties is a record of its own kind.
        """
        row = penalty(1, kinds="其他-不予行政处罚", fine="", content="不予行政处罚")

        city.imports(csv_file(tmp_path / "a.csv", sheet_of(row)))

        (fact,) = city.records
        assert fact.TOPIC == "imported-record.imported-non-penalty-recorded.v1"
        assert vars(fact)["non_penalty"].code == "not_penalised"

    def test_withdrawn(self, city: City, tmp_path: Path) -> None:
        """
        A row marked as withdrawn brings the decision and its withdrawal.
        """
        row = penalty(1) | {"当前状态": "1", "撤销原因": "复议撤销"}

        city.imports(csv_file(tmp_path / "a.csv", sheet_of(row)))

        assert city.facts[-2].TOPIC == "imported-record.imported-status-recorded.v1"

    def test_a_natural_person(self, city: City, tmp_path: Path) -> None:
        """
        A person's name goes to the vault, and the party is never looked up by it.
        """
        row = {
            name: cell
            for name, cell in penalty(1).items()
            if name not in (CODE, "法定代表人", "法定代表人身份证号")
        }
        row |= {NAME: SECRET_NAME, "证件类型": "身份证", "证件号码": SECRET_ID}

        report = city.imports(csv_file(tmp_path / "a.csv", sheet_of(row)))

        (fact,) = city.records
        assert vars(fact)["party"].party_class.code == "person"
        assert vars(fact)["party"].party_name == ""
        assert city.ledger.vault.of_fact(fact.id)["terms/party/party_person"]
        assert SECRET_NAME not in report.as_json().decode()
