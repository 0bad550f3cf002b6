"""
Grounds and marks that several acts of a referral share.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from domain.base import Fact
from domain.circumstances import Circumstances
from domain.limits import Limit, limit_if_any
from domain.referral.choices import ReferralFlag, Stage
from domain.referral.file import Referral
from domain.refusals import NoSuchCase, NotCompetent, OutOfOrder, Refused


def not_at(referral: Referral, *stages: Stage, under: str) -> Iterable[Refused]:
    """
    It is at none of these stages.
    """
    if referral.stage not in stages:
        yield OutOfOrder(
            "referral_stage", under=under, stage=referral.stage, needed=stages
        )


def not_transferred(referral: Referral, *, under: str) -> Iterable[Refused]:
    """
    No police ever had it.
    """
    if referral.police is None:
        yield OutOfOrder(
            "not_transferred",
            under=under,
            stage=referral.stage,
            needed=(Stage.TRANSFERRED,),
        )


def not_with(
    body: UUID | None, at: Circumstances, code: str, *, under: str
) -> Iterable[Refused]:
    """
    Somebody acts for another body than the one whose answer it is.
    """
    if not at.standing.goes_on_for(body, at):
        yield NotCompetent(code, under=under)


def unknown_suspects(
    referral: Referral, numbers: Iterable[int], *, under: str
) -> Iterable[Refused]:
    """
    A number is no suspect's.
    """
    for number in numbers:
        if not 1 <= number <= len(referral.suspects):
            yield NoSuchCase("no_such_suspect", under=under, no=number)


def handed_back(referral: Referral, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """
    Name whom a word of the procuratorate or the police is about that names nobody:
    those who are not before the court, where others are.

    Args:
        referral: The referral.
        numbers: Numbers of suspects, from 1; with none, and nobody or everybody before
            the court, it is about all.
    """
    outside = referral.outside_court
    is_split = outside and outside < referral.open_suspects
    return tuple(sorted(outside)) if is_split and not numbers else numbers


def left_before_court(referral: Referral, returned: tuple[int, ...]) -> tuple[int, ...]:
    """
    Name the suspects who are left where a case is handed back.

    Args:
        referral: The referral.
        returned: On whom it is handed back; nobody means on all who are outside.
    """
    if not returned and referral.outside_court:
        return ()
    return tuple(sorted(referral.open_suspects.difference(returned)))


def limits_begun(fact: Fact) -> Iterator[Limit]:
    """
    List the times that a fact begins; not one that a flag says has passed.
    """
    for name, value in vars(fact).items():
        if isinstance(value, Limit) and name != "limit_passed":
            yield value


def limit_running(referral: Referral, *rules: str) -> Limit | None:
    """
    Give the newest limit that a fact of the referral keeps under one of some rules.
    """
    for fact in reversed(referral.history):
        for limit in limits_begun(fact):
            if limit.rule in rules:
                return limit
    return None


def marked_late(
    referral: Referral,
    at: Circumstances,
    *rules: str,
    flag: ReferralFlag = ReferralFlag.LATE,
) -> tuple[ReferralFlag, ...]:
    """
    Mark what is done after its time; nothing where none runs.
    """
    limit = limit_running(referral, *rules)
    return (flag,) if limit and at.occurred_at > limit.ends_at else ()


def marked_after(
    at: Circumstances,
    rule: str,
    start: date | datetime | None,
    *,
    done_at: datetime,
    flag: ReferralFlag = ReferralFlag.LATE,
) -> tuple[ReferralFlag, ...]:
    """
    Mark what was done after a time that no fact keeps.

    Args:
        at: The circumstances: calendar and pack.
        rule: A row of the table of deadlines.
        start: What starts it; nothing if it did not start.
        done_at: When it was done.
        flag: The mark.
    """
    limit = limit_if_any(at, rule, start) if start is not None else None
    return (flag,) if limit and done_at > limit.ends_at else ()


def time_of(referral: Referral, *kinds: type) -> datetime | None:
    """
    Give the moment of the newest fact of some kinds.
    """
    found = (f for f in reversed(referral.history) if isinstance(f, kinds))
    newest = next(found, None)
    return newest.deed.occurred_at if newest else None
