"""
The public register as a file in the layout of 双公示: header by header, and read back
by the importer of a fresh ledger.
"""

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from domain.codes import make_uscc_of
from infra.tables import Kind
from services.web.importing import Asked, import_file
from tests.e2e.story import BUREAU_USCC, USCC, WORKS, Story
from tests.e2e.telling import CITY, Teller

#: 发改办财金〔2018〕424号, as its thirty fields are exchanged.
HEADERS = [
    "行政相对人名称",
    "行政相对人类别",
    "行政相对人代码_1(统一社会信用代码)",
    "行政相对人代码_2(工商注册号)",
    "行政相对人代码_3(组织机构代码)",
    "行政相对人代码_4(税务登记号)",
    "行政相对人代码_5(事业单位证书号)",
    "行政相对人代码_6(社会组织登记证号)",
    "法定代表人",
    "法定代表人证件类型",
    "法定代表人证件号码",
    "证件类型",
    "证件号码",
    "行政处罚决定书文号",
    "违法行为类型",
    "违法事实",
    "处罚依据",
    "处罚类别",
    "处罚内容",
    "罚款金额(万元)",
    "没收违法所得、没收非法财物的金额(万元)",
    "暂扣或吊销证照名称及编号",
    "处罚决定日期",
    "处罚有效期",
    "公示截止期",
    "处罚机关",
    "处罚机关统一社会信用代码",
    "数据来源单位",
    "数据来源单位统一社会信用代码",
    "备注",
]

NEVER = ("法定代表人", "法定代表人证件类型", "法定代表人证件号码", "证件号码")

#: The columns of the register that a file carries.
CARRIED = (
    "party_name",
    "party_class",
    "uscc",
    "reg_no",
    "org_code",
    "decision_no",
    "violation_type",
    "violation_fact",
    "legal_basis",
    "kinds",
    "penalty_content",
    "fine_fen",
    "confiscated_fen",
    "licence_affected",
    "remark",
    "decided_on",
    "penalty_until",
    "open_ended",
    "public_until",
    "authority_name",
    "authority_code",
)

BUREAU = "演示市应急管理局"
SHOP = make_uscc_of("92", CITY, "00000003")
FINED: dict[str, object] = {
    "decision_no": "（演）应急罚〔2026〕1号",
    "kinds": ["warning", "fine", "licence_suspended"],
    "decided_on": "2026-02-10",
    "fine_fen": 12_345_678,
    "validity": {"until_on": "2026-12-31"},
    "publicity": {"until_on": "2027-01-31"},
}
LARGE: dict[str, object] = {
    "party": {
        "party_class": "unit",
        "party_name": WORKS,
        "uscc": USCC,
        "reg_no": "110106009267488",
        "org_code": USCC[8:17],
        "legal_rep": "何厂长",
    },
    "penalty": FINED,
    "texts": {
        "violation_type": "未履行安全生产管理职责",
        "violation_fact": "未按规定设置安全警示标志，\n“煤气柜”旁没有围栏",
        "legal_basis": "《中华人民共和国安全生产法》第九十九条第一项",
        "penalty_content": "警告，罚款人民币123456.78元，暂扣许可证",
        "kinds_printed": "警告;罚款;暂扣许可证件",
        "licence_affected": "安全生产许可证（演）WH安许证字〔2025〕001",
        "remark": "=1+1",
    },
}
SMALL: dict[str, object] = {
    "party": {"party_class": "household", "party_name": "城西百货商店", "uscc": SHOP},
    "penalty": {
        "decision_no": "（演）应急罚〔2026〕2号",
        "kinds": ["gains_confiscated"],
        "decided_on": "2026-02-11",
        "confiscated_fen": 1,
        "validity": {"open_ended": True},
        "publicity": {"until_on": "2026-08-11"},
    },
    "texts": {
        "violation_type": "违法经营",
        "violation_fact": "-未经许可经营烟花爆竹",
        "legal_basis": "《烟花爆竹安全管理条例》第三十六条",
        "penalty_content": "没收违法所得0.01元",
    },
}


class Office(Story):
    """
    A bureau that publishes penalties.
    """

    def ready(self) -> "Office":
        """Found it, with the two parties in its register."""
        self.settle()
        self.equip()
        shop = {"name": "城西百货商店", "region": CITY, "uscc": SHOP}
        self.does("first", "register-enterprise", **shop)
        return self

    def imports(self, *rows: dict[str, object]) -> list[str]:
        """Take penalties in that were kept elsewhere."""
        run = self.does(
            "importer",
            "start-import",
            import_kind="penalties",
            file_sha256="ab" * 32,
            size=1,
            layout="penalties/csv",
            encoding="utf-8",
        ).file
        authority = {
            "authority_name": "演示市应急管理局",
            "authority_code": BUREAU_USCC,
        }
        return [
            self.does(
                "importer",
                "record-imported-penalty",
                origin={"run": run, "row_no": number, "layout": "penalties/csv"},
                row="{}",
                authority=authority,
                **row,
            ).file
            for number, row in enumerate(rows, start=2)
        ]

    def publishes(self, record: str) -> str:
        """Make one public."""
        return self.does(
            "discloser",
            "publish-item",
            record=record,
            channel="own_site",
            credit_class="general",
            class_ground="较大数额罚款",
        ).file

    def carried(self) -> list[dict[str, object]]:
        """Give what everybody reads in the register, as far as a file carries it."""
        rows = self.teller.asks("", "public-register")
        return [{name: row[name] or None for name in CARRIED} for row in rows]

    def file(self, form: str, language: str = "zh") -> bytes:
        """Take the register away as a file."""
        return self.teller.client.get(
            "/disclosure/api/public-register",
            params={"format": form},
            headers={"Accept-Language": language},
        ).content


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A bureau that has published two penalties, and withdrawn a third."""
    office = Office(Teller(tmp_path_factory.mktemp("published"))).ready()
    third = {**SMALL, "penalty": {**FINED, "decision_no": "（演）罚3号"}}
    records = office.imports(LARGE, SMALL, third)
    items = [office.publishes(record) for record in records]
    stated = {"status": "withdrawn", "stated_on": "2026-03-02"}
    office.does("importer", "record-imported-status", records[2], stated=stated)
    why = {"withdrawal_ground": "revoked", "reasons": "复议决定撤销原处罚"}
    office.does("discloser", "withdraw-item", items[2], **why)
    yield office
    office.teller.house.close()


def _lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


class TestLayout:
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_headers(self, office: Office, language: str) -> None:
        """
        双公示: thirty columns, in the order and with the names of the layout, whatever
        the language of whoever takes the file.
        """
        assert len(HEADERS) == 30
        assert _lines(office.file("csv", language))[0] == HEADERS

    def test_the_workbook_is_the_same(self, office: Office) -> None:
        """
        CSV and XLSX have the same cells, and all of the workbook's are text.
        """
        book = load_workbook(BytesIO(office.file("xlsx")))
        sheet = [[cell or "" for cell in row] for row in book.worksheets[0].values]

        text = [
            [c.removeprefix("'") for c in row] for row in _lines(office.file("csv"))
        ]
        assert sheet == text

    def test_what_it_says(self, office: Office) -> None:
        """
        Amounts in 万元 with six decimals, days with strokes, an open end as 2099/12/31,
        the class in words, and as whose data it goes out.
        """
        small, large = csv.DictReader(StringIO(office.file("csv").decode("utf-8-sig")))

        assert large["罚款金额(万元)"] == "12.345678"
        assert small["没收违法所得、没收非法财物的金额(万元)"] == "0.000001"
        assert small["罚款金额(万元)"] == ""
        assert large["处罚决定日期"] == "2026/02/10"
        assert (large["处罚有效期"], small["处罚有效期"]) == (
            "2026/12/31",
            "2099/12/31",
        )
        assert large["行政相对人类别"] == "法人及非法人组织"
        assert (small["行政相对人类别"], small["处罚类别"]) == (
            "个体工商户",
            "没收违法所得",
        )
        assert large["数据来源单位"] == BUREAU
        assert large["数据来源单位统一社会信用代码"] == BUREAU_USCC

    def test_what_it_never_says(self, office: Office) -> None:
        """
        个人信息保护法6: who represents a unit, and every number of an identity paper,
        have their columns, and nothing in them.
        """
        rows = list(csv.DictReader(StringIO(office.file("csv").decode("utf-8-sig"))))

        assert {row[name] for row in rows for name in NEVER} == {""}
        assert "何厂长" not in str(rows)

    def test_without_the_withdrawn(self, office: Office) -> None:
        """
        A file has no place to say that a penalty was withdrawn, and so does not have
        it; the register, which says so, does.
        """
        numbers = [row[13] for row in _lines(office.file("csv"))[1:]]
        listed = {row["decision_no"] for row in office.carried()}

        assert numbers == ["（演）应急罚〔2026〕2号", "（演）应急罚〔2026〕1号"]
        assert listed == {*numbers, "（演）罚3号"}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_read_back(office: Office, tmp_path: Path, form: str) -> None:
    """
    The importer of a fresh ledger takes the file whole, and what it publishes from it
    says the same.
    """
    path = tmp_path / f"register.{form}"
    path.write_bytes(office.file(form))
    other = Office(Teller(tmp_path / "home")).ready()
    house, importer = other.teller.house, other.teller.people["importer"]

    report = import_file(house.ledger, Asked(path, Kind.PENALTIES, importer))
    for row in report.rows:
        other.publishes(str(row.fact).partition("/")[0])
    carried = other.carried()
    house.close()

    assert (report.counts.accepted, report.counts.rejected) == (2, 0)
    assert carried == [row for row in office.carried() if row["violation_fact"]]
