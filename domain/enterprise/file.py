"""
The enterprise's file (企业卷): names and codes, profile, grade, frequency, principals.

A printed name stays resolvable: every name is kept with its first day, and the one that
it was registered under holds for all days before.
Deregistration closes no hazard and no case (INV-14); it is one more fact.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import File
from domain.enterprise.profile import UNSTATED, Profile
from domain.jurisdictions import Sector
from domain.values import Choice, Personal


class PrincipalKind(Choice):
    """
    In what capacity somebody answers for the enterprise (负责人类别).
    """

    LEGAL_REPRESENTATIVE = "法定代表人", "legal representative"
    ACTUAL_CONTROLLER = "实际控制人", "actual controller"
    PRINCIPAL = "主要负责人", "principal"
    SAFETY_DIRECTOR = "安全总监", "safety director"
    PROPRIETOR = "经营者", "proprietor of an individual business"


@dataclass(frozen=True)
class Grade:
    """
    A grade on a scale (等级).

    Args:
        code: The grade, a code of the scale.
        scale: The scale of that day, best first.
    """

    code: str
    scale: tuple[str, ...]

    def better_than(self, other: "Grade | None") -> bool:
        """
        Whether it is better than another, on the same scale.
        """
        if other is None or other.scale != self.scale:
            return False
        return self.scale.index(self.code) < self.scale.index(other.code)


@dataclass(frozen=True)
class Frequency:
    """
    How often the enterprise is to be visited (检查频次).

    Args:
        visits_per_year: Planned visits in a year.
        grade: The grade at the time, if there was one.
    """

    visits_per_year: int
    grade: Grade | None


@dataclass(frozen=True)
class Principal:
    """
    Who answers for the enterprise, from a day on (主要负责人).

    Args:
        kind: In what capacity.
        person: Who.
        since_on: First day.
        key: The name, keyed for comparing; empty where it was recorded without.
    """

    kind: PrincipalKind
    person: Personal
    since_on: date
    key: str = ""


class Enterprise(File):
    """
    An enterprise of the register (企业).
    """

    TOPIC: ClassVar[str] = "enterprise"
    ZH: ClassVar[str] = "企业"
    EN: ClassVar[str] = "enterprise"
    REGISTER: ClassVar[bool] = True

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.uscc = ""
        self.reg_no = ""
        self.org_code = ""
        self.region = ""
        self.names: tuple[tuple[date, str], ...] = ()
        self.profile: Profile = UNSTATED
        self.grade: Grade | None = None
        self.frequency: Frequency | None = None
        self.principals: tuple[Principal, ...] = ()
        self.deregistered_on: date | None = None
        self.leading: UUID | None = None
        self.told: dict[str, str] = {}
        self.text_keys: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """
        The name of today.
        """
        return self._names_by_day[-1][1]

    @property
    def former_names(self) -> tuple[str, ...]:
        """
        The names that it had, without the one of today (曾用名).
        """
        return tuple(dict.fromkeys(name for _, name in self.names if name != self.name))

    def name_on(self, day: date) -> str:
        """
        Give the name that held on a day.
        """
        return [name for since, name in self._names_by_day if since <= day][-1]

    @property
    def _names_by_day(self) -> list[tuple[date, str]]:
        """
        The names with their first days, oldest first; the first holds since ever.
        """
        return sorted(self.names, key=lambda each: each[0])

    @property
    def sector(self) -> Sector | None:
        """
        For whose supervision it counts.
        """
        return self.profile.sector

    @property
    def is_deregistered(self) -> bool:
        """
        Whether it was deregistered; what was open stays open (INV-14).
        """
        return self.deregistered_on is not None

    @property
    def yields(self) -> bool:
        """
        Whether another file of the same enterprise leads.
        """
        return self.leading is not None

    def principal_on(self, kind: PrincipalKind, day: date) -> Principal | None:
        """
        Give who answered in a capacity on a day.
        """
        held = [p for p in self.principals if p.kind is kind and p.since_on <= day]
        return max(held, key=lambda each: each.since_on, default=None)
