"""
The document store (文件库): bytes named by their SHA-256 beside the ledger (D20).

The bytes are put before the fact that cites them, and are on the disk, folder and all,
before their description is handed out.
"""

import codecs
import hashlib
import os
import re
import tempfile
from pathlib import Path

from domain.values import Upload
from infra.failures import Failure, Unavailable

#: The largest document taken, in bytes.
DOCUMENT_BYTES_MAX = 64 * 1024 * 1024

#: How much of a document is looked at to tell its type.
HEAD_BYTES = 4096

_SIGNATURES = (
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "image/webp"),
    (re.compile(rb".{4}ftyphei[cx]", re.DOTALL), "image/heic"),
    (re.compile(rb"%PDF-"), "application/pdf"),
    (re.compile(rb"PK\x03\x04"), "application/zip"),
    (re.compile(rb".{4}ftypM4A", re.DOTALL), "audio/mp4"),
    (re.compile(rb".{4}ftyp", re.DOTALL), "video/mp4"),
    (re.compile(rb"RIFF.{4}WAVE", re.DOTALL), "audio/wav"),
    (re.compile(rb"RIFF.{4}AVI ", re.DOTALL), "video/x-msvideo"),
    (re.compile(rb"ID3|\xff[\xf2\xf3\xfb]"), "audio/mpeg"),
)


class DocumentMissing(Failure):
    """
    A fact was to cite a document that the store does not have.
    """

    status = 409
    code = "document_missing"


class DocumentTooLarge(Failure):
    """
    The document is larger than the store takes.
    """

    status = 422
    code = "document_too_large"


def media_of(content: bytes) -> str:
    """
    Tell the media type from the bytes, never from a name.

    Args:
        content: The document, or its first ``HEAD_BYTES``.
    """
    for signature, media in _SIGNATURES:
        if signature.match(content):
            return media
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content[:HEAD_BYTES])
    except UnicodeDecodeError:
        return "application/octet-stream"
    return "text/plain"


class DocumentStore:
    """
    Documents in a local folder.
    """

    def __init__(self, folder: Path) -> None:
        """
        Use the folder; it is made with the first document.
        """
        self._folder = folder

    def _path(self, sha256: str) -> Path:
        """
        Say where a document lies; a text that is no digest names none.
        """
        if not re.fullmatch(r"[0-9a-f]{64}", sha256):
            raise _missing(sha256)
        return self._folder / sha256[:2] / sha256

    def put(self, content: bytes) -> Upload:
        """
        Keep the bytes; putting them twice keeps them once.

        Raises:
            DocumentTooLarge: Above ``DOCUMENT_BYTES_MAX``.
            Unavailable: If the disk does not take them; nothing half-done is kept.
        """
        if len(content) > DOCUMENT_BYTES_MAX:
            most = DOCUMENT_BYTES_MAX // (1024 * 1024)
            raise DocumentTooLarge(
                f"文件超过 {most} MB。", f"The document is larger than {most} MB."
            )
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        try:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(path, content)
        except OSError as error:
            raise Unavailable(
                f"文件没有存入文件库（{error.strerror}）。请检查磁盘空间和权限后重试。",
                f"The document was not stored ({error.strerror}). Check disk space and "
                "permissions, then try again.",
            ) from error
        return Upload(sha256, len(content), media_of(content))

    def get(self, sha256: str) -> bytes:
        """
        Give the bytes back.

        Raises:
            DocumentMissing: If the store does not have them.
            Unavailable: If they are no longer what was stored.
        """
        try:
            content = self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise _missing(sha256) from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Unavailable(
                f"文件库中的文件 {sha256[:16]}… 已损坏，请从备份恢复。",
                f"The stored document {sha256[:16]}… is damaged; restore a backup.",
            )
        return content

    def find(self, sha256: str) -> Upload:
        """
        Describe a stored document by its hash.

        Raises:
            DocumentMissing: If the store does not have it.
        """
        path = self._path(sha256)
        try:
            with path.open("rb") as file:
                head = file.read(HEAD_BYTES)
                size = os.fstat(file.fileno()).st_size
        except FileNotFoundError:
            raise _missing(sha256) from None
        return Upload(sha256, size, media_of(head))


def _write(path: Path, content: bytes) -> None:
    """
    Write a file whole or not at all, and have it survive a power cut.
    """
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    for folder in (path.parent, path.parent.parent):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _missing(sha256: str) -> DocumentMissing:
    return DocumentMissing(
        f"文件库中没有 {sha256[:16]}… 。请先上传文件。",
        f"The store has no document {sha256[:16]}…; upload it first.",
    )
