"""
Grounds that several acts of a hazard share.
"""

from collections.abc import Iterable

from domain.hazard.choices import ENDED, Stage
from domain.hazard.file import Hazard
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused


def not_at(hazard: Hazard, *stages: Stage, under: str) -> Iterable[Refused]:
    """
    It is at none of these stages.
    """
    if hazard.stage not in stages:
        yield OutOfOrder("hazard_stage", under=under, stage=hazard.stage, needed=stages)


def ended(hazard: Hazard, *, under: str) -> Iterable[Refused]:
    """
    It has ended.
    """
    if hazard.stage in ENDED:
        yield OutOfOrder("hazard_ended", under=under, stage=hazard.stage)


def not_major(hazard: Hazard, *, under: str) -> Iterable[Refused]:
    """
    It is not graded as a major one.
    """
    if not hazard.is_major:
        yield BeyondTheLaw("not_major", under=under)
