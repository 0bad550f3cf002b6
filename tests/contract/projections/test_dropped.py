"""
Periods that end without what they ask for: the board does not call them met, and none
runs on.
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.enforcement_case.choices import TerminationGround
from domain.enforcement_case.choices_of_hearing import HearingEnd, HearingOutcome
from domain.falling import ChangedBy
from domain.penalty.choices import TerminationGround as ExecutionEnd
from domain.referral.choices import Outcome
from infra.questions import Ask
from tests.cases.dossier import CLOCK, PAPER, Dossier
from tests.cases.enforcement_case.test_ending import closing, sparing
from tests.cases.enforcement_case.test_evidence import LAST, registered, registration
from tests.cases.list_entry.listed import Lists
from tests.cases.list_entry.test_ending import TERM_OVER
from tests.cases.penalty.test_deciding import WAN, decide
from tests.cases.referral.justice import WITH_GOODS, Justice
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed
from tests.contract.projections.test_case_penalties import OWN, paid, served
from tests.contract.projections.test_cases import times

FINE = 6_000_000
DROPPED = "dropped"


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


def states(scene: Dossier, folder: Path, file: UUID, rule: str) -> list[str]:
    """How the periods of a rule stand."""
    return [state for state, _ in times(scene, folder, file).get(rule, [])]


def told_both(scene: Dossier) -> UUID:
    """Two parties told of a fine that opens a hearing."""
    case = scene.conclude(scene.with_person())
    for party_no in (1, 2):
        scene.propose(case, FINE, party_no=party_no)
        scene.tell(case, party_no)
    return case


class TestAnswers:
    def test_a_right_lapses(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 64(1): once the time to ask for a hearing is over, nobody is late.
        """
        case = scene.notified_of(FINE)
        model = fed("deadlines", tmp_path, as_recorded(scene.office.facts), batch=7)

        def running(day: date) -> int:
            ask = Ask(officer_of(scene.bureau), as_of=day)
            said = {"rule": "PN.hearing.request", "thread": None}
            found = model.answer("deadlines", ask, **said).rows
            return sum(row["file"] == str(case) for row in found)

        assert (running(date(2026, 3, 9)), running(date(2026, 3, 10))) == (1, 0)

    def test_the_hearing_of_one_is_waived(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 44, 64: an express waiver ends both times of that party, no other's.
        """
        case = told_both(scene)
        scene.waive(case, 2, hearing_waived=True)

        found = times(scene, tmp_path, case)

        asked = [state for state, _ in found["PN.hearing.request"]]
        defended = [state for state, _ in found["PN.defence.days"]]
        assert sorted(asked) == [DROPPED, "running"]
        assert sorted(defended) == ["met", "running"]

    def test_one_gets_no_penalty(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 57: who gets no penalty has nothing to answer; the other still has.
        """
        case = told_both(scene)
        scene.do("decide-no-penalty", case, **sparing(scene))

        for rule in ("PN.defence.days", "PN.hearing.request"):
            folder = tmp_path / rule
            found = states(scene, folder, case, rule)
            assert sorted(found) == [DROPPED, "running"]

    def test_a_hearing_is_held(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 64, 65: the party is heard at its hearing; its statement waits no
        more, and the clock has nothing to record.
        """
        case = scene.hearing_set()
        scene.hold(case)
        said = {"hearing_outcome": HearingOutcome.KEEP, "opinion": "维持"}
        by, on = scene.chair, scene.day + timedelta(days=14)
        scene.do("report-hearing", case, by=by, party_no=1, on=on, hour=16, **said)
        model = fed("deadlines", tmp_path, as_recorded(scene.office.facts), batch=7)

        assert states(scene, tmp_path / "b", case, "PN.defence.days") == [DROPPED]
        due = model.due_by("2026-12-31T00:00:00Z", 99)  # type: ignore[attr-defined]  # the deadline board is an agenda
        assert "expire-statement" not in [each.act for each in due]

    @pytest.mark.parametrize(
        ("end", "state"),
        [(HearingEnd.ABSENT, DROPPED), (HearingEnd.WITHDRAWN, "running")],
    )
    def test_a_hearing_that_ended(
        self, scene: Dossier, tmp_path: Path, end: HearingEnd, state: str
    ) -> None:
        """
        行政处罚法 45, 64(6): who stays away has nothing more to state; who withdraws
        the request may still.
        """
        case = scene.hearing_set()
        on = {"on": scene.day + timedelta(days=14), "hour": 11}
        said = {"by": scene.chair, "party_no": 1, "reason": "经通知未到"}
        scene.do("end-hearing", case, **said, **on, hearing_end=end)

        assert states(scene, tmp_path, case, "PN.defence.days") == [state]

    def test_released(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 44: who is a party no longer answers nothing; the other still does.
        """
        case = told_both(scene)
        scene.do("release-party", case, by=scene.chief, party_no=2, reason="非责任人")

        found = states(scene, tmp_path, case, "PN.hearing.request")
        assert sorted(found) == [DROPPED, "running"]

    def test_proposed_anew(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 45, 62: a notice that another is to replace gives no time any more.
        """
        case = scene.notified_of(FINE)
        scene.propose(case, FINE + WAN)

        found = times(scene, tmp_path, case)

        assert [state for state, _ in found["PN.defence.days"]] == [DROPPED]
        assert [state for state, _ in found["PN.hearing.request"]] == [DROPPED]

    def test_the_case_is_handed_on(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 22, 60: what another authority is to decide was not decided here.
        """
        case = told_both(scene)
        to = {"receiver": scene.other_bureau, "reason": "无管辖权", "receipt": PAPER}
        scene.do("transfer-case", case, by=scene.chief, **to)

        found = times(scene, tmp_path, case)

        rules = ("PN.defence.days", "PN.hearing.request", "PN.limit.decide")
        assert {state for rule in rules for state, _ in found[rule]} == {DROPPED}

    def test_the_case_ends(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 57: with the case everything that waits for its parties ends.
        """
        case = told_both(scene)
        ground = {"termination_ground": TerminationGround.OTHER, "reason": "证据不足"}
        scene.do("terminate-case", case, by=scene.chief, **ground)

        found = times(scene, tmp_path, case)

        rules = ("PN.defence.days", "PN.hearing.request", "PN.limit.decide")
        assert {state for rule in rules for state, _ in found[rule]} == {DROPPED}


class TestClosed:
    def test_over_a_notice(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 57: a case that is closed after its decision fell waits for no answer
        to what was proposed anew.
        """
        case = scene.heard()
        penalty = decide(scene, case).file
        on = {"effective_on": scene.day}
        scene.do("revoke-decision", penalty, by=scene.chief, **OWN, **on)
        scene.propose(case, 2 * WAN)
        scene.tell(case)
        scene.do("close-case", case, **closing(scene))

        found = states(scene, tmp_path, case, "PN.defence.days")
        assert sorted(found) == [DROPPED, "met"]


class TestRegistrations:
    def test_each_by_its_number(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 56: one registration lapses; the time of another runs on.
        """
        case = registered(scene)
        scene.day += timedelta(days=2)
        scene.do("register-evidence", case, **registration(scene))
        on = LAST + timedelta(days=1)
        scene.do("lapse-registration", case, by=CLOCK, registration_no=1, on=on)

        assert states(scene, tmp_path, case, "PN.evidence.register") == [
            DROPPED,
            "running",
        ]


class TestPenalties:
    @pytest.mark.parametrize(
        ("act", "by"),
        [
            ("revoke-decision", ChangedBy.OWN),
            ("declare-void", ChangedBy.REVIEW),
            ("confirm-unlawful", ChangedBy.REVIEW),
        ],
    )
    def test_a_decision_that_fell(
        self, scene: Dossier, tmp_path: Path, act: str, by: ChangedBy
    ) -> None:
        """
        行政处罚法 67: a fine whose decision was revoked has not been paid in time.
        """
        penalty = decide(scene, scene.heard()).file
        served(scene, penalty)
        said = {"changed_by": by, "reason": "证据不足", "effective_on": scene.day}
        scene.do(act, penalty, by=scene.chief, **said)

        found = times(scene, tmp_path, penalty)

        assert found["PN.serve"][-1][0] == "met"
        assert found["PN.pay"][-1][0] == DROPPED
        assert found["PN.publish.when"][-1][0] == DROPPED

    def test_a_decision_that_fell_unserved(
        self, scene: Dossier, tmp_path: Path
    ) -> None:
        """
        行政处罚法 61: what fell before it was served was not served in time.
        """
        penalty = decide(scene, scene.heard()).file
        on = {"effective_on": scene.day}
        scene.do("revoke-decision", penalty, by=scene.chief, **OWN, **on)

        assert states(scene, tmp_path, penalty, "PN.serve") == [DROPPED]

    def test_an_execution_that_was_given_up(
        self, scene: Dossier, tmp_path: Path
    ) -> None:
        """
        行政强制法 40: what can be had from nobody any more was not paid.
        """
        penalty = decide(scene, scene.heard()).file
        served(scene, penalty)
        ground = {"execution_end_ground": ExecutionEnd.UNIT_ENDED}
        by = {"by": scene.chief, "reason": "企业注销，无财产"}
        scene.do("terminate-execution", penalty, **by, **ground)

        assert states(scene, tmp_path, penalty, "PN.pay") == [DROPPED]

    def test_paid_in_part(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 67: the time to pay is met with the last fen, not with the first.
        """
        penalty = decide(scene, scene.heard()).file
        served(scene, penalty)
        paid(scene, penalty, WAN)
        part = states(scene, tmp_path / "part", penalty, "PN.pay")
        paid(scene, penalty, 2 * WAN)
        whole = states(scene, tmp_path / "whole", penalty, "PN.pay")

        assert (part, whole) == (["running"], ["met"])


class TestReferrals:
    def of(self, justice: Justice, folder: Path, referral: UUID) -> dict[str, str]:
        """The newest state of each rule of a referral."""
        found = times(justice, folder, referral)
        return {rule: rows[-1][0] for rule, rows in found.items()}

    def test_no_goods(self, tmp_path: Path) -> None:
        """
        国务院令310号 12: where there is nothing to hand over, no time for it runs.
        """
        justice, holding = Justice("001"), Justice("001")
        holding.papers = WITH_GOODS

        without = self.of(justice, tmp_path / "a", justice.filed())
        with_goods = self.of(holding, tmp_path / "b", holding.filed())

        assert "RF.handover" not in without
        assert with_goods["RF.handover"] == "running"

    def test_the_criminal_case_is_given_up(self, tmp_path: Path) -> None:
        """
        国务院令310号 12: the goods of a dismissed case need not go, and did not.
        """
        justice = Justice("001")
        justice.papers = WITH_GOODS
        referral = justice.filed()
        justice.do("dismiss-criminal-case", referral, by=justice.police, reasons="无罪")

        assert self.of(justice, tmp_path, referral)["RF.handover"] == DROPPED

    def test_no_team_was_named(self, tmp_path: Path) -> None:
        """
        国务院令310号 5: delivered without a team, the duty to name one ended unmet.
        """
        justice = Justice("001")
        referral = justice.suspected()
        before = self.of(justice, tmp_path / "a", referral)
        justice.report_on(referral)
        justice.decide(referral, Outcome.TRANSFER)
        justice.deliver(referral)
        after = self.of(justice, tmp_path / "b", referral)

        assert (before["RF.team"], after["RF.team"]) == ("running", DROPPED)

    def test_no_crime(self, tmp_path: Path) -> None:
        """
        国务院令310号 5: what is no crime needs no team any more.
        """
        justice = Justice("001")
        referral = justice.suspected()
        justice.report_on(referral)
        justice.decide(referral, Outcome.NOT_A_CRIME, reasons="不构成犯罪")

        assert self.of(justice, tmp_path, referral)["RF.team"] == DROPPED

    @pytest.mark.parametrize(
        ("act", "said"),
        [
            ("decline-filing", {"reasons": "情节显著轻微"}),
            ("return-referral", {"reason": "不属公安管辖"}),
            ("forward-referral", {"reason": "属开发区管辖"}),
        ],
    )
    def test_papers_are_wanted_no_more(
        self, tmp_path: Path, act: str, said: dict[str, object]
    ) -> None:
        """
        公安机关办理刑事案件程序规定 180: once the police answered, or have it no
        longer, what they asked for is not waited for.
        """
        justice = Justice("001")
        referral = justice.received()
        by = {"by": justice.police}
        justice.do("request-supplement", referral, **by, requirements="许可档案")
        to = {"police": justice.other_police_body} if "forward" in act else {}
        justice.do(act, referral, **by, **said, **to)

        assert self.of(justice, tmp_path, referral)["RF.supplement"] == DROPPED

    def test_closed(self, tmp_path: Path) -> None:
        """
        国务院令310号 12: with the end of the referral its goods are asked for no more.
        """
        justice = Justice("001")
        justice.papers = WITH_GOODS
        referral = justice.filed()
        by = justice.procurator
        justice.do("decide-non-prosecution", referral, by=by, reasons="情节轻微")
        justice.do("close-referral", referral, by=justice.chief, reasons="已有结论")

        assert self.of(justice, tmp_path, referral)["RF.handover"] == DROPPED

    def test_demanded(self, tmp_path: Path) -> None:
        """
        应急〔2019〕54号 17: a demand stands in for the report, which was not made.
        """
        justice = Justice("001")
        referral = justice.suspected()
        by = justice.procurator
        justice.do("demand-transfer", referral, by=by, reasons="应当移送")

        assert self.of(justice, tmp_path, referral)["RF.report"] == DROPPED

    def test_the_police_file_after_all(self, tmp_path: Path) -> None:
        """
        国务院令310号 9: a refusal that was taken back was not answered.
        """
        justice = Justice("001")
        referral = justice.declined()
        justice.file_case(referral)

        assert self.of(justice, tmp_path, referral)["RF.reconsider"] == DROPPED


class TestEntries:
    def test_the_basis_fell(self, tmp_path: Path) -> None:
        """
        应急管理部令11号 11, 15: an entry that was revoked was neither entered into the
        credit system nor published in time.
        """
        lists = Lists()
        entry = lists.listed()
        basis = lists.entry(entry).penalty
        assert basis is not None
        lists.revoke(basis)

        found = times(lists, tmp_path, entry)

        assert found["SD.record"][-1][0] == DROPPED
        assert found["SD.publish"][-1][0] == DROPPED

    def test_removed(self, tmp_path: Path) -> None:
        """
        应急管理部令11号 11, 14: what left the list unpublished is not published late.
        """
        lists = Lists()
        entry = lists.removed()

        found = times(lists, tmp_path, entry)

        assert found["SD.record"][-1][0] == DROPPED
        assert found["SD.publish"][-1][0] == DROPPED

    def test_expired(self, tmp_path: Path) -> None:
        """
        应急管理部令11号 11, 14: nor what was listed for its whole term.
        """
        lists = Lists()
        entry = lists.listed()
        lists.do("expire-entry", entry, by=lists.watch, on=TERM_OVER, hour=0)

        assert times(lists, tmp_path, entry)["SD.publish"][-1][0] == DROPPED
