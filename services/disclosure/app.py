"""
The desk of the public and partner agencies (公示与联合惩戒).
"""

from fastapi import FastAPI

from services.disclosure.feed import FeedDoors
from services.web.app import desk_app
from services.web.desks import DISCLOSURE
from services.web.gate import Gate
from services.web.house import House


def create_app(house: House) -> FastAPI:
    """
    Make the desk's app.
    """
    app = desk_app(house, DISCLOSURE)
    FeedDoors(Gate(house, DISCLOSURE)).add_to(app)
    return app
