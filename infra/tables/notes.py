"""
What is said about a file and its rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from domain.codes import without_resident_ids
from infra.failures import Failure
from infra.tables.wording_of_days import OF_DAYS
from infra.tables.wording_of_files import FAULTS, FILE_NOTES
from infra.tables.wording_of_parties import OF_PARTIES
from infra.tables.wording_of_penalties import OF_PENALTIES

#: Severity, Chinese and English of every rule about a row.
ROW_NOTES: Final = {**OF_PARTIES, **OF_DAYS, **OF_PENALTIES}


class Severity(StrEnum):
    """
    What a note means for its row (处理方式).
    """

    NORMALISED = "N"
    """Read by a rule; both values are kept."""

    WARNED = "W"
    """Accepted; a person should see it."""

    REFUSED = "R"
    """The row is refused until it is mended."""

    HELD = "H"
    """The fact is accepted; one link waits until a person chooses."""


@dataclass(frozen=True, slots=True)
class Note:
    """
    One remark about a row, or about the whole file if it has no row.

    Args:
        code: Stable name of the rule.
        severity: What follows from it.
        field: Canonical field; empty for the row as a whole.
        column: Header as printed in the file; empty likewise.
        row: Number as a spreadsheet shows it; 0 for the file.
        params: What the sentence is filled with, by name. Never a whole identity
            number, and nothing of a column that holds personal data.
    """

    code: str
    severity: Severity
    field: str = ""
    column: str = ""
    row: int = 0
    params: tuple[tuple[str, str], ...] = ()

    @property
    def zh(self) -> str:
        """
        Row, column, what was found, why, and what to do.
        """
        column = f"「{self.column}」" if self.column else ""
        place = f"第{self.row}行{column}：" if self.row else ""
        return place + self._wording[1].format(**dict(self.params))

    @property
    def en(self) -> str:
        """
        The same in English.
        """
        column = f", “{self.column}”" if self.column else ""
        place = f"Row {self.row}{column}: " if self.row else ""
        return place + self._wording[2].format(**dict(self.params))

    @property
    def _wording(self) -> tuple[str, str, str]:
        return ROW_NOTES[self.code] if self.row else FILE_NOTES[self.code]


def note_on_row(
    code: str, *, row: int, field: str = "", column: str = "", **params: object
) -> Note:
    """
    Make a note with the severity that its rule usually has.
    """
    severity = Severity(ROW_NOTES[code][0])
    return Note(code, severity, field, column, row, _texts(params))


def note_on_file(code: str, *, column: str = "", **params: object) -> Note:
    """
    Make a note about the whole file.
    """
    severity = Severity(FILE_NOTES[code][0])
    return Note(code, severity, column=column, params=_texts(params))


@dataclass(frozen=True, slots=True)
class FileFault:
    """
    Why a file cannot be read, or what must be answered first.

    Args:
        code: Stable name.
        zh: What was found and what to do, in Chinese.
        en: The same in English.
        choices: The possible answers, where it is a question.
    """

    code: str
    zh: str
    en: str
    choices: tuple[str, ...] = ()


def file_fault(
    code: str, *, choices: Sequence[str] = (), **params: object
) -> FileFault:
    """
    Word a fault.
    """
    zh, en = FAULTS[code]
    texts = dict(_texts(params))
    offered = tuple(map(without_resident_ids, choices))
    return FileFault(code, zh.format(**texts), en.format(**texts), offered)


class UnusableFile(Failure):
    """
    The file cannot be used as it is (文件不能使用); nothing was read from it.

    Args:
        faults: All that is wrong, at least one; questions are asked all at once.
    """

    status: ClassVar[int] = 422
    code: ClassVar[str] = "unusable_file"

    def __init__(self, *faults: FileFault) -> None:
        """
        Say all of it.
        """
        self.faults = faults
        super().__init__(
            "\n".join(fault.zh for fault in faults),
            "\n".join(fault.en for fault in faults),
        )


@dataclass(frozen=True, slots=True)
class Skipped:
    """
    A line of the file that is no row (跳过的行).

    Args:
        number: As a spreadsheet shows it.
        reason: One of ``title``, ``header``, ``header_again``, ``blank``, ``note``,
            ``total``, ``legend``, ``junk`` and ``section``.
    """

    number: int
    reason: str


def _texts(params: dict[str, object]) -> tuple[tuple[str, str], ...]:
    """
    Write what fills a sentence, with every identity number hidden.
    """
    return tuple(
        (name, without_resident_ids(str(value))) for name, value in params.items()
    )
