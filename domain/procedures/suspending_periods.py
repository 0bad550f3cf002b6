"""
Which periods stand still (期限中止), by what a fact says and not by its name alone.

A fact may stand in the file of a review or a suit: then it stops what runs on the file
that is challenged there.
"""

from collections.abc import Set as AbstractSet

from domain.base import Fact
from domain.enforcement_case.facts_of_ending import CaseClockSuspended
from domain.penalty.facts_of_payment import DeferralDecided
from domain.procedures.watching import SUSPENDED_BY


def suspended_by(fact: Fact) -> AbstractSet[str]:
    """
    Name the rules whose periods stand still with a fact: none where it refuses that,
    nor where it cites no provision (待核).

    Args:
        fact: What happened.

    Source:
        行政处罚法 66, 73; 行政复议法 42; 行政诉讼法 56.
    """
    if isinstance(fact, DeferralDecided) and not fact.granted:
        return frozenset()
    if isinstance(fact, CaseClockSuspended) and fact.unsettled:
        return frozenset()
    name = type(fact).__name__
    return frozenset(rule for rule, names in SUSPENDED_BY.items() if name in names)
