"""
The case board knows how far the penalty of each party is, on both axes.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.falling import ChangedBy
from domain.law.forms import Form
from domain.parties import Addressee
from domain.penalty.choices import CourtPaper
from domain.penalty.file import Penalty
from domain.procedures.executing_penalties import execution_window
from infra.tables_of_rows import Value
from projections.penalising.cases import CASES
from projections.penalising.steps import NextStep
from tests.cases.dossier import Dossier
from tests.cases.enforcement_case.test_ending import closing
from tests.cases.penalty.test_deciding import WAN, decide
from tests.contract.projections.stories import as_recorded, fed

OWN = {"changed_by": ChangedBy.OWN, "reason": "证据不足"}


@pytest.fixture
def scene() -> Dossier:
    """A bureau that handles cases."""
    return Dossier()


def board(scene: Dossier, case: UUID, folder: Path) -> Mapping[str, Value]:
    """The row of a case."""
    model = fed("cases", folder, as_recorded(scene.office.facts), batch=7)
    row = CASES.current(model.store.reading, str(case))
    assert row is not None
    return row


def served(scene: Dossier, penalty: UUID) -> None:
    """Have a decision issued and served."""
    to = Addressee(enterprise=scene.enterprise, printed="城东冶炼厂")
    form = Form.PENALTY_DECISION_UNIT
    paper = scene.do(
        "issue-document", None, about=penalty, form=form, addressees=(to,)
    )[-1]
    scene.serve(paper.file)


def paid(scene: Dossier, penalty: UUID, fen: int = 3 * WAN) -> None:
    """Have money come in."""
    receipt = {"receipt_no": "票1", "amount_fen": fen}
    scene.do("record-payment", penalty, by=scene.clerk, **receipt)


def demanded(scene: Dossier, penalty: UUID) -> None:
    """Have the performance demanded."""
    until = scene.day + timedelta(days=10)
    told = {"demand_content": "十日内缴清罚款", "pay_until": until}
    scene.do("demand-performance", penalty, **told)


class TestNextStep:
    def test_of_a_fine_that_is_paid(self, scene: Dossier, tmp_path: Path) -> None:
        """
        Decided: serve it; served: have it paid; paid: close. Nobody is undecided.
        """
        case = scene.heard()
        steps = []
        penalty = decide(scene, case).file
        steps.append(board(scene, case, tmp_path / "decided"))
        served(scene, penalty)
        steps.append(board(scene, case, tmp_path / "served"))
        paid(scene, penalty, WAN)
        steps.append(board(scene, case, tmp_path / "part"))
        paid(scene, penalty, 2 * WAN)
        steps.append(board(scene, case, tmp_path / "paid"))

        assert [row["next_step"] for row in steps] == ["serve", "pay", "pay", "close"]
        assert {row["undecided_count"] for row in steps} == {0}
        assert {row["stage"] for row in steps} == {"proposed"}

    def test_of_a_fine_that_is_enforced(self, scene: Dossier, tmp_path: Path) -> None:
        """
        From the demand to the end of the execution it is being enforced.
        """
        case = scene.heard()
        penalty = decide(scene, case).file
        served(scene, penalty)
        scene.day += timedelta(days=40)
        demanded(scene, penalty)
        after_demand = board(scene, case, tmp_path / "demanded")
        window = execution_window(scene.read(Penalty, penalty), scene.registering())
        scene.day = window.opens_on
        principal = Actor(Role.PRINCIPAL_HEAD, scene.head, scene.bureau)
        papers = {"court_papers": tuple(CourtPaper)}
        scene.do("apply-to-court", penalty, by=principal, **papers)
        by = {"by": scene.clerk}
        scene.do("record-execution-ruling", penalty, granted=True, **by)
        ruled = board(scene, case, tmp_path / "ruled")
        money = {"fine_paid_fen": 3 * WAN}
        scene.do("record-execution-completed", penalty, **money, **by)
        completed = board(scene, case, tmp_path / "completed")

        steps = [row["next_step"] for row in (after_demand, ruled, completed)]
        assert steps == ["enforce", "enforce", "close"]

    def test_of_the_party_furthest_behind(self, scene: Dossier, tmp_path: Path) -> None:
        """
        One is fined, the other still to be told what is proposed.
        """
        case = scene.conclude(scene.with_person())
        scene.propose(case)
        scene.propose(case, 1_000_000, party_no=2)
        scene.tell(case)
        scene.waive(case)
        decide(scene, case)

        row = board(scene, case, tmp_path)

        assert row["next_step"] == NextStep.NOTIFY.code
        assert (row["parties_count"], row["undecided_count"]) == (2, 1)


class TestFallen:
    def test_nothing_is_left_of_it(self, scene: Dossier, tmp_path: Path) -> None:
        """
        What is revoked is neither served nor paid; the case can be closed over it.
        """
        case = scene.heard()
        penalty = decide(scene, case).file
        on = {"effective_on": scene.day}
        scene.do("revoke-decision", penalty, by=scene.chief, **OWN, **on)

        assert board(scene, case, tmp_path)["next_step"] == NextStep.CLOSE.code

    def test_proposed_anew(self, scene: Dossier, tmp_path: Path) -> None:
        """
        What is proposed after a revocation goes its own way to a new decision.
        """
        case = scene.heard()
        penalty = decide(scene, case).file
        on = {"effective_on": scene.day}
        scene.do("revoke-decision", penalty, by=scene.chief, **OWN, **on)
        scene.propose(case, 2 * WAN)
        proposed = board(scene, case, tmp_path / "proposed")
        scene.tell(case)
        scene.waive(case)
        heard = board(scene, case, tmp_path / "heard")
        decide(scene, case, fine_fen=2 * WAN)
        decided = board(scene, case, tmp_path / "decided")

        steps = [row["next_step"] for row in (proposed, heard, decided)]
        assert steps == ["notify", "decide", "serve"]
        assert [heard["undecided_count"], decided["undecided_count"]] == [1, 0]

    def test_after_the_case_was_closed(self, scene: Dossier, tmp_path: Path) -> None:
        """
        A closed case stays closed, whatever becomes of its penalty.
        """
        case = scene.heard()
        penalty = decide(scene, case).file
        served(scene, penalty)
        paid(scene, penalty)
        scene.do("close-case", case, **closing(scene))
        on = {"effective_on": scene.day}
        scene.do("revoke-decision", penalty, by=scene.chief, **OWN, **on)

        row = board(scene, case, tmp_path)

        assert (row["stage"], row["next_step"]) == ("closed", "archive")


class TestAxes:
    def test_as_of_a_day_and_as_known(self, scene: Dossier, tmp_path: Path) -> None:
        """
        On the day before the decision the case was to be decided, and is known so now;
        before it was known, the board said the same of today.
        """
        case = scene.heard()
        before = len(scene.office.facts)
        scene.day += timedelta(days=1)
        day = scene.day
        decide(scene, case)
        model = fed("cases", tmp_path, as_recorded(scene.office.facts), batch=7)

        def step(on: date, known: int) -> object:
            query = (
                f"SELECT next_step FROM {CASES.name} WHERE id = ? "  # noqa: S608  declared
                "AND valid_from <= ? AND valid_until > ? "
                "AND known_from <= ? AND known_until > ?"
            )
            at = (str(case), *[on.isoformat()] * 2, known, known)
            return model.store.reading.execute(query, at).fetchone()[0]

        now = len(scene.office.facts)
        assert step(day, now) == "serve"
        assert step(day - timedelta(days=1), now) == "decide"
        assert step(day, before) == "decide"
