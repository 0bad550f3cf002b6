"""
The file of an expert (专家卷): in what, by whom employed, from when to when enrolled.

Whether an expert is independent of an enterprise is examined against the employer.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.acts import act, opening
from domain.base import Fact, File, FirstFact, Role
from domain.circumstances import Circumstances
from domain.grounds import blank, first
from domain.law.statutes import DRAFT_OPINION
from domain.references import EnterpriseRef
from domain.refusals import OutOfOrder, Refused
from domain.values import Personal

ROSTER = f"{DRAFT_OPINION.zh}(十四)"


class Expert(File):
    """
    Somebody whose knowledge a body asks for (安全生产专家).
    """

    TOPIC: ClassVar[str] = "expert"
    ZH: ClassVar[str] = "专家"
    EN: ClassVar[str] = "expert"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.employer: UUID | None = None
        self.serves: frozenset[UUID] = frozenset()
        self.enrolled_on = date.max
        self.removed_on: date | None = None

    def is_enrolled_on(self, day: date) -> bool:
        """
        Whether the expert is on the roster on a day.
        """
        removed = self.removed_on is not None and self.removed_on <= day
        return self.enrolled_on <= day and not removed

    def is_of(self, enterprise: UUID | None) -> bool:
        """
        Whether the expert belongs to an enterprise, or to who gives it safety services.
        """
        return enterprise is not None and (
            enterprise == self.employer or enterprise in self.serves
        )


class ExpertEnrolled(FirstFact):
    """
    An expert was entered in the roster (专家入库).
    """

    TOPIC: ClassVar[str] = "expert.expert-enrolled.v1"
    ZH: ClassVar[str] = "专家入库"

    name: Personal
    expert_field: str
    employer_name: str
    employer: EnterpriseRef | None = None
    serves: tuple[EnterpriseRef, ...] = ()

    def apply(self, aggregate: "Expert") -> None:
        """
        Keep for whom they work.
        """
        aggregate.employer = self.employer
        aggregate.serves = frozenset(self.serves)
        aggregate.enrolled_on = self.deed.on


class ExpertRemoved(Fact):
    """
    An expert was taken off the roster (专家出库).
    """

    TOPIC: ClassVar[str] = "expert.expert-removed.v1"
    ZH: ClassVar[str] = "专家出库"

    reason: str

    def apply(self, aggregate: "Expert") -> None:
        """
        From that day on.
        """
        aggregate.removed_on = self.deed.on


@opening("专家入库", "Enrol an expert", by=Role.CLERK, under=ROSTER, rows=("OFF-10",))
def enrol_expert(
    at: Circumstances,
    *,
    name: Personal,
    expert_field: str,
    employer_name: str,
    employer: EnterpriseRef | None = None,
    serves: tuple[EnterpriseRef, ...] = (),
) -> Expert:
    """
    Enter an expert in the roster of the body.

    Args:
        at: Who, when.
        name: The expert's name.
        expert_field: In what.
        employer_name: By whom employed, in words.
        employer: The employer, where it is an enterprise of the register.
        serves: Enterprises that the employer gives safety services to.

    Raises:
        OutOfOrder: If no employer is named, against which independence is examined.

    Source:
        实施意见(征求意见稿) (十四): experts accept before production resumes.
    """
    first(blank(employer_name, "employer_missing", under=ROSTER))
    return Expert.start(
        ExpertEnrolled,
        at,
        name=name,
        expert_field=expert_field,
        employer_name=employer_name,
        employer=employer,
        serves=serves,
    )


@act("专家出库", "Remove an expert", by=Role.CLERK, under=ROSTER, rows=("OFF-10",))
def remove_expert(expert: Expert, at: Circumstances, *, reason: str) -> None:
    """
    Take an expert off the roster.

    Args:
        expert: The expert.
        at: Who, when.
        reason: Why.

    Raises:
        OutOfOrder: If they are not on it, or no reason is given.

    Source:
        实施意见(征求意见稿) (十四).
    """
    first(blank(reason, "reason_missing", under=ROSTER))
    expert.record(ExpertRemoved, at, reason=reason)


@remove_expert.unless
def cannot_remove(expert: Expert, at: Circumstances) -> Iterable[Refused]:
    """
    While they are on it.
    """
    if not expert.is_enrolled_on(at.on):
        yield OutOfOrder("expert_not_enrolled", under=ROSTER)
