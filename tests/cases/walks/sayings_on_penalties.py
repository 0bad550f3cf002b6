"""
What the law asks an act on a penalty to say.
"""

from datetime import timedelta
from random import Random
from uuid import UUID

from domain.falling import ChangedBy
from domain.law.penalty_kinds import PenaltyKind
from domain.penalty.choices import CourtPaper
from domain.penalty.file import Instalment, Penalty
from tests.cases.scene import SIGNER
from tests.cases.walks.city import City
from tests.cases.walks.lawful import Terms, in_days, lawful

#: A fine without and one with a right to a hearing.
FINES = (3_000_000, 3_000_000, 6_000_000)
SPOT_FINE_FEN = 100_000
# -- penalties ------------------------------------------------------------------------


@lawful("decide-on-the-spot")
def _on_the_spot(city: City, _file: UUID | None, dice: Random) -> Terms:
    """A small fine for a finding."""
    return {
        "kinds": (PenaltyKind.WARNING, PenaltyKind.FINE),
        "fine_fen": SPOT_FINE_FEN,
        "violation_fact": "未设置安全警示标志",
        "legal_basis": "安全生产法99(1)",
        "rights_told": True,
        "statement": "无异议",
        "place": "厂区",
        "decision_no": "罚当0001",
        "recipient": SIGNER,
        "surcharge_told": True,
        "enterprise": city.enterprise,
        "inspection": city.visits[0],
        "item_nos": (dice.choice((1, 2)),),
    }


def _penalty(city: City, file: UUID | None) -> Penalty:
    assert file is not None
    return city.read(Penalty, file)


@lawful("record-payment")
def _pays(city: City, file: UUID | None, dice: Random) -> Terms:
    """All that is left, or a part."""
    penalty = _penalty(city, file)
    left = penalty.fine_left_fen + penalty.surcharge_left_fen
    return {"receipt_no": "票据1", "amount_fen": left // dice.choice((1, 1, 2)) or 1}


@lawful("decide-deferral")
def _defers(city: City, file: UUID | None, dice: Random) -> Terms:
    """In two parts."""
    left = _penalty(city, file).fine_left_fen
    parts = ((30, left - left // 2), (60, left // 2))
    due = tuple(Instalment(city.day + timedelta(days=d), fen) for d, fen in parts)
    granted = dice.random() < 0.7
    return {
        "granted": granted,
        "reason": "困难",
        "instalments": due if granted else (),
    }


@lawful("agree-on-execution")
def _agrees(city: City, file: UUID | None, dice: Random) -> Terms:
    """The fine in one part, the surcharge cut or not."""
    penalty = _penalty(city, file)
    due = (Instalment(city.day + timedelta(days=30), penalty.fine_left_fen),)
    cut = penalty.surcharge_left_fen if dice.random() < 0.5 else 0
    return {"instalments": due, "remedied": "已改正", "surcharge_cut_fen": cut}


for _act in ("demand-performance", "demand-payment", "impose-surcharge"):
    _more = {"demand_content": "缴清"} if _act == "demand-performance" else {}
    in_days(_act, "pay_until", 15, **_more)
lawful("apply-to-court")(
    lambda city, _file, dice: {
        "court_papers": tuple(CourtPaper),
        "court_body": city.bodies["court"] if dice.random() < 0.5 else None,
    }
)


@lawful("revoke-decision", "declare-void", "confirm-unlawful")
def _falls(city: City, _file: UUID | None, dice: Random) -> Terms:
    """Today, by somebody."""
    by = dice.choice(list(ChangedBy))
    return {"changed_by": by, "reason": "事实不清", "effective_on": city.day}


@lawful("vary-decision")
def _varies(city: City, file: UUID | None, dice: Random) -> Terms:
    """Lighter."""
    fine = _penalty(city, file).fine_fen // 2
    kinds = (PenaltyKind.FINE,) if fine else (PenaltyKind.WARNING,)
    return {**_falls(city, file, dice), "kinds": kinds, "fine_fen": fine}
