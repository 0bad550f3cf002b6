"""
The windows of penalties that call for a closure (提请关闭的处罚次数), counted back from
a day: three within 180 days, or four within a year.

Counted are standing penalties of the ledger's own under the Work Safety Law, by the
days of their decisions; a fine that is repeated by the day is none of its own. A year
ends on the same day of the month. An imported penalty is not counted: its legal basis
is sealed, so nobody can say in an act that it is of this law.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from domain.circumstances import Circumstances
from domain.limits import limit_if_any
from domain.penalty.file import Penalty
from domain.procedures.grounds_of_daily_fines import is_under_safety_law

#: How many penalties within each window call for closure (安全生产法113(1)).
COUNTS: Mapping[str, int] = MappingProxyType({"SL.close": 3, "SL.close.year": 4})


def counts_for_closure(penalty: Penalty) -> bool:
    """
    Whether a penalty is one of those that the law counts.

    Args:
        penalty: The penalty.
    """
    is_own = penalty.enterprise is not None and penalty.daily_of is None
    return penalty.stands and is_own and is_under_safety_law(penalty)


def window_ends(at: Circumstances, rule: str, day: date) -> date | None:
    """
    Say on which day a window that opened on a day ends, by the law of that day.

    Args:
        at: The circumstances.
        rule: Which window.
        day: The day of a decision.
    """
    limit = limit_if_any(at, rule, day)
    return limit.ends_on if limit else None


def window_reached(
    decided_on: Iterable[date], day: date, ends: Callable[[str, date], date | None]
) -> str:
    """
    Name the window in which enough penalties lie; empty if there is none.

    Args:
        decided_on: The days of the penalties that are counted; later ones are not.
        day: From which day it is counted back.
        ends: Says on which day a window that opened on a day ends; none where the law
            of that day knew none.
    """
    earlier = [each for each in decided_on if each <= day]
    for rule, count in COUNTS.items():
        last = (ends(rule, each) for each in earlier)
        if sum(each is not None and day <= each for each in last) >= count:
            return rule
    return ""
