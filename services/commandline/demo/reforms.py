"""
What changes around the offices (机构改革等): a bureau that another takes over, a duty
list published anew, training rounds, permits that were renewed or ran out.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from domain.calendar import add_months
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City
from services.commandline.demo.desk import CLOCK
from services.commandline.demo.hours import ONE_DAY, in_office, later, moment, next_day

#: How many days after the opening each of these happens.
_FOUNDED_AFTER: Final = 35
_TAKEN_OVER_AFTER: Final = 130
_LISTED_AFTER: Final = 160
_TRAINED_AFTER: Final = 20
_PERMITS_AFTER: Final = 50

_ROUND_MONTHS: Final = 36


def reforms(city: City) -> Iterator[Telling]:
    """
    Give all of them, each as a story of its own.
    """
    yield taken_over(city)
    yield listed_anew(city)
    yield trained(city)
    yield permits(city)


def taken_over(city: City) -> Telling:
    """
    Tell that the bureau of a development zone is founded, and soon merged into that of
    its district.
    """
    story, offices = city.story("reform"), city.offices
    clerk, district = offices["clerk-zhao"], offices.named("hulan")
    yield in_office(story.rng, later(city.started_on, _FOUNDED_AFTER))
    founded = story.do(
        "register-body",
        clerk,
        body_kind=district.kind,
        level=district.level,
        region=district.region,
        identity={
            "name": "呼兰经济开发区应急管理局（演示）",
            "parent": offices.bodies["city"],
        },
        since_on=story.today,
    )
    yield in_office(story.rng, later(city.started_on, _TAKEN_OVER_AFTER))
    story.do(
        "succeed-body",
        clerk,
        file=founded.file,
        successor=offices.bodies["hulan"],
        since_on=story.today,
        source="机构改革方案（演示）",
    )


def listed_anew(city: City) -> Telling:
    """
    Tell that a county's duty list is published anew, with the same powers.
    """
    story, offices = city.story("duties"), city.offices
    yield in_office(story.rng, later(city.started_on, _LISTED_AFTER))
    story.do(
        "supersede-duty-list",
        offices["clerk-he"],
        file=offices.duties["hulan"],
        listed_powers=tuple(
            {"power": power} for power in ("inspect", "penalise", "coerce")
        ),
        since_on=story.today + ONE_DAY,
        source=f"权责清单（{story.today.year}年版，演示）",
    )


def trained(city: City) -> Telling:
    """
    Tell that last rounds of training are entered; one officer has waited too long.
    """
    story, clerk = city.story("training"), city.offices["clerk-zhao"]
    person = city.offices.teams["city"][0].person
    yield in_office(story.rng, later(city.started_on, _TRAINED_AFTER))
    day = add_months(story.today + timedelta(days=40), -_ROUND_MONTHS).day
    story.do(
        "complete-training",
        clerk,
        file=person,
        at=moment(day, 17),
        course="执法人员轮训（演示）",
    )
    ends = add_months(day, _ROUND_MONTHS).day
    yield moment(ends + ONE_DAY, 0, 0, second=13)
    story.do(
        "mark-training-overdue", CLOCK, file=person, at=moment(ends, 23, 59, second=59)
    )
    yield in_office(story.rng, next_day(story.now, 6))
    story.do(
        "complete-training",
        clerk,
        file=person,
        course="执法人员轮训补训（演示）",
        evidence=(city.offices.paper(),),
    )


def permits(city: City) -> Telling:
    """
    Tell that of two permits of a firm one was renewed and one ran out.
    """
    story, firm = city.story("permits"), city.firms[5]
    clerk = city.clerk(firm.bureau)
    yield in_office(story.rng, later(city.started_on, _PERMITS_AFTER))
    ended = story.today - timedelta(days=15)
    kept = {
        "enterprise": firm.file,
        "permit_kind": "特种设备使用登记",
        "issuing_authority": "哈尔滨市市场监督管理局（演示）",
        "valid_from": ended - timedelta(days=2 * 365),
        "valid_until": ended,
    }
    first, second = (
        story.do("record-permit", clerk, more=kept, permit_no=f"（演示）容{n}号")
        for n in (1, 2)
    )
    yield in_office(story.rng, next_day(story.now, 3))
    story.do(
        "change-permit",
        clerk,
        file=first.file,
        changed="检验合格，延续使用登记",
        valid_from=ended + ONE_DAY,
        valid_until=ended + timedelta(days=2 * 365),
    )
    story.do("expire-permit", clerk, file=second.file)
    story.do(
        "record-licence-revocation",
        clerk,
        file=first.file,
        revoked_by=kept["issuing_authority"],
        decision_no="（演示）市监罚吊1号",
        effective_on=story.today,
    )
