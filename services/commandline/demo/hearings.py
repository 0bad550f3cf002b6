"""
The case that goes all the way (听证案件): a unit and its principal, every way of taking
evidence, a hearing, a review, a deliberation.
"""

from typing import Final

from services.commandline.demo.agenda import Telling
from services.commandline.demo.cases import Filing, Matter, points
from services.commandline.demo.fined import Fined
from services.commandline.demo.hours import (
    afternoon,
    in_office,
    later,
    minutes_after,
    moment,
    morning,
    next_day,
)
from services.commandline.demo.people_names import a_name

_LARGE_FEN: Final = 12_000_000
_SMALL_FEN: Final = 1_000_000


def heard_at_length(filing: Filing) -> Telling:
    """
    Tell a case of a unit and its principal, through evidence, hearing and review.
    """
    story, begins = filing.begin()
    yield from begins
    case = filing.file(story)
    yield minutes_after(story.rng, story.now, (10, 40))
    person = {"person": case.firm.principal, "post": "主要负责人"}
    case.handle("name-party", **person, identity_number="演示230102199001011234")
    case.handle("name-party", person=a_name(story.rng), post="安全科长")
    case.parties = (1, 2)
    yield from evidence_taken(case)
    case.do("release-party", case.head, party_no=3, reason="经查已履行职责，不承担责任")
    yield from case.conclude()
    yield afternoon(story.rng, next_day(story.now))
    case.handle(
        "record-aggravating-factor",
        party_no=1,
        aggravating_factor="拒不整改",
        legal_basis="裁量基准第五条（演示）",
        proof="复查意见书",
    )
    case.weigh(_LARGE_FEN)
    case.weigh(_SMALL_FEN, party_no=2)
    case.propose(_LARGE_FEN, complex_or_grave=True)
    case.propose(_SMALL_FEN, party_no=2)
    yield from case.tell("hearing_right_notice")
    yield from case.tell("penalty_notice", party_no=2)
    yield from case.waive(2)
    yield from stated_and_asked(case)
    yield from hearing_held(case)
    yield from judged(case)
    yield from decided_on_each(case)


def evidence_taken(case: Matter) -> Telling:
    """
    Tell every way of taking evidence.
    """
    story = case.story
    witness = a_name(story.rng)
    day = next_day(story.now)
    case.handle(
        "summon",
        person=witness,
        post="车间主任",
        appear_at=moment(day, 9),
        place="本局询问室",
        reason="了解安全投入情况",
    )
    yield moment(day, 11, 3, second=8)
    times = {"started_at": moment(day, 9, 5), "ended_at": moment(day, 10, 50)}
    case.handle(
        "record-questioning",
        person=witness,
        post="车间主任",
        place="本局询问室",
        rights_told=True,
        signed_paper=case.paper,
        **times,
    )
    story.do("issue-document", case.firm.lead, about=case.id, form="questioning_record")
    yield moment(day, 16, 2, second=41)
    times = {"started_at": moment(day, 14), "ended_at": moment(day, 15, 30)}
    there = {"place": case.firm.address, "party_present": witness}
    case.handle(
        "examine-scene", weather="晴", description="安全设施缺失", **times, **there
    )
    thing = {"thing_name": "可燃气体报警器", "quantity": "2台", "condition": "失效"}
    case.handle("take-sample", things=(thing,), **there)
    case.handle(
        "commission-appraisal",
        appraiser="演示检测中心",
        qualification=case.paper,
        appraisal_question="报警器是否有效",
        appraise_until=later(story.today, 15),
    )
    yield from registered(case, thing, witness)


def registered(case: Matter, thing: dict[str, str], witness: str) -> Telling:
    """
    Tell that things are registered twice: decided on once, and forgotten once.
    """
    story, registered_on = case.story, case.story.today
    for _ in range(2):
        case.handle(
            "register-evidence",
            things=(thing,),
            reason="可能灭失",
            kept_where="本局证物室",
            custodian=witness,
            approver=case.head.person,
        )
    yield afternoon(story.rng, next_day(story.now, 4))
    case.handle(
        "decide-registration",
        registration_no=1,
        decisions=({"thing_no": 1, "disposition": "recorded"},),
        approver=case.head.person,
    )
    rule = "PN.evidence.register"
    yield from case.lapse("lapse-registration", rule, registered_on, registration_no=2)
    yield morning(story.rng, next_day(story.now))
    case.do(
        "receive-appraisal",
        case.clerk,
        appraisal_no=1,
        opinion="报警器失效",
        appraisal_report=case.paper,
    )


def stated_and_asked(case: Matter) -> Telling:
    """
    Tell that the unit states its case and asks for a hearing.
    """
    story = case.story
    yield morning(story.rng, next_day(story.now))
    case.do(
        "hear-statement",
        case.clerk,
        party_no=1,
        said="企业经营困难，已开始补提安全费用",
        said_by=case.firm.principal,
    )
    case.do(
        "request-hearing",
        case.clerk,
        party_no=1,
        requested_by=case.firm.principal,
        request_paper=case.paper,
    )
    yield afternoon(story.rng, next_day(story.now))
    answer = {"argument": "经营困难", "taken": False, "reason": "不是法定从轻情节"}
    case.handle(
        "review-statement",
        party_no=1,
        arguments=(answer,),
        conclusion="不予采纳",
        approver=case.head.person,
    )


def hearing_held(case: Matter) -> Telling:
    """
    Tell that the hearing is set, put off, held and reported on.
    """
    story = case.story
    day = later(story.today, 9)
    put_off = later(day, 3)
    said = {"party_no": 1}
    case.do(
        "notify-hearing",
        case.chair,
        **said,
        hearing_at=moment(day, 9),
        place="本局会议室（演示）",
    )
    yield afternoon(story.rng, next_day(story.now, 2))
    case.do(
        "postpone-hearing",
        case.chair,
        **said,
        hearing_at=moment(put_off, 9),
        reason="当事人申请延期",
    )
    yield moment(put_off, 11, 20, second=31)
    case.do(
        "hold-hearing",
        case.chair,
        **said,
        started_at=moment(put_off, 9),
        ended_at=moment(put_off, 11),
        hearing_record=case.paper,
    )
    yield afternoon(story.rng, next_day(story.now, 2))
    case.do(
        "report-hearing",
        case.chair,
        **said,
        hearing_outcome="keep",
        opinion="事实清楚，建议维持",
    )


def judged(case: Matter) -> Telling:
    """
    Tell that the case is reviewed, deliberated on and adjudicated.
    """
    yield morning(case.story.rng, next_day(case.story.now))
    case.do(
        "review-case",
        case.reviewer,
        review_grounds=("hearing",),
        review_points=points(),
        review_result="agreed",
        opinion="事实清楚，程序合法",
    )
    yield afternoon(case.story.rng, next_day(case.story.now))
    agreed = {"views": case.heads, "conclusion": "同意拟处罚意见", "agreed": True}
    case.do("deliberate-case", case.head, **agreed)
    case.do("adjudicate-case", case.head, **agreed)


def decided_on_each(case: Matter) -> Telling:
    """
    Tell that the unit and its principal are each fined, served and pay; the case is
    closed over both.
    """
    yield afternoon(case.story.rng, next_day(case.story.now))
    on_unit, on_person = _decided(case, _LARGE_FEN, 1), _decided(case, _SMALL_FEN, 2)
    yield from case.tell("penalty_decision_unit", about=on_unit.id)
    yield from case.tell("penalty_decision_person", party_no=2, about=on_person.id)
    on_unit.show()
    why = {
        "non_publication_ground": "no_social_effect",
        "reason": "对自然人的处罚，没有一定社会影响（演示）",
        "approver": case.head.person,
    }
    discloser = case.city.offices["disclosure-qian"]
    on_person.do("decide-not-to-publish", discloser, **why)
    yield from on_unit.pay(_LARGE_FEN)
    yield from on_person.pay(_SMALL_FEN)
    yield in_office(case.story.rng, next_day(case.story.now))
    case.do(
        "close-case", case.head, case_result="罚款", execution="罚款均已缴清（演示）"
    )


def _decided(case: Matter, fen: int, party_no: int) -> Fined:
    """
    Have the penalty on a party decided.
    """
    fine = {
        "violation_code": "AQ-093",
        "item_no": 0,
        "legal_basis": "安全生产法第九十三条",
        "fine_fen": fen,
    }
    says = {
        "violation_fact": "未按规定提取和使用安全生产费用",
        "legal_basis": "安全生产法第九十三条",
        "penalty_content": f"罚款{fen // 100}元，收到之日起十五日内缴至指定银行",
        "surcharge_told": True,
    }
    done = case.story.do(
        "decide-penalty",
        case.head,
        file=case.id,
        party_no=party_no,
        kinds=("fine",),
        acts_fined=(fine,),
        decision_content=says,
        fine_fen=fen,
    )
    return Fined(case.city, case.story, case.firm, done.file)
