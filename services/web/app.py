"""
Puts the app of one desk together: its API, its pages, its way of saying no.
"""

from collections.abc import Callable
from importlib.metadata import version

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.law.silence import LawSilent
from domain.refusals import Refused
from infra.failures import Failure
from services.web.acting_pages import ActingPages
from services.web.acts import ActDoors
from services.web.desks import Desk
from services.web.document_pages import DocumentPages
from services.web.entry_pages import EntryPages
from services.web.faults import Malformed
from services.web.gate import Gate
from services.web.health import add_health
from services.web.house import House
from services.web.language import shown
from services.web.problems import (
    NotThisWay,
    as_json,
    language_of,
    problem_of,
    wants_page,
)
from services.web.questions import QuestionDoors
from services.web.reading_pages import ReadingPages
from services.web.render import Pages
from services.web.requests import EveryRequest
from services.web.schemas import COMPONENTS

log = structlog.get_logger()

#: Everything that is answered as a "no"; what else is raised is a programmer's mistake.
NOES = (
    Refused,
    Failure,
    LawSilent,
    Malformed,
    NotThisWay,
    HTTPException,
    RequestValidationError,
)


def sayer(pages: Pages) -> Callable[[Request, Exception], Response]:
    """
    Make what answers whatever was raised on the way: problem details for programs, a
    page for people, and for whoever has not signed in the way there.
    """

    def say_no(request: Request, error: Exception) -> Response:
        problem = problem_of(error)
        if not isinstance(error, NOES):
            log.error("request_failed", exc_info=error)
        name = request.scope["state"]["request_id"]
        if not wants_page(request):
            instance = f"urn:shilu:request:{name}"
            return as_json(problem, language_of(request), instance)
        if problem.code == "not_signed_in":
            return RedirectResponse(f"{pages.root}/sign-in?note={problem.code}", 303)
        return pages.page(
            "problem.html",
            pages.gate.known(request),
            title=shown(*problem.title),
            status=problem.status,
            problem=problem,
            instance=name,
        )

    return say_no


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
    pages = Pages(gate)
    for kind in (*NOES, Exception):
        app.add_exception_handler(kind, sayer(pages))
    add_health(app, house)
    ActDoors(gate).add_to(app)
    QuestionDoors(gate).add_to(app)
    pages.add_static(app)
    EntryPages(pages).add_to(app)
    ReadingPages(pages).add_to(app)
    ActingPages(pages).add_to(app)
    DocumentPages(pages).add_to(app)
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
