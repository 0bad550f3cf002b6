"""
That a row of somebody's register about an enterprise was taken in (名录行).

The register keeps its own facts; the row stands beside them as evidence: sealed whole,
with the import, the number and the rules by which it was read.
"""

from typing import ClassVar

from domain.base import Fact
from domain.enterprise.file import Enterprise
from domain.printed import PrintedValue, RowOrigin
from domain.values import Personal


class EnterpriseRowImported(Fact):
    """
    A row about the enterprise was imported (名录行导入).

    ``row`` is the whole row, sealed under a subject of its own, and the heads whom it
    names are recorded under that subject too.
    """

    TOPIC: ClassVar[str] = "enterprise.enterprise-row-imported.v1"
    ZH: ClassVar[str] = "名录行导入"

    origin: RowOrigin
    row: Personal
    values: tuple[PrintedValue, ...] = ()
    texts_key: str = ""

    def apply(self, aggregate: Enterprise) -> None:
        """
        Keep what the rows said last, for telling a row that says nothing new.
        """
        told = {each.field: each.printed_value for each in self.values}
        aggregate.told = {**aggregate.told, **told}
        if self.texts_key:
            aggregate.text_keys = aggregate.text_keys | {self.texts_key}
