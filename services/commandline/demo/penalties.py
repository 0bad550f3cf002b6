"""
Stories of penalties (处罚情节): on the spot and in a case, paid, enforced, put right.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from domain.values import end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.cases import Filing, Matter
from services.commandline.demo.city import City
from services.commandline.demo.desk import CLOCK
from services.commandline.demo.fined import Fined, on_the_spot
from services.commandline.demo.hours import (
    ONE_DAY,
    afternoon,
    in_office,
    later,
    minutes_after,
    moment,
    next_day,
)
from services.commandline.demo.papers import issued, served, served_anew

_SMALL_FEN: Final = 100_00
_FINE_FEN: Final = 2_000_00
_LARGE_FEN: Final = 30_000_00
_BOTH: Final = ("fine", "business_restricted")
_PAPERS: Final = ("application", "decision", "opinion_and_demand", "object")

#: How long after its service a decision can be taken to court, surely.
_TIME_TO_SUE: Final = 186


def penalties(city: City) -> Iterator[Telling]:
    """
    Give the penalties that every city has.
    """
    yield collected(city)
    yield paid_late(city)
    yield taken_to_court(city)
    yield agreed_on(city)
    yield forgotten(city)
    yield put_right(city)
    yield from fallen(city)
    yield decided_in_a_case(city)


def collected(city: City) -> Telling:
    """
    Tell that a small fine is taken in cash, and goes to the bank.
    """
    spot = on_the_spot(city, "cash", 0, ago=60, fen=_SMALL_FEN)
    yield from spot.begin()
    fined = spot.decide()
    yield minutes_after(spot.story.rng, spot.story.now, (3, 9))
    cash = {"collection_ground": "small", "receipt_no": "票0001"}
    spot.story.do(
        "collect-spot-fine",
        spot.firm.lead,
        file=fined.id,
        at=spot.story.now - timedelta(minutes=1),
        among=spot.firm.persons,
        more=cash,
    )
    yield in_office(spot.story.rng, next_day(spot.story.now))
    fined.do("hand-in-spot-fine", spot.firm.lead)
    yield in_office(spot.story.rng, next_day(spot.story.now))
    fined.do("bank-spot-fine", fined.clerk, receipt_no="银行0001")


def paid_late(city: City) -> Telling:
    """
    Tell that a fine is put off, not paid in time, dearer by a surcharge, and paid.
    """
    spot = on_the_spot(city, "late", 1, ago=150, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(3)
    reason = "季节性停产，资金周转困难"
    fined.on_site("apply-for-deferral", reason=reason)
    yield from fined.wait(2)
    parts = [
        {"pay_until": later(spot.story.today + timedelta(days=n), 0), "amount_fen": fen}
        for n, fen in ((20, _FINE_FEN // 2), (40, _FINE_FEN // 2))
    ]
    granted = {"granted": True, "reason": "确有困难", "instalments": tuple(parts)}
    fined.do("decide-deferral", fined.head, **granted)
    yield from fined.pay(_FINE_FEN // 2)
    yield from fined.wait(55)
    until = later(spot.story.today, 10)
    fined.on_site("demand-payment", pay_until=until)
    fined.do("impose-surcharge", fined.head, pay_until=until)
    fined.do(
        "file-with-superior",
        fined.clerk,
        filed_with="省应急管理厅（演示）",
        filed_summary="加处罚款一件",
    )
    yield from fined.pay(fined.owed_fen, first="surcharge")


def taken_to_court(city: City) -> Telling:
    """
    Tell that nothing is paid, and the court executes it in the end.
    """
    spot = on_the_spot(city, "court", 2, ago=330, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(_TIME_TO_SUE - 30)
    demanded = {
        "demand_content": "十个工作日内缴清罚款；可以陈述和申辩",
        "pay_until": later(spot.story.today, 10),
    }
    fined.on_site("demand-performance", **demanded)
    yield from fined.wait(32)
    principal = city.second_head(spot.firm.bureau)
    fined.do("apply-to-court", principal, court_papers=_PAPERS)
    yield from fined.wait(4)
    court = {"reason": "材料不齐", "decision_no": "演示行审1号"}
    fined.do("record-court-acceptance", fined.clerk, court_accepted=False, **court)
    yield from fined.wait(5)
    fined.do(
        "apply-for-execution-review",
        fined.clerk,
        court="市中级人民法院（演示）",
        reason="材料齐备",
    )
    yield from fined.wait(10)
    fined.do("record-court-acceptance", fined.clerk, court_accepted=True)
    yield from fined.wait(6)
    fined.do("record-execution-ruling", fined.clerk, granted=True)
    yield from fined.wait(20)
    fined.do("record-execution-completed", fined.clerk, fine_paid_fen=_FINE_FEN)


def agreed_on(city: City) -> Telling:
    """
    Tell that an execution stands still, goes on, is agreed on, and ends by its ground.
    """
    spot = on_the_spot(city, "agreed", 3, ago=140, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(20)
    ground = {"suspension_ground": "unable", "reason": "账户被冻结，暂无履行能力"}
    fined.do("suspend-execution", fined.head, **ground)
    yield from fined.wait(20)
    fined.do("resume-execution", fined.head, reason="账户解冻")
    yield from fined.wait(5)
    part = {
        "pay_until": later(spot.story.today + timedelta(days=30), 0),
        "amount_fen": _FINE_FEN,
    }
    agreed = {"instalments": (part,), "remedied": "已补设警示标志"}
    fined.do("agree-on-execution", fined.head, **agreed)
    yield from fined.wait(45)
    ended = {
        "execution_end_ground": "unit_ended",
        "reason": "分支机构注销，无财产，无义务承受人（演示）",
    }
    fined.do("terminate-execution", fined.head, **ended)


def forgotten(city: City) -> Telling:
    """
    Tell that nobody takes a decision to court in time, and the clock flags it.
    """
    spot = on_the_spot(city, "forgotten", 4, ago=345, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    window = next(
        limit
        for fact in fined.now.history
        if (limit := getattr(fact, "window_limit", None)) is not None
    )
    yield moment(window.ends_on + ONE_DAY, 0, 0, second=17)
    at = end_of(window.ends_on)
    spot.story.do("flag-not-enforced", CLOCK, file=fined.id, at=at)


def put_right(city: City) -> Telling:
    """
    Tell that a slip is corrected, the fine made less, and what was too much given back.
    """
    spot = on_the_spot(city, "varied", 5, ago=90, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(2)
    slip = {"corrected_part": "wording", "passage": "未设制", "altered_to": "未设置"}
    fined.do("correct-decision", fined.head, reason="录入笔误", **slip)
    yield from fined.pay(_FINE_FEN)
    yield from fined.wait(15)
    less = {"kinds": ("fine",), "fine_fen": _FINE_FEN // 2}
    change = {"changed_by": "review", "effective_on": spot.story.today}
    fined.do("vary-decision", fined.clerk, reason="裁量不当", **less, **change)
    yield from fined.take_down("varied")
    yield from fined.wait(2)
    back = {"refund_fen": _FINE_FEN // 2, "receipt_no": "退0001"}
    fined.do("refund-fine", fined.clerk, **back)


def fallen(city: City) -> Iterator[Telling]:
    """
    Give the stories of decisions that fall, each in its way.
    """
    ways = {
        "revoke-decision": "revoked",
        "declare-void": "void",
        "confirm-unlawful": "unlawful",
    }
    for nth, act in enumerate(ways):
        yield _fallen(city, act, nth, ground=ways[act])


def _fallen(city: City, act: str, nth: int, *, ground: str) -> Telling:
    spot = on_the_spot(city, f"fallen/{nth}", 6 + nth, ago=80 - nth, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.wait(10)
    change = {"changed_by": "own", "reason": "自查发现证据不足（演示）"}
    fined.do(act, fined.head, effective_on=spot.story.today, **change)
    yield from fined.take_down(ground)


def decided_in_a_case(city: City) -> Telling:
    """
    Tell a case up to its decision, which is served, paid and performed. Its notice and
    its decision each reach the wrong firm first, and are served again.
    """
    filing = Filing(city, "case/penalty", 6, 100)
    story, begins = filing.begin()
    yield from begins
    case = filing.file(story)
    yield from case.conclude()
    yield afternoon(story.rng, next_day(story.now))
    case.weigh(_LARGE_FEN)
    case.propose(_LARGE_FEN, kinds=_BOTH)
    yield from case.tell("penalty_notice")
    yield from _told_anew(case)
    yield from case.waive()
    yield in_office(story.rng, next_day(story.now))
    case.do(
        "adjudicate-case",
        case.head,
        views=case.heads,
        conclusion="同意拟处罚意见",
        agreed=True,
        in_public=False,
    )
    yield in_office(story.rng, next_day(story.now))
    fined = _decided(case)
    paper = yield from issued(
        story, case.firm, about=fined.id, form="penalty_decision_unit"
    )
    yield from served(city, story, case.firm, paper=paper)
    service = vars(fined.now)["service"]
    yield from served_anew(city, story, case.firm, paper=paper, service=service)
    fined.show()
    yield from fined.pay(_LARGE_FEN)
    yield from fined.wait(3)
    performed = {"kinds": _BOTH[1:], "done": "限制期内未承接新业务"}
    fined.on_site("record-performance", **performed)


def _told_anew(case: Matter) -> Telling:
    """
    Tell that the notice to the firm had reached somebody else.
    """
    told = vars(case.story.read(case.id).history[-1])
    yield from served_anew(
        case.city,
        case.story,
        case.firm,
        paper=told["document"],
        service=told["service"],
    )


def _decided(case: Matter) -> Fined:
    """
    Have the penalty decided.
    """
    fine = {
        "violation_code": "AQ-093",
        "item_no": 0,
        "legal_basis": "安全生产法第九十三条",
        "fine_fen": _LARGE_FEN,
    }
    says = {
        "violation_fact": "未按规定提取和使用安全生产费用",
        "legal_basis": "安全生产法第九十三条",
        "penalty_content": "罚款30000元，收到之日起十五日内缴至指定银行",
        "surcharge_told": True,
    }
    done = case.story.do(
        "decide-penalty",
        case.head,
        file=case.id,
        party_no=1,
        kinds=_BOTH,
        acts_fined=(fine,),
        decision_content=says,
        fine_fen=_LARGE_FEN,
    )
    return Fined(case.city, case.story, case.firm, done.file)
