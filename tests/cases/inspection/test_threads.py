"""
检查线索了结: a thread closes when every finding led to something, and not before.
"""

import pytest

from domain.enforcement_case.choices import TerminationGround
from domain.inspection.choices import Outcome, Stage
from domain.inspection.facts_of_ending import (
    InspectionThreadClosed,
)
from domain.inspection.file import Inspection
from domain.law.crimes import Offence
from domain.referral.choices import Outcome as Decided
from tests.cases.dossier import Dossier
from tests.cases.referral.justice import Justice
from tests.cases.scene import Scene


@pytest.fixture
def scene() -> Scene:
    """A bureau in Harbin."""
    return Scene("000")


class TestCloseInspectionThread:
    def concluded(self, scene: Scene, found: int = 1) -> Inspection:
        """A concluded visit with findings."""
        visit = scene.found(found)
        scene.sign(visit)
        scene.do("conclude-inspection", visit, outcome=Outcome.TO_RECTIFY)
        return scene.visit(visit)

    def test_with_an_outcome_for_each_violation(self, scene: Scene) -> None:
        """
        忻州2020通知(九)(十): a thread closes when each violation has had its outcome.
        """
        visit = self.concluded(scene).id

        early = scene.refused("close-inspection-thread", visit)
        scene.do("decide-no-case", visit, by=scene.chief, item_nos=(1,), reason="轻微")
        (fact,) = scene.do("close-inspection-thread", visit)

        assert isinstance(fact, InspectionThreadClosed)
        assert early.code == "findings_without_outcome"
        assert early.facts["item_nos"] == (1,)
        assert scene.visit(visit).stage is Stage.CLOSED

    def test_with_a_case(self) -> None:
        """
        INV-17: a case is an outcome of its finding; the thread closes after it.
        """
        scene = Dossier("002")
        case = scene.concluded()
        visit = scene.case(case).inspection
        assert visit is not None
        scene.sign(visit)
        scene.do("conclude-inspection", visit, outcome=Outcome.TO_RECTIFY)
        reason = {
            "reason": "证据不足",
            "termination_ground": TerminationGround.NO_VIOLATION,
        }
        scene.do("terminate-case", case, by=scene.chief, **reason)

        assert scene.do("close-inspection-thread", visit)

    def test_with_a_case_left(self) -> None:
        """
        INS-13: not while the case that took a finding up is open.
        """
        scene = Dossier("002")
        case = scene.filed()
        visit = scene.case(case).inspection
        assert visit is not None
        scene.sign(visit)
        scene.do("conclude-inspection", visit, outcome=Outcome.TO_RECTIFY)

        refusal = scene.refused("close-inspection-thread", visit)

        assert (refusal.code, refusal.facts["count"]) == ("cases_open", 1)

    def test_with_a_crime_referred(self) -> None:
        """
        INV-01, INV-17: what was referred led to something, and the thread closes once
        no crime is suspected any more.
        """
        justice = Justice("000")
        visit = self.concluded(justice).id
        referral = justice.bring_up(justice.suspect(visit))
        open_still = justice.refused("close-inspection-thread", visit)
        why = {"by": justice.procurator, "reasons": "情节轻微"}
        justice.do("decide-non-prosecution", referral, **why)

        assert justice.do("close-inspection-thread", visit)
        assert open_still.code == "crime_suspected"

    @pytest.mark.parametrize("where", ["visit", "hazard", "case"])
    def test_with_a_crime_suspected(self, where: str) -> None:
        """
        国务院令310号3, INV-01: nothing is closed under suspicion, be it about the visit
        or about what came of it.
        """
        scene = Dossier("002")
        case = scene.concluded()
        visit = scene.case(case).inspection
        assert visit is not None
        found = {"item_nos": (1,), "place": "煤气柜", "description": "泄漏"}
        hazard = scene.do("identify-hazard", visit, **found)[0].file
        scene.sign(visit)
        scene.do("conclude-inspection", visit, outcome=Outcome.TO_RECTIFY)
        about = {"visit": visit, "hazard": hazard, "case": case}[where]
        crime = {"offence": Offence.DANGEROUS_WORK, "threshold_fact": "关闭报警设备"}
        scene.do("suspect-crime", None, about=about, **crime)

        refusal = scene.refused("close-inspection-thread", visit)

        assert refusal.code == "crime_suspected"

    def test_with_no_crime_after_all(self) -> None:
        """
        INV-17: a suspicion that was none is no outcome of what was found.
        """
        justice = Justice("000")
        visit = self.concluded(justice).id
        referral = justice.suspect(visit)
        justice.report_on(referral)
        justice.decide(referral, Decided.NOT_A_CRIME, reasons="未达立案标准")

        refusal = justice.refused("close-inspection-thread", visit)

        assert refusal.code == "findings_without_outcome"

    def test_with_a_hazard_left(self, scene: Scene) -> None:
        """
        忻州2020通知(十二), INV-14: nothing is dropped while a hazard is open.
        """
        visit = self.concluded(scene).id
        scene.do(
            "identify-hazard", visit, item_nos=(1,), place="煤气柜", description="泄漏"
        )

        refusal = scene.refused("close-inspection-thread", visit)

        assert (refusal.code, refusal.facts["count"]) == ("hazards_open", 1)

    def test_before_the_conclusion(self, scene: Scene) -> None:
        """
        国办发〔2018〕118号: a thread closes after the visit does.
        """
        refusal = scene.refused("close-inspection-thread", scene.found())

        assert refusal.code == "inspection_stage"
