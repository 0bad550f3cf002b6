"""
The end of a stay of execution (停止执行结束): what stood still runs on, for what was
left of it.

While what is challenged is not executed the time to pay stands still; the days of the
stay are added to it, whether it ends by a decision of its own or with the result. That
they are added in full the law does not say in so many words (待核).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from domain.acts import act
from domain.base import File, Role, Time
from domain.circumstances import Circumstances
from domain.law.statutes import LITIGATION_LAW, REVIEW_LAW
from domain.limits import Limit, limit_if_any
from domain.penalty.file import Penalty
from domain.procedures.challenges import remedies_of
from domain.refusals import OutOfOrder, Refused
from domain.remedy.facts import (
    ExecutionStayed,
    ExecutionStayEnded,
    ReviewDecided,
    SuitDecided,
)
from domain.remedy.file import Remedy

STAY: Final = f"{REVIEW_LAW.article(42)};{LITIGATION_LAW.article(56)}"

#: By what a stay ends.
_ENDS: Final = (ExecutionStayEnded, ReviewDecided, SuitDecided)


@act(
    "记录恢复执行决定",
    "Record that the stay has ended",
    by=Role.CLERK,
    under=STAY,
    time=Time.STATED,
    rows=("PEN-12",),
)
def record_stay_end(remedy: Remedy, at: Circumstances, *, reason: str) -> None:
    """
    Record that what is challenged is executed again.

    Args:
        remedy: The review or suit.
        at: Who takes it in; the day.
        reason: Why.

    Raises:
        OutOfOrder: If it is not stayed.

    Source:
        行政复议法 42; 行政诉讼法 56.
    """
    left = pay_left(remedy, at)
    remedy.record(ExecutionStayEnded, at, reason=reason, pay_limit=left)


@record_stay_end.unless
def cannot_end_stay(remedy: Remedy, at: Circumstances) -> Iterable[Refused]:
    """
    While it is stayed.
    """
    del at
    if not remedy.is_stayed:
        yield OutOfOrder("not_stayed", under=STAY)


def pay_left(remedy: Remedy, at: Circumstances) -> Limit | None:
    """
    Reckon until when a fine is paid once a stay ends now: nothing where none is left
    to pay, it is put off, or its time was over before the stay.

    Args:
        remedy: The review or suit, before the fact that ends the stay.
        at: Who takes it in; the day.

    Source:
        行政处罚法 67(3), 73(1); 行政复议法 42; 行政诉讼法 56; in full: 待核.
    """
    if not remedy.is_stayed or remedy.challenged is None:
        return None
    penalty = at.read(File, remedy.challenged)
    if not isinstance(penalty, Penalty) or penalty.served_on is None:
        return None
    is_owed = penalty.is_unperformed and penalty.fine_left_fen
    others = (e for e in remedies_of(at, penalty.id) if e.id != remedy.id)
    is_stayed_by_another = any(isinstance(e, Remedy) and e.is_stayed for e in others)
    if not is_owed or penalty.deferred_until is not None or is_stayed_by_another:
        return None
    return _shifted(at, penalty.served_on, sorted(_stays(at, penalty)))


def _shifted(
    at: Circumstances, served_on: date, stays: list[tuple[date, date]]
) -> Limit | None:
    """
    Count the time to pay from a day later by those of the stays that began in it.
    """
    start, is_left, counted_to = served_on, False, date.min
    for first, end in stays:
        limit = limit_if_any(at, "PN.pay", start)
        is_left = limit is not None and first <= limit.ends_on
        if is_left:
            start += max(end - max(first, counted_to), timedelta())
            counted_to = max(end, counted_to)
    return limit_if_any(at, "PN.pay", start) if is_left else None


def _stays(at: Circumstances, penalty: Penalty) -> Iterable[tuple[date, date]]:
    """
    Give first day and end of each stay; one without an end ends now.
    """
    for remedy in remedies_of(at, penalty.id):
        begun: date | None = None
        for fact in remedy.history:
            if isinstance(fact, ExecutionStayed):
                begun = fact.deed.on
            elif begun is not None and isinstance(fact, _ENDS):
                yield begun, fact.deed.on
                begun = None
        if begun is not None:
            yield begun, at.on


def paid_in_time_until(at: Circumstances, penalty: Penalty) -> date | None:
    """
    Give the last day to pay that the newest end of a stay left, if there was one.

    Args:
        at: Who, when.
        penalty: The penalty.
    """
    ends = [
        fact.pay_limit.ends_on
        for remedy in remedies_of(at, penalty.id)
        for fact in remedy.history
        if isinstance(fact, _ENDS) and fact.pay_limit is not None
    ]
    return max(ends, default=None)
