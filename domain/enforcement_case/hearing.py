"""
Acts of a hearing (听证): asked for, refused or set, held or ended, reported on.
"""

from collections.abc import Iterable
from datetime import datetime

from domain.acts import Power, act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.enforcement_case.answering import notice_of
from domain.enforcement_case.choices import DECIDABLE, PartyStage
from domain.enforcement_case.choices_of_hearing import HearingEnd, HearingOutcome
from domain.enforcement_case.facts_of_hearing import (
    HearingEnded,
    HearingHeld,
    HearingNotified,
    HearingRefused,
    HearingReported,
    HearingRequested,
)
from domain.enforcement_case.file import EnforcementCase, Hearing
from domain.enforcement_case.grounds import (
    first_party,
    no_party,
    not_at,
    not_ordered,
    not_the_chair,
    party_of,
    recused,
)
from domain.grounds import blank, first
from domain.law.statutes import PENALTY_LAW
from domain.limits import limit_if_any
from domain.refusals import NotCompetent, OutOfOrder, OutOfTime, Refused
from domain.values import Personal, Upload, day_of

HEARING = PENALTY_LAW.article(64)
RIGHT = PENALTY_LAW.article(63)

#: Who may chair a hearing: somebody of the body who did not investigate.
CHAIRS = (Role.OFFICER, Role.LEGAL_REVIEWER, *HEADS)


@act(
    "登记听证申请",
    "Take in a request for a hearing",
    by=(Role.OFFICER, Role.CLERK),
    under=HEARING,
    time=Time.STATED,
    rows=("PEN-01",),
)
def request_hearing(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    requested_by: Personal | None = None,
    request_paper: Upload | None = None,
) -> None:
    """
    Take in that a party asks for a hearing; a late one is marked, never refused here.

    Args:
        case: The case.
        at: Who; the day on which it was asked, of a letter the postmark's.
        party_no: Which party.
        requested_by: Who asks for it.
        request_paper: The request.

    Raises:
        NoSuchCase: If there is no such party.
        OutOfOrder: If it was not notified, or a hearing is on its way.

    Source:
        行政处罚法 63, 64(1).
    """
    notice = notice_of(case, party_no, under=HEARING)
    hearing = case.parties[party_no].hearing
    if hearing is not None and hearing.is_pending:
        raise OutOfOrder("hearing_pending", under=HEARING, no=party_no)
    limit = notice.hearing_limit
    case.record(
        HearingRequested,
        at,
        party_no=party_no,
        hearing_request_late=limit is not None and at.on > limit.ends_on,
        requested_by=requested_by,
        request_paper=request_paper,
        hold_limit=limit_if_any(at, "PN.hearing.hold", at.on),
    )


@act(
    "决定不予受理听证",
    "Refuse to hold a hearing",
    by=HEADS,
    under=HEARING,
    power=Power.PENALISE,
    rows=("PEN-01",),
)
def refuse_hearing(
    case: EnforcementCase, at: Circumstances, *, party_no: int, reason: str
) -> None:
    """
    Refuse a hearing that was asked for too late, or without a right to one.

    Args:
        case: The case.
        at: Who, when.
        party_no: Whose.
        reason: Why.

    Raises:
        NoSuchCase: If there is no such party.
        OutOfOrder: If none was asked for, the hearing is due, or no reason is given.

    Source:
        行政处罚法 63, 64.
    """
    hearing = _asked(case, party_no)
    notice = notice_of(case, party_no, under=HEARING)
    if notice.hearing_ground is not None and not hearing.is_late:
        raise OutOfOrder("hearing_due", under=RIGHT, no=party_no)
    first(blank(reason, "reason_missing", under=HEARING))
    case.record(HearingRefused, at, party_no=party_no, reason=reason)


@act(
    "通知听证",
    "Set a hearing",
    by=CHAIRS,
    under=HEARING,
    rows=("PEN-01",),
)
def notify_hearing(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    hearing_at: datetime,
    place: str,
    in_public: bool = True,
    closed_reason: str = "",
) -> None:
    """
    Set a hearing, as its chair, with seven clear working days before it.

    Args:
        case: The case.
        at: The chair, when.
        party_no: Whose.
        hearing_at: When it is held.
        place: Where.
        in_public: Whether it is open to the public.
        closed_reason: Why not, where it is not.

    Raises:
        NotCompetent: If the chair investigated the case, or has to stand aside.
        NoSuchCase: If there is no such party.
        OutOfOrder: If none was asked for, or it is closed without a reason.
        OutOfTime: If fewer than seven working days lie between.

    Source:
        行政处罚法 64(2)(3)(4): seven days before; open; not by an investigator.
    """
    _asked(case, party_no)
    if not in_public:
        first(blank(closed_reason, "reason_missing", under=HEARING))
    earliest = at.due("PN.hearing.notify", at.on).day
    if day_of(hearing_at) <= earliest:
        raise OutOfTime("hearing_too_soon", under=HEARING, after_on=earliest)
    case.record(
        HearingNotified,
        at,
        party_no=party_no,
        hearing_at=hearing_at,
        place=place,
        chair=at.actor.person,
        in_public=in_public,
        earliest_on=earliest,
        closed_reason=closed_reason,
    )


@notify_hearing.unless
def cannot_chair(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    By nobody who investigated the case or has to stand aside.
    """
    yield from recused(case, at)
    if at.actor.person in case.investigators:
        yield NotCompetent("chair_investigated", under=HEARING)
    yield from not_at(case, *DECIDABLE, under=HEARING)
    yield from _none_asked(case)


@act(
    "举行听证",
    "Hold a hearing",
    by=CHAIRS,
    under=HEARING,
    time=Time.CAPTURED,
    rows=("PEN-01",),
)
def hold_hearing(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    started_at: datetime,
    ended_at: datetime,
    hearing_record: Upload,
) -> None:
    """
    Record that a hearing was held, with its minutes.

    Args:
        case: The case.
        at: The chair, when.
        party_no: Whose.
        started_at: When it began.
        ended_at: When it ended.
        hearing_record: The minutes, signed by the party.

    Raises:
        NotCompetent: If somebody else chairs it.
        NoSuchCase: If there is no such party.
        OutOfOrder: If none is set.
        OutOfTime: If it began before the time that was notified, or ends after now.

    Source:
        行政处罚法 64(7)(8).
    """
    hearing = hearing_set(case, party_no)
    first(not_ordered(at, started_at, ended_at, under=HEARING))
    assert hearing.hearing_at is not None
    if day_of(started_at) < day_of(hearing.hearing_at):
        on = day_of(hearing.hearing_at)
        raise OutOfTime("hearing_too_soon", under=HEARING, after_on=on)
    case.record(
        HearingHeld,
        at,
        party_no=party_no,
        started_at=started_at,
        ended_at=ended_at,
        hearing_record=hearing_record,
    )


@act(
    "终止听证",
    "End a hearing that is waived",
    by=CHAIRS,
    under=HEARING,
    time=Time.CAPTURED,
    rows=("PEN-01",),
)
def end_hearing(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    hearing_end: HearingEnd,
    reason: str,
) -> None:
    """
    Record that the party stayed away, left, or withdrew: that waives the hearing.

    Args:
        case: The case.
        at: The chair, when.
        party_no: Whose.
        hearing_end: What the party did.
        reason: How that is known.

    Raises:
        NotCompetent: If somebody else chairs it.
        NoSuchCase: If there is no such party.
        OutOfOrder: If none is set, unless a request is withdrawn, or no reason is
            given.
        OutOfTime: If absence is recorded before the time that was notified.

    Source:
        行政处罚法 64(6).
    """
    hearing = _asked(case, party_no)
    if hearing_end is not HearingEnd.WITHDRAWN or hearing.hearing_at is not None:
        hearing = hearing_set(case, party_no)
    first(blank(reason, "reason_missing", under=HEARING))
    awaited = hearing.hearing_at if hearing_end is not HearingEnd.WITHDRAWN else None
    if awaited is not None and at.occurred_at < awaited:
        on = day_of(awaited)
        raise OutOfTime("hearing_too_soon", under=HEARING, after_on=on)
    case.record(
        HearingEnded, at, party_no=party_no, hearing_end=hearing_end, reason=reason
    )


@act(
    "提出听证报告",
    "Report on a hearing",
    by=CHAIRS,
    under=PENALTY_LAW.article(65),
    rows=("PEN-01",),
)
def report_hearing(
    case: EnforcementCase,
    at: Circumstances,
    *,
    party_no: int,
    hearing_outcome: HearingOutcome,
    opinion: str,
) -> None:
    """
    Report on a hearing that was held, by its minutes.

    Args:
        case: The case.
        at: The chair, when.
        party_no: Whose.
        hearing_outcome: What the chair advises.
        opinion: Why.

    Raises:
        NotCompetent: If somebody else chairs it.
        NoSuchCase: If there is no such party.
        OutOfOrder: If none was held.

    Source:
        行政处罚法 65: the decision follows the minutes.
    """
    party = party_of(case, party_no, under=HEARING)
    hearing = party.hearing
    if hearing is None or not _is_held(hearing):
        raise OutOfOrder("hearing_not_held", under=HEARING, no=party_no)
    case.record(
        HearingReported,
        at,
        party_no=party_no,
        hearing_outcome=hearing_outcome,
        opinion=opinion,
    )


def _cannot_hear(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Once penalties are proposed, before the case ends.
    """
    yield from recused(case, at)
    yield from not_at(case, *DECIDABLE, under=HEARING)


@request_hearing.unless
def cannot_ask(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Once a party was notified.
    """
    yield from _cannot_hear(case, at)
    yield from no_party(
        case,
        lambda party: party.noticed is not None,
        "notice_missing",
        under=HEARING,
        no=first_party(case),
        needed=PartyStage.NOTICED,
    )


@refuse_hearing.unless
@end_hearing.unless
def cannot_refuse(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Once a hearing was asked for.
    """
    yield from _cannot_hear(case, at)
    yield from _none_asked(case)


@hold_hearing.unless
def cannot_hold(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Once a hearing is set.
    """
    yield from _cannot_hear(case, at)
    yield from _none_asked(case)
    yield from no_party(
        case,
        lambda party: (
            party.hearing is not None and party.hearing.hearing_at is not None
        ),
        "hearing_not_set",
        under=HEARING,
        no=first_party(case),
        needed=PartyStage.HEARING_SET,
    )


@report_hearing.unless
def cannot_report(case: EnforcementCase, at: Circumstances) -> Iterable[Refused]:
    """
    Once a hearing was held.
    """
    yield from _cannot_hear(case, at)
    yield from no_party(
        case,
        lambda party: party.hearing is not None and _is_held(party.hearing),
        "hearing_not_held",
        under=HEARING,
        no=first_party(case),
        needed=PartyStage.HEARING_HELD,
    )


def _none_asked(case: EnforcementCase) -> Iterable[Refused]:
    yield from no_party(
        case,
        lambda party: party.hearing is not None and _waits(party.hearing),
        "hearing_not_asked",
        under=HEARING,
        no=first_party(case),
        needed=PartyStage.HEARING,
    )


def _waits(hearing: Hearing) -> bool:
    return hearing.is_pending and not hearing.is_over


def _is_held(hearing: Hearing) -> bool:
    return hearing.is_pending and hearing.is_over


def _asked(case: EnforcementCase, party_no: int) -> Hearing:
    """
    Give a hearing that was asked for and waits for an answer.
    """
    hearing = party_of(case, party_no, under=HEARING).hearing
    if hearing is None or not _waits(hearing):
        raise OutOfOrder("hearing_not_asked", under=HEARING, no=party_no)
    return hearing


def hearing_set(case: EnforcementCase, party_no: int) -> Hearing:
    """
    Give a hearing that is set.
    """
    hearing = _asked(case, party_no)
    if hearing.hearing_at is None:
        raise OutOfOrder("hearing_not_set", under=HEARING, no=party_no)
    return hearing


hold_hearing.unless_named(not_the_chair)
end_hearing.unless_named(not_the_chair)
report_hearing.unless_named(not_the_chair)
