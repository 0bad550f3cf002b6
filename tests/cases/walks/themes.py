"""
Where a walk begins, what it is about, and how it chooses its next step.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from uuid import UUID

from domain.acts import Act
from domain.base import Actor
from tests.cases.walks.city import KINDS, City

#: An act, and who may do it.
Way = tuple[Act[..., object], Actor]


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


THEMES: dict[str, Theme] = {
    "case": Theme(
        ("enforcement-case", "enforcement-case", "penalty"),
        ("file-case", "decide-on-the-spot", "suspect-crime"),
        (City.filed, City.with_person, City.concluded),
    ),
    "parties": Theme(
        ("enforcement-case", "enforcement-case", "penalty"),
        ("confirm-service-address",),
        (City.with_person, City.notified_of, City.heard, City.asked, City.hearing_set),
    ),
    "crime": Theme(
        ("referral", "referral", "enforcement-case"),
        ("suspect-crime", "file-case", "decide-on-the-spot"),
        (City.suspected, City.suspected, City.heard_and_suspected),
    ),
    "decision": Theme(
        ("enforcement-case",),
        ("file-case",),
        (City.notified_of, City.heard, City.heard_and_suspected),
    ),
    "hazard": Theme(
        ("hazard", "hazard", "hazard", "inspection"),
        ("self-report-hazard",),
        (City.identified, City.ordered, City.listed, City.reported, City.accepted),
    ),
    "penalty": Theme(
        ("penalty", "penalty", "document", "service"),
        ("decide-on-the-spot", "propose-entry"),
        (City.penalised, City.heard),
    ),
    "execution": Theme(("penalty",), ("propose-entry",), (City.penalised,)),
    "list": Theme(
        ("list-entry", "list-entry", "joint-measure", "penalty"),
        (
            "decide-on-the-spot",
            "propose-entry",
            "propose-red-entry",
            "initiate-joint-discipline",
            "grant-incentive",
        ),
        (City.penalised,),
    ),
    "credit": Theme(
        ("credit-record", "credit-record", "penalty"),
        ("decide-on-the-spot",),
        (City.penalised,),
    ),
    "entry": Theme(
        ("list-entry", "list-entry", "joint-measure"),
        ("propose-entry", "propose-red-entry", "initiate-joint-discipline"),
        (City.penalised, City.listed_black),
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
        ),
        (City.identified, City.filed),
    ),
}
#: Acts that only add to a file: with them alone nobody gets anywhere.
ADDING = frozenset(
    (
        "record-aggravating-factor",
        "record-mitigating-factor",
        "take-sample",
        "examine-scene",
        "record-questioning",
        "summon",
        "commission-appraisal",
        "register-evidence",
        "require-outcome",
        "satisfy-outcome",
        "extend-case-time",
        "suspend-case-clock",
        "resume-case-clock",
        "assign-handlers",
        "decide-recusal",
        "name-party",
        "record-finding",
        "record-inspection-refusal",
        "record-supervision-progress",
        "assign-hazard",
        "copy-referral",
        "receive-prosecutor-opinion",
        "correct-decision",
        "file-with-superior",
    )
)
#: Acts that end a file early: chosen seldom, for a walk that ends shows nothing more.
FINISHING = frozenset(
    (
        "transfer-case",
        "terminate-case",
        "release-party",
        "decide-no-penalty",
        "decide-no-case",
        "revoke-decision",
        "declare-void",
        "confirm-unlawful",
        "terminate-execution",
        "vary-decision",
        "void-document",
        "replace-document",
        "set-service-aside",
        "close-referral",
        "dismiss-criminal-case",
        "return-case-for-penalty",
        "decline-entry",
        "revoke-entry",
        "withdraw-credit-fact",
        "remove-red-entry",
        "abandon-inspection",
    )
)
#: How many of a hundred times such an act is chosen where another one is open as well.
FINISHED_OF_100 = 6
#: Acts that the rules ask most of, and how much rather they are chosen.
WANTED = {
    "decide-penalty": 8,
    "close-case": 4,
    "decide-referral": 4,
    "verify-hazard": 4,
    "delist-hazard": 4,
    "make-entry": 4,
    "make-red-entry": 4,
    "apply-to-court": 4,
}
#: What ends a file, by the name of its stage.
ENDS = {
    "inspection": {"CLOSED", "ABANDONED"},
    "hazard": {"DELISTED", "RELEASED", "REMOVED"},
    "enforcement-case": {"ARCHIVED", "TRANSFERRED"},
    "penalty": {"PERFORMED", "TERMINATED", "FALLEN"},
    "referral": {"CLOSED", "CLEARED", "JUDGED"},
    "list-entry": {"DECLINED", "REMOVED", "REVOKED", "EXPIRED"},
}


def chosen(ways: list[Way], done: Counter[str], dice: Random) -> Way:
    """
    Choose what is done: seldom what ends a file, and rather what was not done on it.

    Args:
        ways: The acts, each with somebody who may do it.
        done: How often each was done on the file.
        dice: What is drawn with.
    """
    roll = dice.randrange(100)
    seldom = ADDING | FINISHING if roll >= 2 * FINISHED_OF_100 else frozenset()
    if FINISHED_OF_100 <= roll < 2 * FINISHED_OF_100:
        seldom = FINISHING
    left = [way for way in ways if way[0].name not in seldom]
    names = sorted({act.name for act, _ in left or ways})
    weights = [WANTED.get(name, 1) / (1 + 2 * done[name]) for name in names]
    (name,) = dice.choices(names, weights)
    return dice.choice([way for way in ways if way[0].name == name])
