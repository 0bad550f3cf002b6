"""
Which penalties carry the right to a hearing (听证范围), by 行政处罚法 63.

Suspension of a licence by itself is not among them, nor is a restriction of business
(待核).
"""

from collections.abc import Iterable
from typing import Final

from domain.enforcement_case.choices_of_hearing import HearingGround
from domain.law.penalty_kinds import CONFISCATIONS, PenaltyKind

_OF_QUALIFICATION: Final = frozenset(
    (PenaltyKind.GRADE_LOWERED, PenaltyKind.LICENCE_REVOKED)
)
_OF_BUSINESS: Final = frozenset(
    (
        PenaltyKind.PRODUCTION_STOPPED,
        PenaltyKind.CLOSED,
        PenaltyKind.EMPLOYMENT_RESTRICTED,
    )
)


def ground_of_hearing(
    kinds: Iterable[PenaltyKind],
    *,
    fine_fen: int,
    confiscated_fen: int,
    large_fen: int | None,
) -> HearingGround | None:
    """
    Say why a penalty may be heard, or that it need not be.

    Args:
        kinds: Kinds of the penalty.
        fine_fen: The fine.
        confiscated_fen: What is confiscated.
        large_fen: From which amount on a sum is large, inclusive; unknown where neither
            law nor place says so, and then every fine is.
    """
    among = frozenset(kinds)
    if among & _OF_QUALIFICATION:
        return HearingGround.QUALIFICATION
    if among & _OF_BUSINESS:
        return HearingGround.BUSINESS
    limit = large_fen or 1
    if PenaltyKind.FINE in among and fine_fen >= limit:
        return HearingGround.LARGE_FINE
    if among & CONFISCATIONS and confiscated_fen >= limit:
        return HearingGround.LARGE_CONFISCATION
    return None
