"""
Stories of early removal (提前移出情节), told only where the city is old enough: nobody
may apply within twelve months of the listing.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City
from services.commandline.demo.hours import in_office, later
from services.commandline.demo.listings import (
    RULES_FROM,
    Listing,
    begun,
    made,
    told_to_the_system,
)

_AGO: Final = 620
_CONDITIONS: Final = ("duties_done", "harm_removed", "no_new_ground")


def early_removals(city: City) -> Iterator[Telling]:
    """
    Give the stories of early removal, where the city has time for them.
    """
    begins = city.until - timedelta(days=_AGO)
    if begins >= max(RULES_FROM, later(city.started_on, 20)):
        yield removed_by_fraud(city)


def removed_by_fraud(city: City) -> Telling:
    """
    Tell that a firm is listed, asks to be removed after twelve months and is refused,
    is removed when it asks again, and listed anew when its proofs turn out forged.
    """
    spot = begun(city, "early", nth=4, ago=_AGO)
    yield from spot.begin()
    told = yield from made(spot)
    yield from told_to_the_system(told)
    told.show("own_site", "credit_platform")
    entry = told.story.read(told.entry)
    first: date = entry.early_from  # type: ignore[attr-defined]  # an entry has one
    yield in_office(told.story.rng, later(first, 2))
    _apply(told)
    yield from told.next_day(4)
    told.decide("refuse-early-removal", reasons="不良影响尚未消除")
    yield from told.next_day(20)
    _apply(told)
    yield from told.next_day(2)
    told.decide("accept-early-removal")
    yield from told.next_day(5)
    reasons = "经核实，三项条件均已满足"
    told.decide("remove-entry", conditions_met=_CONDITIONS, reasons=reasons)
    yield from told.next_day(15)
    forged = {"reasons": "提交的消除影响证明系伪造（演示）"}
    told.decide("restore-entry", evidence=(city.offices.paper(),), **forged)
    yield from told.next_day(1)
    discloser = city.offices["disclosure-qian"]
    told.story.do("publish-entry", discloser, file=told.entry, channel="own_site")


def _apply(told: Listing) -> None:
    """
    Have the firm ask to be removed, with a proof of each condition.
    """
    paper = told.city.offices.paper()
    proofs = tuple(
        {"removal_condition": each, "evidence": (paper,)} for each in _CONDITIONS
    )
    told.story.do(
        "apply-for-early-removal",
        told.city.clerk(told.firm.bureau),
        file=told.entry,
        removal_proofs=proofs,
        credit_promise=paper,
    )
