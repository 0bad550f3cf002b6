"""
Office hours (办公时间): when people of an office do what they do.

Nobody acts at the full minute on purpose, and nobody on a rest day without a reason.
"""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

from domain.law.calendars import SHIPPED
from domain.values import OFFICE_ZONE, day_of

ONE_DAY: Final = timedelta(days=1)

#: From when to when people are at their desks, by half days.
MORNING: Final = time(8, 35), time(11, 20)
AFTERNOON: Final = time(13, 35), time(16, 45)


def moment(day: date, hour: int, minute: int = 0, *, second: int = 0) -> datetime:
    """
    Give a moment of a day in the office's zone.
    """
    return datetime.combine(day, time(hour, minute, second), OFFICE_ZONE)


def is_working(day: date) -> bool:
    """
    Whether the offices are open.
    """
    return SHIPPED.is_working(day)


def working_day(day: date) -> date:
    """
    Give the day itself if the offices are open, else the next on which they are.
    """
    return SHIPPED.next_working(day).day


def working_day_before(day: date) -> date:
    """
    Give the last day before another on which the offices are open.
    """
    day -= ONE_DAY
    while not is_working(day):
        day -= ONE_DAY
    return day


def later(start: date, count: int) -> date:
    """
    Count working days; none gives the day itself or the next working one.
    """
    if count <= 0:
        return working_day(start)
    return SHIPPED.add_working_days(start, count).day


def earlier(start: date, count: int) -> date:
    """
    Count working days backwards.
    """
    for _ in range(count):
        start = working_day_before(start)
    return start


def morning(rng: Random, day: date) -> datetime:
    """
    Choose a moment of the morning.
    """
    return _between(rng, day, MORNING)


def afternoon(rng: Random, day: date) -> datetime:
    """
    Choose a moment of the afternoon.
    """
    return _between(rng, day, AFTERNOON)


def in_office(rng: Random, day: date) -> datetime:
    """
    Choose a moment of a half day.
    """
    return rng.choice((morning, afternoon))(rng, day)


def minutes_after(rng: Random, start: datetime, within: tuple[int, int]) -> datetime:
    """
    Choose a moment some minutes after another.

    Args:
        rng: The dice.
        start: The other.
        within: How many minutes, from and to.
    """
    least, most = within
    return start + timedelta(seconds=rng.randint(least * 60, most * 60))


def next_day(after: datetime, count: int = 1) -> date:
    """
    Give the working day that is so many after the day of a moment.
    """
    return later(day_of(after), count)


def _between(rng: Random, day: date, span: tuple[time, time]) -> datetime:
    start, end = (datetime.combine(day, each, OFFICE_ZONE) for each in span)
    return start + timedelta(seconds=rng.randint(0, int((end - start).total_seconds())))
