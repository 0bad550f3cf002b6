"""
A disk that fills up during an import: nothing is half done, and it says what to do.
"""

from pathlib import Path

import pytest

from infra.failures import Unavailable
from services.web import importing
from tests.contract.append.test_broken import grow_no_more
from tests.contract.imports.city import City
from tests.contract.imports.samples import PENALTIES, SAMPLES, Sample, prepared
from tests.contract.imports.telling import everything
from tests.contract.imports.test_same_rows import Writer
from tests.contract.tables.papers import FACT, csv_file, sheet_of, xlsx_file

WRITERS: dict[str, Writer] = {"csv": csv_file, "xlsx": xlsx_file}
#: Columns of free text, which may fill pages.
STORIES = {"penalties": FACT, "enterprises": "经营范围", "blacklist": "失信行为简况"}
COMPLETED = "import.import-completed.v1"


def undisturbed(home: Path, path: Path, sample: Sample) -> list[str]:
    """
    Say what a file leaves where there is room.
    """
    with prepared(home) as city:
        city.imports(path, sample.kind)
        return everything(city, runs=True)


def completed(city: City) -> int:
    """
    Count the imports that are over.
    """
    return sum(fact.TOPIC == COMPLETED for fact in city.facts)


class TestDatabase:
    @pytest.mark.parametrize("kind", SAMPLES)
    def test_no_room_for_a_row(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
    ) -> None:
        """
        Whole commits stand, no file of refused rows tells of an import that is not
        over, and with room again the same command does the rest.
        """
        monkeypatch.setattr(importing, "BATCH_COUNT_MAX", 1)
        sample = SAMPLES[kind]
        long = [{**row, STORIES[kind]: "安全" * 1500} for row in sample.rows]
        path = csv_file(tmp_path / "rows.csv", sheet_of(*long, sample.dirty[1]))
        with prepared(tmp_path / "home") as city:
            before = len(city.facts)
            grow_no_more(city.ledger, 12)

            with pytest.raises(Unavailable) as full:
                city.imports(path, sample.kind)

            assert "请清理磁盘空间后重试" in full.value.zh
            assert "Make room" in full.value.en
            facts = city.facts
            assert len(facts) > before + 1
            assert [fact.position for fact in facts] == [*range(1, len(facts) + 1)]
            assert completed(city) == 0
            assert list(tmp_path.glob("*.*")) == [path]
            grow_no_more(city.ledger, 1000)
            city.imports(path, sample.kind)
            told = everything(city, runs=True)

        assert told == undisturbed(tmp_path / "other", path, sample)


class TestRefusedRows:
    @pytest.mark.parametrize("suffix", WRITERS)
    def test_no_room_for_them(self, tmp_path: Path, suffix: str) -> None:
        """
        The good rows are recorded, the import is not over, and no part of the file is
        left; with room again the same command gives it, and records nothing twice.
        """
        path = WRITERS[suffix](tmp_path / f"rows.{suffix}", sheet_of(*PENALTIES.dirty))
        draft = tmp_path / f"..new-rows.rejects.{suffix}.part"
        draft.symlink_to("/dev/full")
        with prepared(tmp_path / "home") as city:
            with pytest.raises(Unavailable) as full:
                city.imports(path)

            for told in (full.value.zh, full.value.en):
                assert f"rows.rejects.{suffix}" in told
            assert "再执行同一命令" in full.value.zh
            assert "run the same command again" in full.value.en
            assert len(city.records) == len(PENALTIES.rows) - len(PENALTIES.wrong)
            assert completed(city) == 0
            assert [f for f in tmp_path.iterdir() if f.is_file()] == [path]
            report = city.imports(path)
            told_again = everything(city, runs=True)

        assert report.rejects == tmp_path / f"rows.rejects.{suffix}"
        assert told_again == undisturbed(tmp_path / "other", path, PENALTIES)
