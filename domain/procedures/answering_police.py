"""
What the body does on the word of the police (移送后的行政机关行为).

Papers that were missing, goods, reconsideration, and the end.
"""

from collections.abc import Iterable

from domain.acts import act
from domain.base import HEADS, Role, Time
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.ladders import Matter
from domain.law.statutes import (
    COERCION_LAW,
    POLICE_PROCEDURE,
    REFERRAL_MEASURES,
    REFERRAL_REGULATION,
)
from domain.limits import limit_if_any
from domain.procedures.resuming_cases import resume_cases
from domain.referral.choices import ClosingGround, Stage
from domain.referral.facts_of_filing import (
    CriminalCaseFiled,
    GoodsHandedOver,
    SupplementProvided,
    SupplementRequested,
)
from domain.referral.facts_of_outcome import ReferralClosed
from domain.referral.facts_of_supervision import FilingReconsiderationRequested
from domain.referral.file import Referral
from domain.referral.grounds import marked_late, not_at, time_of
from domain.referral.parts import HandedItem
from domain.refusals import OutOfOrder, Refused
from domain.values import Upload

SUPPLEMENT = f"{POLICE_PROCEDURE.article(180)};{REFERRAL_MEASURES.article(10)}"
HAND_OVER = f"{REFERRAL_REGULATION.article(12)};{COERCION_LAW.article(21)}"
RECONSIDER = REFERRAL_REGULATION.article(9)
RESUME = f"{REFERRAL_REGULATION.article(9)};{REFERRAL_REGULATION.article(10)}"
CLOSE = REFERRAL_MEASURES.zh


@act(
    "补正移送材料",
    "Provide papers that were missing",
    by=Role.OFFICER,
    under=SUPPLEMENT,
    two_officers=True,
    rows=("REF-01",),
)
def provide_supplement(
    referral: Referral,
    at: Circumstances,
    *,
    done: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Send the police what they asked for.

    Args:
        referral: The referral.
        at: Who, when.
        done: What is sent, or why it cannot be.
        evidence: The papers.

    Raises:
        OutOfOrder: If nothing was asked for, or nothing is said.

    Source:
        公安机关办理刑事案件程序规定 180; 应急〔2019〕54号 10: within three days.
    """
    first(blank(done, "action_missing", under=SUPPLEMENT))
    referral.record(
        SupplementProvided,
        at,
        done=done,
        evidence=evidence,
        flags=marked_late(referral, at, "RF.supplement"),
    )


@provide_supplement.unless
def cannot_supplement(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    Once it was asked for.
    """
    del at
    if time_of(referral, SupplementRequested) is None:
        needed = SupplementRequested.ZH
        yield OutOfOrder("nothing_asked_for", under=SUPPLEMENT, needed=needed)


@act(
    "移交涉案物品",
    "Hand goods over to the police",
    by=(Role.OFFICER, Role.POLICE),
    under=HAND_OVER,
    time=Time.STATED,
    two_officers=True,
    rows=("REF-01",),
)
def hand_over_goods(
    referral: Referral,
    at: Circumstances,
    *,
    handed_items: tuple[HandedItem, ...],
    party_told: bool,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Hand goods and material over, item by item, and tell the party.

    Args:
        referral: The referral.
        at: Who, when.
        handed_items: What is handed over, at least one item.
        party_told: Whether the party was told in writing.
        evidence: The signed list.

    Raises:
        OutOfOrder: If no criminal case is filed, or nothing is listed.

    Source:
        国务院令310号 (2020) 12: within three days of the notice; 行政强制法 21.
    """
    if not handed_items:
        raise OutOfOrder("items_missing", under=HAND_OVER)
    referral.record(
        GoodsHandedOver,
        at,
        handed_items=handed_items,
        party_told=party_told,
        evidence=evidence,
        flags=marked_late(referral, at, "RF.handover"),
    )


@hand_over_goods.unless
def cannot_hand_over(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    Once a criminal case was filed.
    """
    del at
    if time_of(referral, CriminalCaseFiled) is None:
        yield OutOfOrder(
            "no_criminal_case",
            under=HAND_OVER,
            stage=referral.stage,
            needed=CriminalCaseFiled.ZH,
        )


@act(
    "提请公安复议",
    "Ask the police to reconsider",
    by=HEADS,
    under=RECONSIDER,
    rules=("INV-03",),
    rows=("REF-02",),
)
def request_filing_reconsideration(
    referral: Referral,
    at: Circumstances,
    *,
    grounds: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Ask the police to reconsider a refusal.

    Args:
        referral: The referral.
        at: Who, when.
        grounds: Why they should.
        evidence: Papers.

    Raises:
        OutOfOrder: If they did not decline, or no grounds are given.

    Source:
        国务院令310号 (2020) 9: within three days of receiving the refusal.
    """
    first(blank(grounds, "grounds_missing", under=RECONSIDER))
    referral.record(
        FilingReconsiderationRequested,
        at,
        grounds=grounds,
        evidence=evidence,
        flags=marked_late(referral, at, "RF.reconsider"),
        answer_limit=limit_if_any(at, "RF.reconsider.decide", at.on),
    )


@request_filing_reconsideration.unless
def cannot_ask_again(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    After a refusal, once.
    """
    del at
    yield from not_at(referral, Stage.DECLINED, under=RECONSIDER)


@act(
    "恢复行政处理",
    "Resume the administrative case",
    by=HEADS,
    under=RESUME,
    rules=("INV-03",),
    rows=("REF-02",),
)
def resume_after_refusal(
    referral: Referral, at: Circumstances, *, reasons: str
) -> None:
    """
    Accept that the police do not take a case, and deal with it alone.

    Args:
        referral: The referral.
        at: Who, when.
        reasons: Why no more is asked of them.

    Raises:
        OutOfOrder: If they neither declined nor returned it, or reasons are missing.

    Source:
        国务院令310号 (2020) 9, 10.
    """
    first(blank(reasons, "reasons_missing", under=RESUME))
    referral.record(
        ReferralClosed, at, closing_ground=ClosingGround.RESUMED, reasons=reasons
    )
    resume_cases(referral, at, reason=reasons)


@resume_after_refusal.unless
def cannot_resume(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    After a refusal, a second one, or a return.
    """
    del at
    stages = (Stage.DECLINED, Stage.DECLINED_AGAIN, Stage.RETURNED)
    yield from not_at(referral, *stages, under=RESUME)


@act(
    "移送办结",
    "Close a referral",
    by=HEADS,
    under=CLOSE,
    rows=("REF-01",),
    matter=Matter.REFERRAL_CLOSING,
)
def close_referral(
    referral: Referral,
    at: Circumstances,
    *,
    reasons: str,
    evidence: tuple[Upload, ...] = (),
) -> None:
    """
    Close a referral whose question of crime is settled.

    Args:
        referral: The referral.
        at: Who, when.
        reasons: How it was settled.
        evidence: Papers.

    Raises:
        OutOfOrder: If it is not settled, or nothing is said.

    Source:
        应急〔2019〕54号.
    """
    first(blank(reasons, "reasons_missing", under=CLOSE))
    referral.record(
        ReferralClosed,
        at,
        closing_ground=ClosingGround.SETTLED,
        reasons=reasons,
        evidence=evidence,
    )


@close_referral.unless
def cannot_close(referral: Referral, at: Circumstances) -> Iterable[Refused]:
    """
    Once it is cleared or judged.
    """
    del at
    yield from not_at(referral, Stage.CLEARED, Stage.JUDGED, under=CLOSE)
