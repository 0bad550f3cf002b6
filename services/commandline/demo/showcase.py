"""
Stories that every city has (必有情节), whatever the dice say.

Each thing that can happen happens at least once, and some threads are alive on the last
day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from domain.values import day_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.checklists import GENERAL, standard_on
from services.commandline.demo.city import City, Firm
from services.commandline.demo.courses import rectified
from services.commandline.demo.hazards import Hazard
from services.commandline.demo.hours import (
    in_office,
    later,
    minutes_after,
    moment,
    next_day,
)
from services.commandline.demo.lives import changed, renamed
from services.commandline.demo.papers import issued, served
from services.commandline.demo.people_names import a_name
from services.commandline.demo.plans import Plan
from services.commandline.demo.threads import visited

#: The firm that vanishes; the dice leave it alone.
GONE: Final = 3
_VANISHED_AFTER: Final = 24


@dataclass(frozen=True)
class Scene:
    """
    A visit that every city has.

    Args:
        firm: Which firm, from 0.
        ago: How many days before the last day.
        plan: How it goes.
        due_in: On which day after the last one its orders end; of no account if the
            plan itself says how long they give.
    """

    firm: int
    ago: int
    plan: Plan
    due_in: int | None = None


def _special(found: int = 0, **said: object) -> Plan:
    return Plan(mode="special", found=found, **said)  # type: ignore[arg-type]  # fields of a plan


#: What has happened.
PAST: Final = (
    Scene(8, 240, _special(2, courses=("unverified", "reassigned"), days=20)),
    Scene(0, 200, _special(2, has_major=True, courses=("looked_after",), days=60)),
    Scene(9, 190, _special(2, courses=("expired", "verified"), days=18)),
    Scene(
        2,
        180,
        Plan(mode="tip_off", urgent="tip_off", found=2, courses=("extended",), days=30),
    ),
    Scene(
        5,
        26,
        Plan(mode="tip_off", urgent="tip_off", unapproved=True, found=1, days=20),
    ),
    Scene(
        6, 160, _special(2, obstructs=True, courses=("rejected", "overdue"), days=16)
    ),
    Scene(1, 150, _special(2, late=True, at_once=1, courses=("prompt",), days=16)),
    Scene(
        4,
        130,
        Plan(mode="unannounced", advised=True, found=3, together=True, days=22),
    ),
    Scene(GONE, 125, _special(1, unreachable=True, courses=("pending",), days=20)),
    Scene(7, 120, _special(abandoned=True)),
    Scene(7, 105, _special(2, removed=True, courses=("prompt",), days=15)),
    Scene(
        5, 100, _special(2, refuses=True, no_case=True, courses=("denied",), days=30)
    ),
    Scene(10, 90, _special(1, courses=("assigned",), days=20)),
    Scene(13, 170, _special(1, has_major=True, courses=("neglected",), days=45)),
    Scene(
        12,
        140,
        _special(2, no_case=True, forgotten=True, courses=("prompt",), days=20),
    ),
)

#: What goes on while the city is looked at.
LIVE: Final = (
    Scene(12, 12, _special(1, courses=("pending",)), due_in=2),
    Scene(11, 14, _special(1, courses=("pending",)), due_in=4),
    Scene(13, 45, _special(1, courses=("pending",), days=20)),
    Scene(14, 55, _special(1, has_major=True, courses=("pending",)), due_in=6),
    Scene(15, 9, _special(1, courses=("asking",), days=30)),
    Scene(9, 24, _special(1, courses=("reported",)), due_in=-2),
)


def staged(city: City) -> Iterator[Telling]:
    """
    Give the stories that every city has.
    """
    for nth, scene in enumerate((*PAST, *LIVE)):
        yield _staged(city, scene, f"scene/{nth}")
    yield vanished(city, city.firms[GONE])
    yield renamed(city, city.firms[15], city.until - timedelta(days=70))
    yield changed(city, city.firms[14], city.until - timedelta(days=75))
    yield reported_by_itself(city, city.firms[11])
    yield from this_morning(city)


def _staged(city: City, scene: Scene, name: str) -> Telling:
    day = later(city.until - timedelta(days=scene.ago), 0)
    plan = scene.plan
    if scene.due_in is not None:
        plan = plan.giving((city.until - day).days + scene.due_in)
    firm = city.firms[scene.firm]
    yield from visited(city, firm, plan, name=name, day=day)


def this_morning(city: City) -> Iterator[Telling]:
    """
    Give what goes on on the last day: a tip-off being looked into, a visit under way
    where offices are open, and one that is approved for the next days.
    """
    until = city.until
    tip_off = Plan(mode="tip_off", urgent="tip_off", found=1, stops="open")
    at = moment(until, 8, 47, second=12)
    yield visited(city, city.firms[0], tip_off, name="today/tip-off", day=until, at=at)
    if later(until, 0) == until:
        under_way = _special(1, stops="open")
        yield visited(
            city,
            city.firms[2],
            under_way,
            name="today/visit",
            day=until,
            at=moment(until, 8, 52, second=40),
        )
    ahead = _special(0)
    day = later(until, 2)
    yield visited(city, city.firms[4], ahead, name="today/ahead", day=day)


def vanished(city: City, firm: Firm) -> Telling:
    """
    Tell that a firm is struck off while a hazard of it is open.
    """
    story = city.story("vanished")
    ago = next(scene.ago for scene in PAST if scene.firm == GONE)
    day = city.until - timedelta(days=ago - _VANISHED_AFTER)
    yield in_office(story.rng, later(day, 0))
    story.do(
        "deregister-enterprise",
        city.clerk(firm.bureau),
        file=firm.file,
        at=story.now - timedelta(days=3),
        reason="市场监管部门公告吊销后注销（演示）；未办结的隐患继续跟踪",
    )
    firm.is_gone = True


def reported_by_itself(city: City, firm: Firm) -> Telling:
    """
    Tell that a firm reports a hazard of its own; the first order has a slip in it, and
    another takes its place.
    """
    story, look = city.story("self-reported"), GENERAL[7]
    yield in_office(story.rng, later(city.until - timedelta(days=80), 0))
    taken_in = story.do(
        "self-report-hazard",
        city.clerk(firm.bureau),
        at=story.now - timedelta(hours=1),
        enterprise=firm.file,
        place=look.area,
        description=f"企业自查发现：{look.found}",
        paper=city.offices.paper(),
    )
    yield in_office(story.rng, next_day(story.now))
    until = later(story.today + timedelta(days=18), 0)
    hazard = Hazard(
        city,
        story,
        firm,
        look,
        taken_in.file,
        is_major=False,
        until=until,
        team=firm.team,
        ended=_nothing_more,
    )
    hazard.do(
        "grade-hazard",
        firm.lead,
        team=firm.team,
        hazard_level="ordinary",
        standard=standard_on("general", day_of(story.now)),
        clause="经与各项判定情形比对，均不符合",
    )
    yield minutes_after(story.rng, story.now, (5, 20))
    hazard.do(
        "order-rectification",
        firm.lead,
        team=firm.team,
        measures=look.order,
        rectify_until=until,
        danger=False,
    )
    yield from papers_mended(hazard)
    yield from rectified(hazard, "prompt")


def papers_mended(hazard: Hazard) -> Telling:
    """
    Tell that a paper is replaced by a right one and drawn up, and another, which was
    served on somebody else, voided.
    """
    story, firm = hazard.story, hazard.firm
    wrong = yield from issued(story, firm, about=hazard.id, form="rectification_order")
    right = yield from issued(story, firm, about=hazard.id, form="rectification_order")
    story.do(
        "replace-document",
        firm.lead,
        file=wrong,
        reason="受送达人名称漏字",
        replacement=right,
    )
    rendition = hazard.city.offices.paper()
    story.do("render-document", firm.lead, file=right, rendition=rendition)
    yield from served(hazard.city, story, firm, paper=right)
    spare = yield from issued(story, firm, about=hazard.id, form="rectification_order")
    wrongly = story.do(
        "serve-document",
        firm.lead,
        among=firm.persons,
        document=spare,
        addressee_no=1,
        way="direct",
        place="相邻企业（演示）",
        recipient=a_name(story.rng),
        recipient_relation="相邻企业门卫",
    )
    yield minutes_after(story.rng, story.now, (2, 9))
    story.do(
        "set-service-aside",
        firm.lead,
        file=wrongly.file,
        set_aside_by="own",
        reason="误送相邻企业，签收人与受送达人无关",
    )
    story.do("void-document", firm.lead, file=spare, reason="重复签发")


def _nothing_more() -> Telling:
    yield from ()
