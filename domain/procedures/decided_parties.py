"""
What was decided on a party of a case (当事人的处罚): its penalties, which are files of
their own.
"""

from domain.circumstances import Circumstances
from domain.enforcement_case.file import EnforcementCase, Party
from domain.penalty.file import Penalty


def penalties_of(case: EnforcementCase, at: Circumstances) -> tuple[Penalty, ...]:
    """
    Read the penalties that were decided in a case, also those that fell.

    Args:
        case: The case.
        at: The circumstances; what is read joins the conditions.
    """
    tagged = at.tagged(f"case/{case.id}/penalty")
    return tuple(at.read(Penalty, each) for each in tagged)


def is_decided(case: EnforcementCase, at: Circumstances, party: Party) -> bool:
    """
    Whether a party's matter is decided: it gets no penalty, or one on it stands.

    Source:
        行政处罚法 29, 57.
    """
    return party.has_no_penalty or any(
        each.stands and each.party_no == party.party_no
        for each in penalties_of(case, at)
    )
