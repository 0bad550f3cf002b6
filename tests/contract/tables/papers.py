"""
Making files of every form, and reading them.

All names, codes and numbers are invented, but for the example of GB 11643.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from domain.codes import make_registration_number, make_resident_id, make_uscc_of
from domain.money import Unit
from infra.tables import Dictionary, Kind, Row, Skipped, open_table

Cell = str | int | float | date | datetime | None

TODAY = date(2026, 11, 24)
USCC = make_uscc_of("91", "230102", "MA1B2C3D")
OTHER_USCC = make_uscc_of("91", "230103", "MA1B2C3E")
BUREAU_USCC = make_uscc_of("11", "230100", "00217283")
REG_NO = make_registration_number("23010000001234")
ORG_CODE = USCC[8:17]
RESIDENT_ID = make_resident_id("23010219800101001")
EXAMPLE_ID = "11010519491231002X"

NAME = "行政相对人名称"
CODE = "行政相对人代码_1 (统一社会信用代码)"
REG = "行政相对人代码_2 (工商注册号)"
ORG = "行政相对人代码_3 (组织机构代码)"
HEAD = "法定代表人"
HEAD_ID = "法定代表人身份证号"
NUMBER = "行政处罚决定书文号"
FACT = "违法事实"
KINDS = "处罚类别"
CONTENT = "处罚内容"
FINE = "罚款金额 (万元)"
GAINS = "没收违法所得、没收非法财物的金额 (万元)"
DECIDED = "处罚决定日期"
VALID = "处罚有效期"
PUBLIC = "公示截止期"
BODY = "处罚机关"
BODY_CODE = "处罚机关统一社会信用代码"
REMARK = "备注"

#: One right row of the national table for legal persons, by header.
RIGHT: dict[str, Cell] = {
    NAME: "哈尔滨甲有限公司",
    CODE: USCC,
    REG: "",
    ORG: "",
    HEAD: "张三",
    NUMBER: "（哈）应急罚〔2024〕1号",
    FACT: "未按规定设置警示标志",
    KINDS: "罚款",
    CONTENT: "罚款人民币2万元",
    FINE: "2",
    GAINS: "",
    DECIDED: "2024/3/2",
    VALID: "2099/12/31",
    PUBLIC: "2025/3/2",
    BODY: "哈尔滨市应急管理局",
    BODY_CODE: BUREAU_USCC,
    REMARK: "",
}


@dataclass(frozen=True)
class Read:
    """
    What came of a file.
    """

    rows: list[Row]
    skipped: list[Skipped]
    notes: list[str]
    length: int

    @property
    def row(self) -> Row:
        """
        The only row.
        """
        assert len(self.rows) == 1
        return self.rows[0]


def read(
    path: Path,
    kind: Kind = Kind.PENALTIES,
    *,
    unit: Unit | None = None,
    sheet: str | None = None,
    dictionary: Dictionary | None = None,
    ours: Sequence[str] | None = None,
) -> Read:
    """
    Read a whole file.
    """
    with open_table(
        path,
        kind,
        today=TODAY,
        unit=unit,
        sheet=sheet,
        dictionary=dictionary,
        ours=ours,
    ) as table:
        items = list(table)
        notes = [note.code for note in table.notes]
    rows = [item for item in items if isinstance(item, Row)]
    skipped = [item for item in items if isinstance(item, Skipped)]
    assert len(rows) + len(skipped) == table.length
    return Read(rows, skipped, notes, table.length)


def row_with(changes: Mapping[str, Cell]) -> dict[str, Cell]:
    """
    Give the right row with some cells changed, and columns added.
    """
    return {**RIGHT, **changes}


def sheet_of(*rows: Mapping[str, Cell]) -> list[list[Cell]]:
    """
    Lay rows out under the header of the first.
    """
    headers = list(rows[0])
    return [list(headers), *([row.get(h) for h in headers] for row in rows)]


def csv_file(
    path: Path,
    lines: Iterable[Sequence[Cell]],
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
) -> Path:
    """
    Write a text file.
    """
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(lines)
    return path


def xlsx_file(
    path: Path,
    lines: Iterable[Sequence[Cell]],
    *,
    merged: Sequence[str] = (),
    day_format: str = "yyyy/m/d",
) -> Path:
    """
    Write a workbook; days get a format, texts stay texts.
    """
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for number, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            if value is None or value == "":
                continue
            cell = sheet.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            elif isinstance(value, date):
                cell.number_format = day_format
    for reference in merged:
        sheet.merge_cells(reference)
    book.save(path)
    return path


def rewrite_member(path: Path, member: str, old: str, new: str) -> Path:
    """
    Change the markup inside a workbook, as no library writes it.
    """
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[member]
    parts[member] = parts[member].replace(old.encode(), new.encode())
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def html_file(
    path: Path, lines: Iterable[Sequence[Cell]], *, encoding: str = "gb18030"
) -> Path:
    """
    Write a web page of one table, as systems do that call it an export to Excel.
    """
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{escape(str(c or ''))}</td>" for c in line) + "</tr>"
        for line in lines
    )
    page = f"<html><head><meta charset='gb2312'></head><table>{rows}</table></html>"
    path.write_text(page, encoding=encoding)
    return path


def read_rows(folder: Path, *rows: Mapping[str, Cell]) -> Read:
    """
    Read rows from a CSV file.
    """
    return read(csv_file(folder / "rows.csv", sheet_of(*rows)))


def read_cells(folder: Path, changes: Mapping[str, Cell]) -> Row:
    """
    Read the right row with some cells changed.
    """
    return read_rows(folder, row_with(changes)).row


def codes_of(row: Row) -> set[str]:
    """
    Name the rules that said something about a row.
    """
    return {note.code for note in row.notes}


def fault_of(row: Row) -> str:
    """
    The rule that refuses a row; empty if none does.
    """
    return row.fault.code if row.fault else ""
