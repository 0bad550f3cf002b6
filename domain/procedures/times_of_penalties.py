"""
What runs from the service of a decision (送达后的期限): to pay, and to ask the court.
"""

from collections.abc import Collection
from datetime import date

from domain.circumstances import Circumstances
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit, limit_if_any, limit_of
from domain.penalty.file import TOLD, Penalty
from domain.procedures.challenges import JUDGED, REVIEWED, results_on


def pay_limit(at: Circumstances, fine_fen: int, served_on: date) -> Limit | None:
    """
    Reckon until when a fine is paid; nothing where there is none.

    Source:
        行政处罚法 67(3).
    """
    return limit_if_any(at, "PN.pay", served_on) if fine_fen else None


def window_limit(
    at: Circumstances, kinds: Collection[PenaltyKind], served_on: date
) -> Limit | None:
    """
    Reckon until when the court is asked to execute what nobody challenges: three months
    from the end of the six to sue; nothing where service alone performs it.

    Source:
        行政强制法 53; 行政诉讼法 46.
    """
    if {*kinds} <= TOLD:
        return None
    sued = limit_if_any(at, "RM.suit", served_on)
    return limit_if_any(at, "CO.court.window", sued.ends_on) if sued else None


def time_to_sue(penalty: Penalty, at: Circumstances) -> tuple[date, Limit]:
    """
    Say when the time to sue ended, and until when the court can be asked then.

    Args:
        penalty: The penalty, served.
        at: Who, when.

    Source:
        行政强制法 53; 行政处罚法 72(2); 法释〔2018〕1号 153, 156.
    """
    assert penalty.served_on is not None
    judged = results_on(at, penalty.id, JUDGED)
    if judged:
        return judged[-1], limit_of(at.due("CO.court.judgment", judged[-1]))
    reviewed = results_on(at, penalty.id, REVIEWED)
    if reviewed:
        ended = at.due("RM.suit.after_review", reviewed[-1]).day
    else:
        ended = at.due("RM.suit", penalty.served_on).day
    limit = limit_of(at.due("CO.court.window", ended))
    deferred = penalty.deferred_until
    if deferred is not None and deferred > ended:
        return deferred, limit_of(at.due("CO.court.window.deferred", deferred))
    return ended, limit
