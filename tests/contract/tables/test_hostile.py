"""
Files that would take a careless reader's time or memory, or bring it down.
"""

import tracemalloc
import zipfile
from itertools import chain, islice, repeat
from pathlib import Path

import pytest

from infra.tables import Kind, UnusableFile, open_table
from infra.tables.lines import Sheet
from infra.tables.workbook_source import WorkbookSource
from tests.contract.tables.papers import (
    BODY,
    CODE,
    DECIDED,
    FINE,
    KINDS,
    NAME,
    NUMBER,
    RIGHT,
    TODAY,
    csv_file,
    read,
    rewrite_member,
    row_with,
    sheet_of,
    xlsx_file,
)

SHEET = "xl/worksheets/sheet1.xml"
MIB = 1 << 20
MANY = 30_000


def fault_of(path: Path) -> tuple[str, str]:
    """
    Say why a file cannot be used: code and Chinese sentence.
    """
    with pytest.raises(UnusableFile) as caught:
        read(path)
    (fault,) = caught.value.faults
    return fault.code, fault.zh


class TestCells:
    @pytest.mark.parametrize(
        ("column", "sign"),
        [
            (NAME, "公司"),
            (CODE, "9"),
            (NUMBER, "号"),
            (DECIDED, "2"),
            (FINE, "1"),
            (KINDS, "罚款;"),
            (BODY, "1"),
        ],
    )
    def test_a_document_in_a_cell(self, tmp_path: Path, column: str, sign: str) -> None:
        """
        What no such column can hold refuses its row, and is not searched for long.
        """
        path = csv_file(
            tmp_path / "a.csv", sheet_of(RIGHT, row_with({column: sign * MANY}))
        )

        _, row = read(path).rows

        assert row.fault is not None
        assert row.fault.code == "cell_too_long"
        assert row.fault.column == column

    def test_a_long_text_is_a_text(self, tmp_path: Path) -> None:
        """
        Of free text all is kept, however long it is.
        """
        story = "司炉工未持证上岗。" * MANY
        path = csv_file(tmp_path / "a.csv", sheet_of(row_with({"违法事实": story})))

        row = read(path).row

        assert row.ok
        assert row.texts["violation_fact"] == story

    def test_a_header_as_long_as_a_book(self, tmp_path: Path) -> None:
        """
        A message quotes no more of a header than somebody reads.
        """
        header, *lines = sheet_of(RIGHT)
        header[0] = f"{header[0]}{'甲' * MANY}"

        code, sentence = fault_of(csv_file(tmp_path / "a.csv", [header, *lines]))

        assert code == "column_missing"
        assert len(sentence) < 200

    def test_hundreds_of_unknown_columns(self, tmp_path: Path) -> None:
        """
        Columns that mean nothing here do no harm, and each is told once.
        """
        header, line = sheet_of(RIGHT)
        wide = [[*header, *(f"甲{n}" for n in range(300))], [*line, *range(300)]]

        found = read(csv_file(tmp_path / "a.csv", wide))

        assert found.row.ok
        assert found.notes == ["header_unknown"] * 300


class TestLines:
    def test_more_cells_than_any_spreadsheet(self, tmp_path: Path) -> None:
        """
        A file that is all one line is no table, and says so.
        """
        path = tmp_path / "a.csv"
        path.write_text("甲," * 500_000, encoding="utf-8")

        code, sentence = fault_of(path)

        assert code == "too_wide"
        assert "第1行" in sentence

    def test_blank_cells_beyond(self, tmp_path: Path) -> None:
        """
        Separators behind the last column hold nothing.
        """
        lines = [[*line, *[""] * 20_000] for line in sheet_of(RIGHT)]

        assert read(csv_file(tmp_path / "a.csv", lines)).row.ok


class TestWorkbooks:
    def test_rows_that_hold_a_format(self, tmp_path: Path) -> None:
        """
        Rows that hold nothing but a format take no memory, and are no rows.
        """
        path = xlsx_file(tmp_path / "a.xlsx", sheet_of(RIGHT))
        empty = "".join(f'<row r="{n}"><c r="A{n}"/></row>' for n in range(3, MANY))
        rewrite_member(path, SHEET, "</sheetData>", f"{empty}</sheetData>")
        source = WorkbookSource(path)

        tracemalloc.start()
        lines = list(source.lines(Sheet("Sheet")))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        source.close()

        assert len(lines) == 2
        assert most < 5 * MIB

    def test_a_merge_down_to_the_end(self, tmp_path: Path) -> None:
        """
        A merged cell gives its value to rows that hold something, and makes none.
        """
        path = xlsx_file(
            tmp_path / "a.xlsx",
            sheet_of(RIGHT, row_with({NAME: "", NUMBER: "（哈）应急罚〔2024〕2号"})),
            merged=["A2:A30000"],
        )
        rewrite_member(path, SHEET, "</sheetData>", _formatted(4, MANY))

        found = read(path)

        assert [row.party_name for row in found.rows] == ["哈尔滨甲有限公司"] * 2
        assert found.length == 3

    def test_blank_rows_in_between(self, tmp_path: Path) -> None:
        """
        Blank rows before one that holds something are counted: numbers stay true.
        """
        header, line = sheet_of(RIGHT)

        found = read(xlsx_file(tmp_path / "a.xlsx", [header, [], [], line]))

        assert (found.row.number, found.length) == (4, 4)
        assert [each.reason for each in found.skipped] == ["header", "blank", "blank"]

    @pytest.mark.parametrize(
        "entity",
        [
            '<!ENTITY z SYSTEM "file:///etc/hosts">',
            "".join(
                f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8)
            )
            + '<!ENTITY a "aaaaaaaaaa"><!ENTITY z "&i;">',
        ],
        ids=["another file", "laughing a milliard times"],
    )
    def test_entities(self, tmp_path: Path, entity: str) -> None:
        """
        Markup that reads another file, or grows when it is read, is not read.
        """
        path = xlsx_file(tmp_path / "a.xlsx", sheet_of(RIGHT))
        doctype = f"<!DOCTYPE l [{entity}]><worksheet "
        rewrite_member(path, SHEET, "<worksheet ", doctype)
        rewrite_member(path, SHEET, "哈尔滨甲有限公司", "&z;")

        assert fault_of(path)[0] == "damaged_workbook"

    def test_one_that_swells(self, tmp_path: Path) -> None:
        """
        An archive that is a thousand times as large unpacked is refused for that.
        """
        path = tmp_path / "a.xlsx"
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
            archive.open("xl/workbook.xml", "w") as member,
        ):
            member.writelines(repeat(bytes(MIB), 80))

        code, sentence = fault_of(path)

        assert code == "swollen"
        assert "80 MB" in sentence


def test_a_large_file_is_read_as_a_stream(tmp_path: Path) -> None:
    """
    What is held in memory does not grow with the file.
    """
    line = [str(cell) for cell in sheet_of(RIGHT)[1]]
    numbered = line.index(str(RIGHT[NUMBER]))
    lines = (
        [*line[:numbered], f"（哈）应急罚〔2024〕{n}号", *line[numbered + 1 :]]
        for n in range(40_000)
    )
    path = csv_file(tmp_path / "a.csv", chain([list(RIGHT)], lines))

    with open_table(path, Kind.PENALTIES, today=TODAY) as table:
        tracemalloc.start()
        rows = list(islice(table.rows(), 10))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert all(row.ok for row in rows)
    assert most < MIB


def _formatted(first: int, last: int) -> str:
    """
    Give the end of a sheet, with rows that hold a format before it.
    """
    rows = (f'<row r="{n}"><c r="A{n}"/></row>' for n in range(first, last + 1))
    return f"{''.join(rows)}</sheetData>"
