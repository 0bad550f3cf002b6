"""
Grounds that several acts of a case share.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from domain.circumstances import Circumstances
from domain.enforcement_case.choices import PartyStage, Stage
from domain.enforcement_case.facts import PartyNamed
from domain.enforcement_case.file import EnforcementCase, Party
from domain.law.statutes import PENALTY_LAW
from domain.refusals import NoSuchCase, NotCompetent, OutOfOrder, OutOfTime, Refused

RECUSAL = PENALTY_LAW.article(43)
HANDLERS = PENALTY_LAW.article(42)
PARTIES = PENALTY_LAW.article(44)
CHAIR = PENALTY_LAW.article(64)


def recused(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Somebody acts who has to stand aside.
    """
    for person in dict.fromkeys((at.actor.person, *at.officers)):
        if person in case.recused:
            yield NotCompetent("recused", under=RECUSAL, officer=person)


def not_handlers(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Somebody acts who does not handle the case, or has to stand aside.
    """
    yield from recused(case, at)
    if not set(case.handlers).issuperset(at.officers):
        yield NotCompetent("not_a_handler", under=HANDLERS)


def not_the_chair(
    case: EnforcementCase, at: Circumstances, *, party_no: int, **_: object
) -> Iterable[Refused]:
    """
    Somebody else was named to chair the hearing of that party.
    """
    party = case.parties.get(party_no)
    chair = party.hearing.chair if party and party.hearing else None
    if chair is not None and at.actor.person != chair:
        yield NotCompetent("not_the_chair", under=CHAIR)


def not_at(case: EnforcementCase, *stages: Stage, under: str) -> Iterable[Refused]:
    """
    It is at none of these stages.
    """
    if case.stage not in stages:
        yield OutOfOrder("case_stage", under=under, stage=case.stage, needed=stages)


def nobody_named(case: EnforcementCase, *, under: str) -> Iterable[Refused]:
    """
    It has no party yet: one has to be named first.
    """
    if not case.active:
        yield OutOfOrder("no_party_named", under=under, needed=PartyNamed.ZH)


def no_party(
    case: EnforcementCase,
    stands: Callable[[Party], bool],
    code: str,
    *,
    under: str,
    no: int,
    needed: PartyStage,
) -> Iterable[Refused]:
    """
    There is no party with which it stands so, whichever is named.

    Args:
        case: The case.
        stands: Whether it stands so with a party.
        code: Why it is refused for each of them.
        under: The provision.
        no: The party that is named.
        needed: How far a party would have to be.
    """
    yield from nobody_named(case, under=under)
    if case.active and not any(map(stands, case.active)):
        yield OutOfOrder(code, under=under, no=no, needed=needed)


def every_party(
    case: EnforcementCase,
    refused: Callable[[Party], Iterable[Refused]],
    *,
    under: str,
) -> Iterable[Refused]:
    """
    Whichever party is named, it is refused; why it is for the first one, of those
    that are not decided yet if there are any.

    Args:
        case: The case.
        refused: What stands in the way with a party, whatever else is stated.
        under: The provision.
    """
    yield from nobody_named(case, under=under)
    found = [tuple(refused(party)) for party in case.active]
    if found and all(found):
        undecided = (each for each in found if each[0].code != "decided_already")
        yield from next(undecided, found[0])


def first_party(case: EnforcementCase) -> int:
    """
    Give the number of the first party; 1 in a case without any.
    """
    return next((party.party_no for party in case.active), 1)


def party_of(case: EnforcementCase, party_no: int, *, under: str) -> Party:
    """
    Give a party by its number.

    Raises:
        NoSuchCase: If there is none, or it is a party no longer.
    """
    party = case.parties.get(party_no)
    if party is None or party.released:
        raise NoSuchCase("no_such_party", under=under, no=party_no)
    return party


def not_ordered(
    at: Circumstances, started_at: datetime, ended_at: datetime, *, under: str
) -> Iterable[Refused]:
    """
    Something is said to end before it begins, or after now.
    """
    if ended_at < started_at:
        yield OutOfTime("ends_before_start", under=under, started_at=started_at)
    if ended_at > at.now:
        yield OutOfTime("in_the_future", under=under, occurred_at=ended_at, now=at.now)
