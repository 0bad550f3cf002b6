"""
The working calendar (工作日历): which days are worked, and how days are counted.

A calendar is a set of years.
The State Council's notice makes a year official; until then a year is provisional and
knows weekends and statutory holidays only, so whatever was counted through it is marked
暂定 and counted again when the notice is out.
Counting never fails for want of a notice.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, Self

from domain.values import Choice

ONE_DAY: Final = timedelta(days=1)
SATURDAY: Final = 5


class YearStatus(Choice):
    """
    How far a calendar year may be relied on, best first (日历状态).
    """

    OFFICIAL = "正式", "official"
    PROVISIONAL = "暂定", "provisional: statutory holidays only"
    APPROXIMATE = "约略", "approximate: only holidays with a fixed date"


class Note(Choice):
    """
    Why a day was counted, or was not (计入与否的理由).
    """

    START = "起算日,不计入", "day of the start, not counted"
    WORKING = "工作日", "working day"
    MAKE_UP = "调休上班日", "weekend day worked in exchange"
    REST = "休息日", "weekend"
    HOLIDAY = "节假日", "holiday"
    CALENDAR = "自然日", "calendar day"
    SAME_DAY = "对应日", "same day of the month"
    MONTH_END = "当月无对应日,取月末日", "no such day in the month: its last day"
    FULL_HOURS = "小时计满", "the hours are full"
    MOVED_TO = "顺延至首个工作日", "moved to the next working day"


@dataclass(frozen=True, slots=True)
class Step:
    """
    One day of a reckoning (逐日计算).

    Args:
        day: The day.
        note: Why it was counted or was not.
        counted: Which of the period it is, 1 for the first; none if not counted.
        status: How far the calendar of that day was needed and may be relied on.
    """

    day: date
    note: Note
    counted: int | None = None
    status: YearStatus = YearStatus.OFFICIAL


@dataclass(frozen=True, slots=True)
class Reckoned:
    """
    A day that was counted out, with the arithmetic (推算结果).

    Args:
        day: The day arrived at.
        steps: Each day looked at, in the order of looking.
    """

    day: date
    steps: tuple[Step, ...]

    @property
    def status(self) -> YearStatus:
        """
        The least reliable year that the arithmetic needed.
        """
        order = list(YearStatus)
        return max((step.status for step in self.steps), key=order.index)


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """
    One year of the calendar (年度日历).

    Args:
        year: Four digits.
        status: Official, or how much less.
        holidays: Days off, weekends within a holiday included.
        makeup_workdays: Saturdays and Sundays that are worked.
        statutory: Those of the holidays that the regulation itself fixes.
        source: The notice, or what was computed.
    """

    year: int
    status: YearStatus
    holidays: frozenset[date]
    makeup_workdays: frozenset[date]
    statutory: frozenset[date]
    source: str

    def __post_init__(self) -> None:
        """
        Refuse a year that contradicts itself.

        Raises:
            ValueError: If a day is of another year, worked and free at once, a worked
                weekday is listed as made up, or a statutory day is no holiday.
        """
        for wrong, zh, en in (
            (self._days_elsewhere(), "不属于该年", "of another year"),
            (self.holidays & self.makeup_workdays, "既放假又上班", "free and worked"),
            (self._weekdays_made_up(), "调休上班日不是周末", "a weekday made up"),
            (self.statutory - self.holidays, "法定节日未放假", "statutory, not free"),
        ):
            if wrong:
                days = ", ".join(str(day) for day in sorted(wrong))
                raise ValueError(
                    f"{self.year}年日历:{days} {zh}。Calendar {self.year}: {days} {en}."
                )

    def _days_elsewhere(self) -> frozenset[date]:
        every = self.holidays | self.makeup_workdays | self.statutory
        return frozenset(day for day in every if day.year != self.year)

    def _weekdays_made_up(self) -> frozenset[date]:
        return frozenset(d for d in self.makeup_workdays if d.weekday() < SATURDAY)

    def note(self, day: date) -> Note:
        """
        Say what kind of day it is; the day is one of this year.
        """
        if day in self.makeup_workdays:
            return Note.MAKE_UP
        if day in self.holidays:
            return Note.HOLIDAY
        return Note.REST if day.weekday() >= SATURDAY else Note.WORKING


@dataclass(frozen=True, slots=True)
class Calendar:
    """
    The years that are known, and how to make do for the others (工作日历).

    Args:
        years: By number.
        unpublished: Makes a year without a notice; pure.
        version: How many years were put in since the calendar that was shipped.
    """

    years: Mapping[int, CalendarYear] = field(hash=False)
    unpublished: Callable[[int], CalendarYear]
    version: int = 0

    def with_year(self, published: CalendarYear) -> Self:
        """
        Put in a year as published, in place of what was known of it.

        Raises:
            ValueError: If an official year would give way to a lesser one.
        """
        known = self.years.get(published.year)
        if (
            known
            and known.status is YearStatus.OFFICIAL
            and published.status is not YearStatus.OFFICIAL
        ):
            raise ValueError(
                f"{published.year}年已有正式日历,不得改为{published.status.zh}。"
                f"The calendar of {published.year} is official already."
            )
        years = {**self.years, published.year: published}
        return replace(self, years=MappingProxyType(years), version=self.version + 1)

    def year(self, number: int) -> CalendarYear:
        """
        Give a year, as published or as far as it can be made out.
        """
        return self.years.get(number) or self.unpublished(number)

    def note(self, day: date) -> Note:
        """
        Say what kind of day it is.
        """
        return self.year(day.year).note(day)

    def is_working(self, day: date) -> bool:
        """
        Whether the day is worked (是否工作日).
        """
        return self.note(day) in (Note.WORKING, Note.MAKE_UP)

    def add_working_days(self, start: date, count: int) -> Reckoned:
        """
        Count working days from a day, which is not counted itself.

        Args:
            start: Any day, worked or not.
            count: How many; negative counts back; for 0 the start is the answer.
        """
        way = ONE_DAY if count >= 0 else -ONE_DAY
        steps = [Step(start, Note.START)]
        day, counted = start, 0
        while counted < abs(count):
            day += way
            step = self._look_at(day)
            if self.is_working(day):
                counted += 1
                step = replace(step, counted=counted)
            steps.append(step)
        return Reckoned(day, tuple(steps))

    def next_working(self, day: date) -> Reckoned:
        """
        Give the day itself if it is worked, else the next one that is (顺延).
        """
        steps = [self._look_at(day)]
        while not self.is_working(day):
            day += ONE_DAY
            steps.append(self._look_at(day))
        return Reckoned(day, tuple(steps))

    def safe_day(self, day: date) -> Reckoned:
        """
        Give the last working day before a day (安全日).
        """
        return self.add_working_days(day, -1)

    def working_days_between(self, after: date, until: date) -> int:
        """
        Count the working days after one day, up to and including another.

        Returns:
            0 or more; negative where ``until`` lies before ``after``.
        """
        if until < after:
            return -self.working_days_between(until, after)
        return sum(self.is_working(day) for day in _days_after(after, until))

    def _look_at(self, day: date) -> Step:
        year = self.year(day.year)
        return Step(day, year.note(day), status=year.status)


def add_days(start: date, count: int) -> Reckoned:
    """
    Count calendar days from a day, which is not counted itself.

    Args:
        start: Any day.
        count: How many; negative counts back.
    """
    way = ONE_DAY if count >= 0 else -ONE_DAY
    steps = [
        Step(start + way * number, Note.CALENDAR, number)
        for number in range(1, abs(count) + 1)
    ]
    return Reckoned(start + timedelta(days=count), (Step(start, Note.START), *steps))


def add_months(start: date, count: int, *, stride: int = 1) -> Reckoned:
    """
    Count months from a day: the same day of the month, else the last day of the month.

    Args:
        start: Any day.
        count: How many strides; negative counts back.
        stride: Months in one stride; 12 counts years.

    Raises:
        OverflowError: If the day lies beyond the years that a calendar can have.
    """
    sign = 1 if count >= 0 else -1
    steps = [
        _same_day(start, sign * number * stride, counted=number)
        for number in range(1, abs(count) + 1)
    ]
    day = steps[-1].day if steps else start
    return Reckoned(day, (Step(start, Note.START), *steps))


def _same_day(start: date, ahead: int, *, counted: int) -> Step:
    year, month = divmod(start.year * 12 + start.month - 1 + ahead, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(year)
    last = monthrange(year, month + 1)[1]
    note = Note.SAME_DAY if start.day <= last else Note.MONTH_END
    return Step(date(year, month + 1, min(start.day, last)), note, counted)


def _days_after(after: date, until: date) -> Iterator[date]:
    for ahead in range(1, (until - after).days + 1):
        yield after + timedelta(days=ahead)
