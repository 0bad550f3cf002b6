"""
A case that comes back from the police (恢复办案期限): its time, which stood still for
the referral, runs on.
"""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.base import Fact
from domain.enforcement_case.choices import CaseSource, ClockGround
from domain.enforcement_case.facts_of_ending import CaseClockResumed
from domain.enforcement_case.file import EnforcementCase
from domain.procedures.filing_cases import CaseOrigin, Violation
from domain.referral.choices import Outcome
from tests.cases.enforcement_case.test_timing import STILL
from tests.cases.referral.justice import Justice
from tests.cases.scene import MONDAY
from tests.contract.projections.test_cases import times

DAYS = 10


class Accused(Justice):
    """
    A bureau that refers a case of its own.
    """

    def filed_here(self) -> UUID:
        """Have a case filed on what a visit found."""
        origin = CaseOrigin(CaseSource.FINDING, self.recorded(), (1,))
        terms = {
            "enterprise": self.enterprise,
            "taken_from": origin,
            "violation": Violation("未设置安全距离", "V02", MONDAY),
            "handlers": tuple(self.officers[:2]),
        }
        return self.do("file-case", None, by=self.chief, **terms)[0].file

    def stopped(self, ground: ClockGround = ClockGround.REFERRAL) -> UUID:
        """Have its time stand still for ten days."""
        case = self.filed_here()
        said = {"clock_ground": ground, "reason": "移送公安"} | STILL
        self.do("suspend-case-clock", case, by=self.chief, **said)
        return case

    def referred(self, case: UUID) -> UUID:
        """Have the case with the police."""
        referral = self.suspect(case)
        team = tuple(self.officers[:2])
        self.do("name-referral-team", referral, by=self.chief, handlers=team)
        self.report_on(referral)
        self.decide(referral, Outcome.TRANSFER)
        self.deliver(referral)
        self.copy(referral)
        self.do("receive-referral", referral, by=self.police)
        return referral

    def back(self, referral: UUID) -> list[Fact]:
        """Have it handed back ten days later."""
        self.day += timedelta(days=DAYS)
        said = {"by": self.police, "reasons": "不需要追究刑事责任"}
        return self.do("return-case-for-penalty", referral, **said)


@pytest.fixture
def accused() -> Accused:
    """A bureau in Xinzhou, and whom it refers to."""
    return Accused("001")


class TestReturnCaseForPenalty:
    @pytest.mark.procedure("RF-67")
    def test_the_time_runs_on(self, accused: Accused, tmp_path: Path) -> None:
        """
        国务院令310号 13, 行政处罚法 60: later by the days that it stood still.
        """
        case = accused.stopped()
        first = accused.read(EnforcementCase, case).decide_limit
        assert first is not None
        assert first.last_on is not None
        referral = accused.referred(case)
        still = times(accused, tmp_path / "a", case)["PN.limit.decide"]

        _, resumed = accused.back(referral)

        assert isinstance(resumed, CaseClockResumed)
        assert resumed.days_suspended == DAYS
        later = (first.last_on + timedelta(days=DAYS)).isoformat()
        assert still == [("suspended", first.last_on.isoformat())]
        runs = times(accused, tmp_path / "b", case)["PN.limit.decide"]
        assert runs[-1] == ("running", later)

    def test_that_stood_still_for_something_else(self, accused: Accused) -> None:
        """
        行政处罚法 60: an appraisal goes on, whatever the police do.
        """
        case = accused.stopped(ClockGround.APPRAISAL)
        referral = accused.referred(case)

        assert len(accused.back(referral)) == 1
        assert accused.read(EnforcementCase, case).suspended_on is not None

    def test_that_never_stood_still(self, accused: Accused) -> None:
        """
        行政处罚法 60: what runs is not resumed.
        """
        referral = accused.referred(accused.filed_here())

        assert len(accused.back(referral)) == 1


class TestResumeAfterRefusal:
    @pytest.mark.procedure("RF-32")
    def test_the_time_runs_on(self, accused: Accused) -> None:
        """
        国务院令310号 9: whoever accepts the refusal goes on with the case.
        """
        case = accused.stopped()
        referral = accused.referred(case)
        no = {"by": accused.police, "reasons": "情节显著轻微"}
        accused.do("decline-filing", referral, **no)
        accused.day += timedelta(days=1)

        facts = accused.do(
            "resume-after-refusal", referral, by=accused.chief, reasons="认可"
        )

        assert isinstance(facts[-1], CaseClockResumed)
        assert facts[-1].days_suspended == 1
