"""
Acts while an order to rectify runs: more time, the plan, the reports, the last day.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from domain.acts import Reach, act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.hazard.choices import RECTIFYING, PlanPart, Stage, TreatmentRecipient
from domain.hazard.facts import (
    RectificationDeadlineExtended,
    RectificationExtensionApplied,
    RectificationExtensionRefused,
)
from domain.hazard.facts_of_treatment import (
    MajorHazardTreatmentReported,
    PlanItem,
    RectificationOverdue,
    RectificationPlanFiled,
    RectificationReported,
)
from domain.hazard.file import Hazard
from domain.hazard.grounds import ended, not_at, not_major
from domain.law.ladders import Matter
from domain.law.statutes import HAZARD_RULES_16, PENALTY_RULES_18, SAFETY_LAW
from domain.limits import Limit, limit_if_any
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused
from domain.values import Upload, day_of, end_of

ORDER = SAFETY_LAW.article(65)
EXTENSION = f"{PENALTY_RULES_18.zh}(待核)"
PLAN = HAZARD_RULES_16.article(15)
DOUBLE_REPORT = SAFETY_LAW.article(41, 2)

_TAKEN_IN_BY = (Role.OFFICER, Role.CLERK)

#: The six parts of a plan by the codes of the rule packs, which may add to them.
_NATIONAL: dict[str, PlanPart] = {part.code: part for part in PlanPart}


def reinspection_limit(at: Circumstances, rectify_until: date) -> Limit | None:
    """
    Reckon until when a hazard is to be re-inspected once its last day is over (INV-14).

    The grace of the place never reaches beyond the period of the nation.
    """
    found = [
        limit
        for rule in ("IN.reinspect.grace", "IN.recheck")
        if (limit := limit_if_any(at, rule, rectify_until)) is not None
    ]
    return min(found, key=lambda limit: limit.ends_at, default=None)


@act(
    "登记整改延期申请",
    "Take in an application for more time",
    by=_TAKEN_IN_BY,
    under=EXTENSION,
    time=Time.STATED,
    rows=("HAZ-06",),
)
def apply_extension(
    hazard: Hazard,
    at: Circumstances,
    *,
    reason: str,
    asked_until: date,
    paper: Upload | None = None,
) -> None:
    """
    Take in that the enterprise asked for more time, on the day of its paper.

    Args:
        hazard: The hazard.
        at: Who; when the enterprise asked.
        reason: Why it needs more time.
        asked_until: The last day it asks for.
        paper: Its application.

    Raises:
        OutOfOrder: If no order runs.

    Source:
        应急管理部令18号 (待核); until 2026-01-31 总局令15号 15.
    """
    assert hazard.rectify_until is not None
    before = at.rules.find("hazard.extension.days_before")
    days = before if isinstance(before, int) else 0
    hazard.record(
        RectificationExtensionApplied,
        at,
        reason=reason,
        asked_until=asked_until,
        apply_until=hazard.rectify_until - timedelta(days=days),
        paper=paper,
        answer_limit=limit_if_any(at, "IN.extend.answer", at.on),
    )


@apply_extension.unless
def cannot_apply(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    While an order runs.
    """
    del at
    yield from not_at(hazard, *RECTIFYING, under=EXTENSION)


@act(
    "准予整改延期",
    "Grant more time",
    by=HEADS,
    under=EXTENSION,
    rules=("INV-15",),
    rows=("HAZ-06",),
    matter=Matter.RECTIFICATION_EXTENSION,
)
def extend_deadline(
    hazard: Hazard, at: Circumstances, *, rectify_until: date, reason: str
) -> None:
    """
    Put the last day off; only before it is over.

    Args:
        hazard: The hazard.
        at: Who, when.
        rectify_until: The new last day, inclusive.
        reason: Why.

    Raises:
        OutOfOrder: If nothing was asked for, or no order runs.
        OutOfTime: If the last day is over, or the enterprise asked too late.
        BeyondTheLaw: If the day is no later than the old one, or it has been put off as
            often as the place allows.

    Source:
        应急管理部令18号 (待核); 实施意见(征求意见稿) (二十三).
    """
    first(blank(reason, "reason_missing", under=EXTENSION))
    assert hazard.rectify_until is not None
    if rectify_until <= hazard.rectify_until:
        raise BeyondTheLaw(
            "not_later", under=EXTENSION, rectify_until=hazard.rectify_until
        )
    hazard.record(
        RectificationDeadlineExtended,
        at,
        reason=reason,
        rectify_until=rectify_until,
        nth_extension=hazard.extensions + 1,
        reinspect_limit=reinspection_limit(at, rectify_until),
    )


@extend_deadline.unless
def cannot_extend(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    On an application in time, before the last day ends, as often as the place allows.
    """
    yield from cannot_answer(hazard, at)
    application = hazard.application
    if application and application.applied_on > application.apply_until:
        yield OutOfTime(
            "applied_too_late", under=EXTENSION, until_on=application.apply_until
        )
    count_max = at.rules.find("hazard.extension.count_max")
    if isinstance(count_max, int) and hazard.extensions >= count_max:
        yield BeyondTheLaw("extended_too_often", under=EXTENSION, count_max=count_max)


@act(
    "不予整改延期",
    "Refuse more time",
    by=HEADS,
    under=EXTENSION,
    rules=("INV-15",),
    rows=("HAZ-06",),
)
def refuse_extension(hazard: Hazard, at: Circumstances, *, reason: str) -> None:
    """
    Answer that the last day stays.

    Args:
        hazard: The hazard.
        at: Who, when.
        reason: Why; it is told to the enterprise.

    Raises:
        OutOfOrder: If nothing was asked for, no order runs, or no reason is given.
        OutOfTime: If the last day is over.

    Source:
        应急管理部令18号 (待核).
    """
    first(blank(reason, "reason_missing", under=EXTENSION))
    hazard.record(RectificationExtensionRefused, at, reason=reason)


@refuse_extension.unless
def cannot_answer(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    An application awaits its answer, and the last day is not over.
    """
    yield from not_at(hazard, *RECTIFYING, under=EXTENSION)
    if hazard.application is None:
        yield OutOfOrder("nothing_applied_for", under=EXTENSION)
    until = hazard.rectify_until
    if until is not None and day_of(at.now) > until:
        yield OutOfTime("deadline_passed", under=ORDER, rectify_until=until)


@act(
    "登记整改方案",
    "Take in a rectification plan",
    by=_TAKEN_IN_BY,
    under=PLAN,
    time=Time.STATED,
    rules=("INV-12",),
    rows=("HAZ-05",),
)
def file_rectification_plan(
    hazard: Hazard,
    at: Circumstances,
    *,
    aims: str = "",
    methods_and_measures: str = "",
    money_and_goods: str = "",
    body_and_people: str = "",
    time_required: str = "",
    safety_and_emergency: str = "",
    further_items: tuple[PlanItem, ...] = (),
    paper: Upload | None = None,
) -> None:
    """
    Take in the enterprise's plan; that for a major hazard has every item of the rules.

    Args:
        hazard: The hazard.
        at: Who; the day of the plan.
        aims: What is to be reached.
        methods_and_measures: How.
        money_and_goods: With what means.
        body_and_people: By whom.
        time_required: By when.
        safety_and_emergency: Safety measures meanwhile, and the emergency plan.
        further_items: What the rule pack of the place adds.
        paper: The plan as filed.

    Raises:
        OutOfOrder: If no order runs, or an item is empty for a major hazard.

    Source:
        总局令16号 15.
    """
    given = {
        PlanPart.AIMS.code: aims,
        PlanPart.METHODS_AND_MEASURES.code: methods_and_measures,
        PlanPart.MONEY_AND_GOODS.code: money_and_goods,
        PlanPart.BODY_AND_PEOPLE.code: body_and_people,
        PlanPart.TIME.code: time_required,
        PlanPart.SAFETY_MEASURES_AND_EMERGENCY_PLAN.code: safety_and_emergency,
    } | {item.plan_item: item.plan_text for item in further_items}
    wanted = at.rules.words("hazard.major.plan") if hazard.is_major else ()
    missing = tuple(
        _NATIONAL.get(part, part) for part in wanted if not given.get(part, "").strip()
    )
    if missing:
        raise OutOfOrder("plan_incomplete", under=PLAN, missing=missing)
    hazard.record(
        RectificationPlanFiled,
        at,
        aims=aims,
        methods_and_measures=methods_and_measures,
        money_and_goods=money_and_goods,
        body_and_people=body_and_people,
        time_required=time_required,
        safety_and_emergency=safety_and_emergency,
        further_items=further_items,
        paper=paper,
    )


@file_rectification_plan.unless
def cannot_file_plan(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    While an order runs.
    """
    del at
    yield from not_at(hazard, *RECTIFYING, under=PLAN)


@act(
    "登记重大隐患治理报告",
    "Take in a report on the treatment of a major hazard",
    by=_TAKEN_IN_BY,
    under=DOUBLE_REPORT,
    time=Time.STATED,
    rules=("INV-13",),
    rows=("HAZ-04",),
)
def report_treatment(
    hazard: Hazard,
    at: Circumstances,
    *,
    reported_to: TreatmentRecipient,
    progress: str = "",
    paper: Upload | None = None,
) -> None:
    """
    Take in that the enterprise reported to one of the two recipients (双报告).

    Args:
        hazard: The hazard.
        at: Who; the day of the report.
        reported_to: The department, the workers' congress, or beyond these two the
            shareholders' meeting.
        progress: What was reported.
        paper: The report, or the minutes.

    Raises:
        OutOfOrder: If the hazard has ended.
        BeyondTheLaw: If it is not a major one.

    Source:
        安全生产法 41(2); 甘委发〔2017〕28号 (五).
    """
    hazard.record(
        MajorHazardTreatmentReported,
        at,
        reported_to=reported_to,
        progress=progress,
        paper=paper,
    )


@report_treatment.unless
def cannot_report_treatment(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    An open major hazard.
    """
    del at
    yield from ended(hazard, under=DOUBLE_REPORT)
    yield from not_major(hazard, under=DOUBLE_REPORT)


@act(
    "登记整改报告",
    "Take in a report of rectification",
    by=_TAKEN_IN_BY,
    under=ORDER,
    time=Time.STATED,
    rules=("INV-08", "INV-15"),
    rows=("HAZ-02", "HAZ-09"),
)
def report_rectification(
    hazard: Hazard,
    at: Circumstances,
    *,
    done: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Take in that the enterprise has rectified and asks to be re-inspected.

    Args:
        hazard: The hazard.
        at: Who; when the enterprise reported.
        done: What was done.
        evidence: Photographs, papers.

    Raises:
        OutOfOrder: If no order runs.

    Source:
        安全生产法 65.
    """
    assert hazard.rectify_until is not None
    hazard.record(
        RectificationReported,
        at,
        done=done,
        in_time=at.on <= hazard.rectify_until,
        evidence=evidence,
        recheck_limit=limit_if_any(at, "IN.recheck", at.on),
    )


@report_rectification.unless
def cannot_report(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    While an order runs, also after its last day.
    """
    del at
    yield from not_at(hazard, *RECTIFYING, under=ORDER)


@act(
    "逾期未整改",
    "Mark a hazard as overdue",
    by=Role.CLOCK,
    under=ORDER,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-15", "INV-16"),
    rows=("HAZ-11",),
)
def mark_overdue(hazard: Hazard, at: Circumstances) -> None:
    """
    Mark that the last day passed without a report.

    Args:
        hazard: The hazard.
        at: The end of the last day.

    Raises:
        OutOfOrder: If something was reported, no order runs, or it is marked already.
        OutOfTime: If the last day is not over.

    Source:
        安全生产法 65; 实施意见(征求意见稿) (二十三)(二十四).
    """
    record_overdue(hazard, at, seen_on=day_of(at.now))


@mark_overdue.unless
def cannot_mark(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    Once, when the last day is over and nothing was reported.
    """
    yield from not_at(hazard, *RECTIFYING, under=ORDER)
    if hazard.overdue:
        yield OutOfOrder("overdue_already", under=ORDER)
    until = hazard.rectify_until
    if until is not None and at.now <= end_of(until):
        yield OutOfTime("not_overdue", under=ORDER, rectify_until=until)


def record_overdue(hazard: Hazard, at: Circumstances, *, seen_on: date) -> None:
    """
    Record that the last day is over, and until when a major hazard is to be escalated.

    Args:
        hazard: The hazard; an order runs and its last day is over.
        at: Who, when.
        seen_on: The legal day on which this is seen.
    """
    until = hazard.rectify_until
    assert until is not None
    limit = limit_if_any(at, "IN.major.escalate", at.on) if hazard.is_major else None
    hazard.record(
        RectificationOverdue,
        at,
        rectify_until=until,
        days_late=(seen_on - until).days,
        body=hazard.body,
        escalate_limit=limit,
    )


def rejected_after_last_day(hazard: Hazard, at: Circumstances) -> bool:
    """
    Whether a rejection now makes the hazard overdue at once (INV-15).
    """
    until = hazard.rectify_until
    return until is not None and at.on > until and not hazard.overdue


#: Where a re-inspection on expiry may find a hazard: nothing was reported.
UNREPORTED = frozenset((Stage.ORDERED, Stage.LISTED))
