"""
Deciding a penalty in a case (行政处罚决定): on one party, within what it was told.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from domain.acts import Power, act
from domain.base import HEADS
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import DECIDABLE
from domain.enforcement_case.defending import heavier_for_statement
from domain.enforcement_case.facts import CaseFiled
from domain.enforcement_case.facts_of_notice import DiscretionApplied
from domain.enforcement_case.file import EnforcementCase, Notice, Party
from domain.enforcement_case.grounds import every_party, not_at, party_of, recused
from domain.enforcement_case.readiness import not_examined, not_heard
from domain.grounds import blank, first
from domain.law.fine_ranges import FineRange, range_for
from domain.law.ladders import Matter
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import PENALTY_LAW, SAFETY_LAW
from domain.limits import Limit, limit_if_any
from domain.penalty.choices import PenaltyFlag
from domain.penalty.facts import PenalisedAct, PenaltyDecided
from domain.penalty.file import Penalty
from domain.procedures.decided_parties import is_decided
from domain.procedures.fines import fined_already
from domain.procedures.suspicion import fined_by_court, suspected
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused

DECIDE: Final = PENALTY_LAW.article(57)
CONTENT: Final = PENALTY_LAW.article(59)
HEAVIER: Final = PENALTY_LAW.article(45)
DISCRETION: Final = PENALTY_LAW.article(34)
COMPETENCE: Final = SAFETY_LAW.article(115)
BARRED: Final = PENALTY_LAW.article(36)

#: What only a government or the police decides.
OF_OTHERS: Final = frozenset((PenaltyKind.CLOSED, PenaltyKind.DETENTION))

#: How many times a range is, at least, where the law knows a multiple.
MULTIPLE_MIN: Final = 2


@dataclass(frozen=True)
class ActFined:
    """
    An act for which a party is penalised, as whoever decides states it (违法行为).

    Args:
        violation_code: What it is, by the code of violations.
        item_no: The finding; 0 where it comes from none.
        legal_basis: The provision that it is penalised under.
        fine_fen: The fine for this act.
        fine_rule: The row of statutory ranges; empty where the table has none.
        fine_multiple: How many times the range, where the law knows a multiple.
        multiple_ground: Why that multiple applies.
    """

    violation_code: str
    item_no: int
    legal_basis: str
    fine_fen: int = 0
    fine_rule: str = ""
    fine_multiple: int = 1
    multiple_ground: str = ""


@dataclass(frozen=True)
class DecisionContent:
    """
    What the decision says (决定书内容), by 行政处罚法 59.

    Args:
        violation_fact: The facts, with their evidence.
        legal_basis: What they break, and the basis of the penalty.
        penalty_content: The penalty, how and until when it is performed.
        surcharge_told: Whether the surcharge on late payment is told.
    """

    violation_fact: str
    legal_basis: str
    penalty_content: str
    surcharge_told: bool


@act(
    "作出行政处罚决定",
    "Decide a penalty",
    by=HEADS,
    under=DECIDE,
    power=Power.PENALISE,
    seen=True,
    rules=("INV-02", "INV-23", "INV-24", "INV-25", "INV-26"),
    rows=("PEN-01", "PEN-06", "PEN-08", "PEN-09", "PEN-10"),
    matter=Matter.PENALTY_DECISION,
)
def decide_penalty(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    kinds: tuple[PenaltyKind, ...],
    acts_fined: tuple[ActFined, ...],
    decision_content: DecisionContent,
    fine_fen: int = 0,
    confiscated_fen: int = 0,
    deviation_reason: str = "",
    licence_ground: str = "",
) -> Penalty:
    """
    Decide a penalty on one party of a case.

    Args:
        case: The case.
        at: The head, when.
        party_no: On which party.
        kinds: What it consists in.
        acts_fined: For which acts, each with its fine.
        decision_content: What the decision says.
        fine_fen: The fine altogether.
        confiscated_fen: What is confiscated.
        deviation_reason: Why it is another fine than the schedule came to.
        licence_ground: Why the body issues the licence that it revokes.

    Raises:
        NotCompetent: If the head has to stand aside.
        NoSuchCase: If there is no such party.
        OutOfOrder: If the case is not investigated, a crime is suspected, the party was
            not notified or heard, a review, deliberation or adjudication is missing, or
            something is unexplained.
        OutOfTime: If the party may still ask for a hearing, or the act is time-barred.
        BeyondTheLaw: If the penalty is another body's, heavier than was notified, or
            than was before the party defended itself, outside the statutory range, or a
            second fine for an act.

    Source:
        行政处罚法 29, 34-37, 44, 45, 57-59, 62, 64; 安全生产法 114, 115.
    """
    party = party_of(case, party_no, under=DECIDE)
    acts = tuple(_penalised(case, at, each) for each in acts_fined)
    first(
        _not_ready(case, at, party, kinds=kinds),
        _blank(decision_content),
        _amount_wrong(kinds, fine_fen, acts),
        _unexplained(case, party, fine_fen=fine_fen, reason=deviation_reason),
    )
    at.later(_beyond(case, at, party, kinds=kinds, acts=acts, licence=licence_ground))
    notice = party.noticed
    assert notice is not None
    at.later(_heavier(notice, kinds, fine_fen, confiscated_fen=confiscated_fen))
    first(
        heavier_for_statement(
            case, party_no, kinds, fine_fen=fine_fen, confiscated_fen=confiscated_fen
        )
    )
    return _starting(case, at, party)(
        kinds=kinds,
        fine_fen=fine_fen,
        confiscated_fen=confiscated_fen,
        penalised_acts=acts,
        violation_fact=decision_content.violation_fact,
        legal_basis=decision_content.legal_basis,
        penalty_content=decision_content.penalty_content,
        surcharge_told=decision_content.surcharge_told,
        notice=notice.fact,
        deviation_reason=deviation_reason,
    )


def _starting(
    case: EnforcementCase, at: Circumstances, party: Party
) -> Callable[..., Penalty]:
    """
    Open the file: on whom, where it is challenged, and what runs from the decision.
    """
    body = at.read(Body, at.actor.body) if at.actor.body else None
    identity = body.identity_on(at.on) if body else None
    return partial(
        Penalty.start,
        PenaltyDecided,
        at,
        because=case,
        case=case.id,
        party_no=party.party_no,
        enterprise=party.enterprise,
        person=party.person,
        person_key=party.person_key,
        facts_version=case.facts_version,
        review_body=identity.review_body if identity else "",
        court=identity.court if identity else "",
        flags=_flags(case, at),
        serve_limit=limit_if_any(at, "PN.serve", at.on),
        publish_limit=limit_if_any(at, "PN.publish.when", at.on),
        superior_limit=_superior_limit(at, party),
    )


def _superior_limit(at: Circumstances, party: Party) -> Limit | None:
    """
    Reckon until when a major penalty is filed with the superior body: by the old rules,
    or by those of the place. Major is taken to be what opens a hearing (待核).

    Source:
        总局令15号 62-64; since 2026-02-01 as the province says (待核).
    """
    if party.noticed is None or party.noticed.hearing_ground is None:
        return None
    old = limit_if_any(at, "PN.file_superior", at.on)
    return old or limit_if_any(at, "PN.file_superior.local", at.on)


@decide_penalty.unless
def cannot_decide(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Once it is investigated, with a party on whom it can be decided, in time.
    """
    yield from recused(case, at)
    yield from not_at(case, *DECIDABLE, under=DECIDE)
    yield from every_party(
        case,
        lambda party: _not_ready(case, at, party, kinds=_no_more_than(party)),
        under=DECIDE,
    )
    if case.time_barred:
        yield OutOfTime("time_barred", under=BARRED)


def _no_more_than(party: Party) -> tuple[PenaltyKind, ...]:
    """
    Give a fine, if that is all that a party was told: whatever is decided has one.
    """
    told = party.noticed.kinds if party.noticed else ()
    return told if set(told) == {PenaltyKind.FINE} else ()


def _not_ready(
    case: EnforcementCase,
    at: Circumstances,
    party: Party,
    *,
    kinds: tuple[PenaltyKind, ...],
) -> Iterable[Refused]:
    """
    Something that comes before the decision is missing (INV-01, 02, 23).
    """
    if is_decided(case, at, party):
        yield OutOfOrder("decided_already", under=DECIDE, no=party.party_no)
    if party.proposed is not None and party.proposed.daily_fine is not None:
        yield OutOfOrder("daily_fine_proposed", under=DECIDE, no=party.party_no)
    if PenaltyKind.FINE in kinds:
        yield from suspected(
            at,
            *(each for each in (case.id, case.inspection, *case.hazards) if each),
            enterprise=party.enterprise,
            person_key=party.person_key,
        )
    yield from not_heard(party, at)
    yield from not_examined(case, party)


def _blank(content: DecisionContent) -> Iterable[Refused]:
    for text in (content.violation_fact, content.legal_basis, content.penalty_content):
        yield from blank(text, "decision_incomplete", under=CONTENT)


def _penalised(
    case: EnforcementCase, at: Circumstances, stated: ActFined
) -> PenalisedAct:
    """
    Say where an act was found, and between what its fine lies.

    Raises:
        BeyondTheLaw: If there is no such range on the day of the act, or the fine lies
            outside it.
    """
    is_found = case.inspection is not None and stated.item_no in case.item_nos
    allowed = _range(case, at, stated)
    floor = allowed.floor_fen * stated.fine_multiple if allowed else None
    ceiling = allowed.ceiling_fen * stated.fine_multiple if allowed else None
    at.later(_outside(stated, floor, ceiling))
    return PenalisedAct(
        violation_code=stated.violation_code,
        origin=case.inspection if is_found and case.inspection else case.id,
        item_no=stated.item_no,
        legal_basis=stated.legal_basis,
        fine_fen=stated.fine_fen,
        fine_floor_fen=floor,
        fine_ceiling_fen=ceiling,
        fine_rule=stated.fine_rule,
        fine_multiple=stated.fine_multiple,
        multiple_ground=stated.multiple_ground,
    )


def _range(
    case: EnforcementCase, at: Circumstances, stated: ActFined
) -> FineRange | None:
    """
    Find the range that is stated; a multiple needs its ground (INV-25).
    """
    filed = next(fact for fact in case.history if isinstance(fact, CaseFiled))
    acted_on: date = filed.violation_ended_on or filed.discovered_on
    code = stated.fine_rule
    found = range_for(code, acted_on=acted_on, decided_on=at.on) if code else None
    if code and found is None:
        at.later(
            (
                BeyondTheLaw(
                    "no_such_range", under=DISCRETION, fine_rule=code, on=acted_on
                ),
            )
        )
    most = found.multiple_max if found else 1
    is_multiple = stated.fine_multiple != 1
    has_ground = bool(stated.multiple_ground.strip())
    if is_multiple and not (
        has_ground and MULTIPLE_MIN <= stated.fine_multiple <= most
    ):
        under, fine = SAFETY_LAW.article(114, 2), stated.fine_fen
        at.later((BeyondTheLaw("outside_range", under=under, fine_fen=fine),))
    return found


def _outside(
    stated: ActFined, floor: int | None, ceiling: int | None
) -> Iterable[Refused]:
    too_little = floor is not None and 0 < stated.fine_fen < floor
    too_much = ceiling is not None and stated.fine_fen > ceiling
    if too_little or too_much:
        under = stated.legal_basis or DISCRETION
        yield BeyondTheLaw("outside_range", under=under, fine_fen=stated.fine_fen)


def _beyond(
    case: EnforcementCase,
    at: Circumstances,
    party: Party,
    *,
    kinds: tuple[PenaltyKind, ...],
    acts: tuple[PenalisedAct, ...],
    licence: str,
) -> Iterable[Refused]:
    """
    The penalty is not this body's, or a second fine for an act.
    """
    for kind in kinds:
        is_issuers = kind is PenaltyKind.LICENCE_REVOKED and not licence.strip()
        if kind in OF_OTHERS or is_issuers:
            yield BeyondTheLaw("not_this_body", under=COMPETENCE, kind=kind)
    if PenaltyKind.FINE not in kinds:
        return
    enterprise, key = party.enterprise, party.person_key
    keys = [each.key for each in acts]
    yield from fined_already(at, keys, enterprise=enterprise, person_key=key)
    files = [f for f in (case.id, case.inspection, *case.hazards) if f]
    if fined_by_court(at, *files, enterprise=enterprise, person_key=key):
        yield BeyondTheLaw("fined_by_court", under=PENALTY_LAW.article(35, 2))


def _amount_wrong(
    kinds: tuple[PenaltyKind, ...], fine_fen: int, acts: tuple[PenalisedAct, ...]
) -> Iterable[Refused]:
    """
    Kinds, the fine and the fines for the acts do not fit each other.
    """
    if not kinds or not acts:
        yield OutOfOrder("kinds_missing", under=DECIDE)
    if (PenaltyKind.FINE in kinds) != (fine_fen > 0):
        yield OutOfOrder("fine_contradicts_kinds", under=DECIDE)
    total = sum(each.fine_fen for each in acts)
    if total != fine_fen:
        yield OutOfOrder(
            "fines_do_not_add_up", under=DECIDE, total_fen=total, fine_fen=fine_fen
        )


def _heavier(
    notice: Notice,
    kinds: tuple[PenaltyKind, ...],
    fine_fen: int,
    *,
    confiscated_fen: int,
) -> Iterable[Refused]:
    """
    It is heavier than what the party was told.
    """
    more = fine_fen > notice.fine_fen or confiscated_fen > notice.confiscated_fen
    if more or not {*kinds} <= {*notice.kinds}:
        yield BeyondTheLaw("heavier_than_notified", under=HEAVIER)


def _unexplained(
    case: EnforcementCase, party: Party, *, fine_fen: int, reason: str
) -> Iterable[Refused]:
    """
    It is another fine than the schedule came to, which in a place that requires it is
    the top of the tier, and no reason is given (INV-24, 26).
    """
    if reason.strip() or not fine_fen:
        return
    applied = next(
        (
            fact
            for fact in case.history
            if isinstance(fact, DiscretionApplied) and fact.id == party.discretion
        ),
        None,
    )
    if applied is None:
        yield OutOfOrder("discretion_missing", under=DISCRETION, no=party.party_no)
        return
    if fine_fen != applied.fine_fen:
        yield OutOfOrder("deviation_unexplained", under=DISCRETION)


def _flags(case: EnforcementCase, at: Circumstances) -> tuple[PenaltyFlag, ...]:
    """
    Mark a decision after the time for it; it is made all the same.
    """
    limit = case.decide_limit
    late = limit is not None and at.occurred_at > limit.ends_at
    is_running = not case.stands_still
    return (PenaltyFlag.DECISION_LATE,) if late and is_running else ()
