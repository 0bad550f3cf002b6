"""
A stand-in for a file that the domain does not have, stating the tag that it reads.

No part of the domain: whoever lists its files and facts does not meet it.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.base import FACTS, FILES, File, FirstFact
from tests.cases.scene import Scene


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


FILES.pop(Letter.TOPIC)
FACTS.pop(LetterSent.TOPIC)


def send_letter(scene: Scene, hazard: UUID) -> None:
    """
    Have a letter follow an overdue hazard, on the day of the scene.
    """
    at = scene.registering()
    Letter.start(LetterSent, at, hazard=hazard)
    scene.office.facts += [recorded for _, recorded in at.recorded]
