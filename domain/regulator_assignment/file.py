"""
The file of an enterprise's regulator assignment (监管分工卷), one per enterprise.

From its first fact on there is exactly one lead body and at least one responsible
person (INV-51): an assignment replaces what stood and nothing ever removes it.
What an import assigned to the importing body is marked pending 待分派 until somebody
decides.
"""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, File, FirstFact
from domain.references import BodyRef, EnterpriseRef, OfficerRef


def lead_claim(enterprise: UUID) -> str:
    """
    Name the claim that the one assignment of an enterprise holds.
    """
    return f"lead/{enterprise}"


class SupervisingBodyAssigned(FirstFact):
    """
    A body was made to lead the supervision of an enterprise (监管主体确定).
    """

    TOPIC: ClassVar[str] = "regulator-assignment.supervising-body-assigned.v1"
    ZH: ClassVar[str] = "监管主体确定"

    enterprise: EnterpriseRef
    lead_body: BodyRef
    since_on: date
    pending: bool = False

    def claims(self) -> Iterable[str]:
        """
        One lead per enterprise (INV-51).
        """
        return (lead_claim(self.enterprise),)

    def tags(self) -> Iterable[str]:
        """
        The enterprises that a body leads or led.
        """
        return (f"body/{self.lead_body}/lead",)

    def hand_overs(self) -> Iterable[tuple[UUID, UUID]]:
        """
        A lead body that did not open the files of the enterprise reads them.
        """
        if self.lead_body == self.deed.body:
            return ()
        return ((self.enterprise, self.lead_body), (self.file, self.lead_body))

    def apply(self, aggregate: "RegulatorAssignment") -> None:
        """
        Replace the lead body.
        """
        aggregate.enterprise = self.enterprise
        aggregate.leads = (*aggregate.leads, (self.since_on, self.lead_body))
        aggregate.lead_body = self.lead_body
        aggregate.pending = self.pending


class ResponsibleOfficerAssigned(Fact):
    """
    Somebody was made to answer for an enterprise (责任人确定).
    """

    TOPIC: ClassVar[str] = "regulator-assignment.responsible-officer-assigned.v1"
    ZH: ClassVar[str] = "责任人确定"

    officer: OfficerRef
    since_on: date

    def apply(self, aggregate: "RegulatorAssignment") -> None:
        """
        Add the person.
        """
        aggregate.responsible = (*aggregate.responsible, self.officer)


class ResponsibleOfficerReplaced(Fact):
    """
    Somebody answers for an enterprise in another's place (责任人更换).
    """

    TOPIC: ClassVar[str] = "regulator-assignment.responsible-officer-replaced.v1"
    ZH: ClassVar[str] = "责任人更换"

    officer: OfficerRef
    replaced: tuple[OfficerRef, ...]
    since_on: date
    reason: str

    def apply(self, aggregate: "RegulatorAssignment") -> None:
        """
        Put the person in the others' place.
        """
        kept = (o for o in aggregate.responsible if o not in self.replaced)
        aggregate.responsible = tuple(dict.fromkeys((*kept, self.officer)))


class RegulatorAssignment(File):
    """
    Who supervises an enterprise (监管分工).
    """

    TOPIC: ClassVar[str] = "regulator-assignment"
    ZH: ClassVar[str] = "监管分工"
    EN: ClassVar[str] = "regulator assignment"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.enterprise: UUID | None = None
        self.lead_body: UUID | None = None
        self.leads: tuple[tuple[date, UUID], ...] = ()
        self.responsible: tuple[UUID, ...] = ()
        self.pending = False

    @property
    def handed_to(self) -> tuple[UUID, ...]:
        """
        The lead body sees it, whoever registered the enterprise.
        """
        return (self.lead_body,) if self.lead_body else ()

    def lead_on(self, day: date) -> UUID | None:
        """
        Name the lead body of a day; none before the first assignment.
        """
        held = [body for since, body in self.leads if since <= day]
        return held[-1] if held else None
