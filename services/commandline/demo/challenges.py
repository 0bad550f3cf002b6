"""
Stories of reviews and suits (救济情节): against a measure, and against a penalty that
stops production.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

from services.commandline.demo.agenda import Telling
from services.commandline.demo.cases import Filing, Matter
from services.commandline.demo.city import City
from services.commandline.demo.desk import CLOCK
from services.commandline.demo.fined import Fined, on_the_spot
from services.commandline.demo.hours import (
    ONE_DAY,
    afternoon,
    in_office,
    moment,
    next_day,
)
from services.commandline.demo.papers import issued, served
from services.commandline.demo.restraints import Restrained
from services.commandline.demo.shown import shown

_FINE_FEN: Final = 2_000_00
_UNFILED: Final = "flag-not-filed-with-superior"
_PERIOD: Final = timedelta(days=10)

_STOPPED: Final = ("production_stopped",)
_FACT: Final = "拒不整改重大事故隐患"
_ACT: Final = {
    "violation_code": "AQ-093",
    "item_no": 0,
    "legal_basis": "安全生产法第一百零二条",
}


def reviewed(held: Restrained, measure: UUID) -> Telling:
    """
    Tell a review from its application to its decision.
    """
    yield from held.wait(4)
    review = held.do(
        "record-review-application",
        None,
        held.clerk,
        challenged=measure,
        challenged_act="measure",
        through_us=True,
        enterprise=held.firm.file,
        claim="确认违法",
        paper=held.paper,
    )
    yield from held.wait(2)
    held.do("forward-review", review, held.clerk)
    yield from held.wait(2)
    number = {"authority_number": "演示府复〔0001〕号"}
    held.do("record-review-acceptance", review, held.clerk, simple=False, **number)
    yield from held.wait(1)
    held.do("record-review-copy", review, held.clerk)
    yield from held.wait(5)
    answer = {"reply_paper": held.paper, "evidence_list": "现场笔录、清单、照片"}
    held.do("answer-review", review, held.clerk, **answer)
    yield from held.wait(20)
    held.do(
        "record-review-decision",
        review,
        held.clerk,
        remedy_result="upheld",
        effective_on=held.story.today,
        **number,
    )


def revoked_on_review(city: City) -> Telling:
    """
    Tell that a review revokes a fine that was paid: it falls as the decision is taken
    in, and the fine goes back.
    """
    spot = on_the_spot(city, "revoked", 9, ago=70, fen=_FINE_FEN)
    yield from spot.begin()
    fined = spot.decide()
    yield from fined.pay(_FINE_FEN)
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
        remedy_result="revoked",
        authority_number="演示府复〔0002〕号",
        effective_on=held.story.today,
        paper=held.paper,
    )
    yield from fined.take_down("revoked")
    yield from held.wait(1)
    back = {"refund_fen": _FINE_FEN, "receipt_no": "退0002"}
    fined.do("refund-fine", fined.clerk, **back)


def stopped_as_penalty(city: City) -> Telling:
    """
    Tell that a penalty stops production for a while, and that the firm sues.
    """
    filing = Filing(city, "case/stopped", 12, 105)
    story, begins = filing.begin()
    yield from begins
    case = filing.file(story)
    yield from case.conclude()
    yield from judged(case)
    decided = story.do(
        "decide-penalty",
        case.head,
        file=case.id,
        party_no=1,
        kinds=_STOPPED,
        acts_fined=({**_ACT, "fine_fen": 0},),
        decision_content={
            "violation_fact": _FACT,
            "legal_basis": "安全生产法第一百零二条",
            "penalty_content": "责令停产停业整顿",
            "surcharge_told": False,
        },
        fine_fen=0,
    )
    paper = yield from issued(
        story, case.firm, about=decided.file, form="penalty_decision_unit"
    )
    yield from served(city, story, case.firm, paper=paper)
    shown(city, story, decided.file)
    held = Restrained(city, story, case.firm)
    yield from held.wait(1)
    order = held.do(
        "order-suspension-as-penalty",
        None,
        held.head,
        penalty=decided.file,
        scope="全部生产系统",
        reason="执行停产停业整顿处罚",
        until_on=story.today + _PERIOD,
    )
    ends_on = story.today + _PERIOD
    yield from filed_late(Fined(city, story, case.firm, decided.file))
    yield in_office(story.rng, next_day(moment(ends_on, 12)))
    held.do("end-suspension-period", order, held.clerk)
    yield from sued(held, order)


def filed_late(fined: Fined) -> Telling:
    """
    Tell that nobody files a major penalty with the superior body in time, which the
    clock flags where the rules of the day set one.
    """
    limit = getattr(fined.now.history[0], "superior_limit", None)
    if limit is None:
        return
    yield moment(limit.ends_on + ONE_DAY, 0, 0, second=37)
    if fined.story.is_open_to(CLOCK, _UNFILED, fined.id):
        fined.story.do(_UNFILED, CLOCK, file=fined.id, at=limit.ends_at)


def judged(case: Matter) -> Telling:
    """
    Tell how a stop is proposed, told, waived on, reviewed and adjudicated.
    """
    yield afternoon(case.story.rng, next_day(case.story.now))
    case.weigh(0)
    case.handle(
        "propose-penalty",
        party_no=1,
        kinds=_STOPPED,
        notice_content={
            "penalty_content": "责令停产停业整顿",
            "violation_fact": _FACT,
            "grounds": "危及生产安全",
            "legal_basis": "安全生产法第一百零二条",
        },
        hearing_right=True,
        fine_fen=0,
        approver=case.head.person,
    )
    yield from case.tell("hearing_right_notice")
    yield from case.waive()
    yield in_office(case.story.rng, next_day(case.story.now))
    agreed = {"views": case.heads, "conclusion": "同意拟处罚意见", "agreed": True}
    case.do("adjudicate-case", case.head, **agreed)
    yield in_office(case.story.rng, next_day(case.story.now))


def sued(held: Restrained, order: UUID) -> Telling:
    """
    Tell a suit from its filing to its judgment.
    """
    suit = held.do(
        "record-suit",
        None,
        held.clerk,
        challenged=order,
        challenged_act="suspension",
        authority="演示区人民法院",
        authority_number="（演示）行初1号",
        enterprise=held.firm.file,
        claim="撤销",
    )
    yield from held.wait(4)
    stay = {"stayed_by": "court", "reason": "原告申请，裁定停止执行"}
    held.do("record-stay", suit, held.clerk, **stay)
    yield from held.wait(6)
    held.do("record-stay-end", suit, held.clerk, reason="裁定解除")
    yield from held.wait(8)
    held.do(
        "record-suit-judgment",
        suit,
        held.clerk,
        remedy_result="upheld",
        authority_number="（演示）行初1号",
        effective_on=held.story.today,
    )
