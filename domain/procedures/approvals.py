"""
Approvals (审批): what officers do with the approval of a head of their body.
"""

from collections.abc import Iterable

from domain.base import HEADS
from domain.circumstances import Circumstances
from domain.officer.file import Officer
from domain.references import OfficerRef
from domain.refusals import OutOfOrder, Refused


def is_head(at: Circumstances, person: OfficerRef) -> bool:
    """
    Whether somebody is a head of the acting body on the day of the act.
    """
    officer, body = at.find(Officer, person), at.actor.body
    if officer is None or body is None:
        return False
    return any(officer.holds(role, body, at.on) for role in HEADS)


def not_approved(
    at: Circumstances, approver: OfficerRef | None, *, under: str
) -> Iterable[Refused]:
    """
    No head of the body approved it, other than those who act.
    """
    if approver is None or approver in at.officers or not is_head(at, approver):
        yield OutOfOrder("no_approval", under=under)
