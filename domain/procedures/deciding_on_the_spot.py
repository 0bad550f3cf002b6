"""
Deciding on the spot (当场处罚): the simple procedure, in which there is no case.

The party is told, is heard, and gets the decision in its hand, all in one act.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from domain.acts import Power, opening
from domain.base import Role, Time
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.enterprise.file import Enterprise
from domain.enterprise.profile import SubjectKind
from domain.grounds import blank, first
from domain.inspection.facts import FindingRecorded
from domain.inspection.file import Inspection
from domain.inspection.grounds import unknown_items
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import PENALTY_LAW
from domain.limits import limit_if_any
from domain.parties import person_key
from domain.penalty.facts import (
    OnTheSpotPenaltyDecided,
    PenalisedAct,
    PenaltyServed,
)
from domain.penalty.file import Penalty
from domain.printed import PartyClass
from domain.procedures.fines import fined_already
from domain.procedures.suspicion import suspected
from domain.procedures.times_of_penalties import pay_limit, window_limit
from domain.references import EnterpriseRef, InspectionRef
from domain.refusals import BeyondTheLaw, NoSuchCase, OutOfOrder, Refused
from domain.values import Personal

SIMPLE: Final = PENALTY_LAW.article(51)
HEARD: Final = f"{PENALTY_LAW.article(44, until=45)};{PENALTY_LAW.article(62)}"

#: Most that can be fined on the spot, in fen, inclusive; an individual business counts
#: as a citizen until its place settles it (待核).
CEILINGS: Final = {
    PartyClass.PERSON: 200_00,
    PartyClass.HOUSEHOLD: 200_00,
    PartyClass.UNIT: 3_000_00,
}

#: What can be decided on the spot.
KINDS: Final = frozenset((PenaltyKind.WARNING, PenaltyKind.FINE))


@dataclass(frozen=True)
class Party:
    """
    On whom it is decided (当事人).

    Args:
        enterprise: An enterprise of the register.
        person: Or a natural person.
        identity_number: The person's number, if it is known; it is kept only as a key.
    """

    enterprise: EnterpriseRef | None = None
    person: Personal | None = None
    identity_number: Personal | None = None

    def key(self, at: Circumstances) -> str:
        """
        By what the person is known again; empty where no number is known.
        """
        return person_key(at, self.identity_number)

    def class_of(self, at: Circumstances) -> PartyClass:
        """
        Say by which ceiling the party is fined.
        """
        if self.enterprise is None:
            return PartyClass.PERSON
        profile = at.read(Enterprise, self.enterprise).profile
        is_household = profile.subject_kind is SubjectKind.HOUSEHOLD
        return PartyClass.HOUSEHOLD if is_household else PartyClass.UNIT


@opening(
    "当场处罚",
    "Decide a penalty on the spot",
    by=Role.OFFICER,
    under=SIMPLE,
    time=Time.CAPTURED,
    power=Power.PENALISE,
    two_officers=True,
    rules=("INV-02",),
    rows=("PEN-01",),
)
def decide_on_the_spot(
    at: Circumstances,
    *,
    kinds: tuple[PenaltyKind, ...],
    violation_fact: str,
    legal_basis: str,
    rights_told: bool,
    statement: str,
    place: str,
    decision_no: str,
    enterprise: EnterpriseRef | None = None,
    person: Personal | None = None,
    identity_number: Personal | None = None,
    fine_fen: int = 0,
    inspection: InspectionRef | None = None,
    item_nos: tuple[int, ...] = (),
    surcharge_told: bool = True,
    recipient: Personal | None = None,
    refusal_reason: str = "",
) -> Penalty:
    """
    Decide a warning or a small fine on the spot, and hand the decision over.

    Args:
        at: Who, when, to the minute.
        kinds: A warning, a fine, or both.
        violation_fact: What was done; it is clear and proven.
        legal_basis: The provision that it is penalised under.
        rights_told: Whether facts, reasons, basis and rights were told before.
        statement: What the party said, or that it said nothing.
        place: Where.
        decision_no: Number of the form that was filled in.
        enterprise: The party, if it is an enterprise; else a person.
        person: The party, if it is a natural person.
        identity_number: The person's number; it is kept only as a key.
        fine_fen: The fine.
        inspection: The visit on which it was found.
        item_nos: The findings.
        surcharge_told: Whether the decision tells the surcharge on late payment.
        recipient: Who took the decision.
        refusal_reason: Why the party did not sign; noted on the paper.

    Raises:
        NotCompetent: If the body or its officers may not enforce there.
        NoSuchCase: If a finding is none of that visit's.
        OutOfOrder: If not exactly one party is named, it was not told or heard, or a
            crime is suspected.
        BeyondTheLaw: If the kind is not one of the simple procedure, the fine lies
            above its ceiling, or the act was fined before.

    Source:
        行政处罚法 44, 45, 51, 52, 62.
    """
    party = Party(enterprise, person, identity_number)
    acts = _acts(at, inspection, item_nos, legal_basis=legal_basis, fine_fen=fine_fen)
    first(_cannot_find(at, party, inspection=inspection, item_nos=item_nos))
    first(_not_heard(violation_fact, statement, rights_told=rights_told))
    first(_suspected(at, party, inspection))
    first(_too_much(kinds, fine_fen, party.class_of(at)))
    first(_twice(at, party, kinds, acts=acts))
    penalty = _starting(at, party, inspection)(
        kinds=kinds,
        fine_fen=fine_fen,
        penalised_acts=acts,
        violation_fact=violation_fact,
        legal_basis=legal_basis,
        statement=statement,
        place=place,
        decision_no=decision_no,
        surcharge_told=surcharge_told,
        inspection=inspection,
        item_nos=item_nos,
    )
    penalty.record(
        PenaltyServed,
        at,
        served_on=at.on,
        recipient=recipient,
        refusal_reason=refusal_reason,
        pay_limit=pay_limit(at, fine_fen, at.on),
        window_limit=window_limit(at, kinds, at.on),
    )
    return penalty


def _starting(
    at: Circumstances, party: Party, inspection: UUID | None
) -> Callable[..., Penalty]:
    """
    Open the file: on whom, where it is challenged, by when it is filed and shown.
    """
    body = at.read(Body, at.actor.body) if at.actor.body else None
    class_of = party.class_of(at)
    return partial(
        Penalty.start,
        OnTheSpotPenaltyDecided,
        at,
        because=at.read(Inspection, inspection) if inspection else None,
        enterprise=party.enterprise,
        person=party.person,
        person_key=party.key(at),
        party_class=class_of,
        class_unsettled=class_of is PartyClass.HOUSEHOLD,
        review_body=body.identity_on(at.on).review_body if body else "",
        review_first=True,
        file_limit=limit_if_any(at, "PN.simple.file.days", at.on),
        publish_limit=limit_if_any(at, "PN.publish.when", at.on),
    )


def _suspected(
    at: Circumstances, party: Party, inspection: UUID | None
) -> Iterable[Refused]:
    """
    A crime is suspected in what was found on the visit.
    """
    if inspection is not None:
        yield from suspected(
            at, inspection, enterprise=party.enterprise, person_key=party.key(at)
        )


def _twice(
    at: Circumstances,
    party: Party,
    kinds: tuple[PenaltyKind, ...],
    *,
    acts: tuple[PenalisedAct, ...],
) -> Iterable[Refused]:
    """
    One of the acts is fined again.
    """
    if PenaltyKind.FINE in kinds:
        keys = [each.key for each in acts]
        yield from fined_already(
            at, keys, enterprise=party.enterprise, person_key=party.key(at)
        )


def _acts(
    at: Circumstances,
    inspection: UUID | None,
    item_nos: tuple[int, ...],
    *,
    legal_basis: str,
    fine_fen: int,
) -> tuple[PenalisedAct, ...]:
    """
    List the acts by the findings; the one fine for them all stands at the first.
    """
    if inspection is None:
        return ()
    codes = {
        fact.item_no: fact.violation_code
        for fact in at.read(Inspection, inspection).history
        if isinstance(fact, FindingRecorded)
    }
    return tuple(
        PenalisedAct(
            violation_code=codes.get(item_no, ""),
            origin=inspection,
            item_no=item_no,
            legal_basis=legal_basis,
            fine_fen=fine_fen if nth == 0 else 0,
        )
        for nth, item_no in enumerate(item_nos)
    )


def _cannot_find(
    at: Circumstances,
    party: Party,
    *,
    inspection: UUID | None,
    item_nos: tuple[int, ...],
) -> Iterable[Refused]:
    """
    The body may not enforce there, no one party is named, or a finding is unknown.
    """
    if party.enterprise is not None:
        yield from at.standing.unfit(party.enterprise, at.officers, at)
    if (party.enterprise is None) == (party.person is None):
        yield OutOfOrder("party_unnamed", under=SIMPLE)
    if inspection is None:
        for item_no in item_nos:
            yield NoSuchCase("no_such_item", under=SIMPLE, item_no=item_no)
        return
    visit = at.read(Inspection, inspection)
    if party.enterprise is not None and visit.enterprise != party.enterprise:
        yield OutOfOrder("party_not_inspected", under=SIMPLE)
    yield from unknown_items(visit, item_nos, under=SIMPLE)


def _not_heard(
    violation_fact: str, statement: str, *, rights_told: bool
) -> Iterable[Refused]:
    """
    Facts are not stated, or the party was not told or not heard.
    """
    yield from blank(violation_fact, "facts_missing", under=SIMPLE)
    if not rights_told or not statement.strip():
        yield OutOfOrder("statement_not_heard", under=HEARD)


def _too_much(
    kinds: tuple[PenaltyKind, ...], fine_fen: int, class_of: PartyClass
) -> Iterable[Refused]:
    """
    A kind that needs a case, a fine above the ceiling, or none where one is decided.
    """
    for kind in kinds:
        if kind not in KINDS:
            yield BeyondTheLaw("kind_not_simple", under=SIMPLE, kind=kind)
    if not kinds:
        yield OutOfOrder("kinds_missing", under=SIMPLE)
    if (PenaltyKind.FINE in kinds) != (fine_fen > 0):
        yield OutOfOrder("fine_contradicts_kinds", under=SIMPLE)
    ceiling = CEILINGS[class_of]
    if fine_fen > ceiling:
        yield BeyondTheLaw(
            "over_simple_ceiling",
            under=SIMPLE,
            fine_fen=fine_fen,
            ceiling_fen=ceiling,
        )
