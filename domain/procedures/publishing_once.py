"""
That something is public once on a channel (公开一次), whatever it comes from, and again
only on a new source fact; and that much of it is announced together.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from domain.acts import Declaration
from domain.base import File
from domain.circumstances import Circumstances
from domain.grounds import first
from domain.publication.file import (
    Channel,
    ItemPublished,
    Publication,
    Stage,
    claim_of,
)
from domain.publication.result import ResultKind
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

#: So many can be published, or announced, in one act.
BATCH_COUNT_MAX: Final = 200


def publication_on(
    at: Circumstances,
    source: UUID,
    channel: Channel,
    *,
    result_kind: ResultKind | None = None,
) -> Publication | None:
    """
    Give the publication of a source on a channel, whatever became of it.
    """
    held = at.holder(claim_of(source, channel, result_kind))
    return at.read(Publication, held) if held else None


def cannot_repeat(
    there: Publication | None, source_fact: str, *, under: str
) -> Iterable[Refused]:
    """
    It is public there, or it ended or is not to be public and nothing new came.

    Args:
        there: The publication on the channel, if there is one.
        source_fact: What a publication would rest on now.
        under: The provision.
    """
    if there is None:
        return
    if there.stage is Stage.PUBLIC:
        yield OutOfOrder("public_already", under=under, publication=there.id)
    elif there.source_fact == source_fact:
        yield OutOfOrder("ended", under=under, status=there.stage)


def kept_back(
    at: Circumstances,
    source: UUID,
    source_fact: str,
    *,
    under: str,
    result_kind: ResultKind | None = None,
) -> Iterable[Refused]:
    """
    It was decided that it is public nowhere, and nothing new came.
    """
    kept = publication_on(at, source, Channel.OWN_SITE, result_kind=result_kind)
    if kept is None or kept.stage is not Stage.NOT_PUBLISHED:
        return
    if kept.source_fact == source_fact:
        yield OutOfOrder("ended", under=under, status=kept.stage)


def make_public(
    at: Circumstances,
    source: File,
    there: Publication | None,
    *,
    terms: Mapping[str, Any],
    cause: str = "",
) -> Publication:
    """
    Record that a source is public: in a file of its own, or in the one that is there.

    Args:
        at: The circumstances of the act.
        source: What is published.
        there: Its publication on the channel, if there was one.
        terms: The terms of the fact.
        cause: What it answers; the source fact by default.
    """
    cause = cause or terms["source_fact"]
    if there is None:
        return Publication.start(
            ItemPublished, at, because=source, cause=cause, **terms
        )
    there.record(ItemPublished, at, cause=cause, **terms)
    return there


def no_such_batch(files: tuple[UUID, ...], *, under: str) -> Iterable[Refused]:
    """
    It is of none, of too many, or names one twice.
    """
    count = len(files)
    if not count or count > BATCH_COUNT_MAX or len({*files}) < count:
        yield BeyondTheLaw(
            "no_such_batch", under=under, count=count, most=BATCH_COUNT_MAX
        )


def announced(
    at: Circumstances,
    publications: tuple[UUID, ...],
    *,
    said: Declaration,
    since_on: date,
    until_on: date,
) -> tuple[Publication, ...]:
    """
    Read the publications that are announced together: of this body, and public.

    Args:
        at: The circumstances of the act.
        publications: They, each once.
        said: What is declared of the act.
        since_on: First day of the period that is announced, inclusive.
        until_on: Its last day, inclusive.
    """
    first(no_such_batch(publications, under=said.under))
    if not since_on <= until_on <= at.on:
        raise BeyondTheLaw(
            "no_such_period", under=said.under, since_on=since_on, until_on=until_on
        )
    items = tuple(at.read(Publication, each) for each in publications)
    for item in items:
        first(at.standing.grounds(said, item, at))
        if item.stage is not Stage.PUBLIC:
            raise OutOfOrder("not_public", under=said.under, status=item.stage)
    return items
