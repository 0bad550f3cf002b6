"""
Starting and completing an import.
"""

from typing import Any

import pytest

from domain.base import Actor, Fact, Role
from domain.import_run.acts import complete_import, start_import
from domain.import_run.file import ImportRun, Stage
from domain.imports import AmountUnit, Counts, ImportKind, Meaning, UnitSource
from domain.refusals import BeyondTheLaw, OutOfOrder
from tests.cases.imported import DIGEST, ImportOffice, import_office, person


@pytest.fixture
def desk() -> ImportOffice:
    """
    A city bureau with an import under way.
    """
    return import_office()


def start(desk: ImportOffice, **changes: object) -> list[Fact]:
    """
    Start the import of the file that is under way already, or of another.
    """
    terms: dict[str, Any] = {
        "import_kind": ImportKind.PENALTIES,
        "file_sha256": DIGEST,
        "size": 1,
        "layout": "penalties/csv",
        "encoding": "utf-8",
    }
    by = changes.pop("by", desk.importer)
    assert isinstance(by, Actor)
    return desk.does(start_import, by=by, **{**terms, **changes})


class TestStartImport:
    def test_the_same_file(self, desk: ImportOffice) -> None:
        """
        The same bytes are one import of a body; who starts it again is told which.
        """
        with pytest.raises(OutOfOrder) as refusal:
            start(desk)

        assert refusal.value.code == "import_started"
        assert refusal.value.facts["run"] == desk.run

    def test_the_same_file_of_another_body(self, desk: ImportOffice) -> None:
        """
        Another body may have the same file, and knows nothing of this import.
        """
        other = Actor(Role.IMPORTER, person("county importer"), desk.county)

        facts = start(desk, by=other)

        assert facts[0].file != desk.run

    def test_the_same_file_as_another_kind(self, desk: ImportOffice) -> None:
        """
        A file is read as one kind at a time.
        """
        facts = start(desk, import_kind=ImportKind.PERMITS)

        assert facts[0].file != desk.run

    @pytest.mark.parametrize(
        "answer",
        [
            {"unit": AmountUnit.WAN, "unit_source": UnitSource.PERSON},
            {"dictionary": (Meaning("类别", "1", "自然人"),)},
        ],
    )
    def test_read_otherwise(
        self, desk: ImportOffice, answer: dict[str, object]
    ) -> None:
        """
        The same bytes in another unit, or with other meanings, would be other facts.
        """
        with pytest.raises(OutOfOrder) as refusal:
            start(desk, **answer)

        assert refusal.value.code == "import_read_otherwise"

    @pytest.mark.parametrize(
        "wrong", [{"file_sha256": "AB" * 32}, {"file_sha256": "a" * 63}, {"size": 0}]
    )
    def test_no_digest(self, desk: ImportOffice, wrong: dict[str, object]) -> None:
        """
        A file has a digest of 64 lower-case hex digits and at least one byte.
        """
        with pytest.raises(BeyondTheLaw) as refusal:
            start(desk, **{"file_sha256": "cd" * 32, **wrong})

        assert refusal.value.code == "no_such_digest"


class TestCompleteImport:
    def test_counts(self, desk: ImportOffice) -> None:
        """
        The counts of an import are a fact; the same outcome is not recorded twice.
        """
        counts = Counts(read=5, accepted=3, duplicate=1, rejected=1, skipped=2)
        self.completes(desk, counts)

        run = desk.office.file(desk.run)
        assert isinstance(run, ImportRun)
        assert (run.stage, run.counts) == (Stage.COMPLETED, counts)
        with pytest.raises(OutOfOrder) as refusal:
            self.completes(desk, counts)
        assert refusal.value.code == "import_completed"

    def test_read_once_more(self, desk: ImportOffice) -> None:
        """
        A file may be read again with another outcome.
        """
        self.completes(desk, Counts(2, 1, 0, 1, 0))

        self.completes(desk, Counts(2, 1, 1, 0, 0))

        run = desk.office.file(desk.run)
        assert isinstance(run, ImportRun)
        assert run.counts == Counts(2, 1, 1, 0, 0)

    @pytest.mark.parametrize(
        "counts",
        [Counts(5, 3, 1, 0, 2), Counts(1, 2, -1, 0, 0), Counts(0, 0, 0, 0, -1)],
    )
    def test_what_does_not_add_up(self, desk: ImportOffice, counts: Counts) -> None:
        """
        Every row that was read has just one outcome.
        """
        with pytest.raises(BeyondTheLaw) as refusal:
            self.completes(desk, counts)

        assert refusal.value.code == "counts_do_not_add_up"

    @staticmethod
    def completes(desk: ImportOffice, counts: Counts) -> None:
        """
        Complete the import that is under way.
        """
        desk.does(complete_import, by=desk.importer, on=desk.run, counts=counts)
