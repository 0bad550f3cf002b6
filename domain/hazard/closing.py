"""
Acts that bring a hazard to its end: re-inspection set, verification, striking off.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from domain.acts import Power, act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first, past
from domain.hazard.choices import RECTIFYING, Stage
from domain.hazard.facts_of_ending import (
    HazardDelisted,
    HazardVerificationFailed,
    HazardVerified,
    ReinspectionReassigned,
    ReinspectionScheduled,
)
from domain.hazard.file import Hazard
from domain.hazard.grounds import not_at, rested_on
from domain.law.ladders import Matter
from domain.law.statutes import DRAFT_OPINION, PENALTY_LAW, PENALTY_RULES_18, SAFETY_LAW
from domain.references import BodyRef, OfficerRef
from domain.refusals import (
    BeyondTheLaw,
    NotCompetent,
    OutOfOrder,
    OutOfTime,
    Refused,
)
from domain.values import Upload

SUPERVISION = SAFETY_LAW.article(41, 3)
RECHECK = f"{SAFETY_LAW.article(65)};{PENALTY_RULES_18.zh}(待核)"
VERIFICATION = f"{DRAFT_OPINION.zh}(十一)"
INSPECTORS_MIN = 2


@act(
    "安排复查",
    "Set the day of a re-inspection",
    by=(Role.OFFICER, *HEADS),
    under=RECHECK,
    rules=("INV-14",),
    rows=("INS-12", "HAZ-15"),
)
def schedule_reinspection(
    hazard: Hazard, at: Circumstances, *, reinspect_on: date
) -> None:
    """
    Set the day of the re-inspection, within the grace after the last day.

    Args:
        hazard: The hazard.
        at: Who, when.
        reinspect_on: The day.

    Raises:
        OutOfOrder: If no order runs and nothing was reported.
        OutOfTime: If the day is over already, or lies beyond the limit.

    Source:
        安全生产法 65; 应急管理部令18号 (待核).
    """
    first(past(reinspect_on, at, under=RECHECK))
    until = hazard.reinspect_until
    if until is not None and reinspect_on > until:
        raise OutOfTime("beyond_grace", under=RECHECK, until_on=until)
    hazard.record(ReinspectionScheduled, at, reinspect_on=reinspect_on)


@act(
    "改派复查",
    "Charge others with a re-inspection",
    by=HEADS,
    under=RECHECK,
    rules=("INV-07",),
    rows=("INS-12",),
)
def reassign_reinspection(
    hazard: Hazard,
    at: Circumstances,
    *,
    inspectors: tuple[OfficerRef, ...],
    reason: str,
    body: BodyRef | None = None,
) -> None:
    """
    Charge other officers, or another body, with the re-inspection.

    Args:
        hazard: The hazard.
        at: Who, when.
        inspectors: The officers, two or more.
        reason: Why not those who inspected.
        body: Their body; the head's own by default.

    Raises:
        OutOfOrder: If no order runs and nothing was reported, or no reason is given.
        BeyondTheLaw: If fewer than two officers are named.

    Source:
        安全生产法 65; 忻州2020通知 (九): who inspects, re-inspects.
    """
    first(blank(reason, "reason_missing", under=RECHECK))
    if len(set(inspectors)) < INSPECTORS_MIN:
        raise BeyondTheLaw("inspectors_too_few", under=PENALTY_LAW.article(42))
    hazard.record(
        ReinspectionReassigned,
        at,
        body=body or at.actor.body,
        inspectors=tuple(dict.fromkeys(inspectors)),
        reason=reason,
    )


@schedule_reinspection.unless
@reassign_reinspection.unless
def cannot_plan_reinspection(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    While it is being rectified, or reported as rectified.
    """
    del at
    yield from not_at(hazard, *RECTIFYING, Stage.REPORTED, under=RECHECK)


@act(
    "核查通过",
    "Verify a rectification",
    by=(Role.OFFICER, *HEADS),
    under=SUPERVISION,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-08", "INV-09"),
    rows=("HAZ-09",),
)
def verify_hazard(
    hazard: Hazard,
    at: Circumstances,
    *,
    opinion: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Verify what others accepted.

    Args:
        hazard: The hazard.
        at: Who, when.
        opinion: What was found.
        evidence: Photographs, papers.

    Raises:
        NotCompetent: If somebody verifies who accepted.
        OutOfOrder: If nothing was accepted.

    Source:
        安全生产法 41(3); 实施意见(征求意见稿) (十一): 验收 and 核查 are two acts.
    """
    hazard.record(
        HazardVerified,
        at,
        verifiers=_verifiers(at),
        opinion=opinion,
        evidence=evidence,
    )


@act(
    "核查不通过",
    "Record that a verification failed",
    by=(Role.OFFICER, *HEADS),
    under=SUPERVISION,
    time=Time.CAPTURED,
    power=Power.INSPECT,
    two_officers=True,
    rules=("INV-08", "INV-09"),
    rows=("HAZ-09",),
)
def fail_verification(
    hazard: Hazard,
    at: Circumstances,
    *,
    reason: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Send an accepted hazard back to the rectification; the last day stays.

    Args:
        hazard: The hazard.
        at: Who, when.
        reason: What is still wrong.
        evidence: Photographs, papers.

    Raises:
        NotCompetent: If somebody verifies who accepted.
        OutOfOrder: If nothing was accepted, or no reason is given.

    Source:
        安全生产法 41(3); 实施意见(征求意见稿) (十一).
    """
    first(blank(reason, "reason_missing", under=VERIFICATION))
    hazard.record(
        HazardVerificationFailed,
        at,
        verifiers=_verifiers(at),
        reason=reason,
        evidence=evidence,
    )


@verify_hazard.unless
@fail_verification.unless
def cannot_verify(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    By nobody who ever accepted it, and after the acceptance.
    """
    if not hazard.acceptors.isdisjoint(_verifiers(at)):
        yield NotCompetent("same_person", under=VERIFICATION)
    if hazard.stage is not Stage.ACCEPTED:
        yield OutOfOrder("not_accepted", under=SUPERVISION, stage=hazard.stage)


def _verifiers(at: Circumstances) -> tuple[UUID, ...]:
    actor = (at.actor.person,) if at.actor.person else ()
    return tuple(dict.fromkeys((*actor, *at.officers)))


@act(
    "隐患销号",
    "Strike a hazard off",
    by=HEADS,
    under=SUPERVISION,
    rules=("INV-08", "INV-14", "INV-32"),
    rows=("HAZ-09", "HAZ-10"),
    matter=Matter.HAZARD_DELISTING,
)
def delist_hazard(hazard: Hazard, at: Circumstances, *, opinion: str) -> None:
    """
    Strike a verified hazard off.

    Args:
        hazard: The hazard.
        at: Who, when.
        opinion: Why it may be struck off.

    Raises:
        OutOfOrder: If it is not verified, or a measure that rests on it is active.

    Source:
        安全生产法 41(3); 甘委发〔2017〕28号 (二十一) 销号制.
    """
    hazard.record(HazardDelisted, at, enterprise=hazard.enterprise, opinion=opinion)


@delist_hazard.unless
def cannot_delist(hazard: Hazard, at: Circumstances) -> Iterable[Refused]:
    """
    After the verification, with no measure left that rests on it alone.
    """
    yield from not_at(hazard, Stage.VERIFIED, under=SUPERVISION)
    yield from rested_on(hazard, at)
