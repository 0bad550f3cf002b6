"""
Approvals on a file (审批): opinions of those who stand on the ladder, and returns.

They state of a file what the file itself does not change by, and are the same for every
kind: each opinion is a fact with its rung, its person and its moment.
An opinion is on the file as it was: once anything else happens to the file, or the
matter is returned, it counts no more.
"""

from collections.abc import Iterable
from types import MappingProxyType
from typing import ClassVar, Final
from uuid import UUID

from domain.base import Fact, File, Role
from domain.law.ladders import Matter, Rung


class ApprovalGiven(Fact):
    """
    Somebody on the ladder stated an opinion in favour (审批意见).
    """

    ZH: ClassVar[str] = "审批意见"

    approval_matter: Matter
    rung: Rung
    opinion: str
    rungs_left: tuple[Rung, ...]

    def apply(self, aggregate: File) -> None:
        """
        Change nothing: the file is what it was.
        """
        del aggregate


class ApprovalReturned(Fact):
    """
    Somebody on the ladder returned the matter, with reasons (审批退回).
    """

    ZH: ClassVar[str] = "审批退回"

    approval_matter: Matter
    rung: Rung
    reason: str

    def apply(self, aggregate: File) -> None:
        """
        Change nothing: the file is what it was.
        """
        del aggregate


class InspectionApprovalGiven(ApprovalGiven):
    """
    An opinion on a matter of an inspection (审批意见).
    """

    TOPIC: ClassVar[str] = "inspection.approval-given.v1"


class InspectionApprovalReturned(ApprovalReturned):
    """
    A return of a matter of an inspection (审批退回).
    """

    TOPIC: ClassVar[str] = "inspection.approval-returned.v1"


class HazardApprovalGiven(ApprovalGiven):
    """
    An opinion on a matter of a hazard (审批意见).
    """

    TOPIC: ClassVar[str] = "hazard.approval-given.v1"


class HazardApprovalReturned(ApprovalReturned):
    """
    A return of a matter of a hazard (审批退回).
    """

    TOPIC: ClassVar[str] = "hazard.approval-returned.v1"


class CaseApprovalGiven(ApprovalGiven):
    """
    An opinion on a matter of a case (审批意见).
    """

    TOPIC: ClassVar[str] = "enforcement-case.approval-given.v1"


class CaseApprovalReturned(ApprovalReturned):
    """
    A return of a matter of a case (审批退回).
    """

    TOPIC: ClassVar[str] = "enforcement-case.approval-returned.v1"


class PenaltyApprovalGiven(ApprovalGiven):
    """
    An opinion on a matter of a penalty (审批意见).
    """

    TOPIC: ClassVar[str] = "penalty.approval-given.v1"


class PenaltyApprovalReturned(ApprovalReturned):
    """
    A return of a matter of a penalty (审批退回).
    """

    TOPIC: ClassVar[str] = "penalty.approval-returned.v1"


class MeasureApprovalGiven(ApprovalGiven):
    """
    An opinion on a matter of a coercive measure (审批意见).
    """

    TOPIC: ClassVar[str] = "coercive-measure.approval-given.v1"


class MeasureApprovalReturned(ApprovalReturned):
    """
    A return of a matter of a coercive measure (审批退回).
    """

    TOPIC: ClassVar[str] = "coercive-measure.approval-returned.v1"


class SuspensionApprovalGiven(ApprovalGiven):
    """
    An opinion on a matter of a suspension (审批意见).
    """

    TOPIC: ClassVar[str] = "suspension-order.approval-given.v1"


class SuspensionApprovalReturned(ApprovalReturned):
    """
    A return of a matter of a suspension (审批退回).
    """

    TOPIC: ClassVar[str] = "suspension-order.approval-returned.v1"


class EntryApprovalGiven(ApprovalGiven):
    """
    An opinion on a matter of an entry of a list (审批意见).
    """

    TOPIC: ClassVar[str] = "list-entry.approval-given.v1"


class EntryApprovalReturned(ApprovalReturned):
    """
    A return of a matter of an entry of a list (审批退回).
    """

    TOPIC: ClassVar[str] = "list-entry.approval-returned.v1"


class ReferralApprovalGiven(ApprovalGiven):
    """
    An opinion on a matter of a referral (审批意见).
    """

    TOPIC: ClassVar[str] = "referral.approval-given.v1"


class ReferralApprovalReturned(ApprovalReturned):
    """
    A return of a matter of a referral (审批退回).
    """

    TOPIC: ClassVar[str] = "referral.approval-returned.v1"


#: The fact of an opinion, by the topic of the file that it is on.
GIVEN: Final = MappingProxyType(
    {
        fact.TOPIC.partition(".")[0]: fact
        for fact in (
            InspectionApprovalGiven,
            HazardApprovalGiven,
            CaseApprovalGiven,
            PenaltyApprovalGiven,
            MeasureApprovalGiven,
            SuspensionApprovalGiven,
            EntryApprovalGiven,
            ReferralApprovalGiven,
        )
    }
)

#: The fact of a return, by the topic of the file that it is on.
RETURNED: Final = MappingProxyType(
    {
        fact.TOPIC.partition(".")[0]: fact
        for fact in (
            InspectionApprovalReturned,
            HazardApprovalReturned,
            CaseApprovalReturned,
            PenaltyApprovalReturned,
            MeasureApprovalReturned,
            SuspensionApprovalReturned,
            EntryApprovalReturned,
            ReferralApprovalReturned,
        )
    }
)


def opinions_on(file: File, matter: Matter) -> tuple[ApprovalGiven, ...]:
    """
    List the opinions on a matter that count: those since it was last returned, and
    since anything else happened to the file.

    Args:
        file: The file.
        matter: The matter.
    """
    found: tuple[ApprovalGiven, ...] = ()
    for fact in file.history:
        if not isinstance(fact, ApprovalGiven | ApprovalReturned):
            found = ()
        elif fact.approval_matter is matter:
            found = (*found, fact) if isinstance(fact, ApprovalGiven) else ()
    return found


def drafters_of(file: File) -> frozenset[UUID]:
    """
    Name those who worked on a file as officers, or put one of its matters up.

    Args:
        file: The file.
    """
    return frozenset((*_team(file), *_acting(file.history)))


def _team(file: File) -> tuple[UUID, ...]:
    team: tuple[UUID, ...] = getattr(file, "team", ())
    return team


def _acting(facts: Iterable[Fact]) -> Iterable[UUID]:
    for fact in facts:
        above = isinstance(fact, ApprovalGiven) and fact.rung is not Rung.HANDLER
        if above or isinstance(fact, ApprovalReturned):
            continue
        yield from fact.deed.officers
        actor = fact.deed.actor
        if actor.role is Role.OFFICER and actor.person is not None:
            yield actor.person
