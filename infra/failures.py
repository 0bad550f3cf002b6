"""
The world broke (故障): what is no matter of law.

::

    Failure
    ├── Conflict        somebody else recorded first, five times over   409
    ├── Stale           the version named is not the newest (If-Match)  412
    ├── KeyReused       the idempotency key came with another body      422
    ├── FactTooLarge    what is to be recorded is longer than a fact    413
    ├── Unavailable     the store, the disk or a lock does not answer   503
    └── Misconfigured   refuse to start
"""

from collections.abc import Sequence
from typing import ClassVar

from domain.base import Fact


class Failure(Exception):
    """
    The world broke; the act may be tried again where ``retriable``.

    Args:
        zh: What happened and what to do, in Chinese.
        en: The same in English.
    """

    status: ClassVar[int] = 500
    code: ClassVar[str] = "failure"
    retriable: ClassVar[bool] = False

    def __init__(self, zh: str, en: str) -> None:
        """
        Say it in both languages.
        """
        super().__init__(f"{zh} / {en}")
        self.zh = zh
        self.en = en


class Conflict(Failure):
    """
    Somebody else recorded first, every time it was tried.
    """

    status = 409
    code = "conflict"
    retriable = True


class Stale(Failure):
    """
    The file has moved on since the caller saw it.

    Args:
        version: Its newest version.
        seen: The version that the caller saw.
        since: What was recorded in it after that, the oldest first.
    """

    status = 412
    code = "stale"

    def __init__(self, version: int, seen: int, since: Sequence[Fact]) -> None:
        """
        Say what version it has now.
        """
        super().__init__(
            f"卷宗已有新记录（版本 {version}，您看到的是 {seen}）。",
            f"The file is at version {version}; you saw {seen}.",
        )
        self.since = tuple(since)


class KeyReused(Failure):
    """
    The same idempotency key came with another request.
    """

    status = 422
    code = "key_reused"


class FactTooLarge(Failure):
    """
    What an act would record is longer than a fact may be; nothing was recorded.

    Args:
        path: Path of the longest part among the fact's terms, for example
            ``checklist/items``; empty if no term stands out.
        size: Bytes that the fact would have.
        most: Bytes that it may have.
    """

    status = 413
    code = "fact_too_large"

    def __init__(self, path: str, *, size: int, most: int) -> None:
        """
        Say by how much.
        """
        have, limit = -(-size // 1024), most // 1024
        super().__init__(
            f"所填内容共 {have} KB，超过一条记录的上限 {limit} KB，没有记录。"
            "请缩短，或者把长文作为附件。",
            f"It would take {have} KB, and a record takes at most {limit} KB; nothing "
            "was recorded. Shorten it, or attach the long text as a document.",
        )
        self.path = path
        self.size = size
        self.most = most


class Unavailable(Failure):
    """
    The store does not answer; nothing was recorded.
    """

    status = 503
    code = "unavailable"
    retriable = True


class Misconfigured(Failure):
    """
    The process must not start like this.
    """

    code = "misconfigured"
