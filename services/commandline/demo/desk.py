"""
The desk at which stories are told (办理): every fact comes from an act that was let in.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from types import MappingProxyType
from uuid import UUID

from domain.base import Actor, File, Role
from domain.refusals import Refused
from domain.values import Upload, day_of
from infra.clock import SetClock
from infra.ledger import Ledger, Receipt, Request
from services.commandline.demo.terms import terms_of

OPERATOR = Actor(Role.OPERATOR)
CLOCK = Actor(Role.CLOCK)


class StoryRefused(Exception):
    """
    The law refused what a story wanted to do: the story is wrong.
    """


@dataclass(frozen=True)
class Late:
    """
    That paper came first (补录).

    Args:
        reason: Why it is recorded after the fact.
        scan: The paper.
    """

    reason: str
    scan: Upload


@dataclass(frozen=True)
class Done:
    """
    What came of an act.

    Args:
        receipt: The ledger's answer.
    """

    receipt: Receipt

    @property
    def opened(self) -> tuple[UUID, ...]:
        """
        The files that it opened, in order.
        """
        named = (fact.rpartition("/") for fact in self.receipt.facts)
        return tuple(UUID(file) for file, _, version in named if version == "1")

    @property
    def file(self) -> UUID:
        """
        The first file that it opened.
        """
        return self.opened[0]


class Desk:
    """
    Hands acts to the ledger, and counts them.
    """

    def __init__(self, ledger: Ledger, clock: SetClock) -> None:
        """
        Begin with nothing done.

        Args:
            ledger: The ledger; it goes by the clock.
            clock: The clock of the demonstration.
        """
        self.ledger = ledger
        self.clock = clock
        self.done: Counter[str] = Counter()

    @property
    def count(self) -> int:
        """
        How many acts were done.
        """
        return self.done.total()

    def perform(self, request: Request) -> Done:
        """
        Do an act.

        Raises:
            StoryRefused: If the law refuses it.
        """
        try:
            receipt = self.ledger.perform(request)
        except Refused as refused:
            raise StoryRefused(
                f"{request.key}: {request.act}: {refused.code} "
                f"({refused.under}) {refused.facts}"
            ) from refused
        self.done[request.act] += 1
        return Done(receipt)


class Story:
    """
    One story: what one firm, office or file of papers goes through.

    It throws its own dice and numbers its own acts, so what happens in one story does
    not change what happens in another.
    """

    def __init__(self, desk: Desk, seed: int, name: str) -> None:
        """
        Begin a story.

        Args:
            desk: Where it is told.
            seed: Of the whole demonstration.
            name: Of this story alone.
        """
        self.desk = desk
        self.name = name
        self.rng = Random(f"{seed}/{name}")  # noqa: S311  made-up data, no secret
        self._numbers = iter(range(1, 1 << 31))

    @property
    def now(self) -> datetime:
        """
        The moment at which it is.
        """
        return self.desk.clock.moment

    @property
    def today(self) -> date:
        """
        The legal day of that moment.
        """
        return day_of(self.now)

    def do(
        self,
        act: str,
        by: Actor,
        *,
        file: UUID | None = None,
        at: datetime | None = None,
        among: tuple[UUID, ...] = (),
        late: Late | None = None,
        more: Mapping[str, object] = MappingProxyType({}),
        **terms: object,
    ) -> Done:
        """
        Do an act now.

        Args:
            act: Its name.
            by: Who.
            file: On which file.
            at: When it happened, where the act states it; else now.
            among: The officers of the act, with or without who does it.
            late: The paper that came first, if it did.
            more: Its terms, where they come in a mapping.
            terms: Its terms, or the rest of them.

        Raises:
            StoryRefused: If the law refuses it.
        """
        return self.desk.perform(
            Request(
                act,
                by,
                f"{self.name}/{next(self._numbers)}",
                terms_of(act, {**more, **terms}),
                file=file,
                channel="clock" if by.role is Role.CLOCK else "web",
                occurred_at=at,
                with_officers=tuple(o for o in among if o != by.person),
                late_reason=late.reason if late else "",
                late_scan=late.scan if late else None,
            )
        )

    def read(self, file: UUID) -> File:
        """
        Read a file as it stands.
        """
        found = self.desk.ledger.read(file)
        assert found is not None
        return found

    def is_open_to(self, by: Actor, act: str, file: UUID) -> bool:
        """
        Whether the law lets somebody do an act on a file now.
        """
        standings = self.desk.ledger.missing(by, file)
        return any(s.act.name == act and not s.missing for s in standings)

    def chance(self, share: float) -> bool:
        """
        Throw a die.
        """
        return self.rng.random() < share
