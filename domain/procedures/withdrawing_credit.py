"""
Withdrawing credit facts that were wrong (信用信息撤回): by a head, on an objection, and
with what they rest on, in the commit of the fall itself (INV-41).
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.acts import act
from domain.base import HEADS
from domain.circumstances import Circumstances
from domain.credit_record.choices import (
    CreditWithdrawal,
    ObjectionOutcome,
    Stage,
)
from domain.credit_record.facts import (
    CreditFactWithdrawn,
    CreditObjectionDecided,
    basis_tag,
)
from domain.credit_record.file import CreditItem, CreditRecord
from domain.credit_record.grounds import (
    STANDS,
    WITHDRAWAL,
    item_at,
    item_of,
    none_at,
)
from domain.grounds import blank, first
from domain.list_entry.choices import Stage as EntryStage
from domain.list_entry.file import ListEntry
from domain.penalty.file import Penalty
from domain.procedures.recording_credit import decision_of
from domain.procedures.telling_partners import told_of
from domain.refusals import OutOfOrder, Refused
from domain.values import Upload

_OPEN: Final = (*STANDS, Stage.REPAIRED)


@act(
    "撤回信用信息",
    "Withdraw a credit fact",
    by=HEADS,
    under=WITHDRAWAL,
    rules=("INV-41",),
    rows=("CRD-04",),
)
def withdraw_credit_fact(
    record: CreditRecord,
    at: Circumstances,
    *,
    credit_no: int,
    credit_withdrawal: CreditWithdrawal,
    reasons: str,
    effective_on: date,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Withdraw a credit fact that was wrong.

    Args:
        record: The record.
        at: Who, when.
        credit_no: Which credit fact.
        credit_withdrawal: Why.
        reasons: In words.
        effective_on: The day from which it is wrong.
        evidence: What shows it.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If it is withdrawn already, its basis stands as it was, no objection
            was raised, or no reasons are given.

    Source:
        行政处罚法 48; 发改委令36号.
    """
    item = item_at(record, credit_no, *_OPEN, under=WITHDRAWAL)
    first(blank(reasons, "reasons_missing", under=WITHDRAWAL))
    first(_basis_stands(item, at, credit_withdrawal))
    record.record(
        CreditFactWithdrawn,
        at,
        credit_no=credit_no,
        credit_withdrawal=credit_withdrawal,
        reasons=reasons,
        effective_on=effective_on,
        source_fact=item.source_fact,
        evidence=evidence,
        partners_told=told_of(record, at),
    )


@withdraw_credit_fact.unless
def cannot_withdraw_credit(
    record: CreditRecord, at: Circumstances
) -> Iterable[Refused]:
    """
    Something is left to withdraw.
    """
    del at
    yield from none_at(record, *_OPEN, under=WITHDRAWAL)


def _basis_stands(
    item: CreditItem, at: Circumstances, ground: CreditWithdrawal
) -> Iterable[Refused]:
    """
    What it rests on did not fall, or was not varied; or nobody objected.
    """
    if ground is CreditWithdrawal.OBJECTION and not item.is_disputed:
        yield OutOfOrder("no_objection", under=WITHDRAWAL)
    if ground is CreditWithdrawal.BASIS_VARIED and not _is_varied(item, at):
        yield OutOfOrder("credit_basis_stands", under=WITHDRAWAL)
    if ground is CreditWithdrawal.BASIS_FALLEN and not _is_fallen(item, at):
        yield OutOfOrder("credit_basis_stands", under=WITHDRAWAL)


def _is_varied(item: CreditItem, at: Circumstances) -> bool:
    if item.penalty is None:
        return False
    return decision_of(at.read(Penalty, item.penalty)).id != item.source_fact


def _is_fallen(item: CreditItem, at: Circumstances) -> bool:
    if item.penalty is not None:
        return not at.read(Penalty, item.penalty).stands
    assert item.entry is not None
    return at.read(ListEntry, item.entry).stage is EntryStage.REVOKED


def withdraw_with(
    at: Circumstances,
    basis: Penalty | ListEntry,
    *,
    credit_withdrawal: CreditWithdrawal,
    reasons: str,
    effective_on: date,
) -> None:
    """
    Withdraw the credit facts that rest on a decision which changed or fell; call it
    after that decision's own fact.

    Args:
        at: The circumstances of the act by which it changed.
        basis: The penalty or the list entry, as it now stands.
        credit_withdrawal: What became of it.
        reasons: Why it changed.
        effective_on: The day from which it is so.

    Source:
        行政处罚法 48; 应急管理部令11号 15; 发改委令36号.
    """
    for each in at.tagged(basis_tag(basis.TOPIC, basis.id)):
        record = at.read(CreditRecord, each)
        for item in record.resting_on(basis.id):
            if item.stage is Stage.WITHDRAWN:
                continue
            record.record(
                CreditFactWithdrawn,
                at,
                cause=basis.last_fact,
                credit_no=item.credit_no,
                credit_withdrawal=credit_withdrawal,
                reasons=reasons,
                effective_on=effective_on,
                source_fact=item.source_fact,
                partners_told=told_of(record, at),
            )


@act(
    "处理信用信息异议",
    "Decide an objection",
    by=HEADS,
    under=WITHDRAWAL,
    rules=("INV-41",),
    rows=("CRD-04",),
)
def decide_credit_objection(
    record: CreditRecord,
    at: Circumstances,
    *,
    credit_no: int,
    objection_outcome: ObjectionOutcome,
    reasons: str,
) -> None:
    """
    Answer an objection; a credit fact that proves wrong is withdrawn with it.

    Args:
        record: The record.
        at: Who, when.
        credit_no: Which credit fact.
        objection_outcome: Whether it is upheld.
        reasons: The answer.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If no objection awaits its answer, or none is given.

    Source:
        行政处罚法 48; 发改委令36号.
    """
    item = item_of(record, credit_no, under=WITHDRAWAL)
    if not item.is_disputed:
        raise OutOfOrder("no_objection", under=WITHDRAWAL)
    first(blank(reasons, "reasons_missing", under=WITHDRAWAL))
    record.record(
        CreditObjectionDecided,
        at,
        credit_no=credit_no,
        objection_outcome=objection_outcome,
        reasons=reasons,
    )
    is_upheld = objection_outcome is ObjectionOutcome.UPHELD
    if is_upheld and item.stage is not Stage.WITHDRAWN:
        record.record(
            CreditFactWithdrawn,
            at,
            credit_no=credit_no,
            credit_withdrawal=CreditWithdrawal.OBJECTION,
            reasons=reasons,
            effective_on=at.on,
            source_fact=item.source_fact,
            partners_told=told_of(record, at),
        )


@decide_credit_objection.unless
def cannot_decide(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    An objection awaits its answer.
    """
    del at
    if not any(each.is_disputed for each in record.items.values()):
        yield OutOfOrder("no_objection", under=WITHDRAWAL)
