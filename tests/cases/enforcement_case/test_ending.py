"""
不予处罚、移送、终止、结案与归档: over everything that the case caused, and no sooner.
"""

from uuid import UUID

import pytest

from domain.enforcement_case.choices import MandatoryOutcome, Stage, TerminationGround
from domain.enforcement_case.choices_of_hearing import NoPenaltyGround
from domain.enforcement_case.facts_of_ending import CaseClosed, CaseTransferred
from domain.enforcement_case.facts_of_judging import EducationGiven, NoPenaltyDecided
from domain.falling import ChangedBy
from domain.law.crimes import Offence
from domain.law.forms import Form
from domain.law.penalty_kinds import PenaltyKind
from domain.parties import Addressee
from domain.procedures.deciding_penalties import ActFined, DecisionContent
from domain.refusals import BeyondTheLaw, OutOfOrder
from tests.cases.dossier import PAPER, Dossier
from tests.cases.penalty.decided import YUAN
from tests.cases.penalty.test_deciding import decide
from tests.cases.yard import Yard


@pytest.fixture
def scene() -> Yard:
    """A bureau in the place of the draft opinion."""
    return Yard("002")


def sparing(scene: Dossier, **changes: object) -> dict[str, object]:
    """The terms of a decision of no penalty."""
    said = {
        "by": scene.chief,
        "party_no": 1,
        "no_penalty_ground": NoPenaltyGround.FIRST_MINOR,
        "violation_fact": "未设置安全距离",
        "reason": "初次违法，已改正",
        "legal_basis": "行政处罚法33(1)",
        "education": "告知安全生产法第三十六条",
    }
    return said | changes


def closing(scene: Dossier) -> dict[str, object]:
    """The terms of a closing."""
    return {"by": scene.chief, "case_result": "不予处罚", "execution": "已教育"}


def suspect(scene: Dossier, file: UUID) -> None:
    """Say that a file shows signs of a crime."""
    crime = {"offence": Offence.DANGEROUS_WORK, "threshold_fact": "关闭报警设备"}
    scene.do("suspect-crime", None, about=file, **crime)


def spared(scene: Dossier, case: UUID | None = None) -> UUID:
    """A case whose party gets no penalty and has the decision."""
    case = case or scene.concluded()
    scene.do("decide-no-penalty", case, **sparing(scene))
    (issued,) = scene.do(
        "issue-document",
        None,
        about=case,
        form=Form.NO_PENALTY_DECISION,
        addressees=(Addressee(enterprise=scene.enterprise),),
        party_no=1,
    )[-1:]
    scene.serve(issued.file)
    return case


def fined(scene: Yard, case: UUID) -> UUID:
    """A penalty of 30 000 yuan on the first party of a case, served."""
    fine_fen = 30_000 * YUAN
    (decided,) = scene.do(
        "decide-penalty",
        case,
        by=scene.chief,
        party_no=1,
        kinds=(PenaltyKind.FINE,),
        fine_fen=fine_fen,
        acts_fined=(ActFined("V02", 1, "安全生产法99(1)", fine_fen, "99"),),
        decision_content=DecisionContent(
            "未设置安全距离", "安全生产法99(1)", "罚款3万元", surcharge_told=True
        ),
    )
    scene.serve(scene.issued(decided.file, Form.PENALTY_DECISION_UNIT))
    return decided.file


class TestDecideNoPenalty:
    @pytest.mark.procedure("CO-37")
    def test_with_education(self, scene: Dossier) -> None:
        """
        行政处罚法 33(3), 57: with reasons, and the party is educated.
        """
        decided, educated = scene.do(
            "decide-no-penalty", scene.heard(), **sparing(scene)
        )

        assert isinstance(decided, NoPenaltyDecided)
        assert isinstance(educated, EducationGiven)

    def test_a_statement_after_it(self, scene: Dossier) -> None:
        """
        行政处罚法 57: who got no penalty and then states its case, or asks for a
        hearing, has no penalty still.
        """
        case = scene.heard()
        scene.do("decide-no-penalty", case, **sparing(scene))
        scene.do("hear-statement", case, party_no=1, said="本来就没错")
        scene.do("request-hearing", case, by=scene.clerk, party_no=1)

        assert scene.party(case).has_no_penalty
        refusal = scene.refused("decide-no-penalty", case, **sparing(scene))
        assert refusal.code == "decided_already"

    @pytest.mark.procedure("CO-38")
    @pytest.mark.parametrize("where", ["case", "inspection"])
    def test_under_suspicion(self, scene: Dossier, where: str) -> None:
        """
        国务院令310号 3, INV-01: never while a crime is suspected.
        """
        case = scene.heard()
        visit = scene.case(case).inspection
        assert visit is not None
        suspect(scene, case if where == "case" else visit)

        refused = scene.refused("decide-no-penalty", case, **sparing(scene))

        assert isinstance(refused, OutOfOrder)
        assert refused.code == "crime_suspected"

    def test_once(self, scene: Dossier) -> None:
        """
        A party's matter is decided once.
        """
        refused = scene.refused("decide-no-penalty", spared(scene), **sparing(scene))

        assert refused.code == "decided_already"

    def test_not_during_a_hearing(self, scene: Dossier) -> None:
        """
        行政处罚法 65: the hearing is heard to its end.
        """
        refused = scene.refused("decide-no-penalty", scene.asked(), **sparing(scene))

        assert refused.code == "hearing_pending"


class TestTransferCase:
    @pytest.mark.procedure("CO-39")
    @pytest.mark.parametrize("to", ["bureau", "police"])
    def test_against_a_receipt(self, scene: Dossier, to: str) -> None:
        """
        行政处罚法 22: to whoever has the power; the receiver may read it.
        """
        case = scene.filed()
        if to == "police":
            suspect(scene, case)
        receiver = scene.police if to == "police" else scene.other_bureau
        said = {"by": scene.chief, "receiver": receiver, "reason": "无管辖权"}
        assert scene.refused("transfer-case", case, **said).code == "receipt_missing"

        (fact,) = scene.do("transfer-case", case, **said, receipt=PAPER)

        assert isinstance(fact, CaseTransferred)
        assert fact.to_police is (to == "police")
        assert list(fact.hand_overs()) == [(case, receiver)]
        assert scene.case(case).handed_to == (receiver,)

    @pytest.mark.procedure("CO-40")
    def test_under_suspicion(self, scene: Dossier) -> None:
        """
        INV-01: under suspicion to the police alone.
        """
        case = scene.filed()
        suspect(scene, case)
        said = {"by": scene.chief, "receiver": scene.other_bureau, "reason": "无管辖权"}

        refused = scene.refused("transfer-case", case, **said, receipt=PAPER)

        assert isinstance(refused, OutOfOrder)
        assert refused.code == "crime_suspected"


class TestTerminateCase:
    def test_then_closed(self, scene: Dossier) -> None:
        """
        行政处罚法 57: nothing was decided on anybody.
        """
        case = scene.concluded()
        said = {"by": scene.chief, "reason": "证据不足"}
        ground = {"termination_ground": TerminationGround.NO_VIOLATION}
        scene.do("terminate-case", case, **said, **ground)

        scene.do("close-case", case, **closing(scene))

        assert scene.case(case).stage is Stage.CLOSED

    @pytest.mark.parametrize("why", ["crime_suspected", "decided_already"])
    def test_not_where(self, scene: Dossier, why: str) -> None:
        """
        INV-01: nor once something was decided.
        """
        case = spared(scene) if why == "decided_already" else scene.concluded()
        if why == "crime_suspected":
            suspect(scene, case)
        said = {"by": scene.chief, "reason": "证据不足"}
        ground = {"termination_ground": TerminationGround.OTHER}

        assert scene.refused("terminate-case", case, **said, **ground).code == why


class TestCloseCase:
    @pytest.mark.procedure("CO-41")
    def test_no_penalty_served(self, scene: Dossier) -> None:
        """
        行政处罚法 57: every party and every document is done.
        """
        (fact,) = scene.do("close-case", spared(scene), **closing(scene))

        assert isinstance(fact, CaseClosed)

    @pytest.mark.procedure("CO-42")
    def test_under_suspicion(self, scene: Dossier) -> None:
        """
        INV-01: no case closes while a crime is suspected.
        """
        case = spared(scene)
        suspect(scene, case)

        refused = scene.refused("close-case", case, **closing(scene))

        assert isinstance(refused, OutOfOrder)
        assert refused.code == "crime_suspected"

    @pytest.mark.parametrize(
        "performed", [pytest.param(False, marks=pytest.mark.procedure("CO-43")), True]
    )
    def test_over_its_penalties(self, scene: Yard, *, performed: bool) -> None:
        """
        Every party's penalty is performed, ended or fallen, else party_open.
        """
        case = scene.heard()
        penalty = fined(scene, case)
        if performed:
            scene.pay(penalty, 30_000)

        if not performed:
            refused = scene.refused("close-case", case, **closing(scene))
            assert isinstance(refused, OutOfOrder)
            assert refused.code == "party_open"
            return
        (fact,) = scene.do("close-case", case, **closing(scene))
        assert isinstance(fact, CaseClosed)
        assert fact.concluded_files == (penalty,)

    def test_second_party_open(self, scene: Dossier) -> None:
        """
        The unit's decision closes nothing for the person.
        """
        case = spared(scene, scene.conclude(scene.with_person()))

        refused = scene.refused("close-case", case, **closing(scene))

        assert (refused.code, refused.facts["no"]) == ("party_open", 2)

    @pytest.mark.procedure("CO-44")
    def test_outcome_missing(self, scene: Dossier) -> None:
        """
        INV-28: what a rule requires has come about first.
        """
        case = scene.concluded()
        outcome = {"mandatory_outcome": MandatoryOutcome.STOPPED}
        basis = {"legal_basis": "四个一律", "reason": "存在重大隐患"}
        scene.do("require-outcome", case, by=scene.clerk, **outcome, **basis)
        met = spared(scene, case)
        refused = scene.refused("close-case", met, **closing(scene))
        assert refused.code == "outcome_missing"

        done = {"done": "已停产整顿", "evidence": (PAPER,), "outcome_file": case}
        scene.do("satisfy-outcome", case, by=scene.clerk, **outcome, **done)

        assert scene.do("close-case", case, **closing(scene))

    @pytest.mark.parametrize("what", ["measure", "suspension"])
    def test_measure_open(self, scene: Yard, what: str) -> None:
        """
        A measure of the case is lifted before it closes.
        """
        case = spared(scene)
        rests_on = scene.rests_on(scene.graded(), case=case)
        if what == "measure":
            measure = scene.urgent(rests_on=rests_on)
        else:
            measure = scene.suspended(rests_on=rests_on)

        refused = scene.refused("close-case", case, **closing(scene))

        assert refused.code == "measures_open"
        assert refused.facts["measures"] == (measure,)

    def test_measure_lifted(self, scene: Yard) -> None:
        """
        A measure that was lifted keeps no case open.
        """
        case = spared(scene)
        scene.lift(scene.urgent(rests_on=scene.rests_on(case=case)))

        assert scene.do("close-case", case, **closing(scene))

    def test_document_unserved(self, scene: Dossier) -> None:
        """
        A paper that has an addressee has reached it.
        """
        case = scene.propose(scene.concluded())
        scene.notice(case)
        spared(scene, case)

        refused = scene.refused("close-case", case, **closing(scene))

        assert refused.code == "document_unserved"


class TestPapersOfPenalties:
    def paper(self, scene: Dossier, penalty: UUID, form: Form) -> UUID:
        """A document about a penalty, for its party."""
        to = Addressee(enterprise=scene.enterprise, printed="城东冶炼厂")
        said = {"about": penalty, "form": form, "addressees": (to,)}
        return scene.do("issue-document", None, **said)[-1].file

    def performed(self, scene: Dossier) -> tuple[UUID, UUID, UUID]:
        """A case, its penalty that is paid, and the decision that was served."""
        case = scene.heard()
        penalty = decide(scene, case).file
        decision = self.paper(scene, penalty, Form.PENALTY_DECISION_UNIT)
        scene.serve(decision)
        money = {"receipt_no": "票1", "amount_fen": 3_000_000}
        scene.do("record-payment", penalty, by=scene.clerk, **money)
        return case, penalty, decision

    @pytest.mark.parametrize("served", [False, True])
    def test_not_closed_before_they_are_served(
        self, scene: Dossier, *, served: bool
    ) -> None:
        """
        PROCEDURE 2.2: every document is done, also one about a penalty.
        """
        case, penalty, _ = self.performed(scene)
        demand = self.paper(scene, penalty, Form.PENALTY_DECISION_UNIT)
        if served:
            scene.serve(demand)
            assert scene.do("close-case", case, **closing(scene))
            return

        refused = scene.refused("close-case", case, **closing(scene))

        assert refused.code == "document_unserved"
        assert refused.facts["documents"] == (demand,)

    def test_a_decision_that_fell(self, scene: Dossier) -> None:
        """
        行政处罚法 61: what was revoked before it was served reaches nobody.
        """
        case = scene.heard()
        penalty = decide(scene, case).file
        self.paper(scene, penalty, Form.PENALTY_DECISION_UNIT)
        fallen = {"changed_by": ChangedBy.OWN, "reason": "证据不足"}
        on = {"by": scene.chief, "effective_on": scene.day}
        scene.do("revoke-decision", penalty, **fallen, **on)

        assert scene.do("close-case", case, **closing(scene))

    def test_indexed(self, scene: Dossier) -> None:
        """
        行政处罚法 47: the index of the case names the papers of its penalties.
        """
        case, _, decision = self.performed(scene)
        papers = TestArchiveCase().papers(scene, case)
        said = TestArchiveCase().archive(papers)

        refused = scene.refused("archive-case", case, by=scene.clerk, **said)
        assert refused.code == "index_incomplete"

        said["indexed"] = (*papers, decision)
        assert scene.do("archive-case", case, by=scene.clerk, **said)


class TestArchiveCase:
    def archive(self, papers: tuple[UUID, ...], **changes: object) -> dict[str, object]:
        """The terms of an archive with these papers."""
        said = {
            "archive_number": "2026-处罚-001",
            "retention_years": 10,
            "pieces_count": 8,
            "pages_count": 40,
            "indexed": papers,
        }
        return said | changes

    def papers(self, scene: Dossier, case: UUID) -> tuple[UUID, ...]:
        """Close a case and list its documents."""
        scene.do("close-case", case, **closing(scene))
        return scene.office.tagged(f"file/{case}/document")

    @pytest.mark.procedure("CO-45")
    def test_complete(self, scene: Dossier) -> None:
        """
        行政处罚法 47: every document stands in the index.
        """
        case = spared(scene)
        said = self.archive(self.papers(scene, case))

        scene.do("archive-case", case, by=scene.clerk, **said)

        assert scene.case(case).stage is Stage.ARCHIVED

    @pytest.mark.procedure("CO-46")
    @pytest.mark.parametrize("lacks", ["paper", "number", "pages"])
    def test_index_incomplete(self, scene: Dossier, lacks: str) -> None:
        """
        行政处罚法 47: nothing is left out.
        """
        case = spared(scene)
        said = self.archive(self.papers(scene, case))
        lack = {"paper": "indexed", "number": "archive_number", "pages": "pages_count"}
        empty = {"paper": (), "number": " ", "pages": 0}
        said[lack[lacks]] = empty[lacks]

        refused = scene.refused("archive-case", case, by=scene.clerk, **said)

        assert isinstance(refused, OutOfOrder)
        assert refused.code == "index_incomplete"

    def test_kept_long_enough(self, scene: Dossier) -> None:
        """
        The place says for how many years.
        """
        case = spared(scene)
        said = self.archive(self.papers(scene, case), retention_years=9)

        refused = scene.refused("archive-case", case, by=scene.clerk, **said)

        assert isinstance(refused, BeyondTheLaw)
        assert refused.code == "kept_too_short"
