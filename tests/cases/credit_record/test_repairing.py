"""
信用修复: not before the shortest term, duties done, everywhere at once; and revoked.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.credit_record.choices import ObjectionOutcome, RepairCondition, Stage
from domain.credit_record.facts import CreditFactWithdrawn, CreditObjectionDecided
from domain.law.credit_classes import CreditClass
from domain.publication.facts_of_ending import ItemEndedByRepair
from domain.publication.file import Channel, Publication
from domain.publication.file import Stage as PublicStage
from domain.refusals import OutOfTime
from domain.values import Personal
from tests.cases.credit_record.recorded import (
    DECIDED_ON,
    REPAIR_FROM,
    STOPPED,
    Records,
)
from tests.cases.scene import PHOTO

FRAUD: dict[str, object] = {"reasons": "提交虚假证明", "evidence": (PHOTO,)}


@pytest.fixture
def records() -> Records:
    """A bureau in Harbin, on a day on which the classes have their terms."""
    return Records("000", day=DECIDED_ON)


class TestApply:
    @pytest.mark.procedure("CR-12")
    def test_on_the_first_day(self, records: Records) -> None:
        """
        发改委令36号: on the day after the shortest term.
        """
        assert records.item(records.asked()).stage is Stage.APPLIED

    @pytest.mark.procedure("CR-12")
    def test_minor_at_once(self, records: Records) -> None:
        """
        发改委令36号: a minor breach has no shortest term.
        """
        record = records.kept(credit_class=CreditClass.MINOR)

        assert records.ask_repair(record)

    @pytest.mark.procedure("CR-13")
    def test_a_day_before(self, records: Records) -> None:
        """
        发改委令36号: not within the shortest term.
        """
        record = records.kept()
        records.move_to(REPAIR_FROM - timedelta(days=1))

        refusal = records.refused("apply-for-repair", record, **records.asking())

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "minimum_term"

    def test_without_evidence(self, records: Records) -> None:
        """
        发改委令36号: whoever put things right shows it.
        """
        record = records.kept(credit_class=CreditClass.MINOR)
        asking = records.asking(evidence=())

        assert (
            records.refused("apply-for-repair", record, **asking).code
            == "evidence_missing"
        )

    def test_twice(self, records: Records) -> None:
        """
        What awaits its answer is not asked again.
        """
        record = records.asked()

        refusal = records.refused("apply-for-repair", record, **records.asking())

        assert refusal.code == "credit_nothing"


class TestAnswer:
    @pytest.mark.procedure("CR-15")
    def test_accepted(self, records: Records) -> None:
        """
        发改委令36号: the fine is paid.
        """
        record = records.asked()

        records.by_head("accept-repair", record)

        assert records.item(record).stage is Stage.ACCEPTED

    @pytest.mark.procedure("CR-16")
    def test_duties_open(self, records: Records) -> None:
        """
        发改委令36号: not while the fine is unpaid (condition_open).
        """
        record = records.kept()
        records.move_to(REPAIR_FROM)
        records.ask_repair(record)

        refusal = records.head_refused("accept-repair", record)

        assert refusal.code == "condition_open"
        assert refusal.facts["missing"] == [RepairCondition.DUTIES_DONE]

    @pytest.mark.procedure("CR-16")
    def test_still_listed(self, records: Records) -> None:
        """
        令11号18: whoever is still on the list is not repaired (condition_open).
        """
        record = records.keep_entry(records.listed()).file
        records.move_to(date(2027, 5, 12))
        records.ask_repair(record)

        refusal = records.head_refused("accept-repair", record)

        assert refusal.code == "condition_open"
        assert refusal.facts["missing"] == [RepairCondition.OFF_THE_LIST]

    @pytest.mark.procedure("CR-17")
    def test_refused(self, records: Records) -> None:
        """
        发改委令36号: with reasons; it stands as before and can be asked for again.
        """
        record = records.asked()

        records.by_head("refuse-repair", record, reasons="整改未完成")

        assert records.item(record).stage is Stage.RECORDED
        assert records.ask_repair(record)

    @pytest.mark.procedure("CR-18")
    def test_repaired(self, records: Records) -> None:
        """
        发改委令36号: publicity, sharing and discipline end, and it says where.
        """
        item = records.item(records.repaired())

        assert item.stage is Stage.REPAIRED
        assert not item.is_standing

    @pytest.mark.procedure("CR-19")
    @pytest.mark.parametrize("left", range(len(STOPPED)))
    def test_something_goes_on(self, records: Records, left: int) -> None:
        """
        发改委令36号: on all platforms, and all three.
        """
        record = records.asked()
        records.by_head("accept-repair", record)
        stoppages = STOPPED[:left] + STOPPED[left + 1 :]
        said = {"reasons": "义务已履行", "stoppages": stoppages}

        refusal = records.head_refused("repair-credit-fact", record, **said)

        assert refusal.code == "repair_incomplete"


class TestRevoke:
    @pytest.mark.procedure("CR-20")
    def test_for_fraud(self, records: Records) -> None:
        """
        发改委令36号: the fact stands again.
        """
        record = records.repaired()

        records.by_head("revoke-repair", record, **FRAUD)

        assert records.item(record).is_standing
        assert records.ask_repair(record)

    @pytest.mark.procedure("CR-14")
    def test_barred(self, records: Records) -> None:
        """
        发改委令36号 (待核): no repair is asked for while the bar that was set runs.
        """
        record, until = records.repaired(), date(2027, 8, 12)
        records.by_head("revoke-repair", record, barred_until=until, **FRAUD)
        records.move_to(until)

        refusal = records.refused("apply-for-repair", record, **records.asking())

        assert refusal.code == "repair_barred"
        records.move_to(until + timedelta(days=1))
        assert records.ask_repair(record)

    @pytest.mark.parametrize(
        ("changed", "code"),
        [
            ({"evidence": ()}, "evidence_missing"),
            ({"reasons": " "}, "reasons_missing"),
            ({"barred_until": date(2026, 8, 11)}, "last_day_past"),
        ],
    )
    def test_not_shown(
        self, records: Records, changed: dict[str, object], code: str
    ) -> None:
        """
        发改委令36号: fraud is shown, and a bar lies ahead.
        """
        said = FRAUD | changed

        refusal = records.head_refused("revoke-repair", records.repaired(), **said)

        assert refusal.code == code


class TestObjection:
    def raised(self, records: Records) -> UUID:
        """A credit fact that is disputed."""
        record = records.kept()
        said = {"credit_no": 1, "disputed": Personal("处罚对象不是本单位")}
        records.do("raise-credit-objection", record, by=records.clerk, **said)
        return record

    def decide(self, outcome: ObjectionOutcome) -> dict[str, object]:
        """What an answer says."""
        return {"objection_outcome": outcome, "reasons": "经核实"}

    @pytest.mark.procedure("CR-21")
    def test_raised_once(self, records: Records) -> None:
        """
        发改委令36号: it stands while it is disputed, and is disputed once at a time.
        """
        record = self.raised(records)

        assert records.item(record).is_disputed
        assert records.item(record).is_standing
        said = {"credit_no": 1, "disputed": Personal("再次异议")}
        refusal = records.refused(
            "raise-credit-objection", record, by=records.clerk, **said
        )
        assert refusal.code == "objection_pending"

    @pytest.mark.procedure("CR-22")
    def test_upheld(self, records: Records) -> None:
        """
        行政处罚法48: what proves wrong is withdrawn with the answer.
        """
        record = self.raised(records)

        facts = records.by_head(
            "decide-credit-objection", record, **self.decide(ObjectionOutcome.UPHELD)
        )

        kinds = [CreditObjectionDecided, CreditFactWithdrawn]
        assert [type(fact) for fact in facts] == kinds

    @pytest.mark.procedure("CR-22")
    def test_dismissed(self, records: Records) -> None:
        """
        发改委令36号: it stands, answered.
        """
        record = self.raised(records)
        said = self.decide(ObjectionOutcome.DISMISSED)

        records.by_head("decide-credit-objection", record, **said)

        assert records.item(record).is_standing
        assert not records.item(record).is_disputed

    @pytest.mark.procedure("CR-23")
    def test_nothing_to_answer(self, records: Records) -> None:
        """
        Nobody answers what nobody raised.
        """
        said = self.decide(ObjectionOutcome.UPHELD)

        refusal = records.head_refused(
            "decide-credit-objection", records.kept(), **said
        )

        assert refusal.code == "no_objection"


class TestEndByRepair:
    def end(self, records: Records, item: UUID) -> list[ItemEndedByRepair]:
        """End what is public of a penalty."""
        facts = records.do("end-by-repair", item, by=records.discloser)
        return [fact for fact in facts if isinstance(fact, ItemEndedByRepair)]

    @pytest.mark.procedure("PB-34")
    def test_on_every_channel(self, records: Records) -> None:
        """
        发改委令36号: whoever recognised repairs, and it is public nowhere any more.
        """
        penalty = records.on_the_spot()
        items = [records.publish(penalty, channel).file for channel in Channel]
        records.repaired(penalty)

        facts = self.end(records, items[0])

        assert {fact.file for fact in facts} == {*items}
        assert {fact.until_on for fact in facts} == {REPAIR_FROM}
        stages = {records.read(Publication, each).stage for each in items}
        assert stages == {PublicStage.REPAIRED}

    @pytest.mark.procedure("PB-35")
    def test_within_the_shortest_term(self, records: Records) -> None:
        """
        发改委令36号: not before the shortest term of the class that is shown.
        """
        penalty = records.on_the_spot()
        item = records.publish(penalty, grave=CreditClass.SERIOUS).file
        records.repaired(penalty)

        refusal = records.refused("end-by-repair", item, by=records.discloser)

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "minimum_term"
        assert refusal.facts["from_on"] == date(2027, 5, 12)

    @pytest.mark.procedure("PB-36")
    def test_not_repaired(self, records: Records) -> None:
        """
        发改委令36号: an application alone ends nothing.
        """
        penalty = records.on_the_spot()
        item = records.publish(penalty).file
        records.asked(penalty)

        refusal = records.refused("end-by-repair", item, by=records.discloser)

        assert refusal.code == "not_repaired"

    @pytest.mark.procedure("PB-36")
    def test_repair_revoked(self, records: Records) -> None:
        """
        发改委令36号: a repair that was revoked ends nothing (not_repaired).
        """
        penalty = records.on_the_spot()
        item = records.publish(penalty).file
        records.by_head("revoke-repair", records.repaired(penalty), **FRAUD)

        refusal = records.refused("end-by-repair", item, by=records.discloser)

        assert refusal.code == "not_repaired"

    def test_twice(self, records: Records) -> None:
        """
        What is public no more does not end again.
        """
        penalty = records.on_the_spot()
        item = records.publish(penalty).file
        records.repaired(penalty)
        self.end(records, item)

        refusal = records.refused("end-by-repair", item, by=records.discloser)

        assert refusal.code == "not_public"

    @pytest.mark.procedure("PB-37")
    def test_not_public_again(self, records: Records) -> None:
        """
        发改委令36号: what is repaired is not published anew, on no channel (ended).
        """
        penalty = records.on_the_spot()
        records.repaired(penalty)

        refusal = records.refused(
            "publish-penalty",
            penalty,
            by=records.discloser,
            channel=Channel.OWN_SITE,
            credit_class=CreditClass.GENERAL,
            class_ground="较大数额罚款",
        )

        assert refusal.code == "ended"
