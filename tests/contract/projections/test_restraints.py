"""
The registers of measures, suspensions, closures and remedies say of each what its file
says, and the board of deadlines when each of their times ends.
"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import pytest

from domain.base import File, replay
from domain.closure.choices import ClosureGround
from domain.coercive_measure.choices import Disposal, LiftingGround
from domain.law.forms import Form
from domain.parties import Addressee
from domain.remedy.choices import Challenged, RemedyResult, StayOrderer
from domain.service.file import Way
from domain.values import end_of
from infra.timelines import Timeline
from infra.transcoding import write_moment
from projections.closures import CLOSURES
from projections.deadlines import DeadlineState
from projections.measures import MEASURES
from projections.remedies import REMEDIES
from projections.suspensions import SUSPENSIONS
from tests.cases.dossier import PAPER
from tests.cases.scene import MONDAY, SIGNER
from tests.cases.yard import CLOCK, SOMEBODY, Yard
from tests.contract.projections.stories import as_recorded, fed
from tests.contract.projections.year_end import Board

Course = Callable[[Yard], UUID]
MODELS: Final[dict[str, Timeline]] = {
    "coercive-measure": MEASURES,
    "suspension-order": SUSPENSIONS,
    "closure": CLOSURES,
    "remedy": REMEDIES,
}
NEEDLESS = {"lifting_ground": LiftingGround.NO_LONGER_NEEDED, "reason": "已消除"}
GIVEN_BACK = {"disposal": Disposal.RELEASE, "legal_basis": "行政强制法28"}
LAST = MONDAY + timedelta(days=20)


def sealed_and_disposed(yard: Yard) -> UUID:
    """Sealed, extended, tested, disposed of."""
    measure = yard.imposed()
    until = {"until_on": LAST + timedelta(days=9), "reason": "复杂"}
    yard.do("extend-measure", measure, by=yard.chief, **until)
    days = {"test_from_on": LAST, "test_until_on": LAST + timedelta(days=2)}
    paper = {"examination": "检验", "notice_paper": PAPER}
    yard.do("fix-test-period", measure, by=yard.chief, **days, **paper)
    for thing_no in (1, 2):
        yard.do("dispose-of-thing", measure, thing_no=thing_no, **GIVEN_BACK)
    return measure


def urgent_and_overrun(yard: Yard) -> UUID:
    """Seized urgently, approved, run over, lifted."""
    measure = yard.urgent()
    yard.do("report-urgent-measure", measure, reported_to_head=yard.head)
    yard.do("make-up-measure-approval", measure, by=yard.chief, reason="属实")
    after = LAST + timedelta(days=1)
    yard.do("mark-measure-overrun", measure, by=CLOCK, on=after, said_at=end_of(LAST))
    yard.do("lift-measure", measure, **NEEDLESS)
    return measure


def ordered_out(yard: Yard) -> UUID:
    """Ordered out, confirmed, lifted."""
    rests_on = yard.rests_on(yard.graded())
    said = {"rests_on": rests_on, "place": "煤气柜", "orally": True}
    measure = yard.do("order-evacuation", None, **said)[0].file
    seen = {"people_count": 3, "confirmed_by": SOMEBODY}
    yard.do("confirm-evacuation", measure, by=yard.clerk, **seen)
    yard.do("lift-measure", measure, **NEEDLESS)
    return measure


def defied_and_resumed(yard: Yard) -> UUID:
    """Defied, failed, refused, and resumed at last."""
    order = yard.defied()
    more = {"resumption_condition": "联锁", "legal_basis": "省规定"}
    yard.do("add-resumption-condition", order, **more)
    yard.apply(order)
    experts = {"experts": (yard.expert(),), "paper": PAPER}
    yard.do("fail-expert-acceptance", order, reason="未调试", **experts)
    yard.apply(order)
    yard.accept(order, 1)
    yard.do("refuse-resumption", order, by=yard.chief, reason="条件未满足")
    yard.apply(order)
    yard.accept(order, 1, 2)
    yard.do("approve-resumption", order, by=yard.chief, opinion="同意")
    yard.do("resume-production", order, by=yard.clerk, resumed_scope="全部")
    return order


def closed(yard: Yard) -> UUID:
    """Asked for, decided, carried out."""
    said = yard.closing(
        closure_ground=ClosureGround.BACKWARD_CAPACITY, evidence=(PAPER,)
    )
    closure = yard.do("request-closure", None, **said)[0].file
    paper = {"decision_number": "9号", "decision_paper": PAPER}
    government = {"government": yard.government}
    yard.do("record-closure-decision", closure, by=yard.clerk, **government, **paper)
    yard.do("record-closure-executed", closure, done="断电")
    return closure


def reviewed(yard: Yard) -> UUID:
    """Applied for, stayed, decided."""
    terms = yard.reviewing(yard.imposed(), challenged_act=Challenged.MEASURE)
    review, by = yard.do("record-review-application", None, **terms)[0].file, yard.clerk
    stay = {"stayed_by": StayOrderer.REVIEW_AUTHORITY, "reason": "公共利益"}
    yard.do("forward-review", review, by=by)
    number = {"authority_number": "3号"}
    yard.do("record-review-acceptance", review, by=by, simple=False, **number)
    yard.do("record-stay", review, by=by, **stay)
    yard.do("record-review-copy", review, by=by)
    answer = {"reply_paper": PAPER, "evidence_list": "笔录"}
    yard.do("answer-review", review, by=by, **answer)
    yard.do("record-stay-end", review, by=by, reason="恢复")
    end = {"remedy_result": RemedyResult.UPHELD, "effective_on": yard.day}
    yard.do("record-review-decision", review, by=by, **number, **end)
    return review


@pytest.mark.parametrize(
    "course",
    [
        sealed_and_disposed,
        urgent_and_overrun,
        ordered_out,
        defied_and_resumed,
        closed,
        reviewed,
    ],
)
def test_row_is_as_the_file(course: Course, tmp_path: Path) -> None:
    """
    After each fact the newest row has the stage and the marks of the file.
    """
    yard = Yard()
    about = course(yard)
    facts = as_recorded(yard.office.facts)

    for end in [n for n, fact in enumerate(facts, start=1) if fact.file == about]:
        file = replay(fact for fact in facts[:end] if fact.file == about)
        assert isinstance(file, File)
        timeline = MODELS[file.TOPIC]
        model = fed(timeline.name, tmp_path / str(end), facts[:end], batch=50)
        row = timeline.current(model.store.reading, str(about))
        assert row is not None
        assert row["stage"] == getattr(file, "stage").code  # noqa: B009  whichever file
        for column, name in (
            ("overdue", "is_overrun"),
            ("stayed", "is_stayed"),
            ("defied", "is_defied"),
        ):
            if column in row and hasattr(file, name):
                assert bool(row[column]) is getattr(file, name)
        if "conditions_open_count" in row:
            open_now = getattr(file, "open_conditions")  # noqa: B009  a suspension
            assert row["conditions_open_count"] == len(open_now)
        term = getattr(file, "term", None)
        if term is not None:
            assert row["until_on"] == term.ends_on.isoformat()


class Yarded(Board):
    """
    The board of a bureau that imposes measures.
    """

    def __init__(self, folder: Path) -> None:
        """
        Begin in an office that goes by the whole law.
        """
        super().__init__(folder)
        self.scene = self.yard = Yard("001")

    def clocks(self, day: date) -> list[str]:
        """
        List what the clock has to do about measures by the end of a day.
        """
        self.feed()
        found = self.model.due_by(write_moment(end_of(day)), 200)
        return [each.act for each in found if "measure" in each.act]


@pytest.fixture
def board(tmp_path: Path) -> Yarded:
    """An empty board."""
    return Yarded(tmp_path)


class TestTimesOfMeasures:
    def test_a_term(self, board: Yarded) -> None:
        """
        行政强制法25, 62: it runs to its last day, and is then the clock's.
        """
        board.yard.imposed()

        (term,) = board.running("CO.term", MONDAY)
        (decide,) = board.running("CO.decide", MONDAY)

        assert (term["last_on"], decide["last_on"]) == ("2026-03-22", "2026-04-01")
        assert board.clocks(LAST) == []
        assert board.clocks(LAST + timedelta(days=1)) == ["mark-measure-overrun"]

    def test_an_overrun_is_the_clocks_no_more(self, board: Yarded) -> None:
        """
        行政强制法62: recorded once; the term is late until it is ended.
        """
        yard = board.yard
        measure = yard.imposed()
        said = {"by": CLOCK, "said_at": end_of(LAST)}
        yard.do("mark-measure-overrun", measure, on=LAST + timedelta(days=1), **said)

        assert board.clocks(LAST + timedelta(days=30)) == []
        assert len(board.running("CO.term")) == 1

    def test_an_extension(self, board: Yarded) -> None:
        """
        行政强制法25: the longer term runs in place of the first.
        """
        until = {"until_on": LAST + timedelta(days=9), "reason": "复杂"}
        board.yard.do(
            "extend-measure", board.yard.imposed(), by=board.yard.chief, **until
        )

        (longer,) = board.running("CO.term.ext", MONDAY)

        assert board.running("CO.term", MONDAY) == []
        assert longer["last_on"] == "2026-03-31"
        assert longer["clock_act"] == "mark-measure-overrun"

    def test_a_test(self, board: Yarded) -> None:
        """
        行政强制法25(3): the term stands still, and ends so many days later.
        """
        days = {"test_from_on": date(2026, 3, 10), "test_until_on": date(2026, 3, 14)}
        paper = {"examination": "检验", "notice_paper": PAPER}
        yard = board.yard
        yard.do("fix-test-period", yard.imposed(), by=yard.chief, **days, **paper)

        (term,) = board.running("CO.term", MONDAY)

        assert term["last_on"] == "2026-03-27"
        states = {row["state"] for row in board.rows("CO.term")}
        assert DeadlineState.SUSPENDED.code in states

    def test_things_that_are_left(self, board: Yarded) -> None:
        """
        行政强制法27: with one thing disposed of the term runs on for the rest; with the
        last one nothing runs.
        """
        yard = board.yard
        measure = yard.imposed()
        yard.do("dispose-of-thing", measure, thing_no=1, **GIVEN_BACK)
        (left,) = board.running("CO.term", MONDAY)
        yard.do("dispose-of-thing", measure, thing_no=2, **GIVEN_BACK)

        assert left["last_on"] == "2026-03-22"
        assert board.running("CO.term", MONDAY) == []
        assert board.running("CO.decide", MONDAY) == []

    def test_an_urgent_one(self, board: Yarded) -> None:
        """
        行政强制法19: a day to approve it; approved, nothing waits.
        """
        yard = board.yard
        measure = yard.urgent()
        (running,) = board.running("CO.urgent", MONDAY)
        due = board.clocks(MONDAY + timedelta(days=1))
        yard.do("report-urgent-measure", measure, reported_to_head=yard.head)
        yard.do("make-up-measure-approval", measure, by=yard.chief, reason="属实")

        assert running["last_on"] == "2026-03-03"
        assert due == ["flag-measure-not-approved"]
        assert board.running("CO.urgent", MONDAY) == []


class TestTimesOfSuspensions:
    def test_an_application(self, board: Yarded) -> None:
        """
        总局令16号23: ten days to go and look; the acceptance ends them.
        """
        yard = board.yard
        order = yard.applied()
        (running,) = board.running("IN.major.restart", MONDAY)
        yard.accept(order, 1)

        assert running["last_on"] == "2026-03-12"
        assert board.running("IN.major.restart", MONDAY) == []

    def test_of_a_coal_mine(self, board: Yarded) -> None:
        """
        煤矿安全生产条例48, 49: announced in five working days, accepted in twenty days.
        """
        board.yard.applied(coal=True)

        (publish,) = board.running("CM.publish", MONDAY)
        (resume,) = board.running("CM.resume", MONDAY)

        assert (publish["last_on"], resume["last_on"]) == ("2026-03-09", "2026-03-22")


class TestTimesOfRemedies:
    def served(self, yard: Yard) -> UUID:
        """Have an order served, and give the hazard."""
        hazard = yard.ordered()
        paper = yard.do(
            "issue-document",
            None,
            about=hazard,
            form=Form.RECTIFICATION_ORDER,
            addressees=(Addressee(enterprise=yard.enterprise),),
        )[-1].file
        yard.do(
            "serve-document",
            None,
            document=paper,
            addressee_no=1,
            way=Way.DIRECT,
            place="厂区",
            recipient=SIGNER,
        )
        return hazard

    def test_what_is_challenged_waits_no_more(self, board: Yarded) -> None:
        """
        行政复议法20: a review of this very order ends the time to apply, and that of
        another does not; the time to sue runs on.
        """
        yard = board.yard
        hazard, other = self.served(yard), yard.imposed()
        elsewhere = yard.reviewing(other, challenged_act=Challenged.MEASURE)
        yard.do("record-review-application", None, **elsewhere)
        before = board.running("RM.review.apply", MONDAY)
        terms = yard.reviewing(hazard, challenged_act=Challenged.ORDER)
        yard.do("record-review-application", None, **terms)

        assert len(before) == 1
        assert board.running("RM.review.apply", MONDAY) == []
        assert len(board.running("RM.suit", MONDAY)) == 1

    def test_both_sides_of_a_review(self, board: Yarded) -> None:
        """
        行政复议法30, 32, 48, 62: forwarding and answer are ours, the rest is theirs;
        then fifteen days to sue, until a suit is filed.
        """
        yard, by = board.yard, {"by": board.yard.clerk}
        hazard = self.served(yard)
        terms = yard.reviewing(hazard, challenged_act=Challenged.ORDER)
        review = yard.do("record-review-application", None, **terms)[0].file
        assert self.days(board, "RM.review.forward") == ["2026-03-09"]
        assert self.days(board, "RM.review.accept") == ["2026-03-09"]

        yard.do("forward-review", review, **by)
        number = {"authority_number": "3号"}
        yard.do("record-review-acceptance", review, simple=False, **number, **by)
        yard.do("record-review-copy", review, **by)
        assert self.days(board, "RM.review.forward") == []
        assert self.days(board, "RM.review.accept") == []
        assert self.days(board, "RM.review.answer") == ["2026-03-16"]
        assert self.days(board, "RM.review.decide") == ["2026-05-01"]

        end = {"remedy_result": RemedyResult.UPHELD, "effective_on": yard.day}
        yard.do("record-review-decision", review, **number, **end, **by)
        assert self.days(board, "RM.review.decide") == []
        assert self.days(board, "RM.suit.after_review") == ["2026-03-17"]

        suit = {"authority": "法院", "authority_number": "1号", "after_review": review}
        named = {"challenged": hazard, "challenged_act": Challenged.ORDER}
        yard.do("record-suit", None, enterprise=yard.enterprise, **suit, **named, **by)
        assert self.days(board, "RM.suit.after_review") == []
        assert self.days(board, "RM.suit") == []

    def days(self, board: Yarded, rule: str) -> list[object]:
        """List the last days of a rule that run."""
        return [row["last_on"] for row in board.running(rule, MONDAY)]
