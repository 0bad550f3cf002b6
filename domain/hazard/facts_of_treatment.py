"""
What can happen to a hazard while it is treated: plan, listing, reports, overdue.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.hazard.choices import Lister, Stage, TreatmentRecipient
from domain.hazard.file import Hazard, Listing
from domain.limits import Limit
from domain.references import BodyRef
from domain.values import Upload


@dataclass(frozen=True)
class PlanItem:
    """
    An item of a plan beyond the six of the national rules (方案增加事项).

    Args:
        plan_item: Its code, as the rule pack of the place names it.
        plan_text: What the plan says under it.
    """

    plan_item: str
    plan_text: str


class RectificationPlanFiled(Fact):
    """
    The enterprise filed its plan (整改方案).
    """

    TOPIC: ClassVar[str] = "hazard.rectification-plan-filed.v1"
    ZH: ClassVar[str] = "整改方案"

    aims: str = ""
    methods_and_measures: str = ""
    money_and_goods: str = ""
    body_and_people: str = ""
    time_required: str = ""
    safety_and_emergency: str = ""
    further_items: tuple[PlanItem, ...] = ()
    paper: Upload | None = None

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep that there is one.
        """
        aggregate.plan_filed = True


class HazardListedForSupervision(Fact):
    """
    A major hazard was listed for supervision (挂牌督办).
    """

    TOPIC: ClassVar[str] = "hazard.hazard-listed-for-supervision.v1"
    ZH: ClassVar[str] = "挂牌督办"
    HANDS_ORIGIN: ClassVar[bool] = True

    listing_number: str
    requirements: str
    responsible_body: BodyRef
    supervise_until: date
    listed_by: Lister
    displayed_where: str = ""

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The body that listed it reads the hazard and the visit.
        """
        lister = self.deed.actor.body
        return ((self.file, lister),) if lister and lister != self.deed.body else ()

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep by whom, and until when.
        """
        aggregate.stage = Stage.LISTED
        aggregate.listing = Listing(
            self.deed.actor.body, self.listed_by, self.supervise_until
        )


class ThreeListsRecorded(Fact):
    """
    The lists of problems, responsibilities and remedies were recorded (三清单).
    """

    TOPIC: ClassVar[str] = "hazard.three-lists-recorded.v1"
    ZH: ClassVar[str] = "三清单"

    problem_list: tuple[str, ...]
    responsibility_list: tuple[str, ...]
    rectification_list: tuple[str, ...]

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep that they are there.
        """
        aggregate.three_lists = True


class SupervisionProgressRecorded(Fact):
    """
    The lister recorded how the supervised rectification goes (督办进展).
    """

    TOPIC: ClassVar[str] = "hazard.supervision-progress-recorded.v1"
    ZH: ClassVar[str] = "督办进展"

    progress: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Hazard") -> None:
        """
        Nothing depends on it.
        """


class HazardAssigned(Fact):
    """
    A hazard was given to a body to see to (交办).
    """

    TOPIC: ClassVar[str] = "hazard.hazard-assigned.v1"
    ZH: ClassVar[str] = "交办"

    HANDS_ORIGIN: ClassVar[bool] = True

    body: BodyRef
    requirements: str
    until_on: date | None = None

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The body that is to see to it reads the hazard and the visit.
        """
        return ((self.file, self.body),)

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep to whom.
        """
        aggregate.assigned_to = self.body


class MajorHazardTreatmentReported(Fact):
    """
    The enterprise reported the treatment of a major hazard to a recipient (双报告).
    """

    TOPIC: ClassVar[str] = "hazard.major-hazard-treatment-reported.v1"
    ZH: ClassVar[str] = "双报告"

    reported_to: TreatmentRecipient
    paper: Upload | None = None
    progress: str = ""

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep to whom.
        """
        aggregate.recipients = aggregate.recipients | {self.reported_to}


class RectificationReported(Fact):
    """
    The enterprise reported its rectification and asks for re-inspection (整改报告).
    """

    TOPIC: ClassVar[str] = "hazard.rectification-reported.v1"
    ZH: ClassVar[str] = "整改报告"

    done: str
    in_time: bool
    evidence: tuple[Upload, ...] = ()
    recheck_limit: Limit | None = None

    def apply(self, aggregate: "Hazard") -> None:
        """
        Await the re-inspection; a report in time lifts a mark made meanwhile.
        """
        aggregate.stage = Stage.REPORTED
        aggregate.recheck_limit = self.recheck_limit
        if self.in_time:
            aggregate.overdue = False


class RectificationOverdue(Fact):
    """
    The last day passed without a report, or before a rejection (逾期未整改).
    """

    TOPIC: ClassVar[str] = "hazard.rectification-overdue.v1"
    ZH: ClassVar[str] = "逾期未整改"

    rectify_until: date
    days_late: int
    body: BodyRef | None = None
    escalate_limit: Limit | None = None

    def apply(self, aggregate: "Hazard") -> None:
        """
        Mark it; the stage stays.
        """
        aggregate.overdue = True
        aggregate.escalate_limit = self.escalate_limit
