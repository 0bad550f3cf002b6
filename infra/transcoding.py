"""
How a fact becomes bytes, and bytes a fact: the library's mapper for two-part facts.

The decided part is encoded here when the act ends; the given part is the recorder's.
A restricted fact leaves in the ledger only that there is one (D26).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import cast
from uuid import UUID

import orjson
from eventsourcing.persistence import (
    JSONTranscoder,
    Mapper,
    StoredEvent,
    Transcoder,
)

from domain.base import FACTS, Deed, Fact, FirstFact
from domain.shapes import Kind, Member, members_of
from domain.values import Number, Personal
from infra.canonical import Json, canonical, read_moment, splice, write_moment
from infra.encoding import Codec, Sealing, Secret, codec_of, uuid_of
from infra.failures import FactTooLarge, Misconfigured

#: The longest stored fact, in bytes; a longer text goes to the document store.
FACT_BYTES_MAX = 256 * 1024

RESTRICTED_TOPIC = "restricted.v1"

_NO_TERMS = frozenset(
    {
        "originator_id",
        "originator_version",
        "originator_topic",
        "timestamp",
        "deed",
        "position",
    }
)


@dataclass(frozen=True)
class Draft(StoredEvent):
    """
    A fact on its way into the ledger: its decided part and what lies beside it.

    Args:
        thread: Its thread.
        audience: Who may read it.
        tags: Its tags.
        claims: What its file takes hold of.
        releases: What its file gives up.
        draws: Official numbers to draw, by path of the term.
        secrets: Values for the vault.
    """

    thread: UUID
    audience: str
    tags: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    draws: Mapping[str, Number] = field(default_factory=dict)
    secrets: tuple[Secret, ...] = ()


@dataclass(frozen=True)
class Stored(StoredEvent):
    """
    A fact as it lies in the ledger: ``state`` is its decided part.

    Args:
        given: Its given part.
        position: Its place in the one order, from 1.
    """

    given: bytes = b""
    position: int = 0

    @property
    def stored(self) -> bytes:
        """
        The bytes as stored and hashed.
        """
        return splice(self.state, self.given)


@cache
def terms_of(fact: type[Fact]) -> tuple[Member, ...]:
    """
    List the terms of a fact class: its own fields, without those that all share.
    """
    return members_of(fact, _NO_TERMS)


@cache
def _codec(fact: type[Fact]) -> Codec:
    return Codec(terms_of(fact))


class FactMapper(Mapper[UUID]):
    """
    The library's mapper, for facts in two parts.
    """

    def __init__(
        self,
        salts: Callable[[], bytes],
        reveal: Callable[[str], Mapping[str, str]],
        transcoder: Transcoder | None = None,
    ) -> None:
        """
        Take where salt comes from and who opens a restricted fact.

        Args:
            salts: Gives sixteen random bytes.
            reveal: Given a fact's id, its vault values by path.
            transcoder: The library's own; only kept.
        """
        super().__init__(transcoder or JSONTranscoder())
        self._salts = salts
        self._reveal = reveal

    def to_stored_event(self, domain_event: object) -> Draft:
        """
        Encode the decided part of a fact.

        Raises:
            TypeError: If a term is not of its type.
            FactTooLarge: If it is longer than a fact may be.
            ValueError: If it is restricted and would still give itself away.
        """
        assert isinstance(domain_event, Fact)
        fact = domain_event
        sealing = Sealing(fact.id, self._salts)
        found = _Found(tuple(fact.tags()), tuple(fact.claims()), tuple(fact.releases()))
        decided, topic = _decide(fact, found, sealing), fact.TOPIC
        if fact.RESTRICTED:
            decided, topic = _restrict(fact, decided, sealing), RESTRICTED_TOPIC
            found = _Found()
        state = canonical(decided)
        if len(state) > FACT_BYTES_MAX:
            path = _longest(decided.get("terms", {}))
            raise FactTooLarge(path, size=len(state), most=FACT_BYTES_MAX)
        return Draft(
            originator_id=fact.originator_id,
            originator_version=fact.originator_version,
            topic=topic,
            state=state,
            thread=fact.deed.thread,
            audience=fact.AUDIENCE.code,
            tags=found.tags,
            claims=found.claims,
            releases=found.releases,
            draws={p.removeprefix("terms/"): n for p, n in sealing.draws.items()},
            secrets=tuple(sealing.secrets),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Fact:
        """
        Decode a stored fact.

        Raises:
            Misconfigured: If this version does not know its topic.
        """
        assert isinstance(stored_event, Stored)
        decided: dict[str, Json] = orjson.loads(stored_event.state)
        if stored_event.topic == RESTRICTED_TOPIC:
            inner = self._reveal(f"{decided['fact']}")["restricted"]
            decided = orjson.loads(inner)
        return _undecide(decided, orjson.loads(stored_event.given))


def terms_as_json(fact: Fact) -> str:
    """
    Write the terms of a recorded fact as they lie in the ledger: personal ones sealed.
    """
    terms = _codec(type(fact)).write(fact, "", Sealing(fact.id, bytes))
    return canonical(terms).decode()


def _longest(terms: Json) -> str:
    """
    Name the part that makes terms long: the innermost that is more than half of what
    it stands in.
    """
    steps: list[str] = []
    while isinstance(terms, dict | list) and terms:
        pairs = terms.items() if isinstance(terms, dict) else enumerate(terms)
        sizes = {name: len(canonical(part)) for name, part in pairs}
        name = max(sizes, key=lambda each: sizes[each])
        if sizes[name] * 2 <= sum(sizes.values()):
            break
        steps.append(str(name))
        terms = terms[name]  # type: ignore[index]  # a key of this very one
    return "/".join(steps)


@dataclass(frozen=True)
class _Found:
    """
    By what a fact is found (D4).
    """

    tags: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()


def _decide(fact: Fact, found: _Found, sealing: Sealing) -> dict[str, Json]:
    decided = codec_of(Deed).write(fact.deed, "deed/", sealing)
    decided |= {
        "audience": fact.AUDIENCE.code,
        "fact": fact.id,
        "terms": _codec(type(fact)).write(fact, "terms/", sealing),
        "topic": fact.TOPIC,
    }
    for name in ("claims", "releases", "tags"):
        stated = getattr(found, name)
        if stated:
            decided[name] = sorted(stated)
    return decided


def _restrict(
    fact: Fact, decided: dict[str, Json], sealing: Sealing
) -> dict[str, Json]:
    """
    Leave of a restricted fact only that there is one (D26).

    Raises:
        ValueError: If its thread or a number drawn would still give it away.
    """
    if fact.deed.thread != fact.originator_id or sealing.draws:
        raise ValueError(
            f"{fact.TOPIC}: a restricted fact has a thread of its own and no number"
        )
    whole = canonical(decided).decode()
    sealed = sealing.seal(
        Personal(whole, fact.originator_id), "restricted", Kind.RESTRICTED
    )
    return {
        "audience": fact.AUDIENCE.code,
        "fact": fact.id,
        "sealed": sealed,
        "thread": str(fact.deed.thread),
        "topic": RESTRICTED_TOPIC,
    }


def _undecide(decided: dict[str, Json], given: dict[str, Json]) -> Fact:
    topic = cast("str", decided["topic"])
    kind = FACTS.get(topic)
    if kind is None:
        raise Misconfigured(
            f"本版本不认识事实类型 {topic}；请使用写入该账本的版本或更新的版本。",
            f"This version does not know facts of {topic}; use the version that wrote "
            "this ledger, or a newer one.",
        )
    file, _, version = cast("str", decided["fact"]).rpartition("/")
    terms = cast("dict[str, Json]", decided["terms"])
    numbers = cast("dict[str, dict[str, int]]", given.get("numbers", {}))
    for path, drawn in numbers.items():
        _at(terms, path)["serial"] = drawn["serial"]
    state = _codec(kind).read(terms)
    state["deed"] = Deed(**codec_of(Deed).read(decided))  # type: ignore[arg-type]  # the shapes are the fields'
    state["originator_id"] = uuid_of(file)
    state["originator_version"] = int(version)
    state["timestamp"] = read_moment(cast("str", given["recorded_at"]))
    state["position"] = given["position"]
    if issubclass(kind, FirstFact):
        state["originator_topic"] = topic.partition(".")[0]
    fact = object.__new__(kind)
    fact.__dict__.update(state)
    return fact


def _at(terms: Json, path: str) -> dict[str, Json]:
    """
    Find the record that stands at a path.
    """
    found = terms
    for step in path.split("/"):
        if isinstance(found, list):
            found = found[int(step)]
        else:
            found = cast("dict[str, Json]", found)[step]
    return cast("dict[str, Json]", found)


def numbered(draws: Mapping[str, Number], serials: Iterator[int]) -> dict[str, Number]:
    """
    Give each number to draw its serial.
    """
    return {path: replace(n, serial=next(serials)) for path, n in draws.items()}


__all__ = [
    "FACT_BYTES_MAX",
    "RESTRICTED_TOPIC",
    "Draft",
    "FactMapper",
    "Stored",
    "numbered",
    "terms_as_json",
    "terms_of",
    "write_moment",
]
