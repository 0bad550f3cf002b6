"""
What falls with a penalty (决定不成立的连带后果): daily fines that repeat it, the
suspension that carries it out, bans, list entries and credit facts, in the commit of
the fall itself (INV-41).

Credit facts are withdrawn whatever became of the decision: what was varied is recorded
anew. A decision that fell takes its entries along, and what was recorded of them; one
that was varied leaves its entries to be examined at once.
"""

from datetime import date

from domain.circumstances import Circumstances
from domain.credit_record.choices import CreditWithdrawal
from domain.falling import Fall, Falling
from domain.law.penalty_kinds import PenaltyKind
from domain.limits import limit_if_any
from domain.list_entry.choices import ReviewOutcome, RevocationGround
from domain.list_entry.facts import BlacklistEntryReviewed
from domain.list_entry.file import ListEntry
from domain.penalty.facts import daily_tag
from domain.penalty.facts_of_falling import (
    DecisionDeclaredVoid,
    DecisionRevoked,
    DecisionVaried,
)
from domain.penalty.file import Penalty
from domain.procedures.own_penalties import Fallen
from domain.procedures.revoking_entries import let_entry_fall
from domain.procedures.setting_aside import lift_bans, set_aside
from domain.procedures.withdrawing_credit import withdraw_with
from domain.suspension_order.file import SuspensionOrder


def take_down(
    at: Circumstances, penalty: Penalty, *, reasons: str, effective_on: date
) -> None:
    """
    Let fall, or be examined, what rests on a penalty; call it after its own fact.

    Args:
        at: The circumstances of the act by which the penalty changed.
        penalty: The penalty, as it now stands.
        reasons: Why it changed.
        effective_on: The day from which it is so.

    Source:
        应急管理部令11号 15; 行政处罚法 48; 安全生产法 112.
    """
    _repeated(at, penalty, reasons=reasons, effective_on=effective_on)
    _carried_out(at, penalty, reasons=reasons, effective_on=effective_on)
    varied, gone = CreditWithdrawal.BASIS_VARIED, CreditWithdrawal.BASIS_FALLEN
    withdraw_with(
        at,
        penalty,
        credit_withdrawal=varied if penalty.stands else gone,
        reasons=reasons,
        effective_on=effective_on,
    )
    for each in at.tagged(f"penalty/{penalty.id}/list"):
        entry = at.read(ListEntry, each)
        if not entry.is_live:
            continue
        if penalty.stands:
            entry.record(
                BlacklistEntryReviewed,
                at,
                cause=penalty.last_fact,
                review_outcome=ReviewOutcome.TO_EXAMINE,
                reasons=reasons,
                basis_fallen=True,
            )
            continue
        let_entry_fall(
            entry,
            at,
            cause=penalty.last_fact,
            revocation_ground=RevocationGround.PENALTY_FALLEN,
            reasons=reasons,
            effective_on=effective_on,
            basis_fallen=True,
        )


def _repeated(
    at: Circumstances, penalty: Penalty, *, reasons: str, effective_on: date
) -> None:
    """
    Let the daily fines fall that repeat a fine which was revoked or is void.
    """
    fell = penalty.history[-1]
    if not isinstance(fell, DecisionRevoked | DecisionDeclaredVoid):
        return
    for each in at.tagged(daily_tag(penalty.id)):
        daily = at.read(Penalty, each)
        if not daily.stands:
            continue
        daily.record(
            type(fell),
            at,
            cause=fell.id,
            changed_by=fell.changed_by,
            reason=reasons,
            effective_on=effective_on,
            refund_fen=daily.paid_fen,
            decision_no=fell.decision_no,
            withdraw_limit=limit_if_any(at, "PN.publish.withdraw", effective_on),
        )
        take_down(at, daily, reasons=reasons, effective_on=effective_on)


def _carried_out(
    at: Circumstances, penalty: Penalty, *, reasons: str, effective_on: date
) -> None:
    """
    Let the suspension fall that carries out a penalty which does not order it any more,
    and lift the bans that rest on one which does not stand.
    """
    fell = penalty.history[-1]
    assert isinstance(fell, DecisionVaried | Fallen)
    falling = Falling(
        Fall.BASIS_FALLEN, fell.changed_by, reasons, effective_on, fell.decision_no
    )
    stops = PenaltyKind.PRODUCTION_STOPPED in penalty.kinds
    for each in at.tagged(f"penalty/{penalty.id}/suspension"):
        if not (penalty.stands and stops):
            order = at.read(SuspensionOrder, each)
            set_aside(order, at, falling, cause=fell.id)
    if not penalty.stands:
        lift_bans(penalty, at, falling)
