"""
What is shown of a random draw (公开的双随机抽取): before it nothing but the hashes,
after it everything that is needed to draw again.
"""

from collections.abc import Iterable
from typing import Final

from domain.circumstances import Circumstances
from domain.inspection.choices import Stage
from domain.inspection.file import Inspection
from domain.law.statutes import RANDOM_INSPECTION
from domain.procedures.parties_shown import party_shown
from domain.publication.result import (
    PublishedDraw,
    PublishedOverride,
    PublishedVisit,
)
from domain.random_draw.file import (
    DrawOverridden,
    RandomDraw,
    RandomDrawCommitted,
    RandomDrawConducted,
)
from domain.random_draw.file import Stage as DrawStage
from domain.refusals import OutOfOrder, Refused

DRAWING: Final = RANDOM_INSPECTION.zh


def draw_shown(draw: RandomDraw, at: Circumstances, *, reasons: bool) -> PublishedDraw:
    """
    Put together what is shown of a draw.

    Args:
        draw: The draw.
        at: The circumstances; the register is read through them.
        reasons: Whether the reasons of overrides are shown.
    """
    committed = draw.history[0]
    assert isinstance(committed, RandomDrawCommitted)
    conducted = [f for f in draw.history if isinstance(f, RandomDrawConducted)]
    if not conducted:
        return PublishedDraw(
            pool_sha256=committed.pool_sha256,
            seed_commitment=committed.seed_commitment,
            visits_count=committed.visits_count,
            officers_each_count=committed.officers_each_count,
        )
    return PublishedDraw(
        pool_sha256=committed.pool_sha256,
        seed_commitment=committed.seed_commitment,
        visits_count=committed.visits_count,
        officers_each_count=committed.officers_each_count,
        seed=conducted[-1].seed,
        commitment_sha256=conducted[-1].commitment_sha256,
        enterprise_pool=committed.enterprise_pool,
        officer_pool=committed.officer_pool,
        visits=tuple(_visits(draw, at)),
        overrides=tuple(_overrides(draw, reasons=reasons)),
    )


def _visits(draw: RandomDraw, at: Circumstances) -> Iterable[PublishedVisit]:
    for visit in draw.drawn:
        name, uscc, _ = party_shown(at, visit.enterprise, at.on)
        yield PublishedVisit(visit.enterprise, name, uscc, visit.inspectors)


def _overrides(draw: RandomDraw, *, reasons: bool) -> Iterable[PublishedOverride]:
    for fact in draw.history:
        if isinstance(fact, DrawOverridden):
            yield PublishedOverride(
                fact.enterprise,
                fact.replacing_visit.enterprise,
                fact.replacing_visit.inspectors,
                fact.reason if reasons else "",
            )


def visits_ahead(draw: RandomDraw, at: Circumstances) -> Iterable[Refused]:
    """
    A visit that was drawn is still to come: its result told now would announce it.

    Source:
        国办发〔2015〕58号; INV-20: the enterprise hears on arrival.
    """
    if draw.stage is not DrawStage.CONDUCTED:
        return
    visits = [at.read(Inspection, i) for i in at.tagged(f"draw/{draw.id}/inspection")]
    come = {
        visit.enterprise
        for visit in visits
        if visit.notified or visit.stage is Stage.ABANDONED
    }
    ahead = [each.enterprise for each in draw.drawn if each.enterprise not in come]
    if ahead:
        yield OutOfOrder("visits_ahead", under=DRAWING, count=len(ahead))
