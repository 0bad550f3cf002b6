"""
The same rows, written in every way, are read as the same values.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from domain.money import Unit
from infra.tables import Row
from tests.contract.tables.papers import (
    BODY,
    BODY_CODE,
    CODE,
    CONTENT,
    DECIDED,
    FACT,
    FINE,
    GAINS,
    HEAD,
    KINDS,
    NAME,
    NUMBER,
    OTHER_USCC,
    PUBLIC,
    RIGHT,
    VALID,
    Cell,
    csv_file,
    html_file,
    read,
    row_with,
    sheet_of,
    xlsx_file,
)

ROWS = (
    RIGHT,
    row_with(
        {
            NAME: "哈尔滨乙（北方）有限公司㛃",
            CODE: OTHER_USCC,
            NUMBER: "（哈）应急罚〔2024〕2号",
            FACT: "第一，未培训；\n第二，“无证”上岗",
            KINDS: "警告;罚款;没收违法所得、没收非法财物",
            CONTENT: "警告，罚款人民币0.35万元",
            FINE: "0.35",
            GAINS: "0.000001",
            HEAD: "𠮷某甲",
        }
    ),
)
Write = Callable[[Path, list[list[Cell]]], Path]

FORMS: dict[str, Write] = {
    "csv_utf8": lambda p, s: csv_file(p / "a.csv", s),
    "csv_utf8_bom": lambda p, s: csv_file(p / "a.csv", s, encoding="utf-8-sig"),
    "csv_gb18030": lambda p, s: csv_file(p / "a.csv", s, encoding="gb18030"),
    "csv_named_xls": lambda p, s: csv_file(p / "a.xls", s, encoding="gb18030"),
    "tabs_utf16": lambda p, s: csv_file(
        p / "a.txt", s, encoding="utf-16", delimiter="\t"
    ),
    "semicolons": lambda p, s: csv_file(p / "a.csv", s, delimiter=";"),
    "xlsx": lambda p, s: xlsx_file(p / "a.xlsx", s),
    "xlsx_named_csv": lambda p, s: xlsx_file(p / "a.csv", s),
    "html_named_xls": lambda p, s: html_file(p / "a.xls", s),
}


def facts_of(row: Row) -> tuple[object, ...]:
    """
    What a row says, less the line breaks that a web page does not keep.
    """
    texts = {name: "".join(text.split()) for name, text in row.texts.items()}
    return row.values, texts, row.personal, row.party_class, row.ok


@pytest.fixture
def expected(tmp_path: Path) -> list[tuple[object, ...]]:
    """
    The rows as plain UTF-8 CSV gives them.
    """
    rows = read(csv_file(tmp_path / "plain.csv", sheet_of(*ROWS))).rows
    assert [row.ok for row in rows] == [True, True]
    return [facts_of(row) for row in rows]


@pytest.mark.parametrize("form", FORMS)
def test_form(tmp_path: Path, expected: list[tuple[object, ...]], form: str) -> None:
    """
    Encoding, separator, file format and file name change nothing.
    """
    path = FORMS[form](tmp_path, sheet_of(*ROWS))

    assert [facts_of(row) for row in read(path).rows] == expected


def test_values(tmp_path: Path) -> None:
    """
    Days are ISO, an open end is said, money is fen, kinds are joined, persons apart.
    """
    row = read(csv_file(tmp_path / "a.csv", sheet_of(*ROWS))).rows[1]

    assert row.values == {
        "party_name": "哈尔滨乙（北方）有限公司㛃",
        "party_uscc": OTHER_USCC,
        "decision_no": "（哈）应急罚〔2024〕2号",
        "penalty_kinds": "警告;罚款;没收违法所得、没收非法财物",
        "fine_amount": 350_000,
        "confiscation_amount": 1,
        "decided_on": "2024-03-02",
        "valid_until": "open_end",
        "publicity_until": "2025-03-02",
        "authority": "哈尔滨市应急管理局",
        "authority_uscc": RIGHT[BODY_CODE],
    }
    assert row.texts["violation_fact"] == "第一，未培训；\n第二，“无证”上岗"
    assert row.personal == {"legal_rep": "𠮷某甲"}
    assert row.party_class == "法人及非法人组织"


#: Other headers for the same columns.
RENAMED = {
    "full_width_brackets": {
        CODE: "行政相对人代码_1（统一社会信用代码）",
        FINE: "罚款金额（万元）",
        NUMBER: "行政处罚决定书文号：",
    },
    "no_blanks": {CODE: "行政相对人代码_1(统一社会信用代码)", FINE: "罚款金额(万元)"},
    "field_codes": {
        NAME: "CF_XDR_MC",
        CODE: "CF_XDR_SHXYM",
        NUMBER: "CF_WSH",
        FACT: "CF_SY",
        KINDS: "CF_CFLB",
        CONTENT: "CF_NR",
        FINE: "CF_NR_FK",
        GAINS: "CF_NR_WFFF",
        DECIDED: "CF_JDRQ",
        VALID: "CF_YXQ",
        PUBLIC: "CF_GSJZQ",
        BODY: "CF_CFJG",
        BODY_CODE: "CF_CFJGDM",
        HEAD: "CF_FRDB",
    },
    "registry_codes_in_capitals": {
        NUMBER: "PENDECNO",
        KINDS: "penType_CN",
        CONTENT: "penContent",
        BODY: "penAuth_CN",
        DECIDED: "penDecIssDate",
    },
    "marks_of_duty": {
        NAME: "行政相对人名称*",
        DECIDED: "处罚决定日期（必填）",
        FACT: "违规事实(*)",
    },
    "wrapped": {NAME: "行政相对人_x000D_\n名称", BODY: "处罚 机关"},
    "typing_errors": {
        NAME: "行政行对人名称",
        CODE: "行政相对人代码/1（统一社会信用代码）",
        FACT: "出发事由",
        NUMBER: "政处罚决定书文号",
    },
}


@pytest.mark.parametrize("dialect", RENAMED)
def test_headers(
    tmp_path: Path, expected: list[tuple[object, ...]], dialect: str
) -> None:
    """
    Headers are known in every spelling that was seen.
    """
    sheet = sheet_of(*ROWS)
    sheet[0] = [RENAMED[dialect].get(str(name), name) for name in sheet[0]]

    rows = read(csv_file(tmp_path / "a.csv", sheet)).rows

    assert [facts_of(row) for row in rows] == expected


def test_order_of_columns(tmp_path: Path, expected: list[tuple[object, ...]]) -> None:
    """
    A column is known by its header, wherever it stands.
    """
    sheet = [list(reversed(line)) for line in sheet_of(*ROWS)]

    rows = read(csv_file(tmp_path / "a.csv", sheet)).rows

    assert [facts_of(row) for row in rows] == expected


def in_yuan(sheet: list[list[Cell]], header: str) -> list[list[Cell]]:
    """
    Count the fines in yuan.
    """
    place = sheet[0].index(FINE)
    gains = sheet[0].index(GAINS)
    changed = [line[:gains] + line[gains + 1 :] for line in sheet]
    changed[0][place] = header
    for line, amount in zip(changed[1:], ("20,000.00", "3500元"), strict=True):
        line[place] = amount
    return changed


@pytest.mark.parametrize(
    ("header", "title", "unit"),
    [
        ("罚款金额（元）", [], None),
        ("罚款金额", [["行政处罚信息", "单位：元"]], None),
        ("罚款金额", [], Unit.YUAN),
    ],
    ids=["in the header", "in the title", "as answered"],
)
def test_yuan(
    tmp_path: Path, header: str, title: list[list[Cell]], unit: Unit | None
) -> None:
    """
    Yuan and 万元 give the same fen, wherever the unit is stated.
    """
    lines = [*title, *in_yuan(sheet_of(*ROWS), header)]

    rows = read(csv_file(tmp_path / "a.csv", lines), unit=unit).rows

    assert [row.values["fine_amount"] for row in rows] == [2_000_000, 350_000]


#: A row of the layout of 2015.
OLD_ROW: dict[str, Cell] = {
    NUMBER: "（哈）安监罚〔2016〕1号",
    "处罚名称": "未培训案",
    "处罚类别1": "罚款",
    "处罚类别2": "警告",
    "处罚事由": "未培训",
    NAME: "哈尔滨甲有限公司",
    "行政相对人代码_1(统一社会信用代码)": RIGHT[CODE],
    "行政相对人代码_2(组织机构代码)": "69919233-2",
    "行政相对人代码_3(工商登记码)": "110106009267488",
    "行政相对人代码_5(居民身份证号)": "",
    "法定代表人姓名": "张三",
    "处罚结果": "罚款2万元",
    DECIDED: "2016-03-02",
    "处罚机关": "哈尔滨市安全生产监督管理局",
    "当前状态": "0",
    "地方编码": "230100",
    "数据更新时间戳": "2016-03-05 10:20:30.0",
}


def test_layout_of_2015(tmp_path: Path) -> None:
    """
    In the old layout _2 is the organisation code: the words count, not the number.
    """
    row = read(csv_file(tmp_path / "a.csv", sheet_of(OLD_ROW))).row

    assert row.ok
    assert row.values["party_org_code"] == "699192332"
    assert row.values["party_reg_no"] == "110106009267488"
    assert row.values["penalty_kinds"] == "罚款;警告"
    assert row.values["status"] == "正常"
    assert row.values["region_code"] == "230100"
    assert "fine_amount" not in row.values


def test_template_of_natural_persons(tmp_path: Path) -> None:
    """
    The template says whose it is: names and numbers of persons are never values.
    """
    person = {
        NAME: "李四",
        "证件类型": "身份证",
        "证件号码": "11010519491231002X",
        **{name: RIGHT[name] for name in (NUMBER, KINDS, FINE, DECIDED, BODY)},
    }

    row = read(csv_file(tmp_path / "a.csv", sheet_of(person))).row

    assert row.ok
    assert row.party_class == "自然人"
    assert row.personal == {"party_name": "李四", "party_id_no": "11010519491231002X"}
    assert "party_name" not in row.values


def test_days_of_a_workbook(tmp_path: Path) -> None:
    """
    Day cells are days, whatever their format shows.
    """
    changes: dict[str, Cell] = {
        DECIDED: date(2024, 3, 2),
        PUBLIC: date(2025, 3, 2),
        FINE: 2,
    }
    sheet = sheet_of(row_with(changes))

    row = read(xlsx_file(tmp_path / "a.xlsx", sheet, day_format="m月d日")).row

    assert row.values["decided_on"] == "2024-03-02"
    assert row.values["publicity_until"] == "2025-03-02"
    assert row.values["fine_amount"] == 2_000_000
