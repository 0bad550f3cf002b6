"""
What can happen to a measure until it is imposed: approval, notice, imposition, report.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, FirstFact
from domain.coercive_measure.choices import (
    MeasureKind,
    MeasureMatter,
    Stage,
    Supply,
)
from domain.coercive_measure.file import CoerciveMeasure
from domain.limits import Limit
from domain.references import (
    CaseRef,
    EnterpriseRef,
    HazardRef,
    InspectionRef,
    OfficerRef,
    SuspensionRef,
)
from domain.values import Personal, Upload


def measure_tags(hazards: tuple[UUID, ...], case: UUID | None) -> Iterable[str]:
    """
    Name the tags by which a measure is found from what it rests on.
    """
    for hazard in hazards:
        yield f"hazard/{hazard}/measure"
    if case is not None:
        yield f"case/{case}/measure"


@dataclass(frozen=True)
class SecuredThing:
    """
    A thing, a place or equipment that is sealed or seized (清单项目).

    Args:
        thing_no: Its place in the inventory, from 1.
        thing_name: What it is, with model and number.
        quantity: How many, with the unit.
        condition: In what state.
    """

    thing_no: int
    thing_name: str
    quantity: str
    condition: str = ""


@dataclass(frozen=True)
class SupplyGround:
    """
    Why a supply may be cut (停供条件, 安全生产法70).

    Args:
        stop_order: The order to stop that is defied.
        danger: What shows that an accident is really to be feared.
        safety_ensured: How safety is ensured while the supply is cut.
    """

    stop_order: SuspensionRef
    real_danger: str
    safety_ensured: str


class MeasureApproved(FirstFact):
    """
    A head approved a measure, before it or made up after an urgent one (强制措施批准).
    """

    TOPIC: ClassVar[str] = "coercive-measure.measure-approved.v1"
    ZH: ClassVar[str] = "强制措施批准"

    measure_kind: MeasureKind
    enterprise: EnterpriseRef
    hazards: tuple[HazardRef, ...]
    reason: str
    made_up: bool
    term_days: int = 0
    lifting_condition: str = ""
    case: CaseRef | None = None
    inspection: InspectionRef | None = None
    supply_ground: SupplyGround | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by the case; a hazard is answered by what was done, not by an approval.
        """
        yield from measure_tags((), self.case)

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        Keep what was approved.
        """
        aggregate.is_approved = True
        if self.made_up:
            return
        aggregate.measure_kind = self.measure_kind
        aggregate.matter = MeasureMatter[self.measure_kind.name]
        aggregate.term_days = self.term_days
        aggregate.rest_on(
            enterprise=self.enterprise,
            hazards=self.hazards,
            case=self.case,
            inspection=self.inspection,
        )


class SupplyCutNotified(Fact):
    """
    The enterprise or the supplier was told that a supply is cut (停供通知).
    """

    TOPIC: ClassVar[str] = "coercive-measure.supply-cut-notified.v1"
    ZH: ClassVar[str] = "停供通知"

    told_party: Supply
    recipient: Personal
    notice_paper: Upload
    supplier_name: str = ""
    notice_limit: Limit | None = None

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        Keep since when they know.
        """
        aggregate.told[self.told_party] = self.deed.occurred_at
        if self.told_party is Supply.ENTERPRISE:
            aggregate.told_limit = self.notice_limit


class CoerciveMeasureImposed(FirstFact):
    """
    A measure was imposed (实施强制措施).
    """

    TOPIC: ClassVar[str] = "coercive-measure.coercive-measure-imposed.v1"
    ZH: ClassVar[str] = "实施强制措施"

    measure_kind: MeasureKind
    enterprise: EnterpriseRef
    hazards: tuple[HazardRef, ...]
    imposers: tuple[OfficerRef, ...]
    reason: str
    place: str
    urgent: bool
    rights_told: bool
    party_present: bool
    things: tuple[SecuredThing, ...] = ()
    custodian: str = ""
    statement: str = ""
    until_on: date | None = None
    lifting_condition: str = ""
    case: CaseRef | None = None
    inspection: InspectionRef | None = None
    witness: Personal | None = None
    record: Upload | None = None
    term_limit: Limit | None = None
    decide_limit: Limit | None = None
    approve_limit: Limit | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by the hazards and the case that it rests on.
        """
        yield from measure_tags(self.hazards, self.case)

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        It runs from now on.
        """
        aggregate.stage = Stage.IMPOSED
        aggregate.measure_kind = self.measure_kind
        aggregate.matter = MeasureMatter[self.measure_kind.name]
        aggregate.is_urgent = self.urgent
        aggregate.imposers = self.imposers
        aggregate.things = frozenset(each.thing_no for each in self.things)
        aggregate.term = self.term_limit
        aggregate.term_set_by = self.id
        aggregate.decide_limit = self.decide_limit
        aggregate.approve_limit = self.approve_limit
        aggregate.rest_on(
            enterprise=self.enterprise,
            hazards=self.hazards,
            case=self.case,
            inspection=self.inspection,
        )


class UrgentMeasureReported(Fact):
    """
    An urgent measure was reported to a head (紧急措施报告).
    """

    TOPIC: ClassVar[str] = "coercive-measure.urgent-measure-reported.v1"
    ZH: ClassVar[str] = "紧急措施报告"

    reported_to_head: OfficerRef
    in_time: bool

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        Keep that a head knows.
        """
        aggregate.is_reported = True
