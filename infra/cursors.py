"""
The cursor (游标): where the next page of an answer begins.
"""

import base64
from dataclasses import dataclass
from datetime import date
from typing import Self

import orjson

from domain.refusals import Refused
from infra.tables_of_rows import Value

#: After every position that there may be.
AFTER_ALL = 2**61


@dataclass(frozen=True)
class Start:
    """
    Where a page begins: after the last row of the page before, on the same axes.
    """

    known_at: int
    as_of: date
    last: tuple[Value, ...]

    @property
    def written(self) -> str:
        """
        As a cursor: opaque, and safe in a URL.
        """
        packed = orjson.dumps([self.known_at, self.as_of.isoformat(), *self.last])
        return base64.urlsafe_b64encode(packed).decode().rstrip("=")

    @classmethod
    def read(cls, cursor: str, order: tuple[str, ...]) -> Self:
        """
        Read what ``written`` wrote.

        Raises:
            Refused: If it is no cursor of rows in this order.
        """
        try:
            padded = cursor + "=" * (-len(cursor) % 4)
            known_at, as_of, *last = orjson.loads(base64.urlsafe_b64decode(padded))
            start = cls(known_at, date.fromisoformat(as_of), tuple(last))
        except (ValueError, TypeError):
            raise Refused("no_such_cursor", under="", cursor=cursor) from None
        is_plain = all(v is None or isinstance(v, str | int) for v in start.last)
        is_position = isinstance(known_at, int) and 0 <= known_at < AFTER_ALL
        if not (is_plain and is_position) or len(start.last) != len(order):
            raise Refused("no_such_cursor", under="", cursor=cursor)
        return start
