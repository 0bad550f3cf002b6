"""
What the court does (法院强制执行): acceptance, ruling, review of a refusal, completion.

A court that reads the ledger records its own; else a clerk takes in its papers.
"""

from collections.abc import Iterable
from typing import Final

from domain.acts import act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.law.statutes import COERCION_LAW
from domain.limits import limit_if_any
from domain.penalty.choices import Stage
from domain.penalty.facts_of_execution import (
    ExecutionAcceptanceDecided,
    ExecutionCompleted,
    ExecutionReviewApplied,
    ExecutionRulingReceived,
)
from domain.penalty.file import Penalty
from domain.penalty.grounds import not_at
from domain.refusals import OutOfOrder, Refused
from domain.values import Upload

ACCEPTANCE: Final = COERCION_LAW.article(56)
RULING: Final = COERCION_LAW.article(57, until=58)
COMPLETION: Final = COERCION_LAW.article(57)

_COURT: Final = (Role.CLERK, Role.COURT)


@act(
    "记录法院受理情况",
    "Record whether the court accepted",
    by=_COURT,
    under=ACCEPTANCE,
    time=Time.STATED,
    rows=("SUS-11",),
)
def record_court_acceptance(
    penalty: Penalty,
    at: Circumstances,
    *,
    court_accepted: bool,
    reason: str = "",
    decision_no: str = "",
) -> None:
    """
    Record whether the court accepted the application.

    Args:
        penalty: The penalty.
        at: Who; the day on which the body received the answer.
        court_accepted: Whether it did.
        reason: Why not.
        decision_no: Number of the court's paper.

    Raises:
        OutOfOrder: If it is not at court.

    Source:
        行政强制法 56.
    """
    penalty.record(
        ExecutionAcceptanceDecided,
        at,
        court_accepted=court_accepted,
        reason=reason,
        decision_no=decision_no,
        review_limit=None
        if court_accepted
        else limit_if_any(at, "CO.court.accept.review", at.on),
    )


@record_court_acceptance.unless
def cannot_accept(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    It is at court.
    """
    del at
    yield from not_at(penalty, Stage.AT_COURT, under=ACCEPTANCE)


@act(
    "记录执行裁定",
    "Record the ruling on the execution",
    by=_COURT,
    under=RULING,
    time=Time.STATED,
    rows=("SUS-11",),
)
def record_execution_ruling(
    penalty: Penalty,
    at: Circumstances,
    *,
    granted: bool,
    reason: str = "",
    decision_no: str = "",
) -> None:
    """
    Record whether the court has the decision executed.

    Args:
        penalty: The penalty.
        at: Who; the day on which the body received the ruling.
        granted: Whether it is executed.
        reason: Why not.
        decision_no: Number of the ruling.

    Raises:
        OutOfOrder: If it is not at court.

    Source:
        行政强制法 57, 58.
    """
    penalty.record(
        ExecutionRulingReceived,
        at,
        granted=granted,
        reason=reason,
        decision_no=decision_no,
        review_limit=None
        if granted
        else limit_if_any(at, "CO.court.rule.review", at.on),
    )


@record_execution_ruling.unless
def cannot_rule(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    It is at court.
    """
    del at
    yield from not_at(penalty, Stage.AT_COURT, under=RULING)


@act(
    "申请上级法院复议",
    "Ask the higher court to review a refusal",
    by=(Role.CLERK, Role.PRINCIPAL_HEAD),
    under=RULING,
    time=Time.STATED,
    rows=("SUS-11",),
)
def apply_for_execution_review(
    penalty: Penalty,
    at: Circumstances,
    *,
    court: str,
    reason: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Ask the higher court to review that the court did not accept, or does not execute.

    Args:
        penalty: The penalty.
        at: Who; the day on which the higher court was asked.
        court: The higher court.
        reason: Why.
        evidence: The application.

    Raises:
        OutOfOrder: If the court refused nothing.

    Source:
        行政强制法 56(2), 58(3).
    """
    penalty.record(
        ExecutionReviewApplied, at, court=court, reason=reason, evidence=evidence
    )


@apply_for_execution_review.unless
def cannot_ask_for_review(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    The court refused to accept, or to execute.
    """
    del at
    yield from not_at(penalty, Stage.AT_COURT, under=RULING)
    if penalty.accepted is not False and penalty.granted is not False:
        yield OutOfOrder("nothing_refused", under=RULING)


@act(
    "记录执行完毕",
    "Record that the execution is complete",
    by=_COURT,
    under=COMPLETION,
    time=Time.STATED,
    rows=("SUS-11",),
)
def record_execution_completed(
    penalty: Penalty,
    at: Circumstances,
    *,
    fine_paid_fen: int,
    surcharge_paid_fen: int = 0,
    done: str = "",
) -> None:
    """
    Record that the court has completed the execution.

    Args:
        penalty: The penalty.
        at: Who; the day of completion.
        fine_paid_fen: What came in on the fine.
        surcharge_paid_fen: What came in on the surcharge.
        done: What else was executed.

    Raises:
        OutOfOrder: If the court has not ordered the execution.

    Source:
        行政强制法 57-60.
    """
    penalty.record(
        ExecutionCompleted,
        at,
        fine_paid_fen=fine_paid_fen,
        surcharge_paid_fen=surcharge_paid_fen,
        done=done,
    )


@record_execution_completed.unless
def cannot_complete(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    The court has ordered the execution.
    """
    del at
    yield from not_at(penalty, Stage.ENFORCING, under=COMPLETION)
