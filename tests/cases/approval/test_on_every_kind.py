"""
Each kind of file on which a head decides has the same ladder.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest

from domain.acts import ACTS
from domain.approvals import GIVEN, RETURNED, ApprovalReturned
from domain.base import FILES
from domain.enforcement_case.choices import CaseSource
from domain.law.ladders import Matter, Rung
from domain.procedures.filing_cases import CaseOrigin
from tests.cases.approval.ladder import adopt, deputy, principal
from tests.cases.dossier import Dossier
from tests.cases.enforcement_case.test_evidence import registration
from tests.cases.list_entry.listed import DECISION, Lists
from tests.cases.penalty.decided import Bureau
from tests.cases.referral.justice import Justice
from tests.cases.scene import MONDAY, UNTIL, Scene
from tests.cases.yard import Yard


@dataclass(frozen=True)
class Road:
    """
    A matter on a file that is ripe for its decision.

    Args:
        matter: What is put up.
        scene: Makes the scene.
        file: Brings the file there.
        act: Decides it.
        terms: What the act is given.
    """

    matter: Matter
    scene: Callable[[], Scene]
    file: Callable[..., UUID]
    act: str
    terms: dict[str, object] = field(default_factory=dict)


def _recorded(scene: Scene) -> UUID:
    visit = scene.found()
    scene.sign(visit)
    return visit


def _asking_for_time(scene: Scene) -> UUID:
    hazard = scene.ordered()
    asked = {"asked_until": UNTIL + timedelta(days=10), "reason": "设备未到"}
    scene.do("apply-extension", hazard, by=scene.clerk, **asked)
    return hazard


def _asking_to_pay_later(scene: Bureau) -> UUID:
    penalty = scene.on_the_spot()
    scene.do("apply-for-deferral", penalty, reason="资金周转困难")
    return penalty


def _handed_back(scene: Justice) -> UUID:
    referral = scene.filed()
    said = {"by": scene.police, "reasons": "不需要追究刑事责任"}
    scene.do("return-case-for-penalty", referral, **said)
    return referral


ROADS = (
    Road(
        Matter.NO_CASE,
        Scene,
        _recorded,
        "decide-no-case",
        {"item_nos": (1,), "reason": "情节轻微"},
    ),
    Road(
        Matter.RECTIFICATION_EXTENSION,
        Scene,
        _asking_for_time,
        "extend-deadline",
        {"rectify_until": UNTIL + timedelta(days=9), "reason": "设备到货"},
    ),
    Road(
        Matter.CASE_EXTENSION,
        Dossier,
        Dossier.filed,
        "extend-case-time",
        {
            "extended_until": MONDAY + timedelta(days=100),
            "reason": "案情复杂",
            "legal_basis": "行政处罚法60",
        },
    ),
    Road(
        Matter.DEFERRED_PAYMENT,
        Bureau,
        _asking_to_pay_later,
        "decide-deferral",
        {"granted": False, "reason": "有能力缴纳"},
    ),
    Road(
        Matter.MEASURE_EXTENSION,
        Yard,
        Yard.imposed,
        "extend-measure",
        {"until_on": MONDAY + timedelta(days=40), "reason": "案情复杂"},
    ),
    Road(
        Matter.RESUMPTION, Yard, Yard.passed, "approve-resumption", {"opinion": "同意"}
    ),
    Road(Matter.LISTING, Lists, Lists.heard, "make-entry", DECISION),
    Road(
        Matter.REFERRAL_CLOSING,
        Justice,
        _handed_back,
        "close-referral",
        {"reasons": "已反向移送"},
    ),
)

each_road = pytest.mark.parametrize("road", ROADS, ids=lambda road: road.act)


def test_no_kind_is_left_out() -> None:
    """
    A kind has its opinions and its returns, and there is a road for it.
    """
    kinds = {ACTS[road.act].file_kinds[0].TOPIC for road in ROADS}

    assert set(GIVEN) == set(RETURNED) == kinds
    assert {k.TOPIC for k in ACTS["give-approval"].file_kinds} == kinds
    assert kinds <= set(FILES)


def test_every_matter_is_decided_somewhere() -> None:
    """
    There is an act for each matter that a pack may set a ladder for.
    """
    decided = {act.said.matter for act in ACTS.values() if act.said.matter}

    assert decided == set(Matter)


@each_road
def test_up_the_ladder(road: Road) -> None:
    """
    Returned once and put up again, it is decided by the principal head, and no sooner.
    """
    scene = road.scene()
    file = road.file(scene)
    adopt(scene, Rung.HEAD, Rung.PRINCIPAL_HEAD, matters=(road.matter,))
    by, put_up = principal(scene), {"approval_matter": road.matter, "opinion": "同意"}

    early = scene.refused(road.act, file, by=by, **road.terms)
    scene.do("give-approval", file, **put_up)
    said = {"approval_matter": road.matter, "reason": "理由不充分"}
    (back,) = scene.do("return-approval", file, by=deputy(scene), **said)
    scene.do("give-approval", file, **put_up)
    again = scene.refused(road.act, file, by=by, **road.terms)
    scene.do("give-approval", file, by=deputy(scene), **put_up)

    assert (early.code, again.code) == ("rungs_missing", "rungs_missing")
    assert isinstance(back, ApprovalReturned)
    assert again.facts["rungs"] == (Rung.HEAD,)
    assert scene.do(road.act, file, by=by, **road.terms)


def test_of_officers_with_every_rung() -> None:
    """
    行政处罚法 56: things are registered by officers, once the head has agreed as well.
    """
    scene = Dossier()
    case = scene.filed()
    matter = Matter.EVIDENCE_REGISTRATION
    adopt(scene, Rung.HEAD, matters=(matter,))
    said = {"approval_matter": matter, "opinion": "同意"}

    scene.do("give-approval", case, **said)
    refusal = scene.refused("register-evidence", case, **registration(scene))
    scene.do("give-approval", case, by=deputy(scene), **said)

    assert refusal.facts["rungs"] == (Rung.HEAD,)
    assert scene.do("register-evidence", case, **registration(scene))


@pytest.mark.procedure("AP-14")
def test_once_every_rung_is_given() -> None:
    """
    Of what officers do nothing is left to be said then: all_rungs_given.
    """
    scene = Dossier()
    case = scene.filed()
    matter = Matter.EVIDENCE_REGISTRATION
    adopt(scene, Rung.HEAD, matters=(matter,))
    said = {"approval_matter": matter, "opinion": "同意"}
    scene.do("give-approval", case, **said)
    scene.do("give-approval", case, by=deputy(scene), **said)

    assert scene.refused("give-approval", case, **said).code == "all_rungs_given"


class TestFiling:
    def test_on_the_visit_that_it_comes_from(self) -> None:
        """
        行政处罚法 54: there is no case yet, so the opinions on its filing are on the
        visit.
        """
        scene = Dossier()
        visit = _recorded(scene)
        adopt(scene, Rung.LEGAL_REVIEWER, Rung.HEAD, matters=(Matter.CASE_FILING,))
        said = {"approval_matter": Matter.CASE_FILING, "opinion": "同意立案"}
        origin = CaseOrigin(CaseSource.FINDING, visit, (1,))
        filing = scene.filing(taken_from=origin)

        scene.do("give-approval", visit, **said)
        refusal = scene.refused("file-case", None, **filing)
        scene.do("give-approval", visit, by=scene.lawyer, **said)

        assert refusal.code == "rungs_missing"
        assert refusal.facts["rungs"] == (Rung.LEGAL_REVIEWER,)
        assert scene.do("file-case", None, **filing)

    def test_on_a_case_already_filed(self) -> None:
        """
        On the case itself nothing is put up about its filing.
        """
        scene = Dossier()
        case = scene.filed()
        adopt(scene, Rung.HEAD)
        said = {"approval_matter": Matter.CASE_FILING, "opinion": "同意立案"}

        assert scene.refused("give-approval", case, **said).code == "no_such_matter"
