"""
When a period ends (期限的计算), by worked examples on the calendars of 2026 and 2027.
"""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.calendar import Note, YearStatus
from domain.law.calendars import SHIPPED
from domain.law.dated import Confidence
from domain.law.deadlines import RULES
from domain.law.packs import PACKS
from domain.law.rule import Ends, Open, Rule, Unit, days, hours
from domain.law.silence import LawSilent
from domain.periods import Due, due, due_along
from domain.values import OFFICE_ZONE


def reckon(rule_id: str, start: str) -> Due:
    """
    Reckon a period in days, months or years on the calendar as shipped.
    """
    return due(rule_id, date.fromisoformat(start), calendar=SHIPPED)


def moment(text: str) -> datetime:
    """
    Read a moment of the office's zone.
    """
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


@pytest.mark.parametrize(
    ("rule_id", "start", "end"),
    [
        ("PN.hearing.request", "2026-09-24", "2026-10-09"),
        ("PN.hearing.notify", "2026-09-24", "2026-10-12"),
        ("TS.after.general", "2026-09-24", "2026-10-29"),
        ("PN.evidence.register", "2026-02-12", "2026-02-28"),
        ("PN.serve", "2026-04-30", "2026-05-13"),
        ("PN.pay", "2026-09-18", "2026-10-08"),
        ("PN.limit.decide", "2026-07-03", "2026-10-01"),
        ("RM.review.apply", "2026-03-02", "2026-05-06"),
        ("RM.suit", "2026-03-02", "2026-09-02"),
        ("CO.court.window", "2026-09-02", "2026-12-02"),
        ("PN.hearing.request", "2026-12-30", "2027-01-07"),
        ("CO.court.urge.latest", "2026-12-02", "2026-11-17"),
        ("IN.extend.apply", "2026-01-20", "2026-01-10"),
        ("SD.early", "2024-02-29", "2025-02-28"),
        ("SD.term", "2024-02-29", "2027-02-28"),
        ("RF.reply", "2026-12-31", "2027-02-28"),
    ],
)
def test_the_last_day(rule_id: str, start: str, end: str) -> None:
    """
    The start does not count, the last day does; each by its own unit of time.
    """
    assert reckon(rule_id, start).due == date.fromisoformat(end)


class TestDays:
    def test_the_arithmetic_names_every_day(self) -> None:
        """
        Of 15 days from 24 September, five are counted and each other has its reason.
        """
        steps = reckon("PN.hearing.request", "2026-09-24").steps

        counted = [
            (step.day.isoformat(), step.counted) for step in steps if step.counted
        ]
        assert counted == [
            ("2026-09-28", 1),
            ("2026-09-29", 2),
            ("2026-09-30", 3),
            ("2026-10-08", 4),
            ("2026-10-09", 5),
        ]
        assert steps[0].note is Note.START
        assert {step.note for step in steps[1:] if not step.counted} == {Note.HOLIDAY}
        assert [step.day for step in steps] == [
            date(2026, 9, 24) + timedelta(days=ahead) for ahead in range(16)
        ]

    def test_a_made_up_saturday_counts(self) -> None:
        """
        10 October 2026 is a Saturday worked in exchange, the sixth of seven days.
        """
        steps = reckon("PN.serve", "2026-09-24").steps

        saturday = next(s for s in steps if s.day == date(2026, 10, 10))
        assert (saturday.note, saturday.counted) == (Note.MAKE_UP, 6)

    def test_a_partys_limit_moves_off_a_holiday(self) -> None:
        """
        Fifteen days to pay end on 3 October and move to the 8th, day by day.
        """
        found = reckon("PN.pay", "2026-09-18")

        assert found.rolled_from == date(2026, 10, 3)
        assert found.safe_day is None
        assert [(s.day.day, s.counted, s.note) for s in found.steps[-6:]] == [
            (3, 15, Note.HOLIDAY),
            (4, None, Note.HOLIDAY),
            (5, None, Note.HOLIDAY),
            (6, None, Note.HOLIDAY),
            (7, None, Note.HOLIDAY),
            (8, None, Note.MOVED_TO),
        ]

    def test_an_authoritys_limit_does_not_move(self) -> None:
        """
        Ninety days that end on National Day end there; the day before is the safe one.
        """
        found = reckon("PN.limit.decide", "2026-07-03")

        assert (found.due, found.rolled_from) == (date(2026, 10, 1), None)
        assert found.safe_day == date(2026, 9, 30)

    def test_a_limit_wholly_inside_a_holiday_has_no_safe_day(self) -> None:
        """
        Three days from 1 October have no working day among them to be safe on.
        """
        found = reckon("RF.decide", "2026-10-01")

        assert (found.due, found.safe_day) == (date(2026, 10, 4), None)

    def test_a_limit_on_a_working_day_needs_no_safe_day(self) -> None:
        """
        Nothing is shown where the last day is worked.
        """
        assert reckon("RF.decide", "2026-09-21").safe_day is None

    def test_a_term_that_runs_out_has_no_safe_day(self) -> None:
        """
        A list entry's three years end by themselves, whatever day it is.
        """
        found = reckon("SD.term", "2023-10-01")

        assert (found.due, found.safe_day) == (date(2026, 10, 1), None)

    def test_counting_back_keeps_its_safe_day(self) -> None:
        """
        Ten days before 13 January is a Saturday; the Friday is the safe day.
        """
        found = reckon("IN.extend.apply", "2025-01-21")

        assert (found.due, found.safe_day) == (date(2025, 1, 11), date(2025, 1, 10))


class TestEarliest:
    def test_seven_clear_working_days_before_a_hearing(self) -> None:
        """
        Notified on 9 October, the seventh working day is the 19th: from the 20th on.
        """
        found = reckon("PN.hearing.notify", "2026-10-09")

        assert (found.due, found.earliest) == (date(2026, 10, 19), date(2026, 10, 20))

    def test_a_limit_has_no_earliest_day(self) -> None:
        """
        What must be done by a day may be done at once.
        """
        assert reckon("PN.serve", "2026-10-09").earliest is None

    def test_a_day_before_the_power_is_cut(self) -> None:
        """
        Twenty-four hours after the notice the power may be cut, not before.
        """
        start = moment("2026-09-24T10:20")

        found = due("CO.power.notice", start, calendar=SHIPPED)

        assert found.earliest == moment("2026-09-25T10:20")


class TestHours:
    def test_hours_run_through_a_holiday(self) -> None:
        """
        Approved on the eve of National Day, a case goes to the police within 24 hours.
        """
        start = moment("2026-09-30T16:40")

        found = due("RF.send", start, calendar=SHIPPED)

        assert found.due == moment("2026-10-01T16:40")
        assert (found.day, found.safe_day) == (date(2026, 10, 1), date(2026, 9, 30))
        assert not found.provisional

    def test_the_zone_of_the_moment_is_kept(self) -> None:
        """
        A moment in UTC is answered in UTC; its legal day is the office's.
        """
        start = datetime(2026, 9, 24, 15, 30, tzinfo=UTC)

        found = due("AC.report.unit", start, calendar=SHIPPED)

        assert found.due == datetime(2026, 9, 24, 16, 30, tzinfo=UTC)
        assert found.day == date(2026, 9, 25)

    def test_a_day_is_not_enough(self) -> None:
        """
        A rule in hours asks for a moment.
        """
        with pytest.raises(LawSilent) as silence:
            reckon("RF.send", "2026-09-24")

        assert silence.value.code == "wants_a_moment"
        assert silence.value.under == "国务院令310号(2020)5"

    def test_a_moment_without_a_zone_is_none(self) -> None:
        """
        Nobody can tell the legal day of a moment without a zone.
        """
        naive = datetime(2026, 9, 24, 10, 20)  # noqa: DTZ001  the case in question

        with pytest.raises(LawSilent) as silence:
            due("RF.send", naive, calendar=SHIPPED)

        assert silence.value.code == "wants_a_moment"

    def test_a_rule_in_days_takes_no_moment(self) -> None:
        """
        The day of the start does not count, so its hour is no matter.
        """
        with pytest.raises(LawSilent) as silence:
            due("PN.pay", moment("2026-09-24T10:20"), calendar=SHIPPED)

        assert silence.value.code == "wants_a_day"


class TestProvisional:
    def test_working_days_through_an_unpublished_year(self) -> None:
        """
        Five working days from 30 December 2026 need the calendar of 2027: 暂定.
        """
        found = reckon("PN.hearing.request", "2026-12-30")

        assert found.provisional
        assert found.status is YearStatus.PROVISIONAL

    def test_the_start_may_lie_in_an_unpublished_year(self) -> None:
        """
        What is counted back into an official year does not depend on where it began.
        """
        assert not reckon("CO.court.urge.latest", "2027-01-01").provisional

    def test_calendar_days_need_no_calendar(self) -> None:
        """
        Thirty days of a seizure end where they end; only the safe day is provisional.
        """
        found = reckon("CO.term", "2026-12-25")

        assert (found.due, found.provisional) == (date(2027, 1, 24), False)
        assert found.safe_day == date(2027, 1, 22)
        assert found.safe_status is YearStatus.PROVISIONAL

    def test_a_last_day_that_may_yet_move_is_provisional(self) -> None:
        """
        Whether 15 February 2027 is worked nobody knows yet, so a payment day there is
        provisional, though it does not move on the calendar of today.
        """
        found = reckon("PN.pay", "2027-01-31")

        assert (found.due, found.rolled_from) == (date(2027, 2, 15), None)
        assert found.provisional

    @pytest.mark.parametrize(
        ("rule_id", "start", "status"),
        [
            ("PN.hearing.request", "1999-01-04", YearStatus.PROVISIONAL),
            ("PN.serve", "2059-12-30", YearStatus.PROVISIONAL),
            ("PN.serve", "2060-12-30", YearStatus.APPROXIMATE),
            ("PN.pay", "9990-01-01", YearStatus.APPROXIMATE),
        ],
    )
    def test_no_year_is_too_far(
        self, rule_id: str, start: str, status: YearStatus
    ) -> None:
        """
        Far from the published years there is a result, and it says how weak it is.
        """
        found = reckon(rule_id, start)

        assert found.provisional
        assert found.status is status

    def test_the_end_of_time_is_said(self) -> None:
        """
        A period that ends after the year 9999 has no date.
        """
        with pytest.raises(LawSilent) as silence:
            reckon("AC.bar", "9997-01-01")

        assert silence.value.code == "beyond_the_calendar"


class TestChoiceOfTheRow:
    def test_the_law_of_the_day_of_the_start(self) -> None:
        """
        A hearing is requested in three calendar days under the law of 2017, and in five
        working days from 15 July 2021 on.
        """
        before = reckon("PN.hearing.request", "2021-07-14")
        after = reckon("PN.hearing.request", "2021-07-15")

        assert (before.period, before.due) == (days(3), date(2021, 7, 19))
        assert (after.period.code, after.due) == ("5WD", date(2021, 7, 22))

    @pytest.mark.parametrize(
        ("start", "confidence"),
        [("2026-01-31", Confidence.RECALLED), ("2026-02-01", Confidence.UNSURE)],
    )
    def test_re_inspection_lost_its_source(
        self, start: str, confidence: Confidence
    ) -> None:
        """
        Since 1 February 2026 the ten days to re-inspect are a default to be verified.
        """
        found = reckon("IN.recheck", start)

        assert (found.period, found.confidence) == (days(10), confidence)

    def test_a_repealed_rule_starts_nothing(self) -> None:
        """
        The thirty days of the old rules are gone since 1 February 2026.
        """
        with pytest.raises(LawSilent) as silence:
            reckon("PN.limit.decide.base15", "2026-02-01")

        assert silence.value.code == "not_in_force"
        assert "2026-01-31" in silence.value.zh

    def test_an_unknown_rule(self) -> None:
        """
        A name that is no rule is said to be none, with those that come near.
        """
        with pytest.raises(LawSilent) as silence:
            reckon("PN.hearing.requests", "2026-09-24")

        assert silence.value.code == "unknown_rule"
        assert "PN.hearing.request" in silence.value.en

    @pytest.mark.parametrize(
        ("rule_id", "code"),
        [("PN.officers_min", "none"), ("PN.filing", "prompt"), ("IN.order", "set")],
    )
    def test_what_has_no_period_says_so(self, rule_id: str, code: str) -> None:
        """
        No number is made up where the law has none.
        """
        with pytest.raises(LawSilent) as silence:
            reckon(rule_id, "2026-09-24")

        assert silence.value.code == code
        assert silence.value.under


class TestAlong:
    def test_from_service_to_the_court(self) -> None:
        """
        Served on 2 March, not sued by 2 September: the court's window shuts on
        2 December, and the demand is served by 17 November.
        """
        chain = ("RM.suit", "CO.court.window", "CO.court.urge.latest")

        suit, window, demand = due_along(chain, date(2026, 3, 2), calendar=SHIPPED)

        assert suit.due == date(2026, 9, 2)
        assert window.due == date(2026, 12, 2)
        assert demand.due == date(2026, 11, 17)
        earliest = reckon("CO.court.urge", "2026-11-17").earliest
        assert earliest == window.due

    def test_rules_that_do_not_follow_one_another(self) -> None:
        """
        Paying does not start when the time to sue ends.
        """
        with pytest.raises(LawSilent) as silence:
            due_along(("RM.suit", "PN.pay"), date(2026, 3, 2), calendar=SHIPPED)

        assert silence.value.code == "not_joined"


class TestPack:
    def test_the_pack_sets_what_the_law_leaves_open(self) -> None:
        """
        A major hazard is listed within the place's working days, which are 待核.
        """
        start = date(2026, 9, 24)

        found = due("IN.major.list", start, calendar=SHIPPED, pack=PACKS["002"])

        assert (found.due, found.pack) == (date(2026, 10, 9), "002")
        assert found.confidence is Confidence.UNSURE
        assert found.provision.startswith("实施意见(征求意见稿)(二十三)")

    def test_the_pack_may_set_hours(self) -> None:
        """
        An urgent inspection is approved within the place's hours of its opening.
        """
        start = moment("2026-09-24T10:20")

        found = due("IN.approve.late", start, calendar=SHIPPED, pack=PACKS["000"])

        assert (found.period, found.due) == (hours(24), moment("2026-09-25T10:20"))

    def test_a_pack_that_is_silent_changes_nothing(self) -> None:
        """
        A period of national law is the same in every place.
        """
        start = date(2026, 9, 18)

        for pack in PACKS.values():
            found = due("PN.pay", start, calendar=SHIPPED, pack=pack)
            assert (found.due, found.pack) == (date(2026, 10, 8), "")


@pytest.mark.parametrize("row", RULES, ids=lambda row: f"{row.id}@{row.in_force_from}")
def test_every_row_with_a_period_has_an_end(row: Rule) -> None:
    """
    Each row of the table is reckoned from a day on which it is in force, and each
    without a period says that it has none.
    """
    start = row.in_force_until or max(row.in_force_from or date.min, date(2026, 3, 2))
    if isinstance(row.period, Open):
        with pytest.raises(LawSilent) as silence:
            due(row.id, start, calendar=SHIPPED)
        assert silence.value.code == row.period.code
        return
    hourly = row.period.unit is Unit.HOUR
    begun = moment(f"{start}T09:30") if hourly else start

    found = due(row.id, begun, calendar=SHIPPED)

    assert found.rule is row
    assert (found.period, found.steps[0].note) == (row.period, Note.START)
    assert (found.day >= start) == (row.period.length > 0)
    assert (found.earliest is not None) == (row.ends is Ends.EARLIEST)
