"""
Entering an enterprise: by which codes, and who supervises it from then on.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.codes import make_org_code, make_registration_number
from domain.enterprise.facts import (
    EnterpriseProfileChanged,
    EnterpriseRegistered,
)
from domain.enterprise.file import Enterprise
from domain.enterprise.profile import Profile, RiskFeature, SubjectKind
from domain.jurisdictions import Sector
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from domain.regulator_assignment.file import (
    RegulatorAssignment,
    ResponsibleOfficerAssigned,
    SupervisingBodyAssigned,
)
from tests.cases.town import COUNTY, DISTRICT, USCC, Town

OTHER_USCC = "9144030071526726XG"
NUMBER = make_registration_number("22020110000123")
ORG_CODE = make_org_code("12345678")
FOUNDRY = {"name": "演示铸造厂", "region": COUNTY}


@pytest.fixture
def town() -> Town:
    """
    The town.
    """
    return Town()


def register(town: Town, **said: object) -> UUID:
    """
    Register the foundry, with its USCC unless another code is said.
    """
    codes = {"uscc", "reg_no", "org_code"} & said.keys()
    terms = FOUNDRY if codes else {**FOUNDRY, "uscc": USCC}
    return town.do("register-enterprise", **(terms | said))[0].file


class TestRegisterEnterprise:
    def test_together_with_who_supervises_it(self, town: Town) -> None:
        """
        INV-51: from its first moment it has one lead body and a person who answers.
        """
        registered, lead, answerable = town.do(
            "register-enterprise", by="first", **FOUNDRY, uscc=USCC
        )

        assert isinstance(registered, EnterpriseRegistered)
        assert isinstance(lead, SupervisingBodyAssigned)
        assert isinstance(answerable, ResponsibleOfficerAssigned)
        assert (lead.lead_body, answerable.officer) == (town.city, town.id("first"))
        assert lead.deed.thread == registered.file

    def test_by_an_importer(self, town: Town) -> None:
        """
        INV-51: the importing body leads, marked 待分派 until somebody decides.
        """
        _, lead, _ = town.do("register-enterprise", by="importer", **FOUNDRY, uscc=USCC)

        assignment = town.read(RegulatorAssignment, lead.file)
        assert assignment.pending
        assert assignment.lead_body == town.city
        assert assignment.responsible == (town.id("importer"),)

    def test_by_a_person_it_is_not_pending(self, town: Town) -> None:
        """
        Only what nobody has decided is marked 待分派.
        """
        _, lead, _ = town.do(
            "register-enterprise",
            **FOUNDRY,
            uscc=USCC,
            responsible_officer=town.id("second"),
        )

        assignment = town.read(RegulatorAssignment, lead.file)
        assert not assignment.pending
        assert assignment.responsible == (town.id("second"),)

    def test_a_person_of_another_body(self, town: Town) -> None:
        """
        Who answers for it has a post in the lead body.
        """
        refusal = town.refused(
            "register-enterprise",
            **FOUNDRY,
            uscc=USCC,
            responsible_officer=town.id("other"),
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_of_body"

    def test_as_compared(self, town: Town) -> None:
        """
        Codes are kept as they are compared, the name without stray blanks.
        """
        file = register(town, name=" 演示 铸造厂 ", uscc="9111 0000-8021 00433b")

        enterprise = town.read(Enterprise, file)
        assert (enterprise.name, enterprise.uscc) == ("演示铸造厂", USCC)

    def test_a_code_that_does_not_check(self, town: Town) -> None:
        """
        A wrong code is refused, and the name does not stand in for it (GB 32100).
        """
        refusal = town.refused("register-enterprise", **FOUNDRY, uscc=f"{USCC[:-1]}C")

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.under) == ("uscc_invalid", "GB 32100-2015")

    def test_a_code_of_another_file(self, town: Town) -> None:
        """
        One code, one file.
        """
        file = register(town)

        refusal = town.refused("register-enterprise", **FOUNDRY, uscc=USCC)

        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, refusal.facts["file"]) == ("uscc_taken", file)

    def test_the_code_of_a_body(self, town: Town) -> None:
        """
        Nor does an enterprise bear the code of an authority.
        """
        town.do(
            "change-enterprise-profile",
            register(town, reg_no=NUMBER),
            uscc=OTHER_USCC,
        )

        refusal = town.refused("register-enterprise", **FOUNDRY, uscc=OTHER_USCC)

        assert refusal.code == "uscc_taken"

    def test_by_a_registration_number(self, town: Town) -> None:
        """
        Where there is no USCC yet, the registration number identifies it.
        """
        file = register(town, reg_no=NUMBER)

        refusal = town.refused("register-enterprise", **FOUNDRY, reg_no=NUMBER)
        invalid = town.refused(
            "register-enterprise", **FOUNDRY, reg_no=NUMBER[:-1] + "x"
        )

        assert (refusal.code, refusal.facts["file"]) == ("reg_no_taken", file)
        assert invalid.code == "reg_no_invalid"

    def test_by_an_organisation_code(self, town: Town) -> None:
        """
        An organisation code identifies it, unless two USCCs tell two files apart.
        """
        register(town, org_code=ORG_CODE)

        refusal = town.refused("register-enterprise", **FOUNDRY, org_code=ORG_CODE)
        invalid = town.refused("register-enterprise", **FOUNDRY, org_code="123456780")

        assert refusal.code == "org_code_taken"
        assert invalid.code == "org_code_invalid"

    def test_without_any_code(self, town: Town) -> None:
        """
        Only an individual business may have no code at all.
        """
        refusal = town.refused("register-enterprise", **FOUNDRY)
        household = Profile(subject_kind=SubjectKind.HOUSEHOLD)

        assert refusal.code == "party_code_missing"
        assert town.do("register-enterprise", **FOUNDRY, profile=household)

    @pytest.mark.parametrize("region", ["220299", "000000", ""])
    def test_unknown_region(self, town: Town, region: str) -> None:
        """
        An enterprise works in a region of GB/T 2260.
        """
        refusal = town.refused(
            "register-enterprise", name="演示铸造厂", region=region, uscc=USCC
        )

        assert refusal.code == "unknown_region"

    def test_unknown_industry(self, town: Town) -> None:
        """
        An industry is a class of GB/T 4754.
        """
        refusal = town.refused(
            "register-enterprise", **FOUNDRY, uscc=USCC, profile=Profile(industry="00")
        )

        assert refusal.code == "unknown_industry"

    @pytest.mark.parametrize(
        ("name", "code"), [("  ", "name_missing"), ("某铸造厂", "name_masked")]
    )
    def test_a_name_of_nobody(self, town: Town, name: str, code: str) -> None:
        """
        A masked name stands for nobody in particular.
        """
        refusal = town.refused(
            "register-enterprise", name=name, region=COUNTY, uscc=USCC
        )

        assert refusal.code == code


class TestChangeEnterpriseProfile:
    def test_what_is_left_out_stands(self, town: Town) -> None:
        """
        What is stated takes the place of what stood; what is left out stays.
        """
        before = Profile(industry="3391", sector=Sector.INDUSTRY, employees_count=40)
        file = register(town, uscc=USCC, profile=before)
        features = (RiskFeature.EXPLOSIVE_DUST,)

        (fact,) = town.do(
            "change-enterprise-profile",
            file,
            profile=Profile(employees_count=0, risk_features=features),
            region=DISTRICT,
        )

        enterprise = town.read(Enterprise, file)
        assert isinstance(fact, EnterpriseProfileChanged)
        assert enterprise.profile == Profile(
            industry="3391",
            sector=Sector.INDUSTRY,
            employees_count=0,
            risk_features=features,
        )
        assert (enterprise.region, enterprise.sector) == (DISTRICT, Sector.INDUSTRY)

    def test_a_code_that_was_not_known(self, town: Town) -> None:
        """
        A code is added where none was known, and nobody else has it.
        """
        file = register(town, reg_no=NUMBER)
        register(town, name="另一家", uscc=OTHER_USCC)

        town.do("change-enterprise-profile", file, uscc=USCC)

        taken = town.refused("change-enterprise-profile", file, uscc=OTHER_USCC)
        assert town.office.holder(f"uscc/{USCC}") == file
        assert taken.code == "uscc_taken"

    def test_another_code_than_the_one_known(self, town: Town) -> None:
        """
        A code is never changed: the file of the right one leads.
        """
        file = register(town)

        refusal = town.refused("change-enterprise-profile", file, uscc=OTHER_USCC)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "code_known"

    def test_nothing_new(self, town: Town) -> None:
        """
        What is known already is no fact.
        """
        file = register(town)

        refusal = town.refused(
            "change-enterprise-profile", file, uscc=USCC, region=COUNTY
        )

        assert refusal.code == "nothing_changed"

    def test_of_a_body_elsewhere(self, town: Town) -> None:
        """
        The file of a body above is answered like one that is not there.
        """
        refusal = town.refused(
            "change-enterprise-profile",
            register(town),
            by="county clerk",
            region=DISTRICT,
        )

        assert isinstance(refusal, NoSuchCase)

    def test_on_the_day_it_changed(self, town: Town) -> None:
        """
        The change is a fact about the world, with a day of its own.
        """
        day = date(2026, 1, 5)

        (fact,) = town.do(
            "change-enterprise-profile", register(town), region=DISTRICT, said_on=day
        )

        assert fact.deed.on == day
