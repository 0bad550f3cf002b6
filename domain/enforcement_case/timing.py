"""
Acts on the time that a case may take, and on what it must lead to (办案期限、必须结果).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from domain.acts import Power, Reach, act
from domain.base import HEADS, Role
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import OPEN, ClockGround, MandatoryOutcome
from domain.enforcement_case.facts_of_ending import (
    CaseClockResumed,
    CaseClockSuspended,
    CaseTimeExtended,
)
from domain.enforcement_case.facts_of_judging import (
    MandatoryOutcomeRequired,
    MandatoryOutcomeSatisfied,
)
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.grounds import not_at
from domain.grounds import blank, first
from domain.law.ladders import Matter
from domain.law.statutes import PENALTY_LAW, XINZHOU_NOTICE
from domain.limits import Limit, limit_if_any
from domain.references import FileRef
from domain.refusals import NoSuchCase, OutOfOrder, OutOfTime, Refused
from domain.values import Upload

TIME = PENALTY_LAW.article(60)
OUTCOMES = f"{XINZHOU_NOTICE.zh}(九)"


@act(
    "延长办案期限",
    "Extend the time of a case",
    by=HEADS,
    under=TIME,
    power=Power.PENALISE,
    reach=Reach.BELOW,
    rows=("PEN-01",),
    matter=Matter.CASE_EXTENSION,
)
def extend_case_time(
    case: EnforcementCase,
    at: Circumstances,
    *,
    extended_until: date,
    reason: str,
    legal_basis: str,
) -> None:
    """
    Give more time to decide: the own head, or the body above it.

    Args:
        case: The case.
        at: Who, when.
        extended_until: The new last day, inclusive.
        reason: Why.
        legal_basis: What allows it.

    Raises:
        OutOfOrder: If the case is not open, its time stands still, or no reason or
            basis is given.
        OutOfTime: If the day is no later, or later than whoever decides may allow.

    Source:
        行政处罚法 60; until 2026-01-31 总局令15号 32: ninety days by the own head, a
        hundred and eighty by the body above.
    """
    for text in (reason, legal_basis):
        first(blank(text, "reason_missing", under=TIME))
    by_superior = not at.standing.goes_on_for(case.body, at)
    first(_not_this_long(case, at, extended_until, by_superior=by_superior))
    old = _old_rule(at, by_superior=by_superior)
    rule = old or "PN.limit.decide.ext_new"
    case.record(
        CaseTimeExtended,
        at,
        reason=reason,
        legal_basis=legal_basis,
        nth_extension=case.extensions + 1,
        by_superior=by_superior,
        decide_limit=Limit(rule, legal_basis, last_on=extended_until),
    )


def _not_this_long(
    case: EnforcementCase, at: Circumstances, until: date, *, by_superior: bool
) -> Iterable[Refused]:
    current = case.decide_limit
    if until <= (current.ends_on if current else at.on):
        yield OutOfTime(
            "not_put_off", under=TIME, until_on=current.ends_on if current else at.on
        )
    rule = _old_rule(at, by_superior=by_superior)
    assert case.filed_on is not None
    longest = limit_if_any(at, rule, case.filed_on) if rule else None
    if longest is not None and until > longest.ends_on:
        yield OutOfTime("beyond_extension", under=TIME, until_on=longest.ends_on)


def _old_rule(at: Circumstances, *, by_superior: bool) -> str:
    """
    Name the rule of an extension by the old rules; empty once they are no more.
    """
    rule = "PN.limit.decide.ext2" if by_superior else "PN.limit.decide.ext1"
    return rule if limit_if_any(at, rule, at.on) is not None else ""


@act(
    "中止办案期限",
    "Suspend the time of a case",
    by=HEADS,
    under=TIME,
    power=Power.PENALISE,
    rows=("PEN-01",),
)
def suspend_case_clock(
    case: EnforcementCase,
    at: Circumstances,
    *,
    clock_ground: ClockGround,
    reason: str,
    legal_basis: str = "",
) -> None:
    """
    Let the time of a case stand still; without a provision that is marked 待核, and the
    time runs on.

    Args:
        case: The case.
        at: Who, when.
        clock_ground: Why.
        reason: What happened.
        legal_basis: What allows it, where anything does.

    Raises:
        OutOfOrder: If the case is not open, its time stands still already, or no reason
            is given.

    Source:
        行政处罚法 60 knows no suspension; 应急管理部令18号 待核.
    """
    first(blank(reason, "reason_missing", under=TIME))
    if case.suspended_on is not None:
        raise OutOfOrder("clock_suspended", under=TIME, on=case.suspended_on)
    case.record(
        CaseClockSuspended,
        at,
        clock_ground=clock_ground,
        legal_basis=legal_basis,
        unsettled=not legal_basis.strip(),
        reason=reason,
    )


@act(
    "恢复办案期限",
    "Resume the time of a case",
    by=HEADS,
    under=TIME,
    power=Power.PENALISE,
    rows=("PEN-01",),
)
def resume_case_clock(case: EnforcementCase, at: Circumstances, *, reason: str) -> None:
    """
    Let the time of a case run again, later by the days that it stood still; by none
    where no provision let it.

    Args:
        case: The case.
        at: Who, when.
        reason: Why.

    Raises:
        OutOfOrder: If the case is not open, its time runs, or no reason is given.

    Source:
        行政处罚法 60; 国务院令310号 11.
    """
    first(blank(reason, "reason_missing", under=TIME))
    run_on(case, at, reason=reason)


def run_on(
    case: EnforcementCase, at: Circumstances, *, reason: str, cause: str | None = None
) -> None:
    """
    Record that the time of a case runs again, later by the days that it stood still.

    Args:
        case: The case, whose time was suspended.
        at: Who, when.
        reason: Why.
        cause: The fact that it follows from; the case's newest by default.
    """
    assert case.suspended_on is not None
    days = max((at.on - case.suspended_on).days, 0) if case.stands_still else 0
    limit = case.decide_limit
    if limit is not None and limit.last_on is not None:
        limit = replace(limit, last_on=limit.last_on + timedelta(days=days))
    case.record(
        CaseClockResumed,
        at,
        cause=cause,
        reason=reason,
        days_suspended=days,
        decide_limit=limit,
    )


def stands_still_for(case: EnforcementCase, ground: ClockGround) -> bool:
    """
    Whether the time of an open case is suspended, and for a ground.
    """
    newest = [fact for fact in case.history if isinstance(fact, CaseClockSuspended)]
    is_still = case.stage in OPEN and case.suspended_on is not None
    return is_still and newest[-1].clock_ground is ground


@suspend_case_clock.unless
def cannot_time(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    While the case is open.
    """
    del at
    yield from not_at(case, *OPEN, under=TIME)


@resume_case_clock.unless
def cannot_resume(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    While the case is open and its time stands still.
    """
    yield from cannot_time(case, at)
    if case.suspended_on is None:
        needed = CaseClockSuspended.ZH
        yield OutOfOrder("clock_running", under=TIME, needed=needed)


@extend_case_time.unless
def cannot_extend(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    While the case is open and its time runs.
    """
    yield from cannot_time(case, at)
    if case.stands_still:
        yield OutOfOrder("clock_suspended", under=TIME, on=case.suspended_on)


@act(
    "确定必须结果",
    "Require an outcome of a case",
    by=Role.CLERK,
    under=OUTCOMES,
    rules=("INV-28",),
    rows=("PEN-13",),
)
def require_outcome(
    case: EnforcementCase,
    at: Circumstances,
    *,
    mandatory_outcome: MandatoryOutcome,
    legal_basis: str,
    reason: str,
) -> None:
    """
    Record what a rule says that the case must lead to.

    Args:
        case: The case.
        at: Who, when.
        mandatory_outcome: Which of the four.
        legal_basis: The rule.
        reason: Why it applies.

    Raises:
        OutOfOrder: If the case is not open, it is required already, or no basis is
            given.

    Source:
        忻州2020通知 (九): 四个一律; closing is the government's (安全生产法 115).
    """
    first(blank(legal_basis, "reason_missing", under=OUTCOMES))
    if mandatory_outcome in case.outcomes:
        raise OutOfOrder("outcome_required", under=OUTCOMES)
    case.record(
        MandatoryOutcomeRequired,
        at,
        mandatory_outcome=mandatory_outcome,
        legal_basis=legal_basis,
        reason=reason,
    )


@act(
    "记录必须结果落实",
    "Record that an outcome has come about",
    by=Role.CLERK,
    under=OUTCOMES,
    rules=("INV-28",),
    rows=("PEN-13",),
)
def satisfy_outcome(
    case: EnforcementCase,
    at: Circumstances,
    *,
    mandatory_outcome: MandatoryOutcome,
    done: str,
    outcome_file: FileRef | None = None,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that what the case must lead to has come about, with what shows it.

    Args:
        case: The case.
        at: Who, when.
        mandatory_outcome: Which of the four.
        done: What was done.
        outcome_file: The file that shows it: an order, a request to close.
        evidence: Papers that show it.

    Raises:
        NoSuchCase: If it is not required.
        OutOfOrder: If nothing shows it.

    Source:
        忻州2020通知 (九).
    """
    if outcome_file is None and not evidence:
        raise OutOfOrder("evidence_missing", under=OUTCOMES)
    case.record(
        MandatoryOutcomeSatisfied,
        at,
        mandatory_outcome=mandatory_outcome,
        done=done,
        outcome_file=outcome_file,
        evidence=evidence,
    )


@require_outcome.unless
def cannot_set_outcome(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    While the case is open.
    """
    del at
    yield from not_at(case, *OPEN, under=OUTCOMES)


@satisfy_outcome.unless_named
def not_required(
    case: EnforcementCase,
    at: Circumstances,
    *,
    mandatory_outcome: MandatoryOutcome,
    **_: object,
) -> Iterable[Refused]:
    """
    It need not lead to that.
    """
    del at
    if mandatory_outcome not in case.outcomes:
        yield NoSuchCase("outcome_not_required", under=OUTCOMES)


@satisfy_outcome.unless
def cannot_satisfy(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    While the case is open and must lead to something.
    """
    yield from cannot_set_outcome(case, at)
    if not case.outcomes:
        yield OutOfOrder("outcome_not_required", under=OUTCOMES)
