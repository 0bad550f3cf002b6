"""
People: enrolled, given posts, gone.
"""

from datetime import date

import pytest

from domain.base import Role
from domain.officer.file import (
    Officer,
    OfficerEnrolled,
    OfficerLeft,
    OfficerRoleAssigned,
)
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from domain.values import Personal
from tests.cases.town import OPERATOR, SINCE, TODAY, Town

LATER = date(2026, 6, 30)


class TestEnrolOfficer:
    def test_by_the_clerk_of_the_body_above(self) -> None:
        """
        A clerk enrols people of the own body and of those below it.
        """
        town = Town()

        (fact,) = town.do(
            "enrol-officer", name=Personal("新人"), body=town.county, login="new"
        )

        assert isinstance(fact, OfficerEnrolled)
        assert town.read(Officer, fact.file).handed_to == (town.county,)

    def test_by_the_clerk_of_a_body_below(self) -> None:
        """
        No clerk speaks for the body above.
        """
        town = Town()

        refusal = town.refused(
            "enrol-officer",
            by="county clerk",
            name=Personal("新人"),
            body=town.city,
            login="new",
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "outside_jurisdiction"

    def test_by_the_operator_where_a_clerk_is(self) -> None:
        """
        The operator sets a body up; once it has a clerk, the clerk enrols.
        """
        town = Town()
        said = {"by": OPERATOR, "name": Personal("新人"), "login": "new"}

        refusal = town.refused("enrol-officer", body=town.city, **said)

        assert refusal.code == "clerk_in_office"
        assert town.do("enrol-officer", body=town.committee, **said)

    def test_by_the_operator_when_the_clerk_has_left(self) -> None:
        """
        A body whose last clerk left is set up again by the operator.
        """
        town = Town()
        leaving = {"until_on": TODAY, "reason": "退休"}
        town.do("leave-office", town.id("county clerk"), **leaving)

        said = {"by": OPERATOR, "name": Personal("新人"), "login": "new"}
        town.refused("enrol-officer", body=town.county, **said)

        day_after = date(2026, 3, 3)
        assert town.do("enrol-officer", body=town.county, on=day_after, **said)

    def test_unknown_body(self) -> None:
        """
        People work in a body of the register.
        """
        town = Town()

        refusal = town.refused(
            "enrol-officer",
            by=OPERATOR,
            name=Personal("新人"),
            body=town.id("first"),
            login="new",
        )

        assert isinstance(refusal, NoSuchCase)

    def test_account_of_somebody_else(self) -> None:
        """
        An account belongs to one person.
        """
        town = Town()

        refusal = town.refused(
            "enrol-officer", name=Personal("新人"), body=town.city, login="first"
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "account_taken"


class TestAssignOfficerRole:
    def test_several_roles(self) -> None:
        """
        A person may have several roles, each in a body, from a day to a day.
        """
        town = Town()

        (fact,) = town.do(
            "assign-officer-role",
            town.id("first"),
            role=Role.LEGAL_REVIEWER,
            body=town.city,
            since_on=TODAY,
            until_on=LATER,
        )

        officer = town.read(Officer, fact.file)
        assert isinstance(fact, OfficerRoleAssigned)
        assert set(officer.roles_on(LATER)) == {
            (Role.OFFICER, town.city),
            (Role.LEGAL_REVIEWER, town.city),
        }
        assert not officer.holds(Role.LEGAL_REVIEWER, town.city, date(2026, 7, 1))
        assert set(fact.tags()) == {f"officer/{fact.file}/role"}

    def test_the_same_role_again(self) -> None:
        """
        The same role from the same day is replaced: so an end is entered.
        """
        town = Town()
        town.do(
            "assign-officer-role",
            town.id("first"),
            role=Role.OFFICER,
            body=town.city,
            since_on=SINCE,
            until_on=TODAY,
        )

        officer = town.read(Officer, town.id("first"))

        assert len(officer.posts) == 1
        assert not officer.holds(Role.OFFICER, town.city, date(2026, 3, 3))

    @pytest.mark.parametrize("role", [Role.PUBLIC, Role.OPERATOR, Role.CLOCK])
    def test_a_role_that_nobody_holds(self, role: Role) -> None:
        """
        Neither the public nor the operator nor the clock is a post.
        """
        town = Town()

        refusal = town.refused(
            "assign-officer-role",
            town.id("first"),
            role=role,
            body=town.city,
            since_on=TODAY,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "role_without_person"

    def test_ends_before_it_begins(self) -> None:
        """
        A post does not end before its first day.
        """
        town = Town()

        refusal = town.refused(
            "assign-officer-role",
            town.id("first"),
            role=Role.HEAD,
            body=town.city,
            since_on=TODAY,
            until_on=SINCE,
        )

        assert refusal.code == "term_reversed"

    def test_in_a_body_above(self) -> None:
        """
        A clerk gives no posts in a body that does not stand below the own one.
        """
        town = Town()

        refusal = town.refused(
            "assign-officer-role",
            town.id("other"),
            by="county clerk",
            role=Role.OFFICER,
            body=town.city,
            since_on=TODAY,
        )

        assert refusal.code == "outside_jurisdiction"


class TestLeaveOffice:
    def test_every_post(self) -> None:
        """
        Who leaves holds no post after the last day, and did hold it until then.
        """
        town = Town()

        (fact,) = town.do(
            "leave-office", town.id("first"), until_on=TODAY, reason="调离"
        )

        officer = town.read(Officer, town.id("first"))
        assert isinstance(fact, OfficerLeft)
        assert officer.holds(Role.OFFICER, town.city, TODAY)
        assert officer.roles_on(date(2026, 3, 3)) == ()

    def test_one_post(self) -> None:
        """
        Where body and role are named, other posts stand.
        """
        town = Town()
        first = town.id("first")
        posted = {"role": Role.LEGAL_REVIEWER, "body": town.city}
        town.do("assign-officer-role", first, since_on=SINCE, **posted)

        town.do("leave-office", first, until_on=TODAY, reason="轮岗", **posted)

        roles = town.read(Officer, first).roles_on(date(2026, 3, 3))
        assert roles == ((Role.OFFICER, town.city),)

    def test_a_post_that_had_ended(self) -> None:
        """
        Who leaves later is not in a post again that had ended before.
        """
        town = Town()
        first, ended = town.id("first"), date(2026, 1, 31)
        posted = {"role": Role.LEGAL_REVIEWER, "body": town.city}
        town.do("assign-officer-role", first, since_on=SINCE, until_on=ended, **posted)

        town.do("leave-office", first, until_on=TODAY, reason="调离")

        officer = town.read(Officer, first)
        assert officer.holds(Role.LEGAL_REVIEWER, town.city, ended)
        assert not officer.holds(Role.LEGAL_REVIEWER, town.city, date(2026, 2, 1))

    def test_no_such_post(self) -> None:
        """
        Nobody leaves a post that he does not hold.
        """
        town = Town()

        refusal = town.refused(
            "leave-office",
            town.id("first"),
            until_on=TODAY,
            reason="调离",
            role=Role.HEAD,
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "no_such_post"

    def test_a_post_in_another_body(self) -> None:
        """
        A clerk ends no post in a body that is not the own one or below it.
        """
        town = Town()
        other = town.id("other")
        town.do(
            "assign-officer-role",
            other,
            role=Role.OFFICER,
            body=town.city,
            since_on=TODAY,
        )

        refusal = town.refused(
            "leave-office", other, by="county clerk", until_on=TODAY, reason="调离"
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "outside_jurisdiction"
