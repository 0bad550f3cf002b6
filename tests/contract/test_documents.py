"""
The document store (D20): bytes by their hash, whole or not at all.
"""

import hashlib
import resource
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from domain.values import Upload
from infra import documents
from infra.documents import DocumentMissing, DocumentStore, DocumentTooLarge, media_of
from infra.failures import Unavailable
from tests.contract.processes import line, started

LETTER = "关于检查的通知".encode()
SHA256 = hashlib.sha256(LETTER).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> DocumentStore:
    """
    An empty store.
    """
    return DocumentStore(tmp_path / "documents")


def files(folder: Path) -> list[Path]:
    """
    Every file below a folder.
    """
    return [path for path in folder.rglob("*") if path.is_file()]


def put_with_little_room(folder: Path, end: Connection) -> None:
    """
    Put a document that is larger than any file may be, and say what came of it.
    """
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
    try:
        DocumentStore(folder).put(b"x" * 20_000)
    except Unavailable as failure:
        end.send((failure.zh, failure.en))


class TestPut:
    def test_kept_once(self, store: DocumentStore, tmp_path: Path) -> None:
        """
        A document is kept under its hash, once, however often it is put.
        """
        first, again = store.put(LETTER), store.put(LETTER)

        assert first == again == Upload(SHA256, len(LETTER), "text/plain")
        assert [path.name for path in files(tmp_path)] == [SHA256]
        assert store.get(SHA256) == LETTER
        assert store.find(SHA256) == first

    def test_too_large(
        self, store: DocumentStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        A document above the limit is refused before anything is written.
        """
        monkeypatch.setattr(documents, "DOCUMENT_BYTES_MAX", len(LETTER) - 1)

        with pytest.raises(DocumentTooLarge):
            store.put(LETTER)
        with pytest.raises(DocumentMissing):
            store.find(SHA256)

    def test_no_room(self, tmp_path: Path) -> None:
        """
        Without room it says so in both languages, and nothing half is left.
        """
        ours, theirs = line()
        process = started(put_with_little_room, tmp_path, theirs)
        theirs.close()
        zh, en = ours.recv()
        process.join(30)

        assert "磁盘空间" in zh
        assert "disk space" in en
        assert files(tmp_path) == []


class TestGet:
    @pytest.mark.parametrize(
        "sha256", ["", "../../etc/passwd", SHA256.upper(), f"{SHA256}/..", "0" * 64]
    )
    def test_none(self, store: DocumentStore, sha256: str) -> None:
        """
        What is no digest names no document, and no file outside the store.
        """
        store.put(LETTER)

        for ask in (store.get, store.find):
            with pytest.raises(DocumentMissing, match="上传"):
                ask(sha256)

    def test_damaged(self, store: DocumentStore, tmp_path: Path) -> None:
        """
        Bytes that are no longer what was stored are not handed out.
        """
        store.put(LETTER)
        (path,) = files(tmp_path)
        path.write_bytes(LETTER[:-1] + b"?")

        with pytest.raises(Unavailable, match="已损坏"):
            store.get(SHA256)


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "video/x-msvideo"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypM4A ", "audio/mp4"),
        (b"\x00\x00\x00\x18ftypisom", "video/mp4"),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04\x14", "application/zip"),
        (b"ID3\x04", "audio/mpeg"),
        ("通知".encode() * 3000, "text/plain"),
        (b"", "text/plain"),
        (b"\x00\x01\xfe", "application/octet-stream"),
    ],
)
def test_media_by_the_bytes(content: bytes, media: str) -> None:
    """
    The type is told from the bytes; text may be cut within a character.
    """
    assert media_of(content) == media
    assert media_of(content[: documents.HEAD_BYTES]) == media
