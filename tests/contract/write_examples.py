"""
Write the stored examples that are missing, and never one that is there.

The case tests are run, and of each topic that has no example yet the fact with the
most terms that one of them records is appended to a real ledger, with all the facts
before it; what the ledger stores is the example::

    .venv/bin/python -m tests.contract.write_examples
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid5

import pytest

import domain
from domain.base import Fact
from domain.shapes import Kind, Member, Shape, members_of
from domain.values import Upload
from infra.clock import SetClock
from infra.conditions import Conditions
from infra.persistence import persistence_of
from infra.requests import Preparing
from infra.transcoding import terms_of
from tests.cases.office import Office
from tests.contract.examples import FOLDER, GAINED, Example, topics

_PEOPLE = UUID("5e1f0000-0000-4000-8000-000000000001")

#: Importing it makes every topic known.
KNOWN = domain


def fullness(members: Iterable[Member], record: object) -> int:
    """
    Count the values that a record holds, those of its records among them.
    """
    return sum(_count(m.shape, getattr(record, m.name)) for m in members)


def _count(shape: Shape, value: object) -> int:
    if value is None:
        return 0
    if isinstance(value, tuple):
        assert shape.each is not None
        return sum(_count(shape.each, each) for each in value)
    if shape.kind is Kind.RECORD:
        return fullness(members_of(shape.type), value)
    return int(value != "")


class Collector:
    """
    Keeps, for each example wanted, the course of facts that leads to the fullest.
    """

    def __init__(self, wanted: Iterable[str]) -> None:
        """
        Say which examples are wanted, by name.
        """
        self.wanted = set(wanted)
        self.found: dict[str, tuple[Fact, ...]] = {}
        self._fullness: dict[str, int] = {}

    def look(self, facts: Sequence[Fact], new: int) -> None:
        """
        Look through the newest facts of an office.
        """
        for number in range(len(facts) - new, len(facts)):
            fact = facts[number]
            full = fullness(terms_of(type(fact)), fact)
            for name in self._shown_by(fact):
                if full > self._fullness.get(name, -1):
                    self._fullness[name] = full
                    self.found[name] = tuple(facts[: number + 1])

    def _shown_by(self, fact: Fact) -> Iterator[str]:
        """
        Name the wanted examples that a fact could be.
        """
        for name in self.wanted:
            topic, _, term = name.partition("+")
            if topic == fact.TOPIC and (not term or getattr(fact, term)):
                yield name

    @contextmanager
    def watching(self) -> Iterator[None]:
        """
        Look at what every office records meanwhile.
        """
        perform = Office.perform

        def watched(office: Office, *args: object, **terms: object) -> list[Fact]:
            new: list[Fact] = perform(office, *args, **terms)  # type: ignore[arg-type]  # handed through
            self.look(office.facts, len(new))
            return new

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Office, "perform", watched)
            yield


def with_subjects(fact: Fact) -> Fact:
    """
    Say whose the personal values are, as the ledger's door does.
    """

    def subject(path: str) -> UUID:
        return uuid5(_PEOPLE, f"{fact.id}/{path}")

    def as_it_is(sha256: str) -> Upload:
        return Upload(sha256, 1024, "application/pdf")

    prepare = Preparing(subject, as_it_is)
    change: Callable[..., Fact] = replace
    terms = {
        term.name: prepare(term.shape, getattr(fact, term.name), term.name)
        for term in terms_of(type(fact))
        if getattr(fact, term.name) is not None
    }
    return change(fact, **terms)


def appended(facts: Sequence[Fact]) -> Example:
    """
    Append facts to a new ledger, and take the last one as it is stored.
    """
    clock = SetClock(facts[0].timestamp)
    with TemporaryDirectory() as folder:
        persistence = persistence_of(Path(folder) / "ledger.db", clock)
        mapper = persistence.mapper()
        for fact in facts:
            clock.moment = max(clock.moment, fact.timestamp)
            draft = mapper.to_stored_event(with_subjects(fact))
            persistence.recorder.append([draft], Conditions(exclusive=False))
        stored = persistence.recorder.facts(after=len(facts) - 1)[-1]
        persistence.close()
    return Example(facts[-1].TOPIC, stored.stored)


def main() -> int:
    """
    Write what is missing.

    Returns:
        0 if every example is there then, 1 if one has no case.
    """
    there = {example.name for example in Example.all()}
    collector = Collector((topics() | GAINED) - there)
    with collector.watching():
        pytest.main(["tests/cases", "-q", "--no-header", "-p", "no:cacheprovider"])
    FOLDER.mkdir(exist_ok=True)
    for name, facts in sorted(collector.found.items()):
        example = appended(facts)
        with (FOLDER / f"{name}.json").open("xb") as file:
            file.write(example.stored + b"\n")
        sys.stdout.write(f"{name}\n")
    missing = sorted(collector.wanted - set(collector.found))
    for name in missing:
        sys.stdout.write(f"no case records {name}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
