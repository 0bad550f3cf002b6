"""
The working calendars as the State Council announced them (国务院办公厅放假通知).

Spans are inclusive and stand in the year in which the days fall: the last days of 2018
were announced with 2019, those of 2022 with 2023, those of 2023 with 2024.
A notice that reaches back into December so needs two years published, and supersedes
the official year before it.
The calendar of 2027 was not out when this table was last extended, so 2027 is
provisional.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from domain.calendar import Calendar, CalendarYear, YearStatus
from domain.law.statutory_days import statutory_year


def _days(year: int, spans: str) -> Iterator[date]:
    for span in spans.split():
        first, _, last = span.partition("..")
        start = date.fromisoformat(f"{year}-{first}")
        end = date.fromisoformat(f"{year}-{last or first}")
        for ahead in range((end - start).days + 1):
            yield start + timedelta(days=ahead)


def _official(year: int, notice: str, *, off: str, worked: str) -> CalendarYear:
    return CalendarYear(
        year=year,
        status=YearStatus.OFFICIAL,
        holidays=frozenset(_days(year, off)),
        makeup_workdays=frozenset(_days(year, worked)),
        statutory=statutory_year(year).statutory,
        source=notice,
    )


OFFICIAL: Final = (
    _official(
        2018,
        "国办发明电〔2017〕12号;国办发明电〔2018〕15号",
        off="01-01 02-15..02-21 04-05..04-07 04-29..05-01 "
        "06-18 09-24 10-01..10-07 12-30..12-31",
        worked="02-11 02-24 04-08 04-28 09-29 09-30 12-29",
    ),
    _official(
        2019,
        "国办发明电〔2018〕15号;国办发明电〔2019〕3号",
        off="01-01 02-04..02-10 04-05..04-07 05-01..05-04 "
        "06-07..06-09 09-13..09-15 10-01..10-07",
        worked="02-02 02-03 04-28 05-05 09-29 10-12",
    ),
    _official(
        2020,
        "国办发明电〔2019〕16号;国办发明电〔2020〕1号",
        off="01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08",
        worked="01-19 04-26 05-09 06-28 09-27 10-10",
    ),
    _official(
        2021,
        "国办发明电〔2020〕27号",
        off="01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 "
        "06-12..06-14 09-19..09-21 10-01..10-07",
        worked="02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    ),
    _official(
        2022,
        "国办发明电〔2021〕11号;国办发明电〔2022〕16号",
        off="01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 "
        "06-03..06-05 09-10..09-12 10-01..10-07 12-31",
        worked="01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    ),
    _official(
        2023,
        "国办发明电〔2022〕16号;国办发明电〔2023〕7号",
        off="01-01..01-02 01-21..01-27 04-05 04-29..05-03 "
        "06-22..06-24 09-29..10-06 12-30..12-31",
        worked="01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    ),
    _official(
        2024,
        "国办发明电〔2023〕7号",
        off="01-01 02-10..02-17 04-04..04-06 05-01..05-05 "
        "06-10 09-15..09-17 10-01..10-07",
        worked="02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ),
    _official(
        2025,
        "国办发明电〔2024〕12号",
        off="01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
        worked="01-26 02-08 04-27 09-28 10-11",
    ),
    _official(
        2026,
        "国办发明电〔2025〕7号",
        off="01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 "
        "06-19..06-21 09-25..09-27 10-01..10-07",
        worked="01-04 02-14 02-28 05-09 09-20 10-10",
    ),
)

#: The calendar that the project brings along; published years are put on top of it.
SHIPPED: Final = Calendar(
    years=MappingProxyType({year.year: year for year in OFFICIAL}),
    unpublished=statutory_year,
)


def with_published(years: Iterable[CalendarYear]) -> Calendar:
    """
    Put the years published on top of the calendar that was shipped, oldest first.

    The newest official publication of a year stands; a lesser one never displaces it.
    """
    calendar = SHIPPED
    for year in years:
        known = calendar.years.get(year.year)
        official = known is not None and known.status is YearStatus.OFFICIAL
        if year.status is YearStatus.OFFICIAL or not official:
            calendar = calendar.with_year(year)
    return calendar
