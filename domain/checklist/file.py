"""
The file of one checklist (检查表卷).

Versions are published and withdrawn, never edited: a visit pins the version that it
was approved with, and is judged by that one (照单检查, INV-18).
"""

from dataclasses import dataclass
from typing import ClassVar

from domain.base import Audience, Fact, File, FirstFact


@dataclass(frozen=True)
class ChecklistItem:
    """
    One thing to look at (检查项).

    Args:
        checklist_item: Its code within the version, for example ``03``.
        text: What is looked at.
        violation_code: The violation that a "no" is, by the catalogue.
        basis: The provision that demands it.
        mandatory: Whether it must be answered.
        band: Penalty band of that violation, where the pack names one.
    """

    checklist_item: str
    text: str
    violation_code: str
    basis: str
    mandatory: bool
    band: str = ""


class ChecklistVersionPublished(FirstFact):
    """
    A version of a checklist was published (检查表版本发布).
    """

    TOPIC: ClassVar[str] = "checklist.checklist-version-published.v1"
    ZH: ClassVar[str] = "检查表版本发布"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    name: str
    checklist_version: int
    items: tuple[ChecklistItem, ...]

    def apply(self, aggregate: "Checklist") -> None:
        """
        Add the version.
        """
        aggregate.name = self.name
        aggregate.versions = {**aggregate.versions, self.checklist_version: self.items}


class ChecklistVersionWithdrawn(Fact):
    """
    A version was withdrawn; visits that pinned it keep it (检查表停用).
    """

    TOPIC: ClassVar[str] = "checklist.checklist-version-withdrawn.v1"
    ZH: ClassVar[str] = "检查表停用"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    checklist_version: int
    reason: str

    def apply(self, aggregate: "Checklist") -> None:
        """
        Mark it.
        """
        aggregate.withdrawn = aggregate.withdrawn | {self.checklist_version}


class Checklist(File):
    """
    A checklist (检查表).
    """

    TOPIC: ClassVar[str] = "checklist"
    ZH: ClassVar[str] = "检查表"
    EN: ClassVar[str] = "checklist"
    REGISTER: ClassVar[bool] = True

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.name = ""
        self.versions: dict[int, tuple[ChecklistItem, ...]] = {}
        self.withdrawn: frozenset[int] = frozenset()

    @property
    def newest(self) -> int:
        """
        The newest version; 0 before the first.
        """
        return max(self.versions, default=0)

    @property
    def in_force(self) -> int:
        """
        The newest version that was not withdrawn; 0 where there is none.
        """
        return max(set(self.versions) - self.withdrawn, default=0)
