"""
裁量、拟处罚、告知与陈述申辩: weighed by the schedule, notified whole, answered truly.
"""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.document.file import DocumentIssued
from domain.enforcement_case.choices import MitigatingFactor, PartyStage, Stage
from domain.enforcement_case.choices_of_hearing import HearingGround, ReviewGround
from domain.enforcement_case.facts_of_notice import (
    ArgumentAnswer,
    NoticeServed,
    PenaltyProposed,
    StatementHeard,
    StatementPeriodExpired,
)
from domain.enforcement_case.proposing import ScheduleRow
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.parties import Addressee
from domain.refusals import BeyondTheLaw, OutOfOrder
from domain.values import Personal
from tests.cases.dossier import CLOCK, CONTENT, PAPER, ROW, Dossier
from tests.cases.enforcement_case.test_evidence import talk
from tests.cases.scene import SIGNER

#: The last day to answer a notice of the Monday: five working days.
ANSWER_BY = date(2026, 3, 9)


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


class TestApplyDiscretion:
    def weighing(self, scene: Dossier, **changes: object) -> dict[str, object]:
        """The terms of an application of the schedule."""
        said = {
            "party_no": 1,
            "applied_row": ROW,
            "fine_fen": 3_000_000,
            "factor_answers": scene.answers(),
        }
        return said | changes

    @pytest.mark.parametrize(
        "blank",
        [replace(ROW, discretion_schedule=" "), replace(ROW, schedule_row="")],
        ids=["schedule", "row"],
    )
    def test_no_schedule(self, scene: Dossier, blank: ScheduleRow) -> None:
        """
        INV-26: a fine is weighed by a schedule and its row, each by its name.
        """
        said = self.weighing(scene, applied_row=blank)

        refused = scene.refused("apply-discretion", scene.concluded(), **said)

        assert refused.code == "schedule_missing"

    def test_schedule_not_in_force(self, scene: Dossier) -> None:
        """
        INV-26: the schedule of the day is cited.
        """
        old = replace(ROW, schedule_until=date(2026, 3, 1))
        said = self.weighing(scene, applied_row=old)

        refused = scene.refused("apply-discretion", scene.concluded(), **said)

        assert isinstance(refused, BeyondTheLaw)
        assert refused.code == "schedule_not_in_force"

    def test_factors_one_by_one(self, scene: Dossier) -> None:
        """
        行政处罚法 32, 33: each factor is answered.
        """
        said = self.weighing(scene, factor_answers=scene.answers()[1:])

        refused = scene.refused("apply-discretion", scene.concluded(), **said)

        assert refused.code == "factors_unanswered"

    def test_factor_with_proof(self, scene: Dossier) -> None:
        """
        行政处罚法 32: a factor that stands has its proof on record.
        """
        case, merit = scene.concluded(), MitigatingFactor.MERIT
        said = self.weighing(scene, factor_answers=scene.answers(merit))
        refused = scene.refused("apply-discretion", case, **said)
        assert refused.code == "factor_unproved"

        scene.do(
            "record-mitigating-factor",
            case,
            party_no=1,
            mitigating_factor=merit,
            proof="公安机关证明",
            evidence=(PAPER,),
        )

        assert scene.do("apply-discretion", case, **said)

    def test_aggravating_factor_with_proof(self, scene: Dossier) -> None:
        """
        行政处罚法 34: what makes it heavier is proved as well.
        """
        case = scene.filed()
        said = {"party_no": 1, "aggravating_factor": "拒不整改", "legal_basis": "基准5"}
        scene.do(
            "record-aggravating-factor",
            case,
            **said,
            proof="复查意见书",
            evidence=(PAPER,),
        )

        refused = scene.refused("record-aggravating-factor", case, **said, proof=" ")

        assert refused.code == "proof_missing"

    def test_outside_the_tier(self, scene: Dossier) -> None:
        """
        INV-26: a deviation has its reason.
        """
        case = scene.concluded()
        said = self.weighing(scene, fine_fen=60_000_000)
        refused = scene.refused("apply-discretion", case, **said)
        assert refused.code == "deviation_unexplained"

        assert scene.do(
            "apply-discretion", case, **said, deviation_reason="后果特别严重"
        )

    def test_top_of_the_tier_where_required(self) -> None:
        """
        INV-24: in such a place less than the top of the tier has its reason.
        """
        scene = Dossier("001")
        case = scene.concluded()
        said = self.weighing(scene)

        refused = scene.refused("apply-discretion", case, **said)

        assert refused.code == "deviation_unexplained"
        assert scene.do("apply-discretion", case, **(said | {"fine_fen": 50_000_000}))


class TestProposePenalty:
    @pytest.mark.procedure("CO-12")
    def test_small_fine(self, scene: Dossier) -> None:
        """
        行政处罚法 63: a small fine carries no right to a hearing.
        """
        case = scene.propose(scene.concluded())

        fact = scene.case(case).history[-1]
        assert isinstance(fact, PenaltyProposed)
        assert fact.hearing_ground is None
        assert scene.case(case).stage is Stage.PROPOSED
        assert scene.party(case).stage is PartyStage.PROPOSED

    @pytest.mark.parametrize(
        ("kinds", "fine_fen", "ground"),
        [
            ((PenaltyKind.FINE,), 5_000_000, HearingGround.LARGE_FINE),
            ((PenaltyKind.FINE,), 4_999_999, None),
            ((PenaltyKind.PRODUCTION_STOPPED,), 0, HearingGround.BUSINESS),
            ((PenaltyKind.LICENCE_REVOKED,), 0, HearingGround.QUALIFICATION),
            ((PenaltyKind.LICENCE_SUSPENDED,), 0, None),
        ],
    )
    def test_right_to_a_hearing(
        self,
        scene: Dossier,
        kinds: tuple[PenaltyKind, ...],
        fine_fen: int,
        ground: HearingGround | None,
    ) -> None:
        """
        行政处罚法 63: the kinds and amounts that carry it; 暂扣 by itself does not.
        """
        case = scene.propose(scene.concluded(), fine_fen, kinds=kinds)

        fact = scene.case(case).history[-1]
        assert isinstance(fact, PenaltyProposed)
        assert fact.hearing_ground is ground

    def test_review_and_deliberation_by_amount(self, scene: Dossier) -> None:
        """
        行政处罚法 57(2), 58: from the amounts of the place; adjudication only there.
        """
        case = scene.propose(scene.concluded(), 12_000_000)

        fact = scene.case(case).history[-1]
        assert isinstance(fact, PenaltyProposed)
        assert fact.review_grounds == (ReviewGround.BY_PLACE,)
        assert fact.deliberation_required
        assert not fact.adjudication_required

    @pytest.mark.procedure("CO-13")
    @pytest.mark.parametrize("weighed", [False, True])
    def test_discretion_missing(self, scene: Dossier, *, weighed: bool) -> None:
        """
        行政处罚法 34: the fine proposed is the one that the schedule came to.
        """
        case = scene.concluded()
        if weighed:
            scene.weigh(case, 2_000_000)

        refused = scene.refused("propose-penalty", case, **scene.proposal())

        assert isinstance(refused, OutOfOrder)
        assert refused.code == "discretion_missing"

    def test_approved(self, scene: Dossier) -> None:
        """
        行政处罚法 57: a head approves what is notified.
        """
        case = scene.weigh(scene.concluded())

        refused = scene.refused(
            "propose-penalty", case, **scene.proposal(approver=None)
        )

        assert refused.code == "no_approval"

    def test_kinds_of_todays_law(self, scene: Dossier) -> None:
        """
        行政处罚法 9: no label of the law before it.
        """
        case = scene.weigh(scene.concluded())
        said = scene.proposal(kinds=(PenaltyKind.OLD_LICENCE,))

        assert scene.refused("propose-penalty", case, **said).code == "no_such_kind"

    @pytest.mark.procedure("CO-30")
    def test_heavier_is_notified_anew(self, scene: Dossier) -> None:
        """
        行政处罚法 44: a heavier proposal begins the notice again.
        """
        case = scene.heard()

        scene.propose(case, 4_000_000)

        assert scene.party(case).stage is PartyStage.PROPOSED
        assert scene.party(case).noticed is None

    @pytest.mark.procedure("CO-31")
    @pytest.mark.parametrize("why", ["heavier", "another kind", "new facts"])
    def test_renotify(self, scene: Dossier, why: str) -> None:
        """
        行政处罚法 44, 62: never under the notice that was served.
        """
        case = scene.heard()
        fine = 4_000_000 if why == "heavier" else 3_000_000
        said = scene.proposal(fine, notice_stands=True)
        if why == "another kind":
            said["kinds"] = (PenaltyKind.PRODUCTION_STOPPED, PenaltyKind.FINE)
        if why == "new facts":
            scene.do("record-questioning", case, **talk())
        scene.weigh(case, fine)

        refused = scene.refused("propose-penalty", case, **said)

        assert isinstance(refused, OutOfOrder)
        assert refused.code == "renotify"

    def test_lighter_under_the_same_notice(self, scene: Dossier) -> None:
        """
        行政处罚法 45: what follows the party's arguments needs no new notice.
        """
        case = scene.heard()
        scene.weigh(case, 2_000_000)

        said = scene.proposal(2_000_000, notice_stands=True)
        scene.do("propose-penalty", case, **said)

        assert scene.party(case).stage is PartyStage.HEARD


class TestServeNotice:
    @pytest.mark.procedure("CO-14")
    def test_begins_the_times(self, scene: Dossier) -> None:
        """
        行政处罚法 44, 64(1): five working days for the hearing, never less to answer.
        """
        case = scene.propose(scene.concluded(), 6_000_000)

        service, notice = scene.tell(case)

        assert isinstance(notice, NoticeServed)
        assert notice.service == service.file
        assert notice.hearing_ground is HearingGround.LARGE_FINE
        assert notice.defence_limit is not None
        assert notice.hearing_limit is not None
        assert notice.hearing_limit.last_on == ANSWER_BY
        assert notice.defence_limit.last_on == ANSWER_BY
        assert scene.party(case).stage is PartyStage.NOTICED

    def test_each_party_for_itself(self, scene: Dossier) -> None:
        """
        行政处罚法 44: the notice to the unit is none to the person.
        """
        case = scene.conclude(scene.with_person())
        scene.propose(case)
        scene.propose(case, 1_000_000, party_no=2)

        scene.tell(case, 2)

        assert scene.party(case, 1).noticed is None
        noticed = scene.party(case, 2).noticed
        assert noticed is not None
        assert noticed.fine_fen == 1_000_000

    @pytest.mark.procedure("CO-15")
    @pytest.mark.parametrize("lacks", ["hearing", "grounds", "newest"])
    def test_notice_incomplete(self, scene: Dossier, lacks: str) -> None:
        """
        行政处罚法 44, 63: facts, reasons, basis, and the right to a hearing.
        """
        changes: dict[str, object] = {}
        if lacks == "hearing":
            changes["hearing_right"] = False
        if lacks == "grounds":
            changes["notice_content"] = replace(CONTENT, grounds=" ")
        case = scene.propose(scene.concluded(), 6_000_000, **changes)
        paper = scene.notice(case)
        if lacks == "newest":
            scene.propose(case, 7_000_000)

        with pytest.raises(OutOfOrder) as refused:
            scene.serve(paper)

        assert refused.value.code == "notice_incomplete"

    def test_to_the_party_alone(self, scene: Dossier) -> None:
        """
        行政处罚法 61: a notice goes to the party that it is about.
        """
        case = scene.conclude(scene.with_person())
        scene.propose(case, 1_000_000, party_no=2)

        with pytest.raises(OutOfOrder) as refused:
            scene.notice(case, 1)

        assert refused.value.code == "nothing_to_render"

    def test_to_another_person(self, scene: Dossier) -> None:
        """
        行政处罚法 44: of two persons each is notified with their own paper.
        """
        case = self._two_persons(scene)
        to = Addressee(person=Personal("李四"))
        said = {"about": case, "form": Form.PENALTY_NOTICE, "addressees": (to,)}

        refusal = scene.refused("issue-document", None, **said, party_no=2)
        assert refusal.code == "addressee_is_not_the_party"

        scene.do("issue-document", None, **said, party_no=3)

    def test_what_went_astray_notifies_nobody(self, scene: Dossier) -> None:
        """
        A paper that was issued to another before that was examined tells no party.
        """
        case = self._two_persons(scene)
        paper = scene.notice(case, 2)
        (issued,) = (f for f in scene.office.facts if isinstance(f, DocumentIssued))
        object.__setattr__(issued, "addressees", (Addressee(person=Personal("李四")),))

        scene.serve(paper)

        assert scene.party(case, 2).noticed is None
        assert scene.party(case, 3).noticed is None

    @staticmethod
    def _two_persons(scene: Dossier) -> UUID:
        """A case of a unit and two persons, against each of whom a fine is proposed."""
        case = scene.with_person()
        scene.do("name-party", case, person=Personal("李四"), post="车间主任")
        scene.conclude(case)
        scene.propose(case, 1_000_000, party_no=2)
        return scene.propose(case, 1_000_000, party_no=3)


class TestAnswer:
    @pytest.mark.procedure("CO-16")
    @pytest.mark.parametrize("late", [False, True])
    def test_heard(self, scene: Dossier, *, late: bool) -> None:
        """
        行政处罚法 45: heard whenever it comes, and examined.
        """
        case = scene.notified_of()
        day = ANSWER_BY + timedelta(days=int(late))

        (fact,) = scene.do(
            "hear-statement",
            case,
            by=scene.clerk,
            on=day,
            party_no=1,
            said="距离已整改",
            said_by=Personal("厂长"),
            evidence=(PAPER,),
        )

        assert isinstance(fact, StatementHeard)
        assert fact.is_late is late
        assert scene.party(case).stage is PartyStage.HEARD

    @pytest.mark.procedure("CO-17")
    def test_waived(self, scene: Dossier) -> None:
        """
        行政处罚法 62: expressly; the notice itself cannot be waived.
        """
        case = scene.notified_of()

        scene.waive(case)

        assert scene.party(case).heard
        before = scene.propose(scene.concluded())
        said = {"by": scene.clerk, "party_no": 1, "signer": SIGNER, "waiver": PAPER}
        assert scene.refused("waive-statement", before, **said).code == "notice_missing"

    @pytest.mark.procedure("CO-18")
    def test_expired_by_the_clock(self, scene: Dossier) -> None:
        """
        行政处罚法 44: recorded when the last day is over, and not before.
        """
        case = scene.notified_of()
        said = {"by": CLOCK, "party_no": 1}
        early = scene.refused("expire-statement", case, **said, on=ANSWER_BY, hour=23)
        assert early.code == "time_not_over"

        after = ANSWER_BY + timedelta(days=1)
        (fact,) = scene.do("expire-statement", case, **said, on=after, hour=0)

        assert isinstance(fact, StatementPeriodExpired)
        assert fact.expired_on == ANSWER_BY
        assert scene.party(case).heard

    @pytest.mark.procedure("CO-19")
    def test_boilerplate(self, scene: Dossier) -> None:
        """
        行政处罚法 45: no waiver without its paper, no statement without its words.
        """
        case = scene.notified_of()
        said = {"by": scene.clerk, "party_no": 1}

        waiver = scene.refused("waive-statement", case, **said, signer=SIGNER)
        words = scene.refused("hear-statement", case, **said, said=" ")

        assert waiver.code == words.code == "boilerplate_answer"

    def test_reviewed_argument_by_argument(self, scene: Dossier) -> None:
        """
        行政处罚法 45: each argument has its answer.
        """
        case = scene.notified_of()
        said = {"party_no": 1, "conclusion": "部分采纳", "approver": scene.head}
        one = ArgumentAnswer("已整改", taken=True, reason="复查属实")
        early = scene.refused("review-statement", case, **said, arguments=(one,)).code
        scene.do("hear-statement", case, by=scene.clerk, party_no=1, said="已整改")
        empty = replace(one, reason="")
        refused = scene.refused("review-statement", case, **said, arguments=(empty,))
        assert (early, refused.code) == ("nothing_stated", "boilerplate_answer")

        scene.do("review-statement", case, **said, arguments=(one,))

        assert scene.party(case).statement_reviewed
