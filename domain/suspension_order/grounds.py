"""
Grounds that acts on suspensions share (停产停业的共同理由).
"""

from collections.abc import Iterable

from domain.refusals import OutOfOrder, Refused
from domain.suspension_order.choices import ACTIVE, Stage
from domain.suspension_order.file import SuspensionOrder


def not_at(order: SuspensionOrder, *stages: Stage, under: str) -> Iterable[Refused]:
    """
    It is at none of these stages.
    """
    if order.stage not in stages:
        yield OutOfOrder(
            "suspension_stage", under=under, stage=order.stage, needed=stages
        )


def not_active(order: SuspensionOrder, *, under: str) -> Iterable[Refused]:
    """
    Production may go on, or may always have gone on.
    """
    yield from not_at(order, *(s for s in Stage if s in ACTIVE), under=under)
