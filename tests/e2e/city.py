"""
A city behind real doors: bodies and people set up by acts, and clients who sign in.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from fastapi import FastAPI
from starlette.testclient import TestClient

from domain.acts import Power
from domain.base import Actor, Role
from domain.body.file import BodyKind, Identity
from domain.codes import make_uscc_of
from domain.enterprise.file import Enterprise
from domain.jurisdictions import Level
from domain.values import Personal
from infra.clock import SetClock
from infra.ledger import Receipt, Request
from services.discipline.app import create_app as discipline
from services.disclosure.app import create_app as disclosure
from services.enforcement.app import create_app as enforcement
from services.judiciary.app import create_app as judiciary
from services.web.desks import desk_of
from services.web.house import House
from services.web.together import together

#: A Monday morning in the office's zone.
NOW = datetime(2026, 3, 2, 2, tzinfo=UTC)
SINCE = date(2025, 1, 1)
CERTIFIED_UNTIL = date(2027, 12, 31)
OPERATOR = Actor(Role.OPERATOR)
CITY, COUNTY = "220200", "220221"


def together_of(house: House) -> FastAPI:
    """
    Give all four desks of a house.
    """
    makers = {
        "enforcement": enforcement,
        "discipline": discipline,
        "judiciary": judiciary,
        "disclosure": disclosure,
    }
    return together(house, {name: make(house) for name, make in makers.items()})


class Town:
    """
    A government with a bureau, a county bureau below it, and a discipline commission.
    """

    def __init__(self, home: Path) -> None:
        """
        Set everything up in an empty home.
        """
        self.clock = SetClock(NOW)
        self.house = House(home, clock=self.clock)
        self.people: dict[str, Actor] = {}
        self._count = 0
        self.do(
            "open-ledger",
            by=OPERATOR,
            deployment="town",
            name="演示市",
            region=CITY,
            demonstration=True,
        )
        self.government = self.body("演示市人民政府", BodyKind.GOVERNMENT)
        self.bureau = self.body("演示市应急管理局", parent=self.government)
        self.county = self.body("演示县应急管理局", parent=self.bureau, region=COUNTY)
        self.commission = self.body(
            "演示市纪委监委", BodyKind.DISCIPLINE, parent=self.government
        )
        self.police = self.body("演示市公安局", BodyKind.POLICE)
        for login, name, role, body in (
            ("first", "赵一", Role.OFFICER, self.bureau),
            ("second", "钱二", Role.OFFICER, self.bureau),
            ("head", "孙局", Role.HEAD, self.bureau),
            ("foreign", "李外", Role.OFFICER, self.county),
            ("commissioner", "周纪", Role.DISCIPLINE, self.commission),
            ("policeman", "吴警", Role.POLICE, self.police),
            ("clerk", "郑文", Role.CLERK, self.bureau),
        ):
            self.person(login, name, role, body)
        for login in ("first", "second", "foreign"):
            self.certify(login)
        self.do("assign-mandate", body=self.bureau, power=Power.INSPECT, since_on=SINCE)

    def do(self, act: str, file: UUID | None = None, /, **terms: object) -> Receipt:
        """
        Do an act, by the clerk unless ``by`` says who.
        """
        by = terms.pop("by", "clerk")
        self._count += 1
        self.clock.moment += timedelta(minutes=1)
        actor = by if isinstance(by, Actor) else self.people[str(by)]
        return self.house.perform(
            Request(act, actor, f"town-{self._count}", terms, file)
        )

    def body(
        self,
        name: str,
        kind: BodyKind = BodyKind.REGULATOR,
        *,
        parent: UUID | None = None,
        region: str = CITY,
    ) -> UUID:
        """
        Register a body.
        """
        made = self.do(
            "register-body",
            by=OPERATOR,
            body_kind=kind,
            level=Level.PREFECTURE,
            region=region,
            identity=Identity(name, parent=parent),
            since_on=SINCE,
        )
        return next(iter(made.files))

    def person(self, login: str, name: str, role: Role, body: UUID) -> UUID:
        """
        Enrol somebody and give them a role.
        """
        made = self.do(
            "enrol-officer", by=OPERATOR, name=Personal(name), body=body, login=login
        )
        file = next(iter(made.files))
        self.do(
            "assign-officer-role",
            file,
            by=OPERATOR,
            role=role,
            body=body,
            since_on=SINCE,
        )
        self.people[login] = Actor(role, file, body)
        return file

    def certify(self, login: str) -> None:
        """
        Record somebody's certificate.
        """
        self.do(
            "certify-officer",
            self.id(login),
            certificate_number=f"证-{login}",
            certificate_kinds=("安全生产",),
            valid_from=SINCE,
            valid_until=CERTIFIED_UNTIL,
        )

    def enterprise(self, name: str = "城东冶炼厂", *, by: str = "first") -> UUID:
        """
        Register an enterprise with a code of its own.
        """
        self._count += 1
        made = self.do(
            "register-enterprise",
            by=by,
            name=name,
            region=COUNTY if by == "foreign" else CITY,
            uscc=make_uscc_of("91", CITY, f"{self._count:08d}"),
        )
        return next(file for file in made.files if self.is_enterprise(file))

    def is_enterprise(self, file: UUID) -> bool:
        """
        Whether a file is that of an enterprise.
        """
        return isinstance(self.house.ledger.read(file), Enterprise)

    def hazard(self, *, by: str = "first") -> UUID:
        """
        Take in a hazard that an enterprise reports.
        """
        made = self.do(
            "self-report-hazard",
            by=by,
            enterprise=self.enterprise(by=by),
            place="东库",
            description="消防通道堵塞",
        )
        return next(iter(made.files))

    def id(self, login: str) -> UUID:
        """
        Give the file of somebody.
        """
        person = self.people[login].person
        assert person is not None
        return person

    @property
    def app(self) -> FastAPI:
        """
        All four desks.
        """
        return together_of(self.house)

    @contextmanager
    def client(self, login: str = "") -> Iterator[TestClient]:
        """
        Let somebody call the API of their own desk; nobody, of the open one.
        """
        headers, desk = {}, "disclosure"
        if login:
            actor = self.people[login]
            found = desk_of(actor.role)
            assert found is not None
            desk = found.name
            token = self.house.issuer.token(actor)
            headers = {"Authorization": f"Bearer {token}"}
        with TestClient(self.app, f"http://test/{desk}", headers=headers) as client:
            yield client
