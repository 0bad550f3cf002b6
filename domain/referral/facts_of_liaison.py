"""
What bodies tell each other besides a suspicion: clues, help, misconduct of officials.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import FirstFact
from domain.references import BodyRef, FileRef
from domain.referral.choices import Stage
from domain.referral.file import Referral, Step
from domain.values import Restricted, Upload


class ClueNotified(FirstFact):
    """
    A body told another of a clue (线索通报).
    """

    TOPIC: ClassVar[str] = "referral.clue-notified.v1"
    ZH: ClassVar[str] = "线索通报"

    receiver: BodyRef
    clue: str
    about: FileRef | None = None
    evidence: tuple[Upload, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The receiver reads it.
        """
        yield self.file, self.receiver

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep to whom.
        """
        aggregate.stage = Stage.NOTIFIED
        aggregate.handed += (self.receiver,)


class CoInvestigationRequested(FirstFact):
    """
    A body asked another to help in an investigation (协查请求).
    """

    TOPIC: ClassVar[str] = "referral.co-investigation-requested.v1"
    ZH: ClassVar[str] = "协查请求"

    receiver: BodyRef
    requirements: str
    about: FileRef | None = None
    until_on: date | None = None
    evidence: tuple[Upload, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The receiver reads and answers it.
        """
        yield self.file, self.receiver

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep who is asked.
        """
        aggregate.stage = Stage.ASKED
        aggregate.receiver = self.receiver
        aggregate.handed += (self.receiver,)


class CoInvestigationAnswered(Step):
    """
    The body that was asked answered (协查答复).
    """

    TOPIC: ClassVar[str] = "referral.co-investigation-answered.v1"
    ZH: ClassVar[str] = "协查答复"
    LEADS_TO: ClassVar[Stage | None] = Stage.ANSWERED

    reply: str
    evidence: tuple[Upload, ...] = ()


class OfficialMisconductReferred(FirstFact):
    """
    A clue on an official's misconduct went to the supervision organ (职务违法线索移送).
    """

    TOPIC: ClassVar[str] = "referral.official-misconduct-referred.v1"
    ZH: ClassVar[str] = "职务违法线索移送"

    receiver: BodyRef
    official: Restricted
    official_post: str
    misconduct: Restricted
    about: FileRef | None = None
    evidence: tuple[Upload, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The supervision organ reads it.
        """
        yield self.file, self.receiver

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep to whom.
        """
        aggregate.stage = Stage.MISCONDUCT
        aggregate.handed += (self.receiver,)
