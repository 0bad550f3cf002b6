"""
What a review or a suit means for a penalty (复议、诉讼对处罚的影响).

Reviews and suits are files of their own, found by the tag of what they challenge; which
of their facts begin and end one stands in the law's table.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from domain.base import Fact, File
from domain.circumstances import Circumstances
from domain.law.deadlines import RULES
from domain.remedy.facts import ReviewDecided, SuitDecided

#: Names what begins and ends a review or suit.
_REST: Final = next(rule for rule in RULES if rule.id == "PN.surcharge.suspend")


def remedies_of(at: Circumstances, file: UUID) -> Iterable[File]:
    """
    List the reviews and suits against what a file decided.
    """
    for each in at.tagged(f"file/{file}/remedy"):
        yield at.read(File, each)


def results_of(
    at: Circumstances, file: UUID
) -> tuple[ReviewDecided | SuitDecided, ...]:
    """
    List what reviews and suits against what a file decided came to, by their days.

    Args:
        at: Who, when.
        file: What is challenged.
    """
    found = [
        fact
        for remedy in remedies_of(at, file)
        for fact in remedy.history
        if isinstance(fact, ReviewDecided | SuitDecided)
    ]
    return tuple(sorted(found, key=lambda fact: fact.deed.on))


def is_challenged(at: Circumstances, file: UUID) -> bool:
    """
    Whether a review or suit is pending.
    """
    return any(end is None for _, end in _spans(at, file))


class Resting:
    """
    The days on which a review or suit was under way (复议、诉讼期间).
    """

    def __init__(self, spans: Iterable[tuple[date, date | None]]) -> None:
        """
        Keep first and last days; one without an end is pending.
        """
        self._spans = tuple(spans)

    def __contains__(self, day: object) -> bool:
        """
        Whether a day is one of them.
        """
        return isinstance(day, date) and any(
            start <= day and (end is None or day <= end) for start, end in self._spans
        )


def resting_days(
    at: Circumstances, file: UUID, more: tuple[date, date] | None = None
) -> Resting:
    """
    Give the days that count for no surcharge.

    Args:
        at: Who, when.
        file: What is challenged.
        more: First and last day of a span that counts for none either.

    Source:
        行政处罚法 73(3).
    """
    return Resting((*_spans(at, file), *((more,) if more else ())))


def _spans(at: Circumstances, file: UUID) -> Iterable[tuple[date, date | None]]:
    for remedy in remedies_of(at, file):
        begun: date | None = None
        for fact in remedy.history:
            if _is_one_of(fact, _REST.start_facts):
                begun = begun or fact.deed.on
            elif begun is not None and _is_one_of(fact, _REST.discharged_by):
                yield begun, fact.deed.on
                begun = None
        if begun is not None:
            yield begun, None


def _is_one_of(fact: Fact, names: tuple[str, ...]) -> bool:
    return type(fact).__name__ in names
