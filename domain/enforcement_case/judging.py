"""
Acts that examine a decision before it is made (法制审核、集体讨论、案件审理).
"""

from collections.abc import Iterable

from domain.acts import Power, act
from domain.base import HEADS, Role
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import DECIDABLE
from domain.enforcement_case.choices_of_hearing import (
    ReviewGround,
    ReviewPoint,
    ReviewResult,
)
from domain.enforcement_case.facts_of_judging import (
    CaseAdjudicated,
    CollectiveDeliberationHeld,
    LegalReviewCompleted,
    PointAnswer,
    View,
)
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.grounds import not_at, recused
from domain.grounds import blank, first
from domain.law.statutes import PENALTY_LAW
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, Refused
from domain.values import Upload

REVIEW = PENALTY_LAW.article(58)
DELIBERATION = PENALTY_LAW.article(57, 2)

ATTENDANTS_MIN = 2


@act(
    "法制审核",
    "Review a case legally",
    by=Role.LEGAL_REVIEWER,
    under=REVIEW,
    seen=True,
    rules=("INV-23",),
    rows=("PEN-03",),
)
def review_case(
    case: EnforcementCase,
    at: Circumstances,
    *,
    review_grounds: tuple[ReviewGround, ...],
    review_points: tuple[PointAnswer, ...],
    review_result: ReviewResult,
    opinion: str,
) -> None:
    """
    Review a case before its decision, point by point.

    Args:
        case: The case.
        at: The reviewer, when.
        review_grounds: Why it is reviewed, at least one.
        review_points: What was found on each of the eight points.
        review_result: What it came to.
        opinion: Why.

    Raises:
        NotCompetent: If the reviewer handled the case.
        OutOfOrder: If nothing is proposed, a hearing is not reported on, a ground or a
            point is missing, or a point that is not in order is passed over.

    Source:
        行政处罚法 58: without it, or if it is not passed, no decision is made.
    """
    if not review_grounds:
        raise OutOfOrder("review_grounds_missing", under=REVIEW)
    points = {answer.review_point for answer in review_points}
    if points != set(ReviewPoint) or len(review_points) != len(points):
        raise OutOfOrder("review_points_missing", under=REVIEW)
    first(blank(opinion, "reason_missing", under=REVIEW))
    in_order = all(answer.in_order for answer in review_points)
    if review_result is ReviewResult.AGREED and not in_order:
        raise OutOfOrder("review_contradicts", under=REVIEW)
    case.record(
        LegalReviewCompleted,
        at,
        review_grounds=review_grounds,
        review_points=review_points,
        review_result=review_result,
        opinion=opinion,
        facts_version=case.facts_version,
    )


@review_case.unless
def cannot_review(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    By nobody who handled it; where there is a hearing, after its report (58(2)).
    """
    yield from recused(case, at)
    if at.actor.person in case.investigators:
        yield NotCompetent("reviewer_handled", under=REVIEW)
    yield from not_at(case, *DECIDABLE, under=REVIEW)
    if any(party.hearing and party.hearing.is_pending for party in case.active):
        yield OutOfOrder("review_before_hearing", under=REVIEW)


@act(
    "集体讨论",
    "Deliberate on a case together",
    by=HEADS,
    under=DELIBERATION,
    power=Power.PENALISE,
    seen=True,
    rules=("INV-23",),
    rows=("PEN-04",),
)
def deliberate_case(
    case: EnforcementCase,
    at: Circumstances,
    *,
    views: tuple[View, ...],
    conclusion: str,
    agreed: bool,
    minutes: Upload | None = None,
) -> None:
    """
    Record that the heads deliberated on a complex or grave case.

    Args:
        case: The case.
        at: Who, when.
        views: What each of them said; two or more.
        conclusion: What they concluded.
        agreed: Whether they agree to what is proposed.
        minutes: The minutes, signed.

    Raises:
        NotCompetent: If somebody takes part who has to stand aside.
        OutOfOrder: If nothing is proposed, fewer than two took part, or nothing is
            concluded.

    Source:
        行政处罚法 57(2).
    """
    first(_too_few(views, under=DELIBERATION))
    first(blank(conclusion, "reason_missing", under=DELIBERATION))
    case.record(
        CollectiveDeliberationHeld,
        at,
        views=views,
        conclusion=conclusion,
        agreed=agreed,
        facts_version=case.facts_version,
        minutes=minutes,
    )


@act(
    "案件审理",
    "Adjudicate a case within the body",
    by=HEADS,
    under=DELIBERATION,
    power=Power.PENALISE,
    seen=True,
    rules=("INV-23",),
    rows=("PEN-02", "PEN-16"),
)
def adjudicate_case(
    case: EnforcementCase,
    at: Circumstances,
    *,
    views: tuple[View, ...],
    conclusion: str,
    agreed: bool,
    in_public: bool = False,
) -> None:
    """
    Record that a case was adjudicated, where the place has that step.

    Args:
        case: The case.
        at: Who, when.
        views: What each of them said; two or more.
        conclusion: What they concluded.
        agreed: Whether they agree to what is proposed.
        in_public: Whether it was open to the public.

    Raises:
        NotCompetent: If somebody takes part who has to stand aside.
        OutOfOrder: If nothing is proposed, fewer than two took part, or nothing is
            concluded.
        BeyondTheLaw: If the place has no such step.

    Source:
        哈尔滨实施意见: 案件审理; no national law asks for it.
    """
    first(_too_few(views, under=DELIBERATION))
    first(blank(conclusion, "reason_missing", under=DELIBERATION))
    if at.rules.find("case.adjudication") is not True:
        raise BeyondTheLaw("no_adjudication_here", under=DELIBERATION)
    case.record(
        CaseAdjudicated,
        at,
        views=views,
        conclusion=conclusion,
        agreed=agreed,
        in_public=in_public,
        facts_version=case.facts_version,
    )


@deliberate_case.unless
@adjudicate_case.unless
def cannot_deliberate(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Once it is investigated, by nobody who has to stand aside.
    """
    yield from recused(case, at)
    yield from not_at(case, *DECIDABLE, under=DELIBERATION)


@deliberate_case.unless_named
@adjudicate_case.unless_named
def recused_there(
    case: EnforcementCase, at: Circumstances, *, views: tuple[View, ...], **_: object
) -> Iterable[Refused]:
    """
    Somebody takes part who has to stand aside.
    """
    del at
    for attendant in {view.attendant for view in views} & case.recused:
        yield NotCompetent("recused", under=PENALTY_LAW.article(43), officer=attendant)


def _too_few(views: tuple[View, ...], *, under: str) -> Iterable[Refused]:
    attendants = {view.attendant for view in views}
    if len(attendants) < ATTENDANTS_MIN:
        yield OutOfOrder("attendants_too_few", under=under)
