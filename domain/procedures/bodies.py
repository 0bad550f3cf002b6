"""
Bodies and their place in the tree (机构登记).
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from domain.acts import Reach, act, opening
from domain.base import Role
from domain.body.file import (
    Body,
    BodyIdentityChanged,
    BodyKind,
    BodyRegistered,
    BodySucceeded,
    Identity,
)
from domain.circumstances import Circumstances
from domain.deployment.file import Ledger
from domain.grounds import blank, first
from domain.jurisdictions import NATIONWIDE, Level, regions_upward
from domain.procedures.party_codes import examined_uscc
from domain.procedures.people import clerk_in_office
from domain.procedures.tree import governs, is_under, successors
from domain.references import BodyRef
from domain.refusals import BeyondTheLaw, NotCompetent, OutOfOrder, Refused
from domain.regions import is_known_region

REGISTER = "行政处罚法17"
IDENTITY = "行政处罚法17;行政复议法24"
SUCCESSION = "行政诉讼法26(6)"

#: Kinds that stand in the tree of one government; the others may stand beside it.
_OF_THE_TREE = frozenset(
    (
        BodyKind.REGULATOR,
        BodyKind.DELEGATE,
        BodyKind.GOVERNMENT,
        BodyKind.COMMITTEE_OFFICE,
    )
)


@opening(
    "登记机构",
    "Register a body",
    by=(Role.CLERK, Role.OPERATOR),
    under=REGISTER,
    reach=Reach.BELOW,
    rows=("JNT-07",),
)
def register_body(
    at: Circumstances,
    *,
    body_kind: BodyKind,
    level: Level,
    region: str,
    identity: Identity,
    since_on: date | None = None,
    uscc: str = "",
) -> Body:
    """
    Enter a body in the tree, or one beside it that the work touches.

    The operator sets the ledger up: any body while nobody is clerk yet, and later only
    bodies beside the tree, such as a court.

    Args:
        at: Who, when.
        body_kind: What kind of authority it is.
        level: At which level of government.
        region: Where, six digits of GB/T 2260.
        identity: Its name, and what its papers must say.
        since_on: From which day that identity is known; today if none is named.
        uscc: Its code, if known.

    Raises:
        NotCompetent: If the body above is not the clerk's own or below it, or the
            operator registers one in the tree when there are clerks.
        NoSuchCase: If there is no such body above.
        OutOfOrder: If the code belongs to another file.
        BeyondTheLaw: If the code does not check, or the region is unknown or lies
            outside the ledger's jurisdiction.

    Source:
        行政处罚法 17; 行政复议法 24 for its one review body.
    """
    _examine_place(at, identity.parent, in_tree=body_kind in _OF_THE_TREE)
    code = examined_uscc(at, uscc, under=REGISTER) if uscc else ""
    _examine_region(at, region, in_tree=body_kind in _OF_THE_TREE)
    return Body.start(
        BodyRegistered,
        at,
        body_kind=body_kind,
        level=level,
        region=region,
        identity=identity,
        since_on=since_on or at.on,
        uscc=code,
    )


def _examine_place(at: Circumstances, parent: UUID | None, *, in_tree: bool) -> None:
    if at.actor.role is Role.OPERATOR:
        clerks = clerk_in_office(at, "clerks", None, under=REGISTER)
        for refusal in clerks if in_tree or parent else ():
            raise refusal
    elif (in_tree or parent) and not governs(at, parent):
        raise NotCompetent("outside_jurisdiction", under=REGISTER, body=parent)
    if parent:
        at.read(Body, parent)


def _examine_region(at: Circumstances, region: str, *, in_tree: bool) -> None:
    known = region == NATIONWIDE or is_known_region(region)
    if not known:
        raise BeyondTheLaw("unknown_region", under=REGISTER, region=region)
    for each in at.tagged("ledger"):
        root = at.read(Ledger, each).region
        if in_tree and root not in regions_upward(region):
            raise BeyondTheLaw(
                "region_outside_ledger", under=REGISTER, region=region, root=root
            )


@act(
    "变更机构身份",
    "Change a body's identity",
    by=Role.CLERK,
    under=IDENTITY,
    reach=Reach.BELOW,
    rows=("JNT-07",),
)
def change_body_identity(
    body: Body, at: Circumstances, *, identity: Identity, since_on: date
) -> None:
    """
    Say what a body is called, and what its papers say, from a day on.

    Papers of earlier days keep what stood then.

    Args:
        body: The body.
        at: Who, when.
        identity: The whole new identity, its place in the tree included.
        since_on: First day.

    Raises:
        NotCompetent: If the clerk would move it where he may not speak.
        NoSuchCase: If there is no such body above.
        BeyondTheLaw: If it would stand below itself.

    Source:
        行政处罚法 17; 行政复议法 24.
    """
    for refusal in _cannot_move(body, at, identity.parent):
        raise refusal
    body.record(BodyIdentityChanged, at, identity=identity, since_on=since_on)


def _cannot_move(
    body: Body, at: Circumstances, parent: UUID | None
) -> Iterable[Refused]:
    if parent == body.parent_on(at.on):
        return
    if not governs(at, parent):
        yield NotCompetent("outside_jurisdiction", under=IDENTITY, body=parent)
    if parent and is_under(at, parent, body.id):
        yield BeyondTheLaw("below_itself", under=IDENTITY)


@act(
    "机构承继",
    "Let another body take over",
    by=Role.CLERK,
    under=SUCCESSION,
    reach=Reach.BELOW,
    rows=("JNT-07",),
)
def succeed_body(
    body: Body, at: Circumstances, *, successor: BodyRef, since_on: date, source: str
) -> None:
    """
    Enter that a body was dissolved or lost its task, and which one goes on with it.

    From that day on the successor acts on the open files of the body, which itself acts
    no more; what it did keeps its name.

    Args:
        body: The body that ends.
        at: Who, when.
        successor: The body that goes on, of the same kind.
        since_on: First day of the successor.
        source: The document that says so.

    Raises:
        NotCompetent: If the successor is not the clerk's own body or below it, or the
            clerk's own body would end.
        NoSuchCase: If there is no such body.
        OutOfOrder: If it was taken over already, the successor itself was, or no
            document is named.
        BeyondTheLaw: If it would take over from itself, or is of another kind.

    Source:
        行政诉讼法 26(6): who goes on exercising the powers answers for what was done.
    """
    next_one = at.read(Body, successor)
    first(
        _cannot_follow(body, at, next_one),
        blank(source, "source_missing", under=SUCCESSION),
    )
    body.record(
        BodySucceeded, at, successor=successor, since_on=since_on, source=source
    )


@succeed_body.unless
def cannot_be_succeeded(body: Body, at: Circumstances) -> Iterable[Refused]:
    """
    Once, and by somebody above it.
    """
    if body.id == at.actor.body:
        yield NotCompetent("own_body_ends", under=SUCCESSION)
    if body.succeeded is not None:
        yield OutOfOrder("succeeded_already", under=SUCCESSION, body=body.succeeded[1])


@succeed_body.unless_named
def not_below(
    body: Body, at: Circumstances, *, successor: BodyRef, **_: object
) -> Iterable[Refused]:
    """
    The successor is no body below one's own.
    """
    del body
    if not governs(at, successor):
        yield NotCompetent("outside_jurisdiction", under=SUCCESSION, body=successor)


def _cannot_follow(body: Body, at: Circumstances, successor: Body) -> Iterable[Refused]:
    if successor.id == body.id or body.id in successors(at, successor.id):
        yield BeyondTheLaw("succeeds_itself", under=SUCCESSION)
    if successor.succeeded is not None:
        yield OutOfOrder(
            "succeeded_already", under=SUCCESSION, body=successor.succeeded[1]
        )
    if successor.kind is not body.kind:
        yield BeyondTheLaw(
            "successor_of_other_kind", under=SUCCESSION, body_kind=successor.kind
        )
