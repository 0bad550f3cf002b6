"""
What becomes of a criminal case (起诉、判决): the procuratorate's and the court's word,
and what the body answers.
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import act
from domain.base import Role, Time
from domain.body.file import Body, BodyKind
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.crimes import Offence
from domain.law.statutes import (
    PENALTY_LAW,
    REFERRAL_MEASURES,
    REFERRAL_REGULATION,
    SAFETY_LAW,
)
from domain.procedures.resuming_cases import resume_cases
from domain.procedures.suspecting import suspect_of
from domain.references import BodyRef, EnterpriseRef
from domain.referral.choices import ReferralFlag
from domain.referral.facts_of_outcome import (
    CaseReturnedForPenalty,
    JudgmentRecorded,
    NonProsecutionDecided,
    ProsecutionDecided,
    SentenceCompleted,
    TransferredForProsecution,
)
from domain.referral.file import Referral
from domain.referral.grounds import (
    handed_back,
    left_before_court,
    marked_after,
    not_transferred,
    not_with,
    unknown_suspects,
)
from domain.referral.parts import Suspect, SuspectedPerson
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused
from domain.values import Upload

PROSECUTE = REFERRAL_MEASURES.article(18)
JUDGE = PENALTY_LAW.article(35)
SENTENCE = SAFETY_LAW.article(94)
RETURN = f"{REFERRAL_REGULATION.article(13)};{PENALTY_LAW.article(27)}"


@act(
    "移送审查起诉",
    "Send a case up for prosecution",
    by=Role.POLICE,
    under=PROSECUTE,
    time=Time.STATED,
    rows=("REF-03",),
)
def transfer_for_prosecution(
    referral: Referral,
    at: Circumstances,
    *,
    offence: Offence,
    procuratorate: BodyRef,
    suspect_nos: tuple[int, ...] = (),
) -> None:
    """
    Send a case up to the procuratorate.

    Args:
        referral: The referral.
        at: Who, when.
        offence: For which crime.
        procuratorate: To whom.
        suspect_nos: Which suspects, from 1; none means all that are left.

    Raises:
        NotCompetent: If it is with other police.
        NoSuchCase: If a number is no suspect's.
        OutOfOrder: If it was never transferred.
        BeyondTheLaw: If it is no procuratorate.

    Source:
        应急〔2019〕54号 18.
    """
    _needs(at, procuratorate, BodyKind.PROCURATORATE)
    referral.record(
        TransferredForProsecution,
        at,
        offence=offence,
        procuratorate=procuratorate,
        suspect_nos=suspect_nos,
    )


@transfer_for_prosecution.unless
def cannot_send_up(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    By the police who have it.
    """
    yield from not_transferred(referral, under=PROSECUTE)
    if referral.police is not None:
        yield from not_with(referral.police, at, "not_the_receiver", under=PROSECUTE)


def _needs(at: Circumstances, body: BodyRef, kind: BodyKind) -> None:
    if at.read(Body, body).kind is not kind:
        raise BeyondTheLaw("wrong_receiver", under=PROSECUTE, needed=kind)


@act(
    "提起公诉",
    "Prosecute",
    by=Role.PROCURATORATE,
    under=PROSECUTE,
    time=Time.STATED,
    rows=("REF-03",),
)
def decide_prosecution(
    referral: Referral,
    at: Circumstances,
    *,
    offence: Offence,
    court: BodyRef,
    suspect_nos: tuple[int, ...] = (),
) -> None:
    """
    Prosecute some suspects before a court, or all of them.

    Args:
        referral: The referral.
        at: Who, when.
        offence: For which crime.
        court: Before which court.
        suspect_nos: Which suspects, from 1; none means all that are left.

    Raises:
        NoSuchCase: If a number is no suspect's.
        OutOfOrder: If it was never transferred.
        BeyondTheLaw: If it is no court.

    Source:
        应急〔2019〕54号 18.
    """
    _needs(at, court, BodyKind.COURT)
    referral.record(
        ProsecutionDecided, at, offence=offence, court=court, suspect_nos=suspect_nos
    )


@act(
    "不起诉",
    "Decide not to prosecute",
    by=Role.PROCURATORATE,
    under=PROSECUTE,
    time=Time.STATED,
    rows=("REF-03",),
)
def decide_non_prosecution(
    referral: Referral,
    at: Circumstances,
    *,
    reasons: str,
    suspect_nos: tuple[int, ...] = (),
) -> None:
    """
    Decide not to prosecute some suspects, or anybody.

    Args:
        referral: The referral.
        at: Who; the day of the decision.
        reasons: Why not.
        suspect_nos: Which suspects, from 1; none means all, or those who are not before
            the court, where others are.

    Raises:
        NoSuchCase: If a number is no suspect's.
        OutOfOrder: If it was never transferred, or reasons are missing.

    Source:
        应急〔2019〕54号 18: sent to police and body within three days.
    """
    first(blank(reasons, "reasons_missing", under=PROSECUTE))
    spared = handed_back(referral, suspect_nos)
    referral.record(
        NonProsecutionDecided,
        at,
        reasons=reasons,
        suspect_nos=spared,
        settles_all=referral.settles_all(spared),
        flags=marked_after(
            at,
            "RF.no_prosecute",
            at.on,
            done_at=at.now,
            flag=ReferralFlag.NOTICE_LATE,
        ),
    )


@act(
    "登记判决",
    "Record a judgment",
    by=(Role.COURT, Role.CLERK),
    under=JUDGE,
    time=Time.STATED,
    rules=("INV-02",),
    rows=("REF-03", "PEN-10"),
)
def record_judgment(
    referral: Referral,
    at: Circumstances,
    *,
    judgment_no: str,
    guilty: bool,
    criminal_fine_fen: int,
    suspect_no: int = 0,
    convicted_enterprise: EnterpriseRef | None = None,
    convicted_person: SuspectedPerson | None = None,
    offence: Offence | None = None,
    sentence: str = "",
    court_ban: str = "",
) -> None:
    """
    Record how the court judged one party.

    Args:
        referral: The referral.
        at: Who; the day of the judgment.
        judgment_no: Its number.
        guilty: Whether the party is guilty.
        criminal_fine_fen: The fine of the court; 0 for none.
        suspect_no: Which suspect, from 1; 0 for somebody who was not known before.
        convicted_enterprise: The enterprise, if it was not known before.
        convicted_person: The person, likewise.
        offence: Of which crime.
        sentence: The sentence.
        court_ban: What the court forbids the party to do.

    Raises:
        NoSuchCase: If the number is no suspect's.
        OutOfOrder: If it was never transferred, the judgment has no number, or nobody
            is named.

    Source:
        行政处罚法 35: who is fined by the court is not fined for it again.
    """
    first(blank(judgment_no, "judgment_no_missing", under=JUDGE))
    if suspect_no:
        known = referral.suspects[suspect_no - 1]
        convict = Suspect(enterprise=known.enterprise, person_key=known.person_key)
    elif convicted_person is not None:
        convict = suspect_of(at, convicted_person)
    else:
        convict = Suspect(enterprise=convicted_enterprise)
    is_last = referral.settles_all((suspect_no,)) if suspect_no else False
    referral.record(
        JudgmentRecorded,
        at,
        judgment_no=judgment_no,
        suspect_no=suspect_no,
        convict=convict,
        guilty=guilty,
        criminal_fine_fen=criminal_fine_fen,
        settles_all=is_last or not referral.suspects,
        offence=offence,
        sentence=sentence,
        court_ban=court_ban,
    )


@act(
    "登记刑罚执行完毕",
    "Record that a sentence is served",
    by=(Role.COURT, Role.CLERK),
    under=SENTENCE,
    time=Time.STATED,
    rows=("REF-03", "DIS-05"),
)
def complete_sentence(
    referral: Referral,
    at: Circumstances,
    *,
    judgment_no: str,
    completed_on: date,
    suspect_no: int = 0,
) -> None:
    """
    Record that somebody served their sentence: the bar on office runs from that day.

    Args:
        referral: The referral.
        at: Who, when.
        judgment_no: Number of the judgment.
        completed_on: The last day of the sentence.
        suspect_no: Which suspect, from 1; 0 for somebody who was not known before.

    Raises:
        OutOfOrder: If there is no such judgment.

    Source:
        安全生产法 94(3).
    """
    judged = {
        (f.judgment_no, f.suspect_no)
        for f in referral.history
        if isinstance(f, JudgmentRecorded)
    }
    if (judgment_no, suspect_no) not in judged:
        raise OutOfOrder("no_such_judgment", under=SENTENCE, judgment_no=judgment_no)
    referral.record(
        SentenceCompleted,
        at,
        judgment_no=judgment_no,
        completed_on=completed_on,
        suspect_no=suspect_no,
    )


@act(
    "反向移送",
    "Hand a case back for a penalty",
    by=(Role.POLICE, Role.PROCURATORATE),
    under=RETURN,
    time=Time.STATED,
    rows=("REF-03",),
)
def return_case_for_penalty(
    referral: Referral,
    at: Circumstances,
    *,
    reasons: str,
    suspect_nos: tuple[int, ...] = (),
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Hand a case back that is no crime, or is not to be punished as one; on some suspects
    alone, where others are before the court. The time of what stood still for the
    referral runs again once nobody is left there.

    Args:
        referral: The referral.
        at: Who, when.
        reasons: Why it is left to the body.
        suspect_nos: Which suspects, from 1; none means all, or those who are not before
            the court, where others are.
        evidence: Papers.

    Raises:
        NoSuchCase: If a number is no suspect's.
        OutOfOrder: If it was never transferred, or reasons are missing.

    Source:
        国务院令310号 (2020) 13; 行政处罚法 27, 60.
    """
    first(blank(reasons, "reasons_missing", under=RETURN))
    returned = handed_back(referral, suspect_nos)
    left = left_before_court(referral, returned)
    referral.record(
        CaseReturnedForPenalty,
        at,
        reasons=reasons,
        evidence=evidence,
        suspect_nos=returned,
        suspects_left=left,
    )
    if not left:
        resume_cases(referral, at, reason=reasons)


@transfer_for_prosecution.unless_named
@decide_prosecution.unless_named
@return_case_for_penalty.unless_named
@decide_non_prosecution.unless_named
def no_such_suspects(
    referral: Referral,
    at: Circumstances,
    *,
    suspect_nos: tuple[int, ...],
    **_: object,
) -> Iterable[Refused]:
    """
    A number is no suspect's.
    """
    yield from unknown_suspects(referral, suspect_nos, under=at.said.under)


@record_judgment.unless_named
def no_such_convict(
    referral: Referral,
    at: Circumstances,
    *,
    suspect_no: int,
    convicted_enterprise: EnterpriseRef | None,
    convicted_person: SuspectedPerson | None,
    **_: object,
) -> Iterable[Refused]:
    """
    The number is no suspect's, or nobody is named.
    """
    del at
    if suspect_no or not (convicted_enterprise or convicted_person):
        yield from unknown_suspects(referral, (suspect_no,), under=JUDGE)


@decide_prosecution.unless
@decide_non_prosecution.unless
@record_judgment.unless
@complete_sentence.unless
@return_case_for_penalty.unless
def cannot_say(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    On what went to the police, whatever became of it.
    """
    del at
    yield from not_transferred(referral, under=PROSECUTE)
