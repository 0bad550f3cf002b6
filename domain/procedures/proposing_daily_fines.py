"""
Proposing that a fine is repeated by the day (拟按日连续处罚), in a case.

From here it goes the road of any penalty: the party is notified, states its case and is
heard where the sum is large, and the case is reviewed and deliberated where it must be.
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import Power, act
from domain.base import Role
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import DECIDABLE
from domain.enforcement_case.choices_of_hearing import ReviewGround
from domain.enforcement_case.daily_fine import DailyFine
from domain.enforcement_case.file import EnforcementCase, Party
from domain.enforcement_case.grounds import (
    every_party,
    not_at,
    not_handlers,
    party_of,
)
from domain.grounds import blank, first
from domain.hazard.file import Hazard
from domain.law.penalty_kinds import PenaltyKind
from domain.law.statutes import PENALTY_LAW
from domain.penalty.file import Penalty
from domain.procedures.approvals import not_approved
from domain.procedures.decided_parties import is_decided
from domain.procedures.grounds_of_daily_fines import (
    DAILY,
    days_wrong,
    first_day,
    not_refused,
    not_repeated,
)
from domain.procedures.proposing_penalties import (
    NoticeContent,
    hearing_ground,
    is_deliberated,
    proposing,
    reviewed_for,
)
from domain.references import HazardRef, OfficerRef, PenaltyRef
from domain.refusals import NoSuchCase, OutOfOrder, Refused

PROPOSAL = f"{DAILY};{PENALTY_LAW.article(44)}"

_FINE = (PenaltyKind.FINE,)


@act(
    "提出按日连续处罚意见",
    "Propose a daily fine",
    by=Role.OFFICER,
    under=PROPOSAL,
    power=Power.PENALISE,
    two_officers=True,
    rules=("INV-02", "INV-23"),
    rows=("PEN-06",),
)
def propose_daily_fine(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    penalty: PenaltyRef,
    hazard: HazardRef,
    until_on: date,
    refusal_proof: str,
    notice_content: NoticeContent,
    hearing_right: bool,
    approver: OfficerRef | None = None,
    review_grounds: tuple[ReviewGround, ...] = (),
    complex_or_grave: bool = False,
) -> None:
    """
    Propose that a unit is fined for each day on which it went on refusing to correct.

    Args:
        case: The case in which it was fined, or one that is about the same hazard.
        at: Who, when.
        party_no: Which party is the unit.
        penalty: The fine that is repeated.
        hazard: What it was ordered to correct.
        until_on: The last day that is fined, inclusive.
        refusal_proof: What shows that it refuses.
        notice_content: What the notice will say.
        hearing_right: Whether the notice will tell of the right to a hearing.
        approver: The head who approved it; none of those who act.
        review_grounds: Why a legal review is needed, besides what the place asks.
        complex_or_grave: Whether the heads have to decide together.

    Raises:
        NotCompetent: If somebody acts who does not handle the case.
        NoSuchCase: If there is no such party, or fine or hazard are another's.
        OutOfOrder: If the investigation is not concluded, another penalty on the party
            is under way, no fine on a unit stands, nothing was ordered or it is for
            another act, a crime is suspected, or no proof or approval is named.
        OutOfTime: If the time to correct runs.
        BeyondTheLaw: If the fine rests on another law, a court fined it, or a day is
            one on which nothing was refused, or that was fined before.

    Source:
        安全生产法 112; 行政处罚法 44, 57, 58, 62, 63.
    """
    party = party_of(case, party_no, under=PROPOSAL)
    base, found = at.read(Penalty, penalty), at.read(Hazard, hazard)
    first(
        _under_way(case, at, party),
        not_repeated(base),
        not_refused(base, at, found),
        blank(refusal_proof, "refusal_unproved", under=DAILY),
        not_approved(at, approver, under=PROPOSAL),
    )
    since = first_day(base, at, found)
    first(days_wrong(at, found, since=since, until=until_on))
    fine_fen = base.fine_fen * ((until_on - since).days + 1)
    proposing(case, at, party, content=notice_content)(
        concerns=(base.id,),
        kinds=_FINE,
        fine_fen=fine_fen,
        confiscated_fen=0,
        hearing_right=hearing_right,
        approver=approver,
        hearing_ground=hearing_ground(at, party, _FINE, fine_fen=fine_fen),
        review_grounds=reviewed_for(at, fine_fen, review_grounds),
        deliberation_required=complex_or_grave or is_deliberated(at, fine_fen),
        daily_fine=DailyFine(
            penalty, hazard, since, until_on, base.fine_fen, refusal_proof
        ),
    )


@propose_daily_fine.unless_named
def not_of_the_party(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    penalty: PenaltyRef,
    hazard: HazardRef,
    **_: object,
) -> Iterable[Refused]:
    """
    The fine or the hazard is another enterprise's than the party's.
    """
    firm = case.parties[party_no].enterprise
    files = (at.read(Penalty, penalty), at.read(Hazard, hazard))
    for file in files:
        if firm is None or file.enterprise != firm:
            yield NoSuchCase("rests_on_other_enterprise", under=DAILY, file=file.id)


@propose_daily_fine.unless
def cannot_propose(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    By those who handle the case, once it is investigated, on a party against which
    nothing else is under way.
    """
    yield from not_handlers(case, at)
    yield from not_at(case, *DECIDABLE, under=PROPOSAL)
    yield from every_party(
        case, lambda party: _under_way(case, at, party), under=PROPOSAL
    )


def _under_way(
    case: EnforcementCase, at: Circumstances, party: Party
) -> Iterable[Refused]:
    """
    Another penalty on the party was proposed and is undecided, or it gets none.
    """
    if party.has_no_penalty:
        yield OutOfOrder("decided_already", under=PROPOSAL, no=party.party_no)
    proposed = party.proposed
    is_other = proposed is not None and proposed.daily_fine is None
    if is_other and not is_decided(case, at, party):
        yield OutOfOrder("penalty_under_way", under=PROPOSAL, no=party.party_no)
