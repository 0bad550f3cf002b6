"""
Stand-ins for files that say something of a penalty, stating the tags that it reads.

No part of the domain: whoever lists its files and facts does not meet these.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.base import FACTS, FILES, Fact, File, FirstFact
from domain.circumstances import Circumstances
from tests.cases.office import Office


class ReviewApplied(FirstFact):
    """
    A review was applied for (复议申请).
    """

    TOPIC: ClassVar[str] = "penalty-remedy.review-applied.v1"

    about: UUID

    def tags(self) -> Iterable[str]:
        """State what is challenged."""
        return (f"file/{self.about}/remedy",)

    def apply(self, aggregate: "Challenge") -> None:
        """Nothing is kept."""


class ReviewDecided(Fact):
    """
    It was decided (复议决定).
    """

    TOPIC: ClassVar[str] = "penalty-remedy.review-decided.v1"

    def apply(self, aggregate: "Challenge") -> None:
        """Nothing is kept."""


class SuitFiled(Fact):
    """
    A suit was filed (起诉).
    """

    TOPIC: ClassVar[str] = "penalty-remedy.suit-filed.v1"

    def apply(self, aggregate: "Challenge") -> None:
        """Nothing is kept."""


class SuitDecided(Fact):
    """
    It was decided (裁判).
    """

    TOPIC: ClassVar[str] = "penalty-remedy.suit-decided.v1"

    def apply(self, aggregate: "Challenge") -> None:
        """Nothing is kept."""


class Challenge(File):
    """
    A review or suit (救济卷).
    """

    TOPIC: ClassVar[str] = "penalty-remedy"


FILES.pop(Challenge.TOPIC)
for fact in (ReviewApplied, ReviewDecided, SuitFiled, SuitDecided):
    FACTS.pop(fact.TOPIC)


def challenge(office: Office, at: Circumstances, about: UUID) -> UUID:
    """
    Have a review applied for.
    """
    found = Challenge.start(ReviewApplied, at, about=about)
    office.facts += [fact for _, fact in at.recorded]
    return found.id


def go_on(office: Office, at: Circumstances, remedy: UUID, kind: type[Fact]) -> None:
    """
    Have it decided, or a suit filed after it.
    """
    at.read(Challenge, remedy).record(kind, at)
    office.facts += [fact for _, fact in at.recorded]
