"""
Black-listing (列入严重失信主体名单): proposed on a penalty of this body, and decided.

Who punished lists, and nobody else; on the grounds of 令11号 alone, after a notice, and
only while the penalty stands (INV-39). Nobody stands on both lists (INV-40).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.acts import Power, act, opening
from domain.base import HEADS, Role
from domain.body.file import Body
from domain.calendar import ONE_DAY
from domain.circumstances import Circumstances
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first
from domain.jurisdictions import Sector
from domain.law.ladders import Matter
from domain.law.list_grounds import (
    PERSONS,
    PERSONS_ONLY,
    ListGround,
    ManagementMeasure,
    PersonCapacity,
)
from domain.limits import limit_if_any
from domain.list_entry.choices import RedEnding, Stage
from domain.list_entry.facts import (
    BlacklistEntryMade,
    BlacklistEntryProposed,
    subject_tags,
)
from domain.list_entry.facts_of_red import RedlistEntryRemoved
from domain.list_entry.file import ListEntry
from domain.list_entry.grounds import DECISION, PROPOSAL, TERM, not_at
from domain.parties import person_key
from domain.penalty.file import Penalty
from domain.procedures.publicity_of_entries import withdraw_listing
from domain.publication.file import WithdrawalGround
from domain.references import EnterpriseRef, PenaltyRef
from domain.refusals import (
    BeyondTheLaw,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
    Refused,
)
from domain.values import Personal, Upload

SCOPE = "应急管理部令11号2"
PUNISHER = "应急管理部令11号4"

#: Sectors of 令11号 2; others have lists of their own ministries.
IN_SCOPE = frozenset(
    (
        Sector.COAL_MINE,
        Sector.MINE,
        Sector.HAZARDOUS_CHEMICALS,
        Sector.FIREWORKS,
        Sector.INDUSTRY,
        Sector.SERVICES,
    )
)


@dataclass(frozen=True)
class Subject:
    """
    Who is listed (名单主体): an enterprise or a person.

    Args:
        enterprise: The enterprise.
        person_key: By what the person is known again; empty where no number is known.
    """

    enterprise: UUID | None = None
    person_key: str = ""

    def entries(self, at: Circumstances) -> Iterator[ListEntry]:
        """
        Give every entry of the subject, whatever became of it.
        """
        found = [
            each
            for tag in subject_tags(self.enterprise, self.person_key)
            for each in at.tagged(tag)
        ]
        yield from (at.read(ListEntry, each) for each in dict.fromkeys(found))


def subject_of(entry: ListEntry) -> Subject:
    """
    Say who is listed by an entry.
    """
    return Subject(entry.enterprise, entry.person_key)


@opening(
    "拟列入严重失信主体名单",
    "Propose for the black list",
    by=Role.OFFICER,
    under=PROPOSAL,
    power=Power.PENALISE,
    two_officers=True,
    rules=("INV-39",),
    rows=("CRD-01", "DIS-03"),
)
def propose_entry(
    at: Circumstances,
    *,
    penalty: PenaltyRef,
    list_ground: ListGround,
    reasons: str,
    person: Personal | None = None,
    identity_number: Personal | None = None,
    person_capacity: PersonCapacity | None = None,
    employer: EnterpriseRef | None = None,
    named_in: str = "",
    evidence: tuple[Upload, ...] = (),
) -> ListEntry:
    """
    Propose for the black list whom a penalty of this body was imposed on.

    Args:
        at: Who, when.
        penalty: The penalty, served and standing.
        list_ground: The ground of 令11号.
        reasons: Why it applies.
        person: A person who answers for it; none where the unit itself is proposed.
        identity_number: The person's number; it is kept only as a key.
        person_capacity: As what the person answers.
        employer: The unit of the person, where the penalty was imposed on nobody else.
        named_in: Where the decision, or the approved accident report, names the person.
        evidence: What shows it.

    Raises:
        NotCompetent: If another body punished.
        OutOfOrder: If the penalty was not served or does not stand, a person is named
            nowhere, no reasons are given, or an entry rests on the same.
        BeyondTheLaw: If the ground does not reach the subject, or its sector has a list
            of its own.

    Source:
        应急管理部令11号 2, 4, 6, 7.
    """
    basis = at.read(Penalty, penalty)
    if not at.standing.goes_on_for(basis.body, at):
        raise NotCompetent("not_the_punisher", under=PUNISHER, penalty=penalty)
    key = person_key(at, identity_number)
    subject = Subject(None if person else basis.enterprise, key)
    is_named = bool(named_in.strip()) or bool(key and key == basis.person_key)
    first(no_penalty(basis))
    first(_unnamed(basis, person, is_named=is_named))
    first(blank(reasons, "reasons_missing", under=PROPOSAL))
    first(_proposed_already(at, subject, basis))
    first(not_in_force(at))
    first(_beyond(list_ground, person, person_capacity))
    first(_out_of_scope(at, basis.enterprise or employer))
    return ListEntry.start(
        BlacklistEntryProposed,
        at,
        because=basis,
        penalty=penalty,
        list_ground=list_ground,
        reasons=reasons,
        enterprise=subject.enterprise,
        person=person,
        person_key=key,
        person_capacity=person_capacity,
        employer=(basis.enterprise or employer) if person else None,
        named_in=named_in,
        evidence=evidence,
    )


def no_penalty(penalty: Penalty) -> Iterable[Refused]:
    """
    The penalty was not served, or does not stand: nothing can rest on it.
    """
    if penalty.served_on is None or not penalty.stands:
        yield OutOfOrder("no_penalty", under=PROPOSAL, penalty=penalty.id)


def _unnamed(
    penalty: Penalty, person: Personal | None, *, is_named: bool
) -> Iterable[Refused]:
    if person is None and penalty.enterprise is None:
        yield OutOfOrder("no_penalty", under=PROPOSAL, penalty=penalty.id)
    if person is not None and not is_named:
        yield OutOfOrder("person_not_named", under=PROPOSAL)


def _proposed_already(
    at: Circumstances, subject: Subject, penalty: Penalty
) -> Iterable[Refused]:
    for entry in subject.entries(at):
        is_open = entry.is_pending or entry.is_live
        if entry.penalty == penalty.id and is_open:
            yield OutOfOrder("entry_already", under=PROPOSAL, entry=entry.id)


def _beyond(
    ground: ListGround, person: Personal | None, capacity: PersonCapacity | None
) -> Iterable[Refused]:
    if person is None:
        reached = ground not in PERSONS_ONLY and capacity is None
    else:
        reached = capacity in PERSONS[ground]
    if not reached:
        yield BeyondTheLaw("no_such_ground", under=PROPOSAL, list_ground=ground)


def _out_of_scope(at: Circumstances, unit: UUID | None) -> Iterable[Refused]:
    sector = at.read(Enterprise, unit).sector if unit else None
    if sector not in IN_SCOPE:
        yield BeyondTheLaw("industry_out_of_scope", under=SCOPE, sector=sector)


@act(
    "列入严重失信主体名单",
    "Put on the black list",
    by=HEADS,
    under=f"{DECISION};{TERM}",
    seen=True,
    rules=("INV-39", "INV-40"),
    rows=("CRD-01", "DIS-03"),
    matter=Matter.LISTING,
)
def make_entry(
    entry: ListEntry,
    at: Circumstances,
    *,
    reasons: str,
    legal_basis: str,
    management_measures: tuple[ManagementMeasure, ...],
    repair_conditions: str,
    repair_way: str,
    end_red_entry: bool = False,
) -> None:
    """
    List the subject, for three years from the day of the decision.

    Args:
        entry: The entry.
        at: Who, when.
        reasons: Facts and reasons.
        legal_basis: The provisions.
        management_measures: What follows, no more than it was told.
        repair_conditions: On what it can be removed early.
        repair_way: How that is asked for.
        end_red_entry: Whether an entry on the red list is ended with it.

    Raises:
        OutOfOrder: If it was not notified, its penalty fell, it is on the red list, or
            the decision lacks something.
        OutOfTime: While the subject may still state its case.
        BeyondTheLaw: If more follows than it was told.

    Source:
        应急管理部令11号 10, 13.
    """
    for text in (reasons, legal_basis, repair_conditions, repair_way):
        first(blank(text, "entry_decision_incomplete", under=DECISION))
    red = [each for each in subject_of(entry).entries(at) if _is_red(each)]
    if red and not end_red_entry:
        raise OutOfOrder("on_red_list", under=TERM, entry=red[0].id)
    if not {*management_measures} <= {*entry.measures_told}:
        raise BeyondTheLaw("more_than_notified", under=DECISION)
    for each in red:
        _end_red(each, at, reasons)
    body = at.find(Body, at.actor.body) if at.actor.body else None
    identity = body.identity_on(at.on) if body else None
    until_on, early_from = term_of(at)
    entry.record(
        BlacklistEntryMade,
        at,
        list_ground=entry.list_ground,
        reasons=reasons,
        legal_basis=legal_basis,
        management_measures=management_measures,
        until_on=until_on,
        early_from=early_from,
        repair_conditions=repair_conditions,
        repair_way=repair_way,
        review_body=identity.review_body if identity else "",
        court=identity.court if identity else "",
        record_limit=limit_if_any(at, "SD.record", at.on),
        publish_limit=limit_if_any(at, "SD.publish", at.on),
    )


@make_entry.unless
def cannot_make(entry: ListEntry, at: Circumstances) -> Iterable[Refused]:
    """
    Notified and heard, or its time over; on a penalty that still stands.
    """
    if entry.is_black and entry.stage is Stage.PROPOSED:
        yield OutOfOrder("notice_missing", under=DECISION, no=1)
        return
    if entry.is_black and entry.stage is Stage.NOTIFIED:
        limit = entry.statement_limit
        until = limit.ends_on if limit else None
        yield OutOfTime("statement_open", under=DECISION, until_on=until)
        return
    yield from not_at(entry, Stage.HEARD, under=DECISION)
    if entry.penalty is not None:
        yield from no_penalty(at.read(Penalty, entry.penalty))


def _end_red(entry: ListEntry, at: Circumstances, reasons: str) -> None:
    """
    Take who is black-listed off the red list, and take back what is public of that.
    """
    entry.record(
        RedlistEntryRemoved, at, red_ending=RedEnding.BLACK_LISTED, reasons=reasons
    )
    withdraw_listing(
        entry,
        at,
        withdrawal_ground=WithdrawalGround.LEFT_RED_LIST,
        reasons="",
        changed_on=at.on,
    )


def _is_red(entry: ListEntry) -> bool:
    return entry.is_live and not entry.is_black


def term_of(at: Circumstances) -> tuple[date, date]:
    """
    Reckon from the day of the act the last day of an entry, and the first on which an
    early removal can be applied for.
    """
    first(not_in_force(at))
    early = at.due("SD.early", at.on).day + ONE_DAY
    return at.due("SD.term", at.on).day, early


def not_in_force(at: Circumstances) -> Iterable[Refused]:
    """
    The rules of the list are not in force on the day of the act.
    """
    if limit_if_any(at, "SD.term", at.on) is None:
        yield BeyondTheLaw("list_rules_not_in_force", under=TERM, on=at.on)
