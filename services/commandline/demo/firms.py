"""
The firms of the city (演示企业): drawn by lot, and entered as a clerk enters them.
"""

from datetime import date, timedelta
from random import Random
from typing import Final

from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import Story
from services.commandline.demo.hours import (
    in_office,
    later,
    minutes_after,
    next_day,
)
from services.commandline.demo.people_names import a_name
from services.commandline.demo.places import BUREAUS, REGIONS, uscc_of_firm
from services.commandline.demo.trades import TRADES, a_firm_name

#: How many firms each bureau leads, in proportion.
_SHARES: Final = (5, 3, 3)

#: Grades from best to worst, and how many firms have each.
GRADES: Final = ("a", "b", "c", "d")
_GRADED: Final = (20, 40, 30, 10)

#: How often firms of a grade are to be visited in a year.
VISITS: Final = {"a": 1, "b": 1, "c": 2, "d": 2}

#: How many firms in a hundred agree to electronic service.
_ELECTRONIC: Final = 0.3

#: Firms that a clerk enters in a day, before the next day begins.
_ENTERED_A_DAY: Final = 60

_FACTORS: Final = {
    "a": "三年内无事故和处罚，标准化达标",
    "b": "管理制度健全，上年度检查问题少",
    "c": "存在粉尘、有限空间等风险，上年度有责令整改",
    "d": "涉及重大风险，问题反复出现",
}


def roster(rng: Random, count: int) -> list[Firm]:
    """
    Draw the firms.

    Args:
        rng: The dice.
        count: How many.
    """
    found: list[Firm] = []
    names: set[str] = set()
    for nth in range(count):
        # the first few stand for every bureau and trade, the others are by lot
        drawn = rng.choices(BUREAUS, _SHARES)[0]
        bureau = BUREAUS[nth] if nth < len(BUREAUS) else drawn
        trade = TRADES[nth] if nth < len(TRADES) else rng.choice(TRADES)
        region = rng.choice(REGIONS[bureau])
        name = a_firm_name(rng, region, trade)
        while name in names:
            name = a_firm_name(rng, region, trade)
        names.add(name)
        found.append(
            Firm(
                nth,
                name,
                uscc_of_firm(nth, region),
                trade,
                region,
                bureau,
                a_name(rng),
                rng.randint(*trade.scale),
            )
        )
    return found


def entering_day(city: City, firm: Firm) -> date:
    """
    Say on which day a firm is entered: so many a day, from the second day on.
    """
    return later(city.started_on, 1 + firm.nth // _ENTERED_A_DAY)


def entered(city: City, firm: Firm) -> Telling:
    """
    Tell how a firm comes into the register, and what is noted about it at once.
    """
    story = city.story(f"firm/{firm.nth}")
    rng = story.rng
    firm.team = city.a_team(rng, firm.bureau)
    yield in_office(rng, entering_day(city, firm))
    register(city, story, firm)
    yield minutes_after(rng, story.now, (1, 9))
    story.do(
        "record-principal",
        city.clerk(firm.bureau),
        file=firm.file,
        principal_kind="principal",
        principal=firm.principal,
        since_on=story.today - timedelta(days=rng.randint(200, 3000)),
    )
    yield in_office(rng, next_day(story.now, rng.randint(1, 3)))
    grade(story, firm, rng.choices(GRADES, _GRADED)[0])
    yield minutes_after(rng, story.now, (2, 20))
    set_frequency(story, firm, grounds="按安全等级确定")
    yield from noted_besides(city, story, firm)


def register(city: City, story: Story, firm: Firm) -> None:
    """
    Do what enters a firm, with its responsible officer.
    """
    done = story.do(
        "register-enterprise",
        city.clerk(firm.bureau),
        name=firm.name,
        region=firm.region,
        uscc=firm.uscc,
        profile=profile_of(story, firm),
        responsible_officer=firm.lead.person,
    )
    firm.id, firm.assignment = done.opened


def profile_of(story: Story, firm: Firm) -> dict[str, object]:
    """
    Give what is known of a firm besides its name and codes.
    """
    trade, rng = firm.trade, story.rng
    is_service = trade.sector == "services"
    return {
        "subject_kind": "service_institution" if is_service else "enterprise",
        "sector": trade.sector,
        "industry": trade.industry,
        "address": f"{firm.name}注册地址",
        "employees_count": firm.employees,
        "established_on": date(rng.randint(1996, 2020), rng.randint(1, 12), 9),
        "production_state": "正常生产",
        "risk_features": trade.risks,
    }


def grade(story: Story, firm: Firm, code: str) -> None:
    """
    Do what grades a firm.
    """
    story.do(
        "grade-enterprise",
        firm.lead,
        file=firm.file,
        among=firm.persons,
        grade=code,
        factors=_FACTORS[code],
    )
    firm.grade = code


def set_frequency(story: Story, firm: Firm, *, grounds: str) -> None:
    """
    Do what sets how often a firm is visited.
    """
    story.do(
        "set-inspection-frequency",
        firm.lead,
        file=firm.file,
        among=firm.persons,
        visits_per_year=VISITS[firm.grade],
        grounds=grounds,
    )


def noted_besides(city: City, story: Story, firm: Firm) -> Telling:
    """
    Tell what is noted about some firms: their permit, and where they take papers.
    """
    rng = story.rng
    if firm.trade.permit:
        yield in_office(rng, next_day(story.now, rng.randint(1, 4)))
        since = story.today - timedelta(days=rng.randint(30, 700))
        number = f"（演示）黑安许证字〔{since.year}〕{firm.nth + 1:04d}号"
        story.do(
            "record-permit",
            city.clerk(firm.bureau),
            enterprise=firm.file,
            permit_kind=firm.trade.permit,
            permit_no=number,
            issuing_authority="黑龙江省应急管理厅（演示）",
            valid_from=since,
            valid_until=since + timedelta(days=3 * 365),
        )
    if story.chance(_ELECTRONIC):
        yield in_office(rng, next_day(story.now, rng.randint(1, 10)))
        story.do(
            "confirm-service-address",
            city.clerk(firm.bureau),
            enterprise=firm.file,
            address=firm.address,
            consent=city.offices.paper(),
            electronic_ways=("电子送达平台（演示）",),
            electronic_addresses=(f"firm{firm.nth}@example.invalid",),
            contact=a_name(rng),
        )
        firm.is_electronic = True
