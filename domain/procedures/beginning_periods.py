"""
Which periods a fact begins without keeping a limit for them (起算而不存期限).

A limit of the body itself stands in the fact. The times of others, and those that the
law gives no number, stand in none: they follow from the fact, the law's table and the
calendar in force, and whoever shows them derives them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from domain.base import Fact
from domain.coercive_measure.choices import OF_THINGS
from domain.coercive_measure.facts import CoerciveMeasureImposed
from domain.credit_record.facts_of_repair import RepairApplied
from domain.hazard.choices import HazardLevel, TreatmentRecipient
from domain.hazard.facts import HazardGraded
from domain.inspection.facts import FindingRecorded, InspectionRefused
from domain.law.credit_classes import LONGEST, SHORTEST
from domain.law.form_rules import RULES as FORMS
from domain.law.forms import Form
from domain.list_entry.choices import ReviewOutcome
from domain.list_entry.facts import BlacklistEntryMade, BlacklistEntryReviewed
from domain.penalty.facts import (
    OnTheSpotPenaltyDecided,
    PenaltyDecided,
    PenaltyServed,
)
from domain.penalty.facts_of_execution import (
    CompulsoryExecutionApplied,
    ExecutionAcceptanceDecided,
    ExecutionSuspended,
    PerformanceDemanded,
)
from domain.referral.facts_of_filing import (
    CriminalCaseFiled,
    FilingDeclined,
    ReferralReceived,
)
from domain.referral.facts_of_outcome import NonProsecutionDecided
from domain.referral.facts_of_suspicion import CrimeSuspected
from domain.remedy.choices import RemedyResult
from domain.remedy.facts import ReviewAccepted, ReviewApplied, ReviewDecided
from domain.service.file import DocumentServed

#: How long a credit fact is shown at the shortest and at the longest: what is still
#: public then has a term of its own.
CREDIT_TERMS = frozenset((*SHORTEST.values(), *LONGEST.values()))

#: Times of a party: when one is over, a right has lapsed and nobody is late.
#: So are those in which the police may still ask for papers, or not keep a case.
HANDLING = frozenset(("RF.incomplete", "RF.forward", "RF.return"))
LAPSING = (
    HANDLING
    | CREDIT_TERMS
    | {
        "RM.review.apply",
        "RM.suit",
        "RM.suit.after_review",
        "PN.hearing.request",
        "CR.repair.bar",
        "CO.court.urge",
    }
)

#: What goes together with another act and has no number in law: the clock asks after it
#: once the day of that act is over, and the board shows its age (应急〔2019〕54号8).
TOGETHER = frozenset(("RF.copy",))

#: What is answered in parts, by rule: the fact's term that names a part, and the parts
#: of which none stands for another (安全生产法41(2); 行政强制法24).
IN_PARTS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "IN.major.report": (
            "reported_to",
            (
                TreatmentRecipient.REGULATOR.code,
                TreatmentRecipient.WORKERS_CONGRESS.code,
            ),
        ),
        "CO.doc": ("form", (Form.SEALING_DECISION.code, Form.SEALING_INVENTORY.code)),
    }
)


@dataclass(frozen=True)
class Begun:
    """
    A period that begins (起算).

    Args:
        rule: A row of the table of deadlines.
        on: The legal day that starts it, or for a rule in hours the moment.
        told: Whether the recording of the fact is what it asks for, and meets it; a
            late one is marked in the fact.
        after: The rule on whose last day, counted from there, it begins; empty where
            it begins on the day itself.
    """

    rule: str
    on: date | datetime
    told: bool = False
    after: str = ""


def periods_begun(fact: Fact, form: Form | None) -> Iterable[Begun]:
    """
    List the periods that a fact begins and keeps no limit for.

    Args:
        fact: The fact.
        form: The kind of the document that it is about, if it is about one.

    Source:
        行政处罚法 54; 安全生产法 41(2), 69; 行政复议法 20; 行政诉讼法 46;
        国办发〔2025〕22号; 应急管理部令11号 15; 发改委令36号.
    """
    on = fact.deed.on
    match fact:
        case FindingRecorded():
            if fact.is_violation:
                yield Begun("PN.filing", on)
            if fact.for_department:
                yield Begun("IN.transfer", on)
        case InspectionRefused():
            yield Begun("PN.filing", on)
        case HazardGraded(hazard_level=HazardLevel.MAJOR):
            yield Begun("IN.major.report", on)
        case CrimeSuspected():
            yield Begun("RF.team", on)
        case CoerciveMeasureImposed() if fact.measure_kind in OF_THINGS:
            yield Begun("CO.doc", on)
        case DocumentServed() if form is not None and FORMS[form].challenged:
            yield Begun("RM.review.apply", fact.served_on)
            yield Begun("RM.suit", fact.served_on)
        case _:
            yield from _begun_by_penalty(fact)
            yield from _begun_by_remedy(fact)
            yield from begun_by_referral(fact)
            yield from _begun_of_credit(fact)


def _begun_of_credit(fact: Fact) -> Iterable[Begun]:
    match fact:
        case RepairApplied():
            yield Begun("CR.repair.decide", fact.deed.on)
        case BlacklistEntryReviewed(review_outcome=ReviewOutcome.TO_EXAMINE):
            yield Begun("SD.revoke", fact.deed.on)
        case BlacklistEntryMade():
            yield Begun("PN.repair_notice", fact.deed.on)
        case _:
            return


def begun_by_referral(fact: Fact) -> Iterable[Begun]:
    """
    List the periods of the other side that a fact of a referral begins.

    Args:
        fact: The fact.

    Source:
        国务院令310号 (2020) 7; 公安机关办理刑事案件程序规定 180;
        应急〔2019〕54号 10-12, 18.
    """
    match fact:
        case ReferralReceived():
            for rule in sorted(HANDLING):
                yield Begun(rule, fact.deed.occurred_at)
        case CriminalCaseFiled() | FilingDeclined():
            yield Begun("RF.filing.notice", fact.deed.on, told=True)
        case NonProsecutionDecided():
            yield Begun("RF.no_prosecute", fact.deed.on, told=True)
        case _:
            return


def _begun_by_remedy(fact: Fact) -> Iterable[Begun]:
    match fact:
        case ReviewApplied():
            yield Begun("RM.review.accept", fact.deed.on)
        case ReviewAccepted():
            rule, on = "RM.review.decide", fact.deed.on
            yield Begun(f"{rule}.simple" if fact.simple else rule, on)
            if not fact.simple:
                yield Begun(f"{rule}.ext", on, after=rule)
        case ReviewDecided() if fact.remedy_result is not RemedyResult.WITHDRAWN:
            yield Begun("RM.suit.after_review", fact.deed.on)
        case _:
            return


def _begun_by_penalty(fact: Fact) -> Iterable[Begun]:
    match fact:
        case PenaltyDecided():
            yield Begun("PN.repair_notice", fact.deed.on)
        case OnTheSpotPenaltyDecided():
            yield Begun("PN.simple.file", fact.deed.on)
        case PenaltyServed() if fact.service is None:
            yield Begun("RM.review.apply", fact.served_on)
        case PerformanceDemanded():
            yield Begun("CO.court.urge", fact.deed.on)
        case CompulsoryExecutionApplied():
            yield Begun("CO.court.accept", fact.deed.on)
        case ExecutionAcceptanceDecided() if fact.court_accepted:
            yield Begun("CO.court.rule", fact.deed.on)
            yield Begun("CO.court.rule.heard", fact.deed.on)
        case ExecutionSuspended():
            yield Begun("CO.stop/close", fact.deed.on)
        case _:
            return
