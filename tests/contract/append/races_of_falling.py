"""
The races of what falls besides a penalty: no ban rests on a closure that fell, and one
that was imposed in the race falls with it (INV-41, INV-42).
"""

from collections.abc import Callable

from domain.ban.file import BanBasis
from domain.falling import ChangedBy, Fall
from domain.values import Personal
from infra.ledger import Request
from tests.contract.append.desks import Without
from tests.contract.append.law_races import Race
from tests.contract.append.recorded import DAY, Prefecture

UNDER = "安全生产法94;安全生产法113"


def set_aside_then_banned(at: Prefecture) -> Race:
    """
    安全生产法113, INV-42: nobody is banned over a closure that fell in the race.
    """
    off = (Without(versions=(at.closure,)),)
    return Race(_set_aside(at), _ban(at), off, "no_closure", UNDER)


def banned_then_set_aside(at: Prefecture) -> Race:
    """
    INV-41: a closure falls whatever rests on it, and takes the new ban along.
    """
    return Race(_ban(at), _set_aside(at))


def _set_aside(at: Prefecture) -> Request:
    return at.request(
        "record-closure-set-aside",
        "head",
        at.closure,
        fall=Fall.REVOKED,
        changed_by=ChangedBy.OWN,
        reason="不在名单内",
        effective_on=DAY,
    )


def _ban(at: Prefecture) -> Request:
    return at.request(
        "impose-occupational-ban",
        "deputy",
        person=Personal("厂长"),
        ban_basis=BanBasis.CLOSURE,
        basis_no="9号",
        basis_on=DAY,
        ban_scope="主要负责人",
        basis_paper=at.photo,
        basis_file=at.closure,
    )


#: Every race in which the second act loses.
LOST: tuple[Callable[[Prefecture], Race], ...] = (set_aside_then_banned,)

#: Every race in which both are done.
BOTH_DONE: tuple[Callable[[Prefecture], Race], ...] = (banned_then_set_aside,)
