"""
The shared examples are what they are said to be.
"""

import pytest

from domain.base import Role
from domain.codes import check_uscc
from domain.regions import regions
from tests import controls


class TestCodes:
    @pytest.mark.parametrize("code", [*controls.USCC_VALID, controls.USCC_OF_A_VILLAGE])
    def test_a_code_that_passes(self, code: str) -> None:
        """
        A code that the examples call valid passes GB 32100.
        """
        assert check_uscc(code).ok

    @pytest.mark.parametrize("code", [controls.USCC_WRONG, controls.USCC_PLACEHOLDER])
    def test_a_code_that_fails(self, code: str) -> None:
        """
        The wrong code and the placeholder fail by their last character.
        """
        assert check_uscc(code).fault == "check_character"

    @pytest.mark.parametrize(
        "party", [*controls.FIRMS, *controls.AGENCIES], ids=lambda party: party.name
    )
    def test_an_invented_party(self, party: controls.Firm | controls.Agency) -> None:
        """
        An invented party has a valid code of its own place, and is marked as such.
        """
        verdict = check_uscc(party.uscc)

        assert verdict.ok
        assert verdict.organisation_fits
        assert party.uscc[2:8] == party.place.code
        assert party.name.startswith("演示")

    def test_no_code_twice(self) -> None:
        """
        No two parties share a code, and none has a real holder's.
        """
        codes = [party.uscc for party in (*controls.FIRMS, *controls.AGENCIES)]

        assert len(set(codes)) == len(codes)
        assert not set(codes) & set(controls.USCC_VALID)


class TestCast:
    def test_places_exist(self) -> None:
        """
        Every place stands in the list of divisions under its name.
        """
        places = [agency.place for agency in controls.AGENCIES]
        for place in (controls.PROVINCE, controls.ELSEWHERE, *places):
            assert regions()[place.code].name == place.name

    def test_bodies_form_one_tree(self) -> None:
        """
        Every body but the government of the city stands under a body of the examples.
        """
        keys = [agency.key for agency in controls.AGENCIES]
        roots = [agency for agency in controls.AGENCIES if not agency.above]

        assert roots == [controls.GOVERNMENT]
        for agency in controls.AGENCIES[1:]:
            assert agency.above in keys[: keys.index(agency.key)], agency.key

    def test_people_fit_their_bodies(self) -> None:
        """
        Everybody has a role that exists and a body of the examples.
        """
        bodies = {agency.key for agency in controls.AGENCIES}
        roles = {role.name.lower() for role in Role}

        for person in controls.PEOPLE:
            assert person.role in roles, person.key
            assert person.body in bodies, person.key

    def test_who_enforces_is_certified(self) -> None:
        """
        Officers hold a certificate valid on the day of the inspection, all but one.
        """
        officers = [p for p in controls.PEOPLE if p.role == "officer"]
        lapsed = [
            p
            for p in officers
            if not p.certificate or p.certificate.valid_until < controls.INSPECTED_ON
        ]

        assert lapsed == [controls.LAPSED_OFFICER]
        assert not [p for p in controls.PEOPLE if p.certificate and p not in officers]
        assert controls.CERTIFIED_FROM < controls.APPROVED_ON

    def test_keys_and_certificates_are_unique(self) -> None:
        """
        No two people share a key, a name or a certificate number.
        """
        people = controls.PEOPLE
        numbers = [p.certificate.number for p in people if p.certificate]

        assert len({p.key for p in people}) == len({p.name for p in people})
        assert len({p.key for p in people}) == len(people)
        assert len(set(numbers)) == len(numbers)


class TestChecklist:
    def test_items(self) -> None:
        """
        Items are numbered from 1, each with its own violation; some are optional.
        """
        items = controls.CHECKLIST

        assert [item.number for item in items] == list(range(1, 9))
        assert len({item.violation for item in items}) == len(items)
        assert {item.mandatory for item in items} == {True, False}


class TestCourse:
    def test_days_follow_each_other(self) -> None:
        """
        The course runs forward, on working days only.
        """
        assert list(controls.COURSE) == sorted(set(controls.COURSE))
        assert all(day.weekday() < 5 for day in controls.COURSE)

    def test_the_inspection_lies_on_its_day(self) -> None:
        """
        Arrival and departure are on the day of the inspection.
        """
        assert controls.ARRIVED_AT < controls.LEFT_AT
        assert controls.ARRIVED_AT.date() == controls.INSPECTED_ON
        assert controls.LEFT_AT.date() == controls.INSPECTED_ON
