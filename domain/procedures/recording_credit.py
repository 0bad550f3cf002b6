"""
Recording dishonesty (信用信息记录): what a decision of the body's own counts for.

The class is what the clerk says, within what the table knows of such a decision, or by
a standard of the ministry. A body keeps one record of a subject: what is recorded next
goes into it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from domain.acts import act
from domain.base import Fact, Role
from domain.calendar import ONE_DAY
from domain.circumstances import Circumstances
from domain.credit_record.facts import (
    CreditFactRecorded,
    record_claim,
    source_claim,
)
from domain.credit_record.file import CreditRecord
from domain.credit_record.grounds import REPAIR
from domain.grounds import blank, first
from domain.law.credit_classes import ClassStandard, CreditClass, classes_of
from domain.list_entry.facts import BlacklistEntryMade, BlacklistEntryProposed
from domain.list_entry.facts_of_removal import BlacklistEntryRestored
from domain.list_entry.file import ListEntry
from domain.penalty.facts_of_falling import DecisionVaried
from domain.penalty.file import Penalty
from domain.penalty.grounds import fallen
from domain.procedures.credit_of_penalties import not_as_shown
from domain.procedures.own_penalties import decided, person_of
from domain.procedures.telling_partners import partners_of
from domain.procedures.terms_of_classes import longest, shortest
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Personal

#: Whoever is listed is seriously dishonest, by the table.
_LISTED: Final = (CreditClass.SERIOUS,)


@act(
    "记录处罚信用信息",
    "Record a penalty in the credit record",
    by=Role.CLERK,
    under=REPAIR,
    rules=("INV-41",),
    rows=("CRD-04",),
)
def record_penalty_credit(
    penalty: Penalty,
    at: Circumstances,
    *,
    credit_class: CreditClass,
    class_standard: ClassStandard,
    class_ground: str,
) -> CreditRecord:
    """
    Record a penalty of the body's own as dishonesty of its party.

    Args:
        penalty: The penalty.
        at: Who, when.
        credit_class: How grave it is.
        class_standard: By which standard.
        class_ground: What of that standard it meets.

    Raises:
        OutOfOrder: If it was not served, fell, is recorded already, its party is a
            person whose number nobody knows, no ground is given, or the credit platform
            shows it as of another class.
        BeyondTheLaw: If the table has another class for it.

    Source:
        发改委令36号; 国办发〔2025〕22号.
    """
    allowed = classes_of(penalty.kinds, on_the_spot=penalty.on_the_spot)
    classed = _Class(credit_class, class_standard, class_ground)
    first(
        _another_class(allowed, classed),
        not_as_shown(penalty, at, credit_class),
    )
    basis = _Basis(
        decision_of(penalty),
        penalty.decided_on,
        penalty.enterprise,
        person_of(penalty),
        penalty.person_key,
    )
    return _recorded(at, basis, classed, penalty=penalty.id)


@record_penalty_credit.unless
def cannot_record_penalty(penalty: Penalty, at: Circumstances) -> Iterable[Refused]:
    """
    Served, it stands, and is not recorded yet.
    """
    yield from fallen(penalty, under=REPAIR)
    if penalty.served_on is None:
        yield OutOfOrder("not_served", under=REPAIR)
    yield from _cannot_record(at, penalty, decision_of(penalty))


@act(
    "记录名单信用信息",
    "Record a list entry in the credit record",
    by=Role.CLERK,
    under=REPAIR,
    rules=("INV-41",),
    rows=("CRD-04",),
)
def record_entry_credit(
    entry: ListEntry,
    at: Circumstances,
    *,
    credit_class: CreditClass,
    class_standard: ClassStandard,
    class_ground: str,
) -> CreditRecord:
    """
    Record a listing by the body's own decision as dishonesty of its subject.

    Args:
        entry: The entry of the black list.
        at: Who, when.
        credit_class: How grave it is.
        class_standard: By which standard.
        class_ground: What of that standard it meets.

    Raises:
        OutOfOrder: If it is not on the black list, is recorded already, its subject is
            a person whose number nobody knows, or no ground is given.
        BeyondTheLaw: If the table has another class for it.

    Source:
        发改委令36号; 国办发〔2025〕22号.
    """
    classed = _Class(credit_class, class_standard, class_ground)
    first(_another_class(_LISTED, classed))
    made, proposed = _listing_of(entry), entry.history[0]
    assert made is not None
    assert isinstance(proposed, BlacklistEntryProposed)
    on, person = made.deed.on, proposed.person
    basis = _Basis(made, on, entry.enterprise, person, entry.person_key)
    return _recorded(at, basis, classed, entry=entry.id)


@record_entry_credit.unless
def cannot_record_entry(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    On the black list, and not recorded yet.
    """
    made = _listing_of(entry)
    if made is None or not entry.is_live:
        yield OutOfOrder(
            "entry_not_live", under=REPAIR, colour=entry.colour, stage=entry.stage
        )
        return
    yield from _cannot_record(at, entry, made)


def decision_of(penalty: Penalty) -> Fact:
    """
    Give the decision that stands: the first, or the last that replaced it.
    """
    varied = [fact for fact in penalty.history if isinstance(fact, DecisionVaried)]
    return varied[-1] if varied else decided(penalty)


def _listing_of(entry: ListEntry) -> Fact | None:
    kinds = (BlacklistEntryMade, BlacklistEntryRestored)
    found = [fact for fact in entry.history if isinstance(fact, kinds)]
    return found[-1] if found else None


@dataclass(frozen=True)
class _Class:
    """
    The class that is given, and by what.
    """

    credit_class: CreditClass
    standard: ClassStandard
    ground: str


def _another_class(
    allowed: Collection[CreditClass], given: _Class
) -> Iterable[Refused]:
    """
    No class, no ground, or one that the table does not have for such a decision.
    """
    yield from blank(given.ground, "class_ground_missing", under=REPAIR)
    if given.credit_class is CreditClass.UNKNOWN:
        yield OutOfOrder("class_unknown", under=REPAIR)
    if given.standard is ClassStandard.TABLE and given.credit_class not in allowed:
        yield BeyondTheLaw(
            "class_not_of_table",
            under=REPAIR,
            credit_class=given.credit_class,
            allowed=tuple(allowed),
        )


def _cannot_record(
    at: Circumstances, rests_on: Penalty | ListEntry, basis: Fact
) -> Iterable[Refused]:
    if rests_on.enterprise is None and not rests_on.person_key:
        yield OutOfOrder("person_without_number", under=REPAIR)
    if held := at.holder(source_claim(basis.id)):
        yield OutOfOrder("credit_recorded_already", under=REPAIR, record=held)


def record_of(
    at: Circumstances, enterprise: UUID | None, person_key: str = ""
) -> CreditRecord | None:
    """
    Give the record that the acting body keeps of a subject, if it keeps one.
    """
    held = at.holder(record_claim(at.actor.body, enterprise, person_key))
    return at.read(CreditRecord, held) if held else None


@dataclass(frozen=True)
class _Basis:
    """
    What is recorded: the decision, and of whom.
    """

    fact: Fact
    document_on: date
    enterprise: UUID | None
    person: Personal | None
    person_key: str


def _recorded(
    at: Circumstances, basis: _Basis, classed: _Class, **source: UUID
) -> CreditRecord:
    """
    Record a decision in the record of its subject, or open one with it.
    """
    there = record_of(at, basis.enterprise, basis.person_key)
    least, least_unsettled = shortest(at, classed.credit_class, basis.document_on)
    most, unsettled = longest(at, classed.credit_class, basis.document_on, is_own=True)
    assert most is not None
    terms: dict[str, Any] = {
        **source,
        "credit_no": len(there.items) + 1 if there else 1,
        "credit_class": classed.credit_class,
        "class_standard": classed.standard,
        "class_ground": classed.ground,
        "source_fact": basis.fact.id,
        "document_on": basis.document_on,
        "repair_from": least.ends_on + ONE_DAY if least else basis.document_on,
        "publicity_until": most.ends_on,
        "unsettled": unsettled or least_unsettled,
        "enterprise": basis.enterprise,
        "person": basis.person,
        "person_key": basis.person_key,
        "partners_told": partners_of(
            at,
            at.actor.body,
            enterprise=basis.enterprise,
            person_key=basis.person_key,
        ),
    }
    cause, concerns = basis.fact.id, (basis.fact.deed.thread,)
    if there is None:
        return CreditRecord.start(
            CreditFactRecorded, at, cause=cause, concerns=concerns, **terms
        )
    there.record(CreditFactRecorded, at, cause=cause, concerns=concerns, **terms)
    return there
