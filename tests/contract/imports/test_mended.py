"""
Refused rows come back in a file that can be mended and imported by itself.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.contract.imports.city import SECRET_ID, City
from tests.contract.imports.samples import PENALTIES, SAMPLES, Sample, prepared
from tests.contract.imports.telling import everything
from tests.contract.imports.test_same_rows import Writer, with_days
from tests.contract.tables.papers import HEAD_ID, Cell, csv_file, sheet_of, xlsx_file

#: A file of a bureau: how it is written, and how the days stand in it.
FORMS: dict[str, tuple[Writer, str]] = {
    "csv": (csv_file, "in dots"),
    "xlsx": (xlsx_file, "days of a workbook"),
}
HIDDEN = f"{SECRET_ID[:6]}***********{SECRET_ID[-1]}"


class Desk:
    """
    A desk at which a file with faults is imported, mended and imported again.
    """

    def __init__(self, city: City, folder: Path, sample: Sample, suffix: str) -> None:
        """
        Lay the files out.
        """
        self.city = city
        self.sample = sample
        self.suffix = suffix
        write, way = FORMS[suffix]
        self.rows = with_days(sample, way)
        self.right = write(folder / f"right.{suffix}", sheet_of(*self.rows))
        self.dirty = write(
            folder / f"dirty.{suffix}", sheet_of(*sample.spoilt(self.rows))
        )

    def refused(self) -> Path:
        """
        Import the file with faults; the file of refused rows.
        """
        report = self.city.imports(self.dirty, self.sample.kind)
        assert report.counts.rejected == len(self.sample.wrong)
        assert report.rejects is not None
        assert report.rejects.suffix == f".{self.suffix}"
        return report.rejects

    def mended(self, rejects: Path, *, retyped: bool = True) -> Path:
        """
        Mend a file of refused rows as a person does, leaving the column 问题.

        Args:
            rejects: The file.
            retyped: Whether hidden identity numbers are typed whole again.
        """
        header, *rows = _read(rejects)
        for number, row in zip(sorted(self.sample.wrong), rows, strict=True):
            right = self.rows[number - 1]
            for column in self.sample.wrong[number]:
                row[header.index(column)] = str(right[column])
            if retyped:
                row[:] = [str(cell).replace(HIDDEN, SECRET_ID) for cell in row]
        write, _ = FORMS[self.suffix]
        return write(rejects.with_name(f"mended.{self.suffix}"), [header, *rows])

    def clean(self, folder: Path) -> list[str]:
        """
        Say what the right rows give in a ledger of their own.
        """
        with prepared(folder) as city:
            counts = city.imports(self.right, self.sample.kind).counts
            assert counts.accepted == len(self.sample.rows)
            return everything(city)


def _read(path: Path) -> Sequence[list[Cell]]:
    """
    Read the cells of a file of refused rows.
    """
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [list(line) for line in csv.reader(file)]
    sheet = load_workbook(path).worksheets[0]
    return [[str(cell or "") for cell in line] for line in sheet.values]


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    """
    A city whose register has the first of the enterprises.
    """
    with prepared(tmp_path / "home") as city:
        yield city


@pytest.fixture(params=[f"{kind} {suffix}" for kind in SAMPLES for suffix in FORMS])
def desk(city: City, tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    """
    A desk for each kind and form of file.
    """
    kind, suffix = str(request.param).split()
    return Desk(city, tmp_path, SAMPLES[kind], suffix)


class TestMended:
    def test_the_union(self, desk: Desk, tmp_path: Path) -> None:
        """
        The rows taken at once and those mended afterwards are together what a file
        without faults gives: every fact, link, held party and state, and the same
        rows in the vault.
        """
        mended = desk.mended(desk.refused())

        counts = desk.city.imports(mended, desk.sample.kind).counts

        assert (counts.accepted, counts.rejected) == (len(desk.sample.wrong), 0)
        assert everything(desk.city) == desk.clean(tmp_path / "clean")
        whole = desk.city.imports(desk.right, desk.sample.kind).counts
        assert whole.duplicate == len(desk.sample.rows)

    def test_not_mended(self, desk: Desk) -> None:
        """
        Rows that come back as they were are refused again for the same reasons.
        """
        report = desk.city.imports(desk.dirty, desk.sample.kind)
        assert report.rejects is not None

        again = desk.city.imports(report.rejects, desk.sample.kind)

        refused = [row.code for row in report.rows if not row.ok]
        assert [row.code for row in again.rows] == refused

    def test_a_whole_mended_file(self, desk: Desk, tmp_path: Path) -> None:
        """
        Who mends the original and imports it whole gets the same.
        """
        desk.refused()

        counts = desk.city.imports(desk.right, desk.sample.kind).counts

        wrong, all_rows = len(desk.sample.wrong), len(desk.sample.rows)
        assert (counts.accepted, counts.duplicate) == (wrong, all_rows - wrong)
        assert everything(desk.city) == desk.clean(tmp_path / "clean")


class TestHidden:
    @pytest.mark.parametrize("kind", ["penalties", "blacklist"])
    def test_no_fact_differs(self, city: City, tmp_path: Path, kind: str) -> None:
        """
        No fact has a hidden number, so that none differs where it is not typed whole
        again, but for what was seen of the cell.
        """
        desk = Desk(city, tmp_path, SAMPLES[kind], "csv")

        city.imports(desk.mended(desk.refused(), retyped=False), desk.sample.kind)

        told = everything(city, rows=False, rules=False)
        with prepared(tmp_path / "clean") as other:
            other.imports(desk.right, desk.sample.kind)
            assert told == everything(other, rows=False, rules=False)

    def test_the_row_is_kept_as_given(self, city: City, tmp_path: Path) -> None:
        """
        The vault has the row as the mended file gives it, with the number hidden: the
        whole one was never imported.
        """
        desk = Desk(city, tmp_path, PENALTIES, "csv")

        city.imports(desk.mended(desk.refused(), retyped=False))

        sealed = [city.ledger.vault.of_fact(f.id)["terms/row"] for f in city.records]
        kept = [f'"{HEAD_ID}":"{HIDDEN}"' in row for row in sealed]
        assert sum(kept) == len(PENALTIES.wrong)
        assert not any("问题" in row for row in sealed)
