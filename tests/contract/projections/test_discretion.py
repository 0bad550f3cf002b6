"""
裁量比对: how high fines were for the same act under the same factors.
"""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.falling import ChangedBy
from domain.law.penalty_kinds import PenaltyKind
from infra.questions import Ask
from projections.discretion import Discretion, quantile
from tests.cases.dossier import Dossier
from tests.cases.penalty.test_deciding import WAN, decide
from tests.contract.projections.readers import officer_of
from tests.contract.projections.stories import as_recorded, fed

HOW = (
    "lowest_fine_fen",
    "lower_quartile_fen",
    "median_fine_fen",
    "upper_quartile_fen",
    "highest_fine_fen",
)


@pytest.fixture
def dossier() -> Dossier:
    """A bureau that handles cases."""
    return Dossier()


def fine(dossier: Dossier, fen: int) -> UUID:
    """Have a fine decided in a case of its own, a month after the one before."""
    dossier.day += timedelta(days=28)
    return decide(dossier, dossier.heard(fen), fine_fen=fen).file


def rows(
    dossier: Dossier, folder: Path, question: str, body: UUID | None = None
) -> list[Mapping[str, object]]:
    """Ask somebody of a body, the bureau's own if none is named."""
    facts = as_recorded(dossier.office.facts)
    model = fed(Discretion.NAME, folder / str(len(facts)), facts, batch=1000)
    found = model.answer(question, Ask(officer_of(body or dossier.bureau))).rows
    model.close()
    return [dict(row) for row in found]


class TestComparison:
    def test_how_fines_lie(self, dossier: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法34: lowest, quartiles, median and highest of what was imposed.
        """
        for fen in (3 * WAN, WAN // 2, 2 * WAN, WAN, 4 * WAN):
            fine(dossier, fen)

        (row,) = rows(dossier, tmp_path, "discretion")

        assert (row["violation_code"], row["fines_count"]) == ("V02", 5)
        assert [row[name] for name in HOW] == [WAN // 2, WAN, 2 * WAN, 3 * WAN, 4 * WAN]
        assert not rows(dossier, tmp_path, "discretion", dossier.other_bureau)

    def test_only_what_stands(self, dossier: Dossier, tmp_path: Path) -> None:
        """
        What was revoked is out, and what was varied counts as it stands now.
        """
        varied, revoked = fine(dossier, 4 * WAN), fine(dossier, WAN)
        why = {"reason": "证据不足", "effective_on": dossier.day}
        who = {"by": dossier.chief, "changed_by": ChangedBy.OWN}
        dossier.do("revoke-decision", revoked, **who, **why)
        now = {"kinds": (PenaltyKind.FINE,), "fine_fen": 2 * WAN}
        dossier.do("vary-decision", varied, **who, **why, **now)

        (row,) = rows(dossier, tmp_path, "discretion")
        (behind,) = rows(dossier, tmp_path, "discretion-fines")

        assert (row["fines_count"], row["median_fine_fen"]) == (1, 2 * WAN)
        assert (behind["penalty"], behind["fine_fen"]) == (str(varied), 2 * WAN)
        assert behind["band"] == "二档"

    def test_other_factors_are_another_matter(
        self, dossier: Dossier, tmp_path: Path
    ) -> None:
        """
        行政处罚法34: a fine with an aggravating factor lies beside its like only.
        """
        fine(dossier, WAN)
        dossier.day += timedelta(days=28)
        case = dossier.concluded()
        dossier.do(
            "record-aggravating-factor",
            case,
            party_no=1,
            aggravating_factor="一年内再犯",
            legal_basis="安全生产法99(1)",
            proof="前案决定书",
        )
        dossier.propose(case, 4 * WAN)
        dossier.tell(case)
        dossier.waive(case)
        decide(dossier, case, fine_fen=4 * WAN)

        found = rows(dossier, tmp_path, "discretion")

        assert {
            (row["aggravating_factor"], row["median_fine_fen"]) for row in found
        } == {
            ("", WAN),
            ("一年内再犯", 4 * WAN),
        }


@pytest.mark.parametrize(
    ("share", "expected"), [(0.25, 1), (0.5, 2), (0.75, 3), (1.0, 4), (0.0, 1)]
)
def test_quantile_is_a_fine(share: float, expected: int) -> None:
    """
    The lowest that a share does not exceed: of four, the first, second and third.
    """
    assert quantile([1, 2, 3, 4], share) == expected
