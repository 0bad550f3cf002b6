"""
Rule packs: what a place may lay down, and which pack governs it on which day.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.acts import ACTS
from domain.circumstances import Circumstances
from domain.law.packs import PACKS, PackStatus
from domain.law.rule import working_days
from domain.law.silence import LawSilent
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, OutOfTime
from domain.rule_pack.file import (
    RulePack,
    RulePackAdopted,
    RulePackPublished,
    RulePackRetired,
)
from domain.rule_pack.values import PackValue, read, settings_of, values_of, written
from tests.cases.town import CITY, COUNTY, OPERATOR, TODAY, USCC, Town, moment

LATER = TODAY + timedelta(days=10)


def publish(town: Town, code: str = "004", **said: object) -> UUID:
    """
    Publish a pack.
    """
    terms: dict[str, object] = {"pack_code": code, "pack_version": "1"}
    return town.do("publish-rule-pack", **(terms | said))[0].file


def governed(
    town: Town, by: str = "clerk", on: date = TODAY, *, said_on: date | None = None
) -> Circumstances:
    """
    Give the circumstances of an act that somebody does on a day.
    """
    return town.office.circumstances(
        ACTS["deregister-enterprise"],
        by=town.people[by],
        at=moment(on),
        said_at=moment(said_on) if said_on else None,
    )


class TestPublishRulePack:
    @pytest.mark.parametrize("code", PACKS)
    def test_each_of_the_five(self, code: str) -> None:
        """
        The five packs lay down nothing that no place may; a draft is marked as one.
        """
        town = Town()

        pack = town.read(RulePack, publish(town, code))

        assert pack.as_pack() == PACKS[code]
        assert (pack.status is PackStatus.DRAFT) == (code == "002")

    def test_values_of_ones_own(self) -> None:
        """
        A bureau puts its own figure in place of one that nobody has laid down.
        """
        town = Town()
        own = PackValue("IN.major.list", "3WD", "本局办法第四条")

        (fact,) = town.do(
            "publish-rule-pack", pack_code="004", pack_version="2", changes=(own,)
        )

        assert isinstance(fact, RulePackPublished)
        settings = town.read(RulePack, fact.file).as_pack().settings
        (setting,) = settings["IN.major.list"]
        assert (setting.value, setting.basis) == (working_days(3), "本局办法第四条")

    @pytest.mark.parametrize("value", ["none", "30D"])
    def test_the_report_on_a_referral(self, value: str) -> None:
        """
        INV-04: no pack switches the report on a suspected crime off, or lengthens it.
        """
        refusal = Town().refused(
            "publish-rule-pack",
            pack_code="004",
            pack_version="2",
            changes=(PackValue("RF.report", value, "本局办法"),),
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code in {"pack_referral_switched_off", "pack_lengthens"}
        assert refusal.under.startswith("国务院令310号")

    @pytest.mark.parametrize(
        "parameter", ["RF.decide", "RF.send", "RF.filing", "referral.decided_by"]
    )
    def test_a_period_of_a_referral(self, parameter: str) -> None:
        """
        INV-04: no pack touches who decides on a referral, or the periods after it.
        """
        refusal = Town().refused(
            "publish-rule-pack",
            pack_code="004",
            pack_version="2",
            changes=(PackValue(parameter, "10D", "本局办法"),),
        )

        assert refusal.code == "pack_referral_fixed"

    def test_hidden_behind_a_lawful_value(self) -> None:
        """
        INV-04: neither does a value that is to hold only later.
        """
        now = PackValue("RF.report", "5D", "本局办法", in_force_until=LATER)
        then = PackValue("RF.report", "none", "本局办法", in_force_from=LATER)

        codes = {
            Town()
            .refused(
                "publish-rule-pack",
                pack_code="004",
                pack_version="2",
                changes=changes,
            )
            .code
            for changes in ((now, then), (then, now))
        }

        assert codes == {"pack_referral_switched_off"}

    def test_a_period_dropped(self) -> None:
        """
        A pack sets each period that the law leaves to the place and expects of it.
        """
        refusal = Town().refused(
            "publish-rule-pack",
            pack_code="004",
            pack_version="2",
            changes=(
                PackValue(
                    "IN.major.list", "5WD", "本局办法", in_force_until=date(2026, 1, 1)
                ),
            ),
        )

        assert refusal.code == "pack_missing"

    def test_the_same_version_again(self) -> None:
        """
        A version is published once.
        """
        town = Town()
        publish(town)

        refusal = town.refused("publish-rule-pack", pack_code="004", pack_version="1")

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "pack_published"

    def test_no_such_pack(self) -> None:
        """
        A pack rests on one of the documents in the table.
        """
        refusal = Town().refused("publish-rule-pack", pack_code="999", pack_version="1")

        assert refusal.code == "no_such_pack"


class TestAdoptRulePack:
    def test_for_the_place_and_those_within(self) -> None:
        """
        INV-64: an act names the pack of its body's place, or of the place around it.
        """
        town = Town()
        pack = publish(town)
        assert governed(town, "county clerk").pack == ""

        (fact,) = town.do("adopt-rule-pack", pack, region=CITY, since_on=TODAY)

        assert isinstance(fact, RulePackAdopted)
        assert governed(town).pack == "004@1"
        assert governed(town, "county clerk").pack == "004@1"
        assert governed(town).rules.period("IN.major.list") == working_days(5)

    def test_the_smaller_place_first(self) -> None:
        """
        A place's own pack stands before that of the place around it.
        """
        town = Town()
        town.do("adopt-rule-pack", publish(town), region=CITY, since_on=TODAY)
        own = publish(town, "001")

        town.do("adopt-rule-pack", own, region=COUNTY, since_on=TODAY)

        assert governed(town, "county clerk").pack == "001@1"
        assert governed(town).pack == "004@1"

    def test_by_the_day_of_the_act(self) -> None:
        """
        INV-64: a new pack decides nothing anew; each day keeps its own.
        """
        town = Town()
        old, new = publish(town), publish(town, "001")
        town.do("adopt-rule-pack", old, region=CITY, since_on=TODAY)
        (decided,) = decision(town)

        town.do("adopt-rule-pack", new, region=CITY, since_on=LATER)

        before = LATER - timedelta(days=1)
        assert decided.deed.pack == "004@1"
        assert governed(town, on=LATER, said_on=before).pack == "004@1"
        assert governed(town, on=LATER).pack == "001@1"

    def test_nobody_has_adopted_any(self) -> None:
        """
        Where no pack is adopted, national law stands alone.
        """
        rules = governed(Town()).rules

        with pytest.raises(LawSilent) as caught:
            rules.value("IN.major.list")
        with pytest.raises(LawSilent) as unknown:
            rules.find("IN.nothing")

        assert caught.value.code == "left_open"
        assert unknown.value.code == "unknown_parameter"
        assert rules.find("IN.major.list") is None
        assert rules.value("referral.decided_by") == "principal_head"

    def test_it_reaches_back(self) -> None:
        """
        A pack does not reach back (立法法104).
        """
        town = Town()
        yesterday = TODAY - timedelta(days=1)

        refusal = town.refused(
            "adopt-rule-pack", publish(town), region=CITY, since_on=yesterday
        )

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "adoption_reaches_back"

    @pytest.mark.parametrize("demonstration", [True, False])
    def test_a_draft(self, *, demonstration: bool) -> None:
        """
        A draft circulated for comment governs nothing but a demonstration.
        """
        town = Town(demonstration=demonstration)
        draft = publish(town, "002")
        said = {"region": CITY, "since_on": TODAY}

        if demonstration:
            assert town.do("adopt-rule-pack", draft, **said)
            return
        refusal = town.refused("adopt-rule-pack", draft, **said)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "pack_is_draft"

    def test_before_a_later_adoption(self) -> None:
        """
        Adoptions of a place follow one another.
        """
        town = Town()
        town.do("adopt-rule-pack", publish(town), region=CITY, since_on=LATER)

        refusal = town.refused(
            "adopt-rule-pack", publish(town, "001"), region=CITY, since_on=LATER
        )

        assert refusal.code == "adopted_later"

    def test_for_a_place_elsewhere(self) -> None:
        """
        A body lays nothing down for a place that does not lie in its own.
        """
        town = Town()

        refusal = town.refused(
            "adopt-rule-pack", publish(town), region="230100", since_on=TODAY
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "outside_jurisdiction"


def decision(town: Town) -> list[RulePackPublished]:
    """
    Record something under the pack in force: another pack will do.
    """
    facts = town.do("publish-rule-pack", pack_code="000", pack_version="1")
    return [fact for fact in facts if isinstance(fact, RulePackPublished)]


class TestRetireRulePack:
    def test_its_last_day(self) -> None:
        """
        After its last day a pack governs nothing, and the place around it does.
        """
        town = Town()
        pack = publish(town)
        town.do("adopt-rule-pack", pack, region=CITY, since_on=TODAY)

        (fact,) = town.do("retire-rule-pack", pack, until_on=LATER, reason="文件废止")

        assert isinstance(fact, RulePackRetired)
        assert fact.tags() == (f"jurisdiction/{CITY}/pack",)
        assert governed(town, on=LATER).pack == "004@1"
        assert governed(town, on=LATER + timedelta(days=1)).pack == ""

    def test_adopted_afterwards(self) -> None:
        """
        What is out of use is not adopted.
        """
        town = Town()
        pack = publish(town)
        town.do("retire-rule-pack", pack, until_on=LATER, reason="文件废止")

        refusal = town.refused(
            "adopt-rule-pack", pack, region=CITY, since_on=LATER + timedelta(days=1)
        )

        assert refusal.code == "pack_retired"

    def test_twice(self) -> None:
        """
        A pack is retired once.
        """
        town = Town()
        pack = publish(town)
        town.do("retire-rule-pack", pack, until_on=LATER, reason="文件废止")

        refusal = town.refused(
            "retire-rule-pack", pack, until_on=LATER, reason="再次废止"
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "pack_retired"

    def test_back_in_time(self) -> None:
        """
        What a pack governed stays governed by it.
        """
        town = Town()

        refusal = town.refused(
            "retire-rule-pack",
            publish(town),
            until_on=TODAY - timedelta(days=2),
            reason="文件废止",
        )

        assert isinstance(refusal, OutOfTime)


class TestValues:
    @pytest.mark.parametrize("code", PACKS)
    def test_written_and_read(self, code: str) -> None:
        """
        Every value of every pack is read as it was written.
        """
        kept = values_of(PACKS[code])

        assert settings_of(kept) == dict(PACKS[code].settings)

    def test_what_is_switched_off_is_no_value(self) -> None:
        """
        What a pack would switch off is left to national law where it is read.
        """
        kept = (PackValue("RF.report", "none", "本局办法"),)

        assert settings_of(kept) == {}

    @pytest.mark.parametrize("value", [("only",), ("a", "b"), 0, 12, True, "word"])
    def test_each_kind(self, value: int | str | tuple[str, ...]) -> None:
        """
        Kinds of values are told apart by how they are written.
        """
        found = read(written(value))

        assert found == value
        assert type(found) is type(value)


def test_clock_goes_by_the_place_of_the_file() -> None:
    """
    The clock acts for no body: what it does is governed by the place of the file.
    """
    town = Town()
    town.do("adopt-rule-pack", publish(town), region=CITY, since_on=TODAY)
    enterprise = town.do(
        "register-enterprise", name="演示铸造厂", region=COUNTY, uscc=USCC
    )[0].file

    at = town.office.circumstances(
        ACTS["deregister-enterprise"], by=OPERATOR, at=moment(TODAY)
    )
    at.enter(town.office.file(enterprise))

    assert at.pack == "004@1"
