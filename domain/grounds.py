"""
Grounds that acts of several files share (共同的不予办理理由).
"""

from collections.abc import Iterable
from datetime import date

from domain.circumstances import Circumstances
from domain.refusals import ORDER, OutOfOrder, OutOfTime, Refused


def blank(text: str, code: str, *, under: str) -> Iterable[Refused]:
    """
    Nothing was written where the law wants to read something.
    """
    if not text.strip():
        yield OutOfOrder(code, under=under)


def past(day: date, at: Circumstances, *, under: str) -> Iterable[Refused]:
    """
    A last day was set that is over already.
    """
    if day < at.on:
        yield OutOfTime("last_day_past", under=under, until_on=day)


def in_order(*grounds: Iterable[Refused]) -> list[Refused]:
    """
    Put grounds in the order competence, existence, stage, time, amount; within a class
    they stay as they are given.
    """
    return sorted((each for group in grounds for each in group), key=rank)


def up_to(last: type[Refused], grounds: Iterable[Refused]) -> Iterable[Refused]:
    """
    Leave the grounds of a class and of those before it.
    """
    return (each for each in grounds if rank(each) <= ORDER.index(last))


def rank(refusal: Refused) -> int:
    """
    Say at which place of the order a ground stands.
    """
    return ORDER.index(type(refusal))


def first(*grounds: Iterable[Refused]) -> None:
    """
    Refuse by the first of the grounds, if there is any, in the order competence,
    existence, stage, time, amount.

    Raises:
        Refused: That ground.
    """
    for refusal in in_order(*grounds):
        raise refusal
