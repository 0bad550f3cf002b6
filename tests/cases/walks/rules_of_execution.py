"""
What the execution of a penalty may not come to, told from the facts alone.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from domain.base import Role
from domain.falling import ChangedBy
from domain.law.penalty_kinds import PenaltyKind
from domain.values import day_of
from tests.cases.walks.chronicle import Chronicle, of
from tests.cases.walks.rules_of_cases import is_served, stands


@of("compulsory-execution-applied")
def demanded_before(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a penalty
    """行政强制法 53-54: served, standing, demanded ten days ago, by the principal."""
    demand = before.last("performance-demanded", fact.file)
    day = day_of(fact.deed.occurred_at)
    if not stands(before, fact.file) or not is_served(before, fact.file):
        yield "53 not in force"
    if demand is None or day_of(demand.deed.occurred_at) > day - timedelta(days=10):
        yield "54 not demanded ten days before"
    if fact.deed.actor.role is not Role.PRINCIPAL_HEAD:
        yield "55 not by the principal head"


@of("surcharge-imposed")
def surcharge_within(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a penalty
    """行政处罚法 72, 行政强制法 45: told, late, never above the fine."""
    decided = before.of_file[fact.file][0]
    served = before.last("penalty-served", fact.file)
    varied = before.last("decision-varied", fact.file)
    fine = varied.fine_fen if varied else decided.fine_fen
    if not decided.surcharge_told:
        yield "72 not told"
    if served is None or day_of(fact.deed.occurred_at) <= served.served_on:
        yield "72 not late yet"
    if fact.surcharge_total_fen > fine:
        yield "45 above the fine"


@of(
    "performance-demanded",
    "surcharge-imposed",
    "fine-demanded",
    "execution-agreement-made",
    "execution-suspended",
)
def of_what_stands(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a penalty
    """INV-41: nothing more is taken for what fell, or was not served."""
    if not stands(before, fact.file) or not is_served(before, fact.file):
        yield "INV-41 of a decision that is not in force"


@of("decision-varied")
def no_fine_by_variation(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a penalty
    """A fine stands where its kind does."""
    if not stands(before, fact.file):
        yield "varied after it fell"
    by_itself = fact.changed_by is ChangedBy.OWN
    if by_itself and bool(fact.fine_fen) != (PenaltyKind.FINE in fact.kinds):
        yield "a fine without its kind"
