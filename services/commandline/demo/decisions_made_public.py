"""
What everybody reads of the bureau's own penalties (公开自办处罚): in time and late, put
right, withdrawn, ended, kept back.
"""

from collections.abc import Generator, Iterator
from datetime import date, datetime
from typing import Final
from uuid import UUID

from domain.values import end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City
from services.commandline.demo.desk import CLOCK, Done
from services.commandline.demo.fined import Fined, on_the_spot
from services.commandline.demo.hours import ONE_DAY, moment
from services.commandline.demo.shown import shown

#: A part of a telling that makes a file.
Making = Generator[datetime, None, UUID]

_FINE_FEN: Final = 2_000_00


def decisions_made_public(city: City) -> Iterator[Telling]:
    """
    Give the publications that every city has.
    """
    yield put_right(city)
    yield withdrawn(city)
    yield left_public(city)
    yield ended(city)
    yield late(city)
    yield kept_back(city)


def published(
    fined: Fined, *, channel: str = "own_site", grave: str = "general"
) -> Done:
    """
    Do what makes a penalty public.
    """
    return shown(fined.city, fined.story, fined.id, channel=channel, grave=grave)


def put_right(city: City) -> Telling:
    """
    Tell that a decision is public on both channels, and a slip of it put right there.
    """
    spot = on_the_spot(city, "public/corrected", 9, ago=45, fen=_FINE_FEN)
    spot.is_shown = False
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(2)
    channels = ("own_site", "credit_platform")
    items = [published(fined, channel=each).file for each in channels]
    yield from fined.wait(9)
    slip = {"passage": "当场拍照固定", "altered_to": "当场拍照、录像固定"}
    fined.do(
        "correct-decision",
        fined.head,
        corrected_part="wording",
        reason="录入笔误",
        **slip,
    )
    yield from fined.wait(1)
    discloser = city.offices["disclosure-qian"]
    for item in items:
        said = {"reason": "处罚决定已更正"}
        spot.story.do("correct-item", discloser, file=item, more=said)


def withdrawn(city: City) -> Telling:
    """
    Tell that a decision is revoked, and what was public of it withdrawn.
    """
    spot = on_the_spot(city, "public/withdrawn", 10, ago=70, fen=_FINE_FEN)
    spot.is_shown = False
    yield from spot.begin()
    fined = spot.decide()
    item = yield from _shown_and_revoked(fined, 1)
    yield from fined.wait(1)
    _withdraw(fined, item)


def left_public(city: City) -> Telling:
    """
    Tell that nobody withdraws in time what was public of a revoked decision, which the
    clock flags; it is withdrawn late.
    """
    spot = on_the_spot(city, "public/left", 14, ago=65, fen=_FINE_FEN)
    spot.is_shown = False
    yield from spot.begin()
    fined = spot.decide()
    item = yield from _shown_and_revoked(fined, 2)
    limit = getattr(fined.now.history[-1], "withdraw_limit", None)
    if limit is not None:
        yield moment(limit.ends_on + ONE_DAY, 0, 0, second=31)
        at = limit.ends_at
        spot.story.do("flag-not-withdrawn", CLOCK, file=fined.id, at=at)
    yield from fined.wait(2)
    _withdraw(fined, item)


def _shown_and_revoked(fined: Fined, nth: int) -> Making:
    """
    Have a decision made public, and revoked on review.
    """
    yield from fined.wait(3)
    item = published(fined).file
    yield from fined.wait(20)
    fined.do(
        "revoke-decision",
        fined.clerk,
        changed_by="review",
        reason="主要证据不足（演示）",
        effective_on=fined.story.today,
        decision_no=f"演示复决{nth}号",
    )
    return item


def _withdraw(fined: Fined, item: UUID) -> None:
    said = {
        "withdrawal_ground": "revoked",
        "reasons": "原处罚决定经行政复议撤销，依法撤回公开信息",
    }
    discloser = fined.city.offices["disclosure-qian"]
    fined.story.do("withdraw-item", discloser, file=item, more=said)


def ended(city: City) -> Telling:
    """
    Tell that a warning is public for the term of a minor breach, which the clock ends.
    """
    spot = on_the_spot(city, "public/ended", 11, ago=130, fen=0)
    spot.is_shown = False
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(1)
    item = published(fined, grave="minor").file
    shown = spot.story.read(item)
    last: date = shown.term.until_on  # type: ignore[attr-defined]  # a publication has one
    yield moment(last + ONE_DAY, 0, 0, second=23)
    spot.story.do("end-publicity", CLOCK, file=item, at=end_of(last))


def late(city: City) -> Telling:
    """
    Tell that nobody publishes a decision in time, which the clock marks, where the law
    of the day sets a time; it is public after that.
    """
    spot = on_the_spot(city, "public/late", 12, ago=55, fen=_FINE_FEN)
    spot.is_shown = False
    yield from spot.begin()
    fined = spot.decide()
    limit = getattr(fined.now.history[0], "publish_limit", None)
    if limit is not None:
        yield moment(limit.ends_on + ONE_DAY, 0, 0, second=29)
        at = limit.ends_at
        spot.story.do("mark-publication-overdue", CLOCK, file=fined.id, at=at)
    yield from fined.wait(2)
    published(fined)


def kept_back(city: City) -> Telling:
    """
    Tell that a penalty is not published, on a ground of the law.
    """
    spot = on_the_spot(city, "public/kept", 13, ago=40, fen=0)
    spot.is_shown = False
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(2)
    discloser = city.offices["disclosure-qian"]
    said = {
        "non_publication_ground": "state_secret",
        "reason": "涉密生产线，密级由主管部门确定（演示）",
        "approver": fined.head.person,
    }
    spot.story.do("decide-not-to-publish", discloser, file=fined.id, more=said)
