"""
The desk of discipline commissions (纪检监察工作台).
"""

from fastapi import FastAPI

from services.web.app import desk_app
from services.web.desks import DISCIPLINE
from services.web.house import House


def create_app(house: House) -> FastAPI:
    """
    Make the desk's app.
    """
    return desk_app(house, DISCIPLINE)
