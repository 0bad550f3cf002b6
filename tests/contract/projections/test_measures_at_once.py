"""
What the law wants at once of who imposes a measure: shown by its age, and by no last
day. The papers are handed over on the spot, and a supply is cut no longer than needed.
"""

from datetime import timedelta
from uuid import UUID

import pytest

from domain.coercive_measure.choices import LiftingGround, MeasureKind, Supply
from domain.law.forms import Form
from domain.parties import Addressee
from domain.service.file import Way
from tests.cases.scene import MONDAY, SIGNER
from tests.cases.yard import Yard
from tests.contract.projections.test_restraints import Yarded, board

__all__ = ["board"]

DOC, LIFT = "CO.doc", "CO.power.lift"
PERFORMED = {"lifting_ground": LiftingGround.PERFORMED, "reason": "已停产整改"}


def handed_over(yard: Yard, measure: UUID, form: Form) -> None:
    """Have a paper of a measure issued and handed over."""
    to = (Addressee(enterprise=yard.enterprise, printed="城东冶炼厂"),)
    said = {"about": measure, "form": form, "addressees": to}
    paper = yard.do("issue-document", None, **said)[-1].file
    way = {"addressee_no": 1, "way": Way.DIRECT, "place": "厂区", "recipient": SIGNER}
    yard.do("serve-document", None, document=paper, **way)


def cut(yard: Yard) -> tuple[UUID, UUID]:
    """Have the power cut of who defies a stop; give the measure, and the stop."""
    hazard = yard.graded()
    stop = yard.defied(hazard)
    measure = yard.do("approve-measure", None, **yard.cutting(stop, hazard))[0].file
    for party in Supply:
        yard.tell_of_cut(measure, party)
    yard.day += timedelta(days=2)
    yard.do(
        "impose-measure",
        measure,
        **yard.imposing(inventory=None, lifting_condition="停止生产"),
    )
    return measure, stop


def obeyed(yard: Yard, stop: UUID) -> None:
    """Have it approved that production resumes."""
    yard.apply(stop)
    yard.accept(stop, 1)
    yard.do("approve-resumption", stop, by=yard.chief, opinion="同意")


class TestPapers:
    @pytest.mark.parametrize("kind", [MeasureKind.SEAL, MeasureKind.SEIZE])
    def test_wait_from_the_imposition(self, board: Yarded, kind: MeasureKind) -> None:
        """
        行政强制法24: decision and inventory are handed over on the spot.
        """
        measure = board.yard.approved_measure(measure_kind=kind)
        board.yard.do("impose-measure", measure, **board.yard.imposing())

        (row,) = board.running(DOC)
        assert (row["waiting_since"], row["last_on"]) == (MONDAY.isoformat(), None)

    def test_one_of_two(self, board: Yarded) -> None:
        """
        行政强制法24: either alone is not enough, whichever comes first.
        """
        measure = board.yard.imposed()
        handed_over(board.yard, measure, Form.SEALING_INVENTORY)
        assert len(board.running(DOC)) == 1
        handed_over(board.yard, measure, Form.SEALING_DECISION)

        assert [row["state"] for row in board.rows(DOC)] == ["met"]

    def test_of_what_was_lifted(self, board: Yarded) -> None:
        """
        行政强制法28: of what is given back nothing is handed over any more.
        """
        board.yard.lift(board.yard.imposed())

        assert [row["state"] for row in board.rows(DOC)] == ["dropped"]

    def test_of_a_supply(self, board: Yarded) -> None:
        """
        行政强制法24: there is no inventory of a supply that is cut.
        """
        cut(board.yard)

        assert board.rows(DOC) == []


class TestSupply:
    def test_restored_at_once(self, board: Yarded) -> None:
        """
        安全生产法70(2): it waits from the day on which the stop was obeyed, and until
        the supply is restored.
        """
        measure, stop = cut(board.yard)
        assert board.rows(LIFT) == []
        board.yard.day += timedelta(days=3)
        obeyed(board.yard, stop)
        (row,) = board.running(LIFT)
        board.yard.do("lift-measure", measure, officers=(1,), **PERFORMED)

        on = board.yard.day.isoformat()
        assert (row["waiting_since"], row["last_on"]) == (on, None)
        assert row["file"] == str(measure)
        assert [row["state"] for row in board.rows(LIFT)] == ["met"]

    def test_of_another_stop(self, board: Yarded) -> None:
        """
        安全生产法70(2): that some other order is obeyed restores nothing.
        """
        cut(board.yard)
        obeyed(board.yard, board.yard.suspended())

        assert board.rows(LIFT) == []

    def test_restored_before(self, board: Yarded) -> None:
        """
        安全生产法70(2): what was restored is not to be restored again.
        """
        measure, stop = cut(board.yard)
        board.yard.do("lift-measure", measure, officers=(1,), **PERFORMED)
        obeyed(board.yard, stop)

        assert board.rows(LIFT) == []
