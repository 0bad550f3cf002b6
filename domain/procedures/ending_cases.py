"""
How a case ends (案件的终结): no penalty, transfer, termination, closing, archive.

Nothing of it while a crime is suspected and not referred or cleared (INV-01).
"""

from collections.abc import Iterable
from uuid import UUID

from domain.acts import Power, act
from domain.base import HEADS, File, Role
from domain.body.file import Body, BodyKind
from domain.circumstances import Circumstances
from domain.document.file import Document
from domain.enforcement_case.choices import (
    DECIDABLE,
    OPEN,
    Stage,
    TerminationGround,
)
from domain.enforcement_case.choices_of_hearing import NoPenaltyGround
from domain.enforcement_case.facts_of_ending import (
    CaseClosed,
    CaseFileArchived,
    CaseTerminated,
    CaseTransferred,
)
from domain.enforcement_case.facts_of_judging import EducationGiven, NoPenaltyDecided
from domain.enforcement_case.file import EnforcementCase, Party
from domain.enforcement_case.grounds import every_party, not_at, party_of, recused
from domain.grounds import blank, first
from domain.law.forms import Form
from domain.law.ladders import Matter
from domain.law.statutes import PENALTY_LAW
from domain.limits import limit_if_any
from domain.penalty.choices import Stage as PenaltyStage
from domain.procedures.decided_parties import is_decided, penalties_of
from domain.procedures.suspicion import suspected
from domain.references import BodyRef, DocumentRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.service.file import Service, claim
from domain.service.file import Stage as ServiceStage
from domain.values import Upload

NO_PENALTY = f"{PENALTY_LAW.article(33)};57"
TRANSFER = PENALTY_LAW.article(22)
TERMINATION = PENALTY_LAW.article(57)
CLOSING = PENALTY_LAW.article(57)
ARCHIVE = PENALTY_LAW.article(47)

#: Papers by which a penalty is told to its party.
DECISIONS = frozenset((Form.PENALTY_DECISION_UNIT, Form.PENALTY_DECISION_PERSON))

#: Stages at which nothing is left to do on a penalty.
_DONE = frozenset((PenaltyStage.PERFORMED, PenaltyStage.TERMINATED))


def _matters(case: EnforcementCase) -> tuple[UUID, ...]:
    """
    List the case and what it came from, in each of which a crime may be suspected.
    """
    found = (case.id, case.inspection, *case.hazards)
    return tuple(each for each in found if each)


@act(
    "决定不予行政处罚",
    "Decide that there is no penalty",
    by=HEADS,
    under=NO_PENALTY,
    power=Power.PENALISE,
    seen=True,
    rules=("INV-01", "INV-23"),
    rows=("PEN-01",),
    matter=Matter.NO_PENALTY,
)
def decide_no_penalty(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    no_penalty_ground: NoPenaltyGround,
    violation_fact: str,
    reason: str,
    legal_basis: str,
    education: str,
) -> None:
    """
    Decide, with reasons, that a party gets no penalty, and educate it.

    Args:
        case: The case.
        at: The head, when.
        party_no: Which party.
        no_penalty_ground: Why, by law.
        violation_fact: What was found.
        reason: Why that leaves no penalty.
        legal_basis: The provision.
        education: What the party was told (33(3)).

    Raises:
        NotCompetent: If the head has to stand aside.
        NoSuchCase: If there is no such party.
        OutOfOrder: If the case is not investigated, a crime is suspected, the matter is
            decided already or a hearing is open, or reasons or education are missing.

    Source:
        行政处罚法 33, 57(1)(2)(3); 国务院令310号 3.
    """
    party = party_of(case, party_no, under=NO_PENALTY)
    first(_not_to_be_spared(case, at, party))
    for text in (reason, violation_fact, legal_basis, education):
        first(blank(text, "reason_missing", under=NO_PENALTY))
    case.record(
        NoPenaltyDecided,
        at,
        party_no=party_no,
        no_penalty_ground=no_penalty_ground,
        violation_fact=violation_fact,
        reason=reason,
        legal_basis=legal_basis,
        serve_limit=limit_if_any(at, "PN.serve", at.on),
    )
    case.record(EducationGiven, at, party_no=party_no, education=education)


@decide_no_penalty.unless
def cannot_spare(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Once it is investigated, while a party's matter is open.
    """
    yield from recused(case, at)
    yield from not_at(case, *DECIDABLE, under=NO_PENALTY)
    yield from every_party(
        case, lambda party: _not_to_be_spared(case, at, party), under=NO_PENALTY
    )


def _not_to_be_spared(
    case: EnforcementCase, at: Circumstances, party: Party
) -> Iterable[Refused]:
    """
    A crime is suspected, the party's matter is decided, or its hearing is open.
    """
    enterprise, key = party.enterprise, party.person_key
    yield from suspected(at, *_matters(case), enterprise=enterprise, person_key=key)
    if is_decided(case, at, party):
        yield OutOfOrder("decided_already", under=NO_PENALTY, no=party.party_no)
    if party.hearing is not None and party.hearing.is_pending:
        yield OutOfOrder("hearing_pending", under=NO_PENALTY, no=party.party_no)


@act(
    "移送其他机关",
    "Transfer a case to another authority",
    by=HEADS,
    under=TRANSFER,
    power=Power.PENALISE,
    rules=("INV-01",),
    rows=("JNT-04", "PEN-01"),
    matter=Matter.CASE_TRANSFER,
)
def transfer_case(
    case: EnforcementCase,
    at: Circumstances,
    *,
    receiver: BodyRef,
    reason: str,
    receipt: Upload | None = None,
) -> None:
    """
    Hand a case to the authority that has the power to decide it, against a receipt.

    Args:
        case: The case.
        at: The head, when.
        receiver: The authority.
        reason: Why the body has no power.
        receipt: Its receipt.

    Raises:
        NotCompetent: If the head has to stand aside.
        NoSuchCase: If there is no such body.
        OutOfOrder: If the case is not open, a crime is suspected and the receiver is
            not the police, or reason or receipt are missing.

    Source:
        行政处罚法 22, 25; 国务院令310号 3.
    """
    to_police = at.read(Body, receiver).kind is BodyKind.POLICE
    if not to_police:
        first(suspected(at, *_matters(case)))
    first(blank(reason, "reason_missing", under=TRANSFER))
    if receipt is None:
        raise OutOfOrder("receipt_missing", under=TRANSFER)
    case.record(
        CaseTransferred,
        at,
        receiver=receiver,
        to_police=to_police,
        reason=reason,
        receipt=receipt,
    )


@act(
    "终止案件",
    "Terminate a case",
    by=HEADS,
    under=TERMINATION,
    power=Power.PENALISE,
    rules=("INV-01",),
    rows=("PEN-01",),
    matter=Matter.CASE_TERMINATION,
)
def terminate_case(
    case: EnforcementCase,
    at: Circumstances,
    *,
    termination_ground: TerminationGround,
    reason: str,
) -> None:
    """
    End a case in which nothing was decided on anybody.

    Args:
        case: The case.
        at: The head, when.
        termination_ground: Why.
        reason: What happened.

    Raises:
        NotCompetent: If the head has to stand aside.
        OutOfOrder: If the case is not open, a crime is suspected, a penalty was
            decided, or no reason is given.

    Source:
        行政处罚法 57; 国务院令310号 3.
    """
    first(blank(reason, "reason_missing", under=TERMINATION))
    case.record(
        CaseTerminated, at, termination_ground=termination_ground, reason=reason
    )


@transfer_case.unless
def cannot_hand_over(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    While the case is open.
    """
    yield from recused(case, at)
    yield from not_at(case, *OPEN, under=TRANSFER)


@terminate_case.unless
def cannot_terminate(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    While the case is open, nothing was decided, and no crime is suspected.
    """
    yield from recused(case, at)
    yield from not_at(case, *OPEN, under=TERMINATION)
    yield from suspected(at, *_matters(case))
    for party in case.active:
        if is_decided(case, at, party):
            yield OutOfOrder("decided_already", under=TERMINATION, no=party.party_no)


@act(
    "结案",
    "Close a case",
    by=HEADS,
    under=CLOSING,
    power=Power.PENALISE,
    seen=True,
    rules=("INV-01", "INV-28"),
    rows=("PEN-01",),
    matter=Matter.CASE_CLOSING,
)
def close_case(
    case: EnforcementCase, at: Circumstances, *, case_result: str, execution: str
) -> None:
    """
    Close a case over everything that it caused.

    Args:
        case: The case.
        at: The head, when.
        case_result: What it came to.
        execution: How that was carried out.

    Raises:
        NotCompetent: If the head has to stand aside.
        OutOfOrder: If it has not come so far, a crime is suspected, a party, a document
            or a measure is open, or a mandatory outcome is missing.

    Source:
        行政处罚法 57, 66; 国务院令310号 3; 忻州2020通知 (九).
    """
    tags = (f"case/{case.id}/penalty", f"case/{case.id}/measure")
    files = dict.fromkeys(each for tag in tags for each in at.tagged(tag))
    case.record(
        CaseClosed,
        at,
        case_result=case_result,
        execution=execution,
        concluded_files=tuple(files),
    )


@close_case.unless
def cannot_close(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    With no suspicion, no open party, paper or measure, and every outcome satisfied.
    """
    yield from recused(case, at)
    yield from not_at(case, *DECIDABLE, Stage.TERMINATED, under=CLOSING)
    yield from suspected(at, *_matters(case))
    if case.stage is not Stage.TERMINATED:
        for party in case.active:
            if not _is_done(case, at, party):
                yield OutOfOrder("party_open", under=CLOSING, no=party.party_no)
    unserved = tuple(_unserved(case, at))
    if unserved:
        yield OutOfOrder("document_unserved", under=CLOSING, documents=unserved)
    measures = (at.read(File, m) for m in at.tagged(f"case/{case.id}/measure"))
    active = tuple(m.id for m in measures if getattr(m, "is_active", True))
    if active:
        yield OutOfOrder("measures_open", under=CLOSING, measures=active)
    missing = tuple(outcome for outcome, met in case.outcomes.items() if not met)
    if missing:
        yield OutOfOrder("outcome_missing", under=CLOSING, outcomes=missing)


def _is_done(case: EnforcementCase, at: Circumstances, party: Party) -> bool:
    """
    Whether a party's decision was served, and what it orders is done or has ended.
    """
    if party.has_no_penalty:
        papers = _papers_about(case, at)
        return any(_tells_no_penalty(case, paper, party) for paper in papers)
    found = penalties_of(case, at)
    penalties = [each for each in found if each.party_no == party.party_no]
    return bool(penalties) and all(
        not each.stands or each.stage in _DONE for each in penalties
    )


def _tells_no_penalty(case: EnforcementCase, paper: Document, party: Party) -> bool:
    """
    Whether a paper is the decision on a party that stands, and not one that fell.
    """
    decided = [
        fact.id
        for fact in case.history
        if isinstance(fact, NoPenaltyDecided) and fact.party_no == party.party_no
    ]
    is_decision = paper.form is Form.NO_PENALTY_DECISION
    return is_decision and any(each in paper.renders for each in decided[-1:])


def _papers(case: EnforcementCase, at: Circumstances) -> tuple[Document, ...]:
    """
    Read the documents about a case, and about its penalties, that are in force.
    """
    files = (case, *penalties_of(case, at))
    return tuple(paper for file in files for paper in _papers_about(file, at))


def _papers_about(file: File, at: Circumstances) -> tuple[Document, ...]:
    """
    Read the documents about one file that are in force.
    """
    found = (at.read(Document, d) for d in at.tagged(f"file/{file.id}/document"))
    return tuple(paper for paper in found if paper.in_force)


def _unserved(case: EnforcementCase, at: Circumstances) -> Iterable[DocumentRef]:
    """
    List documents about a case and its penalties that did not reach an addressee; a
    decision that fell need not reach anybody any more.
    """
    fallen = {each.id for each in penalties_of(case, at) if not each.stands}
    for paper in _papers(case, at):
        if paper.about in fallen and paper.form in DECISIONS:
            continue
        for no in range(1, len(paper.addressees) + 1):
            holder = at.holder(claim(paper.id, no))
            service = at.find(Service, holder) if holder else None
            if service is None or service.stage is not ServiceStage.SERVED:
                yield paper.id
                break


@act(
    "案卷归档",
    "Archive the papers of a case",
    by=Role.CLERK,
    under=ARCHIVE,
    rows=("PEN-01",),
)
def archive_case(
    case: EnforcementCase,
    at: Circumstances,
    *,
    archive_number: str,
    retention_years: int,
    pieces_count: int,
    pages_count: int,
    indexed: tuple[DocumentRef, ...] = (),
) -> None:
    """
    Archive the papers of a closed case, with an index of every document.

    Args:
        case: The case.
        at: The clerk, when.
        archive_number: Number in the archive.
        retention_years: For how many years it is kept.
        pieces_count: How many pieces it has.
        pages_count: How many pages it has.
        indexed: The documents in the index.

    Raises:
        OutOfOrder: If the case is not closed or transferred, or the index leaves a
            document, the number or the counts out.
        BeyondTheLaw: If it is kept for fewer years than the place asks.

    Source:
        行政处罚法 47: the whole process is recorded and archived.
    """
    papers = {paper.id for paper in _papers(case, at)}
    counted = bool(archive_number.strip()) and pieces_count > 0 and pages_count > 0
    if not counted or not papers <= set(indexed) or len(papers) > pieces_count:
        raise OutOfOrder("index_incomplete", under=ARCHIVE)
    years_min = at.rules.find("case.archive_years")
    if isinstance(years_min, int) and retention_years < years_min:
        raise BeyondTheLaw("kept_too_short", under=ARCHIVE, count_min=years_min)
    case.record(
        CaseFileArchived,
        at,
        archive_number=archive_number,
        retention_years=retention_years,
        pieces_count=pieces_count,
        pages_count=pages_count,
        indexed=indexed,
    )


@archive_case.unless
def cannot_archive(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    After its end.
    """
    del at
    yield from not_at(case, Stage.CLOSED, Stage.TRANSFERRED, under=ARCHIVE)
