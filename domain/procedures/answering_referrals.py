"""
What the police do with a case that was referred to them (公安机关受理、立案).

Each act is theirs, for their own body, on what was delivered to it; what they decide is
a fact about the world: it is never refused for its time, only marked.
"""

from collections.abc import Iterable

from domain.acts import act
from domain.base import Role, Time
from domain.body.file import Body, BodyKind
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.statutes import (
    POLICE_PROCEDURE,
    REFERRAL_MEASURES,
    REFERRAL_OPINION,
    REFERRAL_REGULATION,
)
from domain.limits import limit_if_any
from domain.procedures.transferring_referrals import receipt_limit
from domain.references import BodyRef
from domain.referral.choices import (
    FilingGround,
    PaperSlot,
    ReferralFlag,
    SecondAnswerCause,
    Stage,
)
from domain.referral.facts_of_filing import (
    CriminalCaseDismissed,
    CriminalCaseFiled,
    FilingDeclined,
    ReferralForwarded,
    ReferralReceived,
    ReferralReturned,
    SupplementRequested,
)
from domain.referral.facts_of_suspicion import ReferralTransferred
from domain.referral.file import Referral
from domain.referral.grounds import (
    marked_after,
    not_at,
    not_transferred,
    not_with,
    time_of,
)
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, Refused
from domain.values import Upload, day_of

RECEIVE = f"{REFERRAL_REGULATION.article(7)};{REFERRAL_MEASURES.article(9)}"
FORWARD = REFERRAL_REGULATION.article(7)
RETURN = REFERRAL_MEASURES.article(11)
SUPPLEMENT = f"{POLICE_PROCEDURE.article(180)};{REFERRAL_MEASURES.article(10)}"
FILE = f"{REFERRAL_REGULATION.article(8)};{REFERRAL_OPINION.zh}"
DECLINE = REFERRAL_REGULATION.article(8)
DISMISS = REFERRAL_MEASURES.article(12)

#: By which rule a case is examined, by the ground that was recorded.
_FILING_RULES = {
    FilingGround.PLAIN: "RF.filing",
    FilingGround.TO_VERIFY: "RF.filing.check",
    FilingGround.COMPLEX: "RF.filing.complex",
}


@act(
    "签收移送案件",
    "Sign for a referred case",
    by=Role.POLICE,
    under=RECEIVE,
    time=Time.STATED,
    rules=("INV-03", "INV-05"),
    rows=("REF-01",),
)
def receive_referral(
    referral: Referral,
    at: Circumstances,
    *,
    filing_ground: FilingGround = FilingGround.PLAIN,
    reason: str = "",
    approved_by: str = "",
) -> None:
    """
    Sign for a case that was delivered; papers that are missing are no reason not to.

    Args:
        referral: The referral.
        at: Who, when, to the minute.
        filing_ground: How long it will be examined.
        reason: Why longer than three days, where it is.
        approved_by: Which head of the county's police approved thirty days.

    Raises:
        NotCompetent: If the sender signs, or other police than those who have it.
        OutOfOrder: If it is not on its way, or the longer time has no recorded ground.

    Source:
        国务院令310号 (2020) 7; 公安机关办理刑事案件程序规定 180; 公通字〔2015〕32号.
    """
    if filing_ground is not FilingGround.PLAIN:
        first(blank(reason, "ground_missing", under=FILE))
    if filing_ground is FilingGround.COMPLEX:
        first(blank(approved_by, "approval_missing", under=FILE))
    referral.record(
        ReferralReceived,
        at,
        filing_ground=filing_ground,
        reason=reason,
        approved_by=approved_by,
        filing_limit=limit_if_any(at, _FILING_RULES[filing_ground], at.on),
    )


@receive_referral.unless
def cannot_receive(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    By the police to whom it was delivered, once.
    """
    if at.standing.goes_on_for(referral.body, at):
        yield NotCompetent("sender_cannot_receive", under=RECEIVE)
    yield from _not_theirs(referral, at, under=RECEIVE)
    yield from not_at(referral, Stage.TRANSFERRED, under=RECEIVE)


def _not_theirs(
    referral: Referral, at: Circumstances, *, under: str
) -> Iterable[Refused]:
    """
    It never went to any police, or is with others.
    """
    yield from not_transferred(referral, under=under)
    if referral.police is not None:
        yield from not_with(referral.police, at, "not_the_receiver", under=under)


@act(
    "转送有管辖权的公安机关",
    "Send a referred case on to other police",
    by=Role.POLICE,
    under=FORWARD,
    time=Time.STATED,
    rules=("INV-03",),
    rows=("REF-01",),
)
def forward_referral(
    referral: Referral, at: Circumstances, *, police: BodyRef, reason: str
) -> None:
    """
    Send a case on to the police whose it is, and tell the sender.

    Args:
        referral: The referral.
        at: Who, when.
        police: To whom.
        reason: Why it is theirs.

    Raises:
        NotCompetent: If it is with other police.
        OutOfOrder: If it was not signed for, or no reason is given.
        BeyondTheLaw: If the receiver is no police, or the same.

    Source:
        国务院令310号 (2020) 7: within 24 hours.
    """
    first(blank(reason, "reason_missing", under=FORWARD))
    if police == at.actor.body or at.read(Body, police).kind is not BodyKind.POLICE:
        raise BeyondTheLaw("wrong_receiver", under=FORWARD, needed=BodyKind.POLICE)
    referral.record(
        ReferralForwarded,
        at,
        police=police,
        reason=reason,
        flags=_late(referral, at, "RF.forward"),
        receipt_limit=receipt_limit(at),
        filing_limit=limit_if_any(at, "RF.filing", at.on),
    )


@act(
    "退回移送案件",
    "Return a referred case",
    by=Role.POLICE,
    under=RETURN,
    time=Time.STATED,
    rules=("INV-03",),
    rows=("REF-01",),
)
def return_referral(referral: Referral, at: Circumstances, *, reason: str) -> None:
    """
    Give a case back that is no matter of the police; never for want of papers.

    Args:
        referral: The referral.
        at: Who, when.
        reason: Why it is none of theirs.

    Raises:
        NotCompetent: If it is with other police.
        OutOfOrder: If it was not signed for, or no reason is given.

    Source:
        应急〔2019〕54号 11: within 24 hours.
    """
    first(blank(reason, "reason_missing", under=RETURN))
    flags = _late(referral, at, "RF.return")
    referral.record(ReferralReturned, at, reason=reason, flags=flags)


@act(
    "要求补正移送材料",
    "Ask for papers that are missing",
    by=Role.POLICE,
    under=SUPPLEMENT,
    time=Time.STATED,
    rules=("INV-03",),
    rows=("REF-01",),
)
def request_supplement(
    referral: Referral, at: Circumstances, *, requirements: str
) -> None:
    """
    Ask in writing for what is missing; the time for filing goes on.

    Args:
        referral: The referral.
        at: Who, when.
        requirements: What is missing.

    Raises:
        NotCompetent: If it is with other police.
        OutOfOrder: If it was not signed for, or nothing is asked for.

    Source:
        公安机关办理刑事案件程序规定 180; 应急〔2019〕54号 10: within 24 hours.
    """
    first(blank(requirements, "requirements_missing", under=SUPPLEMENT))
    referral.record(
        SupplementRequested,
        at,
        requirements=requirements,
        flags=_late(referral, at, "RF.incomplete", flag=ReferralFlag.LATE_REQUEST),
        supplement_limit=limit_if_any(at, "RF.supplement", day_of(at.now)),
    )


@forward_referral.unless
@return_referral.unless
@request_supplement.unless
def cannot_handle(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    By the police who signed for it, before they answered.
    """
    yield from _not_theirs(referral, at, under=RECEIVE)
    yield from not_at(referral, Stage.RECEIVED, under=RECEIVE)


def _late(
    referral: Referral,
    at: Circumstances,
    rule: str,
    *,
    flag: ReferralFlag = ReferralFlag.LATE,
) -> tuple[ReferralFlag, ...]:
    received_at = time_of(referral, ReferralReceived)
    return marked_after(at, rule, received_at, done_at=at.occurred_at, flag=flag)


@act(
    "刑事立案",
    "File a criminal case",
    by=Role.POLICE,
    under=FILE,
    time=Time.STATED,
    rules=("INV-03",),
    rows=("REF-02", "REF-06"),
)
def file_criminal_case(
    referral: Referral,
    at: Circumstances,
    *,
    criminal_case_no: str,
    second_answer_cause: SecondAnswerCause | None = None,
) -> None:
    """
    Open a criminal case; also after a refusal, which then has its cause.

    Args:
        referral: The referral.
        at: Who; the day of the decision.
        criminal_case_no: Its number.
        second_answer_cause: On what it rests, where it was answered before.

    Raises:
        NotCompetent: If it is with other police.
        OutOfOrder: If it was never transferred, or has no number.

    Source:
        国务院令310号 (2020) 8; 公安机关办理刑事案件程序规定 180.
    """
    first(blank(criminal_case_no, "case_no_missing", under=FILE))
    record_filing(referral, at, criminal_case_no, cause=second_answer_cause)


def record_filing(
    referral: Referral,
    at: Circumstances,
    criminal_case_no: str,
    *,
    cause: SecondAnswerCause | None,
) -> None:
    """
    Record that a criminal case was opened, and until when the goods are due, where
    there are any.

    The body learns of it when it is recorded here: from that day it has three.
    """
    referral.record(
        CriminalCaseFiled,
        at,
        criminal_case_no=criminal_case_no,
        second_answer_cause=cause,
        flags=_marks(referral, at, cause),
        handover_limit=limit_if_any(at, "RF.handover", day_of(at.now))
        if _has_goods(referral)
        else None,
    )


def _has_goods(referral: Referral) -> bool:
    """
    Whether goods are listed in the papers that went to the police, and not why there
    are none; the newest delivery counts.
    """
    delivered = [f for f in referral.history if isinstance(f, ReferralTransferred)]
    return not delivered or any(
        paper.paper_slot is PaperSlot.GOODS and (paper.documents or paper.evidence)
        for paper in delivered[-1].papers
    )


@act(
    "公安不予立案",
    "Decline to file a criminal case",
    by=Role.POLICE,
    under=DECLINE,
    time=Time.STATED,
    rules=("INV-03",),
    rows=("REF-02",),
)
def decline_filing(
    referral: Referral,
    at: Circumstances,
    *,
    reasons: str,
    evidence: tuple[Upload, ...] = (),
    second_answer_cause: SecondAnswerCause | None = None,
) -> None:
    """
    Open no criminal case, with reasons, and give the papers back.

    Args:
        referral: The referral.
        at: Who; the day of the decision.
        reasons: Why not.
        evidence: The written decision.
        second_answer_cause: On what it rests, where it was answered before.

    Raises:
        NotCompetent: If it is with other police.
        OutOfOrder: If it was never transferred, or reasons are missing.

    Source:
        国务院令310号 (2020) 8.
    """
    first(blank(reasons, "reasons_missing", under=DECLINE))
    referral.record(
        FilingDeclined,
        at,
        reasons=reasons,
        evidence=evidence,
        second_answer_cause=second_answer_cause,
        flags=_marks(referral, at, second_answer_cause),
        answer_limit=limit_if_any(at, "RF.reconsider", day_of(at.now)),
    )


def _marks(
    referral: Referral, at: Circumstances, cause: SecondAnswerCause | None
) -> tuple[ReferralFlag, ...]:
    """
    Mark an answer that the body was told too late, or a second one without a cause.
    """
    told = marked_after(
        at,
        "RF.filing.notice",
        at.on,
        done_at=at.now,
        flag=ReferralFlag.NOTICE_LATE,
    )
    is_uncaused = bool(referral.answers) and cause is None
    return (*told, *((ReferralFlag.UNCAUSED_SECOND_ANSWER,) if is_uncaused else ()))


@act(
    "撤销刑事案件",
    "Dismiss a criminal case",
    by=Role.POLICE,
    under=DISMISS,
    time=Time.STATED,
    rows=("REF-02",),
)
def dismiss_criminal_case(
    referral: Referral, at: Circumstances, *, reasons: str, advice: str = ""
) -> None:
    """
    Give a criminal case up; the body may deal with it again.

    Args:
        referral: The referral.
        at: Who; the day of the decision.
        reasons: Why.
        advice: What is advised on administrative liability.

    Raises:
        NotCompetent: If it is with other police.
        OutOfOrder: If no case was filed, or reasons are missing.

    Source:
        应急〔2019〕54号 12; 国务院令310号 (2020) 13.
    """
    first(blank(reasons, "reasons_missing", under=DISMISS))
    referral.record(CriminalCaseDismissed, at, reasons=reasons, advice=advice)


@dismiss_criminal_case.unless
def cannot_dismiss(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    By the police who opened one.
    """
    yield from _not_theirs(referral, at, under=DISMISS)
    if time_of(referral, CriminalCaseFiled) is None:
        yield OutOfOrder(
            "no_criminal_case",
            under=DISMISS,
            stage=referral.stage,
            needed=CriminalCaseFiled.ZH,
        )


@file_criminal_case.unless
@decline_filing.unless
def cannot_answer(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    By the police who have it, at whatever stage: an answer is never refused.
    """
    yield from _not_theirs(referral, at, under=DECLINE)
