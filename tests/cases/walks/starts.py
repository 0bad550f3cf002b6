"""
Where walks begin (起点): files brought far by the acts themselves, so that a walk gets
to what comes late.
"""

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from domain.ban.file import BanBasis
from domain.base import Role
from domain.coercive_measure.choices import Supply
from domain.enforcement_case.choices import CaseSource
from domain.enforcement_case.facts_of_evidence import EvidenceThing
from domain.hazard.choices import HazardLevel
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.procedures.deciding_penalties import ActFined, DecisionContent
from domain.procedures.filing_cases import CaseOrigin
from domain.random_draw.lots import commitment_of
from domain.refusals import Refused
from domain.service.file import Way
from domain.values import Personal
from tests.cases.penalty.decided import ALL_PAPERS
from tests.cases.scene import PHOTO, SIGNER, STANDARD
from tests.cases.walks.city import City
from tests.cases.walks.sayings_on_remedies import SEED

ZHANG = {"person": Personal("张三"), "identity_number": Personal("演示身份号码一")}

# -- cases ----------------------------------------------------------------------------


def hearing_held(city: City) -> UUID:
    """
    Have a hearing held and reported.
    """
    case = city.hearing_set()
    city.hold(case)
    return case


def examined(city: City, case: UUID) -> UUID:
    """
    Have a case reviewed, deliberated and adjudicated, as far as the place asks for it.
    """
    agreed = {"views": city.views(), "conclusion": "同意", "agreed": True}
    for act, said in (
        ("review-case", city.review()),
        ("deliberate-case", {"by": city.chief, **agreed}),
        ("adjudicate-case", {"by": city.chief, **agreed}),
    ):
        with suppress(Refused):
            city.do(act, case, **said)
    return case


def decide(city: City, case: UUID, *kinds: PenaltyKind, fine_fen: int = 0) -> UUID:
    """
    Have a penalty decided in a case whose party was heard.
    """
    city.pass_days(8)
    content = DecisionContent(
        "未设置安全距离", "安全生产法99(1)", "如上", surcharge_told=True
    )
    item = city.case(case).item_nos[0]
    fined = ActFined("V02", item, "安全生产法99(1)", fine_fen)
    (fact,) = city.do(
        "decide-penalty",
        case,
        by=city.chief,
        party_no=1,
        kinds=kinds,
        fine_fen=fine_fen,
        acts_fined=(fined,),
        decision_content=content,
    )
    return fact.file


def stopped(city: City) -> UUID:
    """
    Have production stopped by a penalty that is served.
    """
    kind = PenaltyKind.PRODUCTION_STOPPED
    case = examined(city, city.heard(0, kinds=(kind,), hearing_right=True))
    penalty = decide(city, case, kind)
    city.serve(city.issued(penalty, Form.PENALTY_DECISION_UNIT))
    return penalty


def suspended_by_penalty(city: City) -> UUID:
    """
    Have production suspended by it for a month.
    """
    penalty = stopped(city)
    until = city.day + timedelta(days=30)
    said = {"scope": "冶炼车间", "reason": "处罚决定", "until_on": until}
    by = {"by": city.chief, "penalty": penalty}
    return city.do("order-suspension-as-penalty", None, **by, **said)[0].file


def fined_in_a_case(city: City) -> UUID:
    """
    Have a fine decided in a case, and not served yet.
    """
    case = examined(city, city.heard())
    return decide(city, case, PenaltyKind.FINE, fine_fen=3_000_000)


def closed_with_a_fine(city: City) -> UUID:
    """
    Have a case closed with a fine that is paid.
    """
    penalty = fined_in_a_case(city)
    city.serve(city.issued(penalty, Form.PENALTY_DECISION_UNIT))
    city.pay(penalty, 30_000)
    (case,) = city.files("enforcement-case")
    city.do("close-case", case, by=city.chief, case_result="罚款", execution="已缴")
    return case


def like_a_crime(city: City) -> None:
    """
    Have a violation found that may be a crime.
    """
    city.do(
        "record-finding",
        city.visits[0],
        description="未经许可储存危险化学品",
        is_violation=True,
        area="仓库",
        violation_code="V02",
        criminal_code="134-1",
    )


def fined_instead(city: City) -> UUID:
    """
    Have such a violation fined on the spot.
    """
    like_a_crime(city)
    matter = {"inspection": city.visits[0], "item_nos": (3,)}
    return city.on_the_spot(**matter, surcharge_told=True)


def closed_instead(city: City) -> UUID:
    """
    Have a case on such a violation closed with a fine that is paid.
    """
    like_a_crime(city)
    origin = CaseOrigin(CaseSource.FINDING, city.visits[0], (3,))
    case = city.conclude(city.filed(taken_from=origin))
    city.propose(case)
    city.tell(case)
    examined(city, city.waive(case))
    penalty = decide(city, case, PenaltyKind.FINE, fine_fen=3_000_000)
    city.serve(city.issued(penalty, Form.PENALTY_DECISION_UNIT))
    city.pay(penalty, 30_000)
    city.do("close-case", case, by=city.chief, case_result="罚款", execution="已缴")
    return case


def failed_service(city: City) -> UUID:
    """
    Have the service of a decision fail.
    """
    penalty = fined_in_a_case(city)
    paper = city.issued(penalty, Form.PENALTY_DECISION_UNIT)
    way = {"way": Way.DIRECT, "reason": "无人"}
    city.do("record-failed-service", None, document=paper, addressee_no=1, **way)
    return penalty


def evidence_kept(city: City) -> UUID:
    """
    Have things registered as evidence, and an appraisal commissioned.
    """
    case = city.filed()
    things = {"things": (EvidenceThing("煤气表", "1台"),), "kept_where": "仓库"}
    by = {"custodian": SIGNER, "approver": city.other_head, "reason": "可能灭失"}
    city.do("register-evidence", case, **things, **by)
    return case


def at_the_court(city: City) -> UUID:
    """
    Have the court asked to execute a fine.
    """
    penalty = city.penalised()
    city.pass_days(40)
    city.demand(penalty)
    city.move_to(city.court_opens(penalty)[0])
    papers = {"court_papers": ALL_PAPERS, "court_body": city.bodies["court"]}
    city.do("apply-to-court", penalty, by=city.principal, **papers)
    return penalty


def unpaid(city: City) -> UUID:
    """
    Have a fine demanded that nobody paid.
    """
    penalty = city.penalised()
    city.pass_days(40)
    city.demand(penalty)
    city.move_to(city.court_opens(penalty)[0])
    return penalty


def warned_often(city: City) -> UUID:
    """
    Have three warnings given within half a year.
    """
    hazard = city.graded()
    city.fined(3)
    return hazard


def refused_to_correct(city: City) -> UUID:
    """
    Have a fine on what was ordered to be corrected, and the order's time run out.
    """
    hazard = city.ordered(HazardLevel.ORDINARY)
    found = city.hazard(hazard)
    matter = {"inspection": found.inspection, "item_nos": found.item_nos}
    penalty = city.on_the_spot(**matter, surcharge_told=True)
    city.pass_days(24)
    return penalty


def asked_for_review(city: City) -> UUID:
    """
    Have the court refuse to execute, and its window open.
    """
    penalty = at_the_court(city)
    court = city.people(Role.COURT)[0]
    city.do("record-court-acceptance", penalty, by=court, court_accepted=True)
    return penalty


# -- measures -------------------------------------------------------------------------


def sealed(city: City) -> UUID:
    """
    Have things sealed as approved.
    """
    return city.imposed()


def seized_urgently(city: City) -> UUID:
    """
    Have things seized urgently, on a hazard of the visit.
    """
    return city.urgent()


def cut_noted(city: City) -> UUID:
    """
    Have a supply cut approved and told.
    """
    measure = city.cut_approved()
    for party in Supply:
        city.tell_of_cut(measure, party)
    return measure


def hazard_and_case(city: City) -> UUID:
    """
    Have a case filed, and a major hazard of the same visit graded.
    """
    origin = CaseOrigin(CaseSource.FINDING, city.visits[0], (1,))
    case = city.filed(taken_from=origin)
    found = {"item_nos": (2,), "place": "煤气柜", "description": "煤气泄漏"}
    hazard = city.do("identify-hazard", city.visits[0], **found)[0].file
    level = {"hazard_level": HazardLevel.MAJOR, "standard": STANDARD, "clause": "11"}
    city.do("grade-hazard", hazard, **level)
    return case


def passed(city: City) -> UUID:
    """
    Have a resumption accepted by experts.
    """
    return city.passed()


def failed(city: City) -> UUID:
    """
    Have a resumption not accepted by experts.
    """
    return city.failed()


def defied(city: City) -> UUID:
    """
    Have a suspension defied.
    """
    return city.defied()


# -- remedies -------------------------------------------------------------------------


def reviewed(city: City) -> UUID:
    """
    Have a review of a penalty applied for.
    """
    return city.challenge(city.penalised())


def sued(city: City) -> UUID:
    """
    Have a suit over a penalty filed.
    """
    return city.sue(city.penalised())


# -- hazards, visits, bans ------------------------------------------------------------


def banned(city: City) -> UUID:
    """
    Have a principal banned, for as long as a sentence runs and five years.
    """
    basis = {"ban_basis": BanBasis.JUDGMENT, "basis_no": "刑初1", "basis_paper": PHOTO}
    when = {"basis_on": city.day - timedelta(days=1), "ban_scope": "主要负责人"}
    said = {**ZHANG, **basis, **when, "by": city.clerk}
    return city.do("impose-occupational-ban", None, **said)[0].file


def followed_up(city: City) -> UUID:
    """
    Have a hazard reported as rectified by who found it.
    """
    return city.reported(HazardLevel.ORDINARY)


def drawn(city: City) -> UUID:
    """
    Have a random visit drawn.
    """
    pools = {
        "enterprise_pool": (city.enterprise, city.other_enterprise),
        "officer_pool": tuple(city.officers[:4]),
    }
    counts = {"visits_count": 1, "officers_each_count": 2, "name": "双随机抽查"}
    sealed_by = {"seed_commitment": commitment_of(SEED), "by": city.clerk}
    draw = city.do("commit-random-draw", None, **pools, **counts, **sealed_by)[0].file
    city.do("conduct-random-draw", draw, by=city.clerk, seed=SEED)
    return draw
