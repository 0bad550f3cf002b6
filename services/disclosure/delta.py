"""
What changed in public from a position on (公开动态增量), as whoever keeps a copy of it
takes it in: each publication once, as it is public now, or that it is so no more.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import orjson

from infra.questions import Page
from infra.tables_of_rows import Value
from projections.public_changes import Change
from services.web.asking import written

QUESTION: Final = "publication-changes"

#: Changes after which nothing but a tombstone is left.
_GONE: Final = frozenset((Change.WITHDRAWN.code, Change.ENDED.code))


def is_gone(row: Mapping[str, Value]) -> bool:
    """
    Whether a publication is public no more.
    """
    return row["change"] in _GONE


@dataclass(frozen=True)
class Delta:
    """
    A stretch of changes, oldest first.

    Args:
        start: The position that it was asked from.
        changes: What changed after it.
        next: From where to ask the next time.
        more: Whether there is more already.
    """

    start: int
    changes: tuple[Mapping[str, object], ...]
    next: int
    more: bool

    @property
    def written(self) -> bytes:
        """
        As one JSON object.
        """
        return orjson.dumps(
            {
                "from": self.start,
                "next": self.next,
                "more": self.more,
                "changes": self.changes,
            }
        )

    @property
    def lines(self) -> bytes:
        """
        As JSON lines, a change each.
        """
        return b"".join(orjson.dumps(each) + b"\n" for each in self.changes)


def delta_of(start: int, page: Page) -> Delta:
    """
    Put a stretch together from the answer to the question.

    Args:
        start: The position that was asked from.
        page: The answer, oldest change first.
    """
    more = bool(page.next)
    last = int(str(page.rows[-1]["position"])) if page.rows else start
    return Delta(
        start,
        tuple(_change(row, page) for row in page.rows),
        next=last if more else max(last, page.position, start),
        more=more,
    )


def deltas(start: int, asks: Callable[[int], Page]) -> "list[Delta]":
    """
    Follow the changes from a position to the end.

    Args:
        start: The position.
        asks: Gives the page of changes after a position.
    """
    found = [delta_of(start, asks(start))]
    while found[-1].more:
        found.append(delta_of(found[-1].next, asks(found[-1].next)))
    return found


def _change(row: Mapping[str, Value], page: Page) -> Mapping[str, object]:
    """
    Write a change without what it does not say.
    """
    said = {k: v for k, v in written(row, page.columns).items() if v is not None}
    return {**said, "deleted": is_gone(row)}
