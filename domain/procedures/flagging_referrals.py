"""
What the clock flags of a referral (移送警示): withheld, unreceipted, unanswered.

The three links on the way to the police, report, decision and delivery, are flagged
each by itself, in the referral's own file; the others as breaches, under the body whose
they are.
A flag says how it stood when the time ended: nobody in that body writes one, answers
over one or hides it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from domain.acts import Reach, act
from domain.audit_trail.file import (
    AuditTrail,
    Breach,
    RuleBreachFlagged,
    breach_claim,
)
from domain.base import Fact, Role, Time
from domain.circumstances import Circumstances
from domain.law.statutes import REFERRAL_MEASURES, REFERRAL_REGULATION
from domain.limits import Limit
from domain.procedures.dropping_periods import dropped_by
from domain.procedures.watching import DISCHARGED_BY
from domain.referral.facts_of_suspicion import ReferralWithheldFlagged
from domain.referral.file import Referral
from domain.referral.grounds import limits_begun
from domain.refusals import OutOfOrder, OutOfTime

WITHHELD = f"{REFERRAL_REGULATION.article(5)};{REFERRAL_REGULATION.article(16)}"
DELAY = f"{REFERRAL_REGULATION.article(8)};{REFERRAL_MEASURES.zh}"

#: The links on the way to the police.
LINKS = frozenset(("RF.report", "RF.decide", "RF.send", "RF.must_transfer"))

#: What is not done in time otherwise, by rule.
BREACHES: Mapping[str, Breach] = MappingProxyType(
    {
        "RF.copy": Breach.NOT_COPIED,
        "RF.receipt": Breach.NO_RECEIPT,
        "RF.filing": Breach.FILING_LATE,
        "RF.filing.check": Breach.FILING_LATE,
        "RF.filing.complex": Breach.FILING_LATE,
        "RF.reconsider": Breach.NO_ANSWER_TO_REFUSAL,
        "RF.supervise": Breach.NO_ANSWER_TO_REFUSAL,
        "RF.order_file": Breach.ORDER_TO_FILE_IGNORED,
        "RF.reply": Breach.REPLY_LATE,
        "RF.supplement": Breach.SUPPLEMENT_LATE,
        "RF.reconsider.decide": Breach.RECONSIDERATION_LATE,
        "RF.explain": Breach.EXPLANATION_LATE,
        "RF.handover": Breach.HANDOVER_LATE,
    }
)

#: Rules that bind the police and not the body.
OF_THE_POLICE = frozenset(
    (
        "RF.receipt",
        "RF.filing",
        "RF.filing.check",
        "RF.filing.complex",
        "RF.reconsider.decide",
        "RF.explain",
        "RF.order_file",
    )
)


@dataclass(frozen=True)
class Passed:
    """
    A time that ran out with nothing done (逾期事项).

    Args:
        began: The fact that began it.
        limit: Until when it ran.
        police: The police that had the case then, if any.
    """

    began: Fact
    limit: Limit
    police: UUID | None


@act(
    "警示有案不移",
    "Flag a withheld referral",
    by=Role.CLOCK,
    under=WITHHELD,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-01",),
    rows=("REF-04", "AUD-03"),
)
def flag_referral_withheld(referral: Referral, at: Circumstances) -> None:
    """
    Flag that report, decision or delivery did not come in its time.

    Args:
        referral: The referral.
        at: The end of that time.

    Raises:
        OutOfOrder: If all was done in time, or is flagged.
        OutOfTime: If the time is not over.

    Source:
        国务院令310号 (2020) 5, 16.
    """
    flagged = {
        f.started_by for f in referral.history if isinstance(f, ReferralWithheldFlagged)
    }
    for each in _passed(referral, at, LINKS):
        if each.began.id not in flagged:
            referral.record(
                ReferralWithheldFlagged,
                at,
                cause=each.began.id,
                started_by=each.began.id,
                limit_passed=each.limit,
            )
    _something(at)


@act(
    "警示移送办理逾期",
    "Flag what is late about a referral",
    by=Role.CLOCK,
    under=DELAY,
    time=Time.STATED,
    reach=Reach.ANY,
    rules=("INV-03",),
    rows=("REF-02", "REF-04", "AUD-03"),
)
def flag_referral_delay(referral: Referral, at: Circumstances) -> None:
    """
    Flag that police or body did not do in time what the law asks about a referral.

    Args:
        referral: The referral.
        at: The end of that time.

    Raises:
        OutOfOrder: If all was done in time, or is flagged.
        OutOfTime: If the time is not over.

    Source:
        国务院令310号 (2020) 7-10, 12; 应急〔2019〕54号 10, 13, 16.
    """
    for each in _passed(referral, at, frozenset(BREACHES)):
        breach, rule = BREACHES[each.limit.rule], each.limit.rule
        is_theirs = rule in OF_THE_POLICE
        if at.holder(breach_claim(breach, each.began.id)):
            continue
        AuditTrail.start(
            RuleBreachFlagged,
            at,
            because=referral,
            cause=each.began.id,
            owner=each.police if is_theirs else referral.body,
            about=referral.id,
            breach=breach,
            rule=rule,
            started_by=each.began.id,
            limit_passed=each.limit,
            told=referral.body if is_theirs else None,
        )
    _something(at)


def _something(at: Circumstances) -> None:
    """
    See that there was something to flag.
    """
    if not at.recorded:
        raise OutOfOrder("nothing_to_flag", under=at.said.under)


def _passed(
    referral: Referral, at: Circumstances, rules: frozenset[str]
) -> tuple[Passed, ...]:
    """
    List what ran out by the moment of the act with nothing done.

    Raises:
        OutOfTime: If nothing did, and something still runs.
    """
    left = [each for each in _left(referral) if each.limit.rule in rules]
    over = tuple(each for each in left if each.limit.ends_at < at.now)
    if left and not over:
        until_on = left[0].limit.ends_on
        raise OutOfTime("time_not_over", under=at.said.under, until_on=until_on)
    return over


def _left(referral: Referral) -> Iterator[Passed]:
    """
    List the times of a referral in which nothing that ends them came.
    """
    police: UUID | None = None
    for number, fact in enumerate(referral.history):
        police = getattr(fact, "police", police)
        for limit in limits_begun(fact):
            if not _is_met(limit, referral.history[number + 1 :]):
                yield Passed(fact, limit, police)


def _is_met(limit: Limit, later: list[Fact]) -> bool:
    """
    Whether something met or ended a time before it was over.
    """
    ends = DISCHARGED_BY[limit.rule]
    return any(
        (type(fact).__name__ in ends or limit.rule in dropped_by(fact))
        and fact.deed.occurred_at <= limit.ends_at
        for fact in later
    )
