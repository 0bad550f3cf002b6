"""
The working calendar (工作日历): published years, years without a notice, counting.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import (
    CalendarYear,
    Note,
    YearStatus,
    add_days,
    add_months,
)
from domain.law.calendars import OFFICIAL, SHIPPED
from domain.law.statutory_days import MOVING, statutory_year

#: Official, provisional and approximate years alike.
DAYS = st.dates(date(1990, 1, 1), date(2070, 12, 31))
COUNTS = st.integers(1, 60)


def worked_days(year: int) -> int:
    """
    Count the working days of a year.
    """
    return SHIPPED.working_days_between(date(year - 1, 12, 31), date(year, 12, 31))


class TestPublishedYears:
    @pytest.mark.parametrize(
        ("year", "holidays", "made_up", "worked"),
        [
            (2018, 25, 7, 250),
            (2019, 28, 6, 250),
            (2020, 30, 6, 249),
            (2021, 31, 7, 250),
            (2022, 32, 7, 249),
            (2023, 28, 7, 249),
            (2024, 28, 8, 251),
            (2025, 28, 5, 248),
            (2026, 33, 6, 248),
        ],
    )
    def test_the_days_of_a_notice(
        self, year: int, holidays: int, made_up: int, worked: int
    ) -> None:
        """
        Each official year has the days off and made up that its notice names.
        """
        known = SHIPPED.year(year)

        assert known.status is YearStatus.OFFICIAL
        assert len(known.holidays) == holidays
        assert len(known.makeup_workdays) == made_up
        assert worked_days(year) == worked

    def test_the_spring_festival_of_2020_was_lengthened(self) -> None:
        """
        1 February 2020, first to be worked, was free by 国办发明电〔2020〕1号.
        """
        assert SHIPPED.note(date(2020, 2, 1)) is Note.HOLIDAY
        assert SHIPPED.is_working(date(2020, 2, 3))

    def test_the_six_days_made_up_in_2026(self) -> None:
        """
        国办发明电〔2025〕7号 has six weekend days worked.
        """
        made_up = {f"{day:%m-%d}" for day in SHIPPED.year(2026).makeup_workdays}

        assert made_up == {"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"}

    def test_statutory_holidays_are_free_in_every_notice(self) -> None:
        """
        No notice works a day that the regulation itself frees (放假办法).
        """
        for year in OFFICIAL:
            statutory = statutory_year(year.year).statutory
            assert not any(SHIPPED.is_working(day) for day in statutory)
            assert len(statutory) in (10, 11, 13)


class TestYearsWithoutANotice:
    def test_the_thirteen_days_of_2027(self) -> None:
        """
        Until its notice is out, 2027 has its statutory holidays and weekends only.
        """
        year = SHIPPED.year(2027)

        assert year.status is YearStatus.PROVISIONAL
        assert {f"{day:%m-%d}" for day in year.holidays} == {
            *("01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01"),
            *("05-02", "06-09", "09-15", "10-01", "10-02", "10-03"),
        }
        assert year.makeup_workdays == frozenset()

    @pytest.mark.parametrize(
        ("year", "count"),
        [(1999, 8), (2000, 10), (2007, 10), (2008, 11), (2013, 11), (2014, 11)],
    )
    def test_the_regulation_of_the_year(self, year: int, count: int) -> None:
        """
        The holidays of 1949, 1999, 2007 and 2013 follow one another by their day.
        """
        assert len(statutory_year(year).statutory) == count

    def test_the_eve_belonged_to_the_spring_festival_for_six_years(self) -> None:
        """
        除夕 was free from 2008 to 2013, and is again since 2025.
        """
        eves = {2013: "02-09", 2014: "01-30", 2024: "02-09", 2025: "01-28"}
        free = {
            year: date.fromisoformat(f"{year}-{eve}") in statutory_year(year).statutory
            for year, eve in eves.items()
        }

        assert free == {2013: True, 2014: False, 2024: False, 2025: True}

    @pytest.mark.parametrize("year", [1, 1995, 2061, 9999])
    def test_a_year_outside_the_table_has_its_fixed_dates(self, year: int) -> None:
        """
        Where the moon was not computed, only holidays with a fixed date are known.
        """
        known = SHIPPED.year(year)

        assert known.status is YearStatus.APPROXIMATE
        assert date(year, 10, 1) in known.holidays
        assert {day.month for day in known.holidays} == {1, 5, 10}

    def test_the_moving_days_lie_in_their_seasons(self) -> None:
        """
        No line of the table of moving days is out of place by a month.
        """
        assert [year for year, *_ in MOVING] == list(range(1996, 2061))
        for _, spring, qingming, dragon_boat, mid_autumn in MOVING:
            assert "01-21" <= spring <= "02-20"
            assert qingming in ("04-04", "04-05")
            assert "05-27" <= dragon_boat <= "06-25"
            assert "09-07" <= mid_autumn <= "10-06"


class TestPublishing:
    def published(self, status: YearStatus) -> CalendarYear:
        """
        A year 2027 in which 4 January is free and 2 January worked.
        """
        return CalendarYear(
            year=2027,
            status=status,
            holidays=statutory_year(2027).holidays | {date(2027, 1, 4)},
            makeup_workdays=frozenset({date(2027, 1, 2)}),
            statutory=statutory_year(2027).statutory,
            source="案例",
        )

    def test_an_official_year_takes_the_provisional_ones_place(self) -> None:
        """
        The due day is derived anew, is official, and the old calendar stays as it was.
        """
        renewed = SHIPPED.with_year(self.published(YearStatus.OFFICIAL))

        before = SHIPPED.add_working_days(date(2026, 12, 30), 3)
        after = renewed.add_working_days(date(2026, 12, 30), 3)
        assert (before.day, before.status) == (
            date(2027, 1, 5),
            YearStatus.PROVISIONAL,
        )
        assert (after.day, after.status) == (date(2027, 1, 5), YearStatus.OFFICIAL)
        assert [s.day.day for s in after.steps if s.counted] == [31, 2, 5]
        assert (SHIPPED.version, renewed.version) == (0, 1)

    def test_an_official_year_is_not_taken_back(self) -> None:
        """
        Nothing provisional replaces a published notice.
        """
        renewed = SHIPPED.with_year(self.published(YearStatus.OFFICIAL))

        with pytest.raises(ValueError, match="2027年已有正式日历"):
            renewed.with_year(self.published(YearStatus.PROVISIONAL))

    @pytest.mark.parametrize(
        ("holidays", "made_up", "complaint"),
        [
            ({date(2028, 1, 1)}, set(), "不属于该年"),
            ({date(2027, 1, 2)}, {date(2027, 1, 2)}, "既放假又上班"),
            (set(), {date(2027, 1, 4)}, "调休上班日不是周末"),
        ],
    )
    def test_a_year_that_contradicts_itself(
        self, holidays: set[date], made_up: set[date], complaint: str
    ) -> None:
        """
        A mistyped notice is refused with the day in question.
        """
        with pytest.raises(ValueError, match=complaint):
            CalendarYear(
                year=2027,
                status=YearStatus.OFFICIAL,
                holidays=frozenset(holidays),
                makeup_workdays=frozenset(made_up),
                statutory=frozenset(),
                source="案例",
            )

    def test_a_statutory_day_must_be_free(self) -> None:
        """
        A notice that forgets National Day is refused.
        """
        with pytest.raises(ValueError, match="2027-10-01 法定节日未放假"):
            CalendarYear(
                year=2027,
                status=YearStatus.OFFICIAL,
                holidays=frozenset(),
                makeup_workdays=frozenset(),
                statutory=frozenset({date(2027, 10, 1)}),
                source="案例",
            )


class TestCounting:
    @given(DAYS, COUNTS)
    def test_a_period_of_working_days_ends_on_one(
        self, start: date, count: int
    ) -> None:
        """
        A period in working days never ends on a rest day, forward or back.
        """
        assert SHIPPED.is_working(SHIPPED.add_working_days(start, count).day)
        assert SHIPPED.is_working(SHIPPED.add_working_days(start, -count).day)

    @given(DAYS, COUNTS)
    def test_counting_is_undone_by_counting(self, start: date, count: int) -> None:
        """
        Between the start and the end lie as many working days as were counted.
        """
        ahead = SHIPPED.add_working_days(start, count).day
        back = SHIPPED.add_working_days(start, -count).day

        assert SHIPPED.working_days_between(start, ahead) == count
        one_day = timedelta(days=1)
        assert SHIPPED.working_days_between(back - one_day, start - one_day) == count
        assert SHIPPED.working_days_between(ahead, start) == -count

    @given(DAYS, DAYS, COUNTS)
    def test_who_starts_later_ends_no_earlier(
        self, one: date, other: date, count: int
    ) -> None:
        """
        Counting keeps the order of the starts.
        """
        first, second = sorted((one, other))

        earlier = SHIPPED.add_working_days(first, count).day
        assert earlier <= SHIPPED.add_working_days(second, count).day

    @given(DAYS, COUNTS)
    def test_one_more_day_is_the_next_working_day(
        self, start: date, count: int
    ) -> None:
        """
        Counting on from the end is counting one more from the start.
        """
        end = SHIPPED.add_working_days(start, count).day
        next_day = end + timedelta(days=1)

        assert (
            SHIPPED.add_working_days(start, count + 1).day
            == SHIPPED.next_working(next_day).day
        )

    @given(DAYS)
    def test_moving_on_and_the_safe_day(self, day: date) -> None:
        """
        A working day moves nowhere, a rest day to the first one worked after it; the
        safe day is the last one worked before.
        """
        moved = SHIPPED.next_working(day).day
        safe = SHIPPED.safe_day(day).day

        assert (moved == day) == SHIPPED.is_working(day)
        assert safe < day <= moved
        assert SHIPPED.working_days_between(safe, moved) == 1

    @given(DAYS, COUNTS)
    def test_every_day_between_is_accounted_for(self, start: date, count: int) -> None:
        """
        The arithmetic leaves out no day and counts 1, 2, 3 in order.
        """
        steps = SHIPPED.add_working_days(start, count).steps

        assert [s.day - start for s in steps] == [
            timedelta(days=ahead) for ahead in range(len(steps))
        ]
        assert [s.counted for s in steps if s.counted] == list(range(1, count + 1))
        worked = (Note.WORKING, Note.MAKE_UP)
        assert all((s.note in worked) == bool(s.counted) for s in steps[1:])

    @given(DAYS, st.integers(-400, 400))
    def test_calendar_days_are_counted_one_by_one(
        self, start: date, count: int
    ) -> None:
        """
        So many days ahead is so many days ahead, whatever they are.
        """
        found = add_days(start, count)

        assert found.day - start == timedelta(days=count)
        assert found.steps[-1].day == found.day
        assert len(found.steps) == abs(count) + 1

    @given(DAYS, st.integers(-60, 60))
    def test_months_end_on_the_same_day_or_the_last(
        self, start: date, count: int
    ) -> None:
        """
        The same number of day, or the last day of a month that has none.
        """
        end = add_months(start, count).day

        months = (end.year - start.year) * 12 + end.month - start.month
        assert months == count
        assert end.day == start.day or (
            end.day < start.day and (end + timedelta(days=1)).day == 1
        )

    @pytest.mark.parametrize(
        ("start", "count", "stride", "end"),
        [
            ("2026-01-31", 1, 1, "2026-02-28"),
            ("2026-01-31", 2, 1, "2026-03-31"),
            ("2024-02-29", 1, 12, "2025-02-28"),
            ("2024-02-29", 4, 12, "2028-02-29"),
            ("2026-03-31", -1, 1, "2026-02-28"),
            ("2026-12-31", 2, 1, "2027-02-28"),
        ],
    )
    def test_a_month_without_the_day(
        self, start: str, count: int, stride: int, end: str
    ) -> None:
        """
        Each month is reckoned from the start itself, not from the month before.
        """
        found = add_months(date.fromisoformat(start), count, stride=stride)

        assert found.day == date.fromisoformat(end)
        assert [step.counted for step in found.steps[1:]] == list(
            range(1, abs(count) + 1)
        )

    def test_nothing_to_count(self) -> None:
        """
        No days from a day is that day, with nothing looked at but the start.
        """
        start = date(2026, 10, 1)

        for found in (
            SHIPPED.add_working_days(start, 0),
            add_days(start, 0),
            add_months(start, 0),
        ):
            assert (found.day, len(found.steps)) == (start, 1)
            assert found.status is YearStatus.OFFICIAL
