"""
Refused rows come back in a file that can be mended and imported by itself.
"""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.contract.imports.city import City, opened, penalty
from tests.contract.tables.papers import (
    CODE,
    DECIDED,
    FINE,
    NAME,
    Cell,
    csv_file,
    sheet_of,
    xlsx_file,
)

#: The rows as they should be, and what is wrong with some of them in the file.
RIGHT = [penalty(number) for number in range(1, 7)]
WRONG: dict[int, dict[str, Cell]] = {
    2: {CODE: "9.12202E+17"},
    3: {DECIDED: "2026/2/30"},
    5: {FINE: "三个月工资"},
    6: {NAME: "演示第6化工有限公司、演示赵某"},
}
DIRTY = [row | WRONG.get(number, {}) for number, row in enumerate(RIGHT, start=1)]


def mended_text(path: Path) -> Path:
    """
    Mend a file of refused rows as a person does, in CSV.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    mended = [header]
    for row in rows:
        number = int(row[header.index("行政处罚决定书文号")].split("〕")[1][:-1])
        for column in WRONG[number]:
            row[header.index(column)] = str(RIGHT[number - 1][column])
        mended.append(row)
    return csv_file(path.with_name("mended.csv"), mended)


def mended_book(path: Path) -> Path:
    """
    Mend a file of refused rows as a person does, in a workbook.
    """
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    header = [cell.value for cell in sheet[1]]
    place = header.index("行政处罚决定书文号")
    for row in sheet.iter_rows(min_row=2):
        number = int(str(row[place].value).split("〕")[1][:-1])
        for column in WRONG[number]:
            row[header.index(column)].value = str(RIGHT[number - 1][column])
    mended = path.with_name("mended.xlsx")
    book.save(mended)
    return mended


@pytest.fixture
def clean(tmp_path: Path) -> list[str]:
    """
    What the right rows give.
    """
    path = csv_file(tmp_path / "right.csv", sheet_of(*RIGHT))
    with opened(tmp_path / "clean") as city:
        city.imports(path)
        return city.told()


class TestMended:
    def test_as_text(self, city: City, tmp_path: Path, clean: list[str]) -> None:
        """
        The rows taken at once and those mended afterwards are together what a file
        without faults gives.
        """
        report = city.imports(csv_file(tmp_path / "dirty.csv", sheet_of(*DIRTY)))
        assert report.counts.rejected == len(WRONG)
        assert report.rejects is not None

        again = city.imports(mended_text(report.rejects))

        assert (again.counts.accepted, again.counts.rejected) == (len(WRONG), 0)
        assert city.told() == clean

    def test_as_a_workbook(self, city: City, tmp_path: Path, clean: list[str]) -> None:
        """
        A workbook comes back as a workbook.
        """
        report = city.imports(xlsx_file(tmp_path / "dirty.xlsx", sheet_of(*DIRTY)))
        assert report.rejects is not None

        again = city.imports(mended_book(report.rejects))

        assert (again.counts.accepted, again.counts.rejected) == (len(WRONG), 0)
        assert city.told() == clean

    def test_not_mended(self, city: City, tmp_path: Path) -> None:
        """
        Rows that come back as they were are refused again for the same reasons.
        """
        report = city.imports(csv_file(tmp_path / "dirty.csv", sheet_of(*DIRTY)))
        assert report.rejects is not None

        again = city.imports(report.rejects)

        refused = [row.code for row in report.rows if not row.ok]
        assert [row.code for row in again.rows] == refused

    def test_a_whole_mended_file(
        self, city: City, tmp_path: Path, clean: list[str]
    ) -> None:
        """
        Who mends the original and imports it whole gets the same.
        """
        city.imports(csv_file(tmp_path / "dirty.csv", sheet_of(*DIRTY)))

        again = city.imports(csv_file(tmp_path / "right.csv", sheet_of(*RIGHT)))

        counts = again.counts
        assert (counts.accepted, counts.duplicate) == (len(WRONG), len(RIGHT) - 4)
        assert city.told() == clean
