"""
The rule packs of five places (规则包), and what a pack may not do.
"""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from domain.law.calendars import SHIPPED
from domain.law.dated import Confidence
from domain.law.deadlines import RULE_IDS, rules_of
from domain.law.pack_review import check_pack
from domain.law.packs import (
    PACKS,
    Pack,
    PackStatus,
    count_of,
    flag_of,
    pack_of,
    pack_value,
    period_of,
    word_of,
    words_of,
)
from domain.law.parameters import (
    ILLUSTRATIVE,
    PARAMETERS,
    Parameter,
    Setting,
    Value,
    is_of_kind,
)
from domain.law.rule import PackMay, Period, days, hours, months, working_days, years
from domain.law.silence import LawSilent
from domain.law.statutes import JILIN_OPINION, in_english
from domain.periods import due

TODAY = date(2026, 11, 24)
REQUIRED = (
    *("RF.report", "IN.outcome", "IN.lead.answer", "IN.major.list"),
    *("IN.major.escalate", "IN.reinspect.grace", "LS.suspend"),
)


def good() -> dict[str, Value | None]:
    """
    The values of a pack that nothing can be said against.
    """
    return dict(PACKS["001"].values_on(TODAY))


def faults(changed: dict[str, Value | None]) -> list[tuple[str, str, str]]:
    """
    Review the good pack with some values changed.
    """
    found = check_pack({**good(), **changed})
    return [(fault.code, fault.parameter, fault.under) for fault in found]


class TestTheFivePacks:
    def test_their_places(self) -> None:
        """
        Four places with their codes, and a draft that names none.
        """
        places = {pack.code: (pack.zh, pack.region) for pack in PACKS.values()}

        assert places == {
            "000": ("哈尔滨", "230100"),
            "001": ("忻州", "140900"),
            "002": ("征求意见稿", ""),
            "003": ("甘孜", "513300"),
            "004": ("吉林", "220000"),
        }
        drafts = [p.code for p in PACKS.values() if p.status is PackStatus.DRAFT]
        assert drafts == ["002"]

    @pytest.mark.parametrize("pack", PACKS.values(), ids=lambda pack: pack.code)
    def test_each_may_be_published(self, pack: Pack) -> None:
        """
        A pack that is shipped passes its own review, and has all that it must set.
        """
        values = pack.values_on(TODAY)

        assert check_pack(values) == []
        assert set(REQUIRED) <= values.keys()

    @pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda p: p.id)
    def test_the_table_is_sound(self, parameter: Parameter) -> None:
        """
        Every value is of its kind and known words, names its basis, and says 待核 where
        it is only illustrative.
        """
        settings = [s for dated in parameter.places.values() for s in dated]
        for setting in (*parameter.national, *settings):
            assert is_of_kind(setting.value, parameter.kind)
            assert setting.basis
            assert in_english(setting.basis).isascii()
            unsure = setting.confidence is Confidence.UNSURE
            assert unsure or ILLUSTRATIVE not in setting.basis
            if parameter.choices and isinstance(setting.value, tuple):
                assert set(setting.value) <= set(parameter.choices)

    @pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda p: p.id)
    def test_the_two_tables_agree(self, parameter: Parameter) -> None:
        """
        Where a parameter sets the period of a rule, both say what a place may do.
        """
        if parameter.id in RULE_IDS:
            (rule,) = rules_of(parameter.id)
            assert rule.pack_may_change is parameter.may

    def test_what_must_be_set(self) -> None:
        """
        Seven periods have no default in law.
        """
        required = {p.id for p in PARAMETERS if p.required}

        assert required == set(REQUIRED)


class TestValues:
    def test_the_places_own_value_comes_first(self) -> None:
        """
        Xinzhou grades its enterprises good, medium, poor; the others by letters.
        """
        own = words_of(PACKS["001"], "enterprise.grades", on=TODAY)
        national = words_of(PACKS["003"], "enterprise.grades", on=TODAY)

        assert own == ("good", "medium", "poor")
        assert national == ("a", "b", "c", "d")
        assert words_of(None, "enterprise.grades", on=TODAY) == national

    def test_the_national_value_changes_with_the_law(self) -> None:
        """
        More time had to be asked for ten days ahead until 31 January 2026.
        """
        parameter = "hazard.extension.days_before"

        assert count_of(None, parameter, on=date(2026, 1, 31)) == 10
        assert count_of(None, parameter, on=date(2026, 2, 1)) == 0

    def test_each_kind_of_value(self) -> None:
        """
        Periods, flags, words and lists come out as what they are.
        """
        draft, harbin = PACKS["002"], PACKS["000"]

        assert period_of(PACKS["004"], "IN.cert.retrain", on=TODAY) == years(3)
        assert flag_of(harbin, "hazard.ordinary.opinion_stands", on=TODAY)
        assert not flag_of(draft, "hazard.ordinary.opinion_stands", on=TODAY)
        assert word_of(harbin, "document.number_policy", on=TODAY) == "per_kind"
        assert words_of(draft, "hazard.listed_by", on=TODAY) == (
            "department",
            "committee_office",
        )

    @pytest.mark.parametrize(
        ("accident", "fen"),
        [("general", 50_000_000), ("larger", 100_000_000), ("major", 500_000_000)],
    )
    def test_jilins_ceilings_are_history(self, accident: str, fen: int) -> None:
        """
        They govern up to 31 August 2021 and are refused afterwards, with 安全生产法114.
        """
        ceiling = f"fine.ceiling.{accident}_accident"

        assert count_of(PACKS["004"], ceiling, on=date(2021, 8, 31)) == fen
        with pytest.raises(LawSilent) as silence:
            pack_value(PACKS["004"], ceiling, on=date(2021, 9, 1))

        assert silence.value.code == "overtaken"
        assert silence.value.under == "安全生产法114"

    def test_nobody_has_set_it(self) -> None:
        """
        Retraining every three years is Jilin's; elsewhere nothing is said.
        """
        with pytest.raises(LawSilent) as silence:
            pack_value(PACKS["000"], "IN.cert.retrain", on=TODAY)

        assert silence.value.code == "left_open"
        assert silence.value.under

    def test_unknown_names(self) -> None:
        """
        Neither a parameter nor a pack is made up.
        """
        with pytest.raises(LawSilent) as parameter:
            pack_value(None, "hazard.colour", on=TODAY)
        with pytest.raises(LawSilent) as pack:
            pack_of("005")

        assert parameter.value.code == "unknown_parameter"
        assert pack.value.code == "unknown_pack"
        assert pack_of("004") is PACKS["004"]


class TestWhatAPackMayNotDo:
    @pytest.mark.parametrize(
        ("parameter", "under"),
        [
            ("RF.decide", "国务院令310号(2020)5"),
            ("RF.send", "国务院令310号(2020)5"),
            ("RF.filing", "国务院令310号(2020)8;公安机关办理刑事案件程序规定180"),
            ("RF.filing.check", "公通字〔2015〕32号;应急〔2019〕54号11"),
            ("RF.filing.complex", "公通字〔2015〕32号;应急〔2019〕54号11"),
        ],
    )
    @pytest.mark.parametrize("value", [days(1), hours(1), None])
    def test_touch_the_referral(
        self, parameter: str, under: str, value: Value | None
    ) -> None:
        """
        INV-04: not even a shorter period for deciding, sending or filing.
        """
        assert faults({parameter: value}) == [("referral_fixed", parameter, under)]

    def test_say_who_decides_on_a_referral(self) -> None:
        """
        INV-04: the principal head decides, never a deputy.
        """
        found = faults({"referral.decided_by": "deputy_head"})

        assert found == [
            ("referral_fixed", "referral.decided_by", "国务院令310号(2020)5")
        ]

    def test_switch_the_referral_off(self) -> None:
        """
        INV-04: a suspicion without an outer limit would never be late.
        """
        under = "国务院令310号(2020)5;应急〔2019〕54号7"

        assert faults({"RF.report": None}) == [
            ("referral_switched_off", "RF.report", under)
        ]
        assert [code for code, *_ in faults({"RF.report": days(11)})] == ["lengthens"]
        assert faults({"RF.report": days(1)}) == []

    @pytest.mark.parametrize(
        ("parameter", "value", "code"),
        [
            ("PN.pay", days(10), "fixed_by_law"),
            ("PN.hearing.request", working_days(10), "fixed_by_law"),
            ("CO.term", days(20), "fixed_by_law"),
            ("fine.ceiling.general_accident", 50_000_000, "fixed_by_law"),
            ("measure.coercion_delegable", True, "fixed_by_law"),
            ("inspection.committee_office_may_inspect", True, "fixed_by_law"),
            ("PN.serve", working_days(8), "fixed_by_law"),
            ("PN.limit.decide", days(91), "lengthens"),
            ("PN.limit.decide", months(3), "lengthens"),
            ("TS.after.general", working_days(21), "lengthens"),
            ("IN.reinspect.grace", working_days(7), "lengthens"),
            ("IN.reinspect.grace", days(11), "lengthens"),
            ("IN.major.list", None, "switched_off"),
            ("IN.major.list", days(0), "wrong_kind"),
            ("IN.major.list", 5, "wrong_kind"),
            ("inspection.cap_per_year", -1, "wrong_kind"),
            ("inspection.cap_per_year", True, "wrong_kind"),
            ("hazard.ordinary.three_lists", 1, "wrong_kind"),
            ("hazard.listed_by", ("grid_member",), "unknown_word"),
            ("hazard.listed_by", (), "wrong_kind"),
            ("document.number_policy", "per_officer", "unknown_word"),
            ("hazard.major.plan", ("aims", "time"), "drops_national"),
            ("hazard.major.reported_to", ("regulator",), "drops_national"),
            ("blacklist.ground", ("late_payment",), "unknown_parameter"),
        ],
    )
    def test_other_things(self, parameter: str, value: Value | None, code: str) -> None:
        """
        Each with its code, and nothing else is said.
        """
        assert [found[:2] for found in faults({parameter: value})] == [
            (code, parameter)
        ]

    @pytest.mark.parametrize(
        ("parameter", "value"),
        [
            ("PN.limit.decide", days(60)),
            ("PN.defence.days", working_days(3)),
            ("TS.after.general", days(20)),
            ("IN.transfer", working_days(2)),
            ("IN.approve.late", hours(48)),
            ("document.number_policy", "per_case"),
            ("hazard.ordinary.on_the_spot", False),
            ("hazard.major.three_lists", False),
            ("hazard.extension.count_max", 0),
            ("IN.reinspect.grace", days(3)),
        ],
    )
    def test_what_it_may_do(self, parameter: str, value: Value) -> None:
        """
        A place shortens its own limits and sets what the law leaves open.
        """
        assert faults({parameter: value}) == []

    def test_a_list_may_grow(self) -> None:
        """
        A place asks for a seventh element of the plan, on top of the six.
        """
        six = words_of(None, "hazard.major.plan", on=TODAY)

        assert len(six) == 6
        assert faults({"hazard.major.plan": (*six, "supervisor")}) == []

    @pytest.mark.parametrize("parameter", REQUIRED)
    def test_leave_a_period_unsaid(self, parameter: str) -> None:
        """
        A pack that lacks one of the periods the law expects of it is refused.
        """
        values = good()
        del values[parameter]

        (fault,) = check_pack(values)

        assert (fault.code, fault.parameter) == ("missing", parameter)
        assert fault.under
        assert fault.zh
        assert fault.en

    def test_every_fault_is_worded_in_both_languages(self) -> None:
        """
        The sentences name the parameter's own title.
        """
        (fault,) = check_pack({**good(), "PN.limit.decide": days(91)})

        assert fault.zh == "作出处罚决定期限:91日可能长于法定的90日,只可缩短。"
        assert fault.en == (
            "Decide a case, from filing: 91 days may be longer than the lawful 90 days."
        )


def pack_with(parameter: str, setting: Setting) -> Pack:
    """
    A pack of Jilin's with one value, whatever a review would say to it.
    """
    settings = MappingProxyType({parameter: (setting,)})
    return replace(PACKS["004"], settings=settings)


class TestPacksAndPeriods:
    @pytest.mark.parametrize(
        ("period", "end", "by"),
        [(days(60), "2026-09-01", "004"), (days(120), "2026-10-01", "")],
    )
    def test_only_a_shorter_limit_counts(
        self, period: Period, end: str, by: str
    ) -> None:
        """
        A place's sixty days stand in place of ninety; its hundred and twenty do not.
        """
        pack = pack_with("PN.limit.decide", Setting(period, JILIN_OPINION.zh))

        found = due("PN.limit.decide", date(2026, 7, 3), calendar=SHIPPED, pack=pack)

        assert (found.due, found.pack) == (date.fromisoformat(end), by)

    def test_a_value_that_ended_says_nothing(self) -> None:
        """
        A place withdrew its period on 1 July: from then on there is none.
        """
        setting = Setting(
            working_days(3), JILIN_OPINION.zh, in_force_until=date(2026, 6, 30)
        )
        pack = pack_with("IN.outcome", setting)

        found = due("IN.outcome", date(2026, 6, 30), calendar=SHIPPED, pack=pack)
        with pytest.raises(LawSilent) as value:
            pack_value(pack, "IN.outcome", on=date(2026, 7, 1))
        with pytest.raises(LawSilent) as period:
            due("IN.outcome", date(2026, 7, 1), calendar=SHIPPED, pack=pack)

        assert found.due == date(2026, 7, 3)
        assert (value.value.code, period.value.code) == ("left_open", "set")

    def test_a_pack_cannot_move_what_is_fixed(self) -> None:
        """
        Whatever lies in a pack, the head has three days to decide on a referral.
        """
        pack = pack_with("RF.decide", Setting(days(1), JILIN_OPINION.zh))

        found = due("RF.decide", date(2026, 9, 21), calendar=SHIPPED, pack=pack)

        assert (found.due, found.pack) == (date(2026, 9, 24), "")

    def test_the_table_of_parameters_lets_every_place_be_reckoned(self) -> None:
        """
        Each period that a shipped pack sets for a rule has an end.
        """
        for pack in PACKS.values():
            for parameter, value in pack.values_on(TODAY).items():
                is_period = isinstance(value, Period) and parameter in RULE_IDS
                if is_period and parameter != "IN.approve.late":
                    found = due(parameter, TODAY, calendar=SHIPPED, pack=pack)
                    assert found.period == value
                    assert found.day > TODAY

    def test_illustrative_values_are_marked(self) -> None:
        """
        A reader sees that a figure is nobody's law yet.
        """
        found = due("IN.outcome", TODAY, calendar=SHIPPED, pack=PACKS["000"])

        assert found.confidence is Confidence.UNSURE
        assert ILLUSTRATIVE in found.provision
        assert rules_of("IN.outcome")[0].pack_may_change is PackMay.SET
