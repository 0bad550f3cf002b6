"""
Who is fit to enforce where an act names the enterprise itself (INV-44, INV-45).
"""

from uuid import UUID

import pytest

from domain.acts import Power
from domain.base import Role
from domain.enterprise.profile import Profile
from domain.inspection.choices import Exemption, Mode, UrgentGround
from domain.jurisdictions import Sector
from domain.refusals import NoSuchCase, NotCompetent
from tests.cases.town import CITY, SINCE, USCC, Town
from tests.controls import CHEMICAL_WORKS


@pytest.fixture
def town() -> Town:
    """
    The town.
    """
    return Town()


def foundry(town: Town) -> UUID:
    """
    Register a foundry in the city.
    """
    facts = town.do(
        "register-enterprise",
        name="演示铸造厂",
        region=CITY,
        uscc=USCC,
        profile=Profile(sector=Sector.INDUSTRY),
    )
    return facts[0].file


def another(town: Town) -> UUID:
    """
    Register an enterprise that nobody visits.
    """
    said = {"name": "演示化工厂", "region": CITY, "uscc": CHEMICAL_WORKS.uscc}
    return town.do("register-enterprise", **said)[0].file


def license_to(town: Town, name: str, *enterprises: UUID) -> None:
    """
    Have somebody deal with permits.
    """
    town.do(
        "assign-officer-role",
        town.id(name),
        role=Role.LICENSING,
        body=town.city,
        since_on=SINCE,
        enterprises=enterprises,
    )


def approval(town: Town, enterprise: UUID) -> dict[str, object]:
    """
    Say what the head approves: a visit of the first and the second officer.
    """
    return {
        "by": "head",
        "enterprise": enterprise,
        "mode": Mode.TIP_OFF,
        "inspection_scope": "举报",
        "inspectors": (town.id("first"), town.id("second")),
        "exemption": Exemption.TIP_OFF,
    }


def arrival(enterprise: UUID) -> dict[str, object]:
    """
    Say how the first and the second officer begin an urgent visit.
    """
    return {
        "by": "first",
        "officers": ("second",),
        "enterprise": enterprise,
        "urgent_ground": UrgentGround.ACCIDENT,
        "inspection_scope": "事故现场",
        "place": "厂区",
        "certificates_shown": True,
    }


class TestApproval:
    def test_of_fit_officers(self, town: Town) -> None:
        """
        Who deals with the permits of other enterprises may be sent to this one.
        """
        license_to(town, "second", another(town))

        assert town.do("approve-inspection", **approval(town, foundry(town)))

    def test_of_a_licensing_officer(self, town: Town) -> None:
        """
        INV-45: who licenses an enterprise is not sent to inspect it.
        """
        enterprise = foundry(town)
        license_to(town, "second", enterprise)

        refusal = town.refused("approve-inspection", **approval(town, enterprise))

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "licensing_role"
        assert refusal.facts == {"officer": town.id("second")}

    def test_in_another_sector(self, town: Town) -> None:
        """
        INV-44: a body approves visits only in the sectors of its duty list.
        """
        for sector, until in ((None, SINCE), (Sector.MINE, None)):
            town.do(
                "assign-mandate",
                body=town.city,
                power=Power.INSPECT,
                since_on=SINCE,
                sector=sector,
                until_on=until,
            )

        refusal = town.refused("approve-inspection", **approval(town, foundry(town)))

        assert (refusal.code, refusal.under) == ("no_mandate", "安全生产法62")

    def test_for_a_hazard_of_another_body(self, town: Town) -> None:
        """
        D21: a follow-up is approved for hazards that are one's own to know of; a
        foreign one is answered like one that is not there.
        """
        enterprise = foundry(town)
        told = {"place": "东库", "description": "堵塞", "enterprise": enterprise}
        (fact,) = town.do("self-report-hazard", by="other", **told)
        follow_up = {
            "mode": Mode.FOLLOW_UP,
            "exemption": Exemption.SPECIAL_PROGRAMME,
            "hazards": (fact.file,),
        }

        refusal = town.refused(
            "approve-inspection", **(approval(town, enterprise) | follow_up)
        )

        assert isinstance(refusal, NoSuchCase)
        assert refusal.facts == {"file": fact.file}


class TestUrgentOpening:
    def test_by_a_licensing_officer(self, town: Town) -> None:
        """
        INV-45 holds however urgent the visit.
        """
        enterprise = foundry(town)
        license_to(town, "first", enterprise)

        refusal = town.refused("open-inspection-urgently", **arrival(enterprise))

        assert refusal.code == "licensing_role"

    def test_by_a_licensing_officer_of_others(self, town: Town) -> None:
        """
        INV-45 is about the enterprise visited: another's permits are no obstacle.
        """
        license_to(town, "first", another(town))

        assert town.do("open-inspection-urgently", **arrival(foundry(town)))
