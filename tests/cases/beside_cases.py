"""
Stand-ins for files that a case reads by their tags, so that a case test needs no more.

No part of the domain: whoever lists its files and facts does not meet these.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.base import FACTS, FILES, File, FirstFact
from domain.values import Choice
from tests.cases.later_files import Measure


class Standing(Choice):
    """
    How far a penalty is (处罚阶段).
    """

    SERVED = "已送达", "served"
    PERFORMED = "已履行", "performed"


class PenaltyServedOnParty(FirstFact):
    """
    A penalty on a party of a case was decided and served (处罚).
    """

    TOPIC: ClassVar[str] = "case-penalty.served.v1"

    case: UUID
    party_no: int
    is_performed: bool

    def tags(self) -> Iterable[str]:
        """State what the closing reads."""
        return (f"case/{self.case}/penalty",)

    def apply(self, aggregate: "PenaltyOnParty") -> None:
        """Keep whose it is."""
        aggregate.party_no = self.party_no
        performed = self.is_performed
        aggregate.stage = Standing.PERFORMED if performed else Standing.SERVED


class PenaltyOnParty(File):
    """
    A penalty (处罚卷).
    """

    TOPIC: ClassVar[str] = "case-penalty"

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.party_no = 0
        self.stage = Standing.SERVED
        self.stands = True


class MeasureOfCase(FirstFact):
    """
    A measure that belongs to a case (措施).
    """

    TOPIC: ClassVar[str] = "case-measure.of-case.v1"

    case: UUID

    def tags(self) -> Iterable[str]:
        """State what the closing reads."""
        return (f"case/{self.case}/measure",)

    def apply(self, aggregate: "Measure") -> None:
        """It runs."""
        aggregate.is_active = True


FILES.pop(PenaltyOnParty.TOPIC)
for fact in (PenaltyServedOnParty, MeasureOfCase):
    FACTS.pop(fact.TOPIC)
