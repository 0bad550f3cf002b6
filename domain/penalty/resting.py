"""
An execution that takes another course (执行协议、中止、恢复、终结).

What the law lets off is the surcharge; a fine is put off, and never let off.
"""

from collections.abc import Iterable
from typing import Final

from domain.acts import act
from domain.base import HEADS
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import COERCION_LAW
from domain.penalty.choices import SuspensionGround, TerminationGround
from domain.penalty.facts_of_execution import (
    ExecutionAgreementMade,
    ExecutionResumed,
    ExecutionSuspended,
    ExecutionTerminated,
)
from domain.penalty.file import Instalment, Penalty
from domain.penalty.grounds import not_unperformed
from domain.penalty.paying import unsound
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused
from domain.values import Upload

AGREEMENT: Final = COERCION_LAW.article(42)
SUSPENSION: Final = COERCION_LAW.article(39)
TERMINATION: Final = COERCION_LAW.article(40)


@act(
    "订立执行协议",
    "Agree on the execution",
    by=HEADS,
    under=AGREEMENT,
    rules=("INV-33",),
    rows=("SUS-11",),
)
def agree_on_execution(
    penalty: Penalty,
    at: Circumstances,
    *,
    instalments: tuple[Instalment, ...],
    remedied: str,
    surcharge_cut_fen: int = 0,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Agree with the party by when it pays the fine, and what of the surcharge is let off.

    Args:
        penalty: The penalty.
        at: Who, when.
        instalments: The parts of the fine, all of what is left of it.
        remedied: How the party has put the harm right.
        surcharge_cut_fen: What of the surcharge is let off.
        evidence: The agreement.

    Raises:
        OutOfOrder: If nothing is left to perform, or nothing was put right.
        BeyondTheLaw: If the parts are less than what is left of the fine, or more than
            the surcharge is let off.

    Source:
        行政强制法 42.
    """
    first(blank(remedied, "remedied_missing", under=AGREEMENT))
    first(unsound(instalments, at, penalty.fine_left_fen))
    if not 0 <= surcharge_cut_fen <= penalty.surcharge_left_fen:
        raise BeyondTheLaw(
            "fine_not_waivable",
            under=AGREEMENT,
            total_fen=surcharge_cut_fen,
            owed_fen=penalty.surcharge_left_fen,
        )
    penalty.record(
        ExecutionAgreementMade,
        at,
        instalments=instalments,
        surcharge_cut_fen=surcharge_cut_fen,
        remedied=remedied,
        evidence=evidence,
    )


@agree_on_execution.unless
def cannot_agree(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    A fine is left to pay.
    """
    del at
    yield from not_unperformed(penalty, under=AGREEMENT)
    if not penalty.fine_left_fen:
        yield OutOfOrder("nothing_to_pay", under=AGREEMENT, needed=PenaltyKind.FINE)


@act(
    "中止执行",
    "Suspend the execution",
    by=HEADS,
    under=SUSPENSION,
    rules=("INV-33",),
    rows=("SUS-11",),
)
def suspend_execution(
    penalty: Penalty,
    at: Circumstances,
    *,
    suspension_ground: SuspensionGround,
    reason: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Let the execution stand still for a ground of the law.

    Args:
        penalty: The penalty.
        at: Who, when.
        suspension_ground: Which ground.
        reason: What happened.
        evidence: What shows it.

    Raises:
        OutOfOrder: If nothing is left to perform, it stands still already, or no reason
            is given.

    Source:
        行政强制法 39.
    """
    first(blank(reason, "reason_missing", under=SUSPENSION))
    penalty.record(
        ExecutionSuspended,
        at,
        suspension_ground=suspension_ground,
        reason=reason,
        evidence=evidence,
    )


@suspend_execution.unless
def cannot_suspend(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Something is left to perform, and it does not stand still.
    """
    del at
    yield from not_unperformed(penalty, under=SUSPENSION)
    if penalty.suspended_on is not None:
        yield OutOfOrder("execution_rests", under=SUSPENSION)


@act(
    "恢复执行",
    "Resume the execution",
    by=HEADS,
    under=SUSPENSION,
    rules=("INV-33",),
    rows=("SUS-11",),
)
def resume_execution(penalty: Penalty, at: Circumstances, *, reason: str) -> None:
    """
    Let the execution go on once its ground is gone.

    Args:
        penalty: The penalty.
        at: Who, when.
        reason: Why the ground is gone.

    Raises:
        OutOfOrder: If it does not stand still, or no reason is given.

    Source:
        行政强制法 39(2).
    """
    first(blank(reason, "reason_missing", under=SUSPENSION))
    penalty.record(ExecutionResumed, at, reason=reason)


@resume_execution.unless
def cannot_resume(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    It stands still.
    """
    del at
    if penalty.suspended_on is None:
        needed = ExecutionSuspended.ZH
        yield OutOfOrder("execution_not_resting", under=SUSPENSION, needed=needed)


@act(
    "终结执行",
    "Terminate the execution",
    by=HEADS,
    under=TERMINATION,
    rules=("INV-33",),
    rows=("SUS-11",),
)
def terminate_execution(
    penalty: Penalty,
    at: Circumstances,
    *,
    execution_end_ground: TerminationGround,
    reason: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    End the execution for a ground of the law; what is left of the fine is not let off.

    Args:
        penalty: The penalty.
        at: Who, when.
        execution_end_ground: Which ground.
        reason: What happened.
        evidence: What shows it.

    Raises:
        OutOfOrder: If nothing is left to perform, it was ended before, the decision was
            not revoked, or no reason is given.
        OutOfTime: If it has not stood still for three years.

    Source:
        行政强制法 39(2), 40.
    """
    first(blank(reason, "reason_missing", under=TERMINATION))
    first(_ground_missing(penalty, at, execution_end_ground))
    penalty.record(
        ExecutionTerminated,
        at,
        execution_end_ground=execution_end_ground,
        reason=reason,
        fine_left_fen=penalty.fine_left_fen,
        evidence=evidence,
    )


@terminate_execution.unless
def cannot_terminate(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Something is left to perform, or what was to be performed has fallen; once.
    """
    del at
    if penalty.stands or penalty.is_terminated:
        yield from not_unperformed(penalty, under=TERMINATION)


def _ground_missing(
    penalty: Penalty, at: Circumstances, ground: TerminationGround
) -> Iterable[Refused]:
    """
    The decision stands, or the standstill is not three years old.
    """
    if penalty.stands and ground is TerminationGround.DECISION_REVOKED:
        yield OutOfOrder("decision_stands", under=TERMINATION)
    if ground is TerminationGround.SUSPENDED_THREE_YEARS:
        since = penalty.suspended_on
        until = at.due("CO.stop/close", since).day if since else None
        if until is None:
            yield OutOfOrder("execution_not_resting", under=SUSPENSION)
        elif at.on <= until:
            yield OutOfTime("too_early", under=SUSPENSION, from_on=until)
