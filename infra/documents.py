"""
The document store (文件库): bytes named by their SHA-256 beside the ledger (D20).

The bytes are put before the fact that cites them.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from domain.values import Upload
from infra.failures import Failure

#: The largest document taken, in bytes.
DOCUMENT_BYTES_MAX = 64 * 1024 * 1024

_SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"RIFF", "video/x-msvideo"),
    (b"ID3", "audio/mpeg"),
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
    """
    for signature, media in _SIGNATURES:
        if content.startswith(signature):
            return media
    if content[4:8] == b"ftyp":
        return "video/mp4"
    try:
        content[:4096].decode()
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
        return self._folder / sha256[:2] / sha256

    def put(self, content: bytes) -> Upload:
        """
        Keep the bytes; putting them twice keeps them once.

        Raises:
            DocumentTooLarge: Above ``DOCUMENT_BYTES_MAX``.
        """
        if len(content) > DOCUMENT_BYTES_MAX:
            most = DOCUMENT_BYTES_MAX // (1024 * 1024)
            raise DocumentTooLarge(
                f"文件超过 {most} MB。", f"The document is larger than {most} MB."
            )
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        return Upload(sha256, len(content), media_of(content))

    def get(self, sha256: str) -> bytes:
        """
        Give the bytes back.

        Raises:
            DocumentMissing: If the store does not have them.
        """
        try:
            return self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise DocumentMissing(
                f"文件库中没有 {sha256[:16]}… 。请先上传文件。",
                f"The store has no document {sha256[:16]}…; upload it first.",
            ) from None

    def find(self, sha256: str) -> Upload:
        """
        Describe a stored document by its hash.

        Raises:
            DocumentMissing: If the store does not have it.
        """
        content = self.get(sha256)
        return Upload(sha256, len(content), media_of(content))
