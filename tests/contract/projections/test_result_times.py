"""
国办发〔2018〕118号, 煤矿安全生产条例49: the time to publish a result, as it runs on the
board, is met, and is flagged once.
"""

from datetime import date
from pathlib import Path

import pytest

from domain.publication.facts_of_ending import NonPublicationGround
from domain.publication.file import Channel
from domain.publication.result import ResultKind
from domain.values import start_of
from infra.questions import Ask
from infra.transcoding import write_moment
from projections.deadlines import Deadlines, DeadlineState
from tests.cases.publication.results import GENERAL_DUE, ONE_DAY, PERMIT_DUE, Results
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded

MARK = "mark-result-overdue"


class Board:
    """
    The deadline board of a bureau that publishes results.
    """

    def __init__(self, folder: Path) -> None:
        """
        Nothing is recorded yet.
        """
        self.bureau = Results()
        self.model = Deadlines(folder)

    def states(self, rule: str) -> list[str]:
        """
        Say how the periods of a rule stand, in the order in which they began.
        """
        self.feed()
        ask = Ask(officer_of(self.bureau.bureau), as_of=date(2026, 6, 1))
        rows = self.model.answer("deadlines", ask, rule=rule, state=None).rows
        return [str(row["state"]) for row in sorted(rows, key=lambda r: str(r["id"]))]

    def due(self, by: date) -> list[str]:
        """
        List what the clock has to do by the end of a day.
        """
        self.feed()
        found = self.model.due_by(write_moment(start_of(by + ONE_DAY)), 100)
        return [each.act for each in found]

    def feed(self) -> None:
        """
        Tell the board what was recorded since.
        """
        self.model.apply(as_recorded(self.bureau.office.facts)[self.model.position :])


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """An empty board."""
    return Board(tmp_path)


class TestMet:
    def test_by_a_publication(self, board: Board) -> None:
        """
        TS.after.general: it runs from the conclusion until it is public.
        """
        visit = board.bureau.inspected()
        before = board.states("TS.after.general")

        board.bureau.publish(visit, ResultKind.INSPECTION)

        assert before == [DeadlineState.RUNNING.code]
        assert board.states("TS.after.general") == [DeadlineState.MET.code]
        assert MARK not in board.due(GENERAL_DUE)

    def test_by_a_decision_not_to(self, board: Board) -> None:
        """
        TS.after.general: kept back on a ground of the law, nothing is due.
        """
        board.bureau.do(
            "decide-not-to-publish-result",
            by=board.bureau.discloser,
            about=board.bureau.inspected(),
            result_kind=ResultKind.INSPECTION,
            non_publication_ground=NonPublicationGround.STATE_SECRET,
            reason="涉密",
            approver=board.bureau.head,
        )

        assert board.states("TS.after.general") == [DeadlineState.MET.code]

    def test_each_by_its_own(self, board: Board) -> None:
        """
        CM.publish: of a suspension and a resumption each is public for itself.
        """
        order = board.bureau.resumed()
        board.bureau.publish(order, ResultKind.RESUMPTION)

        states = board.states("TS.after.general")

        assert sorted(states) == [DeadlineState.MET.code, DeadlineState.RUNNING.code]
        assert MARK in board.due(GENERAL_DUE)

    def test_on_the_platform_alone(self, board: Board) -> None:
        """
        TS.after.penalty: a permit on the credit platform is not yet on the own site.
        """
        permit, platform = board.bureau.permitted(), Channel.CREDIT_PLATFORM
        board.bureau.publish(permit, ResultKind.PERMIT, channel=platform)

        assert board.states("TS.after.penalty") == [DeadlineState.RUNNING.code]


class TestOverdue:
    def test_flagged_once(self, board: Board) -> None:
        """
        INV-61: the clock has it to do until it is marked; then it waits to be met.
        """
        permit = board.bureau.permitted()
        before = board.due(PERMIT_DUE)

        board.bureau.by_the_clock(permit, PERMIT_DUE + ONE_DAY)

        assert MARK in before
        assert MARK not in board.due(PERMIT_DUE)
        assert board.states("TS.after.penalty") == [DeadlineState.RUNNING.code]

    def test_a_permit_revoked(self, board: Board) -> None:
        """
        行政处罚法9: what is revoked is not published any more.
        """
        permit = board.bureau.permitted()
        board.bureau.revoke(permit)

        assert board.states("TS.after.penalty") == [DeadlineState.DROPPED.code]
