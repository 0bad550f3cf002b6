"""
Stories of what is left undone (期满未办情节) after more time was given: a fine that was
put off, one that a review upheld, and a sealing that was extended.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from domain.calendar import add_months
from domain.law.rule import MONTHS_IN_A_YEAR
from domain.values import end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.cases import Filing
from services.commandline.demo.city import City
from services.commandline.demo.desk import CLOCK
from services.commandline.demo.fined import on_the_spot
from services.commandline.demo.hours import (
    ONE_DAY,
    in_office,
    later,
    moment,
    next_day,
)
from services.commandline.demo.restraints import Restrained

_FINE_FEN: Final = 2_000_00
_SEALED: Final = 10
_LONGER: Final = timedelta(days=10)


def left_undone(city: City) -> Iterator[Telling]:
    """
    Give the stories of what is left undone after more time was given.
    """
    yield put_off_and_forgotten(city)
    yield upheld_and_forgotten(city)
    firm = Filing(city, "measure/kept-too-long", 2, 0).firm
    story = city.story("measure/kept-too-long")
    yield kept_too_long(Restrained(city, story, firm))


def put_off_and_forgotten(city: City) -> Telling:
    """
    Tell that a fine is put off beyond the time to sue, and that nobody takes the
    decision to court within three months of the day that was granted
    (CO.court.window.deferred).
    """
    spot = on_the_spot(city, "put-off", 5, ago=350, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(3)
    fined.on_site("apply-for-deferral", reason="季节性停产，资金周转困难")
    yield from fined.wait(2)
    sued = add_months(spot.story.today, MONTHS_IN_A_YEAR // 2).day
    part = {"pay_until": later(sued, 2), "amount_fen": _FINE_FEN}
    granted = {"granted": True, "reason": "确有困难", "instalments": (part,)}
    fined.do("decide-deferral", fined.head, **granted)
    limit = getattr(fined.now.history[-1], "window_limit", None)
    if limit is not None:
        yield moment(limit.ends_on + ONE_DAY, 0, 0, second=37)
        at = limit.ends_at
        spot.story.do("flag-not-enforced", CLOCK, file=fined.id, at=at)


def upheld_and_forgotten(city: City) -> Telling:
    """
    Tell that a review upholds a fine, and that nobody takes it to court within three
    months of the time to sue that was left (CO.court.window).
    """
    spot = on_the_spot(city, "upheld", 6, ago=210, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    held = Restrained(city, spot.story, spot.firm)
    yield from held.wait(6)
    review = held.do(
        "record-review-application",
        None,
        held.clerk,
        challenged=fined.id,
        challenged_act="penalty",
        through_us=False,
        enterprise=held.firm.file,
        claim="撤销",
        paper=held.paper,
    )
    yield from held.wait(20)
    held.do(
        "record-review-decision",
        review,
        held.clerk,
        remedy_result="upheld",
        authority_number="演示府复〔0004〕号",
        effective_on=held.story.today,
        paper=held.paper,
    )
    limit = getattr(held.story.read(review).history[-1], "window_limit", None)
    if limit is not None:
        yield moment(limit.ends_on + ONE_DAY, 0, 0, second=43)
        spot.story.do("flag-not-enforced", CLOCK, file=fined.id, at=limit.ends_at)


def kept_too_long(held: Restrained) -> Telling:
    """
    Tell that a sealing is extended, and not ended when the extension is over
    (CO.term.ext).
    """
    yield from held.begin(64)
    yield from held.endangered()
    sealing = held.do(
        "approve-measure",
        None,
        held.head,
        measure_kind="seal",
        rests_on=held.rests_on,
        term_days=_SEALED,
    )
    yield from held.soon()
    held.on_site(
        "impose-measure",
        sealing,
        reason="不符合国家标准",
        on_site=held.carried_out(),
        inventory=held.inventory(_SEALED),
    )
    last = held.story.today + timedelta(days=_SEALED) + _LONGER
    yield from held.wait(5)
    more = {"until_on": last, "reason": "案情复杂"}
    held.do("extend-measure", sealing, held.head, **more)
    yield moment(last + ONE_DAY, 0, 0, second=41)
    held.story.do("mark-measure-overrun", CLOCK, file=sealing, at=end_of(last))
    yield in_office(held.story.rng, next_day(held.story.now, 2))
    over = {"lifting_ground": "term_over", "reason": "延长的期限届满"}
    held.do("lift-measure", sealing, held.firm.lead, **over)
