"""
Puts the app of one desk together: its API, its pages, its way of saying no.
"""

from importlib.metadata import version

import structlog
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from domain.law.silence import LawSilent
from domain.refusals import Refused
from infra.failures import Failure
from services.web.acts import ActDoors
from services.web.desks import Desk
from services.web.entry_pages import EntryPages
from services.web.faults import Malformed
from services.web.gate import Gate
from services.web.health import add_health
from services.web.house import House
from services.web.problems import (
    NotThisWay,
    as_json,
    language_of,
    problem_of,
)
from services.web.questions import QuestionDoors
from services.web.reading_pages import ReadingPages
from services.web.render import Pages
from services.web.requests import EveryRequest
from services.web.schemas import COMPONENTS

log = structlog.get_logger()

#: Everything that is answered as a "no"; what else is raised is a programmer's mistake.
NOES = (Refused, Failure, LawSilent, Malformed, NotThisWay, HTTPException)


def say_no(request: Request, error: Exception) -> Response:
    """
    Answer what was raised on the way.
    """
    problem = problem_of(error)
    if not isinstance(error, NOES):
        log.error("request_failed", error=repr(error))
    instance = f"urn:shilu:request:{request.scope['state']['request_id']}"
    return as_json(problem, language_of(request), instance)


def desk_app(house: House, desk: Desk) -> FastAPI:
    """
    Make the app of a desk; it is served under ``/<name of the desk>``.

    Args:
        house: Where its acts go and its answers come from.
        desk: Which.
    """
    app = FastAPI(
        title=f"实录·{desk.zh} Shilu: {desk.en}",
        version=version("shilu"),
        description=f"{desk.purpose_zh}。{desk.purpose_en}.",
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    gate = Gate(house, desk)
    app.add_middleware(EveryRequest)
    for kind in (*NOES, Exception):
        app.add_exception_handler(kind, say_no)
    add_health(app, house)
    ActDoors(gate).add_to(app)
    QuestionDoors(gate).add_to(app)
    pages = Pages(gate)
    pages.add_static(app)
    EntryPages(pages).add_to(app)
    ReadingPages(pages).add_to(app)
    app.openapi = lambda: _document(app)  # type: ignore[method-assign]  # as FastAPI documents it
    return app


def _document(app: FastAPI) -> dict[str, object]:
    if app.openapi_schema is None:
        written = get_openapi(
            title=app.title,
            version=app.version,
            description=app.description,
            routes=app.routes,
        )
        parts = written.setdefault("components", {})
        parts.setdefault("schemas", {}).update(COMPONENTS)
        parts["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
        written["security"] = [{"bearer": []}]
        app.openapi_schema = written
    return app.openapi_schema
