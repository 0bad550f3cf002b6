"""
Proposing a penalty to be notified, and examining what a party says to it (拟处罚).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from domain.acts import Power, act
from domain.base import Role
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import DECIDABLE, PartyStage
from domain.enforcement_case.choices_of_hearing import HearingGround, ReviewGround
from domain.enforcement_case.defending import NEW_FACTS
from domain.enforcement_case.facts_of_notice import (
    ArgumentAnswer,
    PenaltyProposed,
    StatementReviewed,
)
from domain.enforcement_case.file import EnforcementCase, Notice, Party
from domain.enforcement_case.grounds import (
    every_party,
    first_party,
    no_party,
    not_at,
    not_handlers,
    party_of,
)
from domain.enforcement_case.hearing_rights import ground_of_hearing
from domain.grounds import blank, first
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import PENALTY_LAW
from domain.procedures.approvals import not_approved
from domain.procedures.decided_parties import is_decided
from domain.references import OfficerRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

PROPOSAL = f"{PENALTY_LAW.article(44)};57"
DEFENCE = PENALTY_LAW.article(45)
DISCRETION = PENALTY_LAW.article(34)

#: Labels of the law before 2021: nobody is proposed one of them today.
_OLD_KINDS = frozenset(
    (PenaltyKind.OLD_CONFISCATION, PenaltyKind.OLD_LICENCE, PenaltyKind.OLD_OTHER)
)


@dataclass(frozen=True)
class NoticeContent:
    """
    What a notice has to say (告知内容), by 行政处罚法 44.

    Args:
        penalty_content: The penalty.
        violation_fact: The facts.
        grounds: The reasons.
        legal_basis: The basis.
    """

    penalty_content: str
    violation_fact: str
    grounds: str
    legal_basis: str


@dataclass(frozen=True)
class _Measure:
    kinds: frozenset[PenaltyKind]
    fine_fen: int
    confiscated_fen: int


@act(
    "提出拟处罚意见",
    "Propose a penalty",
    by=Role.OFFICER,
    under=PROPOSAL,
    power=Power.PENALISE,
    two_officers=True,
    rules=("INV-23", "INV-26"),
    rows=("PEN-01", "PEN-04"),
)
def propose_penalty(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    kinds: tuple[PenaltyKind, ...],
    notice_content: NoticeContent,
    hearing_right: bool,
    fine_fen: int = 0,
    confiscated_fen: int = 0,
    approver: OfficerRef | None = None,
    review_grounds: tuple[ReviewGround, ...] = (),
    complex_or_grave: bool = False,
    notice_stands: bool = False,
) -> None:
    """
    Propose a penalty on one party, with a head's approval.

    Args:
        case: The case.
        at: Who, when.
        party_no: On which party.
        kinds: Kinds of penalty, at least one.
        notice_content: What the notice will say.
        hearing_right: Whether the notice will tell of the right to a hearing.
        fine_fen: The fine, in fen, as the discretion came to it.
        confiscated_fen: What is confiscated, in fen.
        approver: The head who approved it; none of those who act.
        review_grounds: Why a legal review is needed, besides what the place asks.
        complex_or_grave: Whether the heads have to decide together.
        notice_stands: Whether the notice that was served still holds: only for what is
            no heavier and rests on no new facts.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        NoSuchCase: If there is no such party.
        OutOfOrder: If the investigation is not concluded, the party's matter is decided
            and that stands, the schedule was not applied, no head approved it, or it
            has to be notified anew.
        BeyondTheLaw: If no kind of today's law is named.

    Source:
        行政处罚法 9, 29, 32-34, 44, 57, 58, 62, 63.
    """
    party = party_of(case, party_no, under=PROPOSAL)
    first(_not_to_be_proposed(case, at, party))
    is_daily = party.proposed is not None and party.proposed.daily_fine is not None
    told = None if is_daily else party.noticed
    if notice_stands and (told is None or _has_new_facts(case, told)):
        raise OutOfOrder("renotify", under=PROPOSAL)
    if fine_fen != party.discretion_fen:
        raise OutOfOrder("discretion_missing", under=DISCRETION)
    first(not_approved(at, approver, under=PROPOSAL))
    proposal = _Measure(frozenset(kinds), fine_fen, confiscated_fen)
    if notice_stands and told and _is_heavier(told, proposal):
        raise OutOfOrder("renotify", under=PROPOSAL)
    if not kinds or set(kinds) & _OLD_KINDS or fine_fen < 0 or confiscated_fen < 0:
        raise BeyondTheLaw("no_such_kind", under=PENALTY_LAW.article(9))
    proposing(case, at, party, content=notice_content)(
        kinds=tuple(dict.fromkeys(kinds)),
        fine_fen=fine_fen,
        confiscated_fen=confiscated_fen,
        hearing_right=hearing_right,
        approver=approver,
        hearing_ground=hearing_ground(
            at, party, kinds, fine_fen=fine_fen, confiscated_fen=confiscated_fen
        ),
        review_grounds=reviewed_for(at, fine_fen, review_grounds),
        deliberation_required=complex_or_grave or is_deliberated(at, fine_fen),
        new_notice=not notice_stands,
    )


@propose_penalty.unless
def cannot_propose(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    By those who handle the case, once it is investigated, on a party whose matter is
    open and to which the schedule was applied.
    """
    yield from not_handlers(case, at)
    yield from not_at(case, *DECIDABLE, under=PROPOSAL)
    yield from every_party(
        case, lambda party: _not_to_be_proposed(case, at, party), under=PROPOSAL
    )


def _not_to_be_proposed(
    case: EnforcementCase, at: Circumstances, party: Party
) -> Iterable[Refused]:
    """
    The party's matter is decided, or the schedule was not applied to it.
    """
    if is_decided(case, at, party):
        yield OutOfOrder("decided_already", under=PROPOSAL, no=party.party_no)
    if not party.discretion:
        yield OutOfOrder("discretion_missing", under=DISCRETION)


def _has_new_facts(case: EnforcementCase, notice: Notice) -> bool:
    ids = [fact.id for fact in case.history]
    since = case.history[ids.index(notice.fact) :]
    return any(isinstance(fact, NEW_FACTS) for fact in since)


def _is_heavier(notice: Notice, proposal: _Measure) -> bool:
    more = (
        proposal.fine_fen > notice.fine_fen
        or proposal.confiscated_fen > notice.confiscated_fen
    )
    return more or not proposal.kinds <= set(notice.kinds)


def proposing(
    case: EnforcementCase, at: Circumstances, party: Party, *, content: NoticeContent
) -> Callable[..., object]:
    """
    Record a proposal on a party: what the notice says, and that the case is adjudicated
    where the place wants it.
    """
    return partial(
        case.record,
        PenaltyProposed,
        at,
        party_no=party.party_no,
        penalty_content=content.penalty_content,
        violation_fact=content.violation_fact,
        grounds=content.grounds,
        legal_basis=content.legal_basis,
        adjudication_required=at.rules.find("case.adjudication") is True,
    )


def hearing_ground(
    at: Circumstances,
    party: Party,
    kinds: tuple[PenaltyKind, ...],
    *,
    fine_fen: int,
    confiscated_fen: int = 0,
) -> HearingGround | None:
    """
    Say why a party may ask for a hearing, by the sums of the place.
    """
    who = "unit" if party.enterprise is not None else "person"
    large_fen = at.rules.find(f"case.hearing_fine_{who}")
    return ground_of_hearing(
        kinds,
        fine_fen=fine_fen,
        confiscated_fen=confiscated_fen,
        large_fen=large_fen if isinstance(large_fen, int) else None,
    )


def reviewed_for(
    at: Circumstances, fine_fen: int, grounds: tuple[ReviewGround, ...]
) -> tuple[ReviewGround, ...]:
    """
    Say why the decision needs a legal review: what was stated, and the place's sum.
    """
    by_place = (ReviewGround.BY_PLACE,) * _reaches(at, "case.review_fine", fine_fen)
    return tuple(dict.fromkeys((*grounds, *by_place)))


def is_deliberated(at: Circumstances, fine_fen: int) -> bool:
    """
    Whether the heads decide together on a fine, by the place's sum.
    """
    return _reaches(at, "case.deliberation_fine", fine_fen)


def _reaches(at: Circumstances, parameter: str, fine_fen: int) -> bool:
    from_fen = at.rules.find(parameter)
    return isinstance(from_fen, int) and fine_fen >= from_fen > 0


@act(
    "复核陈述申辩",
    "Examine what a party stated",
    by=Role.OFFICER,
    under=DEFENCE,
    power=Power.PENALISE,
    two_officers=True,
    rows=("PEN-01",),
)
def review_statement(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    arguments: tuple[ArgumentAnswer, ...],
    conclusion: str,
    approver: OfficerRef | None = None,
) -> None:
    """
    Answer each argument of a party: whether it is followed, and why.

    Args:
        case: The case.
        at: Who, when.
        party_no: Which party's.
        arguments: The arguments and the answers, at least one.
        conclusion: What follows from them.
        approver: The head who approved it; none of those who act.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        NoSuchCase: If there is no such party.
        OutOfOrder: If it stated nothing, an answer has no reason, or no head approved
            it.

    Source:
        行政处罚法 45: examined, followed where it holds, and never a ground for more.
    """
    party = party_of(case, party_no, under=DEFENCE)
    if not party.statement_given:
        raise OutOfOrder("nothing_stated", under=DEFENCE, no=party_no)
    if not arguments:
        raise OutOfOrder("boilerplate_answer", under=DEFENCE)
    for each in arguments:
        first(blank(each.reason, "boilerplate_answer", under=DEFENCE))
    first(not_approved(at, approver, under=DEFENCE))
    case.record(
        StatementReviewed,
        at,
        party_no=party_no,
        arguments=arguments,
        conclusion=conclusion,
        approver=approver,
    )


@review_statement.unless
def cannot_review(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    By those who handle the case, before it ends, once something was stated.
    """
    yield from not_handlers(case, at)
    yield from not_at(case, *DECIDABLE, under=DEFENCE)
    yield from no_party(
        case,
        lambda party: party.statement_given,
        "nothing_stated",
        under=DEFENCE,
        no=first_party(case),
        needed=PartyStage.NOTICED,
    )
