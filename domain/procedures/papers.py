"""
Issuing documents (文书签发).

A document renders facts of one file.
Its number is drawn in the append from a series that the body opens with the year's
first paper; who counts by case gives every paper of a thread the serial of the first.
"""

from collections.abc import Iterable

from domain.acts import act, opening
from domain.base import File, Role
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.document.file import (
    Document,
    DocumentIssued,
    DocumentRendered,
    DocumentReplaced,
    DocumentVoided,
)
from domain.grounds import first
from domain.law.form_rules import RULES
from domain.law.forms import Form, FormRule
from domain.parties import Addressee
from domain.procedures.numbering import number_for
from domain.procedures.papers_of_parties import newest_of_party, wrong_addressee
from domain.references import DocumentRef, FileRef
from domain.refusals import OutOfOrder, Refused
from domain.service.file import Service
from domain.values import Upload

PAPERS = "国办发〔2018〕118号"

_OFFICE = (Role.OFFICER, Role.CLERK)


@opening(
    "签发文书",
    "Issue a document",
    by=_OFFICE,
    under=PAPERS,
    rows=("INS-27",),
)
def issue_document(
    at: Circumstances,
    *,
    about: FileRef,
    form: Form,
    addressees: tuple[Addressee, ...] = (),
    party_no: int | None = None,
) -> Document:
    """
    Issue a document that renders the facts of a file.

    Args:
        at: Who, when.
        about: The file whose facts it renders, an inspection or a hazard.
        form: The kind of document.
        addressees: To whom it goes, each exactly one of enterprise, body, person.
        party_no: The party of a case that it is about, for a paper to one party.

    Raises:
        NoSuchCase: If there is no such file of this body.
        OutOfOrder: If the file has no fact that the form renders, or an addressee is
            missing or unnamed.

    Source:
        国办发〔2018〕118号; numbers by 矿安〔2021〕172号 7-9.
    """
    file = at.read(File, about)
    for refusal in at.standing.grounds(issue_document.said, file, at):
        raise refusal
    rule = RULES[form]
    if rule.for_party:
        rendered = newest_of_party(file, rule.renders, party_no=party_no)
    else:
        rendered = tuple(f.id for f in file.history if f.TOPIC in rule.renders)
    for refusal in _cannot_issue(rule, rendered, addressees):
        raise refusal
    first(wrong_addressee(at, file, rule, addressees=addressees, party_no=party_no))
    return Document.start(
        DocumentIssued,
        at,
        because=file,
        cause=rendered[-1],
        about=about,
        form=form,
        form_set=rule.form_set,
        form_number=rule.number,
        seal=_seal(at, rule),
        addressees=addressees,
        renders=rendered,
        content_sha256=at.digest(rendered),
        number=number_for(at, file, rule) if rule.code else None,
    )


def _cannot_issue(
    rule: FormRule, rendered: tuple[str, ...], addressees: tuple[Addressee, ...]
) -> Iterable[Refused]:
    if not rendered:
        yield OutOfOrder("nothing_to_render", under=PAPERS, form=rule.form)
    if rule.addressed and not addressees:
        yield OutOfOrder("addressee_missing", under=PAPERS, form=rule.form)
    for no, addressee in enumerate(addressees, start=1):
        named = (addressee.enterprise, addressee.body, addressee.person)
        if sum(each is not None for each in named) != 1:
            yield OutOfOrder("addressee_unnamed", under=PAPERS, no=no)


def _seal(at: Circumstances, rule: FormRule) -> str:
    assert at.actor.body is not None
    identity = at.read(Body, at.actor.body).identity_on(at.on)
    return identity.seal_for(rule.code) or rule.seal


@act("文书成文", "Render a document", by=_OFFICE, under=PAPERS, rows=("INS-27",))
def render_document(
    document: Document, at: Circumstances, *, rendition: Upload
) -> None:
    """
    Keep the paper of a document as it was drawn up, signed and sealed.

    Args:
        document: The document.
        at: Who, when.
        rendition: The paper; its hash stands for it from now on.

    Raises:
        OutOfOrder: If the document is not in force, or has its paper already.

    Source:
        矿安〔2021〕172号 12: a document is never altered.
    """
    document.record(DocumentRendered, at, rendition=rendition)


@render_document.unless
def cannot_render(document: Document, at: Circumstances) -> Iterable[Refused]:
    """
    It is in force, and its paper was not drawn up yet.
    """
    del at
    yield from _not_in_force(document)
    if document.rendition is not None:
        yield OutOfOrder("rendered_already", under=PAPERS)


@act("作废文书", "Void a document", by=_OFFICE, under=PAPERS, rows=("INS-27",))
def void_document(document: Document, at: Circumstances, *, reason: str) -> None:
    """
    Void a document; its number keeps its place.

    Args:
        document: The document.
        at: Who, when.
        reason: Why.

    Raises:
        OutOfOrder: If it is void or replaced already, or has been served.

    Source:
        矿安〔2021〕172号 12: a document is never altered.
    """
    document.record(DocumentVoided, at, reason=reason)


@void_document.unless
def cannot_void(document: Document, at: Circumstances) -> Iterable[Refused]:
    """
    It is in force and was not served.
    """
    yield from _not_in_force(document)
    services = at.tagged(f"document/{document.id}/served")
    if any(at.read(Service, each).served_on is not None for each in services):
        yield OutOfOrder("document_served", under=PAPERS)


@act("更换文书", "Replace a document", by=_OFFICE, under=PAPERS, rows=("INS-27",))
def replace_document(
    document: Document, at: Circumstances, *, reason: str, replacement: DocumentRef
) -> None:
    """
    Say which other document stands in a wrong one's place.

    Args:
        document: The wrong one.
        at: Who, when.
        reason: What was wrong.
        replacement: The new one, about the same file.

    Raises:
        OutOfOrder: If either is not in force, or they are about different files.

    Source:
        矿安〔2021〕172号 12.
    """
    new = at.read(Document, replacement)
    for refusal in _not_in_force(new):
        raise refusal
    if new.about != document.about or new.id == document.id:
        raise OutOfOrder("other_matter", under=PAPERS)
    document.record(DocumentReplaced, at, reason=reason, replacement=replacement)


@replace_document.unless
def cannot_replace(document: Document, at: Circumstances) -> Iterable[Refused]:
    """
    It is in force.
    """
    del at
    yield from _not_in_force(document)


def _not_in_force(document: Document) -> Iterable[Refused]:
    if not document.in_force:
        yield OutOfOrder("document_not_in_force", under=PAPERS, stage=document.stage)
