"""
The offices of the city (演示机构): set up by the operator and the clerks, as in life.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from domain.base import Actor, Role
from domain.values import Upload
from services.commandline.demo.agenda import Telling
from services.commandline.demo.checklists import LOOKS, NAMES, Look, as_terms
from services.commandline.demo.desk import OPERATOR, Story
from services.commandline.demo.hours import minutes_after, moment
from services.commandline.demo.people_names import MARK, a_name
from services.commandline.demo.pictures import picture, scan
from services.commandline.demo.places import (
    AGENCIES,
    BUREAUS,
    CITY,
    MEMBERS,
    PACK,
    Agency,
    Member,
)

#: How many firms one more officer is taken on for.
FIRMS_PER_OFFICER: Final = 40

#: These officers stand in no team: their stories are about their posts.
RESERVE: Final = frozenset(("officer-lin", "officer-xu", "officer-ye"))

#: The certificate that runs out while the city is at work, and for how many days.
SHORT_CERTIFICATE: Final = "officer-lin"
SHORT_DAYS: Final = 180

_POWERS: Final = ("inspect", "penalise", "coerce")
_PHOTOGRAPHS: Final = 6
_CERTIFICATE_KINDS: Final = ("行政执法证",)
_CERTIFIED_BEFORE: Final = timedelta(days=200)
_CERTIFIED_AFTER: Final = timedelta(days=730)


@dataclass
class Offices:
    """
    The bodies, the people and what they work by.

    Args:
        started_on: The day on which the ledger was opened.
        until: The last day that is told.
        extra_officers: How many more officers the bureaus have than are named.
    """

    started_on: date
    until: date
    extra_officers: int = 0
    bodies: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, Actor] = field(default_factory=dict)
    duties: dict[str, UUID] = field(default_factory=dict)
    checklists: dict[str, UUID] = field(default_factory=dict)
    looks: dict[str, tuple[Look, ...]] = field(default_factory=lambda: dict(LOOKS))
    teams: dict[str, list[Actor]] = field(default_factory=dict)
    packs: list[UUID] = field(default_factory=list)
    photographs: tuple[Upload, ...] = ()
    scan: Upload | None = None

    def __getitem__(self, login: str) -> Actor:
        """
        Give somebody by their account.
        """
        return self.people[login]

    def of(self, bureau: str, role: Role) -> Actor:
        """
        Give the first person of a body in a role.
        """
        body = self.bodies[bureau]
        return next(a for a in self.people.values() if (a.role, a.body) == (role, body))

    def paper(self) -> Upload:
        """
        Give a scanned paper.
        """
        assert self.scan is not None
        return self.scan

    def named(self, bureau: str) -> Agency:
        """
        Give what a body is called.
        """
        return _AGENCY[bureau]

    # -- setting up -------------------------------------------------------------------

    def founding(self, story: Story) -> Telling:
        """
        Tell how everything was set up on one day.
        """
        now = moment(self.started_on, 8, 31, second=20)
        for part in (
            self._open,
            self._register_bodies,
            self._enrol,
            self._certify,
            self._empower,
            self._lay_down,
        ):
            for _ in part(story):
                yield now
                now = minutes_after(story.rng, now, (0, 1))
            yield now

    def _open(self, story: Story) -> Telling:
        yield story.now
        ledger = story.desk.ledger
        story.do(
            "open-ledger",
            OPERATOR,
            deployment=str(ledger.deployment),
            name="哈尔滨市安全生产执法实录（演示）",
            region=CITY,
            demonstration=True,
        )
        put = ledger.put_document
        self.photographs = tuple(put(picture(n)) for n in range(_PHOTOGRAPHS))
        self.scan = put(scan())

    def _register_bodies(self, story: Story) -> Telling:
        for agency in AGENCIES:
            yield story.now
            done = story.do(
                "register-body",
                OPERATOR,
                body_kind=agency.kind,
                level=agency.level,
                region=agency.region,
                identity=self.identity(agency),
                since_on=self.started_on,
                uscc=agency.uscc,
            )
            self.bodies[agency.key] = done.file

    def identity(self, agency: Agency, **changes: str) -> Mapping[str, object]:
        """
        Give what a body is called, as the acts take it.
        """
        said: dict[str, object] = {
            "name": agency.name,
            "region_word": agency.region_word,
            "agency_word": agency.agency_word,
            "review_body": agency.review_body,
            "court": agency.court,
            "parent": self.bodies.get(agency.above),
        }
        if agency.key in BUREAUS:
            said["payee"] = {
                "bank": "演示银行哈尔滨分行",
                "account_name": f"{agency.name}罚没款专户",
                "account_number": f"9999{AGENCIES.index(agency):012d}",
            }
            said["seals"] = ({"form_code": "责改", "seal": "执法专用章"},)
        return said | changes

    def _enrol(self, story: Story) -> Telling:
        clerks = [m for m in MEMBERS if m.role is Role.CLERK]
        others = [m for m in MEMBERS if m.role is not Role.CLERK]
        for member in (*clerks, *others, *self._more(story)):
            yield story.now
            self._take_on(story, member)
        for bureau in (*BUREAUS, "station"):
            body = self.bodies[bureau]
            self.teams[bureau] = [
                actor
                for login, actor in self.people.items()
                if (actor.role, actor.body) == (Role.OFFICER, body)
                and login not in RESERVE
            ]

    def _more(self, story: Story) -> list[Member]:
        shares = ("city", "city", "bin", "hulan")
        return [
            Member(
                f"officer-{n + 1:03d}",
                a_name(story.rng).removesuffix(MARK),
                Role.OFFICER,
                shares[n % len(shares)],
            )
            for n in range(self.extra_officers)
        ]

    def _take_on(self, story: Story, member: Member) -> None:
        by = self._who_enrols(member)
        body = self.bodies[member.body]
        done = story.do(
            "enrol-officer",
            by,
            name=f"{member.name}{MARK}",
            body=body,
            login=member.login,
        )
        story.do(
            "assign-officer-role",
            by,
            file=done.file,
            role=member.role.code,
            body=body,
            since_on=self.started_on,
        )
        self.people[member.login] = Actor(member.role, done.file, body)

    def _who_enrols(self, member: Member) -> Actor:
        """
        The operator sets a body up; its clerk, or the one above, does the rest.
        """
        if member.role is Role.CLERK or member.body not in (*BUREAUS, "station"):
            return OPERATOR
        clerk = {"bin": "clerk-feng", "station": "clerk-feng", "hulan": "clerk-luo"}
        return self[clerk.get(member.body, "clerk-zhao")]

    def _certify(self, story: Story) -> Telling:
        begins = self.started_on - _CERTIFIED_BEFORE
        for login, actor in self.people.items():
            if actor.role is not Role.OFFICER:
                continue
            yield story.now
            is_short = login == SHORT_CERTIFICATE
            ends = self.started_on + timedelta(days=SHORT_DAYS)
            story.do(
                "certify-officer",
                self["clerk-zhao"],
                file=actor.person,
                certificate_number=self.certificate(login),
                certificate_kinds=_CERTIFICATE_KINDS,
                valid_from=begins,
                valid_until=ends if is_short else self.until + _CERTIFIED_AFTER,
            )

    def certificate(self, login: str, *, issue: int = 1) -> str:
        """
        Number the certificate of an officer.
        """
        nth = list(self.people).index(login) + 1
        return f"演示{CITY}-{nth:03d}-{issue}"

    def _empower(self, story: Story) -> Telling:
        by = self["clerk-he"]
        for bureau in BUREAUS:
            for power in _POWERS:
                yield story.now
                done = story.do(
                    "assign-mandate",
                    by,
                    body=self.bodies[bureau],
                    power=power,
                    since_on=self.started_on,
                )
                if done.opened:
                    self.duties[bureau] = done.file

    def _lay_down(self, story: Story) -> Telling:
        yield story.now
        self.adopt_pack(story, self["clerk-he"], version="1")
        for key, looks in self.looks.items():
            yield story.now
            done = story.do(
                "publish-checklist-version",
                self["clerk-zhao"],
                name=NAMES[key],
                items=as_terms(looks),
            )
            self.checklists[key] = done.file

    def adopt_pack(self, story: Story, by: Actor, *, version: str) -> None:
        """
        Publish the rules of the place, and let them govern it from today on.
        """
        label = f"演示{self.started_on.year}.{version}"
        done = story.do(
            "publish-rule-pack",
            by,
            pack_code=PACK,
            pack_version=label,
            changes=(_FILED_WITH_SUPERIOR,),
        )
        story.do(
            "adopt-rule-pack",
            by,
            file=done.file,
            region=CITY,
            since_on=story.today,
        )
        self.packs.append(done.file)


#: Until when a major penalty is filed with the superior body, once the old rules are
#: no more.
_FILED_WITH_SUPERIOR: Final = {
    "parameter": "PN.file_superior.local",
    "value": "5WD",
    "basis": "省重大行政处罚备案规定（演示）",
}

_AGENCY: Final = {agency.key: agency for agency in AGENCIES}
