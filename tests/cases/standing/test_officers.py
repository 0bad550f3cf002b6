"""
Who acts: in a post, certified on the day, two together, apart from licensing.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from domain.acts import Power
from domain.base import Role, Time
from domain.checklist.file import ChecklistItem
from domain.inspection.choices import Mode
from domain.values import Personal
from tests.cases.standing.grounds import INSPECTING, SCAN, codes, declared
from tests.cases.town import CERTIFIED_UNTIL, COUNTY, SINCE, USCC, Town

AFTER = date(2028, 1, 3)
BEFORE = date(2024, 12, 30)
TOGETHER = ("second",)


@pytest.fixture
def town() -> Town:
    """
    The town.
    """
    return Town()


class TestPost:
    def test_a_role_that_one_does_not_hold(self, town: Town) -> None:
        """
        One acts in a role only where one holds it.
        """
        town.people["would-be"] = replace(town.people["first"], role=Role.HEAD)

        assert codes(town, declared(), "would-be") == ["role_not_held"]

    def test_a_role_in_another_body(self, town: Town) -> None:
        """
        A role in one body is none in another.
        """
        town.people["stray"] = replace(town.people["first"], body=town.county)

        assert codes(town, declared(), "stray") == ["role_not_held"]

    def test_before_the_first_day(self, town: Town) -> None:
        """
        What was done in a post before it began was not done in it.
        """
        captured = declared(time=Time.CAPTURED)

        assert codes(town, captured, "first", said_on=BEFORE) == ["role_not_held"]
        assert codes(town, captured, "first", said_on=SINCE) == []

    def test_a_fact_about_the_world(self, town: Town) -> None:
        """
        What happened in the world is taken in by whoever holds the post today.
        """
        stated = declared(time=Time.STATED)

        assert codes(town, stated, "first", said_on=BEFORE) == []


class TestCertificate:
    def test_both_valid(self, town: Town) -> None:
        """
        INV-43 is kept by two officers whose certificates are valid that day.
        """
        assert codes(town, INSPECTING, "first", officers=TOGETHER) == []

    def test_last_day(self, town: Town) -> None:
        """
        INV-43: a certificate entitles on its last day, and on the next no more.
        """
        last = codes(town, INSPECTING, "first", officers=TOGETHER, on=CERTIFIED_UNTIL)
        after = codes(town, INSPECTING, "first", officers=TOGETHER, on=AFTER)

        assert last == []
        assert after == ["no_certificate", "no_certificate"]

    def test_of_the_other_officer(self, town: Town) -> None:
        """
        INV-43 holds for each officer of the act (处罚法42).
        """
        town.do(
            "suspend-certificate",
            town.id("second"),
            certificate_number="证-second",
            reason="培训",
        )

        assert codes(town, INSPECTING, "first", officers=TOGETHER) == ["no_certificate"]

    def test_an_auxiliary(self, town: Town) -> None:
        """
        INV-43: an auxiliary assists and is no officer of the act.
        """
        town.person("auxiliary", Role.AUXILIARY, town.city, by="clerk")

        found = codes(town, INSPECTING, "first", officers=("auxiliary",))

        assert found == ["not_an_officer"]

    def test_an_officer_of_another_body(self, town: Town) -> None:
        """
        Officers of an act are those of the acting body, or are given a post in it.
        """
        found = codes(town, INSPECTING, "first", officers=("other",))

        assert found == ["not_an_officer"]

    def test_on_the_day_of_the_act(self, town: Town) -> None:
        """
        INV-43 asks for the day of the act, not for that of its recording.
        """
        town.certify("second", until=CERTIFIED_UNTIL)
        captured = replace(INSPECTING, time=Time.CAPTURED)

        found = codes(
            town,
            captured,
            "first",
            officers=TOGETHER,
            on=AFTER,
            said_on=CERTIFIED_UNTIL,
        )

        assert found == []

    def test_an_act_that_is_no_enforcement(self, town: Town) -> None:
        """
        No certificate is asked for where nobody enforces.
        """
        assert codes(town, declared(), "first", on=AFTER) == []

    def test_a_head_decides(self, town: Town) -> None:
        """
        A head who decides needs no certificate; officers whom the head names do.
        """
        named = codes(town, INSPECTING, "head", officers=("first",), on=AFTER)

        assert codes(town, INSPECTING, "head", on=AFTER) == []
        assert named == ["no_certificate"]


class TestTwoOfficers:
    def test_alone(self, town: Town) -> None:
        """
        Two or more officers enforce together (处罚法42).
        """
        assert codes(town, INSPECTING, "first") == ["two_officers"]

    def test_oneself_twice(self, town: Town) -> None:
        """
        Nobody is two officers.
        """
        assert codes(town, INSPECTING, "first", officers=("first",)) == ["two_officers"]

    def test_where_one_is_enough(self, town: Town) -> None:
        """
        Not every use of a power needs two.
        """
        assert codes(town, declared(power=Power.INSPECT), "first") == []


class TestTeam:
    def test_stands_for_each_act_on_the_file(self, town: Town) -> None:
        """
        Officers named once for a visit stand for whatever one of them does on it.
        """
        visit = visit_of(town, "first", "second")

        (fact,) = town.do(
            "notify-inspection",
            visit,
            by="first",
            recipient=Personal("李四"),
            recipient_post="厂长",
        )

        assert fact.deed.officers == (town.id("first"), town.id("second"))

    def test_each_of_it_is_certified(self, town: Town) -> None:
        """
        INV-43 holds for those whom nobody names again, too.
        """
        visit = visit_of(town, "first", "second")
        town.do(
            "suspend-certificate",
            town.id("second"),
            certificate_number="证-second",
            reason="培训",
        )

        assert codes(town, INSPECTING, "first", file=visit) == ["no_certificate"]

    def test_of_others(self, town: Town) -> None:
        """
        A team stands only for those who are of it.
        """
        town.person("third", Role.OFFICER, town.city, by="clerk")
        town.certify("third")
        visit = visit_of(town, "first", "second")

        assert codes(town, INSPECTING, "third", file=visit) == ["two_officers"]

    def test_somebody_else_is_named(self, town: Town) -> None:
        """
        Who names another officer acts with that one, not with the team.
        """
        town.person("third", Role.OFFICER, town.city, by="clerk")
        visit = visit_of(town, "first", "second")

        found = codes(town, INSPECTING, "first", file=visit, officers=("third",))

        assert found == ["no_certificate"]


def visit_of(town: Town, *names: str) -> UUID:
    """
    Have a visit approved, by the officers named.
    """
    item = ChecklistItem("01", "检查通道", "V01", "安全生产法42", mandatory=True)
    checklist = town.do("publish-checklist-version", name="通用", items=(item,))
    enterprise = town.do(
        "register-enterprise", name="演示铸造厂", region=COUNTY, uscc=USCC
    )
    visit = town.do(
        "approve-inspection",
        by="head",
        enterprise=enterprise[0].file,
        mode=Mode.PLANNED,
        inspection_scope="铸造车间",
        inspectors=tuple(town.id(name) for name in names),
        checklist=checklist[0].file,
    )
    return visit[0].file


class TestLate:
    def test_by_whom(self, town: Town) -> None:
        """
        A late record is of what was done in the post on that day.
        """
        late = declared(late=True)

        found = codes(
            town, late, "first", said_on=BEFORE, late_reason="停电", late_scan=SCAN
        )

        assert found == ["role_not_held"]
