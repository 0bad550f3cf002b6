"""
Stories of credit records (信用情节): recorded, repaired, refused, revoked, withdrawn,
disputed; and points.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from services.commandline.demo.agenda import Telling
from services.commandline.demo.city import City, Firm
from services.commandline.demo.decisions_made_public import published
from services.commandline.demo.desk import Done
from services.commandline.demo.fined import Fined, Spot, on_the_spot
from services.commandline.demo.showcase import GONE

_FINE_FEN: Final = 1_000_00
_EFFECTS: Final = ("publicity", "sharing", "discipline")
_SCORED: Final = frozenset(("mine", "hazardous_chemicals"))


def credits_kept(city: City) -> Iterator[Telling]:
    """
    Give the credit records that every city has.
    """
    yield repaired(city)
    yield refused(city)
    yield got_by_fraud(city)
    yield fallen(city)
    yield disputed(city)
    yield put_right(city)
    yield from scored(city)


@dataclass
class Kept:
    """
    A credit fact while it is told.

    Args:
        fined: The penalty that it rests on.
        record: The record that it stands in.
        credit_no: Its number there.
    """

    fined: Fined
    record: UUID
    credit_no: int

    def do(self, act: str, *, by_clerk: bool = False, **terms: object) -> None:
        """
        Do an act on it, by a head or by the clerk.
        """
        by = self.fined.clerk if by_clerk else self.fined.head
        more = {"credit_no": self.credit_no, **terms}
        self.fined.story.do(act, by, file=self.record, more=more)

    def apply(self) -> None:
        """
        Have repair applied for.
        """
        paper = self.fined.city.offices.paper()
        terms = {"credit_promise": paper, "evidence": (paper,)}
        self.do("apply-for-repair", by_clerk=True, **terms)

    def repair(self) -> Telling:
        """
        Tell that it is applied for, examined and repaired.
        """
        self.apply()
        yield from self.fined.wait(2)
        self.do("accept-repair")
        yield from self.fined.wait(4)
        places = "信用中国（演示）、本机关信用系统"
        stopped = tuple({"repair_effect": e, "platform": places} for e in _EFFECTS)
        reasons = "罚款已缴清，已改正"
        self.do("repair-credit-fact", reasons=reasons, stoppages=stopped)


def _kept(fined: Fined) -> Kept:
    """
    Have a penalty recorded: decided on the spot, and so a minor breach.
    """
    said = {
        "credit_class": "minor",
        "class_standard": "table",
        "class_ground": "适用简易程序的处罚",
    }
    done = fined.story.do(
        "record-penalty-credit", fined.clerk, file=fined.id, more=said
    )
    record = _record_in(done)
    items = getattr(fined.story.read(record), "items", {})
    return Kept(fined, record, len(items))


def _record_in(done: Done) -> UUID:
    """
    Name the record that an act wrote in: a firm's own, or one that it opened.
    """
    return UUID(done.receipt.facts[-1].rpartition("/")[0])


def repaired(city: City) -> Telling:
    """
    Tell that a fine is paid, the breach repaired, and its publication ended.
    """
    spot = on_the_spot(city, "credit/repaired", 3, ago=95, fen=_FINE_FEN)
    spot.is_shown = False
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(2)
    kept, item = _kept(fined), published(fined, grave="minor").file
    yield from fined.pay(fined.owed_fen)
    yield from fined.wait(20)
    yield from kept.repair()
    yield from fined.wait(1)
    discloser = city.offices["disclosure-qian"]
    fined.story.do("end-by-repair", discloser, file=item)


def refused(city: City) -> Telling:
    """
    Tell that a repair is refused: nothing was paid.
    """
    spot = on_the_spot(city, "credit/refused", 4, ago=75, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(3)
    kept = _kept(fined)
    yield from fined.wait(20)
    kept.apply()
    yield from fined.wait(3)
    kept.do("refuse-repair", reasons="罚款尚未缴纳，义务未履行完毕")


def got_by_fraud(city: City) -> Telling:
    """
    Tell that a repair was got by fraud, and is revoked; what it had ended is public
    again.
    """
    spot = on_the_spot(city, "credit/fraud", 5, ago=88, fen=_FINE_FEN)
    spot.is_shown = False
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(2)
    kept, item = _kept(fined), published(fined, grave="minor").file
    yield from fined.pay(fined.owed_fen)
    yield from fined.wait(5)
    yield from kept.repair()
    discloser = city.offices["disclosure-qian"]
    fined.story.do("end-by-repair", discloser, file=item)
    yield from fined.wait(15)
    kept.do(
        "revoke-repair",
        reasons="整改证明系伪造（演示）",
        evidence=(city.offices.paper(),),
        barred_until=fined.story.today + timedelta(days=365),
    )
    yield from fined.wait(1)
    published(fined, grave="minor")


def fallen(city: City) -> Telling:
    """
    Tell that a penalty is revoked, and what was recorded of it falls with it.
    """
    spot = on_the_spot(city, "credit/fallen", 6, ago=85, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(2)
    _kept(fined)
    yield from fined.wait(30)
    fined.do(
        "revoke-decision",
        fined.clerk,
        changed_by="review",
        reason="主要证据不足（演示）",
        effective_on=fined.story.today,
        decision_no="演示复决2号",
    )
    yield from fined.take_down("revoked")


def disputed(city: City) -> Telling:
    """
    Tell that a firm disputes what was recorded, and is right.
    """
    spot = on_the_spot(city, "credit/disputed", 7, ago=65, fen=0)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(2)
    kept = _kept(fined)
    yield from fined.wait(6)
    words = "同一处罚已在上级平台记录，请求撤回"
    kept.do("raise-credit-objection", by_clerk=True, disputed=words)
    yield from fined.wait(4)
    kept.do(
        "decide-credit-objection",
        objection_outcome="upheld",
        reasons="经核实，重复记录",
    )


def put_right(city: City) -> Telling:
    """
    Tell that the body takes back what it recorded by mistake.
    """
    spot = on_the_spot(city, "credit/mistaken", 8, ago=50, fen=0)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(2)
    kept = _kept(fined)
    yield from fined.wait(5)
    kept.do(
        "withdraw-credit-fact",
        credit_withdrawal="own_correction",
        reasons="认定依据写错，撤回后重新记录",
        effective_on=fined.story.today,
    )
    _kept(fined)


def scored(city: City) -> Iterator[Telling]:
    """
    Give the points of a firm whose trade has them, if there is one.
    """
    there = [firm for firm in city.firms if not firm.is_gone and firm.nth != GONE]
    firms = [firm for firm in there if firm.trade.sector in _SCORED]
    if firms:
        firm = min(firms, key=lambda firm: firm.bureau != "city")
        yield _scored(city, firm)
        yield _given_back(city, firm)


def _deducted(spot: Spot) -> Generator[datetime, None, tuple[Fined, UUID]]:
    """
    Tell that points are deducted for a penalty.

    Returns:
        The penalty, and the record that the points stand in.
    """
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(3)
    said = {"points_item": "penalty", "reasons": "受到行政处罚"}
    done = fined.story.do(
        "deduct-points", fined.head, file=spot.firm.file, basis_file=fined.id, more=said
    )
    return fined, _record_in(done)


def _given_back(city: City, firm: Firm) -> Telling:
    """
    Tell that a penalty is revoked which cost points, and that they are given back.
    """
    story = city.story("credit/points-back")
    fined, _ = yield from _deducted(
        Spot(city, story, firm, 48, 0, firm.bureau == "city")
    )
    yield from fined.wait(9)
    fined.do(
        "revoke-decision",
        fined.head,
        changed_by="own",
        reason="处罚对象认定有误（演示）",
        effective_on=story.today,
    )
    yield from fined.take_down("revoked")


def _scored(city: City, firm: Firm) -> Telling:
    """
    Tell that points are deducted for a penalty, and reset once things are put right.
    """
    fined, record = yield from _deducted(
        Spot(city, city.story("credit/points"), firm, 60, 0, firm.bureau == "city")
    )
    year = fined.story.today.year
    yield from fined.wait(25)
    said = {"reset_ground": "corrected", "reasons": "整改到位，培训合格"}
    fined.story.do("reset-points", fined.head, file=record, points_year=year, more=said)
