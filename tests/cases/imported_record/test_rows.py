"""
What an imported row becomes, and which row is none.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.base import Role
from domain.codes import make_resident_id
from domain.imported_record.file import ImportedRecord
from domain.law.penalty_kinds import PenaltyKind
from domain.printed import (
    ListGeneration,
    ListTexts,
    NonPenalty,
    PartyClass,
    PenaltyTexts,
    PermitTexts,
    PrintedAuthority,
    PrintedListEntry,
    PrintedParty,
    PrintedPermit,
    PrintedTerm,
    RecordKind,
    SourceStatus,
    StatedStatus,
)
from domain.procedures.importing import (
    record_imported_list_entry,
    record_imported_non_penalty,
    record_imported_penalty,
    record_imported_permit,
)
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, OutOfTime
from domain.values import Personal, day_of
from tests import controls
from tests.cases.imported import (
    NOW,
    NUMBER,
    PENALTY,
    TEXTS,
    ImportOffice,
    import_office,
    names_of,
    person,
    unit,
)

WORKS = controls.CHEMICAL_WORKS
IDENTITY = make_resident_id("22020219800101001")


@pytest.fixture
def desk() -> ImportOffice:
    """
    A city bureau in the middle of an import.
    """
    return import_office()


class TestRecordImportedPenalty:
    def test_as_printed(self, desk: ImportOffice) -> None:
        """
        A row is a record of its own thread, and concerns its import.
        """
        record = desk.imported(unit(WORKS))

        first = record.history[0]
        assert names_of(record.history) == [
            "ImportedPenaltyRecorded",
            "AuthorityLinked",
            "PartyHeld",
        ]
        assert first.deed.thread == record.id
        assert first.deed.concerns == (desk.run,)
        assert record.penalty == PENALTY

    def test_one_subject(self, desk: ImportOffice) -> None:
        """
        The whole row and every personal value of it lie under one subject.
        """
        party = unit(WORKS, legal_rep=Personal("演示赵某", person("other")))

        record = desk.imported(party)

        assert record.row_subject == person("row")
        assert record.texts is not None
        subjects = {record.party.legal_rep, record.texts.violation_fact}
        assert {each.subject for each in subjects if each} == {person("row")}

    def test_the_same_row(self, desk: ImportOffice) -> None:
        """
        The same row in another file is known, and nothing is recorded.
        """
        record = desk.imported(unit(WORKS))

        with pytest.raises(OutOfOrder) as refusal:
            desk.imported(unit(WORKS))

        assert refusal.value.code == "duplicate"
        assert refusal.value.facts["record"] == record.id

    def test_other_brackets(self, desk: ImportOffice) -> None:
        """
        Other brackets, width or blanks make no other row.
        """
        desk.imported(unit(WORKS))
        number = NUMBER.replace("〔", " [").replace("〕", "]")

        with pytest.raises(OutOfOrder) as refusal:
            desk.imported(unit(WORKS), penalty=replace(PENALTY, decision_no=number))

        assert refusal.value.code == "duplicate"

    def test_other_facts(self, desk: ImportOffice) -> None:
        """
        The same number and party with another amount is refused, naming the record.
        """
        record = desk.imported(unit(WORKS))

        with pytest.raises(BeyondTheLaw) as refusal:
            desk.imported(unit(WORKS), penalty=replace(PENALTY, fine_fen=1))

        assert refusal.value.code == "conflicting_row"
        assert refusal.value.facts["record"] == record.id

    def test_a_code_that_was_missing(self, desk: ImportOffice) -> None:
        """
        The same number and name is the same penalty, also where a code is new.
        """
        desk.imported(unit(WORKS, uscc=""))

        with pytest.raises(BeyondTheLaw) as refusal:
            desk.imported(unit(WORKS))

        assert refusal.value.code == "conflicting_row"

    def test_two_parties_of_one_decision(self, desk: ImportOffice) -> None:
        """
        A unit and its head under one number are two penalties; so are two units of
        one name with different codes.
        """
        desk.imported(unit(WORKS))
        head = PrintedParty(PartyClass.PERSON, party_person=Personal("演示赵某"))

        desk.imported(head)
        desk.imported(unit(WORKS, uscc=controls.MINE.uscc))

        kinds = [type(f).__name__ for f in desk.office.facts]
        assert kinds.count("ImportedPenaltyRecorded") == 3

    def test_the_end_of_publicity_alone(self, desk: ImportOffice) -> None:
        """
        Systems overwrite the end of publicity at every update: that is no other fact.
        """
        desk.imported(unit(WORKS))
        later = replace(PENALTY, publicity=PrintedTerm(date(2029, 1, 1)))

        with pytest.raises(OutOfOrder) as refusal:
            desk.imported(unit(WORKS), penalty=later)

        assert refusal.value.code == "duplicate"

    def test_masked_parties(self, desk: ImportOffice) -> None:
        """
        A masked name equals nothing: other facts under one number are another party.
        """
        masked = unit(WORKS, party_name="某化工公司", uscc="")
        desk.imported(masked)

        other = desk.imported(masked, penalty=replace(PENALTY, fine_fen=1))

        assert other.penalty is not None
        assert other.penalty.fine_fen == 1
        with pytest.raises(OutOfOrder, match="duplicate"):
            desk.imported(masked)

    def test_withdrawn_at_its_source(self, desk: ImportOffice) -> None:
        """
        A row marked as withdrawn is the decision and a withdrawal, never dropped.
        """
        stated = StatedStatus(SourceStatus.WITHDRAWN)

        record = desk.imported(unit(WORKS), stated=stated)

        assert names_of(record.history)[-1] == "ImportedStatusRecorded"
        assert record.has_ended

    def test_withdrawn_in_a_later_file(self, desk: ImportOffice) -> None:
        """
        A later file that states a new status adds it to the record that is there.
        """
        record = desk.imported(unit(WORKS))
        stated = StatedStatus(SourceStatus.WITHDRAWN)

        facts = desk.does(
            record_imported_penalty,
            by=desk.importer,
            **desk.row(unit(WORKS), stated=stated),
        )

        assert [fact.file for fact in facts] == [record.id]
        assert names_of(facts) == ["ImportedStatusRecorded"]

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"penalty": replace(PENALTY, decision_no=" ")}, "value_missing"),
            ({"penalty": replace(PENALTY, fine_fen=-1)}, "negative_amount"),
            ({"party": PrintedParty(PartyClass.UNIT)}, "value_missing"),
            (
                {"party": unit(WORKS, party_class=PartyClass.PERSON)},
                "person_with_a_code",
            ),
        ],
    )
    def test_no_row(
        self, desk: ImportOffice, changes: dict[str, object], code: str
    ) -> None:
        """
        Without number of an own penalty or party, below zero, or with a person's class
        on a firm's code, a row is refused.
        """
        party = changes.pop("party", unit(WORKS))
        assert isinstance(party, PrintedParty)

        with pytest.raises(BeyondTheLaw) as refusal:
            desk.imported(party, **changes)

        assert refusal.value.code == code

    def test_others_without_a_number(self, desk: ImportOffice) -> None:
        """
        Others' penalties may come without a number; they are told by day and content.
        """
        authority = PrintedAuthority("演示市消防救援支队")
        bare = replace(PENALTY, decision_no="")
        desk.imported(unit(WORKS), authority=authority, penalty=bare)
        texts = replace(TEXTS, penalty_content=Personal("责令停业"))

        desk.imported(unit(WORKS), authority=authority, penalty=bare, texts=texts)

        with pytest.raises(OutOfOrder, match="duplicate"):
            desk.imported(unit(WORKS), authority=authority, penalty=bare)

    def test_decided_tomorrow(self, desk: ImportOffice) -> None:
        """
        Nothing was decided on a day that lies ahead.
        """
        tomorrow = day_of(NOW) + timedelta(days=1)

        with pytest.raises(OutOfTime) as refusal:
            desk.imported(unit(WORKS), penalty=replace(PENALTY, decided_on=tomorrow))

        assert refusal.value.code == "day_ahead"

    def test_texts_that_must_not_be_shown(self, desk: ImportOffice) -> None:
        """
        A text with a real identity number or a telephone is marked; long codes and
        amounts are not.
        """
        texts = PenaltyTexts(
            violation_fact=Personal(f"李某（{IDENTITY}）无证上岗"),
            penalty_content=Personal("罚款20000元，编号 1380000"),
            remark=Personal(f"统一社会信用代码{WORKS.uscc}"),
        )

        record = desk.imported(unit(WORKS), texts=texts)

        assert record.screened == ("violation_fact",)

    def test_a_telephone(self, desk: ImportOffice) -> None:
        """
        A telephone number is found with and without blanks or a hyphen.
        """
        texts = PenaltyTexts(
            violation_fact=Personal("电话 138 0013 8000"),
            penalty_content=Personal("2026 13800138000"),
            remark=Personal("0432-62000000"),
        )

        record = desk.imported(unit(WORKS), texts=texts)

        assert record.screened == ("violation_fact", "penalty_content", "remark")

    def test_who_may_not(self, desk: ImportOffice) -> None:
        """
        Only the importer records rows.
        """
        with pytest.raises(NotCompetent):
            desk.does(
                record_imported_penalty,
                by=desk.actor(Role.CLERK),
                **desk.row(unit(WORKS)),
            )


class TestRecordImportedNonPenalty:
    def test_no_penalty(self, desk: ImportOffice) -> None:
        """
        A decision not to penalise is a record of its own kind, under the same number.
        """
        bare = replace(PENALTY, kinds=(PenaltyKind.OLD_OTHER,), fine_fen=None)
        row = desk.row(unit(WORKS), penalty=bare, non_penalty=NonPenalty.NOT_PENALISED)

        facts = desk.does(record_imported_non_penalty, by=desk.importer, **row)

        record = desk.office.file(facts[0].file)
        assert isinstance(record, ImportedRecord)
        assert record.kind is RecordKind.NON_PENALTY
        with pytest.raises(BeyondTheLaw, match="conflicting_row"):
            desk.imported(unit(WORKS), penalty=bare)


class TestRecordImportedPermit:
    def test_as_printed(self, desk: ImportOffice) -> None:
        """
        A permit is history of its own kind; the register of permits does not change.
        """
        record = self.permitted(desk, PrintedPermit("（吉）WH安许证字〔2024〕1号"))

        assert record.kind is RecordKind.PERMIT
        assert names_of(record.history)[0] == "ImportedPermitRecorded"

    def test_without_any_number(self, desk: ImportOffice) -> None:
        """
        A permit without a number cannot be told from another.
        """
        with pytest.raises(BeyondTheLaw) as refusal:
            self.permitted(desk, PrintedPermit(permit_name="安全生产许可证"))

        assert refusal.value.code == "value_missing"

    @staticmethod
    def permitted(desk: ImportOffice, permit: PrintedPermit) -> ImportedRecord:
        """
        Import a permit of the chemical works.
        """
        row = desk.row(unit(WORKS), permit=permit, permit_texts=PermitTexts())
        del row["penalty"], row["texts"]
        facts = desk.does(record_imported_permit, by=desk.importer, **row)
        record = desk.office.file(facts[0].file)
        assert isinstance(record, ImportedRecord)
        return record


class TestRecordImportedListEntry:
    def test_an_older_list(self, desk: ImportOffice) -> None:
        """
        An entry of an older list is history: it has no day, and lists nobody today.
        """
        record = self.listed(desk, PrintedListEntry(ListGeneration.NOTICE_49))

        assert record.kind is RecordKind.LIST_ENTRY
        assert record.entry == PrintedListEntry(ListGeneration.NOTICE_49)

    def test_removed(self, desk: ImportOffice) -> None:
        """
        A stated day of removal ends the entry.
        """
        entry = PrintedListEntry(
            ListGeneration.ORDER_11,
            listed_on=date(2024, 3, 1),
            removed_on=date(2025, 3, 3),
        )

        record = self.listed(desk, entry)

        assert record.status is SourceStatus.REMOVED
        assert record.status_since == date(2025, 3, 3)

    def test_two_entries_of_one_party(self, desk: ImportOffice) -> None:
        """
        A party can be listed twice for different reasons, and once for the same.
        """
        entry = PrintedListEntry(ListGeneration.NOTICE_49)
        self.listed(desk, entry)

        self.listed(desk, entry, "瞒报生产安全事故")

        with pytest.raises(OutOfOrder, match="duplicate"):
            self.listed(desk, entry)

    @pytest.mark.parametrize("where", ["row", "reason"])
    def test_an_identity_number(self, desk: ImportOffice, where: str) -> None:
        """
        No identity number of a published list is kept, not even sealed.
        """
        text = f"主要负责人 {IDENTITY}"
        changes = {"row": Personal(text)} if where == "row" else {}
        entry = PrintedListEntry(ListGeneration.NOTICE_49)

        with pytest.raises(BeyondTheLaw) as refusal:
            self.listed(desk, entry, text if where == "reason" else "瞒报", **changes)

        assert refusal.value.code == "identity_number_in_list"

    @staticmethod
    def listed(
        desk: ImportOffice,
        entry: PrintedListEntry,
        reason: str = "发生较大生产安全事故",
        **changes: object,
    ) -> ImportedRecord:
        """
        Import an entry about the chemical works.
        """
        texts = ListTexts(listed_reason=Personal(reason))
        row = desk.row(unit(WORKS), entry=entry, list_texts=texts, **changes)
        del row["penalty"], row["texts"]
        facts = desk.does(record_imported_list_entry, by=desk.importer, **row)
        record = desk.office.file(facts[0].file)
        assert isinstance(record, ImportedRecord)
        return record
