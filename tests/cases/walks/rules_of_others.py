"""
What no hazard, no referral and no entry may come to, told from the facts alone.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from domain.base import Role
from domain.hazard.choices import HazardLevel, TreatmentRecipient
from domain.referral.choices import Outcome
from domain.values import day_of
from tests.cases.walks.chronicle import Chronicle, always, name_of, of
from tests.cases.walks.rules_of_cases import is_served, stands

#: What takes an entry off its list.
LEAVING = {
    "black": (
        "blacklist-entry-removed",
        "blacklist-entry-revoked",
        "blacklist-entry-expired",
    ),
    "red": ("redlist-entry-removed", "redlist-entry-expired"),
}


# -- hazards --------------------------------------------------------------------------


@of("hazard-verified", "hazard-verification-failed")
def not_who_accepted(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a hazard
    """INV-09."""
    accepted = before.last("rectification-accepted", fact.file)
    if accepted is None:
        yield "INV-08 not accepted"
    elif {*fact.verifiers, *fact.deed.officers} & {*accepted.acceptors}:
        yield "INV-09 verified by who accepted"


@of("rectification-accepted")
def accepted_after_everything(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a hazard
    """INV-07, 08, 12, 13."""
    file = fact.file
    reported = before.last("rectification-reported", file)
    order = before.last("rectification-ordered", file)
    if order is None or reported is None:
        yield "INV-08 not ordered and reported"
        return
    for undone in ("rectification-rejected", "hazard-verification-failed"):
        if before.is_since(reported, undone):
            yield "INV-08 not reported again"
    graded = before.last("hazard-graded", file)
    if graded is not None and graded.hazard_level is not HazardLevel.MAJOR:
        return
    if not before.said("hazard-listed-for-supervision", file):
        yield "INV-08 not listed"
    if not before.said("three-lists-recorded", file):
        yield "INV-12 no lists"
    for to in (TreatmentRecipient.REGULATOR, TreatmentRecipient.WORKERS_CONGRESS):
        if not before.said("major-hazard-treatment-reported", file, reported_to=to):
            yield "INV-13 not reported to both"


@of("hazard-delisted")
def verified_before(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a hazard
    """INV-08; the place may let a signed opinion stand for an ordinary one's."""
    accepted = before.last("rectification-accepted", fact.file)
    stands_for_it = accepted is not None and accepted.opinion_stands
    if not before.said("hazard-verified", fact.file) and not stands_for_it:
        yield "INV-08 not verified"


@of("rectification-deadline-extended")
def extended_in_time(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a hazard
    """INV-15: by the order that stands, not by one that was set aside."""
    order = Chronicle()
    for each in before.of_file.get(fact.file, []):
        order = (
            Chronicle() if name_of(each) == "rectification-order-set-aside" else order
        )
        order.add(each)
    applied = order.last("rectification-extension-applied", fact.file)
    ordered = order.last("rectification-ordered", fact.file)
    earlier = order.last("rectification-deadline-extended", fact.file)
    until = getattr(earlier or ordered, "rectify_until", date.min)
    if applied is None or day_of(fact.deed.occurred_at) > until:
        yield "INV-15 extended too late"
    if order.said("rectification-overdue", fact.file):
        yield "INV-15 extended though overdue"


@of("hazard-removed-on-spot")
def none_major(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a hazard
    """INV-08: no major hazard ends on the spot."""
    graded = before.last("hazard-graded", fact.file)
    if graded is None or graded.hazard_level is HazardLevel.MAJOR:
        yield "INV-08 a major hazard, removed on the spot"


@of(
    "rectification-ordered",
    "rectification-reported",
    "hazard-listed-for-supervision",
    "rectification-accepted",
    "hazard-verified",
    "hazard-delisted",
    "rectification-overdue",
)
def none_ended(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a hazard
    """An ended hazard goes on no longer."""
    for name in ("hazard-delisted", "hazard-removed-on-spot"):
        if before.said(name, fact.file):
            yield "a step of a hazard that has ended"


# -- referrals ------------------------------------------------------------------------


@of("referral-decided")
def decided_by_the_principal(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a referral
    """国务院令310号 5: the principal head, who does not handle it; on a report."""
    by = fact.deed.actor
    if by.role is not Role.PRINCIPAL_HEAD:
        yield "310-5 not the principal head"
    handlers: set[object] = set()
    for each in before.said("referral-team-named", fact.file):
        handlers |= set(each.handlers)
    for name in ("crime-suspected", "referral-reported"):
        for each in before.said(name, fact.file):
            handlers |= set(each.deed.officers)
    if by.person in handlers:
        yield "310-5 decided by who handles it"
    if not before.said("referral-reported", fact.file):
        yield "310-5 not reported"
    if fact.decision is not Outcome.TRANSFER and not fact.reasons.strip():
        yield "310-5 no reasons"


@of("referral-transferred")
def transferred_as_decided(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a referral
    """国务院令310号 5-6."""
    decided = before.last("referral-decided", fact.file)
    is_decided = decided is not None and decided.decision is Outcome.TRANSFER
    if not is_decided and not before.said("transfer-demanded", fact.file):
        yield "310-5 not decided"
    if any(not paper.is_answered for paper in fact.papers):
        yield "310-6 papers missing"


@of(
    "referral-received",
    "criminal-case-filed",
    "filing-declined",
    "referral-returned",
    "filing-reconsidered",
)
def by_those_who_have_it(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of a referral
    """INV-05: the police that it was sent to, by their own identity."""
    sent = before.last("referral-transferred", fact.file)
    on = before.last("referral-forwarded", fact.file)
    by = fact.deed.actor
    if sent is None:
        yield "INV-05 answered before it was sent"
    elif by.role is not Role.POLICE or by.body == sent.deed.body:
        yield "INV-05 answered by whoever sent it"
    elif by.body not in (sent.police, on.police if on else None):
        yield "INV-05 answered by others"


# -- lists ----------------------------------------------------------------------------


@of("blacklist-entry-proposed", "blacklist-entry-made")
def on_a_penalty(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of an entry
    """INV-39; 令11号 4, 6, 7: of this body, served, standing."""
    entry = before.of_file.get(fact.file, [fact])[0]
    penalty = entry.penalty
    if not is_served(before, penalty) or not stands(before, penalty):
        yield "INV-39 on no served and standing penalty"
    if before.of_file[penalty][0].deed.body != fact.deed.body:
        yield "INV-39 on the penalty of another body"


@of("blacklist-entry-made")
def told_before(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of an entry
    """INV-39; 令11号 9-10."""
    notice = before.last("blacklist-entry-notified", fact.file)
    if notice is None:
        yield "INV-39 without notice"
        return
    answers = ("entry-statement-heard", "entry-statement-expired")
    if not any(before.is_since(notice, name) for name in answers):
        yield "INV-39 neither heard nor expired"
    if not set(fact.management_measures) <= set(notice.measures_told):
        yield "INV-39 measures that were not told"
    if fact.deed.actor.role not in (Role.HEAD, Role.PRINCIPAL_HEAD):
        yield "令11号 not decided by a head"


@of("blacklist-entry-removed")
def a_year_before(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of an entry
    """令11号 18."""
    made = before.last("blacklist-entry-restored", fact.file) or before.last(
        "blacklist-entry-made", fact.file
    )
    applied = before.last("early-removal-applied", fact.file)
    if made is None or applied is None:
        yield "18 not applied for"
    elif applied.deed.on < made.deed.on + timedelta(days=364):
        yield "18 within twelve months"


@of("blacklist-entry-expired")
def three_years_before(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  a fact of an entry
    """令11号 17."""
    made = before.last("blacklist-entry-made", fact.file)
    if made is None or fact.deed.on < made.deed.on + timedelta(days=3 * 365):
        yield "17 before three years are over"


def live(before: Chronicle, colour: str) -> dict[object, object]:
    """
    Give who stands on a list, each with the entry.
    """
    found: dict[object, object] = {}
    for opened in before.said(f"{colour}list-entry-proposed"):
        on_it = False
        for fact in before.of_file[opened.file]:
            name = fact.TOPIC.split(".")[1]
            if name in (f"{colour}list-entry-made", f"{colour}list-entry-restored"):
                on_it = True
            if name in LEAVING[colour]:
                on_it = False
        if on_it:
            found[opened.enterprise or getattr(opened, "person_key", "")] = opened.file
    return found


@always
def on_both_lists(before: Chronicle) -> list[str]:
    """
    INV-40: list who stands on both lists.
    """
    both = {*live(before, "black")} & {*live(before, "red")}
    return [f"INV-40 {who} on both lists" for who in both if who]
