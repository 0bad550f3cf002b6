"""
Opening a number series (启用文号序列).
"""

from domain.acts import opening
from domain.base import Role
from domain.circumstances import Circumstances
from domain.number_series.file import (
    NumberSeries,
    NumberSeriesOpened,
    Policy,
    series_name,
)
from domain.refusals import BeyondTheLaw, OutOfOrder

FORMS = "安全生产行政执法文书式样（2016年版）"

_YEAR_DIGITS = range(1949, 10000)


@opening(
    "启用文号序列",
    "Open a number series",
    by=Role.CLERK,
    under=FORMS,
    rows=("INS-27",),
)
def open_number_series(
    at: Circumstances, *, kind_code: str, year: int, policy: Policy
) -> NumberSeries:
    """
    Open the series of one's own body for a kind of document and a year.

    A series that nobody opened is opened with its first paper, so this is for a body
    that wants to say beforehand how it counts.

    Args:
        at: Who, when.
        kind_code: Word of the kind, for example ``责改``; ``案`` if cases are counted.
        year: Four digits.
        policy: Whether serials run by kind of document or by case.

    Raises:
        OutOfOrder: If the series is open already.
        BeyondTheLaw: If the year cannot be one.

    Source:
        安全生产行政执法文书式样 (2016); 矿安〔2021〕172号 7-9 for counting by kind.
    """
    issuer = at.actor.body
    assert issuer is not None
    if at.holder(f"series/{series_name(issuer, kind_code, year)}"):
        raise OutOfOrder("series_open", under=FORMS, kind_code=kind_code, year=year)
    if year not in _YEAR_DIGITS:
        raise BeyondTheLaw("no_such_year", under=FORMS, year=year)
    return NumberSeries.start(
        NumberSeriesOpened,
        at,
        body=issuer,
        kind_code=kind_code,
        year=year,
        policy=policy,
    )
