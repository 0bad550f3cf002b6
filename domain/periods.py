"""
When a period ends (期限的计算).

The day and the moment of the start do not count; the last day is still in time.
Working days are those of the calendar in force; months and years end on the same day of
the month, or on its last day where there is none; hours run through nights and rest
days, to the minute.
A last day that is a rest day moves on only where the rule says so: before a court or a
review authority, and for a party that pays.
A limit of the authority itself never moves; the last working day before it is shown as
the safe day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from domain.calendar import (
    ONE_DAY,
    Calendar,
    Note,
    Reckoned,
    Step,
    YearStatus,
    add_days,
    add_months,
)
from domain.law.dated import Confidence
from domain.law.deadlines import rule_on
from domain.law.packs import Pack
from domain.law.rule import MONTHS_IN_A_YEAR, Ends, PackMay, Period, Rule, Unit
from domain.law.silence import LawSilent
from domain.values import day_of


@dataclass(frozen=True, slots=True)
class Due:
    """
    The end of a period, with how it was found (期限届满).

    Args:
        rule: The row of the table that was used.
        period: The length that was used: the row's, or the pack's.
        start: The day, or for hours the moment, that it was counted from.
        due: The last day or moment that is still in time; for ``Ends.EARLIEST`` the
            last at which the act is not lawful yet.
        steps: The arithmetic, day by day; for months and years one entry for each.
        status: How far the calendar that was needed may be relied on.
        provision: The row's, or what the pack's value rests on.
        confidence: The row's, or that of the pack's value.
        pack: Code of the pack that set the period; empty if national law did.
        rolled_from: The rest day on which it would have ended, where it moved on.
        earliest: First lawful day or moment, for ``Ends.EARLIEST``; else none.
        safe_day: Last working day before a limit that ends on a rest day and does not
            move; none if it ends on a working day, or none lies in the period.
        safe_status: How far the calendar that the safe day needed may be relied on.
    """

    rule: Rule
    period: Period
    start: date | datetime
    due: date | datetime
    steps: tuple[Step, ...]
    status: YearStatus
    provision: str
    confidence: Confidence
    pack: str = ""
    rolled_from: date | None = None
    earliest: date | datetime | None = None
    safe_day: date | None = None
    safe_status: YearStatus = YearStatus.OFFICIAL

    @property
    def provisional(self) -> bool:
        """
        Whether the due day is to be counted again when a calendar is published (暂定).
        """
        return self.status is not YearStatus.OFFICIAL

    @property
    def day(self) -> date:
        """
        The legal day on which it is due.
        """
        return _legal_day(self.due)


@dataclass(frozen=True, slots=True)
class _Length:
    """
    How long, and who says so.
    """

    period: Period
    provision: str
    confidence: Confidence
    pack: str = ""


def due(
    rule_id: str,
    start: date | datetime,
    *,
    calendar: Calendar,
    pack: Pack | None = None,
) -> Due:
    """
    Reckon when a period ends (计算期限).

    The rule is that of the day of the start.

    Args:
        rule_id: For example ``PN.pay``.
        start: The legal day of the fact that starts it, or an aware moment for a rule
            in hours; for a rule that starts with another one, that one's due day.
        calendar: The working calendar in force.
        pack: The rule pack of the place, for what national law leaves open and for
            limits that the place has shortened.

    Raises:
        LawSilent: If there is no such rule (``unknown_rule``) or none in force that day
            (``not_in_force``); if it states no period (``none``, ``prompt``) or leaves
            it to the act or the pack (``set``); if it wants a moment and was given a
            day, or the reverse (``wants_a_moment``, ``wants_a_day``); if the end lies
            beyond the year 9999 or before the year 1 (``beyond_the_calendar``).
    """
    rule = rule_on(rule_id, _legal_day(start))
    length = _length(rule, pack, on=_legal_day(start))
    try:
        if length.period.unit is Unit.HOUR:
            return _due_moment(rule, length, start, calendar=calendar)
        return _due_day(rule, length, start, calendar=calendar)
    except OverflowError:
        raise LawSilent(
            "beyond_the_calendar",
            "期限超出公历可计算的范围。",
            "The period ends beyond what a calendar can say.",
            under=rule.provision,
        ) from None


def due_along(
    rule_ids: Sequence[str],
    start: date,
    *,
    calendar: Calendar,
    pack: Pack | None = None,
) -> tuple[Due, ...]:
    """
    Reckon periods of which each starts where the one before it ends (期限相接).

    Args:
        rule_ids: At least one, in order, for example ``RM.suit``, ``CO.court.window``.
        start: The legal day of the fact that starts the first.
        calendar: The working calendar in force.
        pack: The rule pack of the place.

    Raises:
        LawSilent: As ``due`` does; and ``not_joined`` if a rule does not start with the
            one before it.
    """
    found = [due(rule_ids[0], start, calendar=calendar, pack=pack)]
    for rule_id in rule_ids[1:]:
        before = found[-1]
        following = due(rule_id, before.due, calendar=calendar, pack=pack)
        if before.rule.id not in following.rule.start_facts:
            raise LawSilent(
                "not_joined",
                f"{rule_id}不从{before.rule.id}期满起算。",
                f"{rule_id} does not start where {before.rule.id} ends.",
                under=following.rule.provision,
            )
        found.append(following)
    return tuple(found)


def _legal_day(when: date | datetime) -> date:
    if not isinstance(when, datetime):
        return when
    if when.tzinfo is None:
        raise LawSilent(
            "wants_a_moment",
            "时刻须带时区,例如 2026-09-24T10:20+08:00。",
            "A moment needs its zone, for example 2026-09-24T10:20+08:00.",
        )
    return day_of(when)


def _length(rule: Rule, pack: Pack | None, *, on: date) -> _Length:
    """
    Take the pack's period where the pack may set one, else the row's.
    """
    own = _set_by(pack, rule, on=on) if pack else None
    if own:
        return own
    if isinstance(rule.period, Period):
        return _Length(rule.period, rule.provision, rule.confidence)
    raise LawSilent(
        rule.period.code,
        f"{rule.id}({rule.zh})没有可计算的期限:{rule.period.zh}。",
        f"{rule.id} ({rule.en}) states no period: {rule.period.en}.",
        under=rule.provision,
    )


def _set_by(pack: Pack, rule: Rule, *, on: date) -> _Length | None:
    for setting in pack.settings.get(rule.id, ()):
        own = setting.value
        if (
            isinstance(own, Period)
            and setting.stands_on(on)
            and _may_replace(rule, own)
        ):
            return _Length(own, setting.basis, setting.confidence, pack.code)
    return None


def _may_replace(rule: Rule, own: Period) -> bool:
    """
    Whether a place's period has any effect: a longer one has none, where only a shorter
    is allowed.
    """
    if rule.pack_may_change is PackMay.SHORTEN and isinstance(rule.period, Period):
        return own.surely_within(rule.period)
    return rule.pack_may_change in (PackMay.SHORTEN, PackMay.SET)


def _due_moment(
    rule: Rule, length: _Length, start: date | datetime, *, calendar: Calendar
) -> Due:
    if not isinstance(start, datetime):
        raise LawSilent(
            "wants_a_moment",
            f"{rule.id}以小时计算,须给出起算时刻,例如 2026-09-24T10:20+08:00。",
            f"{rule.id} runs in hours; give a moment such as 2026-09-24T10:20+08:00.",
            under=rule.provision,
        )
    hours = timedelta(hours=length.period.length)
    end = (start.astimezone(UTC) + hours).astimezone(start.tzinfo)
    steps = (
        Step(day_of(start), Note.START),
        Step(day_of(end), Note.FULL_HOURS, length.period.length),
    )
    safe = _safe_day(rule, day_of(end), start=day_of(start), calendar=calendar)
    return Due(
        rule=rule,
        period=length.period,
        start=start,
        due=end,
        steps=steps,
        status=YearStatus.OFFICIAL,
        provision=length.provision,
        confidence=length.confidence,
        pack=length.pack,
        earliest=end if rule.ends is Ends.EARLIEST else None,
        safe_day=safe.day if safe else None,
        safe_status=safe.status if safe else YearStatus.OFFICIAL,
    )


def _due_day(
    rule: Rule, length: _Length, start: date | datetime, *, calendar: Calendar
) -> Due:
    if isinstance(start, datetime):
        raise LawSilent(
            "wants_a_day",
            f"{rule.id}以日、月或者年计算,须给出日期,例如 2026-09-24。",
            f"{rule.id} runs in days, months or years; give a day such as 2026-09-24.",
            under=rule.provision,
        )
    counted = _count(length.period, start, calendar=calendar)
    reckoned = _rolled(counted, calendar) if rule.rolls else counted
    safe = _safe_day(rule, reckoned.day, start=start, calendar=calendar)
    return Due(
        rule=rule,
        period=length.period,
        start=start,
        due=reckoned.day,
        steps=reckoned.steps,
        status=reckoned.status,
        provision=length.provision,
        confidence=length.confidence,
        pack=length.pack,
        rolled_from=counted.day if reckoned.day != counted.day else None,
        earliest=reckoned.day + ONE_DAY if rule.ends is Ends.EARLIEST else None,
        safe_day=safe.day if safe else None,
        safe_status=safe.status if safe else YearStatus.OFFICIAL,
    )


def _count(period: Period, start: date, *, calendar: Calendar) -> Reckoned:
    match period.unit:
        case Unit.WORKING_DAY:
            return calendar.add_working_days(start, period.length)
        case Unit.MONTH:
            return add_months(start, period.length)
        case Unit.YEAR:
            return add_months(start, period.length, stride=MONTHS_IN_A_YEAR)
        case _:
            return add_days(start, period.length)


def _rolled(counted: Reckoned, calendar: Calendar) -> Reckoned:
    """
    Move a last day that is a rest day on to the next working day (顺延).
    """
    *before, last = counted.steps
    moved = calendar.next_working(counted.day)
    if moved.day == counted.day:
        needed = moved.steps[0].status
        closing = [Step(last.day, last.note, last.counted, needed)]
    else:
        rest, *between, found = moved.steps
        closing = [
            Step(last.day, rest.note, last.counted, rest.status),
            *between,
            Step(found.day, Note.MOVED_TO, status=found.status),
        ]
    return Reckoned(moved.day, (*before, *closing))


def _safe_day(
    rule: Rule, end: date, *, start: date, calendar: Calendar
) -> Reckoned | None:
    """
    Find the last working day before a limit that ends on a rest day and does not move.
    """
    if rule.ends is not Ends.LIMIT or rule.rolls or calendar.is_working(end):
        return None
    safe = calendar.safe_day(end)
    return safe if safe.day >= start or end < start else None
