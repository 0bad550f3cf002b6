"""
Fining by the day (按日连续处罚): a unit that was ordered to correct and fined, and goes
on refusing.

May, not must: each day from the one after the order costs what the act was fined.
It is a decision of its own, which goes the road of any: proposed in a case, notified,
answered, heard, reviewed and deliberated where the law asks for it.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Final

from domain.acts import Power, act
from domain.base import HEADS
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.enforcement_case.facts_of_notice import StatementHeard
from domain.enforcement_case.file import EnforcementCase, Notice, Party
from domain.enforcement_case.grounds import recused
from domain.enforcement_case.readiness import not_examined, not_heard
from domain.grounds import blank, first
from domain.hazard.file import Hazard
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import PENALTY_LAW
from domain.limits import limit_if_any
from domain.money import yuan_text
from domain.penalty.facts import DailyFineDecided
from domain.penalty.file import Penalty
from domain.procedures.grounds_of_daily_fines import (
    DAILY,
    days_wrong,
    first_day,
    first_order,
    not_refused,
    not_repeated,
    road_of,
)
from domain.procedures.own_penalties import decided
from domain.references import HazardRef
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, Refused
from domain.values import Upload

HEARD: Final = f"{PENALTY_LAW.article(44, until=45)};{PENALTY_LAW.article(62)}"


@act(
    "决定按日连续处罚",
    "Decide a daily fine",
    by=HEADS,
    under=DAILY,
    power=Power.PENALISE,
    rules=("INV-02", "INV-23"),
    rows=("PEN-06",),
)
def decide_daily_fine(
    penalty: Penalty,
    at: Circumstances,
    *,
    hazard: HazardRef,
    until_on: date,
    refusal_proof: str,
    surcharge_told: bool = True,
    evidence: tuple[Upload, ...] = (),
) -> Penalty:
    """
    Fine a unit for each day on which it went on refusing to correct, within what it was
    told in the case in which that was proposed.

    Args:
        penalty: The fine that is repeated.
        at: The head, when.
        hazard: What it was ordered to correct.
        until_on: The last day that is fined, inclusive.
        refusal_proof: What shows that it refuses.
        surcharge_told: Whether the decision tells the surcharge on late payment.
        evidence: What shows the refusal.

    Raises:
        NotCompetent: If the head has to stand aside.
        NoSuchCase: If the hazard is another enterprise's.
        OutOfOrder: If no fine on a unit stands, it was not proposed for this hazard,
            the party was not notified or heard, a review, deliberation or adjudication
            is missing, nothing was ordered or it is for another act, a crime is
            suspected, or no proof is named.
        OutOfTime: If the party may still ask for a hearing, or the time to correct
            runs.
        BeyondTheLaw: If the fine rests on another law, a court fined it, it is heavier
            than was notified, or a day is one on which nothing was refused, or that was
            fined before.

    Source:
        安全生产法 112; 行政处罚法 35, 44, 45, 57, 58, 62-64.
    """
    found = at.read(Hazard, hazard)
    road = road_of(penalty, at)
    assert road is not None
    case, party = road
    notice = party.noticed
    assert notice is not None
    first(
        not_refused(penalty, at, found),
        _for_another(party, hazard),
        blank(refusal_proof, "refusal_unproved", under=DAILY),
    )
    since = first_day(penalty, at, found)
    first(days_wrong(at, found, since=since, until=until_on))
    days = (until_on - since).days + 1
    fine_fen = penalty.fine_fen * days
    first(_not_told(party, until=until_on, fine_fen=fine_fen))
    order = first_order(found)
    assert order is not None
    return _start(penalty, at, case, party=party, since=since, days=days)(
        hazard=hazard,
        ordered_on=order.deed.on,
        until_on=until_on,
        refusal_proof=refusal_proof,
        notified_on=notice.served_on,
        notice=notice.fact,
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
    A fine on a unit under the Work Safety Law, served, and not a daily one itself; and
    a party that was told that it is repeated, and was heard.
    """
    road = road_of(penalty, at)
    if road is not None:
        yield from recused(road[0], at)
    yield from not_repeated(penalty)
    if road is None:
        yield OutOfOrder("daily_fine_not_proposed", under=HEARD)
        return
    case, party = road
    yield from not_heard(party, at)
    yield from not_examined(case, party)


def _for_another(party: Party, hazard: HazardRef) -> Iterable[Refused]:
    """
    The party was told of another hazard.
    """
    daily = party.proposed.daily_fine if party.proposed else None
    if daily is None or daily.hazard != hazard:
        yield OutOfOrder("daily_fine_not_proposed", under=HEARD)


def _not_told(party: Party, *, until: date, fine_fen: int) -> Iterable[Refused]:
    """
    It is for later days or for more than what the party was told.
    """
    daily = party.proposed.daily_fine if party.proposed else None
    assert daily is not None
    told_fen = party.noticed.fine_fen if party.noticed else 0
    if until > daily.until_on or fine_fen > told_fen:
        yield BeyondTheLaw("heavier_than_notified", under=PENALTY_LAW.article(45))


def _said(case: EnforcementCase, notice: Notice, party_no: int) -> str:
    """
    Give what a party said to the notice; empty if it let its time pass.
    """
    said = ""
    is_after = False
    for fact in case.history:
        is_after = is_after or fact.id == notice.fact
        if is_after and isinstance(fact, StatementHeard) and fact.party_no == party_no:
            said = fact.said
    return said


def _start(
    penalty: Penalty,
    at: Circumstances,
    case: EnforcementCase,
    *,
    party: Party,
    since: date,
    days: int,
) -> Callable[..., Penalty]:
    """
    Open the file: on whom, for what, how much, and where it is challenged.
    """
    base = decided(penalty)
    body = at.read(Body, at.actor.body) if at.actor.body else None
    identity = body.identity_on(at.on) if body else None
    total = penalty.fine_fen * days
    yuan, sum_yuan = yuan_text(penalty.fine_fen), yuan_text(total)
    assert party.noticed is not None
    return partial(
        Penalty.start,
        DailyFineDecided,
        at,
        because=penalty,
        penalty=penalty.id,
        case=case.id,
        party_no=party.party_no,
        enterprise=penalty.enterprise,
        kinds=(PenaltyKind.FINE,),
        since_on=since,
        days_fined=days,
        base_fine_fen=penalty.fine_fen,
        fine_fen=total,
        penalised_acts=base.penalised_acts,
        violation_fact=base.violation_fact,
        legal_basis=DAILY,
        penalty_content=f"按日连续处罚{days}日，每日{yuan}元，共计罚款{sum_yuan}元",
        statement=_said(case, party.noticed, party.party_no),
        review_body=identity.review_body if identity else "",
        court=identity.court if identity else "",
        serve_limit=limit_if_any(at, "PN.serve", at.on),
        publish_limit=limit_if_any(at, "PN.publish.when", at.on),
    )
