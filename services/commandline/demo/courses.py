"""
The courses that a rectification takes (整改经过), and how often.
"""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from types import MappingProxyType
from typing import Final

from services.commandline.demo.agenda import Telling
from services.commandline.demo.hazards import Hazard
from services.commandline.demo.hours import (
    ONE_DAY,
    afternoon,
    in_office,
    later,
    next_day,
)

#: More time has to be asked for so long before the last day, until 2026-01-31.
ASKED_BEFORE: Final = timedelta(days=10)

#: After so many working days somebody remembers what was to be listed.
_FORGOTTEN: Final = 8

_MORE_TIME: Final = timedelta(days=15)


def rectified(hazard: Hazard, course: str) -> Telling:
    """
    Tell a hazard from its order to its end.

    Args:
        hazard: The hazard.
        course: One of ``COURSES``; ``pending`` stops before anything is reported.
    """
    hazard.watched()
    if hazard.is_major:
        if course == "neglected":
            yield in_office(hazard.story.rng, next_day(hazard.story.now, _FORGOTTEN))
        yield from hazard.supervise()
    yield from COURSES[course](hazard)


def drawn_course(rng: Random) -> str:
    """
    Draw a course.
    """
    return rng.choices(tuple(SHARES), tuple(SHARES.values()))[0]


def prompt(hazard: Hazard, *, signed: bool = True) -> Telling:
    """
    Tell that all goes well.
    """
    yield from hazard.report(hazard.in_good_time())
    yield from accepted_soon(hazard, signed=signed)


def accepted_soon(hazard: Hazard, *, signed: bool) -> Telling:
    """
    Tell that the officers come within days, and that it ends.
    """
    day = next_day(hazard.story.now, hazard.story.rng.randint(1, 3))
    yield from hazard.schedule(day)
    yield from hazard.accept(day, signed=signed)
    yield from hazard.delist()


def verified(hazard: Hazard) -> Telling:
    """
    Tell that all goes well, but that the firm signs nothing.
    """
    yield from prompt(hazard, signed=False)


def looked_after(hazard: Hazard) -> Telling:
    """
    Tell that the office of the safety committee looks after a supervised one.
    """
    yield from hazard.look_after()
    yield from verified(hazard)


def extended(hazard: Hazard) -> Telling:
    """
    Tell that the firm asks for more time and gets it.
    """
    if not in_time_to_ask(hazard):
        yield from prompt(hazard)
        return
    yield from ask(hazard)
    yield in_office(hazard.story.rng, next_day(hazard.story.now))
    hazard.until = later(hazard.until + _MORE_TIME, 0)
    hazard.do(
        "extend-deadline",
        hazard.head,
        rectify_until=hazard.until,
        reason="设备采购周期长，安全措施已落实，同意延期",
    )
    hazard.watched()
    yield from hazard.issue("extension_reply")
    yield from prompt(hazard)


def denied(hazard: Hazard) -> Telling:
    """
    Tell that the firm asks for more time in vain.
    """
    if in_time_to_ask(hazard):
        yield from ask(hazard)
        yield in_office(hazard.story.rng, next_day(hazard.story.now))
        reason = "整改条件已具备，不存在客观困难"
        hazard.do("refuse-extension", hazard.head, reason=reason)
        yield from hazard.issue("extension_reply")
    yield from verified(hazard)


def in_time_to_ask(hazard: Hazard) -> bool:
    """
    Whether tomorrow is still early enough.
    """
    return next_day(hazard.story.now) <= hazard.until - ASKED_BEFORE


def ask(hazard: Hazard) -> Telling:
    """
    Tell that the firm asks for more time.
    """
    yield afternoon(hazard.story.rng, next_day(hazard.story.now))
    hazard.do(
        "apply-extension",
        hazard.clerk,
        ago=(3, 20),
        reason="配套设备到货延迟",
        asked_until=later(hazard.until + _MORE_TIME, 0),
        paper=hazard.city.offices.paper(),
    )


def overdue(hazard: Hazard) -> Telling:
    """
    Tell that the firm reports only after the last day; the clock has marked it.
    """
    days = hazard.story.rng.randint(3, 12)
    yield from hazard.report(later(hazard.until, days))
    yield from hazard.accept(next_day(hazard.story.now, 2), signed=True)
    yield from hazard.delist()


def expired(hazard: Hazard) -> Telling:
    """
    Tell that the officers come when the last day is over, and find nothing done.
    """
    yield from hazard.reject(later(hazard.until, 2))
    yield from once_more(hazard)


def rejected(hazard: Hazard) -> Telling:
    """
    Tell that a first report does not hold.
    """
    yield from hazard.report(hazard.in_good_time())
    yield from hazard.reject(next_day(hazard.story.now, 2))
    yield from once_more(hazard)


def once_more(hazard: Hazard) -> Telling:
    """
    Tell that what was sent back is reported again, and ends.
    """
    days = hazard.story.rng.randint(2, 5)
    yield from hazard.report(next_day(hazard.story.now, days))
    yield from hazard.accept(next_day(hazard.story.now, 2), signed=False)
    yield from hazard.delist()


def unverified(hazard: Hazard) -> Telling:
    """
    Tell that the acceptance does not survive the verification.
    """
    yield from hazard.report(hazard.in_good_time())
    yield from _accepted_unsigned(hazard)
    yield in_office(hazard.story.rng, next_day(hazard.story.now, 2))
    hazard.do(
        "fail-verification",
        hazard.head,
        reason="核查发现验收照片与现场不符",
        evidence=hazard.evidence,
    )
    hazard.sent_back()
    yield from once_more(hazard)


def _accepted_unsigned(hazard: Hazard) -> Telling:
    yield in_office(hazard.story.rng, next_day(hazard.story.now))
    hazard.do(
        "accept-rectification",
        hazard.team[0],
        ago=(2, 12),
        team=hazard.team,
        opinion=f"企业提供照片显示{hazard.look.done}，同意验收",
        evidence=hazard.evidence,
    )


def reassigned(hazard: Hazard) -> Telling:
    """
    Tell that others are charged with the re-inspection.
    """
    yield from hazard.report(hazard.in_good_time())
    others = hazard.city.other_team(hazard.firm)
    yield in_office(hazard.story.rng, next_day(hazard.story.now))
    hazard.do(
        "reassign-reinspection",
        hazard.head,
        inspectors=tuple(actor.person for actor in others),
        reason="原检查人员参加集中培训",
    )
    day = next_day(hazard.story.now)
    yield from hazard.accept(day, signed=True, team=others)
    yield from hazard.delist()


def assigned(hazard: Hazard) -> Telling:
    """
    Tell that a body on the spot is asked to see to it.
    """
    yield in_office(hazard.story.rng, next_day(hazard.story.now))
    hazard.do(
        "assign-hazard",
        hazard.head,
        body=hazard.city.offices.bodies["station"],
        requirements="督促企业按期整改，每周现场查看一次",
        until_on=hazard.until,
    )
    yield from prompt(hazard)


def pending(hazard: Hazard) -> Telling:
    """
    Tell nothing more: the order runs.
    """
    del hazard
    yield from ()


def asking(hazard: Hazard) -> Telling:
    """
    Tell that the firm asks for more time, and that its answer is still to come.
    """
    yield from ask(hazard)


def reported(hazard: Hazard) -> Telling:
    """
    Tell that the firm reports, and that its re-inspection is still to come.
    """
    yield from hazard.report(later(hazard.until - ONE_DAY, 0))


COURSES: Final = MappingProxyType[str, Callable[[Hazard], Telling]](
    {
        "prompt": prompt,
        "verified": verified,
        "looked_after": looked_after,
        "extended": extended,
        "denied": denied,
        "overdue": overdue,
        "neglected": overdue,
        "expired": expired,
        "rejected": rejected,
        "unverified": unverified,
        "reassigned": reassigned,
        "assigned": assigned,
        "pending": pending,
        "asking": asking,
        "reported": reported,
    }
)

#: How often each is taken where the dice choose.
SHARES: Final = MappingProxyType(
    {
        "prompt": 44,
        "verified": 18,
        "extended": 10,
        "denied": 3,
        "overdue": 10,
        "expired": 4,
        "rejected": 7,
        "unverified": 2,
        "reassigned": 2,
    }
)
