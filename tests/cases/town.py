"""
A small prefecture for case tests of the registers, under the common grounds themselves.

Everything in it was done by acts, beginning with an empty ledger: the operator sets the
bodies up, and their clerks do the rest.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

import pytest

import domain  # noqa: F401  so that every act is known
from domain.acts import ACTS, Power
from domain.base import Actor, Fact, File, Role
from domain.body.file import BodyKind, Identity
from domain.jurisdictions import Level
from domain.procedures.standing import Standing
from domain.refusals import Refused
from domain.values import OFFICE_ZONE, Personal
from tests.cases.office import Office

F = TypeVar("F", bound=File)

#: A Monday, on which everything in the town is known.
TODAY = date(2026, 3, 2)
#: The first day of posts, mandates and certificates.
SINCE = date(2025, 1, 1)
#: The last day of certificates.
CERTIFIED_UNTIL = date(2027, 12, 31)
OPERATOR = Actor(Role.OPERATOR)
CLOCK = Actor(Role.CLOCK)
#: A code that checks.
USCC = "91110000802100433B"
CITY, COUNTY, DISTRICT = "220200", "220221", "220202"


def moment(day: date, hour: int = 10) -> datetime:
    """
    Give an hour of a day in the office's zone.
    """
    return datetime(day.year, day.month, day.day, hour, tzinfo=OFFICE_ZONE)


@dataclass
class Town:
    """
    A government with a bureau, a county bureau below it, and a committee office.

    The city bureau may inspect and penalise; the county bureau has no power yet.
    """

    office: Office = field(default_factory=lambda: Office(Standing()))
    people: dict[str, Actor] = field(default_factory=dict)
    demonstration: bool = True

    def __post_init__(self) -> None:
        """
        Set the bodies up, and then their people; clerks come last.
        """
        self.do(
            "open-ledger",
            by=OPERATOR,
            deployment="town",
            name="演示市",
            region=CITY,
            demonstration=self.demonstration,
        )
        self.government = self.body("演示市人民政府", kind=BodyKind.GOVERNMENT)
        self.city = self.body("演示市应急管理局", parent=self.government)
        self.county = self.body(
            "演示县应急管理局", parent=self.city, level=Level.COUNTY, region=COUNTY
        )
        self.committee = self.body(
            "演示市安委办", kind=BodyKind.COMMITTEE_OFFICE, parent=self.government
        )
        for name in ("first", "second"):
            self.person(name, Role.OFFICER, self.city)
        self.person("other", Role.OFFICER, self.county)
        self.person("head", Role.HEAD, self.city)
        self.person("importer", Role.IMPORTER, self.city)
        self.person("committee", Role.COMMITTEE_OFFICE, self.committee)
        self.person("clerk", Role.CLERK, self.city)
        self.person("county clerk", Role.CLERK, self.county)
        for name in ("first", "second", "other"):
            self.certify(name)
        for power in (Power.INSPECT, Power.PENALISE):
            self.assign(power, self.city)

    # -- what is done ---------------------------------------------------------------

    def do(self, act: str, file: UUID | None = None, /, **said: object) -> list[Fact]:
        """
        Do an act, by the clerk of the city unless somebody else is named.

        Args:
            act: Its name.
            file: On which file.
            said: Its terms; besides them ``by``, who acts: an actor or a name; ``on``,
                the day of the recording; ``said_on``, the day on which it happened;
                ``officers``, the others by name.
        """
        by, others = said.pop("by", "clerk"), said.pop("officers", ())
        day, said_on = said.pop("on", TODAY), said.pop("said_on", None)
        assert isinstance(by, Actor | str)
        assert isinstance(day, date)
        assert isinstance(others, tuple)
        assert said_on is None or isinstance(said_on, date)
        return self.office.perform(
            ACTS[act],
            by=self.people[by] if isinstance(by, str) else by,
            at=moment(day),
            file=file,
            said_at=moment(said_on) if said_on else None,
            officers=tuple(self.id(name) for name in others),
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

    # -- who is there ---------------------------------------------------------------

    def body(
        self,
        name: str,
        *,
        kind: BodyKind = BodyKind.REGULATOR,
        parent: UUID | None = None,
        level: Level = Level.PREFECTURE,
        region: str = CITY,
    ) -> UUID:
        """
        Register a body as the operator does.
        """
        registered = self.do(
            "register-body",
            by=OPERATOR,
            body_kind=kind,
            level=level,
            region=region,
            identity=Identity(name, parent=parent),
        )
        return registered[0].file

    def person(
        self, name: str, role: Role, body: UUID, by: Actor | str = OPERATOR
    ) -> UUID:
        """
        Enrol somebody and assign a role, as the operator does for a body without clerk.
        """
        enrolled = self.do(
            "enrol-officer", by=by, name=Personal(name), body=body, login=name
        )
        person = enrolled[0].file
        self.do(
            "assign-officer-role",
            person,
            by=by,
            role=role,
            body=body,
            since_on=SINCE,
        )
        self.people[name] = Actor(role, person, body)
        return person

    def id(self, name: str) -> UUID:
        """
        Give the file of somebody.
        """
        person = self.people[name].person
        assert person is not None
        return person

    def certify(self, name: str, until: date = CERTIFIED_UNTIL) -> None:
        """
        Record somebody's certificate.
        """
        self.do(
            "certify-officer",
            self.id(name),
            certificate_number=f"证-{name}",
            certificate_kinds=("安全生产",),
            valid_from=SINCE,
            valid_until=until,
        )

    def assign(self, power: Power, body: UUID) -> UUID:
        """
        Assign a power for every sector, and give the duty list.
        """
        facts = self.do("assign-mandate", body=body, power=power, since_on=SINCE)
        return facts[0].file
