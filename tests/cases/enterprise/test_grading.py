"""
Grades and the frequency of visits, and in which direction it may move (INV-22).
"""

from uuid import UUID

import pytest

from domain.enterprise.facts import (
    EnterpriseGradeChanged,
    EnterpriseGraded,
    InspectionFrequencyRaised,
    InspectionFrequencySet,
)
from domain.enterprise.file import Enterprise, Grade
from domain.hazard.choices import HazardLevel
from domain.refusals import BeyondTheLaw, OutOfOrder
from domain.rule_pack.values import PackValue
from domain.values import Upload
from tests.cases.town import CITY, COUNTY, TODAY, USCC, Town

OTHER_USCC = "9144030071526726XG"
TWO = {"by": "first", "officers": ("second",)}
PHOTO = Upload("ab" * 32, 1024, "image/jpeg")


@pytest.fixture
def town() -> Town:
    """
    The town, in a place whose cap of visits is 6 a year and whose grades are three.
    """
    town = Town()
    pack = town.do(
        "publish-rule-pack",
        pack_code="001",
        pack_version="1",
        changes=(cap_of(6),),
    )
    town.do("adopt-rule-pack", pack[0].file, region=CITY, since_on=TODAY)
    return town


def cap_of(visits: int) -> PackValue:
    """
    Lay the cap of visits down.
    """
    return PackValue("inspection.cap_per_year", str(visits), "本局公告")


def register(town: Town, uscc: str = USCC) -> UUID:
    """
    Register an enterprise.
    """
    return town.do(
        "register-enterprise", name=f"演示{uscc}厂", region=COUNTY, uscc=uscc
    )[0].file


def grade(town: Town, file: UUID, code: str) -> object:
    """
    Grade it.
    """
    (fact,) = town.do("grade-enterprise", file, **TWO, grade=code, factors="评定表")
    return fact


def set_visits(town: Town, file: UUID, visits: int) -> object:
    """
    Set how often it is visited.
    """
    (fact,) = town.do(
        "set-inspection-frequency",
        file,
        **TWO,
        visits_per_year=visits,
        grounds="分级监管",
    )
    return fact


def cannot_set(town: Town, file: UUID, visits: int) -> str:
    """
    Name the ground on which it may not be set.
    """
    return town.refused(
        "set-inspection-frequency",
        file,
        **TWO,
        visits_per_year=visits,
        grounds="分级监管",
    ).code


def major_hazard(town: Town, file: UUID) -> UUID:
    """
    Have a major hazard of the enterprise reported and graded.
    """
    hazard = town.do(
        "self-report-hazard", enterprise=file, place="熔炼间", description="炉衬开裂"
    )[0].file
    town.do(
        "grade-hazard",
        hazard,
        **TWO,
        hazard_level=HazardLevel.MAJOR,
        standard="工贸企业重大事故隐患判定标准",
        clause="第五条",
    )
    return hazard


class TestGradeEnterprise:
    def test_on_the_scale_of_the_place(self, town: Town) -> None:
        """
        A grade is one of the place's scale, and kept with that scale.
        """
        file = register(town)

        first, second = grade(town, file, "poor"), grade(town, file, "medium")

        scale = ("good", "medium", "poor")
        assert isinstance(first, EnterpriseGraded)
        assert isinstance(second, EnterpriseGradeChanged)
        assert (second.grade_scale, second.former_grade) == (scale, "poor")
        assert town.read(Enterprise, file).grade == Grade("medium", scale)

    def test_a_grade_of_another_place(self, town: Town) -> None:
        """
        A grade that the scale does not have is refused.
        """
        refusal = town.refused(
            "grade-enterprise", register(town), **TWO, grade="a", factors="评定表"
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "no_such_grade"

    def test_the_same_grade(self, town: Town) -> None:
        """
        To keep its grade is no fact.
        """
        file = register(town)
        grade(town, file, "poor")

        refusal = town.refused(
            "grade-enterprise", file, **TWO, grade="poor", factors="评定表"
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "grade_unchanged"

    def test_one_officer_alone(self, town: Town) -> None:
        """
        Officers grade by two; a head decides alone.
        """
        file = register(town)
        said = {"grade": "poor", "factors": "评定表"}

        refusal = town.refused("grade-enterprise", file, by="first", **said)

        assert refusal.code == "two_officers"
        assert town.do("grade-enterprise", file, by="head", **said)

    def test_scales_are_not_compared(self) -> None:
        """
        A grade of one scale is neither better nor worse than one of another.
        """
        good, a = Grade("good", ("good", "poor")), Grade("a", ("a", "b"))

        assert good.better_than(Grade("poor", ("good", "poor")))
        assert not good.better_than(a)
        assert not good.better_than(good)
        assert not good.better_than(None)


class TestSetInspectionFrequency:
    def test_set_then_raised(self, town: Town) -> None:
        """
        Visits may become more at any time.
        """
        file = register(town)

        first, second = set_visits(town, file, 2), set_visits(town, file, 4)

        assert isinstance(first, InspectionFrequencySet)
        assert isinstance(second, InspectionFrequencyRaised)
        assert second.former_visits == 2

    def test_lowered_with_a_better_grade(self, town: Town) -> None:
        """
        INV-22: visits become fewer when the grade has become better since.
        """
        file = register(town)
        grade(town, file, "poor")
        set_visits(town, file, 4)
        grade(town, file, "good")

        fact = set_visits(town, file, 2)

        assert isinstance(fact, InspectionFrequencySet)

    def test_lowered_without(self, town: Town) -> None:
        """
        INV-22: they do not become fewer otherwise, and no grade is no better grade.
        """
        file = register(town)
        set_visits(town, file, 4)
        never_graded = cannot_set(town, file, 2)
        grade(town, file, "good")
        graded_first = cannot_set(town, file, 2)
        set_visits(town, file, 5)
        grade(town, file, "poor")

        assert never_graded == graded_first == "grade_not_improved"
        assert cannot_set(town, file, 2) == "grade_not_improved"

    def test_while_a_major_hazard_is_open(self, town: Town) -> None:
        """
        INV-22: nor while a major hazard is open, whatever the grade.
        """
        file = register(town)
        grade(town, file, "poor")
        set_visits(town, file, 4)
        grade(town, file, "good")
        hazard = major_hazard(town, file)
        while_open = cannot_set(town, file, 2)

        town.do(
            "grade-hazard",
            hazard,
            **TWO,
            hazard_level=HazardLevel.ORDINARY,
            standard="工贸企业重大事故隐患判定标准",
            clause="第五条",
            reason="专家复核",
            evidence=(PHOTO,),
            approver=town.id("head"),
        )

        assert while_open == "major_hazard_open"
        assert set_visits(town, file, 2)

    def test_a_hazard_on_the_other_file(self, town: Town) -> None:
        """
        INV-22: a hazard counts on whichever file of the enterprise it was entered.
        """
        leads, yields = register(town), register(town, OTHER_USCC)
        major_hazard(town, yields)
        town.do(
            "join-enterprise-records", yields, leading=leads, grounds="同一营业执照"
        )
        grade(town, leads, "poor")
        set_visits(town, leads, 4)
        grade(town, leads, "good")

        assert cannot_set(town, leads, 2) == "major_hazard_open"

    def test_raised_while_a_major_hazard_is_open(self, town: Town) -> None:
        """
        A hazard never stands in the way of more visits.
        """
        file = register(town)
        set_visits(town, file, 2)
        major_hazard(town, file)

        assert set_visits(town, file, 6)

    @pytest.mark.parametrize(
        ("visits", "code"), [(7, "above_inspection_cap"), (0, "no_visits")]
    )
    def test_out_of_range(self, town: Town, visits: int, code: str) -> None:
        """
        Planned visits are at least one, and at most the cap (国办发〔2024〕54号).
        """
        assert cannot_set(town, register(town), visits) == code

    def test_unchanged(self, town: Town) -> None:
        """
        To keep the frequency is no fact.
        """
        file = register(town)
        set_visits(town, file, 2)

        assert cannot_set(town, file, 2) == "frequency_unchanged"
