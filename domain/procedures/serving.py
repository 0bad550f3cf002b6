"""
Serving documents (文书送达): each service a fact per document and addressee (D23).
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from domain.acts import Reach, act, opening
from domain.base import FirstFact, Role, Time
from domain.circumstances import Circumstances
from domain.document.file import Document
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first
from domain.procedures.notifying_parties import (
    not_a_notice,
    take_notice_back,
    tell_case,
)
from domain.procedures.noting_service import note_service, note_set_aside
from domain.procedures.times_of_services import is_served_late
from domain.references import DocumentRef, EnterpriseRef
from domain.refusals import NoSuchCase, OutOfOrder, OutOfTime, Refused
from domain.service.file import (
    DocumentServed,
    Service,
    ServiceAddressConfirmed,
    ServiceAnnounced,
    ServiceAttemptFailed,
    ServiceSetAside,
    SettingAside,
    Stage,
    Way,
    claim,
)
from domain.values import Personal, Upload

SERVE = "行政处罚法61"
ANNOUNCE = "民事诉讼法95(经行政处罚法61)"


@opening(
    "确认送达地址",
    "Confirm the address for service",
    by=(Role.OFFICER, Role.CLERK),
    under="行政处罚法61(2)",
    time=Time.STATED,
    rows=("INS-27",),
)
def confirm_service_address(
    at: Circumstances,
    *,
    enterprise: EnterpriseRef,
    address: str,
    consent: Upload,
    electronic_ways: tuple[str, ...] = (),
    electronic_addresses: tuple[Personal, ...] = (),
    contact: Personal | None = None,
) -> Service:
    """
    Take in where and how a party takes papers.

    Args:
        at: Who, when.
        enterprise: The party.
        address: Where papers reach it.
        consent: The signed paper.
        electronic_ways: Electronic ways agreed to, such as a platform by its name.
        electronic_addresses: Addresses and numbers there, such as a mail address.
        contact: Who takes them.

    Raises:
        NoSuchCase: If there is no such enterprise.

    Source:
        行政处罚法 61(2).
    """
    party = at.read(Enterprise, enterprise)
    return Service.start(
        ServiceAddressConfirmed,
        at,
        because=party,
        enterprise=enterprise,
        address=address,
        electronic_ways=electronic_ways,
        electronic_addresses=electronic_addresses,
        consent=consent,
        contact=contact,
    )


@opening(
    "记录送达",
    "Record the service of a document",
    by=Role.OFFICER,
    under=SERVE,
    time=Time.STATED,
    two_officers=True,
    rows=("INS-27",),
)
def serve_document(
    at: Circumstances,
    *,
    document: DocumentRef,
    addressee_no: int,
    way: Way,
    place: str,
    recipient: Personal | None = None,
    recipient_relation: str = "",
    refusal_reason: str = "",
    witness: Personal | None = None,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that a document reached an addressee, on the day that it did.

    Args:
        at: Who; when it reached them.
        document: The document.
        addressee_no: Which of its addressees, from 1.
        way: How; announcements take effect by the clock instead.
        place: Where.
        recipient: Who took it.
        recipient_relation: Their relation to the addressee.
        refusal_reason: Why it was refused, where it was left.
        witness: Who saw it left.
        evidence: Receipt, photographs, recording.

    Raises:
        NoSuchCase: If there is no such document or addressee.
        OutOfOrder: If it was served already, is not in force, or the way's own
            conditions are not met.

    Source:
        行政处罚法 61; 民事诉讼法 87-94.
    """
    paper = _paper(at, document, addressee_no)
    for refusal in _cannot_serve(at, paper, addressee_no, way=way):
        raise refusal
    first(not_a_notice(at, paper))
    if way is Way.DIRECT and recipient is None and not evidence:
        raise OutOfOrder("recipient_missing", under="民事诉讼法87")
    if way is Way.LEFT:
        first(blank(refusal_reason, "refusal_reason_missing", under="民事诉讼法89"))
        if witness is None and not evidence:
            raise OutOfOrder("witness_missing", under="民事诉讼法89")
    record = _recording(at, paper, addressee_no, fact=DocumentServed)
    record(
        addressee=paper.addressees[addressee_no - 1],
        way=way,
        served_on=at.on,
        place=place,
        recipient=recipient,
        recipient_relation=recipient_relation,
        refusal_reason=refusal_reason,
        witness=witness,
        evidence=evidence,
        served_late=is_served_late(at, paper, served_on=at.on) or None,
    )
    note_service(at, paper)
    tell_case(at, paper, served_on=at.on)


@opening(
    "记录送达未成",
    "Record a failed service",
    by=Role.OFFICER,
    under=SERVE,
    time=Time.STATED,
    two_officers=True,
    rows=("INS-27",),
)
def record_failed_service(
    at: Circumstances,
    *,
    document: DocumentRef,
    addressee_no: int,
    way: Way,
    reason: str,
) -> None:
    """
    Record that a service was tried in vain.

    Args:
        at: Who; when it was tried.
        document: The document.
        addressee_no: Which of its addressees, from 1.
        way: How it was tried.
        reason: Why it failed.

    Raises:
        NoSuchCase: If there is no such document or addressee.
        OutOfOrder: If it was served already.

    Source:
        行政处罚法 61.
    """
    paper = _paper(at, document, addressee_no)
    _refuse_served(at, document, addressee_no)
    record = _recording(at, paper, addressee_no, fact=ServiceAttemptFailed)
    record(way=way, reason=reason)


@opening(
    "公告送达",
    "Announce a service",
    by=Role.OFFICER,
    under=ANNOUNCE,
    two_officers=True,
    rows=("INS-27",),
)
def announce_service(
    at: Circumstances,
    *,
    document: DocumentRef,
    addressee_no: int,
    grounds: str,
    posted_where: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Announce a service where other ways failed; it takes effect by the clock.

    Args:
        at: Who, when.
        document: The document.
        addressee_no: Which of its addressees, from 1.
        grounds: Why other ways cannot serve.
        posted_where: Where it is announced.
        evidence: Copies of the announcement.

    Raises:
        NoSuchCase: If there is no such document or addressee.
        OutOfOrder: If it was served already, or no other way was tried.

    Source:
        民事诉讼法 95, by 行政处罚法 61(1).
    """
    paper = _paper(at, document, addressee_no)
    _refuse_served(at, document, addressee_no)
    service = _service(at, document, addressee_no)
    if service is None or not service.ways_failed:
        raise OutOfOrder("announcement_last", under=ANNOUNCE)
    due = at.due("SV.announce", at.on)
    record = _recording(at, paper, addressee_no, fact=ServiceAnnounced)
    record(
        grounds=grounds,
        posted_where=posted_where,
        served_on=due.day,
        evidence=evidence,
    )


@act(
    "公告期满视为送达",
    "Count an announced service as served",
    by=Role.CLOCK,
    under=ANNOUNCE,
    time=Time.STATED,
    reach=Reach.ANY,
    rows=("INS-27",),
)
def complete_announced_service(service: Service, at: Circumstances) -> None:
    """
    Count the document as served when the announcement has run its time.

    Args:
        service: The service.
        at: The end of the announcement's time.

    Raises:
        OutOfOrder: If none is running.
        OutOfTime: If its time has not run.

    Source:
        民事诉讼法 95.
    """
    assert service.document is not None
    paper = at.read(Document, service.document)
    service.record(
        DocumentServed,
        at,
        document=service.document,
        addressee_no=service.addressee_no,
        addressee=paper.addressees[service.addressee_no - 1],
        way=Way.ANNOUNCED,
        served_on=service.takes_effect_on,
    )
    note_service(at, paper)
    tell_case(at, paper, served_on=at.on)


@complete_announced_service.unless
def cannot_complete(service: Service, at: Circumstances) -> Iterable[Refused]:
    """
    An announcement is running and its time is over.
    """
    until = service.takes_effect_on
    if service.stage is not Stage.ANNOUNCED or until is None:
        yield OutOfOrder("not_announced", under=ANNOUNCE)
    elif at.on < until:
        yield OutOfTime("announcement_running", under=ANNOUNCE, until=until)


@act(
    "认定送达无效",
    "Set a service aside",
    by=(Role.OFFICER, Role.CLERK),
    under=SERVE,
    time=Time.STATED,
    rows=("PEN-12",),
)
def set_service_aside(
    service: Service,
    at: Circumstances,
    *,
    set_aside_by: SettingAside,
    reason: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Record that a service was none: what ran from it never began, and the document is to
    be served again; the case or the penalty that was told of it is told.

    Args:
        service: The service.
        at: Who; the day on which it was set aside.
        set_aside_by: Who found so.
        reason: Why it was none.
        evidence: The decision or judgment that says so.

    Raises:
        OutOfOrder: If the document was not served, or no reason is given.

    Source:
        行政处罚法 44, 61.
    """
    first(blank(reason, "reason_missing", under=SERVE))
    service.record(
        ServiceSetAside,
        at,
        document=service.document,
        addressee_no=service.addressee_no,
        set_aside_by=set_aside_by,
        reason=reason,
        served_on=service.served_on,
        evidence=evidence,
    )
    assert service.document is not None
    paper = at.read(Document, service.document)
    take_notice_back(at, paper, service)
    note_set_aside(at, paper, service)


@set_service_aside.unless
def cannot_set_aside(service: Service, at: Circumstances) -> Iterable[Refused]:
    """
    The document was served.
    """
    del at
    if service.stage is not Stage.SERVED:
        yield OutOfOrder("not_served", under=SERVE)


def _paper(at: Circumstances, document: DocumentRef, addressee_no: int) -> Document:
    paper = at.read(Document, document)
    for refusal in at.standing.grounds(at.said, paper, at):
        raise refusal
    count = len(paper.addressees)
    if not 1 <= addressee_no <= count:
        raise NoSuchCase("no_such_addressee", under=SERVE, no=addressee_no, count=count)
    if not paper.in_force:
        raise OutOfOrder("document_not_in_force", under=SERVE, stage=paper.stage)
    return paper


def _service(
    at: Circumstances, document: DocumentRef, addressee_no: int
) -> Service | None:
    holder = at.holder(claim(document, addressee_no))
    return at.read(Service, holder) if holder else None


def _refuse_served(at: Circumstances, document: DocumentRef, addressee_no: int) -> None:
    service = _service(at, document, addressee_no)
    if service is not None and service.stage is Stage.SERVED:
        raise OutOfOrder("served_already", under=SERVE, on=service.served_on)


def _cannot_serve(
    at: Circumstances, paper: Document, addressee_no: int, *, way: Way
) -> Iterable[Refused]:
    _refuse_served(at, paper.id, addressee_no)
    if way is Way.ANNOUNCED:
        yield OutOfOrder("announcement_by_clock", under=ANNOUNCE)
    addressee = paper.addressees[addressee_no - 1]
    if way is Way.ELECTRONIC and not _agreed(at, addressee.enterprise, at.on):
        yield OutOfOrder("no_electronic_consent", under="行政处罚法61(2)")


def _agreed(at: Circumstances, enterprise: EnterpriseRef | None, on: date) -> bool:
    confirmed = at.tagged(f"enterprise/{enterprise}/service-address")
    given = [at.read(Service, each) for each in confirmed]
    return any(s.is_electronic and s.opened_on <= on for s in given)


def _recording(
    at: Circumstances,
    paper: Document,
    addressee_no: int,
    *,
    fact: type[ServiceAttemptFailed | ServiceAnnounced | DocumentServed],
) -> Callable[..., object]:
    """
    Record on the file of this service; the first fact opens it.
    """
    service = _service(at, paper.id, addressee_no)
    add = partial(service.record, fact, at) if service else _starting(at, paper, fact)
    return partial(add, document=paper.id, addressee_no=addressee_no)


def _starting(
    at: Circumstances, paper: Document, fact: type[FirstFact]
) -> Callable[..., object]:
    return partial(Service.start, fact, at, because=paper)
