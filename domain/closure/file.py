"""
The file of a closure (关闭卷).

Stages: requested 提请 → decided 决定 → executed 到位, or declined 不予关闭; a decision
that is revoked, void or unlawful is set aside 失效.
A site that works without a licence is banned 取缔 without any of them.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, File, FirstFact
from domain.closure.choices import CLOSED, ClosureGround, Stage
from domain.falling import SetAside
from domain.jurisdictions import Level
from domain.limits import Limit
from domain.references import (
    BodyRef,
    CaseRef,
    EnterpriseRef,
    FileRef,
    HazardRef,
    PenaltyRef,
    SuspensionRef,
)
from domain.values import Personal, Upload


class Closure(File):
    """
    That an enterprise is closed for good (关闭).
    """

    TOPIC: ClassVar[str] = "closure"
    ZH: ClassVar[str] = "关闭"
    EN: ClassVar[str] = "closure"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.REQUESTED
        self.enterprise: UUID | None = None
        self.closure_ground: ClosureGround | None = None
        self.government: UUID | None = None
        self.suspension: UUID | None = None
        self.is_coal = False

    @property
    def is_closed(self) -> bool:
        """
        Whether a decision to close the enterprise stands.
        """
        return self.stage in CLOSED

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        The government that decides.
        """
        return (self.government,) if self.government else ()


class ClosureRequested(FirstFact):
    """
    A head asked the government to close an enterprise (提请关闭).
    """

    TOPIC: ClassVar[str] = "closure.closure-requested.v1"
    ZH: ClassVar[str] = "提请关闭"

    enterprise: EnterpriseRef
    closure_ground: ClosureGround
    reason: str
    government: BodyRef
    coal: bool
    hazards: tuple[HazardRef, ...] = ()
    penalties: tuple[PenaltyRef, ...] = ()
    suspension: SuspensionRef | None = None
    case: CaseRef | None = None
    evidence: tuple[Upload, ...] = ()

    def tags(self) -> Iterable[str]:
        """
        Found by the enterprise; and by the hazards, which it follows as a sterner step.
        """
        yield f"enterprise/{self.enterprise}/closure"
        for hazard in self.hazards:
            yield f"hazard/{hazard}/escalation"

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The government reads what it is asked for.
        """
        return ((self.file, self.government),)

    def apply(self, aggregate: "Closure") -> None:
        """
        Keep what was asked for.
        """
        aggregate.enterprise = self.enterprise
        aggregate.closure_ground = self.closure_ground
        aggregate.government = self.government
        aggregate.suspension = self.suspension
        aggregate.is_coal = self.coal


class ClosureDecided(Fact):
    """
    The government decided to close it (决定关闭).
    """

    TOPIC: ClassVar[str] = "closure.closure-decided.v1"
    ZH: ClassVar[str] = "决定关闭"

    government: BodyRef
    government_level: Level
    decision_number: str
    decision_paper: Upload
    enterprise: EnterpriseRef
    publish_limit: Limit | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by the enterprise whose licences are revoked now.
        """
        yield f"enterprise/{self.enterprise}/closure"

    def apply(self, aggregate: "Closure") -> None:
        """
        Keep it.
        """
        aggregate.stage = Stage.DECIDED


class ClosureDeclined(Fact):
    """
    The government declined to close it (不予关闭).
    """

    TOPIC: ClassVar[str] = "closure.closure-declined.v1"
    ZH: ClassVar[str] = "不予关闭"

    government: BodyRef
    reason: str
    decision_paper: Upload | None = None

    def apply(self, aggregate: "Closure") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.DECLINED


class ClosureExecuted(Fact):
    """
    The closure was carried out (关闭到位).
    """

    TOPIC: ClassVar[str] = "closure.closure-executed.v1"
    ZH: ClassVar[str] = "关闭到位"

    done: str
    evidence: tuple[Upload, ...] = ()
    licences_left: tuple[FileRef, ...] = ()

    def apply(self, aggregate: "Closure") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.EXECUTED


class ClosureSetAside(SetAside):
    """
    A decision to close was revoked, or found void or unlawful (关闭决定失效).

    The enterprise is not to be closed; what its issuers revoked, they examine.
    """

    TOPIC: ClassVar[str] = "closure.closure-set-aside.v1"
    ZH: ClassVar[str] = "关闭决定失效"

    enterprise: EnterpriseRef
    to_examine: tuple[FileRef, ...] = ()

    def tags(self) -> Iterable[str]:
        """
        Found by the enterprise.
        """
        yield f"enterprise/{self.enterprise}/closure"

    def apply(self, aggregate: "Closure") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.SET_ASIDE


class IllegalSiteBanned(FirstFact):
    """
    The government banned a site that works without a licence (取缔).
    """

    TOPIC: ClassVar[str] = "closure.illegal-site-banned.v1"
    ZH: ClassVar[str] = "取缔"

    place: str
    description: str
    government: BodyRef
    decision_paper: Upload
    enterprise: EnterpriseRef | None = None
    operator: Personal | None = None

    def apply(self, aggregate: "Closure") -> None:
        """
        There is nothing more to do here.
        """
        aggregate.stage = Stage.BANNED
        aggregate.enterprise = self.enterprise
        aggregate.government = self.government
