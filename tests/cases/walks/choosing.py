"""
How a walk chooses its next step (选步), and what ends a file.
"""

from collections import Counter
from random import Random

from tests.cases.walks.city import Way
from tests.cases.walks.tally import Tally

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
    "coercive-measure": {"LIFTED", "DISPOSED"},
    "suspension-order": {"RESUMED", "NOT_REQUIRED", "SET_ASIDE"},
    "closure": {"DECLINED", "EXECUTED", "BANNED", "SET_ASIDE"},
    "remedy": {"DECIDED", "JUDGED"},
}


def chosen(ways: list[Way], done: Counter[str], tally: Tally, dice: Random) -> Way:
    """
    Choose what is done: seldom what ends a file, and rather what was not done on it.

    Args:
        ways: The acts, each with somebody who may do it.
        done: How often each was done on the file.
        tally: What walks have reached so far.
        dice: What is drawn with.
    """
    roll = dice.randrange(100)
    seldom = ADDING | FINISHING if roll >= 2 * FINISHED_OF_100 else frozenset()
    if FINISHED_OF_100 <= roll < 2 * FINISHED_OF_100:
        seldom = FINISHING
    left = [way for way in ways if way[0].name not in seldom]
    names = sorted({act.name for act, _ in left or ways})
    weights = [
        WANTED.get(name, 1) * tally.news(name) / (1 + 2 * done[name]) for name in names
    ]
    (name,) = dice.choices(names, weights)
    return dice.choice([way for way in ways if way[0].name == name])
