"""
The tables of the law hold together: deadlines, provisions, dated values.
"""

from collections import Counter
from datetime import date, timedelta
from itertools import combinations

import pytest

from domain.law.catalogue import BY_FACT
from domain.law.dated import Confidence, Dated
from domain.law.deadlines import RULE_IDS, RULES, rule_on, rules_of
from domain.law.rule import (
    Ends,
    Open,
    PackMay,
    Period,
    Rule,
    Unit,
    days,
    hours,
    months,
    working_days,
    years,
)
from domain.law.silence import LawSilent
from domain.law.statutes import (
    PENALTY_LAW,
    REMARKS,
    SAFETY_LAW,
    STATUTES,
    in_english,
    statute_of,
)

#: What no place may touch: PROCEDURE of referral, seizure, hearing, payment, publicity.
UNTOUCHABLE = (
    *("RF.decide", "RF.send", "RF.filing", "RF.filing.check", "RF.filing.complex"),
    *("RF.filing.notice", "CO.term", "CO.term.ext", "CO.term.test", "SD.term"),
    *("PN.hearing.request", "PN.hearing.notify", "PN.pay", "PN.surcharge.rate"),
    *("PN.surcharge.cap", "PN.surcharge.suspend", "PN.publish.when"),
    "PN.publish.withdraw",
)


def row_name(rule: Rule) -> str:
    """
    Tell the rows of one id apart.
    """
    return f"{rule.id}@{rule.in_force_from}"


class TestDeadlines:
    def test_the_table_is_whole(self) -> None:
        """
        247 rows under 243 names: by unit as many as the law and the places state.
        """
        units = Counter(
            rule.period.unit.name if isinstance(rule.period, Period) else "OPEN"
            for rule in RULES
        )

        assert (len(RULES), len(RULE_IDS)) == (247, 243)
        assert dict(units) == {
            "WORKING_DAY": 30,
            "DAY": 60,
            "MONTH": 8,
            "YEAR": 17,
            "HOUR": 8,
            "OPEN": 124,
        }

    def test_rows_of_one_id_never_stand_together(self) -> None:
        """
        On any day one row of an id is in force, or none.
        """
        for rule_id in RULE_IDS:
            for one, other in combinations(rules_of(rule_id), 2):
                first, second = sorted((one, other), key=in_force_from)
                assert first.in_force_until is not None
                assert first.in_force_until < in_force_from(second)

    def test_the_old_row_gives_way_on_the_day(self) -> None:
        """
        Announced on the last day of 2021, service takes sixty days; a day later thirty.
        """
        last, first = date(2021, 12, 31), date(2022, 1, 1)

        assert rule_on("SV.announce", last).period == days(60)
        assert rule_on("SV.announce", first).period == days(30)

    @pytest.mark.parametrize("rule", RULES, ids=row_name)
    def test_a_row_names_known_facts(self, rule: Rule) -> None:
        """
        Starts, stops and answers are facts of the catalogue, their fields, or rules.
        """
        starts = {s.split(".")[0] for s in rule.start_facts if s not in RULE_IDS}
        named = {*starts, *rule.suspended_by, *rule.discharged_by}

        assert named <= BY_FACT.keys()

    @pytest.mark.parametrize("rule", RULES, ids=row_name)
    def test_a_row_makes_sense(self, rule: Rule) -> None:
        """
        Only day-like periods of parties move on; what has a number has a start; both
        titles are there.
        """
        number = isinstance(rule.period, Period)

        assert rule.zh
        assert rule.en
        assert not (number and not rule.start_facts)
        assert not rule.rolls or rule.ends is Ends.LIMIT
        if isinstance(rule.period, Period) and rule.rolls:
            assert rule.period.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR)

    def test_periods_in_working_days_are_those_of_the_laws(self) -> None:
        """
        The penalty law counts 2, 3, 5 and 7 days, the coercion law up to 10 and the
        review law 3 to 10 in working days (行政处罚法85, 行政强制法69, 行政复议法88).
        """
        for rule in RULES:
            if isinstance(rule.period, Period) and rule.in_force_until is None:
                length = abs(rule.period.length)
                short = rule.provision.startswith(("行政处罚法", "行政强制法"))
                if short and rule.period.unit in (Unit.DAY, Unit.WORKING_DAY):
                    working = rule.period.unit is Unit.WORKING_DAY
                    assert working == (length <= 11), rule.id

    @pytest.mark.parametrize("rule_id", UNTOUCHABLE)
    def test_no_place_may_touch_it(self, rule_id: str) -> None:
        """
        Referral, seizure, hearing, payment and publication are national.
        """
        for rule in rules_of(rule_id):
            assert rule.pack_may_change is PackMay.NOTHING


class TestPeriod:
    @pytest.mark.parametrize("rule", RULES, ids=row_name)
    def test_the_short_form_is_read_back(self, rule: Rule) -> None:
        """
        Every period of the table has a short form that means it.
        """
        if isinstance(rule.period, Period):
            assert Period.of_code(rule.period.code) == rule.period

    def test_in_words(self) -> None:
        """
        A period reads well in both languages, one day too.
        """
        assert (working_days(5).zh, working_days(5).en) == (
            "5个工作日",
            "5 working days",
        )
        assert (hours(1).zh, hours(1).en) == ("1小时", "1 hour")
        assert (months(3).en, years(1).en, days(-10).en) == (
            "3 months",
            "1 year",
            "-10 days",
        )

    @pytest.mark.parametrize("code", ["", "5", "WD", "5 WD", "5W", "1.5D", "99999D"])
    def test_what_is_no_short_form(self, code: str) -> None:
        """
        Nothing is guessed into a period.
        """
        with pytest.raises(LawSilent) as silence:
            Period.of_code(code)

        assert silence.value.code == "no_such_period"

    @pytest.mark.parametrize(
        ("one", "other", "within"),
        [
            (days(3), days(3), True),
            (days(4), days(3), False),
            (days(5), working_days(5), True),
            (working_days(5), days(7), False),
            (months(12), years(1), True),
            (years(1), months(11), False),
            (hours(24), days(1), True),
            (hours(25), working_days(1), False),
            (days(28), months(1), True),
            (days(29), months(1), False),
            (months(1), days(31), False),
        ],
    )
    def test_surely_no_longer(
        self, one: Period, other: Period, *, within: bool
    ) -> None:
        """
        A period is within another only if it is so from every start.
        """
        assert one.surely_within(other) is within


class TestProvisions:
    def test_an_article_as_the_tables_write_it(self) -> None:
        """
        Short title, article, item; a run of articles with a hyphen.
        """
        assert SAFETY_LAW.article(65) == "安全生产法65"
        assert PENALTY_LAW.article(72, 1) == "行政处罚法72(1)"
        assert PENALTY_LAW.article(68, until=69) == "行政处罚法68-69"

    @pytest.mark.parametrize(
        ("zh", "en"),
        [
            ("安全生产法65", "Work Safety Law art. 65"),
            (
                "行政复议法20;88",
                "Administrative Review Law art. 20; art. 88",
            ),
            ("应急管理部令18号(待核)", "Penalty Rules (MEM Order 18) (to be verified)"),
            ("吉政发〔2018〕26号(三十一)", "Jilin Opinion (2018 No. 26) (31)"),
            ("忻州2020通知(十)", "Xinzhou Notice (2020) (10)"),
            ("规则包", "rule pack"),
        ],
    )
    def test_in_english(self, zh: str, en: str) -> None:
        """
        A provision is shown in English with the article where it was.
        """
        assert in_english(zh) == en

    @pytest.mark.parametrize("rule", RULES, ids=row_name)
    def test_every_provision_names_its_instrument(self, rule: Rule) -> None:
        """
        A provision starts with an instrument or a remark, and is shown in English
        without a Chinese character left.
        """
        pieces = rule.provision.split(";")

        assert statute_of(pieces[0]) or pieces[0] in REMARKS
        assert in_english(rule.provision).isascii()

    def test_titles_are_not_shared(self) -> None:
        """
        A short title means one instrument.
        """
        assert len({s.zh for s in STATUTES}) == len(STATUTES) == len(set(STATUTES))


class TestDated:
    def test_before_its_first_day_there_is_no_value(self) -> None:
        """
        The day before the first step is refused, the first day is not.
        """
        rate = Dated("案例法1", ((date(2000, 1, 1), 1), (date(2010, 1, 1), 2)))

        with pytest.raises(LawSilent) as silence:
            rate.on(date(1999, 12, 31))

        assert silence.value.code == "before_first_day"
        assert silence.value.under == "案例法1"
        assert rate.on(rate.first_day) == 1

    def test_a_step_holds_from_its_first_day(self) -> None:
        """
        The last day of the old value and the first day of the new one.
        """
        first = date(2010, 1, 1)
        rate = Dated("案例法1", ((date(2000, 1, 1), 1), (first, 2)))

        assert rate.on(first - timedelta(days=1)) == 1
        assert rate.on(first) == 2
        assert rate.confidence is Confidence.READ

    def test_steps_out_of_order_are_a_mistake(self) -> None:
        """
        A table is appended to, never inserted into.
        """
        with pytest.raises(AssertionError):
            Dated("案例法1", ((date(2010, 1, 1), 1), (date(2000, 1, 1), 2)))


def in_force_from(rule: Rule) -> date:
    """
    The first day of a row, or the beginning of time.
    """
    return rule.in_force_from or date.min


def test_open_reasons_are_told_apart() -> None:
    """
    The three reasons for having no number are three codes.
    """
    assert {reason.code for reason in Open} == {"none", "prompt", "set"}
