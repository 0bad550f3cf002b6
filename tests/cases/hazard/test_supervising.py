"""
督办: listing, three lists, double report, progress, release.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.hazard.choices import (
    HazardLevel,
    Lister,
    ListingPart,
    Stage,
    ThreeList,
    TreatmentRecipient,
)
from domain.hazard.facts_of_treatment import (
    HazardAssigned,
    HazardListedForSupervision,
    MajorHazardTreatmentReported,
    SupervisionProgressRecorded,
    ThreeListsRecorded,
)
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, OutOfTime
from tests.cases.scene import UNTIL, Scene

LISTS = {
    "problem_list": ("安全距离不足",),
    "responsibility_list": ("厂长",),
    "rectification_list": ("3月16日前迁移",),
}


@pytest.fixture
def scene() -> Scene:
    """A bureau in the place of the draft opinion, where 安委办 may list too."""
    return Scene("002")


def listing(scene: Scene, **other: object) -> dict[str, object]:
    """What a listing states, by the head of the bureau."""
    return {
        "by": scene.chief,
        "listing_number": "应急督〔2026〕1号",
        "requirements": "限期整改",
        "responsible_body": scene.bureau,
        "supervise_until": UNTIL,
    } | other


def office(scene: Scene) -> Actor:
    """Act as the office of the committee."""
    return Actor(Role.COMMITTEE_OFFICE, scene.other_head, scene.committee)


class TestListForSupervision:
    @pytest.mark.procedure("HZ-17")
    def test_by_the_department(self, scene: Scene) -> None:
        """
        安全生产法41(3): a listing has number, requirements, body and last day.
        """
        hazard = scene.ordered()

        (fact,) = scene.do("list-for-supervision", hazard, **listing(scene))

        assert isinstance(fact, HazardListedForSupervision)
        assert fact.listed_by is Lister.DEPARTMENT
        assert scene.hazard(hazard).stage is Stage.LISTED
        assert scene.bureau in scene.hazard(hazard).handed_to

    @pytest.mark.procedure("HZ-17")
    def test_by_the_office_of_the_committee(self, scene: Scene) -> None:
        """
        实施意见(征求意见稿)(二十三): 安委办 lists hard ones, where the place says so.
        """
        hazard = scene.ordered()

        (fact,) = scene.do(
            "list-for-supervision", hazard, **listing(scene, by=office(scene))
        )

        assert isinstance(fact, HazardListedForSupervision)
        assert fact.listed_by is Lister.COMMITTEE_OFFICE
        assert scene.committee in scene.hazard(hazard).handed_to

    def test_by_the_office_where_the_place_is_silent(self) -> None:
        """
        安全生产法41(3): the department lists, unless the place names another.
        """
        scene = Scene("000")

        refusal = scene.refused(
            "list-for-supervision", scene.ordered(), **listing(scene, by=office(scene))
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "lister_not_named"

    @pytest.mark.procedure("HZ-18")
    @pytest.mark.parametrize(
        ("term", "empty", "part"),
        [
            ("listing_number", " ", ListingPart.NUMBER),
            ("requirements", "", ListingPart.REQUIREMENTS),
            ("responsible_body", None, ListingPart.RESPONSIBLE_BODY),
            ("supervise_until", None, ListingPart.LAST_DAY),
        ],
    )
    def test_with_one_of_the_four_empty(
        self, scene: Scene, term: str, empty: object, *, part: ListingPart
    ) -> None:
        """
        INV-11: number, requirements, body and last day are all stated.
        """
        refusal = scene.refused(
            "list-for-supervision", scene.ordered(), **listing(scene) | {term: empty}
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "listing_incomplete"
        assert refusal.facts["missing"] == (part,)

    def test_an_ordinary_one(self, scene: Scene) -> None:
        """
        安全生产法41(3): listing is for major hazards.
        """
        hazard = scene.ordered(HazardLevel.ORDINARY)

        refusal = scene.refused("list-for-supervision", hazard, **listing(scene))

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "not_major"

    def test_twice_or_too_late(self, scene: Scene) -> None:
        """
        INV-08: it is listed once, before anything is reported, until a day to come.
        """
        past = listing(scene, supervise_until=date(2026, 3, 1))

        again = scene.refused("list-for-supervision", scene.listed(), **listing(scene))
        over = scene.refused("list-for-supervision", scene.ordered(), **past)

        assert again.code == "listed_already"
        assert isinstance(over, OutOfTime)

    def test_after_the_report(self, scene: Scene) -> None:
        """
        INV-08: 督办 comes before 整改; a late listing needs a rejection first.
        """
        hazard = scene.ordered()
        scene.report(hazard)

        refusal = scene.refused("list-for-supervision", hazard, **listing(scene))

        assert refusal.code == "hazard_stage"


class TestRecordThreeLists:
    @pytest.mark.procedure("HZ-19")
    def test_of_a_listed_hazard(self, scene: Scene) -> None:
        """
        实施意见(征求意见稿)(十一): problems, responsibilities, remedies.
        """
        hazard = scene.listed()

        (fact,) = scene.do("record-three-lists", hazard, **LISTS)

        assert isinstance(fact, ThreeListsRecorded)
        assert {term: getattr(fact, term) for term in LISTS} == LISTS
        assert scene.hazard(hazard).three_lists
        assert scene.hazard(hazard).stage is Stage.LISTED

    @pytest.mark.procedure("HZ-20")
    @pytest.mark.parametrize(
        ("term", "part"), tuple(zip(LISTS, ThreeList, strict=True))
    )
    def test_with_an_empty_list(self, scene: Scene, term: str, part: ThreeList) -> None:
        """
        INV-12: none of the three is empty.
        """
        refusal = scene.refused(
            "record-three-lists", scene.listed(), **LISTS | {term: (" ",)}
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "lists_incomplete"
        assert refusal.facts["missing"] == (part,)

    def test_before_the_listing(self, scene: Scene) -> None:
        """
        PROCEDURE 2.3: the lists of a major hazard follow its listing.
        """
        refusal = scene.refused("record-three-lists", scene.ordered(), **LISTS)

        assert refusal.code == "not_listed"


class TestReportTreatment:
    def test_to_each_recipient(self, scene: Scene) -> None:
        """
        安全生产法41(2): reported to the department and to the workers' congress.
        """
        hazard = scene.listed()
        wanted = (TreatmentRecipient.REGULATOR, TreatmentRecipient.WORKERS_CONGRESS)

        scene.report_to(hazard, *wanted)

        told = scene.office.facts[-len(wanted) :]
        assert all(isinstance(fact, MajorHazardTreatmentReported) for fact in told)
        assert scene.hazard(hazard).recipients == set(wanted)

    def test_of_an_ordinary_one(self, scene: Scene) -> None:
        """
        安全生产法41(2): the double report is about major hazards.
        """
        refusal = scene.refused(
            "report-treatment",
            scene.ordered(HazardLevel.ORDINARY),
            by=scene.clerk,
            reported_to=TreatmentRecipient.REGULATOR,
        )

        assert refusal.code == "not_major"


class TestProgressAndAssignment:
    def test_progress(self, scene: Scene) -> None:
        """
        实施意见(征求意见稿)(二十三): the lister follows what it has listed.
        """
        hazard = scene.listed()
        said = {"by": scene.chief, "progress": "已完成一半"}

        (fact,) = scene.do("record-supervision-progress", hazard, **said)
        silent = scene.refused(
            "record-supervision-progress", hazard, **said | {"progress": ""}
        )
        unlisted = scene.refused("record-supervision-progress", scene.ordered(), **said)

        assert isinstance(fact, SupervisionProgressRecorded)
        assert fact.progress == "已完成一半"
        assert silent.code == "progress_missing"
        assert unlisted.code == "not_listed"

    def test_assignment(self, scene: Scene) -> None:
        """
        甘委发〔2017〕28号(二十一): a hazard is given to a body, which sees the file.
        """
        hazard = scene.graded()
        said = {"body": scene.other_bureau, "requirements": "督促整改"}

        (fact,) = scene.do("assign-hazard", hazard, **said, until_on=UNTIL)
        empty = scene.refused("assign-hazard", hazard, **said | {"requirements": ""})

        assert isinstance(fact, HazardAssigned)
        assert scene.hazard(hazard).handed_to == (scene.other_bureau,)
        assert empty.code == "requirements_missing"


class TestReleaseSupervision:
    def delisted(self, scene: Scene) -> UUID:
        """A major hazard of the bureau, struck off."""
        hazard = scene.accepted()
        scene.do("verify-hazard", hazard, by=scene.chief, opinion="属实")
        scene.do("delist-hazard", hazard, by=scene.chief, opinion="同意销号")
        return hazard

    @pytest.mark.procedure("HZ-41")
    def test_by_the_lister(self, scene: Scene) -> None:
        """
        安全生产法41(3): the body that listed it releases it, once it is struck off.
        """
        hazard = self.delisted(scene)

        scene.do("release-supervision", hazard, by=scene.chief, opinion="解除")

        assert scene.hazard(hazard).stage is Stage.RELEASED

    def test_by_another(self, scene: Scene) -> None:
        """
        PROCEDURE 2.3: nobody releases what another body has listed.
        """
        refusal = scene.refused(
            "release-supervision",
            self.delisted(scene),
            by=office(scene),
            opinion="解除",
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_the_lister"

    @pytest.mark.procedure("HZ-42")
    def test_before_the_delisting(self, scene: Scene) -> None:
        """
        PROCEDURE 0.1: the release is a fact of its own, after the delisting.
        """
        refusal = scene.refused(
            "release-supervision", scene.listed(), by=scene.chief, opinion="解除"
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "not_delisted"

    def test_what_was_never_listed(self, scene: Scene) -> None:
        """
        PROCEDURE 2.3: only a listed hazard is released.
        """
        refusal = scene.refused(
            "release-supervision", scene.ordered(), by=scene.chief, opinion="解除"
        )

        assert refusal.code == "not_listed"
