"""
The surcharge on a fine paid late (加处罚款).
"""

from collections.abc import Iterable
from typing import Final

from domain.law.statutes import COERCION_LAW, PENALTY_LAW

#: 每日按罚款数额的百分之三, from the day after the last day to pay.
DAILY_PERCENT: Final = 3

#: The rate, and the cap of the fine itself.
PROVISION: Final = f"{PENALTY_LAW.article(72, 1)};{COERCION_LAW.article(45)}"


def surcharge(fine_fen: int, late_days: int) -> int:
    """
    Reckon the surcharge on a fine (加处罚款数额).

    It grows by 3 % of the fine a day and never exceeds the fine, which it reaches on
    the 34th day.
    Fractions of a fen are dropped.

    Args:
        fine_fen: The fine, in fen, 0 or more.
        late_days: Days after the last day to pay, less those inside a review or suit
            (行政处罚法73(3)); 0 or more.

    Returns:
        Fen.

    Raises:
        ValueError: If either is negative.

    Source:
        行政处罚法72(1);行政强制法45
    """
    if fine_fen < 0 or late_days < 0:
        raise ValueError(
            "罚款数额和逾期天数不得为负。 Neither fine nor days may be negative."
        )
    return min(fine_fen, fine_fen * DAILY_PERCENT * late_days // 100)


def surcharge_on_days(fine_fen: int, unpaid_fen: Iterable[int]) -> int:
    """
    Reckon the surcharge where a fine was paid in parts (分次缴款的加处罚款数额).

    Each day counts by what was unpaid on it (待核); the cap is the whole fine.

    Args:
        fine_fen: The fine, in fen.
        unpaid_fen: What was unpaid and due on each day that counts.

    Returns:
        Fen; fractions are dropped once, at the end.

    Source:
        行政处罚法72(1);行政强制法45
    """
    return min(fine_fen, sum(unpaid_fen) * DAILY_PERCENT // 100)
