"""
Facts are for ever: what was stored once is read by every later version (D25).
"""

import re
import subprocess
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

import orjson
import pytest

import domain
from domain.base import FACTS, FILES, Deed, Fact, replay
from domain.shapes import Kind, Member, Shape, members_of
from infra.canonical import Json, canonical, unsplice
from infra.transcoding import FactMapper, terms_of
from tests.contract.examples import FOLDER, GAINED, Example, topics

ROOT = Path(__file__).parent.parent.parent

#: Importing it makes every topic known.
KNOWN = domain


def mapper() -> FactMapper:
    """
    A mapper without a vault: no example of a restricted fact needs one.
    """
    return FactMapper(bytes, lambda _: {})


def loaded(example: Example) -> Fact:
    """
    Load an example.
    """
    return mapper().to_domain_event(example.as_stored)


def mismatched(members: tuple[Member, ...], record: object) -> list[str]:
    """
    Name the terms whose value is not of the type that their annotation names.
    """
    return [
        f"{type(record).__name__}.{member.name}: {value!r}"
        for member in members
        for value in (getattr(record, member.name),)
        if not (_is_of(member.shape, value) or (value is None is member.default))
        and not (value is None and _may_be_absent(type(record), member.name))
    ]


def _may_be_absent(record: type, name: str) -> bool:
    assert is_dataclass(record)
    (annotation,) = (f.type for f in fields(record) if f.name == name)
    return "None" in str(annotation)


def _is_of(shape: Shape, value: object) -> bool:
    kind = shape.type
    if type(value) is not shape.type:
        return False
    if isinstance(value, datetime):
        return value.tzinfo is not None
    if isinstance(value, tuple):
        assert shape.each is not None
        return all(_is_of(shape.each, each) for each in value)
    if shape.kind in (Kind.RECORD, Kind.DOCUMENT, Kind.NUMBER):
        return not mismatched(members_of(kind), value)
    return True


def undrawn(state: bytes, given: bytes) -> bytes:
    """
    Take the serials that the append drew out of what is encoded again.
    """
    decided = orjson.loads(state)
    for path in orjson.loads(given).get("numbers", {}):
        place: Json = decided["terms"]
        for step in path.split("/"):
            if isinstance(place, list):
                place = place[int(step)]
            else:
                place = cast("dict[str, Json]", place)[step]
        del cast("dict[str, Json]", place)["serial"]
    return canonical(decided)


def git(*words: str) -> subprocess.CompletedProcess[bytes]:
    """
    Ask the repository.
    """
    return subprocess.run(
        ["git", "-C", str(ROOT), *words],  # noqa: S607  wherever it is installed
        capture_output=True,
        check=False,
    )


def first_commits() -> dict[str, str]:
    """
    Name, for each example, the first commit that made its file, also where it was
    removed since and made anew.
    """
    said = git(
        "log", "--diff-filter=A", "--no-renames", "--name-only", "--format=commit %H",
        "--", str(FOLDER),
    ).stdout.decode()  # fmt: skip
    made: dict[str, str] = {}
    commit = ""
    for line in said.splitlines():
        if line.startswith("commit "):
            commit = line.removeprefix("commit ")
        elif line:
            made[Path(line).stem] = commit  # the oldest comes last
    return made


EXAMPLES = Example.all()
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.name)


def test_every_topic_has_one() -> None:
    """
    Each topic of the domain has its stored example, and each example its topic; so has
    each term that a topic gained.

    Where one is missing: ``python -m tests.contract.write_examples``.
    """
    assert {example.name for example in EXAMPLES} == topics() | GAINED


def test_a_gained_term_is_there() -> None:
    """
    The first example of a topic lacks a term that was gained later, the other has it.
    """
    by_name = {example.name: loaded(example) for example in EXAMPLES}

    for name in GAINED:
        topic, _, term = name.partition("+")
        assert not getattr(by_name[topic], term)
        assert getattr(by_name[name], term)


@each_example
def test_loads_today(example: Example) -> None:
    """
    It loads, and every term is of the type that its annotation names.
    """
    fact = loaded(example)

    assert type(fact) is FACTS[example.topic]
    if fact.originator_version == 1:
        assert type(replay([fact])) is FILES[example.topic.partition(".")[0]]
    assert mismatched(terms_of(type(fact)), fact) == []
    assert mismatched(members_of(Deed), fact.deed) == []


@each_example
def test_encodes_to_the_same_bytes(example: Example) -> None:
    """
    What was decided is encoded again to the very same bytes.
    """
    decided, given = unsplice(example.stored)

    state = mapper().to_stored_event(loaded(example)).state

    assert undrawn(state, given) == decided


@each_example
def test_names_no_module(example: Example) -> None:
    """
    The stored bytes name a topic, never a place in the code.
    """
    assert not re.search(rb"\b(domain|infra|tests)\.\w+|\w:[A-Z]\w+\"", example.stored)
    assert canonical(orjson.loads(example.stored)) == example.stored


@pytest.mark.needs("git")
def test_is_as_first_stored() -> None:
    """
    The file is byte for byte the one of the first commit that made it.
    """
    if git("rev-parse", "--is-shallow-repository").stdout.strip() != b"false":
        pytest.skip("the history of the repository is not here")
    changed = []
    for topic, commit in first_commits().items():
        path = FOLDER / f"{topic}.json"
        first = git("show", f"{commit}:{path.relative_to(ROOT).as_posix()}").stdout
        if path.read_bytes() != first:
            changed.append(topic)

    assert changed == []
