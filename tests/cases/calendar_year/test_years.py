"""
Calendar years as they are published, and what is counted by them.
"""

from datetime import date

import pytest

from domain.acts import ACTS
from domain.calendar import Calendar, YearStatus
from domain.calendar_year.file import CalendarYearPublished, statutory_days
from domain.law.calendars import SHIPPED
from domain.periods import Due
from domain.refusals import BeyondTheLaw, OutOfOrder
from tests.cases.town import TODAY, Town, moment

#: As nobody has announced it: the statutory days of 2027, and a bridge for the spring.
HOLIDAYS = (*statutory_days(2027), date(2027, 2, 10))
MADE_UP = (date(2027, 2, 20),)


def publish(town: Town, **said: object) -> CalendarYearPublished:
    """
    Publish an official 2027, unless something else is said.
    """
    terms: dict[str, object] = {
        "year": 2027,
        "year_status": YearStatus.OFFICIAL,
        "holidays": HOLIDAYS,
        "makeup_workdays": MADE_UP,
        "source": "演示通知",
    }
    (fact,) = town.do("publish-calendar-year", **(terms | said))
    assert isinstance(fact, CalendarYearPublished)
    return fact


def calendar_of(town: Town) -> Calendar:
    """
    Give the calendar that acts count by.
    """
    at = town.office.circumstances(
        ACTS["publish-calendar-year"], by=town.people["clerk"], at=moment(TODAY)
    )
    return at.calendar


class TestPublishCalendarYear:
    def test_official_in_place_of_provisional(self) -> None:
        """
        An official year is counted by from the moment it is published (处罚法85).
        """
        town = Town()
        before = calendar_of(town).year(2027).status

        publish(town)

        calendar = calendar_of(town)
        assert before is not YearStatus.OFFICIAL
        assert calendar.year(2027).status is YearStatus.OFFICIAL
        assert not calendar.is_working(date(2027, 2, 10))
        assert calendar.is_working(date(2027, 2, 20))
        assert calendar.year(2026) == SHIPPED.year(2026)

    def test_what_is_counted_is_counted_anew(self) -> None:
        """
        A day that was provisional is derived again when the year is out.
        """
        town = Town()
        provisional = due(town)

        publish(town)

        official = due(town)
        assert provisional.provisional
        assert not official.provisional
        assert official.day != provisional.day

    def test_the_newest_notice(self) -> None:
        """
        A second notice for a year takes the first one's place.
        """
        town = Town()
        publish(town)

        publish(town, holidays=statutory_days(2027), source="演示通知之二")

        assert calendar_of(town).year(2027).source == "演示通知之二"
        assert calendar_of(town).is_working(date(2027, 2, 10))

    def test_provisional_in_place_of_official(self) -> None:
        """
        An official year never gives way to a lesser one.
        """
        town = Town()
        publish(town)

        with pytest.raises(OutOfOrder) as caught:
            publish(town, year_status=YearStatus.PROVISIONAL)

        assert caught.value.code == "year_official"

    @pytest.mark.parametrize(
        "wrong",
        [
            {"holidays": (*HOLIDAYS, date(2026, 12, 31))},
            {"holidays": HOLIDAYS[1:]},
            {"makeup_workdays": (date(2027, 3, 1),)},
            {"holidays": (*HOLIDAYS, *MADE_UP)},
        ],
        ids=["another year", "statutory day", "weekday made up", "free and worked"],
    )
    def test_contradicting_itself(self, wrong: dict[str, object]) -> None:
        """
        A year that cannot be meant is refused (全国年节及纪念日放假办法).
        """
        with pytest.raises(BeyondTheLaw) as caught:
            publish(Town(), **wrong)

        assert caught.value.code == "year_contradicts_itself"

    def test_no_such_year(self) -> None:
        """
        A year has four digits.
        """
        with pytest.raises(BeyondTheLaw) as caught:
            publish(Town(), year=27)

        assert caught.value.code == "no_such_year"


def due(town: Town) -> Due:
    """
    Count 7 working days through the spring of 2027.
    """
    at = town.office.circumstances(
        ACTS["publish-calendar-year"], by=town.people["clerk"], at=moment(TODAY)
    )
    return at.due("PN.serve", date(2027, 2, 3))
