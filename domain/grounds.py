"""
Grounds that acts of several files share (共同的不予办理理由).
"""

from collections.abc import Iterable
from datetime import date

from domain.circumstances import Circumstances
from domain.refusals import OutOfOrder, OutOfTime, Refused


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


def first(grounds: Iterable[Refused]) -> None:
    """
    Refuse by the first of the grounds, if there is any.

    Raises:
        Refused: That ground.
    """
    for refusal in grounds:
        raise refusal
