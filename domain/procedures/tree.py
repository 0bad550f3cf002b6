"""
The tree of bodies on a day (机构隶属): who stands above whom.
"""

from collections.abc import Iterator
from uuid import UUID

from domain.base import Role
from domain.body.file import Body
from domain.circumstances import Circumstances

#: No tree of authorities is deeper; whoever walks up stops here.
DEPTH_MAX = 8


def bodies_upward(at: Circumstances, body: UUID | None) -> Iterator[Body]:
    """
    Walk from a body up to the root, on the legal day of the act.

    Args:
        at: The circumstances; every body met joins the conditions.
        body: Where to start, itself included.
    """
    for _ in range(DEPTH_MAX):
        found = at.find(Body, body) if body else None
        if found is None:
            return
        yield found
        body = found.parent_on(at.on)


def is_under(at: Circumstances, body: UUID | None, top: UUID) -> bool:
    """
    Whether a body is another one or stands below it.
    """
    return any(found.id == top for found in bodies_upward(at, body))


def governs(at: Circumstances, body: UUID | None) -> bool:
    """
    Whether the acting body is a body or stands above it.

    The office of a safety committee (安委办) is below its government, and in its role
    one sees what that sees; its clerk keeps no more than its own register.
    """
    acting = at.actor.body
    if acting is None or body is None:
        return False
    if acting == body:
        return True
    if at.actor.role is Role.COMMITTEE_OFFICE:
        own = at.find(Body, acting)
        acting = (own and own.parent_on(at.on)) or acting
    return is_under(at, body, acting)


def region_of(at: Circumstances, body: UUID | None) -> str:
    """
    Give the region of a body, six digits; empty for none.
    """
    found = at.find(Body, body) if body else None
    return found.region if found else ""


def successors(at: Circumstances, body: UUID | None) -> Iterator[UUID]:
    """
    Walk from a body to the one that took over from it, and so on, on the legal day.

    Args:
        at: The circumstances; every body met joins the conditions.
        body: Where to start, itself not included.
    """
    for _ in range(DEPTH_MAX):
        found = at.find(Body, body) if body else None
        body = found.successor_on(at.on) if found else None
        if body is None:
            return
        yield body


def is_or_succeeds(at: Circumstances, body: UUID | None) -> bool:
    """
    Whether the acting body is a body, or has taken over from it (机构承继).
    """
    acting = at.actor.body
    return acting is not None and (
        acting == body or any(each == acting for each in successors(at, body))
    )
