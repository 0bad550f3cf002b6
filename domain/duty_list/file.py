"""
The file of a body's duty list (权责清单卷).

A mandate says for which sector, at which level, with which power a body enforces, and
from when to when.
A delegation lets another organisation enforce in the delegator's name (处罚法20); it
covers no coercion (强制法17), and ends on its day or when it is revoked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

from domain.acts import Power
from domain.base import Audience, Fact, File, FirstFact
from domain.jurisdictions import Level, Sector
from domain.references import BodyRef


@dataclass(frozen=True)
class Mandate:
    """
    A power that a body has (执法权限).

    Args:
        sector: For whose work safety; none for every sector.
        level: At which level.
        power: The power.
        since_on: First day.
        until_on: Last day, inclusive; none while it stands.
    """

    sector: Sector | None
    level: Level
    power: Power
    since_on: date
    until_on: date | None = None

    @property
    def key(self) -> tuple[Sector | None, Power, date]:
        """
        What a later assignment has to share to replace this one.
        """
        return self.sector, self.power, self.since_on

    def covers(self, power: Power, day: date) -> bool:
        """
        Whether it gives a power on a day.
        """
        return self.power is power and _runs(self, day)


@dataclass(frozen=True)
class Delegation:
    """
    What a body lets another do in its name (委托执法).

    Args:
        delegate: The organisation.
        powers: Which powers; never coercion.
        matters: What it may be used for.
        since_on: First day.
        until_on: Last day, inclusive.
    """

    delegate: UUID
    powers: tuple[Power, ...]
    matters: tuple[str, ...]
    since_on: date
    until_on: date

    def covers(self, power: Power, day: date) -> bool:
        """
        Whether it lends a power on a day.
        """
        return power in self.powers and _runs(self, day)


def _runs(term: Mandate | Delegation, day: date) -> bool:
    ended = term.until_on is not None and term.until_on < day
    return term.since_on <= day and not ended


class DutyListPublished(FirstFact):
    """
    The duty list of a body was published (权责清单公布).
    """

    TOPIC: ClassVar[str] = "duty-list.duty-list-published.v1"
    ZH: ClassVar[str] = "权责清单公布"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    body: BodyRef

    def claims(self) -> Iterable[str]:
        """
        One list per body.
        """
        return (f"duty_list/{self.body}",)

    def tags(self) -> Iterable[str]:
        """
        Every act that uses a power reads the body's tag (INV-44).
        """
        return (f"body/{self.body}/mandate",)

    def apply(self, aggregate: "DutyList") -> None:
        """
        Keep whose it is.
        """
        aggregate.holder = self.body


class EnforcementMandateAssigned(Fact):
    """
    A body was given a power (执法权限确定).
    """

    TOPIC: ClassVar[str] = "duty-list.enforcement-mandate-assigned.v1"
    ZH: ClassVar[str] = "执法权限确定"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    body: BodyRef
    level: Level
    power: Power
    since_on: date
    sector: Sector | None = None
    until_on: date | None = None

    def tags(self) -> Iterable[str]:
        """
        Every act that uses a power reads the body's tag (INV-44).
        """
        return (f"body/{self.body}/mandate",)

    def apply(self, aggregate: "DutyList") -> None:
        """
        Add the mandate, in place of one of the same sector, power and first day.
        """
        mandate = Mandate(
            self.sector, self.level, self.power, self.since_on, self.until_on
        )
        kept = tuple(m for m in aggregate.mandates if m.key != mandate.key)
        aggregate.mandates = (*kept, mandate)


@dataclass(frozen=True)
class ListedPower:
    """
    A power that a duty list names (权责事项).

    Args:
        power: The power.
        sector: For whose work safety; none for every sector.
        until_on: Last day, inclusive; none while it stands.
    """

    power: Power
    sector: Sector | None = None
    until_on: date | None = None


class DutyListSuperseded(Fact):
    """
    The duty list of a body was published anew, in place of another (权责清单替代).
    """

    TOPIC: ClassVar[str] = "duty-list.duty-list-superseded.v1"
    ZH: ClassVar[str] = "权责清单替代"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    body: BodyRef
    level: Level
    since_on: date
    listed_powers: tuple[ListedPower, ...]
    source: str

    def tags(self) -> Iterable[str]:
        """
        Every act that uses a power reads the body's tag (INV-44).
        """
        return (f"body/{self.body}/mandate",)

    def apply(self, aggregate: "DutyList") -> None:
        """
        End what the list before gave, and add what this one gives.
        """
        last = self.since_on - timedelta(days=1)
        ended = tuple(
            replace(each, until_on=min(each.until_on or last, last))
            for each in aggregate.mandates
            if each.since_on <= last
        )
        begun = tuple(
            Mandate(each.sector, self.level, each.power, self.since_on, each.until_on)
            for each in self.listed_powers
        )
        aggregate.mandates = (*ended, *begun)


class EnforcementDelegated(Fact):
    """
    A body let another enforce in its name (委托执法).
    """

    TOPIC: ClassVar[str] = "duty-list.enforcement-delegated.v1"
    ZH: ClassVar[str] = "委托执法"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    delegate: BodyRef
    powers: tuple[Power, ...]
    matters: tuple[str, ...]
    since_on: date
    until_on: date

    def tags(self) -> Iterable[str]:
        """
        The delegate's acts read its tag (INV-44).
        """
        return (f"body/{self.delegate}/mandate",)

    def apply(self, aggregate: "DutyList") -> None:
        """
        Add the delegation.
        """
        delegation = Delegation(
            self.delegate, self.powers, self.matters, self.since_on, self.until_on
        )
        aggregate.delegations = (*aggregate.delegations, delegation)


class DelegationRevoked(Fact):
    """
    A delegation was revoked (撤销委托); its last day was the one before.
    """

    TOPIC: ClassVar[str] = "duty-list.delegation-revoked.v1"
    ZH: ClassVar[str] = "撤销委托"
    AUDIENCE: ClassVar[Audience] = Audience.PUBLIC

    delegate: BodyRef
    until_on: date
    reason: str

    def tags(self) -> Iterable[str]:
        """
        The delegate's acts read its tag (INV-44).
        """
        return (f"body/{self.delegate}/mandate",)

    def apply(self, aggregate: "DutyList") -> None:
        """
        End what runs beyond that day.
        """
        aggregate.delegations = tuple(
            replace(each, until_on=min(each.until_on, self.until_on))
            if each.delegate == self.delegate
            else each
            for each in aggregate.delegations
        )


class DutyList(File):
    """
    What a body may do, and on whose behalf others may (权责清单).
    """

    TOPIC: ClassVar[str] = "duty-list"
    ZH: ClassVar[str] = "权责清单"
    EN: ClassVar[str] = "duty list"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.holder: UUID | None = None
        self.mandates: tuple[Mandate, ...] = ()
        self.delegations: tuple[Delegation, ...] = ()

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        The body sees its own list, whoever opened it.
        """
        return (self.holder,) if self.holder else ()

    def sectors_of(
        self, body: UUID, power: Power, day: date
    ) -> frozenset[Sector | None]:
        """
        Name the sectors for which a body may use a power on a day by this list.

        Another body may where the power was lent to it, as far as it is still the
        lender's own.

        Returns:
            None among them stands for every sector; nothing at all for no power.
        """
        lent = any(
            each.delegate == body and each.covers(power, day)
            for each in self.delegations
        )
        if body != self.holder and not lent:
            return frozenset()
        return frozenset(m.sector for m in self.mandates if m.covers(power, day))

    def delegates_to(self, delegate: UUID, day: date) -> bool:
        """
        Whether any delegation to an organisation runs on a day.
        """
        return any(
            each.delegate == delegate and _runs(each, day) for each in self.delegations
        )
