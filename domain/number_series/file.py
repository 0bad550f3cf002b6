"""
The file of one number series (文号序列卷): a body, a kind of document, a year.

The serials themselves are drawn in the append and kept with the documents; this file
says who opened the series, and whether it counts by kind of document or by case.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.base import File, FirstFact
from domain.references import BodyRef
from domain.values import Choice


class Policy(Choice):
    """
    How serials run (编号方式).
    """

    PER_KIND = "按文种编号", "by kind of document"
    PER_CASE = "按案件编号", "by case"


def series_name(issuer: UUID, kind_code: str, year: int) -> str:
    """
    Name the series of a body, a kind of document and a year.
    """
    return f"{issuer}/{kind_code}/{year}"


class NumberSeriesOpened(FirstFact):
    """
    A number series was opened (启用文号序列).
    """

    TOPIC: ClassVar[str] = "number-series.number-series-opened.v1"
    ZH: ClassVar[str] = "启用文号序列"

    body: BodyRef
    kind_code: str
    year: int
    policy: Policy

    def claims(self) -> Iterable[str]:
        """
        One file per series.
        """
        return (f"series/{series_name(self.body, self.kind_code, self.year)}",)

    def apply(self, aggregate: "NumberSeries") -> None:
        """
        Keep what it counts.
        """
        aggregate.issuer = self.body
        aggregate.kind_code = self.kind_code
        aggregate.year = self.year
        aggregate.policy = self.policy


class NumberSeries(File):
    """
    A series of official numbers (文号序列).
    """

    TOPIC: ClassVar[str] = "number-series"
    ZH: ClassVar[str] = "文号序列"
    EN: ClassVar[str] = "number series"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.issuer: UUID | None = None
        self.kind_code = ""
        self.year = 0
        self.policy = Policy.PER_KIND

    @property
    def name(self) -> str:
        """
        The name under which numbers are drawn from it.
        """
        assert self.issuer is not None
        return series_name(self.issuer, self.kind_code, self.year)
