"""
The demonstration city (演示城市): a small prefecture at work, made by acts alone.

``make_city`` fills an empty ledger, ``settle_city`` puts the whole city into a home;
``register`` adds the command ``shilu demo``.
"""

from services.commandline.demo.command import register
from services.commandline.demo.making import make_city
from services.commandline.demo.moving import settle_city

__all__ = ["make_city", "register", "settle_city"]
