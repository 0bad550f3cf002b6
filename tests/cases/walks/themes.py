"""
Where a walk begins, what it is about, and how it chooses its next step.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from domain.acts import ACTS, Act
from domain.base import File
from tests.cases.walks import starts, starts_on_lists
from tests.cases.walks.city import KINDS, City


@dataclass(frozen=True)
class Theme:
    """
    About what a walk is.

    Args:
        kinds: The kinds of files that it goes on with.
        openings: What opens other ones.
        starts: Where it begins, by the acts themselves.
    """

    kinds: tuple[str, ...]
    openings: tuple[str, ...]
    starts: tuple[Callable[[City], UUID], ...]

    def is_about(self, act: Act[..., object]) -> bool:
        """
        Say whether walks of this theme do an act.
        """
        kinds = {kind.TOPIC for kind in act.file_kinds if kind is not File}
        return act.name in self.openings or not kinds.isdisjoint(self.kinds)


THEMES: dict[str, Theme] = {
    "case": Theme(
        ("enforcement-case", "enforcement-case", "penalty"),
        ("file-case", "decide-on-the-spot", "suspect-crime"),
        (
            City.filed,
            City.with_person,
            City.concluded,
            starts.evidence_kept,
            starts.closed_with_a_fine,
        ),
    ),
    "parties": Theme(
        ("enforcement-case", "enforcement-case", "penalty"),
        ("confirm-service-address",),
        (
            City.with_person,
            City.notified_of,
            City.heard,
            City.asked,
            City.hearing_set,
            starts.hearing_held,
        ),
    ),
    "crime": Theme(
        ("referral", "referral", "enforcement-case"),
        ("suspect-crime", "file-case", "decide-on-the-spot"),
        (
            City.suspected,
            City.heard_and_suspected,
            starts_on_lists.transferred,
            starts_on_lists.received,
            starts_on_lists.prosecuted,
        ),
    ),
    "liaison": Theme(
        ("referral",),
        (
            "notify-clue",
            "request-co-investigation",
            "refer-official-misconduct",
            "suspect-crime",
        ),
        (City.suspected, starts_on_lists.received, starts_on_lists.prosecuted),
    ),
    "decision": Theme(
        ("enforcement-case", "enforcement-case", "penalty"),
        ("file-case", "issue-document", "serve-document"),
        (
            City.notified_of,
            City.heard,
            City.heard_and_suspected,
            starts.stopped,
            starts.fined_in_a_case,
            starts.closed_instead,
        ),
    ),
    "hazard": Theme(
        ("hazard", "hazard", "hazard", "inspection"),
        ("self-report-hazard", "impose-urgent-measure"),
        (
            City.identified,
            City.ordered,
            City.listed,
            City.reported,
            City.accepted,
            starts.followed_up,
        ),
    ),
    "penalty": Theme(
        ("penalty", "penalty", "document", "service"),
        ("decide-on-the-spot", "propose-entry"),
        (
            City.penalised,
            City.heard,
            starts.stopped,
            starts.refused_to_correct,
            starts.warned_often,
            starts.fined_instead,
        ),
    ),
    "execution": Theme(
        ("penalty", "penalty", "remedy"),
        ("record-review-application", "record-suit"),
        (
            City.penalised,
            starts.at_the_court,
            starts.asked_for_review,
            starts.unpaid,
        ),
    ),
    "remedy": Theme(
        ("remedy", "remedy", "penalty"),
        ("record-review-application", "record-suit"),
        (starts.reviewed, starts.sued, City.filed, starts.sealed, City.listed_black),
    ),
    "measure": Theme(
        ("coercive-measure", "coercive-measure", "hazard"),
        (
            "approve-measure",
            "impose-urgent-measure",
            "order-evacuation",
            "order-emergency-stop",
        ),
        (
            starts.sealed,
            starts.seized_urgently,
            starts.cut_noted,
            starts.hazard_and_case,
            starts.defied,
        ),
    ),
    "suspension": Theme(
        ("suspension-order", "suspension-order", "hazard", "closure"),
        (
            "order-suspension",
            "order-suspension-as-penalty",
            "decide-suspension-not-required",
            "request-closure",
        ),
        (
            starts.passed,
            starts.defied,
            starts.stopped,
            starts.suspended_by_penalty,
            starts.hazard_and_case,
        ),
    ),
    "closure": Theme(
        ("closure", "closure", "suspension-order", "penalty"),
        ("request-closure", "record-ban-of-site", "decide-on-the-spot"),
        (starts.failed, starts.defied, starts.warned_often),
    ),
    "list": Theme(
        ("list-entry", "list-entry", "joint-measure", "penalty"),
        (
            "decide-on-the-spot",
            "propose-entry",
            "propose-red-entry",
            "initiate-joint-discipline",
            "grant-incentive",
        ),
        (
            City.penalised,
            starts_on_lists.told_of_entry,
            starts_on_lists.red,
            starts_on_lists.disciplined,
        ),
    ),
    "entry": Theme(
        ("list-entry", "list-entry", "joint-measure"),
        (
            "propose-entry",
            "propose-red-entry",
            "initiate-joint-discipline",
            "grant-incentive",
            "announce-list",
        ),
        (
            City.penalised,
            City.listed_black,
            starts_on_lists.removal_applied,
            starts_on_lists.measure_left,
            starts_on_lists.red,
        ),
    ),
    "credit": Theme(
        ("credit-record", "credit-record", "penalty", "enterprise"),
        ("decide-on-the-spot",),
        (
            City.penalised,
            starts_on_lists.recorded,
            starts_on_lists.repaired,
            starts_on_lists.published,
        ),
    ),
    "public": Theme(
        ("publication", "publication", "penalty", "list-entry", "credit-record"),
        ("announce-list", "propose-entry", "decide-on-the-spot"),
        (
            starts_on_lists.published,
            starts_on_lists.recorded,
            starts_on_lists.repaired,
            starts.stopped,
        ),
    ),
    "ban": Theme(
        ("ban", "ban", "penalty"),
        ("impose-occupational-ban", "impose-lifetime-ban", "impose-industry-ban"),
        (starts.banned, City.penalised),
    ),
    "draw": Theme(
        ("random-draw", "inspection"),
        ("commit-random-draw", "approve-inspection"),
        (starts.drawn, City.identified),
    ),
    "paper": Theme(
        ("document", "service", "enforcement-case", "penalty"),
        (
            "issue-document",
            "serve-document",
            "record-failed-service",
            "announce-service",
            "confirm-service-address",
        ),
        (
            City.notified_of,
            starts.fined_in_a_case,
            starts.stopped,
            starts.failed_service,
        ),
    ),
    "all": Theme(
        KINDS,
        (
            "file-case",
            "suspect-crime",
            "decide-on-the-spot",
            "propose-entry",
            "propose-red-entry",
            "issue-document",
            "serve-document",
            "announce-service",
            "confirm-service-address",
            "impose-urgent-measure",
            "order-suspension",
            "record-review-application",
        ),
        (
            City.identified,
            City.filed,
            starts_on_lists.removal_applied,
            starts_on_lists.published,
        ),
    ),
}
#: The files whose every act is walked.
FILES = frozenset(
    (
        "enforcement-case",
        "penalty",
        "referral",
        "remedy",
        "coercive-measure",
        "suspension-order",
        "closure",
        "list-entry",
        "joint-measure",
        "ban",
        "credit-record",
        "publication",
        "random-draw",
        "document",
        "service",
    )
)
#: What opens one of them, or acts on another file for one of them.
OPENING = frozenset(name for theme in THEMES.values() for name in theme.openings)
#: Acts of these files that walks do not reach, and why.
NOT_WALKED: dict[str, str] = {}
#: The acts that walks reach.
WALKED = tuple(
    act
    for act in ACTS.values()
    if act.name in OPENING
    or act.name == "deduct-points"
    or {kind.TOPIC for kind in act.file_kinds if kind is not File} & FILES
)
