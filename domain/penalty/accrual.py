"""
How a surcharge grows on what is not paid of a fine (加处罚款的累计).

Each day counts by what was due before it and not paid before it; the days of a review
or suit count for nothing (行政处罚法73(3)), and the fine itself is never exceeded.
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from domain.law.surcharge import surcharge_on_days
from domain.penalty.file import Penalty


@dataclass(frozen=True)
class Accrued:
    """
    What has accrued up to a day (累计情况).

    Args:
        surcharge_fen: How much.
        days_late: Days that counted.
        days_not_counted: Days of review or suit among the late ones.
    """

    surcharge_fen: int
    days_late: int
    days_not_counted: int


def accrued(penalty: Penalty, until: date, *, resting: Container[date] = ()) -> Accrued:
    """
    Reckon the surcharge on a penalty up to a day, inclusive.

    Args:
        penalty: The penalty, served.
        until: The last day that counts.
        resting: Days of a review or suit.

    Source:
        行政处罚法 72(1), 73(3); 行政强制法 45.
    """
    unpaid: list[int] = []
    left_out = 0
    first = min((each.pay_until for each in penalty.instalments), default=until)
    for ordinal in range(first.toordinal() + 1, until.toordinal() + 1):
        day = date.fromordinal(ordinal)
        base = _unpaid_before(penalty, day)
        if not base:
            continue
        if day in resting:
            left_out += 1
        else:
            unpaid.append(base)
    total = surcharge_on_days(penalty.fine_fen, unpaid)
    return Accrued(total, len(unpaid), left_out)


def _unpaid_before(penalty: Penalty, day: date) -> int:
    due = sum(e.amount_fen for e in penalty.instalments if e.pay_until < day)
    paid = sum(each.fine_fen for each in penalty.payments if each.on < day)
    return max(due - paid, 0)
