"""
The black list (严重失信主体名单): who was on it on a day, as known at a position.

It holds the entries that the bodies here made, of enterprises and of persons, and those
of published lists, imported and linked to an enterprise.
An entry stands from its listing to the last day of its term, inclusive, or until it was
removed; one kept under the old notice is history and never lists anybody today.
Of an entry whose list states no day of listing nobody can say on which days it stood:
it is in the history of the enterprise's entries, marked, and on the list of no day.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact
from domain.calendar import ONE_DAY
from domain.imported_record.changes import (
    ImportedRecordCorrected,
    ImportedStatusRecorded,
)
from domain.imported_record.links import PartyLinked, PartyUnlinked
from domain.imported_record.rows import ImportedListEntryRecorded
from domain.law.calendars import SHIPPED
from domain.law.list_grounds import ListGround
from domain.law.silence import LawSilent
from domain.list_entry.facts import BlacklistEntryMade, BlacklistEntryProposed
from domain.list_entry.facts_of_removal import (
    BlacklistEntryRemoved,
    BlacklistEntryRestored,
    BlacklistEntryRevoked,
)
from domain.periods import due
from domain.printed import ENDED, ListGeneration
from domain.values import Choice
from infra.questions import EVERYBODY, Ask, Select, question
from infra.read_model import ReadModel, on, pointer, scope_of
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import Timeline

#: The rule of the term, by the rules under which the list was kept.
TERM_RULES = {
    ListGeneration.NOTICE_49: "SD.term.49",
    ListGeneration.ORDER_11: "SD.term",
}

#: What of an entry a correction can reach.
CORRECTED = frozenset(("party_name", "uscc", "authority_name"))
#: Before every legal day: an entry without a day belongs to the history of any.
ALWAYS = "0001-01-01"


class ListingDay(Choice):
    """
    Whether a list states since when somebody is on it (列入日期).
    """

    STATED = "载明", "stated"
    UNSTATED = "未载明列入日期", "listed, day not stated"


ENTRIES = Timeline(
    "black_list",
    (
        Column("enterprise", "file"),
        Column("party_name"),
        Column("uscc"),
        Column("listed_on", "day"),
        Column("until_on", "day"),
        Column("removed_on", "day"),
        Column("generation", "choice", choices=ListGeneration),
        Column("list_name"),
        Column("authority_name"),
        Column("listed_reason", "sealed"),
        Column("record", "file"),
        Column("entry", "file"),
        Column("person", "sealed"),
        Column("list_ground", "choice", choices=ListGround),
    ),
    indexes=(("enterprise",),),
    orders=(Order(("listed_on",)),),
)

HISTORY = Timeline(
    "list_history",
    (
        Column("enterprise", "file"),
        Column("party_name"),
        Column("uscc"),
        Column("listing_day", "choice", choices=ListingDay),
        Column("listed_on", "day"),
        Column("until_on", "day"),
        Column("removed_on", "day"),
        Column("generation", "choice", choices=ListGeneration),
        Column("list_name"),
        Column("authority_name"),
        Column("listed_reason", "sealed"),
        Column("record", "file"),
        Column("entry", "file"),
        Column("person", "sealed"),
        Column("list_ground", "choice", choices=ListGround),
    ),
    indexes=(("enterprise",),),
    orders=(Order(("listed_on",)),),
)

OWN = Table(
    "own",
    (Column("entry", "file"),),
    (
        Column("enterprise", "file"),
        Column("person"),
        Column("listed_on", "day"),
        Column("over_on", "day"),
    ),
    internal=True,
)

ROWS = Table(
    "rows",
    (Column("record", "file"),),
    (
        Column("listed_on", "day"),
        Column("ends_on", "day"),
        Column("until_on", "day"),
        Column("party_name"),
        Column("uscc"),
        Column("generation"),
        Column("list_name"),
        Column("authority_name"),
        Column("listed_reason"),
        Column("removed_on", "day"),
        Column("enterprise", "file"),
        Column("owner"),
        Column("audience"),
    ),
    internal=True,
)


class BlackList(ReadModel):
    """
    Entries by day.
    """

    NAME: ClassVar[str] = "black_list"
    ZH: ClassVar[str] = "严重失信主体名单"
    EN: ClassVar[str] = "black list"
    EDITION: ClassVar[int] = 4
    TABLES: ClassVar[tuple[Table, ...]] = (ROWS, OWN)
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
        List who is on the black list, by the day of the listing.
        """
        del ask
        where = ("enterprise = :enterprise",) if enterprise else ()
        return Select(
            ENTRIES, where, {"enterprise": str(enterprise)}, order=("listed_on",)
        )

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
        where = ("enterprise = :enterprise",) if enterprise else ()
        return Select(
            HISTORY, where, {"enterprise": str(enterprise)}, order=("listed_on",)
        )


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
