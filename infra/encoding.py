"""
How terms become JSON and JSON terms, by their shape.

Days are ``YYYY-MM-DD``, enumerations go by name, absent terms are left out, and a
personal value leaves only its commitment (D8, D25).
What a class needs is worked out once and kept.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import cast
from uuid import UUID

from domain.shapes import Kind, Member, Shape, members_of
from domain.values import Choice, Number, Personal
from infra.canonical import Json, commitment, read_moment, write_moment


@dataclass(frozen=True)
class Secret:
    """
    A value that goes to the vault and not into the fact (D8).

    Args:
        fact: Id of the fact.
        field: Path of the term in it, for example ``terms/signers/0/name``.
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
        if value.subject is None:
            raise TypeError(f"{path}: a personal value of nobody")
        salt = self.salts()
        self.secrets.append(
            Secret(self.fact, path, value.subject, kind.value, salt, value.text)
        )
        bound = commitment(salt, value.subject, path=path, value=value.text)
        return {"commitment": bound, "subject": str(value.subject)}


Writer = Callable[[object, str, Sealing], Json]
Reader = Callable[[Json], object]


class Codec:
    """
    Writes and reads the named terms of a record, of a fact or of an act.
    """

    def __init__(self, members: Iterable[Member]) -> None:
        """
        Work out how each term is written and read.
        """
        listed = tuple(members)
        self._writers = [(m.name, *_writers(m.shape), _left_out(m)) for m in listed]
        self._readers = [(m.name, _reader(m.shape), m.default) for m in listed]

    def write(self, record: object, path: str, sealing: Sealing) -> dict[str, Json]:
        """
        Write a record.

        An absent term is left out, and so is an empty text or list where that is the
        default; every other default is written, so that it can change one day without
        changing what old facts say.

        Args:
            record: Has the terms as attributes.
            path: Where it stands in the fact, with a trailing slash; empty at the top.
            sealing: Takes what must not be written.

        Raises:
            TypeError: If a value is not of its term's type.
        """
        written: dict[str, Json] = {}
        for name, wanted, plain, write, left_out in self._writers:
            value = getattr(record, name)
            if value is None or (left_out is not None and value == left_out):
                continue
            if type(value) is not wanted:
                raise _mistyped(value, wanted, path + name)
            written[name] = (
                plain(value) if plain else write(value, path + name, sealing)
            )
        return written

    def read(self, written: Mapping[str, Json]) -> dict[str, object]:
        """
        Read a record's terms; those left out get their default.
        """
        return {
            name: read(written[name]) if name in written else default
            for name, read, default in self._readers
        }


@cache
def codec_of(record: type, skip: frozenset[str] = frozenset()) -> Codec:
    """
    Give the codec of a record class.

    Args:
        record: The class.
        skip: Names of its fields that are no terms.
    """
    return Codec(members_of(record, skip))


def _left_out(member: Member) -> object:
    """
    Say which value of a term is the same as none; ``None`` itself is one anyway.
    """
    is_empty = member.default in ("", ())
    return member.default if not member.required and is_empty else None


# -- writing --------------------------------------------------------------------------


def _writers(shape: Shape) -> tuple[type, Callable[[object], Json] | None, Writer]:
    """
    Work out how a value is written, once it is seen to be of the very type.

    A subclass will not do: a moment is no day, a flag no whole number, and a restricted
    value no personal one.

    Returns:
        The type, how a value is written that needs neither path nor sealing, and how
        any is.
    """
    if shape.kind in _NESTED:
        return shape.type, None, _nested_writer(shape)
    plain = _PLAIN_WRITERS.get(shape.kind, _as_it_is)
    return shape.type, plain, lambda value, _path, _sealing: plain(value)


def _mistyped(value: object, wanted: type, path: str) -> TypeError:
    return TypeError(f"{path}: a {type(value).__name__} is no {wanted.__name__}")


def _nested_writer(shape: Shape) -> Writer:
    match shape.kind:
        case Kind.LIST:
            return _list_writer(shape)
        case Kind.NUMBER:
            return _write_number
        case Kind.PERSONAL | Kind.RESTRICTED:
            kind = shape.kind
            return lambda value, path, sealing: sealing.seal(
                cast("Personal", value), path, kind
            )
    codec = codec_of(shape.type)
    return lambda value, path, sealing: codec.write(value, f"{path}/", sealing)


def _list_writer(shape: Shape) -> Writer:
    assert shape.each is not None
    wanted, _, write = _writers(shape.each)

    def write_list(value: object, path: str, sealing: Sealing) -> Json:
        written: list[Json] = []
        for n, each in enumerate(cast("tuple[object, ...]", value)):
            if type(each) is not wanted:
                raise _mistyped(each, wanted, f"{path}/{n}")
            written.append(write(each, f"{path}/{n}", sealing))
        return written

    return write_list


def _write_number(value: object, path: str, sealing: Sealing) -> Json:
    """
    Write an official number; one without serial is to be drawn in the append.
    """
    number = cast("Number", value)
    written = codec_of(Number).write(number, f"{path}/", sealing)
    if not number.serial:
        sealing.draws[path] = number
        del written["serial"]
    return written


def _write_moment(value: object) -> Json:
    return write_moment(cast("datetime", value))


def _write_day(value: object) -> Json:
    return cast("date", value).isoformat()


def _write_choice(value: object) -> Json:
    return cast("Choice", value).code


def _as_it_is(value: object) -> Json:
    return cast("Json", value)


#: What is written with its path, since something in it may be sealed or drawn.
_NESTED = frozenset(
    (
        Kind.LIST,
        Kind.DOCUMENT,
        Kind.RECORD,
        Kind.NUMBER,
        Kind.PERSONAL,
        Kind.RESTRICTED,
    )
)
_PLAIN_WRITERS: dict[Kind, Callable[[object], Json]] = {
    Kind.MOMENT: _write_moment,
    Kind.DAY: _write_day,
    Kind.CHOICE: _write_choice,
    Kind.REFERENCE: str,
}


# -- reading --------------------------------------------------------------------------


def _reader(shape: Shape) -> Reader:
    match shape.kind:
        case Kind.LIST:
            assert shape.each is not None
            each = _reader(shape.each)
            return lambda value: tuple(map(each, cast("list[Json]", value)))
        case Kind.DOCUMENT | Kind.RECORD | Kind.NUMBER:
            return _record_reader(shape.type)
        case Kind.PERSONAL | Kind.RESTRICTED:
            return _seal_reader(shape.type)
        case Kind.CHOICE:
            kind = cast("type[Choice]", shape.type)
            by_code: Mapping[Json, object] = {member.code: member for member in kind}
            return by_code.__getitem__
    return _PLAIN_READERS.get(shape.kind, _as_written)


def _record_reader(kind: type) -> Reader:
    codec = codec_of(kind)
    return lambda value: kind(**codec.read(cast("dict[str, Json]", value)))


def _seal_reader(kind: type) -> Reader:
    def read_seal(value: Json) -> object:
        sealed = cast("dict[str, str]", value)
        return kind(subject=uuid_of(sealed["subject"]), commitment=sealed["commitment"])

    return read_seal


@lru_cache(maxsize=1 << 16)
def uuid_of(text: str) -> UUID:
    """
    Read an id; the same few officers and bodies come again and again.
    """
    return UUID(text)


def _read_moment(value: Json) -> object:
    return read_moment(cast("str", value))


def _read_day(value: Json) -> object:
    return date.fromisoformat(cast("str", value))


def _read_reference(value: Json) -> object:
    return uuid_of(cast("str", value))


def _as_written(value: Json) -> object:
    return value


_PLAIN_READERS: dict[Kind, Reader] = {
    Kind.MOMENT: _read_moment,
    Kind.DAY: _read_day,
    Kind.REFERENCE: _read_reference,
}
