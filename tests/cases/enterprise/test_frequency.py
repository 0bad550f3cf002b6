"""
检查频次: it rises at any time, and falls only with a better grade and no open major
hazard (INV-22).
"""

from uuid import UUID

import pytest

from domain.base import Fact
from domain.enterprise.facts import InspectionFrequencyRaised, InspectionFrequencySet
from domain.enterprise.file import Enterprise
from domain.hazard.choices import HazardLevel
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from tests.cases.office import Office
from tests.cases.scene import InPlace, Scene


@pytest.fixture
def scene() -> Scene:
    """A bureau in Xinzhou, whose pack caps the visits of a year at two."""
    return Scene("001")


def visits(scene: Scene, count: int, file: UUID | None = None) -> list[Fact]:
    """Set how often the enterprise is visited."""
    return scene.do(
        "set-inspection-frequency",
        file or scene.enterprise,
        by=scene.chief,
        visits_per_year=count,
        grounds="年度计划",
    )


def no_visits(scene: Scene, count: int) -> Refused:
    """Set a frequency that must be refused."""
    return scene.refused(
        "set-inspection-frequency",
        scene.enterprise,
        by=scene.chief,
        visits_per_year=count,
        grounds="年度计划",
    )


def grade(scene: Scene, grade: str) -> None:
    """Grade the enterprise."""
    scene.do(
        "grade-enterprise",
        scene.enterprise,
        by=scene.chief,
        grade=grade,
        factors="综合评定",
    )


def frequency(scene: Scene) -> int | None:
    """Planned visits a year."""
    found = scene.read(Enterprise, scene.enterprise).frequency
    return found.visits_per_year if found else None


def delist(scene: Scene, hazard: UUID) -> None:
    """Have an accepted hazard verified and struck off."""
    scene.do("verify-hazard", hazard, by=scene.chief, opinion="属实")
    scene.do("delist-hazard", hazard, by=scene.chief, opinion="同意")


class TestSetInspectionFrequency:
    def test_the_first_time(self, scene: Scene) -> None:
        """
        安全生产法62: it is set by class and grade.
        """
        (fact,) = visits(scene, 1)

        assert isinstance(fact, InspectionFrequencySet)
        assert (fact.visits_per_year, frequency(scene)) == (1, 1)

    def test_higher(self, scene: Scene) -> None:
        """
        忻州2020通知(九): more visits need no better or worse grade.
        """
        visits(scene, 1)

        (fact,) = visits(scene, 2)

        assert isinstance(fact, InspectionFrequencyRaised)
        assert (fact.former_visits, fact.visits_per_year) == (1, 2)
        assert frequency(scene) == 2

    def test_above_the_cap(self, scene: Scene) -> None:
        """
        国办发〔2024〕54号: planned visits stay within the published cap.
        """
        refusal = no_visits(scene, 3)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "above_inspection_cap"
        assert refusal.facts == {"cap": 2, "visits": 3}

    def test_where_no_cap_is_published(self) -> None:
        """
        国办发〔2024〕54号: the cap is the place's to publish; without one none binds.
        """
        scene = Scene()

        visits(scene, 12)

        assert frequency(scene) == 12

    @pytest.mark.parametrize("count", [0, -1])
    def test_no_visit(self, scene: Scene, count: int) -> None:
        """
        安全生产法62: whoever is supervised is visited.
        """
        refusal = no_visits(scene, count)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_visits"

    def test_the_same(self, scene: Scene) -> None:
        """
        The frequency that stands is no change.
        """
        visits(scene, 1)

        assert no_visits(scene, 1).code == "frequency_unchanged"


class TestLowering:
    def test_with_a_better_grade(self, scene: Scene) -> None:
        """
        INV-22: a better grade than when it was set lets it fall.
        """
        grade(scene, "poor")
        visits(scene, 2)
        grade(scene, "medium")

        (fact,) = visits(scene, 1)

        assert isinstance(fact, InspectionFrequencySet)
        assert frequency(scene) == 1

    @pytest.mark.parametrize("grades", [(), ("medium",), ("medium", "poor")])
    def test_without(self, scene: Scene, grades: tuple[str, ...]) -> None:
        """
        INV-22: a grade that is none, the same or worse does not.
        """
        for first in grades[:1]:
            grade(scene, first)
        visits(scene, 2)
        for later in grades[1:]:
            grade(scene, later)

        refusal = no_visits(scene, 1)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "grade_not_improved"

    def test_twice_with_one_better_grade(self) -> None:
        """
        INV-22: a better grade counts once: it is compared with that of the last change.
        """
        scene = Scene()
        grade(scene, "b")
        visits(scene, 4)
        grade(scene, "a")
        visits(scene, 3)

        assert no_visits(scene, 2).code == "grade_not_improved"

    def test_graded_on_another_scale(self) -> None:
        """
        INV-22: where the place changed its scale, nothing shows that it is better.
        """
        scene = Scene()
        grade(scene, "d")
        visits(scene, 2)
        scene.office = Office(InPlace("001"), scene.office.facts)
        grade(scene, "good")

        assert no_visits(scene, 1).code == "grade_not_improved"

    def test_an_open_major_hazard(self, scene: Scene) -> None:
        """
        忻州2020通知(十二): not while a major hazard is open, however good the grade.
        """
        self.rated_better(scene)
        scene.graded(HazardLevel.MAJOR)

        refusal = no_visits(scene, 1)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "major_hazard_open"

    def test_raising_with_an_open_major_hazard(self, scene: Scene) -> None:
        """
        INV-22: the direction counts: an open hazard calls for more visits.
        """
        visits(scene, 1)
        scene.graded(HazardLevel.MAJOR)

        visits(scene, 2)

        assert frequency(scene) == 2

    def test_until_it_is_struck_off(self, scene: Scene) -> None:
        """
        INV-14, INV-22: accepted it is still open; struck off it no longer hinders.
        """
        self.rated_better(scene)
        hazard = scene.accepted()
        before = no_visits(scene, 1).code

        delist(scene, hazard)
        visits(scene, 1)

        assert (before, frequency(scene)) == ("major_hazard_open", 1)

    def test_an_ordinary_hazard(self, scene: Scene) -> None:
        """
        INV-22: only a major one stands in the way.
        """
        self.rated_better(scene)
        scene.graded(HazardLevel.ORDINARY)

        visits(scene, 1)

        assert frequency(scene) == 1

    def test_a_deregistered_enterprise(self, scene: Scene) -> None:
        """
        INV-14: deregistration closes no hazard, so it still hinders.
        """
        self.rated_better(scene)
        scene.graded(HazardLevel.MAJOR)
        scene.do(
            "deregister-enterprise", scene.enterprise, by=scene.clerk, reason="注销"
        )

        assert no_visits(scene, 1).code == "major_hazard_open"

    def test_a_hazard_of_a_file_that_was_joined(self, scene: Scene) -> None:
        """
        D23: what stands in a file that yields stands against the enterprise, through
        however many files.
        """
        self.rated_better(scene)
        leads, between, yields = (
            scene.enterprise,
            scene.another_enterprise("城西厂"),
            scene.another_enterprise("城北厂"),
        )
        scene.enterprise = yields
        scene.graded(HazardLevel.MAJOR)
        scene.enterprise = leads
        for file, leading in ((yields, between), (between, leads)):
            scene.do(
                "join-enterprise-records",
                file,
                by=scene.clerk,
                leading=leading,
                grounds="同一企业",
            )

        assert no_visits(scene, 1).code == "major_hazard_open"

    def rated_better(self, scene: Scene) -> None:
        """Have two visits a year set, and the grade become better since."""
        grade(scene, "medium")
        visits(scene, 2)
        grade(scene, "good")
