"""
Founding a ledger (建账): its first bodies, their people, and what they work by.

Whoever founds one, for a bureau or for a demonstration, goes this way: by acts alone,
all of them in one commit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from domain.base import Actor, Role
from domain.values import day_of
from infra.ledger import Receipt, Request
from infra.requests import act_named
from services.web.house import House
from services.web.intake import Intake

_OPERATOR = Actor(Role.OPERATOR)


@dataclass(frozen=True)
class FirstBody:
    """
    A body to be registered.

    Args:
        key: Its short name while the ledger is founded.
        name: Full name.
        kind: Code of its kind.
        level: Code of its level.
        region: Six digits of GB/T 2260.
        above: Key of the body above; empty for none.
        papers: What its papers must say, by term of its identity.
    """

    key: str
    name: str
    kind: str
    level: str
    region: str
    above: str = ""
    papers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FirstPerson:
    """
    Somebody to be enrolled.

    Args:
        login: Account.
        name: The person's name.
        roles: In what capacities.
        body: Key of the body.
    """

    login: str
    name: str
    roles: tuple[Role, ...]
    body: str


@dataclass(frozen=True)
class Founding:
    """
    What a ledger begins with.

    Args:
        name: What the deployment is called.
        region: Root of the jurisdiction.
        demonstration: Whether its data are made up.
        bodies: The bodies, each after the one above it.
        people: The people; among those of a body that is to work, a clerk.
        since_on: From which day people hold their posts; today if none is named.
    """

    name: str
    region: str
    demonstration: bool
    bodies: tuple[FirstBody, ...]
    people: tuple[FirstPerson, ...]
    since_on: date | None = None


class Founder:
    """
    Does the acts of one founding.
    """

    def __init__(self, house: House, founding: Founding) -> None:
        """
        Begin with nothing done.

        Args:
            house: The house of an empty ledger.
            founding: What it is to begin with.
        """
        self.house = house
        self.founding = founding
        self.today = day_of(house.ledger.clock.now())
        self.since_on = founding.since_on or self.today
        self.bodies: dict[str, UUID] = {}
        self.people: dict[str, UUID] = {}
        self.clerks: dict[str, Actor] = {}

    def found(self) -> None:
        """
        Open the ledger, register the bodies, and give the people their posts.

        Inside one commit only.
        """
        opened = {
            "deployment": str(self.house.ledger.deployment),
            "name": self.founding.name,
            "region": self.founding.region,
            "demonstration": self.founding.demonstration,
        }
        self._perform("open-ledger", opened, key="open-ledger")
        for body in self.founding.bodies:
            self.bodies[body.key] = self._register(body)
        for person in self.founding.people:
            self.people[person.login] = self._enrol(person)
        self._appoint()

    def do(
        self,
        act: str,
        by: Actor,
        *,
        key: str,
        file: UUID | None = None,
        **terms: object,
    ) -> UUID:
        """
        Do an act, and name its file.

        Args:
            act: Its name.
            by: Who.
            key: Names it among the acts of the founding.
            file: On which file, if it opens none.
            terms: Its terms, as JSON carries them.
        """
        receipt = self._perform(act, terms, key=f"init/{key}", by=by, file=file)
        return next(iter(receipt.files))

    def _perform(
        self,
        act: str,
        given: Mapping[str, object],
        *,
        key: str,
        by: Actor = _OPERATOR,
        file: UUID | None = None,
    ) -> Receipt:
        terms = Intake().terms(act_named(act).terms, given)
        request = Request(act, by, key, terms, file, channel="cli")
        return self.house.ledger.perform(request)

    def _register(self, body: FirstBody) -> UUID:
        identity: dict[str, object] = {"name": body.name, **body.papers}
        if body.above:
            identity["parent"] = str(self.bodies[body.above])
        return self.do(
            "register-body",
            _OPERATOR,
            key=f"body/{body.key}",
            body_kind=body.kind,
            level=body.level,
            region=body.region,
            since_on=self.since_on.isoformat(),
            identity=identity,
        )

    def _enrol(self, person: FirstPerson) -> UUID:
        return self.do(
            "enrol-officer",
            _OPERATOR,
            key=f"person/{person.login}",
            name=person.name,
            body=str(self.bodies[person.body]),
            login=person.login,
        )

    def _appoint(self) -> None:
        """
        Give everybody their posts.

        The operator sets only up what has no clerk yet; a body's first clerk does the
        rest, so clerks come last.
        """
        posts = [(who, role) for who in self.founding.people for role in who.roles]
        posts.sort(key=lambda post: post[1] is Role.CLERK)
        for who, role in posts:
            body = self.bodies[who.body]
            self.do(
                "assign-officer-role",
                self.clerks.get(who.body, _OPERATOR),
                key=f"post/{who.login}/{role.code}",
                file=self.people[who.login],
                role=role.code,
                body=str(body),
                since_on=self.since_on.isoformat(),
            )
            if role is Role.CLERK:
                clerk = Actor(role, self.people[who.login], body)
                self.clerks.setdefault(who.body, clerk)
