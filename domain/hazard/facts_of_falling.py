"""
An order to rectify that stands no more.
"""

from collections.abc import Iterable
from typing import ClassVar

from domain.falling import SetAside
from domain.hazard.choices import Stage
from domain.hazard.file import Hazard
from domain.references import EnterpriseRef, FileRef


class RectificationOrderSetAside(SetAside):
    """
    An order to rectify was revoked, or found void or unlawful (责令整改失效).

    The danger remains: the hazard is graded as it was, and can be ordered anew.
    """

    TOPIC: ClassVar[str] = "hazard.rectification-order-set-aside.v1"
    ZH: ClassVar[str] = "责令整改失效"

    enterprise: EnterpriseRef
    to_examine: tuple[FileRef, ...] = ()

    def tags(self) -> Iterable[str]:
        """
        Read when the enterprise's frequency is lowered.
        """
        return (f"enterprise/{self.enterprise}/hazard",)

    def apply(self, aggregate: "Hazard") -> None:
        """
        Take back what the order set; what ended stays ended.
        """
        if aggregate.is_open:
            aggregate.stage = Stage.GRADED
        aggregate.rectify_until = None
        aggregate.reinspect_limit = None
        aggregate.recheck_limit = None
        aggregate.reinspect_on = None
        aggregate.application = None
        aggregate.extensions = 0
        aggregate.overdue = False
        aggregate.escalate_limit = None
