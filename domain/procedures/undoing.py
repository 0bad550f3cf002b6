"""
Doing away with a decision besides a penalty (自行撤销、接收撤销决定): an order to
rectify, a suspension, a closure, that there is no penalty.

The body itself undoes by a head; what a superior or somebody else decided outside of a
review or suit of the ledger, a clerk takes in. What falls with it, falls in one place.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.acts import act
from domain.base import HEADS, File, Role, Time
from domain.circumstances import Circumstances
from domain.closure.file import Closure
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.grounds import party_of
from domain.falling import ChangedBy, Fall, Falling, by_the_head
from domain.grounds import blank, first
from domain.hazard.file import Hazard
from domain.law.statutes import LITIGATION_LAW, PENALTY_LAW, REVIEW_LAW
from domain.procedures.setting_aside import is_standing, set_aside, spare_no_more
from domain.refusals import OutOfOrder, Refused
from domain.suspension_order.file import SuspensionOrder
from domain.values import Upload

UNDO: Final = f"{REVIEW_LAW.article(64, until=67)};{LITIGATION_LAW.article(62)}"
SPARED: Final = PENALTY_LAW.article(75, 2)

_WHO: Final = (*HEADS, Role.CLERK)


@act(
    "撤销责令整改",
    "Set an order to rectify aside",
    by=_WHO,
    under=UNDO,
    time=Time.STATED,
    rules=("INV-14", "INV-41"),
    rows=("HAZ-06", "PEN-12"),
)
def set_order_aside(
    hazard: Hazard,
    at: Circumstances,
    *,
    fall: Fall,
    changed_by: ChangedBy,
    reason: str,
    effective_on: date,
    decision_no: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that an order to rectify stands no more; the hazard can be ordered anew.

    Args:
        hazard: The hazard; its danger remains.
        at: Who, when.
        fall: By what it fell.
        changed_by: Who did away with it.
        reason: Why.
        effective_on: The day from which it is so.
        decision_no: Number of the decision that says so.
        evidence: That paper.

    Raises:
        NotCompetent: If the body's own decision is not taken by a head.
        OutOfOrder: If no order stands, or no reason is given.

    Source:
        行政复议法 64-67; 行政诉讼法 62.
    """
    falling = Falling(fall, changed_by, reason, effective_on, decision_no, evidence)
    _undo(hazard, at, falling)


@act(
    "撤销停产停业",
    "Set a suspension aside",
    by=_WHO,
    under=UNDO,
    time=Time.STATED,
    rules=("INV-32", "INV-41"),
    rows=("SUS-01", "PEN-12"),
)
def set_suspension_aside(
    order: SuspensionOrder,
    at: Circumstances,
    *,
    fall: Fall,
    changed_by: ChangedBy,
    reason: str,
    effective_on: date,
    decision_no: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that a suspension stands no more; production goes on without an application.

    Args:
        order: The suspension.
        at: Who, when.
        fall: By what it fell.
        changed_by: Who did away with it.
        reason: Why.
        effective_on: The day from which it is so.
        decision_no: Number of the decision that says so.
        evidence: That paper.

    Raises:
        NotCompetent: If the body's own decision is not taken by a head.
        OutOfOrder: If it does not stand, or no reason is given.

    Source:
        行政复议法 64-67; 行政诉讼法 62.
    """
    falling = Falling(fall, changed_by, reason, effective_on, decision_no, evidence)
    _undo(order, at, falling)


@act(
    "记录关闭决定失效",
    "Record that a closure was set aside",
    by=_WHO,
    under=UNDO,
    time=Time.STATED,
    rules=("INV-31", "INV-41"),
    rows=("SUS-07", "PEN-12"),
)
def record_closure_set_aside(
    closure: Closure,
    at: Circumstances,
    *,
    fall: Fall,
    changed_by: ChangedBy,
    reason: str,
    effective_on: date,
    decision_no: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Take in that a decision to close stands no more; bans that rest on it are lifted,
    and licences that were revoked since are named, for their issuers to examine.

    Args:
        closure: The closure.
        at: Who takes it in; the day.
        fall: By what it fell.
        changed_by: Who did away with it; the government that decided is itself.
        reason: Why.
        effective_on: The day from which it is so.
        decision_no: Number of the decision that says so.
        evidence: That paper.

    Raises:
        OutOfOrder: If closure was not decided or does not stand, or no reason is given.

    Source:
        行政复议法 64-67; 行政诉讼法 62; 安全生产法 113, 115.
    """
    first(blank(reason, "reason_missing", under=UNDO))
    falling = Falling(fall, changed_by, reason, effective_on, decision_no, evidence)
    set_aside(closure, at, falling)


@set_order_aside.unless
@set_suspension_aside.unless
@record_closure_set_aside.unless
def cannot_undo(file: File, at: Circumstances) -> Iterable[Refused]:
    """
    It stands.
    """
    del at
    if not is_standing(file):
        yield OutOfOrder("nothing_to_set_aside", under=UNDO)


def _undo(file: File, at: Circumstances, falling: Falling) -> None:
    first(blank(falling.reason, "reason_missing", under=UNDO))
    set_aside(file, at, falling)


@act(
    "撤销不予处罚决定",
    "Set aside that there is no penalty",
    by=_WHO,
    under=SPARED,
    time=Time.STATED,
    rules=("INV-41",),
    rows=("PEN-12",),
)
def set_no_penalty_aside(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    fall: Fall,
    changed_by: ChangedBy,
    reason: str,
    effective_on: date,
    decision_no: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that a decision of no penalty stands no more; the party's matter is open.

    Args:
        case: The case.
        at: Who, when.
        party_no: Which party.
        fall: By what it fell.
        changed_by: Who did away with it.
        reason: Why.
        effective_on: The day from which it is so.
        decision_no: Number of the decision that says so.
        evidence: That paper.

    Raises:
        NotCompetent: If the body's own decision is not taken by a head.
        NoSuchCase: If there is no such party.
        OutOfOrder: If no such decision stands, or no reason is given.

    Source:
        行政处罚法 75(2).
    """
    party = party_of(case, party_no, under=SPARED)
    if not party.has_no_penalty:
        raise OutOfOrder("nothing_to_set_aside", under=SPARED)
    first(blank(reason, "reason_missing", under=SPARED))
    falling = Falling(fall, changed_by, reason, effective_on, decision_no, evidence)
    spare_no_more(case, at, falling, party_no=party_no)


@set_order_aside.unless_named
@set_suspension_aside.unless_named
@set_no_penalty_aside.unless_named
def not_the_head(
    file: File, at: Circumstances, *, changed_by: ChangedBy, **_: object
) -> Iterable[Refused]:
    """
    A clerk takes in what others decided; the body itself decides by its head.
    """
    del file
    yield from by_the_head(at, changed_by, under=at.said.under)


@set_no_penalty_aside.unless
def cannot_undo_sparing(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    A party gets no penalty.
    """
    del at
    if not any(party.has_no_penalty for party in case.active):
        yield OutOfOrder("nothing_to_set_aside", under=SPARED)
