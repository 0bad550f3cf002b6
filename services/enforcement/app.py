"""
The desk of enforcement officers (执法工作台).
"""

from fastapi import FastAPI

from services.web.app import desk_app
from services.web.desks import ENFORCEMENT
from services.web.house import House


def create_app(house: House) -> FastAPI:
    """
    Make the desk's app.
    """
    return desk_app(house, ENFORCEMENT)
