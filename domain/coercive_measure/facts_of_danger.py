"""
Orders against an immediate danger: people withdrawn, work stopped at once.
"""

from collections.abc import Iterable
from typing import ClassVar

from domain.base import Fact, FirstFact
from domain.coercive_measure.choices import MeasureMatter, Stage
from domain.coercive_measure.facts import measure_tags
from domain.coercive_measure.file import CoerciveMeasure
from domain.references import (
    CaseRef,
    EnterpriseRef,
    HazardRef,
    InspectionRef,
    OfficerRef,
)
from domain.values import Personal, Upload


class _Ordered(FirstFact):
    """
    An order that takes effect when it is spoken (当场责令).
    """

    enterprise: EnterpriseRef
    hazards: tuple[HazardRef, ...]
    imposers: tuple[OfficerRef, ...]
    place: str
    reason: str
    orally: bool
    case: CaseRef | None = None
    inspection: InspectionRef | None = None

    def tags(self) -> Iterable[str]:
        """
        Found by the hazards and the case that it rests on.
        """
        yield from measure_tags(self.hazards, self.case)

    def keep(self, aggregate: "CoerciveMeasure") -> None:
        """
        It holds until it is lifted.
        """
        aggregate.stage = Stage.ORDERED
        aggregate.imposers = self.imposers
        aggregate.rest_on(
            enterprise=self.enterprise,
            hazards=self.hazards,
            case=self.case,
            inspection=self.inspection,
        )


class EvacuationOrdered(_Ordered):
    """
    People were ordered out of a danger area (责令撤人).
    """

    TOPIC: ClassVar[str] = "coercive-measure.evacuation-ordered.v1"
    ZH: ClassVar[str] = "责令撤人"

    people_count: int = 0

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        Keep it.
        """
        self.keep(aggregate)
        aggregate.matter = MeasureMatter.EVACUATION


class EmergencyStopOrdered(_Ordered):
    """
    Work was ordered to stop at once (紧急停产).
    """

    TOPIC: ClassVar[str] = "coercive-measure.emergency-stop-ordered.v1"
    ZH: ClassVar[str] = "紧急停产"

    warning: str = ""

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        Keep it.
        """
        self.keep(aggregate)
        aggregate.matter = MeasureMatter.EMERGENCY_STOP


class EvacuationConfirmed(Fact):
    """
    It was confirmed that people are out of the danger area (撤人确认).
    """

    TOPIC: ClassVar[str] = "coercive-measure.evacuation-confirmed.v1"
    ZH: ClassVar[str] = "撤人确认"

    people_count: int
    confirmed_by: Personal
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "CoerciveMeasure") -> None:
        """
        Keep it.
        """
        aggregate.stage = Stage.CONFIRMED
