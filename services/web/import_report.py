"""
What came of an import (导入报告): row by row, and in numbers.

Nothing personal stands in it: values are those that a fact may show, and sentences name
columns, never persons or whole identity numbers.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as defaulted
from pathlib import Path
from typing import Final

import orjson

from domain.imports import Counts
from domain.refusals import Refused
from infra.failures import Unavailable
from infra.tables import FileFault, Note, UnusableFile
from services.web import labels


@dataclass(frozen=True)
class RowOutcome:
    """
    What became of a row.

    Args:
        row: Its number, as a spreadsheet shows it.
        ok: Whether what it says is in the ledger now.
        code: Why it was refused, ``duplicate``, or what somebody should see; may be
            empty.
        field: Canonical field that it is about; empty for the row as a whole.
        zh: The sentence, Chinese.
        en: The same in English.
        values: What was read, by canonical field.
        fact: Id of the fact that says it; empty if there is none.
    """

    row: int
    ok: bool
    code: str = ""
    field: str = ""
    zh: str = ""
    en: str = ""
    values: Mapping[str, str | int] = defaulted(default_factory=dict)
    fact: str = ""

    @property
    def is_duplicate(self) -> bool:
        """
        Whether it was known already.
        """
        return self.ok and self.code == DUPLICATE

    @property
    def problem(self) -> str:
        """
        What stands in the column 问题 of the rejects file.
        """
        return f"{self.zh}\n{self.en}"


_RECORDED: Final = (
    "可以接受的行已入账，不会重复。",
    "the good rows are recorded, and none is recorded twice.",
)
_NOTHING_RECORDED: Final = (
    "试运行没有写入任何行。",
    "it was a dry run, and no row was recorded.",
)
#: Code of a row that says nothing new.
DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Report:
    """
    What came of a file.

    Args:
        file: Its name.
        rows: Every row that was read, in the order of the file.
        skipped: How many lines were no rows.
        notes: What somebody should know of the file as a whole.
        dry_run: Whether nothing was written.
        rejects: The file with the refused rows; absent if none was refused.
        faults: Why the file could not be used at all, or not like this.
    """

    file: str
    rows: Sequence[RowOutcome]
    skipped: int
    notes: tuple[Note, ...] = ()
    dry_run: bool = False
    rejects: Path | None = None
    faults: tuple[FileFault, ...] = ()

    @property
    def counts(self) -> Counts:
        """
        The numbers; they add up by construction.
        """
        duplicate = sum(row.is_duplicate for row in self.rows)
        ok = sum(row.ok for row in self.rows)
        read = len(self.rows)
        return Counts(read, ok - duplicate, duplicate, read - ok, self.skipped)

    @property
    def problems(self) -> dict[int, str]:
        """
        What is wrong with each refused row.
        """
        return {row.row: row.problem for row in self.rows if not row.ok}

    def as_json(self) -> bytes:
        """
        Write the report as other programs read it.
        """
        counts = self.counts
        return orjson.dumps(
            {
                "file": self.file,
                "read": counts.read,
                "accepted": counts.accepted,
                "duplicate": counts.duplicate,
                "rejected": counts.rejected,
                "skipped": counts.skipped,
                "dry_run": self.dry_run,
                "rejects": self.rejects.name if self.rejects else "",
                "notes": [
                    {"code": note.code, "message": {"zh": note.zh, "en": note.en}}
                    for note in self.notes
                ],
                "faults": [_fault(fault) for fault in self.faults],
                "rows": [_row(row) for row in self.rows],
            },
            option=orjson.OPT_INDENT_2,
        )

    def write(self, path: Path) -> None:
        """
        Write the report to a file, whole or not at all.
        """
        draft = path.with_name(f".{path.name}.part")
        try:
            draft.write_bytes(self.as_json())
            os.replace(draft, path)  # noqa: PTH105  in one step, over an older one too
        finally:
            draft.unlink(missing_ok=True)


def unusable_report(file: str, unusable: UnusableFile) -> Report:
    """
    Report on a file of which no row was read.
    """
    return Report(file, (), 0, faults=unusable.faults)


def refused_report(file: str, refused: Refused) -> Report:
    """
    Report on a file that may not be imported, or not like this.
    """
    zh, en = labels.sentence(refused, "zh"), labels.sentence(refused, "en")
    return Report(file, (), 0, faults=(FileFault(refused.code, zh, en),))


def not_written(path: Path, error: OSError, *, dry_run: bool = False) -> Unavailable:
    """
    Say that what an import tells could not be written, and what became of its rows.

    Args:
        path: The report, or the file of refused rows.
        error: What the system said.
        dry_run: Whether no row was to be recorded.
    """
    reason = error.strerror or str(error)
    zh, en = _NOTHING_RECORDED if dry_run else _RECORDED
    return Unavailable(
        f"“{path.name}”没有写成（{reason}），没有留下半个文件。"
        f"请检查磁盘空间和权限，再执行同一命令；{zh}",
        f"{path.name} was not written ({reason}), and no part of it is left. Check "
        f"disk space and permissions, then run the same command again; {en}",
    )


def _fault(fault: FileFault) -> dict[str, object]:
    return {
        "code": fault.code,
        "message": {"zh": fault.zh, "en": fault.en},
        "choices": fault.choices,
    }


def _row(row: RowOutcome) -> dict[str, object]:
    return {
        "row": row.row,
        "ok": row.ok,
        "code": row.code,
        "field": row.field,
        "message": {"zh": row.zh, "en": row.en},
        "values": dict(row.values),
        "fact": row.fact,
    }
