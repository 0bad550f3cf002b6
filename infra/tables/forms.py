"""
Telling what a file is by what it holds (文件识别).

Many an export named ``.xls`` is a web page or a CSV file.
"""

import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from infra.tables.notes import UnusableFile, file_fault

FILE_BYTES_MAX: Final = 1 << 30
UNPACKED_BYTES_MAX: Final = 4 << 30
UNPACKED_RATIO_MAX: Final = 200
UNPACKED_BYTES_HARMLESS: Final = 64 << 20
_HEAD_BYTES: Final = 1 << 16

_ZIP = b"PK\x03\x04"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[a-z!?]")
_TABLE = re.compile(rb"<(?:html|table)\b")
_XML_SPREADSHEET = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet")


class Form(StrEnum):
    """
    The form of a file (文件格式).
    """

    TEXT = "csv"
    WORKBOOK = "xlsx"
    OLD_WORKBOOK = "xls"
    WEB_PAGE = "html"


@dataclass(frozen=True, slots=True)
class _Other:
    """
    A form that is known and not read.
    """

    start: bytes
    word: str


_OTHERS = (
    _Other(b"%PDF", "PDF"),
    _Other(b"\x89PNG", "PNG"),
    _Other(b"\xff\xd8\xff", "JPEG"),
    _Other(b"Rar!", "RAR"),
    _Other(b"7z\xbc\xaf", "7z"),
    _Other(b"\x1f\x8b", "gzip"),
    _Other(b"{\\rtf", "RTF"),
    _Other(b"MIME-Version:", "MHT"),
)


def form_of(path: Path) -> Form:
    """
    Say what a file is.

    Raises:
        UnusableFile: If it is empty, too large, locked, or nothing that is read here.
    """
    size = _size(path)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if size == 0 or (size <= _HEAD_BYTES and not head.strip(b" \t\r\n\xef\xbb\xbf\0")):
        raise UnusableFile(file_fault("empty_file"))
    if head.startswith(_ZIP):
        return _in_archive(path)
    if head.startswith(_OLE2):
        return _in_compound_file(path)
    if head.startswith(b"PK\x05\x06"):
        raise UnusableFile(file_fault("empty_file"))
    return _plain(head)


def _size(path: Path) -> int:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnusableFile(file_fault("not_a_file"))
    except OSError as error:
        fault = file_fault("cannot_open", reason=error.strerror or "")
        raise UnusableFile(fault) from None
    if size > FILE_BYTES_MAX:
        fault = file_fault("too_large", size=size >> 20, limit=FILE_BYTES_MAX >> 20)
        raise UnusableFile(fault)
    return size


def _plain(head: bytes) -> Form:
    """
    Tell text, web pages and other things apart.
    """
    for other in _OTHERS:
        if head.startswith(other.start):
            raise UnusableFile(file_fault("not_a_table", form=other.word))
    if _XML_SPREADSHEET.search(head):
        raise UnusableFile(file_fault("not_a_table", form="XML Spreadsheet 2003"))
    if _MARKUP.match(head.lower()):
        if _TABLE.search(head.lower()):
            return Form.WEB_PAGE
        raise UnusableFile(file_fault("not_a_table", form="XML"))
    if b"\0" in head and not head.startswith(_UTF16):
        raise UnusableFile(file_fault("not_a_table", form="二进制（binary）"))
    return Form.TEXT


def _in_archive(path: Path) -> Form:
    """
    Look into a ZIP archive, and refuse one that swells beyond measure.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        raise UnusableFile(file_fault("damaged_workbook")) from None
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    swollen = unpacked > UNPACKED_BYTES_HARMLESS and (
        unpacked / packed > UNPACKED_RATIO_MAX
    )
    if swollen:
        times = unpacked // packed
        raise UnusableFile(file_fault("swollen", size=unpacked >> 20, times=times))
    if unpacked > UNPACKED_BYTES_MAX:
        limit = UNPACKED_BYTES_MAX >> 20
        fault = file_fault("too_large", size=unpacked >> 20, limit=limit)
        raise UnusableFile(fault)
    if any(member.flag_bits & 1 for member in members):
        raise UnusableFile(file_fault("locked"))
    names = {member.filename for member in members}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise UnusableFile(file_fault("macros"))
    if "xl/workbook.xml" in names:
        return Form.WORKBOOK
    if "xl/workbook.bin" in names:
        raise UnusableFile(file_fault("not_a_table", form="XLSB"))
    if "content.xml" in names:
        raise UnusableFile(file_fault("not_a_table", form="ODS"))
    raise UnusableFile(file_fault("not_a_table", form="ZIP"))


def _in_compound_file(path: Path) -> Form:
    """
    Look into an OLE2 file: an old workbook, or the shell of a locked new one.
    """
    content = path.read_bytes()
    if _ENCRYPTED in content:
        raise UnusableFile(file_fault("locked"))
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise UnusableFile(file_fault("macros"))
    return Form.OLD_WORKBOOK
