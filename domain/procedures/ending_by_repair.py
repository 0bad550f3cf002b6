"""
Ending what is public because the credit fact was repaired (修复终止公示).
"""

from collections.abc import Iterable, Iterator

from domain.acts import act
from domain.base import Role
from domain.calendar import ONE_DAY
from domain.circumstances import Circumstances
from domain.credit_record.grounds import REPAIR
from domain.penalty.file import Penalty
from domain.procedures.credit_of_penalties import is_repaired
from domain.procedures.terms_of_classes import shortest
from domain.publication.facts_of_ending import ItemEndedByRepair
from domain.publication.file import Publication, Stage
from domain.refusals import OutOfOrder, OutOfTime, Refused


@act(
    "修复终止公示",
    "End a publication by repair",
    by=Role.DISCLOSURE_OFFICER,
    under=REPAIR,
    rules=("INV-61",),
    rows=("PUB-01", "CRD-04"),
)
def end_by_repair(publication: Publication, at: Circumstances) -> None:
    """
    End what is public of a penalty, on every channel, once it was repaired by the body
    that recognised it.

    Args:
        publication: The publication.
        at: Who, when.

    Raises:
        OutOfOrder: If it is not public, or was not repaired.
        OutOfTime: If the shortest term of its class is not over.

    Source:
        发改委令36号: not before the shortest term, and then on all platforms.
    """
    for each in _shown(publication, at):
        assert each.content is not None
        each.record(
            ItemEndedByRepair,
            at,
            decision_no=each.content.decision_no,
            until_on=at.on,
            penalty=each.penalty,
        )


@end_by_repair.unless
def cannot_end_by_repair(
    publication: Publication, at: Circumstances
) -> Iterable[Refused]:
    """
    Public, repaired, and the shortest term of its class over.
    """
    if publication.stage is not Stage.PUBLIC:
        yield OutOfOrder("not_public", under=REPAIR, status=publication.stage)
        return
    if publication.penalty is None or not is_repaired(
        at.read(Penalty, publication.penalty), at
    ):
        yield OutOfOrder("not_repaired", under=REPAIR)
        return
    for each in _shown(publication, at):
        assert each.content is not None
        assert each.credit_class is not None
        decided_on = each.content.decided_on
        limit, _ = shortest(at, each.credit_class, decided_on)
        if limit is not None and at.on <= limit.ends_on:
            yield OutOfTime(
                "minimum_term", under=REPAIR, from_on=limit.ends_on + ONE_DAY
            )


def _shown(publication: Publication, at: Circumstances) -> Iterator[Publication]:
    """
    Give what is public of the same penalty, on whatever channel.
    """
    assert publication.penalty is not None
    for each in at.tagged(f"penalty/{publication.penalty}/publication"):
        found = at.read(Publication, each)
        if found.stage is Stage.PUBLIC:
            yield found
