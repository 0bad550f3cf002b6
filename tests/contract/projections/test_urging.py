"""
The demand to perform on the board: until when it has to reach the party, so that ten
working days still lie before the window shuts, and since when the court may be asked.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.base import Role
from domain.penalty.file import Instalment
from domain.procedures.ending_periods import rules_ended_by
from infra.questions import Ask
from tests.cases.penalty.decided import ALL_PAPERS, YUAN
from tests.cases.penalty.test_windows import judged, reviewed
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed
from tests.contract.projections.test_cases import times
from tests.contract.projections.test_windows import Court

LATEST, URGE = "CO.court.urge.latest", "CO.court.urge"
#: What is served on the scene's Monday can be taken to the court until 2 December; of
#: the working days before, ten lie after this one.
LAST = date(2026, 11, 17)
#: The same, after a review: the window shuts on 16 July.
LAST_AFTER_REVIEW = date(2026, 7, 1)


@pytest.fixture
def court() -> Court:
    """A bureau under national law alone."""
    return Court()


class TestLatest:
    def test_counted_back(self, court: Court, tmp_path: Path) -> None:
        """
        行政强制法53, 54: the eleventh working day before the window shuts, and neither
        the day before nor the day after.
        """
        penalty = court.on_the_spot()

        found = times(court, tmp_path, penalty)[LATEST]
        assert found == [("running", LAST.isoformat())]

    def test_that_was_met(self, court: Court, tmp_path: Path) -> None:
        """
        行政强制法54: a demand meets it; it stands when the window runs anew later.
        """
        penalty = court.on_the_spot()
        court.demand(penalty)
        reviewed(court, penalty)

        found = times(court, tmp_path, penalty)[LATEST]
        assert found == [("met", LAST.isoformat())]

    def test_after_a_review(self, court: Court, tmp_path: Path) -> None:
        """
        行政强制法53: while it is challenged nothing is demanded in time; it runs anew
        from the result.
        """
        penalty = court.on_the_spot()
        reviewed(court, penalty)

        assert times(court, tmp_path, penalty)[LATEST] == [
            ("dropped", LAST.isoformat()),
            ("running", LAST_AFTER_REVIEW.isoformat()),
        ]

    def test_after_a_judgment(self, court: Court, tmp_path: Path) -> None:
        """
        行政诉讼法95: before the two years shut it is demanded as well.
        """
        penalty = court.on_the_spot()
        judged(court, penalty)

        found = times(court, tmp_path, penalty)[LATEST]
        assert [state for state, _ in found] == ["dropped", "running"]
        assert "2028-08-20" < found[-1][1] < "2028-08-25"

    def test_that_is_paid(self, court: Court, tmp_path: Path) -> None:
        """
        行政处罚法66: nothing is demanded of who has paid; a part leaves it running.
        """
        penalty = court.on_the_spot()
        court.pay(penalty, 400)
        part = times(court, tmp_path / "a", penalty)[LATEST]
        court.pay(penalty, 600)
        paid = times(court, tmp_path / "b", penalty)[LATEST]

        assert [state for state, _ in (*part, *paid)] == ["running", "dropped"]

    def test_after_a_deferral(self, court: Court, tmp_path: Path) -> None:
        """
        行政处罚法72(2): a deferral that outlasts the time to sue moves it as well.
        """
        penalty = court.on_the_spot()
        court.do("apply-for-deferral", penalty, reason="资金周转困难")
        parts = (Instalment(date(2026, 10, 30), 1000 * YUAN),)
        said = {"granted": True, "reason": "困难", "instalments": parts}
        court.do("decide-deferral", penalty, by=court.chief, **said)

        found = times(court, tmp_path, penalty)[LATEST]
        assert sorted(found) == [
            ("replaced", LAST.isoformat()),
            ("running", "2027-01-15"),
        ]

    def test_whose_turn_it_is(self) -> None:
        """
        行政强制法54: officers and the principal head demand it; a clerk cannot.
        """
        assert LATEST in rules_ended_by(Role.OFFICER)
        assert LATEST in rules_ended_by(Role.PRINCIPAL_HEAD)
        assert LATEST not in rules_ended_by(Role.CLERK)


class TestUrged:
    def test_ten_working_days(self, court: Court, tmp_path: Path) -> None:
        """
        行政强制法54: once they are over the court may be asked; that ends it.
        """
        penalty = court.on_the_spot()
        court.move_to(date(2026, 11, 2))
        court.demand(penalty)
        before = times(court, tmp_path / "a", penalty)[URGE]
        court.move_to(date(2026, 11, 17))
        court.do("apply-to-court", penalty, by=court.principal, court_papers=ALL_PAPERS)
        after = times(court, tmp_path / "b", penalty)[URGE]

        assert before == [("running", "2026-11-16")]
        assert after == [("met", "2026-11-16")]

    def test_that_is_over(self, court: Court, tmp_path: Path) -> None:
        """
        行政强制法54: when the ten days are over nobody is late; they wait no longer.
        """
        penalty = court.on_the_spot()
        court.demand(penalty)
        ((_, ends),) = times(court, tmp_path / "a", penalty)[URGE]
        facts, last = as_recorded(court.office.facts), date.fromisoformat(ends)
        model = fed("deadlines", tmp_path / "b", facts, batch=7)

        def running(day: date) -> int:
            ask = Ask(officer_of(court.bureau), as_of=day)
            return len(model.answer("deadlines", ask, rule=URGE).rows)

        assert (running(last), running(last + timedelta(days=1))) == (1, 0)
