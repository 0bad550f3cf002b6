"""
What a daily fine rests on (按日连续处罚的条件): a fine on a unit that stands, an order
to correct what was fined, whose time is over, and days that were not fined before.

The same is examined when it is proposed, and again when it is decided.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from domain.circumstances import Circumstances
from domain.enforcement_case.file import EnforcementCase, Party
from domain.hazard.choices import ENDED, Stage
from domain.hazard.facts import RectificationOrdered
from domain.hazard.facts_of_ending import RectificationAccepted
from domain.hazard.facts_of_falling import RectificationOrderSetAside
from domain.hazard.file import Hazard
from domain.law.statutes import PENALTY_LAW, SAFETY_LAW
from domain.penalty.facts import daily_tag
from domain.penalty.file import Penalty
from domain.penalty.grounds import fallen
from domain.procedures.own_penalties import Decided, decided
from domain.procedures.suspicion import fined_by_court, suspected
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused

DAILY: Final = SAFETY_LAW.article(112)

_CORRECTED: Final = ENDED | {Stage.ACCEPTED, Stage.VERIFIED}


def not_repeated(penalty: Penalty) -> Iterable[Refused]:
    """
    It is no fine on a unit under the Work Safety Law that was served and stands, or is
    a daily one itself.
    """
    yield from fallen(penalty, under=DAILY)
    is_fine = penalty.fines and penalty.daily_of is None
    if not is_fine or penalty.enterprise is None or penalty.served_on is None:
        yield OutOfOrder("no_fine_on_unit", under=DAILY)
        return
    if not is_under_safety_law(penalty):
        yield BeyondTheLaw("fined_under_other_law", under=DAILY)


def is_under_safety_law(penalty: Penalty) -> bool:
    """
    Whether each act of a penalty is penalised under the Work Safety Law.
    """
    return rests_on_safety_law(decided(penalty))


def rests_on_safety_law(decision: Decided) -> bool:
    """
    Whether each act of a decision is penalised under the Work Safety Law.
    """
    bases = [each.legal_basis for each in decision.penalised_acts]
    return all(SAFETY_LAW.zh in basis for basis in bases or [decision.legal_basis])


def first_order(hazard: Hazard) -> RectificationOrdered | None:
    """
    Give the first order to correct, of those that were not set aside.
    """
    found: RectificationOrdered | None = None
    for fact in hazard.history:
        if isinstance(fact, RectificationOrderSetAside):
            found = None
        elif isinstance(fact, RectificationOrdered):
            found = found or fact
    return found


def not_refused(
    penalty: Penalty, at: Circumstances, hazard: Hazard
) -> Iterable[Refused]:
    """
    What is to be corrected was not ordered, is not what the fine is for, may still be
    corrected, or may be a crime.
    """
    if first_order(hazard) is None:
        yield OutOfOrder("nothing_ordered", under=DAILY, needed=RectificationOrdered.ZH)
    acts = decided(penalty).penalised_acts
    is_found = any(
        each.origin == hazard.inspection and each.item_no in hazard.item_nos
        for each in acts
    )
    case = at.find(EnforcementCase, penalty.case) if penalty.case else None
    if not is_found and not (case and hazard.id in case.hazards):
        yield OutOfOrder("order_for_other_act", under=DAILY)
    yield from _criminal(penalty, at, hazard)
    until = hazard.rectify_until
    if until is not None and at.on <= until:
        yield OutOfTime("time_not_over", under=DAILY, until_on=until)


def _criminal(penalty: Penalty, at: Circumstances, hazard: Hazard) -> Iterable[Refused]:
    """
    A crime is suspected in what was fined, or a court has fined it (INV-02).
    """
    origins = (act.origin for act in decided(penalty).penalised_acts)
    files = dict.fromkeys((*filter(None, (penalty.case,)), *origins, hazard.id))
    yield from suspected(at, *files, enterprise=penalty.enterprise)
    if fined_by_court(at, *files, enterprise=penalty.enterprise):
        yield BeyondTheLaw("fined_by_court", under=PENALTY_LAW.article(35, 2))


def first_day(penalty: Penalty, at: Circumstances, hazard: Hazard) -> date:
    """
    Give the first day: the one after the order, or after the days fined before.
    """
    order = first_order(hazard)
    assert order is not None
    last = order.deed.on
    for each in at.tagged(daily_tag(penalty.id)):
        before = at.read(Penalty, each)
        if before.stands and before.daily_span is not None:
            last = max(last, before.daily_span[1])
    return last + timedelta(days=1)


def days_wrong(
    at: Circumstances, hazard: Hazard, *, since: date, until: date
) -> Iterable[Refused]:
    """
    There is no such day: before the first, not come yet, or once it was corrected.
    """
    accepted = [f for f in hazard.history if isinstance(f, RectificationAccepted)]
    last = at.on
    if accepted and hazard.stage in _CORRECTED:
        last = accepted[-1].deed.on - timedelta(days=1)
    if not since <= until <= last:
        yield BeyondTheLaw("no_day_to_fine", under=DAILY, since_on=since, until_on=last)


def proposed_tag(penalty: object) -> str:
    """
    Under which tag the cases are found in which a fine is proposed to be repeated.
    """
    return f"penalty/{penalty}/daily-proposal"


def road_of(
    penalty: Penalty, at: Circumstances
) -> tuple[EnforcementCase, Party] | None:
    """
    Give the case and the party in which it is proposed that a fine is repeated, if it
    is in one that is open; the newest of several.
    """
    for each in reversed(tuple(at.tagged(proposed_tag(penalty.id)))):
        case = at.read(EnforcementCase, each)
        for party in case.active if case.is_open else ():
            daily = party.proposed.daily_fine if party.proposed else None
            if daily is not None and daily.penalty == penalty.id:
                return case, party
    return None
