"""
Which enterprise a printed party is, where the row has a code.
"""

from dataclasses import replace

import pytest

from domain.base import Role
from domain.enterprise.acts import join_enterprise_records, rename_enterprise
from domain.imported_record.file import Link
from domain.imported_record.links import HoldReason, LinkGround, PartyHeld, PartyLinked
from domain.printed import PartyClass, PrintedAuthority, PrintedParty
from domain.refusals import BeyondTheLaw
from tests import controls
from tests.cases.imported import (
    DECIDED_ON,
    PENALTY,
    ImportOffice,
    import_office,
    unit,
)


@pytest.fixture
def desk() -> ImportOffice:
    """
    A city bureau in the middle of an import.
    """
    return import_office()


class TestUscc:
    def test_one_enterprise_with_the_code(self, desk: ImportOffice) -> None:
        """
        A valid code that one enterprise has links by itself, for the day decided on.
        """
        works = desk.enterprise(controls.CHEMICAL_WORKS)

        record = desk.imported(unit(controls.CHEMICAL_WORKS))

        link = record.history[2]
        assert isinstance(link, PartyLinked)
        assert record.enterprise == works
        assert (link.link_ground, link.name_differs) == (LinkGround.USCC, False)
        assert link.holds_on == DECIDED_ON

    def test_another_name(self, desk: ImportOffice) -> None:
        """
        Another name with the right code links, is marked, and stays as printed.
        """
        works = desk.enterprise(controls.CHEMICAL_WORKS)

        record = desk.imported(unit(controls.CHEMICAL_WORKS, party_name="演示化工厂"))

        assert (record.enterprise, record.name_differs) == (works, True)
        assert record.party.party_name == "演示化工厂"

    def test_width_and_brackets(self, desk: ImportOffice) -> None:
        """
        Width, brackets and blanks do not make another name.
        """
        desk.enterprise(controls.CHEMICAL_WORKS, name="演示（吉林）化工有限公司")

        record = desk.imported(
            unit(controls.CHEMICAL_WORKS, party_name="演示(吉林) 化工有限公司")
        )

        assert not record.name_differs

    def test_a_former_name(self, desk: ImportOffice) -> None:
        """
        An enterprise that was renamed is not another one under its former name.
        """
        foundry = desk.enterprise(controls.FOUNDRY, name=controls.FOUNDRY.former_name)
        clerk = desk.actor(Role.CLERK)
        name = controls.FOUNDRY.name
        desk.does(rename_enterprise, by=clerk, on=foundry, name=name)

        former = unit(controls.FOUNDRY, party_name=controls.FOUNDRY.former_name)
        record = desk.imported(former)

        assert (record.enterprise, record.name_differs) == (foundry, False)

    def test_another_name_in_another_place(self, desk: ImportOffice) -> None:
        """
        Where name and place both speak against the code, a person decides.
        """
        works = desk.enterprise(controls.CHEMICAL_WORKS)

        record = desk.imported(
            unit(
                controls.CHEMICAL_WORKS,
                party_name="演示远方化工厂",
                region=controls.ELSEWHERE.code,
            )
        )

        assert record.link is Link.HELD
        assert record.proposals == (works,)
        held = record.history[-1]
        assert isinstance(held, PartyHeld)
        assert held.hold_reason is HoldReason.NAME_AND_REGION_DIFFER

    def test_a_wrong_code(self, desk: ImportOffice) -> None:
        """
        A code that fails refuses the row; it never falls back to the name.
        """
        desk.enterprise(controls.CHEMICAL_WORKS)

        with pytest.raises(BeyondTheLaw) as refusal:
            desk.imported(unit(controls.CHEMICAL_WORKS, uscc=controls.USCC_WRONG))

        assert refusal.value.code == "uscc_invalid"

    def test_a_code_that_nobody_has(self, desk: ImportOffice) -> None:
        """
        A valid code that the register lacks proposes nobody, whatever the name.
        """
        desk.enterprise(controls.CHEMICAL_WORKS)

        record = desk.imported(unit(controls.CHEMICAL_WORKS, uscc=controls.MINE.uscc))

        assert held_for(record.history[-1]) is HoldReason.CODE_UNKNOWN
        assert record.proposals == ()

    def test_a_code_of_an_authority(self, desk: ImportOffice) -> None:
        """
        The code of a body is no enterprise's.
        """
        party = unit(controls.CHEMICAL_WORKS, uscc=controls.COUNTY_BUREAU.uscc)

        record = desk.imported(party)

        assert held_for(record.history[-1]) is HoldReason.CODE_UNKNOWN

    def test_a_code_beside_a_class_that_nobody_knows(self, desk: ImportOffice) -> None:
        """
        Where it is not even known what kind of party it is, a code only proposes.
        """
        works = desk.enterprise(controls.CHEMICAL_WORKS)
        party = unit(controls.CHEMICAL_WORKS, party_class=PartyClass.UNKNOWN)

        record = desk.imported(party)

        assert held_for(record.history[-1]) is HoldReason.CLASS_UNKNOWN
        assert record.proposals == (works,)

    def test_files_that_were_joined(self, desk: ImportOffice) -> None:
        """
        A code of a file that yields links to the file that leads.
        """
        old = desk.enterprise(controls.CHEMICAL_WORKS)
        leading = desk.enterprise(controls.FOUNDRY)
        desk.does(
            join_enterprise_records,
            by=desk.actor(Role.CLERK),
            on=old,
            leading=leading,
            grounds="登记机关证明",
        )

        record = desk.imported(unit(controls.CHEMICAL_WORKS))

        assert record.enterprise == leading


class TestOlderCodes:
    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            (controls.CHEMICAL_WORKS.name, HoldReason.ORG_CODE),
            ("演示另一公司", HoldReason.OTHER_NAME),
        ],
    )
    def test_organisation_code(
        self, desk: ImportOffice, name: str, reason: HoldReason
    ) -> None:
        """
        An organisation code is part of a USCC: one click under the same name, a
        doubt under another; it never links by itself.
        """
        works = desk.enterprise(controls.CHEMICAL_WORKS)
        org_code = controls.CHEMICAL_WORKS.uscc[8:17]
        party = PrintedParty(PartyClass.UNIT, party_name=name, org_code=org_code)

        record = desk.imported(party)

        assert record.link is Link.HELD
        assert held_for(record.history[-1]) is reason
        assert record.proposals == (works,)

    def test_registration_number(self, desk: ImportOffice) -> None:
        """
        A registration number is looked up in its own column, and proposes.
        """
        number = "220202600012345"
        shop = desk.enterprise(controls.WORKSHOP, codes={"reg_no": number})
        party = PrintedParty(
            PartyClass.HOUSEHOLD, party_name=controls.WORKSHOP.name, reg_no=number
        )

        record = desk.imported(party)

        assert held_for(record.history[-1]) is HoldReason.REG_NO
        assert record.proposals == (shop,)

    def test_several_with_the_code(self, desk: ImportOffice) -> None:
        """
        Several hits are all shown; the last one is not simply taken.
        """
        number = "220202600012345"
        first = desk.enterprise(controls.WORKSHOP, codes={"reg_no": number})
        second = desk.enterprise(controls.FOUNDRY, codes={"reg_no": number})
        party = PrintedParty(
            PartyClass.HOUSEHOLD, party_name=controls.WORKSHOP.name, reg_no=number
        )

        record = desk.imported(party)

        assert held_for(record.history[-1]) is HoldReason.SEVERAL
        assert set(record.proposals) == {first, second}

    def test_a_code_that_finds_nobody(self, desk: ImportOffice) -> None:
        """
        A code, even an older one, is never given up for the name.
        """
        desk.enterprise(controls.CHEMICAL_WORKS)
        org_code = controls.MINE.uscc[8:17]
        name = controls.CHEMICAL_WORKS.name
        party = PrintedParty(PartyClass.UNIT, party_name=name, org_code=org_code)

        record = desk.imported(party)

        assert held_for(record.history[-1]) is HoldReason.CODE_UNKNOWN


class TestAuthority:
    def test_a_code_of_the_tree(self, desk: ImportOffice) -> None:
        """
        The authority is linked by its code, and sees the record from then on.
        """
        record = desk.imported(unit(controls.CHEMICAL_WORKS))

        assert record.authority_body == desk.city
        assert record.handed_to == (desk.city,)

    def test_another_body(self, desk: ImportOffice) -> None:
        """
        A penalty of the county belongs to the county, whoever imports it.
        """
        county = controls.COUNTY_BUREAU
        record = desk.imported(
            unit(controls.CHEMICAL_WORKS),
            authority=PrintedAuthority(county.name, county.uscc),
        )

        assert record.body == desk.city
        assert record.handed_to == (desk.county,)

    def test_a_name_alone(self, desk: ImportOffice) -> None:
        """
        A name alone links no authority.
        """
        record = desk.imported(
            unit(controls.CHEMICAL_WORKS),
            authority=PrintedAuthority(controls.CITY_BUREAU.name),
            penalty=replace(PENALTY, decision_no="演罚1号"),
        )

        assert record.authority_body is None


def held_for(fact: object) -> HoldReason:
    """
    Say why a party was held.
    """
    assert isinstance(fact, PartyHeld)
    return fact.hold_reason
