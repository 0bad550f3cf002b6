"""
What runs from the service of a decision (送达后的期限): to pay, and to ask the court.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.base import Fact
from domain.circumstances import Circumstances
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import Limit, limit_if_any, limit_of
from domain.penalty.facts import PenaltyServed
from domain.penalty.facts_of_payment import DeferralDecided
from domain.penalty.file import TOLD, Penalty
from domain.procedures.challenges import results_of
from domain.remedy.choices import RemedyResult
from domain.remedy.facts import SuitDecided

#: Results of a suit after which the decision is executed as judged.
_LOST: Final = frozenset((RemedyResult.UPHELD, RemedyResult.VARIED))


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


@dataclass(frozen=True)
class TimeToSue:
    """
    When the time to sue ended, and what is left then to ask the court.

    Args:
        began: What it was counted from: the service, a deferral, or the result of a
            review or a suit.
        ended_on: Its last day.
        limit: Until when the court can be asked.
    """

    began: Fact
    ended_on: date
    limit: Limit


def time_to_sue(penalty: Penalty, at: Circumstances) -> TimeToSue:
    """
    Say when the time to sue ended as it really ran, and until when the court can be
    asked then.

    Args:
        penalty: The penalty, served.
        at: Who, when.

    Source:
        行政强制法 53; 行政处罚法 72(2); 法释〔2018〕1号 153, 156.
    """
    served = [f for f in penalty.history if isinstance(f, PenaltyServed)]
    began: Fact = served[-1]
    results = results_of(at, penalty.id)
    judged = [f for f in results if isinstance(f, SuitDecided)]
    newest = (judged or results)[-1:]
    if newest:
        (began,) = newest
        is_suit = isinstance(began, SuitDecided)
        ended, limit = after_result(
            penalty, at, newest[0].remedy_result, on=began.deed.on, is_suit=is_suit
        )
    else:
        ended, limit = _by(penalty, at, _time_to_sue(penalty, at))
    deferred = [f for f in penalty.history if isinstance(f, DeferralDecided)]
    granted = [f for f in deferred if f.granted]
    if limit.rule == "CO.court.window.deferred" and granted:
        began = max(granted[-1], began, key=lambda fact: fact.deed.occurred_at)
    return TimeToSue(began, ended, limit)


def after_result(
    penalty: Penalty,
    at: Circumstances,
    result: RemedyResult,
    *,
    on: date,
    is_suit: bool,
) -> tuple[date, Limit]:
    """
    Say when the time to sue ends after a review or a suit, and until when the court
    can be asked then: two years after a suit that was lost, or else three months.

    Who withdrew a review may still sue in the time that runs from the service; who
    withdrew a suit may not.

    Args:
        penalty: The penalty, served.
        at: Who, when.
        result: What it came to.
        on: The day on which that was served.
        is_suit: Whether it was a suit.

    Source:
        行政诉讼法 45, 95; 行政强制法 53; 法释〔2018〕1号 58, 60, 153, 156.
    """
    if is_suit and result in _LOST:
        judgment = limit_of(at.due("CO.court.judgment", on))
        _, other = _by(penalty, at, on)
        is_later = other.ends_on > judgment.ends_on
        return on, other if is_later else judgment
    if is_suit:
        return _by(penalty, at, on)
    if result is RemedyResult.WITHDRAWN:
        return _by(penalty, at, max(on, _time_to_sue(penalty, at)))
    return _by(penalty, at, at.due("RM.suit.after_review", on).day)


def _time_to_sue(penalty: Penalty, at: Circumstances) -> date:
    assert penalty.served_on is not None
    return at.due("RM.suit", penalty.served_on).day


def _by(penalty: Penalty, at: Circumstances, ended: date) -> tuple[date, Limit]:
    """
    Count three months from a day, or from the end of a deferral that outlasts it.
    """
    deferred = penalty.deferred_until
    if deferred is not None and deferred > ended:
        return deferred, limit_of(at.due("CO.court.window.deferred", deferred))
    return ended, limit_of(at.due("CO.court.window", ended))
