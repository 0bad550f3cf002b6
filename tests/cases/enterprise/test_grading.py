"""
企业定级: on the scale of the place, first and again; and who answers for an enterprise.
"""

from datetime import date

import pytest

from domain.enterprise.facts import (
    EnterpriseGradeChanged,
    EnterpriseGraded,
    PrincipalChanged,
    PrincipalRecorded,
)
from domain.enterprise.file import Grade, PrincipalKind
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder
from domain.values import Personal
from tests.cases.enterprise.register import entered, enterprise
from tests.cases.scene import Scene
from tests.cases.town import TODAY, Town

NATIONAL = ("a", "b", "c", "d")
XINZHOU = ("good", "medium", "poor")
WHY = "涉危险化学品，管控到位"


@pytest.fixture
def town() -> Town:
    """The town."""
    return Town()


class TestGradeEnterprise:
    def test_the_first_time(self, town: Town) -> None:
        """
        安全生产法62: graded by two officers, on the scale in force.
        """
        file = entered(town)

        (fact,) = town.do(
            "grade-enterprise",
            file,
            by="first",
            officers=("second",),
            grade="b",
            factors=WHY,
        )

        assert isinstance(fact, EnterpriseGraded)
        assert (fact.grade, fact.grade_scale, fact.factors) == ("b", NATIONAL, WHY)
        assert enterprise(town, file).grade == Grade("b", NATIONAL)

    def test_again(self, town: Town) -> None:
        """
        PROCEDURE 1: another grade is a change, and says from which.
        """
        file = entered(town)
        town.do("grade-enterprise", file, by="head", grade="b", factors=WHY)

        (fact,) = town.do(
            "grade-enterprise", file, by="head", grade="d", factors="重大隐患"
        )

        assert isinstance(fact, EnterpriseGradeChanged)
        assert (fact.former_grade, fact.grade) == ("b", "d")
        assert enterprise(town, file).grade == Grade("d", NATIONAL)

    def test_the_same_grade(self, town: Town) -> None:
        """
        The grade that it has is no change.
        """
        file = entered(town)
        town.do("grade-enterprise", file, by="head", grade="b", factors=WHY)

        refusal = town.refused(
            "grade-enterprise", file, by="head", grade="b", factors=WHY
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "grade_unchanged"

    def test_a_grade_of_another_place(self, town: Town) -> None:
        """
        忻州2020通知(八): the classes good, medium and poor are of that place alone.
        """
        file = entered(town)

        refusal = town.refused(
            "grade-enterprise", file, by="head", grade="good", factors=WHY
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.facts == {"grade": "good", "grade_scale": NATIONAL}

    def test_on_the_scale_of_the_place(self) -> None:
        """
        忻州2020通知(八): three classes.
        """
        scene = Scene("001")

        (fact,) = scene.do(
            "grade-enterprise",
            scene.enterprise,
            by=scene.chief,
            grade="medium",
            factors=WHY,
        )

        assert isinstance(fact, EnterpriseGraded)
        assert fact.grade_scale == XINZHOU

    def test_by_one_officer_alone(self, town: Town) -> None:
        """
        行政处罚法42: officers act by two.
        """
        file = entered(town)

        refusal = town.refused(
            "grade-enterprise", file, by="first", grade="b", factors=WHY
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "two_officers"

    def test_by_a_clerk(self, town: Town) -> None:
        """
        A grade is decided, not recorded.
        """
        file = entered(town)

        refusal = town.refused("grade-enterprise", file, grade="b", factors=WHY)

        assert refusal.code == "role_not_competent"


class TestGrade:
    @pytest.mark.parametrize(
        ("grade", "other", "better"),
        [
            (Grade("a", NATIONAL), Grade("b", NATIONAL), True),
            (Grade("b", NATIONAL), Grade("b", NATIONAL), False),
            (Grade("c", NATIONAL), Grade("b", NATIONAL), False),
            (Grade("good", XINZHOU), Grade("b", NATIONAL), False),
            (Grade("a", NATIONAL), None, False),
        ],
    )
    def test_better(self, grade: Grade, other: Grade | None, *, better: bool) -> None:
        """
        INV-22: better means further up the same scale; nothing else compares.
        """
        assert grade.better_than(other) is better


class TestRecordPrincipal:
    def record(self, town: Town, name: str, since_on: date) -> object:
        """Record a legal representative of the one enterprise."""
        (fact,) = town.do(
            "record-principal",
            self.file,
            principal_kind=PrincipalKind.LEGAL_REPRESENTATIVE,
            principal=Personal(name),
            since_on=since_on,
        )
        return fact

    @pytest.fixture(autouse=True)
    def _entered(self, town: Town) -> None:
        self.file = entered(town)

    def test_who_answers_on_which_day(self, town: Town) -> None:
        """
        安全生产法5: the person of the day answers, also after somebody else came.
        """
        first = self.record(town, "演示赵某", date(2024, 1, 2))
        second = self.record(town, "演示钱某", TODAY)

        found = enterprise(town, self.file)
        kind = PrincipalKind.LEGAL_REPRESENTATIVE
        assert [type(first), type(second)] == [PrincipalRecorded, PrincipalChanged]
        assert found.principal_on(kind, date(2024, 1, 1)) is None
        before, after = (
            found.principal_on(kind, day) for day in (date(2026, 3, 1), TODAY)
        )
        assert before
        assert after
        assert (before.person.text, after.person.text) == ("演示赵某", "演示钱某")

    def test_in_another_capacity(self, town: Town) -> None:
        """
        The actual controller answers beside the legal representative.
        """
        self.record(town, "演示赵某", TODAY)

        (fact,) = town.do(
            "record-principal",
            self.file,
            by="first",
            principal_kind=PrincipalKind.ACTUAL_CONTROLLER,
            principal=Personal("演示孙某"),
            since_on=TODAY,
        )

        assert isinstance(fact, PrincipalRecorded)
        assert len(enterprise(town, self.file).principals) == 2
