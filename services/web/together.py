"""
All desks in one process (合署): each under its own name, and a page to choose from.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from anyio import to_thread
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

#: How many requests are worked on at once: each thread holds a connection to every
#: read model, and a process may have only so many files open.
THREADS_MAX = 16


@asynccontextmanager
async def _few_threads(app: FastAPI) -> AsyncIterator[None]:
    del app
    to_thread.current_default_thread_limiter().total_tokens = THREADS_MAX
    yield


def together(house: House, apps: Mapping[str, FastAPI]) -> FastAPI:
    """
    Serve desks side by side; one alone is led to at once.

    Args:
        house: What they share.
        apps: The app of each desk, by the desk's name.
    """
    whole = FastAPI(
        openapi_url=None, docs_url=None, redoc_url=None, lifespan=_few_threads
    )
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
