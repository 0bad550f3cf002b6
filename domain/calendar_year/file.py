"""
The file of one publication of a calendar year (年度工作日历卷).

A year may be published again: the newest official publication stands, and a provisional
one never displaces an official one.
What was counted through a provisional year is counted anew by whoever shows it.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from domain.base import Audience, File, FirstFact
from domain.calendar import CalendarYear, YearStatus
from domain.law.statutory_days import statutory_year

#: Under which every publication of a year is found.
CALENDARS = "calendars"


class CalendarYearPublished(FirstFact):
    """
    The working calendar of a year was published (工作日历公布).
    """

    TOPIC: ClassVar[str] = "calendar.calendar-year-published.v1"
    ZH: ClassVar[str] = "工作日历公布"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    year: int
    year_status: YearStatus
    holidays: tuple[date, ...]
    makeup_workdays: tuple[date, ...]
    statutory: tuple[date, ...]
    source: str

    def tags(self) -> Iterable[str]:
        """
        Every reckoning of working days asks for the years published.
        """
        return (CALENDARS,)

    def apply(self, aggregate: "PublishedYear") -> None:
        """
        Keep the days.
        """
        aggregate.year = self.year
        aggregate.status = self.year_status
        aggregate.holidays = self.holidays
        aggregate.makeup_workdays = self.makeup_workdays
        aggregate.statutory = self.statutory
        aggregate.source = self.source


class PublishedYear(File):
    """
    A publication of a calendar year (年度工作日历).
    """

    TOPIC: ClassVar[str] = "calendar"
    ZH: ClassVar[str] = "工作日历"
    EN: ClassVar[str] = "calendar"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.year = 0
        self.status = YearStatus.PROVISIONAL
        self.holidays: tuple[date, ...] = ()
        self.makeup_workdays: tuple[date, ...] = ()
        self.statutory: tuple[date, ...] = ()
        self.source = ""

    def as_year(self) -> CalendarYear:
        """
        Give it as the calendar counts with it.
        """
        return CalendarYear(
            year=self.year,
            status=self.status,
            holidays=frozenset(self.holidays),
            makeup_workdays=frozenset(self.makeup_workdays),
            statutory=frozenset(self.statutory),
            source=self.source,
        )


def statutory_days(year: int) -> tuple[date, ...]:
    """
    List the days that the regulation itself fixes for a year, in order.

    Source:
        全国年节及纪念日放假办法.
    """
    return tuple(sorted(statutory_year(year).statutory))
