"""
Whose penalties are public: those of units, as far as that is known.
"""

from uuid import UUID

import pytest

from domain.base import Fact, Role
from domain.law.credit_classes import CreditClass
from domain.printed import PartyClass
from domain.procedures.linking import link_party
from domain.procedures.publishing import publish_item
from domain.publication.file import Channel
from domain.refusals import OutOfOrder
from tests import controls
from tests.cases.imported import ImportOffice, import_office, unit

WORKS = controls.CHEMICAL_WORKS


def linked(desk: ImportOffice, party_class: PartyClass) -> UUID:
    """
    Import a penalty, and say by hand which enterprise the party is.
    """
    works = desk.enterprise(WORKS)
    record = desk.imported(unit(WORKS, party_class=party_class, uscc=""))
    clerk = desk.actor(Role.CLERK)
    desk.does(link_party, by=clerk, on=record.id, enterprise=works, grounds="来函")
    return record.id


def published(desk: ImportOffice, record: UUID) -> list[Fact]:
    """
    Publish it.
    """
    return desk.does(
        publish_item,
        by=desk.actor(Role.DISCLOSURE_OFFICER),
        record=record,
        channel=Channel.OWN_SITE,
        credit_class=CreditClass.GENERAL,
        class_ground="较大数额罚款",
    )


def test_of_a_unit() -> None:
    """
    安全生产法78(2): a penalty on a unit is public, whoever said which unit it is.
    """
    desk = import_office()

    assert published(desk, linked(desk, PartyClass.UNIT))


def test_of_nobody_knows_what() -> None:
    """
    行政处罚法48: whether a party is a unit or a person must be known, though somebody
    said which enterprise it is.
    """
    desk = import_office()
    record = linked(desk, PartyClass.UNKNOWN)

    with pytest.raises(OutOfOrder) as refusal:
        published(desk, record)

    assert (refusal.value.code, refusal.value.under) == (
        "class_unknown",
        "行政处罚法48",
    )
