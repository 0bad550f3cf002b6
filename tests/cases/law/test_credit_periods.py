"""
Times of lists and credit records (名单和信用的期限), both sides of each edge: across
holidays, month ends and each change of law.
"""

from dataclasses import replace
from datetime import date

import pytest

from domain.law.calendars import SHIPPED
from domain.law.dated import Confidence
from domain.law.deadlines import RULES, rule_on
from domain.law.packs import PACKS
from domain.law.parameters import Setting
from domain.law.rule import Ends, Open, working_days
from domain.law.silence import LawSilent
from domain.periods import due

#: Each rule by an example: its first day, and its last.
EDGES = [
    ("SD.statement", "2026-09-24", "2026-10-09"),
    ("SD.record", "2026-09-28", "2026-10-08"),
    ("SD.publish", "2026-09-24", "2026-10-29"),
    ("SD.term", "2023-10-01", "2026-10-01"),
    ("SD.term.49", "2022-09-30", "2023-09-30"),
    ("SD.early", "2026-08-31", "2027-08-31"),
    ("SD.early.accept", "2026-09-24", "2026-10-09"),
    ("SD.early.decide", "2026-09-24", "2026-10-29"),
    ("SD.lift.system", "2026-09-29", "2026-10-09"),
    ("SD.lift", "2026-09-24", "2026-10-15"),
    ("CR.minor.max", "2026-11-30", "2027-02-28"),
    ("CR.general.min", "2026-07-03", "2026-10-03"),
    ("CR.general.max", "2027-10-01", "2028-10-01"),
    ("CR.serious.min", "2028-02-29", "2029-02-28"),
    ("CR.serious.max", "2028-02-29", "2031-02-28"),
]

#: The day before each rule, and its first.
_ORDER_11 = ("2023-09-30", "2023-10-01")
_ORDER_36 = ("2026-03-31", "2026-04-01")
CHANGES = [
    (rule, *(_ORDER_11 if rule.startswith("SD.") else _ORDER_36))
    for rule, _, _ in EDGES
    if rule != "SD.term.49"
]

#: What has no number in law.
OPEN = {
    "SD.revoke": Open.PROMPT,
    "CR.withdraw": Open.PROMPT,
    "CR.repair.decide": Open.SET,
    "CR.repair.bar": Open.SET,
    "RL.term": Open.SET,
}


@pytest.mark.parametrize(("rule", "start", "end"), EDGES)
def test_the_last_day(rule: str, start: str, end: str) -> None:
    """
    Working days pass over the holidays and count a Saturday that is worked; months and
    years end on the same day number, on a rest day as well, else at the month's end.
    """
    found = due(rule, date.fromisoformat(start), calendar=SHIPPED)

    assert found.day == date.fromisoformat(end)
    assert found.rolled_from is None


def test_every_row_with_a_number_is_shown() -> None:
    """
    No row of the tables of lists and credit is without a case here.
    """
    kinds = ("SD.", "CR.", "RL.")
    rows = {row.id for row in RULES if row.id.startswith(kinds)}
    silent = {row.id for row in RULES if row.period is Open.NONE}

    assert rows - silent == {rule for rule, _, _ in EDGES} | OPEN.keys()


@pytest.mark.parametrize(("rule", "before", "first"), CHANGES)
def test_from_its_first_day(rule: str, before: str, first: str) -> None:
    """
    应急管理部令11号, 发改委令36号: no day before the rule is in force starts it.
    """
    with pytest.raises(LawSilent) as silent:
        due(rule, date.fromisoformat(before), calendar=SHIPPED)

    assert silent.value.code == "not_in_force"
    assert due(rule, date.fromisoformat(first), calendar=SHIPPED).rule.id == rule


def test_the_old_lists_last_day() -> None:
    """
    安监总办〔2017〕49号: an entry of the last day of the old rules runs by them; from
    the next day on nobody is listed so.
    """
    last = date(2023, 9, 30)

    assert due("SD.term.49", last, calendar=SHIPPED).day == date(2024, 9, 30)
    with pytest.raises(LawSilent):
        due("SD.term.49", date(2023, 10, 1), calendar=SHIPPED)


@pytest.mark.parametrize("rule", OPEN)
def test_no_day_is_invented(rule: str) -> None:
    """
    What the law gives no number has none, in the month of the change as later.
    """
    for day in (date(2026, 4, 1), date(2026, 11, 25)):
        with pytest.raises(LawSilent) as silent:
            due(rule, day, calendar=SHIPPED)
        assert silent.value.code == OPEN[rule].code
        assert rule_on(rule, day).period is OPEN[rule]


def test_a_place_sets_the_term_of_its_red_list() -> None:
    """
    安监总办〔2017〕133号 (地方采用): where a place says how long, that is how long.
    """
    found = due("RL.term", date(2026, 5, 31), calendar=SHIPPED, pack=PACKS["000"])

    assert found.day == date(2029, 5, 31)
    assert found.pack == "000"


def test_a_place_sets_how_long_a_repair_takes() -> None:
    """
    发改委令36号 (待核): where a place has set the days, those count.
    """
    seven = Setting(working_days(7), "演示规定", Confidence.UNSURE)
    settings = {**PACKS["000"].settings, "CR.repair.decide": (seven,)}
    pack = replace(PACKS["000"], settings=settings)

    found = due("CR.repair.decide", date(2026, 9, 24), calendar=SHIPPED, pack=pack)

    assert found.day == date(2026, 10, 12)


@pytest.mark.parametrize("rule", ["SD.early", "CR.general.min", "CR.serious.min"])
def test_shortest_intervals(rule: str) -> None:
    """
    应急管理部令11号 18, 发改委令36号: lawful only from the day after.
    """
    found = due(rule, date(2026, 5, 11), calendar=SHIPPED)

    assert rule_on(rule, date(2026, 5, 11)).ends is Ends.EARLIEST
    assert found.earliest == date.fromordinal(found.day.toordinal() + 1)
