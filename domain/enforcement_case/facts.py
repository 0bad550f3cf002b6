"""
How a case begins (立案): its filing, its parties, those who handle it.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from domain.base import Fact, FirstFact
from domain.enforcement_case.choices import CaseSource, PartyStage, RecusalAsker, Stage
from domain.enforcement_case.file import EnforcementCase, Party
from domain.limits import Limit
from domain.references import (
    EnterpriseRef,
    FileRef,
    HazardRef,
    InspectionRef,
    OfficerRef,
)
from domain.values import Personal, Upload


class CaseFiled(FirstFact):
    """
    A head approved that a case is filed (立案).
    """

    TOPIC: ClassVar[str] = "enforcement-case.case-filed.v1"
    ZH: ClassVar[str] = "立案"

    case_source: CaseSource
    case_name: str
    violation_code: str
    discovered_on: date
    enterprise: EnterpriseRef | None = None
    inspection: InspectionRef | None = None
    item_nos: tuple[int, ...] = ()
    hazards: tuple[HazardRef, ...] = ()
    source_file: FileRef | None = None
    source_paper: Upload | None = None
    jurisdiction_ground: str = ""
    evidence: tuple[Upload, ...] = ()
    violation_ended_on: date | None = None
    life_harmed: bool = False
    limitation_until: date | None = None
    time_barred: bool = False
    decide_limit: Limit | None = None

    def tags(self) -> Iterable[str]:
        """
        It takes findings up, follows hazards, and is a case of the enterprise.
        """
        if self.inspection is not None:
            yield f"inspection/{self.inspection}/outcome"
        for hazard in self.hazards:
            yield f"hazard/{hazard}/escalation"
        if self.enterprise is not None:
            yield f"enterprise/{self.enterprise}/case"

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep where it comes from, and until when it is to be decided.
        """
        aggregate.stage = Stage.FILED
        aggregate.enterprise = self.enterprise
        aggregate.inspection = self.inspection
        aggregate.item_nos = self.item_nos
        aggregate.hazards = self.hazards
        aggregate.filed_on = self.deed.on
        aggregate.time_barred = self.time_barred
        aggregate.decide_limit = self.decide_limit


class PartyNamed(Fact):
    """
    An enterprise or a person was named as a party (确定当事人).
    """

    TOPIC: ClassVar[str] = "enforcement-case.party-named.v1"
    ZH: ClassVar[str] = "确定当事人"

    party_no: int
    enterprise: EnterpriseRef | None = None
    person: Personal | None = None
    identity_number: Personal | None = None
    person_key: str = ""
    post: str = ""

    def tags(self) -> Iterable[str]:
        """
        It is a case of this party.
        """
        if self.enterprise is not None:
            yield f"enterprise/{self.enterprise}/case"
        if self.person_key:
            yield f"person/{self.person_key}/case"

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep it under its number.
        """
        aggregate.parties[self.party_no] = Party(
            self.party_no, self.enterprise, self.person, self.person_key
        )


class PartyReleased(Fact):
    """
    Somebody is a party no longer (撤出当事人).
    """

    TOPIC: ClassVar[str] = "enforcement-case.party-released.v1"
    ZH: ClassVar[str] = "撤出当事人"

    party_no: int
    reason: str

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Close its matter.
        """
        aggregate.mend(self.party_no, stage=PartyStage.RELEASED)


class HandlersAssigned(Fact):
    """
    Officers were charged with the case (指定承办人).
    """

    TOPIC: ClassVar[str] = "enforcement-case.handlers-assigned.v1"
    ZH: ClassVar[str] = "指定承办人"

    handlers: tuple[OfficerRef, ...]
    reason: str = ""

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep them; whoever handled it once has investigated it for ever.
        """
        aggregate.handlers = self.handlers
        aggregate.investigators = aggregate.investigators.union(self.handlers)


class RecusalDecided(Fact):
    """
    It was decided whether somebody stands aside (回避决定).
    """

    TOPIC: ClassVar[str] = "enforcement-case.recusal-decided.v1"
    ZH: ClassVar[str] = "回避决定"

    officer: OfficerRef
    asked_by: RecusalAsker
    stands_aside: bool
    reason: str
    decided_by: tuple[OfficerRef, ...]

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Whoever stands aside handles it no longer.
        """
        if self.stands_aside:
            aggregate.recused = aggregate.recused | {self.officer}
            aggregate.handlers = tuple(
                handler for handler in aggregate.handlers if handler != self.officer
            )
