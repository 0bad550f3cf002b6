"""
The feed of the disclosure desk (公开动态订阅): news for readers, a delta for programs.

Both answer from the same question, so they say what anybody may read and nothing else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Final

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from domain.base import Role
from domain.shapes import Member, shape_of
from infra.questions import ROWS_MAX, Ask, Page, Reader
from services.disclosure import atom, json_feed
from services.disclosure.delta import QUESTION, delta_of
from services.disclosure.entries import Entry, Feed
from services.web import labels
from services.web.asking import FORMAT, LIMIT, Asked, put
from services.web.faults import Malformed, fault
from services.web.gate import Gate
from services.web.intake import Intake
from services.web.schemas import answers, asked_by

FROM, BEFORE = "from", "before"

#: Entries of a page of the feed.
ENTRIES: Final = 50

_START: Final = Member(FROM, shape_of(int), required=False)
_BEFORE: Final = Member(BEFORE, shape_of(int), required=False)
_LIMIT: Final = Member(LIMIT, shape_of(int), required=False)
_FORMAT: Final = Member(FORMAT, shape_of(str), required=False)

_JSON, _LINES = "json", "jsonl"

#: Whoever reads the feed reads what anybody may, also where they are signed in.
_ANYBODY: Final = Reader(Role.PUBLIC)


@dataclass(frozen=True)
class _Kind:
    """
    A way to write the feed.
    """

    ending: str
    media: str
    write: Callable[[Feed], bytes]


_KINDS: Final = (
    _Kind("atom", atom.MEDIA, atom.atom_of),
    _Kind("json", json_feed.MEDIA, json_feed.json_feed_of),
)


class FeedDoors:
    """
    The addresses of the feed.
    """

    def __init__(self, gate: Gate) -> None:
        """
        Stand behind a gate.
        """
        self.gate = gate
        self.house = gate.house

    def add_to(self, app: FastAPI) -> None:
        """
        Add the feed in each way of writing it, and the delta.
        """
        for kind in _KINDS:
            app.add_api_route(
                f"/feed.{kind.ending}",
                self._door(kind),
                methods=["GET"],
                operation_id=f"feed-{kind.ending}",
                summary="公开动态订阅 Feed of what is public",
                responses={200: {"content": {kind.media: {}}}},
                openapi_extra={"parameters": [asked_by(_BEFORE)]},
                tags=["公开动态 feed"],
            )
        app.add_api_route(
            "/api/feed",
            self.delta,
            methods=["GET"],
            operation_id="feed-delta",
            summary="公开动态增量 Changes from a position on",
            responses=answers("Delta"),
            openapi_extra={"parameters": [*map(asked_by, _OF_DELTA)]},
            tags=["公开动态 feed"],
        )

    def delta(self, request: Request) -> Response:
        """
        Give what changed after a position, oldest first, and from where to go on.
        """
        self.gate.caller(request)
        given = _given(request, _OF_DELTA)
        start = _position(given, FROM) or 0
        form = str(given.get(FORMAT) or _JSON)
        if form not in (_JSON, _LINES):
            choices = f"{_JSON} {_LINES}"
            raise Malformed(
                fault(
                    f"/{FORMAT}",
                    "no_such_choice",
                    called=labels.asked,
                    given=form[:40],
                    choices=choices,
                )
            )
        found = delta_of(start, self._asks(_limit(given), after=start))
        headers = {}
        if found.more:
            query = f"from={found.next}&limit={_limit(given)}&format={form}"
            headers["Link"] = f'<{request.url.path}?{query}>; rel="next"'
        if form == _LINES:
            return Response(found.lines, 200, headers, "application/x-ndjson")
        return Response(found.written, 200, headers, "application/json")

    def _door(self, kind: _Kind) -> Callable[[Request], Response]:
        def feed(request: Request) -> Response:
            self.gate.caller(request)
            given = _given(request, (_BEFORE,))
            found = self._feed(request, kind, _position(given, BEFORE))
            return conditional(request, found, kind.write(found), media=kind.media)

        return feed

    def _feed(self, request: Request, kind: _Kind, before: int | None) -> Feed:
        page = self._asks(ENTRIES, before=before)
        url = request.url
        home = f"{url.scheme}://{url.netloc}{request.scope.get('root_path', '')}"
        address = f"{home}/feed.{kind.ending}"
        last = page.rows[-1]["position"] if page.next else None
        return Feed(
            id=f"urn:uuid:{self.house.ledger.deployment}",
            home=home,
            address=address,
            here=address if before is None else f"{address}?{BEFORE}={before}",
            later=f"{address}?{BEFORE}={last}" if last else "",
            entries=tuple(Entry(row) for row in page.rows),
        )

    def _asks(self, limit: int, **terms: int | None) -> Page:
        """
        Put the question as anybody; it is noted that somebody did (D27).
        """
        question = self.house.question(QUESTION)
        ask = Ask(_ANYBODY, limit=limit)
        said: Mapping[str, object] = {k: v for k, v in terms.items() if v is not None}
        return put(self.house, Asked(question, ask, said, {}))


_OF_DELTA: Final = (_START, _LIMIT, _FORMAT)


def _given(request: Request, members: tuple[Member, ...]) -> Mapping[str, object]:
    """
    Read what an address asks with.

    Raises:
        Malformed: If anything of it is wrong.
    """
    raw = {name: value for name, value in request.query_params.items() if value}
    return Intake(form=True, called=labels.asked).terms(members, raw)


def _position(given: Mapping[str, object], name: str) -> int | None:
    """
    Read a position.

    Raises:
        Malformed: If no ledger has it.
    """
    value = given.get(name)
    if isinstance(value, int) and value < 0:
        raise Malformed(fault(f"/{name}", "not_positive", called=labels.asked, least=0))
    return value if isinstance(value, int) else None


def _limit(given: Mapping[str, object]) -> int:
    value = given.get(LIMIT)
    limit = value if isinstance(value, int) else ROWS_MAX
    if limit < 1:
        raise Malformed(
            fault(f"/{LIMIT}", "not_positive", called=labels.asked, least=1)
        )
    return min(limit, ROWS_MAX)


def conditional(request: Request, feed: Feed, body: bytes, *, media: str) -> Response:
    """
    Answer with a page, or that it is as the caller has it already.

    Only the first page says when it changed: an entry that changes moves to it, so a
    later page may become another one without a newer entry on it.
    """
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if feed.here == feed.address:
        headers["Last-Modified"] = feed.last_modified
    if _is_as_known(request, tag, headers.get("Last-Modified", "")):
        return Response(b"", 304, headers)
    return Response(body, 200, headers, f"{media}; charset=utf-8")


def _is_as_known(request: Request, tag: str, modified: str) -> bool:
    """
    Whether the caller has this page, by its tag or else by its day.
    """
    known = request.headers.get("if-none-match")
    if known is not None:
        tags = {each.strip().removeprefix("W/") for each in known.split(",")}
        return bool({"*", tag} & tags)
    since = request.headers.get("if-modified-since")
    if since is None or not modified:
        return False
    try:
        return parsedate_to_datetime(modified) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False
