"""
The gate (入口): who is asking at a desk, and what that lets them read.

A token is only as good as the post behind it: whoever left the post is signed out.
"""

from dataclasses import dataclass
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from domain.base import Actor, Role
from domain.values import day_of
from infra.issuer import SESSION_HOURS, Session
from infra.questions import Reader
from projections.directory import Post
from services.web.desks import Desk, desk_of
from services.web.house import House
from services.web.problems import NotThisWay

#: Methods that change nothing, so that a cookie alone is enough for them.
SAFE = frozenset(("GET", "HEAD"))


@dataclass(frozen=True)
class Visitor:
    """
    Who is asking.

    Args:
        reader: What they may read.
        session: Their signing in; none for an anonymous reader.
        post: The post that they act in; none for the anonymous and the operator.
        name: What they are called.
    """

    reader: Reader
    session: Session | None = None
    post: Post | None = None
    name: str = ""

    @property
    def actor(self) -> Actor:
        """
        Who would act.
        """
        return self.session.actor if self.session else Actor(Role.PUBLIC)

    @property
    def is_signed_in(self) -> bool:
        """
        Whether it is known who asks.
        """
        return self.session is not None


class Gate:
    """
    Lets people in at one desk.
    """

    def __init__(self, house: House, desk: Desk) -> None:
        """
        Stand before a desk.
        """
        self.house = house
        self.desk = desk
        self.cookie = f"shilu_{desk.name}"

    # -- who it is --------------------------------------------------------------------

    def caller(self, request: Request) -> Visitor:
        """
        Say who calls the API: a bearer token, or for reading the cookie of a page.

        Raises:
            NotThisWay: If nobody is named where somebody must be.
        """
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self._visitor(token.strip())
        if request.method in SAFE:
            return self.visitor(request)
        return self._anonymous()

    def visitor(self, request: Request) -> Visitor:
        """
        Say who looks at a page.

        Raises:
            NotThisWay: If nobody is named where somebody must be.
        """
        token = request.cookies.get(self.cookie, "")
        return self._visitor(token) if token else self._anonymous()

    def known(self, request: Request) -> Visitor | None:
        """
        Say who looks at a page, if that can be said.
        """
        try:
            return self.visitor(request)
        except NotThisWay:
            return None

    def signed_in(self, request: Request) -> Visitor:
        """
        Say who calls, and let nobody through who is not signed in.

        Raises:
            NotThisWay: If nobody is.
        """
        found = self.caller(request)
        if not found.is_signed_in:
            raise NotThisWay("not_signed_in")
        return found

    def poster(self, request: Request, form_token: str) -> Visitor:
        """
        Say who sent a form that was shown in their own session.

        Raises:
            NotThisWay: If nobody is signed in, or the form came from elsewhere.
        """
        found = self.visitor(request)
        if found.session is None:
            raise NotThisWay("not_signed_in")
        same = request.headers.get("sec-fetch-site", "same-origin")
        bound = self.house.issuer.is_bound(found.session, form_token)
        if same not in ("same-origin", "none") or not bound:
            raise NotThisWay("not_sent_from_here")
        return found

    def _anonymous(self) -> Visitor:
        if not self.desk.is_open:
            raise NotThisWay("not_signed_in")
        return Visitor(Reader(Role.PUBLIC))

    def _visitor(self, token: str) -> Visitor:
        session = self.house.issuer.read(token)
        if session is None:
            raise NotThisWay("not_signed_in")
        actor = session.actor
        if actor.role not in self.desk.roles:
            elsewhere = desk_of(actor.role)
            name = f"{elsewhere.zh} {elsewhere.en}" if elsewhere else "-"
            raise NotThisWay("not_at_this_desk", desk=name)
        today = day_of(self.house.ledger.clock.now())
        directory = self.house.directory
        post = directory.post(actor, today) if actor.person else None
        if actor.person and post is None:
            raise NotThisWay("not_signed_in")
        name = self.house.name_of(post.subject) if post else actor.role.zh
        return Visitor(directory.reader(actor, today), session, post, name)

    # -- signing in and out -----------------------------------------------------------

    @property
    def has_list(self) -> bool:
        """
        Whether people may choose themselves from a list: in a demonstration, and
        where the operator set the local issuer up.
        """
        return self.house.ledger.demonstration or self.house.issuer.is_offered

    def posts(self) -> tuple[Post, ...]:
        """
        List who may use this desk today.
        """
        today = day_of(self.house.ledger.clock.now())
        held = self.house.directory.posts_on(today)
        return tuple(post for post in held if post.role in self.desk.roles)

    def admit(self, response: Response, *, person: UUID, role: str, body: UUID) -> None:
        """
        Sign somebody in who was chosen from the list.

        Raises:
            NotThisWay: If nobody on the list is meant.
        """
        meant = (person, role, body)
        chosen = (p for p in self.posts() if (p.person, p.role.code, p.body) == meant)
        post = next(chosen, None) if self.has_list else None
        if post is None:
            raise NotThisWay("not_signed_in")
        response.set_cookie(
            self.cookie,
            self.house.issuer.token(post.actor),
            max_age=SESSION_HOURS * 3600,
            path=f"/{self.desk.name}",
            httponly=True,
            samesite="lax",
        )

    def dismiss(self, response: Response) -> None:
        """
        Sign somebody out.
        """
        response.delete_cookie(self.cookie, path=f"/{self.desk.name}")
