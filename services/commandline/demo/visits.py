"""
A visit (检查), from its approval to the end of all that it led to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final
from uuid import UUID

from domain.base import Actor
from domain.values import Upload
from services.commandline.demo.agenda import Telling
from services.commandline.demo.checklists import Look
from services.commandline.demo.city import City, Firm, persons_of
from services.commandline.demo.desk import Late, Story
from services.commandline.demo.flags import no_outcome, not_approved
from services.commandline.demo.hours import (
    afternoon,
    earlier,
    in_office,
    minutes_after,
    moment,
    next_day,
)
from services.commandline.demo.papers import issued, served
from services.commandline.demo.people_names import a_name
from services.commandline.demo.plans import Plan
from services.commandline.demo.shown import result_shown

#: Why a visit of a mode is not counted against the year's cap.
_EXEMPTIONS: Final = {
    "special": "special_programme",
    "unannounced": "special_programme",
    "joint": "assigned",
    "follow_up": "follow_up",
}

#: After so many working days a decision comes that was forgotten.
_FORGOTTEN: Final = 9

POSTS: Final = ("安全总监", "车间主任", "安全科长", "办公室主任", "主要负责人")

_LATE_REASON: Final = "现场无网络，先用纸质文书记录，返回后补录"
_LATE_DAYS: Final = 2

#: How often a notice and a record are issued as numbered papers.
_NOTICES: Final = 0.4
_RECORDS: Final = 0.3


@dataclass
class Visit:
    """
    A visit while it is told.

    Args:
        city: The city.
        firm: The firm.
        plan: How it is to go.
        story: Told in this one.
        team: The officers.
        id: Its file, once it is opened.
        looks: What is looked at.
        arrived_at: When the officers arrived.
        field_at: How late it is on the spot.
        wrong: What does not conform.
        grave: Which of that is a major hazard.
        skipped: Code of what is not inspected.
        item_nos: Numbers of the findings.
        corrected: What was put right on the spot.
        left: What was not.
        for_no_case: What no case is to be opened about.
        pending: How many of the things that it led to have not ended.
    """

    city: City
    firm: Firm
    plan: Plan
    story: Story
    team: tuple[Actor, ...]
    id: UUID | None = None
    looks: tuple[Look, ...] = ()
    arrived_at: datetime | None = None
    field_at: datetime | None = None
    wrong: tuple[Look, ...] = ()
    grave: Look | None = None
    skipped: str = ""
    item_nos: dict[Look, int] = field(default_factory=dict)
    corrected: list[Look] = field(default_factory=list)
    left: list[Look] = field(default_factory=list)
    for_no_case: Look | None = None
    pending: int = 0

    # -- steps ------------------------------------------------------------------------

    @property
    def file(self) -> UUID:
        """
        Its file; it is opened by now.
        """
        assert self.id is not None
        return self.id

    @property
    def writer(self) -> Actor:
        """
        The officer who writes things up.
        """
        return self.team[0]

    @property
    def evidence(self) -> tuple[Upload, ...]:
        """
        A photograph.
        """
        return (self.story.rng.choice(self.city.offices.photographs),)

    def do(
        self, act: str, by: Actor, *, among: tuple[UUID, ...] = (), **terms: object
    ) -> UUID | None:
        """
        Do an act of the office on it.

        Returns:
            The file that the act opened, if it opened one.
        """
        done = self.story.do(act, by, file=self.file, among=among, more=terms)
        return done.opened[0] if done.opened else None

    def there(
        self,
        act: str,
        *,
        file: UUID | None = None,
        can_be_late: bool = True,
        more: Mapping[str, object] = MappingProxyType({}),
        **terms: object,
    ) -> UUID | None:
        """
        Do an act in the field, at the time that it is there.

        Args:
            act: Its name.
            file: On which file; the visit's own by default.
            can_be_late: Whether it can be recorded after the fact at all.
            more: Its terms, where they come in a mapping.
            terms: Its terms, or the rest of them.

        Returns:
            The file that it opened, if it opened one.
        """
        late = None
        if self.plan.late and can_be_late:
            late = Late(_LATE_REASON, self.city.offices.paper())
        done = self.story.do(
            act,
            self.writer,
            file=file or self.file,
            at=self.field_at,
            among=persons_of(self.team),
            late=late,
            more={**more, **terms},
        )
        return done.opened[0] if done.opened else None

    def passing(self, least: int, most: int) -> Telling:
        """
        Tell that time passes on the spot, and that it is recorded soon after.
        """
        assert self.field_at is not None
        self.field_at = minutes_after(self.story.rng, self.field_at, (least, most))
        if self.plan.late:
            yield self.story.now + timedelta(seconds=self.story.rng.randint(15, 90))
            return
        soon = timedelta(seconds=self.story.rng.randint(5, 100))
        yield max(self.story.now, self.field_at + soon)

    # -- before -----------------------------------------------------------------------

    def approve(self, day: date) -> Telling:
        """
        Tell that a head approves it, some days before.
        """
        plan, rng = self.plan, self.story.rng
        yield in_office(rng, earlier(day, rng.randint(2, 4)))
        key = self.firm.trade.checklist
        self.looks = self.city.offices.looks[key]
        done = self.story.do(
            "approve-inspection",
            self.city.head(self.firm.bureau),
            enterprise=self.firm.file,
            mode=plan.mode,
            inspection_scope="安全生产责任制、教育培训、设备设施和现场管理",
            inspectors=persons_of(self.team),
            checklist=self.city.offices.checklists[key],
            exemption=_EXEMPTIONS.get(plan.mode),
        )
        self.id = done.file

    def approve_follow_up(self, hazards: tuple[UUID, ...]) -> Telling:
        """
        Tell that a head approves the re-inspection of some hazards, on one visit.
        """
        yield in_office(self.story.rng, next_day(self.story.now))
        done = self.story.do(
            "approve-inspection",
            self.city.head(self.firm.bureau),
            enterprise=self.firm.file,
            mode=self.plan.mode,
            inspection_scope="复查责令整改的隐患",
            inspectors=persons_of(self.team),
            exemption=_EXEMPTIONS[self.plan.mode],
            hazards=hazards,
        )
        self.id = done.file

    def notify(self, day: date) -> Telling:
        """
        Tell that the firm is told, the working day before.
        """
        rng, paper = self.story.rng, None
        yield afternoon(rng, earlier(day, 1))
        if self.story.chance(_NOTICES):
            paper = yield from issued(
                self.story, self.firm, about=self.file, form="inspection_notice"
            )
        self.hand_notice(paper)

    def hand_notice(self, paper: UUID | None = None) -> None:
        """
        Hand the notice over.
        """
        self.do(
            "notify-inspection",
            self.writer,
            among=persons_of(self.team),
            recipient=a_name(self.story.rng),
            recipient_post=self.story.rng.choice(POSTS),
            document=paper,
        )

    def arrive(self, day: date, *, at: datetime | None = None) -> Telling:
        """
        Tell that the officers arrive; if paper comes first, that they are back by now.
        """
        rng = self.story.rng
        arrived = at or moment(day, 9, rng.randint(0, 50), second=rng.randint(0, 59))
        self.arrived_at = self.field_at = arrived
        if self.plan.late:
            yield afternoon(rng, next_day(arrived, _LATE_DAYS))
        else:
            yield minutes_after(rng, arrived, (2, 9))

    # -- on the spot ------------------------------------------------------------------

    def open(self) -> Telling:
        """
        Tell that it begins.
        """
        if self.plan.obstructs:
            self.there(
                "record-inspection-refusal",
                refused_by=a_name(self.story.rng),
                post="门卫班长",
                obstruction="以负责人不在为由不让检查人员进入厂区，经说明后放行",
                evidence=self.evidence,
            )
            yield from self.passing(10, 25)
            self.arrived_at = self.field_at
        rng = self.story.rng
        self.there(
            "open-inspection",
            place=self.firm.address,
            certificates_shown=True,
            persons_present=({"person": a_name(rng), "post": rng.choice(POSTS)},),
        )
        if self.plan.mode == "unannounced":
            yield from self.passing(1, 3)
            self.hand_notice()

    def open_urgently(self, day: date, at: datetime | None = None) -> Telling:
        """
        Tell that it begins at once, and is approved within the hours for it.
        """
        yield from self.arrive(day, at=at)
        self.looks = self.city.offices.looks[self.firm.trade.checklist]
        done = self.story.do(
            "open-inspection-urgently",
            self.writer,
            at=self.arrived_at,
            among=persons_of(self.team),
            enterprise=self.firm.file,
            urgent_ground=self.plan.urgent,
            inspection_scope="核查举报反映的现场问题",
            place=self.firm.address,
            certificates_shown=True,
            checklist=self.city.offices.checklists[self.firm.trade.checklist],
        )
        self.id = done.file
        yield from self.passing(2, 5)
        self.hand_notice()
        if self.plan.unapproved:
            self.city.agenda.add(not_approved(self.story, self.file))
        elif self.plan.stops != "open":
            self.city.agenda.add(self._approve_late())

    def _approve_late(self) -> Telling:
        yield minutes_after(self.story.rng, self.story.now, (60, 260))
        self.do(
            "approve-inspection-late",
            self.city.head(self.firm.bureau),
            reason="接群众举报，情况紧急，已电话报告",
        )

    def sign(self) -> Telling:
        """
        Tell that the record is made: signed, or its signature refused.
        """
        yield from self.passing(6, 20)
        span = {"started_at": self.arrived_at, "ended_at": self.field_at}
        if self.plan.refuses:
            self.there(
                "record-signature-refusal",
                reason="在场负责人对检查结果有异议，拒绝签名",
                department=self.writer.body,
                witness=a_name(self.story.rng),
                witness_post="社区工作人员",
                evidence=self.evidence,
                more=span,
            )
            return
        has_scan = self.story.chance(_RECORDS)
        self.there(
            "sign-inspection-record",
            signer=a_name(self.story.rng),
            signer_post=self.story.rng.choice(POSTS),
            signed_paper=self.city.offices.paper() if has_scan else None,
            more=span,
        )

    def conclude(self) -> Telling:
        """
        Tell that it is concluded at the desk.
        """
        rng = self.story.rng
        if self.plan.late:
            yield minutes_after(rng, self.story.now, (4, 30))
        else:
            day = day_or_next(self.story.now)
            yield max(afternoon(rng, day), minutes_after(rng, self.story.now, (5, 20)))
        outcome = "to_rectify" if self.left else "corrected"
        self.do(
            "conclude-inspection",
            self.writer,
            among=persons_of(self.team),
            outcome=outcome if self.item_nos else "nothing_found",
        )
        result_shown(
            self.city,
            self.story,
            self.file,
            bureau=self.firm.bureau,
            kind="inspection",
        )
        if self.story.chance(_RECORDS):
            paper = yield from issued(
                self.story, self.firm, about=self.file, form="inspection_record"
            )
            self.city.agenda.add(served(self.city, self.story, self.firm, paper=paper))

    def give_up(self, day: date) -> Telling:
        """
        Tell that the visit cannot be made.
        """
        yield moment(day, 9, self.story.rng.randint(20, 59))
        self.do(
            "abandon-inspection",
            self.writer,
            among=persons_of(self.team),
            reason="企业因停电全厂停产检修，另行安排检查",
        )

    def decide_no_case(self, look: Look) -> Telling:
        """
        Tell that a head opens no case about a finding.
        """
        if self.plan.forgotten:
            item_no = self.item_nos[look]
            self.city.agenda.add(no_outcome(self.story, self.file, item_no=item_no))
        days = _FORGOTTEN if self.plan.forgotten else 3
        yield in_office(self.story.rng, next_day(self.story.now, days))
        self.do(
            "decide-no-case",
            self.city.head(self.firm.bureau),
            item_nos=(self.item_nos[look],),
            reason="违法行为轻微并已改正，未造成危害后果",
        )

    def close(self) -> Telling:
        """
        Tell that one of the things that it led to has ended; after the last, its end.
        """
        self.pending -= 1
        if self.pending > 0:
            return
        yield in_office(self.story.rng, next_day(self.story.now))
        self.do("close-inspection-thread", self.writer)


def day_or_next(now: datetime) -> date:
    """
    Give the day of a moment if offices are open on it, else the next such day.
    """
    return next_day(now, 0)
