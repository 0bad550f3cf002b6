"""
An act that no shipped module knows of: a drill held in an enterprise.

It opens one file, writes a second, reads a third, takes a list of records with
photographs, a reference and an optional day, and is forbidden while a drill runs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.acts import Reach, act
from domain.base import Fact, File, FirstFact, Role
from domain.circumstances import Circumstances
from domain.enterprise.file import Enterprise
from domain.officer.file import Officer
from domain.references import EnterpriseRef, OfficerRef
from domain.refusals import OutOfOrder, Refused
from domain.values import Upload


@dataclass(frozen=True)
class Station:
    """
    One station of a drill.
    """

    place: str
    evidence: tuple[Upload, ...] = ()


class DrillHeld(FirstFact):
    """
    A drill was held (举行演练).
    """

    TOPIC: ClassVar[str] = "drill.drill-held.v1"
    ZH: ClassVar[str] = "举行演练"

    enterprise: EnterpriseRef
    officer: OfficerRef
    items: tuple[Station, ...]
    until_on: date | None = None

    def tags(self) -> Iterable[str]:
        """
        One at a time is held in an enterprise.
        """
        return (f"enterprise/{self.enterprise}/drill",)

    def apply(self, aggregate: "Drill") -> None:
        """
        Keep its stations.
        """
        aggregate.items = self.items


class DrillNoted(Fact):
    """
    A drill was noted in the file of the enterprise (登记演练).
    """

    TOPIC: ClassVar[str] = "enterprise.drill-noted.v1"
    ZH: ClassVar[str] = "登记演练"

    login: str

    def apply(self, aggregate: Enterprise) -> None:
        """
        Change nothing of the enterprise.
        """


class Drill(File):
    """
    A drill (演练).
    """

    TOPIC: ClassVar[str] = "drill"
    ZH: ClassVar[str] = "演练"
    EN: ClassVar[str] = "drill"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.items: tuple[Station, ...] = ()


@act(
    "举行演练",
    "Hold a drill",
    by=Role.OFFICER,
    under="安全生产法81",
    reach=Reach.BELOW,
)
def hold_drill(
    enterprise: Enterprise,
    at: Circumstances,
    *,
    officer: OfficerRef,
    items: tuple[Station, ...],
    until_on: date | None = None,
) -> None:
    """
    Hold a drill.

    Source:
        安全生产法 81.
    """
    trainer = at.read(Officer, officer)
    Drill.start(
        DrillHeld,
        at,
        because=enterprise,
        enterprise=enterprise.id,
        officer=officer,
        items=items,
        until_on=until_on,
    )
    enterprise.record(DrillNoted, at, login=trainer.login)


@hold_drill.unless
def drill_runs(enterprise: Enterprise, at: Circumstances) -> Iterator[Refused]:
    """
    One drill at a time.
    """
    if at.tagged(f"enterprise/{enterprise.id}/drill"):
        yield OutOfOrder("drill_runs", under="安全生产法81")
