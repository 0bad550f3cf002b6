"""
What imported rows of every kind have in common (导入行): one record of each.

The same authority, number and party make the same record; its values are compared by a
key that shows nothing of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.circumstances import Circumstances
from domain.folding import folded, folded_code, is_masked
from domain.import_run.file import ImportRun
from domain.imported_record.acts import uscc_fails
from domain.imported_record.changes import ImportedStatusRecorded
from domain.imported_record.file import ImportedRecord
from domain.imported_record.rows import ImportedRow, claim_of
from domain.printed import (
    Needed,
    PartyClass,
    PrintedAuthority,
    PrintedParty,
    RowOrigin,
    SourceStatus,
    StatedStatus,
    belonging_to,
    canonical_text,
)
from domain.procedures.matching import link_what_is_certain
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Personal

IMPORT = "发改办财金〔2018〕424号"


@dataclass(frozen=True)
class NewRow:
    """
    What the rows of every kind have in common, while they are examined.
    """

    fact: type[ImportedRow]
    origin: RowOrigin
    row: Personal
    party: PrintedParty
    authority: PrintedAuthority
    identities: tuple[str, ...]
    row_key: str
    stated: StatedStatus | None


def _party_fails(party: PrintedParty) -> Iterable[Refused]:
    if not (party.party_name or party.party_person):
        yield BeyondTheLaw("value_missing", under=IMPORT, value=Needed.PARTY_NAME)
    if party.party_class is PartyClass.PERSON and (party.party_name or party.uscc):
        yield BeyondTheLaw("person_with_a_code", under=IMPORT)
    if party.uscc:
        yield from uscc_fails(party.uscc)


def new_row(
    at: Circumstances,
    fact: type[ImportedRow],
    common: tuple[RowOrigin, Personal, PrintedParty, PrintedAuthority],
    *,
    about: Sequence[str],
    content: Sequence[object],
    stated: StatedStatus | None,
) -> NewRow:
    """
    Put together what tells this row from others.

    Args:
        at: Who, when.
        fact: Class of its first fact.
        common: Origin, whole row, party and authority, as the act was given them.
        about: What else makes it the record it is: a number, or a list and a day.
        content: Its values, for telling equal rows.
        stated: How it stands at its source.

    Raises:
        NoSuchCase: If there is no such import of this body.
    """
    origin, row, printed, authority = common
    run = at.read(ImportRun, origin.run)
    for refusal in at.standing.grounds(at.said, run, at):
        raise refusal
    party = replace(
        printed,
        uscc=folded_code(printed.uscc),
        org_code=folded_code(printed.org_code),
        reg_no=folded_code(printed.reg_no),
    )
    values = f"{fact.KIND.code}\n{canonical_text(party, authority, *content)}"
    row_key = at.keyed(values)
    return NewRow(
        fact=fact,
        origin=origin,
        row=row,
        party=belonging_to(party, row.subject),
        authority=authority,
        identities=tuple(
            at.keyed("|".join((folded(authority.authority_name), *about, *named)))
            for named in _named(party, row_key)
        ),
        row_key=row_key,
        stated=belonging_to(stated, row.subject) if stated else None,
    )


def taken(
    at: Circumstances,
    new: NewRow,
    grounds: Iterable[Refused],
    *,
    terms: Mapping[str, Any],
) -> ImportedRecord:
    """
    Record the row, unless it is known or cannot be.

    Args:
        at: Who, when.
        new: The row.
        grounds: Why one of its kind cannot be recorded.
        terms: What its kind has besides.

    Raises:
        OutOfOrder: If the row says nothing new.
        OutOfTime: By the grounds.
        BeyondTheLaw: If the record of this authority, number and party says something
            else, or by the grounds.
    """
    known = _known(at, new)
    if known is not None:
        return known
    for refusal in (*grounds, *_party_fails(new.party)):
        raise refusal
    return _recorded(at, new, terms)


def _named(party: PrintedParty, row_key: str) -> Iterable[tuple[str, str]]:
    """
    Say by what a party is known again: each of its codes, and its name.

    A masked name is nobody's: only the very same row is the same then.
    """
    person = party.party_person.text if party.party_person else ""
    name = party.party_name or person
    known_by = {
        "uscc": party.uscc,
        "org": party.org_code,
        "reg": party.reg_no,
        "name": row_key if is_masked(name) else folded(name),
    }
    return [(sort, code) for sort, code in known_by.items() if code]


def _known(at: Circumstances, new: NewRow) -> ImportedRecord | None:
    """
    Find the record that this row would repeat, and take over a newer status.

    Raises:
        OutOfOrder: If the row says nothing new.
        BeyondTheLaw: If it says something else.
    """
    record = _held(at, new)
    if record is None:
        return None
    is_own = record.body == at.actor.body
    told = {"record": record.id if is_own else ""}
    if record.row_key != new.row_key:
        raise BeyondTheLaw("conflicting_row", under=IMPORT, **told)
    if new.stated is None or new.stated.status is record.status:
        raise OutOfOrder("duplicate", under=IMPORT, **told)
    stated = belonging_to(new.stated, record.row_subject)
    record.record(ImportedStatusRecorded, at, stated=stated)
    return record


def _held(at: Circumstances, new: NewRow) -> ImportedRecord | None:
    """
    Find a record by any key; one by name alone only if its codes do not speak against.
    """
    kind = new.fact.KIND
    for identity in new.identities:
        holder = at.holder(claim_of(kind, identity))
        record = at.find(ImportedRecord, holder) if holder else None
        if record is not None and not _codes_differ(record.party, new.party):
            return record
    return None


def _codes_differ(one: PrintedParty, other: PrintedParty) -> bool:
    pairs = (
        (one.uscc, other.uscc),
        (one.org_code, other.org_code),
        (one.reg_no, other.reg_no),
    )
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _recorded(
    at: Circumstances, new: NewRow, terms: Mapping[str, Any]
) -> ImportedRecord:
    """
    Open the record, link what is certain, and state its status.
    """
    kind = new.fact.KIND
    free = tuple(i for i in new.identities if at.holder(claim_of(kind, i)) is None)
    record = ImportedRecord.start(
        new.fact,
        at,
        concerns=(new.origin.run,),
        origin=new.origin,
        row=new.row,
        party=new.party,
        authority=new.authority,
        row_key=new.row_key,
        identities=free,
        **terms,
    )
    link_what_is_certain(record, at)
    if new.stated is not None and new.stated.status is not SourceStatus.IN_FORCE:
        record.record(ImportedStatusRecorded, at, stated=new.stated)
    return record
