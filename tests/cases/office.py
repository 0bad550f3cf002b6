"""
An office for case tests: the domain alone, without a store or a clock.

It keeps facts in a dict and gives acts the same view of files, tags and claims that
the ledger gives them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid5

from domain.acts import Act
from domain.base import Actor, Fact, File, Time, replay
from domain.calendar import Calendar
from domain.circumstances import Circumstances, Law, Occasion, Said
from domain.folding import folded
from domain.law.calendars import SHIPPED
from domain.refusals import Refused
from domain.rules import Rules
from domain.values import Personal, Precision, Upload

_SPACE = UUID("5e1f0000-0000-4000-8000-000000000000")


class EveryoneMay:
    """
    A law without common grounds, for cases about something else.
    """

    def grounds(
        self, said: Said, file: File | None, at: Circumstances
    ) -> Iterator[Refused]:
        """
        Refuse nothing.
        """
        del said, file, at
        return iter(())

    def unapproved(
        self, said: Said, file: File | None, at: Circumstances
    ) -> Iterator[Refused]:
        """
        No opinion is wanted.
        """
        del said, file, at
        return iter(())

    def may_name(self, said: Said, file: File, at: Circumstances) -> bool:
        """
        Name whatever there is.
        """
        del said, file, at
        return True

    def goes_on_for(self, body: UUID | None, at: Circumstances) -> bool:
        """
        Each body goes on for itself.
        """
        return body == at.actor.body

    def unfit(
        self, enterprise: UUID, people: tuple[UUID, ...], at: Circumstances
    ) -> Iterator[Refused]:
        """
        Refuse nobody.
        """
        del enterprise, people, at
        return iter(())

    def pack(self, at: Circumstances) -> str:
        """
        No pack is adopted.
        """
        del at
        return ""

    def rules(self, at: Circumstances) -> Rules:
        """
        National law alone.
        """
        return Rules(None, at.on)

    def calendar(self, at: Circumstances) -> Calendar:
        """
        The calendar as shipped.
        """
        del at
        return SHIPPED


@dataclass
class Office:
    """
    Facts in memory, and acts done on them.
    """

    law: Law = field(default_factory=EveryoneMay)
    facts: list[Fact] = field(default_factory=list)

    def file(self, file_id: UUID) -> File | None:
        """
        Load a file from its facts.
        """
        return replay(fact for fact in self.facts if fact.file == file_id)

    def tagged(self, tag: str) -> tuple[UUID, ...]:
        """
        List the files under a tag.
        """
        return tuple(dict.fromkeys(f.file for f in self.facts if tag in f.tags()))

    def holder(self, claim: str) -> UUID | None:
        """
        Name the holder of a claim.
        """
        holder = None
        for fact in self.facts:
            if claim in fact.releases() and holder == fact.file:
                holder = None
            if claim in fact.claims():
                holder = fact.file
        return holder

    def digest(self, facts: tuple[str, ...]) -> str:
        """
        Stand in for the stored bytes: the ids, hashed.
        """
        return sha256(" ".join(facts).encode()).hexdigest()

    def keyed(self, text: str) -> str:
        """
        Stand in for the deployment's secret: a hash with a word before it.
        """
        return sha256(f"office/{text}".encode()).hexdigest()

    def reads_alike(self, one: Personal, other: Personal) -> bool:
        """
        Compare the texts, which stay in the clear here.
        """
        return bool(one.text) and folded(one.text) == folded(other.text)

    def perform(
        self,
        act: "Act[..., object]",
        *,
        by: Actor,
        at: datetime,
        file: UUID | None = None,
        said_at: datetime | None = None,
        officers: tuple[UUID, ...] = (),
        late_reason: str = "",
        **terms: object,
    ) -> list[Fact]:
        """
        Do an act and keep its facts.

        Args:
            act: The act.
            by: Who acts.
            at: The moment of recording, aware.
            file: On which file.
            said_at: When it happened, where the act states it; else the moment.
            officers: The other officers.
            late_reason: Why it is recorded late; makes it a late one.
            terms: The act's terms.

        Returns:
            The new facts, in order.
        """
        circumstances = self.circumstances(
            act,
            by=by,
            at=at,
            said_at=said_at,
            officers=officers,
            late_reason=late_reason,
        )
        if file is None:
            act(circumstances, **terms)
        else:
            found = act.file_of(file, circumstances)
            act(found, circumstances, **terms)
        new = [fact for _, fact in circumstances.recorded]
        self.facts += new
        return new

    def circumstances(
        self,
        act: "Act[..., object]",
        *,
        by: Actor,
        at: datetime,
        said_at: datetime | None = None,
        officers: tuple[UUID, ...] = (),
        late_reason: str = "",
        late_scan: Upload | None = None,
    ) -> Circumstances:
        """
        Put the circumstances of an act together, without doing it.
        """
        occasion = Occasion(
            act=act.name,
            actor=by,
            now=at,
            occurred_at=said_at or at,
            precision=Precision.MINUTE,
            known=Time.LATE if late_reason else act.said.time,
            channel="api",
            with_officers=officers,
            late_reason=late_reason,
            late_scan=late_scan,
        )
        return Circumstances(
            occasion, said=act.said, files=self, ids=self._ids(), standing=self.law
        )

    def _ids(self) -> Iterator[UUID]:
        ordinal = 0
        while True:
            yield uuid5(_SPACE, f"{len(self.facts)}/{ordinal}")
            ordinal += 1
