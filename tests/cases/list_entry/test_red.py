"""
红名单: every condition of the place, and never beside the black list.
"""

from dataclasses import replace
from datetime import date

import pytest

from domain.base import Actor, Role
from domain.imports import ImportKind
from domain.list_entry.choices import RedCondition, RedEnding, Stage
from domain.list_entry.facts_of_red import (
    RedlistEntryExpired,
    RedlistEntryMade,
    RedlistEntryProposed,
    RedlistEntryRemoved,
)
from domain.printed import (
    ListGeneration,
    ListTexts,
    PartyClass,
    PrintedAuthority,
    PrintedListEntry,
    PrintedParty,
    RowOrigin,
)
from domain.refusals import OutOfOrder, OutOfTime
from domain.values import Personal
from tests.cases.list_entry.listed import RED_PROOFS, Lists

WITHOUT_STANDARD = (
    *RED_PROOFS[:4],
    replace(RED_PROOFS[4], evidence=()),
    RED_PROOFS[5],
)


@pytest.fixture
def lists() -> Lists:
    """A bureau in Harbin, where an entry lasts three years."""
    return Lists("000")


def imported_entry(lists: Lists, generation: ListGeneration) -> None:
    """
    Have an entry of a published list imported, and linked to the enterprise.
    """
    importer = Actor(Role.IMPORTER, lists.officers[4], lists.bureau)
    run = lists.do(
        "start-import",
        by=importer,
        import_kind=ImportKind.BLACKLIST,
        file_sha256="ab" * 32,
        size=1,
        layout="lists/csv",
        encoding="utf-8",
    )[0].file
    record = lists.do(
        "record-imported-list-entry",
        by=importer,
        origin=RowOrigin(run, 1, "lists/csv"),
        row=Personal('{"行":"1"}'),
        party=PrintedParty(PartyClass.UNIT, party_name="城东冶炼厂"),
        authority=PrintedAuthority("演示省应急管理厅"),
        entry=PrintedListEntry(generation, listed_on=date(2025, 6, 1)),
        list_texts=ListTexts(),
    )[0].file
    said = {"enterprise": lists.enterprise, "grounds": "来函"}
    lists.do("link-party", record, by=lists.clerk, **said)


class TestProposeRedEntry:
    def test_with_its_proofs(self, lists: Lists) -> None:
        """
        安监总办〔2017〕133号: each condition with what shows it.
        """
        entry = lists.red_proposed()

        (fact,) = lists.entry(entry).history
        assert isinstance(fact, RedlistEntryProposed)
        assert fact.red_proofs == RED_PROOFS
        assert {*fact.tags()} == {f"enterprise/{lists.enterprise}/list"}

    def test_twice(self, lists: Lists) -> None:
        """
        One entry at a time.
        """
        lists.red_proposed()
        said = {
            "by": lists.chief,
            "enterprise": lists.enterprise,
            "red_proofs": RED_PROOFS,
        }

        refusal = lists.refused("propose-red-entry", **said, reasons="x")
        assert refusal.code == "entry_already"
        other = said | {"enterprise": lists.another_enterprise()}
        blank = lists.refused("propose-red-entry", **other, reasons=" ")
        assert blank.code == "reasons_missing"


class TestMakeRedEntry:
    @pytest.mark.procedure("LE-30")
    def test_on_every_condition(self, lists: Lists) -> None:
        """
        安监总办〔2017〕133号, as the place has adopted it: for the term of its pack.
        """
        entry = lists.red_proposed()

        (fact,) = lists.do("make-red-entry", entry, by=lists.chief, reasons="经核实")

        assert isinstance(fact, RedlistEntryMade)
        assert fact.red_conditions == tuple(RedCondition)
        assert fact.until_on == date(2029, 3, 2)
        assert lists.entry(entry).is_live

    def test_without_a_term(self) -> None:
        """
        Where no pack sets one, nobody invents a term (RL.term, 待核).
        """
        lists = Lists()

        assert lists.entry(lists.red()).until_on is None

    @pytest.mark.procedure("LE-31")
    def test_while_on_the_black_list(self, lists: Lists) -> None:
        """
        INV-40: nobody stands on both lists.
        """
        entry = lists.red_proposed()
        lists.listed()

        refusal = lists.refused("make-red-entry", entry, by=lists.chief, reasons="x")

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "on_black_list"

    def test_with_a_condition_open(self, lists: Lists) -> None:
        """
        安监总办〔2017〕133号: all of them, none by the word alone.
        """
        refusal = lists.refused(
            "propose-red-entry",
            by=lists.chief,
            enterprise=lists.enterprise,
            red_proofs=WITHOUT_STANDARD,
            reasons="符合",
        )

        assert refusal.code == "condition_open"
        assert refusal.facts == {"missing": [RedCondition.STANDARD_LEVEL_1]}
        lists.red_proposed()

    @pytest.mark.procedure("LE-32")
    def test_with_a_condition_open_since(self, lists: Lists) -> None:
        """
        安监总办〔2017〕133号: what the place asks for on the day of the entry counts.
        """
        entry = lists.red_proposed_with(WITHOUT_STANDARD)

        refusal = lists.refused("make-red-entry", entry, by=lists.chief, reasons="x")

        assert refusal.code == "condition_open"

    @pytest.mark.parametrize(
        "generation",
        [
            pytest.param(
                ListGeneration.NOTICE_49, marks=pytest.mark.procedure("LE-35")
            ),
            ListGeneration.ORDER_11,
        ],
    )
    def test_with_an_imported_entry(
        self, lists: Lists, generation: ListGeneration
    ) -> None:
        """
        安监总办〔2017〕49号: an old list is history and counts for nothing; one of
        令11号 stands, whoever made it.
        """
        imported_entry(lists, generation)
        entry = lists.red_proposed()
        said = {"by": lists.chief, "reasons": "经核实"}

        if generation is ListGeneration.ORDER_11:
            refusal = lists.refused("make-red-entry", entry, **said)
            assert refusal.code == "on_black_list"
        else:
            lists.do("make-red-entry", entry, **said)

    def test_a_black_entry(self, lists: Lists) -> None:
        """
        What was proposed for one list is not made on the other.
        """
        said = {"by": lists.chief, "reasons": "x"}

        refusal = lists.refused("make-red-entry", lists.heard(), **said)
        assert refusal.code == "entry_stage"


class TestLeaving:
    @pytest.mark.procedure("LE-33")
    def test_at_a_breach(self, lists: Lists) -> None:
        """
        安监总办〔2017〕133号: a breach removes at once, for reasons.
        """
        entry = lists.red()

        blank = {"by": lists.chief, "reasons": " "}
        refusal = lists.refused("remove-red-entry", entry, **blank)
        assert refusal.code == "reasons_missing"
        said = {"by": lists.chief, "reasons": "受到行政处罚"}
        (fact,) = lists.do("remove-red-entry", entry, **said)

        assert isinstance(fact, RedlistEntryRemoved)
        assert fact.red_ending is RedEnding.BREACH
        again = lists.refused("remove-red-entry", entry, **said)
        assert again.code == "entry_stage"

    @pytest.mark.procedure("LE-34")
    def test_at_its_term(self, lists: Lists) -> None:
        """
        RL.term: after its last day, by the clock.
        """
        entry = lists.red()
        last = {"by": lists.watch, "on": date(2029, 3, 2), "hour": 23}

        refusal = lists.refused("expire-red-entry", entry, **last)
        assert isinstance(refusal, OutOfTime)
        (fact,) = lists.do(
            "expire-red-entry", entry, by=lists.watch, on=date(2029, 3, 3), hour=0
        )

        assert isinstance(fact, RedlistEntryExpired)
        assert lists.entry(entry).stage is Stage.EXPIRED

    def test_without_a_term(self) -> None:
        """
        What has no term does not expire.
        """
        lists = Lists()
        entry = lists.red()

        refusal = lists.refused(
            "expire-red-entry", entry, by=lists.watch, on=date(2039, 3, 3)
        )
        assert refusal.code == "time_not_over"
