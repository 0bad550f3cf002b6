"""
People and their posts (人员与岗位): enrolled, given a role, gone.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from domain.acts import Reach, act, opening
from domain.base import Role
from domain.body.file import Body
from domain.circumstances import Circumstances
from domain.officer.file import (
    Officer,
    OfficerEnrolled,
    OfficerLeft,
    OfficerRoleAssigned,
)
from domain.procedures.tree import governs
from domain.references import BodyRef, EnterpriseRef
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, Refused
from domain.values import Personal

ENFORCERS = "行政处罚法42"
POSTS = "行政处罚法42;行政处罚法58"

_CLERKS = (Role.CLERK, Role.OPERATOR)
_NEVER_HELD = frozenset((Role.PUBLIC, Role.OPERATOR, Role.CLOCK))


@opening(
    "人员入册",
    "Enrol a person",
    by=_CLERKS,
    under=ENFORCERS,
    reach=Reach.BELOW,
    rows=("OFF-01", "OFF-08"),
)
def enrol_officer(
    at: Circumstances, *, name: Personal, body: BodyRef, login: str
) -> Officer:
    """
    Enter somebody who is to have a desk.

    Args:
        at: Who, when.
        name: The person's name.
        body: Where the person works: the clerk's own body or one below it.
        login: The account the person signs in with; nobody else's.

    Raises:
        NotCompetent: If the body is not the clerk's to speak for, or the operator
            enrols where a clerk is in office.
        NoSuchCase: If there is no such body.
        OutOfOrder: If the account is taken.

    Source:
        行政处罚法 42.
    """
    _examine_body(at, body, under=ENFORCERS)
    if at.holder(f"account/{login}"):
        raise OutOfOrder("account_taken", under=ENFORCERS, login=login)
    return Officer.start(
        OfficerEnrolled, at, owner=body, name=name, body=body, login=login
    )


@act(
    "确定岗位",
    "Assign a role",
    by=_CLERKS,
    under=POSTS,
    reach=Reach.BELOW,
    rules=("INV-45",),
    rows=("OFF-07", "OFF-08"),
)
def assign_officer_role(
    officer: Officer,
    at: Circumstances,
    *,
    role: Role,
    body: BodyRef,
    since_on: date,
    until_on: date | None = None,
    enterprises: tuple[EnterpriseRef, ...] = (),
) -> None:
    """
    Give a person a role in a body; the same role from the same day is replaced.

    Args:
        officer: The person.
        at: Who, when.
        role: The role.
        body: Where: the clerk's own body or one below it.
        since_on: First day.
        until_on: Last day, inclusive; none while it runs.
        enterprises: For a licensing officer, whose permits; none named means all.

    Raises:
        NotCompetent: If the body is not the clerk's to speak for, or the operator
            appoints where a clerk is in office.
        NoSuchCase: If there is no such body.
        BeyondTheLaw: If nobody can hold the role, or nobody in such a body, or it would
            end before it begins.

    Source:
        行政处罚法 42, 58; 国办发〔2024〕54号: the office of a safety committee has no
        enforcement officers.
    """
    where = _examine_body(at, body, under=POSTS)
    if role in _NEVER_HELD:
        raise BeyondTheLaw("role_without_person", under=POSTS, role=role)
    if not where.may_hold(role):
        raise BeyondTheLaw(
            "role_not_of_body", under=POSTS, role=role, body_kind=where.kind
        )
    if until_on is not None and until_on < since_on:
        raise BeyondTheLaw(
            "term_reversed", under=POSTS, since_on=since_on, until_on=until_on
        )
    officer.record(
        OfficerRoleAssigned,
        at,
        role=role,
        body=body,
        since_on=since_on,
        until_on=until_on,
        enterprises=enterprises,
    )


@act(
    "离岗",
    "Leave a post",
    by=Role.CLERK,
    under=ENFORCERS,
    reach=Reach.BELOW,
    rows=("OFF-01",),
)
def leave_office(
    officer: Officer,
    at: Circumstances,
    *,
    until_on: date,
    reason: str,
    body: BodyRef | None = None,
    role: Role | None = None,
) -> None:
    """
    Record that a person leaves a post, or all of them.

    Args:
        officer: The person.
        at: Who, when.
        until_on: Last day in the post, inclusive.
        reason: Why.
        body: Only posts of this body; all bodies if none is named.
        role: Only posts of this role; all roles if none is named.

    Raises:
        NotCompetent: If a post is in a body that is not the clerk's to speak for.
        OutOfOrder: If there is no such post running then.

    Source:
        行政处罚法 42.
    """
    meant = [
        post
        for post in officer.posts
        if body in (None, post.body)
        and role in (None, post.role)
        and post.held_between(until_on, date.max)
    ]
    for post in meant:
        if not governs(at, post.body):
            raise NotCompetent("outside_jurisdiction", under=ENFORCERS, body=post.body)
    if not meant:
        raise OutOfOrder("no_such_post", under=ENFORCERS, on=until_on)
    officer.record(
        OfficerLeft, at, until_on=until_on, reason=reason, body=body, role=role
    )


def _examine_body(at: Circumstances, body: UUID, *, under: str) -> Body:
    """
    Find a body, and see that the actor may speak for it.

    The operator only sets a body up: once it has a clerk, its clerk does the rest.
    """
    if at.actor.role is Role.OPERATOR:
        for refusal in clerk_in_office(at, f"body/{body}/clerk", body, under=under):
            raise refusal
    elif not governs(at, body):
        raise NotCompetent("outside_jurisdiction", under=under, body=body)
    return at.read(Body, body)


def clerk_in_office(
    at: Circumstances, tag: str, body: UUID | None, *, under: str
) -> Iterable[Refused]:
    """
    Refuse the operator where somebody already holds the post of clerk.

    Args:
        at: Who, when.
        tag: Where the clerks to look at are found.
        body: Only those of this body; of every body if none is named.
        under: The provision of the act.
    """
    for each in at.tagged(tag):
        person = at.read(Officer, each)
        for role, where in person.roles_on(at.on):
            if role is Role.CLERK and body in (None, where):
                yield NotCompetent("clerk_in_office", under=under, body=where)
                return
