"""
不予处罚决定书送达: the party is told in seven working days that it gets no penalty.
"""

from datetime import date, timedelta

import pytest

from domain.enforcement_case.facts_of_judging import NoPenaltyDecided
from domain.law.forms import Form
from domain.parties import Addressee
from domain.service.file import DocumentServed
from tests.cases.dossier import Dossier
from tests.cases.enforcement_case.test_ending import sparing

#: Seven working days from the scene's Monday.
SERVE_UNTIL = date(2026, 3, 11)


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


class TestServeDocument:
    @pytest.mark.parametrize(
        ("days", "late"),
        [
            (0, False),
            pytest.param(1, True, marks=pytest.mark.procedure("CO-53")),
        ],
    )
    def test_on_who_gets_no_penalty(
        self, scene: Dossier, *, days: int, late: bool
    ) -> None:
        """
        行政处罚法 57, 61, 85: the seventh working day is in time; what comes later is
        accepted and marked (service_late).
        """
        case = scene.concluded()
        decided, _ = scene.do("decide-no-penalty", case, **sparing(scene))
        said = {"about": case, "form": Form.NO_PENALTY_DECISION, "party_no": 1}
        to = (Addressee(enterprise=scene.enterprise),)
        paper = scene.do("issue-document", None, addressees=to, **said)[-1].file
        scene.day = SERVE_UNTIL + timedelta(days=days)

        (fact,) = scene.serve(paper)

        assert isinstance(decided, NoPenaltyDecided)
        assert decided.serve_limit is not None
        assert decided.serve_limit.last_on == SERVE_UNTIL
        assert isinstance(fact, DocumentServed)
        assert bool(fact.served_late) is late
