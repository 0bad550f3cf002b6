"""
Publishing results of enforcement (公开执法结果), deciding not to, and saying what was
not public in time.

The result of an inspection, a suspension, a resumption or a closure is public within
the time of 三项制度 or of the coal rules, a permit within that of 双公示; an order, a
listing for supervision, a failure to rectify and a draw where the place publishes them.
"""

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from domain.acts import Declaration, Reach, act, opening
from domain.base import Fact, File, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import first
from domain.limits import Limit
from domain.procedures.approvals import not_approved
from domain.procedures.publicity import hidden_fields
from domain.procedures.publishing_once import (
    cannot_repeat,
    kept_back,
    make_public,
    publication_on,
)
from domain.procedures.results_made_public import (
    PUBLISH,
    Result,
    fallen_result,
    limit_of_result,
    timed,
)
from domain.procedures.results_shown import enterprise_of, kind_of, result_facts
from domain.publication.facts_of_ending import (
    DelayCause,
    NonPublicationDecided,
    NonPublicationGround,
    PublicationOverdue,
    overdue_claim,
)
from domain.publication.file import (
    Channel,
    ItemPublished,
    Publication,
    PublicationFlag,
    PublicityTerm,
    PublicText,
    Stage,
)
from domain.publication.result import ResultKind
from domain.references import FileRef, OfficerRef
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused
from domain.values import day_of

NOT_PUBLIC: Final = "政府信息公开条例14;政府信息公开条例15;政府信息公开条例16"

#: The layout in which a result is shown.
SCHEMA: Final = "zhifajieguo/1"

#: Grounds that the law knows for any information; the others are of persons' penalties.
_GROUNDS: Final = frozenset(
    (
        NonPublicationGround.STATE_SECRET,
        NonPublicationGround.PROHIBITED,
        NonPublicationGround.ENDANGERS,
    )
)


@opening(
    "公开执法结果",
    "Publish a result",
    by=Role.DISCLOSURE_OFFICER,
    under=PUBLISH,
    rules=("INV-61",),
    rows=(
        "PUB-01",
        "PUB-02",
        "PUB-06",
        "PUB-07",
        "PUB-08",
        "INS-04",
        "HAZ-07",
        "HAZ-12",
    ),
)
def publish_result(
    at: Circumstances,
    *,
    about: FileRef,
    result_kind: ResultKind,
    channel: Channel,
    hide: tuple[PublicText, ...] = (),
) -> Publication:
    """
    Make a result of enforcement public on one channel.

    Where a time runs, it runs from the result; later than that it is published all the
    same, and marked. Nobody who is a natural person is named.

    Args:
        at: Who, when.
        about: The file: an inspection, a hazard, a suspension, a closure, a permit or
            a random draw.
        result_kind: Which result of it.
        channel: Where.
        hide: Texts that are not shown because they describe others.

    Raises:
        NoSuchCase: If there is no such file for this body.
        OutOfOrder: If it has no such result, the result fell, a drawn visit is still to
            come, it is public already, has ended there and nothing new came, or is not
            to be public.
        BeyondTheLaw: If a text shows what it must not, or the credit platform takes no
            results of this kind.

    Source:
        国办发〔2018〕118号; 国办发〔2015〕58号; 煤矿安全生产条例 49;
        发改办财金〔2018〕424号.
    """
    file, result = _found(at, publish_result.said, about=about, kind=result_kind)
    there = publication_on(at, about, channel, result_kind=result_kind)
    first(fallen_result(result, under=PUBLISH))
    now = result.source_fact
    first(cannot_repeat(there, now, under=PUBLISH))
    first(kept_back(at, about, now, under=PUBLISH, result_kind=result_kind))
    first(result.unfit(channel, None, hide))
    term = result.term(None)
    first(_term_over(at, term))
    limit = _limit(file, at, result_kind)
    is_late = limit is not None and at.on > limit.ends_on
    terms: dict[str, Any] = {
        **result.named,
        **result.shown(hide),
        "enterprise": enterprise_of(file),
        "channel": channel,
        "term": term,
        "schema": SCHEMA,
        "hidden": hidden_fields(at, hide, person=result.is_person),
        "source_fact": now,
        "source_facts": tuple(f.id for f in result_facts(file, result_kind)),
        "objected": result.is_objected,
        "due_on": limit.ends_on if limit else None,
        "flags": (PublicationFlag.PUBLICATION_LATE,) if is_late else (),
    }
    return make_public(at, file, there, terms=terms)


def _found(
    at: Circumstances, said: Declaration, *, about: UUID, kind: ResultKind
) -> tuple[File, Result]:
    """
    Read a file that the acting body may know of, and that has such a result.
    """
    file = at.read(File, about)
    first(at.standing.grounds(said, file, at))
    if not result_facts(file, kind):
        raise OutOfOrder("no_such_result", under=PUBLISH, result_kind=kind)
    return file, Result(file, at, kind)


def _term_over(at: Circumstances, term: PublicityTerm | None) -> Iterable[Refused]:
    if term is not None and term.until_on < at.on:
        yield OutOfOrder("term_over", under=PUBLISH, until=term.until_on)


def _limit(file: File, at: Circumstances, kind: ResultKind) -> Limit | None:
    limits = [limit_of_result(fact, at) for fact in result_facts(file, kind)]
    return next((limit for limit in reversed(limits) if limit is not None), None)


@opening(
    "决定不予公开执法结果",
    "Decide not to publish a result",
    by=Role.DISCLOSURE_OFFICER,
    under=NOT_PUBLIC,
    rules=("INV-61",),
    rows=("PUB-01", "PUB-02"),
)
def decide_not_to_publish_result(
    at: Circumstances,
    *,
    about: FileRef,
    result_kind: ResultKind,
    non_publication_ground: NonPublicationGround,
    reason: str,
    approver: OfficerRef,
) -> Publication:
    """
    Decide that a result is not published, on a ground of the law.

    Args:
        at: Who, when.
        about: The file.
        result_kind: Which result of it.
        non_publication_ground: The ground.
        reason: Why it is given here.
        approver: The head of the body who approved it.

    Raises:
        NoSuchCase: If there is no such file for this body.
        OutOfOrder: If it has no such result, the result fell, no head approved it, it
            is public, or this is decided already.
        BeyondTheLaw: If the law has no such ground for a result, or no reason is told.

    Source:
        政府信息公开条例 14-16.
    """
    said = decide_not_to_publish_result.said
    file, result = _found(at, said, about=about, kind=result_kind)
    first(fallen_result(result, under=NOT_PUBLIC))
    first(not_approved(at, approver, under=NOT_PUBLIC))
    first(_public_or_kept(file, at, result_kind))
    if non_publication_ground not in _GROUNDS or not reason.strip():
        raise BeyondTheLaw("no_ground", under=NOT_PUBLIC, ground=non_publication_ground)
    terms: dict[str, Any] = {
        **result.named,
        "non_publication_ground": non_publication_ground,
        "reason": reason,
        "approver": approver,
        "source_fact": result.source_fact,
        "enterprise": enterprise_of(file),
    }
    there = publication_on(at, about, Channel.OWN_SITE, result_kind=result_kind)
    if there is None:
        return Publication.start(NonPublicationDecided, at, because=file, **terms)
    there.record(NonPublicationDecided, at, cause=result.source_fact, **terms)
    return there


def _public_or_kept(
    file: File, at: Circumstances, kind: ResultKind
) -> Iterable[Refused]:
    for channel in Channel:
        there = publication_on(at, file.id, channel, result_kind=kind)
        if there is not None and there.stage is Stage.PUBLIC:
            yield OutOfOrder("public_already", under=PUBLISH, publication=there.id)
    now = result_facts(file, kind)[-1].id
    yield from kept_back(at, file.id, now, under=PUBLISH, result_kind=kind)


@act(
    "执法结果公开逾期",
    "Mark the publication of a result as overdue",
    by=Role.CLOCK,
    under=PUBLISH,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-61",),
    rows=("PUB-08", "AUD-03"),
)
def mark_result_overdue(file: File, at: Circumstances) -> None:
    """
    Mark that a result was neither public nor lawfully kept back in its time.

    Args:
        file: The file of the result.
        at: The end of the time.

    Raises:
        OutOfOrder: If no time runs, it was published or decided in time, it fell in
            that time, or this is marked.
        OutOfTime: If the time is not over.

    Source:
        国办发〔2018〕118号; 煤矿安全生产条例 49.
    """
    fact, limit = _to_mark(file, at)
    kind = kind_of(fact)
    assert kind is not None
    terms: dict[str, Any] = {
        "about": file.id,
        "result_kind": kind,
        "days_late": max((day_of(at.now) - limit.ends_on).days, 1),
        "delay_cause": DelayCause.NOT_DONE,
        "started_by": fact.id,
        "limit_passed": limit,
        "enterprise": enterprise_of(file),
    }
    there = publication_on(at, file.id, Channel.OWN_SITE, result_kind=kind)
    if there is not None:
        there.record(PublicationOverdue, at, cause=fact.id, **terms)
        return
    Publication.start(
        PublicationOverdue, at, because=file, cause=fact.id, owner=file.body, **terms
    )


@mark_result_overdue.unless
def cannot_mark_result(file: File, at: Circumstances) -> Iterable[Refused]:
    """
    Its time is over, and nothing was done in it.
    """
    if not timed(file, at):
        yield OutOfOrder("no_time_set", under=PUBLISH)
        return
    fact, limit = _to_mark(file, at)
    if at.holder(overdue_claim(fact.id)):
        yield OutOfOrder("flagged_already", under=PUBLISH, rule=limit.rule)
    if at.now <= limit.ends_at:
        yield OutOfTime("time_not_over", under=PUBLISH, until_on=limit.ends_on)
    if _is_done(file, at, fact, limit=limit):
        yield OutOfOrder("done_in_time", under=PUBLISH, rule=limit.rule)


def _to_mark(file: File, at: Circumstances) -> tuple[Fact, Limit]:
    """
    Give the result to mark: the first that is late and not marked, or else the last.
    """
    results = timed(file, at)
    for fact, limit in results:
        is_over = at.now > limit.ends_at
        is_marked = at.holder(overdue_claim(fact.id))
        if is_over and not is_marked and not _is_done(file, at, fact, limit=limit):
            return fact, limit
    return results[-1]


def _is_done(file: File, at: Circumstances, fact: Fact, *, limit: Limit) -> bool:
    """
    Whether a result was public, or kept back, or fell in its time.
    """
    kind = kind_of(fact)
    assert kind is not None
    there = publication_on(at, file.id, Channel.OWN_SITE, result_kind=kind)
    done = [
        each.deed.on
        for each in (there.history if there else ())
        if isinstance(each, ItemPublished | NonPublicationDecided)
    ]
    change = Result(file, at, kind).change(fact.id)
    if change is not None:
        done.append(change.since)
    return any(fact.deed.on <= day <= limit.ends_on for day in done)
