"""
Powers of bodies: assigned, delegated, taken back (INV-44).
"""

from datetime import date
from uuid import UUID

import pytest

from domain.acts import Power
from domain.base import Role
from domain.body.file import BodyKind, Identity
from domain.duty_list.file import (
    DelegationRevoked,
    DutyList,
    DutyListPublished,
    EnforcementDelegated,
    EnforcementMandateAssigned,
)
from domain.jurisdictions import Level, Sector
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from tests.cases.town import COUNTY, SINCE, TODAY, Town

YEAR_END = date(2026, 12, 31)
DAY_BEFORE = date(2026, 3, 1)


def duties_of_city(town: Town) -> UUID:
    """
    Find the duty list of the city bureau.
    """
    found = town.office.holder(f"duty_list/{town.city}")
    assert found is not None
    return found


def delegate(town: Town, **said: object) -> EnforcementDelegated:
    """
    Let the county inspect in the city's name, unless something else is said.
    """
    terms: dict[str, object] = {
        "delegate": town.county,
        "powers": (Power.INSPECT,),
        "matters": ("工贸企业日常检查",),
        "since_on": SINCE,
        "until_on": YEAR_END,
    }
    (fact,) = town.do("delegate-enforcement", duties_of_city(town), **(terms | said))
    assert isinstance(fact, EnforcementDelegated)
    return fact


class TestAssignMandate:
    def test_first_power_opens_the_list(self) -> None:
        """
        The first power of a body opens its list; the level is the body's own.
        """
        town = Town()

        opened, assigned = town.do(
            "assign-mandate",
            body=town.county,
            power=Power.INSPECT,
            since_on=SINCE,
            sector=Sector.INDUSTRY,
        )

        assert isinstance(opened, DutyListPublished)
        assert isinstance(assigned, EnforcementMandateAssigned)
        assert assigned.level is Level.COUNTY
        assert opened.file == assigned.file

    def test_next_power_joins_the_list(self) -> None:
        """
        A body has one list.
        """
        town = Town()

        assigned = town.do(
            "assign-mandate", body=town.city, power=Power.COERCE, since_on=SINCE
        )

        assert [fact.file for fact in assigned] == [duties_of_city(town)]

    def test_a_sector(self) -> None:
        """
        A power for one sector is none for another; one for all is one for each.
        """
        town = Town()
        (_, assigned) = town.do(
            "assign-mandate",
            body=town.county,
            power=Power.INSPECT,
            since_on=SINCE,
            sector=Sector.INDUSTRY,
        )

        county = town.read(DutyList, assigned.file)
        city = town.read(DutyList, duties_of_city(town))

        own = county.sectors_of(town.county, Power.INSPECT, TODAY)
        assert own == {Sector.INDUSTRY}
        assert county.sectors_of(town.county, Power.PENALISE, TODAY) == set()
        assert city.sectors_of(town.city, Power.INSPECT, TODAY) == {None}

    def test_its_end_is_entered(self) -> None:
        """
        A power of the same sector from the same day takes the other's place.
        """
        town = Town()
        town.do(
            "assign-mandate",
            body=town.city,
            power=Power.INSPECT,
            since_on=SINCE,
            until_on=DAY_BEFORE,
        )

        duties = town.read(DutyList, duties_of_city(town))

        assert duties.sectors_of(town.city, Power.INSPECT, DAY_BEFORE)
        assert not duties.sectors_of(town.city, Power.INSPECT, TODAY)

    def test_the_committee_office(self) -> None:
        """
        The office of a safety committee enforces nothing (国办发〔2024〕54号).
        """
        town = Town()
        town.person("government clerk", Role.CLERK, town.government)

        refusal = town.refused(
            "assign-mandate",
            by="government clerk",
            body=town.committee,
            power=Power.INSPECT,
            since_on=SINCE,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "committee_office_enforces_nothing"

    @pytest.mark.parametrize("kind", [BodyKind.COURT, BodyKind.DELEGATE])
    def test_a_body_without_powers(self, kind: BodyKind) -> None:
        """
        Only authorities have powers; who enforces for another has none of his own.
        """
        town = Town()
        identity = Identity("演示机构", parent=town.city)
        said = {"level": Level.COUNTY, "region": COUNTY, "identity": identity}
        body = town.do("register-body", body_kind=kind, **said)[0].file

        refusal = town.refused(
            "assign-mandate", body=body, power=Power.INSPECT, since_on=SINCE
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_powers_for_kind"

    def test_a_body_above(self) -> None:
        """
        Nobody gives powers to a body above the own one.
        """
        town = Town()

        refusal = town.refused(
            "assign-mandate",
            by="county clerk",
            body=town.city,
            power=Power.COERCE,
            since_on=SINCE,
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "outside_jurisdiction"

    def test_ends_before_it_begins(self) -> None:
        """
        A power does not end before its first day.
        """
        town = Town()

        refusal = town.refused(
            "assign-mandate",
            body=town.city,
            power=Power.COERCE,
            since_on=TODAY,
            until_on=SINCE,
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "term_reversed"


class TestDelegateEnforcement:
    def test_in_the_delegators_name(self) -> None:
        """
        A delegate may use what was lent, from the first day to the last (处罚法20).
        """
        town = Town()

        fact = delegate(town)

        duties = town.read(DutyList, fact.file)
        lent = [
            bool(duties.sectors_of(town.county, Power.INSPECT, day))
            for day in (date(2024, 12, 31), SINCE, YEAR_END, date(2027, 1, 1))
        ]
        assert lent == [False, True, True, False]
        assert fact.tags() == (f"body/{town.county}/mandate",)

    def test_no_longer_than_the_own_power(self) -> None:
        """
        Nobody lends what he has no longer.
        """
        town = Town()
        fact = delegate(town)

        town.do(
            "assign-mandate",
            body=town.city,
            power=Power.INSPECT,
            since_on=SINCE,
            until_on=DAY_BEFORE,
        )

        duties = town.read(DutyList, fact.file)
        assert duties.sectors_of(town.county, Power.INSPECT, DAY_BEFORE)
        assert not duties.sectors_of(town.county, Power.INSPECT, TODAY)

    def test_coercion(self) -> None:
        """
        The power to coerce is never delegated (强制法17).
        """
        town = Town()
        town.assign(Power.COERCE, town.city)

        with pytest.raises(NotCompetent) as caught:
            delegate(town, powers=(Power.INSPECT, Power.COERCE))

        assert caught.value.code == "mandate_not_delegable"
        assert caught.value.under == "行政强制法17"

    def test_a_power_one_has_not(self) -> None:
        """
        Nobody lends a power that is not his own.
        """
        town = Town()

        with pytest.raises(NotCompetent) as caught:
            delegate(town, powers=(Power.LICENSE,))

        assert caught.value.code == "no_mandate"

    def test_to_the_committee_office(self) -> None:
        """
        Nor does the office of a safety committee enforce by delegation.
        """
        town = Town()

        with pytest.raises(BeyondTheLaw) as caught:
            delegate(town, delegate=town.committee)

        assert caught.value.code == "committee_office_enforces_nothing"

    @pytest.mark.parametrize("kind", [BodyKind.COURT, BodyKind.DELEGATE])
    def test_to_whom(self, kind: BodyKind) -> None:
        """
        A power is lent to who may enforce for another, never to a court (处罚法21).
        """
        town = Town()
        identity = Identity("演示机构", parent=town.city)
        said = {"level": Level.COUNTY, "region": COUNTY, "identity": identity}
        body = town.do("register-body", body_kind=kind, **said)[0].file

        if kind is BodyKind.DELEGATE:
            assert delegate(town, delegate=body).delegate == body
            return
        with pytest.raises(BeyondTheLaw) as caught:
            delegate(town, delegate=body)

        assert caught.value.code == "no_powers_for_kind"

    @pytest.mark.parametrize("empty", ["powers", "matters"])
    def test_without_content(self, empty: str) -> None:
        """
        A delegation states its powers and its matters (处罚法20).
        """
        with pytest.raises(BeyondTheLaw) as caught:
            delegate(Town(), **{empty: ()})

        assert caught.value.code == "delegation_empty"

    def test_ends_before_it_begins(self) -> None:
        """
        A delegation has a term (处罚法20).
        """
        with pytest.raises(BeyondTheLaw) as caught:
            delegate(Town(), until_on=date(2024, 12, 31))

        assert caught.value.code == "term_reversed"

    def test_to_nobody(self) -> None:
        """
        The delegate is a body of the register.
        """
        town = Town()

        with pytest.raises(NoSuchCase):
            delegate(town, delegate=town.id("first"))

    def test_of_anothers_list(self) -> None:
        """
        Only the body itself lends its powers, not the body that opened its list.
        """
        town = Town()
        facts = town.do(
            "assign-mandate", body=town.county, power=Power.INSPECT, since_on=SINCE
        )

        refusal = town.refused(
            "delegate-enforcement",
            facts[0].file,
            delegate=town.city,
            powers=(Power.INSPECT,),
            matters=("检查",),
            since_on=SINCE,
            until_on=YEAR_END,
        )

        assert refusal.code == "not_the_delegator"


class TestRevokeDelegation:
    def test_at_once(self) -> None:
        """
        What is taken back may not be used from that day on.
        """
        town = Town()
        fact = delegate(town)

        (revoked,) = town.do(
            "revoke-delegation", fact.file, delegate=town.county, reason="超越委托范围"
        )

        duties = town.read(DutyList, fact.file)
        assert isinstance(revoked, DelegationRevoked)
        assert duties.sectors_of(town.county, Power.INSPECT, DAY_BEFORE)
        assert not duties.sectors_of(town.county, Power.INSPECT, TODAY)

    def test_what_had_run_out(self) -> None:
        """
        Taking back prolongs nothing that had run out before.
        """
        town = Town()
        first_until = date(2025, 6, 30)
        delegate(town, powers=(Power.PENALISE,), until_on=first_until)
        fact = delegate(town, since_on=date(2026, 1, 1))

        town.do("revoke-delegation", fact.file, delegate=town.county, reason="到期")

        duties = town.read(DutyList, fact.file)
        assert duties.sectors_of(town.county, Power.PENALISE, first_until)
        assert not duties.sectors_of(town.county, Power.PENALISE, date(2025, 7, 1))

    def test_nothing_delegated(self) -> None:
        """
        Only what was delegated is taken back.
        """
        town = Town()

        refusal = town.refused(
            "revoke-delegation",
            duties_of_city(town),
            delegate=town.county,
            reason="误操作",
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "nothing_delegated"
