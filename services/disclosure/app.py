"""
The desk of the public and partner agencies (公示与联合惩戒).
"""

from fastapi import FastAPI

from services.web.app import desk_app
from services.web.desks import DISCLOSURE
from services.web.house import House


def create_app(house: House) -> FastAPI:
    """
    Make the desk's app.
    """
    return desk_app(house, DISCLOSURE)
