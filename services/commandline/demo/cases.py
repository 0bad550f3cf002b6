"""
The steps in the life of a case (案件), each told as a bureau does it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from domain.base import Actor, Role
from domain.law.calendars import SHIPPED
from domain.periods import due
from domain.values import Upload, end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm, persons_of
from services.commandline.demo.desk import CLOCK, Story
from services.commandline.demo.hours import (
    ONE_DAY,
    afternoon,
    later,
    minutes_after,
    moment,
    morning,
    next_day,
)
from services.commandline.demo.people_names import a_name

#: From this fine on the notice tells of a hearing.
_HEARING_FEN: Final = 5_000_000

_SCHEDULE: Final = {
    "discretion_schedule": "安全生产行政处罚自由裁量基准（演示）",
    "schedule_row": "未落实安全投入，第二档",
    "schedule_from": date(2020, 1, 1),
    "band": "二档",
    "band_min_fen": 0,
    "band_max_fen": 20_000_000,
}


#: The factors of articles 32 and 33, and the points of a review, by their codes.
_FACTORS: Final = (
    "harm_removed",
    "coerced",
    "disclosed",
    "merit",
    "other_by_law",
    "minor_corrected",
    "first_minor",
    "no_fault",
)
_POINTS: Final = (
    "power",
    "officers",
    "facts",
    "evidence",
    "law",
    "discretion",
    "procedure",
    "papers",
)


@dataclass
class Matter:
    """
    A case that is told.

    Args:
        city: The city.
        story: Told in this one.
        firm: Whose it is.
        id: Its file.
        parties: Numbers of its parties; the first is the firm, the others are persons.
    """

    city: City
    story: Story
    firm: Firm
    id: UUID
    parties: tuple[int, ...] = (1,)

    @property
    def head(self) -> Actor:
        """
        Who approves and decides.
        """
        return self.city.head(self.firm.bureau)

    @property
    def clerk(self) -> Actor:
        """
        Who takes papers in.
        """
        return self.city.clerk(self.firm.bureau)

    @property
    def reviewer(self) -> Actor:
        """
        Who reviews.
        """
        return self.city.offices.of(self.firm.bureau, Role.LEGAL_REVIEWER)

    @property
    def chair(self) -> Actor:
        """
        An officer who does not handle it.
        """
        return self.city.other_team(self.firm)[0]

    @property
    def paper(self) -> Upload:
        """
        A scanned paper.
        """
        return self.city.offices.paper()

    @property
    def heads(self) -> tuple[dict[str, object], ...]:
        """
        What both heads say.
        """
        second = self.city.second_head(self.firm.bureau)
        both = (self.head.person, second.person)
        return tuple({"attendant": each, "opinion": "同意拟处理意见"} for each in both)

    def do(self, act: str, by: Actor, **terms: object) -> None:
        """
        Do an act on it.
        """
        self.story.do(act, by, file=self.id, more=terms)

    def handle(self, act: str, **terms: object) -> None:
        """
        Do an act on it as those who handle it.
        """
        persons = self.firm.persons
        self.story.do(act, self.firm.lead, file=self.id, among=persons, more=terms)

    # -- steps ------------------------------------------------------------------------

    def conclude(self) -> Telling:
        """
        Tell that the investigation ends.
        """
        yield afternoon(self.story.rng, next_day(self.story.now))
        results = tuple(
            {
                "party_no": party_no,
                "violation_fact": "未按规定提取和使用安全生产费用",
                "legal_basis": "安全生产法第九十三条",
                "suggestion": "建议给予罚款",
            }
            for party_no in self.parties
        )
        self.handle("conclude-investigation", party_results=results)

    def weigh(self, fine_fen: int, *, party_no: int = 1) -> None:
        """
        Have the schedule applied.
        """
        answers = tuple(
            {"mitigating_factor": factor, "stands": False, "reason": "经查"}
            for factor in _FACTORS
        )
        self.handle(
            "apply-discretion",
            party_no=party_no,
            applied_row=_SCHEDULE,
            fine_fen=fine_fen,
            factor_answers=answers,
        )

    def propose(
        self,
        fine_fen: int,
        *,
        party_no: int = 1,
        kinds: tuple[str, ...] = ("fine",),
        complex_or_grave: bool = False,
    ) -> None:
        """
        Have a fine proposed.
        """
        self.handle(
            "propose-penalty",
            party_no=party_no,
            kinds=kinds,
            notice_content={
                "penalty_content": f"罚款{fine_fen // 100}元",
                "violation_fact": "未按规定提取和使用安全生产费用",
                "grounds": "危及生产安全",
                "legal_basis": "安全生产法第九十三条",
            },
            hearing_right=fine_fen >= _HEARING_FEN,
            fine_fen=fine_fen,
            approver=self.head.person,
            complex_or_grave=complex_or_grave,
        )

    def tell(
        self, form: str, *, party_no: int = 1, about: UUID | None = None
    ) -> Telling:
        """
        Tell that a paper to a party is issued and served in person: about the case, or
        about a penalty of theirs.
        """
        to: dict[str, object] = {"enterprise": self.firm.file}
        if party_no > 1:
            to = {"person": self.firm.principal}
        done = self.story.do(
            "issue-document",
            self.firm.lead,
            about=about or self.id,
            form=form,
            addressees=(to,),
            party_no=None if about else party_no,
        )
        yield minutes_after(self.story.rng, self.story.now, (15, 70))
        self.story.do(
            "serve-document",
            self.firm.lead,
            among=self.firm.persons,
            document=done.opened[-1],
            addressee_no=1,
            way="direct",
            place=self.firm.address,
            recipient=a_name(self.story.rng),
            recipient_relation="主要负责人",
        )

    def waive(self, party_no: int = 1) -> Telling:
        """
        Tell that a party waives its statement.
        """
        yield afternoon(self.story.rng, next_day(self.story.now))
        self.do(
            "waive-statement",
            self.clerk,
            party_no=party_no,
            signer=a_name(self.story.rng),
            waiver=self.paper,
            hearing_waived=True,
        )

    def lapse(self, act: str, rule: str, start: date, **terms: object) -> Telling:
        """
        Tell that the clock records that a time has passed.
        """
        until = due(rule, start, calendar=SHIPPED).day
        yield moment(until + ONE_DAY, 0, 0, second=13)
        self.story.do(act, CLOCK, file=self.id, at=end_of(until), more=terms)


@dataclass
class Filing:
    """
    How a case is filed (立案).

    Args:
        city: The city.
        name: Of the story.
        nth: Which of the firms that the city's own bureau leads.
        ago: How many days before the last day.
    """

    city: City
    name: str
    nth: int
    ago: int

    @property
    def firm(self) -> Firm:
        """
        Whose case it is.
        """
        led = [f for f in self.city.firms if f.bureau == "city" and not f.is_gone]
        return led[self.nth % len(led)]

    def begin(self) -> "tuple[Story, Telling]":
        """
        Give the story, and the moment at which it begins.
        """
        story = self.city.story(self.name)
        day = later(self.city.until - timedelta(days=self.ago), 0)
        return story, iter((morning(story.rng, day),))

    def file(self, story: Story, source: str = "tip_off") -> Matter:
        """
        Have the case filed now.
        """
        city, firm = self.city, self.firm
        done = story.do(
            "file-case",
            city.head(firm.bureau),
            taken_from={"case_source": source, "source_paper": city.offices.paper()},
            violation={
                "case_name": f"{firm.name}未落实安全投入案",
                "violation_code": "AQ-093",
                "discovered_on": story.today,
                "violation_ended_on": story.today - timedelta(days=5),
            },
            handlers=persons_of(firm.team),
            enterprise=firm.file,
            evidence=(city.offices.photographs[0],),
        )
        story.do("issue-document", firm.lead, about=done.file, form="case_filing")
        return Matter(city, story, firm, done.file)


def points() -> tuple[dict[str, object], ...]:
    """
    Answer the points of a review: all in order.
    """
    return tuple({"review_point": point, "in_order": True} for point in _POINTS)
