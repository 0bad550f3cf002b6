"""
The ban's file (禁入卷).

Stages: imposed 已实施 → expired 期满 or lifted 解除. A ban that runs from the end of a
sentence has no last day until that end is known: its term is fixed then. One for life
has none, and does not expire.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, File, FirstFact
from domain.references import EnterpriseRef, FileRef, PenaltyRef
from domain.values import Choice, Personal, Upload


class Stage(Choice):
    """
    How far a ban is (禁入阶段).
    """

    RUNNING = "实施中", "running"
    EXPIRED = "已期满", "expired"
    LIFTED = "已解除", "lifted"


class BanBasis(Choice):
    """
    What a ban rests on (禁入依据).
    """

    JUDGMENT = "受刑事处罚的生效判决", "guilty judgment"
    DISMISSAL = "撤职处分", "dismissal"
    CLOSURE = "生产经营单位被关闭", "closure of the unit"
    FALSE_REPORT = (
        "安全评价、认证、检测、检验机构出具虚假报告的处罚",
        "penalty for a false report",
    )


def subject_tags(enterprise: object, person_key: str) -> Iterable[str]:
    """
    Under which tags the bans of one subject are found; a name alone finds none.
    """
    if enterprise is not None:
        yield f"enterprise/{enterprise}/ban"
    if person_key:
        yield f"person/{person_key}/ban"


def basis_tag(file: object) -> str:
    """
    Name the tag by which the bans are found that rest on what a file decided.
    """
    return f"file/{file}/ban"


class OccupationalBanImposed(FirstFact):
    """
    Somebody may not be principal of a unit for a time (职业禁入).
    """

    TOPIC: ClassVar[str] = "ban.occupational-ban-imposed.v1"
    ZH: ClassVar[str] = "职业禁入"

    person: Personal
    ban_basis: BanBasis
    basis_no: str
    basis_on: date
    ban_scope: str
    basis_paper: Upload
    person_key: str = ""
    until_on: date | None = None
    basis_file: FileRef | None = None

    def tags(self) -> Iterable[str]:
        """
        Read before the person is removed from the list early, and when the basis falls.
        """
        yield from subject_tags(None, self.person_key)
        if self.basis_file is not None:
            yield basis_tag(self.basis_file)

    def apply(self, aggregate: "Ban") -> None:
        """
        Keep whom it binds, and until when.
        """
        aggregate.person_key = self.person_key
        aggregate.ban_basis = self.ban_basis
        aggregate.basis_file = self.basis_file
        aggregate.until_on = self.until_on


class IndustryBanImposed(FirstFact):
    """
    A service institution or somebody of it may not work in the trade (行业禁入).
    """

    TOPIC: ClassVar[str] = "ban.industry-ban-imposed.v1"
    ZH: ClassVar[str] = "行业禁入"

    penalty: PenaltyRef
    ban_basis: BanBasis
    basis_on: date
    ban_scope: str
    until_on: date
    enterprise: EnterpriseRef | None = None
    person: Personal | None = None
    person_key: str = ""

    def tags(self) -> Iterable[str]:
        """
        Read before the subject is removed from the list early, and when the penalty
        falls.
        """
        yield from subject_tags(self.enterprise, self.person_key)

    def apply(self, aggregate: "Ban") -> None:
        """
        Keep whom it binds, and until when.
        """
        aggregate.enterprise = self.enterprise
        aggregate.person_key = self.person_key
        aggregate.ban_basis = self.ban_basis
        aggregate.basis_file = self.penalty
        aggregate.until_on = self.until_on


class LifetimeBanImposed(FirstFact):
    """
    Somebody may never be principal of a unit of the trade again (终身禁入).
    """

    TOPIC: ClassVar[str] = "ban.lifetime-ban-imposed.v1"
    ZH: ClassVar[str] = "终身禁入"

    person: Personal
    ban_basis: BanBasis
    basis_no: str
    basis_on: date
    ban_scope: str
    basis_paper: Upload
    person_key: str = ""
    basis_file: FileRef | None = None

    def tags(self) -> Iterable[str]:
        """
        Read before the person is removed from the list early, and when the basis falls.
        """
        yield from subject_tags(None, self.person_key)
        if self.basis_file is not None:
            yield basis_tag(self.basis_file)

    def apply(self, aggregate: "Ban") -> None:
        """
        Keep whom it binds; it has no end.
        """
        aggregate.person_key = self.person_key
        aggregate.ban_basis = self.ban_basis
        aggregate.basis_file = self.basis_file
        aggregate.is_for_life = True


class BanTermFixed(Fact):
    """
    The sentence is served: the last day of the ban is known (禁入期确定).
    """

    TOPIC: ClassVar[str] = "ban.ban-term-fixed.v1"
    ZH: ClassVar[str] = "禁入期确定"

    sentence_ended_on: date
    until_on: date
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Ban") -> None:
        """
        Keep until when it runs.
        """
        aggregate.until_on = self.until_on


class BanExpired(Fact):
    """
    The term of the ban is over (禁入期满).
    """

    TOPIC: ClassVar[str] = "ban.ban-expired.v1"
    ZH: ClassVar[str] = "禁入期满"

    until_on: date

    def apply(self, aggregate: "Ban") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.EXPIRED


class BanLifted(Fact):
    """
    The basis of the ban fell (解除禁入).
    """

    TOPIC: ClassVar[str] = "ban.ban-lifted.v1"
    ZH: ClassVar[str] = "解除禁入"

    reasons: str
    effective_on: date
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Ban") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.LIFTED


class Ban(File):
    """
    A ban of a person or an institution (禁入).
    """

    TOPIC: ClassVar[str] = "ban"
    ZH: ClassVar[str] = "禁入"
    EN: ClassVar[str] = "ban"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.RUNNING
        self.ban_basis: BanBasis | None = None
        self.basis_file: UUID | None = None
        self.enterprise: UUID | None = None
        self.person_key = ""
        self.until_on: date | None = None
        self.is_for_life = False

    def runs_on(self, day: date) -> bool:
        """
        Whether it binds on a day; without a last day it goes on.
        """
        if self.stage is Stage.LIFTED:
            return False
        return self.until_on is None or day <= self.until_on
