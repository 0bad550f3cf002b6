"""
A coal mine that the law wants closed (煤矿应提请关闭情节): visits find a major hazard
twice in three months while it is producing, and nobody asks in time.
"""

from collections.abc import Generator
from datetime import datetime
from typing import Final
from uuid import UUID

from domain.values import day_of, end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.desk import CLOCK
from services.commandline.demo.hours import ONE_DAY, later, moment
from services.commandline.demo.looking import choose, look_around
from services.commandline.demo.plans import Plan
from services.commandline.demo.restraints import Restrained
from services.commandline.demo.threads import identified
from services.commandline.demo.visits import Visit

_FLAG: Final = "flag-mine-closure-not-requested"
_GRAVE: Final = Plan(mode="special", found=1, has_major=True)


def found_again(held: Restrained) -> Telling:
    """
    Tell that the clock flags it where the law of the day asks for it, and that the head
    asks for the closure the morning after; the government declines.
    """
    government = held.city.offices.bodies["government"]
    yield from held.begin(70)
    profile = {"industry": "0610"}
    held.do("change-enterprise-profile", held.firm.file, held.clerk, profile=profile)
    hazards = []
    for _ in range(2):
        yield from held.wait(14)
        hazards.append((yield from endangering(held)))
    found_on = day_of(held.story.now)
    yield moment(found_on + ONE_DAY, 0, 0, second=53)
    if held.story.is_open_to(CLOCK, _FLAG, hazards[-1]):
        held.story.do(_FLAG, CLOCK, file=hazards[-1], at=end_of(found_on))
    yield from held.wait(1)
    closure = held.do(
        "request-closure",
        None,
        held.head,
        enterprise=held.firm.file,
        closure_ground="coal_repeated",
        reason="三个月内两次发现重大事故隐患仍然进行生产（演示）",
        government=government,
        hazards=tuple(hazards),
        coal=True,
    )
    yield from held.wait(3)
    answer = {"government": government, "reason": "矿井已停产整治（演示）"}
    held.do("record-closure-refusal", closure, held.clerk, **answer)


def endangering(held: Restrained) -> Generator[datetime, None, UUID]:
    """
    Tell a visit that finds a major hazard.

    Returns:
        The hazard.
    """
    visit = Visit(held.city, held.firm, _GRAVE, held.story, held.firm.team)
    day = later(held.story.today + ONE_DAY, 0)
    yield from visit.approve(day)
    yield from visit.notify(day)
    yield from visit.arrive(day)
    yield from visit.open()
    choose(visit)
    yield from look_around(visit)
    assert visit.grave is not None
    hazard = yield from identified(visit, [visit.grave])
    yield from visit.sign()
    yield from visit.conclude()
    return hazard.id
