"""
Caps of inspections (检查频次上限): published by class, and kept by approvals and plans.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.checklist.file import ChecklistItem
from domain.inspection.choices import Exemption, Mode
from domain.inspection.facts import InspectionApproved
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, OutOfTime, Refused
from domain.rule_pack.file import ClassCap, InspectionCapPublished
from tests.cases.town import CITY, COUNTY, TODAY, USCC, Town

YEAR = TODAY.year
SOURCE = "市政府公告〔2026〕2号"
UNDER = "国办发〔2024〕54号"


@pytest.fixture
def town() -> Town:
    """
    The town, in which pack 001 is adopted: two visits a year if nothing else is said.
    """
    town = Town()
    pack = town.do("publish-rule-pack", pack_code="001", pack_version="1")[0].file
    town.do("adopt-rule-pack", pack, region=CITY, since_on=TODAY)
    return town


def pack_of(town: Town) -> UUID:
    """
    Give the pack that the city has adopted.
    """
    (pack,) = town.office.tagged(f"jurisdiction/{CITY}/pack")
    return pack


def terms(**said: object) -> dict[str, object]:
    """
    Say what is published: one visit, none to the good ones, unless something else is.
    """
    caps = (ClassCap(1), ClassCap(0, "good"))
    return {"region": CITY, "year": YEAR, "caps": caps, "source": SOURCE, **said}


def publish(town: Town, **said: object) -> InspectionCapPublished:
    """
    Publish caps.
    """
    (fact,) = town.do("publish-inspection-cap", pack_of(town), **terms(**said))
    assert isinstance(fact, InspectionCapPublished)
    return fact


def refused(town: Town, **said: object) -> Refused:
    """
    Publish caps in vain.
    """
    return town.refused("publish-inspection-cap", pack_of(town), **terms(**said))


def foundry(town: Town, grade: str = "") -> UUID:
    """
    Register an enterprise, and grade it.
    """
    said = {"name": "演示铸造厂", "region": CITY, "uscc": USCC}
    enterprise = town.do("register-enterprise", **said)[0].file
    if grade:
        rated = {"grade": grade, "factors": "综合评定"}
        town.do("grade-enterprise", enterprise, by="head", **rated)
    return enterprise


def approval(
    town: Town, enterprise: UUID, mode: Mode = Mode.PLANNED
) -> dict[str, object]:
    """
    Say what the head approves.
    """
    item = ChecklistItem("01", "通道", "V01", "安全生产法36", mandatory=True)
    listed = {"name": f"检查表{len(town.office.facts)}", "items": (item,)}
    return {
        "by": "head",
        "enterprise": enterprise,
        "mode": mode,
        "inspection_scope": "车间",
        "inspectors": (town.id("first"), town.id("second")),
        "checklist": town.do("publish-checklist-version", **listed)[0].file,
        "exemption": None if mode is Mode.PLANNED else Exemption.TIP_OFF,
    }


def approved(town: Town, enterprise: UUID) -> InspectionApproved:
    """
    Have a planned visit approved.
    """
    (fact,) = town.do("approve-inspection", **approval(town, enterprise))
    assert isinstance(fact, InspectionApproved)
    return fact


class TestPublish:
    def test_by_class(self, town: Town) -> None:
        """
        国办发〔2024〕54号: the place publishes its caps, everybody may read them.
        """
        fact = publish(town)

        assert (fact.region, fact.year, fact.source) == (CITY, YEAR, SOURCE)
        assert fact.AUDIENCE.code == "public"

    def test_for_another_place(self, town: Town) -> None:
        """
        行政处罚法17: a place is not bound by another beside or below it.
        """
        refusal = refused(town, by="county clerk", region=CITY)
        elsewhere = refused(town, region="220300")

        assert refusal.code == "no_such_file"
        assert isinstance(elsewhere, NotCompetent)
        assert (elsewhere.code, elsewhere.under) == ("outside_jurisdiction", UNDER)

    def test_where_the_pack_is_not_adopted(self, town: Town) -> None:
        """
        A place publishes on what governs it.
        """
        refusal = refused(town, region=COUNTY)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "pack_not_adopted"

    def test_on_a_retired_pack(self, town: Town) -> None:
        """
        What is out of use takes nothing more.
        """
        over = date(2026, 3, 1)
        town.do("retire-rule-pack", pack_of(town), until_on=over, reason="新版")

        assert refused(town).code == "pack_retired"

    def test_without_its_document(self, town: Town) -> None:
        """
        国办发〔2024〕54号: a cap is published, by a document that can be named.
        """
        assert refused(town, source=" ").code == "source_missing"

    def test_for_a_year_that_is_over(self, town: Town) -> None:
        """
        立法法104: nothing reaches back.
        """
        refusal = refused(town, year=YEAR - 1)

        assert isinstance(refusal, OutOfTime)
        assert (refusal.code, refusal.facts) == ("year_over", {"year": YEAR - 1})

    @pytest.mark.parametrize(
        ("caps", "code"),
        [
            ((), "caps_incomplete"),
            ((ClassCap(1), ClassCap(2)), "caps_incomplete"),
            ((ClassCap(1, "good"), ClassCap(2, "good")), "caps_incomplete"),
            ((ClassCap(1, "excellent"),), "no_such_grade"),
            ((ClassCap(-1),), "cap_negative"),
        ],
    )
    def test_what_is_no_cap(
        self, town: Town, caps: tuple[ClassCap, ...], code: str
    ) -> None:
        """
        国办发〔2024〕54号: one cap for each class of the place.
        """
        refusal = refused(town, caps=caps)

        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.under) == (code, UNDER)


class TestKept:
    def test_by_approvals(self, town: Town) -> None:
        """
        INV-22: planned and random visits stay within what is published.
        """
        publish(town)
        enterprise = foundry(town)

        assert approved(town, enterprise).cap_count_max == 1
        refusal = town.refused("approve-inspection", **approval(town, enterprise))
        assert isinstance(refusal, BeyondTheLaw)
        assert (refusal.code, refusal.facts) == ("over_cap", {"count_max": 1})

    def test_by_class(self, town: Town) -> None:
        """
        INV-22: a class of its own has its own cap, and an exempt visit has none.
        """
        publish(town)
        enterprise = foundry(town, "good")

        refusal = town.refused("approve-inspection", **approval(town, enterprise))
        exempt = approval(town, enterprise, Mode.TIP_OFF)

        assert refusal.facts == {"count_max": 0}
        assert town.do("approve-inspection", **exempt)

    def test_by_the_frequency(self, town: Town) -> None:
        """
        INV-22: no more visits are planned than may be made.
        """
        enterprise = foundry(town)
        said = {"grounds": "年度计划", "by": "head"}
        publish(town)

        refusal = town.refused(
            "set-inspection-frequency", enterprise, visits_per_year=2, **said
        )

        assert (refusal.code, refusal.facts) == (
            "above_inspection_cap",
            {"cap": 1, "visits": 2},
        )
        assert town.do(
            "set-inspection-frequency", enterprise, visits_per_year=1, **said
        )

    def test_the_newest_of_a_year(self, town: Town) -> None:
        """
        国办发〔2024〕54号: what is published anew replaces what was.
        """
        publish(town)
        publish(town, caps=(ClassCap(3),), on=date(2026, 3, 3))

        assert approved(town, foundry(town)).cap_count_max == 3

    def test_of_another_year(self, town: Town) -> None:
        """
        国办发〔2024〕54号: caps are those of a year; without them the pack's figure is.
        """
        publish(town, year=YEAR + 1)

        assert approved(town, foundry(town)).cap_count_max == 2

    def test_for_one_class_alone(self, town: Town) -> None:
        """
        The pack's figure holds for every class without a published cap.
        """
        publish(town, caps=(ClassCap(1, "good"),))

        assert approved(town, foundry(town)).cap_count_max == 2

    def test_of_the_place_around(self, town: Town) -> None:
        """
        INV-22: what the city publishes holds in its county, which published nothing.
        """
        publish(town)
        said = {"name": "演示县铸造厂", "region": COUNTY, "uscc": USCC}
        enterprise = town.do("register-enterprise", by="county clerk", **said)[0].file
        assignment = town.office.holder(f"lead/{enterprise}")
        assert assignment

        (fact,) = town.do("approve-inspection", **approval(town, enterprise))

        assert isinstance(fact, InspectionApproved)
        assert fact.cap_count_max == 1
