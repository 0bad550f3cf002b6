"""
Drawing by lot whom a random inspection visits and who goes there (双随机).

Pools and the hash of the seed are recorded first; the seed is revealed by the draw, and
the result follows from both, so that whoever reads the facts can draw again (INV-19).
"""

import re
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from domain.acts import Power, act, opening
from domain.base import HEADS, File, Role
from domain.circumstances import Circumstances
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first
from domain.inspection.choices import Mode, Stage
from domain.inspection.file import Inspection
from domain.law.statutes import PENALTY_LAW, RANDOM_INSPECTION
from domain.officer.file import Officer
from domain.random_draw.file import (
    DrawOverridden,
    RandomDraw,
    RandomDrawCommitted,
    RandomDrawConducted,
)
from domain.random_draw.file import Stage as DrawStage
from domain.random_draw.lots import (
    DrawnVisit,
    commitment_of,
    drawn_lots,
    pool_hash,
)
from domain.references import EnterpriseRef, OfficerRef, RandomDrawRef
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, Refused

DRAWING: Final = RANDOM_INSPECTION.zh
INSPECTORS_MIN: Final = 2
#: So many enterprises a pool can hold: each is read when it is laid down.
POOL_COUNT_MAX: Final = 2000

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_WHO = (Role.CLERK, *HEADS)


@opening(
    "封存抽取名录和种子",
    "Commit the pools and the seed of a draw",
    by=_WHO,
    under=DRAWING,
    power=Power.INSPECT,
    rules=("INV-19",),
    rows=("INS-04",),
)
def commit_random_draw(
    at: Circumstances,
    *,
    name: str,
    enterprise_pool: tuple[EnterpriseRef, ...],
    officer_pool: tuple[OfficerRef, ...],
    visits_count: int,
    officers_each_count: int,
    seed_commitment: str,
) -> RandomDraw:
    """
    Lay down, before the draw, from which pools and by which hidden seed it is made.

    Args:
        at: Who, when.
        name: What the draw is for.
        enterprise_pool: Enterprises that may be drawn, each once.
        officer_pool: Officers that may be drawn, each once.
        visits_count: How many enterprises are drawn.
        officers_each_count: How many officers are drawn for each, two or more.
        seed_commitment: Hex SHA-256 of the seed, which stays hidden until the draw.

    Raises:
        NotCompetent: If somebody in the pool is no officer of the body.
        OutOfOrder: If another file of an enterprise leads, or the commitment is none.
        BeyondTheLaw: If a pool names somebody twice or is too small or too large, or
            fewer than two officers are drawn for an enterprise.

    Source:
        国办发〔2015〕58号: enterprises and officers are drawn at random.
    """
    for officer in officer_pool:
        first(_no_officer(at, officer))
    if not _SHA256.fullmatch(seed_commitment):
        raise OutOfOrder("no_commitment", under=DRAWING)
    for enterprise in enterprise_pool:
        first(yielding(at.read(Enterprise, enterprise)))
    pools = (enterprise_pool, officer_pool)
    first(_wrong_pools(pools, (visits_count, officers_each_count)))
    return RandomDraw.start(
        RandomDrawCommitted,
        at,
        name=name,
        enterprise_pool=enterprise_pool,
        officer_pool=officer_pool,
        visits_count=visits_count,
        officers_each_count=officers_each_count,
        pool_sha256=pool_hash(*pools),
        seed_commitment=seed_commitment,
    )


def _no_officer(at: Circumstances, officer: UUID) -> Iterable[Refused]:
    found, body = at.read(Officer, officer), at.actor.body
    if body is None or not found.holds(Role.OFFICER, body, at.on):
        under = PENALTY_LAW.article(42)
        yield NotCompetent("no_officer_of_body", under=under, officer=officer)


def _wrong_pools(
    pools: tuple[tuple[UUID, ...], tuple[UUID, ...]], counts: tuple[int, int]
) -> Iterable[Refused]:
    if counts[1] < INSPECTORS_MIN:
        yield BeyondTheLaw("inspectors_too_few", under=PENALTY_LAW.article(42))
    for pool, wanted in zip(pools, counts, strict=True):
        count = len({*pool})
        if count < len(pool) or not 0 < wanted <= count <= POOL_COUNT_MAX:
            yield BeyondTheLaw(
                "no_such_pool",
                under=DRAWING,
                count=len(pool),
                wanted=wanted,
                most=POOL_COUNT_MAX,
            )


@act(
    "随机抽取",
    "Conduct a random draw",
    by=_WHO,
    under=DRAWING,
    power=Power.INSPECT,
    rules=("INV-19",),
    rows=("INS-04",),
)
def conduct_random_draw(draw: RandomDraw, at: Circumstances, *, seed: str) -> None:
    """
    Reveal the seed, and draw by it.

    Args:
        draw: The draw.
        at: Who, when.
        seed: The seed whose hash was laid down.

    Raises:
        OutOfOrder: If it was drawn already, or the seed is not the one committed.

    Source:
        国办发〔2015〕58号.
    """
    if commitment_of(seed) != draw.seed_commitment:
        raise OutOfOrder("seed_differs", under=DRAWING)
    committed = at.digest((draw.history[0].id,))
    drawn = drawn_lots(
        seed,
        committed,
        pools=(draw.enterprise_pool, draw.officer_pool),
        counts=draw.counts,
    )
    draw.record(
        RandomDrawConducted,
        at,
        seed=seed,
        commitment_sha256=committed,
        drawn_visits=drawn,
    )


@conduct_random_draw.unless
def cannot_conduct(draw: RandomDraw, at: Circumstances) -> Iterable[Refused]:
    """
    It was not drawn yet: nobody draws until they like what comes.
    """
    del at
    if draw.stage is not DrawStage.COMMITTED:
        yield OutOfOrder("drawn_already", under=DRAWING)


@act(
    "变更抽取结果",
    "Override a visit that was drawn",
    by=_WHO,
    under=DRAWING,
    power=Power.INSPECT,
    rules=("INV-19",),
    rows=("INS-04",),
)
def override_draw(
    draw: RandomDraw,
    at: Circumstances,
    *,
    enterprise: EnterpriseRef,
    replacing_visit: DrawnVisit,
    reason: str,
    approver: OfficerRef,
) -> None:
    """
    Replace a visit of the result: other officers, or another enterprise of the pool.

    Args:
        draw: The draw.
        at: Who, when.
        enterprise: The enterprise whose visit is replaced.
        replacing_visit: What takes its place, both from the pools.
        reason: Why.
        approver: The head of the body who approved it; not who acts.

    Raises:
        NotCompetent: If who approves is no head of the body, or acts.
        OutOfOrder: If nothing was drawn yet, the enterprise was not drawn, its visit is
            approved already, what takes its place is in no pool or was drawn as well,
            or no reason is given.
        BeyondTheLaw: If fewer than two officers take their place.

    Source:
        国办发〔2015〕58号.
    """
    if draw.visit_to(enterprise) is None:
        raise OutOfOrder("not_drawn", under=DRAWING, enterprise=enterprise)
    first(made_already(at, draw, enterprise))
    first(
        _wrong_replacement(draw, enterprise, replacing_visit),
        blank(reason, "reason_missing", under=DRAWING),
    )
    draw.record(
        DrawOverridden,
        at,
        enterprise=enterprise,
        replacing_visit=replacing_visit,
        reason=reason,
        approver=approver,
    )


@override_draw.unless
def cannot_override(draw: RandomDraw, at: Circumstances) -> Iterable[Refused]:
    """
    There is a result.
    """
    del at
    if draw.stage is not DrawStage.CONDUCTED:
        yield OutOfOrder("nothing_drawn", under=DRAWING)


@override_draw.unless_named
def cannot_approve(
    draw: RandomDraw, at: Circumstances, *, approver: OfficerRef, **_: object
) -> Iterable[Refused]:
    """
    Who approves it is no head of the body, or acts.
    """
    del draw
    found, body = at.read(Officer, approver), at.actor.body
    heads = (body is not None and found.holds(role, body, at.on) for role in HEADS)
    if approver == at.actor.person or not any(heads):
        yield NotCompetent("approver_no_head", under=DRAWING, officer=approver)


def _wrong_replacement(
    draw: RandomDraw, enterprise: EnterpriseRef, new: DrawnVisit
) -> Iterable[Refused]:
    pooled = new.enterprise in draw.enterprise_pool
    if not pooled or not {*draw.officer_pool}.issuperset(new.inspectors):
        yield OutOfOrder("not_in_pool", under=DRAWING)
    if new.enterprise != enterprise and draw.visit_to(new.enterprise) is not None:
        yield OutOfOrder("drawn_as_well", under=DRAWING, enterprise=new.enterprise)
    if len({*new.inspectors}) < INSPECTORS_MIN:
        yield BeyondTheLaw("inspectors_too_few", under=PENALTY_LAW.article(42))


# -- the visits that follow ----------------------------------------------------------


def not_as_drawn(
    at: Circumstances,
    draw: RandomDrawRef | None,
    visit: DrawnVisit,
    *,
    mode: Mode,
) -> Iterable[Refused]:
    """
    A random visit that no draw led to in this way; or a draw that is cited for another.

    Args:
        at: The circumstances; what is read joins the conditions.
        draw: The draw that is cited, if one is.
        visit: The enterprise and the officers of the visit.
        mode: In which way the enterprise is inspected.

    Source:
        国办发〔2015〕58号; INV-19.
    """
    if (draw is None) == (mode is Mode.RANDOM):
        yield OutOfOrder("draw_missing", under=DRAWING, mode=mode)
    if draw is None:
        return
    found = at.read(RandomDraw, draw)
    yield from at.standing.grounds(at.said, found, at)
    drawn = found.visit_to(visit.enterprise)
    if drawn is None:
        yield OutOfOrder("not_drawn", under=DRAWING, enterprise=visit.enterprise)
    elif {*drawn.inspectors} != {*visit.inspectors}:
        yield OutOfOrder("other_officers_drawn", under=DRAWING)
    yield from made_already(at, found, visit.enterprise)


def visits_drawn(draw: File) -> tuple[DrawnVisit, ...]:
    """
    Give the result of a draw as it now stands.
    """
    assert isinstance(draw, RandomDraw)
    return draw.drawn


def made_already(
    at: Circumstances, draw: RandomDraw, enterprise: EnterpriseRef
) -> Iterable[Refused]:
    """
    The visit that was drawn is approved already; one that was given up is none.
    """
    for each in at.tagged(f"draw/{draw.id}/inspection"):
        visit = at.read(Inspection, each)
        if visit.enterprise == enterprise and visit.stage is not Stage.ABANDONED:
            yield OutOfOrder("visit_approved", under=DRAWING, inspection=visit.id)
