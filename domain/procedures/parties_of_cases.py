"""
Who is a party of a case, who handles it, and who stands aside (当事人、承办人、回避).
"""

from collections.abc import Iterable
from uuid import UUID

from domain.acts import Power, act
from domain.base import HEADS, Role
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import OPEN, RecusalAsker
from domain.enforcement_case.facts import (
    HandlersAssigned,
    PartyNamed,
    PartyReleased,
    RecusalDecided,
)
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.grounds import (
    HANDLERS,
    PARTIES,
    RECUSAL,
    not_at,
    party_of,
    recused,
)
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first
from domain.parties import person_key
from domain.procedures.approvals import is_head
from domain.procedures.filing_cases import examine_handlers, no_officers
from domain.references import EnterpriseRef, OfficerRef
from domain.refusals import NotCompetent, OutOfOrder, Refused
from domain.values import Personal

DECIDERS_MIN = 2


@act(
    "确定当事人",
    "Name a party",
    by=(Role.OFFICER, *HEADS),
    under=PARTIES,
    power=Power.PENALISE,
    rows=("PEN-01", "PEN-09"),
)
def name_party(
    case: EnforcementCase,
    at: Circumstances,
    *,
    enterprise: EnterpriseRef | None = None,
    person: Personal | None = None,
    identity_number: Personal | None = None,
    post: str = "",
) -> None:
    """
    Name a further party of a case: a unit, or a person who answers for it.

    Args:
        case: The case.
        at: Who, when.
        enterprise: The enterprise, or
        person: the person.
        identity_number: Their identity number, where it is known.
        post: Their post.

    Raises:
        NotCompetent: If somebody acts who does not handle it.
        OutOfOrder: If it is not open, neither or both are named, or it is a party.

    Source:
        行政处罚法 44; 安全生产法 94: a unit, and those who answer for it.
    """
    if (enterprise is None) == (person is None):
        raise OutOfOrder("party_missing", under=PARTIES)
    key = person_key(at, identity_number)
    for party in case.active:
        same = enterprise is not None and party.enterprise == enterprise
        if same or (key and party.person_key == key):
            raise OutOfOrder("party_already", under=PARTIES, no=party.party_no)
    if enterprise is not None:
        first(yielding(at.read(Enterprise, enterprise)))
        first(at.standing.unfit(enterprise, case.handlers, at))
    case.record(
        PartyNamed,
        at,
        party_no=len(case.parties) + 1,
        enterprise=enterprise,
        person=person,
        identity_number=identity_number,
        person_key=key,
        post=post,
    )


@act(
    "撤出当事人",
    "Release a party",
    by=HEADS,
    under=PARTIES,
    power=Power.PENALISE,
    rows=("PEN-01",),
)
def release_party(
    case: EnforcementCase, at: Circumstances, *, party_no: int, reason: str
) -> None:
    """
    Say that somebody is a party no longer; at least one stays.

    Args:
        case: The case.
        at: Who, when.
        party_no: Which.
        reason: Why.

    Raises:
        NoSuchCase: If there is no such party.
        OutOfOrder: If it is the last one, something was decided on it, or no reason is
            given.

    Source:
        行政处罚法 44.
    """
    party = party_of(case, party_no, under=PARTIES)
    first(blank(reason, "reason_missing", under=PARTIES))
    if len(case.active) == 1 or party.has_no_penalty:
        raise OutOfOrder("last_party", under=PARTIES, no=party_no)
    case.record(PartyReleased, at, party_no=party_no, reason=reason)


@act(
    "指定承办人",
    "Charge officers with a case",
    by=HEADS,
    under=HANDLERS,
    power=Power.PENALISE,
    rules=("INV-45",),
    rows=("PEN-01",),
)
def assign_handlers(
    case: EnforcementCase,
    at: Circumstances,
    *,
    handlers: tuple[OfficerRef, ...],
    reason: str,
) -> None:
    """
    Charge other officers with a case; nobody who has to stand aside.

    Args:
        case: The case.
        at: Who, when.
        handlers: They, two or more.
        reason: Why.

    Raises:
        NotCompetent: If one of them may not act, or has to stand aside.
        OutOfOrder: If the case is not open, or no reason is given.
        BeyondTheLaw: If fewer than two are named.

    Source:
        行政处罚法 42, 43.
    """
    examine_handlers(at, case.enterprise, handlers)
    first(blank(reason, "reason_missing", under=HANDLERS))
    named = tuple(dict.fromkeys(handlers))
    case.record(HandlersAssigned, at, handlers=named, reason=reason)


@assign_handlers.unless_named
def cannot_handle(
    case: EnforcementCase,
    at: Circumstances,
    *,
    handlers: tuple[OfficerRef, ...],
    **_: object,
) -> Iterable[Refused]:
    """
    Somebody has to stand aside, or is no officer of the body.
    """
    for handler in handlers:
        if handler in case.recused:
            yield NotCompetent("recused", under=RECUSAL, officer=handler)
    yield from no_officers(at, handlers)


@name_party.unless
@release_party.unless
@assign_handlers.unless
def cannot_change(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    While the case is open, by nobody who has to stand aside.
    """
    yield from recused(case, at)
    yield from not_at(case, *OPEN, under=PARTIES)


@act(
    "决定回避",
    "Decide whether somebody stands aside",
    by=HEADS,
    under=RECUSAL,
    power=Power.PENALISE,
    rows=("PEN-01",),
)
def decide_recusal(
    case: EnforcementCase,
    at: Circumstances,
    *,
    officer: OfficerRef,
    asked_by: RecusalAsker,
    stands_aside: bool,
    reason: str,
    decided_by: tuple[OfficerRef, ...] = (),
) -> None:
    """
    Decide on a request that somebody stands aside; of a head, the heads together.

    Args:
        case: The case.
        at: Who, when.
        officer: Of whom it is asked.
        asked_by: Who asks.
        stands_aside: Whether it is granted.
        reason: Why.
        decided_by: The heads who decided, where it is a head's own.

    Raises:
        NotCompetent: If somebody decides on themselves alone.
        OutOfOrder: If the case is not open, or no reason is given.

    Source:
        行政处罚法 43.
    """
    first(blank(reason, "reason_missing", under=RECUSAL))
    case.record(
        RecusalDecided,
        at,
        officer=officer,
        asked_by=asked_by,
        stands_aside=stands_aside,
        reason=reason,
        decided_by=other_heads(at, officer, decided_by),
    )


@decide_recusal.unless_named
def recused_by_heads(
    case: EnforcementCase,
    at: Circumstances,
    *,
    officer: OfficerRef,
    decided_by: tuple[OfficerRef, ...],
    **_: object,
) -> Iterable[Refused]:
    """
    Somebody decides on themselves, or on a head alone.
    """
    del case
    others = other_heads(at, officer, decided_by)
    together = len(others) >= DECIDERS_MIN
    if officer == at.actor.person or (is_head(at, officer) and not together):
        yield NotCompetent("recusal_by_heads", under=RECUSAL)


def other_heads(
    at: Circumstances, officer: UUID, decided_by: tuple[UUID, ...]
) -> tuple[UUID, ...]:
    """
    List the heads who decide, without whom it is decided on.
    """
    heads = dict.fromkeys((*decided_by, *filter(None, (at.actor.person,))))
    return tuple(head for head in heads if head != officer and is_head(at, head))


@decide_recusal.unless
def cannot_recuse(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    While the case is open.
    """
    del at
    yield from not_at(case, *OPEN, under=RECUSAL)
