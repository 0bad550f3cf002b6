"""
Papers (文书): issued, and brought to the firm in one way or another.
"""

from collections.abc import Generator
from datetime import datetime
from typing import Final
from uuid import UUID

from domain.law.calendars import SHIPPED
from domain.periods import due
from domain.values import end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import CLOCK, Story
from services.commandline.demo.hours import (
    ONE_DAY,
    afternoon,
    in_office,
    minutes_after,
    moment,
    next_day,
)
from services.commandline.demo.people_names import a_name

#: How papers reach a firm, and how often.
_WAYS: Final = ("direct", "post", "left", "entrusted")
_SHARES: Final = (84, 9, 4, 3)

_RELATIONS: Final = ("安全管理人员", "办公室工作人员", "主要负责人", "门卫")

Issuing = Generator[datetime, None, UUID]


def issued(story: Story, firm: Firm, *, about: UUID, form: str) -> Issuing:
    """
    Tell how a document is issued.

    Returns:
        The document.
    """
    yield minutes_after(story.rng, story.now, (3, 25))
    addressee = {"enterprise": firm.file, "printed": firm.name}
    done = story.do(
        "issue-document",
        firm.lead,
        about=about,
        form=form,
        addressees=(addressee,),
    )
    return done.opened[-1]  # the year's first paper opens its series before it


def served(city: City, story: Story, firm: Firm, *, paper: UUID) -> Telling:
    """
    Tell how a document reaches a firm, in a way that the dice choose.
    """
    rng = story.rng
    way = rng.choices(_WAYS, _SHARES)[0]
    if firm.is_electronic and story.chance(0.5):
        way = "electronic"
    if way == "post":
        yield afternoon(rng, next_day(story.now, rng.randint(2, 4)))
    elif way == "entrusted":
        yield in_office(rng, next_day(story.now))
    else:
        yield minutes_after(rng, story.now, (4, 40))
    is_left = way == "left"
    by_hand = way not in ("post", "electronic")
    story.do(
        "serve-document",
        firm.lead,
        among=firm.persons,
        document=paper,
        addressee_no=1,
        way=way,
        place=firm.address if way != "electronic" else "电子送达平台（演示）",
        recipient=a_name(rng) if by_hand and not is_left else None,
        recipient_relation=rng.choice(_RELATIONS) if by_hand and not is_left else None,
        refusal_reason="负责人不在场，其他人员拒绝签收" if is_left else None,
        witness=a_name(rng) if is_left else None,
        evidence=(city.offices.photographs[0],) if is_left else (),
    )


def served_anew(
    city: City, story: Story, firm: Firm, *, paper: UUID, service: UUID
) -> Telling:
    """
    Tell how a service turns out to have been none, and the document is served again.
    """
    yield afternoon(story.rng, next_day(story.now))
    story.do(
        "set-service-aside",
        firm.lead,
        file=service,
        set_aside_by="own",
        reason="签收人系相邻企业门卫，与当事人无关",
    )
    yield from served(city, story, firm, paper=paper)


def served_by_announcement(
    city: City, story: Story, firm: Firm, *, paper: UUID
) -> Telling:
    """
    Tell how a document does not reach a firm, is announced, and counts as served.
    """
    rng = story.rng
    for way, reason in (
        ("direct", "厂区大门上锁，无人签收"),
        ("post", "邮件退回：查无此人"),
    ):
        yield in_office(rng, next_day(story.now, rng.randint(1, 3)))
        story.do(
            "record-failed-service",
            firm.lead,
            among=firm.persons,
            document=paper,
            addressee_no=1,
            way=way,
            reason=reason,
        )
    yield afternoon(rng, next_day(story.now, 2))
    announced = story.do(
        "announce-service",
        firm.lead,
        among=firm.persons,
        document=paper,
        addressee_no=1,
        grounds="直接送达、邮寄送达均未成，下落不明",
        posted_where="本机关网站和受送达人住所地公告栏（演示）",
        evidence=(city.offices.photographs[1],),
    )
    effect = due("SV.announce", story.today, calendar=SHIPPED).day
    service = UUID(announced.receipt.facts[0].rpartition("/")[0])
    yield moment(effect + ONE_DAY, 0, 0, second=9)
    story.do("complete-announced-service", CLOCK, file=service, at=end_of(effect))
