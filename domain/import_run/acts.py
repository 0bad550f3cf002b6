"""
Acts on an import run (导入).
"""

import re
from collections.abc import Iterable

from domain.acts import act, opening
from domain.base import Role
from domain.circumstances import Circumstances
from domain.import_run.file import (
    ImportCompleted,
    ImportRun,
    ImportStarted,
    claim_of,
)
from domain.imports import AmountUnit, Counts, ImportKind, Meaning, UnitSource
from domain.refusals import BeyondTheLaw, OutOfOrder, Refused

IMPORT = "发改办财金〔2018〕424号"

_DIGEST = re.compile(r"[0-9a-f]{64}")


@opening(
    "开始导入",
    "Start an import",
    by=Role.IMPORTER,
    under=IMPORT,
    rows=("AUD-04",),
)
def start_import(
    at: Circumstances,
    *,
    import_kind: ImportKind,
    file_sha256: str,
    size: int,
    layout: str,
    encoding: str,
    unit: AmountUnit | None = None,
    unit_source: UnitSource | None = None,
    dictionary: tuple[Meaning, ...] = (),
) -> ImportRun:
    """
    Say which file is imported and how it is read; its rows name this run.

    Args:
        at: Who, when.
        import_kind: What it holds.
        file_sha256: Of its bytes, 64 hex digits.
        size: In bytes, at least 1.
        layout: Name of the layout that was recognised.
        encoding: As found, for example ``gb18030``; ``xlsx`` for a workbook.
        unit: In what its amounts are counted, where it has any.
        unit_source: Who said so.
        dictionary: Codes of the file's own, and what they were taken to mean.

    Raises:
        OutOfOrder: If the body has a run of this very file, named in ``run``; it goes
            on, unless another unit or other meanings were answered then.
        BeyondTheLaw: If the digest or the size is none.

    Source:
        发改办财金〔2018〕424号: who makes a record answers for it.
    """
    _refuse_known(at, import_kind, file_sha256, answers=(unit, dictionary))
    if not _DIGEST.fullmatch(file_sha256) or size < 1:
        raise BeyondTheLaw("no_such_digest", under=IMPORT)
    return ImportRun.start(
        ImportStarted,
        at,
        import_kind=import_kind,
        file_sha256=file_sha256,
        size=size,
        layout=layout,
        encoding=encoding,
        unit=unit,
        unit_source=unit_source,
        dictionary=dictionary,
    )


def _refuse_known(
    at: Circumstances,
    import_kind: ImportKind,
    file_sha256: str,
    *,
    answers: tuple[AmountUnit | None, tuple[Meaning, ...]],
) -> None:
    held = at.holder(claim_of(at.actor.body, import_kind, file_sha256))
    if held is None:
        return
    run = at.read(ImportRun, held)
    if (run.unit, run.dictionary) != answers:
        raise OutOfOrder(
            "import_read_otherwise",
            under=IMPORT,
            run=held,
            unit=run.unit or "",
        )
    raise OutOfOrder("import_started", under=IMPORT, run=held)


@act(
    "完成导入",
    "Complete an import",
    by=Role.IMPORTER,
    under=IMPORT,
    rows=("AUD-04",),
)
def complete_import(
    run: ImportRun, at: Circumstances, *, counts: Counts, rejects_sha256: str = ""
) -> None:
    """
    Say what became of the rows.

    A file may be read again, after its rows were mended or its parties registered; each
    reading is completed by a fact of its own, unless nothing came out otherwise.

    Args:
        run: The run.
        at: Who, when.
        counts: What became of the rows.
        rejects_sha256: Of the file of refused rows; empty if none was refused.

    Raises:
        OutOfOrder: If the last reading came out the same.
        BeyondTheLaw: If the counts do not add up.

    Source:
        发改办财金〔2018〕424号.
    """
    for refusal in _cannot_complete(run, counts):
        raise refusal
    run.record(ImportCompleted, at, counts=counts, rejects_sha256=rejects_sha256)


def _cannot_complete(run: ImportRun, counts: Counts) -> Iterable[Refused]:
    if run.counts == counts:
        yield OutOfOrder("import_completed", under=IMPORT, run=run.id)
    if not counts.add_up:
        yield BeyondTheLaw("counts_do_not_add_up", under=IMPORT)
