"""
Measures approved: by whom, on what they rest, and until when.
"""

import pytest

from domain.coercive_measure.choices import MeasureKind, MeasureMatter, Stage
from domain.coercive_measure.facts import MeasureApproved, SupplyGround
from domain.hazard.choices import HazardLevel
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from tests.cases.yard import RECORD, Yard


@pytest.fixture
def yard() -> Yard:
    """A bureau that imposes measures."""
    return Yard()


class TestApproveMeasure:
    @pytest.mark.procedure("CM-01")
    def test_a_sealing(self, yard: Yard) -> None:
        """
        行政强制法18, 25: a head approves a sealing, for so many days.
        """
        hazard = yard.graded()

        measure = yard.measure(yard.approved_measure(hazard))

        assert (measure.stage, measure.term_days) == (Stage.APPROVED, 30)
        assert measure.matter is MeasureMatter.SEAL
        assert measure.hazards == (hazard,)
        assert not measure.is_active

    @pytest.mark.procedure("CM-02")
    @pytest.mark.parametrize("nothing", [{}, {"reason": " "}])
    def test_that_rests_on_nothing(self, yard: Yard, nothing: dict[str, str]) -> None:
        """
        行政强制法23: only what has to do with the matter is sealed.
        """
        named = (yard.graded(),) if nothing else ()

        refusal = yard.refused(
            "approve-measure",
            None,
            by=yard.chief,
            measure_kind=MeasureKind.SEAL,
            rests_on=yard.rests_on(*named, **nothing),
            term_days=10,
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "measure_without_ground"

    def test_that_rests_on_the_hazard_of_another(self, yard: Yard) -> None:
        """
        行政强制法23: nobody is sealed for another's hazard.
        """
        hazard, other = yard.graded(), yard.another_enterprise()

        refusal = yard.refused(
            "approve-measure",
            None,
            by=yard.chief,
            measure_kind=MeasureKind.SEAL,
            rests_on=yard.rests_on(hazard, enterprise=other),
            term_days=10,
        )

        assert isinstance(refusal, NoSuchCase)
        assert refusal.code == "rests_on_other_enterprise"

    def test_that_rests_on_what_is_over(self, yard: Yard) -> None:
        """
        行政强制法23: neither a hazard that has ended nor a case that is closed is one.
        """
        hazard = yard.graded(HazardLevel.ORDINARY)
        yard.do("remove-hazard-on-spot", hazard, done="已堵漏", evidence=(RECORD,))

        refusal = yard.refused(
            "approve-measure",
            None,
            by=yard.chief,
            measure_kind=MeasureKind.SEAL,
            rests_on=yard.rests_on(hazard),
            term_days=10,
        )

        assert refusal.code == "hazard_ended"

    @pytest.mark.procedure("CM-03")
    def test_without_an_end(self, yard: Yard) -> None:
        """
        INV-32: a measure has a term, or a condition on which it is lifted.
        """
        hazard = yard.graded()
        plain = {"by": yard.chief, "measure_kind": MeasureKind.SEAL}
        sealing = yard.refused(
            "approve-measure", None, **plain, rests_on=yard.rests_on(hazard)
        )
        cutting = yard.cutting(yard.defied(hazard), hazard, lifting_condition=" ")
        cut = yard.refused("approve-measure", None, **cutting)

        assert isinstance(sealing, OutOfOrder)
        assert (sealing.code, cut.code) == ("no_end", "no_end")

    @pytest.mark.procedure("CM-04")
    def test_for_too_long(self, yard: Yard) -> None:
        """
        行政强制法25: thirty days at most; the thirtieth is lawful.
        """
        hazard = yard.graded()
        said = {"by": yard.chief, "measure_kind": MeasureKind.SEIZE}
        rests_on = yard.rests_on(hazard)

        refusal = yard.refused(
            "approve-measure", None, **said, rests_on=rests_on, term_days=31
        )

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "term_too_long"
        assert refusal.facts["days_max"] == 30
        assert yard.do("approve-measure", None, **said, rests_on=rests_on, term_days=30)


class TestApproveSupplyCut:
    @pytest.mark.procedure("CM-05")
    def test_of_who_defies_a_stop(self, yard: Yard) -> None:
        """
        安全生产法70: major hazard, lawful stop, defiance, real danger, safety ensured,
        the principal head.
        """
        hazard = yard.graded()
        stop = yard.defied(hazard)

        (fact,) = yard.do("approve-measure", None, **yard.cutting(stop, hazard))

        assert isinstance(fact, MeasureApproved)
        assert fact.supply_ground is not None
        assert fact.supply_ground.stop_order == stop
        assert fact.term_days == 0

    @pytest.mark.procedure("CM-06")
    def test_by_a_deputy(self, yard: Yard) -> None:
        """
        安全生产法70: 经本部门主要负责人批准, never a deputy.
        """
        hazard = yard.graded()
        cutting = yard.cutting(yard.defied(hazard), hazard, by=yard.chief)

        refusal = yard.refused("approve-measure", None, **cutting)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "principal_head_only"

    @pytest.mark.procedure("CM-07")
    def test_without_a_major_hazard(self, yard: Yard) -> None:
        """
        安全生产法70: only against a major hazard.
        """
        stop = yard.defied()
        ordinary = yard.graded(HazardLevel.ORDINARY)

        refusal = yard.refused("approve-measure", None, **yard.cutting(stop, ordinary))

        assert refusal.code == "no_major_hazard"

    @pytest.mark.procedure("CM-08")
    def test_without_a_stop(self, yard: Yard) -> None:
        """
        安全生产法70: after a decision to stop, which still holds.
        """
        hazard = yard.graded()
        stop = yard.passed()
        yard.do("approve-resumption", stop, by=yard.chief, opinion="同意")
        yard.do("resume-production", stop, by=yard.clerk, resumed_scope="冶炼车间")
        cutting = yard.cutting(stop, hazard)

        over = yard.refused("approve-measure", None, **cutting)
        none = yard.refused(
            "approve-measure", None, **(cutting | {"supply_ground": None})
        )

        assert (over.code, none.code) == ("no_stop_decision", "no_stop_decision")

    @pytest.mark.procedure("CM-09")
    def test_of_who_obeys(self, yard: Yard) -> None:
        """
        安全生产法70: who obeys the stop keeps the power.
        """
        hazard = yard.graded()

        refusal = yard.refused(
            "approve-measure", None, **yard.cutting(yard.suspended(hazard), hazard)
        )

        assert refusal.code == "stop_not_defied"

    @pytest.mark.parametrize(
        ("danger", "safety", "code"),
        [
            pytest.param(
                " ",
                "应急电源",
                "no_real_danger",
                marks=pytest.mark.procedure("CM-10"),
            ),
            pytest.param(
                "泄漏",
                "",
                "safety_not_ensured",
                marks=pytest.mark.procedure("CM-11"),
            ),
        ],
    )
    def test_without_danger_or_safety(
        self, yard: Yard, danger: str, safety: str, *, code: str
    ) -> None:
        """
        安全生产法70: 现实危险 and 保证安全 are both stated.
        """
        hazard = yard.graded()
        ground = SupplyGround(yard.defied(hazard), danger, safety)
        cutting = yard.cutting(ground.stop_order, hazard, supply_ground=ground)

        assert yard.refused("approve-measure", None, **cutting).code == code
