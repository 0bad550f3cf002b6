"""
The credit record and what is public: of one class on the credit platform, and shown
again where a repair was got by fraud.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.base import Fact
from domain.credit_record.choices import CreditWithdrawal
from domain.credit_record.facts_of_repair import RepairRevoked
from domain.law.credit_classes import CreditClass
from domain.publication.file import (
    Channel,
    ItemCorrected,
    Publication,
    WithdrawalGround,
)
from domain.publication.file import Stage as PublicStage
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from tests.cases.credit_record.recorded import DECIDED_ON, STOPPED, Records
from tests.cases.credit_record.test_repairing import FRAUD

PLATFORM = Channel.CREDIT_PLATFORM
SLIP: dict[str, object] = {
    "withdrawal_ground": WithdrawalGround.ENTRY_ERROR,
    "reasons": "录入有误",
}


@pytest.fixture
def records() -> Records:
    """A bureau in Harbin, on a day on which the classes have their terms."""
    return Records("000", day=DECIDED_ON)


@pytest.fixture
def penalty(records: Records) -> UUID:
    """A served penalty."""
    return records.on_the_spot()


class TestAgainAfterFraud:
    """
    发改委令36号: a repair got by fraud is revoked, and what it ended is shown again.
    """

    @pytest.fixture
    def record(self, records: Records, penalty: UUID) -> UUID:
        """The record of a penalty that is public on all channels, and repaired."""
        items = [records.publish(penalty, each).file for each in Channel]
        record = records.repaired(penalty)
        records.do("end-by-repair", items[0], by=records.discloser)
        return record

    def revoke(self, records: Records, record: UUID) -> RepairRevoked:
        """Have the repair revoked."""
        (fact,) = records.by_head("revoke-repair", record, **FRAUD)
        assert isinstance(fact, RepairRevoked)
        return fact

    def refused(self, records: Records, penalty: UUID) -> str:
        """Try to publish in vain."""
        with pytest.raises(Refused) as refusal:
            records.publish(penalty)
        return refusal.value.code

    @pytest.mark.procedure("PB-70")
    def test_on_every_channel(
        self, records: Records, penalty: UUID, record: UUID
    ) -> None:
        """
        The revocation is the new source fact, and the cause.
        """
        revoked = self.revoke(records, record)

        shown = [records.publish(penalty, each) for each in Channel]

        assert {fact.deed.cause for fact in shown} == {revoked.id}
        assert all(revoked.id in fact.source_facts for fact in shown)
        stages = {records.read(Publication, fact.file).stage for fact in shown}
        assert stages == {PublicStage.PUBLIC}

    @pytest.mark.usefixtures("record")
    def test_not_before(self, records: Records, penalty: UUID) -> None:
        """
        While the repair stands nothing is shown again (ended).
        """
        assert self.refused(records, penalty) == "ended"

    def test_once(self, records: Records, penalty: UUID, record: UUID) -> None:
        """
        One revocation brings it back once (public_already).
        """
        self.revoke(records, record)
        records.publish(penalty)

        assert self.refused(records, penalty) == "public_already"

    def test_repaired_again(
        self, records: Records, penalty: UUID, record: UUID
    ) -> None:
        """
        A later repair in good faith ends it, whatever was revoked before (ended).
        """
        self.revoke(records, record)
        item = records.publish(penalty).file
        records.ask_repair(record)
        records.by_head("accept-repair", record)
        said = {"reasons": "义务已履行", "stoppages": STOPPED}
        records.by_head("repair-credit-fact", record, **said)

        assert records.do("end-by-repair", item, by=records.discloser)

        assert self.refused(records, penalty) == "ended"

    def test_the_record_was_wrong(
        self, records: Records, penalty: UUID, record: UUID
    ) -> None:
        """
        Once the credit fact is withdrawn, its revoked repair brings nothing back.
        """
        self.revoke(records, record)
        records.by_head(
            "withdraw-credit-fact",
            record,
            credit_withdrawal=CreditWithdrawal.OWN_CORRECTION,
            reasons="重复记录",
            effective_on=records.day,
        )

        assert self.refused(records, penalty) == "ended"

    def test_term_over(self, records: Records, penalty: UUID, record: UUID) -> None:
        """
        The longest term runs from the document, and no fraud lengthens it: on its last
        day it is shown, on the next no more (term_over).
        """
        self.revoke(records, record)
        records.move_to(date(2027, 5, 11))
        assert records.publish(penalty, PLATFORM).term is not None

        records.move_to(date(2027, 5, 11) + timedelta(days=1))
        assert self.refused(records, penalty) == "term_over"

    def test_withdrawn_stays_so(self, records: Records, penalty: UUID) -> None:
        """
        What was not ended by the repair is not brought back by its end (ended).
        """
        item = records.publish(penalty).file
        records.do("withdraw-item", item, by=records.discloser, **SLIP)
        self.revoke(records, records.repaired(penalty))

        assert self.refused(records, penalty) == "ended"


class TestOneClass:
    """
    发改委令36号: the class decides the term, so record and platform never differ.
    """

    @pytest.mark.procedure("PB-71")
    def test_published_as_recorded(self, records: Records, penalty: UUID) -> None:
        """
        Recorded as general, it is not published there as serious (class_not_of_record).
        """
        records.kept(penalty)

        with pytest.raises(BeyondTheLaw) as refusal:
            records.publish(penalty, PLATFORM, CreditClass.SERIOUS)

        assert refusal.value.code == "class_not_of_record"
        assert refusal.value.facts["recorded"] is CreditClass.GENERAL
        assert records.publish(penalty, PLATFORM).credit_class is CreditClass.GENERAL

    def test_own_site_by_another_law(self, records: Records, penalty: UUID) -> None:
        """
        安全生产法78(2): the body's own site is not measured by the credit record.
        """
        records.kept(penalty)

        shown = records.publish(penalty, grave=CreditClass.SERIOUS)

        assert shown.channel is Channel.OWN_SITE

    def correct(self, records: Records, item: UUID, to: CreditClass) -> list[Fact]:
        """Have the class of what is public corrected."""
        said = {"credit_class": to, "class_ground": "情节严重", "reason": "类别有误"}
        return records.do("correct-item", item, by=records.discloser, **said)

    @pytest.mark.procedure("PB-72")
    def test_corrected_to_another(self, records: Records, penalty: UUID) -> None:
        """
        Nor is it corrected to another class than recorded (class_not_of_record).
        """
        item = records.publish(penalty, PLATFORM).file
        records.kept(penalty)

        with pytest.raises(BeyondTheLaw) as refusal:
            self.correct(records, item, CreditClass.SERIOUS)

        assert refusal.value.code == "class_not_of_record"

    @pytest.mark.procedure("CR-34")
    def test_recorded_as_shown(self, records: Records, penalty: UUID) -> None:
        """
        Shown there as serious, it is not recorded as general before the publication is
        corrected (class_not_of_platform).
        """
        item = records.publish(penalty, PLATFORM, CreditClass.SERIOUS).file

        refusal = records.refused_keeping(penalty)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "class_not_of_platform"
        (fact,) = self.correct(records, item, CreditClass.GENERAL)
        assert isinstance(fact, ItemCorrected)
        assert records.keep(penalty).penalty == penalty

    def test_both_wrong(self, records: Records, penalty: UUID) -> None:
        """
        Where both are wrong there is a way: the record is withdrawn, the publication
        corrected, and the penalty recorded anew.
        """
        item, record = records.publish(penalty, PLATFORM).file, records.kept(penalty)
        records.by_head(
            "withdraw-credit-fact",
            record,
            credit_withdrawal=CreditWithdrawal.OWN_CORRECTION,
            reasons="类别有误",
            effective_on=records.day,
        )
        self.correct(records, item, CreditClass.SERIOUS)

        fact = records.keep(penalty, credit_class=CreditClass.SERIOUS)

        assert (fact.file, fact.credit_no) == (record, 2)

    def test_to_be_withdrawn_in_any_case(self, records: Records, penalty: UUID) -> None:
        """
        行政处罚法48: what shows a decision that was varied hinders no new record.
        """
        records.publish(penalty, PLATFORM)
        records.vary(penalty)

        fact = records.keep(penalty, credit_class=CreditClass.MINOR)

        assert fact.credit_class is CreditClass.MINOR

    def test_what_is_public_no_more(self, records: Records, penalty: UUID) -> None:
        """
        A publication that has ended shows no class.
        """
        item = records.publish(penalty, PLATFORM, CreditClass.SERIOUS).file
        records.do("withdraw-item", item, by=records.discloser, **SLIP)

        assert records.keep(penalty).penalty == penalty
