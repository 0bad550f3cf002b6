"""
Stories of cases (案件情节): every step at least once, and some that are alive.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from domain.enforcement_case.choices import MitigatingFactor
from domain.enforcement_case.file import EnforcementCase
from services.commandline.demo.agenda import Telling
from services.commandline.demo.cases import Filing, Matter, points
from services.commandline.demo.city import City
from services.commandline.demo.hours import (
    afternoon,
    later,
    minutes_after,
    moment,
    morning,
    next_day,
)
from services.commandline.demo.people_names import a_name

_LARGE_FEN: Final = 12_000_000
_SMALL_FEN: Final = 1_000_000


def dockets(city: City) -> Iterator[Telling]:
    """
    Give the cases that every city has.
    """
    yield heard_at_length(Filing(city, "case/hearing", 0, 150))
    yield spared(Filing(city, "case/no-penalty", 1, 120))
    yield waived_by_absence(Filing(city, "case/absence", 2, 110))
    yield refused_and_ended(Filing(city, "case/terminated", 3, 100))
    yield passed_on(Filing(city, "case/transferred", 4, 80))
    yield under_way(Filing(city, "case/under-way", 5, 6))


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
    found = story.read(case.id)
    assert isinstance(found, EnforcementCase)
    limit = found.registrations[2]
    assert limit is not None
    yield from case.lapse("lapse-registration", limit.ends_on, registration_no=2)
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


def spared(filing: Filing) -> Telling:
    """
    Tell a case that ends without a penalty, closed and archived.
    """
    story, begins = filing.begin()
    yield from begins
    case = filing.file(story)
    yield minutes_after(story.rng, story.now, (20, 60))
    case.do(
        "decide-recusal",
        case.head,
        officer=case.firm.persons[1],
        asked_by="oneself",
        stands_aside=True,
        reason="与当事人有亲属关系",
        decided_by=(),
    )
    case.do(
        "assign-handlers",
        case.head,
        handlers=(
            case.firm.persons[0],
            case.chair.person,
        ),
        reason="原承办人回避",
    )
    outcome = {"mandatory_outcome": "stopped"}
    case.do(
        "require-outcome",
        case.clerk,
        **outcome,
        legal_basis="四个一律（演示）",
        reason="存在重大隐患",
    )
    yield afternoon(story.rng, next_day(story.now, 3))
    results = {
        "party_no": 1,
        "violation_fact": "未及时更新台账",
        "legal_basis": "安全生产法第九十七条",
        "suggestion": "建议不予处罚",
    }
    case.story.do(
        "conclude-investigation", case.firm.lead, file=case.id, party_results=(results,)
    )
    case.story.do(
        "record-mitigating-factor",
        case.firm.lead,
        file=case.id,
        party_no=1,
        mitigating_factor=MitigatingFactor.FIRST_MINOR.code,
        proof="历史检查记录",
    )
    yield afternoon(story.rng, next_day(story.now))
    case.do(
        "decide-no-penalty",
        case.head,
        party_no=1,
        no_penalty_ground="first_minor",
        violation_fact="未及时更新台账",
        reason="初次违法，危害后果轻微并及时改正",
        legal_basis="行政处罚法33(1)",
        education="告知安全生产法第九十七条",
    )
    yield from case.tell("no_penalty_decision")
    yield from put_away(case, outcome)


def put_away(case: Matter, outcome: dict[str, str]) -> Telling:
    """
    Tell that a case is closed and archived.
    """
    story = case.story
    yield morning(story.rng, next_day(story.now, 2))
    case.do(
        "satisfy-outcome",
        case.clerk,
        **outcome,
        done="已停产整顿并验收",
        evidence=(case.paper,),
    )
    case.do("close-case", case.head, case_result="不予处罚", execution="已教育")
    yield afternoon(story.rng, next_day(story.now, 5))
    papers, _ = story.desk.ledger.recorder.tagged(f"file/{case.id}/document")
    case.do(
        "archive-case",
        case.clerk,
        archive_number=f"演示-{story.today.year}-处罚-001",
        retention_years=10,
        pieces_count=max(len(papers), 6),
        pages_count=38,
        indexed=papers,
    )


def waived_by_absence(filing: Filing) -> Telling:
    """
    Tell a case in which the party asks for a hearing and stays away; its time is put
    off meanwhile.
    """
    story, begins = filing.begin()
    yield from begins
    case = filing.file(story)
    yield from case.conclude()
    case.weigh(_LARGE_FEN)
    case.propose(_LARGE_FEN)
    yield from case.tell("hearing_right_notice")
    yield afternoon(story.rng, next_day(story.now))
    case.do("request-hearing", case.clerk, party_no=1)
    day = later(story.today, 9)
    case.do(
        "notify-hearing",
        case.chair,
        party_no=1,
        hearing_at=moment(day, 9),
        place="本局会议室（演示）",
    )
    yield moment(day, 9, 41, second=5)
    case.do(
        "end-hearing",
        case.chair,
        party_no=1,
        hearing_end="absent",
        reason="经通知无正当理由未到",
    )
    yield afternoon(story.rng, next_day(story.now))
    basis = {"reason": "案情复杂", "legal_basis": "应急管理部令18号(待核)"}
    found = story.read(case.id)
    assert isinstance(found, EnforcementCase)
    assert found.decide_limit is not None
    until = found.decide_limit.ends_on + timedelta(days=20)
    case.do("extend-case-time", case.head, extended_until=until, **basis)


def refused_and_ended(filing: Filing) -> Telling:
    """
    Tell a case in which a hearing is refused, the time for a statement passes, the
    case's own time stands still, and nothing is proved in the end.
    """
    story, begins = filing.begin()
    yield from begins
    case = filing.file(story, "superior")
    yield from case.conclude()
    case.weigh(_SMALL_FEN)
    case.propose(_SMALL_FEN)
    yield from case.tell("penalty_notice")
    notice = case.party().noticed
    assert notice is not None
    assert notice.defence_limit is not None
    yield afternoon(story.rng, next_day(story.now))
    case.do("request-hearing", case.clerk, party_no=1)
    case.do(
        "refuse-hearing", case.head, party_no=1, reason="拟处罚不属于应当听证的范围"
    )
    until = notice.defence_limit.ends_on
    yield from case.lapse("expire-statement", until, party_no=1)
    yield morning(story.rng, next_day(story.now))
    case.do(
        "suspend-case-clock",
        case.head,
        clock_ground="appraisal",
        reason="补充鉴定",
    )
    yield afternoon(story.rng, next_day(story.now, 8))
    case.do("resume-case-clock", case.head, reason="鉴定意见已收到")
    case.do(
        "terminate-case",
        case.head,
        termination_ground="no_violation",
        reason="鉴定后违法事实不能成立",
    )


def passed_on(filing: Filing) -> Telling:
    """
    Tell a case that belongs to another authority.
    """
    story, begins = filing.begin()
    yield from begins
    case = filing.file(story, "lead")
    yield afternoon(story.rng, next_day(story.now, 2))
    case.do(
        "transfer-case",
        case.head,
        receiver=filing.city.offices.bodies["bin"],
        reason="违法行为发生地在宾县",
        receipt=case.paper,
    )


def under_way(filing: Filing) -> Telling:
    """
    Tell a case that is being investigated on the last day.
    """
    story, begins = filing.begin()
    yield from begins
    filing.file(story)
