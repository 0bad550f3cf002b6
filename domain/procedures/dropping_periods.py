"""
Which periods end without what they ask for (期限终结而未办).

Nobody has done what a period was for, and nobody has to any more: its matter is over,
its decision fell, its right was waived. The board says so, and does not call it met,
also where the law's table names such a fact among those that end a period.
A part payment ends nothing (部分缴款): the rest is due as before; nor does a change of
the basis of an entry, which is to be examined (依据变化).
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Final

from domain.base import Fact
from domain.closure.file import ClosureSetAside
from domain.coercive_measure.facts_of_keeping import CoerciveMeasureLifted
from domain.credit_record.facts import CreditFactWithdrawn
from domain.enforcement_case.choices_of_hearing import HearingEnd
from domain.enforcement_case.facts import PartyReleased
from domain.enforcement_case.facts_of_ending import (
    CaseClosed,
    CaseTerminated,
    CaseTransferred,
)
from domain.enforcement_case.facts_of_evidence import RegistrationLapsed
from domain.enforcement_case.facts_of_hearing import HearingEnded, HearingReported
from domain.enforcement_case.facts_of_judging import (
    NoPenaltyDecided,
    NoPenaltySetAside,
)
from domain.enforcement_case.facts_of_notice import (
    NoticeServiceSetAside,
    PenaltyProposed,
    StatementWaived,
)
from domain.hazard.facts_of_falling import RectificationOrderSetAside
from domain.list_entry.choices import ReviewOutcome
from domain.list_entry.facts import BlacklistEntryReviewed
from domain.list_entry.facts_of_removal import (
    BlacklistEntryExpired,
    BlacklistEntryRemoved,
    BlacklistEntryRevoked,
)
from domain.penalty.facts import PenaltyServiceSetAside
from domain.penalty.facts_of_execution import (
    CompulsoryExecutionApplied,
    ExecutionTerminated,
)
from domain.penalty.facts_of_falling import (
    DecisionConfirmedUnlawful,
    DecisionDeclaredVoid,
    DecisionRevoked,
)
from domain.penalty.facts_of_payment import (
    DeferralDecided,
    FinePaid,
    PenaltyPerformed,
    SpotFineCollected,
)
from domain.permit.file import LicenceRevoked
from domain.procedures.beginning_periods import CREDIT_TERMS
from domain.referral.choices import Outcome
from domain.referral.facts_of_filing import (
    CriminalCaseDismissed,
    CriminalCaseFiled,
    FilingDeclined,
    ReferralForwarded,
    ReferralReturned,
)
from domain.referral.facts_of_outcome import ReferralClosed
from domain.referral.facts_of_supervision import TransferDemanded
from domain.referral.facts_of_suspicion import ReferralDecided, ReferralTransferred
from domain.remedy.choices import RemedyResult
from domain.remedy.facts import ReviewApplied, ReviewDecided, SuitFiled
from domain.suspension_order.facts_of_falling import SuspensionSetAside

#: What a party may still answer or ask for.
_ANSWERS: Final = frozenset(("PN.defence.days", "PN.hearing.request"))
_HEARING: Final = _ANSWERS | {"PN.hearing.hold"}

#: What runs in a case until it ends. The time for things that were registered is not
#: among them: they are kept, and come free, whatever becomes of the case.
_OF_CASE: Final = _HEARING | frozenset(
    (
        "PN.limit.decide",
        "PN.limit.decide.base15",
        "PN.limit.decide.ext1",
        "PN.limit.decide.ext2",
        "PN.limit.decide.ext_new",
    )
)

#: In which the court is asked: it runs anew from the result of a review or a suit.
WINDOWS: Final = frozenset(
    ("CO.court.window", "CO.court.window.deferred", "CO.court.judgment")
)

#: What serves to have a decision performed, and what else runs while it stands.
_OF_DEMAND: Final = frozenset(("CO.court.urge", "CO.court.urge.latest"))
_OF_EXECUTION: Final = WINDOWS | _OF_DEMAND | {"PN.pay", "PN.pay.defer"}
_OF_DECISION: Final = _OF_EXECUTION | {
    "PN.serve",
    "PN.publish.when",
    "PN.repair_notice",
    "PN.file_superior",
    "PN.file_superior.local",
}

#: What a review goes through; when it ends nobody owes its steps any more.
_OF_REVIEW: Final = frozenset(
    (
        "RM.review.forward",
        "RM.review.accept",
        "RM.review.answer",
        "RM.review.answer.simple",
    )
)

_OF_LISTING: Final = frozenset(("SD.record", "SD.publish", "PN.repair_notice"))
_OF_LISTED: Final = _OF_LISTING | {"SD.revoke"}

#: What may be asked of a case that the police have, and sent on; the fact that does one
#: of these meets its own.
_OF_RECEIPT: Final = frozenset(
    ("RF.supplement", "RF.incomplete", "RF.forward", "RF.return")
)

#: What an order to rectify sets going, and a suspension.
_OF_ORDER: Final = frozenset(
    (
        "IN.order",
        "IN.recheck",
        "IN.reinspect.grace",
        "IN.extend.answer",
        "IN.major.escalate",
    )
)
_ANNOUNCED: Final = frozenset(("CM.publish", "TS.after.general"))
_OF_SUSPENSION: Final = _ANNOUNCED | {"CM.resume", "IN.major.restart"}

#: Which rules' periods end with a fact of a kind that does not discharge them.
_DROPPED: Final[Mapping[type[Fact], AbstractSet[str]]] = MappingProxyType(
    {
        RegistrationLapsed: {"PN.evidence.register"},
        HearingReported: {"PN.defence.days"},
        NoticeServiceSetAside: _HEARING,
        PartyReleased: _HEARING,
        NoPenaltyDecided: _HEARING,
        CaseClosed: _OF_CASE,
        CaseTerminated: _OF_CASE,
        CaseTransferred: _OF_CASE,
        DecisionRevoked: _OF_DECISION,
        DecisionDeclaredVoid: _OF_DECISION,
        DecisionConfirmedUnlawful: _OF_DECISION,
        PenaltyServiceSetAside: _OF_EXECUTION,
        ExecutionTerminated: _OF_EXECUTION,
        BlacklistEntryRevoked: _OF_LISTING,
        BlacklistEntryRemoved: _OF_LISTED,
        BlacklistEntryExpired: _OF_LISTED,
        LicenceRevoked: {"TS.after.penalty"},
        CoerciveMeasureLifted: {"CO.term.test", "CO.doc"},
        RectificationOrderSetAside: _OF_ORDER,
        SuspensionSetAside: _OF_SUSPENSION,
        ClosureSetAside: _ANNOUNCED,
        NoPenaltySetAside: {"PN.serve"},
        TransferDemanded: {"RF.report", "RF.decide"},
        ReferralTransferred: {"RF.team"},
        ReferralForwarded: _OF_RECEIPT - {"RF.forward"},
        ReferralReturned: _OF_RECEIPT - {"RF.return"},
        FilingDeclined: _OF_RECEIPT,
        CriminalCaseFiled: _OF_RECEIPT | {"RF.reconsider", "RF.supervise"},
        CriminalCaseDismissed: {"RF.handover"},
        CreditFactWithdrawn: CREDIT_TERMS | {"CR.repair.decide", "CR.repair.bar"},
        ReviewApplied: WINDOWS | {"CO.court.urge.latest"},
        SuitFiled: WINDOWS | {"CO.court.urge.latest"},
        FinePaid: _OF_DEMAND,
        SpotFineCollected: _OF_DEMAND,
        PenaltyPerformed: _OF_DEMAND,
        CompulsoryExecutionApplied: {"CO.court.urge.latest"},
        ReferralClosed: _OF_RECEIPT | {"RF.team", "RF.handover"},
    }
)


def dropped_by(fact: Fact) -> AbstractSet[str]:
    """
    Name the rules whose periods end with a fact that does not discharge them.

    Args:
        fact: What happened.

    Source:
        行政处罚法 44, 56, 61, 64(6), 67, 72(2); 行政强制法 25, 40; 行政诉讼法 45;
        法释〔2018〕1号 58; 国务院令310号 5, 9, 12;
        应急〔2019〕54号 17; 应急管理部令11号 14, 15.
    """
    match fact:
        case StatementWaived(hearing_waived=True):
            return {"PN.hearing.request"}
        case HearingEnded() if fact.hearing_end is not HearingEnd.WITHDRAWN:
            return {"PN.defence.days"}
        case PenaltyProposed(new_notice=True):
            return _HEARING
        case DeferralDecided() | ReviewDecided():
            return _of_remedy_or_deferral(fact)
        case ReferralDecided(decision=Outcome.NOT_A_CRIME):
            return {"RF.team"}
        case _:
            return _DROPPED.get(type(fact), frozenset())


def _of_remedy_or_deferral(
    fact: DeferralDecided | ReviewDecided,
) -> AbstractSet[str]:
    """
    Name what ends as a deferral outlasts the time to sue, or a review comes to
    something: only a decision leaves another time to sue (法释〔2018〕1号 58).
    """
    if isinstance(fact, DeferralDecided):
        return frozenset() if fact.window_limit is None else {"CO.court.window"}
    if fact.remedy_result is RemedyResult.WITHDRAWN:
        return _OF_REVIEW
    return _OF_REVIEW | {"RM.suit"}


def is_in_part(fact: Fact) -> bool:
    """
    Whether a fact pays a fine in part, or says of an entry that it is still to be
    examined: neither discharges a time.

    Args:
        fact: What happened.

    Source:
        行政处罚法 66, 67; 应急管理部令11号 15.
    """
    if isinstance(fact, BlacklistEntryReviewed):
        return fact.review_outcome is ReviewOutcome.TO_EXAMINE
    return isinstance(fact, FinePaid) and fact.fine_left_fen > 0
