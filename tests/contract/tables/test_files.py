"""
What a file is, where its table lies, and what is asked before a row is read.
"""

import codecs
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from domain.money import Unit
from infra.tables import Dictionary, Kind, UnusableFile
from tests.contract.tables.papers import (
    BODY,
    CODE,
    CONTENT,
    DECIDED,
    FACT,
    FINE,
    GAINS,
    KINDS,
    NAME,
    NUMBER,
    RIGHT,
    USCC,
    Cell,
    codes_of,
    csv_file,
    html_file,
    read,
    rewrite_member,
    row_with,
    sheet_of,
    xlsx_file,
)

ASSETS = Path(__file__).parent / "assets"
PERMIT: dict[str, Cell] = {
    "行政相对人名称": "哈尔滨甲有限公司",
    CODE: USCC,
    "行政许可决定文书名称": "安全生产许可",
    "行政许可决定文书号": "（哈）应急许〔2024〕1号",
    "许可类别": "普通",
    "许可内容": "生产",
    "许可决定日期": "2024-03-02",
    "有效期自": "2024-03-02",
    "有效期至": "2027-03-01",
    "许可机关": "哈尔滨市应急管理局",
    "当前状态": "1",
}


def faults_of(path: Path, kind: Kind = Kind.PENALTIES) -> dict[str, tuple[str, ...]]:
    """
    What keeps a file from being read, with the answers that are offered.
    """
    with pytest.raises(UnusableFile) as refusal:
        read(path, kind)
    for fault in refusal.value.faults:
        assert fault.zh
        assert fault.en
    return {fault.code: fault.choices for fault in refusal.value.faults}


def locked(path: Path) -> None:
    """
    The shell that a spreadsheet puts around a locked workbook.
    """
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + name)


def macros(path: Path) -> None:
    """
    A workbook that carries a program.
    """
    xlsx_file(path, sheet_of(RIGHT))
    with ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")


def truncated(path: Path) -> None:
    """
    A workbook of which half arrived.
    """
    xlsx_file(path, sheet_of(RIGHT))
    path.write_bytes(path.read_bytes()[:2000])


def cut_character(path: Path) -> None:
    """
    A text file that ends in the middle of a character.
    """
    csv_file(path, sheet_of(RIGHT))
    path.write_bytes(path.read_bytes() + "厂".encode()[:2])


def open_quote(path: Path) -> None:
    """
    A text file that ends inside a quoted cell.
    """
    text = csv_file(path, sheet_of(RIGHT, row_with({FACT: "一,二"}))).read_text("utf-8")
    path.write_text(text[: text.rindex('"') - 1], "utf-8")


UNUSABLE: dict[str, Callable[[Path], object]] = {
    "empty_file": lambda p: p.write_bytes(b""),
    "not_a_table": lambda p: p.write_bytes(b"%PDF-1.7\n"),
    "locked": locked,
    "macros": macros,
    "damaged_workbook": truncated,
    "cut_off": cut_character,
    "open_quote": open_quote,
    "encoding_unknown": lambda p: p.write_bytes(b"\xff\xff\x80,\x81\n" * 9),
    "no_header": lambda p: p.write_text("1,2,3\n4,5,6\n", "utf-8"),
    "wrong_kind": lambda p: csv_file(p, sheet_of(PERMIT)),
}


@pytest.mark.parametrize("code", UNUSABLE)
def test_unusable(tmp_path: Path, code: str) -> None:
    """
    A file that is not what it says is refused whole, with what to do.
    """
    path = tmp_path / "a.xlsx"
    UNUSABLE[code](path)

    assert code in faults_of(path)


def test_only_a_mark_or_blanks(tmp_path: Path) -> None:
    """
    A byte order mark alone, a blank line, a workbook without a cell: all are empty.
    """
    path = tmp_path / "a.csv"
    path.write_bytes(codecs.BOM_UTF8 + b"\r\n")
    empty = xlsx_file(tmp_path / "b.xlsx", [])

    assert set(faults_of(path)) == {"empty_file"}
    assert set(faults_of(empty)) == {"empty_file"}
    assert set(faults_of(tmp_path / "none.csv")) == {"cannot_open"}
    assert set(faults_of(tmp_path)) == {"not_a_file"}


def test_old_workbook() -> None:
    """
    A real .xls is read: title above, day cell, merged party, hidden second sheet.
    """
    found = read(ASSETS / "penalties.xls")

    assert [row.values["decided_on"] for row in found.rows] == ["2024-03-02"] * 2
    assert [row.values["fine_amount"] for row in found.rows] == [2_000_000, 350_000]
    assert found.rows[0].party_name == found.rows[1].party_name == "哈尔滨甲有限公司"
    assert [s.reason for s in found.skipped] == ["title", "header"]
    assert set(found.notes) == {"other_sheets", "rows_hidden"}


def two_sheets(path: Path, *, second: dict[str, Cell], hidden: bool = False) -> Path:
    """
    A workbook of two tables.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, row in (("第一张", RIGHT), ("第二张", second)):
        sheet = book.create_sheet(name)
        for line in sheet_of(row):
            sheet.append(line)
    book.worksheets[1].sheet_state = "hidden" if hidden else "visible"
    book.save(path)
    return path


def test_sheet_of_another_kind(tmp_path: Path) -> None:
    """
    One sheet of penalties beside one of permits: each is found for its kind, and said.
    """
    path = two_sheets(tmp_path / "a.xlsx", second=PERMIT)

    penalties = read(path)
    permit = read(path, Kind.PERMITS).row

    assert penalties.row.ok
    assert penalties.notes == ["other_sheets"]
    assert permit.values["status"] == "有效"
    assert permit.values["valid_until"] == "2027-03-01"


@pytest.mark.parametrize("hidden", [False, True])
def test_two_sheets_of_one_kind(tmp_path: Path, *, hidden: bool) -> None:
    """
    Two such sheets are a question, also if one is hidden; the answer settles it.
    """
    second = row_with({NAME: "哈尔滨乙有限公司"})
    path = two_sheets(tmp_path / "a.xlsx", second=second, hidden=hidden)

    assert faults_of(path) == {"which_sheet": ("第一张", "第二张")}
    assert read(path, sheet="第二张").row.party_name == "哈尔滨乙有限公司"
    assert read(path, sheet="1").row.party_name == RIGHT[NAME]
    with pytest.raises(UnusableFile):
        read(path, sheet="第三张")


def test_hidden_rows_are_rows(tmp_path: Path) -> None:
    """
    A filtered row is read, and somebody is told.
    """
    path = xlsx_file(tmp_path / "a.xlsx", sheet_of(RIGHT))
    member = "xl/worksheets/sheet1.xml"
    rewrite_member(path, member, '<row r="2"', '<row hidden="1" r="2"')

    found = read(path)

    assert found.row.ok
    assert found.notes == ["rows_hidden"]


@pytest.mark.parametrize("above", range(13))
def test_header_below_a_title(tmp_path: Path, above: int) -> None:
    """
    The header is found below titles; the row number is that of the spreadsheet.
    """
    title: list[list[Cell]] = [["某市行政处罚信息公示表"]] * above

    for path in (
        csv_file(tmp_path / "a.csv", [*title, *sheet_of(RIGHT)]),
        xlsx_file(tmp_path / "a.xlsx", [*title, *sheet_of(RIGHT)]),
    ):
        assert read(path).row.number == above + 2


def test_codes_above_words(tmp_path: Path) -> None:
    """
    A line of field codes above the line of words is one header with it.
    """
    codes: list[Cell] = [
        {NAME: "CF_XDR_MC", CODE: "CF_XDR_SHXYM", NUMBER: "CF_WSH"}.get(name, "")
        for name in RIGHT
    ]
    path = csv_file(tmp_path / "a.csv", [codes, *sheet_of(RIGHT)])

    found = read(path)

    assert found.row.ok
    assert [s.reason for s in found.skipped] == ["header", "header"]


#: A header of two lines.
GROUPED: list[list[Cell]] = [
    [NAME, "行政相对人代码", "", "", NUMBER, DECIDED, BODY],
    ["", "统一社会信用代码", "组织机构代码", "工商注册号", "", "", ""],
]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_group_above_its_parts(tmp_path: Path, form: str) -> None:
    """
    A merged group and its parts below make the header of their columns.
    """
    lines = [
        *GROUPED,
        [RIGHT[NAME], USCC, "", "", RIGHT[NUMBER], RIGHT[DECIDED], "某局"],
    ]
    path = tmp_path / f"a.{form}"
    if form == "csv":
        csv_file(path, lines)
    else:
        xlsx_file(path, lines, merged=["A1:A2", "B1:D1", "E1:E2", "F1:F2", "G1:G2"])

    found = read(path).row

    assert found.number == 3
    assert found.values["party_uscc"] == USCC
    assert found.values["decided_on"] == "2024-03-02"


def test_unclear_header(tmp_path: Path) -> None:
    """
    A bare 代码_3 means one thing before 2018 and another since: it is asked.
    """
    sheet = sheet_of(row_with({"行政相对人代码_3": "69919233-2"}))
    path = csv_file(tmp_path / "a.csv", sheet)
    answers = Dictionary(columns={"行政相对人代码＿3": "party_org_code"})

    choices = faults_of(path)["column_unclear"]
    sheet[0][sheet[0].index("行政相对人代码_3 (组织机构代码)")] = "_"
    row = read(csv_file(path, sheet), dictionary=answers).row

    assert {"party_reg_no", "party_org_code"} <= set(choices)
    assert row.values["party_org_code"] == "699192332"


def test_two_columns_with_one_meaning(tmp_path: Path) -> None:
    """
    Neither the first nor the last wins; an answer leaves one out.
    """
    sheet = sheet_of(row_with({"被处罚人": "哈尔滨乙有限公司"}))
    path = csv_file(tmp_path / "a.csv", sheet)

    assert faults_of(path) == {"two_columns": (NAME, "被处罚人")}
    answers = Dictionary(columns={"被处罚人": "_ignore"})
    assert read(path, dictionary=answers).row.party_name == RIGHT[NAME]


def test_name_of_the_case(tmp_path: Path) -> None:
    """
    名称 beside a column of parties is the case; without one it is asked.
    """
    beside = csv_file(tmp_path / "a.csv", sheet_of(row_with({"名称": "未培训案"})))
    sheet = sheet_of(RIGHT)
    sheet[0][0] = "名称"

    assert read(beside).row.texts["case_name"] == "未培训案"
    assert "column_unclear" in faults_of(csv_file(tmp_path / "b.csv", sheet))


def test_missing_column_is_said_once(tmp_path: Path) -> None:
    """
    A file without a needed column is refused whole, not row by row.
    """
    row = {name: value for name, value in RIGHT.items() if name != DECIDED}

    assert set(faults_of(csv_file(tmp_path / "a.csv", sheet_of(row)))) == {
        "column_missing"
    }


def test_unknown_columns_are_kept(tmp_path: Path) -> None:
    """
    A column that nobody knows is kept unread, and somebody is told.
    """
    found = read(csv_file(tmp_path / "a.csv", sheet_of(row_with({"网格员": "王五"}))))

    assert found.notes == ["header_unknown"]
    assert found.row.raw[-1] == "王五"
    assert "王五" not in str((found.row.values, found.row.texts, found.row.personal))


def test_unit_is_asked(tmp_path: Path) -> None:
    """
    An amount without a unit anywhere is a question, with the evidence; zero is none.
    """
    bare = {("罚款金额" if k == FINE else k): v for k, v in RIGHT.items() if k != GAINS}
    path = csv_file(tmp_path / "a.csv", sheet_of(bare))
    zero = csv_file(tmp_path / "b.csv", sheet_of({**bare, "罚款金额": "0"}))
    own = csv_file(tmp_path / "c.csv", sheet_of({**bare, "罚款金额": "2万元"}))

    assert faults_of(path) == {"unit_unknown": ("yuan", "wan")}
    assert read(path, unit=Unit.WAN).row.values["fine_amount"] == 2_000_000
    assert read(path, unit=Unit.YUAN).row.values["fine_amount"] == 200
    assert read(zero).row.values["fine_amount"] == 0
    assert read(own).row.values["fine_amount"] == 2_000_000


def test_answer_against_the_header(tmp_path: Path) -> None:
    """
    A stated unit holds against an answer, unless the whole file contradicts it.
    """
    stated = csv_file(tmp_path / "a.csv", sheet_of(RIGHT))
    rows = [
        row_with(
            {NUMBER: f"哈应急罚〔2024〕{n}号", FINE: "2000", CONTENT: "罚款2000元"}
        )
        for n in range(3)
    ]
    wrong = csv_file(tmp_path / "b.csv", sheet_of(*rows))

    assert read(stated, unit=Unit.YUAN).row.values["fine_amount"] == 2_000_000
    found = read(wrong, unit=Unit.YUAN)
    assert [row.values["fine_amount"] for row in found.rows] == [200_000] * 3
    assert "unit_overruled" in found.notes


def test_comma_without_quotation_marks(tmp_path: Path) -> None:
    """
    A row whose cells have slipped is refused, and so is one that the file cuts off.
    """
    header, right = sheet_of(RIGHT)
    slipped = [*right[:6], "第一", "第二", *right[7:]]
    path = csv_file(tmp_path / "a.csv", [header, right, slipped, right])
    whole = path.read_text("utf-8")
    path.write_text(whole[: whole.rindex("2024/3/2")], "utf-8")

    rows = read(path).rows

    assert [row.fault.code if row.fault else "" for row in rows] == [
        "", "row_too_wide", "row_cut_off"
    ]  # fmt: skip


def test_layout_tables_of_a_web_page(tmp_path: Path) -> None:
    """
    The table inside a table that only lays out the page is found.
    """
    inner = html_file(tmp_path / "inner.html", sheet_of(RIGHT)).read_text("gb18030")
    table = inner[inner.index("<table") : inner.index("</table>") + len("</table>")]
    page = f"<html><table><tr><td>栏目</td><td>{table}</td></tr></table></html>"
    (tmp_path / "a.xls").write_text(page, "utf-8")

    assert read(tmp_path / "a.xls").row.party_name == RIGHT[NAME]


def test_blank_lines_count(tmp_path: Path) -> None:
    """
    Blank lines are lines of the file, whatever stands in the column of numbers.
    """
    lines: list[list[Cell]] = [
        ["序号", NAME, CODE, NUMBER, DECIDED, KINDS],
        ["1", RIGHT[NAME], USCC, RIGHT[NUMBER], "2024-03-02", "警告"],
        [""] * 6,
        ["2"],
        ["3", RIGHT[NAME], USCC, "哈应急罚〔2024〕9号", "2024-03-02", "警告"],
    ]

    for path in (
        csv_file(tmp_path / "a.csv", lines),
        xlsx_file(tmp_path / "a.xlsx", lines),
    ):
        found = read(path)
        assert [row.number for row in found.rows] == [2, 5]
        assert [s.reason for s in found.skipped] == ["header", "blank", "blank"]
        assert all(not codes_of(row) & {"row_cut_off"} for row in found.rows)
