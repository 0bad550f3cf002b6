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


class Suspected(FirstFact):
    """
    A crime is suspected in a file (涉嫌犯罪).
    """

    TOPIC: ClassVar[str] = "penalty-suspicion.suspected.v1"

    about: UUID

    def tags(self) -> Iterable[str]:
        """State what it blocks."""
        return (f"file/{self.about}/referral",)

    def apply(self, aggregate: "Suspicion") -> None:
        """Nothing is kept."""


class Suspicion(File):
    """
    A suspicion (移送卷).
    """

    TOPIC: ClassVar[str] = "penalty-suspicion"


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


for file in (Suspicion, Challenge):
    FILES.pop(file.TOPIC)
for fact in (Suspected, ReviewApplied, ReviewDecided, SuitFiled, SuitDecided):
    FACTS.pop(fact.TOPIC)


def suspect_in(office: Office, at: Circumstances, about: UUID) -> None:
    """
    Have a crime suspected in a file.
    """
    Suspicion.start(Suspected, at, about=about)
    office.facts += [fact for _, fact in at.recorded]


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
