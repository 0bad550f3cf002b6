"""
The table of deadlines (期限表): 247 rows in eight chapters, chosen by id and day.

Procedure and periods go by the law of the day of the act that starts them.
Several rows of one id follow one another by date.

A row that only states a rule without a period is kept, so that whoever asks for its
period is told so.
Periods of 2, 3, 5 and 7 days in the penalty law, of up to 10 days in the coercion law
and of 3, 5, 7 and 10 days in the review law are working days (行政处罚法85,
行政强制法69, 行政复议法88).
No pack may touch the referral's and the seizure's limits or the publication of
penalties, though a place may shorten other limits of its own.
"""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Final

from domain.law.chapters import (
    accidents,
    coercion,
    credit,
    inspection,
    penalty,
    referral,
    remedies,
    transparency,
)
from domain.law.rule import Rule
from domain.law.silence import LawSilent

#: Every row, in the order of the chapters.
RULES: Final[tuple[Rule, ...]] = (
    *penalty.RULES,
    *remedies.RULES,
    *accidents.RULES,
    *credit.RULES,
    *referral.RULES,
    *coercion.RULES,
    *transparency.RULES,
    *inspection.RULES,
)

#: Every id once, in that order.
RULE_IDS: Final = tuple(dict.fromkeys(rule.id for rule in RULES))

#: Of each id the row that came into force last, by which the rule is called.
NEWEST: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        rule.id: rule
        for rule in sorted(RULES, key=lambda row: row.in_force_from or date.min)
    }
)


@cache
def rules_of(rule_id: str) -> tuple[Rule, ...]:
    """
    List the rows of an id, in the order of the table.

    Raises:
        LawSilent: If there is no such id.
    """
    rows = tuple(rule for rule in RULES if rule.id == rule_id)
    if not rows:
        near = ", ".join(get_close_matches(rule_id, RULE_IDS, n=3))
        raise LawSilent(
            "unknown_rule",
            f"没有编号为“{rule_id}”的期限规则。{near and f'是否指:{near}?'}",
            f"There is no rule “{rule_id}”. {near and f'Did you mean {near}?'}".strip(),
        )
    return rows


def rule_on(rule_id: str, day: date) -> Rule:
    """
    Choose the row of an id that is in force on a day.

    Args:
        rule_id: For example ``PN.pay``.
        day: The legal day of the act that starts the period.

    Raises:
        LawSilent: If there is no such id, or none of its rows is in force that day.
    """
    rows = rules_of(rule_id)
    standing = [rule for rule in rows if rule.stands_on(day)]
    if not standing:
        spans = ", ".join(_span(rule) for rule in rows)
        raise LawSilent(
            "not_in_force",
            f"{rule_id}在{day}没有有效规定;有效期间:{spans}。",
            f"{rule_id} has no provision in force on {day}; in force: {spans}.",
            under=rows[-1].provision,
        )
    return standing[0]


def _span(rule: Rule) -> str:
    return f"{rule.in_force_from or ''}..{rule.in_force_until or ''}"
