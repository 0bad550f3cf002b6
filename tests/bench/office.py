"""
A small office whose registers are filled by acts, and many more visits made from one.

The unit that is measured is a finding on an open visit: it reads the visit, the
officers, their body, its powers and the rules of the place, and adds one fact.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import domain
from domain.acts import Power
from domain.base import Actor, Fact, Role
from domain.body.file import BodyKind, Identity
from domain.checklist.file import ChecklistItem
from domain.codes import make_uscc_of
from domain.enterprise.facts import EnterpriseRegistered
from domain.inspection.choices import Mode
from domain.jurisdictions import Level
from domain.procedures.standing import Standing
from domain.values import Personal
from infra.clock import SetClock
from infra.conditions import Conditions
from infra.ledger import Ledger, Receipt, Request
from infra.transcoding import Draft

#: Importing it makes every file known, as a process of ours does.
KNOWN = domain

#: A Tuesday morning in the office's zone.
NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
SINCE = date(2025, 1, 1)
CERTIFIED_UNTIL = date(2027, 12, 31)
OPERATOR = Actor(Role.OPERATOR)
CITY = "220200"
BUREAU = "演示市应急管理局"
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
        self._count = 0
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
        self.do("assign-mandate", body=self.bureau, power=Power.INSPECT, since_on=SINCE)
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
        by = terms.pop("by", "clerk")
        actor = by if isinstance(by, Actor) else self.people[str(by)]
        self._count += 1
        key = f"office-{self._count}"
        return self.ledger.perform(Request(act, actor, key, terms, file))

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

    def fill(self, count: int) -> tuple[UUID, ...]:
        """
        Have many facts through the append itself, without the examination of each act.

        One enterprise and its visit with findings are made by acts; the others have
        the same facts under ids, names and codes of their own.

        Args:
            count: Facts that the ledger has afterwards, at least.

        Returns:
            The visits.
        """
        before = self.ledger.recorder.head
        visit = self.visit(self.enterprise())
        for number in range(FINDINGS_COUNT):
            self.ledger.perform(self.finding(visit, f"fill-{number}"))
        template = Template.of(self.ledger, before)
        visits, batch = [visit], list[Draft]()
        nth, lacking = 0, count - self.ledger.recorder.head
        while lacking > 0:
            nth += 1
            copied, copy = template.copy(nth, visit)
            batch += copied
            lacking -= len(copied)
            visits.append(copy)
            if len(batch) >= COMMIT_COUNT or lacking <= 0:
                self.ledger.recorder.append(batch, Conditions())
                batch = []
        return tuple(visits)


@dataclass(frozen=True)
class Template:
    """
    Facts that others are made from.

    Args:
        drafts: The facts, as they go into the ledger.
        files: The files that they open.
        enterprise: The first of the facts, which registers an enterprise.
    """

    drafts: Sequence[Draft]
    files: tuple[UUID, ...]
    enterprise: EnterpriseRegistered

    @classmethod
    def of(cls, ledger: Ledger, after: int) -> "Template":
        """
        Take the facts after a position; the first registers an enterprise.
        """
        facts = ledger.facts(after=after)
        drafts = [ledger.mapper.to_stored_event(_open(f, ledger)) for f in facts]
        files = tuple(dict.fromkeys(fact.file for fact in facts))
        enterprise = facts[0]
        assert isinstance(enterprise, EnterpriseRegistered)
        return cls(drafts, files, enterprise)

    def copy(self, nth: int, visit: UUID) -> tuple[list[Draft], UUID]:
        """
        Make the same facts of other files, and name the copy of the visit.
        """
        new = {file: uuid5(file, f"copy/{nth}") for file in self.files}
        texts = [(str(old), str(copied)) for old, copied in new.items()]
        name, known = f"演示第{nth}冶炼厂", self.enterprise
        texts += (
            (known.uscc, make_uscc_of("91", CITY, f"{10**7 + nth:08d}")),
            (known.name, name),
            (known.name_key, hashlib.sha256(name.encode()).hexdigest()),
        )
        return [_copied(draft, new, texts) for draft in self.drafts], new[visit]


def _open(fact: Fact, ledger: Ledger) -> Fact:
    """
    Give personal values their text again, so that the copy has a vault of its own.
    """
    known = ledger.vault.of_fact(fact.id)
    open_terms: dict[str, Any] = {
        name: replace(value, text=known[f"terms/{name}"], commitment="")
        for name, value in vars(fact).items()
        if isinstance(value, Personal)
    }
    return replace(fact, **open_terms)


def _copied(
    draft: Draft, new: dict[UUID, UUID], texts: Sequence[tuple[str, str]]
) -> Draft:
    return replace(
        draft,
        originator_id=new[UUID(str(draft.originator_id))],
        thread=new.get(draft.thread, draft.thread),
        state=_put(draft.state.decode(), texts).encode(),
        tags=tuple(_put(tag, texts) for tag in draft.tags),
        claims=tuple(_put(claim, texts) for claim in draft.claims),
        secrets=tuple(replace(s, fact=_put(s.fact, texts)) for s in draft.secrets),
    )


def _put(text: str, texts: Sequence[tuple[str, str]]) -> str:
    for old, new in texts:
        text = text.replace(old, new)
    return text


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
