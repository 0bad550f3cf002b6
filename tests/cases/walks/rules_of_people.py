"""
Who may act at all, told from the registers' facts alone.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from domain.acts import ACTS, Declaration, Power, Reach
from domain.base import WITHOUT_PERSON, File, Role, Time
from domain.values import day_of
from tests.cases.walks.chronicle import EVERY, Chronicle, of

#: How long a licensing post is looked back on, in the places of the walks.
LOOK_BACK = 365


def is_lawful(before: Chronicle) -> bool:
    """
    Say whether the common grounds hold already.
    """
    begun = before.lawful_from
    return begun is not None and len(before.facts) >= begun


def holds(
    before: Chronicle, person: UUID, role: Role, body: UUID | None, on: date
) -> bool:
    """
    Say whether somebody has a post in a body on a day.
    """
    until: dict[date, date | None] = {}
    for fact in before.of_file.get(person, []):
        name = fact.TOPIC.split(".")[1]
        ours = getattr(fact, "body", body) in (None, body)
        same = ours and getattr(fact, "role", None) in (None, role)
        if name == "officer-role-assigned" and fact.role is role and ours:
            until[fact.since_on] = fact.until_on
        if name == "officer-left" and same:
            until = {
                since: min(filter(None, (last, fact.until_on)))
                for since, last in until.items()
            }
    return any(
        since <= on and (last is None or on <= last) for since, last in until.items()
    )


def is_certified(before: Chronicle, person: UUID, on: date) -> bool:
    """
    Say whether somebody has a certificate in force on a day.
    """
    suspended, certified = False, False
    for fact in before.of_file.get(person, []):
        name = fact.TOPIC.split(".")[1]
        if name == "officer-certified":
            certified = fact.valid_from <= on <= fact.valid_until
        if name == "certificate-suspended" and fact.since_on <= on:
            suspended = True
        if name == "certificate-reinstated" and fact.since_on <= on:
            suspended = False
    return certified and not suspended


def licenses(before: Chronicle, person: UUID, on: date, look_back: int) -> bool:
    """
    Say whether somebody dealt with permits within so many days before a day.
    """
    days = [on - timedelta(days=back) for back in range(0, look_back + 1, 5)]
    found = before.of_file.get(person, [])
    bodies = {
        f.body for f in found if getattr(f, "role", None) is Role.LICENSING and f.body
    }
    return any(
        holds(before, person, Role.LICENSING, body, day)
        for body in bodies
        for day in days
    )


def declared(fact: Any) -> Declaration:  # noqa: ANN401  any fact
    """
    Give what is said of the act that recorded a fact.
    """
    return ACTS[fact.deed.act].said


@of(EVERY)
def in_post(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  any fact
    """Whoever acts has that post, in that body, when it happened."""
    by = fact.deed.actor
    if not is_lawful(before) or by.role in WITHOUT_PERSON:
        return
    now = day_of(fact.timestamp)
    days = {now} if fact.deed.known is Time.STATED else {now, fact.deed.on}
    if not all(holds(before, by.person, by.role, by.body, day) for day in days):
        yield "acted without the post"


@of(EVERY)
def officers_of_the_act(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  any fact
    """INV-43: certified officers of that body; two, where the law wants two."""
    said, by = declared(fact), fact.deed.actor
    if not is_lawful(before) or by.role in WITHOUT_PERSON:
        return
    if said.power is None and not said.two_officers:
        return
    officers, on = fact.deed.officers, fact.deed.on
    if by.role is Role.OFFICER and said.two_officers and len({*officers}) < 2:
        yield "INV-43 alone"
    for person in officers:
        if not holds(before, person, Role.OFFICER, by.body, on):
            yield "INV-43 no officer of the body"
        if not is_certified(before, person, on):
            yield "INV-43 without a certificate"


@of(EVERY)
def apart_from_licensing(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  any fact
    """INV-45: whoever deals with permits neither inspects nor handles."""
    apart = (Power.INSPECT, Power.PENALISE, Power.COERCE)
    if not is_lawful(before) or declared(fact).power not in apart:
        return
    people = {*fact.deed.officers, *getattr(fact, "handlers", ())}
    look_back = LOOK_BACK if fact.deed.pack else 0
    if any(licenses(before, person, fact.deed.on, look_back) for person in people):
        yield "INV-45 by who deals with permits"


@of(EVERY)
def with_a_mandate(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  any fact
    """INV-44: a body acts by a power that it was given."""
    power, by = declared(fact).power, fact.deed.actor
    if not is_lawful(before) or power is None or by.role in WITHOUT_PERSON:
        return
    mandates = before.said("enforcement-mandate-assigned", body=by.body, power=power)
    if not any(
        each.since_on <= fact.deed.on
        and (each.until_on is None or fact.deed.on <= each.until_on)
        for each in mandates
    ):
        yield "INV-44 without a mandate"


@of(EVERY)
def of_a_file_in_sight(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  any fact
    """Nobody adds to the file of another body, unless it was handed to them."""
    said, by, file = declared(fact), fact.deed.actor, fact.file
    if not is_lawful(before) or by.role in WITHOUT_PERSON:
        return
    kinds = ACTS[fact.deed.act].file_kinds
    opened = before.of_file.get(file)
    own = {kind.TOPIC for kind in kinds if kind is not File}
    mine = fact.TOPIC.partition(".")[0] in own
    if opened is None or not mine or said.reach_of(by.role) is not Reach.OWN:
        return
    handed = {
        body
        for each in before.facts
        for handed_file, body in each.hand_overs()
        if handed_file == file
    }
    if by.body not in {opened[0].deed.body, *handed}:
        yield "on the file of another body"


@of(EVERY)
def nobody_recused(before: Chronicle, fact: Any) -> Iterator[str]:  # noqa: ANN401  any fact
    """行政处罚法43: whoever stands aside has no part in the case any more."""
    case = getattr(fact, "case", None) or fact.file
    if not before.said("case-filed", case) or declared(fact).power is None:
        return
    aside = {
        each.officer
        for each in before.said("recusal-decided", case)
        if each.stands_aside
    }
    people = {fact.deed.actor.person, *fact.deed.officers}
    if aside & {*people, *getattr(fact, "handlers", ())}:
        yield "43 by who stands aside"
