"""
A suspected crime while it is told (涉罪情节): the visit, and the body's own way.
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from domain.base import Actor
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm
from services.commandline.demo.desk import Story
from services.commandline.demo.hours import minutes_after, morning, next_day
from services.commandline.demo.looking import choose, look_around
from services.commandline.demo.people_names import a_name
from services.commandline.demo.plans import Plan
from services.commandline.demo.threads import followed, found
from services.commandline.demo.visits import Visit

#: Where the stories are set: the bureau whose level the police have.
BUREAU: Final = "city"
OFFENCE: Final = "dangerous_work"

_PLAN: Final = Plan(mode="special", found=1, courses=("prompt",), days=15)


@dataclass
class Matter:
    """
    A suspicion while it is told.

    Args:
        city: The city.
        firm: The firm.
        story: Told in this one.
        visit: The visit in which it came up.
        led_to: That visit while it is told, whose thread stays open meanwhile.
        id: The referral, once there is one.
    """

    city: City
    firm: Firm
    story: Story
    visit: UUID
    led_to: Visit
    id: UUID | None = None

    def do(self, act: str, by: Actor | str, **terms: object) -> UUID | None:
        """
        Do an act on the referral.
        """
        actor = self.city.offices[by] if isinstance(by, str) else by
        among = self.firm.persons if actor in self.firm.team else ()
        done = self.story.do(act, actor, file=self.id, among=among, more=terms)
        return done.opened[-1] if done.opened else None

    def soon(self) -> Telling:
        """
        Wait some minutes.
        """
        yield minutes_after(self.story.rng, self.story.now, (4, 9))

    def days(self, count: int) -> Telling:
        """
        Wait until a morning so many working days ahead.
        """
        yield morning(self.story.rng, next_day(self.story.now, count))

    def suspect(self) -> None:
        """
        Suspect the firm and whoever is in charge there.
        """
        rng = self.story.rng
        self.id = self.do(
            "suspect-crime",
            self.firm.lead,
            about=self.visit,
            offence=OFFENCE,
            threshold="unapproved_work",
            threshold_fact="未取得许可从事危险化学品储存，现实危险明显（演示）",
            suspected_enterprises=(self.firm.file,),
            suspected_persons=(
                {
                    "person": a_name(rng),
                    "identity_number": f"演示证件{rng.randint(1, 999999):06d}",
                },
            ),
            evidence=(self.city.offices.photographs[2],),
        )

    def bring(self) -> Telling:
        """
        Tell the body's own way, in one morning: report, decision, delivery, copy.
        """
        self.do(
            "name-referral-team",
            self.city.head(BUREAU),
            handlers=self.firm.persons,
        )
        yield from self.soon()
        self.do(
            "report-referral",
            self.firm.lead,
            opinion="经核实涉嫌犯罪，建议移送公安机关",
            report=self.city.offices.paper(),
        )
        yield from self.soon()
        self.do("decide-referral", self.city.second_head(BUREAU), decision="transfer")
        yield from self.soon()
        yield from self.deliver()
        yield from self.soon()
        self.do(
            "copy-referral",
            self.city.clerk(BUREAU),
            procuratorate=self.city.offices.bodies["procuratorate"],
        )

    def deliver(self, *, has_goods: bool = False) -> Telling:
        """
        Tell how the letter is issued and the case delivered, with a list of goods if
        there are any.
        """
        police, paper = self.city.offices.bodies["police"], self.city.offices.paper()
        letter = self.story.do(
            "issue-document",
            self.firm.lead,
            about=self.id,
            form="crime_referral_letter",
            addressees=({"body": police, "printed": "哈尔滨市公安局（演示）"},),
        ).opened[-1]
        yield from self.soon()
        self.do(
            "transfer-referral",
            self.firm.lead,
            police=police,
            letter=letter,
            papers=(
                {"paper_slot": "report", "evidence": (paper,)},
                {"paper_slot": "goods", "evidence": (paper,)}
                if has_goods
                else {"paper_slot": "goods", "none_because": "没有先行登记保存的物品"},
                {"paper_slot": "expertise", "none_because": "事实清楚，未委托鉴定"},
                {
                    "paper_slot": "other",
                    "evidence": (self.city.offices.photographs[2],),
                },
            ),
        )

    def filed(self) -> Telling:
        """
        Tell how the police sign for it, ask for more, and file on the same day.
        """
        yield from self.bring()
        yield from self.soon()
        self.do("receive-referral", "police-wu")
        yield from self.soon()
        self.do("request-supplement", "police-wu", requirements="企业许可档案")
        yield from self.soon()
        self.do(
            "provide-supplement",
            self.firm.lead,
            done="已补送许可档案复印件",
            evidence=(self.city.offices.paper(),),
        )
        yield from self.soon()
        self.do("file-criminal-case", "police-wu", criminal_case_no="（演示）刑立字1号")

    def sent_up(self) -> Telling:
        """
        Tell how the goods follow, and the case goes up to the procuratorate.
        """
        yield from self.filed()
        yield from self.soon()
        self.do(
            "hand-over-goods",
            self.firm.lead,
            handed_items=(
                {"item_name": "现场检查记录原件", "quantity": "一册"},
                {"item_name": "现场照片", "quantity": "六张", "features": "已封存"},
            ),
            party_told=True,
        )
        yield from self.days(24)
        self.do(
            "transfer-for-prosecution",
            "police-wu",
            offence=OFFENCE,
            procuratorate=self.city.offices.bodies["procuratorate"],
        )
        yield from self.days(12)


@dataclass(frozen=True)
class Setting:
    """
    Where a story is set.

    Args:
        city: The city.
        firm: The firm.
        name: Of the story; nobody else's.
        day: The day of the visit.
    """

    city: City
    firm: Firm
    name: str
    day: date


def suspected(setting: Setting) -> Generator[datetime, None, Matter]:
    """
    Tell a visit and the suspicion that follows it on the next morning.

    Returns:
        The suspicion.
    """
    city, firm, day = setting.city, setting.firm, setting.day
    visit = Visit(city, firm, _PLAN, city.story(f"{setting.name}/visit"), firm.team)
    yield from visit.approve(day)
    yield from visit.notify(day)
    yield from visit.arrive(day)
    yield from visit.open()
    choose(visit)
    yield from look_around(visit)
    hazards = yield from found(visit)
    yield from visit.conclude()
    yield from followed(visit, hazards)
    visit.pending += 1
    matter = Matter(city, firm, city.story(setting.name), visit.file, visit)
    yield from matter.days(1)
    matter.suspect()
    yield from matter.soon()
    return matter
