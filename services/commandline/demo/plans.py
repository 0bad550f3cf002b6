"""
How a visit is to go (检查情节), said before it is told.
"""

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True)
class Plan:
    """
    How a visit is to go.

    Args:
        mode: Code of its mode.
        urgent: Code of the ground on which it begins before its approval.
        unapproved: Whether an urgent one is never approved.
        advised: Whether an expert comes along.
        found: How many items do not conform.
        at_once: How many of those that can be are put right on the spot.
        has_major: Whether one of them is a major hazard.
        removed: Whether the first hazard is removed on the spot.
        no_case: Whether one finding is left to a decision not to open a case.
        forgotten: Whether that decision comes too late.
        refuses: Whether the firm refuses to sign.
        obstructs: Whether it obstructs the visit first.
        abandoned: Whether the visit cannot be made.
        late: Whether paper comes first.
        courses: What becomes of each hazard; the dice choose beyond their end.
        unreachable: Whether nobody is found to serve papers on.
        together: Whether one follow-up re-inspects all hazards.
        days: How long the orders give.
        stops: After which step nothing more is told; empty for a whole visit.
    """

    mode: str = "planned"
    urgent: str = ""
    unapproved: bool = False
    advised: bool = False
    found: int = 0
    at_once: int = 0
    has_major: bool = False
    removed: bool = False
    no_case: bool = False
    forgotten: bool = False
    refuses: bool = False
    obstructs: bool = False
    abandoned: bool = False
    late: bool = False
    courses: tuple[str, ...] = ()
    unreachable: bool = False
    together: bool = False
    days: int = 0
    stops: str = ""

    def giving(self, days: int) -> Self:
        """
        Give the same plan with another time for the orders.
        """
        return replace(self, days=days)
