"""
处罚送达无效: what ran from the service of a decision that was none never began.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.base import Fact
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.parties import Addressee
from domain.penalty.choices import PenaltyFlag, Stage
from domain.penalty.facts import PenaltyServed, PenaltyServiceSetAside
from domain.penalty.file import Penalty
from domain.service.file import SettingAside
from tests.cases.dossier import Dossier
from tests.cases.penalty.test_deciding import WAN, decide


@pytest.fixture
def scene() -> Dossier:
    """A bureau that handles cases."""
    return Dossier()


def told(scene: Dossier, penalty: UUID) -> UUID:
    """Have a decision issued and served; give the paper."""
    to = Addressee(enterprise=scene.enterprise, printed="城东冶炼厂")
    form = Form.PENALTY_DECISION_UNIT
    paper = scene.do(
        "issue-document", None, about=penalty, form=form, addressees=(to,)
    )[-1]
    scene.serve(paper.file)
    return paper.file


def set_aside(scene: Dossier, penalty: UUID) -> list[Fact]:
    """Have a review authority find that the service of a decision was none."""
    service = scene.read(Penalty, penalty).service
    assert service is not None
    said = {"set_aside_by": SettingAside.REVIEW, "reason": "签收人与当事人无关"}
    return scene.do("set-service-aside", service, **said)


class TestPenaltyServiceSetAside:
    @pytest.mark.procedure("PE-62")
    def test_it_is_to_be_served(self, scene: Dossier) -> None:
        """
        行政处罚法 61: what reached nobody is not served, and nothing of it is due.
        """
        penalty = decide(scene, scene.heard()).file
        told(scene, penalty)

        _, fact = set_aside(scene, penalty)

        assert isinstance(fact, PenaltyServiceSetAside)
        assert fact.serve_limit is not None
        file = scene.read(Penalty, penalty)
        assert (file.stage, file.served_on) == (Stage.DECIDED, None)
        assert (file.pay_limit, file.instalments) == (None, ())

    def test_nothing_is_demanded(self, scene: Dossier) -> None:
        """
        行政强制法 53: nobody is late with what he was not told.
        """
        penalty = decide(scene, scene.heard()).file
        told(scene, penalty)
        set_aside(scene, penalty)
        scene.day += timedelta(days=40)

        until = scene.day + timedelta(days=10)
        said = {"demand_content": "十日内缴清罚款", "pay_until": until}
        refusal = scene.refused("demand-performance", penalty, **said)

        assert (refusal.code, refusal.facts["stage"]) == (
            "penalty_stage",
            Stage.DECIDED,
        )

    def test_served_again(self, scene: Dossier) -> None:
        """
        行政处罚法 61, 67: it is paid within fifteen days of the new service, which
        keeps to the seven working days from the decision or is marked.
        """
        penalty = decide(scene, scene.heard()).file
        paper = told(scene, penalty)
        set_aside(scene, penalty)
        scene.day += timedelta(days=20)

        fact = scene.serve(paper)[-1]

        assert isinstance(fact, PenaltyServed)
        assert fact.flags == (PenaltyFlag.SERVICE_LATE,)
        file = scene.read(Penalty, penalty)
        assert (file.stage, file.served_on) == (Stage.SERVED, scene.day)
        assert file.instalments[0].pay_until == date(2026, 4, 7)

    def test_what_was_paid_stays_paid(self, scene: Dossier) -> None:
        """
        行政处罚法 67: a fine that was paid is not paid again.
        """
        penalty = decide(scene, scene.heard()).file
        paper = told(scene, penalty)
        receipt = {"receipt_no": "票1", "amount_fen": 3 * WAN}
        scene.do("record-payment", penalty, by=scene.clerk, **receipt)
        set_aside(scene, penalty)
        assert scene.read(Penalty, penalty).stage is Stage.DECIDED

        scene.serve(paper)

        assert scene.read(Penalty, penalty).stage is Stage.PERFORMED

    def test_a_warning_is_not_given(self, scene: Dossier) -> None:
        """
        行政处罚法 9: a warning is performed by being told, and was not.
        """
        warned = {"kinds": (PenaltyKind.WARNING,)}
        case = scene.heard(0, **warned)
        penalty = decide(scene, case, fine_fen=0, **warned).file
        told(scene, penalty)
        assert scene.read(Penalty, penalty).stage is Stage.PERFORMED

        set_aside(scene, penalty)

        assert scene.read(Penalty, penalty).stage is Stage.DECIDED

    def test_of_a_decision_that_fell(self, scene: Dossier) -> None:
        """
        行政处罚法 48: what fell stays fallen.
        """
        penalty = decide(scene, scene.heard()).file
        told(scene, penalty)
        own = {"changed_by": "own", "reason": "证据不足", "effective_on": scene.day}
        scene.do("revoke-decision", penalty, by=scene.chief, **own)

        set_aside(scene, penalty)

        assert scene.read(Penalty, penalty).stage is Stage.FALLEN
