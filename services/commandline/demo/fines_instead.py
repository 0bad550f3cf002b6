"""
The story of a breach (以罚代刑情节): what may be a crime ends with fines, and the clock
flags both.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

from domain.values import end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City
from services.commandline.demo.daily_fines import filed, fined, handed_over
from services.commandline.demo.desk import CLOCK, Story
from services.commandline.demo.hours import (
    ONE_DAY,
    in_office,
    later,
    moment,
    next_day,
)
from services.commandline.demo.looking import choose, look_around
from services.commandline.demo.people_names import a_name
from services.commandline.demo.plans import Plan
from services.commandline.demo.restraints import Restrained
from services.commandline.demo.shown import result_shown, shown
from services.commandline.demo.visits import Visit

_CODE: Final = "刑法134之一(一)"
_FOUND: Final = ("关闭可燃气体报警装置", "未经批准从事危险化学品储存")
_FINE_FEN: Final = 3_000_00
_BEFORE: Final = 95


def fined_instead(city: City) -> Telling:
    """
    Tell that two findings carry the code of a criminal threshold, that the one is fined
    on the spot and the other in a case that is closed, and that nobody suspects a
    crime.
    """
    led = [each for each in city.firms if each.bureau == "city" and not each.is_gone]
    firm, story = led[14 % len(led)], city.story("referral/instead")
    visit = Visit(city, firm, Plan(mode="special", found=0), story, firm.team)
    day = later(city.until - timedelta(days=_BEFORE), 0)
    yield from visit.approve(day)
    yield from visit.notify(day)
    yield from visit.arrive(day)
    yield from visit.open()
    choose(visit)
    yield from look_around(visit)
    for each in _FOUND:
        yield from visit.passing(3, 8)
        visit.there(
            "record-finding",
            description=each,
            is_violation=True,
            area="储罐区",
            violation_code="AQ-102",
            criminal_code=_CODE,
            evidence=visit.evidence,
        )
    yield from visit.passing(20, 40)
    spot = story.do(
        "decide-on-the-spot",
        firm.lead,
        at=story.now - timedelta(minutes=2),
        among=firm.persons,
        kinds=("fine",),
        fine_fen=_FINE_FEN,
        violation_fact=_FOUND[0],
        legal_basis="安全生产法第九十九条",
        rights_told=True,
        statement="当事人无异议",
        place=firm.address,
        decision_no=f"（演）应急罚当〔{story.today.year}〕0134号",
        inspection=visit.file,
        item_nos=(1,),
        enterprise=firm.file,
        recipient=a_name(story.rng),
    )
    yield from visit.sign()
    visit.do("conclude-inspection", visit.writer, among=firm.persons, outcome="to_case")
    yield from _midnight(story)
    at = end_of(story.today - ONE_DAY)
    story.do("flag-spot-fine-instead", CLOCK, file=spot.file, at=at)
    held = Restrained(city, story, firm)
    yield in_office(story.rng, next_day(story.now))
    _shown(held, spot.file)
    yield from _closed(held, visit)


def _shown(held: Restrained, spot: UUID) -> None:
    """
    Have the decision on the spot filed and made public.
    """
    held.story.do("file-spot-decision", held.firm.lead, file=spot)
    shown(held.city, held.story, spot)


def _closed(held: Restrained, visit: Visit) -> Telling:
    """
    Tell the case from its filing to its closing, and the flag.
    """
    bureau = visit.firm.bureau
    result_shown(visit.city, visit.story, visit.file, bureau=bureau, kind="inspection")
    story = held.story
    origin = {"case_source": "finding", "inspection": visit.file, "item_nos": (2,)}
    case = filed(held, origin)
    penalty = yield from fined(case)
    yield from handed_over(held, penalty)
    yield in_office(story.rng, next_day(story.now, 2))
    owed: int = getattr(story.read(penalty), "fine_left_fen", 0)
    paid = {"receipt_no": "缴00001", "amount_fen": owed}
    story.do("record-payment", held.clerk, file=penalty, more=paid)
    yield in_office(story.rng, next_day(story.now))
    case.do("close-case", case.head, case_result="罚款", execution="已缴清")
    yield from _midnight(story)
    at = end_of(story.today - ONE_DAY)
    story.do("flag-fine-instead", CLOCK, file=case.id, at=at)


def _midnight(story: Story) -> Telling:
    """
    Wait until the day is over.
    """
    yield moment(story.today + ONE_DAY, 0, 0, second=13)
