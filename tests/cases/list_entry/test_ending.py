"""
移出、撤销、期满: how an entry ends, and what is lifted with it.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.audit_trail.file import Breach, RuleBreachFlagged
from domain.ban.file import BanBasis
from domain.law.discipline import DisciplineMeasure
from domain.law.list_grounds import PersonCapacity
from domain.list_entry.choices import (
    RemovalCondition,
    Stage,
)
from domain.list_entry.facts_of_removal import (
    BlacklistEntryExpired,
    BlacklistEntryRemoved,
    BlacklistEntryRestored,
    EarlyRemovalAccepted,
    EarlyRemovalApplied,
)
from domain.refusals import OutOfOrder, OutOfTime
from domain.values import Personal
from tests.cases.list_entry.listed import ALL_MET, PROOFS, Lists
from tests.cases.scene import PHOTO

ZHANG = {"person": Personal("张三"), "identity_number": Personal("演示身份号码一")}
TERM_OVER = date(2029, 3, 3)


@pytest.fixture
def lists() -> Lists:
    """A bureau in Harbin."""
    return Lists("000")


def partner_asked(lists: Lists, entry: UUID) -> UUID:
    """Have a partner asked for a measure."""
    return lists.do(
        "initiate-joint-discipline",
        by=lists.chief,
        entry=entry,
        partner=lists.other_bureau,
        discipline_measure=DisciplineMeasure.PUBLIC_FUNDS,
        requirements="限制申请财政性资金项目",
    )[0].file


class TestEarlyRemoval:
    @pytest.mark.procedure("LE-17")
    def test_applied_for(self, lists: Lists) -> None:
        """
        应急管理部令11号 18: from the day after twelve months on.
        """
        entry = lists.listed()
        lists.day = date(2027, 3, 3)
        said = {"removal_proofs": PROOFS, "credit_promise": PHOTO}

        (fact,) = lists.do("apply-for-early-removal", entry, by=lists.clerk, **said)

        assert isinstance(fact, EarlyRemovalApplied)
        assert fact.accept_limit is not None
        assert fact.accept_limit.last_on == date(2027, 3, 10)

    @pytest.mark.procedure("LE-18")
    def test_too_early(self, lists: Lists) -> None:
        """
        应急管理部令11号 18: not within twelve months of the listing, the last day of
        them included.
        """
        entry = lists.listed()
        lists.day = date(2027, 3, 2)
        said = {"removal_proofs": PROOFS, "credit_promise": PHOTO}

        refusal = lists.refused(
            "apply-for-early-removal", entry, by=lists.clerk, **said
        )
        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "too_early"
        assert refusal.facts == {"from_on": date(2027, 3, 3)}

    @pytest.mark.procedure("LE-19")
    def test_accepted(self, lists: Lists) -> None:
        """
        应急管理部令11号 19-20: accepted with a proof for each condition; twenty working
        days to decide.
        """
        entry = lists.applied()

        (fact,) = lists.do("accept-early-removal", entry, by=lists.chief)

        assert isinstance(fact, EarlyRemovalAccepted)
        assert fact.removal_limit is not None
        assert fact.removal_limit.last_on == date(2027, 3, 31)

    def test_without_a_proof(self, lists: Lists) -> None:
        """
        应急管理部令11号 18: three conditions, each shown.
        """
        entry = lists.listed()
        lists.day = date(2027, 3, 3)
        said = {"removal_proofs": PROOFS[:2], "credit_promise": PHOTO}
        lists.do("apply-for-early-removal", entry, by=lists.clerk, **said)

        refusal = lists.refused("accept-early-removal", entry, by=lists.chief)

        assert refusal.code == "condition_open"
        assert refusal.facts == {"missing": [RemovalCondition.NO_NEW_GROUND]}

    @pytest.mark.procedure("LE-20")
    def test_removed(self, lists: Lists) -> None:
        """
        应急管理部令11号 14, 20: the system says so in three working days.
        """
        penalty = lists.on_the_spot()
        lists.pay(penalty, 1000)
        entry = lists.taken_up(lists.listed(penalty))

        (fact,) = lists.remove(entry)

        assert isinstance(fact, BlacklistEntryRemoved)
        assert fact.lift_system_limit is not None
        assert fact.lift_system_limit.last_on == date(2027, 3, 8)
        assert fact.lift_limit is None
        assert lists.entry(entry).stage is Stage.REMOVED

    @pytest.mark.procedure("LE-21")
    def test_a_condition_open(self, lists: Lists) -> None:
        """
        应急管理部令11号 18: verified, all three; a fine that is not paid is seen here.
        """
        entry = lists.taken_up()
        said = {"conditions_met": ALL_MET, "reasons": "已核实"}

        unpaid = lists.refused("remove-entry", entry, by=lists.chief, **said)
        assert isinstance(unpaid, OutOfOrder)
        assert unpaid.code == "condition_open"
        assert unpaid.facts == {"missing": (RemovalCondition.DUTIES_DONE,)}
        penalty = lists.entry(entry).penalty
        assert penalty is not None
        lists.pay(penalty, 1000)
        some = said | {"conditions_met": ALL_MET[:1]}
        refusal = lists.refused("remove-entry", entry, by=lists.chief, **some)
        assert refusal.code == "condition_open"

    def test_with_a_new_ground(self, lists: Lists) -> None:
        """
        应急管理部令11号 18(3): nobody is removed who is proposed anew.
        """
        penalty = lists.on_the_spot()
        lists.pay(penalty, 1000)
        entry = lists.taken_up(lists.listed(penalty))
        lists.proposed(lists.on_the_spot(decision_no="罚当0002"))

        said = {"conditions_met": ALL_MET, "reasons": "已核实"}
        refusal = lists.refused("remove-entry", entry, by=lists.chief, **said)

        assert refusal.facts == {"missing": (RemovalCondition.NO_NEW_GROUND,)}

    @pytest.mark.procedure("LE-22")
    def test_while_a_ban_runs(self, lists: Lists) -> None:
        """
        应急管理部令11号 18: not while a statutory ban runs.
        """
        penalty = lists.on_the_spot(**ZHANG, fine_fen=100_00)
        lists.pay(penalty, 100)
        capacity = PersonCapacity.PRINCIPAL
        entry = lists.taken_up(
            lists.listed(
                penalty, **ZHANG, person_capacity=capacity, employer=lists.enterprise
            )
        )
        ban = lists.do(
            "impose-occupational-ban",
            by=lists.chief,
            **ZHANG,
            ban_basis=BanBasis.DISMISSAL,
            basis_no="处分〔2026〕1号",
            basis_on=date(2026, 4, 1),
            ban_scope="任何生产经营单位的主要负责人",
            basis_paper=PHOTO,
        )[0].file
        said = {"conditions_met": ALL_MET, "reasons": "已核实"}

        refusal = lists.refused("remove-entry", entry, by=lists.chief, **said)

        assert refusal.code == "ban_running"
        ended = {"reasons": "处分撤销", "effective_on": lists.day, "evidence": (PHOTO,)}
        lists.do("lift-ban", ban, by=lists.chief, **ended)
        lists.remove(entry)

    @pytest.mark.procedure("LE-23")
    def test_refused(self, lists: Lists) -> None:
        """
        应急管理部令11号 20: refused for reasons, the entry stands.
        """
        entry = lists.taken_up()

        blank = {"by": lists.chief, "reasons": ""}
        refusal = lists.refused("refuse-early-removal", entry, **blank)
        assert refusal.code == "reasons_missing"
        lists.do("refuse-early-removal", entry, by=lists.chief, reasons="影响未消除")

        assert lists.entry(entry).stage is Stage.LISTED

    @pytest.mark.procedure("LE-24")
    def test_restored(self, lists: Lists) -> None:
        """
        应急管理部令11号 21: got by fraud, it is taken back, and three years run anew.
        """
        entry = lists.removed()
        lists.day = date(2027, 6, 1)
        said = {"reasons": "提交虚假缴款凭证", "evidence": (PHOTO,)}

        (fact,) = lists.do("restore-entry", entry, by=lists.chief, **said)

        assert isinstance(fact, BlacklistEntryRestored)
        assert fact.until_on == date(2030, 6, 1)
        assert fact.early_from == date(2028, 6, 2)
        assert lists.entry(entry).is_live

    def test_restored_without_evidence(self, lists: Lists) -> None:
        """
        应急管理部令11号 21: fraud is shown; only an early removal is taken back.
        """
        said = {"by": lists.chief, "reasons": "虚假", "evidence": ()}

        refusal = lists.refused("restore-entry", lists.removed(), **said)
        assert refusal.code == "evidence_missing"

    def test_restored_while_on_the_red_list(self, lists: Lists) -> None:
        """
        INV-40: nobody stands on both lists.
        """
        entry = lists.removed()
        lists.red()
        said = {"by": lists.chief, "reasons": "虚假", "evidence": (PHOTO,)}

        assert lists.refused("restore-entry", entry, **said).code == "on_red_list"

    def test_acts_out_of_order(self, lists: Lists) -> None:
        """
        Each step follows the one before it.
        """
        entry = lists.listed()
        removal = {"conditions_met": ALL_MET, "reasons": "已核实"}
        restoring = {"reasons": "虚假", "evidence": (PHOTO,)}
        for act, said in (
            ("accept-early-removal", {}),
            ("refuse-early-removal", {"reasons": "x"}),
            ("remove-entry", removal),
            ("restore-entry", restoring),
        ):
            refusal = lists.refused(act, entry, by=lists.chief, **said)
            assert refusal.code == "entry_stage", act


class TestExpireEntry:
    @pytest.mark.procedure("LE-27")
    def test_after_three_years(self, lists: Lists) -> None:
        """
        应急管理部令11号 13: the last day is the entry's own; open duties are noted
        (待核), and do not prolong it.
        """
        entry = lists.listed()
        last = {"by": lists.watch, "on": date(2029, 3, 2), "hour": 23}

        refusal = lists.refused("expire-entry", entry, **last)
        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "time_not_over"
        (fact,) = lists.do("expire-entry", entry, by=lists.watch, on=TERM_OVER, hour=0)

        assert isinstance(fact, BlacklistEntryExpired)
        assert fact.duties_open
        assert lists.entry(entry).stage is Stage.EXPIRED

    def test_while_it_is_examined(self, lists: Lists) -> None:
        """
        应急管理部令11号 13: an application pending at the term changes nothing.
        """
        entry = lists.taken_up()

        lists.do("expire-entry", entry, by=lists.watch, on=TERM_OVER, hour=0)

        assert lists.entry(entry).stage is Stage.EXPIRED


class TestMeasureLeft:
    @pytest.mark.procedure("LE-29")
    def test_flagged(self, lists: Lists) -> None:
        """
        应急管理部令11号 14, INV-40: measure_left is flagged after ten working days.
        """
        entry = lists.listed()
        partner_asked(lists, entry)
        lists.do("expire-entry", entry, by=lists.watch, on=TERM_OVER, hour=0)
        limit = lists.entry(entry).lift_limit
        assert limit is not None
        assert limit.rule == "SD.lift"

        early = lists.refused("flag-measure-left", entry, by=lists.watch)
        assert early.code == "time_not_over"
        lists.day = date(2029, 3, 20)
        (flag,) = lists.do("flag-measure-left", entry, by=lists.watch)

        assert isinstance(flag, RuleBreachFlagged)
        assert flag.breach is Breach.MEASURE_LEFT
        assert flag.breach.code == "measure_left"
        again = lists.refused("flag-measure-left", entry, by=lists.watch)
        assert again.code == "flagged_already"

    @pytest.mark.procedure("LE-28")
    def test_lifted_in_time(self, lists: Lists) -> None:
        """
        INV-40: what was lifted in time is not flagged.
        """
        entry = lists.listed()
        measure = partner_asked(lists, entry)
        lists.do("expire-entry", entry, by=lists.watch, on=TERM_OVER, hour=0)
        (fact,) = lists.do(
            "lift-partner-measure", measure, by=lists.chief, reason="名单期满"
        )

        assert f"entry/{entry}/lifted" in fact.tags()
        lists.day = date(2029, 3, 20)
        refusal = lists.refused("flag-measure-left", entry, by=lists.watch)
        assert refusal.code == "done_in_time"

    def test_with_nothing_to_lift(self, lists: Lists) -> None:
        """
        Where nobody was asked for anything no time runs.
        """
        entry = lists.listed()
        lists.do("expire-entry", entry, by=lists.watch, on=TERM_OVER, hour=0)

        refusal = lists.refused("flag-measure-left", entry, by=lists.watch)
        assert refusal.code == "no_time_set"
