"""
法制审核、集体讨论、案件审理: by others, after the hearing, on the newest facts.
"""

import pytest

from domain.enforcement_case.choices_of_hearing import (
    HearingOutcome,
    ReviewPoint,
    ReviewResult,
)
from domain.enforcement_case.facts_of_judging import (
    CaseAdjudicated,
    CollectiveDeliberationHeld,
    LegalReviewCompleted,
)
from domain.enforcement_case.readiness import not_examined
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder
from tests.cases.dossier import PAPER, Dossier
from tests.cases.enforcement_case.test_evidence import talk


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


class TestReviewCase:
    @pytest.mark.procedure("CO-32")
    def test_agreed(self, scene: Dossier) -> None:
        """
        行政处罚法 58: passed for the facts that it looked at.
        """
        case = scene.heard()

        (fact,) = scene.do("review-case", case, **scene.review())

        assert isinstance(fact, LegalReviewCompleted)
        assert scene.case(case).review_stands

    def test_facts_newer_than_the_review(self, scene: Dossier) -> None:
        """
        INV-23: a review of older facts is none.
        """
        case = scene.heard()
        scene.do("review-case", case, **scene.review())

        scene.do("record-questioning", case, **talk())

        assert not scene.case(case).review_stands

    @pytest.mark.procedure("CO-33")
    def test_before_the_hearing_report(self, scene: Dossier) -> None:
        """
        行政处罚法 58(2): after the hearing, by its report.
        """
        case = scene.hearing_set()
        scene.hold(case)
        refused = scene.refused("review-case", case, **scene.review())
        assert isinstance(refused, OutOfOrder)
        assert refused.code == "review_before_hearing"

        report = {"hearing_outcome": HearingOutcome.KEEP, "opinion": "维持"}
        scene.do("report-hearing", case, by=scene.chair, party_no=1, **report)

        assert scene.do("review-case", case, **scene.review())

    @pytest.mark.procedure("CO-34")
    def test_by_a_handler(self, scene: Dossier) -> None:
        """
        行政处罚法 58: by nobody who investigated it.
        """
        case = scene.heard()
        scene.reviewer = scene.officers[0]

        refused = scene.refused("review-case", case, **scene.review())

        assert isinstance(refused, NotCompetent)
        assert refused.code == "reviewer_handled"

    def test_eight_points(self, scene: Dossier) -> None:
        """
        行政处罚法 58: every point is answered.
        """
        said = scene.review(review_points=scene.points()[:7])

        refused = scene.refused("review-case", scene.heard(), **said)

        assert refused.code == "review_points_missing"

    def test_contradiction(self, scene: Dossier) -> None:
        """
        Who finds a point out of order does not agree.
        """
        case, wrong = scene.heard(), scene.points(ReviewPoint.EVIDENCE)
        said = scene.review(review_points=wrong)
        assert scene.refused("review-case", case, **said).code == "review_contradicts"

        said |= {"review_result": ReviewResult.INVESTIGATE}
        scene.do("review-case", case, **said)

        assert not scene.case(case).review_stands

    def test_wanted_after_a_hearing(self, scene: Dossier) -> None:
        """
        行政处罚法 58(2), INV-23: a hearing makes the review compulsory.
        """
        case = scene.asked()

        found = scene.case(case)
        codes = [r.code for r in not_examined(found, scene.party(case))]

        assert codes == ["review_missing"]


class TestDeliberateCase:
    @pytest.mark.procedure("CO-35")
    def test_heads_together(self, scene: Dossier) -> None:
        """
        行政处罚法 57(2), INV-23: complex or grave, by two heads or more.
        """
        case = scene.heard(complex_or_grave=True)
        party = scene.party(case)
        missing = [r.code for r in not_examined(scene.case(case), party)]
        assert missing == ["deliberation_missing"]

        said = {"views": scene.views(), "conclusion": "同意", "agreed": True}
        (fact,) = scene.do(
            "deliberate-case", case, by=scene.chief, **said, minutes=PAPER
        )

        assert isinstance(fact, CollectiveDeliberationHeld)
        assert not list(not_examined(scene.case(case), party))

    def test_one_head_alone(self, scene: Dossier) -> None:
        """
        行政处罚法 57(2): together.
        """
        said = {"views": scene.views()[:1], "conclusion": "同意", "agreed": True}

        refused = scene.refused(
            "deliberate-case", scene.heard(), by=scene.chief, **said
        )

        assert refused.code == "attendants_too_few"


class TestAdjudicateCase:
    @pytest.mark.procedure("CO-36")
    def test_where_the_place_has_it(self) -> None:
        """
        哈尔滨实施意见, INV-23: adjudicated where the place says so.
        """
        scene = Dossier("000")
        case = scene.heard()
        missing = [r.code for r in not_examined(scene.case(case), scene.party(case))]
        assert missing == ["adjudication_missing"]

        said = {"views": scene.views(), "conclusion": "同意", "agreed": True}
        (fact,) = scene.do("adjudicate-case", case, by=scene.chief, **said)

        assert isinstance(fact, CaseAdjudicated)
        assert not list(not_examined(scene.case(case), scene.party(case)))

    def test_nowhere_else(self, scene: Dossier) -> None:
        """
        No national law knows this step.
        """
        said = {"views": scene.views(), "conclusion": "同意", "agreed": True}

        refused = scene.refused(
            "adjudicate-case", scene.heard(), by=scene.chief, **said
        )

        assert isinstance(refused, BeyondTheLaw)
        assert refused.code == "no_adjudication_here"
