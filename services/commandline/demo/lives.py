"""
The years of a firm (企业历年): visited as often as its grade asks, and now and then
for another reason.
"""

from datetime import date, timedelta
from random import Random
from typing import Final

from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import Story
from services.commandline.demo.firms import (
    GRADES,
    VISITS,
    entering_day,
    grade,
    set_frequency,
)
from services.commandline.demo.hours import earlier, in_office, later, moment
from services.commandline.demo.people_names import a_name
from services.commandline.demo.plans import Plan
from services.commandline.demo.threads import visited
from services.commandline.demo.trades import another_name

#: How many visits a year firms of a grade really get, besides those for a reason.
_PLANNED: Final = {"a": 0.5, "b": 0.8, "c": 1.4, "d": 1.9}

#: How often in a year a firm is visited for a reason.
_UNANNOUNCED: Final = 0.08
_TIP_OFF: Final = 0.05
_SPECIAL: Final = 0.05

#: How often in a year a firm takes another name, or tells that it has changed.
_RENAMED: Final = 0.02
_CHANGED: Final = 0.06
_REGRADED: Final = 0.15

#: How many items do not conform, by grade: the weights of none, one, two, three.
_FOUND: Final = {
    "a": (60, 30, 9, 1),
    "b": (40, 38, 17, 5),
    "c": (20, 40, 28, 12),
    "d": (8, 34, 36, 22),
}

#: Of a hundred visits.
_AT_ONCE: Final = 0.35
_MAJOR: Final = 0.05
_REMOVED: Final = 0.08
_NO_CASE: Final = 0.05
_REFUSES: Final = 0.03
_OBSTRUCTS: Final = 0.02
_ABANDONED: Final = 0.02
_LATE: Final = 0.03
_TOGETHER: Final = 0.5

#: From entering a firm to the first visit that its grade asks for, in days.
_SETTLING: Final = 20


def drawn_plan(rng: Random, code: str, *, mode: str, urgent: str) -> Plan:
    """
    Draw how a visit goes.

    Args:
        rng: The dice.
        code: Grade of the firm.
        mode: Of the visit.
        urgent: Code of the ground of an urgent one; empty for any other.
    """

    def chance(share: float) -> bool:
        return rng.random() < share

    count = rng.choices((0, 1, 2, 3), _FOUND[code])[0]
    has_major = count > 0 and chance(_MAJOR)
    return Plan(
        mode=mode,
        urgent=urgent,
        found=count,
        at_once=1 if count and chance(_AT_ONCE) else 0,
        has_major=has_major,
        removed=count > 1 and not has_major and chance(_REMOVED),
        no_case=count > 1 and chance(_NO_CASE),
        refuses=chance(_REFUSES),
        obstructs=not urgent and chance(_OBSTRUCTS),
        abandoned=mode == "planned" and chance(_ABANDONED),
        late=mode == "planned" and chance(_LATE),
        together=not has_major and chance(_TOGETHER),
    )


def lived(city: City, firm: Firm) -> Telling:
    """
    Tell the years of a firm that the dice choose for.
    """
    story = city.story(f"life/{firm.nth}")
    begins = later(entering_day(city, firm), _SETTLING)
    yield moment(begins, 7, 30)
    for year in city.years():
        first = max(begins, date(year, 1, 6))
        last = min(city.until + timedelta(days=60), date(year, 12, 22))
        if first < last:
            yield from year_of(city, story, firm, span=(first, last))


def year_of(
    city: City, story: Story, firm: Firm, *, span: tuple[date, date]
) -> Telling:
    """
    Tell a year, or what of it lies within the city's time.
    """
    rng, (first, last) = story.rng, span
    share = (last - first).days / 365
    yield in_office(rng, later(first, 1))
    if story.chance(_REGRADED) and first.month == 1:
        yield from regraded(story, firm)
    for act, often in ((renamed, _RENAMED), (changed, _CHANGED)):
        if story.chance(often * share):
            city.agenda.add(act(city, firm, _a_day(rng, span)))
    for mode, urgent, often in (
        ("planned", "", _PLANNED[firm.grade]),
        ("unannounced", "", _UNANNOUNCED),
        ("tip_off", "tip_off", _TIP_OFF),
        ("special", "", _SPECIAL),
    ):
        for nth in range(_times(rng, often * share)):
            day = later(_a_day(rng, span), 0)
            plan = drawn_plan(rng, firm.grade, mode=mode, urgent=urgent)
            name = f"visit/{firm.nth}/{first.year}/{mode}/{nth}"
            if mode != "planned" or firm.takes_visit(earlier(day, 4).year):
                city.agenda.add(visited(city, firm, plan, name=name, day=day))


def _times(rng: Random, often: float) -> int:
    whole = int(often)
    return whole + (rng.random() < often - whole)


def _a_day(rng: Random, span: tuple[date, date]) -> date:
    first, last = span
    return first + timedelta(days=rng.randint(6, max(6, (last - first).days)))


def regraded(story: Story, firm: Firm) -> Telling:
    """
    Tell that a firm is graded anew, and visited accordingly from then on.
    """
    place = GRADES.index(firm.grade)
    step = story.rng.choice((-1, 1))
    code = GRADES[min(max(place + step, 0), len(GRADES) - 1)]
    if code == firm.grade:
        return
    before = VISITS[firm.grade]
    grade(story, firm, code)
    yield in_office(story.rng, later(story.today, 1))
    rises = VISITS[code] > before
    falls = VISITS[code] < before and not firm.majors
    if rises or falls:
        set_frequency(story, firm, grounds="等级变化后重新确定")


def renamed(city: City, firm: Firm, day: date) -> Telling:
    """
    Tell that a firm takes another name.
    """
    story = city.story(f"renamed/{firm.nth}/{day.isoformat()}")
    yield in_office(story.rng, later(day, 0))
    name = another_name(story.rng, firm.name)
    story.do(
        "rename-enterprise",
        city.clerk(firm.bureau),
        file=firm.file,
        at=story.now - timedelta(days=story.rng.randint(1, 9)),
        name=name,
    )
    firm.name = name


def changed(city: City, firm: Firm, day: date) -> Telling:
    """
    Tell that a firm tells what has changed, and who answers for it now.
    """
    story = city.story(f"changed/{firm.nth}/{day.isoformat()}")
    yield in_office(story.rng, later(day, 0))
    firm.employees += story.rng.randint(1, 40)
    by = city.clerk(firm.bureau)
    story.do(
        "change-enterprise-profile",
        by,
        file=firm.file,
        at=story.now - timedelta(hours=1),
        profile={"employees_count": firm.employees, "production_state": "正常生产"},
    )
    firm.principal = a_name(story.rng)
    story.do(
        "record-principal",
        by,
        file=firm.file,
        principal_kind="principal",
        principal=firm.principal,
        since_on=story.today - timedelta(days=5),
    )
