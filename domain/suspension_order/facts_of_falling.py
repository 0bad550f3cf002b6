"""
A suspension that stands no more.
"""

from typing import ClassVar

from domain.falling import SetAside
from domain.references import FileRef
from domain.suspension_order.choices import Stage
from domain.suspension_order.file import SuspensionOrder


class SuspensionSetAside(SetAside):
    """
    A suspension was revoked, or found void or unlawful (停产停业失效).

    Production may go on, without an application.
    """

    TOPIC: ClassVar[str] = "suspension-order.suspension-set-aside.v1"
    ZH: ClassVar[str] = "停产停业失效"

    to_examine: tuple[FileRef, ...] = ()

    def apply(self, aggregate: "SuspensionOrder") -> None:
        """
        End it.
        """
        aggregate.stage = Stage.SET_ASIDE
