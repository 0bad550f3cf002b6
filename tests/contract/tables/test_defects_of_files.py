"""
Defects of whole files and of their lines, by their number in the list of defects.
"""

from pathlib import Path

import pytest

from infra.tables import Kind, UnusableFile
from tests.contract.tables.papers import (
    CODE,
    CONTENT,
    DECIDED,
    FACT,
    FINE,
    KINDS,
    NAME,
    NUMBER,
    OTHER_USCC,
    RIGHT,
    USCC,
    Cell,
    codes_of,
    csv_file,
    read,
    read_cells,
    read_rows,
    row_with,
    sheet_of,
    xlsx_file,
)

BLANK: list[Cell] = [""] * len(RIGHT)
SECOND = row_with(
    {NAME: "哈尔滨乙有限公司", CODE: OTHER_USCC, NUMBER: "（哈）应急罚〔2024〕2号"}
)


def line_of(*cells: Cell) -> list[Cell]:
    """
    A line with these first cells.
    """
    return [*cells, *BLANK[len(cells) :]]


def reasons(folder: Path, *lines: list[Cell]) -> list[str]:
    """
    Why lines below the right row are skipped.
    """
    path = csv_file(folder / "a.csv", [*sheet_of(RIGHT), *lines])
    return [skipped.reason for skipped in read(path).skipped[1:]]


def test_01_byte_order_mark(tmp_path: Path) -> None:
    """
    A byte order mark glued to the first header is no part of it.
    """
    sheet = sheet_of(RIGHT)
    sheet[0][0] = f"\ufeff{NAME}"

    assert read(csv_file(tmp_path / "a.csv", sheet, encoding="utf-8-sig")).row.ok


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8"])
def test_02_encodings_side_by_side(tmp_path: Path, encoding: str) -> None:
    """
    Files saved by a Chinese spreadsheet stand beside UTF-8 ones.
    """
    row = read(csv_file(tmp_path / "a.csv", sheet_of(RIGHT), encoding=encoding)).row

    assert row.values["party_name"] == RIGHT[NAME]


def test_03_lines_around_the_table(tmp_path: Path) -> None:
    """
    Titles, notes and totals are skipped and counted.
    """
    above: list[list[Cell]] = [line_of("2024年行政处罚信息"), line_of("填报单位：某局")]
    below: list[list[Cell]] = [
        line_of("合计", "", "", "", "", "", "", "", "", "2"),
        line_of("说明：本表由系统导出"),
        line_of("", "", "填表人：王五", "", "", "", "", "联系电话：0451"),
    ]
    path = csv_file(tmp_path / "a.csv", [*above, *sheet_of(RIGHT), *below])

    found = read(path)

    assert found.row.number == 4
    assert [s.reason for s in found.skipped] == [
        "title", "title", "header", "total", "note", "note"
    ]  # fmt: skip


def test_03_a_note_that_names_a_party_is_a_row(tmp_path: Path) -> None:
    """
    A line that names a party or a number is no note: it is refused, not skipped.
    """
    lone = line_of("哈尔滨丙有限公司")
    noted = line_of("注：见附件", "", "", "", "", "（哈）应急罚〔2024〕9号")
    path = csv_file(tmp_path / "a.csv", [*sheet_of(RIGHT), lone, noted])

    rows = read(path).rows[1:]

    assert [row.number for row in rows] == [3, 4]
    assert not any(row.ok for row in rows)


@pytest.mark.parametrize("name", ["总计划有限公司", "注册服务有限公司", "说明书印刷厂"])
def test_03_a_party_with_such_a_name_is_a_row(tmp_path: Path, name: str) -> None:
    """
    A name that begins like a note is a party where a number stands beside it.
    """
    assert read_cells(tmp_path, {NAME: name}).ok


def test_03_legend_below_the_header(tmp_path: Path) -> None:
    """
    A line of filling instructions is none either.
    """
    legend = ["必填", "文本(18)", "选填", *BLANK[3:]]

    figures = ["1", "20", "300", *BLANK[3:]]

    assert reasons(tmp_path, legend) == ["legend"]
    assert reasons(tmp_path, figures) == []


def test_04_header_again(tmp_path: Path) -> None:
    """
    A header repeated in the middle, with a tab behind it, is skipped.
    """
    again: list[Cell] = [f"{name}\t" for name in RIGHT]

    assert reasons(tmp_path, again) == ["header_again"]


@pytest.mark.parametrize(
    "header",
    ["行政处罚决定文书号 东地一所", "文,号", "行政处罚决定文书", "政处罚决定书文号"],
)
def test_05_damaged_header(tmp_path: Path, header: str) -> None:
    """
    A header with lost letters, a glued unit or a comma is known from the list.
    """
    sheet = sheet_of(RIGHT)
    sheet[0][sheet[0].index(NUMBER)] = header

    assert read(csv_file(tmp_path / "a.csv", sheet)).row.values["decision_no"]


def test_05_unknown_header(tmp_path: Path) -> None:
    """
    Another damaged header is asked about, with what it is most like.
    """
    sheet = sheet_of(RIGHT)
    sheet[0][sheet[0].index(NUMBER)] = "行政处罚决定书之文号码"

    with pytest.raises(UnusableFile) as refusal:
        read(csv_file(tmp_path / "a.csv", sheet))

    assert [fault.code for fault in refusal.value.faults] == ["column_missing"]
    assert "「行政处罚决定书之文号码」" in refusal.value.zh


def test_40_the_same_row_twice(tmp_path: Path) -> None:
    """
    A copy is a copy, in whatever brackets; the first row stands.
    """
    copy = row_with({NUMBER: "(哈)应急罚[2024]1号", DECIDED: "2024年3月2日"})

    rows = read_rows(tmp_path, RIGHT, SECOND, copy).rows

    assert [row.ok for row in rows] == [True, True, True]
    assert [row.duplicate_of for row in rows] == [0, 0, 2]


def test_40_other_facts_under_one_number(tmp_path: Path) -> None:
    """
    Two rows that contradict each other are both refused, each naming the other.
    """
    other = row_with({FINE: "3", CONTENT: "罚款3万元"})

    rows = read_rows(tmp_path, RIGHT, SECOND, other).rows

    assert [row.ok for row in rows] == [False, True, False]
    assert rows[0].fault is not None
    assert rows[0].fault.zh.startswith("第2行：与第4行文书号、当事人相同")
    assert rows[2].fault is not None
    assert "row 2" in rows[2].fault.en


def test_40_unit_and_head_under_one_number(tmp_path: Path) -> None:
    """
    Another party under the same number is another penalty.
    """
    head = row_with({NAME: "哈尔滨丁有限公司", CODE: OTHER_USCC})

    assert [row.ok for row in read_rows(tmp_path, RIGHT, head).rows] == [True, True]


@pytest.mark.parametrize("name", ["哈尔滨甲有限公司、张某", "张三、李四", "甲厂;乙厂"])
def test_40_two_parties_in_one_cell(tmp_path: Path, name: str) -> None:
    """
    One party to a row.
    """
    row = read_cells(tmp_path, {NAME: name})

    assert row.fault is not None
    assert row.fault.code == "two_parties"


def test_48_missing_rows(tmp_path: Path) -> None:
    """
    A list that lacks a row removes nobody: only a stated day says so.
    """
    listed: dict[str, Cell] = {
        "单位名称": "哈尔滨甲有限公司",
        "统一社会信用代码": USCC,
        "纳入理由": "瞒报",
        "移出严重失信主体名单日期": "",
    }
    path = csv_file(tmp_path / "a.csv", sheet_of(listed))

    row = read(path, Kind.BLACKLIST).row

    assert row.ok
    assert "removed_on" not in row.values
    assert row.kind_hint == ""


def test_49_merged_cells(tmp_path: Path) -> None:
    """
    A merged cell stands in each of its rows; a blank one stays blank.
    """
    blank_party = row_with({NAME: None, CODE: None, NUMBER: "（哈）应急罚〔2024〕3号"})
    second = row_with({NAME: None, CODE: None, NUMBER: "（哈）应急罚〔2024〕2号"})
    path = xlsx_file(
        tmp_path / "a.xlsx",
        sheet_of(RIGHT, second, blank_party),
        merged=["A2:A3", "B2:B3"],
    )

    rows = read(path).rows

    assert [row.party_name for row in rows] == [RIGHT[NAME], RIGHT[NAME], ""]
    assert [row.ok for row in rows] == [True, True, False]


def test_49_subtotals(tmp_path: Path) -> None:
    """
    A subtotal is no row.
    """
    assert reasons(tmp_path, line_of("小计", "", "", "", "", "", "", "", "", 2)) == [
        "total"
    ]


@pytest.mark.parametrize("start", "=+-@")
def test_50_text_like_a_formula(tmp_path: Path, start: str) -> None:
    """
    A text that begins like a formula is a text.
    """
    text = f"{start}1+1现场无人"
    path = xlsx_file(tmp_path / "a.xlsx", sheet_of(row_with({FACT: text})))

    assert read(path).row.texts["violation_fact"] == text


def test_51_long_story_with_everything_in_it(tmp_path: Path) -> None:
    """
    Line breaks, commas and quotation marks are text; too long is kept and noted.
    """
    story = '第一，"无证"上岗,\n第二，' + "未培训" * 2000

    row = read_cells(tmp_path, {FACT: story, KINDS: "罚款"})

    assert row.ok
    assert row.texts["violation_fact"] == story
    assert codes_of(row) >= {"too_long"}
