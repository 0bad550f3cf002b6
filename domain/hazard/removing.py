"""
The act that ends a small hazard at once (当场消除).
"""

from collections.abc import Iterable

from domain.acts import Power, act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.hazard.choices import Stage
from domain.hazard.facts import HazardRemovedOnSpot
from domain.hazard.file import Hazard
from domain.hazard.grounds import not_at, rested_on
from domain.law.statutes import SAFETY_LAW
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Upload

REMOVAL = SAFETY_LAW.article(65, 3)


@act(
    "当场消除隐患",
    "Record that a hazard was removed on the spot",
    by=Role.OFFICER,
    under=REMOVAL,
    time=Time.CAPTURED,
    late=True,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-08", "INV-14", "INV-32"),
    rows=("HAZ-15",),
)
def remove_hazard_on_spot(
    hazard: Hazard, at: Circumstances, *, done: str, evidence: tuple[Upload, ...]
) -> None:
    """
    End an ordinary hazard that was removed while the officers were there.

    Args:
        hazard: The hazard.
        at: Who, when.
        done: How it was removed.
        evidence: Photographs of it removed, at least one.

    Raises:
        OutOfOrder: If it is not freshly graded, a measure that rests on it is active,
            or there is no evidence.
        BeyondTheLaw: If it is a major one, or the place does not allow it.

    Source:
        安全生产法 65(3): a hazard is to be removed at once.
    """
    if not evidence:
        raise OutOfOrder("evidence_missing", under=REMOVAL)
    hazard.record(
        HazardRemovedOnSpot,
        at,
        enterprise=hazard.enterprise,
        done=done,
        evidence=evidence,
    )


@remove_hazard_on_spot.unless
def cannot_remove_on_spot(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    Ordinary, graded, where the place allows it, with no measure left that rests on it.
    """
    yield from not_at(hazard, Stage.GRADED, under=REMOVAL)
    if hazard.is_major:
        yield BeyondTheLaw("major_not_on_spot", under=SAFETY_LAW.article(41, 3))
    if at.rules.find("hazard.ordinary.on_the_spot") is False:
        yield BeyondTheLaw("on_spot_excluded", under=REMOVAL)
    yield from rested_on(hazard, at)
