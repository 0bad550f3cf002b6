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
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.document.file import Document
from domain.enterprise.file import Enterprise
from domain.enterprise.profile import SubjectKind
from domain.imported_record.screening import holds_restricted
from domain.law.forms import Form
from domain.list_entry.facts import BlacklistEntryMade
from domain.list_entry.facts_of_red import RedlistEntryMade
from domain.list_entry.facts_of_removal import BlacklistEntryRestored
from domain.list_entry.file import ListEntry
from domain.printed import ListColour, PartyClass, PrintedAuthority
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import (
    Channel,
    ItemWithdrawn,
    Publication,
    Stage,
    WithdrawalGround,
    claim_of,
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


def publication_of(
    entry: ListEntry, at: Circumstances, channel: Channel
) -> Publication | None:
    """
    Give the publication of an entry on a channel, whatever became of it.
    """
    held = at.holder(claim_of(entry.id, channel))
    return at.read(Publication, held) if held else None


def shown_of(entry: ListEntry, at: Circumstances) -> PublishedEntry:
    """
    Put together what is shown of an entry; a natural person is not named.

    Args:
        entry: An entry that stands on its list.
        at: The circumstances; register, body and papers are read through them.
    """
    assert entry.listed_on is not None
    assert entry.body is not None
    name, uscc, party_class = _party(entry, at)
    body = at.read(Body, entry.body)
    made = next((f for f in entry.history if isinstance(f, BlacklistEntryMade)), None)
    return PublishedEntry(
        colour=ListColour.BLACK if entry.is_black else ListColour.RED,
        party_name=name,
        uscc=uscc,
        party_class=party_class,
        authority=PrintedAuthority(body.identity_on(entry.listed_on).name, body.uscc),
        decision_no=_decision_no(entry, at),
        listed_on=entry.listed_on,
        until_on=entry.until_on,
        list_ground=entry.list_ground,
        legal_basis=made.legal_basis if made else "",
    )


def _party(entry: ListEntry, at: Circumstances) -> tuple[str, str, PartyClass]:
    if entry.enterprise is None:
        return "", "", PartyClass.PERSON
    assert entry.listed_on is not None
    firm = at.read(Enterprise, entry.enterprise)
    is_household = firm.profile.subject_kind is SubjectKind.HOUSEHOLD
    party_class = PartyClass.HOUSEHOLD if is_household else PartyClass.UNIT
    return firm.name_on(entry.listed_on), firm.uscc, party_class


def _decision_no(entry: ListEntry, at: Circumstances) -> str:
    papers = (at.read(Document, p) for p in at.tagged(f"file/{entry.id}/document"))
    numbers = [
        paper.number.printed
        for paper in papers
        if paper.form is Form.LISTING_DECISION and paper.in_force and paper.number
    ]
    return numbers[-1] if numbers else ""


def _shown(
    entry: ListEntry, at: Circumstances
) -> Iterator[tuple[Publication, PublishedEntry]]:
    """
    Give what is public of an entry now.
    """
    for channel in Channel:
        there = publication_of(entry, at, channel)
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
