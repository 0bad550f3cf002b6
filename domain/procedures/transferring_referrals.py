"""
Handing a case to the police (移送), with the five papers, and a copy to the
procuratorate (抄送).
"""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from domain.acts import act
from domain.base import File, Role, Time
from domain.body.file import Body, BodyKind
from domain.circumstances import Circumstances
from domain.document.file import Document
from domain.grounds import first
from domain.law.deadlines import rule_on
from domain.law.forms import Form
from domain.law.statutes import REFERRAL_MEASURES, REFERRAL_REGULATION
from domain.limits import Limit, limit_if_any
from domain.references import BodyRef, DocumentRef
from domain.referral.choices import PaperSlot, Stage
from domain.referral.facts_of_suspicion import ReferralCopied, ReferralTransferred
from domain.referral.file import Referral
from domain.referral.grounds import not_at, not_transferred
from domain.referral.parts import Paper
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Upload

TRANSFER = f"{REFERRAL_REGULATION.article(5)};{REFERRAL_REGULATION.article(6)}"
COPY = REFERRAL_MEASURES.article(8)

#: How long the police have to sign for a case that was delivered.
RECEIPT_HOURS = 24


@act(
    "移送公安机关",
    "Transfer a case to the police",
    by=Role.OFFICER,
    under=TRANSFER,
    time=Time.CAPTURED,
    two_officers=True,
    rules=("INV-01", "INV-03", "INV-05"),
    rows=("REF-01",),
)
def transfer_referral(
    referral: Referral,
    at: Circumstances,
    *,
    police: BodyRef,
    letter: DocumentRef,
    papers: tuple[Paper, ...],
) -> None:
    """
    Deliver a case to the police of the same level.

    The letter, sealed, fills the first of the five slots by itself.

    Args:
        referral: The referral.
        at: Who; the delivery, to the minute.
        police: To whom.
        letter: The letter of transfer, issued on this referral.
        papers: The other papers by slot, or why there are none.

    Raises:
        OutOfOrder: If the transfer is not decided, the letter is not in force, a slot
            is neither filled nor reasoned, or nothing proves anything.
        BeyondTheLaw: If it is no police, or police of another level.

    Source:
        国务院令310号 (2020) 5, 6; 应急〔2019〕54号 8.
    """
    at.later(_cannot_go_to(police, at, BodyKind.POLICE, under=TRANSFER))
    missing = tuple(_missing(referral, at, letter=letter, papers=papers))
    if missing:
        raise OutOfOrder("papers_incomplete", under=TRANSFER, missing=missing)
    sources = source_facts(referral, at)
    referral.record(
        ReferralTransferred,
        at,
        police=police,
        letter=letter,
        papers=papers,
        source_facts=sources,
        source_sha256=at.digest(sources),
        earlier_penalties=tuple(_penalties(referral, at)),
        receipt_limit=receipt_limit(at),
        copy_limit=_copy_limit(at),
        filing_limit=limit_if_any(at, "RF.filing", at.on),
    )


@transfer_referral.unless
def cannot_transfer(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    Once it is decided, by the principal head or on the procuratorate's demand; again,
    if the police gave it back.
    """
    del at
    yield from not_at(referral, Stage.APPROVED, Stage.RETURNED, under=TRANSFER)


def receipt_limit(at: Circumstances) -> Limit:
    """
    Give until when the police sign for what is delivered now.
    """
    ends_at = at.occurred_at + timedelta(hours=RECEIPT_HOURS)
    return Limit("RF.receipt", _provision("RF.receipt", at), last_at=ends_at)


def _copy_limit(at: Circumstances) -> Limit:
    """
    The copy goes with the transfer: on the same day.
    """
    return Limit("RF.copy", _provision("RF.copy", at), last_on=at.on)


def _provision(rule: str, at: Circumstances) -> str:
    return rule_on(rule, at.on).provision


def _cannot_go_to(
    receiver: UUID, at: Circumstances, kind: BodyKind, *, under: str
) -> Iterable[Refused]:
    """
    It is no body of that kind, or one of another level than the sender's.
    """
    found = at.read(Body, receiver)
    own = at.read(Body, at.actor.body) if at.actor.body else None
    if found.kind is not kind:
        yield BeyondTheLaw("wrong_receiver", under=under, needed=kind)
    elif own is not None and found.level is not own.level:
        yield BeyondTheLaw("other_level", under=under, level=own.level)


def _missing(
    referral: Referral,
    at: Circumstances,
    *,
    letter: UUID,
    papers: tuple[Paper, ...],
) -> Iterable[PaperSlot]:
    """
    List the slots that are neither filled nor reasoned; nothing goes without a letter
    under seal, nor without anything that proves something (INV-05).
    """
    paper = at.read(Document, letter)
    is_letter = paper.form is Form.CRIME_REFERRAL_LETTER and paper.about == referral.id
    if not (is_letter and paper.in_force):
        yield PaperSlot.LETTER
    answered = {each.paper_slot for each in papers if each.is_answered}
    for slot in PaperSlot:
        if slot is not PaperSlot.LETTER and slot not in answered:
            yield slot
    if not any(each.evidence or each.documents for each in papers):
        yield PaperSlot.OTHER


def source_facts(referral: Referral, at: Circumstances) -> tuple[str, ...]:
    """
    List the facts of the files that the suspicion came from.
    """
    files = (at.read(File, each) for each in referral.files)
    return tuple(fact.id for file in files for fact in file.history)


def _penalties(referral: Referral, at: Circumstances) -> Iterable[UUID]:
    """
    List penalties that were decided in the cases concerned.
    """
    for each in referral.files:
        yield from at.tagged(f"case/{each}/penalty")


@act(
    "抄送检察机关",
    "Copy a referral to the procuratorate",
    by=Role.CLERK,
    under=COPY,
    rules=("INV-05",),
    rows=("REF-01",),
)
def copy_referral(
    referral: Referral,
    at: Circumstances,
    *,
    procuratorate: BodyRef,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Send the procuratorate of the same level a copy of the letter of transfer.

    Args:
        referral: The referral.
        at: Who, when.
        procuratorate: To whom.
        evidence: Its receipt.

    Raises:
        OutOfOrder: If the case was not transferred.
        BeyondTheLaw: If it is no procuratorate, or one of another level.

    Source:
        应急〔2019〕54号 8.
    """
    first(_cannot_go_to(procuratorate, at, BodyKind.PROCURATORATE, under=COPY))
    referral.record(ReferralCopied, at, procuratorate=procuratorate, evidence=evidence)


@copy_referral.unless
def cannot_copy(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    Once it was transferred.
    """
    del at
    yield from not_transferred(referral, under=COPY)
