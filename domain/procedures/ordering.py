"""
Ordering a rectification (责令限期整改): what, by when, and where it can be challenged.
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import Power, act
from domain.base import File, Role, Time
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.grounds import blank, first, past
from domain.hazard.choices import Securing, Stage
from domain.hazard.facts import RectificationOrdered
from domain.hazard.file import Hazard
from domain.hazard.grounds import not_at
from domain.hazard.rectifying import reinspection_limit
from domain.law.statutes import SAFETY_LAW
from domain.refusals import NoSuchCase, OutOfOrder, Refused

ORDER = SAFETY_LAW.article(65)


@act(
    "责令限期整改",
    "Order rectification",
    by=Role.OFFICER,
    under=ORDER,
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-14", "INV-15", "INV-17"),
    rows=("HAZ-06",),
)
def order_rectification(
    hazard: Hazard,
    at: Circumstances,
    *,
    measures: str,
    rectify_until: date,
    danger: bool,
    item_nos: tuple[int, ...] = (),
    secured_by: Securing | None = None,
) -> None:
    """
    Order the enterprise to rectify by a day, inclusive.

    Args:
        hazard: The hazard.
        at: Who, when.
        measures: What is to be done.
        rectify_until: The last day, inclusive.
        danger: Whether safety cannot be ensured before or while it is removed.
        item_nos: Findings that the order is about; all of the hazard's by default.
        secured_by: How people were kept safe first, where there is danger.

    Raises:
        NoSuchCase: If an item is no finding of the hazard.
        OutOfOrder: If it is not freshly graded, no measures are stated, or a dangerous
            major hazard was not secured first.
        OutOfTime: If the last day is over already.

    Source:
        安全生产法 65(1)(3).
    """
    items = item_nos or hazard.item_nos
    first(blank(measures, "measures_missing", under=ORDER))
    if hazard.is_major and danger and not _is_secured(hazard, at, secured_by):
        raise OutOfOrder("danger_not_secured", under=SAFETY_LAW.article(65, 3))
    first(past(rectify_until, at, under=ORDER))
    body = at.find(Body, at.actor.body) if at.actor.body else None
    identity = body.identity_on(at.on) if body else None
    hazard.record(
        RectificationOrdered,
        at,
        item_nos=items,
        measures=measures,
        rectify_until=rectify_until,
        danger=danger,
        secured_by=secured_by,
        review_body=identity.review_body if identity else "",
        court=identity.court if identity else "",
        reinspect_limit=reinspection_limit(at, rectify_until),
    )


@order_rectification.unless
def cannot_order(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    Once, when it is graded.
    """
    del at
    yield from not_at(hazard, Stage.GRADED, under=ORDER)


@order_rectification.unless_named
def no_such_finding(
    hazard: Hazard, at: Circumstances, *, item_nos: tuple[int, ...], **_: object
) -> Iterable[Refused]:
    """
    A number is none of the findings that the hazard was identified from.
    """
    del at
    for item_no in item_nos:
        if item_no not in hazard.item_nos:
            yield NoSuchCase("no_such_item", under=ORDER, item_no=item_no)


def _is_secured(hazard: Hazard, at: Circumstances, secured_by: Securing | None) -> bool:
    """
    Whether people were withdrawn or work was suspended, here or in a file of its own.
    """
    if secured_by is not None:
        return True
    measures = (at.read(File, m) for m in at.tagged(f"hazard/{hazard.id}/measure"))
    return any(getattr(each, "is_active", False) for each in measures)
