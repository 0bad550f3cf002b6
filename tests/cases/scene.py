"""
A small city for case tests: a bureau, its officers, an enterprise, a checklist.

Inspections and hazards are brought to the stage that a case begins with by the acts
themselves, never by writing facts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import TypeVar
from uuid import UUID

import pytest

import domain  # noqa: F401  so that every act is known
from domain.acts import ACTS
from domain.base import Actor, Fact, File, FirstFact, Role
from domain.body.file import Body, BodyKind, BodyRegistered, Identity
from domain.checklist.file import (
    Checklist,
    ChecklistItem,
    ChecklistVersionPublished,
)
from domain.circumstances import Circumstances
from domain.enterprise.facts import EnterpriseRegistered
from domain.enterprise.file import Enterprise
from domain.hazard.choices import HazardLevel, TreatmentRecipient
from domain.hazard.file import Hazard
from domain.inspection.choices import Answer, Exemption, Mode
from domain.inspection.file import Inspection
from domain.jurisdictions import Level
from domain.law.packs import pack_of
from domain.officer.file import Officer, OfficerEnrolled, OfficerRoleAssigned
from domain.refusals import Refused
from domain.rules import Rules
from domain.values import OFFICE_ZONE, Personal, Upload
from tests.cases.office import EveryoneMay, Office

F = TypeVar("F", bound=File)

#: A Monday; nothing is special about it.
MONDAY = date(2026, 3, 2)
#: The last day that orders of the scene give.
UNTIL = date(2026, 3, 16)
#: The day after it.
TOO_LATE = date(2026, 3, 17)

PHOTO = Upload("ab" * 32, 1024, "image/jpeg")
SIGNER = Personal("李四")
STANDARD = "工贸企业重大事故隐患判定标准（应急管理部令第10号）"


class InPlace(EveryoneMay):
    """
    A law without common grounds, in a place that has adopted a rule pack.
    """

    def __init__(self, code: str) -> None:
        """
        Name the pack.
        """
        self.code = code

    def pack(self, at: Circumstances) -> str:
        """
        The pack, as facts name it.
        """
        del at
        return f"{self.code}@1"

    def rules(self, at: Circumstances) -> Rules:
        """
        The pack over national law.
        """
        return Rules(pack_of(self.code), at.on)


def moment(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """
    Give a moment of a day in the office's zone.
    """
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=OFFICE_ZONE)


@dataclass
class Scene:
    """
    A bureau with five officers, two heads and a clerk, on a day that a case can move.
    """

    place: str = ""
    day: date = MONDAY
    office: Office = field(init=False)

    def __post_init__(self) -> None:
        """
        Fill the registers.
        """
        self.office = Office(InPlace(self.place) if self.place else EveryoneMay())
        self.bureau = self._body("市应急管理局")
        self.other_bureau = self._body("县应急管理局")
        self.committee = self._body("市安委办", BodyKind.COMMITTEE_OFFICE)
        self.officers = [self._person(name) for name in "甲乙丙丁戊"]
        self.head = self._person("局长", Role.HEAD)
        self.other_head = self._person("副局长", Role.HEAD)
        self.enterprise = self.another_enterprise("城东冶炼厂")
        items = tuple(
            ChecklistItem(code, f"检查{code}", f"V{code}", "安全生产法36", mandatory=m)
            for code, m in (("01", True), ("02", True), ("03", False))
        )
        self.checklist = self._start(
            ChecklistVersionPublished,
            Checklist,
            name="冶金检查表",
            checklist_version=1,
            items=items,
        )

    def another_enterprise(self, name: str = "城西铸造厂") -> UUID:
        """
        Enter an enterprise in the register.
        """
        return self._start(
            EnterpriseRegistered, Enterprise, name=name, name_key="", region="230100"
        )

    def _start(self, fact: type[FirstFact], kind: type[File], **terms: object) -> UUID:
        at = self.registering()
        plain = partial(kind.start, fact, at)
        file = plain(because=None, cause=None, concerns=(), owner=None, **terms)
        self.office.facts += [recorded for _, recorded in at.recorded]
        return file.id

    def registering(self) -> Circumstances:
        """
        Be in the circumstances in which registers are filled.
        """
        return self.office.circumstances(
            ACTS["open-ledger"], by=Actor(Role.OPERATOR), at=moment(self.day, 8)
        )

    def _body(self, name: str, kind: BodyKind = BodyKind.REGULATOR) -> UUID:
        return self._start(
            BodyRegistered,
            Body,
            body_kind=kind,
            level=Level.PREFECTURE,
            region="230100",
            identity=Identity(name, review_body="市人民政府", court="市中级人民法院"),
            since_on=date(2019, 1, 1),
        )

    def _person(self, name: str, role: Role = Role.OFFICER) -> UUID:
        officer = self._start(
            OfficerEnrolled, Officer, name=Personal(name), body=self.bureau, login=name
        )
        self.appoint(officer, role)
        return officer

    def appoint(self, person: UUID, role: Role, body: UUID | None = None) -> None:
        """
        Give somebody a post, in the bureau unless another body is named.
        """
        at = self.registering()
        self.read(Officer, person).record(
            OfficerRoleAssigned,
            at,
            role=role,
            body=body or self.bureau,
            since_on=date(2020, 1, 1),
        )
        self.office.facts += [recorded for _, recorded in at.recorded]

    # -- who acts ---------------------------------------------------------------------

    def officer(self, number: int = 0, body: UUID | None = None) -> Actor:
        """
        Act as one of the officers, by number; of the bureau by default.
        """
        return Actor(Role.OFFICER, self.officers[number], body or self.bureau)

    @property
    def chief(self) -> Actor:
        """
        Act as the head of the bureau.
        """
        return Actor(Role.HEAD, self.head, self.bureau)

    @property
    def clerk(self) -> Actor:
        """
        Act as a clerk of the bureau.
        """
        return Actor(Role.CLERK, self.officers[4], self.bureau)

    # -- what is done -----------------------------------------------------------------

    def do(self, act: str, file: UUID | None = None, /, **said: object) -> list[Fact]:
        """
        Do an act, by the first officer unless somebody else is named.

        Args:
            act: Its name.
            file: On which file.
            said: Its terms; besides them ``by``, who acts; ``on``, the day of the
                recording, to which the scene moves; ``hour`` of that day; ``said_at``,
                when it happened, where the act states it; ``officers``, the other
                officers by number.
        """
        by = said.pop("by", None) or self.officer()
        day, hour = said.pop("on", self.day), said.pop("hour", 10)
        said_at = said.pop("said_at", None)
        others = said.pop("officers", ())
        assert isinstance(by, Actor)
        assert isinstance(day, date)
        assert isinstance(hour, int)
        assert said_at is None or isinstance(said_at, datetime)
        assert isinstance(others, tuple)
        self.day = day
        return self.office.perform(
            ACTS[act],
            by=by,
            at=moment(self.day, hour),
            file=file,
            said_at=said_at,
            officers=tuple(self.officers[number] for number in others),
            late_reason="",
            **said,
        )

    def refused(self, act: str, file: UUID | None = None, /, **said: object) -> Refused:
        """
        Do an act that must be refused, and see that nothing was recorded.
        """
        count = len(self.office.facts)
        with pytest.raises(Refused) as caught:
            self.do(act, file, **said)
        assert len(self.office.facts) == count
        return caught.value

    def read(self, kind: type[F], file: UUID) -> F:
        """
        Load a file.
        """
        found = self.office.file(file)
        assert isinstance(found, kind)
        return found

    def hazard(self, file: UUID) -> Hazard:
        """
        Load a hazard.
        """
        return self.read(Hazard, file)

    def visit(self, file: UUID) -> Inspection:
        """
        Load an inspection.
        """
        return self.read(Inspection, file)

    def topics(self, file: UUID) -> Iterator[str]:
        """
        List the kinds of a file's facts, in order.
        """
        return (fact.TOPIC for fact in self.office.facts if fact.file == file)

    # -- inspections ------------------------------------------------------------------

    def approved(self, mode: Mode = Mode.PLANNED, **terms: object) -> UUID:
        """
        Have a visit approved, by officers 0 and 1 unless others are named.
        """
        if mode not in (Mode.PLANNED, Mode.RANDOM):
            terms.setdefault("exemption", Exemption.SPECIAL_PROGRAMME)
        terms.setdefault("inspectors", tuple(self.officers[:2]))
        terms.setdefault("checklist", self.checklist)
        facts = self.do(
            "approve-inspection",
            None,
            by=self.chief,
            enterprise=self.enterprise,
            mode=mode,
            inspection_scope="冶炼车间",
            **terms,
        )
        return facts[0].file

    def notified(self, mode: Mode = Mode.PLANNED, **terms: object) -> UUID:
        """
        Have a visit approved and notified.
        """
        visit = self.approved(mode, **terms)
        self.notify(visit)
        return visit

    def notify(self, visit: UUID, **said: object) -> None:
        """
        Have the notice of a visit handed over.
        """
        paper = {"recipient": SIGNER, "recipient_post": "厂长"}
        self.do("notify-inspection", visit, **paper, **said)

    def begin(self, visit: UUID, **said: object) -> None:
        """
        Have an approved visit notified, begun and recorded by officers who are named.
        """
        self.notify(visit, **said)
        self.do("open-inspection", visit, place="厂区", certificates_shown=True, **said)
        self.sign(visit, **said)

    def opened(self, mode: Mode = Mode.PLANNED, **terms: object) -> UUID:
        """
        Have a visit begun.
        """
        visit = self.notified(mode, **terms)
        self.do("open-inspection", visit, place="城东厂区", certificates_shown=True)
        return visit

    def found(self, count: int = 1) -> UUID:
        """
        Have a visit begun and violations found.
        """
        visit = self.opened()
        for _ in range(count):
            self.do(
                "record-finding",
                visit,
                description="煤气柜未设置安全距离",
                is_violation=True,
                area="煤气柜",
                violation_code="V02",
            )
        return visit

    def sign(self, visit: UUID, **said: object) -> None:
        """
        Answer what must be answered, and have the record signed.
        """
        for item in self.visit(visit).unanswered:
            self.do(
                "answer-checklist-item",
                visit,
                checklist_item=item,
                answer=Answer.CONFORMS,
                **said,
            )
        arrived = self.visit(visit).arrived_at
        self.do(
            "sign-inspection-record",
            visit,
            started_at=arrived,
            ended_at=arrived,
            signer=SIGNER,
            signer_post="厂长",
            **said,
        )

    # -- hazards ----------------------------------------------------------------------

    def identified(self) -> UUID:
        """
        Have a hazard identified from a finding of officers 0 and 1.
        """
        facts = self.do(
            "identify-hazard",
            self.found(),
            item_nos=(1,),
            place="煤气柜",
            description="煤气泄漏",
        )
        return facts[0].file

    def graded(self, level: HazardLevel = HazardLevel.MAJOR) -> UUID:
        """
        Have a hazard graded.
        """
        hazard = self.identified()
        self.do(
            "grade-hazard",
            hazard,
            hazard_level=level,
            standard=STANDARD,
            clause="第十一条",
        )
        return hazard

    def ordered(self, level: HazardLevel = HazardLevel.MAJOR) -> UUID:
        """
        Have its rectification ordered, until UNTIL.
        """
        hazard = self.graded(level)
        self.do(
            "order-rectification",
            hazard,
            measures="重新设置安全距离",
            rectify_until=UNTIL,
            danger=False,
        )
        return hazard

    def listed(self) -> UUID:
        """
        Have a major hazard listed for supervision.
        """
        hazard = self.ordered()
        self.supervise(hazard)
        return hazard

    def supervise(self, hazard: UUID) -> None:
        """
        Have a hazard listed for supervision by the bureau.
        """
        self.do(
            "list-for-supervision",
            hazard,
            by=self.chief,
            listing_number="应急督〔2026〕1号",
            requirements="限期整改",
            responsible_body=self.bureau,
            supervise_until=UNTIL,
        )

    def write_lists(self, hazard: UUID) -> None:
        """
        Have the three lists recorded.
        """
        self.do(
            "record-three-lists",
            hazard,
            problem_list=("安全距离不足",),
            responsibility_list=("厂长负责",),
            rectification_list=("3月16日前迁移",),
        )

    def report_to(self, hazard: UUID, *recipients: TreatmentRecipient) -> None:
        """
        Have the enterprise report on the treatment.
        """
        for recipient in recipients:
            self.do("report-treatment", hazard, by=self.clerk, reported_to=recipient)

    def report(self, hazard: UUID, **said: object) -> list[Fact]:
        """
        Have the enterprise report that it has rectified.
        """
        said.setdefault("by", self.clerk)
        return self.do("report-rectification", hazard, done="已迁移", **said)

    def reported(self, level: HazardLevel = HazardLevel.MAJOR) -> UUID:
        """
        Have a hazard reported as rectified, with all that its acceptance needs.
        """
        if level is HazardLevel.ORDINARY:
            hazard = self.ordered(level)
        else:
            hazard = self.listed()
            self.write_lists(hazard)
            self.report_to(
                hazard,
                TreatmentRecipient.REGULATOR,
                TreatmentRecipient.WORKERS_CONGRESS,
            )
        self.report(hazard)
        return hazard

    def accepted(self, level: HazardLevel = HazardLevel.MAJOR) -> UUID:
        """
        Have a rectification accepted by officers 0 and 1.
        """
        hazard = self.reported(level)
        self.do("accept-rectification", hazard, opinion="已整改")
        return hazard
