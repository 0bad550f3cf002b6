"""
The red list (守信红名单): who was on it on a day, as known at a position.

An entry stands from its listing to the last day of its term, inclusive, where the place
sets one, or until the enterprise left it.
Everybody reads the entries that are public, for as long as they are; the offices read
the list as it stood.
"""

from typing import ClassVar
from uuid import UUID

from domain.base import Audience
from domain.calendar import ONE_DAY
from domain.list_entry.facts_of_red import (
    RedlistEntryMade,
    RedlistEntryProposed,
    RedlistEntryRemoved,
)
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import ItemPublished, ItemWithdrawn
from infra.lapses import Lapse
from infra.questions import EVERYBODY, Ask, Select, question
from infra.read_model import ReadModel, on, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

ENTRIES = Timeline(
    "red_list",
    (
        Column("enterprise", "file"),
        Column("party_name"),
        Column("uscc"),
        Column("listed_on", "day"),
        Column("until_on", "day"),
        Column("authority_name"),
        Column("entry", "file"),
    ),
    indexes=(("enterprise",),),
    orders=(Order(("listed_on",)),),
)

PROPOSED = Table(
    "proposed",
    (Column("entry", "file"),),
    (Column("enterprise", "file"), Column("listed_on", "day")),
    internal=True,
)

#: Where an entry is public now.
SHOWN = Table(
    "shown_entries",
    (Column("publication", "file"),),
    (Column("entry", "file"),),
    internal=True,
)


class RedList(ReadModel):
    """
    Entries by day.
    """

    NAME: ClassVar[str] = "red_list"
    ZH: ClassVar[str] = "守信红名单"
    EN: ClassVar[str] = "red list"
    TABLES: ClassVar[tuple[Table, ...]] = (PROPOSED, SHOWN)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (ENTRIES,)

    @on(RedlistEntryProposed)
    def on_proposed(self, fact: RedlistEntryProposed) -> None:
        """
        Keep aside who is proposed.
        """
        self.put(PROPOSED, entry=str(fact.file), enterprise=str(fact.enterprise))

    @on(RedlistEntryMade)
    def on_made(self, fact: RedlistEntryMade) -> None:
        """
        Show the entry from the day of the decision to the last day of its term.
        """
        entry, begins = str(fact.file), fact.deed.on.isoformat()
        row = self.one(PROPOSED, entry=entry)
        assert row is not None
        self.mend(PROPOSED, {"entry": entry}, listed_on=begins)
        until = fact.until_on
        shown: dict[str, Value] = {
            "entry": entry,
            "enterprise": row["enterprise"],
            "listed_on": begins,
            "until_on": until.isoformat() if until else None,
            **scope_of(fact),
        }
        self.change(ENTRIES, entry, fact, since=None, at=begins, **shown)
        if until is not None:
            self.end(ENTRIES, entry, fact, at=(until + ONE_DAY).isoformat())

    @on(RedlistEntryRemoved)
    def on_removed(self, fact: RedlistEntryRemoved) -> None:
        """
        End the entry on the day on which it is removed.
        """
        self.end(ENTRIES, str(fact.file), fact, at=fact.deed.on.isoformat())

    @on(ItemPublished)
    def on_published(self, fact: ItemPublished) -> None:
        """
        Show an entry to everybody, from its first day on, by the name that is public.
        """
        row = self.one(PROPOSED, entry=str(fact.entry)) if fact.entry else None
        if row is None or fact.listing is None:
            return
        assert row["listed_on"] is not None
        self.put(SHOWN, publication=str(fact.file), entry=row["entry"])
        self.change(
            ENTRIES,
            str(row["entry"]),
            fact,
            since=None,
            at=str(row["listed_on"]),
            party_name=fact.listing.party_name,
            uscc=fact.listing.uscc,
            authority_name=fact.listing.authority.authority_name,
            audience=Audience.PUBLIC.code,
        )

    @on(ItemWithdrawn, ItemTermEnded, ItemEndedByRepair)
    def on_hidden(
        self, fact: ItemWithdrawn | ItemTermEnded | ItemEndedByRepair
    ) -> None:
        """
        Show it to outsiders no more, on whatever day; the offices see what stood.
        """
        self.drop(SHOWN, publication=str(fact.file))

    @question(
        "守信红名单",
        "Red list",
        by=EVERYBODY,
        desks=("enforcement", "discipline", "judiciary", "disclosure"),
        axes=True,
        rows=("CRD-03", "PUB-05"),
    )
    def red_list(self, ask: Ask, *, enterprise: UUID | None = None) -> Select:
        """
        List who is on the red list, by the day of the listing; to everybody the entries
        that are public.
        """
        select = Select(ENTRIES, order=("listed_on",), lapse=Lapse("until_on")).having(
            enterprise=enterprise
        )
        if ask.reader.audiences <= {Audience.PUBLIC}:
            return select.satisfying('"entry" IN (SELECT "entry" FROM "shown_entries")')
        return select
