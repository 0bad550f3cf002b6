"""
The shape of a term (要素类型), read once from its annotation.

Forms, requests, stored bytes and the glossary all follow the shape, so a term is
described in one place only: its annotation (D19).
"""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from domain.values import Choice, Number, Personal, Reference, Restricted, Upload


class Kind(Enum):
    """
    What a term is made of.
    """

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    WHOLE = "whole"
    FLAG = "flag"
    CHOICE = "choice"
    PERSONAL = "personal"
    RESTRICTED = "restricted"
    REFERENCE = "reference"
    DOCUMENT = "document"
    NUMBER = "number"
    RECORD = "record"
    LIST = "list"


@dataclass(frozen=True)
class Shape:
    """
    The shape of one term.

    Args:
        kind: What it is made of.
        type: The Python type of a value.
        members: Fields of a record, in order.
        each: Shape of an element of a list.
        reference: Where the choices of a reference come from.
    """

    kind: Kind
    type: type
    members: tuple["Member", ...] = ()
    each: "Shape | None" = None
    reference: Reference | None = None


@dataclass(frozen=True)
class Member:
    """
    A named term: a parameter of an act, a field of a fact or of a record.

    Args:
        name: The term's name, a key of the vocabulary.
        shape: Its shape.
        required: Whether it must be given.
        default: What an absent one is.
    """

    name: str
    shape: Shape
    required: bool
    default: object = None


_PLAIN: dict[type, Kind] = {
    str: Kind.TEXT,
    date: Kind.DAY,
    datetime: Kind.MOMENT,
    int: Kind.WHOLE,
    bool: Kind.FLAG,
    UUID: Kind.REFERENCE,
    Personal: Kind.PERSONAL,
    Restricted: Kind.RESTRICTED,
    Upload: Kind.DOCUMENT,
    Number: Kind.NUMBER,
}


def shape_of(annotation: object) -> Shape:
    """
    Read an annotation.

    Raises:
        TypeError: If the type is none of those that a term may have.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _referring(arguments)
    if origin in (Union, UnionType):
        return shape_of(next(a for a in arguments if a is not NoneType))
    if origin is tuple:
        return Shape(Kind.LIST, tuple, each=shape_of(arguments[0]))
    if isinstance(annotation, type):
        if annotation in _PLAIN:
            return Shape(_PLAIN[annotation], annotation)
        if issubclass(annotation, Choice):
            return Shape(Kind.CHOICE, annotation)
        if is_dataclass(annotation):
            return Shape(Kind.RECORD, annotation, members=members_of(annotation))
    message = f"no term may have the type {annotation!r}"
    raise TypeError(message)


def _referring(arguments: tuple[object, ...]) -> Shape:
    inner = shape_of(arguments[0])
    reference = next((a for a in arguments[1:] if isinstance(a, Reference)), None)
    if inner.kind is Kind.LIST:
        assert inner.each is not None
        each = Shape(inner.each.kind, inner.each.type, reference=reference)
        return Shape(Kind.LIST, tuple, each=each)
    return Shape(inner.kind, inner.type, reference=reference)


@cache
def members_of(record: type, skip: frozenset[str] = frozenset()) -> tuple[Member, ...]:
    """
    Read the fields of a dataclass.

    Args:
        record: The class.
        skip: Names of fields that are no terms.
    """
    assert is_dataclass(record)
    hints = get_type_hints(record, include_extras=True)
    found = []
    for each in fields(record):
        if each.name in skip or not each.init:
            continue
        factory: Callable[[], object] | object = each.default_factory
        required = each.default is MISSING and factory is MISSING
        default = None if required else each.default
        if each.default is MISSING and callable(factory):
            default = factory()
        shape = shape_of(hints[each.name])
        found.append(Member(each.name, shape, required, default))
    return tuple(found)


def references_in(shape: Shape, value: object) -> Iterator[tuple[Reference, UUID]]:
    """
    List the files that a term names, also inside lists and records.

    Args:
        shape: The shape of the term.
        value: What was given; nothing where it was left out.
    """
    if shape.reference is not None and isinstance(value, UUID):
        yield shape.reference, value
    elif shape.each is not None and isinstance(value, tuple):
        for one in value:
            yield from references_in(shape.each, one)
    elif shape.kind is Kind.RECORD and value is not None:
        for member in members_of(shape.type):
            yield from references_in(member.shape, getattr(value, member.name))


def texts_in(shape: Shape, value: object) -> Iterator[str]:
    """
    List the plain texts of a term, also inside lists and records; not the personal and
    restricted ones.

    Args:
        shape: The shape of the term.
        value: What was given; nothing where it was left out.
    """
    if shape.kind is Kind.TEXT and isinstance(value, str):
        yield value
    elif shape.each is not None and isinstance(value, tuple):
        for one in value:
            yield from texts_in(shape.each, one)
    elif shape.kind is Kind.RECORD and value is not None:
        for member in members_of(shape.type):
            yield from texts_in(member.shape, getattr(value, member.name))
