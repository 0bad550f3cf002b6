"""
The steps in the life of a hazard (隐患), each told as a bureau does it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from domain.base import Actor
from domain.law.calendars import SHIPPED
from domain.periods import due
from domain.values import Upload, end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.checklists import Look
from services.commandline.demo.city import City, Firm, persons_of
from services.commandline.demo.desk import CLOCK, Story
from services.commandline.demo.flags import flagged
from services.commandline.demo.hours import (
    ONE_DAY,
    afternoon,
    earlier,
    in_office,
    later,
    minutes_after,
    moment,
    morning,
    next_day,
)
from services.commandline.demo.papers import issued, served
from services.commandline.demo.people_names import a_name
from services.commandline.demo.shown import result_shown

#: How long a major hazard is supervised beyond the last day of its order.
_SUPERVISED_LONGER: Final = timedelta(days=20)


@dataclass
class Hazard:
    """
    A hazard that was ordered to be rectified.

    Args:
        city: The city.
        story: Told in this one.
        firm: Where it is.
        look: What was found.
        id: Its file.
        is_major: Whether it is a major one.
        until: The last day.
        team: Those who found it.
        ended: Told when it has ended.
        is_reported: Whether a report on it awaits its re-inspection.
        is_overdue: Whether it was marked as overdue.
        listing: What is public of its listing, once it is.
    """

    city: City
    story: Story
    firm: Firm
    look: Look
    id: UUID
    is_major: bool
    until: date
    team: tuple[Actor, ...]
    ended: Callable[[], Telling]
    is_reported: bool = False
    is_overdue: bool = False
    listing: UUID | None = None

    @property
    def clerk(self) -> Actor:
        """
        Who takes the firm's papers in.
        """
        return self.city.clerk(self.firm.bureau)

    @property
    def head(self) -> Actor:
        """
        Who decides on more time, and verifies.
        """
        return self.city.head(self.firm.bureau)

    @property
    def evidence(self) -> tuple[Upload, ...]:
        """
        A photograph.
        """
        return (self.story.rng.choice(self.city.offices.photographs),)

    def do(
        self,
        act: str,
        by: Actor,
        *,
        ago: tuple[int, int] | None = None,
        team: tuple[Actor, ...] = (),
        **terms: object,
    ) -> None:
        """
        Do an act on it.

        Args:
            act: Its name.
            by: Who.
            ago: Some minutes ago, from and to, where it is recorded a little later.
            team: The officers of the act.
            terms: Its terms.
        """
        self.story.do(
            act,
            by,
            file=self.id,
            at=self._ago(*ago) if ago else None,
            among=persons_of(team),
            more=terms,
        )

    def _ago(self, least: int, most: int) -> datetime:
        minutes = self.story.rng.randint(least, most)
        return self.story.now - timedelta(minutes=minutes)

    def in_good_time(self) -> date:
        """
        Choose a working day on which the firm reports: before the last one is over, if
        that can still be.
        """
        first = next_day(self.story.now)
        days = max(0, (self.until - first).days)
        chosen = later(first + timedelta(days=self.story.rng.randint(0, days)), 0)
        return chosen if chosen <= self.until else max(first, earlier(chosen, 1))

    # -- the clock --------------------------------------------------------------------

    def watched(self) -> None:
        """
        Let the clock mark it when the last day ends and nothing was reported.
        """
        self.city.agenda.add(self._watch(self.until))

    def _watch(self, until: date) -> Telling:
        midnight = max(until, self.story.today) + ONE_DAY
        yield moment(midnight, 0, 0, second=7)
        is_idle = self.is_reported or self.is_overdue or self.until != until
        if not is_idle:
            self.story.do("mark-overdue", CLOCK, file=self.id, at=end_of(until))
            self.marked()
            if self.is_major:
                self.city.agenda.add(self.exposed())

    def marked(self) -> None:
        """
        Remember that it is overdue, and let the clock look whether something follows.
        """
        self.is_overdue = True
        self.city.agenda.add(flagged(self.story, "flag-not-escalated", self.id))

    def exposed(self) -> Telling:
        """
        Tell that everybody reads the next day that it was not rectified in time, and in
        the batch that is announced then.
        """
        yield moment(next_day(self.story.now), 10, 5)
        self._shown("rectification_order")
        items = [self._shown("not_rectified")]
        self.story.do(
            "announce-batch",
            self.city.discloser(self.firm.bureau),
            batch_kind="hazards",
            channel="own_site",
            since_on=self.until,
            until_on=self.story.today,
            publications=tuple(items),
        )

    def _shown(self, kind: str) -> UUID:
        bureau = self.firm.bureau
        return result_shown(
            self.city, self.story, self.id, bureau=bureau, kind=kind
        ).file

    def _released(self) -> None:
        """
        Do what tells of the release, and takes the listing down.
        """
        self._shown("release")
        said = {"withdrawal_ground": "ended_at_source", "reasons": "隐患已销号"}
        discloser = self.city.discloser(self.firm.bureau)
        self.story.do("withdraw-item", discloser, file=self.listing, more=said)

    # -- what the firm does -----------------------------------------------------------

    def report(self, day: date) -> Telling:
        """
        Tell that the firm reports what it has done.
        """
        yield afternoon(self.story.rng, day)
        self.do(
            "report-rectification",
            self.clerk,
            ago=(10, 90),
            done=self.look.done,
            evidence=self.evidence,
        )
        self.is_reported = True

    def file_plan(self) -> Telling:
        """
        Tell that the firm files its plan.
        """
        yield afternoon(self.story.rng, next_day(self.story.now, 2))
        self.do(
            "file-rectification-plan",
            self.clerk,
            ago=(10, 60),
            aims=f"消除{self.look.area}重大事故隐患",
            methods_and_measures=self.look.order,
            money_and_goods="安排专项资金，物资已订购",
            body_and_people="由主要负责人任组长的整改小组",
            time_required=f"{self.until.isoformat()}前完成",
            safety_and_emergency="停用相关设备，撤出人员，专人值守；修订现场处置方案",
            paper=self.city.offices.paper(),
        )

    def report_twice(self) -> Telling:
        """
        Tell that the firm reports to the department and to its workers (双报告).
        """
        for recipient in ("regulator", "workers_congress"):
            yield afternoon(self.story.rng, next_day(self.story.now))
            self.do(
                "report-treatment",
                self.clerk,
                ago=(10, 60),
                reported_to=recipient,
                progress="设备已停用，整改材料到货，完成过半",
                paper=self.city.offices.paper(),
            )

    # -- what the bureau does ---------------------------------------------------------

    def supervise(self) -> Telling:
        """
        Tell what comes besides for a major one: listing, three lists, plan, reports.
        """
        rng = self.story.rng
        yield in_office(rng, next_day(self.story.now, rng.randint(1, 3)))
        self.do(
            "list-for-supervision",
            self.city.second_head(self.firm.bureau),
            listing_number=f"（演示）督〔{self.until.year}〕{self.firm.nth + 1}号",
            requirements=f"{self.look.order}；整改期间落实监测和应急措施",
            responsible_body=self.head.body,
            supervise_until=self.until + _SUPERVISED_LONGER,
            displayed_where=f"{self.firm.name}大门和本机关网站",
        )
        self.listing = self._shown("supervision")
        yield from self.issue("supervision_notice")
        yield in_office(rng, next_day(self.story.now))
        self.do(
            "record-three-lists",
            self.team[0],
            problem_list=(f"{self.look.area}：{self.look.found}",),
            responsibility_list=("主要负责人对整改负总责", "车间负责人对措施负责"),
            rectification_list=(f"{self.look.order}，{self.until.isoformat()}前完成",),
        )
        yield from self.file_plan()
        yield from self.report_twice()

    def issue(self, form: str) -> Telling:
        """
        Tell that a paper about it is issued; it reaches the firm by and by.
        """
        paper = yield from issued(self.story, self.firm, about=self.id, form=form)
        self.city.agenda.add(served(self.city, self.story, self.firm, paper=paper))

    def look_after(self) -> Telling:
        """
        Tell that the office of the safety committee looks after it.
        """
        yield in_office(self.story.rng, next_day(self.story.now))
        self.do(
            "record-supervision-progress",
            self.city.offices["committee-jiang"],
            progress="现场督导：资金、措施、责任人已落实",
            evidence=self.evidence,
        )

    def schedule(self, day: date) -> Telling:
        """
        Tell that the day of the re-inspection is set, where it lies within its limit.
        """
        latest = due("IN.recheck", self.story.today, calendar=SHIPPED).day
        if self.story.today <= self.until and day <= latest:
            yield minutes_after(self.story.rng, self.story.now, (5, 60))
            self.do("schedule-reinspection", self.team[0], reinspect_on=day)

    def accept(
        self, day: date, *, signed: bool, team: tuple[Actor, ...] = ()
    ) -> Telling:
        """
        Tell that the rectification is accepted, and verified by others.

        Signed by the firm, the opinion on an ordinary one stands for the verification.
        """
        by = team or self.team
        yield morning(self.story.rng, day)
        self.do(
            "accept-rectification",
            by[0],
            ago=(2, 12),
            team=by,
            opinion=f"经复查，{self.look.done}，同意验收",
            evidence=self.evidence,
            signer=a_name(self.story.rng) if signed else None,
            signer_post="安全负责人" if signed else None,
        )
        yield from self.issue("reinspection_opinion")
        if not signed or self.is_major:
            yield in_office(self.story.rng, next_day(self.story.now, 2))
            self.verify()

    def verify(self) -> None:
        """
        Do what a head does about an acceptance that holds.
        """
        self.do(
            "verify-hazard",
            self.head,
            opinion="核查现场和验收资料，整改属实",
            evidence=self.evidence,
        )

    def reject(self, day: date) -> Telling:
        """
        Tell that the rectification is not accepted.
        """
        yield morning(self.story.rng, day)
        self.do(
            "reject-rectification",
            self.team[0],
            ago=(2, 12),
            team=self.team,
            reason=f"{self.look.area}整改不到位：“{self.look.found}”仍部分存在",
            evidence=self.evidence,
        )
        yield from self.issue("reinspection_opinion")
        self.sent_back(overdue_at_once=True)

    def sent_back(self, *, overdue_at_once: bool = False) -> None:
        """
        Remember that it is to be rectified again, and let the clock look after it.
        """
        self.is_reported = False
        if overdue_at_once and self.story.today > self.until and not self.is_overdue:
            self.marked()
        self.watched()

    def delist(self) -> Telling:
        """
        Tell that it is struck off, and released if it was supervised.
        """
        rng, decider = self.story.rng, self.city.second_head(self.firm.bureau)
        yield in_office(rng, next_day(self.story.now, rng.randint(1, 3)))
        self.do("delist-hazard", decider, opinion="核查通过，准予销号")
        if self.is_major:
            self.firm.majors -= 1
            yield from self.issue("delisting_notice")
            yield in_office(rng, next_day(self.story.now))
            self.do("release-supervision", decider, opinion="已销号，解除挂牌督办")
            self._released()
        yield from self.ended()
