"""
What the law asks an act on a measure, a suspension or a closure to say.
"""

from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from domain.closure.choices import ClosureGround
from domain.coercive_measure.choices import (
    OF_SUPPLY,
    Disposal,
    LiftingGround,
    MeasureKind,
    Supply,
)
from domain.coercive_measure.facts import SupplyGround
from domain.coercive_measure.file import CoerciveMeasure
from domain.law.penalty_kinds import PenaltyKind
from domain.penalty.file import Penalty
from domain.procedures.grounds_of_measures import RestsOn
from domain.suspension_order.file import SuspensionOrder
from tests.cases.dossier import PAPER
from tests.cases.scene import PHOTO
from tests.cases.walks.city import City
from tests.cases.walks.lawful import Terms, lawful, said
from tests.cases.yard import SOMEBODY

#: Grounds on which a measure is lifted while it is still needed less.
LIFTED = (LiftingGround.NO_LONGER_NEEDED, LiftingGround.DANGER_REMOVED)


def rests_on(city: City, dice: Random) -> RestsOn:
    """
    Rest a measure on a hazard, now and then on a case as well, or on the visit alone.
    """
    hazards = city.files("hazard")
    case = dice.choice([None, None, *city.files("enforcement-case")])
    return RestsOn(
        city.enterprise,
        "不符合国家标准",
        (dice.choice(hazards),) if hazards and dice.random() < 0.85 else (),
        case,
        city.visits[0] if dice.random() < 0.3 else None,
    )


@lawful("approve-measure")
def _approves(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Of things for a term; of a supply until the stop is obeyed."""
    kind, orders = dice.choice(list(MeasureKind)), city.files("suspension-order")
    terms: dict[str, Any] = {"measure_kind": kind, "rests_on": rests_on(city, dice)}
    if kind not in OF_SUPPLY:
        return {**terms, "term_days": dice.choice((20, 30, 30, 40))}
    terms["lifting_condition"] = "停止生产并经核实"
    if orders:
        stop = dice.choice(orders)
        terms["rests_on"] = RestsOn(city.enterprise, "拒不停产", _hazards(city, stop))
        terms["supply_ground"] = SupplyGround(stop, "仍在生产", "应急电源保留")
    return terms


def _hazards(city: City, order: UUID) -> tuple[UUID, ...]:
    return city.read(SuspensionOrder, order).hazards or (*city.files("hazard")[:1],)


@lawful("impose-measure")
def _imposes(city: City, file: UUID | None, dice: Random) -> Terms:
    """As approved."""
    measure = city.read(CoerciveMeasure, file) if file else None
    terms: Terms = {"reason": "不符合国家标准", "on_site": city.on_site()}
    if measure is not None and measure.measure_kind in OF_SUPPLY:
        condition = {"lifting_condition": "停止生产并经核实"}
        return {**terms, **condition, "urgent": dice.random() < 0.5}
    return {**terms, "inventory": city.inventory(dice.choice((15, 20, 30)))}


@lawful("impose-urgent-measure")
def _imposes_urgently(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Of things."""
    kinds = (MeasureKind.SEAL, MeasureKind.SEIZE, *MeasureKind)
    terms = {"rests_on": rests_on(city, dice), "on_site": city.on_site()}
    kind = dice.choice(kinds)
    return {"measure_kind": kind, **terms, "inventory": city.inventory()}


@lawful("order-evacuation", "order-emergency-stop")
def _orders_out(city: City, _file: UUID | None, dice: Random) -> Terms:
    """By word of mouth."""
    return {"rests_on": rests_on(city, dice), "place": "煤气柜", "orally": True}


@lawful("dispose-of-thing")
def _disposes(city: City, file: UUID | None, dice: Random) -> Terms:
    """One of the things, mostly given back."""
    things = sorted(city.read(CoerciveMeasure, file).things) if file else []
    disposal = dice.choice((Disposal.RELEASE, *Disposal))
    basis = dice.choice([None, *city.files("penalty", "referral")])
    terms = {"thing_no": dice.choice(things or [1]), "disposal": disposal}
    law = {"legal_basis": "行政强制法27", "recipient": SOMEBODY, "receipt": PAPER}
    return {**terms, **law, **({"basis_file": basis} if basis else {})}


@lawful("lift-measure")
def _lifts(_city: City, _file: UUID | None, dice: Random) -> Terms:
    """On whatever ground."""
    ground = dice.choice((*LIFTED, *LIFTED, *LiftingGround))
    return {"lifting_ground": ground, "reason": "已整改"}


@lawful("extend-measure")
def _extends(city: City, file: UUID | None, dice: Random) -> Terms:
    """By some days beyond its term."""
    term = city.read(CoerciveMeasure, file).term if file else None
    last = term.ends_on if term else city.day
    return {"until_on": last + timedelta(days=dice.choice((5, 25))), "reason": "复杂"}


@lawful("fix-test-period")
def _tests(city: City, _file: UUID | None, dice: Random) -> Terms:
    """From today on."""
    until = city.day + timedelta(days=dice.choice((3, 5)))
    days = {"test_from_on": city.day, "test_until_on": until}
    return {"examination": "检验", **days, "notice_paper": PAPER}


@lawful("notify-supply-cut")
def _tells_of_cut(_city: City, _file: UUID | None, dice: Random) -> Terms:
    """The enterprise, or the supplier."""
    told = dice.choice(list(Supply))
    name = "市供电公司" if told is Supply.SUPPLIER else ""
    paper = {"recipient": SOMEBODY, "notice_paper": PAPER}
    return {"told_party": told, **paper, "supplier_name": name}


lawful("report-urgent-measure")(
    lambda city, _file, _dice: {"reported_to_head": city.head}
)
said("confirm-evacuation", people_count=12, confirmed_by=SOMEBODY, evidence=(PHOTO,))

# -- suspensions ----------------------------------------------------------------------


@lawful("order-suspension")
def _suspends(city: City, _file: UUID | None, dice: Random) -> Terms:
    """On a hazard."""
    conditions = dice.choice((("煤气柜迁移完毕",), ()))
    terms = {"rests_on": rests_on(city, dice), "scope": "冶炼车间"}
    return {**terms, "resumption_conditions": conditions}


@lawful("order-suspension-as-penalty")
def _suspends_as_penalty(city: City, _file: UUID | None, dice: Random) -> Terms:
    """By a penalty that says so, if there is one."""
    penalties = city.files("penalty")
    saying = [
        each
        for each in penalties
        if PenaltyKind.PRODUCTION_STOPPED in city.read(Penalty, each).kinds
    ]
    until = dice.choice((None, city.day + timedelta(days=30)))
    return {
        "penalty": dice.choice(saying or penalties or city.visits),
        "scope": "冶炼车间",
        "reason": "处罚决定",
        **({"until_on": until} if until else {}),
    }


lawful("decide-suspension-not-required")(
    lambda city, _file, _dice: {"enterprise": city.enterprise, "reason": "隐患已排除"}
)
said("record-defiance", defiance="夜间仍在生产", evidence=(PHOTO,))
said("add-resumption-condition", resumption_condition="培训", legal_basis="实施意见")
said("apply-resumption", self_check="已按要求整改", paper=PAPER)
said("approve-resumption", opinion="同意", government_consent=PAPER)
said("resume-production", resumed_scope="冶炼车间")


@lawful("pass-expert-acceptance")
def _passes(city: City, file: UUID | None, dice: Random) -> Terms:
    """With every condition met, or not."""
    conditions = sorted(city.read(SuspensionOrder, file).conditions) if file else []
    met = tuple(conditions) if dice.random() < 0.8 else ()
    experts = {"experts": (city.expert_enrolled,), "paper": PAPER}
    return {**experts, "opinion": "符合复产条件", "met_conditions": met}


lawful("fail-expert-acceptance")(
    lambda city, _file, _dice: {
        "experts": (city.expert_enrolled,),
        "reason": "仍未迁移",
        "paper": PAPER,
    }
)

# -- closures -------------------------------------------------------------------------


@lawful("request-closure")
def _asks_for_closure(city: City, _file: UUID | None, dice: Random) -> Terms:
    """On a ground, with what there is for it."""
    orders, cases = city.files("suspension-order"), city.files("enforcement-case")
    terms = city.closing(
        closure_ground=dice.choice(list(ClosureGround)),
        hazards=tuple(city.files("hazard")[:1]),
        penalties=tuple(city.files("penalty")),
        case=dice.choice([None, *cases]),
        evidence=(PHOTO,),
    )
    del terms["by"]
    if orders:
        terms["suspension"] = dice.choice(orders)
    return terms


@lawful("record-closure-decision", "record-closure-refusal")
def _decides_closure(city: City, _file: UUID | None, _dice: Random) -> Terms:
    """As the government says."""
    number = {"decision_number": "市政〔2026〕1号", "decision_paper": PAPER}
    return {"government": city.government, **number}


@lawful("record-closure-refusal")
def _declines_closure(city: City, _file: UUID | None, _dice: Random) -> Terms:
    """As the government says."""
    reason = {"reason": "继续整治", "decision_paper": PAPER}
    return {"government": city.government, **reason}


said("record-closure-executed", done="已拆除", evidence=(PHOTO,))


@lawful("record-ban-of-site")
def _bans_site(city: City, _file: UUID | None, dice: Random) -> Terms:
    """By the government of a county or a township."""
    government = dice.choice((city.government, city.government, city.township))
    site = {"place": "城郊", "description": "非法储存点", "decision_paper": PAPER}
    return {"government": government, **site, "operator": SOMEBODY}
