"""
Putting a hearing off (听证延期): it keeps its chair, and has another day.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from domain.acts import act
from domain.circumstances import Circumstances
from domain.enforcement_case.facts_of_hearing import HearingPostponed
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.grounds import not_the_chair
from domain.enforcement_case.hearing import (
    CHAIRS,
    HEARING,
    cannot_hold,
    hearing_set,
)
from domain.grounds import blank, first
from domain.limits import limit_if_any
from domain.refusals import OutOfTime, Refused
from domain.values import day_of


@act("听证延期", "Put a hearing off", by=CHAIRS, under=HEARING, rows=("PEN-01",))
def postpone_hearing(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    hearing_at: datetime,
    reason: str,
) -> None:
    """
    Put a hearing off to a later time.

    Args:
        case: The case.
        at: The chair, when.
        party_no: Whose.
        hearing_at: When it is held instead.
        reason: Why.

    Raises:
        NotCompetent: If somebody else chairs it.
        NoSuchCase: If there is no such party.
        OutOfOrder: If none is set, or no reason is given.
        OutOfTime: If the new time is not later.

    Source:
        行政处罚法 64; 总局令15号 35: it is held on the new day then (no length: 待核).
    """
    hearing = hearing_set(case, party_no)
    first(blank(reason, "reason_missing", under=HEARING))
    assert hearing.hearing_at is not None
    if hearing_at <= max(hearing.hearing_at, at.now):
        raise OutOfTime(
            "not_put_off", under=HEARING, until_on=day_of(hearing.hearing_at)
        )
    held_by = limit_if_any(at, "PN.hearing.hold", hearing.requested_on)
    if held_by is not None:
        held_by = replace(held_by, last_on=day_of(hearing_at))
    case.record(
        HearingPostponed,
        at,
        party_no=party_no,
        hearing_at=hearing_at,
        reason=reason,
        hold_limit=held_by,
    )


@postpone_hearing.unless
def cannot_postpone(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    While one is set, by its chair.
    """
    yield from cannot_hold(case, at)


postpone_hearing.unless_named(not_the_chair)
