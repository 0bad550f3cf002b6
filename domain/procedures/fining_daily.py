"""
Fining by the day (按日连续处罚): a unit that was ordered to correct and fined, and goes
on refusing.

May, not must: each day from the one after the order costs what the act was fined.
It is a decision of its own, of which the party is told and on which it is heard.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial
from typing import Final

from domain.acts import Power, act
from domain.base import HEADS
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.hearing_rights import ground_of_hearing
from domain.grounds import blank, first
from domain.hazard.choices import ENDED, Stage
from domain.hazard.facts import RectificationOrdered
from domain.hazard.facts_of_ending import RectificationAccepted
from domain.hazard.file import Hazard
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import PENALTY_LAW, SAFETY_LAW
from domain.limits import limit_if_any
from domain.money import yuan_text
from domain.penalty.facts import DailyFineDecided, daily_tag
from domain.penalty.file import Penalty
from domain.penalty.grounds import fallen
from domain.procedures.own_penalties import Decided, decided
from domain.procedures.suspicion import suspected
from domain.references import HazardRef
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, OutOfTime, Refused
from domain.values import Upload

DAILY: Final = SAFETY_LAW.article(112)
HEARD: Final = f"{PENALTY_LAW.article(44, until=45)};{PENALTY_LAW.article(62)}"
HEARING: Final = PENALTY_LAW.article(63, until=64)

_FINE: Final = (PenaltyKind.FINE,)
_CORRECTED: Final = ENDED | {Stage.ACCEPTED, Stage.VERIFIED}


@act(
    "决定按日连续处罚",
    "Decide a daily fine",
    by=HEADS,
    under=DAILY,
    power=Power.PENALISE,
    rules=("INV-02",),
    rows=("PEN-06",),
)
def decide_daily_fine(
    penalty: Penalty,
    at: Circumstances,
    *,
    hazard: HazardRef,
    until_on: date,
    refusal_proof: str,
    notified_on: date,
    statement: str = "",
    surcharge_told: bool = True,
    evidence: tuple[Upload, ...] = (),
) -> Penalty:
    """
    Fine a unit for each day on which it went on refusing to correct.

    Args:
        penalty: The fine that is repeated.
        at: The head, when.
        hazard: What it was ordered to correct.
        until_on: The last day that is fined, inclusive.
        refusal_proof: What shows that it refuses.
        notified_on: The day on which it was told facts, basis, amount and rights.
        statement: What it said; empty where it let its time pass.
        surcharge_told: Whether the decision tells the surcharge on late payment.
        evidence: The notice, and what shows the refusal.

    Raises:
        NoSuchCase: If the hazard is another enterprise's.
        OutOfOrder: If no fine on a unit stands, nothing was ordered or it is for
            another act, a crime is suspected, or no proof is named.
        OutOfTime: If the time to correct, to state its case or to ask for a hearing
            runs.
        BeyondTheLaw: If the fine rests on another law, or a day is one on which nothing
            was refused, or that was fined before.

    Source:
        安全生产法 112; 行政处罚法 44, 45, 62-64.
    """
    found = at.read(Hazard, hazard)
    first(_not_for_this(penalty, at, found), _suspected(penalty, at))
    first(blank(refusal_proof, "refusal_unproved", under=DAILY))
    order = _order(found)
    assert order is not None
    since = _since(penalty, at, order)
    first(_still_open(at, found, told_on=notified_on, statement=statement))
    days = max((until_on - since).days + 1, 0)
    first(_window_open(at, fine_fen=penalty.fine_fen * days, told_on=notified_on))
    first(_days_wrong(at, found, since=since, until=until_on))
    return _start(penalty, at, since=since, until=until_on)(
        hazard=hazard,
        ordered_on=order.deed.on,
        refusal_proof=refusal_proof,
        notified_on=notified_on,
        statement=statement,
        surcharge_told=surcharge_told,
        evidence=evidence,
    )


@decide_daily_fine.unless_named
def not_its_hazard(
    penalty: Penalty, at: Circumstances, *, hazard: HazardRef, **_: object
) -> Iterable[Refused]:
    """
    The hazard is another enterprise's.
    """
    if at.read(Hazard, hazard).enterprise != penalty.enterprise:
        yield NoSuchCase("rests_on_other_enterprise", under=DAILY, file=hazard)


@decide_daily_fine.unless
def cannot_fine_daily(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    A fine on a unit under the Work Safety Law, served, and not a daily one itself.
    """
    del at
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


def _order(hazard: Hazard) -> RectificationOrdered | None:
    """
    Give the first order to correct.
    """
    orders = (f for f in hazard.history if isinstance(f, RectificationOrdered))
    return next(orders, None)


def _not_for_this(
    penalty: Penalty, at: Circumstances, hazard: Hazard
) -> Iterable[Refused]:
    """
    It was not ordered, or is not what the fine is for.
    """
    if _order(hazard) is None:
        yield OutOfOrder("nothing_ordered", under=DAILY, needed=RectificationOrdered.ZH)
    acts = decided(penalty).penalised_acts
    is_found = any(
        each.origin == hazard.inspection and each.item_no in hazard.item_nos
        for each in acts
    )
    case = at.find(EnforcementCase, penalty.case) if penalty.case else None
    if not is_found and not (case and hazard.id in case.hazards):
        yield OutOfOrder("order_for_other_act", under=DAILY)


def _suspected(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    A crime is suspected in what was fined: no further fine before that is cleared.
    """
    origins = (act.origin for act in decided(penalty).penalised_acts)
    files = dict.fromkeys((*filter(None, (penalty.case,)), *origins))
    yield from suspected(at, *files, enterprise=penalty.enterprise, person_key="")


def _still_open(
    at: Circumstances, hazard: Hazard, *, told_on: date, statement: str
) -> Iterable[Refused]:
    """
    The time to correct is not over, or the party was not told or may still speak.
    """
    until = hazard.rectify_until
    if until is not None and at.on <= until:
        yield OutOfTime("time_not_over", under=DAILY, until_on=until)
    if told_on > at.on:
        yield OutOfOrder("statement_not_heard", under=HEARD)
    if statement.strip():
        return
    defence = limit_if_any(at, "PN.defence.days", told_on)
    if defence is None:
        yield OutOfOrder("statement_not_heard", under=HEARD)
    elif at.on <= defence.ends_on:
        yield OutOfTime("time_not_over", under=HEARD, until_on=defence.ends_on)


def _window_open(
    at: Circumstances, *, fine_fen: int, told_on: date
) -> Iterable[Refused]:
    """
    The sum is large, and the party may still ask for a hearing.
    """
    large = at.rules.find("case.hearing_fine_unit")
    ground = ground_of_hearing(
        _FINE,
        fine_fen=fine_fen,
        confiscated_fen=0,
        large_fen=large if isinstance(large, int) else None,
    )
    limit = limit_if_any(at, "PN.hearing.request", told_on) if ground else None
    if limit is not None and at.on <= limit.ends_on:
        yield OutOfTime("window_open", under=HEARING, until_on=limit.ends_on)


def _since(penalty: Penalty, at: Circumstances, order: RectificationOrdered) -> date:
    """
    Give the first day: the one after the order, or after the days fined before.
    """
    last = order.deed.on
    for each in at.tagged(daily_tag(penalty.id)):
        before = at.read(Penalty, each)
        if before.stands and before.daily_span is not None:
            last = max(last, before.daily_span[1])
    return last + timedelta(days=1)


def _days_wrong(
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


def _start(
    penalty: Penalty, at: Circumstances, *, since: date, until: date
) -> Callable[..., Penalty]:
    """
    Open the file: on whom, for what, how much, and where it is challenged.
    """
    base = decided(penalty)
    body = at.read(Body, at.actor.body) if at.actor.body else None
    identity = body.identity_on(at.on) if body else None
    days = (until - since).days + 1
    total = penalty.fine_fen * days
    yuan, sum_yuan = yuan_text(penalty.fine_fen), yuan_text(total)
    return partial(
        Penalty.start,
        DailyFineDecided,
        at,
        because=penalty,
        penalty=penalty.id,
        case=penalty.case,
        party_no=penalty.party_no,
        enterprise=penalty.enterprise,
        kinds=_FINE,
        since_on=since,
        until_on=until,
        days_fined=days,
        base_fine_fen=penalty.fine_fen,
        fine_fen=total,
        penalised_acts=base.penalised_acts,
        violation_fact=base.violation_fact,
        legal_basis=DAILY,
        penalty_content=f"按日连续处罚{days}日，每日{yuan}元，共计罚款{sum_yuan}元",
        review_body=identity.review_body if identity else "",
        court=identity.court if identity else "",
        serve_limit=limit_if_any(at, "PN.serve", at.on),
        publish_limit=limit_if_any(at, "PN.publish.when", at.on),
    )
