"""
Which enterprise a printed party is (当事人认定): certain by a code, or for a person.

Nothing is matched silently: only a valid code that one enterprise of the register has
links by itself, and only if name and place do not both speak against it.
A name alone never links, nor does a code that is wrong fall back to the name.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.enterprise.file import Enterprise
from domain.folding import folded, folded_code, is_masked, same_name
from domain.imported_record.file import ImportedRecord
from domain.imported_record.links import (
    AuthorityLinked,
    HoldReason,
    LinkGround,
    PartyHeld,
    PartyLinked,
)
from domain.jurisdictions import regions_upward
from domain.printed import PartyClass, PrintedParty

#: No more enterprises are proposed; who needs more searches the register.
PROPOSALS_MAX = 20
#: No file of an enterprise leads over another through more steps.
JOINED_COUNT_MAX = 8


def link_what_is_certain(record: ImportedRecord, at: Circumstances) -> None:
    """
    Link authority and party where a code leaves no doubt; else hold the party.

    Args:
        record: Just recorded.
        at: The circumstances; whatever is looked up joins the conditions.

    Source:
        发改办财金〔2018〕424号; codes by GB 32100-2015.
    """
    _link_authority(record, at)
    party = record.party
    if party.party_class is PartyClass.PERSON:
        _hold(record, at, HoldReason.NATURAL_PERSON)
    elif is_masked(party.party_name):
        _hold(record, at, HoldReason.MASKED)
    elif party.uscc and party.party_class is PartyClass.UNKNOWN:
        known = _holder_of(at, party.uscc)
        proposals = (known.id,) if known else ()
        _hold(record, at, HoldReason.CLASS_UNKNOWN, proposals=proposals)
    elif party.uscc:
        _by_uscc(record, at)
    elif party.org_code or party.reg_no:
        _by_older_code(record, at)
    else:
        _by_name(record, at)


def _link_authority(record: ImportedRecord, at: Circumstances) -> None:
    code = folded_code(record.authority.authority_code)
    holder = at.holder(f"uscc/{code}") if code else None
    if holder and at.find(Body, holder):
        record.record(
            AuthorityLinked, at, body=holder, link_ground=LinkGround.AUTHORITY_CODE
        )


def _by_uscc(record: ImportedRecord, at: Circumstances) -> None:
    enterprise = _holder_of(at, record.party.uscc)
    if enterprise is None:
        _hold(record, at, HoldReason.CODE_UNKNOWN)
        return
    differs = not bears_name(enterprise, record.party)
    if differs and not _near(enterprise, _region(record, at)):
        _hold(record, at, HoldReason.NAME_AND_REGION_DIFFER, proposals=(enterprise.id,))
        return
    record.record(
        PartyLinked,
        at,
        enterprise=enterprise.id,
        link_ground=LinkGround.USCC,
        name_differs=differs,
        holds_on=day_of_record(record),
    )


def _by_older_code(record: ImportedRecord, at: Circumstances) -> None:
    party = record.party
    looked_up = (
        (HoldReason.ORG_CODE, f"org-code/{party.org_code}", party.org_code),
        (HoldReason.REG_NO, f"reg-no/{party.reg_no}", party.reg_no),
    )
    for reason, tag, code in looked_up:
        found = leading_enterprises(at, at.tagged(tag)) if code else []
        if len(found) > 1:
            reason = HoldReason.SEVERAL  # noqa: PLW2901  what several hits come to
        elif found and not bears_name(found[0], party):
            reason = HoldReason.OTHER_NAME  # noqa: PLW2901  as above
        if found:
            _hold(record, at, reason, proposals=[each.id for each in found])
            return
    _hold(record, at, HoldReason.CODE_UNKNOWN)


def _by_name(record: ImportedRecord, at: Circumstances) -> None:
    party = record.party
    key = at.keyed(folded(party.party_name)) if party.party_name else ""
    found = leading_enterprises(at, at.tagged(f"enterprise-name/{key}")) if key else []
    if not found:
        _hold(record, at, HoldReason.NONE_FOUND)
        return
    region = _region(record, at)
    found.sort(
        key=lambda each: (
            not same_name(each.name, party.party_name),
            not _near(each, region),
        )
    )
    several = len(found) > 1
    reason = HoldReason.SEVERAL if several else HoldReason.NAME_ONLY
    _hold(record, at, reason, proposals=[each.id for each in found])


def _hold(
    record: ImportedRecord,
    at: Circumstances,
    reason: HoldReason,
    *,
    proposals: Sequence[UUID] = (),
) -> None:
    record.record(
        PartyHeld, at, hold_reason=reason, proposals=tuple(proposals[:PROPOSALS_MAX])
    )


def _holder_of(at: Circumstances, uscc: str) -> Enterprise | None:
    holder = at.holder(f"uscc/{uscc}")
    found = leading_enterprises(at, (holder,) if holder else ())
    return found[0] if found else None


def leading_enterprises(at: Circumstances, found: Iterable[UUID]) -> list[Enterprise]:
    """
    Read enterprises, each by the file that leads where several were joined (并档).
    """
    leading: dict[UUID, Enterprise] = {}
    for each in found:
        enterprise = at.find(Enterprise, each)
        for _ in range(JOINED_COUNT_MAX):
            if enterprise is None or enterprise.leading is None:
                break
            enterprise = at.find(Enterprise, enterprise.leading)
        if enterprise is not None:
            leading[enterprise.id] = enterprise
    return list(leading.values())


def bears_name(enterprise: Enterprise, party: PrintedParty) -> bool:
    """
    Whether the party is printed under a name that the enterprise has or had.
    """
    person = party.party_person.text if party.party_person else ""
    printed = [name for name in (party.party_name, party.former_name, person) if name]
    borne = (enterprise.name, *enterprise.former_names)
    return any(same_name(one, other) for one in printed for other in borne)


def _near(enterprise: Enterprise, region: str) -> bool:
    """
    Whether a region holds the enterprise's, or the reverse; an unknown one may.
    """
    if not region or not enterprise.region:
        return True
    inside = region in regions_upward(enterprise.region)
    return inside or enterprise.region in regions_upward(region)


def _region(record: ImportedRecord, at: Circumstances) -> str:
    """
    Give the place of a row: its own column's, else its authority's.
    """
    if record.party.region or record.authority_body is None:
        return record.party.region
    body = at.find(Body, record.authority_body)
    return body.region if body else ""


def day_of_record(record: ImportedRecord) -> date | None:
    """
    Name the day for which a link holds: of the decision, or of the listing.
    """
    if record.penalty:
        return record.penalty.decided_on
    if record.permit:
        return record.permit.decided_on
    return record.entry.listed_on if record.entry else None
