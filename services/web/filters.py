"""
How a list is narrowed on its page (筛选): fields to fill in, and what is narrowed to.

A reference is not typed: a page that knows the file leads to the list with it, and the
list says so and offers to drop it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from inspect import signature
from urllib.parse import urlencode

from domain.shapes import Kind, Member
from domain.values import Choice
from infra.questions import Question, Reader
from services.web import labels
from services.web.asking import AS_OF, CURSOR, KNOWN_AT, LIMIT, terms
from services.web.house import House
from services.web.labels import NO, YES, Words
from services.web.naming import called

#: Lists that are kept by the day: their form shows for which day it is.
BY_THE_DAY = frozenset(("black-list",))

_TYPES = {Kind.DAY: "date", Kind.WHOLE: "number"}


@dataclass(frozen=True)
class Filter:
    """
    One field.

    Args:
        name: Its name in the address.
        words: Its label.
        type: Of the input, where there is nothing to choose.
        value: What it holds.
        options: What can be chosen, by code.
        may_be_all: Whether nothing need be chosen.
    """

    name: str
    words: Words
    type: str
    value: str
    options: tuple[tuple[str, Words], ...] = ()
    may_be_all: bool = True


@dataclass(frozen=True)
class Narrowed:
    """
    A file to which a list is narrowed.

    Args:
        name: Name of the term in the address.
        words: What the term is called.
        file: The file.
        text: What the file is called.
        dropped: The address without it.
    """

    name: str
    words: Words
    file: str
    text: str
    dropped: str


@dataclass(frozen=True)
class Filters:
    """
    The form of a list.

    Args:
        fields: What may be filled in.
        axes: For which day, and as known when.
        narrowed: To which files it is narrowed.
        is_dated: Whether the day is to be seen without asking for it.
    """

    fields: tuple[Filter, ...]
    axes: tuple[Filter, ...]
    narrowed: tuple[Narrowed, ...]
    is_dated: bool


def filters_of(
    house: House,
    reader: Reader,
    question: Question,
    *,
    given: Mapping[str, str],
    today: str,
) -> Filters:
    """
    Make the form of a question's list.

    Args:
        house: Where files are named.
        reader: Who reads the names.
        question: Which.
        given: What it was put with, as it stood in the address.
        today: The day that an empty one stands for.
    """
    members = [m for m in terms(question) if m.name not in (LIMIT, CURSOR)]
    axes = [m for m in members if m.name in (AS_OF, KNOWN_AT)]
    files = [m.name for m in members if m.shape.kind is Kind.REFERENCE]
    plain = [m for m in members if m.name not in files and m not in axes]
    is_dated = question.name in BY_THE_DAY
    dated = {AS_OF: today, **given} if is_dated else given
    return Filters(
        tuple(_filter(m, question, given) for m in plain),
        tuple(_filter(m, question, dated) for m in axes),
        tuple(
            _narrowed(house, reader, name, given=given)
            for name in files
            if given.get(name)
        ),
        is_dated or bool(given.get(AS_OF) or given.get(KNOWN_AT)),
    )


def _filter(member: Member, question: Question, given: Mapping[str, str]) -> Filter:
    shape, name = member.shape, member.name
    options: tuple[tuple[str, Words], ...] = ()
    if shape.kind is Kind.CHOICE:
        options = labels.choices(shape.type)
    elif shape.kind is Kind.FLAG:
        options = (("true", YES), ("false", NO))
    usual = _usual(question, name)
    return Filter(
        name,
        labels.asked(name),
        _TYPES.get(shape.kind, "text"),
        given.get(name) or usual,
        options,
        may_be_all=not usual,
    )


def _usual(question: Question, name: str) -> str:
    """
    Say what is asked for where nothing is chosen.
    """
    declared = signature(question.method).parameters.get(name)
    usual = declared.default if declared else None
    return usual.code if isinstance(usual, Choice) else ""


def _narrowed(
    house: House, reader: Reader, name: str, *, given: Mapping[str, str]
) -> Narrowed:
    file = given[name]
    others = {n: v for n, v in given.items() if v and n not in (name, CURSOR)}
    text = called(house, reader, [file])[file]
    return Narrowed(name, labels.asked(name), file, text, f"?{urlencode(others)}")
