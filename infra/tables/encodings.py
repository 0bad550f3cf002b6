"""
Telling how a text file writes its characters (字符编码).

A byte order mark decides; then UTF-8, strictly; then GB18030, strictly.
UTF-8 comes first because GB18030 accepts most of it as wrong characters.
A character is never dropped or replaced.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from infra.tables.notes import UnusableFile, file_fault

_CHUNK_BYTES: Final = 1 << 20
_LONGEST_UTF8: Final = 4
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
#: Labels of the older and smaller sets, which files go beyond.
_CHINESE: Final = frozenset({"gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb-2312"})


def encoding_of(path: Path, *, declared: bytes = b"") -> str:
    """
    Say how a file writes its characters, having read all of it.

    Args:
        path: The file.
        declared: The beginning of a web page, which may name its encoding.

    Raises:
        UnusableFile: If it is in none of these encodings, or cut off in the middle of
            a character.
    """
    with path.open("rb") as file:
        head = file.read(_LONGEST_UTF8)
    for mark, name in _MARKS:
        if head.startswith(mark):
            _must_decode(path, name)
            return name
    label = _DECLARED.search(declared)
    chinese_first = label is not None and label[1].decode().lower() in _CHINESE
    for name in ("gb18030", "utf-8") if chinese_first else ("utf-8", "gb18030"):
        wrong = _first_wrong_byte(path, name)
        if wrong is None:
            return name
        if name == "utf-8" and path.stat().st_size - wrong < _LONGEST_UTF8:
            raise UnusableFile(file_fault("cut_off"))
    raise UnusableFile(file_fault("encoding_unknown"))


def _must_decode(path: Path, name: str) -> None:
    """
    Hold a file to the mark that it begins with.
    """
    wrong = _first_wrong_byte(path, name)
    if wrong is not None:
        is_end = path.stat().st_size - wrong < _LONGEST_UTF8
        raise UnusableFile(file_fault("cut_off" if is_end else "encoding_unknown"))


def _first_wrong_byte(path: Path, name: str) -> int | None:
    """
    Find where a file stops being text in an encoding.
    """
    decoder = codecs.getincrementaldecoder(name)("strict")
    done = 0
    for chunk in _chunks(path):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            return done - pending + error.start
        done += len(chunk)
    pending = len(decoder.getstate()[0])
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return done - pending
    return None


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            yield chunk
