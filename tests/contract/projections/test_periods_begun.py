"""
Periods that a fact keeps no limit for, and those that have no number in law.
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.hazard.choices import HazardLevel, TreatmentRecipient
from domain.inspection.facts import InspectionRefused
from domain.law.forms import Form
from domain.service.file import SettingAside
from domain.values import Personal
from infra.questions import Ask
from projections.deadlines import DeadlineState
from tests.cases.scene import MONDAY, STANDARD
from tests.contract.projections.readers import officer_of
from tests.contract.projections.year_end import (
    Board,
    serve,
)


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """
    An empty board.
    """
    return Board(tmp_path)


class TestRemedies:
    """
    行政复议法20, 行政诉讼法46: from the service of what they are against.
    """

    def test_of_an_order(self, board: Board) -> None:
        """
        Review and suit run from the day of service, and roll over rest days.
        """
        serve(board, Form.RECTIFICATION_ORDER)

        (review,) = board.running("RM.review.apply", MONDAY)
        (suit,) = board.running("RM.suit", MONDAY)

        assert (review["last_on"], review["started_on"]) == ("2026-05-06", "2026-03-02")
        assert suit["last_on"] == "2026-09-02"

    def test_of_a_mere_notice(self, board: Board) -> None:
        """
        Nothing is challenged in a paper that orders nothing.
        """
        serve(board, Form.INSPECTION_NOTICE)

        assert board.rows("RM.suit") == []

    def test_a_right_that_lapsed(self, board: Board) -> None:
        """
        When its time is over nobody is late: it runs no longer.
        """
        serve(board, Form.RECTIFICATION_ORDER)

        assert board.running("RM.review.apply", date(2026, 5, 6)) != []
        assert board.running("RM.review.apply", date(2026, 5, 7)) == []

    def test_a_service_set_aside(self, board: Board) -> None:
        """
        行政处罚法61: what ran from a service that was none never began.
        """
        service = serve(board, Form.RECTIFICATION_ORDER)
        board.scene.do(
            "set-service-aside",
            service,
            set_aside_by=SettingAside.OWN,
            reason="误送",
            on=MONDAY + timedelta(days=1),
        )

        states = [row["state"] for row in board.rows("RM.suit")]

        assert states == [DeadlineState.REPLACED.code]

    def test_by_the_year_published(self, board: Board) -> None:
        """
        行政复议法88: a last day that rolls is counted again as well.
        """
        serve(board, Form.RECTIFICATION_ORDER, on=date(2026, 12, 3))
        board.publish(date(2027, 2, 1))

        (row,) = board.rows("RM.review.apply")

        assert (row["last_on"], row["calendar_version"]) == ("2027-02-02", 1)


class TestPermits:
    def record(self, board: Board, by: Actor) -> None:
        """
        Record a permit.
        """
        board.scene.day = MONDAY
        board.scene.do(
            "record-permit",
            by=by,
            enterprise=board.scene.enterprise,
            permit_kind="安全生产许可证",
            permit_no="黑〔2026〕1号",
            issuing_authority="市应急管理局",
            valid_from=MONDAY,
        )

    def test_to_be_published(self, board: Board) -> None:
        """
        国办发〔2018〕118号: a permit is public within seven working days.
        """
        self.record(board, board.scene.clerk)

        (row,) = board.running("TS.after.penalty")

        assert row["last_on"] == "2026-03-11"

    def test_taken_in(self, board: Board) -> None:
        """
        PROCEDURE §0: facts that come from an import start no clock.
        """
        importer = Actor(Role.IMPORTER, board.scene.officers[4], board.scene.bureau)
        self.record(board, importer)

        assert board.rows("TS.after.penalty") == []


class TestAges:
    """
    A period without a number in law is shown by its age, never by an invented day.
    """

    def find(self, board: Board, **told: object) -> UUID:
        """
        Record a finding of a visit.
        """
        board.scene.day = MONDAY
        visit = board.scene.opened()
        terms = {"description": "堵塞", "area": "仓库", "is_violation": False}
        board.scene.do("record-finding", visit, **(terms | told))
        return visit

    def test_a_violation(self, board: Board) -> None:
        """
        行政处罚法54: what meets the standard is filed promptly.
        """
        self.find(board, is_violation=True, violation_code="V01")

        (row,) = board.running("PN.filing")

        assert (row["waiting_since"], row["last_on"]) == (MONDAY.isoformat(), None)
        assert row["provision"] == "行政处罚法54;行政处罚法76"

    def test_no_violation(self, board: Board) -> None:
        """
        What breaks no law is nothing to file, and nobody else's to deal with.
        """
        self.find(board)

        assert board.rows("PN.filing") == board.rows("IN.transfer") == []

    def test_no_case(self, board: Board) -> None:
        """
        行政处罚法54: a reasoned decision against a case answers it, for its items.
        """
        visit = board.scene.found(2)
        board.scene.sign(visit)
        board.scene.do(
            "decide-no-case",
            visit,
            by=board.scene.chief,
            item_nos=(1,),
            reason="情节轻微",
        )

        states = sorted(str(row["state"]) for row in board.rows("PN.filing"))

        assert states == ["met", "running"]

    def test_obstructed(self, board: Board) -> None:
        """
        安全生产法108: whoever refuses an inspection is filed against; the age runs
        from the first time.
        """
        visit = self.find(board)
        for day in (MONDAY, MONDAY + timedelta(days=1)):
            terms = {"refused_by": Personal("李四"), "post": "门卫"}
            board.scene.do(
                "record-inspection-refusal", visit, obstruction="锁门", on=day, **terms
            )

        (row,) = board.running("PN.filing")

        assert row["waiting_since"] == MONDAY.isoformat()

    def test_obstructed_beside_a_violation(self, board: Board) -> None:
        """
        Each is a case of its own: neither takes the other's place, and a decision on
        the finding says nothing of the obstruction.
        """
        visit = self.find(board, is_violation=True, violation_code="V01")
        refusal = {
            "refused_by": Personal("李四"),
            "post": "门卫",
            "obstruction": "锁门",
        }
        board.scene.do("record-inspection-refusal", visit, **refusal)
        assert len(board.running("PN.filing")) == 2
        board.scene.sign(visit)
        why = {"item_nos": (1,), "reason": "情节轻微"}
        board.scene.do("decide-no-case", visit, by=board.scene.chief, **why)

        (row,) = board.running("PN.filing")

        obstruction = board.scene.visit(visit).history
        (refused,) = (f for f in obstruction if isinstance(f, InspectionRefused))
        assert row["started_by"] == refused.id

    def test_for_another_department(self, board: Board) -> None:
        """
        安全生产法69: what another department has to deal with is passed on promptly.
        """
        self.find(board, for_department="消防救援大队")

        (row,) = board.running("IN.transfer")

        assert (row["waiting_since"], row["last_on"]) == (MONDAY.isoformat(), None)

    def test_reported_to_both(self, board: Board) -> None:
        """
        安全生产法41(2): to the regulator and to the workers' congress; neither report,
        and none to others, stands for the other.
        """
        board.scene.day = MONDAY
        hazard = board.scene.ordered()
        seen = []
        for recipient in (
            TreatmentRecipient.SHAREHOLDERS_MEETING,
            TreatmentRecipient.REGULATOR,
            TreatmentRecipient.REGULATOR,
            TreatmentRecipient.WORKERS_CONGRESS,
        ):
            board.scene.report_to(hazard, recipient)
            seen += [row["state"] for row in board.rows("IN.major.report")]

        assert seen == ["running", "running", "running", "met"]

    def test_graded_again(self, board: Board) -> None:
        """
        A major hazard that is graded anew waits since it was one, and no more once
        both reports are in.
        """
        board.scene.day = MONDAY
        hazard = board.scene.ordered()
        graded = {"hazard_level": HazardLevel.MAJOR, "standard": STANDARD}
        board.scene.report_to(hazard, TreatmentRecipient.REGULATOR)
        later = MONDAY + timedelta(days=1)
        board.scene.do("grade-hazard", hazard, clause="第十二条", on=later, **graded)

        (row,) = board.running("IN.major.report")
        board.scene.report_to(hazard, TreatmentRecipient.WORKERS_CONGRESS)
        board.scene.do("grade-hazard", hazard, clause="第十三条", **graded)

        assert row["waiting_since"] == MONDAY.isoformat()
        assert board.running("IN.major.report") == []

    def test_after_those_with_a_day(self, board: Board) -> None:
        """
        The list begins with the earliest last day; ages come after it.
        """
        board.scene.day = MONDAY
        board.scene.graded()

        board.feed()
        ask = Ask(officer_of(board.scene.bureau), as_of=MONDAY)
        rows = board.model.answer("deadlines", ask).rows

        dated = [row["last_on"] is not None for row in rows]
        assert dated == sorted(dated, reverse=True)
        assert False in dated
