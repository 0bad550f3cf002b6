"""
The live routes of all desks, and requests in everybody's name.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import cast
from uuid import UUID

from fastapi import FastAPI
from fastapi.routing import APIRoute
from httpx2 import Response
from starlette.routing import Mount
from starlette.testclient import TestClient

from domain.acts import ACTS
from domain.base import Role
from domain.shapes import Kind, Member, Shape, members_of
from services.web.desks import desk_of
from tests.e2e.region import Region

UNKNOWN = UUID("5e1f0000-0000-4000-8000-00000000ffff")

_LEAVES: Mapping[Kind, object] = {
    Kind.TEXT: "某",
    Kind.PERSONAL: "某",
    Kind.RESTRICTED: "某",
    Kind.DAY: "2026-11-23",
    Kind.MOMENT: "2026-11-23T08:00",
    Kind.WHOLE: 1,
    Kind.FLAG: True,
    Kind.REFERENCE: str(UNKNOWN),
}


def routes_of(app: FastAPI) -> Iterator[tuple[str, APIRoute]]:
    """
    List the routes of every desk, with the name of the desk.
    """
    for mount in app.routes:
        if isinstance(mount, Mount) and isinstance(mount.app, FastAPI):
            desk = mount.path.removeprefix("/")
            for route in mount.app.routes:
                if isinstance(route, APIRoute):
                    yield desk, route


class Doors:
    """
    Knocks at the live routes.
    """

    def __init__(self, region: Region, client: TestClient) -> None:
        """
        Stand before the desks of a region.
        """
        self.region = region
        self.client = client
        self.scan = region.house.ledger.put_document(b"%PDF-1.7 scan").sha256
        self._tokens: dict[str, str] = {}

    def desk(self, who: str) -> str:
        """
        Say at which desk somebody works; nobody reads at the open one.
        """
        found = desk_of(self.region.people[who].role) if who else None
        return found.name if found else "disclosure"

    def headers(self, who: str, **more: str) -> dict[str, str]:
        """
        Sign a request for somebody; for nobody, leave it unsigned.
        """
        if not who:
            return more
        if who not in self._tokens:
            actor = self.region.people[who]
            self._tokens[who] = self.region.house.issuer.token(actor)
        return {"Authorization": f"Bearer {self._tokens[who]}", **more}

    def get(self, who: str, path: str, **query: object) -> Response:
        """
        Ask something in somebody's name at their own desk.
        """
        return self.client.get(
            f"/{self.desk(who)}/{path}",
            params={name: str(value) for name, value in query.items()},
            headers=self.headers(who),
        )

    def post(
        self,
        who: str,
        act: str,
        file: UUID | None = None,
        *,
        late: Mapping[str, object] = MappingProxyType({}),
        seen: str = "",
        naming: Mapping[str, UUID] = MappingProxyType({}),
    ) -> Response:
        """
        Try an act with well-formed terms in somebody's name at their own desk.

        Args:
            who: Whose.
            act: Which.
            file: On which file.
            late: What is said of a late recording.
            seen: Tag of the file's version that is named; the newest by default, where
                the act wants one.
            naming: Files that the terms name, by kind; unknown ones where not given.
        """
        named = "-".join(map(str, naming.values()))
        headers = {"Idempotency-Key": f"try-{act}-{file}-{named}"}
        if file and ACTS[act].said.seen and not seen:
            known = self.region.house.ledger.read(file)
            seen = f'"s{known.version if known else 1}"'
        if seen:
            headers["If-Match"] = seen
        return self.client.post(
            f"/{self.desk(who)}/api/acts/{act}",
            params={"file": str(file)} if file else {},
            json={**self.terms(ACTS[act].terms, naming), **late},
            headers=self.headers(who, **headers),
        )

    def page(self, who: str, path: str) -> Response:
        """
        Look at a page in somebody's name.
        """
        desk = self.desk(who)
        token = self.headers(who).get("Authorization", "").partition(" ")[2]
        cookie = {"Cookie": f"shilu_{desk}={token}"} if who else {}
        return self.client.get(
            f"/{desk}{path}", headers={**cookie, "Accept": "text/html"}
        )

    def terms(
        self,
        members: Iterable[Member],
        naming: Mapping[str, UUID] = MappingProxyType({}),
    ) -> dict[str, object]:
        """
        Make the terms that must be given, well-formed and about nothing that is there,
        and those that name a file of a kind that is given.
        """
        return {
            each.name: self._value(each.shape, naming)
            for each in members
            if each.required or kinds_in(each.shape) & set(naming)
        }

    def _value(self, shape: Shape, naming: Mapping[str, UUID]) -> object:
        if shape.kind is Kind.CHOICE:
            return next(iter(cast("type[Role]", shape.type))).code
        if shape.kind is Kind.DOCUMENT:
            return self.scan
        if shape.kind is Kind.RECORD:
            return self.terms(members_of(shape.type), naming)
        if shape.kind is Kind.LIST:
            assert shape.each is not None
            return [self._value(shape.each, naming)]
        if shape.reference is not None and shape.reference.kind in naming:
            return str(naming[shape.reference.kind])
        return _LEAVES[shape.kind]


def kinds_in(shape: Shape) -> set[str]:
    """
    Name the kinds of file that a term can name, also inside lists and records.
    """
    own = {shape.reference.kind} if shape.reference else set()
    each = kinds_in(shape.each) if shape.each else set()
    return own.union(each, *(kinds_in(member.shape) for member in shape.members))


def told(answer: Response, file: UUID) -> tuple[int, object]:
    """
    Say what an answer tells, apart from the id that was asked for, and from those of
    no file at all.
    """
    body = answer.json()
    body.pop("instance", None)
    return answer.status_code, repr(body).replace(str(file), "-").replace(
        str(UNKNOWN), "-"
    )
