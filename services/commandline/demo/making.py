"""
Making the city (生成演示城市).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Final
from uuid import UUID, uuid5

from domain.calendar import add_months
from domain.law.calendars import SHIPPED
from domain.law.rule import MONTHS_IN_A_YEAR
from domain.procedures.standing import Standing
from domain.values import OFFICE_ZONE
from infra.clock import SetClock, SystemClock
from infra.failures import Failure
from infra.ledger import Ledger
from services.commandline.demo.agenda import Agenda
from services.commandline.demo.approvals import approvals
from services.commandline.demo.archives import archived
from services.commandline.demo.bans import bans
from services.commandline.demo.city import City
from services.commandline.demo.credits import credits_kept
from services.commandline.demo.daily_fines import daily_fines
from services.commandline.demo.decisions_made_public import decisions_made_public
from services.commandline.demo.desk import Desk
from services.commandline.demo.dockets import dockets
from services.commandline.demo.draws import drawn_by_lot
from services.commandline.demo.early_removals import early_removals
from services.commandline.demo.fines_instead import fined_instead
from services.commandline.demo.firms import entered, roster
from services.commandline.demo.hours import ONE_DAY, later, moment
from services.commandline.demo.keeping import kept_up
from services.commandline.demo.late_referrals import late_referrals
from services.commandline.demo.left_undone import left_undone
from services.commandline.demo.listings import on_lists
from services.commandline.demo.lives import lived
from services.commandline.demo.offices import FIRMS_PER_OFFICER, Offices
from services.commandline.demo.penalties import penalties
from services.commandline.demo.places import FIRMS_MAX
from services.commandline.demo.referrals import referred
from services.commandline.demo.results_made_public import results_made_public
from services.commandline.demo.showcase import GONE, staged
from services.commandline.demo.standstills import standstills
from services.web.house import House

#: How many acts go into one commit; the last story in it may do a few more.
ACTS_A_COMMIT: Final = 180

#: The least that all stories of the city need.
FIRMS_MIN: Final = 16
YEARS: Final = range(1, 8)

#: No official working calendar is shipped for earlier years.
CALENDAR_FROM: Final = date(min(SHIPPED.years), 1, 1)

#: When the last day ends for the stories: in the middle of a morning's work.
_ENDS: Final = (9, 40)

#: From this name ids of demonstrations derive.
_SPACE: Final = UUID("5e1f0000-0000-4000-8000-0000000000de")


class CannotMake(Failure):
    """
    The city cannot be made as it was asked for, or not here.
    """

    status = 409
    code = "demo_not_made"


class FiguresWrong(CannotMake):
    """
    There is no such city, wherever it would be made.
    """

    status = 422


@dataclass(frozen=True)
class Made:
    """
    What came of it.

    Args:
        acts: How often each act was done.
        facts: How many facts the ledger holds.
    """

    acts: dict[str, int]
    facts: int


#: Told now and then how far it is: acts done, the moment, and the share of the time.
Progress = Callable[[int, datetime, float], object]


def make_city(
    given: House | Ledger,
    *,
    enterprises: int = 24,
    years: int = 1,
    seed: int = 1,
    until: date | None = None,
    progress: Progress | None = None,
) -> Made:
    """
    Fill an empty ledger with a city at work (演示), by acts alone.

    The same seed and last day give the same facts under the same ids; only salts and
    what is keyed by the ledger's own secret differ.

    Args:
        given: The house, or its ledger; nothing is recorded in it yet.
        enterprises: How many firms, 16 at least.
        years: How many years up to the last day.
        seed: Of the dice.
        until: The last day; the newest one that is far enough on, by default.
        progress: Is told how far it is.

    Raises:
        CannotMake: If the ledger is not empty, or the figures cannot be met.
        StoryRefused: If the law refuses a story, which is a mistake of the story.
    """
    ledger = given.ledger if isinstance(given, House) else given
    asked = Asked(enterprises, years, seed, until or last_day())
    for fault in faults(ledger, asked):
        raise fault
    ledger.take_id(asked.deployment)
    clock = SetClock(moment(asked.started_on, 8, 20))
    own = Ledger(ledger.home, law=Standing(), clock=clock)
    try:
        return _tell(own, clock, asked, progress=progress)
    finally:
        own.close()


def last_day() -> date:
    """
    Name the newest day on which the stories can end: today, or early in the morning
    the day before.
    """
    now = SystemClock().now().astimezone(OFFICE_ZONE)
    today = now.date()
    return today if now >= moment(today, *_ENDS) else today - ONE_DAY


@dataclass(frozen=True)
class Asked:
    """
    What was asked for.

    Args:
        enterprises: How many firms.
        years: How many years up to the last day.
        seed: Of the dice.
        until: The last day.
    """

    enterprises: int
    years: int
    seed: int
    until: date

    @property
    def started_on(self) -> date:
        """
        The working day on which the ledger is opened.
        """
        return later(add_months(self.until, -MONTHS_IN_A_YEAR * self.years).day, 1)

    @property
    def deployment(self) -> UUID:
        """
        The id of the ledger, from which those of its files derive.
        """
        return uuid5(_SPACE, f"{self.seed}/{self.until.isoformat()}")


def faults(ledger: Ledger, asked: Asked) -> Iterator[CannotMake]:
    """
    List why the city cannot be made.
    """
    if ledger.recorder.head:
        yield home_is_taken(ledger.home)
    if not FIRMS_MIN <= asked.enterprises <= FIRMS_MAX:
        count = asked.enterprises
        yield FiguresWrong(
            f"企业数应在 {FIRMS_MIN} 至 {FIRMS_MAX} 之间，现为 {count}。",
            f"There can be {FIRMS_MIN} to {FIRMS_MAX} enterprises, not {count}.",
        )
    if asked.years not in YEARS:
        yield FiguresWrong(
            f"年数应在 {YEARS[0]} 至 {YEARS[-1]} 之间，现为 {asked.years}。",
            f"There can be {YEARS[0]} to {YEARS[-1]} years, not {asked.years}.",
        )
    elif asked.started_on < CALENDAR_FROM:
        yield FiguresWrong(
            f"演示最早始于 {CALENDAR_FROM}：此前没有正式工作日历。",
            f"The city begins on {CALENDAR_FROM} at the earliest: there is no official "
            "calendar before it.",
        )
    if asked.until > last_day():
        yield FiguresWrong(
            f"截止日 {asked.until} 尚未到来；最晚为 {last_day()}。",
            f"The last day {asked.until} lies ahead; {last_day()} is the latest.",
        )


def home_is_taken(home: Path) -> CannotMake:
    """
    Say that something is recorded where the city was to be made.
    """
    return CannotMake(
        f"{home} 中已有记录，演示城市只能生成在空目录中。"
        "请将 SHILU_HOME 指向空目录，或先移走该目录。",
        f"{home} holds facts already; the demonstration city is only made "
        "in an empty home. Point SHILU_HOME at an empty folder, or move this one.",
    )


def _tell(
    ledger: Ledger, clock: SetClock, asked: Asked, *, progress: Progress | None
) -> Made:
    agenda = Agenda(clock, ends_at=moment(asked.until, *_ENDS))
    offices = Offices(
        asked.started_on,
        asked.until,
        extra_officers=max(0, asked.enterprises - 100) // FIRMS_PER_OFFICER,
    )
    city = City(asked.seed, offices, agenda, Desk(ledger, clock))
    with ledger.together():
        for now in offices.founding(city.story("offices")):
            clock.moment = now
    dice = Random(f"{asked.seed}/roster")  # noqa: S311  made-up data, no secret
    city.firms = roster(dice, asked.enterprises)
    _begin(city)
    _run(city, progress)
    return Made(dict(city.desk.done), ledger.recorder.head)


def _begin(city: City) -> None:
    for firm in city.firms:
        city.agenda.add(entered(city, firm))
        if firm.nth != GONE:
            city.agenda.add(lived(city, firm))
    for telling in (
        *kept_up(city),
        *archived(city),
        *staged(city),
        *dockets(city),
        *referred(city),
        *late_referrals(city),
        *left_undone(city),
        *penalties(city),
        *drawn_by_lot(city),
        *on_lists(city),
        *early_removals(city),
        *bans(city),
        *decisions_made_public(city),
        *results_made_public(city),
        *credits_kept(city),
        *standstills(city),
        *approvals(city),
        daily_fines(city),
        fined_instead(city),
    ):
        city.agenda.add(telling)


def _run(city: City, progress: Progress | None) -> None:
    agenda, desk = city.agenda, city.desk
    begins, ends = agenda.clock.moment, agenda.ends_at
    more = True
    while more:
        until = desk.count + ACTS_A_COMMIT
        with desk.ledger.together():
            while more and desk.count < until:
                more = agenda.step()
        if progress is not None:
            share = (agenda.clock.moment - begins) / (ends - begins)
            progress(desk.count, agenda.clock.moment, min(1.0, share))
