"""
The windows that call for a closure (提请关闭的期间), counted back from a day: three
penalties within 180 days, or four within a year; at a coal mine, major hazards found
twice within three months.

Counted are standing penalties under the Work Safety Law, by the days of their
decisions; a fine that is repeated by the day is none of its own. A year ends on the
same day of the month. An imported penalty is counted once it is linked, where its
legal basis named that law when it was taken in, and its source did not do away with
it; one of a day on which the ledger has a penalty of its own is taken to be that one.
Of a mine each visit counts that found a major hazard while nothing stopped production.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Final
from uuid import UUID

from domain.circumstances import Circumstances
from domain.document_number import comparison_key
from domain.imported_record.file import ImportedRecord
from domain.limits import limit_if_any
from domain.penalty.file import Penalty
from domain.printed import RecordKind, SourceStatus
from domain.procedures.fining_daily import is_under_safety_law

#: How many penalties within each window call for closure (安全生产法113(1)).
COUNTS: Mapping[str, int] = MappingProxyType({"SL.close": 3, "SL.close.year": 4})

#: The window of a coal mine, and how often within it (煤矿安全生产条例70(2)).
COAL: Final = "SL.close.coal"
COAL_COUNT: Final = 2

#: Statuses in which a decision stands no more where it comes from; one that was
#: repaired was right.
DONE_AWAY: Final = frozenset(
    (SourceStatus.WITHDRAWN, SourceStatus.UNLAWFUL, SourceStatus.VOID)
)


def counts_for_closure(penalty: Penalty) -> bool:
    """
    Whether a penalty is one of those that the law counts.

    Args:
        penalty: The penalty.
    """
    is_own = penalty.enterprise is not None and penalty.daily_of is None
    return penalty.stands and is_own and is_under_safety_law(penalty)


def imported_for_closure(
    at: Circumstances, enterprise: UUID | None
) -> Iterable[tuple[str, date]]:
    """
    List number and day of the imported penalties of an enterprise that the law counts.

    Args:
        at: The circumstances; what is read joins the conditions.
        enterprise: The enterprise.
    """
    tagged = at.tagged(f"enterprise/{enterprise}/imported") if enterprise else ()
    for each in tagged:
        record = at.read(ImportedRecord, each)
        is_its = record.is_linked and record.enterprise == enterprise
        is_penalty = record.kind is RecordKind.PENALTY and record.under_safety_law
        if is_its and is_penalty and record.status not in DONE_AWAY and record.penalty:
            number = comparison_key(record.penalty.decision_no)
            yield number, record.penalty.decided_on


def with_imported(
    own: Iterable[date], imported: Iterable[tuple[str, date]]
) -> list[date]:
    """
    Join the days of penalties of the ledger's own and of imported ones, each decision
    once.

    Args:
        own: The days of its own.
        imported: Number and day of each imported one.
    """
    days = [*own]
    others = {number or str(day): day for number, day in imported if day not in days}
    return [*days, *others.values()]


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
        if _within(earlier, day, partial(ends, rule)) >= count:
            return rule
    return ""


def mine_reached(
    found_on: Mapping[str, date], visit: str, ends: Callable[[str, date], date | None]
) -> bool:
    """
    Whether a visit to a mine that found a major hazard is one of enough in the window,
    counted back from the newest.

    Args:
        found_on: The day of each of those visits.
        visit: Which visit.
        ends: As of ``window_reached``.
    """
    days = [*found_on.values()]
    if visit not in found_on:
        return False
    newest, within = max(days), partial(ends, COAL)
    is_one = bool(_within([found_on[visit]], newest, within))
    return is_one and _within(days, newest, within) >= COAL_COUNT


def _within(
    days: Iterable[date], day: date, ends: Callable[[date], date | None]
) -> int:
    """
    Count the days whose window has not ended by a day.
    """
    last = (ends(each) for each in days)
    return sum(each is not None and day <= each for each in last)
