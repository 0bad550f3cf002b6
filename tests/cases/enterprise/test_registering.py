"""
企业入库: by a code that checks and that nobody else has, and supervised at once.
"""

import pytest

from domain.codes import make_uscc
from domain.enterprise.facts import EnterpriseRegistered
from domain.enterprise.profile import Profile, SubjectKind
from domain.folding import folded
from domain.jurisdictions import Sector
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from domain.regulator_assignment.file import (
    ResponsibleOfficerAssigned,
    SupervisingBodyAssigned,
)
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
from tests.cases.town import DISTRICT, TODAY, Town
from tests.controls import USCC_OF_A_VILLAGE, USCC_PLACEHOLDER, USCC_WRONG


@pytest.fixture
def town() -> Town:
    """The town."""
    return Town()


class TestRegisterEnterprise:
    def test_with_its_supervision(self, town: Town) -> None:
        """
        INV-51: the enterprise, its lead body and who answers are one commit.
        """
        facts = town.do(
            "register-enterprise", by="first", name=NAME, region=DISTRICT, uscc=USCC
        )

        assert [type(fact) for fact in facts] == [
            EnterpriseRegistered,
            SupervisingBodyAssigned,
            ResponsibleOfficerAssigned,
        ]
        found = assignment(town, facts[0].file)
        assert found.lead_body == town.city
        assert found.responsible == (town.id("first"),)
        assert not found.pending
        assert {fact.deed.thread for fact in facts} == {facts[0].file}

    def test_by_an_importer(self, town: Town) -> None:
        """
        INV-51: what is imported is led by the importing body, marked 待分派.
        """
        found = assignment(town, entered(town, by="importer"))

        assert found.lead_body == town.city
        assert found.pending
        assert found.responsible == (town.id("importer"),)

    def test_whoever_answers_is_named(self, town: Town) -> None:
        """
        安全生产法10: another person of the body may answer for it.
        """
        file = entered(town, responsible_officer=town.id("second"))

        assert assignment(town, file).responsible == (town.id("second"),)

    def test_somebody_of_another_body_is_named(self, town: Town) -> None:
        """
        INV-51: who answers has a post in the lead body.
        """
        refusal = town.refused(
            "register-enterprise",
            name=NAME,
            region=DISTRICT,
            uscc=USCC,
            responsible_officer=town.id("other"),
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_of_body"

    def test_nobody_is_named(self, town: Town) -> None:
        """
        A person whom no register has answers for nothing.
        """
        refusal = town.refused(
            "register-enterprise",
            name=NAME,
            region=DISTRICT,
            uscc=USCC,
            responsible_officer=town.city,
        )

        assert isinstance(refusal, NoSuchCase)

    def test_what_is_known_of_it(self, town: Town) -> None:
        """
        The name is tidied, the code kept as it is compared, the rest as stated.
        """
        profile = Profile(sector=Sector.HAZARDOUS_CHEMICALS, industry="2614")
        file = entered(
            town,
            name=" 演示 化工有限公司",
            uscc="9122 0202 99999 9111q",
            profile=profile,
        )

        found = enterprise(town, file)

        assert (found.name, found.uscc, found.region) == (NAME, USCC, DISTRICT)
        assert (found.former_names, found.grade, found.leading) == ((), None, None)
        assert found.profile == profile
        assert found.sector is Sector.HAZARDOUS_CHEMICALS
        assert found.opened_on == TODAY

    def test_found_by_name_and_older_codes(self, town: Town) -> None:
        """
        A printed party is looked up by its name, kept as a key, and by older codes.
        """
        file = entered(town, reg_no=REG_NO)
        key = town.office.keyed(folded("（演示）化工"))
        bracketed = entered(town, name="(演示) 化工", uscc=OTHER_USCC)

        assert town.office.tagged(f"org-code/{ORG_CODE}") == (file,)
        assert town.office.tagged(f"reg-no/{REG_NO}") == (file,)
        assert town.office.tagged(f"enterprise-name/{key}") == (bracketed,)


class TestCodes:
    @pytest.mark.parametrize("code", [USCC_WRONG, USCC_PLACEHOLDER, "9122020299999911"])
    def test_a_uscc_that_does_not_check(self, town: Town, code: str) -> None:
        """
        GB 32100: a code that fails is nobody's, and neither is the placeholder.
        """
        refusal = town.refused(
            "register-enterprise", name=NAME, region=DISTRICT, uscc=code
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.under) == ("uscc_invalid", "GB 32100-2015")

    def test_a_uscc_of_a_village(self, town: Town) -> None:
        """
        GB 32100: a code may begin with a letter.
        """
        file = entered(town, uscc=USCC_OF_A_VILLAGE)

        assert enterprise(town, file).uscc == USCC_OF_A_VILLAGE

    def test_a_uscc_that_has_a_file(self, town: Town) -> None:
        """
        D23: one file per code, whoever of the ledger has it.
        """
        file = entered(town, by="county clerk")

        refusal = town.refused(
            "register-enterprise", name="另一名称", region=DISTRICT, uscc=USCC
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "uscc_taken"
        assert refusal.facts == {"uscc": USCC, "file": file}

    def test_without_a_uscc(self, town: Town) -> None:
        """
        A registration number identifies as well, and an organisation code.
        """
        numbered = entered(town, uscc="", reg_no=REG_NO)
        coded = entered(town, uscc="", org_code="99999911-1")

        assert enterprise(town, numbered).reg_no == REG_NO
        assert enterprise(town, coded).org_code == ORG_CODE

    def test_a_registration_number_that_has_a_file(self, town: Town) -> None:
        """
        One file per registration number, also where the first has a USCC besides.
        """
        file = entered(town, reg_no=REG_NO)

        refusal = town.refused(
            "register-enterprise", name=NAME, region=DISTRICT, reg_no=REG_NO
        )

        assert refusal.code == "reg_no_taken"
        assert refusal.facts == {"reg_no": REG_NO, "file": file}

    @pytest.mark.parametrize(
        ("term", "code"), [("reg_no", "110106009267487"), ("org_code", "999999112")]
    )
    def test_an_older_code_that_does_not_check(
        self, town: Town, term: str, code: str
    ) -> None:
        """
        ISO/IEC 7064, GB 11714: older codes have a check character, too.
        """
        refusal = town.refused(
            "register-enterprise", name=NAME, region=DISTRICT, **{term: code}
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == f"{term}_invalid"
        assert refusal.facts[term] == code

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ({"uscc": USCC}, {"org_code": ORG_CODE}),
            ({"org_code": ORG_CODE}, {"uscc": USCC}),
        ],
    )
    def test_an_organisation_code_that_has_a_file(
        self, town: Town, first: dict[str, str], second: dict[str, str]
    ) -> None:
        """
        The organisation code within a USCC is that of the same organisation.
        """
        file = entered(town, **({"uscc": ""} | first))

        refusal = town.refused(
            "register-enterprise", name=NAME, region=DISTRICT, **second
        )

        assert refusal.code == "org_code_taken"
        assert refusal.facts == {"org_code": ORG_CODE, "file": file}

    def test_two_usccs_with_one_organisation_code(self, town: Town) -> None:
        """
        Two codes that check tell two files apart: joining them is a person's to decide.
        """
        first = entered(town)
        second = entered(town, uscc=other_region_of(USCC))

        assert town.office.tagged(f"org-code/{ORG_CODE}") == (first, second)

    def test_no_code(self, town: Town) -> None:
        """
        PROCEDURE 1: an enterprise is known by a code.
        """
        refusal = town.refused("register-enterprise", name=NAME, region=DISTRICT)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "party_code_missing"

    def test_an_individual_business_without_a_code(self, town: Town) -> None:
        """
        双公示: an individual business may have none that is known.
        """
        household = Profile(subject_kind=SubjectKind.HOUSEHOLD)

        files = {entered(town, uscc="", profile=household) for _ in range(2)}

        assert len(files) == 2


class TestParticulars:
    @pytest.mark.parametrize(
        ("name", "code"), [("", "name_missing"), ("演示某厂", "name_masked")]
    )
    def test_a_name_of_nobody(self, town: Town, name: str, code: str) -> None:
        """
        A masked name stands for nobody, and so does none.
        """
        refusal = town.refused(
            "register-enterprise", name=name, region=DISTRICT, uscc=USCC
        )

        assert refusal.code == code

    @pytest.mark.parametrize("region", ["", "000000", "999999", "22020"])
    def test_a_region_that_is_none(self, town: Town, region: str) -> None:
        """
        GB/T 2260: an enterprise works in a division of the country.
        """
        refusal = town.refused(
            "register-enterprise", name=NAME, region=region, uscc=USCC
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "unknown_region"

    def test_an_industry_that_is_none(self, town: Town) -> None:
        """
        GB/T 4754: an industry begins with one of 97 divisions.
        """
        refusal = town.refused(
            "register-enterprise",
            name=NAME,
            region=DISTRICT,
            uscc=USCC,
            profile=Profile(industry="9800"),
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.facts == {"industry": "9800"}

    @pytest.mark.parametrize("by", ["head", "committee"])
    def test_by_somebody_else(self, town: Town, by: str) -> None:
        """
        PROCEDURE 1: officers, clerks and importers keep the register.
        """
        refusal = town.refused(
            "register-enterprise", by=by, name=NAME, region=DISTRICT, uscc=USCC
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "role_not_competent"


def other_region_of(uscc: str) -> str:
    """
    Give a code that checks and differs in its region alone.
    """
    return make_uscc(f"{uscc[:2]}220221{uscc[8:17]}")
