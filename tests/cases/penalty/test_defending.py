"""
不得因申辩加重: who defends itself fares no worse for it.
"""

from uuid import UUID

import pytest

from domain.refusals import BeyondTheLaw
from tests.cases.dossier import Dossier
from tests.cases.enforcement_case.test_evidence import talk
from tests.cases.penalty.test_deciding import WAN, decide, refused


@pytest.fixture
def dossier() -> Dossier:
    """A bureau that handles cases."""
    return Dossier()


def spoken(dossier: Dossier) -> UUID:
    """A case whose party was told of 30 000 yuan, and said something."""
    case = dossier.notified_of()
    dossier.do("hear-statement", case, by=dossier.clerk, party_no=1, said="处罚过重")
    return case


def raised(dossier: Dossier, case: UUID) -> UUID:
    """The case, once the party was told of 40 000 yuan and waived its statement."""
    dossier.weigh(case, 4 * WAN)
    dossier.propose(case, 4 * WAN)
    dossier.tell(case)
    return dossier.waive(case)


class TestNoHeavierForSpeaking:
    @pytest.mark.procedure("PE-57")
    def test_heavier_because_it_spoke(self, dossier: Dossier) -> None:
        """
        行政处罚法45(2): who defends itself fares no worse for it, notified anew or not.
        """
        case = spoken(dossier)

        refusal = refused(dossier, raised(dossier, case), fine_fen=4 * WAN)

        assert isinstance(refusal, BeyondTheLaw)
        assert refusal.code == "heavier_for_statement"
        assert refusal.facts["fine_fen"] == 3 * WAN

    def test_heavier_on_new_facts(self, dossier: Dossier) -> None:
        """
        行政处罚法45, 62: what came to light since is notified anew, and weighed.
        """
        case = spoken(dossier)
        dossier.do("record-questioning", case, **talk())

        fact = decide(dossier, raised(dossier, case), fine_fen=4 * WAN)

        assert fact.fine_fen == 4 * WAN

    def test_no_heavier_than_before_it_spoke(self, dossier: Dossier) -> None:
        """
        A notice of more does not hinder a decision of what was told first.
        """
        case = raised(dossier, spoken(dossier))

        fact = decide(dossier, case, deviation_reason="按首次告知")

        assert fact.fine_fen == 3 * WAN

    def test_heavier_though_it_said_nothing(self, dossier: Dossier) -> None:
        """
        Who waived its statement is told of more before it is decided, and that is all.
        """
        case = raised(dossier, dossier.heard())

        assert decide(dossier, case, fine_fen=4 * WAN).fine_fen == 4 * WAN
