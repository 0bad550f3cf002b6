"""
The file of a credit record (信用记录卷): what one body recognised of one subject.

Whoever recognises dishonesty repairs it (谁认定、谁修复), so each body keeps one record
of a subject, an enterprise or a person, and nobody else writes in it.
A credit fact in it: recorded 记录 → applied 申请修复 → accepted 受理 → repaired 修复,
or back to recorded; a repair got by fraud is revoked, and the fact stands again.
From any of them it may be withdrawn 撤回: it was wrong.
Points 记分 are kept by the year, and by what they were deducted for.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import File, Numbered
from domain.credit_record.choices import STANDING, Stage
from domain.law.credit_classes import CreditClass, PointsItem


@dataclass(frozen=True)
class CreditItem:
    """
    A credit fact of a record as it stands (信用信息).

    Args:
        credit_no: Its number in the record.
        credit_class: How grave it is.
        source_fact: The decision that it rests on.
        document_on: Day of that decision.
        penalty: The penalty, where it is one.
        entry: The list entry, where it is one.
        repair_from: First day on which repair can be applied for.
        stage: How it stands.
        barred_until: Last day on which repair cannot be applied for after a fraud.
        repair_revoked: The fact by which its repair was revoked last.
        is_disputed: Whether an objection to it awaits its answer.
    """

    credit_no: int
    credit_class: CreditClass
    source_fact: str
    document_on: date
    penalty: UUID | None = None
    entry: UUID | None = None
    repair_from: date | None = None
    stage: Stage = Stage.RECORDED
    barred_until: date | None = None
    repair_revoked: str = ""
    is_disputed: bool = False

    @property
    def is_standing(self) -> bool:
        """
        Whether it counts against its subject.
        """
        return self.stage in STANDING


@dataclass(frozen=True)
class Deduction:
    """
    Points that count (记分), and for what.

    Args:
        item: What the table of the place has them for.
        basis: The penalty, hazard or visit that showed it.
        year: In which year they count.
        points: How many.
    """

    item: PointsItem
    basis: UUID
    year: int
    points: int


class CreditRecord(File):
    """
    What a body recognised of a subject's dishonesty (信用记录).
    """

    TOPIC: ClassVar[str] = "credit-record"
    ZH: ClassVar[str] = "信用记录"
    EN: ClassVar[str] = "credit record"
    NUMBERED: ClassVar[Mapping[str, Numbered]] = {
        "credit_no": Numbered("no_such_credit_fact", "items")
    }

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.enterprise: UUID | None = None
        self.person_key = ""
        self.items: Mapping[int, CreditItem] = {}
        self.points: Mapping[int, int] = {}
        self.deductions: tuple[Deduction, ...] = ()

    def put(self, item: CreditItem) -> None:
        """
        Keep how a credit fact stands.
        """
        self.items = {**self.items, item.credit_no: item}

    def set_stage(self, credit_no: int, stage: Stage) -> None:
        """
        Keep at which stage a credit fact is.
        """
        self.put(replace(self.items[credit_no], stage=stage))

    def set_points(self, year: int, points: int) -> None:
        """
        Keep the points of a year.
        """
        self.points = {**self.points, year: points}

    def clear_points(
        self, year: int, points: int, cleared: Collection[Deduction]
    ) -> None:
        """
        Count some deductions of a year no more.
        """
        self.set_points(year, self.points.get(year, 0) - points)
        kept = (each for each in self.deductions if each not in cleared)
        self.deductions = tuple(kept)

    def deducted_for(self, basis: UUID) -> tuple[Deduction, ...]:
        """
        List the points that count and were deducted for a file.
        """
        return tuple(each for each in self.deductions if each.basis == basis)

    def resting_on(self, basis: UUID) -> tuple[CreditItem, ...]:
        """
        List the credit facts that rest on a penalty or a list entry.
        """
        rests = (
            each for each in self.items.values() if basis in (each.penalty, each.entry)
        )
        return tuple(rests)
