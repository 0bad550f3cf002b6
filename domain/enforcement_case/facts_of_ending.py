"""
How long a case may take, and how it ends (期限、移送、终止、结案、归档).
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.enforcement_case.choices import ClockGround, Stage, TerminationGround
from domain.enforcement_case.file import EnforcementCase
from domain.limits import Limit
from domain.references import BodyRef, DocumentRef, FileRef
from domain.values import Upload


class CaseTimeExtended(Fact):
    """
    More time was given to decide the case (案件延期).
    """

    TOPIC: ClassVar[str] = "enforcement-case.case-time-extended.v1"
    ZH: ClassVar[str] = "案件延期"

    reason: str
    legal_basis: str
    nth_extension: int
    by_superior: bool
    decide_limit: Limit

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep the new last day.
        """
        aggregate.extensions = self.nth_extension
        aggregate.decide_limit = self.decide_limit


class CaseClockSuspended(Fact):
    """
    The time to decide the case stands still (期限中止); without a provision that allows
    it (待核) that is only recorded, and the time runs on.
    """

    TOPIC: ClassVar[str] = "enforcement-case.case-clock-suspended.v1"
    ZH: ClassVar[str] = "期限中止"

    clock_ground: ClockGround
    legal_basis: str
    unsettled: bool
    reason: str

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep since when.
        """
        aggregate.suspended_on = self.deed.on
        aggregate.stands_still = not self.unsettled


class CaseClockResumed(Fact):
    """
    The time to decide the case runs again (期限恢复).
    """

    TOPIC: ClassVar[str] = "enforcement-case.case-clock-resumed.v1"
    ZH: ClassVar[str] = "期限恢复"

    reason: str
    days_suspended: int
    decide_limit: Limit | None = None

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Keep the last day, later by the days that it stood still.
        """
        aggregate.suspended_on = None
        aggregate.stands_still = False
        aggregate.decide_limit = self.decide_limit


class CaseTransferred(Fact):
    """
    The case was handed to the authority that is competent (移送其他机关).
    """

    TOPIC: ClassVar[str] = "enforcement-case.case-transferred.v1"
    ZH: ClassVar[str] = "移送其他机关"

    receiver: BodyRef
    to_police: bool
    reason: str
    receipt: Upload

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The receiver may read it.
        """
        yield self.originator_id, self.receiver

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        End it here.
        """
        aggregate.stage = Stage.TRANSFERRED
        aggregate.receiver = self.receiver


class CaseTerminated(Fact):
    """
    The case ended without a decision on anybody (案件终止).
    """

    TOPIC: ClassVar[str] = "enforcement-case.case-terminated.v1"
    ZH: ClassVar[str] = "案件终止"

    termination_ground: TerminationGround
    reason: str

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        End it, but for its closing.
        """
        aggregate.stage = Stage.TERMINATED


class CaseClosed(Fact):
    """
    The case was closed (结案).
    """

    TOPIC: ClassVar[str] = "enforcement-case.case-closed.v1"
    ZH: ClassVar[str] = "结案"

    case_result: str
    execution: str
    concluded_files: tuple[FileRef, ...] = ()

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Close it.
        """
        aggregate.stage = Stage.CLOSED


class CaseFileArchived(Fact):
    """
    The papers of the case were archived (归档).
    """

    TOPIC: ClassVar[str] = "enforcement-case.case-file-archived.v1"
    ZH: ClassVar[str] = "归档"

    archive_number: str
    retention_years: int
    pieces_count: int
    pages_count: int
    indexed: tuple[DocumentRef, ...] = ()

    def apply(self, aggregate: "EnforcementCase") -> None:
        """
        Nothing is added any more.
        """
        aggregate.stage = Stage.ARCHIVED
