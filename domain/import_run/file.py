"""
The file of an import run (导入卷).

Stages: started 进行中 → completed 已完成, and started again when the same file is read
once more.
What was asked before the first row, and who answered, is part of the first fact: the
same bytes read in another unit would be other facts.
"""

from collections.abc import Iterable
from typing import ClassVar
from uuid import UUID

from domain.base import Fact, File, FirstFact
from domain.imports import AmountUnit, Counts, ImportKind, Meaning, UnitSource
from domain.values import Choice


class Stage(Choice):
    """
    How far an import has come (导入状态).
    """

    STARTED = "进行中", "under way"
    COMPLETED = "已完成", "completed"


def claim_of(body: UUID | None, kind: ImportKind, sha256: str) -> str:
    """
    Name what the run of a body holds: one run for one file of one kind.
    """
    return f"import/{body}/{kind.code}/{sha256}"


class ImportStarted(FirstFact):
    """
    An import was started (导入开始).
    """

    TOPIC: ClassVar[str] = "import.import-started.v1"
    ZH: ClassVar[str] = "导入开始"

    import_kind: ImportKind
    file_sha256: str
    size: int
    layout: str
    encoding: str
    unit: AmountUnit | None = None
    unit_source: UnitSource | None = None
    dictionary: tuple[Meaning, ...] = ()

    def claims(self) -> Iterable[str]:
        """
        The same bytes are one run.
        """
        return (claim_of(self.deed.body, self.import_kind, self.file_sha256),)

    def apply(self, aggregate: "ImportRun") -> None:
        """
        Keep how the file is read.
        """
        aggregate.stage = Stage.STARTED
        aggregate.kind = self.import_kind
        aggregate.file_sha256 = self.file_sha256
        aggregate.unit = self.unit
        aggregate.dictionary = self.dictionary


class ImportCompleted(Fact):
    """
    An import was completed (导入完成).
    """

    TOPIC: ClassVar[str] = "import.import-completed.v1"
    ZH: ClassVar[str] = "导入完成"

    counts: Counts
    rejects_sha256: str = ""

    def apply(self, aggregate: "ImportRun") -> None:
        """
        Keep the counts.
        """
        aggregate.stage = Stage.COMPLETED
        aggregate.counts = self.counts


class ImportRun(File):
    """
    An import (导入).
    """

    TOPIC: ClassVar[str] = "import"
    ZH: ClassVar[str] = "导入"
    EN: ClassVar[str] = "import"

    def __init__(self) -> None:
        """
        Nothing is known yet.
        """
        self.stage = Stage.STARTED
        self.kind = ImportKind.PENALTIES
        self.file_sha256 = ""
        self.unit: AmountUnit | None = None
        self.dictionary: tuple[Meaning, ...] = ()
        self.counts: Counts | None = None
