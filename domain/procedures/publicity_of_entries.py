"""
What everybody reads of an entry of a list (名单信息的公开内容), and how that ends.

Publicity ends with the entry, in the same commit: an entry that was revoked leaves a
tombstone, one removed early nothing but its number, and so does one whose term is over
(应急管理部令11号14, 15).
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from domain.base import Fact
from domain.circumstances import Circumstances
from domain.imported_record.screening import holds_restricted
from domain.law.forms import Form
from domain.list_entry.facts import BlacklistEntryMade
from domain.list_entry.facts_of_red import RedlistEntryMade
from domain.list_entry.facts_of_removal import BlacklistEntryRestored
from domain.list_entry.file import ListEntry
from domain.printed import ListColour
from domain.procedures.parties_shown import authority_shown, number_shown, party_shown
from domain.procedures.publishing_once import publication_on
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import (
    Channel,
    ItemWithdrawn,
    Publication,
    Stage,
    WithdrawalGround,
)
from domain.publication.listing import PublishedEntry

Listed = BlacklistEntryMade | BlacklistEntryRestored | RedlistEntryMade

_LISTED: Final = (BlacklistEntryMade, BlacklistEntryRestored, RedlistEntryMade)


def listing_of(entry: ListEntry) -> Listed | None:
    """
    Give the newest fact by which an entry stands, or stood, on its list.
    """
    found = [fact for fact in entry.history if isinstance(fact, _LISTED)]
    return found[-1] if found else None


def shown_of(entry: ListEntry, at: Circumstances) -> PublishedEntry:
    """
    Put together what is shown of an entry; a natural person is not named.

    Args:
        entry: An entry that stands on its list.
        at: The circumstances; register, body and papers are read through them.
    """
    assert entry.listed_on is not None
    assert entry.body is not None
    name, uscc, party_class = party_shown(at, entry.enterprise, entry.listed_on)
    made = next((f for f in entry.history if isinstance(f, BlacklistEntryMade)), None)
    return PublishedEntry(
        colour=ListColour.BLACK if entry.is_black else ListColour.RED,
        party_name=name,
        uscc=uscc,
        party_class=party_class,
        authority=authority_shown(at, entry.body, entry.listed_on),
        decision_no=number_shown(at, entry.id, (Form.LISTING_DECISION,)),
        listed_on=entry.listed_on,
        until_on=entry.until_on,
        list_ground=entry.list_ground,
        legal_basis=made.legal_basis if made else "",
    )


def _shown(
    entry: ListEntry, at: Circumstances
) -> Iterator[tuple[Publication, PublishedEntry]]:
    """
    Give what is public of an entry now.
    """
    for channel in Channel:
        there = publication_on(at, entry.id, channel)
        if there is None or there.stage is not Stage.PUBLIC:
            continue
        assert there.listing is not None
        yield there, there.listing


def withdraw_listing(
    entry: ListEntry,
    at: Circumstances,
    *,
    withdrawal_ground: WithdrawalGround,
    reasons: str,
    changed_on: date,
) -> None:
    """
    Take back what is public of an entry whose basis is gone; call it after the fact by
    which the entry ended.

    Args:
        entry: The entry, which has ended.
        at: The circumstances of that act.
        withdrawal_ground: What became of it.
        reasons: Shown in its place, unless they hold what must not be public.
        changed_on: The day from which it is so.
    """
    for there, _ in _shown(entry, at):
        there.record(
            ItemWithdrawn,
            at,
            cause=entry.last_fact,
            withdrawal_ground=withdrawal_ground,
            reasons="" if holds_restricted(reasons) else reasons,
            follows=entry.last_fact,
            changed_on=changed_on,
            entry=entry.id,
        )


def end_listing(entry: ListEntry, at: Circumstances, *, repaired: bool) -> None:
    """
    End what is public of an entry that was removed early, or whose term is over; call
    it after the fact by which the entry ended.

    Args:
        entry: The entry, which has ended.
        at: The circumstances of that act.
        repaired: Whether it was removed early.
    """
    kind: type[Fact] = ItemEndedByRepair if repaired else ItemTermEnded
    for there, listing in _shown(entry, at):
        said: dict[str, Any] = {"decision_no": listing.decision_no}
        said["until_on"] = at.on if repaired else entry.until_on
        there.record(kind, at, cause=entry.last_fact, entry=entry.id, **said)
