"""
Taking in what a review or a suit came to (接收复议决定、裁判): what was challenged
falls in the same commit, and what hangs on it with it.

What was revoked, found void or unlawful has a fact of its own for that, in its own
file. What was varied stands until it is said what stands now.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.acts import act
from domain.base import File, Role, Time
from domain.circumstances import Circumstances
from domain.enforcement_case.file import EnforcementCase, Party
from domain.falling import ChangedBy, Fall, Falling
from domain.law.statutes import LITIGATION_LAW
from domain.limits import Limit, limit_if_any
from domain.list_entry.choices import RevocationGround
from domain.list_entry.file import ListEntry
from domain.penalty.facts_of_falling import (
    DecisionConfirmedUnlawful,
    DecisionDeclaredVoid,
    DecisionRevoked,
)
from domain.penalty.file import Penalty
from domain.procedures.ending_stays import pay_left
from domain.procedures.revoking_entries import let_entry_fall
from domain.procedures.setting_aside import set_aside, spare_no_more
from domain.procedures.taking_down import take_down
from domain.procedures.times_of_penalties import after_result, window_limit
from domain.refusals import OutOfOrder, Refused
from domain.remedy.choices import Challenged, RemedyKind, RemedyResult
from domain.remedy.facts import ReviewDecided, SuitDecided
from domain.remedy.file import Remedy
from domain.remedy.grounds import DECIDE, not_a_review, over
from domain.values import Upload

JUDGE: Final = LITIGATION_LAW.article(69, until=79)

#: By what a decision falls, by the result.
_FALLS: Final = {
    RemedyResult.REVOKED: Fall.REVOKED,
    RemedyResult.VOID: Fall.VOID,
    RemedyResult.UNLAWFUL: Fall.UNLAWFUL,
}

#: By which fact a penalty falls, by the result.
_OF_PENALTY: Final = {
    RemedyResult.REVOKED: DecisionRevoked,
    RemedyResult.VOID: DecisionDeclaredVoid,
    RemedyResult.UNLAWFUL: DecisionConfirmedUnlawful,
}

_LISTING: Final = {
    ChangedBy.REVIEW: RevocationGround.REVIEW,
    ChangedBy.COURT: RevocationGround.JUDGMENT,
}


@dataclass(frozen=True)
class Result:
    """
    What a review or a suit came to (复议、裁判结果).

    Args:
        changed_by: Who decided.
        result: What.
        decision_no: Its number.
        effective_on: From when it counts.
        refund_fen: What is to be given back of a penalty found unlawful.
        paper: The decision or judgment.
    """

    changed_by: ChangedBy
    result: RemedyResult
    decision_no: str
    effective_on: date
    refund_fen: int
    paper: Upload | None

    @property
    def papers(self) -> tuple[Upload, ...]:
        """
        Give that paper as evidence.
        """
        return (self.paper,) if self.paper else ()

    @property
    def reason(self) -> str:
        """
        Say by what it fell.
        """
        who = {ChangedBy.REVIEW: "行政复议决定", ChangedBy.COURT: "人民法院裁判"}
        return f"{who[self.changed_by]}{self.decision_no}：{self.result.zh}"

    @property
    def falling(self) -> Falling:
        """
        Say how what was challenged falls.
        """
        return Falling(
            _FALLS[self.result],
            self.changed_by,
            self.reason,
            self.effective_on,
            self.decision_no,
            self.papers,
        )


@act(
    "记录复议决定",
    "Record the decision of a review",
    by=Role.CLERK,
    under=DECIDE,
    time=Time.STATED,
    rules=("INV-41",),
    rows=("PEN-12",),
)
def record_review_decision(
    remedy: Remedy,
    at: Circumstances,
    *,
    remedy_result: RemedyResult,
    authority_number: str,
    effective_on: date,
    what_stands: str = "",
    refund_fen: int = 0,
    paper: Upload | None = None,
) -> None:
    """
    Take in what the review authority decided; the time to sue begins, and what it
    took away falls at once.

    Args:
        remedy: The review.
        at: Who takes it in; the day of its receipt.
        remedy_result: What it came to.
        authority_number: Its number.
        effective_on: From when it counts.
        what_stands: What stands instead, where it was varied.
        refund_fen: What is to be given back of a penalty found unlawful.
        paper: The decision.

    Raises:
        OutOfOrder: If it is no review that is pending.

    Source:
        行政复议法 61-69; 行政诉讼法 45.
    """
    result = Result(
        ChangedBy.REVIEW,
        remedy_result,
        authority_number,
        effective_on,
        refund_fen,
        paper,
    )
    _take_in(remedy, at, ReviewDecided, result=result, what_stands=what_stands)


@record_review_decision.unless
def cannot_decide(remedy: Remedy, at: Circumstances) -> Iterable[Refused]:
    """
    Once.
    """
    del at
    yield from not_a_review(remedy)
    yield from over(remedy)


@act(
    "记录裁判",
    "Record a judgment",
    by=Role.CLERK,
    under=JUDGE,
    time=Time.STATED,
    rules=("INV-41",),
    rows=("PEN-12",),
)
def record_suit_judgment(
    remedy: Remedy,
    at: Circumstances,
    *,
    remedy_result: RemedyResult,
    authority_number: str,
    effective_on: date,
    what_stands: str = "",
    refund_fen: int = 0,
    paper: Upload | None = None,
) -> None:
    """
    Take in the judgment that ends a suit; what it took away falls at once.

    Args:
        remedy: The suit.
        at: Who takes it in; the day of its receipt.
        remedy_result: What it came to.
        authority_number: Its number.
        effective_on: From when it counts.
        what_stands: What stands instead, where it was varied.
        refund_fen: What is to be given back of a penalty found unlawful.
        paper: The judgment.

    Raises:
        OutOfOrder: If it is no suit that is pending.

    Source:
        行政诉讼法 69-79.
    """
    result = Result(
        ChangedBy.COURT,
        remedy_result,
        authority_number,
        effective_on,
        refund_fen,
        paper,
    )
    _take_in(remedy, at, SuitDecided, result=result, what_stands=what_stands)


@record_suit_judgment.unless
def cannot_judge(remedy: Remedy, at: Circumstances) -> Iterable[Refused]:
    """
    Once, of a suit.
    """
    del at
    if remedy.remedy_kind is not RemedyKind.SUIT:
        yield OutOfOrder("no_suit", under=JUDGE)
    yield from over(remedy)


def _take_in(
    remedy: Remedy,
    at: Circumstances,
    kind: type[ReviewDecided | SuitDecided],
    *,
    result: Result,
    what_stands: str,
) -> None:
    """
    Record what a review or a suit came to, and let fall what it took away.
    """
    remedy.record(
        kind,
        at,
        remedy_result=result.result,
        authority_number=result.decision_no,
        effective_on=result.effective_on,
        what_stands=what_stands,
        paper=result.paper,
        window_limit=_window_left(remedy, at, result),
        pay_limit=None if result.result in _FALLS else pay_left(remedy, at),
    )
    _let_fall(remedy, at, result)


def _window_left(remedy: Remedy, at: Circumstances, result: Result) -> Limit | None:
    """
    Reckon until when the court can be asked to execute a penalty that stands.

    Source:
        行政强制法 53; 行政诉讼法 45, 95.
    """
    if result.result in _FALLS or remedy.challenged is None:
        return None
    penalty = at.read(File, remedy.challenged)
    if not isinstance(penalty, Penalty) or not penalty.is_unperformed:
        return None
    assert penalty.served_on is not None
    if window_limit(at, penalty.kinds, penalty.served_on) is None:
        return None
    is_suit = result.changed_by is ChangedBy.COURT
    return after_result(penalty, at, result.result, on=at.on, is_suit=is_suit)[1]


def _let_fall(remedy: Remedy, at: Circumstances, result: Result) -> None:
    """
    Let what was challenged fall; call it after the fact of the result.

    Source:
        行政复议法 63-67; 行政诉讼法 70-75; 行政处罚法 48(2), 75(2).
    """
    if result.result not in _FALLS or remedy.challenged is None:
        return
    file = at.read(File, remedy.challenged)
    if isinstance(file, Penalty) and file.stands:
        _penalty_falls(file, at, result, cause=remedy.last_fact)
    elif isinstance(file, ListEntry) and file.is_live:
        let_entry_fall(
            file,
            at,
            cause=remedy.last_fact,
            revocation_ground=_LISTING[result.changed_by],
            reasons=result.reason,
            effective_on=result.effective_on,
            basis_fallen=False,
            decision_no=result.decision_no,
            evidence=result.papers,
        )
    elif isinstance(file, EnforcementCase):
        if remedy.challenged_act is Challenged.NO_PENALTY:
            for party in _spared(file, remedy):
                spare_no_more(
                    file,
                    at,
                    result.falling,
                    party_no=party.party_no,
                    cause=remedy.last_fact,
                )
    elif remedy.challenged_act is not Challenged.OTHER:
        set_aside(file, at, result.falling, cause=remedy.last_fact)


def _spared(case: EnforcementCase, remedy: Remedy) -> Iterable[Party]:
    """
    Name the party whose decision was challenged: the only one without a penalty, or the
    one that challenged it. Where somebody else did, and there are several, nobody can
    say which; a head does.
    """
    spared = [party for party in case.active if party.has_no_penalty]
    own = [each for each in spared if each.enterprise == remedy.enterprise]
    found = own if len(spared) > 1 else spared
    return found if len(found) == 1 else ()


def _penalty_falls(
    penalty: Penalty, at: Circumstances, result: Result, *, cause: str
) -> None:
    """
    Record how a penalty fell, what goes back, and what falls with it.
    """
    refund = penalty.paid_fen
    if result.result is RemedyResult.UNLAWFUL:
        refund = max(0, min(result.refund_fen, refund))
    penalty.record(
        _OF_PENALTY[result.result],
        at,
        cause=cause,
        changed_by=result.changed_by,
        reason=result.reason,
        effective_on=result.effective_on,
        refund_fen=refund,
        decision_no=result.decision_no,
        withdraw_limit=limit_if_any(at, "PN.publish.withdraw", result.effective_on),
        evidence=result.papers,
    )
    take_down(at, penalty, reasons=result.reason, effective_on=result.effective_on)
