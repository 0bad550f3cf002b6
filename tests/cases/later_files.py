"""
Stand-ins for files that the domain does not have yet, stating the tags that it reads.

No part of the domain: whoever lists its files and facts does not meet these.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.base import FACTS, FILES, Fact, File, FirstFact


class MeasureImposed(FirstFact):
    """
    A measure on a hazard (措施).
    """

    TOPIC: ClassVar[str] = "case-measure.imposed.v1"

    hazard: UUID

    def tags(self) -> Iterable[str]:
        """State what the delisting reads."""
        return (f"hazard/{self.hazard}/measure",)

    def apply(self, aggregate: "Measure") -> None:
        """It runs."""
        aggregate.is_active = True


class MeasureLifted(Fact):
    """
    It was lifted (解除).
    """

    TOPIC: ClassVar[str] = "case-measure.lifted.v1"

    def apply(self, aggregate: "Measure") -> None:
        """It ended."""
        aggregate.is_active = False


class Measure(File):
    """
    A measure (措施卷).
    """

    TOPIC: ClassVar[str] = "case-measure"

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.is_active = False


class LetterSent(FirstFact):
    """
    A letter or a talk followed an overdue hazard (函告、约谈).
    """

    TOPIC: ClassVar[str] = "case-letter.sent.v1"

    hazard: UUID

    def tags(self) -> Iterable[str]:
        """State what it follows."""
        return (f"hazard/{self.hazard}/escalation",)

    def apply(self, aggregate: "Letter") -> None:
        """Nothing is kept."""


class Letter(File):
    """
    A letter (函告卷).
    """

    TOPIC: ClassVar[str] = "case-letter"


class CaseFiled(FirstFact):
    """
    A case took findings of a visit up (立案).
    """

    TOPIC: ClassVar[str] = "case-case.filed.v1"

    inspection: UUID
    item_nos: tuple[int, ...]

    def tags(self) -> Iterable[str]:
        """State where they were found."""
        return (f"inspection/{self.inspection}/outcome",)

    def apply(self, aggregate: "Case") -> None:
        """Nothing is kept."""


class Case(File):
    """
    A case (案件卷).
    """

    TOPIC: ClassVar[str] = "case-case"


for file in (Measure, Letter, Case):
    FILES.pop(file.TOPIC)
for fact in (MeasureImposed, MeasureLifted, LetterSent, CaseFiled):
    FACTS.pop(fact.TOPIC)
