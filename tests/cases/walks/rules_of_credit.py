"""
What no credit record may come to, told from the facts alone.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from tests.cases.walks.chronicle import Chronicle, always, name_of, of
from tests.cases.walks.rules_of_cases import is_served, stands

#: How a credit fact moves.
MOVES = {
    "credit-fact-recorded": "recorded",
    "repair-applied": "applied",
    "repair-accepted": "accepted",
    "repair-refused": "recorded",
    "credit-fact-repaired": "repaired",
    "repair-revoked": "recorded",
    "credit-fact-withdrawn": "withdrawn",
}
#: From where it may.
FROM = {
    "repair-applied": ("recorded",),
    "repair-accepted": ("applied",),
    "repair-refused": ("applied", "accepted"),
    "credit-fact-repaired": ("accepted",),
    "repair-revoked": ("repaired",),
}


def stage_of(before: Chronicle, record: UUID, no: int) -> str:
    """
    Say how a credit fact stands; nothing where there is none.
    """
    stage = ""
    for fact in before.of_file.get(record, []):
        if name_of(fact) in MOVES and fact.credit_no == no:
            stage = MOVES[name_of(fact)]
    return stage


@of("credit-fact-recorded")
def on_what_stands(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a record
    """INV-41: served and standing, and once."""
    if fact.penalty is not None:
        served = is_served(before, fact.penalty)
        if not served or not stands(before, fact.penalty):
            yield "INV-41 on no served and standing penalty"
    for other in before.said("credit-fact-recorded", source_fact=fact.source_fact):
        if stage_of(before, other.file, other.credit_no) != "withdrawn":
            yield "one decision recorded twice"
    for other in before.said("credit-fact-recorded", enterprise=fact.enterprise):
        same = other.person_key == fact.person_key
        if same and other.deed.body == fact.deed.body and other.file != fact.file:
            yield "two records of one subject"


@of(*FROM)
def in_its_turn(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a record
    """发改委令36号: applied, accepted, repaired; revoked only after that."""
    if stage_of(before, fact.file, fact.credit_no) not in FROM[name_of(fact)]:
        yield "36 out of turn"


@of("repair-applied")
def after_the_shortest_term(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a record
    """发改委令36号: not before the first day."""
    (item,) = before.said("credit-fact-recorded", fact.file, credit_no=fact.credit_no)
    if fact.deed.on < item.repair_from:
        yield "36 within the shortest term"


@always
def counted_on_what_fell(before: Chronicle) -> list[str]:
    """
    INV-41: list the credit facts that were left when their penalty fell.
    """
    return [
        f"INV-41 credit fact {fact.credit_no} of {fact.file} was left"
        for fact in before.said("credit-fact-recorded")
        if fact.penalty is not None
        and not stands(before, fact.penalty)
        and stage_of(before, fact.file, fact.credit_no) != "withdrawn"
    ]
