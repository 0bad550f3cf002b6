"""
A small office whose registers are filled by acts, and many more visits made from one.

The unit that is measured is a finding on an open visit: it reads the visit, the
officers, their body, its powers and the rules of the place, and adds one fact.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from math import ceil
from pathlib import Path
from uuid import UUID

import domain
from domain.acts import Power
from domain.base import Actor, Role
from domain.body.file import BodyKind, Identity
from domain.checklist.file import ChecklistItem
from domain.codes import make_uscc_of
from domain.enforcement_case.choices import CaseSource
from domain.enterprise.profile import Profile
from domain.inspection.choices import Mode
from domain.jurisdictions import Level, Sector
from domain.law.list_grounds import ListGround, ManagementMeasure
from domain.law.penalty_kinds import PenaltyKind
from domain.procedures.filing_cases import CaseOrigin, Violation
from domain.procedures.standing import Standing
from domain.values import Personal
from infra.clock import SetClock
from infra.conditions import Conditions
from infra.ledger import Ledger, Receipt, Request
from infra.transcoding import Draft
from tests.bench.copying import CITY, DECISION_NO, Template

#: What happens to an enterprise; names the file that it is about.
Story = Callable[[UUID], UUID]
#: Importing it makes every file known, as a process of ours does.
KNOWN = domain

#: A Tuesday morning in the office's zone.
NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
SINCE = date(2025, 1, 1)
CERTIFIED_UNTIL = date(2027, 12, 31)
OPERATOR = Actor(Role.OPERATOR)
BUREAU = "演示市应急管理局"
#: What is told and decided on an entry of the black list.
MEASURES = (ManagementMeasure.PUBLICITY, ManagementMeasure.NO_FUNDS)
#: Findings of a visit that is made from another one.
FINDINGS_COUNT = 8
#: Facts appended in one transaction where many are made.
COMMIT_COUNT = 2000
#: A finding, as it comes to the door.
FINDING = {
    "description": "煤气柜与周边建筑之间未设置规定的安全距离",
    "is_violation": True,
    "area": "煤气柜",
    "violation_code": "V02",
}


def clock() -> SetClock:
    """
    Stand still at the morning of the office.
    """
    return SetClock(NOW)


def ledger_at(home: Path) -> Ledger:
    """
    Open a ledger under the common grounds of the law.
    """
    return Ledger(home, law=Standing(), clock=clock())


@dataclass
class Office:
    """
    A city bureau with officers, a head, a checklist and the rules of the place.

    Args:
        ledger: An empty ledger, or one that such an office was set up in.
        people: Who is there, by login.
    """

    ledger: Ledger
    people: dict[str, Actor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """
        Set everything up.
        """
        self._count = self._copied = 0
        self.do(
            "open-ledger",
            by=OPERATOR,
            deployment="bench",
            name="演示市",
            region=CITY,
            demonstration=True,
        )
        self.bureau = self._body("演示市人民政府", BodyKind.GOVERNMENT)
        self.bureau = self._body(BUREAU, BodyKind.REGULATOR)
        for login, role in (
            ("first", Role.OFFICER),
            ("second", Role.OFFICER),
            ("head", Role.HEAD),
            ("importer", Role.IMPORTER),
            ("clerk", Role.CLERK),
        ):
            self._person(login, role)
        for login in ("first", "second"):
            self._certify(login)
        for power in (Power.INSPECT, Power.PENALISE):
            self.do("assign-mandate", body=self.bureau, power=power, since_on=SINCE)
        pack = self.do("publish-rule-pack", pack_code="004", pack_version="1")
        self.do("adopt-rule-pack", opened(pack), region=CITY, since_on=NOW.date())
        items = tuple(
            ChecklistItem(
                f"{n:02}", f"检查第{n}项", "V02", "安全生产法36", mandatory=True
            )
            for n in range(1, 11)
        )
        listed = self.do("publish-checklist-version", name="冶金检查表", items=items)
        self.checklist = opened(listed)

    def do(self, act: str, file: UUID | None = None, /, **terms: object) -> Receipt:
        """
        Do an act, by the clerk unless ``by`` says who.
        """
        return self.ledger.perform(self.asked(act, file, **terms))

    def asked(self, act: str, file: UUID | None = None, /, **terms: object) -> Request:
        """
        Ask for an act under a key of its own; the first officer acts with the second.
        """
        by = terms.pop("by", "clerk")
        actor = by if isinstance(by, Actor) else self.people[str(by)]
        self._count += 1
        others = (self._id("second"),) if by == "first" else ()
        key = f"office-{self._count}"
        return Request(act, actor, key, terms, file, with_officers=others)

    def _id(self, login: str) -> UUID:
        person = self.people[login].person
        assert person is not None
        return person

    def _body(self, name: str, kind: BodyKind) -> UUID:
        parent = getattr(self, "bureau", None)
        registered = self.do(
            "register-body",
            by=OPERATOR,
            body_kind=kind,
            level=Level.PREFECTURE,
            region=CITY,
            identity=Identity(name, parent=parent),
            since_on=SINCE,
        )
        return opened(registered)

    def _person(self, login: str, role: Role) -> None:
        enrolled = self.do(
            "enrol-officer",
            by=OPERATOR,
            name=Personal(f"演示{login}"),
            body=self.bureau,
            login=login,
        )
        person = opened(enrolled)
        post = {"role": role, "body": self.bureau, "since_on": SINCE}
        self.do("assign-officer-role", person, by=OPERATOR, **post)
        self.people[login] = Actor(role, person, self.bureau)

    def _certify(self, login: str) -> None:
        self.do(
            "certify-officer",
            self.people[login].person,
            certificate_number=f"证-{login}",
            certificate_kinds=("安全生产",),
            valid_from=SINCE,
            valid_until=CERTIFIED_UNTIL,
        )

    # -- what is measured -------------------------------------------------------------

    def visits(self, count: int) -> tuple[UUID, ...]:
        """
        Have some visits begun, each by its own acts, to an enterprise of their own.
        """
        return tuple(self.visit(self.enterprise()) for _ in range(count))

    def enterprise(self) -> UUID:
        """
        Enter an enterprise.
        """
        self._count += 1
        registered = self.do(
            "register-enterprise",
            by="first",
            name=f"城东第{self._count}冶炼厂",
            region=CITY,
            uscc=make_uscc_of("91", CITY, f"{self._count:08d}"),
        )
        return opened(registered)

    def visit(self, enterprise: UUID) -> UUID:
        """
        Have a visit to an enterprise approved, notified and begun.
        """
        team = tuple(self.people[n].person for n in ("first", "second"))
        approved = self.do(
            "approve-inspection",
            by="head",
            enterprise=enterprise,
            mode=Mode.PLANNED,
            inspection_scope="冶炼车间",
            inspectors=team,
            checklist=self.checklist,
        )
        visit = opened(approved)
        notice = {"recipient": Personal("李四"), "recipient_post": "厂长"}
        self.do("notify-inspection", visit, by="first", **notice)
        arrival = {"place": "城东厂区", "certificates_shown": True}
        self.do("open-inspection", visit, by="first", **arrival)
        return visit

    def finding(self, visit: UUID, key: str) -> Request:
        """
        Ask for one more finding on a visit.
        """
        return Request("record-finding", self.people["first"], key, FINDING, visit)

    def visited(self, enterprise: UUID) -> UUID:
        """
        Have a visit to an enterprise with as many findings as a visit has here.
        """
        visit = self.visit(enterprise)
        for number in range(FINDINGS_COUNT):
            self.ledger.perform(self.finding(visit, f"{visit}/{number}"))
        return visit

    def fined(self, enterprise: UUID) -> Request:
        """
        Ask for a fine on the spot.
        """
        return self.asked(
            "decide-on-the-spot",
            by="first",
            kinds=(PenaltyKind.FINE,),
            fine_fen=1_000_00,
            violation_fact="未在有较大危险因素的设备上设置安全警示标志",
            legal_basis="安全生产法99(1)",
            rights_told=True,
            statement="当事人无异议",
            place="城东厂区",
            decision_no=DECISION_NO,
            enterprise=enterprise,
            recipient=Personal("李四"),
        )

    def case(self, enterprise: UUID) -> UUID:
        """
        Have a case filed on what a visit found.
        """
        visit = self.visited(enterprise)
        filed = self.do(
            "file-case",
            by="head",
            taken_from=CaseOrigin(CaseSource.FINDING, visit, (1,)),
            violation=Violation("未设置安全距离", "V02", NOW.date()),
            handlers=(self._id("first"), self._id("second")),
            enterprise=enterprise,
        )
        return opened(filed)

    def summons(self, case: UUID) -> Request:
        """
        Ask for somebody to be questioned in a case: the fact that a case can have most
        of, since nothing of it depends on the ones before.
        """
        return self.asked(
            "summon",
            case,
            by="first",
            person=Personal("王五"),
            post="安全员",
            appear_at=NOW + timedelta(days=3),
            place="本局",
            reason="了解煤气柜间距",
        )

    def listed(self, enterprise: UUID) -> UUID:
        """
        Have an enterprise put on the black list, by every act that this takes.
        """
        profile = Profile(sector=Sector.INDUSTRY)
        self.do("change-enterprise-profile", enterprise, by="first", profile=profile)
        penalty = opened(self.ledger.perform(self.fined(enterprise)))
        why = {"reasons": "未取得许可从事生产", "legal_basis": "应急管理部令11号7(1)"}
        entry = opened(
            self.do(
                "propose-entry",
                by="first",
                penalty=penalty,
                list_ground=ListGround.L7_1,
                reasons=why["reasons"],
            )
        )
        told = {"measures_told": MEASURES, "rights_told": True}
        self.do("notify-entry", entry, by="head", **why, **told)
        heard = {"statement": Personal("已整改"), "arguments_answered": "不予采纳"}
        self.do("hear-entry-statement", entry, by="head", **heard)
        self.do(
            "make-entry",
            entry,
            by="head",
            **why,
            management_measures=MEASURES,
            repair_conditions="履行义务、消除影响",
            repair_way="向本机关书面申请",
        )
        return entry

    def fill(self, count: int, story: Story | None = None) -> tuple[UUID, ...]:
        """
        Have many facts, of as many enterprises as that takes.

        Args:
            count: Facts that the ledger has afterwards, at least.
            story: What happens to an enterprise, and names a file; a visit if absent.

        Returns:
            The files, one for each enterprise.
        """
        template, named = self._template(story or self.visited)
        lacking = max(count - self.ledger.recorder.head, 0)
        copies = ceil(lacking / len(template.drafts))
        return named, *self._copies(template, named, copies)

    def several(self, count: int, story: Story) -> tuple[UUID, ...]:
        """
        Have the same happen to so many enterprises.
        """
        template, named = self._template(story)
        return named, *self._copies(template, named, count - 1)

    def _template(self, story: Story) -> tuple[Template, UUID]:
        before = self.ledger.recorder.head
        named = story(self.enterprise())
        return Template.of(self.ledger, before), named

    def _copies(self, template: Template, named: UUID, number: int) -> Iterator[UUID]:
        """
        Copy what happened to one enterprise, through the append itself, without the
        examination of each act: under ids, names, codes and numbers of their own.
        """
        batch = list[Draft]()
        for left in reversed(range(number)):
            self._copied += 1
            drafts, copy = template.copy(self._copied, named)
            batch += drafts
            if len(batch) >= COMMIT_COUNT or not left:
                self.ledger.recorder.append(batch, Conditions())
                batch = []
            yield copy


def opened(receipt: Receipt) -> UUID:
    """
    Name the first file that an act opened or was done on.
    """
    return next(iter(receipt.files))


def keys(prefix: str) -> Iterator[str]:
    """
    Give idempotency keys that no other round uses.
    """
    number = 0
    while True:
        number += 1
        yield f"{prefix}-{number}"
