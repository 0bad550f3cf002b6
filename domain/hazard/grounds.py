"""
Grounds that several acts of a hazard share.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

from domain.base import File
from domain.circumstances import Circumstances
from domain.hazard.choices import ENDED, Stage
from domain.hazard.file import Hazard
from domain.law.statutes import SAFETY_LAW
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


def rested_on(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    A measure or a suspension that rests on it alone is not over (INV-32).
    """
    active = tuple(_active_measures(hazard, at))
    if active:
        yield OutOfOrder(
            "measure_active", under=SAFETY_LAW.article(65), measures=active
        )


def _active_measures(hazard: Hazard, at: Circumstances) -> Iterator[UUID]:
    """
    List measures and suspensions that rest on the hazard alone, and do not say that
    they have ended.
    """
    for each in at.tagged(f"hazard/{hazard.id}/measure"):
        measure = at.read(File, each)
        if getattr(measure, "is_active", True) and _rests_alone(measure, hazard, at):
            yield each


def _rests_alone(measure: File, hazard: Hazard, at: Circumstances) -> bool:
    """
    Whether a measure has no other ground: no case, and no other hazard that is open.
    """
    if getattr(measure, "case", None) is not None:
        return False
    others = (at.read(Hazard, h) for h in getattr(measure, "hazards", ()))
    return not any(each.is_open for each in others if each.id != hazard.id)
