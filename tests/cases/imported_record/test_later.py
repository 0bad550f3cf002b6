"""
What the source says later of an imported record.
"""

from datetime import date, timedelta

import pytest

from domain.codes import make_resident_id
from domain.imported_record.acts import correct_imported_record, record_imported_status
from domain.imported_record.changes import CorrectionSource, Field
from domain.imported_record.file import ImportedRecord
from domain.printed import (
    PartyClass,
    PenaltyTexts,
    PermitTexts,
    PrintedParty,
    PrintedPermit,
    PrintedTerm,
    SourceStatus,
    StatedStatus,
)
from domain.procedures.importing import record_imported_permit
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime
from domain.values import Personal, day_of
from tests import controls
from tests.cases.imported import NOW, ImportOffice, import_office, person, unit

WORKS = controls.CHEMICAL_WORKS
IDENTITY = make_resident_id("22020219800101001")


@pytest.fixture
def desk() -> ImportOffice:
    """
    A city bureau in the middle of an import.
    """
    return import_office()


@pytest.fixture
def record(desk: ImportOffice) -> ImportedRecord:
    """
    A penalty that was imported.
    """
    return desk.imported(unit(WORKS))


class TestRecordImportedStatus:
    @pytest.mark.parametrize(
        "status",
        [SourceStatus.WITHDRAWN, SourceStatus.VARIED, SourceStatus.REPAIRED],
    )
    def test_what_ends_it(
        self, desk: ImportOffice, record: ImportedRecord, status: SourceStatus
    ) -> None:
        """
        Withdrawal, variation and repair end a record, from the day that is stated.
        """
        self.states(desk, record, StatedStatus(status, date(2026, 11, 2)))

        again = desk.again(record)
        assert (again.status, again.has_ended) == (status, True)
        assert again.status_since == date(2026, 11, 2)

    def test_an_objection(self, desk: ImportOffice, record: ImportedRecord) -> None:
        """
        An objection ends nothing.
        """
        self.states(desk, record, StatedStatus(SourceStatus.OBJECTED))

        assert not desk.again(record).has_ended

    def test_without_a_day(self, desk: ImportOffice, record: ImportedRecord) -> None:
        """
        A status without a stated day holds from the day on which it was recorded.
        """
        self.states(desk, record, StatedStatus(SourceStatus.WITHDRAWN))

        assert desk.again(record).status_since == day_of(NOW)

    def test_the_same_again(self, desk: ImportOffice, record: ImportedRecord) -> None:
        """
        What is known is not recorded twice; that it is in force is known from the row.
        """
        with pytest.raises(OutOfOrder) as refusal:
            self.states(desk, record, StatedStatus(SourceStatus.IN_FORCE))

        assert refusal.value.code == "status_known"

    def test_a_day_ahead(self, desk: ImportOffice, record: ImportedRecord) -> None:
        """
        Nothing was withdrawn tomorrow.
        """
        tomorrow = day_of(NOW) + timedelta(days=1)

        with pytest.raises(OutOfTime) as refusal:
            self.states(desk, record, StatedStatus(SourceStatus.WITHDRAWN, tomorrow))

        assert refusal.value.code == "day_ahead"

    @staticmethod
    def states(
        desk: ImportOffice, record: ImportedRecord, stated: StatedStatus
    ) -> None:
        """
        Record a status as the importer does.
        """
        desk.does(
            record_imported_status,
            by=desk.importer,
            on=record.id,
            stated=stated,
        )


class TestCorrectImportedRecord:
    def test_an_amount(self, desk: ImportOffice, record: ImportedRecord) -> None:
        """
        A correction puts a value right and is a new source; the first fact stays.
        """
        correct(desk, record, field=Field.FINE_FEN, new_fen=0)

        again = desk.again(record)
        assert again.penalty is not None
        assert again.penalty.fine_fen == 0
        assert again.source_fact == again.last_fact != record.source_fact

    def test_every_kind_of_value(
        self, desk: ImportOffice, record: ImportedRecord
    ) -> None:
        """
        Names, codes, days, ends and texts are corrected, each by its own kind of value.
        """
        correct(desk, record, field=Field.PARTY_NAME, new_plain="演示化工厂")
        correct(desk, record, field=Field.USCC, new_plain=controls.MINE.uscc)
        correct(desk, record, field=Field.AUTHORITY_NAME, new_plain="演示局")
        correct(desk, record, field=Field.DECISION_NO, new_plain="演罚2号")
        correct(desk, record, field=Field.DECIDED_ON, new_on=date(2026, 5, 21))
        correct(desk, record, field=Field.PUBLICITY, new_on=date(2027, 5, 21))
        correct(desk, record, field=Field.REMARK, new_text=Personal("复核"))

        again = desk.again(record)
        assert again.party.party_name == "演示化工厂"
        assert again.party.uscc == controls.MINE.uscc
        assert again.authority.authority_name == "演示局"
        assert again.penalty is not None
        assert again.penalty.decision_no == "演罚2号"
        assert again.penalty.decided_on == date(2026, 5, 21)
        assert again.penalty.publicity == PrintedTerm(date(2027, 5, 21))
        assert again.texts is not None
        assert again.texts.remark == Personal("复核", person("row"))

    def test_a_text_that_showed_too_much(self, desk: ImportOffice) -> None:
        """
        A text that is put right is screened anew.
        """
        shown = PenaltyTexts(violation_fact=Personal(f"李某{IDENTITY}"))
        record = desk.imported(unit(WORKS), texts=shown)

        clean = Personal("一人无证上岗")
        correct(desk, record, field=Field.VIOLATION_FACT, new_text=clean)

        assert desk.again(record).screened == ()

    def test_a_text_that_shows_too_much_now(
        self, desk: ImportOffice, record: ImportedRecord
    ) -> None:
        """
        A new text is screened like the first one.
        """
        text = Personal(f"李某{IDENTITY}")
        correct(desk, record, field=Field.REMARK, new_text=text)

        assert desk.again(record).screened == ("remark",)

    @pytest.mark.parametrize(
        ("terms", "code"),
        [
            ({"field": Field.FINE_FEN, "new_plain": "5"}, "wrong_kind_of_value"),
            ({"field": Field.DECIDED_ON}, "wrong_kind_of_value"),
            (
                {"field": Field.FINE_FEN, "new_fen": 5, "new_plain": "5"},
                "wrong_kind_of_value",
            ),
            ({"field": Field.FINE_FEN, "new_fen": -5}, "negative_amount"),
            (
                {"field": Field.USCC, "new_plain": controls.USCC_WRONG},
                "uscc_invalid",
            ),
        ],
    )
    def test_no_such_value(
        self,
        desk: ImportOffice,
        record: ImportedRecord,
        terms: dict[str, object],
        code: str,
    ) -> None:
        """
        Just one value of the right kind is given, and it is a possible one.
        """
        with pytest.raises(BeyondTheLaw) as refusal:
            correct(desk, record, **terms)

        assert refusal.value.code == code

    def test_decided_tomorrow(self, desk: ImportOffice, record: ImportedRecord) -> None:
        """
        A correction cannot put the decision into the future.
        """
        tomorrow = day_of(NOW) + timedelta(days=1)

        with pytest.raises(OutOfTime):
            correct(desk, record, field=Field.DECIDED_ON, new_on=tomorrow)

    def test_the_name_of_a_person(self, desk: ImportOffice) -> None:
        """
        A person's name lies in the vault, and is no plain value to correct.
        """
        party = PrintedParty(PartyClass.PERSON, party_person=Personal("演示赵某"))
        record = desk.imported(party)

        with pytest.raises(BeyondTheLaw) as refusal:
            correct(desk, record, field=Field.PARTY_NAME, new_plain="演示钱某")

        assert refusal.value.code == "no_such_value"

    def test_a_value_that_it_has_not(self, desk: ImportOffice) -> None:
        """
        A permit has no fine to correct.
        """
        permit = PrintedPermit("演许1号")
        row = desk.row(unit(WORKS), permit=permit, permit_texts=PermitTexts())
        del row["penalty"], row["texts"]
        facts = desk.does(record_imported_permit, by=desk.importer, **row)
        record = desk.office.file(facts[0].file)
        assert isinstance(record, ImportedRecord)

        with pytest.raises(BeyondTheLaw) as refusal:
            correct(desk, record, field=Field.FINE_FEN, new_fen=1)

        assert refusal.value.code == "no_such_value"


def correct(desk: ImportOffice, record: ImportedRecord, **terms: object) -> None:
    """
    Correct a record as the importer does, after its source.
    """
    desk.does(
        correct_imported_record,
        by=desk.importer,
        on=record.id,
        correction_source=CorrectionSource.SOURCE,
        grounds="更正通知",
        **terms,
    )
