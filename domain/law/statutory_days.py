"""
The statutory holidays (法定节假日) of any year, as far as they can be known beforehand.

Four of them move with the moon or the sun; for the years of the table their days were
computed once (GB/T 33661 for the lunar months, the solar term for Qingming).
Outside the table a year has its fixed dates only and is marked approximate.
Which working days are exchanged for weekends nobody knows before the year's notice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from domain.calendar import CalendarYear, YearStatus
from domain.law.dated import Confidence, Dated
from domain.law.statutes import HOLIDAY_REGULATION


@dataclass(frozen=True, slots=True)
class Scheme:
    """
    What one version of the regulation on holidays grants (放假天数).

    Args:
        spring: Days off around the Spring Festival, counted from its first day (初一):
            0 is that day, -1 the eve (除夕).
        labour: Days off from 1 May on.
        national: Days off from 1 October on.
        folk: Whether Qingming, Dragon Boat and Mid-Autumn are days off.
    """

    spring: tuple[int, ...]
    labour: int
    national: int
    folk: bool


#: 全国年节及纪念日放假办法 through its versions: of 1949, 1999 (Order 270),
#: 2007 (Order 513), 2013 (Order 644) and 2024 (Order 795).
SCHEMES: Final = Dated(
    cite=HOLIDAY_REGULATION.article(2),
    steps=(
        (date(1949, 12, 23), Scheme((0, 1, 2), labour=1, national=2, folk=False)),
        (date(1999, 9, 18), Scheme((0, 1, 2), labour=3, national=3, folk=False)),
        (date(2008, 1, 1), Scheme((-1, 0, 1), labour=1, national=3, folk=True)),
        (date(2014, 1, 1), Scheme((0, 1, 2), labour=1, national=3, folk=True)),
        (date(2025, 1, 1), Scheme((-1, 0, 1, 2), labour=2, national=3, folk=True)),
    ),
    confidence=Confidence.REMEMBERED,
)

#: Year; Spring Festival 春节(初一), Qingming 清明, Dragon Boat 端午, Mid-Autumn 中秋.
MOVING: Final = (
    (1996, "02-19", "04-04", "06-20", "09-27"),
    (1997, "02-07", "04-05", "06-09", "09-16"),
    (1998, "01-28", "04-05", "05-30", "10-05"),
    (1999, "02-16", "04-05", "06-18", "09-24"),
    (2000, "02-05", "04-04", "06-06", "09-12"),
    (2001, "01-24", "04-05", "06-25", "10-01"),
    (2002, "02-12", "04-05", "06-15", "09-21"),
    (2003, "02-01", "04-05", "06-04", "09-11"),
    (2004, "01-22", "04-04", "06-22", "09-28"),
    (2005, "02-09", "04-05", "06-11", "09-18"),
    (2006, "01-29", "04-05", "05-31", "10-06"),
    (2007, "02-18", "04-05", "06-19", "09-25"),
    (2008, "02-07", "04-04", "06-08", "09-14"),
    (2009, "01-26", "04-04", "05-28", "10-03"),
    (2010, "02-14", "04-05", "06-16", "09-22"),
    (2011, "02-03", "04-05", "06-06", "09-12"),
    (2012, "01-23", "04-04", "06-23", "09-30"),
    (2013, "02-10", "04-04", "06-12", "09-19"),
    (2014, "01-31", "04-05", "06-02", "09-08"),
    (2015, "02-19", "04-05", "06-20", "09-27"),
    (2016, "02-08", "04-04", "06-09", "09-15"),
    (2017, "01-28", "04-04", "05-30", "10-04"),
    (2018, "02-16", "04-05", "06-18", "09-24"),
    (2019, "02-05", "04-05", "06-07", "09-13"),
    (2020, "01-25", "04-04", "06-25", "10-01"),
    (2021, "02-12", "04-04", "06-14", "09-21"),
    (2022, "02-01", "04-05", "06-03", "09-10"),
    (2023, "01-22", "04-05", "06-22", "09-29"),
    (2024, "02-10", "04-04", "06-10", "09-17"),
    (2025, "01-29", "04-04", "05-31", "10-06"),
    (2026, "02-17", "04-05", "06-19", "09-25"),
    (2027, "02-06", "04-05", "06-09", "09-15"),
    (2028, "01-26", "04-04", "05-28", "10-03"),
    (2029, "02-13", "04-04", "06-16", "09-22"),
    (2030, "02-03", "04-05", "06-05", "09-12"),
    (2031, "01-23", "04-05", "06-24", "10-01"),
    (2032, "02-11", "04-04", "06-12", "09-19"),
    (2033, "01-31", "04-04", "06-01", "09-08"),
    (2034, "02-19", "04-05", "06-20", "09-27"),
    (2035, "02-08", "04-05", "06-10", "09-16"),
    (2036, "01-28", "04-04", "05-30", "10-04"),
    (2037, "02-15", "04-04", "06-18", "09-24"),
    (2038, "02-04", "04-05", "06-07", "09-13"),
    (2039, "01-24", "04-05", "05-27", "10-02"),
    (2040, "02-12", "04-04", "06-14", "09-20"),
    (2041, "02-01", "04-04", "06-03", "09-10"),
    (2042, "01-22", "04-04", "06-22", "09-28"),
    (2043, "02-10", "04-05", "06-11", "09-17"),
    (2044, "01-30", "04-04", "05-31", "10-05"),
    (2045, "02-17", "04-04", "06-19", "09-25"),
    (2046, "02-06", "04-04", "06-08", "09-15"),
    (2047, "01-26", "04-05", "05-29", "10-04"),
    (2048, "02-14", "04-04", "06-15", "09-22"),
    (2049, "02-02", "04-04", "06-04", "09-11"),
    (2050, "01-23", "04-04", "06-23", "09-30"),
    (2051, "02-11", "04-05", "06-13", "09-19"),
    (2052, "02-01", "04-04", "06-01", "09-07"),
    (2053, "02-19", "04-04", "06-20", "09-26"),
    (2054, "02-08", "04-04", "06-10", "09-16"),
    (2055, "01-28", "04-05", "05-30", "10-05"),
    (2056, "02-15", "04-04", "06-17", "09-24"),
    (2057, "02-04", "04-04", "06-06", "09-13"),
    (2058, "01-24", "04-04", "06-25", "10-02"),
    (2059, "02-12", "04-05", "06-14", "09-21"),
    (2060, "02-02", "04-04", "06-03", "09-09"),
)

_MOVING_IN: Final = {year: days for year, *days in MOVING}


@lru_cache(maxsize=512)
def statutory_year(year: int) -> CalendarYear:
    """
    Make out a year that has no notice: weekends and statutory holidays, nothing else.

    Args:
        year: 1 to 9999.
    """
    known = year in _MOVING_IN
    off = frozenset(_days_off(year))
    return CalendarYear(
        year=year,
        status=YearStatus.PROVISIONAL if known else YearStatus.APPROXIMATE,
        holidays=off,
        makeup_workdays=frozenset(),
        statutory=off,
        source=(
            "法定节假日推算,放假通知未公布或未收录"
            if known
            else "仅含固定日期的法定节假日,农历节日和清明未推算"
        ),
    )


def _days_off(year: int) -> Iterator[date]:
    for _, scheme in SCHEMES.steps:
        for day in _granted(scheme, year):
            if SCHEMES.on(max(day, SCHEMES.first_day)) is scheme:
                yield day


def _granted(scheme: Scheme, year: int) -> Iterator[date]:
    yield date(year, 1, 1)
    yield from (date(year, 5, 1 + ahead) for ahead in range(scheme.labour))
    yield from (date(year, 10, 1 + ahead) for ahead in range(scheme.national))
    if year in _MOVING_IN:
        spring, *folk = (
            date.fromisoformat(f"{year}-{day}") for day in _MOVING_IN[year]
        )
        yield from (spring + timedelta(days=ahead) for ahead in scheme.spring)
        yield from folk if scheme.folk else ()
