"""
The races of lists: never on both, and never on a penalty that fell (INV-39, 40, 41).
"""

from collections.abc import Callable

from domain.falling import ChangedBy
from domain.law.list_grounds import ManagementMeasure
from infra.ledger import Request
from tests.contract.append.desks import Without
from tests.contract.append.law_races import Race
from tests.contract.append.recorded import DAY, Prefecture

_MADE = "应急管理部令11号13"


def black_then_red(at: Prefecture) -> Race:
    """
    INV-40: whoever was black-listed in the race is not put on the red list.
    """
    off = (Without(versions=(at.eve.black,)),)
    under = "安监总办〔2017〕133号(地方采用)"
    return Race(_black(at), _red(at), off, "on_black_list", under)


def red_then_black(at: Prefecture) -> Race:
    """
    INV-40: whoever was put on the red list in the race leaves it first.
    """
    off = (Without(versions=(at.eve.red,)),)
    return Race(_red(at), _black(at), off, "on_red_list", _MADE)


def fallen_then_listed(at: Prefecture) -> Race:
    """
    INV-39: nobody is listed on a penalty that fell in the race.
    """
    off = (Without(versions=(at.eve.penalty,)),)
    under = "应急管理部令11号6-7"
    return Race(_revoke(at), _black(at), off, "no_penalty", under)


def listed_then_fallen(at: Prefecture) -> Race:
    """
    INV-41: a decision falls whatever rests on it, and takes the new entry along.
    """
    return Race(_black(at), _revoke(at))


def _black(at: Prefecture) -> Request:
    return at.request(
        "make-entry",
        "head",
        at.eve.black,
        reasons="无证生产",
        legal_basis="应急管理部令11号7(1)",
        management_measures=(ManagementMeasure.PUBLICITY,),
        repair_conditions="取得许可",
        repair_way="书面申请",
    )


def _red(at: Prefecture) -> Request:
    return at.request("make-red-entry", "deputy", at.eve.red, reasons="经核实")


def _revoke(at: Prefecture) -> Request:
    return at.request(
        "revoke-decision",
        "deputy",
        at.eve.penalty,
        changed_by=ChangedBy.REVIEW,
        reason="复议撤销",
        effective_on=DAY,
    )


#: Every race in which the second act loses.
LOST: tuple[Callable[[Prefecture], Race], ...] = (
    black_then_red,
    red_then_black,
    fallen_then_listed,
)

#: The other order of those in which the law lets both acts be done.
BOTH_DONE: tuple[Callable[[Prefecture], Race], ...] = (listed_then_fallen,)
