"""
An office that finds its facts fast, and the whole law of a place.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from domain.base import Fact, File, replay
from domain.circumstances import Circumstances
from domain.law.packs import pack_of
from domain.procedures.standing import Standing
from domain.rules import Rules
from tests.cases.office import Office


@dataclass
class IndexedOffice(Office):
    """
    An office that keeps its facts by file, tag and claim as well.

    Args:
        read_count: How many facts are in its indexes.
        looks_only: Whether files are read for nothing but to be looked at, so that one
            that was read before will do while nothing was added to it.
    """

    read_count: int = 0
    looks_only: bool = False
    seen: dict[UUID, tuple[int, File | None]] = field(default_factory=dict)
    by_file: dict[UUID, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    by_tag: dict[str, dict[UUID, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    holders: dict[str, UUID] = field(default_factory=dict)

    def _catch_up(self) -> None:
        for fact in self.facts[self.read_count :]:
            self.by_file[fact.file].append(fact)
            for tag in fact.tags():
                self.by_tag[tag][fact.file] = None
            for claim in fact.releases():
                if self.holders.get(claim) == fact.file:
                    del self.holders[claim]
            for claim in fact.claims():
                self.holders[claim] = fact.file
        self.read_count = len(self.facts)

    def file(self, file_id: UUID) -> File | None:
        """
        Load a file from its facts.
        """
        self._catch_up()
        facts = self.by_file.get(file_id, ())
        if not self.looks_only:
            return replay(iter(facts))
        count, found = self.seen.get(file_id, (-1, None))
        if count != len(facts):
            found = replay(iter(facts))
            self.seen[file_id] = len(facts), found
        return found

    def facts_of(self, file_id: UUID) -> list[Fact]:
        """
        Give the facts of a file.
        """
        self._catch_up()
        return self.by_file[file_id]

    def tagged(self, tag: str) -> tuple[UUID, ...]:
        """
        List the files under a tag.
        """
        self._catch_up()
        return tuple(self.by_tag.get(tag, ()))

    def holder(self, claim: str) -> UUID | None:
        """
        Name the holder of a claim.
        """
        self._catch_up()
        return self.holders.get(claim)


class WholeLaw(Standing):
    """
    The common grounds themselves, in a place that has adopted a rule pack, or none.
    """

    def __init__(self, code: str) -> None:
        """
        Name the pack.
        """
        self.code = code

    def pack(self, at: Circumstances) -> str:
        """
        The pack, as facts name it.
        """
        del at
        return f"{self.code}@1" if self.code else ""

    def rules(self, at: Circumstances) -> Rules:
        """
        The pack over national law.
        """
        return Rules(pack_of(self.code) if self.code else None, at.on)
