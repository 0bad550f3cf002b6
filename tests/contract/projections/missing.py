"""
Leaving a fact out of the feed (缺失), to see whether a read model tells.
"""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from domain.base import Fact
from infra.read_model import ReadModel
from tests.contract.projections.undoing import undone


def digest_of(model: ReadModel, facts: Iterable[Fact]) -> str:
    """
    Say what a model would be with more facts; one that cannot take them is another.
    """
    with undone(model):
        try:
            for fact in facts:
                model.take(fact)
        except (AssertionError, LookupError) as error:
            return hashlib.sha256(repr(error).encode()).hexdigest()
        return model.digest()
    raise AssertionError


#: Models that are about every kind of fact, and not only about hand-overs.
ABOUT_ALL = ("trace", "deadlines")


@dataclass(frozen=True)
class Left:
    """
    What came of leaving one fact out.

    Args:
        wrote: Whether the fact wrote something when it came.
        missed: Whether the whole is another without it.
    """

    wrote: bool
    missed: bool


def left_out(
    model: ReadModel, facts: Sequence[Fact], numbers: Collection[int]
) -> dict[int, Left]:
    """
    Feed a model, leaving some facts out, each for itself; of those, the facts that it
    has a handler for.
    """
    whole = digest_of(model, facts)
    found: dict[int, Left] = {}
    for number, fact in enumerate(facts):
        if number not in numbers or not takes(model, fact):
            model.apply([fact])
            continue
        before, without = model.digest(), digest_of(model, facts[number + 1 :])
        model.apply([fact])
        found[number] = Left(model.digest() != before, without != whole)
    return found


def takes(model: ReadModel, fact: Fact) -> bool:
    """
    Whether a model has a handler for just this kind of fact, or is about every kind.
    """
    return model.NAME in ABOUT_ALL or names(model, fact)


def names(model: ReadModel, fact: Fact) -> bool:
    """
    Whether a model has a handler for just this kind of fact.
    """
    return fact.TOPIC in type(model)._handlers  # noqa: SLF001  which topics it names
