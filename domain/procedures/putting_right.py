"""
Putting a wrong decision right (执法纠错): corrected, varied, revoked, void, refunded.

What others decide is taken in and never refused; what the body itself decides may be.
Whatever hangs on a decision follows it: list and credit in the same commit (INV-41),
publication and refund by acts of their own.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.acts import act
from domain.base import HEADS, Fact, Role, Time
from domain.circumstances import Circumstances
from domain.falling import ChangedBy, by_the_head
from domain.grounds import blank, first
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import COERCION_LAW, PENALTY_LAW
from domain.limits import limit_if_any
from domain.penalty.choices import CONTENT, CorrectedPart, PenaltyFlag
from domain.penalty.facts_of_falling import (
    DecisionConfirmedUnlawful,
    DecisionCorrected,
    DecisionDeclaredVoid,
    DecisionRevoked,
    DecisionVaried,
    FineRefunded,
)
from domain.penalty.file import Penalty
from domain.penalty.grounds import fallen
from domain.procedures.taking_down import take_down
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Upload

PUT_RIGHT: Final = PENALTY_LAW.article(75, 2)
VOID: Final = PENALTY_LAW.article(38)
REFUND: Final = COERCION_LAW.article(41)

_CHANGERS: Final = (*HEADS, Role.CLERK)


@act(
    "更正处罚决定",
    "Correct a decision",
    by=HEADS,
    under=PUT_RIGHT,
    rows=("PEN-12",),
)
def correct_decision(
    penalty: Penalty,
    at: Circumstances,
    *,
    corrected_part: CorrectedPart,
    passage: str,
    altered_to: str,
    reason: str,
) -> None:
    """
    Put a clerical slip of a decision right.

    Args:
        penalty: The penalty.
        at: Who, when.
        corrected_part: What is corrected.
        passage: As it reads.
        altered_to: As it is to read.
        reason: How the slip came about.

    Raises:
        OutOfOrder: If the decision does not stand, or no reason is given.
        BeyondTheLaw: If it is a change of content.

    Source:
        行政处罚法 75(2).
    """
    first(blank(reason, "reason_missing", under=PUT_RIGHT))
    if corrected_part in CONTENT:
        raise BeyondTheLaw(
            "not_clerical", under=PUT_RIGHT, corrected_part=corrected_part
        )
    penalty.record(
        DecisionCorrected,
        at,
        corrected_part=corrected_part,
        passage=passage,
        altered_to=altered_to,
        reason=reason,
    )


@act(
    "变更处罚决定",
    "Vary a decision",
    by=_CHANGERS,
    under=PUT_RIGHT,
    time=Time.STATED,
    rules=("INV-41",),
    rows=("PEN-12",),
)
def vary_decision(
    penalty: Penalty,
    at: Circumstances,
    *,
    changed_by: ChangedBy,
    reason: str,
    effective_on: date,
    kinds: tuple[PenaltyKind, ...],
    fine_fen: int,
    decision_no: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that the content of a decision is another now.

    Args:
        penalty: The penalty.
        at: Who, when.
        changed_by: Who varied it.
        reason: Why.
        effective_on: The day from which it is so.
        kinds: The kinds that stand now.
        fine_fen: The fine that stands now.
        decision_no: Number of the decision or judgment.
        evidence: That paper.

    Raises:
        NotCompetent: If the body's own decision is not taken by a head.
        OutOfOrder: If it does not stand, or the body itself leaves a fine without its
            kind, or the kind without a fine.
        BeyondTheLaw: If the body itself makes it heavier.

    Source:
        行政处罚法 75(2); 行政复议法 63.
    """
    worse = fine_fen > penalty.fine_fen or not {*kinds} <= {*penalty.kinds}
    fits = (PenaltyKind.FINE in kinds) == (fine_fen > 0)
    if not fits and changed_by is ChangedBy.OWN:
        raise OutOfOrder("fine_contradicts_kinds", under=PUT_RIGHT)
    if worse and changed_by is ChangedBy.OWN:
        raise BeyondTheLaw("heavier_than_decided", under=PENALTY_LAW.article(45))
    flagged = worse and changed_by is ChangedBy.REVIEW
    penalty.record(
        DecisionVaried,
        at,
        changed_by=changed_by,
        reason=reason,
        effective_on=effective_on,
        kinds=kinds,
        fine_fen=fine_fen,
        refund_fen=max(penalty.fine_paid_fen - fine_fen, 0),
        decision_no=decision_no,
        flags=(PenaltyFlag.WORSE_ON_REVIEW,) if flagged else (),
        withdraw_limit=limit_if_any(at, "PN.publish.withdraw", effective_on),
        evidence=evidence,
    )
    take_down(at, penalty, reasons=reason, effective_on=effective_on)


def _let_fall(
    penalty: Penalty,
    at: Circumstances,
    fact: type[Fact],
    *,
    changed_by: ChangedBy,
    reason: str,
    effective_on: date,
    refund_fen: int,
    decision_no: str,
    evidence: tuple[Upload, ...],
) -> None:
    """
    Record that a decision fell, and take down what was published of it.
    """
    penalty.record(
        fact,
        at,
        changed_by=changed_by,
        reason=reason,
        effective_on=effective_on,
        refund_fen=refund_fen,
        decision_no=decision_no,
        withdraw_limit=limit_if_any(at, "PN.publish.withdraw", effective_on),
        evidence=evidence,
    )
    take_down(at, penalty, reasons=reason, effective_on=effective_on)


@act(
    "撤销处罚决定",
    "Revoke a decision",
    by=_CHANGERS,
    under=PUT_RIGHT,
    time=Time.STATED,
    rules=("INV-41",),
    rows=("PEN-12",),
)
def revoke_decision(
    penalty: Penalty,
    at: Circumstances,
    *,
    changed_by: ChangedBy,
    reason: str,
    effective_on: date,
    decision_no: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that a decision was revoked; what was paid is to be given back.

    Args:
        penalty: The penalty.
        at: Who, when.
        changed_by: Who revoked it.
        reason: Why.
        effective_on: The day from which it is revoked.
        decision_no: Number of the decision or judgment.
        evidence: That paper.

    Raises:
        NotCompetent: If the body's own decision is not taken by a head.
        OutOfOrder: If it does not stand.

    Source:
        行政处罚法 75(2); 行政强制法 41.
    """
    _let_fall(
        penalty,
        at,
        DecisionRevoked,
        changed_by=changed_by,
        reason=reason,
        effective_on=effective_on,
        refund_fen=penalty.paid_fen,
        decision_no=decision_no,
        evidence=evidence,
    )


@act(
    "确认处罚决定无效",
    "Record that a decision is void",
    by=_CHANGERS,
    under=VOID,
    time=Time.STATED,
    rules=("INV-41",),
    rows=("PEN-12",),
)
def declare_void(
    penalty: Penalty,
    at: Circumstances,
    *,
    changed_by: ChangedBy,
    reason: str,
    effective_on: date,
    decision_no: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that a decision was void from the beginning; what was paid is given back.

    Args:
        penalty: The penalty.
        at: Who, when.
        changed_by: Who declared it.
        reason: No basis, no standing, or a grave and obvious breach of procedure.
        effective_on: The day on which that took effect.
        decision_no: Number of the decision or judgment.
        evidence: That paper.

    Raises:
        NotCompetent: If the body's own decision is not taken by a head.
        OutOfOrder: If it does not stand.

    Source:
        行政处罚法 38; 行政强制法 41.
    """
    _let_fall(
        penalty,
        at,
        DecisionDeclaredVoid,
        changed_by=changed_by,
        reason=reason,
        effective_on=effective_on,
        refund_fen=penalty.paid_fen,
        decision_no=decision_no,
        evidence=evidence,
    )


@declare_void.unless
def cannot_declare(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    It stands.
    """
    del at
    yield from fallen(penalty, under=VOID)


@act(
    "确认处罚决定违法",
    "Record that a decision is unlawful",
    by=_CHANGERS,
    under=PUT_RIGHT,
    time=Time.STATED,
    rules=("INV-41",),
    rows=("PEN-12",),
)
def confirm_unlawful(
    penalty: Penalty,
    at: Circumstances,
    *,
    changed_by: ChangedBy,
    reason: str,
    effective_on: date,
    refund_fen: int = 0,
    decision_no: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that a decision was confirmed to be unlawful.

    Args:
        penalty: The penalty.
        at: Who, when.
        changed_by: Who confirmed it.
        reason: Why.
        effective_on: The day from which it is so.
        refund_fen: What is to be given back by that decision.
        decision_no: Number of the decision or judgment.
        evidence: That paper.

    Raises:
        NotCompetent: If the body's own decision is not taken by a head.
        OutOfOrder: If it does not stand.
        BeyondTheLaw: If more is to be given back than was paid.

    Source:
        行政处罚法 48(2), 75(2).
    """
    first(_more_than(penalty.paid_fen, refund_fen))
    _let_fall(
        penalty,
        at,
        DecisionConfirmedUnlawful,
        changed_by=changed_by,
        reason=reason,
        effective_on=effective_on,
        refund_fen=refund_fen,
        decision_no=decision_no,
        evidence=evidence,
    )


@correct_decision.unless
@vary_decision.unless
@revoke_decision.unless
@confirm_unlawful.unless
def cannot_change(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    It stands.
    """
    del at
    yield from fallen(penalty, under=PUT_RIGHT)


@act(
    "退还罚款",
    "Give a fine back",
    by=Role.CLERK,
    under=REFUND,
    time=Time.STATED,
    rows=("PEN-12",),
)
def refund_fine(
    penalty: Penalty, at: Circumstances, *, refund_fen: int, receipt_no: str
) -> None:
    """
    Record that what had been paid was given back.

    Args:
        penalty: The penalty.
        at: Who; the day on which it was given back.
        refund_fen: How much.
        receipt_no: Number of the receipt.

    Raises:
        OutOfOrder: If nothing is to be given back, or there is no receipt.
        BeyondTheLaw: If it is more than is to be given back.

    Source:
        行政强制法 41.
    """
    first(blank(receipt_no, "receipt_number_missing", under=REFUND))
    first(_more_than(penalty.refund_due_fen, refund_fen))
    penalty.record(FineRefunded, at, refund_fen=refund_fen, receipt_no=receipt_no)


@refund_fine.unless
def cannot_refund(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Something is to be given back.
    """
    del at
    if not penalty.refund_due_fen:
        needed = DecisionRevoked.ZH
        yield OutOfOrder("nothing_to_refund", under=REFUND, needed=needed)


def _more_than(due_fen: int, refund_fen: int) -> Iterable[Refused]:
    if not 0 <= refund_fen <= due_fen:
        yield BeyondTheLaw(
            "refund_too_much", under=REFUND, refund_fen=refund_fen, due_fen=due_fen
        )


@vary_decision.unless_named
@revoke_decision.unless_named
@declare_void.unless_named
@confirm_unlawful.unless_named
def not_the_head(
    penalty: Penalty, at: Circumstances, *, changed_by: ChangedBy, **_: object
) -> Iterable[Refused]:
    """
    A clerk takes in what others decided; the body itself decides by its head.
    """
    del penalty
    yield from by_the_head(at, changed_by, under=PUT_RIGHT)
