"""
The circumstances of an act (情形): who acts, when, and what the other files say.

Whatever an act reads through them joins the conditions under which its facts are
appended (D4): every file read still has that version, nothing was recorded since under
every tag read, every claim is still held as it was found.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar
from uuid import UUID

from domain import periods
from domain.base import Actor, Deed, Fact, File, Role, Time
from domain.calendar import Calendar
from domain.periods import Due
from domain.refusals import NoSuchCase, Refused
from domain.rules import Rules
from domain.values import Personal, Precision, Upload, day_of

F = TypeVar("F", bound=File)


class Said(Protocol):
    """
    What the circumstances need of an act's declaration.
    """

    @property
    def under(self) -> str:
        """
        The provision.
        """


class Files(Protocol):
    """
    The ledger as an act sees it; each question joins the conditions.
    """

    def file(self, file_id: UUID) -> File | None:
        """
        Load a file, or nothing where there is none.
        """

    def tagged(self, tag: str) -> tuple[UUID, ...]:
        """
        List the files with a fact under the tag, in order of their first one.
        """

    def holder(self, claim: str) -> UUID | None:
        """
        Name the file that holds the claim.
        """

    def digest(self, facts: tuple[str, ...]) -> str:
        """
        Give the SHA-256 of the stored bytes of some facts, one after the other.
        """

    def keyed(self, text: str) -> str:
        """
        Give the HMAC of a text under the deployment's secret.
        """

    def reads_alike(self, one: Personal, other: Personal) -> bool:
        """
        Say whether two personal values read alike, however they were typed; never,
        where one of them is not there any more.
        """


class Law(Protocol):
    """
    The law of the day and the place, as the ledger itself has it.
    """

    def grounds(
        self, said: Said, file: File | None, at: "Circumstances"
    ) -> Iterator[Refused]:
        """
        List the grounds common to all acts: sight, certificate, mandate, two officers.
        """

    def unapproved(
        self, said: Said, file: File | None, at: "Circumstances"
    ) -> Iterator[Refused]:
        """
        List the opinions that the place wants before the act, and that are not given.
        """

    def may_name(self, said: Said, file: File, at: "Circumstances") -> bool:
        """
        Say whether an act may name a file in its terms.
        """

    def goes_on_for(self, body: UUID | None, at: "Circumstances") -> bool:
        """
        Say whether the acting body is a body, or has taken over from it.
        """

    def unfit(
        self, enterprise: UUID, people: tuple[UUID, ...], at: "Circumstances"
    ) -> Iterator[Refused]:
        """
        List why the power of the act may not be used on an enterprise by these people.
        """

    def pack(self, at: "Circumstances") -> str:
        """
        Name the rule pack in force, ``<code>@<version>``; empty if none is adopted.
        """

    def rules(self, at: "Circumstances") -> Rules:
        """
        Give what that pack and national law say on the legal day of the act.
        """

    def calendar(self, at: "Circumstances") -> Calendar:
        """
        Give the working calendar: the one shipped, and the years published since.
        """


@dataclass(frozen=True)
class Occasion:
    """
    How an act comes to the ledger: everything that is not a term.

    Args:
        act: Its name.
        actor: Who acts.
        now: The moment, read once.
        occurred_at: When it happened; the moment itself for acts decided at the desk.
        precision: How exactly that is known.
        known: How it is known.
        channel: The door.
        with_officers: The other certified officers of the act.
        device: The enrolled device, if any.
        received_at: When an offline record arrived.
        late_reason: Why it is recorded after the fact.
        late_scan: The paper that came first.
    """

    act: str
    actor: Actor
    now: datetime
    occurred_at: datetime
    precision: Precision = Precision.MINUTE
    known: Time = Time.NOW
    channel: str = "api"
    with_officers: tuple[UUID, ...] = ()
    device: str = ""
    received_at: datetime | None = None
    late_reason: str = ""
    late_scan: Upload | None = None


class Circumstances:
    """
    What an act is told, and where its facts gather until they are appended.
    """

    def __init__(
        self,
        occasion: Occasion,
        *,
        said: Said,
        files: Files,
        ids: Iterator[UUID],
        standing: Law,
    ) -> None:
        """
        Put together what one examination of one act needs.

        Args:
            occasion: Who, when, through which door.
            said: The act's declaration.
            files: The ledger as the act sees it.
            ids: Ids for the files that it opens.
            standing: The law of the day and the place.
        """
        self.occasion = occasion
        self.said = said
        self.standing = standing
        self.recorded: list[tuple[File, Fact]] = []
        self._files = files
        self._ids = ids
        self.file: File | None = None
        self._seen: dict[UUID, File] = {}
        self._tagged: dict[str, tuple[UUID, ...]] = {}
        self._holders: dict[str, UUID | None] = {}
        self.put_off: list[Refused] = []
        self._pack: str | None = None
        self._rules: Rules | None = None
        self._calendar: Calendar | None = None

    def enter(self, file: File | None) -> None:
        """
        Note which file the act is done on; nothing for one that opens a file.
        """
        self.file = file
        if file is not None:
            self._seen[file.id] = file

    @property
    def actor(self) -> Actor:
        """
        Who acts.
        """
        return self.occasion.actor

    @property
    def now(self) -> datetime:
        """
        The moment of the recording.
        """
        return self.occasion.now

    @property
    def occurred_at(self) -> datetime:
        """
        The moment by which law and periods go (D6).
        """
        return self.occasion.occurred_at

    @property
    def on(self) -> date:
        """
        The legal day by which law and periods go.
        """
        return day_of(self.occasion.occurred_at)

    @property
    def officers(self) -> tuple[UUID, ...]:
        """
        The officers of the act, the actor first; nobody for the clock.

        Where an officer names no other, those stand who were named once for all that
        is done on the file (its ``team``), if the officer is one of them.
        """
        person, named = self.actor.person, self.occasion.with_officers
        if person is None or self.actor.role is not Role.OFFICER:
            return tuple(dict.fromkeys(named))
        team: tuple[UUID, ...] = getattr(self.file, "team", ())
        if not named and person in team:
            named = team
        return tuple(dict.fromkeys((person, *named)))

    def later(self, *grounds: Iterable[Refused]) -> None:
        """
        Put grounds of time and amount off until the act is heard out: what it is
        refused for may be something that is told before them.
        """
        for group in grounds:
            self.put_off += group

    def read(self, kind: type[F], file_id: UUID) -> F:
        """
        Read a file of another kind; recording on it is part of the same commit.

        Raises:
            NoSuchCase: If there is no such file.
        """
        file = self.find(kind, file_id)
        if file is None:
            raise NoSuchCase("no_such_file", under=self.said.under, file=file_id)
        return file

    def find(self, kind: type[F], file_id: UUID) -> F | None:
        """
        Read a file if it is there and of that kind.
        """
        file = self._seen.get(file_id) or self._files.file(file_id)
        if not isinstance(file, kind):
            return None
        self._seen[file_id] = file
        return file

    def tagged(self, tag: str) -> tuple[UUID, ...]:
        """
        List the files that have a fact under a tag, oldest first.
        """
        if tag not in self._tagged:
            self._tagged[tag] = self._files.tagged(tag)
        return self._tagged[tag]

    def holder(self, claim: str) -> UUID | None:
        """
        Name the file that holds a claim.
        """
        if claim not in self._holders:
            self._holders[claim] = self._files.holder(claim)
        return self._holders[claim]

    def digest(self, facts: tuple[str, ...]) -> str:
        """
        Give the hex SHA-256 of the stored bytes of some facts, in this order.
        """
        return self._files.digest(facts)

    def keyed(self, text: str) -> str:
        """
        Stand for a text that must not be read: hex HMAC under the deployment's secret.

        Equal texts give equal keys in one deployment, and nobody outside can try out
        names.
        """
        return self._files.keyed(text)

    def reads_alike(self, one: Personal, other: Personal) -> bool:
        """
        Say whether two personal values read alike, however they were typed; never,
        where one of them is not there any more.
        """
        return self._files.reads_alike(one, other)

    @property
    def pack(self) -> str:
        """
        The rule pack in force, ``<code>@<version>``; empty if none is adopted.
        """
        if self._pack is None:
            self._pack = self.standing.pack(self)
        return self._pack

    @property
    def rules(self) -> Rules:
        """
        What holds on the legal day of the act in the acting body's place.
        """
        if self._rules is None:
            self._rules = self.standing.rules(self)
        return self._rules

    @property
    def calendar(self) -> Calendar:
        """
        The working calendar in force.
        """
        if self._calendar is None:
            self._calendar = self.standing.calendar(self)
        return self._calendar

    def due(self, rule_id: str, start: date | datetime) -> Due:
        """
        Reckon when a period ends, by the calendar and the pack in force.

        Args:
            rule_id: A row of the table of deadlines, for example ``IN.recheck``.
            start: The legal day, or for a rule in hours the moment, that starts it.

        Raises:
            LawSilent: As ``domain.periods.due``.
        """
        return periods.due(rule_id, start, calendar=self.calendar, pack=self.rules.pack)

    def new_id(self) -> UUID:
        """
        Make the id of a file that this act opens; the same on a retry (D23).
        """
        return next(self._ids)

    def deed(
        self,
        file: File | None,
        *,
        thread: UUID,
        cause: str | None,
        concerns: tuple[UUID, ...],
        owner: UUID | None = None,
    ) -> Deed:
        """
        Say who, when, why, for one fact.
        """
        seen = self.occasion
        return Deed(
            act=seen.act,
            actor=seen.actor,
            body=file.body if file else seen.actor.body or owner,
            thread=thread,
            occurred_at=seen.occurred_at,
            precision=seen.precision,
            known=seen.known,
            provision=self.said.under,
            channel=seen.channel,
            officers=self.officers if len(self.officers) > 1 else (),
            pack=self.pack,
            cause=cause or "",
            concerns=concerns,
            device=seen.device,
            received_at=seen.received_at,
            late_reason=seen.late_reason,
            late_scan=seen.late_scan,
        )

    def took(self, file: File, fact: Fact) -> None:
        """
        Keep the fact until the act is done; the file is now read like any other.
        """
        self._seen[file.id] = file
        self.recorded.append((file, fact))
