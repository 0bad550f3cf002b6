"""
From the approval of a visit to the hazard struck off, under every common ground.
"""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import pytest

from domain.acts import Power
from domain.base import Role
from domain.hazard.choices import HazardLevel, Stage, TreatmentRecipient
from domain.hazard.file import Hazard
from domain.inspection.choices import Exemption, Mode, UrgentGround
from domain.inspection.facts import InspectionOpened
from domain.inspection.file import Inspection
from domain.procedures.reinspecting import FollowUpResult
from domain.refusals import NoSuchCase, NotCompetent
from domain.values import Personal
from tests.cases.town import CITY, CLOCK, TODAY, USCC, Town, moment

BOSS = Personal("厂长")
UNTIL = date(2026, 3, 16)
FOLLOW_UP = {"mode": Mode.FOLLOW_UP, "inspection_scope": "整改情况"}


@dataclass
class Works:
    """
    A town with a works in it, where the city inspects by the rules of Jilin.
    """

    town: Town = field(default_factory=Town)

    def __post_init__(self) -> None:
        """
        Adopt the pack, enter the works, and have two officers more.
        """
        town = self.town
        pack = town.do("publish-rule-pack", pack_code="004", pack_version="1")[0].file
        town.do("adopt-rule-pack", pack, region=CITY, since_on=TODAY)
        self.enterprise = town.do(
            "register-enterprise", by="first", name="城东冶炼厂", region=CITY, uscc=USCC
        )[0].file
        for name, body in (("third", town.city), ("fourth", town.county)):
            town.person(name, Role.OFFICER, body, by="clerk")
            town.certify(name)

    def visit(self, **terms: object) -> UUID:
        """
        Have a visit made by the first and the second officer, and its record signed.
        """
        town = self.town
        inspectors = (town.id("first"), town.id("second"))
        said = {"enterprise": self.enterprise, "inspectors": inspectors} | terms
        visit = town.do("approve-inspection", by="head", **said)[0].file
        boss = {"recipient": BOSS, "recipient_post": "厂长", "by": "first"}
        town.do("notify-inspection", visit, **boss)
        arrival = {"place": "厂区", "certificates_shown": True, "by": "second"}
        town.do("open-inspection", visit, **arrival)
        return visit

    def sign(self, visit: UUID) -> None:
        """
        Have the record of a visit signed.
        """
        span = {"started_at": moment(TODAY), "ended_at": moment(TODAY)}
        signed = {"signer": BOSS, "signer_post": "厂长", "by": "first"}
        self.town.do("sign-inspection-record", visit, **span, **signed)

    def ordered(self) -> UUID:
        """
        Have a major hazard found and its rectification ordered.
        """
        town = self.town
        visit = self.visit(
            mode=Mode.TIP_OFF, inspection_scope="举报", exemption=Exemption.TIP_OFF
        )
        said = {"description": "泄漏", "is_violation": True, "violation_code": "V1"}
        town.do("record-finding", visit, by="first", area="煤气柜", **said)
        place = {"place": "煤气柜", "description": "煤气泄漏", "by": "first"}
        hazard = town.do("identify-hazard", visit, item_nos=(1,), **place)[0].file
        grade = {"standard": "应急管理部令第10号", "clause": "11", "by": "second"}
        town.do("grade-hazard", hazard, hazard_level=HazardLevel.MAJOR, **grade)
        order = {"measures": "迁移", "danger": False, "by": "first"}
        town.do("order-rectification", hazard, rectify_until=UNTIL, **order)
        return hazard

    def reported(self) -> UUID:
        """
        Have a major hazard listed, and reported as rectified.
        """
        town, hazard = self.town, self.ordered()
        listing = {"listing_number": "1号", "requirements": "限期整改", "by": "head"}
        body = {"responsible_body": town.city, "supervise_until": UNTIL}
        town.do("list-for-supervision", hazard, **listing, **body)
        lists = ("problem_list", "responsibility_list", "rectification_list")
        written = dict.fromkeys(lists, ("煤气柜",))
        town.do("record-three-lists", hazard, by="first", **written)
        for recipient in TreatmentRecipient:
            town.do("report-treatment", hazard, reported_to=recipient)
        town.do("report-rectification", hazard, done="已迁移")
        return hazard

    def hazard(self, file: UUID) -> Hazard:
        """
        Load a hazard.
        """
        return self.town.read(Hazard, file)


@pytest.fixture
def works() -> Works:
    """The town and its works."""
    return Works()


class TestTheWholeCourse:
    def test_to_the_release(self, works: Works) -> None:
        """
        安全生产法41, 65, 67, 68: each step by whom the law names, one after the other.
        """
        town, hazard = works.town, works.reported()
        exempt = {"exemption": Exemption.TIP_OFF, "hazards": (hazard,)}
        visit = works.visit(**FOLLOW_UP, **exempt)
        works.sign(visit)
        result = FollowUpResult(hazard, rectified=True, opinion="已整改")
        town.do("conclude-follow-up", visit, by="first", results=(result,))

        town.do("verify-hazard", hazard, by="head", opinion="属实")
        town.do("delist-hazard", hazard, by="head", opinion="同意销号")
        town.do("release-supervision", hazard, by="head", opinion="解除")

        found = works.hazard(hazard)
        assert found.stage is Stage.RELEASED
        assert {fact.deed.pack for fact in found.history} == {"004@1"}
        assert {fact.deed.body for fact in found.history} == {town.city}

    def test_the_team_acts_without_being_named_again(self, works: Works) -> None:
        """
        行政处罚法42: named once for the visit, two officers stand on each of its facts.
        """
        facts = works.hazard(works.ordered()).history

        team = {works.town.id("first"), works.town.id("second")}
        assert [set(fact.deed.officers) for fact in facts] == [team] * 3


class TestCommonGrounds:
    def test_a_suspended_certificate(self, works: Works) -> None:
        """
        行政处罚法42, INV-43: whose certificate is suspended does not go on.
        """
        hazard = works.ordered()
        works.town.do(
            "suspend-certificate",
            works.town.id("second"),
            certificate_number="证-second",
            reason="调查",
        )

        refusal = works.town.refused(
            "grade-hazard",
            hazard,
            by="first",
            hazard_level=HazardLevel.MAJOR,
            standard="令10号",
            clause="11",
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "no_certificate"

    def test_one_officer_verifies(self, works: Works) -> None:
        """
        行政处罚法42: other officers verify by two, a head alone.
        """
        hazard = works.reported()
        works.town.do("accept-rectification", hazard, by="first", opinion="已整改")

        refusal = works.town.refused(
            "verify-hazard", hazard, by="third", opinion="属实"
        )

        assert refusal.code == "two_officers"

    def test_officers_of_another_body(self, works: Works) -> None:
        """
        D21, INV-07: a foreign hazard is unknown, until it is handed over.
        """
        town, hazard = works.town, works.reported()
        town.assign(Power.INSPECT, town.county)
        said = {"by": "other", "officers": ("fourth",), "opinion": "已整改"}
        charged = (town.id("other"), town.id("fourth"))

        unknown = town.refused("accept-rectification", hazard, **said)
        town.do(
            "reassign-reinspection",
            hazard,
            by="head",
            inspectors=charged,
            reason="交县局复查",
            body=town.county,
        )
        town.do("accept-rectification", hazard, **said)

        assert isinstance(unknown, NoSuchCase)
        assert works.hazard(hazard).acceptors == set(charged)

    def test_a_body_that_may_not_inspect(self, works: Works) -> None:
        """
        行政处罚法17, INV-44: without a mandate nobody begins a visit, urgent or not.
        """
        refusal = works.town.refused(
            "open-inspection-urgently",
            by="other",
            officers=("fourth",),
            enterprise=works.enterprise,
            urgent_ground=UrgentGround.URGENT_DANGER,
            inspection_scope="泄漏",
            place="厂区",
            certificates_shown=True,
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "no_mandate"

    def test_those_who_begin_urgently_are_the_team(self, works: Works) -> None:
        """
        国办发〔2024〕54号: who comes first is named once, and answers from then on.
        """
        (fact,) = works.town.do(
            "open-inspection-urgently",
            by="first",
            officers=("third",),
            enterprise=works.enterprise,
            urgent_ground=UrgentGround.ACCIDENT,
            inspection_scope="泄漏",
            place="厂区",
            certificates_shown=True,
        )

        found = works.town.read(Inspection, fact.file)
        assert isinstance(fact, InspectionOpened)
        assert found.team == (works.town.id("first"), works.town.id("third"))
        assert not found.approved

    def test_the_office_of_the_committee(self, works: Works) -> None:
        """
        安全生产法41(3): 安委办 lists nothing where the place has not said so.
        """
        refusal = works.town.refused(
            "list-for-supervision",
            works.ordered(),
            by="committee",
            listing_number="1号",
        )

        assert refusal.code == "lister_not_named"

    def test_the_clock_goes_by_the_rules_of_the_place(self, works: Works) -> None:
        """
        D12, INV-16: the clock is of no body, and reckons as the file's.
        """
        hazard = works.ordered()

        works.town.do(
            "mark-overdue", hazard, by=CLOCK, on=date(2026, 3, 17), said_on=UNTIL
        )

        limit = works.hazard(hazard).escalate_limit
        assert limit is not None
        assert (limit.set_by_pack, limit.last_on) == ("004", date(2026, 3, 23))
