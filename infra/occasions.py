"""
The occasion of an act (办理情形): by which moment it counts, and how that is known.
"""

from collections.abc import Iterator
from datetime import datetime

from domain.acts import Act
from domain.base import Role, Time
from domain.circumstances import Occasion
from domain.refusals import OutOfTime, Refused
from domain.values import Upload
from infra.requests import Request


def occasion_of(
    declared: "Act[..., object]",
    request: Request,
    *,
    now: datetime,
    scan: Upload | None,
) -> Occasion:
    """
    Say by which moment an act counts.

    An act decided at the desk counts by the moment at which it is done (D6), unless it
    is the clock's: that one acts for the end of a period (D12).

    Args:
        declared: The act.
        request: As it came to the door.
        now: The one moment of the act.
        scan: The paper that came first, as the store describes it.

    Raises:
        OutOfTime: If the day given is not one that the act may be done for.
    """
    is_late = bool(request.late_reason or request.late_scan)
    known = Time.LATE if is_late else declared.said.time
    for refusal in _wrong(declared, request, known=known, now=now):
        raise refusal
    return Occasion(
        act=declared.name,
        actor=request.actor,
        now=now,
        occurred_at=request.occurred_at or now,
        precision=request.precision,
        known=known,
        channel=request.channel,
        with_officers=request.with_officers,
        late_reason=request.late_reason,
        late_scan=scan,
    )


def _wrong(
    declared: "Act[..., object]", request: Request, *, known: Time, now: datetime
) -> Iterator[Refused]:
    under, occurred_at = declared.said.under, request.occurred_at
    if known is Time.LATE:
        if not declared.said.late:
            yield OutOfTime("not_recorded_late", under=under, act=declared.said.zh)
        if not (request.late_reason and request.late_scan and occurred_at):
            yield OutOfTime("late_incomplete", under=under)
    is_at_desk = known is Time.NOW and request.actor.role is not Role.CLOCK
    if occurred_at is not None and is_at_desk:
        yield OutOfTime("day_not_stated", under=under, act=declared.said.zh)
    if occurred_at is not None and occurred_at > now:
        yield OutOfTime("in_the_future", under=under, occurred_at=occurred_at, now=now)
