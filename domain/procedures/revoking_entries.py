"""
An entry that falls (撤销列入), and what falls with it in the same commit: credit facts
that rest on it, and its publicity (INV-40, INV-41).
"""

from datetime import date

from domain.circumstances import Circumstances
from domain.credit_record.choices import CreditWithdrawal
from domain.joint_measure.file import JointMeasure, entry_tag
from domain.limits import limit_if_any
from domain.list_entry.choices import RevocationGround
from domain.list_entry.facts_of_removal import BlacklistEntryRevoked
from domain.list_entry.file import ListEntry
from domain.procedures.publicity_of_entries import withdraw_listing
from domain.procedures.withdrawing_credit import withdraw_with
from domain.publication.file import WithdrawalGround
from domain.values import Upload


def let_entry_fall(
    entry: ListEntry,
    at: Circumstances,
    *,
    cause: str | None = None,
    revocation_ground: RevocationGround,
    reasons: str,
    effective_on: date,
    basis_fallen: bool,
    decision_no: str = "",
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that an entry fell, and take down what rests on it.

    Args:
        entry: The entry.
        at: The circumstances of the act by which it falls.
        cause: The fact by which it falls; the act itself if absent.
        revocation_ground: Why.
        reasons: In words.
        effective_on: The day from which its basis is gone.
        basis_fallen: Whether the penalty fell on which it rests.
        decision_no: Number of the decision or judgment.
        evidence: That paper.

    Source:
        应急管理部令11号 15, 16; 行政处罚法 48; 发改委令36号.
    """
    tagged = at.tagged(entry_tag(entry.id))
    left = any(at.read(JointMeasure, one).is_active for one in tagged)
    entry.record(
        BlacklistEntryRevoked,
        at,
        cause=cause,
        revocation_ground=revocation_ground,
        reasons=reasons,
        effective_on=effective_on,
        basis_fallen=basis_fallen,
        decision_no=decision_no,
        lift_limit=limit_if_any(at, "SD.lift", at.on) if left else None,
        evidence=evidence,
    )
    withdraw_with(
        at,
        entry,
        credit_withdrawal=CreditWithdrawal.BASIS_FALLEN,
        reasons=reasons,
        effective_on=effective_on,
    )
    withdraw_listing(
        entry,
        at,
        withdrawal_ground=WithdrawalGround.LISTING_REVOKED,
        reasons=reasons,
        changed_on=effective_on,
    )
