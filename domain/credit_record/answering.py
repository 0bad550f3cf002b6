"""
Acts of a credit record that need no other file: refusing and revoking a repair,
objections, points reset.
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import act
from domain.base import HEADS, Time
from domain.circumstances import Circumstances
from domain.credit_record.choices import (
    CreditWithdrawal,
    ObjectionOutcome,
    ResetGround,
    Stage,
)
from domain.credit_record.facts import (
    CreditFactWithdrawn,
    CreditObjectionDecided,
    CreditObjectionRaised,
)
from domain.credit_record.facts_of_points import PointsReset
from domain.credit_record.facts_of_repair import RepairRefused, RepairRevoked
from domain.credit_record.file import CreditRecord
from domain.credit_record.grounds import (
    POINTS,
    REPAIR,
    STANDS,
    TAKERS,
    WITHDRAWAL,
    item_at,
    item_of,
    none_at,
)
from domain.grounds import blank, first
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import Personal, Upload


@act(
    "不予信用修复",
    "Refuse a repair",
    by=HEADS,
    under=REPAIR,
    rows=("CRD-04",),
)
def refuse_repair(
    record: CreditRecord, at: Circumstances, *, credit_no: int, reasons: str
) -> None:
    """
    Decide that a credit fact is not repaired.

    Args:
        record: The record.
        at: Who, when.
        credit_no: Which credit fact.
        reasons: Why.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If no repair was applied for, or no reasons are given.

    Source:
        发改委令36号.
    """
    item_at(record, credit_no, Stage.APPLIED, Stage.ACCEPTED, under=REPAIR)
    first(blank(reasons, "reasons_missing", under=REPAIR))
    record.record(RepairRefused, at, credit_no=credit_no, reasons=reasons)


@refuse_repair.unless
def cannot_refuse(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    An application awaits its answer.
    """
    del at
    yield from none_at(record, Stage.APPLIED, Stage.ACCEPTED, under=REPAIR)


@act(
    "撤销信用修复",
    "Revoke a repair",
    by=HEADS,
    under=REPAIR,
    rows=("CRD-04",),
)
def revoke_repair(
    record: CreditRecord,
    at: Circumstances,
    *,
    credit_no: int,
    reasons: str,
    evidence: tuple[Upload, ...],
    barred_until: date | None = None,
) -> None:
    """
    Revoke a repair that was got by fraud or a broken promise; the fact stands again.

    Args:
        record: The record.
        at: Who, when.
        credit_no: Which credit fact.
        reasons: What was hidden, made up or broken.
        evidence: What shows it; at least one.
        barred_until: The last day on which no repair can be applied for; how long that
            has to be is 待核, so the body says it.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If it is not repaired, or reasons or evidence are missing.
        OutOfTime: If the last day is over already.

    Source:
        发改委令36号.
    """
    item_at(record, credit_no, Stage.REPAIRED, under=REPAIR)
    first(blank(reasons, "reasons_missing", under=REPAIR))
    if not evidence:
        raise OutOfOrder("evidence_missing", under=REPAIR)
    if barred_until is not None and barred_until < at.on:
        raise OutOfTime("last_day_past", under=REPAIR, until_on=barred_until)
    record.record(
        RepairRevoked,
        at,
        credit_no=credit_no,
        reasons=reasons,
        evidence=evidence,
        barred_until=barred_until,
    )


@revoke_repair.unless
def cannot_revoke(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    Something was repaired.
    """
    del at
    yield from none_at(record, Stage.REPAIRED, under=REPAIR)


# -- objections -------------------------------------------------------------------


@act(
    "提出信用信息异议",
    "Raise an objection",
    by=TAKERS,
    under=REPAIR,
    time=Time.STATED,
    rows=("CRD-04",),
)
def raise_credit_objection(
    record: CreditRecord,
    at: Circumstances,
    *,
    credit_no: int,
    disputed: Personal,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Take in that the subject disputes a credit fact.

    Args:
        record: The record.
        at: Who takes it in; the day on which it was filed.
        credit_no: Which credit fact.
        disputed: What is disputed, in the subject's words.
        evidence: What came with it.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If it is withdrawn, or an objection awaits its answer already.

    Source:
        发改委令36号.
    """
    item = item_at(record, credit_no, *STANDS, Stage.REPAIRED, under=REPAIR)
    if item.is_disputed:
        raise OutOfOrder("objection_pending", under=REPAIR, no=credit_no)
    record.record(
        CreditObjectionRaised,
        at,
        credit_no=credit_no,
        disputed=disputed,
        evidence=evidence,
    )


@raise_credit_objection.unless
def cannot_object(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    There is something to object to.
    """
    del at
    yield from none_at(record, *STANDS, Stage.REPAIRED, under=REPAIR)


@act(
    "处理信用信息异议",
    "Decide an objection",
    by=HEADS,
    under=WITHDRAWAL,
    rules=("INV-41",),
    rows=("CRD-04",),
)
def decide_credit_objection(
    record: CreditRecord,
    at: Circumstances,
    *,
    credit_no: int,
    objection_outcome: ObjectionOutcome,
    reasons: str,
) -> None:
    """
    Answer an objection; a credit fact that proves wrong is withdrawn with it.

    Args:
        record: The record.
        at: Who, when.
        credit_no: Which credit fact.
        objection_outcome: Whether it is upheld.
        reasons: The answer.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If no objection awaits its answer, or none is given.

    Source:
        行政处罚法 48; 发改委令36号.
    """
    item = item_of(record, credit_no, under=WITHDRAWAL)
    if not item.is_disputed:
        raise OutOfOrder("no_objection", under=WITHDRAWAL)
    first(blank(reasons, "reasons_missing", under=WITHDRAWAL))
    record.record(
        CreditObjectionDecided,
        at,
        credit_no=credit_no,
        objection_outcome=objection_outcome,
        reasons=reasons,
    )
    is_upheld = objection_outcome is ObjectionOutcome.UPHELD
    if is_upheld and item.stage is not Stage.WITHDRAWN:
        record.record(
            CreditFactWithdrawn,
            at,
            credit_no=credit_no,
            credit_withdrawal=CreditWithdrawal.OBJECTION,
            reasons=reasons,
            effective_on=at.on,
            source_fact=item.source_fact,
        )


@decide_credit_objection.unless
def cannot_decide(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    An objection awaits its answer.
    """
    del at
    if not any(each.is_disputed for each in record.items.values()):
        yield OutOfOrder("no_objection", under=WITHDRAWAL)


# -- points -----------------------------------------------------------------------


@act(
    "记分清零",
    "Reset points",
    by=HEADS,
    under=POINTS,
    rows=("CRD-05",),
)
def reset_points(
    record: CreditRecord,
    at: Circumstances,
    *,
    points_year: int,
    reset_ground: ResetGround,
    reasons: str,
) -> None:
    """
    Reset the points of a year.

    Args:
        record: The record.
        at: Who, when.
        points_year: Which year.
        reset_ground: Why.
        reasons: In words.

    Raises:
        OutOfOrder: If that year has no points, or no reasons are given.
        OutOfTime: If it is to be reset because it is over, and it is not.

    Source:
        忻州2020通知 (三): a system of points for mines and chemical enterprises.
    """
    points = record.points.get(points_year, 0)
    if not points:
        raise OutOfOrder("no_points", under=POINTS)
    first(blank(reasons, "reasons_missing", under=POINTS))
    last = date(points_year, 12, 31)
    if reset_ground is ResetGround.YEAR_OVER and at.on <= last:
        raise OutOfTime("time_not_over", under=POINTS, until_on=last)
    record.record(
        PointsReset,
        at,
        points_year=points_year,
        points_cleared=points,
        reset_ground=reset_ground,
        reasons=reasons,
    )


@reset_points.unless
def cannot_reset(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    Some year has points.
    """
    del at
    if not any(record.points.values()):
        yield OutOfOrder("no_points", under=POINTS)
