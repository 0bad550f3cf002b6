"""
Acts on a review or a suit: what others decide is taken in, what the body owes is done.
"""

from collections.abc import Iterable

from domain.acts import act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.statutes import LITIGATION_LAW, REVIEW_LAW
from domain.limits import limit_if_any
from domain.refusals import OutOfOrder, Refused
from domain.remedy.choices import Stage, StayOrderer
from domain.remedy.facts import (
    ExecutionStayed,
    ReviewAccepted,
    ReviewAnswered,
    ReviewCopyReceived,
    ReviewForwarded,
)
from domain.remedy.file import Remedy
from domain.remedy.grounds import not_a_review, over
from domain.values import Upload

FORWARD = REVIEW_LAW.article(32)
ACCEPT = REVIEW_LAW.article(30)
ANSWER = REVIEW_LAW.article(48)
STAY = f"{REVIEW_LAW.article(42)};{LITIGATION_LAW.article(56)}"

_ROW = ("PEN-12",)


@act("转送复议申请", "Forward an application", by=Role.CLERK, under=FORWARD, rows=_ROW)
def forward_review(
    remedy: Remedy, at: Circumstances, *, paper: Upload | None = None
) -> None:
    """
    Forward an application that was handed to the body which decided.

    Args:
        remedy: The review.
        at: Who, when.
        paper: The letter.

    Raises:
        OutOfOrder: If it is not freshly applied for.

    Source:
        行政复议法 32: within five working days, unless the body corrects itself.
    """
    remedy.record(ReviewForwarded, at, paper=paper)


@forward_review.unless
def cannot_forward(remedy: Remedy, at: Circumstances) -> Iterable[Refused]:
    """
    Once, before anything else.
    """
    del at
    yield from not_a_review(remedy)
    if remedy.stage is not Stage.APPLIED:
        yield OutOfOrder(
            "remedy_stage", under=FORWARD, stage=remedy.stage, needed=(Stage.APPLIED,)
        )


@act(
    "记录复议受理",
    "Record that a review is accepted",
    by=Role.CLERK,
    under=ACCEPT,
    time=Time.STATED,
    rows=_ROW,
)
def record_review_acceptance(
    remedy: Remedy, at: Circumstances, *, authority_number: str, simple: bool
) -> None:
    """
    Take in that the review authority accepted.

    Args:
        remedy: The review.
        at: Who takes it in; the day.
        authority_number: Its number there.
        simple: Whether by the simple procedure.

    Raises:
        OutOfOrder: If it is no review that is pending.

    Source:
        行政复议法 30, 53.
    """
    remedy.record(ReviewAccepted, at, authority_number=authority_number, simple=simple)


@act(
    "记录收到复议副本",
    "Record that the copy was received",
    by=Role.CLERK,
    under=ANSWER,
    time=Time.STATED,
    rows=_ROW,
)
def record_review_copy(
    remedy: Remedy, at: Circumstances, *, paper: Upload | None = None
) -> None:
    """
    Take in the copy of the application; the time to answer begins.

    Args:
        remedy: The review.
        at: Who takes it in; the day.
        paper: The copy.

    Raises:
        OutOfOrder: If it is no review that is pending.

    Source:
        行政复议法 48, 54: ten working days, five in the simple procedure.
    """
    rule = "RM.review.answer.simple" if remedy.simple else "RM.review.answer"
    remedy.record(
        ReviewCopyReceived,
        at,
        paper=paper,
        answer_limit=limit_if_any(at, rule, at.on),
    )


@act("复议答复", "Answer in a review", by=Role.CLERK, under=ANSWER, rows=_ROW)
def answer_review(
    remedy: Remedy, at: Circumstances, *, reply_paper: Upload, evidence_list: str
) -> None:
    """
    Answer as respondent, with evidence, basis and other material.

    Args:
        remedy: The review.
        at: Who, when.
        reply_paper: The answer.
        evidence_list: What is handed in with it.

    Raises:
        OutOfOrder: If it is no review that is pending, or nothing is listed.

    Source:
        行政复议法 48: what is not handed in counts as not existing (70).
    """
    first(blank(evidence_list, "reply_without_evidence", under=ANSWER))
    remedy.record(
        ReviewAnswered, at, reply_paper=reply_paper, evidence_list=evidence_list
    )


@record_review_acceptance.unless
@record_review_copy.unless
@answer_review.unless
def cannot_go_on(remedy: Remedy, at: Circumstances) -> Iterable[Refused]:
    """
    While the review is pending.
    """
    del at
    yield from not_a_review(remedy)
    yield from over(remedy)


@act(
    "记录停止执行",
    "Record that execution is stayed",
    by=Role.CLERK,
    under=STAY,
    time=Time.STATED,
    rows=_ROW,
)
def record_stay(
    remedy: Remedy,
    at: Circumstances,
    *,
    stayed_by: StayOrderer,
    reason: str,
    paper: Upload | None = None,
) -> None:
    """
    Record that what is challenged is not executed meanwhile.

    Args:
        remedy: The review or suit.
        at: Who takes it in; the day.
        stayed_by: By whose order.
        reason: Why.
        paper: The order.

    Raises:
        OutOfOrder: If it is over, or execution is stayed already.

    Source:
        行政复议法 42; 行政诉讼法 56: execution goes on, but for these grounds.
    """
    remedy.record(ExecutionStayed, at, stayed_by=stayed_by, reason=reason, paper=paper)


@record_stay.unless
def cannot_stay(remedy: Remedy, at: Circumstances) -> Iterable[Refused]:
    """
    Once, while it is pending.
    """
    del at
    yield from over(remedy)
    if remedy.is_stayed:
        yield OutOfOrder("stayed_already", under=STAY)
