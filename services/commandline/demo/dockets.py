"""
Stories of cases (案件情节): every step at least once, and some that are alive.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from services.commandline.demo.agenda import Telling
from services.commandline.demo.cases import Filing, Matter
from services.commandline.demo.city import City
from services.commandline.demo.hearings import heard_at_length
from services.commandline.demo.hours import (
    afternoon,
    later,
    minutes_after,
    moment,
    morning,
    next_day,
)

_LARGE_FEN: Final = 12_000_000
_SMALL_FEN: Final = 1_000_000

#: To how many days from its filing a case is put off, by the rules before and since.
_NEW_RULES: Final = date(2026, 2, 1)
_OLD_DAYS: Final = 85
_NEW_DAYS: Final = 110


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


def spared(filing: Filing) -> Telling:
    """
    Tell a case that ends without a penalty, once the head has put right how that was
    decided; closed and archived.
    """
    story, begins = filing.begin()
    yield from begins
    case = filing.file(story)
    yield minutes_after(story.rng, story.now, (20, 60))
    stood_aside(case)
    outcome = {"mandatory_outcome": "stopped"}
    case.do(
        "require-outcome",
        case.clerk,
        **outcome,
        legal_basis="四个一律（演示）",
        reason="存在重大隐患",
    )
    yield afternoon(story.rng, next_day(story.now, 3))
    excused(case)
    yield afternoon(story.rng, next_day(story.now))
    left_alone(case)
    yield afternoon(story.rng, next_day(story.now, 2))
    case.do(
        "set-no-penalty-aside",
        case.head,
        party_no=1,
        fall="revoked",
        changed_by="own",
        reason="自查发现决定书教育内容引用条款有误（演示）",
        effective_on=story.today,
    )
    left_alone(case)
    yield from case.tell("no_penalty_decision")
    yield from put_away(case, outcome)


def left_alone(case: Matter) -> None:
    """
    Have it decided that the firm gets no penalty.
    """
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


def stood_aside(case: Matter) -> None:
    """
    Have one of the handlers stand aside, and another charged in their place.
    """
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


def excused(case: Matter) -> None:
    """
    Have the investigation concluded, and a mitigating factor recorded.
    """
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
        mitigating_factor="first_minor",
        proof="历史检查记录",
    )


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
    story.do("issue-document", case.firm.lead, about=case.id, form="case_closing")
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
    case, filed_on = filing.file(story), story.today
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
    yield from case.tell("hearing_notice")
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
    days = _OLD_DAYS if story.today < _NEW_RULES else _NEW_DAYS
    until = filed_on + timedelta(days=days)
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
    noticed_on = story.today
    yield afternoon(story.rng, next_day(story.now))
    case.do("request-hearing", case.clerk, party_no=1)
    case.do(
        "refuse-hearing", case.head, party_no=1, reason="拟处罚不属于应当听证的范围"
    )
    yield from case.lapse("expire-statement", "PN.defence.days", noticed_on, party_no=1)
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
