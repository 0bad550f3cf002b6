"""
Resetting points (记分清零): those of a year that is over or put right, or those for one
thing, because it was none; with a penalty that falls, in the commit of the fall itself.

Points rest on the penalty and not on the credit fact: while the penalty stands, those
for it stand, whatever is put right in the record.
"""

from collections.abc import Iterable
from datetime import date

from domain.acts import act
from domain.base import HEADS
from domain.circumstances import Circumstances
from domain.credit_record.choices import OF_ONE_BASIS, ResetGround
from domain.credit_record.facts_of_points import PointsReset
from domain.credit_record.file import CreditRecord, Deduction
from domain.credit_record.grounds import POINTS
from domain.grounds import blank, first
from domain.law.credit_classes import PointsItem
from domain.penalty.file import Penalty
from domain.references import FileRef
from domain.refusals import OutOfOrder, OutOfTime, Refused


@act(
    "记分清零",
    "Reset points",
    by=HEADS,
    under=POINTS,
    rows=("CRD-05",),
)
def reset_points(
    record: CreditRecord,
    at: Circumstances,
    *,
    points_year: int,
    reset_ground: ResetGround,
    reasons: str,
    basis_file: FileRef | None = None,
    points_item: PointsItem | None = None,
) -> None:
    """
    Reset the points of a year, or in it those for one thing that was none.

    Args:
        record: The record.
        at: Who, when.
        points_year: Which year.
        reset_ground: Why.
        reasons: In words.
        basis_file: The file that they were deducted for, where only those are reset.
        points_item: What of it they were for.

    Raises:
        OutOfOrder: If there are no such points, it is not said for what they were, the
            penalty that they were for stands, or no reasons are given.
        OutOfTime: If it is to be reset because it is over, and it is not.

    Source:
        忻州2020通知 (三): a system of points for mines and chemical enterprises.
    """
    if (reset_ground in OF_ONE_BASIS) is not (basis_file is not None):
        raise OutOfOrder("points_of_one_basis", under=POINTS, ground=reset_ground)
    if basis_file is not None:
        deduction = _deduction(record, basis_file, points_item, year=points_year)
        first(_basis_stands(deduction, at, reset_ground))
        first(blank(reasons, "reasons_missing", under=POINTS))
        _give_back(record, at, deduction, reset_ground=reset_ground, reasons=reasons)
        return
    points = record.points.get(points_year, 0)
    if not points:
        raise OutOfOrder("no_points", under=POINTS)
    first(blank(reasons, "reasons_missing", under=POINTS))
    last = date(points_year, 12, 31)
    if reset_ground is ResetGround.YEAR_OVER and at.on <= last:
        raise OutOfTime("time_not_over", under=POINTS, until_on=last)
    record.record(
        PointsReset,
        at,
        points_year=points_year,
        points_cleared=points,
        reset_ground=reset_ground,
        reasons=reasons,
    )


@reset_points.unless
def cannot_reset(record: CreditRecord, at: Circumstances) -> Iterable[Refused]:
    """
    Some year has points.
    """
    del at
    if not any(record.points.values()):
        yield OutOfOrder("no_points", under=POINTS)


def _deduction(
    record: CreditRecord, basis: FileRef, item: PointsItem | None, *, year: int
) -> Deduction:
    """
    Give the points that count for a thing.

    Raises:
        OutOfOrder: If there are none in that year.
    """
    for each in record.deducted_for(basis):
        if each.item is item and each.year == year:
            return each
    raise OutOfOrder("no_points", under=POINTS)


def _basis_stands(
    deduction: Deduction, at: Circumstances, ground: ResetGround
) -> Iterable[Refused]:
    """
    What they were for is no penalty that fell.
    """
    if ground is not ResetGround.BASIS_FALLEN:
        return
    is_penalty = deduction.item is PointsItem.PENALTY
    if not is_penalty or at.read(Penalty, deduction.basis).stands:
        yield OutOfOrder("points_basis_stands", under=POINTS)


def _give_back(
    record: CreditRecord,
    at: Circumstances,
    deduction: Deduction,
    *,
    cause: str | None = None,
    reset_ground: ResetGround,
    reasons: str,
) -> None:
    record.record(
        PointsReset,
        at,
        cause=cause,
        points_year=deduction.year,
        points_cleared=deduction.points,
        reset_ground=reset_ground,
        reasons=reasons,
        basis_file=deduction.basis,
        points_item=deduction.item,
    )


def give_back_with(at: Circumstances, penalty: Penalty, *, reasons: str) -> None:
    """
    Give back the points that a penalty cost which fell; call it after its own fact.
    What was reset before is not given back again.

    Args:
        at: The circumstances of the act by which it fell.
        penalty: The penalty.
        reasons: Why it fell.

    Source:
        行政处罚法 48; 忻州2020通知 (三).
    """
    if penalty.enterprise is None:
        return
    for each in at.tagged(f"enterprise/{penalty.enterprise}/credit"):
        record = at.read(CreditRecord, each)
        for deduction in record.deducted_for(penalty.id):
            _give_back(
                record,
                at,
                deduction,
                cause=penalty.last_fact,
                reset_ground=ResetGround.BASIS_FALLEN,
                reasons=reasons,
            )
