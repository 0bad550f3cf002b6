"""
How dishonesty comes into a credit record, and how it leaves it because it was wrong.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, FirstFact
from domain.credit_record.choices import (
    CreditWithdrawal,
    ObjectionOutcome,
    Stage,
)
from domain.credit_record.file import CreditItem, CreditRecord
from domain.law.credit_classes import ClassStandard, CreditClass
from domain.references import BodyRef, EnterpriseRef, ListEntryRef, PenaltyRef
from domain.values import Personal, Upload


def subject_tags(enterprise: object, person_key: str) -> Iterable[str]:
    """
    Under which tags the records of one subject are found; a name alone finds none.
    """
    if enterprise is not None:
        yield f"enterprise/{enterprise}/credit"
    if person_key:
        yield f"person/{person_key}/credit"


def record_claim(body: object, enterprise: object, person_key: str) -> str:
    """
    Name the claim of a record: a body keeps one of a subject.
    """
    subject = f"enterprise/{enterprise}" if enterprise else f"person/{person_key}"
    return f"credit-record/{body}/{subject}"


def source_claim(source_fact: str) -> str:
    """
    Name the claim of a credit fact: a decision is recorded once.
    """
    return f"credit-fact/{source_fact}"


def basis_tag(kind: str, basis: UUID) -> str:
    """
    Name the tag under which a record is found by what a credit fact of it rests on.

    Args:
        kind: The kind of file that is: a penalty or a list entry.
        basis: That file.
    """
    return f"{kind}/{basis}/credit"


def handed_to_each(
    record: UUID, partners: tuple[UUID, ...]
) -> Iterable[tuple[UUID, UUID]]:
    """
    Hand a record to each of some partners.
    """
    return tuple((record, partner) for partner in partners)


class CreditFactRecorded(FirstFact):
    """
    A decision was recorded as dishonesty of its class (信用信息记录).
    """

    TOPIC: ClassVar[str] = "credit-record.credit-fact-recorded.v1"
    ZH: ClassVar[str] = "信用信息记录"

    credit_no: int
    credit_class: CreditClass
    class_standard: ClassStandard
    class_ground: str
    source_fact: str
    document_on: date
    repair_from: date
    publicity_until: date
    unsettled: bool = False
    penalty: PenaltyRef | None = None
    entry: ListEntryRef | None = None
    enterprise: EnterpriseRef | None = None
    person: Personal | None = None
    person_key: str = ""
    partners_told: tuple[BodyRef, ...] = ()

    def claims(self) -> Iterable[str]:
        """
        One record of a subject, and each decision once.
        """
        yield record_claim(self.deed.body, self.enterprise, self.person_key)
        yield source_claim(self.source_fact)

    def tags(self) -> Iterable[str]:
        """
        Found by the subject, and by what it rests on, with which it falls.
        """
        yield from subject_tags(self.enterprise, self.person_key)
        if self.penalty is not None:
            yield basis_tag("penalty", self.penalty)
        if self.entry is not None:
            yield basis_tag("list-entry", self.entry)

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The partners that discipline the subject read it.
        """
        return handed_to_each(self.file, self.partners_told)

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        Keep it.
        """
        aggregate.enterprise = self.enterprise
        aggregate.person_key = self.person_key
        aggregate.put(
            CreditItem(
                credit_no=self.credit_no,
                credit_class=self.credit_class,
                source_fact=self.source_fact,
                document_on=self.document_on,
                penalty=self.penalty,
                entry=self.entry,
                repair_from=self.repair_from,
            )
        )


class CreditFactWithdrawn(Fact):
    """
    A credit fact was wrong, and is withdrawn (信用信息撤回).
    """

    TOPIC: ClassVar[str] = "credit-record.credit-fact-withdrawn.v1"
    ZH: ClassVar[str] = "信用信息撤回"

    credit_no: int
    credit_withdrawal: CreditWithdrawal
    reasons: str
    effective_on: date
    source_fact: str
    evidence: tuple[Upload, ...] = ()
    partners_told: tuple[BodyRef, ...] = ()

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        The partners that discipline the subject use it no more.
        """
        return handed_to_each(self.file, self.partners_told)

    def releases(self) -> Iterable[str]:
        """
        The decision can be recorded anew, if it stands.
        """
        return (source_claim(self.source_fact),)

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        It counts no more.
        """
        aggregate.set_stage(self.credit_no, Stage.WITHDRAWN)


class CreditObjectionRaised(Fact):
    """
    The subject disputes a credit fact (信用信息异议).
    """

    TOPIC: ClassVar[str] = "credit-record.credit-objection-raised.v1"
    ZH: ClassVar[str] = "信用信息异议"

    credit_no: int
    disputed: Personal
    evidence: tuple[Upload, ...] = ()

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        It awaits an answer.
        """
        item = aggregate.items[self.credit_no]
        aggregate.put(replace(item, is_disputed=True))


class CreditObjectionDecided(Fact):
    """
    An objection was answered (异议处理).
    """

    TOPIC: ClassVar[str] = "credit-record.credit-objection-decided.v1"
    ZH: ClassVar[str] = "异议处理"

    credit_no: int
    objection_outcome: ObjectionOutcome
    reasons: str

    def apply(self, aggregate: "CreditRecord") -> None:
        """
        It is answered.
        """
        item = aggregate.items[self.credit_no]
        aggregate.put(replace(item, is_disputed=False))
