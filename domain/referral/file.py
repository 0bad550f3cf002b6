"""
The referral's file (移送卷): a suspected crime, until it is answered for.

Stages: suspected 发现涉罪 → reported 报告 → approved 决定移送 → transferred 移送 →
received 签收 → filed 立案 → sent up 移送起诉 → prosecuted 公诉 → judged 判决 → closed.
Declined 不予立案, it goes on by reconsideration 复议 or supervision 立案监督, or not.
Whoever decides in it acts for a body of their own, from the fact that hands it over.
"""

from typing import ClassVar
from uuid import UUID

from domain.base import Fact, File
from domain.referral.choices import SETTLED, WITHIN, Stage
from domain.referral.parts import Suspect


class Step(Fact):
    """
    A fact that may move a referral on (移送步骤).
    """

    LEADS_TO: ClassVar[Stage | None] = None

    def stage_after(self, stage: Stage) -> Stage:
        """
        Say how the referral stands after it.

        Args:
            stage: How it stood before.
        """
        return self.LEADS_TO or stage

    def apply(self, aggregate: "Referral") -> None:
        """
        Keep how it stands.
        """
        aggregate.stage = self.stage_after(aggregate.stage)


class Referral(File):
    """
    A suspected crime, and what becomes of it (移送).
    """

    TOPIC: ClassVar[str] = "referral"
    ZH: ClassVar[str] = "移送"
    EN: ClassVar[str] = "referral"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.SUSPECTED
        self.files: tuple[UUID, ...] = ()
        self.suspects: tuple[Suspect, ...] = ()
        self.settled: frozenset[int] = frozenset()
        self.prosecuted: frozenset[int] = frozenset()
        self.fined: tuple[Suspect, ...] = ()
        self.handlers: frozenset[UUID] = frozenset()
        self.team: tuple[UUID, ...] = ()
        self.received = False
        self.dismissed = False
        self.closed_from: Stage | None = None
        self.answers = 0
        self.police: UUID | None = None
        self.procuratorate: UUID | None = None
        self.court: UUID | None = None
        self.receiver: UUID | None = None
        self.handed: tuple[UUID, ...] = ()

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        Bodies that a fact handed it to.
        """
        return tuple(dict.fromkeys(self.handed))

    @property
    def is_settled(self) -> bool:
        """
        Whether no crime is suspected any longer (涉罪嫌疑已了结).
        """
        return self.stage in SETTLED

    @property
    def is_cleared(self) -> bool:
        """
        Whether it was cleared, closed since or not, and so can be taken up again.
        """
        closed_so = self.stage is Stage.CLOSED and self.closed_from is Stage.CLEARED
        return closed_so or self.stage is Stage.CLEARED

    @property
    def is_within(self) -> bool:
        """
        Whether the body has not parted with it.
        """
        return self.stage in WITHIN

    @property
    def open_suspects(self) -> frozenset[int]:
        """
        Numbers of the suspects whose question is open, from 1.
        """
        return frozenset(range(1, len(self.suspects) + 1)) - self.settled

    def settles_all(self, numbers: tuple[int, ...]) -> bool:
        """
        Whether nobody is left under suspicion once these suspects are not.

        Args:
            numbers: Numbers of suspects, from 1; none means everybody.
        """
        return not numbers or self.open_suspects <= frozenset(numbers)

    @property
    def outside_court(self) -> frozenset[int]:
        """
        Numbers of the suspects whose question is open and who are not prosecuted.
        """
        return self.open_suspects - self.prosecuted

    def suspect_anew(self, numbers: tuple[int, ...] = ()) -> None:
        """
        Put whoever was cleared under suspicion again: those named, or, if all was
        settled, everybody.

        Args:
            numbers: Numbers of suspects, from 1; none means nobody in particular.
        """
        everybody = frozenset(range(1, len(self.suspects) + 1))
        cleared = everybody if self.is_settled else self.settled
        if numbers:
            self.settled = cleared - frozenset(numbers)
        elif self.is_settled:
            self.settled = frozenset()

    def blocks(self, enterprise: UUID | None, person_key: str) -> bool:
        """
        Whether the suspicion stands in the way of deciding on a party.

        Before the police have it, on every party; after that on the suspects. Nobody
        known, or a person without a number on either side, may be anybody.

        Args:
            enterprise: The party, if it is an enterprise.
            person_key: What stands for its number, if it is a person.
        """
        if self.is_settled:
            return False
        is_unknown = enterprise is None and not person_key
        if not self.received or not self.suspects or is_unknown:
            return True
        left = [self.suspects[number - 1] for number in self.open_suspects]
        return any(
            suspect.is_party(enterprise, person_key) or not suspect.is_matched
            for suspect in left
        )
