"""
What partners read of a credit record (共享), and that they are told what becomes of it.
"""

from uuid import UUID

import pytest

from domain.base import Fact
from domain.credit_record.choices import CreditWithdrawal, ObjectionOutcome
from domain.credit_record.facts import CreditFactRecorded, CreditFactWithdrawn
from domain.credit_record.facts_of_repair import CreditFactRepaired, RepairRevoked
from domain.joint_measure.file import JointDisciplineInitiated, entry_tag
from domain.list_entry.choices import RevocationGround
from domain.values import Personal
from tests.cases.credit_record.recorded import DECIDED_ON, STOPPED, Records
from tests.cases.credit_record.test_repairing import FRAUD
from tests.cases.list_entry.test_joint import asked, partner


@pytest.fixture
def records() -> Records:
    """A bureau in Harbin, on a day on which the classes have their terms."""
    return Records("000", day=DECIDED_ON)


def initiate(records: Records, entry: UUID) -> JointDisciplineInitiated:
    """Have a partner asked for a measure."""
    (fact,) = records.do("initiate-joint-discipline", **asked(records, entry))
    assert isinstance(fact, JointDisciplineInitiated)
    return fact


def told(records: Records, facts: list[Fact], kind: type[Fact]) -> None:
    """Every fact of a kind hands its record to the partner."""
    found = [fact for fact in facts if isinstance(fact, kind)]
    assert found
    for fact in found:
        assert [*fact.hand_overs()] == [(fact.file, records.other_bureau)]


class TestHandedOver:
    @pytest.mark.procedure("LE-52")
    def test_what_was_recorded_before(self, records: Records) -> None:
        """
        应急管理部令11号 8: whoever is asked for a measure reads what its subject did.
        """
        penalty = records.on_the_spot()
        record, entry = records.kept(penalty), records.listed(penalty)

        fact = initiate(records, entry)

        assert fact.credit_record == record
        handed = (fact.file, records.other_bureau), (record, records.other_bureau)
        assert (*fact.hand_overs(),) == handed

    @pytest.mark.procedure("CR-35")
    def test_what_is_recorded_later(self, records: Records) -> None:
        """
        应急管理部令11号 8: and is told what is recorded of it from then on.
        """
        penalty = records.on_the_spot()
        measure = initiate(records, records.listed(penalty))

        assert measure.credit_record is None
        told(records, [records.keep(penalty)], CreditFactRecorded)

    def test_of_somebody_else(self, records: Records) -> None:
        """
        个人信息保护法6: of a subject that it was asked nothing about it learns nothing.
        """
        initiate(records, records.listed())
        other = records.on_the_spot(
            enterprise=records.another_enterprise(), decision_no="罚2"
        )

        assert [*records.keep(other).hand_overs()] == []

    def test_once(self, records: Records) -> None:
        """
        A partner that was asked for two measures is told once.
        """
        penalty = records.on_the_spot()
        entry = records.listed(penalty)
        initiate(records, entry)
        initiate(records, entry)

        assert records.keep(penalty).partners_told == (records.other_bureau,)


class TestTold:
    """
    发改委令36号: sharing and use end with publicity, so whoever holds it is told.
    """

    @pytest.fixture
    def penalty(self, records: Records) -> UUID:
        """A penalty whose party is listed and disciplined."""
        return records.on_the_spot()

    @pytest.fixture
    def entry(self, records: Records, penalty: UUID) -> UUID:
        """Its entry."""
        entry = records.listed(penalty)
        initiate(records, entry)
        return entry

    @pytest.fixture
    def record(self, records: Records, penalty: UUID, entry: UUID) -> UUID:
        """Its record."""
        del entry
        return records.kept(penalty)

    @pytest.mark.procedure("CR-36")
    def test_withdrawn(self, records: Records, record: UUID) -> None:
        """
        What was wrong is used no more.
        """
        facts = records.by_head(
            "withdraw-credit-fact",
            record,
            credit_withdrawal=CreditWithdrawal.OWN_CORRECTION,
            reasons="重复记录",
            effective_on=records.day,
        )

        told(records, facts, CreditFactWithdrawn)

    def test_objection_upheld(self, records: Records, record: UUID) -> None:
        """
        Nor what proved wrong on an objection.
        """
        said = {"credit_no": 1, "disputed": Personal("不是本单位")}
        records.do("raise-credit-objection", record, by=records.clerk, **said)

        facts = records.by_head(
            "decide-credit-objection",
            record,
            objection_outcome=ObjectionOutcome.UPHELD,
            reasons="经核实",
        )

        told(records, facts, CreditFactWithdrawn)

    @pytest.mark.usefixtures("record")
    def test_the_penalty_fell(self, records: Records, penalty: UUID) -> None:
        """
        行政处罚法48: in the commit of the fall itself.
        """
        told(records, records.revoke(penalty), CreditFactWithdrawn)

    def test_the_entry_fell(self, records: Records, entry: UUID) -> None:
        """
        应急管理部令11号 15: what was recorded of the entry falls with it.
        """
        records.keep_entry(entry)

        facts = records.do(
            "revoke-entry",
            entry,
            by=records.chief,
            revocation_ground=RevocationGround.OWN_CORRECTION,
            reasons="认定主体有误",
            effective_on=records.day,
        )

        told(records, facts, CreditFactWithdrawn)

    @pytest.mark.procedure("CR-37", "CR-38")
    def test_repaired_and_revoked(
        self, records: Records, penalty: UUID, entry: UUID
    ) -> None:
        """
        What is repaired is used no more, and after a fraud again; also by a partner
        that has lifted its measure since.
        """
        (measure,) = records.office.tagged(entry_tag(entry))
        said = {"by": partner(records), "reason": "名单信息有变化"}
        records.do("lift-partner-measure", measure, **said)
        record = records.asked(penalty)
        records.by_head("accept-repair", record)

        done = {"reasons": "义务已履行", "stoppages": STOPPED}
        facts = records.by_head("repair-credit-fact", record, **done)
        told(records, facts, CreditFactRepaired)

        told(records, records.by_head("revoke-repair", record, **FRAUD), RepairRevoked)
