"""
Deducting points (考核记分): for what the ledger knows, by the table of the place.
"""

from collections.abc import Iterable
from typing import Any

from domain.acts import act
from domain.base import HEADS, File
from domain.circumstances import Circumstances
from domain.credit_record.facts_of_points import PointsDeducted, points_claim
from domain.credit_record.file import CreditRecord
from domain.credit_record.grounds import POINTS
from domain.enterprise.file import Enterprise
from domain.grounds import blank, first
from domain.hazard.file import Hazard
from domain.inspection.file import Inspection
from domain.law.credit_classes import PointsItem
from domain.penalty.file import Penalty
from domain.procedures.recording_credit import record_of
from domain.references import FileRef
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

#: Parameters of the rule packs.
SECTORS, YEAR_MAX = "points.sectors", "points.year_max"


def item_parameter(item: PointsItem) -> str:
    """
    Name the parameter that says how many points an item takes.
    """
    return f"points.{item.code}"


@act(
    "考核记分",
    "Deduct points",
    by=HEADS,
    under=POINTS,
    rows=("CRD-05",),
)
def deduct_points(
    enterprise: Enterprise,
    at: Circumstances,
    *,
    points_item: PointsItem,
    basis_file: FileRef,
    reasons: str,
) -> CreditRecord:
    """
    Deduct the points that the place's table has for something, in the year of the act.

    Args:
        enterprise: The enterprise.
        at: Who, when.
        points_item: For what.
        basis_file: The penalty, hazard or visit that shows it.
        reasons: In words.

    Raises:
        OutOfOrder: If that file shows no such thing of this enterprise, it was counted
            already, or no reasons are given.
        BeyondTheLaw: If the place has no table, or not for this trade.

    Source:
        忻州2020通知 (三); the table is the place's.
    """
    if not _shows(points_item, at.read(File, basis_file), enterprise):
        raise OutOfOrder("no_basis_for_points", under=POINTS, points_item=points_item)
    if at.holder(points_claim(points_item, basis_file)):
        raise OutOfOrder("points_deducted_already", under=POINTS)
    first(blank(reasons, "reasons_missing", under=POINTS))
    points = at.rules.find(item_parameter(points_item))
    if not isinstance(points, int) or not points:
        raise BeyondTheLaw("points_not_set", under=POINTS, points_item=points_item)
    there, year = record_of(at, enterprise.id), at.on.year
    before = there.points.get(year, 0) if there else 0
    most = at.rules.find(YEAR_MAX)
    terms: dict[str, Any] = {
        "enterprise": enterprise.id,
        "points_item": points_item,
        "points": points,
        "points_year": year,
        "points_total": before + points,
        "basis_file": basis_file,
        "reasons": reasons,
        "points_max": most if isinstance(most, int) else None,
    }
    basis = at.read(File, basis_file)
    cause, concerns = basis.last_fact, (basis.thread,)
    if there is None:
        return CreditRecord.start(
            PointsDeducted, at, cause=cause, concerns=concerns, **terms
        )
    there.record(PointsDeducted, at, cause=cause, concerns=concerns, **terms)
    return there


@deduct_points.unless
def cannot_deduct(enterprise: Enterprise, at: Circumstances) -> Iterable[Refused]:
    """
    The place has points for this trade.
    """
    sectors = at.rules.find(SECTORS)
    sector = enterprise.profile.sector
    known = sectors if isinstance(sectors, tuple) else ()
    if sector is None or sector.code not in known:
        yield BeyondTheLaw("no_points_for_trade", under=POINTS, sector=sector)


def _shows(item: PointsItem, basis: File, enterprise: Enterprise) -> bool:
    """
    Whether a file is of the enterprise and shows what points are deducted for.
    """
    if getattr(basis, "enterprise", None) != enterprise.id:
        return False
    match basis:
        case Penalty():
            served = basis.served_on is not None and basis.stands
            return item is PointsItem.PENALTY and served
        case Hazard():
            if item is PointsItem.OVERDUE_HAZARD:
                return basis.is_major and basis.overdue
            return item is PointsItem.MAJOR_HAZARD and basis.is_major
        case Inspection():
            return item is PointsItem.REFUSAL and basis.obstructed
        case _:
            return False
