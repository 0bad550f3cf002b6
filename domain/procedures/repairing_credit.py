"""
Repairing credit (信用修复): applied for when the shortest term is over, taken up when
the duties are done, and carried out everywhere at once; revoked where it was got by
fraud.
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import act
from domain.base import HEADS, Time
from domain.circumstances import Circumstances
from domain.credit_record.choices import RepairCondition, RepairEffect, Stage
from domain.credit_record.facts_of_repair import (
    CreditFactRepaired,
    RepairAccepted,
    RepairApplied,
    RepairRevoked,
    Stoppage,
)
from domain.credit_record.file import CreditItem, CreditRecord
from domain.credit_record.grounds import REPAIR, TAKERS, item_at, none_at
from domain.grounds import blank, first
from domain.list_entry.file import ListEntry
from domain.penalty.file import Penalty
from domain.procedures.telling_partners import told_of
from domain.refusals import OutOfOrder, OutOfTime, Refused
from domain.values import Upload


@act(
    "申请信用修复",
    "Apply for repair",
    by=TAKERS,
    under=REPAIR,
    time=Time.STATED,
    rows=("CRD-04",),
)
def apply_for_repair(
    record: CreditRecord,
    at: Circumstances,
    *,
    credit_no: int,
    credit_promise: Upload,
    evidence: tuple[Upload, ...],
) -> None:
    """
    Take in that the subject asks for repair.

    Args:
        record: The record.
        at: Who takes it in; the day on which it was asked.
        credit_no: Which credit fact.
        credit_promise: The subject's public promise.
        evidence: What shows that it put things right and did its duties; at least one.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If it does not stand, repair was asked for already, or nothing is
            shown.
        OutOfTime: Before the end of its class's shortest term, or of a bar.

    Source:
        发改委令36号.
    """
    item = item_at(record, credit_no, Stage.RECORDED, under=REPAIR)
    if not evidence:
        raise OutOfOrder("evidence_missing", under=REPAIR)
    first(_too_early(item, at))
    record.record(
        RepairApplied,
        at,
        credit_no=credit_no,
        credit_promise=credit_promise,
        evidence=evidence,
    )


@apply_for_repair.unless
def cannot_apply(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    Something is recorded that stands.
    """
    del at
    yield from none_at(record, Stage.RECORDED, under=REPAIR)


def _too_early(item: CreditItem, at: Circumstances) -> Iterable[Refused]:
    """
    Its shortest term, or a bar after a fraud, is not over.
    """
    if item.repair_from is not None and at.on < item.repair_from:
        yield OutOfTime("minimum_term", under=REPAIR, from_on=item.repair_from)
    if item.barred_until is not None and at.on <= item.barred_until:
        yield OutOfTime("repair_barred", under=REPAIR, until_on=item.barred_until)


@act(
    "受理信用修复",
    "Accept an application for repair",
    by=HEADS,
    under=REPAIR,
    rows=("CRD-04",),
)
def accept_repair(record: CreditRecord, at: Circumstances, *, credit_no: int) -> None:
    """
    Take an application up: the duties are done.

    Args:
        record: The record.
        at: Who, when.
        credit_no: Which credit fact.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If no repair was applied for, or a condition is open.

    Source:
        发改委令36号.
    """
    item = item_at(record, credit_no, Stage.APPLIED, under=REPAIR)
    first(_open(item, at))
    record.record(RepairAccepted, at, credit_no=credit_no)


@accept_repair.unless
def cannot_accept(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    An application awaits its answer.
    """
    del at
    yield from none_at(record, Stage.APPLIED, under=REPAIR)


def _open(item: CreditItem, at: Circumstances) -> Iterable[Refused]:
    """
    The penalty is not performed, or the subject is still on the list.
    """
    missing: list[RepairCondition] = []
    if item.penalty is not None and at.read(Penalty, item.penalty).is_unperformed:
        missing.append(RepairCondition.DUTIES_DONE)
    if item.entry is not None and at.read(ListEntry, item.entry).is_live:
        missing.append(RepairCondition.OFF_THE_LIST)
    if missing:
        yield OutOfOrder("condition_open", under=REPAIR, missing=missing)


@act(
    "信用修复",
    "Repair a credit fact",
    by=HEADS,
    under=REPAIR,
    rows=("CRD-04",),
)
def repair_credit_fact(
    record: CreditRecord,
    at: Circumstances,
    *,
    credit_no: int,
    reasons: str,
    stoppages: tuple[Stoppage, ...],
) -> None:
    """
    Repair a credit fact: it is shown, shared and used nowhere any more.

    Args:
        record: The record.
        at: Who, when.
        credit_no: Which credit fact.
        reasons: What was verified.
        stoppages: What was stopped, and where: publicity, sharing, discipline.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If no application was accepted, a condition is open again, no
            reasons are given, or something goes on somewhere.

    Source:
        发改委令36号: whoever recognised dishonesty repairs it; on all platforms.
    """
    item = item_at(record, credit_no, Stage.ACCEPTED, under=REPAIR)
    first(_open(item, at))
    first(blank(reasons, "reasons_missing", under=REPAIR))
    first(_goes_on(stoppages))
    record.record(
        CreditFactRepaired,
        at,
        credit_no=credit_no,
        reasons=reasons,
        stoppages=stoppages,
        partners_told=told_of(record, at),
    )


@repair_credit_fact.unless
def cannot_repair(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    An application was accepted.
    """
    del at
    yield from none_at(record, Stage.ACCEPTED, under=REPAIR)


def _goes_on(stoppages: tuple[Stoppage, ...]) -> Iterable[Refused]:
    """
    One of the effects of a repair is not told, or not where.
    """
    told = {each.repair_effect for each in stoppages if each.platform.strip()}
    missing = [each for each in RepairEffect if each not in told]
    if missing:
        yield OutOfOrder("repair_incomplete", under=REPAIR, missing=missing)


@act(
    "撤销信用修复",
    "Revoke a repair",
    by=HEADS,
    under=REPAIR,
    rows=("CRD-04",),
)
def revoke_repair(
    record: CreditRecord,
    at: Circumstances,
    *,
    credit_no: int,
    reasons: str,
    evidence: tuple[Upload, ...],
    barred_until: date | None = None,
) -> None:
    """
    Revoke a repair that was got by fraud or a broken promise; the fact stands again.

    Args:
        record: The record.
        at: Who, when.
        credit_no: Which credit fact.
        reasons: What was hidden, made up or broken.
        evidence: What shows it; at least one.
        barred_until: The last day on which no repair can be applied for; how long that
            has to be is 待核, so the body says it.

    Raises:
        NoSuchCase: If there is no such credit fact.
        OutOfOrder: If it is not repaired, or reasons or evidence are missing.
        OutOfTime: If the last day is over already.

    Source:
        发改委令36号.
    """
    item_at(record, credit_no, Stage.REPAIRED, under=REPAIR)
    first(blank(reasons, "reasons_missing", under=REPAIR))
    if not evidence:
        raise OutOfOrder("evidence_missing", under=REPAIR)
    if barred_until is not None and barred_until < at.on:
        raise OutOfTime("last_day_past", under=REPAIR, until_on=barred_until)
    record.record(
        RepairRevoked,
        at,
        credit_no=credit_no,
        reasons=reasons,
        evidence=evidence,
        barred_until=barred_until,
        partners_told=told_of(record, at),
    )


@revoke_repair.unless
def cannot_revoke(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    Something was repaired.
    """
    del at
    yield from none_at(record, Stage.REPAIRED, under=REPAIR)
