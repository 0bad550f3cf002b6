"""
Production resumed: applied for, accepted by experts, approved, and only then.
"""

from datetime import date, timedelta

import pytest

from domain.expert.file import ExpertEnrolled
from domain.refusals import BeyondTheLaw, NoSuchCase, NotCompetent, OutOfOrder
from domain.suspension_order.choices import Stage
from domain.suspension_order.facts_of_resuming import (
    ExpertAcceptanceFailed,
    ExpertAcceptancePassed,
    ProductionResumed,
    ResumptionApplied,
    ResumptionApproved,
    ResumptionConditionAdded,
    ResumptionRefused,
)
from tests.cases.dossier import PAPER
from tests.cases.scene import MONDAY
from tests.cases.yard import SOMEBODY, Yard

CONSENTS = {"mine_safety_consent": PAPER, "government_consent": PAPER}


@pytest.fixture
def yard() -> Yard:
    """A bureau that suspends production."""
    return Yard()


class TestApplyResumption:
    @pytest.mark.procedure("SU-10")
    def test_by_the_enterprise(self, yard: Yard) -> None:
        """
        总局令16号23: the officers go and look within ten days.
        """
        order = yard.suspended()

        (fact,) = yard.apply(order)

        assert isinstance(fact, ResumptionApplied)
        assert fact.nth_application == 1
        assert fact.resume_limit is not None
        assert fact.resume_limit.rule == "IN.major.restart"
        assert fact.resume_limit.last_on == date(2026, 3, 12)

    def test_of_a_coal_mine(self, yard: Yard) -> None:
        """
        煤矿安全生产条例48: twenty days.
        """
        (fact,) = yard.apply(yard.suspended(coal=True))

        assert isinstance(fact, ResumptionApplied)
        assert fact.resume_limit is not None
        assert fact.resume_limit.rule == "CM.resume"
        assert fact.resume_limit.last_on == date(2026, 3, 22)

    @pytest.mark.procedure("SU-11")
    def test_twice(self, yard: Yard) -> None:
        """
        实施意见(征求意见稿)(十四): one application at a time; after a failure, again.
        """
        order = yard.failed()

        (second,) = yard.apply(order)
        refusal = yard.refused(
            "apply-resumption", order, by=yard.clerk, self_check="已整改", paper=PAPER
        )

        assert isinstance(second, ResumptionApplied)
        assert second.nth_application == 2
        assert refusal.code == "suspension_stage"


class TestExpertAcceptance:
    @pytest.mark.procedure("SU-12")
    def test_by_independent_experts(self, yard: Yard) -> None:
        """
        INV-30: experts of the roster find on the spot which conditions are met.
        """
        order = yard.applied()

        (fact,) = yard.accept(order, 1)

        assert isinstance(fact, ExpertAcceptancePassed)
        assert fact.met_conditions == (1,)
        assert yard.order(order).open_conditions == ()

    @pytest.mark.procedure("SU-13")
    def test_by_who_is_not_on_the_roster(self, yard: Yard) -> None:
        """
        INV-30: enrolled on that day.
        """
        order, expert = yard.applied(), yard.expert()
        yard.do("remove-expert", expert, by=yard.clerk, reason="退休")
        said = {"opinion": "合格", "paper": PAPER}

        refusal = yard.refused(
            "pass-expert-acceptance", order, experts=(expert,), **said
        )
        nobody = yard.refused("pass-expert-acceptance", order, experts=(), **said)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "expert_not_on_roster"
        assert isinstance(nobody, BeyondTheLaw)
        assert nobody.code == "experts_missing"

    @pytest.mark.procedure("SU-14")
    @pytest.mark.parametrize("tie", ["employer", "serves"])
    def test_by_who_is_not_independent(self, yard: Yard, tie: str) -> None:
        """
        INV-30: neither of the enterprise nor of who gives it safety services.
        """
        order, firm = yard.applied(), yard.enterprise
        bound = {"employer": firm} if tie == "employer" else {"serves": (firm,)}

        refusal = yard.refused(
            "pass-expert-acceptance",
            order,
            experts=(yard.expert(), yard.expert(**bound)),
            opinion="合格",
            paper=PAPER,
        )

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "expert_not_independent"

    def test_of_a_condition_that_is_none(self, yard: Yard) -> None:
        """
        INV-30: only what was set as a condition is found met.
        """
        refusal = yard.refused(
            "pass-expert-acceptance",
            yard.applied(),
            experts=(yard.expert(),),
            opinion="合格",
            paper=PAPER,
            met_conditions=(2,),
        )

        assert isinstance(refusal, NoSuchCase)
        assert refusal.code == "no_such_condition"

    @pytest.mark.procedure("SU-15")
    def test_that_fails(self, yard: Yard) -> None:
        """
        安全生产法113(2): production stays suspended.
        """
        order = yard.order(yard.failed())

        assert isinstance(order.history[-1], ExpertAcceptanceFailed)
        assert (order.stage, order.is_active) == (Stage.FAILED, True)

    def test_before_an_application(self, yard: Yard) -> None:
        """
        INV-30: the application comes first.
        """
        refusal = yard.refused(
            "fail-expert-acceptance",
            yard.suspended(),
            experts=(yard.expert(),),
            reason="不合格",
            paper=PAPER,
        )

        assert refusal.code == "suspension_stage"


class TestApproveResumption:
    @pytest.mark.procedure("SU-16")
    def test_after_the_acceptance(self, yard: Yard) -> None:
        """
        安全生产法65(3): examined and consented to, by a head.
        """
        order = yard.passed()

        (fact,) = yard.do("approve-resumption", order, by=yard.chief, opinion="同意")

        assert isinstance(fact, ResumptionApproved)
        assert not fact.by_principal_head
        assert yard.order(order).stage is Stage.APPROVED

    @pytest.mark.procedure("SU-17")
    def test_before_the_acceptance(self, yard: Yard) -> None:
        """
        INV-30: experts accept first.
        """
        refusal = yard.refused(
            "approve-resumption", yard.applied(), by=yard.chief, opinion="同意"
        )

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "acceptance_missing"

    @pytest.mark.procedure("SU-18")
    def test_with_a_condition_open(self, yard: Yard) -> None:
        """
        INV-30: every condition is met, also one that was not looked at.
        """
        order = yard.applied()
        yard.accept(order)

        refusal = yard.refused(
            "approve-resumption", order, by=yard.chief, opinion="同意"
        )

        assert refusal.code == "conditions_open"
        assert refusal.facts["condition_nos"] == (1,)

    @pytest.mark.procedure("SU-19")
    def test_of_a_coal_mine(self, yard: Yard) -> None:
        """
        煤矿安全生产条例48: the principal head, mine safety and government consent.
        """
        order = yard.passed(coal=True)

        (fact,) = yard.do(
            "approve-resumption", order, by=yard.principal, opinion="同意", **CONSENTS
        )

        assert isinstance(fact, ResumptionApproved)
        assert fact.by_principal_head

    @pytest.mark.procedure("SU-20", "SU-21")
    def test_of_a_coal_mine_without_all_three(self, yard: Yard) -> None:
        """
        煤矿安全生产条例48: three consents, and none stands for another.
        """
        order = yard.passed(coal=True)
        said = {"opinion": "同意"}

        deputy = yard.refused(
            "approve-resumption", order, by=yard.chief, **said, **CONSENTS
        )
        alone = yard.refused("approve-resumption", order, by=yard.principal, **said)
        half = yard.refused(
            "approve-resumption",
            order,
            by=yard.principal,
            mine_safety_consent=PAPER,
            **said,
        )

        assert deputy.code == "principal_head_only"
        assert (alone.code, half.code) == ("consents_missing", "consents_missing")


class TestRefuseResumption:
    @pytest.mark.procedure("SU-22")
    def test_and_apply_again(self, yard: Yard) -> None:
        """
        安全生产法65(3): refused with a reason; the enterprise may apply again, and
        everything is examined anew.
        """
        order = yard.passed()

        (fact,) = yard.do("refuse-resumption", order, by=yard.chief, reason="资料不全")
        yard.apply(order)

        assert isinstance(fact, ResumptionRefused)
        assert yard.order(order).open_conditions == (1,)

    def test_that_nobody_applied_for(self, yard: Yard) -> None:
        """
        安全生产法65(3): there has to be something to refuse.
        """
        refusal = yard.refused(
            "refuse-resumption", yard.suspended(), by=yard.chief, reason="不符合"
        )

        assert refusal.code == "suspension_stage"


class TestResumeProduction:
    @pytest.mark.procedure("SU-23")
    def test_as_approved(self, yard: Yard) -> None:
        """
        INV-30: applied, accepted, approved, resumed; the suspension is over.
        """
        order = yard.passed()
        yard.do("approve-resumption", order, by=yard.chief, opinion="同意")

        (fact,) = yard.do(
            "resume-production", order, by=yard.clerk, resumed_scope="冶炼车间"
        )

        assert isinstance(fact, ProductionResumed)
        assert fact.publish_limit is not None
        assert not yard.order(order).is_active

    @pytest.mark.procedure("SU-24")
    def test_before_the_approval(self, yard: Yard) -> None:
        """
        INV-30: an acceptance alone lets nobody produce.
        """
        refusal = yard.refused(
            "resume-production", yard.passed(), by=yard.clerk, resumed_scope="全部"
        )

        assert refusal.code == "resumption_not_approved"

    @pytest.mark.procedure("SU-09")
    def test_after_a_further_condition(self, yard: Yard) -> None:
        """
        INV-30: a condition that was added after the approval is met first.
        """
        order = yard.passed()
        yard.do("approve-resumption", order, by=yard.chief, opinion="同意")
        more = {"resumption_condition": "达到智能化标准", "legal_basis": "省规定"}

        (added,) = yard.do("add-resumption-condition", order, **more)
        refusal = yard.refused(
            "resume-production", order, by=yard.clerk, resumed_scope="全部"
        )
        groundless = yard.refused(
            "add-resumption-condition", order, **(more | {"legal_basis": ""})
        )

        assert isinstance(added, ResumptionConditionAdded)
        assert added.condition_no == 2
        assert refusal.code == "conditions_open"
        assert groundless.code == "condition_missing"


class TestExperts:
    def test_are_enrolled_and_removed(self, yard: Yard) -> None:
        """
        INV-30: from a day on, and until one.
        """
        expert = yard.expert()
        (fact,) = (f for f in yard.office.facts if f.file == expert)
        assert isinstance(fact, ExpertEnrolled)

        yard.do(
            "remove-expert",
            expert,
            by=yard.clerk,
            on=MONDAY + timedelta(days=2),
            reason="退休",
        )
        again = yard.refused("remove-expert", expert, by=yard.clerk, reason="退休")

        assert again.code == "expert_not_enrolled"

    def test_say_for_whom_they_work(self, yard: Yard) -> None:
        """
        INV-30: independence is examined against the employer.
        """
        refusal = yard.refused(
            "enrol-expert",
            by=yard.clerk,
            name=SOMEBODY,
            expert_field="煤气",
            employer_name=" ",
        )

        assert refusal.code == "employer_missing"
