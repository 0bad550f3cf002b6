"""
What the clock does when a period is over (期满事项), and what ends a period before.

The watch and the board of deadlines read these tables; they hold no rule of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from domain.ban.file import (
    BanTermFixed,
    IndustryBanImposed,
    OccupationalBanImposed,
)
from domain.base import Fact
from domain.credit_record.facts_of_repair import RepairRevoked
from domain.hazard.facts import RectificationDeadlineExtended, RectificationOrdered
from domain.hazard.facts_of_treatment import HazardListedForSupervision
from domain.law.credit_classes import LONGEST
from domain.law.deadlines import RULES
from domain.law.forms import Form
from domain.list_entry.facts import BlacklistEntryMade
from domain.list_entry.facts_of_red import RedlistEntryMade
from domain.list_entry.facts_of_removal import BlacklistEntryRestored
from domain.officer.file import OfficerCertified
from domain.publication.file import (
    LISTING_SHOWN,
    MADE_PUBLIC,
    TAKEN_BACK,
    ItemCorrected,
    ItemPublished,
)
from domain.service.file import ServiceAnnounced


@dataclass(frozen=True)
class SetDay:
    """
    A last day that an act sets itself.

    Args:
        rule: The rule that it is shown under.
        term: The fact's term that holds the day; a dot leads into a record.
        discharged_by: Facts that end it.
        clock_act: The clock's act when the day is over; empty for none.
        clock_terms: The fact's terms that this act takes.
    """

    rule: str
    term: str
    discharged_by: frozenset[str]
    clock_act: str = ""
    clock_terms: tuple[str, ...] = ()


_ORDER = SetDay(
    "IN.order",
    "rectify_until",
    frozenset(("RectificationReported", "RectificationOverdue", "HazardRemovedOnSpot")),
    "mark-overdue",
)
_SHOWN = SetDay(
    "TS.keep",
    "term.until_on",
    frozenset(("ItemTermEnded", "ItemWithdrawn", "ItemEndedByRepair")),
    "end-publicity",
)

_LISTED = SetDay(
    "SD.term",
    "until_on",
    frozenset(
        ("BlacklistEntryRemoved", "BlacklistEntryRevoked", "BlacklistEntryExpired")
    ),
    "expire-entry",
)

_BAN_OVER = frozenset(("BanExpired", "BanLifted"))
_BANNED = SetDay("AC.bar", "until_on", _BAN_OVER, "expire-ban")

SET_DAYS: dict[type[Fact], SetDay] = {
    RectificationOrdered: _ORDER,
    RectificationDeadlineExtended: _ORDER,
    HazardListedForSupervision: SetDay(
        "IN.supervise.list", "supervise_until", frozenset(("SupervisionReleased",))
    ),
    OfficerCertified: SetDay(
        "IN.cert",
        "valid_until",
        frozenset(("CertificateExpired", "OfficerLeft")),
        "expire-certificate",
        ("certificate_number",),
    ),
    ServiceAnnounced: SetDay(
        "SV.announce",
        "served_on",
        frozenset(("DocumentServed",)),
        "complete-announced-service",
    ),
    BlacklistEntryMade: _LISTED,
    BlacklistEntryRestored: _LISTED,
    RedlistEntryMade: SetDay(
        "RL.term",
        "until_on",
        frozenset(("RedlistEntryRemoved", "RedlistEntryExpired")),
        "expire-red-entry",
    ),
    OccupationalBanImposed: _BANNED,
    BanTermFixed: _BANNED,
    IndustryBanImposed: SetDay(
        "SL.false_report.ban", "until_on", _BAN_OVER, "expire-ban"
    ),
    ItemPublished: _SHOWN,
    ItemCorrected: _SHOWN,
    RepairRevoked: SetDay(
        "CR.repair.bar", "barred_until", frozenset(("RepairApplied",))
    ),
}

#: What the clock flags when a period is over and nothing was done, by rule: its act,
#: and the terms of the fact that this act takes.
FLAGS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "IN.major.list": ("flag-not-listed", ()),
        "IN.major.escalate": ("flag-not-escalated", ()),
        "IN.outcome": ("flag-no-outcome", ("item_no",)),
        "IN.approve.late": ("flag-not-approved", ()),
        "IN.cert.retrain": ("mark-training-overdue", ()),
        "RF.report": ("flag-referral-withheld", ()),
        "RF.decide": ("flag-referral-withheld", ()),
        "RF.send": ("flag-referral-withheld", ()),
        "RF.must_transfer": ("flag-referral-withheld", ()),
        "RF.copy": ("flag-referral-delay", ()),
        "RF.receipt": ("flag-referral-delay", ()),
        "RF.filing": ("flag-referral-delay", ()),
        "RF.filing.check": ("flag-referral-delay", ()),
        "RF.filing.complex": ("flag-referral-delay", ()),
        "RF.reconsider": ("flag-referral-delay", ()),
        "RF.supervise": ("flag-referral-delay", ()),
        "RF.order_file": ("flag-referral-delay", ()),
        "RF.reply": ("flag-referral-delay", ()),
        "RF.supplement": ("flag-referral-delay", ()),
        "RF.reconsider.decide": ("flag-referral-delay", ()),
        "RF.explain": ("flag-referral-delay", ()),
        "RF.handover": ("flag-referral-delay", ()),
        "CO.term": ("mark-measure-overrun", ()),
        "CO.term.ext": ("mark-measure-overrun", ()),
        "CO.urgent": ("flag-measure-not-approved", ()),
        "CO.court.window": ("flag-not-enforced", ()),
        "CO.court.window.deferred": ("flag-not-enforced", ()),
        "CO.court.judgment": ("flag-not-enforced", ()),
        "SD.lift": ("flag-measure-left", ()),
        "PN.publish.when": ("mark-publication-overdue", ()),
        "PN.publish.withdraw": ("flag-not-withdrawn", ()),
        "TS.after.general": ("mark-result-overdue", ()),
        "TS.after.penalty": ("mark-result-overdue", ()),
        "CM.publish": ("mark-result-overdue", ()),
        "PN.file_superior": ("flag-not-filed-with-superior", ()),
        "PN.file_superior.local": ("flag-not-filed-with-superior", ()),
        "SL.close": ("flag-closure-not-requested", ()),
        "SL.close.year": ("flag-closure-not-requested", ()),
        "SL.close.coal": ("flag-mine-closure-not-requested", ()),
    }
)

#: What the clock does when a period is over and nobody has acted, by rule, where that
#: is no breach: its act, and the terms of the fact that this act takes.
LAPSES: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "PN.evidence.register": ("lapse-registration", ("registration_no",)),
        "PN.defence.days": ("expire-statement", ("party_no",)),
        "SD.statement": ("expire-entry-statement", ()),
    }
)

#: Which period a fact answers by the last word of a tag that names the file.
ANSWERED_BY_TAG: Mapping[str, str] = MappingProxyType(
    {
        "measure": "IN.major.escalate",
        "escalation": "IN.major.escalate",
        "outcome": "IN.outcome",
        "lifted": "SD.lift",
        MADE_PUBLIC: "PN.publish.when",
        TAKEN_BACK: "PN.publish.withdraw",
        LISTING_SHOWN: "SD.publish",
    }
)

#: Which papers meet a period that began with the fact which they render, by the service
#: and, where the rule says so, by its announcement.
SERVED_BY: Mapping[str, frozenset[Form]] = MappingProxyType(
    {
        "PN.repair_notice": frozenset((Form.REPAIR_NOTICE, Form.LISTING_REPAIR_NOTICE)),
        "PN.serve": frozenset((Form.NO_PENALTY_DECISION,)),
        "CO.doc": frozenset((Form.SEALING_DECISION, Form.SEALING_INVENTORY)),
    }
)

#: What ends a period besides what the law's table names, by the findings that the file
#: of the fact is about.
DISCHARGED_BY_MATTER: Mapping[str, frozenset[str]] = MappingProxyType(
    {"IN.outcome": frozenset(("HazardRemovedOnSpot",))}
)

#: What meets a period besides what the law's table names: a reasoned end of the
#: referral, an answer that shows the receipt, a receipt with which time runs anew,
#: a fine that was taken in cash or by the court, a decision of a fine by the day, an
#: entry that was examined and stands, a credit fact that was repaired.
ALSO_DISCHARGED_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "RF.reconsider": frozenset(("ReferralClosed",)),
        "RF.supervise": frozenset(("ReferralClosed",)),
        "RF.receipt": frozenset(("CriminalCaseFiled", "FilingDeclined")),
        "RF.filing": frozenset(("ReferralReceived",)),
        "SD.revoke": frozenset(("BlacklistEntryReviewed",)),
        **dict.fromkeys(
            (
                "PN.limit.decide",
                "PN.limit.decide.base15",
                "PN.limit.decide.ext1",
                "PN.limit.decide.ext2",
            ),
            frozenset(("DailyFineDecided",)),
        ),
        "PN.pay": frozenset(("SpotFineCollected", "ExecutionCompleted")),
        "CO.court.window": frozenset(("SpotFineCollected",)),
        "CO.court.judgment": frozenset(("PenaltyPerformed", "SpotFineCollected")),
        **dict.fromkeys(LONGEST.values(), frozenset(("CreditFactRepaired",))),
        "SD.publish": frozenset(
            (
                "BlacklistEntryRemoved",
                "BlacklistEntryRevoked",
                "BlacklistEntryExpired",
            )
        ),
    }
)

#: What meets an extended time to decide, and lets it stand still, as it does the first
#: one: what the new rules say of it is not known (令18号 待核).
EXTENDED = "PN.limit.decide.ext_new"


def _as_first(rule: str) -> str:
    return "PN.limit.decide" if rule == EXTENDED else rule


#: Which facts let a period stand still, by rule.
SUSPENDED_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        rule.id: frozenset(
            name
            for row in RULES
            if row.id == _as_first(rule.id)
            for name in row.suspended_by
        )
        for rule in RULES
    }
)

#: Which facts end a period, by rule: what the law's table says, and the acts that set
#: a day themselves.
DISCHARGED_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        rule.id: frozenset(
            name
            for row in RULES
            if row.id in (rule.id, _as_first(rule.id))
            for name in row.discharged_by
        ).union(
            DISCHARGED_BY_MATTER.get(rule.id, ()),
            ALSO_DISCHARGED_BY.get(rule.id, ()),
            *(d.discharged_by for d in SET_DAYS.values() if d.rule == rule.id),
        )
        for rule in RULES
    }
)
