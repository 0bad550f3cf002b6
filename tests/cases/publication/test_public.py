"""
Correcting, withdrawing and publishing again what is public.
"""

from datetime import date

import pytest

from domain.codes import make_resident_id
from domain.imported_record.changes import Field
from domain.imported_record.file import ImportedRecord
from domain.law.credit_classes import CreditClass
from domain.printed import SourceStatus
from domain.procedures.linking import link_authority, unlink_party
from domain.publication.file import (
    PublicationFlag,
    PublicText,
    Stage,
    WithdrawalGround,
)
from domain.refusals import OutOfOrder, Refused
from domain.values import Personal
from tests import controls
from tests.cases.published import Public, penalty_shown, term_shown

WORKS = controls.CHEMICAL_WORKS
IDENTITY = make_resident_id("22020219800101001")


@pytest.fixture
def public() -> Public:
    """
    A penalty that is public.
    """
    return Public()


class TestCorrectItem:
    @pytest.mark.procedure("PB-11")
    def test_corrected_at_its_source(self, public: Public) -> None:
        """
        What the source corrected is shown from then on; the fact keeps a digest of what
        was said before and names the correction that it follows.
        """
        public.corrects_record(field=Field.FINE_FEN, new_fen=100)

        fact = public.corrects()

        record = public.desk.office.file(public.record)
        assert isinstance(record, ImportedRecord)
        assert penalty_shown(fact).fine_fen == 100
        assert fact.follows == record.last_fact
        assert len(fact.said_sha256) == 64
        assert public.stage is Stage.PUBLIC

    @pytest.mark.procedure("PB-11")
    def test_a_slip_of_the_entry(self, public: Public) -> None:
        """
        The wrong class is a slip of the publication itself; its term follows the class.
        """
        fact = public.corrects(
            credit_class=CreditClass.SERIOUS, class_ground="巨额罚款"
        )

        assert term_shown(fact).until_on == date(2029, 5, 20)
        assert fact.class_ground == "巨额罚款"

    def test_a_text_that_should_be_hidden(self, public: Public) -> None:
        """
        A text can be hidden afterwards, and stays hidden in later corrections.
        """
        public.corrects(hide=(PublicText.VIOLATION_FACT,))
        public.corrects_record(field=Field.FINE_FEN, new_fen=100)

        fact = public.corrects()

        assert penalty_shown(fact).texts.violation_fact is None
        assert penalty_shown(fact).texts.penalty_content is not None

    def test_nothing_to_correct(self, public: Public) -> None:
        """
        Without a correction of the record, another class or a text to hide, nothing is
        corrected.
        """
        with pytest.raises(OutOfOrder) as refusal:
            public.corrects()

        assert refusal.value.code == "nothing_to_correct"

    def test_a_correction_that_shows_too_much(self, public: Public) -> None:
        """
        What may not be published may not come in by a correction either.
        """
        text = Personal(f"李某{IDENTITY}")
        public.corrects_record(field=Field.REMARK, new_text=text)

        with pytest.raises(Refused) as refusal:
            public.corrects()

        assert refusal.value.code == "restricted_field"

    def test_not_public(self, public: Public) -> None:
        """
        A tombstone is not corrected.
        """
        public.withdraws(WithdrawalGround.ENTRY_ERROR)

        with pytest.raises(OutOfOrder) as refusal:
            public.corrects(credit_class=CreditClass.SERIOUS)

        assert refusal.value.code == "not_public"


class TestWithdrawItem:
    @pytest.mark.procedure("PB-12")
    @pytest.mark.parametrize(
        ("status", "ground"),
        [
            (SourceStatus.VARIED, WithdrawalGround.VARIED),
            (SourceStatus.WITHDRAWN, WithdrawalGround.REVOKED),
            (SourceStatus.UNLAWFUL, WithdrawalGround.UNLAWFUL),
            (SourceStatus.VOID, WithdrawalGround.VOID),
            (SourceStatus.REPAIRED, WithdrawalGround.ENDED_AT_SOURCE),
        ],
    )
    def test_its_basis_fell(
        self, public: Public, status: SourceStatus, ground: WithdrawalGround
    ) -> None:
        """
        What was varied, revoked, found unlawful or void is withdrawn with reasons, and
        leaves a tombstone.
        """
        public.states(status)

        fact = public.withdraws(ground)

        assert fact.reasons == "处罚决定已撤销"
        assert public.stage is Stage.WITHDRAWN

    @pytest.mark.procedure("PB-12")
    def test_an_error_of_its_own(self, public: Public) -> None:
        """
        A publication that was an error is withdrawn though the decision stands.
        """
        fact = public.withdraws(WithdrawalGround.ENTRY_ERROR)

        assert (fact.changed_on, fact.withdraw_limit) == (None, None)

    @pytest.mark.procedure("PB-13")
    @pytest.mark.parametrize(
        "status", [None, SourceStatus.OBJECTED, SourceStatus.VARIED]
    )
    def test_its_basis_stands(
        self, public: Public, status: SourceStatus | None
    ) -> None:
        """
        Nothing is withdrawn as revoked that was not revoked: an objection or a
        variation is another matter.
        """
        if status:
            public.states(status)

        with pytest.raises(OutOfOrder) as refusal:
            public.withdraws(WithdrawalGround.REVOKED)

        assert refusal.value.code == "basis_stands"

    @pytest.mark.parametrize(
        ("changed_on", "late"),
        [
            (date(2026, 11, 18), False),
            pytest.param(
                date(2026, 11, 17), True, marks=pytest.mark.procedure("PB-14")
            ),
        ],
    )
    def test_three_working_days(
        self, public: Public, changed_on: date, *, late: bool
    ) -> None:
        """
        From the day on which the change took effect three working days run; a later
        withdrawal stands and is marked; 18 November 2026 is a Wednesday.
        """
        public.states(SourceStatus.WITHDRAWN, changed_on)

        fact = public.withdraws(WithdrawalGround.REVOKED)

        assert fact.changed_on == changed_on
        assert (fact.flags == (PublicationFlag.WITHDRAWAL_LATE,)) is late
        assert public.stage is Stage.WITHDRAWN

    def test_withdrawn_already(self, public: Public) -> None:
        """
        It is withdrawn once.
        """
        public.withdraws(WithdrawalGround.ENTRY_ERROR)

        with pytest.raises(OutOfOrder) as refusal:
            public.withdraws(WithdrawalGround.ENTRY_ERROR)

        assert refusal.value.code == "not_public"


class TestPublishItemAgain:
    @pytest.mark.procedure("PB-15")
    def test_on_a_new_source_fact(self, public: Public) -> None:
        """
        A tombstone becomes public again, in the same file, once its source is new.
        """
        public.withdraws(WithdrawalGround.ENTRY_ERROR)
        public.corrects_record(field=Field.FINE_FEN, new_fen=100)

        again = public.publishes()

        assert again == public.item
        assert public.stage is Stage.PUBLIC

    @pytest.mark.procedure("PB-15")
    def test_in_force_again(self, public: Public) -> None:
        """
        That the source declares a decision in force again is a new source fact.
        """
        public.states(SourceStatus.WITHDRAWN)
        public.withdraws(WithdrawalGround.REVOKED)
        public.states(SourceStatus.IN_FORCE)

        assert public.publishes() == public.item

    @pytest.mark.procedure("PB-16")
    def test_on_the_same_source_fact(self, public: Public) -> None:
        """
        What was withdrawn is never published again on the same source fact.
        """
        public.withdraws(WithdrawalGround.ENTRY_ERROR)

        with pytest.raises(OutOfOrder) as refusal:
            public.publishes()

        assert refusal.value.code == "ended"

    @pytest.mark.procedure("PB-16")
    def test_after_an_objection(self, public: Public) -> None:
        """
        An objection is no new source.
        """
        public.withdraws(WithdrawalGround.ENTRY_ERROR)
        public.states(SourceStatus.OBJECTED)

        with pytest.raises(OutOfOrder) as refusal:
            public.publishes()

        assert refusal.value.code == "ended"


class TestWhatStandsUnderIt:
    def test_unlink_while_public(self, public: Public) -> None:
        """
        A link that carries a publication is undone only after that was withdrawn.
        """
        with pytest.raises(OutOfOrder) as refusal:
            public.desk.does(
                unlink_party, by=public.desk.importer, on=public.record, grounds="录错"
            )

        assert refusal.value.code == "still_public"

    def test_another_authority_while_public(self, public: Public) -> None:
        """
        So is the link to the authority that published.
        """
        with pytest.raises(OutOfOrder) as refusal:
            public.desk.does(
                link_authority,
                by=public.desk.importer,
                on=public.record,
                body=public.desk.county,
                grounds="录错",
            )

        assert refusal.value.code == "still_public"

    def test_unlink_a_tombstone(self, public: Public) -> None:
        """
        After the withdrawal both can be put right.
        """
        public.withdraws(WithdrawalGround.ENTRY_ERROR)

        facts = public.desk.does(
            unlink_party, by=public.desk.importer, on=public.record, grounds="录错"
        )

        assert len(facts) == 1
