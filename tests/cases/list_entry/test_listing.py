"""
列入: on a served penalty of the own body, after a notice, for three years.
"""

from datetime import date

import pytest

from domain.jurisdictions import Sector
from domain.law.list_grounds import ListGround, ManagementMeasure, PersonCapacity
from domain.list_entry.choices import RedEnding, Stage
from domain.list_entry.facts import (
    BlacklistEntryMade,
    BlacklistEntryNotified,
    BlacklistEntryProposed,
    EntryRecordedInCreditSystem,
    EntryStatementExpired,
)
from domain.list_entry.facts_of_red import RedlistEntryRemoved
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, OutOfTime
from domain.values import Personal
from tests.cases.list_entry.listed import DECISION, MEASURES, NOTICE, Lists

ZHANG = {"person": Personal("张三"), "identity_number": Personal("演示身份号码一")}


@pytest.fixture
def lists() -> Lists:
    """A bureau in Harbin."""
    return Lists("000")


class TestProposeEntry:
    @pytest.mark.procedure("LE-01")
    def test_a_unit(self, lists: Lists) -> None:
        """
        应急管理部令11号 6-7, INV-39: on a served and standing penalty of this body.
        """
        penalty = lists.on_the_spot()

        (fact,) = lists.do("propose-entry", **lists.proposal(penalty))

        assert isinstance(fact, BlacklistEntryProposed)
        assert (fact.enterprise, fact.person) == (lists.enterprise, None)
        assert fact.deed.thread == lists.penalty(penalty).thread
        assert {*fact.tags()} == {
            f"enterprise/{lists.enterprise}/list",
            f"penalty/{penalty}/list",
        }

    def test_a_number_typed_otherwise(self, lists: Lists) -> None:
        """
        应急管理部令11号 6: who was punished is known again, though the number is typed
        in small letters, or with blanks around it.
        """
        named = {"person": Personal("张三")}
        punished = named | {"identity_number": Personal("演示身份号码1X")}
        proposed = named | {"identity_number": Personal(" 演示身份号码1x")}
        penalty = lists.on_the_spot(**punished, fine_fen=100_00)
        capacity = {"person_capacity": PersonCapacity.PRINCIPAL}
        said = lists.proposal(
            penalty, **proposed, **capacity, employer=lists.enterprise
        )

        assert lists.do("propose-entry", **said)

    def test_the_person_punished(self, lists: Lists) -> None:
        """
        应急管理部令11号 6: persons are listed as well; a number is kept only as a key.
        """
        penalty = lists.on_the_spot(**ZHANG, fine_fen=100_00)
        said = lists.proposal(
            penalty,
            **ZHANG,
            person_capacity=PersonCapacity.PRINCIPAL,
            employer=lists.enterprise,
        )

        (fact,) = lists.do("propose-entry", **said)

        assert isinstance(fact, BlacklistEntryProposed)
        assert (fact.enterprise, fact.employer) == (None, lists.enterprise)
        assert fact.person_key == lists.penalty(penalty).person_key != ""
        assert f"person/{fact.person_key}/list" in fact.tags()

    @pytest.mark.procedure("LE-06")
    def test_a_person_named_nowhere(self, lists: Lists) -> None:
        """
        应急管理部令11号 6: who was not punished is named in the decision or the report.
        """
        principal = {**ZHANG, "person_capacity": PersonCapacity.PRINCIPAL}
        said = lists.proposal(lists.on_the_spot(), **principal)

        refusal = lists.refused("propose-entry", **said)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "person_not_named"
        lists.do("propose-entry", **said, named_in="处罚决定书第二项")

    @pytest.mark.procedure("LE-02")
    @pytest.mark.parametrize(
        "other",
        [
            {"list_ground": ListGround.L6_5},
            {"person_capacity": PersonCapacity.PRINCIPAL},
            {
                **ZHANG,
                "named_in": "报告",
                "list_ground": ListGround.L6_2,
                "person_capacity": PersonCapacity.DIRECT,
            },
        ],
    )
    def test_on_a_ground_that_does_not_reach_it(
        self, lists: Lists, other: dict[str, object]
    ) -> None:
        """
        国办发〔2020〕49号: grounds, and whom they reach, are those of 令11号 alone.
        """
        refusal = lists.refused(
            "propose-entry", **lists.proposal(lists.on_the_spot(), **other)
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_such_ground"

    @pytest.mark.procedure("LE-03")
    def test_on_the_penalty_of_another_body(self, lists: Lists) -> None:
        """
        应急管理部令11号 4, INV-39: who punished lists.
        """
        elsewhere = lists.officer(body=lists.other_bureau)
        said = lists.proposal(lists.on_the_spot(), by=elsewhere)

        refusal = lists.refused("propose-entry", **said)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_the_punisher"

    @pytest.mark.procedure("LE-04")
    def test_on_a_penalty_that_fell(self, lists: Lists) -> None:
        """
        INV-39: without a standing penalty there is nothing to rest on.
        """
        penalty = lists.on_the_spot()
        lists.revoke(penalty)

        refusal = lists.refused("propose-entry", **lists.proposal(penalty))

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "no_penalty"

    @pytest.mark.procedure("LE-05")
    def test_of_another_sector(self, lists: Lists) -> None:
        """
        应急管理部令11号 2: other ministries keep lists of their own.
        """
        lists.works_in(lists.enterprise, Sector.CONSTRUCTION)

        refusal = lists.refused("propose-entry", **lists.proposal(lists.on_the_spot()))

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "industry_out_of_scope"

    def test_twice_on_the_same(self, lists: Lists) -> None:
        """
        One entry rests on one penalty at a time; a declined one may be proposed again.
        """
        penalty = lists.on_the_spot()
        entry = lists.proposed(penalty)

        said = lists.proposal(penalty)
        assert lists.refused("propose-entry", **said).code == "entry_already"
        lists.do("decline-entry", entry, by=lists.chief, reasons="情节轻微")
        lists.do("propose-entry", **said)

    def test_before_the_rules(self) -> None:
        """
        应急管理部令11号: nobody is listed by it before 2023-10-01.
        """
        lists = Lists("000", day=date(2023, 9, 28))

        refusal = lists.refused("propose-entry", **lists.proposal(lists.on_the_spot()))

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "list_rules_not_in_force"

    def test_without_reasons(self, lists: Lists) -> None:
        """
        应急管理部令11号 9: reasons are told, so there are some.
        """
        said = lists.proposal(lists.on_the_spot(), reasons=" ")

        assert lists.refused("propose-entry", **said).code == "reasons_missing"


class TestNotifyEntry:
    @pytest.mark.procedure("LE-07")
    def test_of_everything(self, lists: Lists) -> None:
        """
        应急管理部令11号 9: told before the decision; five working days to speak (待核).
        """
        entry = lists.proposed()

        (fact,) = lists.do("notify-entry", entry, by=lists.chief, **NOTICE)

        assert isinstance(fact, BlacklistEntryNotified)
        assert fact.statement_limit is not None
        assert fact.statement_limit.last_on == date(2026, 3, 9)
        assert lists.entry(entry).stage is Stage.NOTIFIED

    @pytest.mark.procedure("LE-08")
    @pytest.mark.parametrize(
        "other",
        [
            {"reasons": " "},
            {"legal_basis": ""},
            {"measures_told": ()},
            {"rights_told": False},
        ],
    )
    def test_of_less(self, lists: Lists, other: dict[str, object]) -> None:
        """
        应急管理部令11号 9: reasons, basis, measures and rights, none of them missing.
        """
        refusal = lists.refused(
            "notify-entry", lists.proposed(), by=lists.chief, **NOTICE | other
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "notice_incomplete"

    def test_twice(self, lists: Lists) -> None:
        """
        Told once; a red entry is not notified.
        """
        for entry in (lists.told(), lists.red_proposed()):
            refusal = lists.refused("notify-entry", entry, by=lists.chief, **NOTICE)
            assert refusal.code == "entry_stage"


class TestStatement:
    @pytest.mark.procedure("LE-09")
    def test_heard(self, lists: Lists) -> None:
        """
        应急管理部令11号 10, by analogy with 行政处罚法45: each argument is answered.
        """
        entry = lists.told()

        lists.hear(entry)

        assert lists.entry(entry).stage is Stage.HEARD
        said = {"statement": Personal("x"), "arguments_answered": "y"}
        again = lists.refused("hear-entry-statement", entry, by=lists.chief, **said)
        assert again.code == "entry_stage"

    def test_not_answered(self, lists: Lists) -> None:
        """
        行政处罚法45: what is said is examined.
        """
        said = {"statement": Personal("x"), "arguments_answered": " "}

        refusal = lists.refused(
            "hear-entry-statement", lists.told(), by=lists.chief, **said
        )
        assert refusal.code == "answer_missing"

    @pytest.mark.procedure("LE-10")
    def test_expired(self, lists: Lists) -> None:
        """
        The clock notes that the time went by, after its last day and not on it.
        """
        entry = lists.told()

        early = {"by": lists.watch, "on": date(2026, 3, 9), "hour": 23}
        refusal = lists.refused("expire-entry-statement", entry, **early)
        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "time_not_over"
        lists.day = date(2026, 3, 10)
        (fact,) = lists.do("expire-entry-statement", entry, by=lists.watch, hour=0)

        assert isinstance(fact, EntryStatementExpired)
        assert fact.expired_on == date(2026, 3, 9)
        assert lists.entry(entry).stage is Stage.HEARD

    def test_expired_after_it_was_heard(self, lists: Lists) -> None:
        """
        Nobody who was heard let the time pass.
        """
        entry = lists.heard()
        lists.pass_days(30)

        refusal = lists.refused("expire-entry-statement", entry, by=lists.watch)
        assert refusal.code == "entry_stage"


class TestMakeEntry:
    @pytest.mark.procedure("LE-11")
    def test_for_three_years(self, lists: Lists) -> None:
        """
        应急管理部令11号 10, 13: a written decision; three years from its day; early
        removal can be applied for after twelve months.
        """
        entry = lists.heard()

        (fact,) = lists.make(entry)

        assert isinstance(fact, BlacklistEntryMade)
        assert fact.until_on == date(2029, 3, 2)
        assert fact.early_from == date(2027, 3, 3)
        assert fact.record_limit is not None
        assert fact.publish_limit is not None
        assert (fact.record_limit.last_on, fact.publish_limit.last_on) == (
            date(2026, 3, 5),
            date(2026, 3, 30),
        )
        assert (fact.list_ground, fact.court) == (ListGround.L7_1, "市中级人民法院")
        assert lists.entry(entry).is_live

    @pytest.mark.procedure("LE-12")
    def test_without_a_notice(self, lists: Lists) -> None:
        """
        应急管理部令11号 9, INV-39: nobody is listed who was not told.
        """
        refusal = lists.refused(
            "make-entry", lists.proposed(), by=lists.chief, **DECISION
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "notice_missing"

    def test_while_the_subject_may_speak(self, lists: Lists) -> None:
        """
        应急管理部令11号 10: not before it spoke, or its time is over.
        """
        refusal = lists.refused("make-entry", lists.told(), by=lists.chief, **DECISION)

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "statement_open"

    def test_after_the_penalty_fell(self, lists: Lists) -> None:
        """
        INV-39: the penalty stands on the day of the listing.
        """
        penalty = lists.on_the_spot()
        entry = lists.heard(penalty)
        lists.revoke(penalty)

        refusal = lists.refused("make-entry", entry, by=lists.chief, **DECISION)

        assert refusal.code == "no_penalty"
        assert lists.entry(entry).stage is Stage.HEARD

    def test_with_more_than_was_told(self, lists: Lists) -> None:
        """
        应急管理部令11号 9: what follows was told before.
        """
        more = {"management_measures": (*MEASURES, ManagementMeasure.OTHER)}

        refusal = lists.refused(
            "make-entry", lists.heard(), by=lists.chief, **DECISION | more
        )
        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "more_than_notified"

    @pytest.mark.parametrize(
        "name", ["reasons", "legal_basis", "repair_conditions", "repair_way"]
    )
    def test_without_a_part(self, lists: Lists, name: str) -> None:
        """
        应急管理部令11号 10: a decision states how the credit is repaired.
        """
        said = {**DECISION, name: " "}

        refusal = lists.refused("make-entry", lists.heard(), by=lists.chief, **said)
        assert refusal.code == "entry_decision_incomplete"

    @pytest.mark.procedure("LE-13")
    def test_on_the_red_list(self, lists: Lists) -> None:
        """
        INV-40: nobody stands on both lists; the red entry ends in the same commit.
        """
        red = lists.red()
        entry = lists.heard()

        refusal = lists.refused("make-entry", entry, by=lists.chief, **DECISION)
        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "on_red_list"
        ended, made = lists.make(entry, end_red_entry=True)

        assert isinstance(ended, RedlistEntryRemoved)
        assert (ended.file, ended.red_ending) == (red, RedEnding.BLACK_LISTED)
        assert isinstance(made, BlacklistEntryMade)
        assert lists.entry(red).stage is Stage.REMOVED

    @pytest.mark.procedure("LE-14")
    def test_declined(self, lists: Lists) -> None:
        """
        应急管理部令11号 10: for reasons, nobody has to be listed.
        """
        entry = lists.heard()

        blank = {"by": lists.chief, "reasons": " "}
        assert lists.refused("decline-entry", entry, **blank).code == "reasons_missing"
        lists.do("decline-entry", entry, by=lists.chief, reasons="情节轻微")

        assert lists.entry(entry).stage is Stage.DECLINED
        made = lists.refused("make-entry", entry, by=lists.chief, **DECISION)
        assert made.code == "entry_stage"


class TestCreditSystem:
    def test_after_the_decision(self, lists: Lists) -> None:
        """
        应急管理部令11号 11: what is decided is put into the system.
        """
        entry, pending = lists.listed(), lists.heard(lists.on_the_spot())

        said = {"by": lists.clerk, "receipt_no": "信0001"}
        (fact,) = lists.do("record-entry-in-credit-system", entry, **said)

        assert isinstance(fact, EntryRecordedInCreditSystem)
        assert fact.entry_state is Stage.LISTED
        refusal = lists.refused("record-entry-in-credit-system", pending, **said)
        assert refusal.code == "entry_stage"
