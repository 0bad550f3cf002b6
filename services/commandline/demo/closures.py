"""
Closures that the law wants (应提请关闭情节): a firm with a major hazard is penalised a
third time in half a year, or a fourth time in a year, and nobody asks the government in
time.
"""

from typing import Final
from uuid import UUID

from domain.values import day_of, end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.desk import CLOCK
from services.commandline.demo.fined import Spot
from services.commandline.demo.hours import ONE_DAY, moment
from services.commandline.demo.restraints import Restrained

#: How many days lie between the penalties: three in 180 days; or four in a year, of
#: which no three lie in 180 days.
_SOON: Final = (12, 12)
_FAR: Final = (2, 182, 2)
_FLAG: Final = "flag-closure-not-requested"


def penalised_often(held: Restrained) -> Telling:
    """
    Tell three penalties in half a year.
    """
    yield from held.begin(110)
    yield from penalised(held, _SOON)


def penalised_through_the_year(held: Restrained) -> Telling:
    """
    Tell four penalties in a year.
    """
    yield from held.begin(225)
    yield from penalised(held, _FAR)


def penalised(held: Restrained, between: tuple[int, ...]) -> Telling:
    """
    Tell that the clock flags it where the law of the day asks for it, and that the head
    asks for the closure the morning after; the government declines.
    """
    government = held.city.offices.bodies["government"]
    yield from held.endangered()
    penalties = []
    for days in (0, *between):
        if days:
            yield from held.wait(days)
        penalties.append(_warned(held))
    decided_on = day_of(held.story.now)
    yield moment(decided_on + ONE_DAY, 0, 0, second=41)
    if not held.story.is_open_to(CLOCK, _FLAG, penalties[-1]):
        return
    held.story.do(_FLAG, CLOCK, file=penalties[-1], at=end_of(decided_on))
    yield from held.wait(1)
    closure = held.do(
        "request-closure",
        None,
        held.head,
        enterprise=held.firm.file,
        closure_ground="repeated_penalties",
        reason=f"存在重大事故隐患，屡次受到行政处罚，共{len(penalties)}次（演示）",
        government=government,
        hazards=(held.hazard,),
        penalties=tuple(penalties),
    )
    yield from held.wait(3)
    answer = {"government": government, "reason": "企业已全面停产整治（演示）"}
    held.do("record-closure-refusal", closure, held.clerk, **answer)


def _warned(held: Restrained) -> UUID:
    """
    Have the firm warned on the spot.
    """
    firm = held.firm
    spot = Spot(held.city, held.story, firm, 0, 0, firm.bureau == "city")
    return spot.decide().id
