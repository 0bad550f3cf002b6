"""
The hazard's file (隐患卷).

Stages: identified 发现 → graded 定级 → ordered 责令整改 → (major: listed 挂牌督办) →
reported 报整改 → accepted 验收 → verified 核查 → delisted 销号 → (listed: released).
An ordinary one may end removed on the spot 当场消除.
A rejection, or a verification that fails, leads back to ordered; the last day stays.
Overdue 逾期 is a mark, not a stage.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import File
from domain.hazard.choices import ENDED, RECTIFYING, HazardLevel, Lister, Stage
from domain.hazard.choices import TreatmentRecipient as Recipient
from domain.limits import Limit


@dataclass(frozen=True)
class Listing:
    """
    Under whose supervision a hazard is, and until when (挂牌督办).

    Args:
        body: The body that listed it.
        listed_by: In what capacity.
        supervise_until: The last day, inclusive.
    """

    body: UUID | None
    listed_by: Lister
    supervise_until: date


@dataclass(frozen=True)
class Application:
    """
    An application for more time that awaits its answer (延期申请).

    Args:
        applied_on: The day on which the enterprise asked.
        apply_until: The last day on which it could.
    """

    applied_on: date
    apply_until: date


@dataclass(frozen=True)
class Reassignment:
    """
    Who re-inspects in place of those who inspected (复查改派).

    Args:
        body: Their body.
        officers: They, two or more.
    """

    body: UUID | None
    officers: tuple[UUID, ...]


class Hazard(File):
    """
    Something at an enterprise that may lead to an accident (事故隐患).
    """

    TOPIC: ClassVar[str] = "hazard"
    ZH: ClassVar[str] = "隐患"
    EN: ClassVar[str] = "hazard"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.IDENTIFIED
        self.level: HazardLevel | None = None
        self.enterprise: UUID | None = None
        self.inspection: UUID | None = None
        self.item_nos: tuple[int, ...] = ()
        self.finders: tuple[UUID, ...] = ()
        self.rectify_until: date | None = None
        self.reinspect_limit: Limit | None = None
        self.recheck_limit: Limit | None = None
        self.application: Application | None = None
        self.extensions = 0
        self.listing: Listing | None = None
        self.three_lists = False
        self.recipients: frozenset[Recipient] = frozenset()
        self.reassigned: Reassignment | None = None
        self.assigned_to: UUID | None = None
        self.plan_filed = False
        self.reinspect_on: date | None = None
        self.overdue = False
        self.list_limit: Limit | None = None
        self.escalate_limit: Limit | None = None
        self.acceptors: frozenset[UUID] = frozenset()

    @property
    def is_open(self) -> bool:
        """
        Whether it was neither removed on the spot nor struck off (INV-14).
        """
        return self.stage not in ENDED

    @property
    def is_major(self) -> bool:
        """
        Whether it is graded as a major one (重大事故隐患).
        """
        return self.level is HazardLevel.MAJOR

    @property
    def open_major_hazard(self) -> bool:
        """
        Whether it stands in the way of fewer inspections of the enterprise (INV-22).
        """
        return self.is_open and self.is_major

    @property
    def team(self) -> tuple[UUID, ...]:
        """
        Those who found it, or who were charged with re-inspecting it in their place.
        """
        return self.reassigned.officers if self.reassigned else self.finders

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        Bodies that it was handed to: for re-inspection, for treatment, as its lister.
        """
        lister = self.listing.body if self.listing else None
        reassigned = self.reassigned.body if self.reassigned else None
        found = (lister, reassigned, self.assigned_to)
        return tuple(dict.fromkeys(body for body in found if body))

    @property
    def escalation_tags(self) -> tuple[str, ...]:
        """
        Tags under which measures, cases, letters and talks say that they follow it
        (INV-16).
        """
        return (f"hazard/{self.id}/measure", f"hazard/{self.id}/escalation")

    @property
    def is_rectifying(self) -> bool:
        """
        Whether an order runs and nothing was reported on it.
        """
        return self.stage in RECTIFYING

    @property
    def reinspect_until(self) -> date | None:
        """
        The last day for the re-inspection: from the order's end or from the report,
        whichever comes first.
        """
        limits = (self.reinspect_limit, self.recheck_limit)
        days = [limit.ends_on for limit in limits if limit is not None]
        return min(days, default=None)
