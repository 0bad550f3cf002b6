"""
信用信息记录: once, of its class, in the one record that the body keeps of a subject.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.credit_record.choices import CreditWithdrawal, Stage
from domain.credit_record.facts import CreditFactRecorded, CreditFactWithdrawn
from domain.falling import ChangedBy
from domain.law.credit_classes import ClassStandard, CreditClass, classes_of
from domain.law.penalty_kinds import PenaltyKind
from domain.list_entry.choices import RevocationGround
from domain.procedures.deciding_penalties import ActFined
from domain.refusals import BeyondTheLaw, OutOfOrder
from tests.cases.credit_record.recorded import DECIDED_ON, WANG, Records
from tests.cases.dossier import Dossier
from tests.cases.publication.test_own_in_a_case import FINED, SAYS
from tests.cases.scene import SIGNER

TABLE = {
    (PenaltyKind.WARNING,): (CreditClass.MINOR,),
    (PenaltyKind.CRITICISM, PenaltyKind.WARNING): (CreditClass.MINOR,),
    (PenaltyKind.FINE,): (CreditClass.GENERAL, CreditClass.SERIOUS),
    (PenaltyKind.LICENCE_SUSPENDED,): (CreditClass.GENERAL, CreditClass.SERIOUS),
    (PenaltyKind.LICENCE_REVOKED, PenaltyKind.FINE): (CreditClass.SERIOUS,),
    (PenaltyKind.EMPLOYMENT_RESTRICTED,): (CreditClass.SERIOUS,),
}


@pytest.fixture
def records() -> Records:
    """A bureau in Harbin, on a day on which the classes have their terms."""
    return Records("000", day=DECIDED_ON)


class TestClasses:
    @pytest.mark.parametrize("kinds", TABLE)
    def test_of_a_case(self, kinds: tuple[PenaltyKind, ...]) -> None:
        """
        发改委令36号: the table leaves the clerk no choice but between two classes where
        a fine may be a huge one.
        """
        assert classes_of(kinds, on_the_spot=False) == TABLE[kinds]

    def test_of_the_simple_procedure(self) -> None:
        """
        发改委令36号: what is decided on the spot is minor.
        """
        assert classes_of((PenaltyKind.FINE,), on_the_spot=True) == (CreditClass.MINOR,)


class TestRecordPenaltyCredit:
    @pytest.mark.procedure("CR-01")
    def test_recorded(self, records: Records) -> None:
        """
        发改委令36号: shown for three months at least and a year at most, from the day
        of the document; it is found by the enterprise and by the penalty.
        """
        penalty = records.on_the_spot()

        fact = records.keep(penalty)

        assert (fact.document_on, fact.credit_no) == (DECIDED_ON, 1)
        assert fact.repair_from == date(2026, 8, 12)
        assert fact.publicity_until == date(2027, 5, 11)
        assert not fact.unsettled
        assert fact.source_fact == f"{penalty}/1"
        assert [*fact.tags()] == [
            f"enterprise/{records.enterprise}/credit",
            f"penalty/{penalty}/credit",
        ]

    @pytest.mark.parametrize(
        ("grave", "repair_from", "until"),
        [
            (CreditClass.MINOR, DECIDED_ON, date(2026, 8, 11)),
            (CreditClass.SERIOUS, date(2027, 5, 12), date(2029, 5, 11)),
        ],
    )
    def test_terms_of_the_class(
        self, records: Records, grave: CreditClass, repair_from: date, until: date
    ) -> None:
        """
        发改委令36号: minor, three months at most and no least; serious, one to three
        years.
        """
        fact = records.keep(records.on_the_spot(), credit_class=grave)

        assert (fact.repair_from, fact.publicity_until) == (repair_from, until)

    def test_before_classes_had_terms(self) -> None:
        """
        待核: of an older document the terms of the first law stand, and are marked.
        """
        records = Records("000", day=date(2026, 3, 2))

        fact = records.keep(records.on_the_spot())

        assert fact.unsettled
        assert fact.repair_from == date(2026, 6, 3)

    @pytest.mark.procedure("CR-02")
    def test_class_not_of_the_table(self, records: Records) -> None:
        """
        发改委令36号: what was decided on the spot is minor by the table.
        """
        said = {"class_standard": ClassStandard.TABLE}
        penalty = records.on_the_spot()

        refusal = records.refused_keeping(penalty, **said)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "class_not_of_table"
        fact = records.keep(penalty, credit_class=CreditClass.MINOR, **said)
        assert fact.credit_class is CreditClass.MINOR

    def test_class_unknown(self, records: Records) -> None:
        """
        发改委令36号: nothing is recorded without a class, or without its ground.
        """
        penalty, unknown = records.on_the_spot(), CreditClass.UNKNOWN

        assert (
            records.refused_keeping(penalty, credit_class=unknown).code
            == "class_unknown"
        )
        refusal = records.refused_keeping(penalty, class_ground=" ")
        assert refusal.code == "class_ground_missing"

    @pytest.mark.procedure("CR-03")
    def test_not_served(self) -> None:
        """
        行政处罚法: a decision that has not reached the party counts for nothing yet.
        """
        dossier = Dossier()
        (decided,) = dossier.do(
            "decide-penalty",
            dossier.heard(),
            by=dossier.chief,
            party_no=1,
            kinds=(PenaltyKind.FINE,),
            fine_fen=FINED,
            acts_fined=(ActFined("V02", 1, "安全生产法99(1)", FINED, "99"),),
            decision_content=SAYS,
        )
        said = {"by": dossier.clerk, "class_ground": "较大数额罚款"}
        said |= {"credit_class": CreditClass.GENERAL}
        said |= {"class_standard": ClassStandard.TABLE}

        refusal = dossier.refused("record-penalty-credit", decided.file, **said)

        assert refusal.code == "not_served"

    def test_fallen(self, records: Records) -> None:
        """
        行政处罚法48: what fell is not recorded.
        """
        penalty = records.on_the_spot()
        records.revoke(penalty)

        assert records.refused_keeping(penalty).code == "decision_fallen"

    @pytest.mark.procedure("CR-04")
    def test_once_and_in_one_record(self, records: Records) -> None:
        """
        One record of a subject: what comes next is added to it; one decision counts
        once.
        """
        first, second = records.on_the_spot(), records.on_the_spot(decision_no="罚2")
        record = records.kept(first)

        fact = records.keep(second)

        assert (fact.file, fact.credit_no) == (record, 2)
        refusal = records.refused_keeping(first)
        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "credit_recorded_already"

    def test_of_a_person(self, records: Records) -> None:
        """
        个人信息保护法6: a person is known by a key alone, and the name is sealed.
        """
        fact = records.keep(records.on_the_spot(**WANG, fine_fen=10_000))

        assert fact.enterprise is None
        assert fact.person_key
        assert f"person/{fact.person_key}/credit" in fact.tags()

    @pytest.mark.procedure("CR-05")
    def test_person_without_number(self, records: Records) -> None:
        """
        个人信息保护法6: names do not tell people apart.
        """
        penalty = records.on_the_spot(person=SIGNER, fine_fen=10_000)

        assert records.refused_keeping(penalty).code == "person_without_number"


class TestRecordEntryCredit:
    @pytest.mark.procedure("CR-06")
    def test_listed_is_serious(self, records: Records) -> None:
        """
        发改委令36号: whoever is on the list is seriously dishonest, from that day.
        """
        entry = records.listed()

        fact = records.keep_entry(entry)

        assert (fact.entry, fact.penalty) == (entry, None)
        assert fact.document_on == records.entry(entry).listed_on
        assert f"list-entry/{entry}/credit" in fact.tags()

    @pytest.mark.procedure("CR-07")
    def test_not_listed(self, records: Records) -> None:
        """
        令11号10: a proposal counts for nothing.
        """
        entry = records.proposed()

        refusal = records.refused("record-entry-credit", entry, **records.said())

        assert refusal.code == "entry_not_live"


class TestWithdraw:
    def withdrawal(
        self,
        records: Records,
        ground: CreditWithdrawal = CreditWithdrawal.OWN_CORRECTION,
    ) -> dict[str, object]:
        """What a withdrawal says."""
        said: dict[str, object] = {"credit_withdrawal": ground, "reasons": "类别有误"}
        return said | {"effective_on": records.day}

    @pytest.mark.procedure("CR-08")
    def test_own_correction(self, records: Records) -> None:
        """
        发改委令36号: what was wrong is withdrawn, and can be recorded right.
        """
        penalty = records.on_the_spot()
        record = records.kept(penalty)

        records.by_head("withdraw-credit-fact", record, **self.withdrawal(records))

        assert records.item(record).stage is Stage.WITHDRAWN
        assert records.keep(penalty).credit_no == 2

    @pytest.mark.procedure("CR-09")
    @pytest.mark.parametrize(
        "ground", [CreditWithdrawal.BASIS_FALLEN, CreditWithdrawal.BASIS_VARIED]
    )
    def test_basis_stands(self, records: Records, ground: CreditWithdrawal) -> None:
        """
        行政处罚法48: not because of a fall that did not happen.
        """
        said = self.withdrawal(records, ground)

        refusal = records.head_refused("withdraw-credit-fact", records.kept(), **said)

        assert refusal.code == "credit_basis_stands"

    def test_twice(self, records: Records) -> None:
        """
        What is withdrawn is not withdrawn again.
        """
        record, said = records.kept(), self.withdrawal(records)
        records.by_head("withdraw-credit-fact", record, **said)

        refusal = records.head_refused("withdraw-credit-fact", record, **said)

        assert refusal.code == "credit_nothing"

    def test_no_such_number(self, records: Records) -> None:
        """
        A number that the record does not have is answered so.
        """
        said = self.withdrawal(records) | {"credit_no": 7}

        refusal = records.head_refused("withdraw-credit-fact", records.kept(), **said)

        assert refusal.code == "no_such_credit_fact"


class TestFallsWithItsBasis:
    @pytest.mark.parametrize(
        "act",
        [
            pytest.param("revoke-decision", marks=pytest.mark.procedure("CR-10")),
            "declare-void",
            "confirm-unlawful",
        ],
    )
    def test_penalty_falls(self, records: Records, act: str) -> None:
        """
        INV-41, 行政处罚法48: BASIS_FALLEN, in the commit of the fall itself; a repaired
        one as well, for it was wrong from the start.
        """
        penalty = records.on_the_spot()
        record = records.repaired(penalty)

        facts = _fall(records, act, penalty)

        (gone,) = [fact for fact in facts if isinstance(fact, CreditFactWithdrawn)]
        assert gone.credit_withdrawal is CreditWithdrawal.BASIS_FALLEN
        assert gone.deed.cause == records.penalty(penalty).last_fact
        assert records.item(record).stage is Stage.WITHDRAWN

    def test_penalty_varied(self, records: Records) -> None:
        """
        INV-41: what was varied is withdrawn, and what stands now can be recorded anew.
        """
        penalty = records.on_the_spot()
        record = records.kept(penalty)

        facts = _fall(
            records,
            "vary-decision",
            penalty,
            kinds=(PenaltyKind.WARNING,),
            fine_fen=0,
        )

        (gone,) = [fact for fact in facts if isinstance(fact, CreditFactWithdrawn)]
        assert gone.credit_withdrawal is CreditWithdrawal.BASIS_VARIED
        again = records.keep(penalty, credit_class=CreditClass.MINOR)
        assert (again.file, again.source_fact) == (
            record,
            records.penalty(penalty).last_fact,
        )

    @pytest.mark.procedure("CR-11")
    def test_entry_revoked(self, records: Records) -> None:
        """
        INV-41, 令11号15: BASIS_FALLEN of the entry that was revoked.
        """
        record = records.keep_entry(entry := records.listed()).file

        records.do(
            "revoke-entry",
            entry,
            by=records.chief,
            revocation_ground=RevocationGround.OWN_CORRECTION,
            reasons="认定有误",
            effective_on=records.day,
        )

        last = records.record(record).history[-1]
        assert isinstance(last, CreditFactWithdrawn)
        assert last.credit_withdrawal is CreditWithdrawal.BASIS_FALLEN

    def test_penalty_takes_its_entry_along(self, records: Records) -> None:
        """
        INV-41: the penalty, the entry that rests on it, and both credit facts.
        """
        penalty = records.on_the_spot()
        record, entry = records.kept(penalty), records.listed(penalty)
        assert records.keep_entry(entry).file == record

        records.revoke(penalty)

        assert {item.stage for item in records.record(record).items.values()} == {
            Stage.WITHDRAWN
        }
        recorded = [
            fact
            for fact in records.record(record).history
            if isinstance(fact, CreditFactRecorded)
        ]
        assert len(recorded) == 2


def _fall(records: Records, act: str, penalty: UUID, **terms: object) -> list[object]:
    said = {
        "changed_by": ChangedBy.REVIEW,
        "reason": "复议决定",
        "effective_on": records.day,
        **terms,
    }
    return [*records.do(act, penalty, by=records.chief, **said)]
