"""
Stories of what falls besides a penalty (失去效力情节): an order that asked for too
much, a suspension that a review revokes, a closure that the government takes back.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

from services.commandline.demo.agenda import Telling
from services.commandline.demo.restraints import Restrained

_PERIOD: Final = timedelta(days=20)


def undone(held: Restrained) -> Telling:
    """
    Tell that an order is set aside and given anew, and that a review revokes the
    suspension of the same hazard: production goes on, and the danger stays on record.
    """
    yield from held.begin(16)
    yield from held.endangered()
    ordered(held, "隔离反应车间")
    yield from held.wait(1)
    held.do(
        "set-order-aside",
        held.hazard,
        held.head,
        fall="revoked",
        changed_by="own",
        reason="自查发现责令内容超出该隐患范围（演示）",
        effective_on=held.story.today,
    )
    ordered(held, "加装可燃气体报警装置")
    mistaken = held.suspended()
    yield from held.wait(1)
    own = {"fall": "revoked", "changed_by": "own", "reason": "停产范围有误（演示）"}
    today = {"effective_on": held.story.today}
    held.do("set-suspension-aside", mistaken, held.head, **own, **today)
    order = held.suspended()
    yield from held.wait(2)
    yield from revoked(held, order)


def ordered(held: Restrained, measures: str) -> None:
    """
    Have the rectification of the hazard ordered.
    """
    held.on_site(
        "order-rectification",
        held.hazard,
        measures=measures,
        rectify_until=held.city.until + _PERIOD,
        danger=False,
    )


def revoked(held: Restrained, order: UUID) -> Telling:
    """
    Tell that a review revokes a suspension.
    """
    review = held.do(
        "record-review-application",
        None,
        held.clerk,
        challenged=order,
        challenged_act="suspension",
        through_us=False,
        enterprise=held.firm.file,
        claim="撤销",
        paper=held.paper,
    )
    yield from held.wait(5)
    held.do(
        "record-review-decision",
        review,
        held.clerk,
        remedy_result="revoked",
        authority_number="演示府复〔0003〕号",
        effective_on=held.story.today,
        paper=held.paper,
    )


def closed_and_taken_back(held: Restrained) -> Telling:
    """
    Tell that the government closes a firm, whose principal is banned, and takes its
    decision back: the ban is lifted in the same moment.
    """
    government = held.city.offices.bodies["government"]
    yield from held.begin(60)
    closure = held.do(
        "request-closure",
        None,
        held.head,
        enterprise=held.firm.file,
        closure_ground="backward_capacity",
        reason="列入淘汰落后产能名单（演示）",
        government=government,
        evidence=(held.paper,),
    )
    yield from held.wait(6)
    decision = {"decision_number": "演示政发10号", "decision_paper": held.paper}
    by = {"government": government}
    held.do("record-closure-decision", closure, held.clerk, **by, **decision)
    yield from held.wait(4)
    held.do(
        "impose-occupational-ban",
        None,
        held.clerk,
        person=held.person,
        ban_basis="closure",
        basis_no="演示政发10号",
        basis_on=held.story.today,
        ban_scope="任何生产经营单位的主要负责人",
        basis_paper=held.paper,
        basis_file=closure,
    )
    yield from held.wait(9)
    held.do(
        "record-closure-set-aside",
        closure,
        held.clerk,
        fall="revoked",
        changed_by="own",
        reason="该企业不在淘汰落后产能名单内，政府撤销关闭决定（演示）",
        effective_on=held.story.today,
        decision_no="演示政发12号",
        evidence=(held.paper,),
    )
