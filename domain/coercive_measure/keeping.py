"""
Acts on the term of a measure in force: reported, extended, tested, run over (期限).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from domain.acts import Power, Reach, act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.coercive_measure.choices import OF_SUPPLY, MeasureKind, Stage, Supply
from domain.coercive_measure.facts import SupplyCutNotified, UrgentMeasureReported
from domain.coercive_measure.facts_of_keeping import (
    CoerciveMeasureExtended,
    MeasureTermOverrun,
    MeasureTestPeriodFixed,
)
from domain.coercive_measure.file import CoerciveMeasure
from domain.coercive_measure.grounds import no_term_runs, not_at
from domain.grounds import blank, first, past
from domain.law.ladders import Matter
from domain.law.statutes import COERCION_LAW, SAFETY_LAW
from domain.limits import Limit, limit_if_any
from domain.references import OfficerRef
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused
from domain.values import Personal, Upload

URGENT = COERCION_LAW.article(19)
TERM = COERCION_LAW.article(25)
OVERRUN = COERCION_LAW.article(62)
SUPPLY = SAFETY_LAW.article(70, 2)


@act(
    "报告紧急强制措施",
    "Report an urgent measure",
    by=Role.OFFICER,
    under=URGENT,
    power=Power.COERCE,
    rows=("SUS-06",),
)
def report_urgent_measure(
    measure: CoerciveMeasure, at: Circumstances, *, reported_to_head: OfficerRef
) -> None:
    """
    Report an urgent measure to a head; a late report is taken, and says so.

    Args:
        measure: The measure.
        at: Who, the minute.
        reported_to_head: To whom.

    Raises:
        OutOfOrder: If it is not in force, was not urgent, or was reported already.

    Source:
        行政强制法 19.
    """
    limit = measure.approve_limit
    measure.record(
        UrgentMeasureReported,
        at,
        reported_to_head=reported_to_head,
        in_time=limit is None or at.occurred_at <= limit.ends_at,
    )


@report_urgent_measure.unless
def cannot_report(measure: CoerciveMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    Once, while it awaits its approval.
    """
    del at
    if not measure.awaits_approval:
        yield OutOfOrder("nothing_to_approve", under=URGENT, stage=measure.stage)
    if measure.is_reported:
        yield OutOfOrder("urgent_reported_already", under=URGENT)


@act(
    "停供通知",
    "Notify a supply cut",
    by=Role.OFFICER,
    under=SUPPLY,
    time=Time.CAPTURED,
    power=Power.COERCE,
    two_officers=True,
    rows=("SUS-06",),
)
def notify_supply_cut(
    measure: CoerciveMeasure,
    at: Circumstances,
    *,
    told_party: Supply,
    recipient: Personal,
    notice_paper: Upload,
    supplier_name: str = "",
) -> None:
    """
    Tell the enterprise, or in writing the supplier, that a supply will be cut.

    Args:
        measure: The measure, approved.
        at: Who, the minute.
        told_party: Which of the two.
        recipient: Who took the notice.
        notice_paper: The notice.
        supplier_name: The supplier, if it is the one told.

    Raises:
        OutOfOrder: If it is not approved, no supply is to be cut, or the supplier is
            not named.

    Source:
        安全生产法 70: in writing to the supplier; for power, to the enterprise a day
        before.
    """
    if told_party is Supply.SUPPLIER:
        first(blank(supplier_name, "supplier_missing", under=SUPPLY))
    is_power = measure.measure_kind is MeasureKind.POWER_CUT
    to_enterprise = told_party is Supply.ENTERPRISE and is_power
    limit = limit_if_any(at, "CO.power.notice", at.occurred_at)
    measure.record(
        SupplyCutNotified,
        at,
        told_party=told_party,
        recipient=recipient,
        notice_paper=notice_paper,
        supplier_name=supplier_name,
        notice_limit=limit if to_enterprise else None,
    )


@notify_supply_cut.unless
def cannot_notify(measure: CoerciveMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    Before a supply is cut.
    """
    del at
    if measure.measure_kind not in OF_SUPPLY:
        yield OutOfOrder("no_supply", under=SUPPLY)
    yield from not_at(measure, Stage.APPROVED, under=SUPPLY)


@act(
    "延长强制措施期限",
    "Extend a coercive measure",
    by=HEADS,
    under=TERM,
    power=Power.COERCE,
    rules=("INV-32",),
    rows=("SUS-06",),
    matter=Matter.MEASURE_EXTENSION,
)
def extend_measure(
    measure: CoerciveMeasure, at: Circumstances, *, until_on: date, reason: str
) -> None:
    """
    Extend a sealing or seizure, once, where the matter is complex.

    Args:
        measure: The measure.
        at: The head, when.
        until_on: The new last day, inclusive.
        reason: Why; the party is told in writing.

    Raises:
        BeyondTheLaw: If it has no term, was extended already, or would be longer than
            the law allows.
        OutOfOrder: If it is not in force, or no reason is given.
        OutOfTime: If its term is over, or the day is no later.

    Source:
        行政强制法 25(1), (2).
    """
    first(blank(reason, "reason_missing", under=TERM))
    assert measure.term is not None
    former = measure.term.ends_on
    if until_on <= former:
        raise OutOfTime("not_put_off", under=TERM, until_on=former)
    longest = limit_if_any(at, "CO.term.ext", former)
    if longest is not None and until_on > longest.ends_on:
        raise BeyondTheLaw(
            "term_too_long", under=TERM, days_max=(longest.ends_on - former).days
        )
    measure.record(
        CoerciveMeasureExtended,
        at,
        reason=reason,
        until_on=until_on,
        extension_limit=Limit("CO.term.ext", TERM, last_on=until_on),
    )


@extend_measure.unless
def cannot_extend(measure: CoerciveMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    Once, while its term runs and somebody has approved it.
    """
    if measure.awaits_approval:
        yield OutOfOrder("measure_not_approved", under=TERM)
    yield from no_term_runs(measure, at, under=TERM)
    if measure.is_extended:
        yield BeyondTheLaw("measure_extended_already", under=TERM)


@act(
    "告知检验期间",
    "Fix the time of a test",
    by=HEADS,
    under=TERM,
    power=Power.COERCE,
    rows=("SUS-06",),
)
def fix_test_period(
    measure: CoerciveMeasure,
    at: Circumstances,
    *,
    examination: str,
    test_from_on: date,
    test_until_on: date,
    notice_paper: Upload,
) -> None:
    """
    Fix the time of a test and tell it in writing; so many days are not counted.

    Args:
        measure: The measure.
        at: The head, when.
        examination: What is tested, by whom.
        test_from_on: The first day.
        test_until_on: The last day.
        notice_paper: The notice to the party.

    Raises:
        BeyondTheLaw: If it has no term.
        OutOfOrder: If it is not in force.
        OutOfTime: If its term is over before the test begins, or the days are past or
            reversed.

    Source:
        行政强制法 25(3): the time is made clear and told in writing.
    """
    first(past(test_from_on, at, under=TERM))
    assert measure.term is not None
    if test_until_on < test_from_on or test_from_on > measure.term.ends_on:
        raise OutOfTime("test_outside_term", under=TERM, until_on=measure.term.ends_on)
    days = timedelta(days=(test_until_on - test_from_on).days + 1)
    measure.record(
        MeasureTestPeriodFixed,
        at,
        examination=examination,
        test_from_on=test_from_on,
        test_until_on=test_until_on,
        notice_paper=notice_paper,
        test_limit=Limit("CO.term.test", TERM, last_on=test_until_on),
        term_limit=_later(measure.term, days),
        decide_limit=_later(measure.decide_limit, days),
    )


@fix_test_period.unless
def cannot_fix_test(measure: CoerciveMeasure, at: Circumstances) -> Iterable[Refused]:
    """
    While its term runs.
    """
    yield from no_term_runs(measure, at, under=TERM)


def _later(limit: Limit | None, days: timedelta) -> Limit | None:
    if limit is None or limit.last_on is None:
        return limit
    return replace(limit, last_on=limit.last_on + days)


@act(
    "记录强制措施超期",
    "Record that a measure ran over its term",
    by=Role.CLOCK,
    under=OVERRUN,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-32",),
    rows=("SUS-06", "AUD-03"),
)
def mark_measure_overrun(measure: CoerciveMeasure, at: Circumstances) -> None:
    """
    Record that a term passed without a decision or a lifting.

    Args:
        measure: The measure.
        at: The end of the term.

    Raises:
        OutOfOrder: If no term runs, it had ended in time, or this is recorded.
        OutOfTime: If the term is not over.

    Source:
        行政强制法 62(3): a violation, which nobody but the clock has to find.
    """
    assert measure.term is not None
    measure.record(
        MeasureTermOverrun,
        at,
        limit_passed=measure.term,
        started_by=measure.term_set_by,
    )


@mark_measure_overrun.unless
def cannot_mark_overrun(
    measure: CoerciveMeasure, at: Circumstances
) -> Iterable[Refused]:
    """
    Its term is over, and it had not ended by then.
    """
    term, ended = measure.term, measure.ended_at
    if term is None:
        yield OutOfOrder("no_time_set", under=OVERRUN)
        return
    if measure.is_overrun:
        yield OutOfOrder("flagged_already", under=OVERRUN, rule=term.rule)
    if at.now <= term.ends_at:
        yield OutOfTime("time_not_over", under=OVERRUN, until_on=term.ends_on)
    if ended is not None and ended <= term.ends_at:
        yield OutOfOrder("done_in_time", under=OVERRUN, rule=term.rule)
