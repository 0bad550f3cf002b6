"""
The eve of the races of what falls: an entry that is live, a penalty under review, an
order that is not obeyed and a hazard that is small.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from domain.enforcement_case.choices import CaseSource
from domain.enforcement_case.facts_of_evidence import PartyResult
from domain.enterprise.profile import Profile
from domain.hazard.choices import HazardLevel
from domain.jurisdictions import Sector
from domain.law.list_grounds import ListGround, ManagementMeasure
from domain.law.penalty_kinds import PenaltyKind
from domain.procedures.filing_cases import CaseOrigin, Violation
from domain.remedy.choices import Challenged
from domain.values import Personal
from tests.cases.town import TODAY, Town

#: The last day of the order that is not obeyed.
UNTIL = TODAY + timedelta(days=14)
#: When whoever was fined for it was told to perform, and how long that gives.
DEMANDED_ON, TEN_DAYS = date(2026, 11, 2), timedelta(days=10)


@dataclass(frozen=True)
class EveOfFalls:
    """
    What was done before.

    Args:
        penalty: A penalty on the enterprise, served.
        entry: The entry that rests on it, live.
        review: A review of it.
        small: A hazard that is graded as an ordinary one.
        ordered: A hazard that was ordered to be corrected, and is reported so.
        fine: A fine for it, demanded in vain.
        case: A case about it, investigated.
    """

    penalty: UUID
    entry: UUID
    review: UUID
    small: UUID
    ordered: UUID
    fine: UUID
    case: UUID


def eve_of_falls(town: Town, enterprise: UUID, visits: tuple[UUID, UUID]) -> EveOfFalls:
    """
    Have everything done that comes before.

    Args:
        town: The town.
        enterprise: The enterprise.
        visits: Two visits to it, each with one violation found.
    """
    industry = Profile(sector=Sector.INDUSTRY)
    town.do("change-enterprise-profile", enterprise, by="first", profile=industry)
    penalty = _fined(town, enterprise, "罚当-复议")
    small, ordered = (_graded(town, visit) for visit in visits)
    order = {"measures": "迁移", "danger": False, "rectify_until": UNTIL}
    town.do("order-rectification", ordered, by="first", officers=("second",), **order)
    town.do("report-rectification", ordered, done="已迁移")
    fine = _fined(town, enterprise, "罚当-整改", inspection=visits[1], item_nos=(1,))
    found = EveOfFalls(
        penalty,
        _listed(town, penalty),
        _reviewed(town, enterprise, penalty),
        small,
        ordered,
        fine,
        _investigated(town, enterprise, visits[1], ordered),
    )
    demand = {"demand_content": "十日内缴清", "pay_until": DEMANDED_ON + TEN_DAYS}
    town.do("demand-performance", fine, by="first", on=DEMANDED_ON, **demand)
    return found


def _fined(town: Town, enterprise: UUID, number: str, **matter: object) -> UUID:
    return town.do(
        "decide-on-the-spot",
        by="first",
        officers=("second",),
        kinds=(PenaltyKind.FINE,),
        fine_fen=1_000_00,
        violation_fact="无证生产",
        legal_basis="安全生产法99(1)",
        rights_told=True,
        statement="无异议",
        place="厂区",
        decision_no=number,
        enterprise=enterprise,
        recipient=Personal("厂长"),
        **matter,
    )[0].file


def _investigated(town: Town, enterprise: UUID, visit: UUID, hazard: UUID) -> UUID:
    case = town.do(
        "file-case",
        by="head",
        taken_from=CaseOrigin(CaseSource.FINDING, visit, (1,), (hazard,)),
        violation=Violation("拒不整改", "V02", TODAY),
        handlers=(town.id("first"), town.id("second")),
        enterprise=enterprise,
    )[0].file
    two = {"by": "first", "officers": ("second",)}
    results = (PartyResult(1, "拒不整改", "安全生产法112", "按日连续处罚"),)
    town.do("conclude-investigation", case, **two, party_results=results)
    return case


def _graded(town: Town, visit: UUID) -> UUID:
    two = {"by": "first", "officers": ("second",)}
    found = {"place": "煤气柜", "description": "煤气泄漏", "item_nos": (1,)}
    hazard = town.do("identify-hazard", visit, **two, **found)[0].file
    level = {"hazard_level": HazardLevel.ORDINARY, "standard": "令10号"}
    town.do("grade-hazard", hazard, **two, **level, clause="11")
    return hazard


def _listed(town: Town, penalty: UUID) -> UUID:
    proposal = {"list_ground": ListGround.L7_1, "reasons": "无证生产"}
    two = {"by": "first", "officers": ("second",), "penalty": penalty}
    entry = town.do("propose-entry", **two, **proposal)[0].file
    basis = {"by": "head", "reasons": "无证生产", "legal_basis": "应急管理部令11号7(1)"}
    measures = (ManagementMeasure.PUBLICITY,)
    town.do("notify-entry", entry, **basis, measures_told=measures, rights_told=True)
    heard = {"statement": Personal("无异议"), "arguments_answered": "无"}
    town.do("hear-entry-statement", entry, by="head", **heard)
    repair = {"repair_conditions": "取得许可", "repair_way": "书面申请"}
    town.do("make-entry", entry, **basis, **repair, management_measures=measures)
    return entry


def _reviewed(town: Town, enterprise: UUID, penalty: UUID) -> UUID:
    return town.do(
        "record-review-application",
        challenged=penalty,
        challenged_act=Challenged.PENALTY,
        through_us=False,
        authority="演示市人民政府",
        enterprise=enterprise,
    )[0].file
