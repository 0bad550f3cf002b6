"""
How high a fine may be and why (裁量), and where a random visit goes, from facts alone.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from domain.enforcement_case.facts_of_notice import DiscretionApplied
from domain.inspection.choices import Mode
from domain.law.penalty_kinds import PenaltyKind
from tests.cases.walks.chronicle import Chronicle, of
from tests.cases.walks.rules_of_cases import stands

#: The place whose pack asks for the top of the tier.
AT_THE_TOP = "001@"
#: The most for an act, in fen: 安全生产法99, on a unit; 行政处罚法51 on the spot.
MOST_BY_99 = 20_000_000
MOST_ON_THE_SPOT_UNIT, MOST_ON_THE_SPOT_PERSON = 300_000, 20_000


def discretion_of(before: Chronicle, fact: Any) -> DiscretionApplied | None:  # noqa: ANN401  a decision
    """
    Give the schedule as it was last applied to the party of a decision.
    """
    found = before.last("discretion-applied", fact.case, party_no=fact.party_no)
    assert found is None or isinstance(found, DiscretionApplied)
    return found


@of("penalty-decided", "on-the-spot-penalty-decided")
def within_the_range(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a decision
    """INV-25; 安全生产法99, 行政处罚法51."""
    del before
    for each in fact.penalised_acts:
        by_99 = re.match(r"安全生产法99\b", each.legal_basis)
        if by_99 and each.fine_fen > MOST_BY_99:
            yield "INV-25 more than 99 allows"
    if sum(each.fine_fen for each in fact.penalised_acts) > fact.fine_fen:
        yield "INV-25 more for the acts than in all"
    if fact.TOPIC.split(".")[1] == "on-the-spot-penalty-decided":
        on_unit = fact.enterprise is not None
        most = MOST_ON_THE_SPOT_UNIT if on_unit else MOST_ON_THE_SPOT_PERSON
        if fact.fine_fen > most:
            yield "INV-25 more than may be fined on the spot"
        if {*fact.kinds} - {PenaltyKind.WARNING, PenaltyKind.FINE}:
            yield "51 more than a warning and a fine on the spot"


@of("discretion-applied")
def by_the_schedule_in_force(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a case
    """INV-26: a row of a schedule that is in force; beyond it with a reason."""
    del before
    until = fact.schedule_until
    if not fact.discretion_schedule.strip() or not fact.schedule_row.strip():
        yield "INV-26 no row of a schedule"
    if fact.schedule_from > fact.deed.on or (until and until < fact.deed.on):
        yield "INV-26 not in force"
    within = fact.band_min_fen <= fact.fine_fen <= fact.band_max_fen
    if not within and not fact.deviation_reason.strip():
        yield "INV-26 beyond the band without a reason"


@of("penalty-decided")
def as_weighed(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a decision
    """INV-26: a fine follows the schedule, or says why not."""
    if not fact.fine_fen:
        return
    weighed = discretion_of(before, fact)
    if weighed is None:
        yield "INV-26 fined, and never weighed"
    elif weighed.fine_fen != fact.fine_fen and not fact.deviation_reason.strip():
        yield "INV-26 another fine than was weighed, without a reason"


@of("penalty-decided")
def at_the_top(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a decision
    """INV-24: the top of the tier where the pack says so, or a reason."""
    weighed = discretion_of(before, fact) if fact.fine_fen else None
    if weighed is None or not fact.deed.pack.startswith(AT_THE_TOP):
        return
    lighter = any(each.stands for each in weighed.factor_answers)
    reason = fact.deviation_reason.strip() or weighed.deviation_reason.strip()
    if not lighter and not reason and fact.fine_fen < weighed.band_max_fen:
        yield "INV-24 below the top of the tier without a reason"


@of("penalty-filed-with-superior")
def filed_while_it_stands(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a penalty
    """INV-27: a decision that stands, once."""
    if not stands(before, fact.file):
        yield "INV-27 filed after it fell"
    if before.said("penalty-filed-with-superior", fact.file):
        yield "INV-27 filed twice"


# -- random visits --------------------------------------------------------------------


@of("random-draw-conducted")
def by_the_seed(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a draw
    """INV-19: the seed is what was committed, and so are the pools."""
    (laid,) = before.said("random-draw-committed", fact.file)
    if sha256(fact.seed.encode()).hexdigest() != laid.seed_commitment:
        yield "INV-19 another seed"
    for visit in fact.drawn_visits:
        if visit.enterprise not in laid.enterprise_pool:
            yield "INV-19 not of the pool"
        if not {*visit.inspectors} <= {*laid.officer_pool}:
            yield "INV-19 an officer who was in no pool"
    if before.said("random-draw-conducted", fact.file):
        yield "INV-19 drawn twice"


@of("inspection-approved")
def as_drawn(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a visit
    """INV-19: a random visit goes where and by whom it was drawn."""
    if fact.mode is not Mode.RANDOM:
        return
    drawn = before.last("random-draw-conducted", fact.draw) if fact.draw else None
    if drawn is None:
        yield "INV-19 not drawn"
        return
    visits = {each.enterprise: {*each.inspectors} for each in drawn.drawn_visits}
    for other in before.said("draw-overridden", fact.draw):
        visits.pop(other.enterprise, None)
        anew = other.replacing_visit
        visits[anew.enterprise] = {*anew.inspectors}
    if visits.get(fact.enterprise) != {*fact.inspectors}:
        yield "INV-19 not as drawn"
