"""
How often an enterprise is inspected in a year at most (检查频次上限).

The place publishes the caps of a year by class; where it has published none for a
class, the figure of its rule pack holds, and without one none binds.
"""

from collections.abc import Iterable

from domain.acts import Reach, act
from domain.base import HEADS, Role
from domain.circumstances import Circumstances
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first
from domain.jurisdictions import regions_upward
from domain.law.statutes import INSPECTION_OPINION
from domain.procedures.tree import region_of
from domain.refusals import (
    BeyondTheLaw,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
    Refused,
)
from domain.rule_pack.file import (
    ClassCap,
    InspectionCapPublished,
    PublishedCap,
    RulePack,
    cap_tag,
)

CAPS = INSPECTION_OPINION.zh


@act(
    "公布检查频次上限",
    "Publish the caps of inspections",
    by=(*HEADS, Role.CLERK),
    under=CAPS,
    reach=Reach.BELOW,
    rules=("INV-22",),
    rows=("REG-05",),
)
def publish_inspection_cap(
    pack: RulePack,
    at: Circumstances,
    *,
    region: str,
    year: int,
    caps: tuple[ClassCap, ...],
    source: str,
) -> None:
    """
    Publish how often enterprises of each class are inspected in a year at most.

    Caps of the same place and year that were published before are replaced; visits that
    are approved already stand.

    Args:
        pack: A rule pack that the place has adopted.
        at: Who, when.
        region: The place, six digits of GB/T 2260: one's own or one within it.
        year: The year, this one or a later one.
        caps: By class, each once and at least one; no class for all others.
        source: The document by which they were published.

    Raises:
        NotCompetent: If the place does not lie in one's own.
        OutOfOrder: If the place has not adopted the pack, it is retired, or no document
            is named.
        OutOfTime: If the year is over.
        BeyondTheLaw: If no class is named, one is named twice, is not on the scale of
            the place, or a cap is below nothing.

    Source:
        国办发〔2024〕54号: caps of the year by kind of enterprise, published.
    """
    if region not in pack.regions:
        raise OutOfOrder("pack_not_adopted", under=CAPS, pack=pack.label)
    first(blank(source, "source_missing", under=CAPS))
    if year < at.on.year:
        raise OutOfTime("year_over", under=CAPS, year=year)
    first(_wrong_caps(at, caps))
    pack.record(
        InspectionCapPublished, at, region=region, year=year, caps=caps, source=source
    )


@publish_inspection_cap.unless_named
def not_own_place(
    pack: RulePack, at: Circumstances, *, region: str, **_: object
) -> Iterable[Refused]:
    """
    The place does not lie in one's own.
    """
    del pack
    if region_of(at, at.actor.body) not in regions_upward(region):
        yield NotCompetent("outside_jurisdiction", under=CAPS, body=at.actor.body)


@publish_inspection_cap.unless
def cannot_publish(pack: RulePack, at: Circumstances) -> Iterable[Refused]:
    """
    The pack is in use.
    """
    if pack.is_retired_on(at.on):
        yield OutOfOrder("pack_retired", under=CAPS, pack=pack.label)


def _wrong_caps(at: Circumstances, caps: tuple[ClassCap, ...]) -> Iterable[Refused]:
    named = [each.grade for each in caps]
    if not caps or len(set(named)) < len(named):
        yield BeyondTheLaw("caps_incomplete", under=CAPS)
    scale = at.rules.words("enterprise.grades")
    for grade in named:
        if grade and grade not in scale:
            yield BeyondTheLaw(
                "no_such_grade", under=CAPS, grade=grade, grade_scale=scale
            )
    for each in caps:
        if each.cap_count_max < 0:
            yield BeyondTheLaw("cap_negative", under=CAPS)


def cap_for(at: Circumstances, enterprise: Enterprise) -> int | None:
    """
    Give the cap of planned and random visits to an enterprise in the year of the act.

    Args:
        at: Who acts for which place, when; the packs read join the conditions.
        enterprise: The enterprise, whose grade on that day says its class.

    Returns:
        The cap, or nothing where the place has none.
    """
    grade = enterprise.grade.code if enterprise.grade else ""
    own = region_of(at, at.actor.body)
    for place in regions_upward(own) if own else ():
        found = _newest(at, place)
        cap = found.of_class(grade) if found else None
        if cap is not None:
            return cap
    figure = at.rules.find("inspection.cap_per_year")
    return figure if isinstance(figure, int) else None


def _newest(at: Circumstances, region: str) -> PublishedCap | None:
    """
    Give what a place published last for the year of the act.
    """
    published = [
        (moment, cap)
        for each in at.tagged(cap_tag(region))
        for moment, cap in at.read(RulePack, each).caps
        if (cap.region, cap.year) == (region, at.on.year)
    ]
    return max(published, key=lambda one: one[0])[1] if published else None
