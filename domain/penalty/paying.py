"""
Performing a penalty (履行): payment, other performance, deferral, the superior's file.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.acts import act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.ladders import Matter
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import PENALTY_LAW, PENALTY_RULES_15
from domain.limits import Limit, limit_if_any
from domain.penalty.choices import PaysFirst, Stage
from domain.penalty.facts_of_payment import (
    DeferralApplied,
    DeferralDecided,
    FinePaid,
    PenaltyFiledWithSuperior,
    PenaltyPerformed,
)
from domain.penalty.file import TOLD, Instalment, Penalty
from domain.penalty.grounds import fallen, not_at, not_unperformed
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused
from domain.values import Upload

PAYING: Final = PENALTY_LAW.article(67)
DEFERRING: Final = PENALTY_LAW.article(66)
PERFORMING: Final = DEFERRING
SUPERIOR: Final = PENALTY_RULES_15.article(62, until=64)


@act(
    "记录缴款",
    "Record a payment",
    by=Role.CLERK,
    under=PAYING,
    time=Time.STATED,
    rows=("PEN-01",),
)
def record_payment(
    penalty: Penalty,
    at: Circumstances,
    *,
    receipt_no: str,
    amount_fen: int,
    pays_first: PaysFirst = PaysFirst.FINE,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Take in that money came in at the bank; how much of it counts for what follows.

    Args:
        penalty: The penalty.
        at: Who; the day of the bank's receipt.
        receipt_no: Number of the bank's receipt.
        amount_fen: How much.
        pays_first: What it counts towards first.
        evidence: The receipt.

    Raises:
        OutOfOrder: If nothing is left to pay, or no receipt is named.
        BeyondTheLaw: If more came in than is owed.

    Source:
        行政处罚法 67, 70.
    """
    first(blank(receipt_no, "receipt_number_missing", under=PENALTY_LAW.article(70)))
    owed = penalty.fine_left_fen + penalty.surcharge_left_fen
    if not 0 < amount_fen <= owed:
        raise BeyondTheLaw(
            "amount_not_owed", under=PAYING, amount_fen=amount_fen, owed_fen=owed
        )
    if pays_first is PaysFirst.FINE:
        fine = min(amount_fen, penalty.fine_left_fen)
    else:
        fine = max(amount_fen - penalty.surcharge_left_fen, 0)
    penalty.record(
        FinePaid,
        at,
        receipt_no=receipt_no,
        fine_paid_fen=fine,
        surcharge_paid_fen=amount_fen - fine,
        pays_first=pays_first,
        fine_left_fen=penalty.fine_left_fen - fine,
        evidence=evidence,
    )


@record_payment.unless
def cannot_pay(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    It was served, and money is left to pay.
    """
    del at
    yield from not_unperformed(penalty, under=PAYING)
    if not penalty.fine_left_fen + penalty.surcharge_left_fen:
        yield OutOfOrder("nothing_to_pay", under=PAYING, needed=PenaltyKind.FINE)


@act(
    "记录非金钱履行",
    "Record a performance",
    by=(Role.OFFICER, Role.CLERK),
    under=PERFORMING,
    time=Time.STATED,
    rows=("PEN-01",),
)
def record_performance(
    penalty: Penalty,
    at: Circumstances,
    *,
    kinds: tuple[PenaltyKind, ...],
    done: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Take in that a part of a penalty that is not a fine was performed.

    Args:
        penalty: The penalty.
        at: Who; when it was performed.
        kinds: Which parts.
        done: How.
        evidence: What shows it.

    Raises:
        OutOfOrder: If nothing is left to perform, or a part is none of the penalty's.

    Source:
        行政处罚法 66(1).
    """
    open_kinds = {*penalty.kinds} - TOLD - {PenaltyKind.FINE} - penalty.performed
    for kind in kinds:
        if kind not in open_kinds:
            raise OutOfOrder("kind_not_open", under=PERFORMING, kind=kind)
    penalty.record(PenaltyPerformed, at, kinds=kinds, done=done, evidence=evidence)


@record_performance.unless
def cannot_perform(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    It was served, and something is left to perform.
    """
    del at
    yield from not_unperformed(penalty, under=PERFORMING)


@act(
    "收下延期分期申请",
    "Take in an application to pay later",
    by=(Role.OFFICER, Role.CLERK),
    under=DEFERRING,
    time=Time.STATED,
    rows=("PEN-01",),
)
def apply_for_deferral(
    penalty: Penalty,
    at: Circumstances,
    *,
    reason: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Take in that a party asks to pay later, or in parts.

    Args:
        penalty: The penalty.
        at: Who; the day on which the party asked.
        reason: Its hardship.
        evidence: What shows it.

    Raises:
        OutOfOrder: If no fine is left to pay, or an application awaits its answer.

    Source:
        行政处罚法 66(2).
    """
    penalty.record(DeferralApplied, at, reason=reason, evidence=evidence)


@apply_for_deferral.unless
def cannot_ask(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    A fine is left to pay, and no other application is open.
    """
    del at
    yield from not_at(penalty, Stage.SERVED, Stage.DEMANDED, under=DEFERRING)
    if not penalty.fine_left_fen:
        yield OutOfOrder("nothing_to_pay", under=DEFERRING, needed=PenaltyKind.FINE)
    if penalty.deferral_asked:
        yield OutOfOrder("deferral_asked_already", under=DEFERRING)


@act(
    "决定延期分期",
    "Decide on paying later",
    by=HEADS,
    under=DEFERRING,
    rows=("PEN-01",),
    matter=Matter.DEFERRED_PAYMENT,
)
def decide_deferral(
    penalty: Penalty,
    at: Circumstances,
    *,
    granted: bool,
    reason: str,
    instalments: tuple[Instalment, ...] = (),
) -> None:
    """
    Let a party pay later or in parts, or refuse.

    Args:
        penalty: The penalty.
        at: Who, when.
        granted: Whether it may.
        reason: Why.
        instalments: The parts, in order of their days; one where it only pays later.

    Raises:
        OutOfOrder: If nothing was asked for, no reason is given, or what is granted has
            no parts.
        OutOfTime: If a day is over already.
        BeyondTheLaw: If the parts are not together what is left of the fine.

    Source:
        行政处罚法 66(2); a fine is put off, never let off (行政强制法 42).
    """
    first(blank(reason, "reason_missing", under=DEFERRING))
    if granted:
        first(unsound(instalments, at, penalty.fine_left_fen))
    limit = window = None
    if granted:
        limit = Limit("PN.pay.defer", DEFERRING, last_on=instalments[-1].pay_until)
        window = _window(penalty, at, instalments[-1].pay_until)
    penalty.record(
        DeferralDecided,
        at,
        granted=granted,
        reason=reason,
        instalments=instalments if granted else (),
        defer_limit=limit,
        window_limit=window,
    )


def _window(penalty: Penalty, at: Circumstances, deferred: date) -> Limit | None:
    """
    Reckon until when the court is asked after a deferral that outlasts the time to sue.

    Source:
        行政处罚法 72(2); 行政强制法 53.
    """
    assert penalty.served_on is not None
    sued = limit_if_any(at, "RM.suit", penalty.served_on)
    if sued is None or deferred <= sued.ends_on:
        return None
    return limit_if_any(at, "CO.court.window.deferred", deferred)


@decide_deferral.unless
def cannot_decide(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    An application awaits its answer, and something is still to be paid.
    """
    del at
    if not penalty.deferral_asked:
        needed = DeferralApplied.ZH
        yield OutOfOrder("nothing_applied_for", under=DEFERRING, needed=needed)
    yield from not_unperformed(penalty, under=DEFERRING)


def unsound(
    instalments: tuple[Instalment, ...], at: Circumstances, owed_fen: int
) -> Iterable[Refused]:
    """
    Parts are missing, out of order, in the past, or not together what is owed.
    """
    days = [each.pay_until for each in instalments]
    if not instalments or days != sorted(set(days)):
        yield OutOfOrder("instalments_unclear", under=DEFERRING)
    for day in days:
        if day < at.on:
            yield OutOfTime("last_day_past", under=DEFERRING, until_on=day)
    total = sum(each.amount_fen for each in instalments)
    if total != owed_fen or any(each.amount_fen <= 0 for each in instalments):
        yield BeyondTheLaw(
            "fine_not_waivable",
            under="行政强制法42",
            total_fen=total,
            owed_fen=owed_fen,
        )


@act(
    "重大处罚报上级备案",
    "File a penalty with the superior body",
    by=Role.CLERK,
    under=SUPERIOR,
    rows=("PEN-11",),
)
def file_with_superior(
    penalty: Penalty,
    at: Circumstances,
    *,
    filed_with: str,
    filed_summary: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    File a major penalty with the superior body.

    Args:
        penalty: The penalty.
        at: Who, when.
        filed_with: The superior body, as the paper names it.
        filed_summary: What was filed.
        evidence: The paper, and its receipt.

    Raises:
        OutOfOrder: If it does not stand, or is filed already.

    Source:
        总局令15号 62-64; since 2026-02-01 as the province says (待核).
    """
    penalty.record(
        PenaltyFiledWithSuperior,
        at,
        filed_with=filed_with,
        filed_summary=filed_summary,
        evidence=evidence,
    )


@file_with_superior.unless
def cannot_file_with_superior(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Once, while it stands.
    """
    del at
    yield from fallen(penalty, under=SUPERIOR)
    if penalty.filed_with_superior:
        yield OutOfOrder("filed_already", under=SUPERIOR)
