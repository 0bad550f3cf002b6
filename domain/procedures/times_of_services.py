"""
Whether a paper reached its party in time (送达是否逾期), where the file that it is
about takes no note of its service: that a party gets no penalty, the case says.
"""

from datetime import date

from domain.circumstances import Circumstances
from domain.document.file import Document
from domain.enforcement_case.facts_of_judging import NoPenaltyDecided
from domain.enforcement_case.file import EnforcementCase
from domain.law.forms import Form


def is_served_late(at: Circumstances, paper: Document, *, served_on: date) -> bool:
    """
    Whether a decision of no penalty is served after its seven working days.

    Args:
        at: Who, when.
        paper: The document.
        served_on: The day of the service.

    Source:
        行政处罚法 57, 61, 85.
    """
    if paper.form is not Form.NO_PENALTY_DECISION or paper.about is None:
        return False
    case = at.find(EnforcementCase, paper.about)
    decisions = case.history if case is not None else ()
    return any(
        isinstance(fact, NoPenaltyDecided)
        and fact.id in paper.renders
        and fact.serve_limit is not None
        and served_on > fact.serve_limit.ends_on
        for fact in decisions
    )
