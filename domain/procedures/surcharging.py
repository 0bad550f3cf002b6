"""
A fine that is not paid in time (逾期不缴): the reminder, and the surcharge.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.acts import act
from domain.base import HEADS, Role
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.grounds import first, past
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import COERCION_LAW, PENALTY_LAW
from domain.penalty.accrual import Accrued, accrued
from domain.penalty.facts_of_payment import FineDemanded, SurchargeImposed
from domain.penalty.file import Penalty
from domain.penalty.grounds import not_unperformed
from domain.procedures.challenges import resting_days
from domain.procedures.ending_stays import paid_in_time_until
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused

DEMAND: Final = PENALTY_LAW.article(72)
SURCHARGE: Final = f"{PENALTY_LAW.article(72, 1)};{COERCION_LAW.article(45)}"


@act(
    "催告缴款",
    "Demand payment of a fine",
    by=(Role.OFFICER, *HEADS),
    under=DEMAND,
    rows=("PEN-01",),
)
def demand_payment(penalty: Penalty, at: Circumstances, *, pay_until: date) -> None:
    """
    Remind a party of a fine that it did not pay in time.

    Args:
        penalty: The penalty.
        at: Who, when.
        pay_until: The last day that it is given, inclusive.

    Raises:
        OutOfOrder: If no fine is left to pay.
        OutOfTime: If the time to pay is not over, or the day given is.

    Source:
        行政处罚法 72.
    """
    first(past(pay_until, at, under=DEMAND))
    so_far = surcharge_so_far(penalty, at)
    penalty.record(
        FineDemanded,
        at,
        pay_until=pay_until,
        fine_left_fen=penalty.fine_left_fen,
        surcharge_to_date_fen=so_far.surcharge_fen if penalty.surcharge_told else 0,
    )


@demand_payment.unless
def cannot_demand(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Served, in force, and past the day to pay.
    """
    yield from _not_overdue(penalty, at, under=DEMAND)


@act(
    "决定加处罚款",
    "Impose a surcharge",
    by=HEADS,
    under=SURCHARGE,
    rows=("PEN-01",),
)
def impose_surcharge(penalty: Penalty, at: Circumstances, *, pay_until: date) -> None:
    """
    Impose the surcharge that has accrued up to today.

    Args:
        penalty: The penalty.
        at: Who, when.
        pay_until: Until when it is to be paid, inclusive.

    Raises:
        OutOfOrder: If no fine is left to pay, or the decision did not tell the rate.
        OutOfTime: If the time to pay is not over, or no day counts yet.
        BeyondTheLaw: If the surcharge has reached the fine already.

    Source:
        行政处罚法 72(1), 73(3); 行政强制法 45.
    """
    first(past(pay_until, at, under=SURCHARGE))
    so_far = surcharge_so_far(penalty, at)
    first(_nothing_new(penalty, so_far))
    assert penalty.served_on is not None
    body = at.read(Body, at.actor.body) if at.actor.body else None
    identity = body.identity_on(at.on) if body else None
    penalty.record(
        SurchargeImposed,
        at,
        served_on=penalty.served_on,
        until_on=at.on,
        days_late=so_far.days_late,
        days_not_counted=so_far.days_not_counted,
        surcharge_fen=so_far.surcharge_fen - penalty.surcharge_fen,
        surcharge_total_fen=so_far.surcharge_fen,
        pay_until=pay_until,
        review_body=identity.review_body if identity else "",
        court=identity.court if identity else "",
    )


@impose_surcharge.unless
def cannot_impose(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    The rate stood in the decision, no agreement stands, and the day to pay is over.
    """
    if not penalty.surcharge_told:
        yield OutOfOrder("surcharge_not_told", under=SURCHARGE)
    if penalty.agreed:
        yield OutOfOrder("agreement_stands", under=COERCION_LAW.article(42))
    yield from _not_overdue(penalty, at, under=SURCHARGE)


def _nothing_new(penalty: Penalty, so_far: Accrued) -> Iterable[Refused]:
    """
    The cap is reached, or nothing accrued since the last time.
    """
    if penalty.surcharge_fen >= penalty.fine_fen:
        yield BeyondTheLaw("above_fine", under=SURCHARGE, fine_fen=penalty.fine_fen)
    elif so_far.surcharge_fen <= penalty.surcharge_fen:
        yield OutOfTime("not_yet_due", under=SURCHARGE)


def _not_overdue(
    penalty: Penalty, at: Circumstances, *, under: str
) -> Iterable[Refused]:
    yield from not_unperformed(penalty, under=under)
    if not penalty.fine_left_fen:
        yield OutOfOrder("nothing_to_pay", needed=PenaltyKind.FINE, under=under)
    due = [each.pay_until for each in penalty.instalments]
    left_on = paid_in_time_until(at, penalty) if due else None
    if not due or at.on <= max(min(due), left_on or min(due)):
        yield OutOfTime("not_yet_due", under=under)


def surcharge_so_far(penalty: Penalty, at: Circumstances) -> Accrued:
    """
    Reckon what has accrued up to the day of the act.
    """
    left_on, due = paid_in_time_until(at, penalty), penalty.pay_limit
    after_stay = (due.ends_on, left_on) if left_on and due else None
    return accrued(penalty, at.on, resting=resting_days(at, penalty.id, after_stay))
