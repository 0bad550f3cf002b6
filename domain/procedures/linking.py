"""
Saying whose an imported record is (人工认定), and taking it back.
"""

from collections.abc import Iterable
from uuid import UUID

from domain.acts import act
from domain.base import Role
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.folding import is_masked
from domain.imported_record.file import ImportedRecord, Link
from domain.imported_record.links import (
    AuthorityLinked,
    HoldReason,
    LinkGround,
    PartyHeld,
    PartyLinked,
    PartyUnlinked,
)
from domain.printed import PartyClass
from domain.procedures.matching import bears_name, day_of_record
from domain.publication.file import Publication, Stage
from domain.references import BodyRef, EnterpriseRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

IMPORT = "发改办财金〔2018〕424号"

_BY = (Role.IMPORTER, Role.CLERK)
_LINK_ROWS = ("REG-11", "AUD-04")


@act("关联当事人", "Link a party", by=_BY, under=IMPORT, rows=_LINK_ROWS)
def link_party(
    record: ImportedRecord,
    at: Circumstances,
    *,
    enterprise: EnterpriseRef,
    grounds: str,
) -> None:
    """
    Say which enterprise of the register the party of a record is.

    The name stays as printed; that it differs is kept with the link.

    Args:
        record: The record.
        at: Who, when.
        enterprise: The enterprise.
        grounds: By what that is known.

    Raises:
        NoSuchCase: If there is no such enterprise.
        OutOfOrder: If the party is linked already, or another file of the enterprise
            leads.
        BeyondTheLaw: If it is a natural person, or its name is masked.

    Source:
        发改办财金〔2018〕424号: who makes a record answers for it.
    """
    party = at.read(Enterprise, enterprise)
    for refusal in yielding(party):
        raise refusal
    record.record(
        PartyLinked,
        at,
        enterprise=enterprise,
        link_ground=LinkGround.PERSON,
        name_differs=not bears_name(party, record.party),
        holds_on=day_of_record(record),
        grounds=grounds,
    )


@link_party.unless
def cannot_link(record: ImportedRecord, at: Circumstances) -> Iterable[Refused]:
    """
    It is nobody's yet, and could be somebody's of the register.
    """
    del at
    if record.link is Link.LINKED:
        yield OutOfOrder(
            "linked_already", under=IMPORT, enterprise=record.enterprise or ""
        )
    if record.party.party_class is PartyClass.PERSON:
        yield BeyondTheLaw("person_not_linked", under="个人信息保护法6")
    if is_masked(record.party.party_name):
        yield BeyondTheLaw("masked_name", under=IMPORT)


@act("取消当事人关联", "Unlink a party", by=_BY, under=IMPORT, rows=_LINK_ROWS)
def unlink_party(record: ImportedRecord, at: Circumstances, *, grounds: str) -> None:
    """
    Take a link back: the record counts for nobody again.

    Args:
        record: The record.
        at: Who, when.
        grounds: What was wrong with the link.

    Raises:
        OutOfOrder: If it is not linked, or is public: withdraw it first.

    Source:
        发改办财金〔2018〕424号.
    """
    record.record(PartyUnlinked, at, enterprise=record.enterprise, grounds=grounds)


@unlink_party.unless
def cannot_unlink(record: ImportedRecord, at: Circumstances) -> Iterable[Refused]:
    """
    It is linked and not public.
    """
    if record.link is not Link.LINKED:
        yield OutOfOrder("unlinked", under=IMPORT)
    for each in at.tagged(f"imported/{record.id}/publication"):
        if at.read(Publication, each).stage is Stage.PUBLIC:
            yield OutOfOrder("still_public", under=IMPORT, publication=each)


@act("暂缓认定当事人", "Hold a party", by=_BY, under=IMPORT, rows=("AUD-04",))
def hold_party(record: ImportedRecord, at: Circumstances, *, grounds: str) -> None:
    """
    Say that none of those proposed is the party, so that nobody is proposed again.

    Args:
        record: The record.
        at: Who, when.
        grounds: Why it stays open.

    Raises:
        OutOfOrder: If it is linked: unlink it first.

    Source:
        发改办财金〔2018〕424号.
    """
    record.record(PartyHeld, at, hold_reason=HoldReason.PERSON, grounds=grounds)


@hold_party.unless
def cannot_hold(record: ImportedRecord, at: Circumstances) -> Iterable[Refused]:
    """
    It is not linked.
    """
    del at
    if record.link is Link.LINKED:
        yield OutOfOrder(
            "linked_already", under=IMPORT, enterprise=record.enterprise or ""
        )


@act("关联机关", "Link an authority", by=_BY, under=IMPORT, rows=("AUD-04",))
def link_authority(
    record: ImportedRecord, at: Circumstances, *, body: BodyRef, grounds: str
) -> None:
    """
    Say which body of the tree made a record; from then on that body sees it.

    Args:
        record: The record.
        at: Who, when.
        body: The body.
        grounds: By what that is known.

    Raises:
        NoSuchCase: If there is no such body.
        OutOfOrder: If that is its authority already, or the record is public.

    Source:
        发改办财金〔2018〕424号.
    """
    at.read(Body, body)
    for refusal in _cannot_link_authority(record, at, body):
        raise refusal
    record.record(
        AuthorityLinked,
        at,
        body=body,
        link_ground=LinkGround.PERSON,
        grounds=grounds,
    )


def _cannot_link_authority(
    record: ImportedRecord, at: Circumstances, body: UUID
) -> Iterable[Refused]:
    if record.authority_body == body:
        yield OutOfOrder("authority_linked", under=IMPORT, body=body)
    for each in at.tagged(f"imported/{record.id}/publication"):
        if at.read(Publication, each).stage is Stage.PUBLIC:
            yield OutOfOrder("still_public", under=IMPORT, publication=each)
