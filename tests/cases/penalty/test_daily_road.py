"""
按日连续处罚的程序: proposed, notified, answered, heard, reviewed, like any penalty.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.enforcement_case.choices_of_hearing import ReviewGround
from domain.hazard.choices import HazardLevel
from domain.refusals import BeyondTheLaw, OutOfOrder, OutOfTime
from domain.service.file import Way
from tests.cases.dossier import CLOCK
from tests.cases.penalty.decided import YUAN
from tests.cases.penalty.test_daily_fine import (
    LATER,
    TOLD,
    Firm,
    case_on,
    decide,
    fined_on_the_spot,
    not_proposed,
    propose,
    proposing,
    refuse,
    told,
)
from tests.cases.penalty.test_deciding import terms


@pytest.fixture
def bureau() -> Firm:
    """A bureau under national law alone."""
    return Firm()


@pytest.fixture
def hazard(bureau: Firm) -> UUID:
    """What was ordered to be corrected on the scene's Monday."""
    return bureau.ordered(HazardLevel.ORDINARY)


@pytest.fixture
def fined(bureau: Firm, hazard: UUID) -> UUID:
    """A fine on the spot for the same finding."""
    return fined_on_the_spot(bureau, hazard)


class TestTheRoad:
    @pytest.mark.procedure("PE-63")
    def test_not_proposed(self, bureau: Firm, hazard: UUID, fined: UUID) -> None:
        """
        行政处罚法44, 62: no fine by the day without a case in which it is heard.
        """
        refusal = refuse(bureau, fined, hazard)

        assert isinstance(refusal, OutOfOrder)
        assert refusal.code == "daily_fine_not_proposed"

    @pytest.mark.procedure("PE-64")
    def test_not_notified(self, bureau: Firm, hazard: UUID, fined: UUID) -> None:
        """
        行政处罚法44, 62: the party is told, and speaks or lets its time pass.
        """
        bureau.move_to(TOLD)
        case = propose(bureau, fined, hazard)
        before = refuse(bureau, fined, hazard)
        bureau.tell(case)
        refusal = refuse(bureau, fined, hazard)

        assert [before.code, refusal.code] == ["notice_missing", "notice_missing"]

    @pytest.mark.procedure("PE-69")
    def test_the_time_for_a_statement_passed(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        行政处罚法44, 45: whoever says nothing is heard when the time is over.
        """
        bureau.move_to(TOLD)
        case = propose(bureau, fined, hazard)
        bureau.tell(case)
        bureau.do("expire-statement", case, by=CLOCK, party_no=1, on=LATER)

        assert decide(bureau, fined, hazard).statement == ""

    @pytest.mark.procedure("PE-52")
    def test_the_hearing_window_over(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        行政处罚法63, 64: a large sum is heard, where the party asks within five working
        days.
        """
        told(bureau, fined, hazard)

        refusal = refuse(bureau, fined, hazard, on=date(2026, 3, 24))

        assert isinstance(refusal, OutOfTime)
        assert refusal.code == "window_open"

    def test_a_hearing_asked_for(self, bureau: Firm, hazard: UUID, fined: UUID) -> None:
        """
        行政处罚法64: it is held before the daily fine is decided.
        """
        case = told(bureau, fined, hazard)
        bureau.do("request-hearing", case, by=bureau.clerk, party_no=1)

        assert refuse(bureau, fined, hazard).code == "notice_missing"

    def test_a_notice_without_the_hearing(self, bureau: Firm, hazard: UUID) -> None:
        """
        行政处罚法63: where the sum is large the notice tells of the hearing.
        """
        dear, until = (
            fined_on_the_spot(bureau, hazard, fine_fen=3000 * YUAN),
            date(2026, 3, 23),
        )
        bureau.move_to(until)
        case = propose(bureau, dear, hazard, until_on=until, hearing_right=False)

        paper = bureau.notice(case)
        service = {"addressee_no": 1, "way": Way.DIRECT, "place": "厂区"}
        refusal = bureau.refused("serve-document", None, document=paper, **service)

        assert refusal.code == "notice_incomplete"

    @pytest.mark.procedure("PE-65")
    def test_reviewed_where_it_must_be(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        行政处罚法57(2), 58: reviewed, and deliberated, for the daily fine itself.
        """
        grave = {"review_grounds": (ReviewGround.COMPLEX,), "complex_or_grave": True}
        case = told(bureau, fined, hazard, needs=grave)
        before = refuse(bureau, fined, hazard)
        bureau.do("review-case", case, **bureau.review())
        reviewed = refuse(bureau, fined, hazard)
        views = {"views": bureau.views(), "conclusion": "同意", "agreed": True}
        bureau.do("deliberate-case", case, by=bureau.chief, **views)

        codes = [before.code, reviewed.code]
        assert codes == ["review_missing", "deliberation_missing"]
        assert decide(bureau, fined, hazard).days_fined == 14

    @pytest.mark.procedure("PE-66")
    def test_no_more_than_was_notified(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        行政处罚法44, 45: for later days it is told anew.
        """
        told(bureau, fined, hazard)

        refusal = refuse(bureau, fined, hazard, until_on=date(2026, 3, 20))

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "heavier_than_notified"

    def test_no_other_penalty_by_it(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        行政处罚法44: the notice of a daily fine is none of another penalty.
        """
        case = told(bureau, fined, hazard)

        refusal = bureau.refused(
            "decide-penalty", case, by=bureau.chief, **terms(), on=LATER
        )

        assert refusal.code == "daily_fine_proposed"

    def test_not_beside_another_penalty(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        PROCEDURE 2.2: what is under way against the party is decided first.
        """
        bureau.move_to(TOLD)
        case = bureau.propose(case_on(bureau, hazard))
        said = proposing(fined, hazard, approver=bureau.head)

        refusal = bureau.refused("propose-daily-fine", case, **said)

        assert refusal.code == "penalty_under_way"

    def test_with_a_heads_approval(
        self, bureau: Firm, hazard: UUID, fined: UUID
    ) -> None:
        """
        行政处罚法57: a head approves what is notified.
        """
        bureau.move_to(TOLD)

        refusal = not_proposed(bureau, fined, hazard, approver=None)

        assert refusal.code == "no_approval"
