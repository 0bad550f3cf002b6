"""
Files that cannot be used: a sentence in both languages, and nothing written.
"""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from domain.money import Unit
from domain.refusals import NotCompetent, OutOfOrder
from infra.tables import Kind, UnusableFile
from services.web.importing import Asked, import_file
from tests.contract.imports.city import City, penalty
from tests.contract.tables.papers import FINE, csv_file, sheet_of, xlsx_file


def _empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def _noise(path: Path) -> Path:
    path.write_bytes(bytes(range(256)) * 40)
    return path


def _damaged(path: Path) -> Path:
    whole = xlsx_file(path, sheet_of(penalty(1))).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def _archive(path: Path) -> Path:
    with ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "行政处罚")
    return path


def _no_header(path: Path) -> Path:
    return csv_file(path, [["甲", "乙", "丙"], ["1", "2", "3"]])


def _no_number(path: Path) -> Path:
    row = {k: v for k, v in penalty(1).items() if "文号" not in k}
    return csv_file(path, sheet_of(row))


def _no_unit(path: Path) -> Path:
    row = {("罚款金额" if k == FINE else k): v for k, v in penalty(1).items()}
    return csv_file(path, sheet_of(row))


def _permits(path: Path) -> Path:
    header = ["行政相对人名称", "许可编号", "许可决定日期", "有效期至", "许可机关"]
    return csv_file(path, [header, ["演示化工", "1", "2025-1-2", "2028-1-1", "局"]])


def _pdf(path: Path) -> Path:
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")
    return path


UNUSABLE: dict[str, Callable[[Path], Path]] = {
    "empty": _empty,
    "noise": _noise,
    "damaged workbook": _damaged,
    "archive": _archive,
    "no header": _no_header,
    "no column of numbers": _no_number,
    "no unit": _no_unit,
    "another kind": _permits,
    "pdf": _pdf,
}


class TestUnusable:
    @pytest.mark.parametrize("kind", UNUSABLE)
    def test_nothing_is_written(self, city: City, tmp_path: Path, kind: str) -> None:
        """
        What cannot be read is not begun, and the reader is told in both languages.
        """
        path = UNUSABLE[kind](tmp_path / "file.xlsx")
        head = city.ledger.recorder.head

        with pytest.raises(UnusableFile) as fault:
            city.imports(path)

        assert fault.value.zh
        assert fault.value.en
        assert city.ledger.recorder.head == head

    def test_a_file_that_is_not_there(self, city: City, tmp_path: Path) -> None:
        """
        A name without a file is said to be one.
        """
        with pytest.raises(UnusableFile) as fault:
            city.imports(tmp_path / "nothing.csv")

        assert fault.value.faults[0].code == "cannot_open"


class TestUnit:
    def test_answered(self, city: City, tmp_path: Path) -> None:
        """
        The question for the unit is answered once, and the answer is a fact.
        """
        path = _no_unit(tmp_path / "a.csv")
        asked = Asked(path, Kind.PENALTIES, city.importer, unit=Unit.WAN)

        report = import_file(city.ledger, asked)

        assert report.rows[0].values["fine_amount"] == 1_000_000
        started = next(f for f in city.facts if f.TOPIC == "import.import-started.v1")
        said = vars(started)
        assert (said["unit"].code, said["unit_source"].code) == ("wan", "person")

    def test_answered_otherwise_later(self, city: City, tmp_path: Path) -> None:
        """
        The same bytes are not read in another unit afterwards.
        """
        path = _no_unit(tmp_path / "a.csv")
        import_file(
            city.ledger, Asked(path, Kind.PENALTIES, city.importer, unit=Unit.WAN)
        )
        head = city.ledger.recorder.head

        with pytest.raises(OutOfOrder) as refusal:
            import_file(
                city.ledger, Asked(path, Kind.PENALTIES, city.importer, unit=Unit.YUAN)
            )

        assert refusal.value.code == "import_read_otherwise"
        assert city.ledger.recorder.head == head


class TestWhoImports:
    @pytest.mark.parametrize("dry_run", [True, False])
    def test_no_importer(self, city: City, tmp_path: Path, *, dry_run: bool) -> None:
        """
        Who is no importer is refused before the first row.
        """
        path = csv_file(tmp_path / "a.csv", sheet_of(penalty(1)))
        asked = Asked(path, Kind.PENALTIES, city.clerk, dry_run=dry_run)

        with pytest.raises(NotCompetent):
            import_file(city.ledger, asked)
