"""
What is offered of a case (下一步): nothing that would be refused whatever is stated.
"""

from collections.abc import Callable
from uuid import UUID

import pytest

from domain.acts import ACTS
from domain.base import Actor
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import MandatoryOutcome
from domain.enforcement_case.facts import PartyNamed, PartyReleased
from domain.falling import ChangedBy
from domain.law.penalty_kinds import PenaltyKind
from domain.refusals import OutOfOrder
from tests.cases.dossier import PAPER, Dossier
from tests.cases.enforcement_case.test_ending import spared, suspect
from tests.cases.enforcement_case.test_evidence import registered
from tests.cases.penalty.test_deciding import WAN, decide
from tests.cases.scene import moment

Reach = Callable[[Dossier], UUID]


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


def circumstances(scene: Dossier, act: str, by: Actor) -> Circumstances:
    """Let somebody do an act today."""
    return scene.office.circumstances(
        ACTS[act], by=by, at=moment(scene.day, 10), officers=(scene.officers[1],)
    )


def why_not(
    scene: Dossier, act: str, case: UUID, by: Actor | None = None
) -> str | None:
    """Why an act is not offered on a case; nothing where it is."""
    at = circumstances(scene, act, by or scene.officer())
    refusal = next(iter(ACTS[act].grounds(scene.case(case), at)), None)
    return refusal.code if refusal else None


def commissioned(scene: Dossier) -> UUID:
    """A case in which an institution is asked."""
    case = scene.filed()
    asked = {"appraiser": "检测院", "qualification": PAPER, "appraisal_question": "?"}
    scene.do("commission-appraisal", case, **asked, appraise_until=scene.day)
    return case


def decided(scene: Dossier) -> UUID:
    """A case whose only party has a penalty that stands."""
    case = scene.heard()
    decide(scene, case)
    return case


def second_open(scene: Dossier) -> UUID:
    """A case of two parties of whom one has no penalty and the other is weighed."""
    case = scene.weigh(scene.conclude(scene.with_person()), party_no=2)
    return spared(scene, case)


class TestOffers:
    @pytest.mark.parametrize(
        ("act", "reach", "code"),
        [
            ("propose-penalty", Dossier.concluded, "discretion_missing"),
            ("propose-penalty", lambda s: s.weigh(s.concluded()), None),
            ("propose-penalty", spared, "decided_already"),
            ("propose-penalty", decided, "decided_already"),
            ("propose-penalty", second_open, None),
            ("decide-registration", Dossier.filed, "no_such_registration"),
            ("decide-registration", registered, None),
            ("receive-appraisal", Dossier.filed, "no_such_appraisal"),
            ("receive-appraisal", commissioned, None),
        ],
    )
    def test_by_the_handlers(
        self, scene: Dossier, act: str, reach: Reach, code: str | None
    ) -> None:
        """
        行政处罚法 34, 44, 56: what there is to decide on, and on whom.
        """
        assert why_not(scene, act, reach(scene)) == code

    @pytest.mark.parametrize(
        ("act", "reach", "code"),
        [
            ("decide-penalty", Dossier.concluded, "notice_missing"),
            ("decide-penalty", Dossier.notified_of, "notice_missing"),
            ("decide-penalty", lambda s: s.heard(6 * WAN), "review_missing"),
            ("decide-penalty", Dossier.heard, None),
            ("decide-penalty", decided, "decided_already"),
            ("decide-no-penalty", Dossier.concluded, None),
            ("decide-no-penalty", Dossier.asked, "hearing_pending"),
            ("decide-no-penalty", spared, "decided_already"),
            ("decide-no-penalty", decided, "decided_already"),
            ("decide-no-penalty", second_open, None),
        ],
    )
    def test_by_a_head(
        self, scene: Dossier, act: str, reach: Reach, code: str | None
    ) -> None:
        """
        行政处罚法 57, 62, 64: once, on a party that was heard.
        """
        assert why_not(scene, act, reach(scene), scene.chief) == code

    @pytest.mark.parametrize("act", ["decide-penalty", "decide-no-penalty"])
    def test_under_suspicion(self, scene: Dossier, act: str) -> None:
        """
        INV-01, INV-02: neither a fine nor none while a crime is suspected.
        """
        case = scene.heard()
        suspect(scene, case)

        assert why_not(scene, act, case, scene.chief) == "crime_suspected"

    def test_more_than_a_fine_under_suspicion(self, scene: Dossier) -> None:
        """
        国务院令310号 11: what is no fine can be decided meanwhile.
        """
        kinds = (PenaltyKind.FINE, PenaltyKind.WARNING)
        case = scene.heard(kinds=kinds)
        suspect(scene, case)

        assert why_not(scene, "decide-penalty", case, scene.chief) is None

    def test_an_outcome(self, scene: Dossier) -> None:
        """
        忻州2020通知 (九): only what is required can come about.
        """
        case = scene.filed()
        said = ("satisfy-outcome", case, scene.clerk)
        before = why_not(scene, *said)
        outcome = {"mandatory_outcome": MandatoryOutcome.STOPPED}
        basis = {"legal_basis": "四个一律", "reason": "存在重大隐患"}
        scene.do("require-outcome", case, by=scene.clerk, **outcome, **basis)

        assert (before, why_not(scene, *said)) == ("outcome_not_required", None)


class TestWithoutAParty:
    @pytest.mark.procedure("CO-52")
    def test_nobody_to_conclude_on(self, scene: Dossier) -> None:
        """
        行政处罚法 44: an investigation that names no party is not concluded.
        """
        at = circumstances(scene, "conclude-investigation", scene.officer())
        case = scene.case(scene.filed())
        case.record(PartyReleased, at, party_no=1, reason="非责任人")

        with pytest.raises(OutOfOrder) as refused:
            ACTS["conclude-investigation"](case, at, party_results=())

        assert refused.value.code == "no_party_named"

    @pytest.mark.parametrize(
        ("act", "codes"),
        [
            ("conclude-investigation", ["no_party_named"]),
            ("propose-penalty", ["case_stage", "no_party_named"]),
            ("review-statement", ["case_stage", "no_party_named"]),
            ("decide-penalty", ["case_stage", "no_party_named"]),
            ("decide-no-penalty", ["case_stage", "no_party_named"]),
        ],
    )
    def test_each_step_stays_in_sight(
        self, scene: Dossier, act: str, codes: list[str]
    ) -> None:
        """
        行政处罚法 44: a case is against somebody; the steps are listed with what they
        lack, and none is out of order for a party that cannot be named.
        """
        by = scene.chief if act.startswith("decide") else scene.officer()
        at = circumstances(scene, act, by)
        case = scene.case(scene.filed())
        case.record(PartyReleased, at, party_no=1, reason="非责任人")

        refusals = list(ACTS[act].grounds(case, at))

        assert {type(each) for each in refusals} == {OutOfOrder}
        assert [each.code for each in refusals] == codes
        assert refusals[-1].facts["needed"] == PartyNamed.ZH


class TestProposedTwice:
    def test_while_the_penalty_stands(self, scene: Dossier) -> None:
        """
        行政处罚法 29: nothing is proposed against a party whose penalty stands; once it
        was revoked, it can be.
        """
        case = scene.heard()
        penalty = decide(scene, case).file
        scene.weigh(case)
        refusal = scene.refused("propose-penalty", case, **scene.proposal())
        fallen = {"changed_by": ChangedBy.OWN, "reason": "证据不足"}
        on = {"by": scene.chief, "effective_on": scene.day}
        scene.do("revoke-decision", penalty, **fallen, **on)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "decided_already"
        assert scene.do("propose-penalty", case, **scene.proposal())

    def test_beside_another_party(self, scene: Dossier) -> None:
        """
        行政处罚法 29: each party by itself.
        """
        case = scene.conclude(scene.with_person())
        for party_no in (1, 2):
            scene.propose(case, party_no=party_no)
        scene.tell(case)
        scene.waive(case)
        decide(scene, case)

        refusal = scene.refused("propose-penalty", case, **scene.proposal())
        assert refusal.code == "decided_already"
        assert scene.do("propose-penalty", case, **scene.proposal(party_no=2))
