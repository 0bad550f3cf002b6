"""
Whole threads (全过程): a visit, the hazards that it found, and how all of it ends.
"""

from collections.abc import Generator
from datetime import date, datetime, timedelta
from typing import Final

from domain.values import day_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.checklists import Look, standard_on
from services.commandline.demo.city import City, Firm
from services.commandline.demo.courses import drawn_course, once_more, rectified
from services.commandline.demo.flags import flagged
from services.commandline.demo.hazards import Hazard
from services.commandline.demo.hours import (
    in_office,
    later,
    next_day,
)
from services.commandline.demo.looking import choose, look_around
from services.commandline.demo.papers import issued, served_by_announcement
from services.commandline.demo.plans import Plan
from services.commandline.demo.shown import result_shown
from services.commandline.demo.visits import Visit

#: How long an order gives, in days.
_ORDINARY_DAYS: Final = (12, 30)
_MAJOR_DAYS: Final = (45, 75)

#: How often two findings are one hazard.
_JOINED: Final = 0.25

_FOLLOW_UP: Final = Plan(mode="follow_up")

Finding = Generator[datetime, None, list[Hazard]]


def visited(
    city: City,
    firm: Firm,
    plan: Plan,
    *,
    name: str,
    day: date,
    at: datetime | None = None,
) -> Telling:
    """
    Tell a visit to a firm with all that comes of it.

    Args:
        city: The city.
        firm: The firm.
        plan: How it is to go.
        name: Of the story; nobody else's.
        day: The day of the visit.
        at: The moment of the arrival, if it matters.
    """
    visit = Visit(city, firm, plan, city.story(name), firm.team)
    if plan.urgent:
        yield from visit.open_urgently(day, at)
    else:
        yield from visit.approve(day)
        if plan.mode != "unannounced":
            yield from visit.notify(day)
        if plan.abandoned:
            yield from visit.give_up(day)
            return
        yield from visit.arrive(day, at=at)
        yield from visit.open()
    choose(visit)
    yield from look_around(visit)
    if plan.stops == "open":
        return
    hazards = yield from found(visit)
    yield from visit.conclude()
    yield from followed(visit, hazards)


def found(visit: Visit) -> Finding:
    """
    Tell how hazards are identified from findings, and the record is made.

    Returns:
        Those under an order.
    """
    left = sorted(visit.left, key=lambda look: look is not visit.grave)
    if visit.plan.removed and left:
        hazard = yield from identified(visit, [left.pop(0)])
        yield from visit.passing(10, 30)
        visit.there(
            "remove-hazard-on-spot",
            file=hazard.id,
            done=hazard.look.done,
            evidence=visit.evidence,
        )
    yield from visit.sign()
    if visit.plan.no_case and left:
        visit.for_no_case = left.pop()
    hazards = []
    while left:
        looks = [left.pop(0)]
        can_join = left and not (looks[0] is visit.grave or visit.plan.courses)
        if can_join and visit.story.chance(_JOINED):
            looks.append(left.pop(0))
        hazard = yield from identified(visit, looks)
        yield from ordered(visit, hazard)
        hazards.append(hazard)
    return hazards


def identified(visit: Visit, looks: list[Look]) -> Generator[datetime, None, Hazard]:
    """
    Tell how a hazard is identified and graded.

    Returns:
        The hazard; no order runs yet.
    """
    look = looks[0]
    yield from visit.passing(4, 12)
    file = visit.there(
        "identify-hazard",
        item_nos=tuple(visit.item_nos[each] for each in looks),
        place=look.area,
        description=f"{look.found}，可能导致事故",
    )
    assert file is not None
    assert visit.field_at is not None
    is_major = look is visit.grave
    compared = look.major if is_major else "经与各项判定情形比对，均不符合"
    standard = standard_on(visit.firm.trade.checklist, day_of(visit.field_at))
    yield from visit.passing(3, 10)
    visit.there(
        "grade-hazard",
        file=file,
        can_be_late=False,
        hazard_level="major" if is_major else "ordinary",
        standard=standard,
        clause=compared,
    )
    visit.firm.majors += is_major
    if is_major:
        visit.city.agenda.add(flagged(visit.story, "flag-not-listed", file))
    return Hazard(
        visit.city,
        visit.story,
        visit.firm,
        look,
        file,
        is_major=is_major,
        until=date.max,
        team=visit.team,
        ended=visit.close,
    )


def ordered(visit: Visit, hazard: Hazard) -> Telling:
    """
    Tell how its rectification is ordered, and the order reaches the firm.
    """
    assert visit.field_at is not None
    span = _MAJOR_DAYS if hazard.is_major else _ORDINARY_DAYS
    days = visit.plan.days or visit.story.rng.randint(*span)
    yield from visit.passing(3, 10)
    hazard.until = later(day_of(visit.field_at) + timedelta(days=days), 0)
    has_danger = hazard.is_major and visit.story.chance(0.5)
    visit.there(
        "order-rectification",
        file=hazard.id,
        measures=hazard.look.order,
        rectify_until=hazard.until,
        danger=has_danger,
        secured_by="stopped_use" if has_danger else None,
    )
    if visit.plan.unreachable:
        yield from unreachable(hazard)
    else:
        yield from hazard.issue("rectification_order")


def unreachable(hazard: Hazard) -> Telling:
    """
    Tell that the order is announced, since nobody is found to serve it on.
    """
    paper = yield from issued(
        hazard.story, hazard.firm, about=hazard.id, form="rectification_order"
    )
    hazard.city.agenda.add(
        served_by_announcement(hazard.city, hazard.story, hazard.firm, paper=paper)
    )


def followed(visit: Visit, hazards: list[Hazard]) -> Telling:
    """
    Tell what comes of the hazards, each by itself or all together.
    """
    plan, city = visit.plan, visit.city
    visit.pending = len(hazards) + bool(visit.for_no_case) or 1
    if plan.together and hazards:
        city.agenda.add(followed_up(visit, hazards))
    else:
        courses = iter(plan.courses)
        for hazard in hazards:
            course = next(courses, None) or drawn_course(visit.story.rng)
            city.agenda.add(rectified(hazard, course))
    if visit.for_no_case:
        yield from visit.decide_no_case(visit.for_no_case)
    if visit.for_no_case or not hazards:
        yield from visit.close()


def followed_up(visit: Visit, hazards: list[Hazard]) -> Telling:
    """
    Tell one follow-up visit over several hazards; the last of them does not pass.
    """
    for hazard in hazards:
        hazard.watched()
    for hazard in hazards:
        yield from hazard.report(hazards[0].in_good_time())
    again = Visit(visit.city, visit.firm, _FOLLOW_UP, visit.story, visit.team)
    yield from again.approve_follow_up(tuple(hazard.id for hazard in hazards))
    day = next_day(again.story.now, 2)
    yield from again.notify(day)
    yield from again.arrive(day)
    yield from again.open()
    yield from again.sign()
    yield from again.passing(3, 10)
    is_last = [hazard is hazards[-1] and len(hazards) > 1 for hazard in hazards]
    again.there(
        "conclude-follow-up",
        can_be_late=False,
        results=tuple(
            {
                "hazard": hazard.id,
                "rectified": not failed,
                "opinion": "整改仍不到位，退回整改" if failed else hazard.look.done,
                "evidence": again.evidence,
            }
            for hazard, failed in zip(hazards, is_last, strict=True)
        ),
    )
    result_shown(
        visit.city,
        visit.story,
        again.file,
        bureau=visit.firm.bureau,
        kind="reinspection",
    )
    again.pending = 1
    visit.city.agenda.add(again.close())
    for hazard, failed in zip(hazards, is_last, strict=True):
        yield from hazard.issue("reinspection_opinion")
        if failed:
            hazard.sent_back(overdue_at_once=True)
        visit.city.agenda.add(once_more(hazard) if failed else ending(hazard))


def ending(hazard: Hazard) -> Telling:
    """
    Tell how an accepted hazard ends; a major one is verified first.
    """
    if hazard.is_major:
        yield in_office(hazard.story.rng, next_day(hazard.story.now, 2))
        hazard.verify()
    yield from hazard.delist()
