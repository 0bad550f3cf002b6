"""
All desks in one process (合署): each under its own name, and a page to choose from.
"""

from collections.abc import Mapping

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from services.web.desks import DESKS
from services.web.health import add_health
from services.web.house import House
from services.web.problems import as_json, language_of, problem_of
from services.web.render import templates
from services.web.requests import EveryRequest


def together(house: House, apps: Mapping[str, FastAPI]) -> FastAPI:
    """
    Serve desks side by side; one alone is led to at once.

    Args:
        house: What they share.
        apps: The app of each desk, by the desk's name.
    """
    whole = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    whole.add_middleware(EveryRequest)
    whole.add_exception_handler(HTTPException, _say_no)
    add_health(whole, house)
    page = templates().get_template("desks.html")

    def choose() -> Response:
        if len(apps) == 1:
            return RedirectResponse(f"/{next(iter(apps))}/", 303)
        html = page.render(
            desks=[desk for name, desk in DESKS.items() if name in apps],
            demonstration=house.ledger.demonstration,
            position=house.ledger.recorder.head,
        )
        return HTMLResponse(html)

    whole.add_api_route("/", choose, methods=["GET"])
    for name, app in apps.items():
        whole.mount(f"/{name}", app)
    return whole


def _say_no(request: Request, error: Exception) -> Response:
    instance = f"urn:shilu:request:{request.scope['state']['request_id']}"
    return as_json(problem_of(error), language_of(request), instance)
