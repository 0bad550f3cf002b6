"""
Points of an enterprise in a year (考核记分).
"""

from collections.abc import Iterable
from typing import ClassVar

from domain.base import Fact, FirstFact
from domain.credit_record.choices import ResetGround
from domain.credit_record.facts import record_claim, subject_tags
from domain.credit_record.file import CreditRecord, Deduction
from domain.law.credit_classes import PointsItem
from domain.references import EnterpriseRef, FileRef


def points_claim(item: PointsItem, basis: object) -> str:
    """
    Name the claim of a deduction: once for one item and one basis.
    """
    return f"points/{item.code}/{basis}"


class PointsDeducted(FirstFact):
    """
    Points were deducted by the table of the place (记分).
    """

    TOPIC: ClassVar[str] = "credit-record.points-deducted.v1"
    ZH: ClassVar[str] = "记分"

    enterprise: EnterpriseRef
    points_item: PointsItem
    points: int
    points_year: int
    points_total: int
    basis_file: FileRef
    reasons: str
    points_max: int | None = None

    def claims(self) -> Iterable[str]:
        """
        One record of a subject, and each basis once.
        """
        yield record_claim(self.deed.body, self.enterprise, "")
        yield points_claim(self.points_item, self.basis_file)

    def tags(self) -> Iterable[str]:
        """
        Found by the enterprise.
        """
        return subject_tags(self.enterprise, "")

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        Keep the points of the year.
        """
        aggregate.enterprise = self.enterprise
        aggregate.set_points(self.points_year, self.points_total)
        deduction = Deduction(
            self.points_item, self.basis_file, self.points_year, self.points
        )
        aggregate.deductions += (deduction,)


class PointsReset(Fact):
    """
    Points were reset (记分清零): those of a year, or those for one thing that was none.
    """

    TOPIC: ClassVar[str] = "credit-record.points-reset.v1"
    ZH: ClassVar[str] = "记分清零"

    points_year: int
    points_cleared: int
    reset_ground: ResetGround
    reasons: str
    basis_file: FileRef | None = None
    points_item: PointsItem | None = None

    def releases(self) -> Iterable[str]:
        """
        For what was wrong, points can be deducted anew if it is shown.
        """
        if self.basis_file is not None and self.points_item is not None:
            yield points_claim(self.points_item, self.basis_file)

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        They count no more.
        """
        year, cleared = self.points_year, aggregate.deductions
        cleared = tuple(each for each in cleared if each.year == year)
        if self.basis_file is not None:
            said = (self.points_item, self.basis_file)
            cleared = tuple(d for d in cleared if (d.item, d.basis) == said)
        aggregate.clear_points(year, self.points_cleared, cleared)
