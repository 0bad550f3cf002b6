"""
What is kept up over the years besides the visits (日常维护): calendars, rules,
checklists, certificates, posts, delegations, names.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from domain.law.calendars import SHIPPED
from domain.values import end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.checklists import ADDED, NAMES, Look, as_terms
from services.commandline.demo.city import City, persons_of
from services.commandline.demo.desk import CLOCK
from services.commandline.demo.firms import GRADES
from services.commandline.demo.hours import (
    ONE_DAY,
    in_office,
    later,
    minutes_after,
    moment,
    morning,
    next_day,
)
from services.commandline.demo.offices import SHORT_CERTIFICATE, SHORT_DAYS
from services.commandline.demo.places import BUREAUS, CITY
from services.commandline.demo.reforms import reforms
from services.commandline.demo.shown import left_unpublished

#: How many days after the opening each of these happens.
_SUSPENDED_AFTER: Final = 60
_RULES_AFTER: Final = 150
_CHECKLIST_AFTER: Final = 200
_LEFT_AFTER: Final = 120
_DELEGATED_AFTER: Final = 30
_REVOKED_AFTER: Final = 240
_RENAMED_AFTER: Final = 90
_RENEWED_BEFORE: Final = 20

#: The class that is visited more often than the others.
_WORST: Final = GRADES[-1]

_OFFICIAL_UNTIL: Final = max(SHIPPED.years)


def kept_up(city: City) -> Iterator[Telling]:
    """
    Give everything that is kept up, each as a story of its own.
    """
    yield calendars(city)
    yield rules(city)
    yield caps(city)
    yield checklists(city)
    yield suspension(city)
    yield expiry(city)
    yield departure(city)
    yield delegation(city)
    yield other_court(city)
    yield from reforms(city)
    yield from (number_series(city, bureau) for bureau in BUREAUS)


def _after(city: City, days: int) -> date:
    return later(city.started_on + timedelta(days=days), 0)


def calendars(city: City) -> Telling:
    """
    Tell that the notice on the next year's holidays is entered each November.
    """
    story = city.story("calendars")
    yield in_office(story.rng, later(city.started_on, 1))
    for year in range(city.started_on.year, _OFFICIAL_UNTIL + 1):
        announced = SHIPPED.year(year)
        story.do(
            "publish-calendar-year",
            city.offices["clerk-he"],
            year=year,
            year_status=announced.status.code,
            holidays=tuple(sorted(announced.holidays)),
            makeup_workdays=tuple(sorted(announced.makeup_workdays)),
            source=announced.source,
        )
        yield in_office(story.rng, later(date(year, 11, 20), 0))


def rules(city: City) -> Telling:
    """
    Tell that a second version of the rules takes the place of the first.
    """
    story, clerk = city.story("rules"), city.offices["clerk-he"]
    yield in_office(story.rng, _after(city, _RULES_AFTER))
    city.offices.adopt_pack(story, clerk, version="2")
    yield in_office(story.rng, next_day(story.now))
    story.do(
        "retire-rule-pack",
        clerk,
        file=city.offices.packs[0],
        until_on=story.today - ONE_DAY,
        reason="已由新版本取代",
    )


def caps(city: City) -> Telling:
    """
    Tell that the city publishes each year how often firms are inspected at most.
    """
    story, clerk = city.story("caps"), city.offices["clerk-he"]
    yield in_office(story.rng, later(city.started_on, 2))
    for year in range(city.started_on.year, city.until.year + 1):
        if year > city.started_on.year:
            yield in_office(story.rng, later(date(year, 1, 1), 1))
        story.do(
            "publish-inspection-cap",
            clerk,
            file=city.offices.packs[-1],
            region=CITY,
            year=year,
            caps=({"cap_count_max": 2}, {"cap_count_max": 3, "grade": _WORST}),
            source=f"哈尔滨市{year}年度涉企行政检查频次上限公告（演示）",
        )


def checklists(city: City) -> Telling:
    """
    Tell that the general checklist is published anew, and the first version withdrawn
    when no visit goes by it any more.
    """
    story, clerk = city.story("checklists"), city.offices["clerk-zhao"]
    yield in_office(story.rng, _after(city, _CHECKLIST_AFTER))
    offices = city.offices
    looks = (*offices.looks["general"], ADDED)
    story.do(
        "publish-checklist-version",
        clerk,
        name=NAMES["general"],
        items=as_terms(looks),
        checklist=offices.checklists["general"],
    )
    offices.looks["general"] = looks
    yield in_office(story.rng, next_day(story.now, 20))
    story.do(
        "withdraw-checklist-version",
        clerk,
        file=offices.checklists["general"],
        checklist_version=1,
        reason="已有新版本，旧版停用",
    )


def suspension(city: City) -> Telling:
    """
    Tell that a certificate is suspended, and put in force again.
    """
    story, login = city.story("suspension"), "officer-xu"
    number = city.offices.certificate(login)
    for act, days, reason in (
        ("suspend-certificate", _SUSPENDED_AFTER, "轮训未完成"),
        ("reinstate-certificate", _SUSPENDED_AFTER + 21, "轮训考核合格"),
    ):
        yield in_office(story.rng, _after(city, days))
        story.do(
            act,
            city.offices["clerk-zhao"],
            file=city.offices[login].person,
            certificate_number=number,
            reason=reason,
        )


def expiry(city: City) -> Telling:
    """
    Tell that a certificate is renewed before it runs out, which the clock notes.
    """
    story, offices = city.story("expiry"), city.offices
    last = city.started_on + timedelta(days=SHORT_DAYS)
    person = offices[SHORT_CERTIFICATE].person
    yield in_office(story.rng, later(last - timedelta(days=_RENEWED_BEFORE), 0))
    story.do(
        "certify-officer",
        offices["clerk-zhao"],
        file=person,
        certificate_number=offices.certificate(SHORT_CERTIFICATE, issue=2),
        certificate_kinds=("行政执法证",),
        valid_from=story.today,
        valid_until=story.today + timedelta(days=3 * 365),
    )
    yield moment(last + ONE_DAY, 0, 0, second=5)
    story.do(
        "expire-certificate",
        CLOCK,
        file=person,
        at=end_of(last),
        certificate_number=offices.certificate(SHORT_CERTIFICATE),
    )


def departure(city: City) -> Telling:
    """
    Tell that an officer moves on, and who answers for his firm then.
    """
    story, offices = city.story("departure"), city.offices
    leaving = offices["officer-ye"]
    firm = next(f for f in city.firms if f.bureau == "hulan")
    clerk = city.clerk(firm.bureau)
    yield in_office(story.rng, _after(city, _LEFT_AFTER))
    story.do(
        "assign-responsible-officer",
        clerk,
        file=firm.assignment,
        officer=leaving.person,
    )
    yield in_office(story.rng, next_day(story.now, 25))
    other = next(a for a in offices.teams["hulan"] if a.person != firm.lead.person)
    story.do(
        "replace-responsible-officer",
        city.head(firm.bureau),
        file=firm.assignment,
        officer=other.person,
        replaced=leaving.person,
        reason="工作调动",
    )
    yield minutes_after(story.rng, story.now, (20, 90))
    story.do(
        "leave-office",
        clerk,
        file=leaving.person,
        until_on=story.today,
        reason="调往其他单位",
    )


def delegation(city: City) -> Telling:
    """
    Tell that a county bureau lets a township's squad inspect for it, and takes it back.
    """
    story, offices = city.story("delegation"), city.offices
    station = offices.bodies["station"]
    head = city.head("bin")
    yield in_office(story.rng, _after(city, _DELEGATED_AFTER))
    story.do(
        "delegate-enforcement",
        head,
        file=offices.duties["bin"],
        delegate=station,
        powers=("inspect",),
        matters=("演示镇辖区内小微企业安全生产检查",),
        since_on=story.today,
        until_on=story.today + timedelta(days=3 * 365),
    )
    firm = next(f for f in city.firms if f.bureau == "bin")
    yield in_office(story.rng, next_day(story.now, 20))
    yield from squad_visit(city, firm.file)
    yield in_office(story.rng, _after(city, _REVOKED_AFTER))
    story.do(
        "revoke-delegation",
        head,
        file=offices.duties["bin"],
        delegate=station,
        reason="行政检查主体资格清理，收回委托",
    )


def squad_visit(city: City, enterprise: UUID) -> Telling:
    """
    Tell a visit that the squad pays in the bureau's stead; nothing is wrong.
    """
    story, offices = city.story("squad"), city.offices
    team = offices.teams["station"]
    approved = story.do(
        "approve-inspection",
        offices["head-ding"],
        enterprise=enterprise,
        mode="special",
        exemption="assigned",
        inspection_scope="仓库消防通道和用电安全",
        inspectors=persons_of(tuple(team)),
        checklist=offices.checklists["general"],
    )
    yield morning(story.rng, next_day(story.now, 2))
    begun = story.now
    for act, terms in _squad_steps(offices.looks["general"], begun):
        yield minutes_after(story.rng, story.now, (2, 8))
        if act == "sign-inspection-record":
            terms["ended_at"] = story.now
        story.do(
            act,
            team[0],
            file=approved.file,
            among=persons_of(tuple(team)),
            more=terms,
        )
        if act == "conclude-inspection":
            city.agenda.add(left_unpublished(story, approved.file))


def _squad_steps(
    looks: tuple[Look, ...], begun: datetime
) -> Iterator[tuple[str, dict[str, object]]]:
    someone = {"recipient": "高福生（演示）", "recipient_post": "厂长"}
    yield "notify-inspection", {**someone}
    yield "open-inspection", {"place": "仓库", "certificates_shown": True}
    for look in looks:
        item = {"checklist_item": look.code, "answer": "conforms"}
        yield "answer-checklist-item", {**item}
    signed = {"signer": "高福生（演示）", "signer_post": "厂长"}
    started_at = begun + timedelta(minutes=20)
    yield "sign-inspection-record", {**signed, "started_at": started_at}
    yield "conclude-inspection", {"outcome": "nothing_found"}
    yield "close-inspection-thread", {}


def other_court(city: City) -> Telling:
    """
    Tell that another court becomes competent for a bureau: papers say so from then on.
    """
    story, offices = city.story("court"), city.offices
    yield in_office(story.rng, _after(city, _RENAMED_AFTER))
    identity = offices.identity(
        offices.named("hulan"), court="哈尔滨市松北区人民法院（演示）"
    )
    story.do(
        "change-body-identity",
        city.clerk("hulan"),
        file=offices.bodies["hulan"],
        identity=identity,
        since_on=story.today + timedelta(days=1),
    )


def number_series(city: City, bureau: str) -> Telling:
    """
    Tell that a bureau opens next year's series of its orders each December.
    """
    story = city.story(f"series/{bureau}")
    for year in city.years():
        yield in_office(story.rng, later(max(date(year, 12, 15), city.started_on), 2))
        story.do(
            "open-number-series",
            city.clerk(bureau),
            kind_code="责改",
            year=year + 1,
            policy="per_kind",
        )
