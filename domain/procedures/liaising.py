"""
What bodies tell and ask each other (线索通报、协查、职务违法线索移送).
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import act, opening
from domain.base import File, Role
from domain.body.file import Body, BodyKind
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.statutes import (
    REFERRAL_MEASURES,
    REFERRAL_REGULATION,
    SUPERVISION_LAW,
)
from domain.references import BodyRef, FileRef
from domain.referral.choices import Stage
from domain.referral.facts_of_liaison import (
    ClueNotified,
    CoInvestigationAnswered,
    CoInvestigationRequested,
    OfficialMisconductReferred,
)
from domain.referral.file import Referral
from domain.referral.grounds import not_at, not_with
from domain.refusals import BeyondTheLaw, Refused
from domain.values import Restricted, Upload

LIAISE = REFERRAL_MEASURES.article(2)
MISCONDUCT = f"{REFERRAL_REGULATION.article(18)};{SUPERVISION_LAW.article(37)}"

_BY = (Role.OFFICER, Role.POLICE, Role.PROCURATORATE)


@opening(
    "通报线索", "Tell another body of a clue", by=_BY, under=LIAISE, rows=("REF-05",)
)
def notify_clue(
    at: Circumstances,
    *,
    receiver: BodyRef,
    clue: str,
    about: FileRef | None = None,
    evidence: tuple[Upload, ...] = (),
) -> Referral:
    """
    Tell another body what may be a matter of its own.

    Args:
        at: Who, when.
        receiver: Which body.
        clue: What it is.
        about: The file in which it came up, if there is one.
        evidence: Papers.

    Raises:
        OutOfOrder: If nothing is said.

    Source:
        应急〔2019〕54号 2; 甘委发〔2017〕28号.
    """
    first(blank(clue, "clue_missing", under=LIAISE))
    return Referral.start(
        ClueNotified,
        at,
        because=at.read(File, about) if about else None,
        receiver=receiver,
        clue=clue,
        about=about,
        evidence=evidence,
    )


@opening(
    "请求协查",
    "Ask another body to help investigate",
    by=_BY,
    under=LIAISE,
    rows=("REF-05",),
)
def request_co_investigation(
    at: Circumstances,
    *,
    receiver: BodyRef,
    requirements: str,
    about: FileRef | None = None,
    until_on: date | None = None,
    evidence: tuple[Upload, ...] = (),
) -> Referral:
    """
    Ask another body to look into something.

    Args:
        at: Who, when.
        receiver: Which body.
        requirements: What is asked for.
        about: The file for which it is asked, if there is one.
        until_on: By when, inclusive.
        evidence: Papers.

    Raises:
        OutOfOrder: If nothing is asked.

    Source:
        应急〔2019〕54号 2; 行政处罚法 26.
    """
    first(blank(requirements, "requirements_missing", under=LIAISE))
    return Referral.start(
        CoInvestigationRequested,
        at,
        because=at.read(File, about) if about else None,
        receiver=receiver,
        requirements=requirements,
        about=about,
        until_on=until_on,
        evidence=evidence,
    )


@act(
    "答复协查",
    "Answer a request to help investigate",
    by=_BY,
    under=LIAISE,
    rows=("REF-05",),
)
def answer_co_investigation(
    referral: Referral,
    at: Circumstances,
    *,
    reply: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Answer what was asked.

    Args:
        referral: The request.
        at: Who, when.
        reply: What was found.
        evidence: Papers.

    Raises:
        NotCompetent: If another body was asked.
        OutOfOrder: If nothing was asked, it is answered, or nothing is said.

    Source:
        应急〔2019〕54号 2; 行政处罚法 26.
    """
    first(blank(reply, "action_missing", under=LIAISE))
    referral.record(CoInvestigationAnswered, at, reply=reply, evidence=evidence)


@answer_co_investigation.unless
def cannot_help(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    By the body that was asked, once.
    """
    yield from not_with(referral.receiver, at, "not_the_receiver", under=LIAISE)
    yield from not_at(referral, Stage.ASKED, under=LIAISE)


@opening(
    "移送职务违法线索",
    "Refer an official's misconduct",
    by=_BY,
    under=MISCONDUCT,
    rows=("REF-09",),
)
def refer_official_misconduct(
    at: Circumstances,
    *,
    receiver: BodyRef,
    official: Restricted,
    official_post: str,
    misconduct: Restricted,
    about: FileRef | None = None,
    evidence: tuple[Upload, ...] = (),
) -> Referral:
    """
    Hand a clue on an official to the supervision organ; it begins a thread of its own.

    Args:
        at: Who, when.
        receiver: The supervision organ.
        official: Who.
        official_post: Their post.
        misconduct: What they may have done.
        about: The file in which it came up, if there is one.
        evidence: Papers.

    Raises:
        BeyondTheLaw: If the receiver is no supervision organ.

    Source:
        国务院令310号 (2020) 18, 19; 监察法 37.
    """
    if at.read(Body, receiver).kind is not BodyKind.DISCIPLINE:
        raise BeyondTheLaw(
            "wrong_receiver", under=MISCONDUCT, needed=BodyKind.DISCIPLINE
        )
    return Referral.start(
        OfficialMisconductReferred,
        at,
        receiver=receiver,
        official=official,
        official_post=official_post,
        misconduct=misconduct,
        about=about,
        evidence=evidence,
    )
