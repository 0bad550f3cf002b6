"""
Stories of measures, suspensions, closures and reviews (强制、停产、关闭、救济情节).
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from domain.values import end_of
from services.commandline.demo.agenda import Telling
from services.commandline.demo.cases import Filing
from services.commandline.demo.challenges import (
    reviewed,
    revoked_on_review,
    stopped_as_penalty,
)
from services.commandline.demo.city import City
from services.commandline.demo.closures import (
    penalised_often,
    penalised_through_the_year,
)
from services.commandline.demo.desk import CLOCK
from services.commandline.demo.hours import (
    ONE_DAY,
    afternoon,
    in_office,
    moment,
    next_day,
)
from services.commandline.demo.mines import found_again
from services.commandline.demo.papers import issued, served
from services.commandline.demo.restraints import Restrained
from services.commandline.demo.undone import closed_and_taken_back, undone

_REMOVED: Final = {"lifting_ground": "danger_removed", "reason": "经复查危险已排除"}
_NEEDLESS: Final = {"lifting_ground": "no_longer_needed", "reason": "已消除"}
_PERIOD: Final = timedelta(days=10)


def standstills(city: City) -> Iterator[Telling]:
    """
    Give the measures that every city has.
    """
    yield defied_and_resumed(_firm(city, "defied", 7))
    yield seized_and_challenged(_firm(city, "seized", 8))
    yield left_lying(_firm(city, "overrun", 9))
    yield closed_down(_firm(city, "closed", 10))
    yield stopped_as_penalty(city)
    yield revoked_on_review(city)
    yield standing_still(_firm(city, "standing", 11))
    yield penalised_often(_firm(city, "often", 12))
    yield penalised_through_the_year(_elsewhere(city, "through-the-year", 1))
    yield found_again(_elsewhere(city, "mine", 2))
    yield undone(_firm(city, "undone", 13))
    yield closed_and_taken_back(_firm(city, "taken-back", 14))


def _firm(city: City, name: str, nth: int) -> Restrained:
    firm = Filing(city, name, nth, 0).firm
    return Restrained(city, city.story(f"measure/{name}"), firm)


def _elsewhere(city: City, name: str, nth: int) -> Restrained:
    """
    Take a firm that another bureau leads, of which few other stories tell: the nth from
    the last.
    """
    led = [f for f in city.firms if f.bureau != "city" and not f.is_gone]
    return Restrained(city, city.story(f"measure/{name}"), led[-nth])


def defied_and_resumed(held: Restrained) -> Telling:
    """
    Tell that people are ordered out and production stops; that the firm defies it, and
    its power is cut; that experts do not accept, and then do; and that it resumes.
    """
    yield from held.begin(130)
    yield from held.endangered()
    out = held.on_site(
        "order-evacuation",
        rests_on=held.rests_on,
        place="反应车间",
        orally=True,
        people_count=17,
    )
    yield from held.soon()
    said = {"people_count": 17, "confirmed_by": held.person}
    held.do("confirm-evacuation", out, held.clerk, **said)
    order = held.suspended()
    paper = yield from issued(
        held.story, held.firm, about=order, form="on_site_decision"
    )
    yield from served(held.city, held.story, held.firm, paper=paper)
    yield from held.wait(2)
    defiance = {"defiance": "夜间仍在投料生产", "evidence": (held.photograph,)}
    held.on_site("record-defiance", order, **defiance)
    yield from held.cut_off(order)
    yield from resumed(held, order)
    held.do("lift-measure", out, held.head, **_REMOVED)


def resumed(held: Restrained, order: UUID) -> Telling:
    """
    Tell how a suspension ends, at the third attempt.
    """
    more = {"resumption_condition": "安装自动化联锁", "legal_basis": "省规定（演示）"}
    held.on_site("add-resumption-condition", order, **more)
    known = {
        "name": held.person,
        "expert_field": "化工工艺",
        "employer_name": "省化工院",
    }
    expert = held.do("enrol-expert", None, held.clerk, **known)
    yield from held.applied(order)
    held.on_site(
        "fail-expert-acceptance",
        order,
        experts=(expert,),
        reason="联锁未调试",
        paper=held.paper,
    )
    yield from declined(held, order)
    yield from held.applied(order)
    held.accepted(order, expert, met=(1,))
    held.do("refuse-resumption", order, held.head, reason="附加条件尚未满足")
    yield from held.applied(order)
    held.accepted(order, expert, met=(1, 2))
    yield from held.wait(1)
    held.do("approve-resumption", order, held.head, opinion="同意复产")
    yield from held.wait(1)
    held.do("resume-production", order, held.clerk, resumed_scope="反应车间")
    held.do("remove-expert", expert, held.clerk, reason="聘期届满")


def declined(held: Restrained, order: UUID) -> Telling:
    """
    Tell that closure is asked for, and that the government declines.
    """
    government = held.city.offices.bodies["government"]
    yield from held.wait(1)
    closure = held.do(
        "request-closure",
        None,
        held.head,
        enterprise=held.firm.file,
        closure_ground="still_unfit",
        reason="停产整顿后验收不合格",
        government=government,
        hazards=(held.hazard,),
        suspension=order,
    )
    yield from held.wait(3)
    answer = {"government": government, "reason": "企业承诺限期安装联锁"}
    held.do("record-closure-refusal", closure, held.clerk, **answer)


def seized_and_challenged(held: Restrained) -> Telling:
    """
    Tell that things are seized urgently, kept longer, tested, disposed of and given
    back, and that a review upholds it.
    """
    yield from held.begin(110)
    yield from held.endangered()
    measure = held.seized(20)
    yield from held.soon()
    head = held.head
    held.do(
        "report-urgent-measure",
        measure,
        held.firm.lead,
        reported_to_head=head.person,
    )
    held.do("make-up-measure-approval", measure, head, reason="情况紧急属实")
    yield from held.wait(3)
    first = held.story.today + ONE_DAY
    held.do(
        "fix-test-period",
        measure,
        head,
        examination="省检验院检验反应釜（演示）",
        test_from_on=first,
        test_until_on=first + timedelta(days=4),
        notice_paper=held.paper,
    )
    yield from held.wait(10)
    until = getattr(held.story.read(measure), "term").ends_on + _PERIOD  # noqa: B009  the domain's file is not imported here
    held.do("extend-measure", measure, head, until_on=until, reason="案情复杂")
    yield from held.wait(5)
    gone = {"disposal": "destroy", "legal_basis": "行政强制法第二十七条"}
    held.on_site("dispose-of-thing", measure, thing_no=2, **gone)
    held.do("lift-measure", measure, held.firm.lead, **_NEEDLESS)
    yield from reviewed(held, measure)


def left_lying(held: Restrained) -> Telling:
    """
    Tell two breaches: an urgent measure that nobody approves, and a sealing that nobody
    ends in time; the clock finds both.
    """
    yield from held.begin(90)
    yield from held.endangered()
    urgent = held.seized(20)
    limit = getattr(held.story.read(urgent), "approve_limit")  # noqa: B009  the domain's file is not imported here
    yield limit.ends_at + timedelta(minutes=1)
    held.story.do("flag-measure-not-approved", CLOCK, file=urgent, at=limit.ends_at)
    yield in_office(held.story.rng, next_day(held.story.now))
    unapproved = {"lifting_ground": "not_approved", "reason": "未获批准，立即解除"}
    held.do("lift-measure", urgent, held.firm.lead, **unapproved)
    sealing = held.do(
        "approve-measure",
        None,
        held.head,
        measure_kind="seal",
        rests_on=held.rests_on,
        term_days=10,
    )
    yield from held.soon()
    held.on_site(
        "impose-measure",
        sealing,
        reason="不符合国家标准",
        on_site=held.carried_out(),
        inventory=held.inventory(10),
    )
    last = held.story.today + _PERIOD
    yield moment(last + ONE_DAY, 0, 0, second=19)
    held.story.do("mark-measure-overrun", CLOCK, file=sealing, at=end_of(last))
    yield in_office(held.story.rng, next_day(held.story.now, 2))
    over = {"lifting_ground": "term_over", "reason": "期限届满"}
    held.do("lift-measure", sealing, held.firm.lead, **over)


def closed_down(held: Restrained) -> Telling:
    """
    Tell that a flood stops a firm, that the government closes it later, and that it
    bans a site which nobody had licensed.
    """
    government = held.city.offices.bodies["government"]
    yield from held.begin(75)
    stop = held.on_site(
        "order-emergency-stop",
        rests_on=held.rests_on | {"reason": "汛期紧急情况"},
        place="尾矿库",
        orally=True,
        warning="暴雨红色预警",
    )
    yield from held.wait(3)
    held.do("lift-measure", stop, held.head, **_REMOVED)
    closure = held.do(
        "request-closure",
        None,
        held.head,
        enterprise=held.firm.file,
        closure_ground="backward_capacity",
        reason="列入淘汰落后产能名单",
        government=government,
        evidence=(held.paper,),
    )
    yield from held.wait(8)
    decision = {"decision_number": "演示政发9号", "decision_paper": held.paper}
    held.do(
        "record-closure-decision",
        closure,
        held.clerk,
        government=government,
        **decision,
    )
    yield from held.wait(10)
    held.do("record-closure-executed", closure, held.clerk, done="断电，拆除主要设备")
    held.do(
        "record-ban-of-site",
        None,
        held.clerk,
        place="演示村废弃仓库",
        description="非法储存汽油",
        government=government,
        decision_paper=held.paper,
        operator=held.person,
    )


def standing_still(held: Restrained) -> Telling:
    """
    Tell that a head sees no need for a suspension, and then that there is one after
    all: it stands still on the last day.
    """
    yield from held.begin(12)
    yield from held.endangered()
    held.do(
        "decide-suspension-not-required",
        None,
        held.head,
        enterprise=held.firm.file,
        reason="隐患区域已隔离",
        hazards=(held.hazard,),
    )
    yield afternoon(held.story.rng, next_day(held.story.now))
    held.suspended()
