"""
机构承继: who took over from a body publishes what that body decided.
"""

from domain.acts import ACTS
from domain.base import Role
from domain.body.file import Body, BodySucceeded
from domain.law.credit_classes import CreditClass
from domain.printed import PrintedAuthority
from domain.procedures.publishing import publish_item
from domain.publication.file import Channel, ItemPublished
from tests import controls
from tests.cases.imported import NOW, import_office, unit

WORKS = controls.CHEMICAL_WORKS
COUNTY = PrintedAuthority(controls.COUNTY_BUREAU.name, controls.COUNTY_BUREAU.uscc)


def test_what_the_other_decided() -> None:
    """
    行政诉讼法26(6): who goes on exercising the powers goes on publishing.
    """
    desk = import_office()
    desk.enterprise(WORKS)
    record = desk.imported(unit(WORKS), authority=COUNTY)
    publisher = desk.actor(Role.DISCLOSURE_OFFICER)
    at = desk.office.circumstances(ACTS["publish-item"], by=publisher, at=NOW)
    at.read(Body, desk.county).record(
        BodySucceeded, at, successor=desk.city, since_on=at.on, source="改革方案"
    )
    desk.office.facts += [fact for _, fact in at.recorded]

    (fact,) = desk.does(
        publish_item,
        by=publisher,
        record=record.id,
        channel=Channel.OWN_SITE,
        credit_class=CreditClass.GENERAL,
        class_ground="较大数额罚款",
    )

    assert isinstance(fact, ItemPublished)
    assert fact.record == record.id
