"""
Stories of daily fines (按日连续处罚情节): a firm is ordered to correct, fined, and
goes on refusing.
"""

from collections.abc import Generator
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from services.commandline.demo.agenda import Telling
from services.commandline.demo.cases import Filing, Matter, points
from services.commandline.demo.checklists import GENERAL, standard_on
from services.commandline.demo.city import City, persons_of
from services.commandline.demo.hours import afternoon, in_office, next_day
from services.commandline.demo.papers import issued, served
from services.commandline.demo.restraints import Restrained
from services.commandline.demo.shown import shown

_FINE_FEN: Final = 20_000_00
_BASIS: Final = "安全生产法第一百零二条"
_FACT: Final = "未采取措施消除事故隐患"


def daily_fines(city: City) -> Telling:
    """
    Tell that a fine is repeated by the day, until the firm corrects and pays.
    """
    held = Restrained(
        city, city.story("penalty/daily"), Filing(city, "penalty/daily", 13, 0).firm
    )
    yield from held.begin(75)
    hazard = _ordered(held)
    origin = {"case_source": "tip_off", "source_paper": held.paper}
    case = filed(held, {**origin, "hazards": (hazard,)})
    base = yield from fined(case)
    yield from handed_over(held, base)
    yield from held.wait(22)
    said = {
        "hazard": hazard,
        "until_on": held.story.today - timedelta(days=1),
        "refusal_proof": "两次复查均未整改，负责人拒绝签收整改意见",
    }
    yield from told_of_days(case, {**said, "penalty": base})
    said["evidence"] = (held.paper, held.photograph)
    daily = held.do("decide-daily-fine", base, held.head, **said)
    yield from handed_over(held, daily)


def _ordered(held: Restrained) -> UUID:
    """
    Have the firm report a hazard, and be ordered to correct it.
    """
    look = GENERAL[1]
    hazard = held.do(
        "self-report-hazard",
        None,
        held.clerk,
        enterprise=held.firm.file,
        place=look.area,
        description=f"企业自查发现：{look.found}",
        paper=held.paper,
    )
    held.on_site(
        "grade-hazard",
        hazard,
        hazard_level="ordinary",
        standard=standard_on("general", held.story.today),
        clause="未列入判定标准",
    )
    held.on_site(
        "order-rectification",
        hazard,
        measures="立即采取措施消除隐患",
        rectify_until=held.story.today + timedelta(days=10),
        danger=False,
    )
    return hazard


def filed(held: Restrained, origin: dict[str, object]) -> Matter:
    """
    Have a case filed.
    """
    city, story, firm = held.city, held.story, held.firm
    done = story.do(
        "file-case",
        city.head(firm.bureau),
        taken_from=origin,
        violation={
            "case_name": f"{firm.name}未采取措施消除事故隐患案",
            "violation_code": "AQ-102",
            "discovered_on": story.today,
        },
        handlers=persons_of(firm.team),
        enterprise=firm.file,
        evidence=(held.photograph,),
    )
    story.do("issue-document", firm.lead, about=done.file, form="case_filing")
    return Matter(city, story, firm, done.file)


def fined(case: Matter) -> Generator[datetime, None, UUID]:
    """
    Tell a case from its filing to the decision of a fine.

    Returns:
        The penalty.
    """
    yield from case.conclude()
    yield afternoon(case.story.rng, next_day(case.story.now))
    case.weigh(_FINE_FEN)
    case.propose(_FINE_FEN)
    yield from case.tell("penalty_notice")
    yield from case.waive()
    yield in_office(case.story.rng, next_day(case.story.now))
    case.do(
        "adjudicate-case",
        case.head,
        views=case.heads,
        conclusion="同意拟处罚意见",
        agreed=True,
        in_public=False,
    )
    yield in_office(case.story.rng, next_day(case.story.now))
    return _decided(case)


def told_of_days(case: Matter, said: dict[str, object]) -> Telling:
    """
    Tell that it is proposed to repeat a fine by the day, and that the firm is told,
    speaks and is answered, and the heads look at it again.
    """
    case.handle(
        "propose-daily-fine",
        **said,
        party_no=1,
        notice_content={
            "penalty_content": "自责令改正之日的次日起按日连续处罚，每日20000元",
            "violation_fact": _FACT,
            "grounds": "受到罚款处罚后拒不改正",
            "legal_basis": "安全生产法第一百一十二条",
        },
        hearing_right=True,
        approver=case.head.person,
        complex_or_grave=True,
    )
    yield from case.tell("hearing_right_notice")
    yield afternoon(case.story.rng, next_day(case.story.now))
    case.handle("hear-statement", party_no=1, said="资金紧张，请求免予按日处罚")
    yield in_office(case.story.rng, next_day(case.story.now, 6))
    answer = {
        "argument": "资金紧张",
        "taken": False,
        "reason": "不属于可以不予处罚的情形",
    }
    case.handle(
        "review-statement",
        party_no=1,
        arguments=(answer,),
        conclusion="不予采纳",
        approver=case.head.person,
    )
    case.do(
        "review-case",
        case.reviewer,
        review_grounds=("by_place",),
        review_points=points(),
        review_result="agreed",
        opinion="事实清楚，天数计算正确，程序合法",
    )
    both = {"views": case.heads, "conclusion": "同意拟处理意见", "agreed": True}
    case.do("deliberate-case", case.head, **both)
    case.do("adjudicate-case", case.head, **both, in_public=False)
    yield in_office(case.story.rng, next_day(case.story.now))


def _decided(case: Matter) -> UUID:
    """
    Have the fine decided.
    """
    done = case.story.do(
        "decide-penalty",
        case.head,
        file=case.id,
        party_no=1,
        kinds=("fine",),
        acts_fined=(
            {
                "violation_code": "AQ-102",
                "item_no": 0,
                "legal_basis": _BASIS,
                "fine_fen": _FINE_FEN,
            },
        ),
        decision_content={
            "violation_fact": _FACT,
            "legal_basis": _BASIS,
            "penalty_content": "罚款20000元，收到之日起十五日内缴至指定银行",
            "surcharge_told": True,
        },
        fine_fen=_FINE_FEN,
    )
    return done.file


def handed_over(held: Restrained, penalty: UUID) -> Telling:
    """
    Tell that a decision is issued, reaches the firm and is made public.
    """
    paper = yield from issued(
        held.story, held.firm, about=penalty, form="penalty_decision_unit"
    )
    yield from served(held.city, held.story, held.firm, paper=paper)
    yield in_office(held.story.rng, next_day(held.story.now, 2))
    shown(held.city, held.story, penalty)
