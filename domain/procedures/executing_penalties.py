"""
Having a penalty executed (申请强制执行): the demand, and the application to the court.

The body asks within three months of the end of the time to sue as it really ran: six
months from service, fifteen days after a review, two years after a judgment, or the end
of a deferral.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.acts import act
from domain.base import Role, Time
from domain.body.file import Body
from domain.calendar import ONE_DAY
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.ladders import Matter
from domain.law.statutes import COERCION_LAW, LITIGATION_INTERPRETATION
from domain.limits import Limit
from domain.penalty.choices import CourtPaper, PenaltyFlag, Stage
from domain.penalty.facts_of_execution import (
    CompulsoryExecutionApplied,
    PerformanceDemanded,
)
from domain.penalty.file import Penalty
from domain.penalty.grounds import not_at
from domain.procedures.challenges import is_challenged
from domain.procedures.times_of_penalties import time_to_sue
from domain.references import BodyRef
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import Upload

DEMAND: Final = COERCION_LAW.article(54)
CONTENT: Final = COERCION_LAW.article(35)
APPLY: Final = COERCION_LAW.article(53)
PAPERS: Final = COERCION_LAW.article(55)
LATE: Final = LITIGATION_INTERPRETATION.article(156)

#: Papers without which no court takes the application.
NEEDED: Final = tuple(paper for paper in CourtPaper if paper is not CourtPaper.OTHER)


@act(
    "催告履行",
    "Demand performance before execution",
    by=(Role.OFFICER, Role.PRINCIPAL_HEAD),
    under=DEMAND,
    time=Time.STATED,
    rules=("INV-33",),
    rows=("SUS-11",),
)
def demand_performance(
    penalty: Penalty,
    at: Circumstances,
    *,
    demand_content: str,
    pay_until: date,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Demand that a decision be performed, before the court is asked.

    Args:
        penalty: The penalty.
        at: Who; the day on which the demand reached the party.
        demand_content: What is demanded: by when, how, how much, what may be said.
        pay_until: Until when it is to be performed, inclusive.
        evidence: The demand, and the receipt of its service.

    Raises:
        OutOfOrder: If nothing is left to perform, it is deferred, or nothing is said.

    Source:
        行政强制法 35, 54.
    """
    first(blank(demand_content, "demand_content_missing", under=CONTENT))
    penalty.record(
        PerformanceDemanded,
        at,
        demand_content=demand_content,
        pay_until=pay_until,
        fine_left_fen=penalty.fine_left_fen,
        surcharge_fen=penalty.surcharge_left_fen,
        evidence=evidence,
    )


@demand_performance.unless
def cannot_demand(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Served and not performed, and no deferral runs.
    """
    yield from not_at(penalty, Stage.SERVED, Stage.DEMANDED, under=DEMAND)
    yield from _deferred(penalty, at)


def _deferred(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    until = penalty.deferred_until
    if until is not None and at.on <= until:
        yield OutOfTime("deferral_runs", under=DEMAND, until_on=until)


@act(
    "申请强制执行",
    "Apply to the court for execution",
    by=Role.PRINCIPAL_HEAD,
    under=APPLY,
    rules=("INV-33",),
    rows=("SUS-11",),
    matter=Matter.COMPULSORY_EXECUTION,
)
def apply_to_court(
    penalty: Penalty,
    at: Circumstances,
    *,
    court_papers: tuple[CourtPaper, ...],
    court_body: BodyRef | None = None,
    late_ground: str = "",
) -> None:
    """
    Ask the court to execute a decision that was not performed.

    Args:
        penalty: The penalty.
        at: Who, when.
        court_papers: The papers that go with the application.
        court_body: The court, where it reads this ledger; else the body's own, by name.
        late_ground: Why it is asked only after the window, if it is.

    Raises:
        OutOfOrder: If performance was not demanded, a review or suit is pending, the
            execution stands still, or a paper is missing.
        OutOfTime: If the time to sue or ten working days from the demand are not over,
            or the window is, and no ground is stated.

    Source:
        行政强制法 53-55; 行政处罚法 72(2); 法释〔2018〕1号 156.
    """
    window = execution_window(penalty, at)
    late = at.on > window.limit.ends_on
    missing = tuple(paper for paper in NEEDED if paper not in court_papers)
    if missing:
        raise OutOfOrder("court_papers_incomplete", under=PAPERS, missing=missing)
    if late and not late_ground.strip():
        until = window.limit.ends_on
        raise OutOfTime("window_closed", under=LATE, until_on=until)
    named = court_body or at.actor.body
    body = at.read(Body, named) if named else None
    identity = body.identity_on(at.on) if body else None
    own = identity.name if court_body and identity else ""
    penalty.record(
        CompulsoryExecutionApplied,
        at,
        court=own or (identity.court if identity else ""),
        court_papers=court_papers,
        fine_left_fen=penalty.fine_left_fen,
        surcharge_fen=penalty.surcharge_left_fen,
        window_from=window.opens_on,
        window_limit=window.limit,
        court_body=court_body,
        late_ground=late_ground if late else "",
        flags=(PenaltyFlag.WINDOW_CLOSED,) if late else (),
    )


@apply_to_court.unless
def cannot_apply(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Demanded, unchallenged, and the times for the party are over.
    """
    yield from not_at(penalty, Stage.DEMANDED, under=APPLY)
    if is_challenged(at, penalty.id):
        yield OutOfOrder("remedy_pending", under=APPLY)
    if penalty.suspended_on is not None:
        yield OutOfOrder("execution_rests", under=COERCION_LAW.article(39))
    if penalty.stage is Stage.DEMANDED:
        opens_on = execution_window(penalty, at).opens_on
        if at.on < opens_on:
            yield OutOfTime("too_early", under=APPLY, from_on=opens_on)


@dataclass(frozen=True)
class Window:
    """
    When the court can be asked (申请期限).

    Args:
        opens_on: First day.
        limit: The last.
    """

    opens_on: date
    limit: Limit


def execution_window(penalty: Penalty, at: Circumstances) -> Window:
    """
    Reckon when the court can be asked: from the end of the time to sue as it really
    ran, and not before ten working days from the demand.

    Args:
        penalty: The penalty, demanded.
        at: Who, when.

    Source:
        行政强制法 53, 54; 行政处罚法 72(2); 法释〔2018〕1号 153, 156.
    """
    sued = time_to_sue(penalty, at)
    assert penalty.demanded_on is not None
    urged = at.due("CO.court.urge", penalty.demanded_on).day
    return Window(max(sued.ended_on, urged) + ONE_DAY, sued.limit)
