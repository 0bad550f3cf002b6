"""
What can happen to an entry of the red list.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.base import Fact, FirstFact
from domain.list_entry.choices import RedCondition, RedEnding, Stage
from domain.list_entry.facts import subject_tags
from domain.list_entry.file import ListEntry
from domain.printed import ListColour
from domain.references import EnterpriseRef
from domain.values import Upload


@dataclass(frozen=True)
class RedProof:
    """
    What shows that a condition of the red list is met (红名单条件证明).

    Args:
        red_condition: The condition.
        evidence: What shows it.
    """

    red_condition: RedCondition
    evidence: tuple[Upload, ...]


class RedlistEntryProposed(FirstFact):
    """
    An enterprise was proposed for the red list (拟列红名单).
    """

    TOPIC: ClassVar[str] = "list-entry.redlist-entry-proposed.v1"
    ZH: ClassVar[str] = "拟列红名单"

    enterprise: EnterpriseRef
    red_proofs: tuple[RedProof, ...]
    reasons: str

    def tags(self) -> Iterable[str]:
        """
        Read before the subject is listed, red or black.
        """
        yield from subject_tags(self.enterprise, "")

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Keep whose it is.
        """
        aggregate.colour = ListColour.RED
        aggregate.enterprise = self.enterprise


class RedlistEntryMade(Fact):
    """
    The enterprise was put on the red list (列入红名单).
    """

    TOPIC: ClassVar[str] = "list-entry.redlist-entry-made.v1"
    ZH: ClassVar[str] = "列入红名单"

    reasons: str
    red_conditions: tuple[RedCondition, ...]
    until_on: date | None = None

    def apply(self, aggregate: "ListEntry") -> None:
        """
        Keep since when and until when.
        """
        aggregate.stage = Stage.LISTED
        aggregate.listed_on = self.deed.on
        aggregate.until_on = self.until_on


class RedlistEntryRemoved(Fact):
    """
    The enterprise left the red list at once (移出红名单).
    """

    TOPIC: ClassVar[str] = "list-entry.redlist-entry-removed.v1"
    ZH: ClassVar[str] = "移出红名单"

    red_ending: RedEnding
    reasons: str

    def apply(self, aggregate: "ListEntry") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.REMOVED


class RedlistEntryExpired(Fact):
    """
    The term on the red list is over (红名单期满).
    """

    TOPIC: ClassVar[str] = "list-entry.redlist-entry-expired.v1"
    ZH: ClassVar[str] = "红名单期满"

    until_on: date

    def apply(self, aggregate: "ListEntry") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.EXPIRED
