"""
A period as a fact keeps it (期限): what was reckoned on the day of the act.

A later change of the law or the calendar alters no limit that stands in a fact; who
wants the day as the calendar of today has it derives it anew from rule and start.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.law.packs import Pack
from domain.law.rule import Open
from domain.law.silence import LawSilent
from domain.periods import Due, due
from domain.values import day_of, end_of

#: Why there may be no limit to keep: the law states none, or not any more.
_NO_LIMIT = frozenset((*(open_.code for open_ in Open), "not_in_force"))


@dataclass(frozen=True)
class Limit:
    """
    Until when something is in time, and by which rule (期限).

    Args:
        rule: A row of the table of deadlines, for example ``IN.recheck``.
        provision: What its length rests on.
        last_on: The last day in time, inclusive; absent for a rule in hours.
        last_at: The last moment in time; only for a rule in hours.
        set_by_pack: Code of the pack that set the length; empty if national law did.
        provisional: Whether a calendar that is not published yet was needed (暂定).
    """

    rule: str
    provision: str
    last_on: date | None = None
    last_at: datetime | None = None
    set_by_pack: str = ""
    provisional: bool = False

    @property
    def ends_at(self) -> datetime:
        """
        The last moment in time.
        """
        if self.last_at is not None:
            return self.last_at
        assert self.last_on is not None
        return end_of(self.last_on)

    @property
    def ends_on(self) -> date:
        """
        The legal day of that moment.
        """
        return day_of(self.ends_at)


def limit_of(due: Due) -> Limit:
    """
    Keep what was reckoned.
    """
    moment = due.due if isinstance(due.due, datetime) else None
    return Limit(
        rule=due.rule.id,
        provision=due.provision,
        last_on=None if moment else due.day,
        last_at=moment,
        set_by_pack=due.pack,
        provisional=due.provisional,
    )


def derived_anew(
    limit: Limit, start: date, *, calendar: Calendar, pack: Pack | None = None
) -> Limit:
    """
    Reckon a limit in days again by another calendar, from its own rule and length.

    Args:
        limit: As a fact keeps it.
        start: The legal day that started it.
        calendar: The working calendar in force now.
        pack: The pack that set the length, where one did.

    Returns:
        The limit itself, where there is nothing to count days by: it ends at a moment,
        an act set it, or the pack that set its length is not known.
    """
    if limit.last_on is None or (limit.set_by_pack and pack is None):
        return limit
    own = pack if limit.set_by_pack else None
    try:
        found = due(limit.rule, start, calendar=calendar, pack=own)
    except LawSilent:
        return limit
    return replace(limit, last_on=found.day, provisional=found.provisional)


def limit_if_any(
    at: Circumstances, rule_id: str, start: date | datetime
) -> Limit | None:
    """
    Reckon a limit; nothing where neither the law of that day nor the pack states one.

    Args:
        at: The circumstances: calendar and pack.
        rule_id: A row of the table of deadlines.
        start: The legal day, or for a rule in hours the moment, that starts it.

    Raises:
        LawSilent: If there is no such rule, or it wants the other kind of start.
    """
    try:
        return limit_of(at.due(rule_id, start))
    except LawSilent as silent:
        if silent.code in _NO_LIMIT:
            return None
        raise
