"""
Refused rows go back as a file that can be mended and imported by itself.
"""

import csv
import errno
from pathlib import Path

import pytest
from openpyxl import load_workbook

from infra.tables import Kind, Row, open_table, problem_text, write_rejects
from tests.contract.tables.papers import (
    CODE,
    CONTENT,
    DECIDED,
    EXAMPLE_ID,
    FACT,
    FINE,
    HEAD_ID,
    NAME,
    NUMBER,
    OTHER_USCC,
    REG_NO,
    RIGHT,
    TODAY,
    USCC,
    Cell,
    csv_file,
    read,
    row_with,
    sheet_of,
    xlsx_file,
)

TITLE: list[list[Cell]] = [["行政处罚信息", "单位：万元"]]


def numbered(number: int, changes: dict[str, Cell]) -> dict[str, Cell]:
    """
    A row with a number of its own.
    """
    return row_with({NUMBER: f"（哈）应急罚〔2024〕{number}号", **changes})


CLEAN = (
    numbered(1, {HEAD_ID: ""}),
    numbered(2, {FACT: '-1层，"无证"上岗\n第二行', HEAD_ID: EXAMPLE_ID}),
    numbered(3, {NAME: "哈尔滨乙有限公司", CODE: OTHER_USCC, HEAD_ID: ""}),
    numbered(4, {DECIDED: "2024-05-06", HEAD_ID: ""}),
)
DIRTY = (
    CLEAN[0],
    {**CLEAN[1], CODE: "9.12301E+17"},
    {**CLEAN[2], FINE: "-2"},
    {**CLEAN[3], DECIDED: "2024-05-06 00:00:00.0"},
)


def rejected(source: Path, target: Path) -> int:
    """
    Read a file and give its refused rows back.
    """
    with open_table(source, Kind.PENALTIES, today=TODAY) as table:
        problems = {
            row.number: problem_text([row.fault]) for row in table.rows() if row.fault
        }
        return write_rejects(target, table, problems)


def facts_of(row: Row) -> tuple[object, ...]:
    """
    What a row says, wherever it stands; hidden numbers of papers aside.
    """
    return tuple(sorted(row.values.items())), row.texts["violation_fact"], row.ok


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("source", ["a.csv", "a.xlsx"])
def test_mended_rejects_complete_the_file(
    tmp_path: Path, source: str, suffix: str
) -> None:
    """
    What was accepted and what is mended are together what a clean file gives.
    """
    write = csv_file if source == "a.csv" else xlsx_file
    dirty = write(tmp_path / source, [*TITLE, *sheet_of(*DIRTY)])
    clean = write(tmp_path / f"clean_{source}", [*TITLE, *sheet_of(*CLEAN)])
    target = tmp_path / f"rejects{suffix}"

    assert rejected(dirty, target) == 2
    mend(target)

    accepted = [row for row in read(dirty).rows if row.ok]
    union = [facts_of(row) for row in (*accepted, *read(target).rows)]
    assert sorted(union) == sorted(facts_of(row) for row in read(clean).rows)


def mend(path: Path) -> None:
    """
    Correct both rows as an officer would, leaving the column 问题 where it is.
    """
    if path.suffix == ".csv":
        text = path.read_text("utf-8-sig")
        text = text.replace("9.12301E+17", USCC).replace("'-2", "2", 1)
        path.write_text(text, "utf-8")
        return
    book = load_workbook(path)
    for cells in book.worksheets[0].iter_rows():
        for cell in cells:
            if cell.value == "9.12301E+17":
                cell.value = USCC
            elif cell.value == "'-2":
                cell.value = "2"
    book.save(path)


def test_layout(tmp_path: Path) -> None:
    """
    Title and header stay, one column is added, and the problem stands in it.
    """
    source = csv_file(tmp_path / "a.csv", [*TITLE, *sheet_of(*DIRTY)])
    rejected(source, tmp_path / "rejects.xlsx")

    rows = list(load_workbook(tmp_path / "rejects.xlsx").worksheets[0].values)

    assert rows[0][:2] == ("行政处罚信息", "单位：万元")
    assert rows[1] == (*DIRTY[0], "问题")
    assert len(rows) == 4
    assert str(rows[2][-1]).startswith(f"第4行「{CODE}」：9.12301E+17已被表格软件")
    assert "Row 4" in str(rows[2][-1])


def test_no_formula_and_no_identity_number(tmp_path: Path) -> None:
    """
    Nothing runs in the spreadsheet that opens it, and no identity number is whole.
    """
    source = csv_file(tmp_path / "a.csv", sheet_of(*DIRTY))
    rejected(source, tmp_path / "rejects.csv")
    rejected(source, tmp_path / "rejects.xlsx")

    text = (tmp_path / "rejects.csv").read_text("utf-8-sig")
    cells = [
        c for row in load_workbook(tmp_path / "rejects.xlsx").worksheets[0] for c in row
    ]

    assert EXAMPLE_ID not in text
    assert "110105***********X" in text
    assert "'-1层" in text
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert all(EXAMPLE_ID not in str(cell.value) for cell in cells)


def test_both_rows_of_a_contradiction(tmp_path: Path) -> None:
    """
    Both rows come back; leaving one out, the other is taken over.
    """
    other = {**CLEAN[0], FINE: "3", CONTENT: "罚款3万元"}
    source = csv_file(tmp_path / "a.csv", sheet_of(CLEAN[0], other))

    assert rejected(source, tmp_path / "rejects.csv") == 2

    with (tmp_path / "rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        header, one, _ = csv.reader(file)
    assert read(csv_file(tmp_path / "one.csv", [header, one])).row.ok


def test_a_second_return(tmp_path: Path) -> None:
    """
    What was mended in vain comes back with its new problem in place of the old one.
    """
    source = csv_file(tmp_path / "a.csv", sheet_of(*DIRTY))
    rejected(source, tmp_path / "once.csv")

    assert rejected(tmp_path / "once.csv", tmp_path / "twice.csv") == 2

    with (tmp_path / "twice.csv").open(encoding="utf-8-sig", newline="") as file:
        header, first, _ = csv.reader(file)
    assert header == [*DIRTY[0], "问题"]
    assert first[-1].startswith("第2行")


def test_hidden_numbers_are_told(tmp_path: Path) -> None:
    """
    Where an identity number does not go back whole the row says so, in both languages.
    """
    source = csv_file(tmp_path / "a.csv", sheet_of(*DIRTY))
    rejected(source, tmp_path / "rejects.csv")

    with (tmp_path / "rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        _, hidden, whole = (row[-1] for row in csv.reader(file))
    zh, en = hidden.split("\n")
    assert zh.endswith("请照原件补全。")
    assert en.endswith("type them whole to keep them.")
    assert "隐去" not in whole


def test_the_heading_of_a_section(tmp_path: Path) -> None:
    """
    The heading that says why rows are listed goes back with the first of them.
    """
    lines: list[list[Cell]] = [["公司名称", "注册地址", "注册号", "违法行为"]]
    lines += [["发生特别重大生产安全事故"], ["甲厂", "某路1号", REG_NO, "瓦斯爆炸"]]
    lines += [["瞒报生产安全事故"], ["乙厂", "某路2号", "9.1E+14", "瞒报"]]
    source = csv_file(tmp_path / "a.csv", lines)
    target = tmp_path / "rejects.csv"
    with open_table(source, Kind.BLACKLIST, today=TODAY) as table:
        (bad,) = [row for row in table.rows() if row.fault]
        assert write_rejects(target, table, {bad.number: "第5行：\nRow 5: "}) == 1

    text = target.read_text("utf-8-sig").replace("9.1E+14", REG_NO)
    target.write_text(text, "utf-8")

    row = read(target, Kind.BLACKLIST).row
    assert row.values["reason_class"] == "瞒报生产安全事故"


@pytest.mark.parametrize("name", ["rejects.csv", "rejects.xlsx"])
def test_no_room(tmp_path: Path, name: str) -> None:
    """
    On a full disk nothing lies there afterwards, and the system's reason is told.
    """
    source = csv_file(tmp_path / "a.csv", sheet_of(*DIRTY))
    (tmp_path / f".{name}.part").symlink_to("/dev/full")

    with pytest.raises(OSError, match=r"ENOSPC|No space") as full:
        rejected(source, tmp_path / name)

    assert full.value.errno == errno.ENOSPC
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_nothing_half_written(tmp_path: Path) -> None:
    """
    If writing fails, the older file stands and no other lies beside it.
    """
    source = csv_file(tmp_path / "a.csv", sheet_of(RIGHT))
    target = tmp_path / "rejects.csv"
    target.write_text("old", "utf-8")

    with open_table(source, Kind.PENALTIES, today=TODAY) as table:
        source.unlink()
        table._kept = None  # noqa: SLF001  a file too long to be kept
        with pytest.raises(FileNotFoundError):
            write_rejects(target, table, {2: "问题"})

    assert [path.name for path in tmp_path.iterdir()] == ["rejects.csv"]
    assert target.read_text("utf-8") == "old"
