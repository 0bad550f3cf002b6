"""
Where an act is refused for two grounds at once, that one is told which comes first in
the order competence, existence, stage, time, amount (PROCEDURE 2).
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.base import Actor, Role
from domain.coercive_measure.choices import Disposal
from domain.enforcement_case.choices_of_hearing import HearingOutcome
from domain.falling import ChangedBy
from domain.law.penalty_kinds import PenaltyKind
from domain.procedures.deciding_penalties import ActFined
from domain.refusals import Refused
from tests.cases.dossier import PAPER, Dossier
from tests.cases.list_entry.listed import Lists
from tests.cases.penalty.decided import ALL_PAPERS, Bureau
from tests.cases.penalty.test_deciding import SAYS, WAN
from tests.cases.penalty.test_deciding import terms as deciding
from tests.cases.referral.justice import Justice
from tests.cases.scene import MONDAY, SIGNER
from tests.cases.yard import Yard

#: The last day of what is sealed in the yard.
LAST = MONDAY + timedelta(days=20)
#: An identity number, which stands in no plain text.
NUMBER = "230102199001011234"


class TestCompetenceFirst:
    def test_another_bodys_finding_and_one_handler(self) -> None:
        """
        file-case: C not_ours before A inspectors_too_few.
        """
        scene = Dossier()
        head = Actor(Role.HEAD, scene.superior, scene.other_bureau)
        filing = scene.filing(by=head, handlers=scene.strangers[:1])

        assert scene.refused("file-case", None, **filing).code == "not_ours"

    def test_a_clerk_on_a_decision_that_fell(self) -> None:
        """
        vary-decision: C own_decision_by_head before S decision_fallen.
        """
        bureau = Bureau()
        penalty = bureau.on_the_spot()
        said = {"changed_by": ChangedBy.OWN, "reason": "错误", "effective_on": MONDAY}
        bureau.do("revoke-decision", penalty, by=bureau.chief, **said)
        said |= {"kinds": (PenaltyKind.WARNING,), "fine_fen": 0}

        refusal = bureau.refused("vary-decision", penalty, by=bureau.clerk, **said)

        assert refusal.code == "own_decision_by_head"

    def test_a_strangers_report_before_the_hearing(self) -> None:
        """
        report-hearing: C not_the_chair before S hearing_not_held.
        """
        scene = Dossier()
        case = scene.hearing_set()
        said = {
            "party_no": 1,
            "hearing_outcome": HearingOutcome.KEEP,
            "opinion": "维持",
        }

        refusal = scene.refused("report-hearing", case, by=scene.officer(2), **said)

        assert refusal.code == "not_the_chair"


class TestExistenceFirst:
    @pytest.mark.parametrize(
        ("act", "said"),
        [
            ("decide-penalty", deciding(party_no=9)),
            ("hear-statement", {"party_no": 9, "said": "已整改"}),
            ("waive-statement", {"party_no": 9, "signer": SIGNER, "waiver": PAPER}),
            ("request-hearing", {"party_no": 9}),
            ("refuse-hearing", {"party_no": 9, "reason": "逾期"}),
        ],
    )
    def test_no_such_party_of_a_case_just_filed(
        self, act: str, said: dict[str, object]
    ) -> None:
        """
        E no_such_party before S: what there is is asked before how far it is.
        """
        scene = Dossier()
        by = scene.chief if act in {"decide-penalty", "refuse-hearing"} else scene.clerk

        refusal = scene.refused(act, scene.filed(), by=by, **said)

        assert refusal.code == "no_such_party"

    def test_no_such_finding_of_a_visit_that_goes_on(self) -> None:
        """
        decide-no-case: E no_such_item before S inspection_stage.
        """
        scene = Dossier()
        said = {"item_nos": (9,), "reason": "轻微"}

        refusal = scene.refused("decide-no-case", scene.found(), by=scene.chief, **said)

        assert refusal.code == "no_such_item"

    def test_no_such_thing_of_a_measure_that_was_lifted(self) -> None:
        """
        dispose-of-thing: E no_such_thing before S coercion_stage.
        """
        yard = Yard()
        measure = yard.imposed()
        yard.lift(measure)
        said = {
            "thing_no": 9,
            "disposal": Disposal.RELEASE,
            "legal_basis": "行政强制法28",
        }

        refusal = yard.refused("dispose-of-thing", measure, **said)

        assert refusal.code == "no_such_thing"


class TestStageFirst:
    @pytest.mark.parametrize("days", [0, 400])
    def test_papers_missing_out_of_time(self, days: int) -> None:
        """
        apply-to-court: S court_papers_incomplete before T too_early, window_closed.
        """
        bureau = Bureau()
        penalty = bureau.on_the_spot()
        bureau.pass_days(40)
        bureau.demand(penalty)
        bureau.pass_days(days)
        said = {"by": bureau.principal, "court_papers": ALL_PAPERS[:1]}

        refusal = bureau.refused("apply-to-court", penalty, **said)

        assert refusal.code == "court_papers_incomplete"

    def test_papers_missing_and_a_number_in_a_text(self) -> None:
        """
        apply-to-court: S court_papers_incomplete before A identity_number_in_text.
        """
        bureau = Bureau()
        penalty = bureau.on_the_spot()
        bureau.pass_days(40)
        bureau.demand(penalty)
        said = {"by": bureau.principal, "court_papers": (), "late_ground": NUMBER}

        refusal = bureau.refused("apply-to-court", penalty, **said)

        assert refusal.code == "court_papers_incomplete"

    def test_fines_wrong_and_beyond_the_range(self) -> None:
        """
        decide-penalty: S fines_do_not_add_up before A outside_range.
        """
        scene = Dossier()
        fine = ActFined("V02", 1, "安全生产法102", 5 * WAN + 1, "102")
        said = deciding(acts_fined=(fine,))

        refusal = scene.refused("decide-penalty", scene.heard(), by=scene.chief, **said)

        assert refusal.code == "fines_do_not_add_up"

    def test_nothing_said_while_a_hearing_may_be_asked_for(self) -> None:
        """
        decide-penalty: S decision_incomplete before T window_open.
        """
        scene = Dossier()
        case = scene.heard(6 * WAN)
        said = deciding(
            fine_fen=6 * WAN, decision_content=replace(SAYS, legal_basis="")
        )

        refusal = scene.refused("decide-penalty", case, by=scene.chief, **said)

        assert refusal.code == "decision_incomplete"

    def test_to_no_police_without_papers(self) -> None:
        """
        transfer-referral: S papers_incomplete before A wrong_receiver.
        """
        justice = Justice()
        referral = justice.to_be_transferred()
        said = {"police": justice.bureau, "letter": justice.letter(referral)}

        refusal = justice.refused("transfer-referral", referral, papers=(), **said)

        assert refusal.code == "papers_incomplete"

    def test_an_incomplete_entry_while_it_may_be_answered(self) -> None:
        """
        make-entry: S entry_decision_incomplete before T statement_open.
        """
        lists = Lists()
        entry = lists.told()

        with pytest.raises(Refused) as caught:
            lists.make(entry, reasons="")

        assert caught.value.code == "entry_decision_incomplete"

    def test_no_reason_after_the_term(self) -> None:
        """
        extend-measure: S reason_missing before T measure_term_over.
        """
        yard = Yard()
        measure = yard.imposed()
        yard.day = LAST + timedelta(days=1)
        said = {"until_on": LAST + timedelta(days=9), "reason": ""}

        refusal = yard.refused("extend-measure", measure, by=yard.chief, **said)

        assert refusal.code == "reason_missing"


class TestTimeFirst:
    def test_a_window_open_and_heavier_than_notified(self) -> None:
        """
        decide-penalty: T window_open before A heavier_than_notified.
        """
        scene = Dossier()
        case = scene.heard(6 * WAN)
        scene.do("review-case", case, **scene.review())
        said = deciding(fine_fen=7 * WAN, deviation_reason="从重")

        refusal = scene.refused("decide-penalty", case, by=scene.chief, **said)

        assert refusal.code == "window_open"
