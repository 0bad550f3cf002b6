"""
What the clock does when a period is over (期满事项), and what ends a period before.

The watch and the board of deadlines read these tables; they hold no rule of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from domain.base import Fact
from domain.hazard.facts import RectificationDeadlineExtended, RectificationOrdered
from domain.hazard.facts_of_treatment import HazardListedForSupervision
from domain.law.deadlines import RULES
from domain.officer.file import OfficerCertified
from domain.publication.file import (
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
    ItemPublished: _SHOWN,
    ItemCorrected: _SHOWN,
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
        "CO.court.window": ("flag-not-enforced", ()),
        "PN.publish.when": ("mark-publication-overdue", ()),
    }
)

#: What the clock does when a period is over and nobody has acted, by rule, where that
#: is no breach: its act, and the terms of the fact that this act takes.
LAPSES: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "PN.evidence.register": ("lapse-registration", ("registration_no",)),
        "PN.defence.days": ("expire-statement", ("party_no",)),
    }
)

#: Which period a fact answers by the last word of a tag that names the file.
ANSWERED_BY_TAG: Mapping[str, str] = MappingProxyType(
    {
        "measure": "IN.major.escalate",
        "escalation": "IN.major.escalate",
        "outcome": "IN.outcome",
        MADE_PUBLIC: "PN.publish.when",
        TAKEN_BACK: "PN.publish.withdraw",
    }
)

#: What ends a period besides what the law's table names, by the findings that the file
#: of the fact is about.
DISCHARGED_BY_MATTER: Mapping[str, frozenset[str]] = MappingProxyType(
    {"IN.outcome": frozenset(("HazardRemovedOnSpot",))}
)

#: Which facts let a period stand still, by rule.
SUSPENDED_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        rule.id: frozenset(
            name for row in RULES if row.id == rule.id for name in row.suspended_by
        )
        for rule in RULES
    }
)

#: Which facts end a period, by rule: what the law's table says, and the acts that set
#: a day themselves.
DISCHARGED_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        rule.id: frozenset(
            name for row in RULES if row.id == rule.id for name in row.discharged_by
        ).union(
            DISCHARGED_BY_MATTER.get(rule.id, ()),
            *(d.discharged_by for d in SET_DAYS.values() if d.rule == rule.id),
        )
        for rule in RULES
    }
)
