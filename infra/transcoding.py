"""
How a fact becomes bytes, and bytes a fact (D25).

A stored fact is one canonical JSON object of two parts.
``decided`` is what the act recorded, encoded here when the act ends.
``given`` is what the ledger adds under its lock: the position, the moment of recording
and the official numbers drawn.
The two are spliced once, hashed as stored, and never encoded again::

    {"decided":{...},"given":{"position":7,"recorded_at":"2026-..."}}

Keys are ASCII and sorted; there is no float and no null; moments are UTC with six
digits, days ``YYYY-MM-DD``, money is in fen, enumerations go by name, absent terms are
left out.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from functools import cache
from typing import cast
from uuid import UUID

import orjson
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent

from domain.base import FACTS, Deed, Fact
from domain.shapes import Kind, Member, Shape, members_of
from domain.values import Choice, Number, Personal

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

Json = str | int | bool | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True)
class Secret:
    """
    A value that goes to the vault and not into the fact (D8).

    Args:
        fact: Id of the fact.
        field: Path of the term in it, for example ``signers/0/name``.
        subject: Whose it is.
        kind: ``personal`` or ``restricted``.
        salt: Sixteen random bytes.
        value: The text.
    """

    fact: str
    field: str
    subject: UUID
    kind: str
    salt: bytes
    value: str


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
        draws: Official numbers to draw, by term.
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


def canonical(value: Json) -> bytes:
    """
    Encode by the rules of this module.
    """
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


_OPEN, _JOIN, _CLOSE = b'{"decided":', b',"given":', b"}"


def splice(decided: bytes, given: bytes) -> bytes:
    """
    Join the two parts of a fact.
    """
    return b"".join((_OPEN, decided, _JOIN, given, _CLOSE))


def unsplice(stored: bytes) -> tuple[bytes, bytes]:
    """
    Take the two parts of a stored fact apart, without decoding either.
    """
    cut = stored.rindex(_JOIN)
    return stored[len(_OPEN) : cut], stored[cut + len(_JOIN) : -len(_CLOSE)]


def give(
    position: int, recorded_at: datetime, numbers: Mapping[str, Number]
) -> bytes:
    """
    Encode the given part.

    Args:
        position: From 1.
        recorded_at: Aware moment.
        numbers: Official numbers with their serial, by term.
    """
    given: dict[str, Json] = {
        "position": position,
        "recorded_at": write_moment(recorded_at),
    }
    if numbers:
        given["numbers"] = {
            name: {"printed": number.printed, "serial": number.serial}
            for name, number in numbers.items()
        }
    return canonical(given)


def write_moment(moment: datetime) -> str:
    """
    Write a moment: UTC, six digits, ``Z``.
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def read_moment(text: str) -> datetime:
    """
    Read what ``write_moment`` wrote.
    """
    return datetime.fromisoformat(text)


def commitment(salt: bytes, subject: UUID, path: str, value: str) -> str:
    """
    Bind a personal value without showing it.

    SHA-256 over the salt and the canonical array of subject, field and value.
    """
    bound = canonical([str(subject), path, value])
    return hashlib.sha256(salt + bound).hexdigest()


# -- values ---------------------------------------------------------------------------


class Sealing:
    """
    Collects what an encoding must not contain: personal values and numbers to draw.
    """

    def __init__(self, fact: str, salts: Callable[[], bytes]) -> None:
        """
        Start for one fact.
        """
        self.fact = fact
        self.salts = salts
        self.secrets: list[Secret] = []
        self.draws: dict[str, Number] = {}

    def seal(self, value: Personal, path: str, kind: Kind) -> Json:
        """
        Put a personal value aside and leave its commitment.
        """
        if value.commitment:
            return {"commitment": value.commitment, "subject": str(value.subject)}
        assert value.subject is not None, f"{path}: a personal value without subject"
        salt = self.salts()
        self.secrets.append(
            Secret(self.fact, path, value.subject, kind.value, salt, value.text)
        )
        bound = commitment(salt, value.subject, path, value.text)
        return {"commitment": bound, "subject": str(value.subject)}


def write(shape: Shape, value: object, path: str, sealing: Sealing) -> Json:
    """
    Encode a value by its shape.

    Raises:
        TypeError: If the value is not of the shape's type.
    """
    if not isinstance(value, shape.type) or (
        shape.kind is Kind.WHOLE and isinstance(value, bool)
    ):
        message = f"{path}: {value!r} is no {shape.type.__name__}"
        raise TypeError(message)
    match shape.kind:
        case Kind.MOMENT:
            return write_moment(cast("datetime", value))
        case Kind.DAY:
            return cast("date", value).isoformat()
        case Kind.CHOICE:
            return cast("Choice", value).code
        case Kind.REFERENCE:
            return str(value)
        case Kind.PERSONAL | Kind.RESTRICTED:
            return sealing.seal(cast("Personal", value), path, shape.kind)
        case Kind.NUMBER:
            return _write_number(cast("Number", value), path, sealing)
        case Kind.DOCUMENT | Kind.RECORD:
            members = shape.members or members_of(shape.type)
            return write_record(members, value, f"{path}/", sealing)
        case Kind.LIST:
            assert shape.each is not None
            listed = enumerate(cast("tuple[object, ...]", value))
            return [write(shape.each, v, f"{path}/{n}", sealing) for n, v in listed]
    return cast("Json", value)


def write_record(
    members: Iterable[Member], record: object, path: str, sealing: Sealing
) -> dict[str, Json]:
    """
    Encode the named terms of a record; a term at its default is left out.
    """
    written: dict[str, Json] = {}
    for member in members:
        value = getattr(record, member.name)
        if value is None or (not member.required and value == member.default):
            continue
        where = f"{path}{member.name}"
        written[member.name] = write(member.shape, value, where, sealing)
    return written


def _write_number(number: Number, path: str, sealing: Sealing) -> Json:
    if not number.serial:
        sealing.draws[path] = number
    return write_record(members_of(Number), number, f"{path}/", sealing)


def read(shape: Shape, value: Json) -> object:
    """
    Decode a value by its shape.
    """
    match shape.kind:
        case Kind.MOMENT:
            return read_moment(cast("str", value))
        case Kind.DAY:
            return date.fromisoformat(cast("str", value))
        case Kind.CHOICE:
            return shape.type[cast("str", value).upper()]  # type: ignore[index]  # an Enum class
        case Kind.REFERENCE:
            return UUID(cast("str", value))
        case Kind.PERSONAL | Kind.RESTRICTED:
            sealed = cast("dict[str, str]", value)
            return shape.type(
                subject=UUID(sealed["subject"]), commitment=sealed["commitment"]
            )
        case Kind.DOCUMENT | Kind.RECORD | Kind.NUMBER:
            members = shape.members or members_of(shape.type)
            return shape.type(**read_record(members, cast("dict[str, Json]", value)))
        case Kind.LIST:
            assert shape.each is not None
            each = shape.each
            return tuple(read(each, v) for v in cast("list[Json]", value))
    return value


def read_record(
    members: Iterable[Member], written: Mapping[str, Json]
) -> dict[str, object]:
    """
    Decode the named terms of a record; absent ones get their default.
    """
    return {
        m.name: read(m.shape, written[m.name]) if m.name in written else m.default
        for m in members
    }


# -- facts ----------------------------------------------------------------------------


@cache
def terms_of(fact: type[Fact]) -> tuple[Member, ...]:
    """
    List the terms of a fact class: its own fields, without those that all share.
    """
    return members_of(fact, _NO_TERMS)


class FactMapper(Mapper[UUID]):
    """
    The library's mapper, for facts in two parts.
    """

    def __init__(
        self,
        salts: Callable[[], bytes],
        reveal: Callable[[str], Mapping[str, str]],
    ) -> None:
        """
        Take where salt comes from and who opens a restricted fact.

        Args:
            salts: Gives sixteen random bytes.
            reveal: Given a fact's id, its vault values by path.
        """
        super().__init__(JSONTranscoder())
        self._salts = salts
        self._reveal = reveal

    def to_stored_event(self, domain_event: object) -> Draft:
        """
        Encode the decided part of a fact.

        Raises:
            ValueError: If it is longer than a fact may be.
        """
        assert isinstance(domain_event, Fact)
        fact = domain_event
        sealing = Sealing(fact.id, self._salts)
        decided = _decide(fact, sealing)
        topic = fact.TOPIC
        if fact.RESTRICTED:
            decided, topic = _restrict(fact, decided, sealing), RESTRICTED_TOPIC
        state = canonical(decided)
        if len(state) > FACT_BYTES_MAX:
            message = f"{fact.TOPIC}: {len(state)} bytes, at most {FACT_BYTES_MAX}"
            raise ValueError(message)
        hidden = fact.RESTRICTED
        return Draft(
            originator_id=fact.originator_id,
            originator_version=fact.originator_version,
            topic=topic,
            state=state,
            thread=fact.deed.thread,
            audience=fact.AUDIENCE.code,
            tags=() if hidden else tuple(fact.tags()),
            claims=() if hidden else tuple(fact.claims()),
            releases=() if hidden else tuple(fact.releases()),
            draws={p.removeprefix("terms/"): n for p, n in sealing.draws.items()},
            secrets=tuple(sealing.secrets),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Fact:
        """
        Decode a stored fact.
        """
        assert isinstance(stored_event, Stored)
        decided: dict[str, Json] = orjson.loads(stored_event.state)
        given: dict[str, Json] = orjson.loads(stored_event.given)
        if stored_event.topic == RESTRICTED_TOPIC:
            inner = self._reveal(f"{decided['fact']}")["restricted"]
            decided = orjson.loads(inner)
        return _undecide(decided, given)


def terms_as_json(fact: Fact) -> str:
    """
    Write the terms of a recorded fact as they lie in the ledger: personal ones sealed.
    """
    terms = write_record(terms_of(type(fact)), fact, "", Sealing(fact.id, bytes))
    return canonical(terms).decode()


def _decide(fact: Fact, sealing: Sealing) -> dict[str, Json]:
    decided = write_record(members_of(Deed), fact.deed, "deed/", sealing)
    terms = write_record(terms_of(type(fact)), fact, "terms/", sealing)
    decided |= {
        "audience": fact.AUDIENCE.code,
        "fact": fact.id,
        "terms": terms,
        "topic": fact.TOPIC,
    }
    for name in ("claims", "releases", "tags"):
        stated = list(getattr(fact, name)())
        if stated:
            decided[name] = sorted(stated)
    return decided


def _restrict(
    fact: Fact, decided: dict[str, Json], sealing: Sealing
) -> dict[str, Json]:
    """
    Leave of a restricted fact only that there is one (D26).
    """
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
    kind = FACTS[cast("str", decided["topic"])]
    file, _, version = cast("str", decided["fact"]).rpartition("/")
    state = read_record(terms_of(kind), cast("dict[str, Json]", decided["terms"]))
    numbers = cast("dict[str, dict[str, int]]", given.get("numbers", {}))
    for name, drawn in numbers.items():
        number = cast("Number", state[name])
        state[name] = replace(number, serial=drawn["serial"])
    state["deed"] = Deed(**read_record(members_of(Deed), decided))  # type: ignore[arg-type]  # the shapes are the fields'
    state["originator_id"] = UUID(file)
    state["originator_version"] = int(version)
    state["timestamp"] = read_moment(cast("str", given["recorded_at"]))
    state["position"] = given["position"]
    if any(f.name == "originator_topic" for f in fields(kind)):
        state["originator_topic"] = kind.TOPIC.partition(".")[0]
    fact = object.__new__(kind)
    fact.__dict__.update(state)
    return fact


def numbered(draws: Mapping[str, Number], serials: Iterator[int]) -> dict[str, Number]:
    """
    Give each number to draw its serial.
    """
    return {name: replace(n, serial=next(serials)) for name, n in draws.items()}
