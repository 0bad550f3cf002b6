"""
How often an enterprise is visited (检查频次), and in which direction it may move.
"""

from collections.abc import Iterable
from uuid import UUID

from domain.acts import Reach, act
from domain.base import HEADS, Role
from domain.circumstances import Circumstances
from domain.enterprise.acts import yielding
from domain.enterprise.facts import InspectionFrequencyRaised, InspectionFrequencySet
from domain.enterprise.file import Enterprise
from domain.grounds import first
from domain.hazard.file import Hazard
from domain.procedures.inspection_caps import cap_for
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

FREQUENCY = "安全生产法62;国办发〔2024〕54号"
CAP = "国办发〔2024〕54号"


@act(
    "设定检查频次",
    "Set the inspection frequency",
    by=(Role.OFFICER, *HEADS),
    under=FREQUENCY,
    reach=Reach.BELOW,
    two_officers=True,
    rules=("INV-22",),
    rows=("REG-05", "INS-15"),
)
def set_inspection_frequency(
    enterprise: Enterprise, at: Circumstances, *, visits_per_year: int, grounds: str
) -> None:
    """
    Set how often an enterprise is to be visited.

    It may rise at any time; it falls only when the grade has become better since it was
    set, and never while a major hazard is open.

    Args:
        enterprise: The enterprise.
        at: Who, when.
        visits_per_year: Planned visits in a year, at least 1.
        grounds: On what that rests.

    Raises:
        OutOfOrder: If it would fall although a major hazard is open or the grade has
            not become better; if it stays as it is; if another file leads.
        BeyondTheLaw: If it is no number of visits, or above the cap of the place.

    Source:
        安全生产法 62; 忻州2020通知 (九)(十二); 国办发〔2024〕54号 for the cap.
    """
    current = enterprise.frequency
    former = current.visits_per_year if current else 0
    if current and visits_per_year == former:
        raise OutOfOrder("frequency_unchanged", under=FREQUENCY, visits=former)
    if current and visits_per_year < former:
        first(cannot_lower(enterprise, at))
    first(_out_of_range(enterprise, at, visits_per_year))
    if current and visits_per_year > former:
        enterprise.record(
            InspectionFrequencyRaised,
            at,
            visits_per_year=visits_per_year,
            former_visits=former,
            grounds=grounds,
        )
        return
    enterprise.record(
        InspectionFrequencySet, at, visits_per_year=visits_per_year, grounds=grounds
    )


@set_inspection_frequency.unless
def cannot_set(enterprise: Enterprise, at: Circumstances) -> Iterable[Refused]:
    """
    Its file leads.
    """
    del at
    return yielding(enterprise)


def cannot_lower(enterprise: Enterprise, at: Circumstances) -> Iterable[Refused]:
    """
    List why an enterprise may not be visited less often (INV-22).
    """
    if open_major_hazard(at, enterprise):
        yield OutOfOrder("major_hazard_open", under="忻州2020通知(十二)")
    grade, before = enterprise.grade, enterprise.frequency
    if not (grade and before and grade.better_than(before.grade)):
        yield OutOfOrder("grade_not_improved", under="忻州2020通知(九)")


def open_major_hazard(at: Circumstances, enterprise: Enterprise) -> bool:
    """
    Whether a major hazard of the enterprise is open, on whichever of its files.
    """
    return any(
        at.read(Hazard, hazard).open_major_hazard
        for file in _files_of(at, enterprise)
        for hazard in at.tagged(f"enterprise/{file}/hazard")
    )


def _files_of(at: Circumstances, enterprise: Enterprise) -> list[UUID]:
    """
    List the enterprise's file and all that yield to it, to one that does, and so on.
    """
    files = [enterprise.id]
    for each in files:
        files += at.tagged(f"enterprise/{each}/joined")
    return files


def _out_of_range(
    enterprise: Enterprise, at: Circumstances, visits: int
) -> Iterable[Refused]:
    if visits < 1:
        yield BeyondTheLaw("no_visits", under=FREQUENCY)
    cap = cap_for(at, enterprise)
    if cap is not None and visits > cap:
        yield BeyondTheLaw("above_inspection_cap", under=CAP, cap=cap, visits=visits)
