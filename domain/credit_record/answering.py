"""
Acts of a credit record that need no other file: refusing a repair, taking in an
objection.
"""

from collections.abc import Iterable

from domain.acts import act
from domain.base import HEADS, Time
from domain.circumstances import Circumstances
from domain.credit_record.choices import (
    Stage,
)
from domain.credit_record.facts import (
    CreditObjectionRaised,
)
from domain.credit_record.facts_of_repair import RepairRefused
from domain.credit_record.file import CreditRecord
from domain.credit_record.grounds import (
    REPAIR,
    STANDS,
    TAKERS,
    item_at,
    none_at,
)
from domain.grounds import blank, first
from domain.refusals import OutOfOrder, Refused
from domain.values import Personal, Upload


@act(
    "不予信用修复",
    "Refuse a repair",
    by=HEADS,
    under=REPAIR,
    rows=("CRD-04",),
)
def refuse_repair(
    record: CreditRecord, at: Circumstances, *, credit_no: int, reasons: str
) -> None:
    """
    Decide that a credit fact is not repaired.

    Args:
        record: The record.
        at: Who, when.
        credit_no: Which credit fact.
        reasons: Why.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If no repair was applied for, or no reasons are given.

    Source:
        发改委令36号.
    """
    item_at(record, credit_no, Stage.APPLIED, Stage.ACCEPTED, under=REPAIR)
    first(blank(reasons, "reasons_missing", under=REPAIR))
    record.record(RepairRefused, at, credit_no=credit_no, reasons=reasons)


@refuse_repair.unless
def cannot_refuse(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    An application awaits its answer.
    """
    del at
    yield from none_at(record, Stage.APPLIED, Stage.ACCEPTED, under=REPAIR)


# -- objections -------------------------------------------------------------------


@act(
    "提出信用信息异议",
    "Raise an objection",
    by=TAKERS,
    under=REPAIR,
    time=Time.STATED,
    rows=("CRD-04",),
)
def raise_credit_objection(
    record: CreditRecord,
    at: Circumstances,
    *,
    credit_no: int,
    disputed: Personal,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Take in that the subject disputes a credit fact.

    Args:
        record: The record.
        at: Who takes it in; the day on which it was filed.
        credit_no: Which credit fact.
        disputed: What is disputed, in the subject's words.
        evidence: What came with it.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If it is withdrawn, or an objection awaits its answer already.

    Source:
        发改委令36号.
    """
    item = item_at(record, credit_no, *STANDS, Stage.REPAIRED, under=REPAIR)
    if item.is_disputed:
        raise OutOfOrder("objection_pending", under=REPAIR, no=credit_no)
    record.record(
        CreditObjectionRaised,
        at,
        credit_no=credit_no,
        disputed=disputed,
        evidence=evidence,
    )


@raise_credit_objection.unless
def cannot_object(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    There is something to object to.
    """
    del at
    yield from none_at(record, *STANDS, Stage.REPAIRED, under=REPAIR)
