"""
The races of measures: none on a hazard that is struck off, and none struck off under
one.
"""

from collections.abc import Callable
from dataclasses import replace

from domain.coercive_measure.choices import MeasureKind
from domain.coercive_measure.facts import SecuredThing
from domain.procedures.grounds_of_measures import RestsOn
from domain.procedures.imposing_measures import Inventory, OnSite
from infra.ledger import Request
from tests.contract.append.desks import Without
from tests.contract.append.law_races import Race
from tests.contract.append.recorded import DAY, Prefecture


def imposed_then_delisted(at: Prefecture) -> Race:
    """
    安全生产法65: a hazard on which a measure was imposed in the race is not struck off.
    """
    off = (Without(tags=(f"hazard/{at.verified}/measure",)),)
    return Race(_impose(at), _delist(at), off, "measure_active", "安全生产法65")


def delisted_then_imposed(at: Prefecture) -> Race:
    """
    行政强制法23: no measure rests on a hazard that was struck off in the race.
    """
    off = (Without(versions=(at.verified,)),)
    return Race(_delist(at), _impose(at), off, "hazard_ended", "行政强制法19")


def _delist(at: Prefecture) -> Request:
    return at.request("delist-hazard", "head", at.verified, opinion="准予销号")


def _impose(at: Prefecture) -> Request:
    request = at.request(
        "impose-urgent-measure",
        "first",
        measure_kind=MeasureKind.SEAL,
        rests_on=RestsOn(at.rated, "复发，情况紧急", (at.verified,)),
        on_site=OnSite("煤气柜", rights_told=True, party_present=True),
        inventory=Inventory((SecuredThing(1, "煤气柜", "1台"),), DAY),
    )
    return replace(request, with_officers=(at.id("second"),))


#: Every race in which the second act loses.
LOST: tuple[Callable[[Prefecture], Race], ...] = (
    imposed_then_delisted,
    delisted_then_imposed,
)
