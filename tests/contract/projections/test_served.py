"""
What a service answers on the board: the period that began with the fact which the paper
renders, and no other.
"""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Role
from domain.law.forms import Form
from domain.parties import Addressee
from domain.procedures.ending_periods import rules_ended_by
from tests.cases.dossier import Dossier
from tests.cases.enforcement_case.test_ending import sparing
from tests.cases.list_entry.listed import Lists
from tests.cases.penalty.decided import Bureau
from tests.cases.penalty.test_deciding import decide
from tests.contract.projections.test_case_penalties import served
from tests.contract.projections.test_cases import times

SERVE, REPAIR = "PN.serve", "PN.repair_notice"
#: Seven working days from the scene's Monday.
SERVE_UNTIL = date(2026, 3, 11)
#: Papers are told of repair from then on.
TOLD_FROM = date(2026, 4, 1)


class Registry(Dossier, Bureau):
    """
    A bureau that issues papers about cases and penalties.
    """


@pytest.fixture
def registry() -> Registry:
    """A bureau in the place of the draft opinion."""
    return Registry("002")


def paper_on(registry: Registry, case: UUID, party_no: int = 1) -> UUID:
    """Have the decision of no penalty issued to a party."""
    to = Addressee(enterprise=registry.enterprise)
    if party_no > 1:
        to = Addressee(person=registry.party(case, party_no).person)
    said = {"about": case, "form": Form.NO_PENALTY_DECISION, "party_no": party_no}
    return registry.do("issue-document", None, addressees=(to,), **said)[-1].file


class TestNoPenalty:
    def test_to_be_served(self, registry: Registry, tmp_path: Path) -> None:
        """
        行政处罚法 57, 61: seven working days to tell the party that it gets none.
        """
        case = registry.concluded()
        registry.do("decide-no-penalty", case, **sparing(registry))
        decided = times(registry, tmp_path / "a", case)
        registry.serve(paper_on(registry, case))
        told = times(registry, tmp_path / "b", case)

        assert decided[SERVE] == [("running", SERVE_UNTIL.isoformat())]
        assert told[SERVE] == [("met", SERVE_UNTIL.isoformat())]

    def test_each_party_by_its_own(self, registry: Registry, tmp_path: Path) -> None:
        """
        行政处罚法 61: what one party is served ends no other's time.
        """
        case = registry.conclude(registry.with_person())
        for party_no in (1, 2):
            said = sparing(registry, party_no=party_no)
            registry.do("decide-no-penalty", case, **said)
        registry.serve(paper_on(registry, case, 2))

        states = [state for state, _ in times(registry, tmp_path, case)[SERVE]]
        assert sorted(states) == ["met", "running"]


class TestRepairNotice:
    def test_with_the_decision(self, registry: Registry, tmp_path: Path) -> None:
        """
        国办发〔2025〕22号: its age ends as it reaches the party, and not with the
        decision.
        """
        registry.day = TOLD_FROM
        penalty = decide(registry, registry.heard()).file
        served(registry, penalty)
        one = times(registry, tmp_path / "a", penalty)
        registry.serve(registry.issued(penalty, Form.REPAIR_NOTICE))
        both = times(registry, tmp_path / "b", penalty)

        assert [state for state, _ in one[REPAIR]] == ["running"]
        assert [state for state, _ in both[REPAIR]] == ["met"]

    def test_whose_turn_it_is(self) -> None:
        """
        行政处罚法 61: whoever serves papers can end it, and nobody else.
        """
        assert REPAIR in rules_ended_by(Role.OFFICER)
        assert REPAIR not in rules_ended_by(Role.POLICE)

    def test_of_another_penalty(self, registry: Registry, tmp_path: Path) -> None:
        """
        国办发〔2025〕22号: each decision with its own.
        """
        registry.day = TOLD_FROM
        one, other = (decide(registry, registry.heard()).file for _ in range(2))
        registry.serve(registry.issued(other, Form.REPAIR_NOTICE))

        found = times(registry, tmp_path, one)
        assert [state for state, _ in found[REPAIR]] == ["running"]

    @pytest.mark.parametrize(
        ("day", "begun"), [(date(2026, 3, 31), False), (TOLD_FROM, True)]
    )
    def test_with_a_listing(self, tmp_path: Path, *, day: date, begun: bool) -> None:
        """
        应急管理部令11号 10, 国办发〔2025〕22号: a listing brings it as well, since the
        day of the new law.
        """
        lists = Lists()
        lists.day = day
        entry = lists.listed()
        found = times(lists, tmp_path / "a", entry)
        assert (REPAIR in found) is begun
        if begun:
            lists.serve(lists.issued(entry, Form.LISTING_REPAIR_NOTICE))
            told = times(lists, tmp_path / "b", entry)
            assert [state for state, _ in told[REPAIR]] == ["met"]
