"""
A story that is told through the JSON API alone: every step is a request of somebody.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from httpx2 import Response
from starlette.testclient import TestClient

from domain.base import Actor, Role
from infra.clock import SetClock
from services.commandline.serving import app_of
from services.web.desks import desk_of
from services.web.house import House

#: A Monday morning in the office's zone.
BEGINNING = datetime(2026, 3, 2, 1, tzinfo=UTC)
SINCE = "2025-01-01"
CITY, COUNTY = "220200", "220221"
OPERATOR = "operator"

Terms = dict[str, object]


@dataclass(frozen=True)
class Done:
    """
    What came of an act.

    Args:
        file: The file of its first fact.
        last: The file of its last fact.
        positions: Where its facts stand.
        numbers: The numbers that were drawn.
        at: When it was done.
    """

    file: str
    last: str
    positions: list[int]
    numbers: list[str]
    at: datetime

    @property
    def position(self) -> int:
        """The last position."""
        return self.positions[-1]


@dataclass
class Teller:
    """
    Lets people do acts and ask questions, each at their own desk.

    Args:
        home: Where the ledger lies.
        began: When the story begins.
    """

    home: Path
    began: datetime = BEGINNING
    people: dict[str, Actor] = field(default_factory=dict)
    count: int = 0

    def __post_init__(self) -> None:
        """Open the house; only the operator is known yet."""
        self.clock = SetClock(self.began)
        self.house = House(self.home, clock=self.clock)
        self.client = TestClient(app_of(self.house, None), "http://test")
        self.people[OPERATOR] = Actor(Role.OPERATOR)

    @property
    def today(self) -> date:
        """The day in the office's zone."""
        return (self.clock.moment + timedelta(hours=8)).date()

    def wait(self, days: int) -> None:
        """Let days pass, and the clock do what fell due."""
        self.clock.moment += timedelta(days=days)
        self.house.catch_up()

    # -- requests ---------------------------------------------------------------------

    def desk(self, login: str) -> str:
        """Where somebody works; nobody, at the open desk."""
        found = desk_of(self.people[login].role) if login else None
        return found.name if found else "disclosure"

    def headers(self, login: str) -> dict[str, str]:
        """Name the caller by a bearer token; nobody needs none."""
        if not login:
            return {}
        token = self.house.issuer.token(self.people[login])
        return {"Authorization": f"Bearer {token}"}

    def send(
        self,
        login: str,
        act: str,
        terms: Terms,
        *,
        file: str = "",
        key: str = "",
        language: str = "zh",
        seen: str = "",
    ) -> Response:
        """Send an act, and give the answer as it came."""
        self.count += 1
        self.clock.moment += timedelta(minutes=1)
        return self.client.post(
            f"/{self.desk(login)}/api/acts/{act}",
            params={"file": file} if file else {},
            json=terms,
            headers={
                **self.headers(login),
                "Idempotency-Key": key or f"story-{self.count}",
                "Accept-Language": language,
                "If-Match": seen or (f'"s{self.version(file)}"' if file else "*"),
            },
        )

    def version(self, file: str) -> int:
        """Look at the newest version of a file."""
        known = self.house.ledger.read(UUID(file))
        return known.version if known else 0

    def does(self, login: str, act: str, file: str = "", /, **terms: object) -> Done:
        """Have somebody do an act that is allowed."""
        answer = self.send(login, act, terms, file=file)
        assert answer.status_code == 200, (act, answer.json())
        receipt = answer.json()["receipt"]
        return Done(
            receipt["facts"][0].partition("/")[0],
            receipt["facts"][-1].partition("/")[0],
            receipt["positions"],
            list(receipt["numbers"].values()),
            self.clock.moment,
        )

    def gets(self, login: str, question: str, **terms: object) -> Response:
        """Have somebody put a question, and give the answer as it came."""
        return self.client.get(
            f"/{self.desk(login)}/api/{question}",
            params={name: str(value) for name, value in terms.items()},
            headers=self.headers(login),
        )

    def asks(self, login: str, question: str, **terms: object) -> list[dict[str, Any]]:
        """Have somebody put a question, to the end, and give the rows."""
        rows: list[dict[str, Any]] = []
        cursor = ""
        while True:
            page = {**terms, "limit": 500} | ({"cursor": cursor} if cursor else {})
            answer = self.gets(login, question, **page)
            assert answer.status_code == 200, answer.json()
            rows += answer.json()["rows"]
            cursor = answer.json()["next"] or ""
            if not cursor:
                return rows

    def puts(self, login: str, content: bytes) -> str:
        """Have somebody upload a document, and give its fingerprint."""
        answer = self.client.put(
            f"/{self.desk(login)}/api/documents",
            content=content,
            headers=self.headers(login),
        )
        assert answer.status_code == 201, answer.json()
        digest: str = answer.json()["sha256"]
        return digest

    # -- registers --------------------------------------------------------------------

    def body(
        self,
        name: str,
        kind: str,
        *,
        parent: str = "",
        region: str = CITY,
        **further: object,
    ) -> str:
        """Have the operator register a body."""
        identity = {"name": name} | ({"parent": parent} if parent else {})
        return self.does(
            OPERATOR,
            "register-body",
            body_kind=kind,
            level="county" if region == COUNTY else "prefecture",
            region=region,
            identity=identity,
            since_on=SINCE,
            **further,
        ).file

    def person(self, login: str, name: str, role: Role, body: str) -> None:
        """Have the operator enrol somebody and give them a role."""
        enrolled = {"name": name, "body": body, "login": login}
        file = self.does(OPERATOR, "enrol-officer", **enrolled).file
        post = {"role": role.code, "body": body, "since_on": SINCE}
        self.does(OPERATOR, "assign-officer-role", file, **post)
        self.people[login] = Actor(role, UUID(file), UUID(body))

    def id(self, login: str) -> str:
        """Give the file of somebody."""
        return str(self.people[login].person)
