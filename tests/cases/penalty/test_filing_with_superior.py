"""
重大处罚报上级备案: a major penalty is filed with the superior body in its time, where
the old rules or the place set one (INV-27).
"""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

import pytest

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.circumstances import Circumstances
from domain.falling import ChangedBy
from domain.law.packs import PACKS
from domain.law.parameters import Setting
from domain.law.penalty_kinds import PenaltyKind
from domain.law.rule import working_days
from domain.penalty.facts import PenaltyDecided
from domain.refusals import OutOfOrder, OutOfTime
from domain.rules import Rules
from tests.cases.dossier import CLOCK
from tests.cases.penalty.test_deciding import decide
from tests.cases.scene import InPlace
from tests.cases.yard import Yard
from tests.contract.projections.test_cases import times

FLAG = "flag-not-filed-with-superior"
OLD, LOCAL = "PN.file_superior", "PN.file_superior.local"
#: A Monday while the old rules held, and one since.
BEFORE, SINCE = date(2025, 9, 1), date(2026, 3, 2)


class Province(InPlace):
    """
    A place that sets five working days.
    """

    def rules(self, at: Circumstances) -> Rules:
        """The draft opinion, and that."""
        own = {LOCAL: (Setting(working_days(5), "省重大处罚备案规定"),)}
        pack = PACKS[self.code]
        settings = MappingProxyType({**pack.settings, **own})
        return Rules(replace(pack, settings=settings), at.on)


def yard_on(day: date, *, in_province: bool = False) -> Yard:
    """A bureau that decides on a day."""
    yard = Yard("002")
    yard.day = day
    if in_province:
        yard.office.law = Province("002")
    return yard


def major(yard: Yard) -> PenaltyDecided:
    """Have a suspension decided as a penalty, and served."""
    penalty = yard.penalty_of(PenaltyKind.PRODUCTION_STOPPED)
    (decided,) = [
        fact
        for fact in yard.office.facts
        if isinstance(fact, PenaltyDecided) and fact.file == penalty
    ]
    return decided


def file_it(yard: Yard, penalty: UUID) -> None:
    """Have it filed."""
    said = {"filed_with": "省应急管理厅", "filed_summary": "停产停业整顿一件"}
    yard.do("file-with-superior", penalty, by=yard.clerk, **said)


class TestTime:
    @pytest.mark.parametrize(
        ("day", "in_province", "rule", "days"),
        [
            (BEFORE, False, OLD, 10),
            (BEFORE, True, OLD, 10),
            (SINCE, True, LOCAL, 7),
        ],
    )
    def test_as_the_rules_of_the_day_set_it(
        self, tmp_path: Path, *, day: date, in_province: bool, rule: str, days: int
    ) -> None:
        """
        总局令15号 62-64: ten days until 2026-01-31; since then as the province says,
        here five working days.
        """
        yard = yard_on(day, in_province=in_province)
        decided = major(yard)

        limit = decided.superior_limit
        assert limit is not None
        last = decided.deed.on + timedelta(days=days)
        assert (limit.rule, limit.last_on) == (rule, last)
        begun = times(yard, tmp_path / "a", decided.file)[rule]
        file_it(yard, decided.file)
        met = times(yard, tmp_path / "b", decided.file)[rule]
        assert begun == [("running", last.isoformat())]
        assert met == [("met", last.isoformat())]

    def test_where_no_place_sets_one(self) -> None:
        """
        应急管理部令18号 待核: without rules of a province no time runs.
        """
        yard = yard_on(SINCE)
        decided = major(yard)

        assert decided.superior_limit is None
        yard.pass_days(400)
        assert yard.refused(FLAG, decided.file, by=CLOCK).code == "no_time_set"

    def test_of_a_small_fine(self) -> None:
        """
        总局令15号 62: what opens no hearing is not filed.
        """
        yard = yard_on(BEFORE)

        assert decide(yard, yard.heard()).superior_limit is None


class TestFlag:
    @pytest.mark.procedure("PE-62")
    @pytest.mark.parametrize(("day", "in_province"), [(BEFORE, False), (SINCE, True)])
    def test_not_filed(self, *, day: date, in_province: bool) -> None:
        """
        INV-27: not on the last day, once on the day after (not_filed_with_superior).
        """
        yard = yard_on(day, in_province=in_province)
        decided = major(yard)
        limit = decided.superior_limit
        assert limit is not None
        yard.move_to(limit.ends_on)
        early = yard.refused(FLAG, decided.file, by=CLOCK)
        yard.pass_days(1)
        (fact,) = yard.do(FLAG, decided.file, by=CLOCK)

        assert isinstance(early, OutOfTime)
        assert isinstance(fact, RuleBreachFlagged)
        assert fact.breach is Breach.NOT_FILED_WITH_SUPERIOR
        assert (fact.limit_passed, fact.started_by) == (limit, decided.id)
        again = yard.refused(FLAG, decided.file, by=CLOCK)
        assert again.code == "flagged_already"

    def test_filed_in_time_and_late(self) -> None:
        """
        INV-27: filed on the last day is in time, a day later is not.
        """
        for days, flagged in ((0, False), (1, True)):
            yard = yard_on(BEFORE)
            decided = major(yard)
            limit = decided.superior_limit
            assert limit is not None
            yard.move_to(limit.ends_on + timedelta(days=days))
            file_it(yard, decided.file)
            yard.pass_days(1)
            if flagged:
                assert yard.do(FLAG, decided.file, by=CLOCK)
            else:
                refusal = yard.refused(FLAG, decided.file, by=CLOCK)
                assert isinstance(refusal, OutOfOrder)
                assert refusal.code == "done_in_time"

    def test_that_fell(self) -> None:
        """
        INV-27: what was revoked is filed with nobody.
        """
        yard = yard_on(BEFORE)
        decided = major(yard)
        said = {"changed_by": ChangedBy.OWN, "reason": "证据不足"}
        on = {"effective_on": yard.day, "by": yard.chief}
        yard.do("revoke-decision", decided.file, **said, **on)
        yard.pass_days(30)

        assert yard.refused(FLAG, decided.file, by=CLOCK).code == "done_in_time"
