"""
The races of penalties: one fine for an act, and none while a crime is suspected.
"""

from collections.abc import Callable
from dataclasses import replace

from domain.law.crimes import Offence
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


def suspected_then_fined(at: Prefecture) -> Race:
    """
    国务院令310号3, INV-02: a suspicion of the same moment stands in the way of a fine.
    """
    off = (Without(tags=(f"file/{at.found}/referral",)),)
    under = "国务院令310号(2020)3"
    return Race(
        _suspect(at), _fine(at, "first", "second"), off, "crime_suspected", under
    )


def fined_then_suspected(at: Prefecture) -> Race:
    """
    国务院令310号3: a suspicion is never refused.
    """
    return Race(_fine(at, "first", "second"), _suspect(at))


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


def _suspect(at: Prefecture) -> Request:
    request = at.request(
        "suspect-crime",
        "second",
        about=at.found,
        offence=Offence.DANGEROUS_WORK,
        threshold_fact="关闭报警设备",
    )
    return replace(request, with_officers=(at.id("first"),))


#: Every race in which the second act loses.
LOST: tuple[Callable[[Prefecture], Race], ...] = (
    fined_by_the_first_pair,
    fined_by_the_second_pair,
    suspected_then_fined,
)

#: The other order of those in which the law lets both acts be done.
BOTH_DONE: tuple[Callable[[Prefecture], Race], ...] = (fined_then_suspected,)
