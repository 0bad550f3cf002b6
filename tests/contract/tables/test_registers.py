"""
Registers of enterprises and published black lists.
"""

from pathlib import Path

import pytest

from domain.money import Unit
from infra.tables import Dictionary, Kind, Row
from tests.contract.tables.papers import (
    EXAMPLE_ID,
    ORG_CODE,
    OTHER_USCC,
    REG_NO,
    USCC,
    Cell,
    codes_of,
    csv_file,
    read,
    sheet_of,
    xlsx_file,
)

ENTERPRISE: dict[str, Cell] = {
    "企业名称": "哈尔滨甲化工有限公司",
    "统一社会信用代码(18位)": USCC,
    "法定代表人": "张三",
    "联系电话": "13800000000",
    "企业注册地址": "哈尔滨市道里区某路1号",
    "成立日期": "2016-10-08",
    "营业期限至": "9999-09-09",
    "登记状态": "存续（在营、开业、在册）",
    "注册资金": "500万元",
    "从业人数": "120人",
    "市编码": "230100.0",
    "县编码": "230102.0",
    "国民经济门类": "C",
    "国民经济大类": "26",
    "危险化学品企业": "1",
    "重大危险源": "是",
    "粉尘涉爆企业": "无",
}


def enterprise(folder: Path, changes: dict[str, Cell]) -> Row:
    """
    Read one enterprise.
    """
    sheet = sheet_of({**ENTERPRISE, **changes})
    return read(csv_file(folder / "a.csv", sheet), Kind.ENTERPRISES).row


def test_enterprise(tmp_path: Path) -> None:
    """
    Codes, days, states, flags and counts of a register; persons stand apart.
    """
    row = enterprise(tmp_path, {})

    assert row.ok
    assert row.values == {
        "name": "哈尔滨甲化工有限公司",
        "uscc": USCC,
        "address": "哈尔滨市道里区某路1号",
        "established_on": "2016-10-08",
        "term_to": "open_end",
        "reg_state": "存续",
        "registered_capital": 500_000_000,
        "employees": 120,
        "region_code": "230102",
        "industry_class": "26",
        "risk_feature": "危险化学品企业;重大危险源",
    }
    assert row.personal == {"legal_rep": "张三", "phone": "13800000000"}


def test_code_of_either_kind(tmp_path: Path) -> None:
    """
    One column of two kinds of code is told apart cell by cell.
    """
    names = ("企业名称", "统一社会信用代码/注册号", "登记机关")
    lines: list[list[Cell]] = [list(names)]
    lines += [[f"哈尔滨{n}厂", code, "某局"] for n, code in enumerate((USCC, REG_NO))]

    rows = read(csv_file(tmp_path / "a.csv", lines), Kind.ENTERPRISES).rows

    assert rows[0].values["uscc"] == USCC
    assert rows[1].values["reg_no"] == REG_NO
    assert [note.code for note in rows[1].held] == ["no_uscc"]


def test_one_code_two_enterprises(tmp_path: Path) -> None:
    """
    The same code with other facts refuses both; the same row twice is one.
    """
    same = {**ENTERPRISE, "统一社会信用代码(18位)": f"'{USCC.lower()}"}
    other = {**ENTERPRISE, "企业名称": "哈尔滨乙有限公司"}
    third = {
        **ENTERPRISE,
        "企业名称": "哈尔滨丙厂",
        "统一社会信用代码(18位)": OTHER_USCC,
    }

    twice = csv_file(tmp_path / "a.csv", sheet_of(ENTERPRISE, same, third))
    contradiction = csv_file(tmp_path / "b.csv", sheet_of(ENTERPRISE, third, other))

    assert [r.duplicate_of for r in read(twice, Kind.ENTERPRISES).rows] == [0, 2, 0]
    rows = read(contradiction, Kind.ENTERPRISES).rows
    assert [row.ok for row in rows] == [False, True, False]
    assert codes_of(rows[0]) >= {"same_unit_other_facts"}


def test_void_mark(tmp_path: Path) -> None:
    """
    A void mark is taken over, not dropped.
    """
    row = enterprise(tmp_path, {"zfbj": "1"})

    assert row.ok
    assert row.kind_hint == "void"


def test_unknown_words_stay(tmp_path: Path) -> None:
    """
    A state that nobody knows stays as it is, unless the file's dictionary says more.
    """
    path = csv_file(tmp_path / "a.csv", sheet_of({**ENTERPRISE, "登记状态": "2"}))
    answers = Dictionary(values={"reg_state": {"2": "吊销"}})

    assert read(path, Kind.ENTERPRISES).row.values["reg_state"] == "2"
    known = read(path, Kind.ENTERPRISES, dictionary=answers).row
    assert known.values["reg_state"] == "吊销"


def test_capital_without_a_unit(tmp_path: Path) -> None:
    """
    A bare capital needs the unit of its column like any amount.
    """
    path = csv_file(tmp_path / "a.csv", sheet_of({**ENTERPRISE, "注册资金": "500"}))

    row = read(path, Kind.ENTERPRISES, unit=Unit.WAN).row

    assert row.values["registered_capital"] == 500_000_000


LISTED: dict[str, Cell] = {
    "序号": 1,
    "单位名称": "哈尔滨甲化工有限公司",
    "注册地址": "哈尔滨市道里区",
    "统一社会信用代码": f"组织机构代码：{ORG_CODE}注册号：{REG_NO}",
    "主要负责人": "张三",
    "身份证号": EXAMPLE_ID,
    "失信行为简况": "2017年5月发生较大生产安全事故",
    "信息报送机关": "某省安全监管局",
    "纳入理由": "发生较大生产安全事故",
}


def test_published_list(tmp_path: Path) -> None:
    """
    The list of 2018: glued codes parted, persons and stories kept from the values.
    """
    title: list[list[Cell]] = [["安全生产失信联合惩戒“黑名单”单位及其人员名单"], []]
    lines = [*title, *sheet_of(LISTED)]

    row = read(xlsx_file(tmp_path / "a.xlsx", lines), Kind.BLACKLIST).row

    assert row.ok
    assert row.values == {
        "name": "哈尔滨甲化工有限公司",
        "address": "哈尔滨市道里区",
        "org_code": ORG_CODE,
        "reg_no": REG_NO,
        "reported_by": "某省安全监管局",
    }
    assert row.personal == {"principal": "张三", "principal_id_no": EXAMPLE_ID}
    assert set(row.texts) == {"summary", "listed_reason"}


def test_headings_between_groups(tmp_path: Path) -> None:
    """
    The first lists are grouped under headings; a row belongs to the one above it.
    """
    lines: list[list[Cell]] = [
        ["公司名称", "注册地址", "注册号", "违法行为"],
        ["一、发生特别重大生产安全事故", "", "", ""],
        ["哈尔滨甲厂有限公司", "哈尔滨", "69919233-2", "发生事故"],
        ["瞒报生产安全事故", "", "", ""],
        ["哈尔滨乙厂有限公司", "哈尔滨", "", "瞒报"],
    ]

    found = read(csv_file(tmp_path / "a.csv", lines), Kind.BLACKLIST)

    assert [row.values["reason_class"] for row in found.rows] == [
        "一、发生特别重大生产安全事故",
        "瞒报生产安全事故",
    ]
    assert [s.reason for s in found.skipped] == ["header", "section", "section"]


@pytest.mark.parametrize(("removed", "day"), [("2025-01-02", "2025-01-02"), ("", None)])
def test_removal_is_stated(tmp_path: Path, removed: str, day: str | None) -> None:
    """
    Only a stated day removes; an empty one means still listed.
    """
    row: dict[str, Cell] = {
        "企业名称": "哈尔滨甲化工有限公司",
        "统一社会信用代码": USCC,
        "认定部门": "某市应急管理局",
        "列入严重失信主体名单日期": "2024-01-02",
        "移出严重失信主体名单日期": removed,
    }

    values = read(
        csv_file(tmp_path / "a.csv", sheet_of(row)), Kind.BLACKLIST
    ).row.values

    assert values["listed_on"] == "2024-01-02"
    assert values.get("removed_on") == day
