"""
What the clock may not leave unsaid (时钟), told from the facts alone, when it is over.

Each of these is asked four years after the last step of a walk, when every time has run
out and the clock has done whatever it may do.
"""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from domain.audit_trail.file import Breach
from tests.cases.walks.chronicle import Chronicle, name_of
from tests.cases.walks.rules_of_cases import is_served, stands
from tests.cases.walks.rules_of_measures import is_over

#: What was left, given everything.
TimeRule = Callable[[Chronicle], Iterator[str]]
TIME_RULES: list[TimeRule] = []
#: What the police say to a referral.
ANSWERS = (
    "criminal-case-filed",
    "filing-declined",
    "referral-returned",
    "referral-forwarded",
)
#: What ends or rests the duty to enforce a fine.
RESTING = (
    "compulsory-execution-applied",
    "deferral-applied",
    "execution-agreement-made",
    "execution-suspended",
    "execution-terminated",
    "execution-completed",
    "fine-paid",
    "spot-fine-collected",
    "decision-varied",
)


def at_the_end(rule: TimeRule) -> TimeRule:
    """
    Enter such a rule.
    """
    TIME_RULES.append(rule)
    return rule


def left(now: Chronicle) -> list[str]:
    """
    List what the clock left unsaid.
    """
    return [wrong for rule in TIME_RULES for wrong in rule(now)]


def flagged(now: Chronicle, about: UUID, breach: Breach) -> bool:
    """
    Say whether a breach was flagged.
    """
    return bool(now.said("rule-breach-flagged", about=about, breach=breach))


@at_the_end
def referrals_answered(now: Chronicle) -> Iterator[str]:
    """INV-03: a referral that nobody received or answered is flagged."""
    for sent in now.said("referral-transferred"):
        file = sent.file
        ended = any(now.is_since(sent, name) for name in ("referral-closed", *ANSWERS))
        received = now.is_since(sent, "referral-received")
        if ended or now.is_since(sent, "referral-transferred"):
            continue
        if not received and not flagged(now, file, Breach.NO_RECEIPT):
            yield f"INV-03 {file} was never received, and nobody says so"
        asked = now.is_since(sent, "supplement-requested")
        if received and not asked and not flagged(now, file, Breach.FILING_LATE):
            yield f"INV-03 {file} was never answered, and nobody says so"


@at_the_end
def suspicions_spoken(now: Chronicle) -> Iterator[str]:
    """INV-01: a suspicion that nobody decided on is flagged as withheld."""
    said = ("referral-decided", "referral-transferred", "transfer-demanded")
    for opened in now.said("crime-suspected"):
        file = opened.file
        decided = any(now.said(name, file) for name in (*said, "referral-closed"))
        reported = now.said("referral-reported", file)
        withheld = now.said("referral-withheld-flagged", file)
        if not decided and reported and not withheld:
            yield f"INV-01 {file} was reported, withheld, and nobody says so"


@at_the_end
def findings_lead_somewhere(now: Chronicle) -> Iterator[str]:
    """INV-17: a violation that nothing followed is flagged, where a place says when."""
    for found in now.said("finding-recorded"):
        visit, number = found.file, found.item_no
        signed = ("inspection-record-signed", "inspection-record-refused")
        ended = any(now.said(name, visit) for name in signed)
        if not (found.is_violation and ended and found.deed.pack):
            continue
        if _followed(now, visit, number) or now.said("inspection-abandoned", visit):
            continue
        if not any(
            number in flag.item_nos
            for flag in now.said("rule-breach-flagged", about=visit)
            if flag.breach is Breach.NO_OUTCOME
        ):
            yield f"INV-17 nothing followed finding {number} of {visit}"


def _followed(now: Chronicle, visit: UUID, number: int) -> bool:
    for name in ("hazard-identified", "case-filed", "on-the-spot-penalty-decided"):
        for fact in now.said(name, inspection=visit):
            if number in fact.item_nos:
                return True
    if now.said("finding-corrected-on-spot", visit, item_no=number):
        return True
    if any(number in each.item_nos for each in now.said("no-case-decided", visit)):
        return True
    return any(visit in each.files for each in now.said("crime-suspected"))


@at_the_end
def measures_end(now: Chronicle) -> Iterator[str]:
    """INV-32: a measure of things whose term ran out is marked."""
    for fact in now.said("coercive-measure-imposed"):
        if fact.term_limit is None or is_over(now, fact.file):
            continue
        if not now.said("measure-term-overrun", fact.file):
            yield f"INV-32 the term of {fact.file} ran out, and nobody says so"


@at_the_end
def fines_are_enforced(now: Chronicle) -> Iterator[str]:
    """INV-33: a fine that nobody paid, nor took to court, is flagged."""
    for fact in _decisions(now):
        file = fact.file
        if not fact.fine_fen or not is_served(now, file) or not stands(now, file):
            continue
        rests = any(now.said(name, file) for name in RESTING)
        challenged = any(
            each.challenged == file
            for name in ("review-applied", "suit-filed")
            for each in now.said(name)
        )
        if rests or challenged or flagged(now, file, Breach.NOT_ENFORCED):
            continue
        yield f"INV-33 {file} was not enforced, and nobody says so"


@at_the_end
def measures_of_partners_end(now: Chronicle) -> Iterator[str]:
    """INV-40: a partner's measure that outlives its entry is flagged."""
    ends = ("removed", "revoked", "expired")
    for fact in now.said("partner-measure-imposed"):
        (asked,) = now.said("joint-discipline-initiated", fact.file)
        gone = [now.last(f"blacklist-entry-{end}", asked.entry) for end in ends]
        if not any(gone) or now.said("partner-measure-lifted", fact.file):
            continue
        if now.said("blacklist-entry-restored", asked.entry):
            continue
        if not flagged(now, asked.entry, Breach.MEASURE_LEFT):
            yield f"INV-40 a measure of {asked.entry} was left, and nobody says so"


@at_the_end
def what_fell_is_withdrawn(now: Chronicle) -> Iterator[str]:
    """INV-41, 61: what is public on a decision that fell is withdrawn, or flagged."""
    ending = ("item-withdrawn", "item-term-ended", "item-ended-by-repair")
    for shown in now.said("item-published"):
        if shown.penalty is None or stands(now, shown.penalty):
            continue
        ended = any(now.said(name, shown.file) for name in ending)
        if not ended and not flagged(now, shown.penalty, Breach.NOT_WITHDRAWN):
            yield f"INV-41 {shown.file} is public on what fell, and nobody says so"


@at_the_end
def served_and_published(now: Chronicle) -> Iterator[str]:
    """INV-61: a decision that was never made public is marked."""
    for fact in _decisions(now):
        file = fact.file
        shown = now.said("item-published", penalty=file)
        kept_back = now.said("non-publication-decided", penalty=file)
        if shown or kept_back or not stands(now, file) or fact.publish_limit is None:
            continue
        if not now.said("publication-overdue", penalty=file):
            yield f"INV-61 {file} was never public, and nobody says so"


def _decisions(now: Chronicle) -> list[Any]:
    names = ("penalty-decided", "on-the-spot-penalty-decided")
    return [fact for name in names for fact in now.said(name) if name_of(fact)]
