"""
A case that comes back from the police (恢复办案期限): its time runs on.
"""

from domain.circumstances import Circumstances
from domain.enforcement_case.choices import ClockGround
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.timing import run_on, stands_still_for
from domain.referral.file import Referral


def resume_cases(referral: Referral, at: Circumstances, *, reason: str) -> None:
    """
    Let the time of each case run again that stands still for a referral; call it after
    the fact that hands the case back.

    Args:
        referral: The referral.
        at: Who, when.
        reason: Why it comes back.

    Source:
        国务院令310号 (2020) 9, 13; 行政处罚法 27, 60.
    """
    for file in referral.files:
        case = at.find(EnforcementCase, file)
        if case is not None and stands_still_for(case, ClockGround.REFERRAL):
            run_on(case, at, reason=reason, cause=referral.last_fact)
