"""
决定失去效力: an order, a suspension, a closure or that there is no penalty falls, by a
review, a court or the body itself, and takes along what hangs on it.
"""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

import pytest

from domain.ban.file import Ban, BanBasis, BanLifted
from domain.ban.file import Stage as BanStage
from domain.base import Fact
from domain.closure.choices import ClosureGround
from domain.closure.choices import Stage as ClosureStage
from domain.closure.file import ClosureSetAside
from domain.enforcement_case.choices import PartyStage
from domain.enforcement_case.facts_of_judging import NoPenaltySetAside
from domain.falling import ChangedBy, Fall
from domain.hazard.choices import Stage as HazardStage
from domain.hazard.facts_of_falling import RectificationOrderSetAside
from domain.law.penalty_kinds import PenaltyKind
from domain.penalty.facts_of_falling import DecisionRevoked
from domain.remedy.choices import Challenged, RemedyResult
from domain.suspension_order.choices import Stage
from domain.suspension_order.facts_of_falling import SuspensionSetAside
from domain.values import Personal
from tests.cases.closure.test_closing import REVOCATION, permitted
from tests.cases.dossier import PAPER
from tests.cases.enforcement_case.test_ending import sparing
from tests.cases.hazard.test_verifying import verified
from tests.cases.scene import TOO_LATE, UNTIL
from tests.cases.yard import CLOCK, Yard

OWN: Final = {
    "fall": Fall.REVOKED,
    "changed_by": ChangedBy.OWN,
    "reason": "自查发现责令对象有误",
    "effective_on": date(2026, 3, 2),
}
STOPPED: Final = PenaltyKind.PRODUCTION_STOPPED


@pytest.fixture
def yard() -> Yard:
    """A bureau with suspensions and closures before it."""
    return Yard()


def result(result: RemedyResult) -> dict[str, object]:
    """What a review or a suit came to."""
    paper = {"authority_number": "〔2026〕3号", "paper": PAPER}
    return {"remedy_result": result, "effective_on": date(2026, 3, 2), **paper}


def reviewed(
    yard: Yard, file: UUID, kind: Challenged, came_to: RemedyResult
) -> list[Fact]:
    """Have a review of what a file decided applied for and decided."""
    said = yard.reviewing(file, challenged_act=kind)
    review = yard.do("record-review-application", None, **said)[0].file
    return yard.do("record-review-decision", review, by=yard.clerk, **result(came_to))


def judged(
    yard: Yard, file: UUID, kind: Challenged, came_to: RemedyResult
) -> list[Fact]:
    """Have a suit over what a file decided filed and judged."""
    suit = yard.do("record-suit", None, **yard.suing(file, challenged_act=kind))[0].file
    return yard.do("record-suit-judgment", suit, by=yard.clerk, **result(came_to))


class TestAnOrder:
    @pytest.mark.procedure("HZ-46")
    def test_by_the_body_itself(self, yard: Yard) -> None:
        """
        行政诉讼法62, INV-14: the order falls, the hazard does not; it is ordered anew.
        """
        hazard = yard.ordered()
        (fact,) = yard.do("set-order-aside", hazard, by=yard.chief, **OWN)

        found = yard.hazard(hazard)
        assert isinstance(fact, RectificationOrderSetAside)
        assert (found.stage, found.rectify_until) == (HazardStage.GRADED, None)
        assert found.open_major_hazard
        again = {"measures": "迁移", "rectify_until": UNTIL, "danger": False}
        yard.do("order-rectification", hazard, **again)
        assert yard.hazard(hazard).stage is HazardStage.ORDERED

    @pytest.mark.procedure("HZ-47")
    def test_by_a_clerk(self, yard: Yard) -> None:
        """
        行政诉讼法62: the body's own decision is its head's; a clerk takes in others'.
        """
        hazard = yard.ordered()

        refusal = yard.refused("set-order-aside", hazard, by=yard.clerk, **OWN)

        assert refusal.code == "own_decision_by_head"
        by_superior = OWN | {"changed_by": ChangedBy.SUPERIOR}
        assert yard.do("set-order-aside", hazard, by=yard.clerk, **by_superior)

    @pytest.mark.procedure("HZ-48")
    def test_where_none_stands(self, yard: Yard) -> None:
        """
        行政诉讼法62: there is an order, and it falls once.
        """
        graded, ordered = yard.graded(), yard.ordered()
        yard.do("set-order-aside", ordered, by=yard.chief, **OWN)

        for hazard in (graded, ordered):
            refusal = yard.refused("set-order-aside", hazard, by=yard.chief, **OWN)
            assert refusal.code == "nothing_to_set_aside"

    @pytest.mark.procedure("HZ-49")
    @pytest.mark.parametrize(
        ("came_to", "fall"),
        [
            (RemedyResult.REVOKED, Fall.REVOKED),
            (RemedyResult.VOID, Fall.VOID),
            (RemedyResult.UNLAWFUL, Fall.UNLAWFUL),
        ],
    )
    def test_on_review(self, yard: Yard, came_to: RemedyResult, fall: Fall) -> None:
        """
        行政复议法64-67: it falls in the commit of the result, whatever was reported.
        """
        hazard = yard.reported()

        decided, fell = reviewed(yard, hazard, Challenged.ORDER, came_to)

        assert isinstance(fell, RectificationOrderSetAside)
        assert (fell.fall, fell.changed_by) == (fall, ChangedBy.REVIEW)
        assert (fell.deed.cause, fell.evidence) == (decided.id, (PAPER,))
        assert yard.hazard(hazard).stage is HazardStage.GRADED

    @pytest.mark.parametrize(
        "came_to", [RemedyResult.UPHELD, RemedyResult.VARIED, RemedyResult.WITHDRAWN]
    )
    def test_that_stands(self, yard: Yard, came_to: RemedyResult) -> None:
        """
        What was upheld stands; what was varied until it is said what stands now.
        """
        hazard = yard.ordered()

        (_,) = reviewed(yard, hazard, Challenged.ORDER, came_to)

        assert yard.hazard(hazard).stage is HazardStage.ORDERED

    def test_another_act_about_the_hazard(self, yard: Yard) -> None:
        """
        行政复议法64: what was not challenged does not fall.
        """
        hazard = yard.ordered()

        (_,) = reviewed(yard, hazard, Challenged.OTHER, RemedyResult.REVOKED)

        assert yard.hazard(hazard).stage is HazardStage.ORDERED

    def test_of_a_hazard_that_has_ended(self, yard: Yard) -> None:
        """
        INV-14: what was struck off stays so; a second result finds nothing to undo.
        """
        hazard = verified(yard)
        yard.do("delist-hazard", hazard, by=yard.chief, opinion="同意")

        (_, fell) = reviewed(yard, hazard, Challenged.ORDER, RemedyResult.UNLAWFUL)
        (_,) = judged(yard, hazard, Challenged.ORDER, RemedyResult.REVOKED)

        assert isinstance(fell, RectificationOrderSetAside)
        assert not yard.hazard(hazard).is_open

    def test_no_mark_of_an_order_that_fell(self, yard: Yard) -> None:
        """
        INV-15, INV-16: nobody is overdue under an order that fell, and none that was
        marked has to be followed by anything.
        """
        before, marked = yard.ordered(), yard.ordered()
        yard.do("mark-overdue", marked, by=CLOCK, on=TOO_LATE)
        for hazard in (before, marked):
            yard.do("set-order-aside", hazard, by=yard.chief, **OWN)

        late = yard.refused("mark-overdue", before, by=CLOCK)
        assert late.code == "hazard_stage"
        assert not yard.hazard(marked).overdue
        assert yard.hazard(marked).escalate_limit is None

    def test_names_what_followed_it(self, yard: Yard) -> None:
        """
        INV-41: what followed the order is named, to be examined.
        """
        hazard = yard.ordered()
        request = yard.closing(
            closure_ground=ClosureGround.BACKWARD_CAPACITY,
            evidence=(PAPER,),
            hazards=(hazard,),
        )
        closure = yard.do("request-closure", None, **request)[0].file

        (fact,) = yard.do("set-order-aside", hazard, by=yard.chief, **OWN)

        assert isinstance(fact, RectificationOrderSetAside)
        assert fact.to_examine == (closure,)


class TestASuspension:
    @pytest.mark.procedure("SU-54")
    def test_by_the_body_itself(self, yard: Yard) -> None:
        """
        行政诉讼法62, INV-30: production goes on without application and acceptance.
        """
        order = yard.applied()

        (fact,) = yard.do("set-suspension-aside", order, by=yard.chief, **OWN)

        assert isinstance(fact, SuspensionSetAside)
        assert yard.order(order).stage is Stage.SET_ASIDE
        assert not yard.order(order).is_active
        refusal = yard.refused("apply-resumption", order, self_check="", paper=PAPER)
        assert refusal.code == "suspension_stage"

    @pytest.mark.procedure("SU-55", "SU-56")
    def test_refused(self, yard: Yard) -> None:
        """
        行政诉讼法62: by the head (own_decision_by_head), while it stands
        (nothing_to_set_aside).
        """
        order = yard.suspended()

        by_clerk = yard.refused("set-suspension-aside", order, by=yard.clerk, **OWN)
        yard.do("set-suspension-aside", order, by=yard.chief, **OWN)
        again = yard.refused("set-suspension-aside", order, by=yard.chief, **OWN)

        assert by_clerk.code == "own_decision_by_head"
        assert again.code == "nothing_to_set_aside"

    @pytest.mark.procedure("SU-57")
    def test_by_the_court(self, yard: Yard) -> None:
        """
        行政诉讼法70: revoked by the court, it falls with the judgment.
        """
        order = yard.defied()

        _, fell = judged(yard, order, Challenged.SUSPENSION, RemedyResult.REVOKED)

        assert isinstance(fell, SuspensionSetAside)
        assert fell.changed_by is ChangedBy.COURT
        assert not yard.order(order).is_active

    def test_frees_the_hazard(self, yard: Yard) -> None:
        """
        INV-32: a suspension that fell keeps no hazard from being struck off.
        """
        hazard = verified(yard)
        order = yard.suspended(hazard)
        terms = {"by": yard.chief, "opinion": "同意"}
        assert yard.refused("delist-hazard", hazard, **terms).code == "measure_active"

        yard.do("set-suspension-aside", order, by=yard.chief, **OWN)

        assert yard.do("delist-hazard", hazard, **terms)

    def test_names_the_closure_asked_for(self, yard: Yard) -> None:
        """
        INV-31, INV-41: a closure that was asked for because of it is to be examined.
        """
        order = yard.failed()
        said = yard.closing(closure_ground=ClosureGround.STILL_UNFIT, suspension=order)
        closure = yard.do("request-closure", None, **said)[0].file

        (fact,) = yard.do("set-suspension-aside", order, by=yard.chief, **OWN)

        assert isinstance(fact, SuspensionSetAside)
        assert fact.to_examine == (closure,)

    @pytest.mark.procedure("SU-60")
    def test_with_its_penalty(self, yard: Yard) -> None:
        """
        行政处罚法75(2), INV-41: with the penalty the suspension falls that carries it
        out, and another one can carry out another penalty.
        """
        penalty = yard.penalty_of(STOPPED)
        said = {"by": yard.chief, "penalty": penalty, "scope": "全部", "reason": "执行"}
        order = yard.do("order-suspension-as-penalty", None, **said)[0].file
        own = {name: OWN[name] for name in OWN if name != "fall"}

        fell, also = yard.do("revoke-decision", penalty, by=yard.chief, **own)

        assert isinstance(fell, DecisionRevoked)
        assert isinstance(also, SuspensionSetAside)
        assert (also.fall, also.deed.cause) == (Fall.BASIS_FALLEN, fell.id)
        assert not yard.order(order).is_active

    def test_the_penalty_carried_out_again(self, yard: Yard) -> None:
        """
        行政处罚法9(4): where only the suspension fell, the penalty is carried out anew.
        """
        penalty = yard.penalty_of(STOPPED)
        said = {"by": yard.chief, "penalty": penalty, "scope": "全部", "reason": "执行"}
        order = yard.do("order-suspension-as-penalty", None, **said)[0].file
        twice = yard.refused("order-suspension-as-penalty", None, **said)
        yard.do("set-suspension-aside", order, by=yard.chief, **OWN)

        assert twice.code == "suspension_already"
        assert yard.do("order-suspension-as-penalty", None, **said)


class TestAClosure:
    def closed(self, yard: Yard) -> UUID:
        """Have a closure asked for and decided."""
        closure = self.asked(yard)
        paper = {"decision_number": "9号", "decision_paper": PAPER}
        where = {"by": yard.clerk, "government": yard.government}
        yard.do("record-closure-decision", closure, **where, **paper)
        return closure

    def asked(self, yard: Yard) -> UUID:
        """Have a closure asked for."""
        said = yard.closing(
            closure_ground=ClosureGround.BACKWARD_CAPACITY, evidence=(PAPER,)
        )
        return yard.do("request-closure", None, **said)[0].file

    def ban(self, yard: Yard, closure: UUID) -> dict[str, object]:
        """A ban that rests on it."""
        return {
            "by": yard.clerk,
            "person": Personal("张三"),
            "ban_basis": BanBasis.CLOSURE,
            "basis_no": "9号",
            "basis_on": yard.day,
            "ban_scope": "主要负责人",
            "basis_paper": PAPER,
            "basis_file": closure,
        }

    @pytest.mark.procedure("SU-58")
    def test_with_the_ban_that_rests_on_it(self, yard: Yard) -> None:
        """
        安全生产法113, INV-42: no ban without its basis; one on another basis goes on.
        """
        closure, other = self.closed(yard), self.closed(yard)
        banned = [
            yard.do("impose-occupational-ban", None, **self.ban(yard, each))[0].file
            for each in (closure, other)
        ]

        fell, lifted = yard.do(
            "record-closure-set-aside", closure, by=yard.clerk, **OWN
        )

        assert isinstance(fell, ClosureSetAside)
        assert isinstance(lifted, BanLifted)
        assert (lifted.file, lifted.deed.cause) == (banned[0], fell.id)
        assert yard.closure(closure).stage is ClosureStage.SET_ASIDE
        assert yard.read(Ban, banned[1]).stage is BanStage.RUNNING

    @pytest.mark.procedure("SU-59")
    def test_that_was_not_decided(self, yard: Yard) -> None:
        """
        行政复议法64: closure was decided, and no ban rests on one that was not.
        """
        asked, fallen = self.asked(yard), self.closed(yard)
        yard.do("record-closure-set-aside", fallen, by=yard.clerk, **OWN)

        for closure in (asked, fallen):
            by = {"by": yard.clerk}
            none = yard.refused("record-closure-set-aside", closure, **by, **OWN)
            assert none.code == "nothing_to_set_aside"
            said = self.ban(yard, closure)
            refusal = yard.refused("impose-occupational-ban", None, **said)
            assert refusal.code == "no_closure"

    def test_on_review(self, yard: Yard) -> None:
        """
        行政复议法64, INV-41: it falls in the commit of the result, and names the
        licences that their issuers revoked since.
        """
        before, since = permitted(yard, "证1"), permitted(yard, "证2")
        yard.do("record-licence-revocation", before, by=yard.clerk, **REVOCATION)
        yard.day += timedelta(days=1)
        closure = self.closed(yard)
        yard.do("record-licence-revocation", since, by=yard.clerk, **REVOCATION)

        _, fell = reviewed(yard, closure, Challenged.CLOSURE, RemedyResult.VOID)

        assert isinstance(fell, ClosureSetAside)
        assert fell.to_examine == (since,)
        assert not yard.closure(closure).is_closed


class TestNoPenalty:
    def spared(self, yard: Yard, case: UUID, *parties: int) -> UUID:
        """Have it decided that parties get no penalty."""
        for party_no in parties:
            yard.do("decide-no-penalty", case, **sparing(yard, party_no=party_no))
        return case

    @pytest.mark.procedure("CO-48")
    def test_by_the_body_itself(self, yard: Yard) -> None:
        """
        行政处罚法75(2): the party's matter is undecided again, and may be decided.
        """
        case = self.spared(yard, yard.heard(100), 1)

        said = {"by": yard.chief, "party_no": 1}
        (fact,) = yard.do("set-no-penalty-aside", case, **said, **OWN)

        assert isinstance(fact, NoPenaltySetAside)
        assert yard.party(case).stage is PartyStage.HEARD
        self.spared(yard, case, 1)
        assert yard.party(case).has_no_penalty

    @pytest.mark.procedure("CO-49")
    def test_where_none_was_decided(self, yard: Yard) -> None:
        """
        行政处罚法75(2): no penalty was decided for this party.
        """
        case = yard.heard(100)

        said = {"by": yard.chief, "party_no": 1}
        refusal = yard.refused("set-no-penalty-aside", case, **said, **OWN)

        assert refusal.code == "nothing_to_set_aside"

    @pytest.mark.procedure("CO-50")
    def test_by_the_court(self, yard: Yard) -> None:
        """
        行政诉讼法70: somebody harmed sued, and the court revoked it.
        """
        case = self.spared(yard, yard.concluded(), 1)

        _, fell = judged(yard, case, Challenged.NO_PENALTY, RemedyResult.REVOKED)

        assert isinstance(fell, NoPenaltySetAside)
        assert not yard.party(case).has_no_penalty

    def test_of_several_parties(self, yard: Yard) -> None:
        """
        行政复议法64: of several parties only that of the applicant falls.
        """
        case = self.spared(yard, yard.conclude(yard.with_person()), 1, 2)

        reviewed(yard, case, Challenged.NO_PENALTY, RemedyResult.REVOKED)

        spared = [yard.party(case, number).has_no_penalty for number in (1, 2)]
        assert spared == [False, True]
