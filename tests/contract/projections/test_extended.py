"""
More time for a case, and for a hearing, on the board: under the rule that gives it, and
in the place of the time before.
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.enforcement_case.choices import ClockGround
from domain.values import day_of
from tests.cases.dossier import Dossier
from tests.cases.enforcement_case.test_ending import sparing
from tests.cases.enforcement_case.test_timing import BASIS, STILL, filed_by_old_rules
from tests.cases.scene import moment
from tests.contract.projections.test_cases import times

HOLD = "PN.hearing.hold"
FIRST, OLD = "PN.limit.decide", "PN.limit.decide.base15"


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


def extended(scene: Dossier, case: UUID, until: date, by: Actor | None = None) -> None:
    """Have more time given."""
    said = {"by": by or scene.chief, "extended_until": until, **BASIS}
    scene.do("extend-case-time", case, **said)


class TestCase:
    def test_by_the_old_rules(self, scene: Dossier, tmp_path: Path) -> None:
        """
        总局令15号 32: ninety days in the place of thirty, and a hundred and eighty in
        theirs.
        """
        case = filed_by_old_rules(scene)
        own, above = date(2025, 11, 30), date(2026, 2, 28)
        extended(scene, case, own)
        one = times(scene, tmp_path / "a", case)
        superior = Actor(Role.HEAD, scene.superior, scene.other_bureau)
        extended(scene, case, above, superior)
        two = times(scene, tmp_path / "b", case)

        assert one[OLD] == [("replaced", "2025-10-01")]
        assert one["PN.limit.decide.ext1"] == [("running", own.isoformat())]
        assert two["PN.limit.decide.ext1"] == [("replaced", own.isoformat())]
        assert two["PN.limit.decide.ext2"] == [("running", above.isoformat())]

    def test_by_the_new_law(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 60: what is given beyond ninety days stands under a rule of its own
        (待核), and ends as the first time does.
        """
        case, until = scene.concluded(), date(2026, 6, 30)
        extended(scene, case, until)
        begun = times(scene, tmp_path / "a", case)
        extended(scene, case, until + timedelta(days=1))
        again = times(scene, tmp_path / "b", case)
        scene.do("decide-no-penalty", case, **sparing(scene))
        met = times(scene, tmp_path / "c", case)

        new = "PN.limit.decide.ext_new"
        assert begun[FIRST] == [("replaced", "2026-05-31")]
        assert begun[new] == [("running", until.isoformat())]
        assert [state for state, _ in again[new]] == ["replaced", "running"]
        assert met[new][-1][0] == "met"

    def test_stands_still(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 60: what was extended stands still and runs on like the first time.
        """
        case, until = scene.filed(), date(2026, 6, 30)
        extended(scene, case, until)
        ground = {"clock_ground": ClockGround.REFERRAL, "reason": "移送公安"} | STILL
        scene.do("suspend-case-clock", case, by=scene.chief, **ground)
        still = times(scene, tmp_path / "a", case)
        on = scene.day + timedelta(days=10)
        scene.do("resume-case-clock", case, by=scene.chief, reason="退回", on=on)
        runs = times(scene, tmp_path / "b", case)

        new, later = "PN.limit.decide.ext_new", until + timedelta(days=10)
        assert still[new] == [("suspended", until.isoformat())]
        assert runs[new][-1] == ("running", later.isoformat())


class TestHearing:
    def test_that_is_put_off(self, scene: Dossier, tmp_path: Path) -> None:
        """
        总局令15号 35: a hearing that was put off is held on its new day.
        """
        scene.day = date(2025, 9, 1)
        case = scene.hearing_set()
        said = {"by": scene.chair, "party_no": 1, "reason": "当事人申请"}
        later = moment(scene.day + timedelta(days=20))
        scene.do("postpone-hearing", case, hearing_at=later, **said)

        found = times(scene, tmp_path, case)[HOLD]
        assert sorted(found) == [
            ("running", day_of(later).isoformat()),
            ("suspended", "2025-09-16"),
        ]

    def test_by_the_new_law(self, scene: Dossier, tmp_path: Path) -> None:
        """
        行政处罚法 64: it sets no time in which a hearing is held, nor one to put off.
        """
        case = scene.hearing_set()
        said = {"by": scene.chair, "party_no": 1, "reason": "当事人申请"}
        later = moment(scene.day + timedelta(days=20))
        scene.do("postpone-hearing", case, hearing_at=later, **said)

        assert HOLD not in times(scene, tmp_path, case)
