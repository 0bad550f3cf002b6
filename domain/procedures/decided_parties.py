"""
What was decided on a party of a case (当事人的处罚): its penalties, which are files of
their own.
"""

from domain.base import File
from domain.circumstances import Circumstances
from domain.enforcement_case.file import EnforcementCase, Party


def penalties_of(case: EnforcementCase, at: Circumstances) -> tuple[File, ...]:
    """
    Read the penalties that were decided in a case, also those that fell.

    Args:
        case: The case.
        at: The circumstances; what is read joins the conditions.
    """
    return tuple(at.read(File, each) for each in at.tagged(f"case/{case.id}/penalty"))


def stands(penalty: File) -> bool:
    """
    Whether a decision was neither revoked nor found void or unlawful.
    """
    return bool(getattr(penalty, "stands", True))


def is_decided(case: EnforcementCase, at: Circumstances, party: Party) -> bool:
    """
    Whether a party's matter is decided: it gets no penalty, or one on it stands.

    Source:
        行政处罚法 29, 57.
    """
    return party.has_no_penalty or any(
        stands(each) and getattr(each, "party_no", 0) == party.party_no
        for each in penalties_of(case, at)
    )
