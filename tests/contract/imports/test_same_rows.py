"""
The same rows give equal facts, whatever the file looks like.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from infra.tables import Kind
from tests import controls
from tests.contract.imports.city import City, opened, penalty
from tests.contract.tables.papers import (
    BODY,
    BODY_CODE,
    CODE,
    CONTENT,
    DECIDED,
    FACT,
    FINE,
    HEAD,
    HEAD_ID,
    KINDS,
    NAME,
    NUMBER,
    PUBLIC,
    REMARK,
    VALID,
    Cell,
    csv_file,
    html_file,
    sheet_of,
    xlsx_file,
)

ROWS = [
    penalty(1),
    penalty(2, kinds="警告", fine="", content="警告"),
    penalty(3, fine="0.123456", content="罚款1234.56元"),
    penalty(4, name="演示（吉林）化工有限公司", remark="已复核，注意"),
]
Lines = Sequence[Sequence[Cell]]
Writer = Callable[[Path, Lines], Path]


def _with_title(path: Path, lines: Lines) -> Path:
    header, *rows = lines
    return xlsx_file(path, [["行政处罚公示表"], ["填报单位：演示局"], header, *rows])


def _quoted(path: Path, lines: Lines) -> Path:
    """
    Write as systems do that force text with an apostrophe and a tab.
    """
    header, *rows = lines
    quoted = [[f"'{c}\t" if c else c for c in row] for row in rows]
    return csv_file(path, [header, *quoted])


FORMS: dict[str, Writer] = {
    "gb18030": lambda p, lines: csv_file(p, lines, encoding="gb18030"),
    "utf-8 with a mark": lambda p, lines: csv_file(p, lines, encoding="utf-8-sig"),
    "utf-16 with tabs": lambda p, lines: csv_file(
        p, lines, encoding="utf-16", delimiter="\t"
    ),
    "semicolons": lambda p, lines: csv_file(p, lines, delimiter=";"),
    "workbook": xlsx_file,
    "workbook with title": _with_title,
    "web page": html_file,
    "forced text": _quoted,
}

#: Other names of the same columns.
CODES = {
    NAME: "CF_XDR_MC",
    CODE: "CF_XDR_SHXYM",
    HEAD: "CF_FRDB",
    HEAD_ID: "CF_FR_ZJHM",
    NUMBER: "CF_WSH",
    FACT: "CF_SY",
    KINDS: "CF_CFLB",
    CONTENT: "CF_NR",
    FINE: "CF_NR_FK",
    DECIDED: "CF_JDRQ",
    VALID: "CF_YXQ",
    PUBLIC: "CF_GSJZQ",
    BODY: "CF_CFJG",
    BODY_CODE: "CF_CFJGDM",
    REMARK: "BZ",
}
WORDS = {
    NAME: "当事人名称",
    CODE: "统一社会信用代码",
    NUMBER: "处罚决定书文号：",
    FACT: "主要违法事实",
    KINDS: "处罚种类",
    CONTENT: "行政处罚内容",
    FINE: "罚款金额（万元）",
    DECIDED: "作出处罚决定的日期",
    BODY: "作出处罚决定的机关名称",
}


def told_by(folder: Path, path: Path) -> list[str]:
    """
    Import a file into a ledger of its own, and say what came of it.
    """
    with opened(folder) as city:
        assert city.imports(path).counts.accepted == len(ROWS)
        return city.told()


@pytest.fixture
def plain(tmp_path: Path) -> list[str]:
    """
    What the plainest file gives.
    """
    path = csv_file(tmp_path / "plain.csv", sheet_of(*ROWS))
    return told_by(tmp_path / "plain", path)


class TestEncodings:
    @pytest.mark.parametrize("form", FORMS)
    def test_equal_facts(self, tmp_path: Path, plain: list[str], form: str) -> None:
        """
        Encoding, separator and kind of file make no difference to the facts.
        """
        path = FORMS[form](tmp_path / "other.xls", sheet_of(*ROWS))

        assert told_by(tmp_path / "other", path) == plain


class TestDialects:
    @pytest.mark.parametrize("names", [CODES, WORDS], ids=["codes", "words"])
    def test_other_headers(
        self, tmp_path: Path, plain: list[str], names: dict[str, str]
    ) -> None:
        """
        Columns are known by any of their names, in any order.
        """
        renamed = [
            {names.get(name, name): row[name] for name in reversed(row)} for row in ROWS
        ]

        path = csv_file(tmp_path / "other.csv", sheet_of(*renamed))

        assert told_by(tmp_path / "other", path) == plain

    def test_other_ways_to_write(self, tmp_path: Path, plain: list[str]) -> None:
        """
        Days, amounts, codes and brackets are read in any of the ways they are written.
        """
        (first, *rest) = ROWS
        changes: dict[str, Cell] = {
            CODE: f" {str(first[CODE]).lower()}",
            FINE: "１",
            DECIDED: date(2026, 5, 20),
            VALID: "长期",
            PUBLIC: "2027年5月20日",
            KINDS: "警告、罚款",
            BODY_CODE: f"统一社会信用代码：{controls.CITY_BUREAU.uscc}",
        }
        path = xlsx_file(tmp_path / "other.xlsx", sheet_of(first | changes, *rest))

        told = told_by(tmp_path / "other", path)

        printed = "('terms/texts/kinds_printed', '警告、罚款')"
        assert any(printed in each for each in told)
        assert sorted(each.replace(f"{printed}, ", "") for each in told) == [
            each.replace("('terms/texts/kinds_printed', '警告;罚款'), ", "")
            for each in plain
        ]

    def test_in_yuan(self, tmp_path: Path, plain: list[str]) -> None:
        """
        Amounts in 元 and in 万元 are the same fen.
        """
        yuan = {1: "10000", 3: "1234.56", 4: "40000"}
        renamed = [
            {
                ("罚款金额（元）" if name == FINE else name): (
                    yuan.get(number, "") if name == FINE else cell
                )
                for name, cell in row.items()
            }
            for number, row in enumerate(ROWS, start=1)
        ]

        path = csv_file(tmp_path / "yuan.csv", sheet_of(*renamed))

        assert told_by(tmp_path / "other", path) == plain


class TestTheSameLedger:
    def test_a_second_dialect_is_all_duplicates(
        self, city: City, tmp_path: Path
    ) -> None:
        """
        In one ledger the second file brings nothing new.
        """
        city.imports(csv_file(tmp_path / "a.csv", sheet_of(*ROWS)))
        renamed = [{CODES[name]: cell for name, cell in row.items()} for row in ROWS]

        report = city.imports(xlsx_file(tmp_path / "b.xlsx", sheet_of(*renamed)))

        assert report.counts.duplicate == len(ROWS)
        assert len(city.records) == len(ROWS)


class TestTwoSheets:
    def test_the_same_row_numbers(self, city: City, tmp_path: Path) -> None:
        """
        One workbook with permits and penalties makes two imports, and rows that have
        the same number are told apart.
        """
        path = xlsx_file(tmp_path / "a.xlsx", sheet_of(*ROWS))
        book = load_workbook(path)
        permits = book.create_sheet("许可", 0)
        permits.append(["行政相对人名称", "许可编号", "许可决定日期", "有效期至"])
        permits.append(["演示化工有限公司", "演许1号", "2025-01-02", "2028-01-01"])
        book.save(path)

        penalties = city.imports(path)
        with_permits = city.imports(path, Kind.PERMITS)

        assert penalties.counts.accepted == len(ROWS)
        assert with_permits.counts.accepted == 1
        assert len(city.records) == len(ROWS) + 1
