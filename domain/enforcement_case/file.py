"""
The file of a case (案件卷), ordinary procedure.

Stages: filed 立案 → investigated 调查终结 → proposed 拟处罚 → closed 结案 →
archived 归档; or it ends transferred 移送其他机关 or terminated 终止.
From the proposal on each party is on a road of its own: proposed → notified 告知 →
(hearing requested, set, held 听证) → heard; its decision is a file of its own, or is
here that there is no penalty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from domain.base import File, Numbered
from domain.enforcement_case.choices import (
    OPEN,
    MandatoryOutcome,
    MitigatingFactor,
    PartyStage,
    Stage,
)
from domain.enforcement_case.choices_of_hearing import HearingGround, ReviewGround
from domain.enforcement_case.daily_fine import DailyFine
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit
from domain.values import Personal


@dataclass(frozen=True)
class Proposed:
    """
    What is proposed against a party (拟处罚).

    Args:
        kinds: Kinds of penalty.
        fine_fen: The fine in fen; 0 for none.
        confiscated_fen: What is confiscated, in fen.
        hearing_right: Whether the notice tells of a hearing.
        hearing_ground: Why there is a right to one; absent where there is none.
        is_complete: Whether content, facts, reasons and basis are all stated.
        review_grounds: Why the decision needs a legal review.
        deliberated: Whether the heads have to decide together.
        adjudicated: Whether the place wants an adjudication.
        daily_fine: What is fined by the day, where that is what is proposed.
    """

    kinds: tuple[PenaltyKind, ...]
    fine_fen: int
    confiscated_fen: int
    hearing_right: bool
    hearing_ground: HearingGround | None
    is_complete: bool
    review_grounds: tuple[ReviewGround, ...] = ()
    deliberated: bool = False
    adjudicated: bool = False
    daily_fine: DailyFine | None = None


@dataclass(frozen=True)
class Notice:
    """
    What a party was notified of, and until when it may answer (告知).

    Args:
        fact: Id of the fact.
        service: The service.
        served_on: The day of it.
        kinds: Kinds of penalty that were notified.
        fine_fen: The fine that was notified; no decision may be heavier.
        confiscated_fen: What is to be confiscated.
        hearing_ground: Why there is a right to a hearing; absent without one.
        defence_limit: Until when it may state its case.
        hearing_limit: Until when it may ask for a hearing; absent without the right.
    """

    fact: str
    service: UUID
    served_on: date
    kinds: tuple[PenaltyKind, ...]
    fine_fen: int
    confiscated_fen: int
    hearing_ground: HearingGround | None
    defence_limit: Limit | None
    hearing_limit: Limit | None


@dataclass(frozen=True)
class Hearing:
    """
    A hearing of a party (听证).

    Args:
        requested_on: When it was asked for.
        is_late: Whether that was too late.
        chair: Who chairs it.
        hearing_at: When it is set for.
        is_over: Whether it was held or ended.
        is_reported: Whether the chair has reported.
        is_refused: Whether the request was refused.
    """

    requested_on: date
    is_late: bool
    chair: UUID | None = None
    hearing_at: datetime | None = None
    is_over: bool = False
    is_reported: bool = False
    is_refused: bool = False

    @property
    def is_pending(self) -> bool:
        """
        Whether it was asked for, and neither refused nor reported on.
        """
        return not (self.is_refused or self.is_reported)


@dataclass(frozen=True)
class Party:
    """
    A party of the case (当事人): one enterprise or one person, each for itself.

    Args:
        party_no: Its number in the case, from 1.
        enterprise: The enterprise, or
        person: the person.
        person_key: Stands for the identity number; empty where none is known.
        stage: How far its matter is.
        mitigating: Factors of 32 and 33 that were recorded for it.
        discretion: Id of the fact that applied the schedule; empty before.
        discretion_fen: The fine that this came to.
        proposed: The newest proposal.
        noticed: The newest notice; absent again once a heavier one is proposed.
        statement_given: Whether it stated its case.
        statement_settled: Whether it did, waived it, or let the time pass.
        statement_reviewed: Whether what it stated was examined.
        hearing_waived: Whether it waived the hearing expressly.
        hearing: The newest hearing asked for.
        hearing_held: Whether one was held since the notice, whatever came after.
    """

    party_no: int
    enterprise: UUID | None = None
    person: Personal | None = None
    person_key: str = ""
    stage: PartyStage = PartyStage.NAMED
    mitigating: frozenset[MitigatingFactor] = frozenset()
    discretion: str = ""
    discretion_fen: int = 0
    proposed: Proposed | None = None
    noticed: Notice | None = None
    statement_given: bool = False
    statement_settled: bool = False
    statement_reviewed: bool = False
    hearing_waived: bool = False
    hearing: Hearing | None = None
    hearing_held: bool = False

    @property
    def released(self) -> bool:
        """
        Whether it is a party no longer.
        """
        return self.stage is PartyStage.RELEASED

    @property
    def has_no_penalty(self) -> bool:
        """
        Whether it was decided that it gets no penalty.
        """
        return self.stage is PartyStage.NO_PENALTY

    @property
    def heard(self) -> bool:
        """
        Whether it was notified and has answered, waived or let the time pass, with no
        hearing left.
        """
        return self.stage is PartyStage.HEARD

    @property
    def reached(self) -> PartyStage:
        """
        The stage that follows from its notice, its statement and its hearing.
        """
        if self.noticed is None:
            return PartyStage.PROPOSED if self.proposed else PartyStage.NAMED
        if self.hearing is not None and self.hearing.is_pending:
            if self.hearing.is_over:
                return PartyStage.HEARING_HELD
            is_set = self.hearing.hearing_at is not None
            return PartyStage.HEARING_SET if is_set else PartyStage.HEARING
        return PartyStage.HEARD if self.statement_settled else PartyStage.NOTICED


@dataclass(frozen=True)
class Examined:
    """
    What was looked at when somebody judged the case as a whole (审核、讨论、审理).

    Args:
        facts_version: The newest fact that counts, as it stood then.
        is_passed: Whether it may go on.
    """

    facts_version: int
    is_passed: bool


class EnforcementCase(File):
    """
    A matter in which a penalty is considered (行政处罚案件).
    """

    TOPIC: ClassVar[str] = "enforcement-case"
    ZH: ClassVar[str] = "案件"
    EN: ClassVar[str] = "case"
    NUMBERED: ClassVar[Mapping[str, Numbered]] = {
        "party_no": Numbered("no_such_party", "party_nos"),
        "appraisal_no": Numbered("no_such_appraisal", "appraisals"),
    }

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.FILED
        self.enterprise: UUID | None = None
        self.inspection: UUID | None = None
        self.item_nos: tuple[int, ...] = ()
        self.hazards: tuple[UUID, ...] = ()
        self.filed_on: date | None = None
        self.time_barred = False
        self.parties: dict[int, Party] = {}
        self.handlers: tuple[UUID, ...] = ()
        self.investigators: frozenset[UUID] = frozenset()
        self.recused: frozenset[UUID] = frozenset()
        self.registrations: dict[int, Limit | None] = {}
        self.things_registered: dict[int, int] = {}
        self.appraisals: dict[int, bool] = {}
        self.facts_version = 0
        self.review: Examined | None = None
        self.deliberation: Examined | None = None
        self.adjudication: Examined | None = None
        self.outcomes: dict[MandatoryOutcome, bool] = {}
        self.decide_limit: Limit | None = None
        self.extensions = 0
        self.suspended_on: date | None = None
        self.stands_still = False
        self.receiver: UUID | None = None

    @property
    def party_nos(self) -> tuple[int, ...]:
        """
        The numbers of its parties, without those released.
        """
        return tuple(party.party_no for party in self.active)

    @property
    def team(self) -> tuple[UUID, ...]:
        """
        Those who handle it.
        """
        return self.handlers

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        The body that it was transferred to.
        """
        return (self.receiver,) if self.receiver else ()

    @property
    def is_open(self) -> bool:
        """
        Whether the body still works on it.
        """
        return self.stage in OPEN

    @property
    def active(self) -> tuple[Party, ...]:
        """
        Its parties, without those released.
        """
        return tuple(p for p in self.parties.values() if not p.released)

    @property
    def review_stands(self) -> bool:
        """
        Whether a legal review passed it, and nothing was added since.
        """
        return self._stands(self.review)

    @property
    def deliberation_stands(self) -> bool:
        """
        Whether the heads deliberated on it, and nothing was added since.
        """
        return self._stands(self.deliberation)

    @property
    def adjudication_stands(self) -> bool:
        """
        Whether it was adjudicated, and nothing was added since.
        """
        return self._stands(self.adjudication)

    def _stands(self, examined: Examined | None) -> bool:
        if examined is None or not examined.is_passed:
            return False
        return examined.facts_version == self.facts_version

    def mend(self, party_no: int, **changes: object) -> None:
        """
        Keep what became of a party, and the stage that follows from it; what is said or
        done after a party was released or got no penalty takes neither back.
        """
        party = self.parties[party_no]
        is_fixed = "stage" in changes or party.released or party.has_no_penalty
        change = replace(party, **changes)  # type: ignore[arg-type]  # names and types are those of ``Party``
        self.parties[party_no] = (
            change if is_fixed else replace(change, stage=change.reached)
        )
