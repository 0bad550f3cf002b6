"""
Publishing entries of the lists (公开名单信息), and announcing a list periodically.

An entry stands on its list whether or not it is public: publishing tells everybody, in
twenty working days from the listing (应急管理部令11号11).
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from domain.acts import act, opening
from domain.base import Role
from domain.circumstances import Circumstances
from domain.grounds import first
from domain.law.statutes import JILIN_OPINION, PENALTY_LAW
from domain.list_entry.facts import BlacklistEntryMade
from domain.list_entry.file import ListEntry
from domain.list_entry.grounds import RECORDING, RED
from domain.printed import ListColour
from domain.procedures.adoption import limit_in_force
from domain.procedures.challenges import is_challenged
from domain.procedures.publicity import hidden_fields
from domain.procedures.publicity_of_entries import listing_of, shown_of
from domain.procedures.publishing_once import (
    announced,
    cannot_repeat,
    make_public,
    publication_on,
)
from domain.publication.facts_of_announcing import ListAnnounced
from domain.publication.file import (
    Channel,
    PartyField,
    Publication,
    PublicationFlag,
    PublicityTerm,
)
from domain.references import PublicationRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

PUBLISH: Final = f"{RECORDING};{RED}"
SOCIAL_EFFECT: Final = PENALTY_LAW.article(48)
ANNOUNCE: Final = f"{JILIN_OPINION.zh}(九)"

#: The layout in which an entry is shown.
SCHEMA: Final = "mingdan/1"


@act(
    "公开名单信息",
    "Publish a list entry",
    by=Role.DISCLOSURE_OFFICER,
    under=PUBLISH,
    rules=("INV-40", "INV-61"),
    rows=("CRD-01", "CRD-03", "PUB-05"),
)
def publish_entry(
    entry: ListEntry,
    at: Circumstances,
    *,
    channel: Channel,
    social_effect: str = "",
) -> Publication:
    """
    Make an entry of the black or the red list public on one channel.

    Twenty working days run from a black listing; later than that it is published all
    the same, and marked. It is public as long as the entry stands.

    Args:
        entry: The entry.
        at: Who, when.
        channel: Where.
        social_effect: Of a natural person's entry: what social effect it has.

    Raises:
        OutOfOrder: If it does not stand on its list, is public on the channel already,
            or has ended there and nothing new came.
        BeyondTheLaw: If it is a natural person's without social effect.

    Source:
        应急管理部令11号 8, 11; 行政处罚法 48 for persons, by analogy (待核).
    """
    there = publication_on(at, entry.id, channel)
    listed = listing_of(entry)
    assert listed is not None
    first(cannot_repeat(there, listed.id, under=PUBLISH))
    first(_without_effect(entry, social_effect))
    limit = None
    if isinstance(listed, BlacklistEntryMade):
        limit = limit_in_force(at, listed, listed.publish_limit)
    is_late = limit is not None and at.on > limit.ends_on
    terms: dict[str, Any] = {
        "entry": entry.id,
        "enterprise": entry.enterprise,
        "channel": channel,
        "listing": shown_of(entry, at),
        "term": PublicityTerm(entry.until_on) if entry.until_on else None,
        "schema": SCHEMA,
        "hidden": hidden_fields(at, (), person=entry.enterprise is None),
        "source_fact": listed.id,
        "source_facts": tuple(fact.id for fact in entry.history),
        "objected": is_challenged(at, entry.id),
        "social_effect": social_effect.strip(),
        "due_on": limit.ends_on if limit else None,
        "flags": (PublicationFlag.PUBLICATION_LATE,) if is_late else (),
    }
    return make_public(at, entry, there, terms=terms)


@publish_entry.unless
def cannot_publish(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    It stands on its list.
    """
    del at
    if not entry.is_live:
        yield OutOfOrder(
            "entry_not_live", under=PUBLISH, colour=entry.colour, stage=entry.stage
        )


def _without_effect(entry: ListEntry, social_effect: str) -> Iterable[Refused]:
    """
    What is published of a natural person needs a social effect (行政处罚法48).
    """
    if entry.enterprise is None and not social_effect.strip():
        yield BeyondTheLaw(
            "restricted_field", under=SOCIAL_EFFECT, fields=(PartyField.NAME,)
        )


@opening(
    "公告名单",
    "Announce a list",
    by=Role.DISCLOSURE_OFFICER,
    under=ANNOUNCE,
    rules=("INV-61",),
    rows=("PUB-05",),
)
def announce_list(
    at: Circumstances,
    *,
    colour: ListColour,
    channel: Channel,
    since_on: date,
    until_on: date,
    publications: tuple[PublicationRef, ...],
) -> Publication:
    """
    Announce together the entries of a list that a body published in a period.

    The announcement publishes no entry: each is public by itself, and ends by itself.

    Args:
        at: Who, when.
        colour: Which list.
        channel: Where.
        since_on: First day of the period, inclusive.
        until_on: Its last day, inclusive, today at the latest.
        publications: Publications of entries of this list, each once; at least one, at
            most 200.

    Raises:
        NoSuchCase: If there is no such publication for this body.
        OutOfOrder: If one is of another list or of none, or is not public.
        BeyondTheLaw: If there is none, too many, one named twice, or the period ends
            before it begins or after today.

    Source:
        吉政发〔2018〕26号 (九): lists are announced periodically.
    """
    items = announced(
        at,
        publications,
        said=announce_list.said,
        since_on=since_on,
        until_on=until_on,
    )
    for item in items:
        if item.listing is None or item.listing.colour is not colour:
            raise OutOfOrder(
                "not_of_list", under=ANNOUNCE, publication=item.id, colour=colour
            )
    return Publication.start(
        ListAnnounced,
        at,
        concerns=tuple(item.id for item in items),
        colour=colour,
        channel=channel,
        since_on=since_on,
        until_on=until_on,
        publications=tuple(publications),
    )
