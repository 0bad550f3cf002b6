"""
What the procuratorate asks of the body, and its answer (检察意见): a case that is not
prosecuted may still call for a penalty.
"""

from collections.abc import Iterable

from domain.acts import act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.statutes import PENALTY_LAW, PROCURATORATE_2021
from domain.limits import limit_if_any
from domain.referral.facts_of_outcome import (
    ProsecutorOpinionAnswered,
    ProsecutorOpinionReceived,
)
from domain.referral.file import Referral
from domain.referral.grounds import marked_late, not_transferred, time_of
from domain.refusals import OutOfOrder, Refused
from domain.values import Upload, day_of

OPINION = f"{PENALTY_LAW.article(27)};{PROCURATORATE_2021.zh}"


@act(
    "提出检察意见",
    "Ask for a penalty",
    by=(Role.PROCURATORATE, Role.CLERK),
    under=OPINION,
    time=Time.STATED,
    rows=("REF-03",),
)
def receive_prosecutor_opinion(
    referral: Referral,
    at: Circumstances,
    *,
    opinion: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Ask the body to impose a penalty; a clerk takes the paper in.

    Args:
        referral: The referral.
        at: Who, when.
        opinion: What is asked for.
        evidence: The paper.

    Raises:
        OutOfOrder: If it was never transferred, or nothing is asked.

    Source:
        行政处罚法 27; 高检发释字〔2021〕4号: answered within two months of its receipt.
    """
    first(blank(opinion, "opinion_missing", under=OPINION))
    referral.record(
        ProsecutorOpinionReceived,
        at,
        opinion=opinion,
        evidence=evidence,
        answer_limit=limit_if_any(at, "RF.reply", day_of(at.now)),
    )


@act(
    "回复检察意见",
    "Answer the procuratorate's opinion",
    by=HEADS,
    under=OPINION,
    rows=("REF-03",),
)
def answer_prosecutor_opinion(
    referral: Referral,
    at: Circumstances,
    *,
    reply: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Tell the procuratorate what was done on its opinion.

    Args:
        referral: The referral.
        at: Who, when.
        reply: What was done.
        evidence: Papers.

    Raises:
        OutOfOrder: If there is no opinion, or nothing is said.

    Source:
        高检发释字〔2021〕4号.
    """
    first(blank(reply, "action_missing", under=OPINION))
    referral.record(
        ProsecutorOpinionAnswered,
        at,
        reply=reply,
        evidence=evidence,
        flags=marked_late(referral, at, "RF.reply"),
    )


@answer_prosecutor_opinion.unless
def cannot_reply(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    Once there is one.
    """
    del at
    if time_of(referral, ProsecutorOpinionReceived) is None:
        needed = ProsecutorOpinionReceived.ZH
        yield OutOfOrder("nothing_asked_for", under=OPINION, needed=needed)


@receive_prosecutor_opinion.unless
def cannot_ask(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    Once it was transferred.
    """
    del at
    yield from not_transferred(referral, under=OPINION)
