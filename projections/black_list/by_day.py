"""
The black list (严重失信主体名单): who was on it on a day, as known at a position.

It holds the entries that the bodies here made, of enterprises and of persons, and those
of published lists, imported and linked to an enterprise.
An entry stands from its listing to the last day of its term, inclusive, or until it was
removed; one kept under the old notice is history and never lists anybody today.
Of an entry whose list states no day of listing nobody can say on which days it stood:
it is in the history of the enterprise's entries, marked, and on the list of no day.
Everybody reads the entries that are public, for as long as they are; the offices read
the list as it stood.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Audience, Fact
from domain.calendar import ONE_DAY
from domain.imported_record.changes import (
    ImportedRecordCorrected,
    ImportedStatusRecorded,
)
from domain.imported_record.links import PartyLinked, PartyUnlinked
from domain.imported_record.rows import ImportedListEntryRecorded
from domain.law.calendars import SHIPPED
from domain.law.silence import LawSilent
from domain.list_entry.facts import BlacklistEntryMade, BlacklistEntryProposed
from domain.list_entry.facts_of_removal import (
    BlacklistEntryRemoved,
    BlacklistEntryRestored,
    BlacklistEntryRevoked,
)
from domain.periods import due
from domain.printed import ENDED, ListGeneration
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import ItemPublished, ItemWithdrawn
from infra.lapses import Lapse
from infra.questions import EVERYBODY, Ask, Select, question
from infra.read_model import ReadModel, on, pointer, scope_of
from infra.tables_of_rows import Table, Value
from infra.timelines import Timeline
from projections.black_list.tables import (
    ALWAYS,
    CORRECTED,
    ENTRIES,
    HISTORY,
    OWN,
    ROWS,
    SHOWN,
    TERM_RULES,
    ListingDay,
)


class BlackList(ReadModel):
    """
    Entries by day.
    """

    NAME: ClassVar[str] = "black_list"
    ZH: ClassVar[str] = "严重失信主体名单"
    EN: ClassVar[str] = "black list"
    EDITION: ClassVar[int] = 5
    TABLES: ClassVar[tuple[Table, ...]] = (ROWS, OWN, SHOWN)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (ENTRIES, HISTORY)

    @on(ImportedListEntryRecorded)
    def on_row(self, fact: ImportedListEntryRecorded) -> None:
        """
        Keep the row aside until its party is linked.
        """
        entry = fact.entry
        until = _term(entry.generation, entry.listed_on)
        over = until + ONE_DAY if until else None
        ends = min((d for d in (over, entry.removed_on) if d), default=None)
        self.put(
            ROWS,
            record=str(fact.file),
            listed_on=_iso(entry.listed_on),
            ends_on=_iso(ends),
            until_on=_iso(until),
            party_name=fact.party.party_name,
            uscc=fact.party.uscc,
            generation=entry.generation.code,
            list_name=entry.list_name,
            authority_name=fact.authority.authority_name,
            listed_reason=pointer(fact.list_texts.listed_reason),
            removed_on=_iso(entry.removed_on),
            **scope_of(fact),
        )

    @on(PartyLinked)
    def on_linked(self, fact: PartyLinked) -> None:
        """
        Show the entry for the days on which it stood, as far as they are known.
        """
        record = str(fact.file)
        row = self.one(ROWS, record=record)
        if row is None:
            return
        self.mend(ROWS, {"record": record}, enterprise=str(fact.enterprise))
        shown: dict[str, Value] = {
            name: value for name, value in row.items() if name != "ends_on"
        }
        shown["enterprise"] = str(fact.enterprise)
        begins, day = str(row["listed_on"] or ALWAYS), ListingDay.STATED
        if row["listed_on"] is None:
            day = ListingDay.UNSTATED
        else:
            self.change(ENTRIES, record, fact, since=None, at=begins, **shown)
            self._end(fact, record, row["ends_on"])
        shown["listing_day"] = day.code
        self.change(HISTORY, record, fact, since=None, at=begins, **shown)

    @on(PartyUnlinked)
    def on_unlinked(self, fact: PartyUnlinked) -> None:
        """
        Take the entry off the list, from its first day on: it never was theirs.
        """
        record = str(fact.file)
        row = self.one(ROWS, record=record)
        if row is None:
            return
        self.mend(ROWS, {"record": record}, enterprise=None)
        self.end(HISTORY, record, fact, at=str(row["listed_on"] or ALWAYS))
        if row["listed_on"] is not None:
            self.end(ENTRIES, record, fact, at=str(row["listed_on"]))

    @on(ImportedStatusRecorded)
    def on_status(self, fact: ImportedStatusRecorded) -> None:
        """
        End the entry on the day that the source states; without a day, on ours.
        """
        row = self.one(ROWS, record=str(fact.file))
        if row is None or fact.stated.status not in ENDED:
            return
        day = _iso(fact.stated.stated_on or fact.deed.on)
        ends = min(str(d) for d in (row["ends_on"], day) if d)
        changed = {"removed_on": day, "ends_on": ends}
        self.mend(ROWS, {"record": str(fact.file)}, **changed)
        if row["enterprise"] is None:
            return
        begins = str(row["listed_on"] or ALWAYS)
        self.change(
            HISTORY, str(fact.file), fact, since=None, at=begins, removed_on=day
        )
        if row["listed_on"] is not None:
            self._end(fact, str(fact.file), ends)

    @on(ImportedRecordCorrected)
    def on_corrected(self, fact: ImportedRecordCorrected) -> None:
        """
        Show the right name or code from the first day on: the wrong one never held.
        """
        name, record = fact.field.code, str(fact.file)
        row = self.one(ROWS, record=record)
        if row is None or name not in CORRECTED:
            return
        self.mend(ROWS, {"record": record}, **{name: fact.new_plain})
        if row["enterprise"] is None:
            return
        corrected: dict[str, Value] = {name: fact.new_plain}
        begins = str(row["listed_on"] or ALWAYS)
        self.change(HISTORY, record, fact, since=None, at=begins, **corrected)
        if row["listed_on"] is not None:
            self.change(ENTRIES, record, fact, since=None, at=begins, **corrected)

    # -- entries made here ------------------------------------------------------------

    @on(BlacklistEntryProposed)
    def on_proposed(self, fact: BlacklistEntryProposed) -> None:
        """
        Keep aside who is proposed.
        """
        self.put(
            OWN,
            entry=str(fact.file),
            enterprise=str(fact.enterprise) if fact.enterprise else None,
            person=pointer(fact.person),
        )

    @on(BlacklistEntryMade)
    def on_made(self, fact: BlacklistEntryMade) -> None:
        """
        Show the entry from the day of the decision to the last day of its term.
        """
        entry, begins = str(fact.file), fact.deed.on.isoformat()
        row = self.one(OWN, entry=entry) or {}
        over = (fact.until_on + ONE_DAY).isoformat()
        self.mend(OWN, {"entry": entry}, listed_on=begins, over_on=over)
        shown: dict[str, Value] = {
            "entry": entry,
            "enterprise": row.get("enterprise"),
            "person": row.get("person"),
            "list_ground": fact.list_ground.code,
            "generation": ListGeneration.ORDER_11.code,
            "listed_on": begins,
            "until_on": fact.until_on.isoformat(),
            "removed_on": None,
            **scope_of(fact),
        }
        self.change(ENTRIES, entry, fact, since=None, at=begins, **shown)
        self.end(ENTRIES, entry, fact, at=over)
        shown["listing_day"] = ListingDay.STATED.code
        self.change(HISTORY, entry, fact, since=None, at=begins, **shown)

    @on(BlacklistEntryRemoved, BlacklistEntryRevoked)
    def on_off(self, fact: BlacklistEntryRemoved | BlacklistEntryRevoked) -> None:
        """
        End the entry: on the day of the removal, or on that from which its basis is
        gone; never before it began.
        """
        entry = str(fact.file)
        row = self.one(OWN, entry=entry)
        assert row is not None
        day = fact.deed.on
        if isinstance(fact, BlacklistEntryRevoked):
            day = fact.effective_on
        begins = str(row["listed_on"])
        ends = max(day.isoformat(), begins)
        self.end(ENTRIES, entry, fact, at=ends)
        self.change(HISTORY, entry, fact, since=None, at=begins, removed_on=ends)

    @on(BlacklistEntryRestored)
    def on_restored(self, fact: BlacklistEntryRestored) -> None:
        """
        Show the entry again, for its new term: the end of the old one is none any more.
        """
        entry = str(fact.file)
        row = self.one(OWN, entry=entry)
        assert row is not None
        over = (fact.until_on + ONE_DAY).isoformat()
        until: dict[str, Value] = {"until_on": fact.until_on.isoformat()}
        again, old = fact.deed.on.isoformat(), str(row["over_on"])
        self.change(ENTRIES, entry, fact, since=None, at=again, **until)
        if again < old < over:
            self.change(ENTRIES, entry, fact, since=None, at=old, **until)
        self.end(ENTRIES, entry, fact, at=over)
        until["removed_on"] = None
        self.change(HISTORY, entry, fact, since=None, at=again, **until)
        self.mend(OWN, {"entry": entry}, over_on=over)

    # -- what everybody reads ---------------------------------------------------------

    @on(ItemPublished)
    def on_published(self, fact: ItemPublished) -> None:
        """
        Show an entry to everybody, from its first day on, by the name that is public.
        """
        row = self.one(OWN, entry=str(fact.entry)) if fact.entry else None
        if row is None or fact.listing is None:
            return
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

    def _end(self, fact: Fact, record: str, day: Value) -> None:
        if day is not None:
            self.end(ENTRIES, record, fact, at=str(day))

    @question(
        "严重失信主体名单",
        "Black list",
        by=EVERYBODY,
        desks=("enforcement", "discipline", "judiciary", "disclosure"),
        axes=True,
        rows=("CRD-01", "CRD-02", "PUB-05"),
    )
    def black_list(self, ask: Ask, *, enterprise: UUID | None = None) -> Select:
        """
        List who is on the black list, by the day of the listing; to everybody the
        entries that are public.
        """
        select = Select(ENTRIES, order=("listed_on",), lapse=Lapse("until_on")).having(
            enterprise=enterprise
        )
        if ask.reader.audiences <= {Audience.PUBLIC}:
            return select.satisfying('"entry" IN (SELECT "entry" FROM "shown_entries")')
        return select

    @question(
        "名单记录",
        "Records of the lists",
        desks=("enforcement", "discipline", "judiciary"),
        axes=True,
        rows=("CRD-01",),
    )
    def list_history(self, ask: Ask, *, enterprise: UUID | None = None) -> Select:
        """
        List every entry of black lists that was made by a day, also those that ended
        and those whose list states no day.
        """
        del ask
        return Select(HISTORY, order=("listed_on",)).having(enterprise=enterprise)


def _term(generation: ListGeneration, listed_on: date | None) -> date | None:
    """
    Reckon the last day of an entry by the rules that it was kept under; where those
    were not in force on its day, nothing says when it ends.
    """
    if listed_on is None:
        return None
    try:
        return due(TERM_RULES[generation], listed_on, calendar=SHIPPED).day
    except LawSilent:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
