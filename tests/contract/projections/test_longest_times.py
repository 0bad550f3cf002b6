"""
The longest times that the law leaves to others, beside the plain ones: a review that is
extended, a court that hears the parties.
"""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from domain.remedy.choices import RemedyResult
from tests.contract.projections.test_cases import times
from tests.contract.projections.test_windows import Court

PLAIN, SIMPLE, LONGEST = (
    "RM.review.decide",
    "RM.review.decide.simple",
    "RM.review.decide.ext",
)
RULE, HEARD = "CO.court.rule", "CO.court.rule.heard"


@pytest.fixture
def court() -> Court:
    """A bureau under national law alone."""
    return Court()


def accepted(court: Court, *, simple: bool) -> UUID:
    """Have a review accepted on the scene's Monday."""
    review = court.challenge(court.on_the_spot())
    said = {"by": court.clerk, "authority_number": "3号", "simple": simple}
    court.do("record-review-acceptance", review, **said)
    return review


class TestReview:
    def test_extended(self, court: Court, tmp_path: Path) -> None:
        """
        行政复议法62: sixty days, and thirty more from their end at the longest.
        """
        found = times(court, tmp_path, accepted(court, simple=False))

        assert found[PLAIN] == [("running", "2026-05-01")]
        assert found[LONGEST] == [("running", "2026-05-31")]
        assert SIMPLE not in found

    def test_simple(self, court: Court, tmp_path: Path) -> None:
        """
        行政复议法62: thirty days by the simple procedure, and no more.
        """
        found = times(court, tmp_path, accepted(court, simple=True))

        assert found[SIMPLE] == [("running", "2026-04-01")]
        assert LONGEST not in found

    @pytest.mark.parametrize("result", [RemedyResult.UPHELD, RemedyResult.WITHDRAWN])
    def test_that_ended(
        self, court: Court, tmp_path: Path, result: RemedyResult
    ) -> None:
        """
        行政复议法62: the decision ends both.
        """
        review = accepted(court, simple=False)
        court.came_to(review, result)

        found = times(court, tmp_path, review)
        assert [found[rule][0][0] for rule in (PLAIN, LONGEST)] == ["met", "met"]


class TestRuling:
    def test_after_hearing(self, court: Court, tmp_path: Path) -> None:
        """
        行政强制法57, 58: seven working days; thirty days where the parties are heard.
        """
        penalty = court.at_court()
        court.move_to(date(2026, 11, 2))
        court.do(
            "record-court-acceptance", penalty, by=court.clerk, court_accepted=True
        )
        runs = times(court, tmp_path / "a", penalty)
        court.do("record-execution-ruling", penalty, by=court.clerk, granted=True)
        met = times(court, tmp_path / "b", penalty)

        assert runs[RULE] == [("running", "2026-11-11")]
        assert runs[HEARD] == [("running", "2026-12-02")]
        assert [met[rule][0][0] for rule in (RULE, HEARD)] == ["met", "met"]

    def test_of_what_was_not_accepted(self, court: Court, tmp_path: Path) -> None:
        """
        行政强制法56: what the court did not accept it does not rule on.
        """
        penalty = court.at_court()
        said = {"court_accepted": False, "reason": "材料不全"}
        court.do("record-court-acceptance", penalty, by=court.clerk, **said)

        found = times(court, tmp_path, penalty)
        assert RULE not in found
        assert HEARD not in found
