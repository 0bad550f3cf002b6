"""
With which power: one's own or a lent one, and apart from licensing (INV-44, INV-45).
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.acts import Power
from domain.base import Role
from domain.enterprise.profile import Profile
from domain.jurisdictions import Sector
from tests.cases.standing.grounds import INSPECTING, codes, declared
from tests.cases.town import COUNTY, SINCE, TODAY, USCC, Town

YEAR_END = date(2026, 12, 31)
COERCING = declared(power=Power.COERCE)
INSPECTING_ALONE = declared(power=Power.INSPECT)
TOGETHER = ("second",)


@pytest.fixture
def town() -> Town:
    """
    The town.
    """
    return Town()


def delegate(town: Town) -> UUID:
    """
    Let the county inspect in the city's name until the end of the year.
    """
    duties = town.office.holder(f"duty_list/{town.city}")
    town.do(
        "delegate-enforcement",
        duties,
        delegate=town.county,
        powers=(Power.INSPECT,),
        matters=("日常检查",),
        since_on=SINCE,
        until_on=YEAR_END,
    )
    assert duties is not None
    return duties


class TestMandate:
    def test_own(self, town: Town) -> None:
        """
        INV-44: a body uses the powers that its duty list has.
        """
        assert codes(town, INSPECTING, "first", officers=TOGETHER) == []
        assert codes(town, COERCING, "first") == ["no_mandate"]

    def test_none(self, town: Town) -> None:
        """
        INV-44: a body without a duty list enforces nothing (处罚法17).
        """
        assert codes(town, INSPECTING_ALONE, "other") == ["no_mandate"]

    def test_not_yet(self, town: Town) -> None:
        """
        INV-44: a power is used from its first day on.
        """
        town.do(
            "assign-mandate",
            body=town.county,
            power=Power.INSPECT,
            since_on=TODAY + timedelta(days=1),
        )

        assert codes(town, INSPECTING_ALONE, "other") == ["no_mandate"]

    def test_lent(self, town: Town) -> None:
        """
        INV-44: a lent power is used until its last day, that included (处罚法20).
        """
        delegate(town)
        after = YEAR_END + timedelta(days=1)

        on_last = codes(town, INSPECTING_ALONE, "other", on=YEAR_END)

        assert on_last == []
        assert codes(town, INSPECTING_ALONE, "other", on=after) == ["no_mandate"]

    def test_taken_back(self, town: Town) -> None:
        """
        INV-44: what was taken back is used no more.
        """
        duties = delegate(town)
        town.do("revoke-delegation", duties, delegate=town.county, reason="收回")

        assert codes(town, INSPECTING_ALONE, "other") == ["no_mandate"]

    def test_coercion_is_never_lent(self, town: Town) -> None:
        """
        INV-44: who enforces by delegation may not coerce (强制法17).
        """
        town.assign(Power.COERCE, town.city)
        delegate(town)

        assert codes(town, COERCING, "other") == ["mandate_not_delegable"]

    def test_of_a_sector(self, town: Town) -> None:
        """
        INV-44: a power for one sector is none for another.
        """
        town.do(
            "assign-mandate",
            body=town.county,
            power=Power.INSPECT,
            since_on=SINCE,
            sector=Sector.INDUSTRY,
        )
        industry, mine, unstated = (
            permit_of(town, enterprise_of(town, uscc, sector), by="county clerk")
            for uscc, sector in (
                (USCC, Sector.INDUSTRY),
                ("9144030071526726XG", Sector.MINE),
                ("91330100799655058B", None),
            )
        )

        found = [
            codes(town, INSPECTING_ALONE, "other", file=file)
            for file in (industry, mine, unstated)
        ]

        assert found == [[], ["no_mandate"], ["no_mandate"]]
        assert codes(town, INSPECTING_ALONE, "other") == []


class TestLicensing:
    def test_of_every_enterprise(self, town: Town) -> None:
        """
        INV-45: who licenses does not inspect (甘委发〔2017〕28号 (十)).
        """
        town.do(
            "assign-officer-role",
            town.id("second"),
            role=Role.LICENSING,
            body=town.city,
            since_on=SINCE,
        )

        assert codes(town, INSPECTING, "first", officers=TOGETHER) == ["licensing_role"]

    def test_of_one_enterprise(self, town: Town) -> None:
        """
        INV-45: who deals with the permits of one enterprise inspects others.
        """
        mine, other = (
            town.do(
                "register-enterprise", by="clerk", name=name, region=COUNTY, uscc=uscc
            )[0].file
            for name, uscc in (
                ("演示矿山", USCC),
                ("演示铸造厂", "9144030071526726XG"),
            )
        )
        town.do(
            "assign-officer-role",
            town.id("second"),
            role=Role.LICENSING,
            body=town.city,
            since_on=SINCE,
            enterprises=(mine,),
        )

        found = {
            file: codes(
                town, INSPECTING, "first", officers=TOGETHER, file=permit_of(town, file)
            )
            for file in (mine, other)
        }

        assert found == {mine: ["licensing_role"], other: []}

    def test_who_licenses_licenses(self, town: Town) -> None:
        """
        INV-45 keeps licensing apart from enforcement, not from itself.
        """
        town.assign(Power.LICENSE, town.city)
        town.do(
            "assign-officer-role",
            town.id("first"),
            role=Role.LICENSING,
            body=town.city,
            since_on=SINCE,
        )

        assert codes(town, declared(power=Power.LICENSE), "first") == []
        assert codes(town, INSPECTING_ALONE, "first") == ["licensing_role"]

    def test_look_back(self, town: Town) -> None:
        """
        INV-45: as long after a licensing post as the place's pack says.
        """
        town.do(
            "assign-officer-role",
            town.id("second"),
            role=Role.LICENSING,
            body=town.city,
            since_on=SINCE,
            until_on=TODAY - timedelta(days=1),
        )
        assert codes(town, INSPECTING, "first", officers=TOGETHER) == []

        published = town.do("publish-rule-pack", pack_code="004", pack_version="1")
        pack = published[0].file
        town.do("adopt-rule-pack", pack, region="220200", since_on=TODAY)

        assert codes(town, INSPECTING, "first", officers=TOGETHER) == ["licensing_role"]

    @pytest.mark.parametrize(("days", "found"), [(365, ["licensing_role"]), (366, [])])
    def test_last_day_of_the_look_back(
        self, town: Town, days: int, found: list[str]
    ) -> None:
        """
        INV-45: barred up to and including the last day of that span.
        """
        last = TODAY - timedelta(days=1)
        posted = {"role": Role.LICENSING, "body": town.city}
        second = town.id("second")
        town.do("assign-officer-role", second, since_on=SINCE, until_on=last, **posted)
        published = town.do("publish-rule-pack", pack_code="004", pack_version="1")
        town.do("adopt-rule-pack", published[0].file, region="220200", since_on=TODAY)

        on = last + timedelta(days=days)
        assert codes(town, INSPECTING, "first", officers=TOGETHER, on=on) == found


def enterprise_of(town: Town, uscc: str, sector: Sector | None) -> UUID:
    """
    Register an enterprise of a sector in the county.
    """
    facts = town.do(
        "register-enterprise",
        by="county clerk",
        name=f"演示{uscc}厂",
        region=COUNTY,
        uscc=uscc,
        profile=Profile(sector=sector),
    )
    return facts[0].file


def permit_of(town: Town, enterprise: UUID, by: str = "clerk") -> UUID:
    """
    Record a permit: a file that is of one enterprise.
    """
    facts = town.do(
        "record-permit",
        by=by,
        enterprise=enterprise,
        permit_kind="安全生产许可证",
        permit_no=f"（吉）证-{enterprise}",
        issuing_authority="省应急管理厅",
        valid_from=SINCE,
    )
    return facts[0].file
