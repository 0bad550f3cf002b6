"""
What can happen to a hazard until its rectification is under way.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from domain.base import Fact, FirstFact
from domain.hazard.choices import HazardLevel, Securing, Source, Stage
from domain.hazard.file import Application, Hazard
from domain.limits import Limit
from domain.references import EnterpriseRef, InspectionRef, OfficerRef
from domain.values import Upload


class HazardIdentified(FirstFact):
    """
    Officers identified a hazard among their findings (隐患发现).
    """

    TOPIC: ClassVar[str] = "hazard.hazard-identified.v1"
    ZH: ClassVar[str] = "隐患发现"

    hazard_source: Source
    inspection: InspectionRef
    item_nos: tuple[int, ...]
    enterprise: EnterpriseRef
    place: str
    description: str
    finders: tuple[OfficerRef, ...]

    def tags(self) -> Iterable[str]:
        """
        Read when the enterprise's frequency is lowered, or the thread is closed.
        """
        yield f"enterprise/{self.enterprise}/hazard"
        yield f"inspection/{self.inspection}/hazard"

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep where it comes from and who found it.
        """
        aggregate.enterprise = self.enterprise
        aggregate.inspection = self.inspection
        aggregate.item_nos = self.item_nos
        aggregate.finders = self.finders


class HazardSelfReported(FirstFact):
    """
    An enterprise reported a hazard of its own (企业自报).
    """

    TOPIC: ClassVar[str] = "hazard.hazard-self-reported.v1"
    ZH: ClassVar[str] = "企业自报"

    hazard_source: Source
    enterprise: EnterpriseRef
    place: str
    description: str
    paper: Upload | None = None

    def tags(self) -> Iterable[str]:
        """
        Read when the enterprise's frequency is lowered.
        """
        return (f"enterprise/{self.enterprise}/hazard",)

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep whose it is.
        """
        aggregate.enterprise = self.enterprise


class HazardGraded(Fact):
    """
    A hazard was graded, or graded anew (隐患定级).
    """

    TOPIC: ClassVar[str] = "hazard.hazard-graded.v1"
    ZH: ClassVar[str] = "隐患定级"

    enterprise: EnterpriseRef
    hazard_level: HazardLevel
    standard: str
    clause: str
    reason: str = ""
    evidence: tuple[Upload, ...] = ()
    approver: OfficerRef | None = None
    list_limit: Limit | None = None

    def tags(self) -> Iterable[str]:
        """
        Read when the enterprise's frequency is lowered.
        """
        return (f"enterprise/{self.enterprise}/hazard",)

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep the level; a later grading leaves the stage as it is.
        """
        aggregate.level = self.hazard_level
        if self.hazard_level is HazardLevel.ORDINARY:
            aggregate.list_limit = None
        elif self.list_limit is not None:
            aggregate.list_limit = self.list_limit
        if aggregate.stage is Stage.IDENTIFIED:
            aggregate.stage = Stage.GRADED


class HazardRemovedOnSpot(Fact):
    """
    A hazard was removed while the officers were there (当场消除).
    """

    TOPIC: ClassVar[str] = "hazard.hazard-removed-on-spot.v1"
    ZH: ClassVar[str] = "当场消除"

    enterprise: EnterpriseRef
    done: str
    evidence: tuple[Upload, ...]

    def tags(self) -> Iterable[str]:
        """
        Read when the enterprise's frequency is lowered.
        """
        return (f"enterprise/{self.enterprise}/hazard",)

    def apply(self, aggregate: "Hazard") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.REMOVED


class RectificationOrdered(Fact):
    """
    The enterprise was ordered to rectify by a day (责令限期整改).
    """

    TOPIC: ClassVar[str] = "hazard.rectification-ordered.v1"
    ZH: ClassVar[str] = "责令限期整改"

    item_nos: tuple[int, ...]
    measures: str
    rectify_until: date
    danger: bool
    secured_by: Securing | None = None
    review_body: str = ""
    court: str = ""
    reinspect_limit: Limit | None = None

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep the last day.
        """
        aggregate.stage = Stage.ORDERED
        aggregate.rectify_until = self.rectify_until
        aggregate.reinspect_limit = self.reinspect_limit


class RectificationExtensionApplied(Fact):
    """
    The enterprise asked for more time (申请延期).
    """

    TOPIC: ClassVar[str] = "hazard.rectification-extension-applied.v1"
    ZH: ClassVar[str] = "申请延期"

    reason: str
    asked_until: date
    apply_until: date
    paper: Upload | None = None
    answer_limit: Limit | None = None

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep that it awaits an answer.
        """
        aggregate.application = Application(self.deed.on, self.apply_until)


class RectificationDeadlineExtended(Fact):
    """
    More time was granted (准予延期).
    """

    TOPIC: ClassVar[str] = "hazard.rectification-deadline-extended.v1"
    ZH: ClassVar[str] = "准予延期"

    reason: str
    rectify_until: date
    nth_extension: int
    reinspect_limit: Limit | None = None

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep the new last day.
        """
        aggregate.application = None
        aggregate.rectify_until = self.rectify_until
        aggregate.extensions = self.nth_extension
        aggregate.reinspect_limit = self.reinspect_limit


class RectificationExtensionRefused(Fact):
    """
    More time was not granted (不予延期).
    """

    TOPIC: ClassVar[str] = "hazard.rectification-extension-refused.v1"
    ZH: ClassVar[str] = "不予延期"

    reason: str

    def apply(self, aggregate: "Hazard") -> None:
        """
        Keep that it was answered; the last day stays.
        """
        aggregate.application = None
