"""
How a hazard ends: re-inspection, acceptance, verification, striking off.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.hazard.choices import RecheckCause, Stage
from domain.hazard.file import Hazard, Reassignment
from domain.references import BodyRef, EnterpriseRef, InspectionRef, OfficerRef
from domain.values import Personal, Upload


class ReinspectionScheduled(Fact):
    """
    The day of the re-inspection was set (复查安排).
    """

    TOPIC: ClassVar[str] = "hazard.reinspection-scheduled.v1"
    ZH: ClassVar[str] = "复查安排"

    reinspect_on: date

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep the day.
        """
        aggregate.reinspect_on = self.reinspect_on


class ReinspectionReassigned(Fact):
    """
    A head charged others with the re-inspection (复查改派).
    """

    TOPIC: ClassVar[str] = "hazard.reinspection-reassigned.v1"
    ZH: ClassVar[str] = "复查改派"

    HANDS_ORIGIN: ClassVar[bool] = True

    body: BodyRef
    inspectors: tuple[OfficerRef, ...]
    reason: str

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The body of those who are charged reads the hazard and the visit.
        """
        return ((self.file, self.body),)

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep whom.
        """
        aggregate.reassigned = Reassignment(self.body, self.inspectors)


class ReinspectionRecorded(Fact):
    """
    The hazard was re-inspected (复查记录).
    """

    TOPIC: ClassVar[str] = "hazard.reinspection-recorded.v1"
    ZH: ClassVar[str] = "复查记录"

    recheck_cause: RecheckCause
    rectified: bool
    opinion: str
    inspectors: tuple[OfficerRef, ...]
    inspection: InspectionRef | None = None
    evidence: tuple[Upload, ...] = ()
    signer: Personal | None = None
    signer_post: str = ""

    def tags(self) -> Iterable[str]:
        """
        A visit that re-inspections rest on is not given up any more.
        """
        if self.inspection is not None:
            yield f"inspection/{self.inspection}/reinspection"

    def apply(self, aggregate: "Hazard") -> None:
        """
        What was asked for is done.
        """
        aggregate.recheck_limit = None


class RectificationAccepted(Fact):
    """
    The rectification was accepted (验收合格).
    """

    TOPIC: ClassVar[str] = "hazard.rectification-accepted.v1"
    ZH: ClassVar[str] = "验收合格"

    item_nos: tuple[int, ...]
    acceptors: tuple[OfficerRef, ...]
    opinion_stands: bool = False

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep who accepted; the signed opinion may stand for the verification as well.
        """
        aggregate.stage = Stage.VERIFIED if self.opinion_stands else Stage.ACCEPTED
        aggregate.acceptors = aggregate.acceptors | frozenset(self.acceptors)


class RectificationRejected(Fact):
    """
    The rectification was not accepted; the last day stays (验收不合格).
    """

    TOPIC: ClassVar[str] = "hazard.rectification-rejected.v1"
    ZH: ClassVar[str] = "验收不合格"

    reason: str
    rectify_until: date

    def apply(self, aggregate: "Hazard") -> None:
        """
        Go back to the rectification.
        """
        aggregate.stage = Stage.ORDERED


class HazardVerified(Fact):
    """
    Others than the acceptors verified the rectification (核查通过).
    """

    TOPIC: ClassVar[str] = "hazard.hazard-verified.v1"
    ZH: ClassVar[str] = "核查通过"

    verifiers: tuple[OfficerRef, ...]
    opinion: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep that it was.
        """
        aggregate.stage = Stage.VERIFIED


class HazardVerificationFailed(Fact):
    """
    The verification found the hazard still there (核查不通过).
    """

    TOPIC: ClassVar[str] = "hazard.hazard-verification-failed.v1"
    ZH: ClassVar[str] = "核查不通过"

    verifiers: tuple[OfficerRef, ...]
    reason: str
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "Hazard") -> None:
        """
        Go back to the rectification.
        """
        aggregate.stage = Stage.ORDERED


class HazardDelisted(Fact):
    """
    A hazard was struck off (销号).
    """

    TOPIC: ClassVar[str] = "hazard.hazard-delisted.v1"
    ZH: ClassVar[str] = "销号"

    enterprise: EnterpriseRef
    opinion: str

    def tags(self) -> Iterable[str]:
        """
        Read when the enterprise's frequency is lowered.
        """
        return (f"enterprise/{self.enterprise}/hazard",)

    def apply(self, aggregate: "Hazard") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.DELISTED


class SupervisionReleased(Fact):
    """
    The lister released a hazard from supervision (解除督办).
    """

    TOPIC: ClassVar[str] = "hazard.supervision-released.v1"
    ZH: ClassVar[str] = "解除督办"

    opinion: str

    def apply(self, aggregate: "Hazard") -> None:
        """
        Close the supervision.
        """
        aggregate.stage = Stage.RELEASED
