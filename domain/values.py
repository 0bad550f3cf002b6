"""
Values that facts and terms are made of.

A value is immutable and knows nothing of any file, store or clock.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from typing import Self
from uuid import UUID

#: 北京时间. The one zone of a deployment (D6); China has kept +08:00 since 1991.
OFFICE_ZONE = timezone(timedelta(hours=8), "Asia/Shanghai")


def day_of(moment: datetime) -> date:
    """
    Name the legal day (法定日) of a moment: its day in the office's zone.

    Args:
        moment: An aware moment, in any zone.
    """
    return moment.astimezone(OFFICE_ZONE).date()


def start_of(day: date) -> datetime:
    """
    Give the first moment of a legal day, in UTC.
    """
    return datetime(day.year, day.month, day.day, tzinfo=OFFICE_ZONE).astimezone(UTC)


def end_of(day: date) -> datetime:
    """
    Give the last microsecond of a legal day, in UTC.
    """
    return start_of(day) + timedelta(days=1, microseconds=-1)


class Choice(Enum):
    """
    An enumeration whose members carry their label in Chinese and English (代码项).

    A member is stored and sent by its name in lower case.
    """

    def __init__(self, zh: str, en: str) -> None:
        """
        Keep the labels.
        """
        self.zh = zh
        self.en = en

    @property
    def code(self) -> str:
        """
        How it is stored and sent.
        """
        return self.name.lower()


@dataclass(frozen=True)
class Personal:
    """
    A natural person's data (个人信息).

    In the clear while an act is examined; once recorded, only the seal and the
    subject are left of it, and the text lies in the vault (D8).

    Args:
        text: What was entered; empty once sealed. No representation shows it, so that
            it reaches no log and no message of an error.
        subject: Whose it is: the vault's key.
        commitment: Hex SHA-256 that binds the text; empty before the recording.
    """

    text: str = field(default="", repr=False)
    subject: UUID | None = None
    commitment: str = ""

    def of(self, subject: UUID) -> Self:
        """
        Say whose it is.
        """
        return type(self)(self.text, subject, self.commitment)


@dataclass(frozen=True)
class Restricted(Personal):
    """
    Data that only a named audience may see (受限信息), kept as Personal is.
    """


@dataclass(frozen=True)
class Upload:
    """
    A document that lies in the document store (文件), named by its content.

    Args:
        sha256: Hex digest of the bytes, 64 characters.
        size: Length in bytes.
        media: Media type as found when it was stored, for example ``image/jpeg``.
    """

    sha256: str
    size: int
    media: str


@dataclass(frozen=True)
class Number:
    """
    An official number (文号), drawn inside the append and never computed (D23).

    Args:
        series: The series that it is drawn from.
        region: Region word of the issuing body, for example ``哈``.
        agency: Agency word, for example ``应急``.
        code: Code of the kind of document, for example ``责改``.
        year: Four digits.
        pattern: The printed string with ``{}`` in the serial's place.
        serial: Counts from 1; 0 until it is drawn.
        suffix: ``-2`` for the second paper of a kind where a case has one serial.
    """

    series: str
    region: str
    agency: str
    code: str
    year: int
    pattern: str
    serial: int = 0
    suffix: str = ""

    @property
    def printed(self) -> str:
        """
        The string on the paper; empty until a serial is drawn.
        """
        return self.pattern.format(f"{self.serial}{self.suffix}") if self.serial else ""


class Precision(Choice):
    """
    How exactly a moment is known (时间精度).
    """

    MINUTE = "到分", "to the minute"
    DAY = "到日", "to the day"


@dataclass(frozen=True)
class Reference:
    """
    Marks a term as the id of a file (引用), and says where its choices come from.

    Args:
        kind: Topic of the file referred to, for example ``officer``.
        question: Name of the question that offers the choices.
    """

    kind: str
    question: str
