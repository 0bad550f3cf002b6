"""
What the clock says of publications (公开的期限): not made in time, and over.
"""

from collections.abc import Iterable
from typing import Any, Final

from domain.acts import Reach, act
from domain.base import Fact, Role, Time
from domain.circumstances import Circumstances
from domain.limits import Limit
from domain.penalty.facts_of_falling import (
    DecisionConfirmedUnlawful,
    DecisionDeclaredVoid,
    DecisionRevoked,
)
from domain.penalty.file import Penalty
from domain.procedures.adoption import limit_in_force
from domain.procedures.own_penalties import decided
from domain.procedures.publicity import CLASSES, PUBLISH
from domain.procedures.publishing_once import publication_on
from domain.publication.facts_of_ending import (
    DelayCause,
    ItemTermEnded,
    NonPublicationDecided,
    PublicationOverdue,
    overdue_claim,
)
from domain.publication.file import (
    Channel,
    ItemPublished,
    Publication,
    Stage,
)
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import day_of

_FALLEN: Final = (DecisionRevoked, DecisionDeclaredVoid, DecisionConfirmedUnlawful)


@act(
    "公开逾期",
    "Mark a publication as overdue",
    by=Role.CLOCK,
    under=PUBLISH,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-61",),
    rows=("PUB-08", "AUD-03"),
)
def mark_publication_overdue(penalty: Penalty, at: Circumstances) -> None:
    """
    Mark that a penalty was neither public nor lawfully kept back in its time.

    The time runs from the decision; that it was not served keeps nothing back, and is
    told as the cause. What is published later is published in the same file.

    Args:
        penalty: The penalty.
        at: The end of the time.

    Raises:
        OutOfOrder: If no time runs, it was published or decided in time, the decision
            fell in that time, or this is marked.
        OutOfTime: If the time is not over.

    Source:
        安全生产法 78(2); 行政处罚法 48.
    """
    limit = _limit(penalty, at)
    assert limit is not None
    since = decided(penalty).id
    terms: dict[str, Any] = {
        "penalty": penalty.id,
        "days_late": max((day_of(at.now) - limit.ends_on).days, 1),
        "delay_cause": _cause(penalty, limit),
        "started_by": since,
        "limit_passed": limit,
        "enterprise": penalty.enterprise,
    }
    there = publication_on(at, penalty.id, Channel.OWN_SITE)
    if there is None:
        Publication.start(
            PublicationOverdue,
            at,
            because=penalty,
            cause=since,
            owner=penalty.body,
            **terms,
        )
    else:
        there.record(PublicationOverdue, at, cause=since, **terms)


@mark_publication_overdue.unless
def cannot_mark(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Its time is over, and nothing was done in it.
    """
    limit = _limit(penalty, at)
    if limit is None:
        yield OutOfOrder("no_time_set", under=PUBLISH)
        return
    if at.holder(overdue_claim(decided(penalty).id)):
        yield OutOfOrder("flagged_already", under=PUBLISH, rule=limit.rule)
    if at.now <= limit.ends_at:
        yield OutOfTime("time_not_over", under=PUBLISH, until_on=limit.ends_on)
    there = publication_on(at, penalty.id, Channel.OWN_SITE)
    done = (
        *(f for f in penalty.history if isinstance(f, _FALLEN)),
        *(f for f in (there.history if there else ()) if _answers(f)),
    )
    if any(fact.deed.on <= limit.ends_on for fact in done):
        yield OutOfOrder("done_in_time", under=PUBLISH, rule=limit.rule)


def _limit(penalty: Penalty, at: Circumstances) -> Limit | None:
    first = decided(penalty)
    return limit_in_force(at, first, first.publish_limit)


def _answers(fact: Fact) -> bool:
    return isinstance(fact, ItemPublished | NonPublicationDecided)


def _cause(penalty: Penalty, limit: Limit) -> DelayCause:
    served = penalty.served_on
    in_time = served is not None and served <= limit.ends_on
    return DelayCause.HELD if in_time else DelayCause.UNSERVED


@act(
    "公示期满",
    "End a publication at the end of its term",
    by=Role.CLOCK,
    under=CLASSES,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-61",),
    rows=("PUB-01",),
)
def end_publicity(publication: Publication, at: Circumstances) -> None:
    """
    End what is public once its last day is over.

    Args:
        publication: The publication.
        at: The end of the last day.

    Raises:
        OutOfOrder: If it is not public.
        OutOfTime: If its last day is not over.

    Source:
        发改委令36号: a class's longest term.
    """
    assert publication.term is not None
    publication.record(
        ItemTermEnded,
        at,
        decision_no=publication.shown.decision_no,
        until_on=publication.term.until_on,
        record=publication.record_id,
        penalty=publication.penalty,
        entry=publication.entry,
        about=publication.about,
        result_kind=publication.result_kind,
    )


@end_publicity.unless
def cannot_end(publication: Publication, at: Circumstances) -> Iterable[Refused]:
    """
    Public, and its last day over.
    """
    if publication.stage is not Stage.PUBLIC or publication.term is None:
        yield OutOfOrder("not_public", under=CLASSES, status=publication.stage)
        return
    if day_of(at.now) <= publication.term.until_on:
        until = publication.term.until_on
        yield OutOfTime("time_not_over", under=CLASSES, until_on=until)
