"""
All desks in one process (合署): each under its own name, and a page to choose from.
"""

from collections.abc import Mapping

from fastapi import FastAPI

from services.web.health import add_health
from services.web.house import House
from services.web.requests import EveryRequest


def together(house: House, apps: Mapping[str, FastAPI]) -> FastAPI:
    """
    Serve desks side by side.

    Args:
        house: What they share.
        apps: The app of each desk, by the desk's name.
    """
    whole = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    whole.add_middleware(EveryRequest)
    add_health(whole, house)
    for name, app in apps.items():
        whole.mount(f"/{name}", app)
    return whole
