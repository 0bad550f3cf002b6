"""
The full-process trace (全过程追溯).

Every fact of a thread and every fact of other threads that concerns it, each once, with
the reason it stands there; never truncated (D7).
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Deed, Fact, Role
from domain.calendar import ONE_DAY
from domain.enterprise.facts import EnterpriseRecordsJoined, EnterpriseRegistered
from domain.imported_record.links import PartyUnlinked
from domain.officer.file import OfficerCertified
from domain.publication.facts_of_ending import ItemEndedByRepair
from domain.publication.file import ItemCorrected, ItemPublished, ItemWithdrawn
from infra.cursors import AFTER_ALL
from infra.handing import Handing, seen_by_hand_over
from infra.lapses import Lapse
from infra.questions import EVERYBODY, Ask, Select, question
from infra.read_model import on, on_every_fact
from infra.tables_of_rows import Column, Table, Value
from infra.timelines import NO_END, UNCLOSED
from infra.transcoding import terms_as_json, write_moment

ENTRIES = Table(
    "entries",
    (Column("thread", "file"), Column("position", "whole")),
    (
        Column("why"),
        Column("fact", "fact"),
        Column("file", "file"),
        Column("topic"),
        Column("act"),
        Column("day", "day"),
        Column("occurred_at", "moment"),
        Column("precision", "choice"),
        Column("recorded_at", "moment"),
        Column("known", "choice"),
        Column("person", "file"),
        Column("body", "file"),
        Column("role", "choice"),
        Column("officers", "json"),
        Column("certificates"),
        Column("channel"),
        Column("provision"),
        Column("pack"),
        Column("cause", "fact"),
        Column("late_reason"),
        Column("from_thread", "file"),
        Column("terms", "json"),
        Column("public_until", "day"),
    ),
    indexes=(("file", "position"),),
)

HOMES = Table(
    "homes", (Column("file", "file"),), (Column("thread", "file"),), internal=True
)

#: Which enterprise a thread is about, from which position until before which.
PARTIES = Table(
    "parties",
    (Column("thread", "file"), Column("enterprise", "file"), Column("since", "whole")),
    (Column("until", "whole"),),
    indexes=(("enterprise",),),
    internal=True,
)

#: Which file of an enterprise yields to which, since when.
JOINED = Table(
    "joined",
    (Column("file", "file"),),
    (Column("leading", "file"), Column("since", "whole"), Column("day", "day")),
    indexes=(("leading",),),
    internal=True,
)

#: Which enforcement certificates a person was given, and for which days.
CERTIFICATES = Table(
    "certificates",
    (Column("number"), Column("valid_from", "day")),
    (Column("officer", "file"), Column("valid_until", "day")),
    indexes=(("officer",),),
    internal=True,
)

#: In a thread about an enterprise, or about a file of it that yields.
ABOUT_IT = (
    'thread IN (SELECT thread FROM "parties" WHERE since <= :known AND until > :known '
    "AND enterprise IN (WITH RECURSIVE files(file) AS (SELECT :enterprise UNION "
    'SELECT "joined".file FROM "joined" JOIN files ON "joined".leading = files.file '
    'WHERE "joined".since <= :known AND "joined".day <= :joined_by) '
    "SELECT file FROM files))"
)

OWN, CONCERNS = "own", "concerns"

#: What is shown of an entry.
SHOWN = tuple(
    name for name in ENTRIES.names if name not in ("public_until", "owner", "audience")
)
#: Outsiders read what was made public for as long as it is.
WHILE_PUBLIC = Lapse("public_until")


class Trace(Handing):
    """
    What happened in a thread, by both clocks.
    """

    NAME: ClassVar[str] = "trace"
    ZH: ClassVar[str] = "全过程追溯"
    EN: ClassVar[str] = "full-process trace"
    TABLES: ClassVar[tuple[Table, ...]] = (
        *(ENTRIES, HOMES, PARTIES, JOINED, CERTIFICATES),
        *Handing.HANDING,
    )

    @on_every_fact
    def on_fact(self, fact: Fact) -> None:
        """
        Enter the fact in its own thread, and in those that it concerns.
        """
        home = str(fact.deed.thread)
        self.put(HOMES, file=str(fact.file), thread=home)
        row = _row(fact) | {"certificates": self._certificates(fact.deed)}
        self.put(ENTRIES, thread=home, why=OWN, **row)
        for file in fact.deed.concerns:
            found = self.one(HOMES, file=str(file))
            thread = str(found["thread"]) if found else str(file)
            if thread != home:
                self.put(ENTRIES, thread=thread, why=CONCERNS, **row)

    def _certificates(self, deed: Deed) -> str:
        """
        Name the certificates under which the officers acted, in their order: of each
        the newest that was valid on that day.
        """
        if deed.actor.role is not Role.OFFICER:
            return ""
        acting = dict.fromkeys((deed.actor.person, *deed.officers))
        numbers = (self._certificate(str(person), deed.on) for person in acting)
        return " ".join(number for number in numbers if number)

    def _certificate(self, person: str, day: date) -> str:
        valid = [
            (str(row["valid_from"]), str(row["number"]))
            for row in self.some(CERTIFICATES, officer=person)
            if str(row["valid_from"]) <= day.isoformat() <= str(row["valid_until"])
        ]
        return max(valid, default=("", ""))[1]

    @on(OfficerCertified)
    def on_certified(self, fact: OfficerCertified) -> None:
        """
        Note a certificate, for what its bearer does under it.
        """
        self.put(
            CERTIFICATES,
            number=fact.certificate_number,
            valid_from=fact.valid_from.isoformat(),
            officer=str(fact.file),
            valid_until=fact.valid_until.isoformat(),
        )

    @on(ItemPublished, ItemCorrected)
    def on_public(self, fact: ItemPublished | ItemCorrected) -> None:
        """
        Note until when everybody may read what was said in a publication.
        """
        until = fact.term.until_on.isoformat() if fact.term else None
        for said in (ItemPublished, ItemCorrected):
            self._until(fact, said, until)

    @on(ItemWithdrawn, ItemEndedByRepair)
    def on_withdrawn(self, fact: ItemWithdrawn | ItemEndedByRepair) -> None:
        """
        Take from everybody what was said before; the reasons stay, if any.
        """
        for said in (ItemPublished, ItemCorrected):
            self._until(fact, said, (fact.deed.on - ONE_DAY).isoformat())

    def _until(self, fact: Fact, said: type[Fact], until: str | None) -> None:
        place: dict[str, Value] = {"file": str(fact.file), "topic": said.TOPIC}
        self.mend(ENTRIES, place, public_until=until)

    @on_every_fact
    def on_party(self, fact: Fact) -> None:
        """
        Note which enterprise the thread is about.
        """
        party = fact.file if isinstance(fact, EnterpriseRegistered) else None
        party = getattr(fact, "enterprise", None) or party
        if isinstance(party, UUID):
            self._about(str(fact.deed.thread), str(party), fact)

    @on(EnterpriseRecordsJoined)
    def on_joined(self, fact: EnterpriseRecordsJoined) -> None:
        """
        Note that what happened to the file that yields happened to the one that leads.
        """
        self.put(
            JOINED,
            file=str(fact.file),
            leading=str(fact.leading),
            since=fact.position,
            day=fact.deed.on.isoformat(),
        )

    def _about(self, thread: str, party: str, fact: Fact) -> None:
        standing = self.some(PARTIES, thread=thread, enterprise=party, until=UNCLOSED)
        if isinstance(fact, PartyUnlinked):
            place: dict[str, Value] = {"thread": thread, "enterprise": party}
            self.mend(PARTIES, {**place, "until": UNCLOSED}, until=fact.position)
        elif not standing:
            self.put(
                PARTIES,
                thread=thread,
                enterprise=party,
                since=fact.position,
                until=UNCLOSED,
            )

    @question(
        "全过程追溯",
        "Trace of a thread",
        by=EVERYBODY,
        desks=("enforcement", "discipline", "judiciary", "disclosure"),
        axes=True,
        rows=("AUD-01", "INS-13", "REG-11"),
    )
    def trace(self, ask: Ask, *, thread: UUID) -> Select:
        """
        List every fact of a thread, and every fact that concerns it, in order.
        """
        return _facts(ask).having(thread=thread)

    @question(
        "卷内事实",
        "Facts of a file",
        by=EVERYBODY,
        desks=("enforcement", "discipline", "judiciary", "disclosure"),
        axes=True,
    )
    def file_facts(self, ask: Ask, *, file: UUID) -> Select:
        """
        List the facts of one file, in order.
        """
        return _facts(ask).satisfying("why = 'own'").having(file=file)

    @question(
        "企业全部事实",
        "History of an enterprise",
        axes=True,
        rows=("REG-11",),
    )
    def enterprise_history(self, ask: Ask, *, enterprise: UUID) -> Select:
        """
        List every fact of every thread about an enterprise, in order: also of those
        about a file that yields to the one asked for.
        """
        known = AFTER_ALL if ask.known_at is None else ask.known_at
        joined_by = NO_END if ask.as_of is None else ask.as_of
        return (
            _facts(ask, order=("position",))
            .satisfying("why = 'own'")
            .satisfying(
                ABOUT_IT, enterprise=enterprise, known=known, joined_by=joined_by
            )
        )


def _row(fact: Fact) -> dict[str, Value]:
    deed = fact.deed
    return {
        "position": fact.position,
        "fact": fact.id,
        "file": str(fact.file),
        "topic": fact.TOPIC,
        "act": deed.act,
        "day": deed.on.isoformat(),
        "occurred_at": write_moment(deed.occurred_at),
        "precision": deed.precision.code,
        "recorded_at": write_moment(fact.timestamp),
        "known": deed.known.code,
        "person": str(deed.actor.person or ""),
        "body": str(deed.actor.body or ""),
        "role": deed.actor.role.code,
        "officers": " ".join(str(officer) for officer in deed.officers),
        "channel": deed.channel,
        "provision": deed.provision,
        "pack": deed.pack,
        "cause": deed.cause,
        "late_reason": deed.late_reason,
        "from_thread": str(deed.thread),
        "terms": terms_as_json(fact),
        "owner": str(deed.body) if deed.body else None,
        "audience": fact.AUDIENCE.code,
    }


def _facts(ask: Ask, order: tuple[str, ...] = ()) -> Select:
    """
    Ask for the facts until a day and until a position, where one is given.
    """
    return (
        Select(
            ENTRIES,
            order=order,
            columns=SHOWN,
            shared=seen_by_hand_over("entries", "file"),
            lapse=WHILE_PUBLIC,
        )
        .satisfying("day <= :as_of", as_of=ask.as_of)
        .satisfying("position <= :known_at", known_at=ask.known_at)
    )
