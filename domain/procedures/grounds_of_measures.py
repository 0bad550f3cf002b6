"""
What a measure or a suspension rests on (措施的依据): hazards, a case, a visit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from domain.base import File
from domain.circumstances import Circumstances
from domain.enforcement_case.choices import OPEN
from domain.enforcement_case.file import EnforcementCase
from domain.enforcement_case.grounds import not_at
from domain.enterprise.acts import yielding
from domain.enterprise.file import Enterprise
from domain.grounds import first
from domain.hazard.file import Hazard
from domain.inspection.file import Inspection
from domain.references import CaseRef, EnterpriseRef, HazardRef, InspectionRef
from domain.refusals import NoSuchCase, OutOfOrder, Refused


@dataclass(frozen=True)
class RestsOn:
    """
    On what a measure rests (措施依据).

    Args:
        enterprise: Against whom it is.
        reason: Why it is needed.
        hazards: The hazards.
        case: The case that it belongs to, if any.
        inspection: The visit on which it was found needed, if any.
    """

    enterprise: EnterpriseRef
    reason: str
    hazards: tuple[HazardRef, ...] = ()
    case: CaseRef | None = None
    inspection: InspectionRef | None = None


@dataclass(frozen=True)
class Ground:
    """
    The files that a measure rests on, as read.

    Args:
        hazards: The hazards.
        leading: In whose thread the measure stands.
    """

    hazards: tuple[Hazard, ...]
    leading: File | None

    @property
    def majors(self) -> tuple[Hazard, ...]:
        """
        The major ones that are open.
        """
        return tuple(each for each in self.hazards if each.open_major_hazard)


def examined(
    at: Circumstances, rests_on: RestsOn, *, under: str, alone: bool = False
) -> Ground:
    """
    Read what a measure rests on, and refuse one that rests on nothing.

    Args:
        at: Who, when.
        rests_on: What it rests on.
        under: The provision.
        alone: Whether the reason is enough, without a file.

    Raises:
        NotCompetent: If the power of the act may not be used on the enterprise.
        NoSuchCase: If there is no such file, or it is another enterprise's.
        OutOfOrder: If no reason or no file is named, or a hazard has ended.
    """
    enterprise = rests_on.enterprise
    first(at.standing.unfit(enterprise, at.officers, at))
    hazards = tuple(at.read(Hazard, each) for each in rests_on.hazards)
    case = at.read(EnforcementCase, rests_on.case) if rests_on.case else None
    visit = at.read(Inspection, rests_on.inspection) if rests_on.inspection else None
    named = (*hazards, *filter(None, (case, visit)))
    first(
        yielding(at.read(Enterprise, enterprise)),
        _wrong(named, enterprise, under=under),
    )
    if not (named or alone) or not rests_on.reason.strip():
        raise OutOfOrder("measure_without_ground", under=under)
    return Ground(hazards, next(iter((*hazards, *filter(None, (case, visit)))), None))


def _wrong(named: Iterable[File], enterprise: UUID, *, under: str) -> Iterable[Refused]:
    for file in named:
        if getattr(file, "enterprise", None) != enterprise:
            yield NoSuchCase("rests_on_other_enterprise", under=under, file=file.id)
    for file in named:
        if isinstance(file, Hazard) and not file.is_open:
            yield OutOfOrder("hazard_ended", under=under, stage=file.stage)
        if isinstance(file, EnforcementCase):
            yield from not_at(file, *OPEN, under=under)
