"""
What is fined by the day (按日连续处罚的内容), as it is proposed.
"""

from dataclasses import dataclass
from datetime import date

from domain.references import HazardRef, PenaltyRef


@dataclass(frozen=True)
class DailyFine:
    """
    A fine that is repeated for each day on which a unit refuses to correct.

    Args:
        penalty: The fine that is repeated.
        hazard: What was ordered to be corrected.
        since_on: The first day that is fined.
        until_on: The last day, inclusive; no decision goes beyond it.
        base_fine_fen: What each day costs, in fen.
        refusal_proof: What shows that the unit refuses.
    """

    penalty: PenaltyRef
    hazard: HazardRef
    since_on: date
    until_on: date
    base_fine_fen: int
    refusal_proof: str
