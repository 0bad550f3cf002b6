"""
The directory (机构与人员名录): the tree of bodies, who works in them, and in what role.

Whoever signs in is looked up here, and what a reader may see follows from it (D21).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import ClassVar
from uuid import UUID

from domain.base import Actor, Audience, Role
from domain.body.file import (
    BodyIdentityChanged,
    BodyKind,
    BodyRegistered,
    BodySucceeded,
)
from domain.jurisdictions import Level
from domain.officer.file import (
    OfficerCertified,
    OfficerEnrolled,
    OfficerLeft,
    OfficerRoleAssigned,
)
from infra.questions import EVERYBODY, Ask, Heads, Reader, Select, question
from infra.read_model import ReadModel, on
from infra.tables_of_rows import Column, Order, Table, Value
from infra.timelines import UNCLOSED, Timeline

BODIES = Timeline(
    "bodies",
    (
        Column("name"),
        Column("body_kind", "choice", choices=BodyKind),
        Column("level", "choice", choices=Level),
        Column("region"),
        Column("uscc"),
        Column("parent", "file"),
        Column("successor", "file"),
    ),
    indexes=(("known_from",),),
    orders=(Order(("region", "name")),),
)

PEOPLE = Table(
    "people",
    (Column("id", "file"),),
    (
        Column("name", "personal"),
        Column("login"),
        Column("body", "file"),
        Column("certificate_number"),
        Column("valid_until", "day"),
    ),
    orders=(Order(("body", "login")),),
)

POSTS = Table(
    "posts",
    (
        Column("person", "file"),
        Column("role", "choice", choices=Role),
        Column("body", "file"),
        Column("since_on", "day"),
    ),
    (Column("name", "personal"), Column("login"), Column("until_on", "day")),
    indexes=(("body", "role"),),
    orders=(Order(("body", "role", "login")),),
)

_OFFICE = frozenset((Audience.PUBLIC, Audience.OFFICE))
_OUTSIDE = frozenset((Role.PUBLIC, Role.PARTNER, Role.OPERATOR, Role.CLOCK))


@dataclass(frozen=True)
class Post:
    """
    A role that somebody holds in a body.

    Args:
        person: The officer's file.
        role: The role.
        body: The body.
        body_name: What it is called.
        login: The person's account.
        subject: Whose name to ask the vault for.
    """

    person: UUID
    role: Role
    body: UUID
    body_name: str
    login: str
    subject: UUID | None

    @property
    def actor(self) -> Actor:
        """
        The person, acting in this role.
        """
        return Actor(self.role, self.person, self.body)


@dataclass(frozen=True)
class Place:
    """
    A body in the tree on a day.
    """

    name: str
    kind: str
    parent: UUID | None
    successor: UUID | None = None


class Directory(ReadModel):
    """
    Bodies, people and posts.
    """

    NAME: ClassVar[str] = "directory"
    ZH: ClassVar[str] = "机构与人员名录"
    EN: ClassVar[str] = "directory of bodies and people"
    TABLES: ClassVar[tuple[Table, ...]] = (PEOPLE, POSTS)
    TIMELINES: ClassVar[tuple[Timeline, ...]] = (BODIES,)
    #: The tree that was last asked for, on which day and as of which change.
    _tree: tuple[tuple[date, int | None], Mapping[UUID, Place]] | None = None

    @on(BodyRegistered)
    def on_body(self, fact: BodyRegistered) -> None:
        """
        Enter the body.
        """
        self.change(
            BODIES,
            str(fact.file),
            fact,
            at=fact.since_on.isoformat(),
            body_kind=fact.body_kind.code,
            level=fact.level.code,
            region=fact.region,
            uscc=fact.uscc,
            name=fact.identity.name,
            parent=_id(fact.identity.parent),
            audience=Audience.PUBLIC.code,
        )

    @on(BodyIdentityChanged)
    def on_identity(self, fact: BodyIdentityChanged) -> None:
        """
        Rename or move it from that day on.
        """
        self.change(
            BODIES,
            str(fact.file),
            fact,
            at=fact.since_on.isoformat(),
            name=fact.identity.name,
            parent=_id(fact.identity.parent),
        )

    @on(BodySucceeded)
    def on_succeeded(self, fact: BodySucceeded) -> None:
        """
        Say who goes on, from that day on.
        """
        since = fact.since_on.isoformat()
        self.change(
            BODIES, str(fact.file), fact, at=since, successor=str(fact.successor)
        )

    @on(OfficerEnrolled)
    def on_enrolled(self, fact: OfficerEnrolled) -> None:
        """
        Enter the person.
        """
        self.put(
            PEOPLE,
            id=str(fact.file),
            name=str(fact.name.subject),
            login=fact.login,
            body=str(fact.body),
            owner=str(fact.body),
            audience=Audience.OFFICE.code,
        )

    @on(OfficerRoleAssigned)
    def on_role(self, fact: OfficerRoleAssigned) -> None:
        """
        Enter the post.
        """
        person = self.one(PEOPLE, id=str(fact.file)) or {}
        self.put(
            POSTS,
            person=str(fact.file),
            role=fact.role.code,
            body=str(fact.body),
            since_on=fact.since_on.isoformat(),
            until_on=fact.until_on.isoformat() if fact.until_on else None,
            name=person.get("name"),
            login=person.get("login"),
            owner=str(fact.body),
            audience=Audience.OFFICE.code,
        )

    @on(OfficerCertified)
    def on_certified(self, fact: OfficerCertified) -> None:
        """
        Show the newest certificate beside the name.
        """
        self.mend(
            PEOPLE,
            {"id": str(fact.file)},
            certificate_number=fact.certificate_number,
            valid_until=fact.valid_until.isoformat(),
        )

    @on(OfficerLeft)
    def on_left(self, fact: OfficerLeft) -> None:
        """
        End the posts meant that still run on that day.
        """
        last = fact.until_on.isoformat()
        for post in self.some(POSTS, person=str(fact.file)):
            meant = fact.body in (None, UUID(str(post["body"]))) and (
                fact.role is None or fact.role.code == post["role"]
            )
            if meant and str(post["until_on"] or last) >= last:
                key = {c.name: post[c.name] for c in POSTS.key}
                self.mend(POSTS, key, until_on=last)

    # -- questions --------------------------------------------------------------------

    @question(
        "机构",
        "Bodies",
        by=EVERYBODY,
        desks=("enforcement", "discipline", "judiciary", "disclosure"),
        axes=True,
        rows=("JNT-07",),
        heads=Heads("body"),
    )
    def bodies(self, ask: Ask, *, words: str = "") -> Select:
        """
        List the bodies of the jurisdiction, and those beside it that the work touches.
        """
        del ask
        shown = ("id", "name", "body_kind", "level", "region", "parent", "successor")
        return Select(BODIES, order=("region", "name"), columns=shown).satisfying(
            "instr(name, :words) > 0", words=words or None
        )

    @question(
        "人员",
        "People",
        desks=("enforcement", "discipline", "judiciary"),
        heads=Heads("officer"),
    )
    def officers(self, ask: Ask) -> Select:
        """
        List the people of your own body and of those below it.
        """
        del ask
        return Select(PEOPLE, order=("body", "login"))

    @question("岗位", "Posts", desks=("enforcement", "discipline", "judiciary"))
    def people(self, ask: Ask) -> Select:
        """
        List who holds which role in your own body and in those below it.
        """
        del ask
        return Select(POSTS, order=("body", "role", "login"))

    # -- who somebody is --------------------------------------------------------------

    def posts_on(self, day: date, login: str = "") -> tuple[Post, ...]:
        """
        List the posts held on a day, by body, role and account.

        Args:
            day: The legal day.
            login: Only those of one account.
        """
        where: dict[str, Value] = {"login": login} if login else {}
        posts = self._posts(day, where)
        order = list(Role)
        posts.sort(key=lambda p: (p.body_name, order.index(p.role), p.login))
        return tuple(posts)

    def _posts(self, day: date, where: dict[str, Value]) -> list[Post]:
        held = [p for p in self.some(POSTS, **where) if _held(p, day)]
        tree = self.tree_on(day)
        return [
            Post(
                person=UUID(str(p["person"])),
                role=Role[str(p["role"]).upper()],
                body=UUID(str(p["body"])),
                body_name=tree[UUID(str(p["body"]))].name,
                login=str(p["login"]),
                subject=UUID(str(p["name"])) if p["name"] else None,
            )
            for p in held
        ]

    def post(self, actor: Actor, day: date) -> Post | None:
        """
        Find the post that somebody acts in, if it is held on that day.
        """
        place = (str(actor.person), actor.role.code, str(actor.body))
        where: dict[str, Value] = dict(
            zip(("person", "role", "body"), place, strict=True)
        )
        return next(iter(self._posts(day, where)), None)

    def tree_on(self, day: date) -> Mapping[UUID, Place]:
        """
        Give every body with the one above it, on a day; before its first, its first.

        Every request asks for it: the last one is kept until a body changes.
        """
        changed = self.store.reading.execute(
            'SELECT max(known_from) FROM "bodies"'
        ).fetchone()[0]
        kept = self._tree
        if kept is None or kept[0] != (day, changed):
            self._tree = kept = (day, changed), self._read_tree(day)
        return kept[1]

    def _read_tree(self, day: date) -> Mapping[UUID, Place]:
        places: dict[UUID, Place] = {}
        segments = self.some(BODIES.rows, known_until=UNCLOSED)
        for row in sorted(segments, key=lambda r: str(r["valid_from"])):
            body = UUID(str(row["id"]))
            if body in places and str(row["valid_from"]) > day.isoformat():
                continue
            parent = _uuid(row["parent"])
            places[body] = Place(
                str(row["name"]), str(row["body_kind"]), parent, _uuid(row["successor"])
            )
        return MappingProxyType(places)

    def reader(self, actor: Actor, day: date) -> Reader:
        """
        Say what somebody may see: own body and below; a commission and a committee
        office, the whole of the government above them.
        """
        if actor.role in _OUTSIDE or actor.body is None:
            return Reader(actor.role, actor.person, actor.body)
        tree = self.tree_on(day)
        roots = {actor.body}
        own = tree.get(actor.body)
        wide = (BodyKind.COMMITTEE_OFFICE.code, BodyKind.DISCIPLINE.code)
        if own is not None and own.parent is not None and own.kind in wide:
            roots.add(own.parent)
        audiences = _OFFICE
        if actor.role is Role.DISCIPLINE:
            audiences |= {Audience.DISCIPLINE}
        return Reader(
            actor.role, actor.person, actor.body, _below(tree, roots), audiences
        )


def _uuid(text: Value) -> UUID | None:
    return UUID(str(text)) if text else None


def _id(body: UUID | None) -> str | None:
    return str(body) if body else None


def _held(post: dict[str, Value], day: date) -> bool:
    asked = day.isoformat()
    return str(post["since_on"]) <= asked <= str(post["until_on"] or asked)


def _below(tree: Mapping[UUID, Place], roots: set[UUID]) -> frozenset[UUID]:
    """
    List bodies with all below them, and with those that they have taken over from.
    """
    found = _gathered(tree, roots, "parent")
    return frozenset(_gathered(tree, found, "successor"))


def _gathered(tree: Mapping[UUID, Place], roots: set[UUID], link: str) -> set[UUID]:
    found, grew = set(roots), True
    while grew:
        new = {b for b, place in tree.items() if getattr(place, link) in found} - found
        grew = bool(new)
        found |= new
    return found
