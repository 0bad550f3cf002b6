"""
The way of a suspicion to the principal head (移送的报告和决定): team, report, decision.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

from domain.acts import act
from domain.base import HEADS, File, Role
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.statutes import REFERRAL_MEASURES, REFERRAL_REGULATION
from domain.limits import Limit, limit_if_any
from domain.references import OfficerRef
from domain.referral.choices import Outcome, Stage
from domain.referral.facts_of_suspicion import (
    ReferralDecided,
    ReferralReported,
    ReferralTeamNamed,
)
from domain.referral.file import Referral
from domain.referral.grounds import limit_running, not_at
from domain.refusals import BeyondTheLaw, NotCompetent, Refused
from domain.values import Upload

VERIFY = f"{REFERRAL_REGULATION.article(5)};{REFERRAL_MEASURES.article(7)}"
DECIDE = REFERRAL_REGULATION.article(5)
TEAM_MIN = 2

#: How files name those who work on them.
_WHO = ("handlers", "team", "named", "finders")


@act(
    "指定专案组",
    "Name the team of a referral",
    by=HEADS,
    under=VERIFY,
    rows=("REF-01",),
)
def name_referral_team(
    referral: Referral, at: Circumstances, *, handlers: tuple[OfficerRef, ...]
) -> None:
    """
    Name the officers who verify a suspicion and report on it.

    Args:
        referral: The referral.
        at: Who, when.
        handlers: The officers, two or more.

    Raises:
        OutOfOrder: If it was reported already.
        BeyondTheLaw: If fewer than two officers are named.

    Source:
        国务院令310号 (2020) 5.
    """
    team = tuple(dict.fromkeys(handlers))
    if len(team) < TEAM_MIN:
        raise BeyondTheLaw("team_too_small", under=VERIFY)
    referral.record(ReferralTeamNamed, at, handlers=team)


@act(
    "提出移送报告",
    "Report on a referral",
    by=Role.OFFICER,
    under=VERIFY,
    two_officers=True,
    rules=("INV-01",),
    rows=("REF-01",),
)
def report_referral(
    referral: Referral,
    at: Circumstances,
    *,
    opinion: str,
    report: Upload | None = None,
) -> None:
    """
    Report to the principal head whether the case is to be transferred.

    Args:
        referral: The referral.
        at: Who, when.
        opinion: What was verified, and what is proposed.
        report: The written report.

    Raises:
        NotCompetent: If somebody reports who is not of the team that was named.
        OutOfOrder: If it was reported already, or nothing is said.

    Source:
        国务院令310号 (2020) 5.
    """
    first(blank(opinion, "opinion_missing", under=VERIFY))
    referral.record(
        ReferralReported,
        at,
        opinion=opinion,
        report=report,
        decide_limit=limit_if_any(at, "RF.decide", at.on),
    )


@report_referral.unless
def cannot_report(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    By the team, where one was named, until it was reported.
    """
    if referral.team and not set(referral.team).issuperset(at.officers):
        yield NotCompetent("not_on_referral_team", under=VERIFY)
    yield from cannot_name_team(referral, at)


@name_referral_team.unless
def cannot_name_team(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    While it is being verified.
    """
    del at
    yield from not_at(referral, Stage.SUSPECTED, Stage.VERIFYING, under=VERIFY)


@act(
    "决定是否移送",
    "Decide on a referral",
    by=HEADS,
    under=DECIDE,
    seen=True,
    rules=("INV-01", "INV-04"),
    rows=("REF-01",),
)
def decide_referral(
    referral: Referral, at: Circumstances, *, decision: Outcome, reasons: str = ""
) -> None:
    """
    Decide whether a case is transferred; never as a deputy, never as a handler.

    Args:
        referral: The referral.
        at: Who, when.
        decision: Transfer, no crime, or verify further.
        reasons: Why, where it is not transferred.

    Raises:
        NotCompetent: If a deputy decides, or somebody who worked on the case.
        OutOfOrder: If it is not reported, or reasons are missing.

    Source:
        国务院令310号 (2020) 5: 正职负责人 or 主持工作的负责人, within three days.
    """
    if decision is not Outcome.TRANSFER:
        first(blank(reasons, "reasons_missing", under=DECIDE))
    send_limit = report_limit = None
    if decision is Outcome.TRANSFER:
        send_limit = limit_if_any(at, "RF.send", at.occurred_at)
    if decision is Outcome.VERIFY_FURTHER:
        report_limit = _anew(referral, at)
    referral.record(
        ReferralDecided,
        at,
        decision=decision,
        reasons=reasons,
        send_limit=send_limit,
        report_limit=report_limit,
    )


def _anew(referral: Referral, at: Circumstances) -> Limit | None:
    """
    Give the time for another report: it runs anew once, and no second time.
    """
    earlier = (f for f in referral.history if isinstance(f, ReferralDecided))
    if any(f.decision is Outcome.VERIFY_FURTHER for f in earlier):
        return limit_running(referral, "RF.report")
    return limit_if_any(at, "RF.report", at.on)


@decide_referral.unless
def cannot_decide(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    By the principal head alone, who had no hand in the case, on a report.
    """
    if at.actor.role is not Role.PRINCIPAL_HEAD:
        yield NotCompetent("not_principal", under=DECIDE)
    if at.actor.person in {*referral.handlers, *_workers(referral, at)}:
        yield NotCompetent("handler", under=DECIDE)
    yield from not_at(referral, Stage.REPORTED, under=DECIDE)


def _workers(referral: Referral, at: Circumstances) -> Iterator[UUID]:
    """
    List who works on the files that the referral concerns.
    """
    for each in referral.files:
        file = at.read(File, each)
        for name in _WHO:
            yield from getattr(file, name, ())
