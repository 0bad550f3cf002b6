"""
Acts by which a party answers a notice (陈述申辩).

What a party states is taken in by an officer or a clerk, and never refused for being
late; a waiver is express and signed, and it waives the statement, never the notice.
"""

from collections.abc import Iterable

from domain.acts import act
from domain.base import Role, Time
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import DECIDABLE, PartyStage
from domain.enforcement_case.facts_of_notice import StatementHeard, StatementWaived
from domain.enforcement_case.file import EnforcementCase, Notice
from domain.enforcement_case.grounds import first_party, no_party, not_at, party_of
from domain.grounds import blank, first
from domain.law.statutes import PENALTY_LAW
from domain.refusals import OutOfOrder, Refused
from domain.values import Personal, Upload

DEFENCE = PENALTY_LAW.article(45)

_OFFICE = (Role.OFFICER, Role.CLERK)


def notice_of(case: EnforcementCase, party_no: int, *, under: str) -> Notice:
    """
    Give the notice that a party was served.

    Raises:
        NoSuchCase: If there is no such party.
        OutOfOrder: If it was not notified.
    """
    notice = party_of(case, party_no, under=under).noticed
    if notice is None:
        raise OutOfOrder("notice_missing", under=under, no=party_no)
    return notice


@act(
    "听取陈述申辩",
    "Hear what a party states",
    by=_OFFICE,
    under=DEFENCE,
    time=Time.STATED,
    rows=("PEN-01",),
)
def hear_statement(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    said: str,
    said_by: Personal | None = None,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Take in what a party states, in its own words.

    Args:
        case: The case.
        at: Who; when it was stated.
        party_no: Which party.
        said: What it says.
        said_by: Who says it.
        evidence: Its papers, the record of what it said.

    Raises:
        NoSuchCase: If there is no such party.
        OutOfOrder: If it was not notified, or nothing of what it said is written down.

    Source:
        行政处罚法 45.
    """
    notice = notice_of(case, party_no, under=DEFENCE)
    first(blank(said, "boilerplate_answer", under=DEFENCE))
    limit = notice.defence_limit
    case.record(
        StatementHeard,
        at,
        party_no=party_no,
        said=said,
        said_by=said_by,
        evidence=evidence,
        is_late=limit is not None and at.on > limit.ends_on,
    )


@act(
    "记录放弃陈述申辩",
    "Record that a party waives its statement",
    by=_OFFICE,
    under=DEFENCE,
    time=Time.STATED,
    rows=("PEN-01",),
)
def waive_statement(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    signer: Personal,
    waiver: Upload | None = None,
    hearing_waived: bool = False,
) -> None:
    """
    Take in a party's express and signed waiver.

    Args:
        case: The case.
        at: Who; when it was signed.
        party_no: Which party.
        signer: Who signed it.
        waiver: The paper that they signed.
        hearing_waived: Whether it waives the hearing as well, in so many words.

    Raises:
        NoSuchCase: If there is no such party.
        OutOfOrder: If it was not notified, or no signed paper is there.

    Source:
        行政处罚法 45, 62, 64.
    """
    notice_of(case, party_no, under=DEFENCE)
    if waiver is None:
        raise OutOfOrder("boilerplate_answer", under=DEFENCE)
    case.record(
        StatementWaived,
        at,
        party_no=party_no,
        signer=signer,
        waiver=waiver,
        hearing_waived=hearing_waived,
    )


@hear_statement.unless
@waive_statement.unless
def cannot_answer(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Once penalties are proposed, before the case ends.
    """
    del at
    yield from not_at(case, *DECIDABLE, under=DEFENCE)
    yield from no_party(
        case,
        lambda party: party.noticed is not None,
        "notice_missing",
        under=DEFENCE,
        no=first_party(case),
        needed=PartyStage.NOTICED,
    )
