"""
The races of penalties: one fine for an act.
"""

from collections.abc import Callable
from dataclasses import replace

from domain.law.penalty_kinds import PenaltyKind
from infra.ledger import Request
from tests.contract.append.desks import Without
from tests.contract.append.law_races import Race
from tests.contract.append.recorded import Prefecture


def fined_by_the_first_pair(at: Prefecture) -> Race:
    """
    行政处罚法29: of two fines for one act, decided at the same moment, one stands.
    """
    return _fined_twice(at, "first", "second")


def fined_by_the_second_pair(at: Prefecture) -> Race:
    """
    行政处罚法29: likewise the other way round.
    """
    return _fined_twice(at, "second", "first")


def _fined_twice(at: Prefecture, one: str, other: str) -> Race:
    off = (Without(tags=(f"enterprise/{at.rated}/penalty",)),)
    first, second = _fine(at, one, other), _fine(at, other, one)
    return Race(first, second, off, "fined_already", "行政处罚法29")


def _fine(at: Prefecture, by: str, other: str) -> Request:
    request = at.request(
        "decide-on-the-spot",
        by,
        kinds=(PenaltyKind.FINE,),
        fine_fen=1_000_00,
        violation_fact="泄漏",
        legal_basis="安全生产法99(1)",
        rights_told=True,
        statement="无异议",
        place="煤气柜",
        decision_no=f"罚当-{by}",
        enterprise=at.rated,
        inspection=at.found,
        item_nos=(1,),
    )
    return replace(request, with_officers=(at.id(other),))


#: Every race in which the second act loses.
LOST: tuple[Callable[[Prefecture], Race], ...] = (
    fined_by_the_first_pair,
    fined_by_the_second_pair,
)
