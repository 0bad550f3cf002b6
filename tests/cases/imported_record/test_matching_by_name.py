"""
Which enterprise a printed party is, where there is only a name; and by hand.
"""

from uuid import UUID

import pytest

from domain.base import Role
from domain.imported_record.file import ImportedRecord, Link
from domain.imported_record.links import HoldReason, LinkGround, PartyHeld, PartyLinked
from domain.printed import PartyClass, PrintedParty
from domain.procedures.linking import (
    hold_party,
    link_authority,
    link_party,
    unlink_party,
)
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder
from domain.values import Personal
from tests import controls
from tests.cases.imported import ImportOffice, import_office, names_of, unit


@pytest.fixture
def desk() -> ImportOffice:
    """
    A city bureau in the middle of an import.
    """
    return import_office()


def named(name: str, **changes: object) -> PrintedParty:
    """
    Print a party of which only the name is known.
    """
    party_class = PartyClass.UNIT
    return PrintedParty(party_class, party_name=name, **changes)  # type: ignore[arg-type]  # the caller knows


def held_for(record: ImportedRecord) -> HoldReason:
    """
    Say why a party is held.
    """
    fact = record.history[-1]
    assert isinstance(fact, PartyHeld)
    return fact.hold_reason


class TestName:
    def test_one_of_that_name(self, desk: ImportOffice) -> None:
        """
        One enterprise of that name is a proposal, never a link.
        """
        works = desk.enterprise(controls.CHEMICAL_WORKS)

        record = desk.imported(named(controls.CHEMICAL_WORKS.name))

        assert (record.link, record.proposals) == (Link.HELD, (works,))
        assert held_for(record) is HoldReason.NAME_ONLY

    def test_several_of_that_name(self, desk: ImportOffice) -> None:
        """
        Of several, the one in the row's place is shown first, and none is taken.
        """
        far = desk.enterprise(controls.MINE, name="演示物资有限公司")
        near = desk.enterprise(controls.FOUNDRY, name="演示物资有限公司")

        record = desk.imported(named("演示物资有限公司", region=controls.DISTRICT.code))

        assert held_for(record) is HoldReason.SEVERAL
        assert record.proposals == (near, far)

    @pytest.mark.parametrize(
        "printed",
        ["演示化工有限公司分公司", "演示化工有限责任公司", "演示化工有限公司加油站"],
    )
    def test_a_branch_or_another_form(self, desk: ImportOffice, printed: str) -> None:
        """
        A branch, a filling station, another legal form are other parties.
        """
        desk.enterprise(controls.CHEMICAL_WORKS)

        record = desk.imported(named(printed))

        assert held_for(record) is HoldReason.NONE_FOUND
        assert record.proposals == ()

    @pytest.mark.parametrize("printed", ["某加油站", "演示**公司", "黄某某经营部"])
    def test_a_masked_name(self, desk: ImportOffice, printed: str) -> None:
        """
        A masked name is never matched, even by the same masked name.
        """
        desk.enterprise(controls.CHEMICAL_WORKS, name=printed)

        record = desk.imported(named(printed))

        assert held_for(record) is HoldReason.MASKED
        assert record.proposals == ()

    def test_an_individual_business(self, desk: ImportOffice) -> None:
        """
        An individual business without a code is held, however well the name fits.
        """
        shop = desk.enterprise(controls.WORKSHOP)
        name = controls.WORKSHOP.name

        record = desk.imported(PrintedParty(PartyClass.HOUSEHOLD, party_name=name))

        assert held_for(record) is HoldReason.NAME_ONLY
        assert record.proposals == (shop,)

    def test_a_natural_person(self, desk: ImportOffice) -> None:
        """
        A natural person is never matched by name, also where a firm is called so.
        """
        desk.enterprise(controls.WORKSHOP, name="演示周甲")
        party = PrintedParty(PartyClass.PERSON, party_person=Personal("演示周甲"))

        record = desk.imported(party)

        assert held_for(record) is HoldReason.NATURAL_PERSON
        assert record.proposals == ()


class TestLinkParty:
    def test_with_grounds(self, desk: ImportOffice) -> None:
        """
        A person links with grounds; that the name differs is kept with the link.
        """
        works = desk.enterprise(controls.CHEMICAL_WORKS)
        record = desk.imported(named("演示化工厂"))

        link(desk, record, works)

        fact = desk.again(record).history[-1]
        assert isinstance(fact, PartyLinked)
        assert (fact.link_ground, fact.name_differs) == (LinkGround.PERSON, True)
        assert fact.grounds == "营业执照"

    def test_linked_already(self, desk: ImportOffice) -> None:
        """
        A link is undone before another is made.
        """
        works = desk.enterprise(controls.CHEMICAL_WORKS)
        record = desk.imported(unit(controls.CHEMICAL_WORKS))

        with pytest.raises(OutOfOrder) as refusal:
            link(desk, record, works)

        assert refusal.value.code == "linked_already"

    @pytest.mark.parametrize(
        ("party", "code"),
        [
            (named("某化工公司"), "masked_name"),
            (
                PrintedParty(PartyClass.PERSON, party_person=Personal("演示赵甲")),
                "person_not_linked",
            ),
        ],
    )
    def test_nobody_in_particular(
        self, desk: ImportOffice, party: PrintedParty, code: str
    ) -> None:
        """
        A masked party and a natural person are linked by nobody.
        """
        works = desk.enterprise(controls.CHEMICAL_WORKS)
        record = desk.imported(party)

        with pytest.raises(BeyondTheLaw) as refusal:
            link(desk, record, works)

        assert refusal.value.code == code

    def test_no_such_enterprise(self, desk: ImportOffice) -> None:
        """
        A row makes no enterprise: only one of the register is linked.
        """
        record = desk.imported(named("演示化工厂"))

        with pytest.raises(NoSuchCase):
            link(desk, record, desk.city)


class TestUnlinkParty:
    def test_a_wrong_link(self, desk: ImportOffice) -> None:
        """
        A link is undone with grounds; the record then counts for nobody.
        """
        desk.enterprise(controls.CHEMICAL_WORKS)
        record = desk.imported(unit(controls.CHEMICAL_WORKS))

        unlink(desk, record)

        again = desk.again(record)
        assert (again.link, again.enterprise) == (Link.HELD, None)
        assert names_of(again.history)[-1] == "PartyUnlinked"

    def test_not_linked(self, desk: ImportOffice) -> None:
        """
        There is nothing to undo.
        """
        record = desk.imported(named("演示化工厂"))

        with pytest.raises(OutOfOrder) as refusal:
            unlink(desk, record)

        assert refusal.value.code == "unlinked"


class TestHoldParty:
    def test_none_of_those_proposed(self, desk: ImportOffice) -> None:
        """
        Who is held by a person is proposed nobody any more.
        """
        desk.enterprise(controls.CHEMICAL_WORKS)
        record = desk.imported(named(controls.CHEMICAL_WORKS.name))

        desk.does(
            hold_party,
            by=desk.actor(Role.CLERK),
            on=record.id,
            grounds="另一企业",
        )

        again = desk.again(record)
        assert (held_for(again), again.proposals) == (HoldReason.PERSON, ())


class TestLinkAuthority:
    def test_by_a_person(self, desk: ImportOffice) -> None:
        """
        A person says which body it was, with grounds; once.
        """
        record = desk.imported(unit(controls.CHEMICAL_WORKS))
        terms = {"body": desk.county, "grounds": "机关更名文件"}
        clerk = desk.actor(Role.CLERK)

        desk.does(link_authority, by=clerk, on=record.id, **terms)

        assert desk.again(record).authority_body == desk.county
        with pytest.raises(OutOfOrder) as refusal:
            desk.does(link_authority, by=clerk, on=record.id, **terms)
        assert refusal.value.code == "authority_linked"


def link(desk: ImportOffice, record: ImportedRecord, enterprise: UUID) -> None:
    """
    Link a record as the importer does.
    """
    desk.does(
        link_party,
        by=desk.importer,
        on=record.id,
        enterprise=enterprise,
        grounds="营业执照",
    )


def unlink(desk: ImportOffice, record: ImportedRecord) -> None:
    """
    Undo a link as the clerk does.
    """
    desk.does(
        unlink_party,
        by=desk.actor(Role.CLERK),
        on=record.id,
        grounds="代码录错",
    )
