"""
From rung to rung: who states an opinion, in what order, on which file.
"""

from uuid import UUID

import pytest

from domain.approvals import CaseApprovalGiven, CaseApprovalReturned, opinions_on
from domain.base import Actor, Role
from domain.enforcement_case.choices import TerminationGround
from domain.enforcement_case.facts_of_ending import CaseTerminated
from domain.law.ladders import Matter, Rung
from domain.procedures.giving_approvals import matters_on
from domain.refusals import NoSuchCase, NotCompetent, OutOfOrder
from tests.cases.approval.ladder import (
    CHECKED,
    OWN_RULES,
    adopt,
    climbed,
    deputy,
    principal,
)
from tests.cases.dossier import Dossier

MATTER = Matter.CASE_TERMINATION
GIVE = {"approval_matter": MATTER, "opinion": "同意"}
RETURN = {"approval_matter": MATTER, "reason": "证据清单不全"}
ENDING = {"termination_ground": TerminationGround.NO_VIOLATION, "reason": "证据不足"}


@pytest.fixture
def scene() -> Dossier:
    """A bureau in a place with a ladder of five rungs."""
    return Dossier()


@pytest.fixture
def case(scene: Dossier) -> UUID:
    """A case that is investigated; from now on the place has its ladder."""
    found = scene.concluded()
    adopt(scene, *CHECKED)
    return found


class TestGiveApproval:
    @pytest.mark.procedure("AP-01")
    def test_put_up_by_those_who_handle_it(self, scene: Dossier, case: UUID) -> None:
        """
        国办发〔2018〕118号: the first opinion is theirs, and says what follows.
        """
        (fact,) = scene.do("give-approval", case, **GIVE)

        assert isinstance(fact, CaseApprovalGiven)
        assert (fact.rung, fact.rungs_left) == (Rung.HANDLER, CHECKED)
        assert fact.deed.actor.person == scene.officers[0]

    @pytest.mark.procedure("AP-02")
    def test_rung_by_rung(self, scene: Dossier, case: UUID) -> None:
        """
        FORMS.md 4(12): each opinion has its rung and its person.
        """
        climbed(scene, case, MATTER, 4)

        given = opinions_on(scene.case(case), MATTER)
        assert [each.rung for each in given] == [Rung.HANDLER, *CHECKED[:3]]
        assert len({each.deed.actor.person for each in given}) == 4

    @pytest.mark.procedure("AP-05")
    def test_where_no_ladder_is_set(self, scene: Dossier, case: UUID) -> None:
        """
        National law has none: of a matter without one no opinion is taken, no_ladder.
        """
        adopt(scene, *CHECKED, matters=(Matter.CASE_CLOSING,))

        refusal = scene.refused("give-approval", case, **GIVE)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "no_ladder"

    @pytest.mark.procedure("AP-06")
    def test_by_a_role_that_is_not_asked(self, scene: Dossier, case: UUID) -> None:
        """
        A legal reviewer has no say where the ladder does not ask: no_rung_of_role.
        """
        adopt(scene, Rung.HEAD)

        refusal = scene.refused("give-approval", case, by=scene.lawyer, **GIVE)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "no_rung_of_role"
        assert refusal.under == OWN_RULES

    @pytest.mark.procedure("AP-07")
    def test_put_up_by_another(self, scene: Dossier, case: UUID) -> None:
        """
        Another officer than the handlers does not put it up: not_of_the_team.
        """
        refusal = scene.refused("give-approval", case, by=scene.officer(3), **GIVE)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "not_of_the_team"

    @pytest.mark.parametrize(
        "act",
        [
            pytest.param("give-approval", marks=pytest.mark.procedure("AP-08")),
            "return-approval",
        ],
    )
    def test_drafter_and_reviewer(self, scene: Dossier, case: UUID, act: str) -> None:
        """
        Who handled the case neither checks it nor sends it back: worked_on_it.
        """
        climbed(scene, case, MATTER, 1)
        said = GIVE if act == "give-approval" else RETURN

        refusal = scene.refused(act, case, by=scene.officer(1), **said)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "worked_on_it"

    @pytest.mark.procedure("AP-09")
    def test_on_two_rungs(self, scene: Dossier, case: UUID) -> None:
        """
        One person with two posts states one opinion: stood_on_lower_rung.
        """
        climbed(scene, case, MATTER, 2)
        same = Actor(Role.LEGAL_REVIEWER, scene.officers[3], scene.bureau)

        refusal = scene.refused("give-approval", case, by=same, **GIVE)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "stood_on_lower_rung"

    @pytest.mark.procedure("AP-10")
    def test_out_of_turn(self, scene: Dossier, case: UUID) -> None:
        """
        A head before the reviewer, and a rung a second time: turn_of_another.
        """
        climbed(scene, case, MATTER, 2)

        early = scene.refused("give-approval", case, by=deputy(scene), **GIVE)
        again = scene.refused("give-approval", case, by=scene.officer(3), **GIVE)

        assert (early.code, again.code) == ("turn_of_another", "turn_of_another")
        assert early.facts["rung"] is Rung.LEGAL_REVIEWER

    @pytest.mark.procedure("AP-11")
    def test_of_what_is_not_decided_there(self, scene: Dossier, case: UUID) -> None:
        """
        A hazard is not struck off on a case: no_such_matter.
        """
        said = GIVE | {"approval_matter": Matter.HAZARD_DELISTING}

        refusal = scene.refused("give-approval", case, **said)

        assert isinstance(refusal, NoSuchCase)
        assert refusal.code == "no_such_matter"

    def test_what_is_decided_on_a_case(self, scene: Dossier, case: UUID) -> None:
        """
        The matters of a case follow from its acts; a referral is none of them.
        """
        assert matters_on(scene.case(case)) == (
            Matter.EVIDENCE_REGISTRATION,
            Matter.PENALTY_DECISION,
            Matter.NO_PENALTY,
            Matter.CASE_EXTENSION,
            Matter.CASE_TRANSFER,
            Matter.CASE_TERMINATION,
            Matter.CASE_CLOSING,
        )

    @pytest.mark.procedure("AP-12")
    def test_without_words(self, scene: Dossier, case: UUID) -> None:
        """
        Nothing stands for an opinion by default: opinion_missing.
        """
        refusal = scene.refused("give-approval", case, **GIVE | {"opinion": " "})

        assert refusal.code == "opinion_missing"

    @pytest.mark.procedure("AP-13")
    def test_by_who_decides(self, scene: Dossier, case: UUID) -> None:
        """
        The act itself is the last rung: last_rung_decides.
        """
        climbed(scene, case, MATTER, 4)

        refusal = scene.refused("give-approval", case, by=principal(scene), **GIVE)

        assert refusal.code == "last_rung_decides"

    def test_of_what_could_not_be_decided(self, scene: Dossier, case: UUID) -> None:
        """
        行政处罚法 57: before every party is done, no opinion on closing is asked for.
        """
        said = GIVE | {"approval_matter": Matter.CASE_CLOSING}

        refusal = scene.refused("give-approval", case, **said)

        assert refusal.code == "party_open"


class TestReturnApproval:
    @pytest.mark.procedure("AP-03")
    def test_with_reasons(self, scene: Dossier, case: UUID) -> None:
        """
        What is returned begins anew: all opinions before count no more.
        """
        climbed(scene, case, MATTER, 3)

        (fact,) = scene.do("return-approval", case, by=deputy(scene), **RETURN)

        assert isinstance(fact, CaseApprovalReturned)
        assert (fact.rung, fact.reason) == (Rung.HEAD, "证据清单不全")
        assert opinions_on(scene.case(case), MATTER) == ()
        climbed(scene, case, MATTER, 4)
        scene.do("terminate-case", case, by=principal(scene), **ENDING)

    def test_by_who_decides(self, scene: Dossier, case: UUID) -> None:
        """
        The last rung returns as well.
        """
        climbed(scene, case, MATTER, 4)

        (fact,) = scene.do("return-approval", case, by=principal(scene), **RETURN)

        assert isinstance(fact, CaseApprovalReturned)
        assert fact.rung is Rung.PRINCIPAL_HEAD

    def test_of_another_matter(self, scene: Dossier, case: UUID) -> None:
        """
        What is returned in one matter is left as it is in another.
        """
        climbed(scene, case, MATTER, 2)
        climbed(scene, case, Matter.CASE_TRANSFER, 2)
        other = RETURN | {"approval_matter": Matter.CASE_TRANSFER}

        scene.do("return-approval", case, by=scene.lawyer, **other)

        assert len(opinions_on(scene.case(case), MATTER)) == 2

    @pytest.mark.procedure("AP-15")
    def test_nothing(self, scene: Dossier, case: UUID) -> None:
        """
        What nobody put up is not returned: nothing_put_up.
        """
        refusal = scene.refused("return-approval", case, by=scene.lawyer, **RETURN)

        assert refusal.code == "nothing_put_up"

    def test_of_a_kind_without_a_ladder(self, scene: Dossier, case: UUID) -> None:
        """
        Where there is no ladder there is nothing to return.
        """
        adopt(scene, *CHECKED, matters=(Matter.CASE_CLOSING,))

        refusal = scene.refused("return-approval", case, by=scene.lawyer, **RETURN)

        assert refusal.code in {"no_ladder", "nothing_put_up"}

    @pytest.mark.procedure("AP-16")
    def test_without_reasons(self, scene: Dossier, case: UUID) -> None:
        """
        A return says what is wanting: reason_missing.
        """
        climbed(scene, case, MATTER, 2)
        said = RETURN | {"reason": ""}

        refusal = scene.refused("return-approval", case, by=scene.lawyer, **said)

        assert refusal.code == "reason_missing"

    def test_out_of_turn(self, scene: Dossier, case: UUID) -> None:
        """
        Only the rung whose turn it is sends back.
        """
        climbed(scene, case, MATTER, 2)

        refusal = scene.refused("return-approval", case, by=deputy(scene), **RETURN)

        assert refusal.code == "turn_of_another"


class TestDeciding:
    @pytest.mark.procedure("AP-04")
    def test_as_the_last_rung(self, scene: Dossier, case: UUID) -> None:
        """
        With every rung below on the file as it is, the principal head decides; so a
        case that is terminated is closed, by a ladder of its own: close-case.
        """
        climbed(scene, case, MATTER, 4)
        said = {"case_result": "终止", "execution": "无"}

        (fact,) = scene.do("terminate-case", case, by=principal(scene), **ENDING)
        climbed(scene, case, Matter.CASE_CLOSING, 4)
        scene.do("close-case", case, by=principal(scene), **said)

        assert isinstance(fact, CaseTerminated)

    @pytest.mark.procedure("AP-17")
    @pytest.mark.parametrize("count", range(4))
    def test_while_a_rung_is_missing(
        self, scene: Dossier, case: UUID, count: int
    ) -> None:
        """
        What is missing is said rung by rung, and where the place says so:
        rungs_missing.
        """
        climbed(scene, case, MATTER, count)
        said = {"by": principal(scene), **ENDING}

        refusal = scene.refused("terminate-case", case, **said)

        assert isinstance(refusal, OutOfOrder)
        assert (refusal.code, refusal.under) == ("rungs_missing", OWN_RULES)
        assert refusal.facts["rungs"] == (Rung.HANDLER, *CHECKED)[count:4]

    def test_after_the_file_changed(self, scene: Dossier, case: UUID) -> None:
        """
        An opinion is on the file as it was: what happens to it since takes it away.
        """
        climbed(scene, case, MATTER, 4)
        scene.do("name-party", case, enterprise=scene.another_enterprise())

        refusal = scene.refused("terminate-case", case, by=principal(scene), **ENDING)

        assert refusal.code == "rungs_missing"
        assert refusal.facts["rungs"] == (Rung.HANDLER, *CHECKED[:3])

    @pytest.mark.procedure("AP-18")
    def test_by_a_deputy(self, scene: Dossier, case: UUID) -> None:
        """
        Where the ladder ends with the principal head, no deputy decides:
        ladder_ends_higher.
        """
        climbed(scene, case, MATTER, 3)

        refusal = scene.refused("terminate-case", case, by=deputy(scene), **ENDING)

        assert isinstance(refusal, NotCompetent)
        assert refusal.code == "ladder_ends_higher"

    def test_by_one_above_the_ladder(self, scene: Dossier, case: UUID) -> None:
        """
        Where it ends with a deputy, the principal head decides as well.
        """
        adopt(scene, Rung.HEAD)
        scene.do("give-approval", case, **GIVE)

        (fact,) = scene.do("terminate-case", case, by=principal(scene), **ENDING)

        assert isinstance(fact, CaseTerminated)

    def test_by_one_who_stood_below(self, scene: Dossier, case: UUID) -> None:
        """
        Who stated an opinion as a deputy does not decide as the principal head.
        """
        climbed(scene, case, MATTER, 4)
        same = Actor(Role.PRINCIPAL_HEAD, scene.other_head, scene.bureau)

        refusal = scene.refused("terminate-case", case, by=same, **ENDING)

        assert refusal.code == "stood_on_lower_rung"

    def test_by_one_who_drafted(self, scene: Dossier, case: UUID) -> None:
        """
        Who handled the case as an officer does not decide it as a head.
        """
        climbed(scene, case, MATTER, 4)
        same = Actor(Role.PRINCIPAL_HEAD, scene.officers[1], scene.bureau)

        refusal = scene.refused("terminate-case", case, by=same, **ENDING)

        assert refusal.code == "worked_on_it"

    def test_without_a_ladder(self, scene: Dossier, case: UUID) -> None:
        """
        A place that sets none asks for nothing.
        """
        adopt(scene, *CHECKED, matters=(Matter.CASE_CLOSING,))

        scene.do("terminate-case", case, by=deputy(scene), **ENDING)
