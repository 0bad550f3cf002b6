"""
办案期限: extended by whoever may, standing still by a fact, running on by another.
"""

from datetime import date
from uuid import UUID

import pytest

from domain.base import Actor, Role
from domain.enforcement_case.choices import CaseSource, ClockGround, MandatoryOutcome
from domain.enforcement_case.facts_of_ending import (
    CaseClockResumed,
    CaseClockSuspended,
    CaseTimeExtended,
)
from domain.procedures.filing_cases import CaseOrigin
from domain.refusals import OutOfTime
from tests.cases.dossier import PAPER, Dossier

BASIS = {"reason": "案情复杂", "legal_basis": "应急管理部令18号(待核)"}
#: What lets a time stand still: a provision, cited.
STILL = {"legal_basis": "国务院令310号11"}


@pytest.fixture
def scene() -> Dossier:
    """A bureau in the place of the draft opinion."""
    return Dossier("002")


def filed_by_old_rules(scene: Dossier) -> UUID:
    """A case filed while thirty, ninety and a hundred and eighty days held."""
    scene.day = date(2025, 9, 1)
    origin = CaseOrigin(CaseSource.TIP_OFF, source_paper=PAPER)
    return scene.filed(taken_from=origin)


class TestExtendCaseTime:
    def test_new_last_day(self, scene: Dossier) -> None:
        """
        行政处罚法 60: later than the ninety days, with what allows it.
        """
        case = scene.filed()
        said = {"by": scene.chief, **BASIS}
        early = scene.refused(
            "extend-case-time", case, **said, extended_until=date(2026, 5, 31)
        )
        assert early.code == "not_put_off"

        until = {"extended_until": date(2026, 6, 30)}
        (fact,) = scene.do("extend-case-time", case, **said, **until)

        assert isinstance(fact, CaseTimeExtended)
        assert fact.decide_limit.last_on == date(2026, 6, 30)
        assert not fact.by_superior

    @pytest.mark.parametrize(
        ("body", "until", "lawful"),
        [
            ("own", date(2025, 11, 30), True),
            ("own", date(2025, 12, 1), False),
            ("superior", date(2026, 2, 28), True),
            ("superior", date(2026, 3, 1), False),
        ],
    )
    def test_by_the_old_rules(
        self, scene: Dossier, *, body: str, until: date, lawful: bool
    ) -> None:
        """
        总局令15号 32: ninety days by the own head, 180 by the body above.
        """
        case = filed_by_old_rules(scene)
        superior = Actor(Role.HEAD, scene.superior, scene.other_bureau)
        by = scene.chief if body == "own" else superior
        said = {"by": by, "extended_until": until, **BASIS}

        if lawful:
            assert scene.do("extend-case-time", case, **said)
        else:
            refused = scene.refused("extend-case-time", case, **said)
            assert isinstance(refused, OutOfTime)
            assert refused.code == "beyond_extension"


class TestCaseClock:
    @pytest.mark.procedure("CO-58")
    def test_stands_still_and_runs_on(self, scene: Dossier) -> None:
        """
        国务院令310号 11: ten days of standing still are ten days more.
        """
        case = scene.filed()
        ground = {"clock_ground": ClockGround.REFERRAL, "reason": "移送公安"} | STILL
        (stopped,) = scene.do("suspend-case-clock", case, by=scene.chief, **ground)
        assert isinstance(stopped, CaseClockSuspended)
        assert not stopped.unsettled
        again = scene.refused("suspend-case-clock", case, by=scene.chief, **ground)
        assert again.code == "clock_suspended"

        said = {"by": scene.chief, "reason": "公安不予立案", "on": date(2026, 3, 12)}
        (fact,) = scene.do("resume-case-clock", case, **said)

        assert isinstance(fact, CaseClockResumed)
        assert fact.days_suspended == 10
        assert fact.decide_limit is not None
        assert fact.decide_limit.last_on == date(2026, 6, 10)
        assert scene.refused("resume-case-clock", case, **said).code == "clock_running"

    def test_without_a_provision(self, scene: Dossier) -> None:
        """
        PROCEDURE §3: without a provision it is recorded (待核), and the time runs on;
        it can be extended, and ends no later for it.
        """
        case = scene.filed()
        ground = {"clock_ground": ClockGround.APPRAISAL, "reason": "补充鉴定"}
        (stopped,) = scene.do("suspend-case-clock", case, by=scene.chief, **ground)
        assert isinstance(stopped, CaseClockSuspended)
        assert stopped.unsettled
        again = scene.refused("suspend-case-clock", case, by=scene.chief, **ground)
        assert again.code == "clock_suspended"
        until = date(2026, 7, 1)
        more = {"by": scene.chief, "extended_until": until, **BASIS}
        scene.do("extend-case-time", case, **more)

        said = {"by": scene.chief, "reason": "已鉴定", "on": date(2026, 3, 12)}
        (fact,) = scene.do("resume-case-clock", case, **said)
        assert isinstance(fact, CaseClockResumed)
        assert fact.decide_limit is not None
        assert (fact.days_suspended, fact.decide_limit.last_on) == (0, until)

    def test_not_extended_while_it_stands_still(self, scene: Dossier) -> None:
        """
        What stands still is resumed before it is extended.
        """
        case = scene.filed()
        ground = {"clock_ground": ClockGround.APPRAISAL, "legal_basis": "令18号(待核)"}
        scene.do(
            "suspend-case-clock", case, by=scene.chief, **ground, reason="委托鉴定"
        )
        said = {"by": scene.chief, "extended_until": date(2026, 7, 1), **BASIS}

        refused = scene.refused("extend-case-time", case, **said)

        assert refused.code == "clock_suspended"


class TestOutcomes:
    def test_required_once(self, scene: Dossier) -> None:
        """
        INV-28: each of the four is required once, and satisfied by what shows it.
        """
        case = scene.filed()
        outcome = {"mandatory_outcome": MandatoryOutcome.CLOSED, "by": scene.clerk}
        basis = {"legal_basis": "四个一律", "reason": "不具备条件"}
        other = scene.refused("satisfy-outcome", case, **outcome, done="已提请")
        assert other.code == "outcome_not_required"
        scene.do("require-outcome", case, **outcome, **basis)

        again = scene.refused("require-outcome", case, **outcome, **basis)
        unproved = scene.refused("satisfy-outcome", case, **outcome, done="已提请")

        assert again.code == "outcome_required"
        assert unproved.code == "evidence_missing"
