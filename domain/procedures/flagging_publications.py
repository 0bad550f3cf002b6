"""
What the clock flags of publications (公开违规警示): a decision that changed or fell,
public still when the time to withdraw it is over.

Of what falls with a decision this alone has a day in law: list entries and credit facts
fall in its own commit (INV-41), and for a refund and the end of an execution the law
sets none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.acts import Reach, act
from domain.audit_trail.file import (
    AuditTrail,
    Breach,
    RuleBreachFlagged,
    breach_claim,
)
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.limits import Limit, limit_if_any
from domain.penalty.facts_of_falling import DecisionVaried
from domain.penalty.file import Penalty
from domain.procedures.changing_publications import WITHDRAW
from domain.procedures.own_penalties import Fallen
from domain.publication.facts_of_ending import ItemEndedByRepair, ItemTermEnded
from domain.publication.file import (
    ItemCorrected,
    ItemPublished,
    ItemWithdrawn,
    Publication,
)
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import end_of

Changed = DecisionVaried | Fallen


@dataclass(frozen=True)
class _Showing:
    """
    One time that a decision was public on a channel (公开时段).

    Args:
        source: Id of the fact of the decision that it rested on.
        until: When it ended; absent where it has not, and has no last day.
    """

    source: str
    until: datetime | None


@act(
    "警示未按期撤回公开信息",
    "Flag a publication that was not withdrawn in time",
    by=Role.CLOCK,
    under=WITHDRAW,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-41", "INV-61"),
    rows=("PUB-01", "PEN-12", "AUD-03"),
)
def flag_not_withdrawn(penalty: Penalty, at: Circumstances) -> None:
    """
    Flag that a decision which was varied, revoked, void or unlawful is public still,
    on whatever channel, when three working days are over.

    They run from the day on which the change took effect, not from the day on which it
    became known; both days stand in the fact of the change.

    Args:
        penalty: The penalty.
        at: The end of the time.

    Raises:
        OutOfOrder: If nothing changed, it was withdrawn in time, or this is flagged.
        OutOfTime: If the time is not over.

    Source:
        行政处罚法 48(2), 85.
    """
    change = _flagged_of(penalty, at)
    assert change is not None
    limit = _limit(change, at)
    assert limit is not None
    AuditTrail.start(
        RuleBreachFlagged,
        at,
        because=penalty,
        cause=change.id,
        owner=penalty.body,
        about=penalty.id,
        breach=Breach.NOT_WITHDRAWN,
        rule=limit.rule,
        started_by=change.id,
        limit_passed=limit,
    )


@flag_not_withdrawn.unless
def cannot_flag_public(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Changed, the time to withdraw gone by, and public still when it was over.
    """
    change = _flagged_of(penalty, at)
    limit = _limit(change, at) if change else None
    if change is None or limit is None:
        yield OutOfOrder("no_time_set", under=WITHDRAW)
        return
    if at.holder(breach_claim(Breach.NOT_WITHDRAWN, change.id)):
        yield OutOfOrder("flagged_already", under=WITHDRAW, rule=limit.rule)
    if at.now <= limit.ends_at:
        yield OutOfTime("time_not_over", under=WITHDRAW, until_on=limit.ends_on)
    if not _is_left(penalty, at, change, limit=limit):
        yield OutOfOrder("done_in_time", under=WITHDRAW, rule=limit.rule)


def _flagged_of(penalty: Penalty, at: Circumstances) -> Changed | None:
    """
    Give the change to flag: the first after which something was left public and that is
    not flagged, or else the last.
    """
    changes = _changes(penalty)
    for change in changes:
        limit = _limit(change, at)
        is_flagged = at.holder(breach_claim(Breach.NOT_WITHDRAWN, change.id))
        if limit and not is_flagged and _is_left(penalty, at, change, limit=limit):
            return change
    return changes[-1] if changes else None


def _changes(penalty: Penalty) -> list[Changed]:
    return [fact for fact in penalty.history if isinstance(fact, Changed)]


def _limit(change: Changed, at: Circumstances) -> Limit | None:
    """
    Reckon the time to withdraw by the calendar in force now.
    """
    if change.withdraw_limit is None:
        return None
    return limit_if_any(at, change.withdraw_limit.rule, change.effective_on)


def _is_left(
    penalty: Penalty, at: Circumstances, change: Changed, *, limit: Limit
) -> bool:
    """
    Whether something was public after the limit of the first change of what it showed.
    """
    order = {fact.id: nth for nth, fact in enumerate(penalty.history)}
    for each in at.tagged(f"penalty/{penalty.id}/publication"):
        for shown in _showings(at.read(Publication, each)):
            known = order[shown.source]
            after = (c for c in _changes(penalty) if order[c.id] > known)
            is_over = shown.until is not None and shown.until <= limit.ends_at
            if next(after, None) is change and not is_over:
                return True
    return False


def _showings(publication: Publication) -> Iterator[_Showing]:
    """
    List the times that something was public: until it was withdrawn, repaired or ended,
    or its last day was over, whether or not the clock has said so.
    """
    source, until = "", None
    for fact in publication.history:
        if isinstance(fact, ItemPublished):
            source = fact.source_fact
        if isinstance(fact, ItemPublished | ItemCorrected):
            until = end_of(fact.term.until_on) if fact.term else None
        is_end = isinstance(fact, ItemWithdrawn | ItemTermEnded | ItemEndedByRepair)
        if is_end and source:
            ended = fact.deed.occurred_at
            yield _Showing(source, min(ended, until) if until else ended)
            source, until = "", None
    if source:
        yield _Showing(source, until)
