"""
作出处罚决定: told, heard, reviewed, within the law of the day, and never twice.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.enforcement_case.choices import CaseSource, ClockGround
from domain.enforcement_case.choices_of_hearing import HearingOutcome, ReviewGround
from domain.law.crimes import Offence
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.parties import Addressee
from domain.penalty.choices import PenaltyFlag, Stage
from domain.penalty.facts import PenaltyDecided
from domain.penalty.file import Penalty
from domain.procedures.deciding_penalties import ActFined, DecisionContent
from domain.procedures.filing_cases import CaseOrigin, Violation
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime, Refused
from tests.cases.dossier import Dossier
from tests.cases.enforcement_case.test_timing import STILL
from tests.cases.penalty.decided import YUAN
from tests.cases.scene import MONDAY

WAN = 10_000 * YUAN
SAYS = DecisionContent("未设置安全距离", "安全生产法99(1)", "罚款3万元", True)  # noqa: FBT003  a value


@pytest.fixture
def dossier() -> Dossier:
    """A bureau that handles cases."""
    return Dossier()


def terms(**changes: object) -> dict[str, object]:
    """What a decision on the first party states, changed as said."""
    fine_fen = changes.pop("fine_fen", 3 * WAN)
    assert isinstance(fine_fen, int)
    fine = ActFined("V02", 1, "安全生产法99(1)", fine_fen, "99")
    said: dict[str, object] = {
        "party_no": 1,
        "kinds": (PenaltyKind.FINE,),
        "fine_fen": fine_fen,
        "acts_fined": (fine,),
        "decision_content": SAYS,
    }
    return said | changes


def decide(dossier: Dossier, case: UUID, **changes: object) -> PenaltyDecided:
    """Decide a penalty."""
    said = terms(**changes)
    (fact,) = dossier.do("decide-penalty", case, by=dossier.chief, **said)
    assert isinstance(fact, PenaltyDecided)
    return fact


def refused(dossier: Dossier, case: UUID, **changes: object) -> Refused:
    """Decide a penalty that must be refused."""
    said = terms(**changes)
    return dossier.refused("decide-penalty", case, by=dossier.chief, **said)


class TestDecidePenalty:
    @pytest.mark.procedure("PE-34")
    def test_on_one_party(self, dossier: Dossier) -> None:
        """
        行政处罚法57: it opens a file of its own, with the times that run from it and
        the range that the fine lies in (INV-25).
        """
        case = dossier.heard()

        fact = decide(dossier, case)

        assert fact.case == case
        assert fact.deed.thread == dossier.case(case).thread
        assert fact.notice == dossier.party(case).noticed.fact  # type: ignore[union-attr]  # it was notified
        (act,) = fact.penalised_acts
        assert (act.fine_floor_fen, act.fine_ceiling_fen) == (0, 5 * WAN)
        assert act.key == f"V02@{dossier.case(case).inspection}/1"
        assert fact.serve_limit is not None
        assert fact.publish_limit is not None
        assert not fact.flags
        assert f"case/{case}/penalty" in fact.tags()
        assert f"enterprise/{dossier.enterprise}/penalty" in fact.tags()

    def test_before_it_is_investigated(self, dossier: Dossier) -> None:
        """
        行政处罚法57: after the investigation.
        """
        assert refused(dossier, dossier.filed()).code == "case_stage"

    def test_twice(self, dossier: Dossier) -> None:
        """
        One decision on a party stands in a case.
        """
        case = dossier.heard()
        decide(dossier, case)

        assert refused(dossier, case).code == "decided_already"

    @pytest.mark.procedure("PE-35")
    def test_without_a_notice(self, dossier: Dossier) -> None:
        """
        行政处罚法62: without a notice answered, waived or expired, no decision
            (notice_missing).
        """
        case = dossier.notified_of()

        refusal = refused(dossier, case)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "notice_missing"

    @pytest.mark.procedure("PE-36")
    def test_while_a_hearing_can_be_asked_for(self, dossier: Dossier) -> None:
        """
        行政处罚法64(1): not before the window for a hearing is over.
        """
        case = dossier.heard(6 * WAN)

        refusal = refused(dossier, case, fine_fen=6 * WAN)

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "window_open"

    def test_without_a_review_of_the_hearing(self, dossier: Dossier) -> None:
        """
        行政处罚法58(2), INV-23: after a hearing it is reviewed, though the party asked
        for another one in vain.
        """
        case = dossier.hearing_set()
        dossier.hold(case)
        outcome = {"hearing_outcome": HearingOutcome.KEEP, "opinion": "维持"}
        dossier.do("report-hearing", case, by=dossier.chair, party_no=1, **outcome)
        dossier.do("request-hearing", case, by=dossier.clerk, party_no=1)
        no_right = {"by": dossier.chief, "party_no": 1, "reason": "已经听证"}
        dossier.do("refuse-hearing", case, **no_right)

        refusal = refused(dossier, case, fine_fen=6 * WAN)

        assert refusal.code == "review_missing"

    @pytest.mark.procedure("PE-37")
    def test_without_a_review(self, dossier: Dossier) -> None:
        """
        行政处罚法58, INV-23: where a ground of review stands, it has passed first.
        """
        case = dossier.heard(review_grounds=(ReviewGround.COMPLEX,))
        refusal = refused(dossier, case)
        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "review_missing"

        dossier.do("review-case", case, **dossier.review())

        decide(dossier, case)

    @pytest.mark.procedure("PE-38")
    def test_without_a_deliberation(self, dossier: Dossier) -> None:
        """
        行政处罚法57(2), INV-23: what is complex or grave the heads decide together.
        """
        case = dossier.heard(complex_or_grave=True)

        refusal = refused(dossier, case)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "deliberation_missing"

    @pytest.mark.procedure("PE-39")
    def test_under_suspicion(self, dossier: Dossier) -> None:
        """
        国务院令310号3, INV-02: no fine while a crime is suspected; a warning goes on.
        """
        kinds = (PenaltyKind.FINE, PenaltyKind.WARNING)
        case = dossier.heard(kinds=kinds)
        act = ActFined("V02", 1, "安全生产法99(1)", 0)
        warning = {"kinds": kinds[1:], "fine_fen": 0, "acts_fined": (act,)}
        dossier.do(
            "suspect-crime",
            None,
            about=case,
            offence=Offence.LIABILITY_ACCIDENT,
            threshold_fact="死亡一人",
        )

        refusal = refused(dossier, case)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "crime_suspected"
        assert {*decide(dossier, case, **warning).kinds} == {PenaltyKind.WARNING}

    @pytest.mark.procedure("PE-46")
    def test_time_barred(self, dossier: Dossier) -> None:
        """
        行政处罚法36: what was discovered too late is not penalised any more.
        """
        long_ago = date(2021, 8, 2)
        old = Violation("未设置安全距离", "V02", MONDAY, long_ago)
        case = dossier.filed(violation=old)
        dossier.propose(dossier.conclude(case))
        dossier.tell(case)
        dossier.waive(case)

        refusal = refused(dossier, case)

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "time_barred"

    @pytest.mark.procedure("PE-40")
    def test_heavier_than_notified(self, dossier: Dossier) -> None:
        """
        行政处罚法45: never more than the party was told, in amount or in kind.
        """
        case = dossier.heard()
        for changes in (
            {"fine_fen": 3 * WAN + 1},
            {"kinds": (PenaltyKind.FINE, PenaltyKind.WARNING)},
            {"confiscated_fen": 1},
        ):
            refusal = refused(dossier, case, deviation_reason="从重", **changes)
            assert isinstance(refusal, BeyondTheLaw)
            assert refusal.code == "heavier_than_notified"

    @pytest.mark.procedure("PE-41")
    @pytest.mark.parametrize(
        "fine",
        [
            ActFined("V02", 1, "安全生产法102", 5 * WAN + 1, "102"),
            ActFined("V02", 1, "安全生产法108", 2 * WAN - 1, "108"),
            ActFined("V02", 1, "安全生产法99", 3 * WAN, "99", 2, "影响恶劣"),
            ActFined("V02", 1, "安全生产法114", 60 * WAN, "114(1)", 2),
            ActFined("V02", 1, "安全生产法114", 59 * WAN, "114(1)", 2, "特别恶劣"),
            ActFined("V02", 1, "安全生产法114", 600 * WAN, "114(1)", 6, "特别恶劣"),
        ],
        ids=["above", "below", "no multiple", "no ground", "below it", "too many"],
    )
    def test_outside_the_range(self, dossier: Dossier, fine: ActFined) -> None:
        """
        安全生产法114, INV-25: between floor and ceiling of the day; a multiple only
        where the law knows one, with its ground.
        """
        case = dossier.heard()
        changes = {"fine_fen": fine.fine_fen, "acts_fined": (fine,)}

        refusal = refused(dossier, case, deviation_reason="从重", **changes)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "outside_range"

    def test_by_a_range_that_is_none(self, dossier: Dossier) -> None:
        """
        A range is one that the law had on the day of the act.
        """
        fine = ActFined("V02", 1, "安全生产法1", 3 * WAN, "1")

        refusal = refused(dossier, dossier.heard(), acts_fined=(fine,))

        assert refusal.code == "no_such_range"

    @pytest.mark.procedure("PE-42")
    def test_an_act_is_fined_once(self, dossier: Dossier) -> None:
        """
        行政处罚法29: an act that was fined on the spot is not fined in a case.
        """
        visit = dossier.found()
        dossier.do(
            "decide-on-the-spot",
            None,
            kinds=(PenaltyKind.FINE,),
            fine_fen=1000 * YUAN,
            violation_fact="未设置安全距离",
            legal_basis="安全生产法99(1)",
            rights_told=True,
            statement="无异议",
            place="厂区",
            decision_no="罚当0001",
            enterprise=dossier.enterprise,
            inspection=visit,
            item_nos=(1,),
        )
        origin = CaseOrigin(CaseSource.FINDING, visit, (1,))
        case = dossier.filed(taken_from=origin)
        dossier.propose(dossier.conclude(case))
        dossier.tell(case)
        dossier.waive(case)

        refusal = refused(dossier, case)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "fined_already"

    @pytest.mark.procedure("PE-44")
    @pytest.mark.parametrize(
        "kind",
        [PenaltyKind.CLOSED, PenaltyKind.DETENTION, PenaltyKind.LICENCE_REVOKED],
    )
    def test_what_others_decide(self, dossier: Dossier, kind: PenaltyKind) -> None:
        """
        安全生产法115: closing is the government's, detention the police's, revocation
        the issuer's.
        """
        kinds = (PenaltyKind.FINE, kind)
        case = dossier.heard(kinds=kinds, hearing_right=True)
        dossier.day = MONDAY + timedelta(days=14)

        refusal = refused(dossier, case, kinds=kinds)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "not_this_body"

    @pytest.mark.procedure("PE-43")
    def test_another_fine_than_the_schedule_came_to(self, dossier: Dossier) -> None:
        """
        行政处罚法34, INV-24, INV-26: a deviation from what the schedule came to is
        explained.
        """
        case = dossier.heard()
        refusal = refused(dossier, case, fine_fen=2 * WAN)
        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "deviation_unexplained"

        fact = decide(dossier, case, fine_fen=2 * WAN, deviation_reason="主动整改")

        assert fact.deviation_reason

    def test_the_fines_add_up(self, dossier: Dossier) -> None:
        """
        Each act is weighed by itself, and the fines are added.
        """
        case = dossier.heard()
        fine = ActFined("V02", 1, "安全生产法99(1)", 1 * WAN, "99")

        assert refused(dossier, case, acts_fined=(fine,)).code == "fines_do_not_add_up"
        assert refused(dossier, case, acts_fined=()).code == "kinds_missing"

    def test_a_decision_that_says_nothing(self, dossier: Dossier) -> None:
        """
        行政处罚法59: the decision states facts, basis and penalty.
        """
        says = DecisionContent("", "安全生产法99(1)", "罚款", True)  # noqa: FBT003  a value

        refusal = refused(dossier, dossier.heard(), decision_content=says)

        assert refusal.code == "decision_incomplete"

    @pytest.mark.parametrize(
        "days", [90, pytest.param(91, marks=pytest.mark.procedure("PE-45"))]
    )
    def test_after_ninety_days(self, dossier: Dossier, days: int) -> None:
        """
        行政处罚法60: after ninety days it is decided all the same, and marked
        (DECISION_LATE).
        """
        case = dossier.heard()
        dossier.day = MONDAY + timedelta(days=days)

        fact = decide(dossier, case)

        late = (PenaltyFlag.DECISION_LATE,) if days > 90 else ()
        assert fact.flags == late

    @pytest.mark.parametrize("basis", [{}, STILL])
    def test_while_it_is_suspended(
        self, dossier: Dossier, basis: dict[str, str]
    ) -> None:
        """
        行政处罚法60: a suspension without a provision does not keep it from being late.
        """
        case = dossier.heard()
        said = {"clock_ground": ClockGround.OTHER, "reason": "案情复杂"}
        dossier.do("suspend-case-clock", case, by=dossier.chief, **said, **basis)
        dossier.day = MONDAY + timedelta(days=91)

        late = () if basis else (PenaltyFlag.DECISION_LATE,)
        assert decide(dossier, case).flags == late


class TestRecordPerformance:
    @pytest.mark.procedure("PE-06")
    def test_of_what_is_no_money(self, dossier: Dossier) -> None:
        """
        行政处罚法66(1): with the fine paid and the rest done, it is performed.
        """
        kinds = (PenaltyKind.FINE, PenaltyKind.BUSINESS_RESTRICTED)
        case = dossier.heard(kinds=kinds)
        penalty = decide(dossier, case, kinds=kinds).file
        to = Addressee(enterprise=dossier.enterprise, printed="城东冶炼厂")
        paper = dossier.do(
            "issue-document",
            None,
            about=penalty,
            form=Form.PENALTY_DECISION_UNIT,
            addressees=(to,),
        )[-1]
        dossier.serve(paper.file)
        pay = {"by": dossier.clerk, "receipt_no": "0001", "amount_fen": 3 * WAN}
        dossier.do("record-payment", penalty, **pay)
        assert dossier.read(Penalty, penalty).stage is Stage.SERVED

        restricted = (PenaltyKind.BUSINESS_RESTRICTED,)
        dossier.do("record-performance", penalty, kinds=restricted, done="已停止")

        assert dossier.read(Penalty, penalty).stage is Stage.PERFORMED
