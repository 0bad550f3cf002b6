"""
How long a class of dishonesty is shown, and before when it is not repaired
(失信信息的最短和最长公示期).

Both run from the day of the document. Where classes had no terms yet on that day, those
of a later day stand for them, and are marked as unsettled (待核).
"""

from dataclasses import replace
from datetime import date

from domain.calendar import add_months
from domain.circumstances import Circumstances
from domain.law.credit_classes import LONGEST, SHORTEST, CreditClass
from domain.law.deadlines import RULES
from domain.law.rule import MONTHS_IN_A_YEAR, Unit
from domain.law.silence import LawSilent
from domain.limits import Limit, limit_of
from domain.periods import Due

#: A limit, and whether it rests on the law of a later day.
Reckoned = tuple[Limit | None, bool]


def longest(
    at: Circumstances,
    credit_class: CreditClass,
    document_on: date,
    *,
    is_own: bool = False,
) -> Reckoned:
    """
    Reckon the last day on which a class is shown.

    Args:
        at: The circumstances.
        credit_class: The class.
        document_on: Day of the document.
        is_own: Whether it is a decision of the body's own, which is shown also before
            classes had terms: for that of the first law.

    Source:
        发改委令36号.
    """
    return _reckoned(at, LONGEST[credit_class], document_on, is_own=is_own)


def shortest(
    at: Circumstances, credit_class: CreditClass, document_on: date
) -> Reckoned:
    """
    Reckon the last day on which a class of the body's own is not repaired yet; nothing
    for a minor one, which has no shortest term.

    Args:
        at: The circumstances.
        credit_class: The class.
        document_on: Day of the document.

    Source:
        发改委令36号.
    """
    if credit_class not in SHORTEST:
        return None, False
    return _reckoned(at, SHORTEST[credit_class], document_on, is_own=True)


def _reckoned(
    at: Circumstances, rule: str, document_on: date, *, is_own: bool
) -> Reckoned:
    first_days = [day for r in RULES if r.id == rule and (day := r.in_force_from)]
    later = (at.on, *(first_days if is_own else ()))
    return _limit(at, rule, document_on, *later)


def _limit(
    at: Circumstances, rule_id: str, document_on: date, *later: date
) -> Reckoned:
    """
    Reckon from the day of the document by its law, or else by that of the first of some
    later days on which the rule is in force.
    """
    found = _due_if_in_force(at, rule_id, document_on)
    if found is not None:
        return limit_of(found), False
    for day in later:
        by = _due_if_in_force(at, rule_id, day)
        if by is not None:
            stride = MONTHS_IN_A_YEAR if by.period.unit is Unit.YEAR else 1
            end = add_months(document_on, by.period.length, stride=stride).day
            return replace(limit_of(by), last_on=end), True
    return None, True


def _due_if_in_force(at: Circumstances, rule_id: str, day: date) -> Due | None:
    try:
        return at.due(rule_id, day)
    except LawSilent as silent:
        if silent.code != "not_in_force":
            raise
        return None
