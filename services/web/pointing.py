"""
Which files a fact points to (所指卷宗), by the shapes of its terms.
"""

from collections.abc import Iterable, Mapping
from typing import cast

from domain.base import FACTS
from domain.shapes import Kind, Member, Shape, members_of
from infra.canonical import Json
from infra.transcoding import terms_of


def terms_by(topic: str) -> tuple[Member, ...]:
    """
    List the terms of the facts of a topic; none for an unknown one.
    """
    kind = FACTS.get(topic)
    return terms_of(kind) if kind else ()


def pointed(topic: str, said: Mapping[str, Json]) -> Iterable[str]:
    """
    List the files that the terms of a fact point to, in order.

    Args:
        topic: Of the fact.
        said: Its terms, as stored.
    """
    return _files(terms_by(topic), said)


def first_text(topic: str, said: Mapping[str, Json]) -> str:
    """
    Give the first plain text that a fact says; empty for none.
    """
    texts = (
        str(said[member.name])
        for member in terms_by(topic)
        if member.shape.kind is Kind.TEXT and said.get(member.name)
    )
    return next(texts, "")


def _files(members: Iterable[Member], said: Mapping[str, Json]) -> Iterable[str]:
    for member in members:
        if member.name in said:
            yield from _pointed(member.shape, said[member.name])


def _pointed(shape: Shape, value: Json) -> Iterable[str]:
    if shape.kind is Kind.REFERENCE:
        yield str(value)
    elif shape.kind is Kind.LIST and shape.each is not None:
        for each in cast("list[Json]", value):
            yield from _pointed(shape.each, each)
    elif shape.kind is Kind.RECORD:
        yield from _files(members_of(shape.type), cast("dict[str, Json]", value))
