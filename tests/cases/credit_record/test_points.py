"""
考核记分: by the table of the place, for what the ledger shows, once, by the year.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from domain.base import Fact
from domain.circumstances import Circumstances
from domain.credit_record.choices import (
    OF_ONE_BASIS,
    CreditWithdrawal,
    ResetGround,
)
from domain.credit_record.facts_of_points import PointsDeducted, PointsReset
from domain.jurisdictions import Sector
from domain.law.credit_classes import PointsItem
from domain.law.packs import PARAMETER_OF, pack_of
from domain.procedures.deducting_points import SECTORS, YEAR_MAX, item_parameter
from domain.refusals import OutOfOrder
from domain.rules import Rules
from tests.cases.credit_record.recorded import DECIDED_ON, Records
from tests.cases.scene import InPlace


class WithoutTable(InPlace):
    """
    A place that names the trades, and no number for a penalty.
    """

    def rules(self, at: Circumstances) -> Rules:
        """
        Its pack but for that number.
        """
        pack, left = pack_of(self.code), item_parameter(PointsItem.PENALTY)
        kept = {name: each for name, each in pack.settings.items() if name != left}
        return Rules(replace(pack, settings=kept), at.on)


@pytest.fixture
def records() -> Records:
    """A bureau in Harbin whose enterprise is a mine."""
    scene = Records("000", day=DECIDED_ON)
    scene.works_in(scene.enterprise, Sector.MINE)
    return scene


def terms(basis: UUID, **changes: object) -> dict[str, object]:
    """A deduction for a penalty, but for what a case changes."""
    said = {"points_item": PointsItem.PENALTY, "reasons": "受到处罚"}
    return {**said, "basis_file": basis, **changes}


def deduct(records: Records, basis: UUID, **changes: object) -> PointsDeducted:
    """Have points deducted."""
    said = terms(basis, **changes)
    facts = records.do("deduct-points", records.enterprise, by=records.chief, **said)
    fact = facts[-1]
    assert isinstance(fact, PointsDeducted)
    return fact


def refused(records: Records, basis: UUID, **changes: object) -> str:
    """Try to deduct points in vain."""
    said, enterprise = terms(basis, **changes), records.enterprise
    return records.refused("deduct-points", enterprise, by=records.chief, **said).code


class TestDeduct:
    @pytest.mark.procedure("CR-24")
    def test_by_the_table(self, records: Records) -> None:
        """
        忻州2020通知(三): what the pack has for it, in the year of the act.
        """
        fact = deduct(records, records.on_the_spot())

        assert (fact.points, fact.points_total, fact.points_year) == (3, 3, 2026)
        assert fact.points_max == 12

    def test_added_up_in_one_record(self, records: Records) -> None:
        """
        One record of a subject: points and credit facts stand in it together.
        """
        penalty = records.on_the_spot()
        record = records.kept(penalty)

        deduct(records, penalty)
        second = deduct(records, records.on_the_spot(decision_no="罚2"))

        assert (second.file, second.points_total) == (record, 6)
        assert records.item(record).is_standing

    def test_of_a_hazard(self, records: Records) -> None:
        """
        A major hazard counts as one, and as overdue only once it is.
        """
        hazard, overdue = records.graded(), PointsItem.OVERDUE_HAZARD

        assert deduct(records, hazard, points_item=PointsItem.MAJOR_HAZARD).points == 2
        assert refused(records, hazard, points_item=overdue) == "no_basis_for_points"

    @pytest.mark.procedure("CR-25")
    def test_no_table(self, records: Records) -> None:
        """
        The table is the place's: where it has no number, nothing is deducted.
        """
        records.office.law = WithoutTable("000")

        assert refused(records, records.on_the_spot()) == "points_not_set"

    @pytest.mark.procedure("CR-26")
    def test_another_trade(self, records: Records) -> None:
        """
        忻州2020通知(三): mines other than coal and hazardous chemicals.
        """
        records.works_in(records.enterprise, Sector.INDUSTRY)

        assert refused(records, records.on_the_spot()) == "no_points_for_trade"

    @pytest.mark.procedure("CR-27")
    def test_file_shows_no_such_thing(self, records: Records) -> None:
        """
        A file of another enterprise, or of another kind, shows nothing (
        no_basis_for_points).
        """
        other = records.another_enterprise()
        penalty = records.on_the_spot(enterprise=other)
        own = records.on_the_spot(decision_no="罚2")

        assert refused(records, penalty) == "no_basis_for_points"
        item = PointsItem.MAJOR_HAZARD
        assert refused(records, own, points_item=item) == "no_basis_for_points"

    def test_fallen_penalty(self, records: Records) -> None:
        """
        行政处罚法48: what fell takes no points.
        """
        penalty = records.on_the_spot()
        records.revoke(penalty)

        assert refused(records, penalty) == "no_basis_for_points"

    def test_twice(self, records: Records) -> None:
        """
        One thing is counted once.
        """
        penalty = records.on_the_spot()
        deduct(records, penalty)

        assert refused(records, penalty) == "points_deducted_already"


class TestReset:
    def said(self, ground: ResetGround) -> dict[str, object]:
        """What a reset says."""
        return {"points_year": 2026, "reset_ground": ground, "reasons": "经核实"}

    @pytest.mark.procedure("CR-28")
    def test_put_right(self, records: Records) -> None:
        """
        The points of the year are gone, and what comes next counts from none.
        """
        record = deduct(records, records.on_the_spot()).file
        said = self.said(ResetGround.CORRECTED)

        (fact,) = records.do("reset-points", record, by=records.chief, **said)

        assert isinstance(fact, PointsReset)
        assert fact.points_cleared == 3
        again = deduct(records, records.on_the_spot(decision_no="罚2"))
        assert again.points_total == 3

    @pytest.mark.procedure("CR-28", "CR-29")
    def test_year_over(self, records: Records) -> None:
        """
        Because the year is over only when it is (time_not_over).
        """
        record = deduct(records, records.on_the_spot()).file
        said = {"by": records.chief, **self.said(ResetGround.YEAR_OVER)}

        records.move_to(date(2026, 12, 31))
        assert records.refused("reset-points", record, **said).code == "time_not_over"
        records.move_to(date(2027, 1, 1))
        assert records.do("reset-points", record, **said)

    @pytest.mark.procedure("CR-30")
    def test_one_deduction(self, records: Records) -> None:
        """
        忻州2020通知(三): what was none goes alone, and can be deducted anew if shown.
        """
        first, second = records.on_the_spot(), records.on_the_spot(decision_no="罚2")
        record = deduct(records, first).file
        deduct(records, second)

        (fact,) = self.wrong(records, record, first)

        assert isinstance(fact, PointsReset)
        assert (fact.points_cleared, fact.basis_file) == (3, first)
        assert records.record(record).points == {2026: 3}
        assert deduct(records, first).points_total == 6

    def wrong(
        self,
        records: Records,
        record: UUID,
        basis: UUID,
        ground: ResetGround = ResetGround.WRONGLY_DEDUCTED,
    ) -> list[Fact]:
        """Have one deduction reset."""
        said = self.said(ground) | {"points_item": PointsItem.PENALTY}
        said |= {"basis_file": basis}
        return records.do("reset-points", record, by=records.chief, **said)

    def test_one_deduction_twice(self, records: Records) -> None:
        """
        What counts no more is not given back again (no_points).
        """
        first, second = records.on_the_spot(), records.on_the_spot(decision_no="罚2")
        record = deduct(records, first).file
        deduct(records, second)
        self.wrong(records, record, first)

        with pytest.raises(OutOfOrder) as refusal:
            self.wrong(records, record, first)

        assert refusal.value.code == "no_points"

    @pytest.mark.procedure("CR-31")
    def test_penalty_stands(self, records: Records) -> None:
        """
        行政处罚法48: nothing is given back for a fall that there was not.
        """
        penalty = records.on_the_spot()
        record = deduct(records, penalty).file

        with pytest.raises(OutOfOrder) as refusal:
            self.wrong(records, record, penalty, ResetGround.BASIS_FALLEN)

        assert refusal.value.code == "points_basis_stands"

    @pytest.mark.procedure("CR-32")
    @pytest.mark.parametrize("ground", ResetGround)
    def test_for_what(self, records: Records, ground: ResetGround) -> None:
        """
        Points of a year have no one basis; those for one thing have.
        """
        penalty = records.on_the_spot()
        record, said = deduct(records, penalty).file, self.said(ground)
        if ground not in OF_ONE_BASIS:
            said |= {"points_item": PointsItem.PENALTY, "basis_file": penalty}

        refusal = records.refused("reset-points", record, by=records.chief, **said)

        assert refusal.code == "points_of_one_basis"

    def test_none_to_reset(self, records: Records) -> None:
        """
        A year without points has none to reset.
        """
        said = {"by": records.chief, **self.said(ResetGround.CORRECTED)}

        refusal = records.refused("reset-points", records.kept(), **said)

        assert refusal.code == "no_points"

    def test_a_new_year_begins_at_none(self, records: Records) -> None:
        """
        Points are kept by the year.
        """
        deduct(records, records.on_the_spot())
        records.move_to(date(2027, 1, 4))

        fact = deduct(records, records.on_the_spot(decision_no="罚2"))

        assert (fact.points_year, fact.points_total) == (2027, 3)


class TestPenaltyFalls:
    @pytest.mark.procedure("CR-33")
    def test_given_back(self, records: Records) -> None:
        """
        行政处罚法48: with the penalty falls what it cost, in the same commit.
        """
        penalty, other = records.on_the_spot(), records.on_the_spot(decision_no="罚2")
        record = deduct(records, penalty).file
        deduct(records, other)

        facts = records.revoke(penalty)

        (back,) = [fact for fact in facts if isinstance(fact, PointsReset)]
        assert back.reset_ground is ResetGround.BASIS_FALLEN
        assert (back.points_cleared, back.basis_file) == (3, penalty)
        assert back.deed.cause == records.penalty(penalty).history[-1].id
        assert records.record(record).points == {2026: 3}

    def test_of_an_earlier_year(self, records: Records) -> None:
        """
        Points are given back in the year in which they counted.
        """
        penalty = records.on_the_spot()
        record = deduct(records, penalty).file
        records.move_to(date(2027, 1, 4))
        deduct(records, records.on_the_spot(decision_no="罚2"))

        records.revoke(penalty)

        assert records.record(record).points == {2026: 0, 2027: 3}

    def test_reset_before(self, records: Records) -> None:
        """
        What was reset with its year is not given back once more.
        """
        penalty = records.on_the_spot()
        record = deduct(records, penalty).file
        said = {"points_year": 2026, "reset_ground": ResetGround.CORRECTED}
        said |= {"reasons": "经核实"}
        records.do("reset-points", record, by=records.chief, **said)

        facts = records.revoke(penalty)

        assert not [fact for fact in facts if isinstance(fact, PointsReset)]

    def test_varied(self, records: Records) -> None:
        """
        行政处罚法48: a penalty that is another now is one still, and costs the same.
        """
        penalty = records.on_the_spot()
        record = deduct(records, penalty).file

        records.vary(penalty)

        assert records.record(record).points == {2026: 3}

    def test_only_the_record_was_wrong(self, records: Records) -> None:
        """
        忻州2020通知(三): points are for the penalty; a credit fact that is withdrawn
        while the penalty stands gives none back.
        """
        penalty = records.on_the_spot()
        record = records.kept(penalty)
        deduct(records, penalty)

        records.by_head(
            "withdraw-credit-fact",
            record,
            credit_withdrawal=CreditWithdrawal.OWN_CORRECTION,
            reasons="类别有误",
            effective_on=records.day,
        )

        assert records.record(record).points == {2026: 3}


def test_every_item_has_a_parameter() -> None:
    """
    Each item of the table can be given a number by a place.
    """
    names = {item_parameter(item) for item in PointsItem} | {SECTORS, YEAR_MAX}

    assert names <= set(PARAMETER_OF)
