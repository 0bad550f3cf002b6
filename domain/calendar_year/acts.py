"""
Publishing a calendar year (公布年度工作日历).
"""

from datetime import date

from domain.acts import Reach, opening
from domain.base import Role
from domain.calendar import CalendarYear, YearStatus
from domain.calendar_year.file import (
    CalendarYearPublished,
    PublishedYear,
    statutory_days,
)
from domain.circumstances import Circumstances
from domain.refusals import BeyondTheLaw, OutOfOrder

COUNTING = "行政处罚法85"
HOLIDAYS = "全国年节及纪念日放假办法"

_YEARS = range(1949, 10000)


@opening(
    "公布工作日历",
    "Publish a calendar year",
    by=Role.CLERK,
    under=COUNTING,
    reach=Reach.BELOW,
    rows=("OBL-06",),
)
def publish_calendar_year(
    at: Circumstances,
    *,
    year: int,
    year_status: YearStatus,
    holidays: tuple[date, ...],
    source: str,
    makeup_workdays: tuple[date, ...] = (),
) -> PublishedYear:
    """
    Enter the working calendar of a year as it was announced.

    Args:
        at: Who, when.
        year: Four digits.
        year_status: Official, or how much less.
        holidays: Days off, weekends within a holiday included, all of that year.
        source: The notice, for example ``国办发明电〔2025〕7号``.
        makeup_workdays: Saturdays and Sundays that are worked, all of that year.

    Raises:
        OutOfOrder: If the year is official already and this one is not.
        BeyondTheLaw: If there is no such year, a day is of another one or both free and
            worked, a weekday is made up, or a statutory holiday is no day off.

    Source:
        行政处罚法 85; 全国年节及纪念日放假办法.
    """
    known = at.calendar.year(year).status
    if known is YearStatus.OFFICIAL and year_status is not YearStatus.OFFICIAL:
        raise OutOfOrder("year_official", under=COUNTING, year=year)
    if year not in _YEARS:
        raise BeyondTheLaw("no_such_year", under=COUNTING, year=year)
    statutory = statutory_days(year)
    try:
        CalendarYear(
            year=year,
            status=year_status,
            holidays=frozenset(holidays),
            makeup_workdays=frozenset(makeup_workdays),
            statutory=frozenset(statutory),
            source=source,
        )
    except ValueError as contradiction:
        raise BeyondTheLaw(
            "year_contradicts_itself", under=HOLIDAYS, found=str(contradiction)
        ) from None
    return PublishedYear.start(
        CalendarYearPublished,
        at,
        year=year,
        year_status=year_status,
        holidays=tuple(sorted(set(holidays))),
        makeup_workdays=tuple(sorted(set(makeup_workdays))),
        statutory=statutory,
        source=source,
    )
