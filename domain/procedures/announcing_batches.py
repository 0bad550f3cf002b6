"""
Announcing batches of what is public (分类批量公布): the five kinds that are exposed
periodically (五个一批), of penalties, lists and results alike.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.acts import opening
from domain.base import Role
from domain.circumstances import Circumstances
from domain.law.statutes import JILIN_OPINION
from domain.printed import ListColour
from domain.procedures.publishing_once import announced
from domain.publication.file import BatchPublished, Channel, Publication
from domain.publication.result import BatchKind, ResultKind
from domain.references import PublicationRef
from domain.refusals import OutOfOrder

EXPOSE: Final = f"{JILIN_OPINION.zh}(三十五)"

_HAZARDS: Final = frozenset((ResultKind.SUPERVISION, ResultKind.NOT_RECTIFIED))


def _is_black(item: Publication) -> bool:
    return item.listing is not None and item.listing.colour is ListColour.BLACK


_IS_OF: Final[Mapping[BatchKind, Callable[[Publication], bool]]] = MappingProxyType(
    {
        BatchKind.HAZARDS: lambda item: item.result_kind in _HAZARDS,
        BatchKind.VIOLATIONS: lambda item: item.content is not None,
        BatchKind.BLACK_LISTED: _is_black,
        BatchKind.BANNED: lambda item: item.result_kind is ResultKind.SITE_BANNED,
        BatchKind.CLOSED: lambda item: item.result_kind is ResultKind.CLOSURE,
    }
)


@opening(
    "分类批量公布",
    "Announce a batch",
    by=Role.DISCLOSURE_OFFICER,
    under=EXPOSE,
    rules=("INV-61",),
    rows=("PUB-03", "PUB-04", "HAZ-13"),
)
def announce_batch(
    at: Circumstances,
    *,
    batch_kind: BatchKind,
    channel: Channel,
    since_on: date,
    until_on: date,
    publications: tuple[PublicationRef, ...],
) -> Publication:
    """
    Announce together what a body made public of one of the five kinds in a period.

    The announcement publishes nothing by itself: each is public by itself, and ends by
    itself.

    Args:
        at: Who, when.
        batch_kind: Which of the five kinds.
        channel: Where.
        since_on: First day of the period, inclusive.
        until_on: Its last day, inclusive, today at the latest.
        publications: Publications of that kind, each once; at least one, at most 200.

    Raises:
        NoSuchCase: If there is no such publication for this body.
        OutOfOrder: If one is of another kind, or is not public.
        BeyondTheLaw: If there is none, too many, one named twice, or the period ends
            before it begins or after today.

    Source:
        吉政发〔2018〕26号 (三十五): five kinds are exposed, batch by batch.
    """
    items = announced(
        at,
        publications,
        said=announce_batch.said,
        since_on=since_on,
        until_on=until_on,
    )
    for item in items:
        if not _IS_OF[batch_kind](item):
            raise OutOfOrder(
                "not_of_batch", under=EXPOSE, publication=item.id, batch_kind=batch_kind
            )
    return Publication.start(
        BatchPublished,
        at,
        concerns=tuple(item.id for item in items),
        channel=channel,
        batch_kind=batch_kind,
        since_on=since_on,
        until_on=until_on,
        publications=tuple(publications),
    )
