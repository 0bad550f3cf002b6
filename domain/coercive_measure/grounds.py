"""
Grounds that acts on measures share (强制措施的共同理由).
"""

from collections.abc import Iterable

from domain.circumstances import Circumstances
from domain.coercive_measure.choices import ACTIVE, OF_THINGS, Stage
from domain.coercive_measure.file import CoerciveMeasure
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused


def not_at(measure: CoerciveMeasure, *stages: Stage, under: str) -> Iterable[Refused]:
    """
    It is at none of these stages.
    """
    if measure.stage not in stages:
        yield OutOfOrder(
            "coercion_stage", under=under, stage=measure.stage, needed=stages
        )


def not_active(measure: CoerciveMeasure, *, under: str) -> Iterable[Refused]:
    """
    It does not weigh on the enterprise now.
    """
    yield from not_at(measure, *(s for s in Stage if s in ACTIVE), under=under)


def no_term_runs(
    measure: CoerciveMeasure, at: Circumstances, *, under: str
) -> Iterable[Refused]:
    """
    It is no sealing or seizure in force, or its term is over.
    """
    if measure.measure_kind not in OF_THINGS:
        yield BeyondTheLaw("no_term", under=under)
        return
    yield from not_at(measure, Stage.IMPOSED, under=under)
    if measure.term is not None and at.on > measure.term.ends_on:
        yield OutOfTime("measure_term_over", under=under, until_on=measure.term.ends_on)
