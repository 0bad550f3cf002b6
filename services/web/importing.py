"""
Importing a file of rows (导入): 200 rows in one commit, each behind a savepoint.

Every row has an idempotency key of its own, made from the file's digest and the row's
number: an import that was killed goes on where it stood, and one that is done again
answers the same.
A refused row never undoes another one.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final
from uuid import UUID

from domain.base import Actor
from domain.imports import AmountUnit, ImportKind, Meaning, UnitSource
from domain.money import Unit
from domain.refusals import OutOfOrder, Refused
from domain.values import day_of
from infra.failures import FactTooLarge, KeyReused
from infra.ledger import Ledger, Receipt, Request
from infra.tables import (
    Dictionary,
    Kind,
    Row,
    Skipped,
    Table,
    open_table,
    write_rejects,
)
from services.web.faults import Malformed
from services.web.import_outcomes import (
    KNOWN,
    accepted,
    added,
    blank_of,
    doubled,
    known_already,
    malformed_for,
    refused_for,
    too_large_for,
    unfit_for,
)
from services.web.import_report import Report, RowOutcome, not_written
from services.web.import_rows import Translator

#: So many rows are one commit (D14).
BATCH_COUNT_MAX: Final = 200

_CHUNK: Final = 1 << 20
Progress = Callable[[int, int], object]


@dataclass(frozen=True)
class Asked:
    """
    What somebody asks to be imported.

    Args:
        path: The file.
        kind: What it holds.
        actor: The importer.
        unit: Answer to the question in which unit its amounts are.
        sheet: Name or number of the sheet.
        dictionary: Other answers about the file.
        ours: Names and codes of the bodies whose own penalties it may have.
        dry_run: Whether everything is examined and nothing written.
        rejects: Where refused rows go; beside the file if nothing is said.
    """

    path: Path
    kind: Kind
    actor: Actor
    unit: Unit | None = None
    sheet: str | None = None
    dictionary: Dictionary | None = None
    ours: frozenset[str] | None = None
    dry_run: bool = False
    rejects: Path | None = None


def import_file(
    ledger: Ledger, asked: Asked, progress: Progress | None = None
) -> Report:
    """
    Import a file, as far as its rows can be.

    Args:
        ledger: Where to.
        asked: What, by whom, and how it is to be read.
        progress: Told after each commit how many of the file's lines are done.

    Raises:
        UnusableFile: If the file cannot be read, or something must be answered first;
            nothing was written then.
        Refused: If the person may not import, or the file was imported in another unit.
        Unavailable: If the store stops answering, or the refused rows cannot be
            written; whole commits stand, and the same command goes on from there.
    """
    with open_table(
        asked.path,
        asked.kind,
        today=day_of(ledger.clock.now()),
        unit=asked.unit,
        sheet=asked.sheet,
        dictionary=asked.dictionary,
        ours=asked.ours,
    ) as table:
        return import_table(ledger, asked, table, progress=progress)


def import_table(
    ledger: Ledger, asked: Asked, table: Table, *, progress: Progress | None = None
) -> Report:
    """
    Import an open file; otherwise as ``import_file``.

    Args:
        ledger: Where to.
        asked: What, by whom.
        table: The file, opened as it is to be read.
        progress: Told after each commit how many of the file's lines are done.
    """
    run = _Run(ledger, asked, table)
    report = run.rows(progress or _untold)
    if asked.dry_run:
        return report
    report = replace(report, rejects=_write_rejects(asked, table, report))
    run.complete(report)
    return report


def digest_of(path: Path) -> str:
    """
    Give the hex SHA-256 of a file.
    """
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            hashed.update(chunk)
    return hashed.hexdigest()


def rejects_beside(asked: Asked) -> Path:
    """
    Say where refused rows go: a workbook's to a workbook, all others to CSV.
    """
    if asked.rejects is not None:
        return asked.rejects
    suffix = ".xlsx" if asked.path.suffix.lower() in {".xlsx", ".xls"} else ".csv"
    return asked.path.with_name(f"{asked.path.stem}.rejects{suffix}")


def _write_rejects(asked: Asked, table: Table, report: Report) -> Path | None:
    """
    Write the refused rows to a file that is new: somebody may be mending an older one.
    """
    if not report.problems:
        return None
    path = rejects_beside(asked)
    draft = path.with_name(f".new-{path.name}")
    try:
        write_rejects(draft, table, report.problems)
        number = 1
        chosen = path
        while chosen.exists() and chosen.read_bytes() != draft.read_bytes():
            number += 1
            chosen = path.with_name(f"{path.stem}-{number}{path.suffix}")
        os.replace(draft, chosen)  # noqa: PTH105  in one step
    except OSError as error:
        raise not_written(path, error) from error
    finally:
        draft.unlink(missing_ok=True)
    return chosen


def _untold(done: int, length: int) -> None:
    """
    Tell nobody.
    """


class _Rehearsed(Exception):
    """
    Ends a commit of which nothing is kept.
    """


class _Run:
    """
    One reading of one file into the ledger.
    """

    def __init__(self, ledger: Ledger, asked: Asked, table: Table) -> None:
        """
        Name the run: it is known by the file's bytes, its kind and its sheet.
        """
        self.ledger = ledger
        self.asked = asked
        self.table = table
        self.sha256 = digest_of(asked.path)
        sheet = table.sheet.name or "-"
        self.key = f"import/{asked.kind.value}/{self.sha256}/{sheet}"
        self.outcomes: dict[int, RowOutcome] = {}
        self.skipped = 0

    def rows(self, progress: Progress) -> Report:
        """
        Record the rows in commits of 200, and report all of them.
        """
        lines = iter(self.table)
        progress(0, self.table.length)
        self._start_alone()
        while batch := list(islice(lines, BATCH_COUNT_MAX)):
            with self._commit():
                run = self._start()
                translator = Translator(self.table, run=run)
                for line in batch:
                    if isinstance(line, Skipped):
                        self.skipped += 1
                    else:
                        self.outcomes[line.number] = self._outcome(line, translator)
            progress(batch[-1].number, self.table.length)
        return Report(
            file=self.asked.path.name,
            rows=tuple(self.outcomes.values()),
            skipped=self.skipped,
            notes=self.table.notes,
            dry_run=self.asked.dry_run,
        )

    @contextmanager
    def _commit(self) -> Iterator[None]:
        """
        Put what is done inside into one commit; of a dry run nothing is kept.
        """
        with suppress(_Rehearsed), self.ledger.together():
            yield
            self._undo_rehearsal()

    def _undo_rehearsal(self) -> None:
        if self.asked.dry_run:
            raise _Rehearsed

    def _start_alone(self) -> None:
        """
        Find out before the first row whether this may be imported at all.
        """
        run = None
        with self._commit():
            run = self._start()
        # What is loaded outside a commit is kept, and every row reads these.
        for file in (run, self.asked.actor.person, self.asked.actor.body):
            if file is not None:
                self.ledger.read(file)

    def _start(self) -> UUID:
        """
        Start the import, or go on with the one that the body has of this file.

        Raises:
            Refused: If the person may not, or the file was read otherwise before.
        """
        units = {column.unit for column in self.table.columns if column.unit}
        unit = AmountUnit[units.pop().name] if len(units) == 1 else None
        answered = unit is not None and self.asked.unit is not None
        source = UnitSource.PERSON if answered else UnitSource.FILE
        terms: dict[str, object] = {
            "import_kind": ImportKind[self.asked.kind.name],
            "file_sha256": self.sha256,
            "size": self.asked.path.stat().st_size,
            "layout": f"{self.table.kind.value}/{self.table.form}",
            "encoding": self.table.encoding or self.table.form,
            "unit": unit,
            "unit_source": source if unit else None,
            "dictionary": tuple(_meanings(self.asked.dictionary)),
        }
        answers = hashlib.sha256(repr(sorted(terms.items())).encode()).hexdigest()[:16]
        try:
            receipt = self._perform(
                "start-import", f"{self.key}/start/{answers}", terms
            )
        except OutOfOrder as refused:
            run = refused.facts.get("run")
            if refused.code == "import_started" and isinstance(run, UUID):
                return run
            raise
        return next(iter(receipt.files))

    def complete(self, report: Report) -> None:
        """
        Record what became of the rows, unless that is known.
        """
        counts = report.counts
        digest = digest_of(report.rejects) if report.rejects else ""
        outcome = hashlib.sha256(f"{counts}{digest}".encode()).hexdigest()[:16]
        try:
            self._perform(
                "complete-import",
                f"{self.key}/complete/{outcome}",
                {"counts": counts, "rejects_sha256": digest},
                file=self._start(),
            )
        except OutOfOrder as refused:
            if refused.code != "import_completed":
                raise

    def _perform(
        self,
        act: str,
        key: str,
        terms: dict[str, object],
        *,
        file: UUID | None = None,
    ) -> Receipt:
        given = {name: value for name, value in terms.items() if value is not None}
        return self.ledger.perform(
            Request(
                act, self.asked.actor, key, terms=given, file=file, channel="import"
            )
        )

    # -- one row ----------------------------------------------------------------------

    def _outcome(self, row: Row, translator: Translator) -> RowOutcome:
        blank = blank_of(row, self.table)
        known = unfit_for(row, blank, self.table)
        if known is None and row.duplicate_of:
            known = doubled(blank, self.outcomes[row.duplicate_of])
        return known or self._recorded(row, blank, translator)

    def _recorded(
        self, row: Row, blank: RowOutcome, translator: Translator
    ) -> RowOutcome:
        """
        Do the act that records a row, and say what came of it.
        """
        key = f"{self.key}/{row.number}"
        try:
            done = translator.act_for(row)
            receipt = self._perform(done.act, key, dict(done.terms))
        except KeyReused:
            # An earlier version read the row a little otherwise; it is recorded.
            known = self.ledger.receipt_for(self.asked.actor, key)
            assert known is not None
            return known_already(blank, known.facts[0])
        except Malformed as malformed:
            return malformed_for(blank, malformed)
        except FactTooLarge as failure:
            return too_large_for(blank, failure, self.table)
        except Refused as refused:
            return self._refused(blank, refused)
        fact = "" if self.asked.dry_run else receipt.facts[0]
        is_new = receipt.facts[0].endswith("/1")
        tell = accepted if is_new or not self._is_register else added
        return tell(row, blank, fact)

    @property
    def _is_register(self) -> bool:
        return self.table.kind is Kind.ENTERPRISES

    def _refused(self, blank: RowOutcome, refused: Refused) -> RowOutcome:
        """
        Tell a row that says nothing new from one that cannot be taken.
        """
        if refused.code not in KNOWN:
            return refused_for(blank, refused, self.table)
        record = refused.facts.get("record")
        fact = f"{record}/1" if isinstance(record, UUID) else ""
        return known_already(blank, fact, refused)


def _meanings(dictionary: Dictionary | None) -> Iterator[Meaning]:
    """
    Write down what somebody answered about the file.
    """
    if dictionary is None:
        return
    for printed, field in sorted(dictionary.columns.items()):
        yield Meaning(printed, "", field)
    for field, answers in sorted(dictionary.values.items()):
        for printed, meaning in sorted(answers.items()):
            yield Meaning(field, printed, meaning)
