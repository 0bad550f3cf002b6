"""
Bodies: who may register one, where, and what holds of it on which day.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.acts import ACTS
from domain.base import Actor, Role
from domain.body.file import (
    Body,
    BodyIdentityChanged,
    BodyKind,
    BodyRegistered,
    Identity,
    Payee,
    SealRule,
)
from domain.jurisdictions import Level
from domain.procedures.standing import Standing
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from tests.cases.office import Office
from tests.cases.town import CITY, COUNTY, DISTRICT, OPERATOR, TODAY, Town, moment

DISTRICT_BUREAU = {
    "body_kind": BodyKind.REGULATOR,
    "level": Level.COUNTY,
    "region": DISTRICT,
}
#: The county's first bureau gets this code in a test; its check character fits.
USCC = "112202219999990233"


class TestRegisterBody:
    def test_by_a_clerk_below_the_own_body(self) -> None:
        """
        A clerk enters a body below the own one, known from today if no day is named.
        """
        town = Town()

        (fact,) = town.do(
            "register-body",
            **DISTRICT_BUREAU,
            identity=Identity("演示区应急管理局", parent=town.city),
            uscc="1122 0221 9999 9902 33",
        )

        assert isinstance(fact, BodyRegistered)
        assert fact.since_on == TODAY
        assert fact.uscc == USCC
        assert fact.deed.body == town.city

    def test_by_a_clerk_elsewhere(self) -> None:
        """
        No clerk speaks for bodies that do not stand below the own one.
        """
        town = Town()

        refusal = town.refused(
            "register-body",
            by="county clerk",
            **DISTRICT_BUREAU,
            identity=Identity("演示区应急管理局", parent=town.city),
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "outside_jurisdiction"

    def test_a_root_beside_the_root(self) -> None:
        """
        A body of the tree stands below another, once there is one to speak for it.
        """
        refusal = Town().refused(
            "register-body", **DISTRICT_BUREAU, identity=Identity("另一个应急管理局")
        )

        assert refusal.code == "outside_jurisdiction"

    def test_the_operator_after_the_first_clerk(self) -> None:
        """
        The operator sets the ledger up; once there is a clerk, clerks enter bodies.
        """
        town = Town()

        refusal = town.refused(
            "register-body",
            by=OPERATOR,
            **DISTRICT_BUREAU,
            identity=Identity("演示区应急管理局", parent=town.city),
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "clerk_in_office"

    def test_a_court_beside_the_tree(self) -> None:
        """
        A court stands below no government, and may lie in another region.
        """
        (fact,) = Town().do(
            "register-body",
            by=OPERATOR,
            body_kind=BodyKind.COURT,
            level=Level.PREFECTURE,
            region="230100",
            identity=Identity("演示市中级人民法院"),
        )

        assert fact.tags() == ("bodies",)
        assert fact.deed.body is None

    def test_unknown_body_above(self) -> None:
        """
        The body above must be there.
        """
        office = Office(Standing())

        with pytest.raises(NoSuchCase) as caught:
            office.perform(
                ACTS["register-body"],
                by=OPERATOR,
                at=moment(TODAY),
                body_kind=BodyKind.REGULATOR,
                level=Level.COUNTY,
                region=DISTRICT,
                identity=Identity("演示区应急管理局", parent=UUID(int=1)),
            )

        assert caught.value.code == "no_such_file"

    def test_code_of_another_body(self) -> None:
        """
        A code belongs to one file (GB 32100-2015).
        """
        town = Town()
        identity = Identity("演示区应急管理局", parent=town.city)
        town.do("register-body", **DISTRICT_BUREAU, identity=identity, uscc=USCC)

        refusal = town.refused(
            "register-body", **DISTRICT_BUREAU, identity=identity, uscc=USCC
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "uscc_taken"

    def test_code_that_does_not_check(self) -> None:
        """
        A code whose check character is wrong is refused (GB 32100-2015).
        """
        town = Town()

        refusal = town.refused(
            "register-body",
            **DISTRICT_BUREAU,
            identity=Identity("演示区应急管理局", parent=town.city),
            uscc=f"{USCC[:-1]}4",
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.under) == ("uscc_invalid", "GB 32100-2015")

    def test_region_outside_the_ledger(self) -> None:
        """
        A ledger is of one jurisdiction tree: its bodies lie within its root.
        """
        town = Town()

        refusal = town.refused(
            "register-body",
            body_kind=BodyKind.REGULATOR,
            level=Level.PREFECTURE,
            region="230100",
            identity=Identity("哈尔滨市应急管理局", parent=town.city),
        )

        assert refusal.code == "region_outside_ledger"

    def test_unknown_region(self) -> None:
        """
        A region is one of GB/T 2260.
        """
        town = Town()

        refusal = town.refused(
            "register-body",
            body_kind=BodyKind.REGULATOR,
            level=Level.COUNTY,
            region="220299",
            identity=Identity("不存在的应急管理局", parent=town.city),
        )

        assert refusal.code == "unknown_region"


class TestChangeBodyIdentity:
    def test_what_held_on_a_day(self) -> None:
        """
        A paper of an earlier day keeps the name and the court of that day.
        """
        town = Town()
        new = Identity(
            "演示市安全监管局",
            region_word="演",
            agency_word="应急",
            review_body="演示市人民政府",
            court="演示市昌邑区人民法院",
            parent=town.government,
            payee=Payee("演示银行", "演示市财政局", "6200000000000001"),
            seals=(SealRule("罚", "公章"),),
        )

        (fact,) = town.do(
            "change-body-identity", town.city, identity=new, since_on=date(2026, 4, 1)
        )

        body = town.read(Body, town.city)
        assert isinstance(fact, BodyIdentityChanged)
        assert body.identity_on(date(2026, 3, 31)).name == "演示市应急管理局"
        assert body.identity_on(date(2026, 4, 1)) == new
        assert (new.seal_for("罚"), new.seal_for("责改")) == ("公章", "")

    def test_a_later_entry_of_an_earlier_day(self) -> None:
        """
        What is entered late holds from its own day, and no longer than it stood.
        """
        town = Town()
        for name, day in (("丙", date(2026, 5, 1)), ("乙", date(2026, 4, 1))):
            identity = Identity(name, parent=town.government)
            town.do("change-body-identity", town.city, identity=identity, since_on=day)

        body = town.read(Body, town.city)

        assert body.identity_on(date(2026, 4, 30)).name == "乙"
        assert body.identity_on(date(2026, 5, 1)).name == "丙"

    def test_below_itself(self) -> None:
        """
        A body cannot be put below one that stands below it.
        """
        town = Town()

        refusal = town.refused(
            "change-body-identity",
            town.city,
            identity=Identity("演示市应急管理局", parent=town.county),
            since_on=TODAY,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "below_itself"

    def test_moved_where_the_clerk_does_not_speak(self) -> None:
        """
        A clerk moves no body below one that is not the own one or below it.
        """
        town = Town()

        refusal = town.refused(
            "change-body-identity",
            town.county,
            by="county clerk",
            identity=Identity("演示县应急管理局", parent=town.government),
            since_on=TODAY,
        )

        assert refusal.code == "outside_jurisdiction"

    def test_a_foreign_body(self) -> None:
        """
        The file of a body above is answered like one that is not there (D21).
        """
        town = Town()

        refusal = town.refused(
            "change-body-identity",
            town.city,
            by="county clerk",
            identity=Identity("演示市应急管理局"),
            since_on=TODAY,
        )

        assert isinstance(refusal, NoSuchCase)
        assert refusal.code == "no_such_file"


class TestMayHold:
    def test_the_committee_office_has_no_officers(self) -> None:
        """
        The office of a safety committee may not inspect (国办发〔2024〕54号).
        """
        town = Town()

        refusal = town.refused(
            "assign-officer-role",
            town.people["committee"].person,
            by=OPERATOR,
            role=Role.OFFICER,
            body=town.committee,
            since_on=TODAY,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "role_not_of_body"

    def test_who_acts_for_no_body(self) -> None:
        """
        Who acts for no body holds no post in it.
        """
        town = Town()

        refusal = town.refused(
            "register-body",
            by=Actor(Role.CLERK, town.id("clerk")),
            **DISTRICT_BUREAU,
            identity=Identity("演示区应急管理局", parent=town.city),
        )

        assert refusal.code == "role_not_held"


def test_level_is_kept() -> None:
    """
    Kind, level and region of a body are those that it was registered with.
    """
    town = Town()

    county = town.read(Body, town.county)

    assert (county.kind, county.level) == (BodyKind.REGULATOR, Level.COUNTY)
    assert (county.region, town.read(Body, town.city).region) == (COUNTY, CITY)
