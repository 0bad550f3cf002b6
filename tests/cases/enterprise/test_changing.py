"""
信息变更、更名、注销: what is known changes from a day on, and nothing ends by it.
"""

from datetime import date

import pytest

from domain.enterprise.facts import (
    EnterpriseDeregistered,
    EnterpriseProfileChanged,
    EnterpriseRenamed,
)
from domain.enterprise.profile import Profile, RiskFeature
from domain.folding import folded
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder
from tests.cases.enterprise.register import (
    NAME,
    ORG_CODE,
    OTHER_USCC,
    REG_NO,
    USCC,
    assignment,
    entered,
    enterprise,
)
from tests.cases.town import COUNTY, DISTRICT, TODAY, Town

NEW_NAME = "演示新材料有限公司"
LAST_YEAR = date(2025, 6, 2)


@pytest.fixture
def town() -> Town:
    """The town."""
    return Town()


class TestChangeEnterpriseProfile:
    def test_what_is_left_out_stays(self, town: Town) -> None:
        """
        哈尔滨实施意见(十五): the file is kept up; what nobody stated stands.
        """
        file = entered(town, profile=Profile(industry="2614", employees_count=30))

        (fact,) = town.do(
            "change-enterprise-profile",
            file,
            profile=Profile(
                employees_count=45, risk_features=(RiskFeature.CONFINED_SPACES,)
            ),
            region=COUNTY,
        )

        assert isinstance(fact, EnterpriseProfileChanged)
        found = enterprise(town, file)
        assert found.profile.industry == "2614"
        assert found.profile.employees_count == 45
        assert found.profile.risk_features == (RiskFeature.CONFINED_SPACES,)
        assert (found.region, found.uscc) == (COUNTY, USCC)

    def test_a_code_becomes_known(self, town: Town) -> None:
        """
        Where a code was not known it is added, and it is this file's alone.
        """
        file = entered(town, uscc="", reg_no=REG_NO)

        town.do("change-enterprise-profile", file, uscc=USCC, org_code=ORG_CODE)

        found = enterprise(town, file)
        assert (found.uscc, found.reg_no, found.org_code) == (USCC, REG_NO, ORG_CODE)
        assert town.office.holder(f"uscc/{USCC}") == file
        assert town.office.tagged(f"org-code/{ORG_CODE}") == (file,)

    def test_a_code_of_another_file(self, town: Town) -> None:
        """
        One file per code: whoever has it keeps it.
        """
        other = entered(town)
        file = entered(town, uscc="", reg_no=REG_NO)

        refusal = town.refused("change-enterprise-profile", file, uscc=USCC)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.facts == {"uscc": USCC, "file": other}

    def test_another_code_than_the_known_one(self, town: Town) -> None:
        """
        D23: a code is not overwritten; the right one has its own file, which leads.
        """
        file = entered(town)

        refusal = town.refused("change-enterprise-profile", file, uscc=OTHER_USCC)

        assert refusal.code == "code_known"
        assert refusal.facts == {"given": OTHER_USCC, "known": USCC}

    def test_a_code_that_does_not_check(self, town: Town) -> None:
        """
        GB 32100, GB 11714: what fails is not added.
        """
        file = entered(town)

        refusal = town.refused("change-enterprise-profile", file, org_code="999999112")

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "org_code_invalid"

    @pytest.mark.parametrize(
        ("terms", "code"),
        [
            ({"region": "999999"}, "unknown_region"),
            ({"profile": Profile(industry="00")}, "unknown_industry"),
        ],
    )
    def test_what_no_list_has(
        self, town: Town, terms: dict[str, object], code: str
    ) -> None:
        """
        GB/T 2260, GB/T 4754: region and industry are codes of their lists.
        """
        file = entered(town)

        assert town.refused("change-enterprise-profile", file, **terms).code == code

    @pytest.mark.parametrize(
        "terms", [{}, {"uscc": USCC, "region": DISTRICT}, {"profile": Profile()}]
    )
    def test_nothing_changes(self, town: Town, terms: dict[str, object]) -> None:
        """
        What is known already is no change.
        """
        file = entered(town)

        refusal = town.refused("change-enterprise-profile", file, **terms)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "nothing_changed"

    def test_from_elsewhere(self, town: Town) -> None:
        """
        D21: a body below does not keep the files of the one above.
        """
        file = entered(town)

        refusal = town.refused(
            "change-enterprise-profile", file, by="county clerk", region=COUNTY
        )

        assert isinstance(refusal, NoSuchCase)


class TestRenameEnterprise:
    def test_the_printed_name_stays_resolvable(self, town: Town) -> None:
        """
        PROCEDURE 1: both names, with the day of the new one.
        """
        file = entered(town)

        (fact,) = town.do(
            "rename-enterprise", file, said_on=date(2026, 2, 2), name=NEW_NAME
        )

        found = enterprise(town, file)
        assert isinstance(fact, EnterpriseRenamed)
        assert fact.former_name == NAME
        assert (found.name, found.former_names) == (NEW_NAME, (NAME,))
        assert found.name_on(date(2026, 2, 1)) == NAME
        assert found.name_on(date(2026, 2, 2)) == NEW_NAME
        for name in (NAME, NEW_NAME):
            key = town.office.keyed(folded(name))
            assert town.office.tagged(f"enterprise-name/{key}") == (file,)

    def test_learned_late(self, town: Town) -> None:
        """
        D6: a name taken before the enterprise was entered is its name all the same.
        """
        file = entered(town)

        town.do("rename-enterprise", file, said_on=LAST_YEAR, name=NEW_NAME)

        found = enterprise(town, file)
        assert found.name == found.name_on(TODAY) == NEW_NAME
        assert found.name_on(date(2025, 6, 1)) == NAME

    def test_an_earlier_name_learned_after_a_later_one(self, town: Town) -> None:
        """
        Of several names the one with the latest first day is today's.
        """
        file = entered(town)
        town.do("rename-enterprise", file, said_on=date(2026, 2, 2), name=NEW_NAME)

        town.do("rename-enterprise", file, said_on=LAST_YEAR, name="演示涂料厂")

        found = enterprise(town, file)
        assert found.name == NEW_NAME
        assert found.former_names == (NAME, "演示涂料厂")
        assert found.name_on(date(2025, 12, 1)) == "演示涂料厂"

    def test_its_own_name(self, town: Town) -> None:
        """
        The name that it bears is no new one.
        """
        file = entered(town)

        refusal = town.refused("rename-enterprise", file, name=f" {NAME} ")

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "name_unchanged"

    @pytest.mark.parametrize(
        ("name", "code"), [("  ", "name_missing"), ("演示**有限公司", "name_masked")]
    )
    def test_a_name_of_nobody(self, town: Town, name: str, code: str) -> None:
        """
        No name, or a masked one, stands for nobody.
        """
        file = entered(town)

        assert town.refused("rename-enterprise", file, name=name).code == code


class TestDeregisterEnterprise:
    def test_nothing_ends_by_it(self, town: Town) -> None:
        """
        INV-14: one fact with its day; who supervises it and what is open stand.
        """
        file = entered(town)
        before = assignment(town, file)
        hazard = town.do(
            "self-report-hazard", enterprise=file, place="罐区", description="泄漏"
        )[0].file

        (fact,) = town.do(
            "deregister-enterprise", file, said_on=LAST_YEAR, reason="市场监管部门注销"
        )

        found = enterprise(town, file)
        assert isinstance(fact, EnterpriseDeregistered)
        assert (found.is_deregistered, found.deregistered_on) == (True, LAST_YEAR)
        assert assignment(town, file).lead_body == before.lead_body
        assert town.office.tagged(f"enterprise/{file}/hazard") == (hazard,)

    def test_its_file_is_still_kept(self, town: Town) -> None:
        """
        INV-14: hazards of a deregistered enterprise are still reported and recorded.
        """
        file = entered(town)
        town.do("deregister-enterprise", file, reason="注销")

        town.do("rename-enterprise", file, name=NEW_NAME)
        facts = town.do(
            "self-report-hazard", enterprise=file, place="罐区", description="泄漏"
        )

        assert town.office.tagged(f"enterprise/{file}/hazard") == (facts[0].file,)

    def test_twice(self, town: Town) -> None:
        """
        It is deregistered once.
        """
        file = entered(town)
        town.do("deregister-enterprise", file, reason="注销")

        refusal = town.refused("deregister-enterprise", file, reason="注销")

        assert isinstance(refusal, OutOfOrder)
        assert refusal.facts == {"on": TODAY}

    def test_by_an_importer(self, town: Town) -> None:
        """
        An import deregisters nobody.
        """
        file = entered(town)

        refusal = town.refused(
            "deregister-enterprise", file, by="importer", reason="注销"
        )

        assert refusal.code == "role_not_competent"
