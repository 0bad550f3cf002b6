"""
Rows on two axes of time (双时态): what stood on a day, as known at a position.

A row holds from ``valid_from`` until before ``valid_until``, legal days, and was known
from ``known_from`` until before ``known_until``, positions.
A later fact only closes ``known_until`` and adds rows (D13), so every answer that was
ever given can be given again.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import orjson

from domain.values import day_of
from infra.canonical import write_moment
from infra.tables_of_rows import Column, Order, Table, Value

#: After every legal day.
NO_END = "9999-12-31"

#: After every position.
UNCLOSED = 2**62

AXES = (
    Column("valid_from", "day"),
    Column("known_from", "whole"),
    Column("valid_until", "day"),
    Column("known_until", "whole"),
)

Row = dict[str, Value]


@dataclass(frozen=True)
class Segment:
    """
    A row between two days.
    """

    valid_from: str
    valid_until: str
    row: Row


class Timeline:
    """
    A two-axis table: whole rows by key, changed by patches.
    """

    def __init__(
        self,
        name: str,
        columns: tuple[Column, ...],
        *,
        key: Column | None = None,
        indexes: tuple[tuple[str, ...], ...] = (),
        orders: tuple[Order, ...] = (),
    ) -> None:
        """
        Declare one.

        Args:
            name: Its name.
            columns: Its columns besides key, scope and axes.
            key: The key column; ``id`` by default.
            indexes: Further indexes.
            orders: The orders that its lists come in.
        """
        self.name = name
        self.key = key or Column("id", "file")
        self.rows = Table(
            name,
            (self.key, *AXES[:2]),
            (*AXES[2:], *columns),
            indexes=(("known_until",), *indexes),
            orders=orders,
        )
        self.changes = Table(
            f"{name}_changes",
            (self.key, Column("at"), Column("position", "whole"), Column("n", "whole")),
            (Column("patch", "json"),),
            internal=True,
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        """
        The tables that it lies in.
        """
        return (self.rows, self.changes)

    def change(
        self,
        sql: sqlite3.Connection,
        key: str,
        *,
        at: str,
        position: int,
        patch: Mapping[str, Value] | None,
    ) -> None:
        """
        Apply a patch from a moment on, known from a position on.

        Args:
            sql: The model's open transaction.
            key: Which row.
            at: Moment (ISO, aware) or day (ISO) from which it holds.
            position: The fact's position.
            patch: New values by column; nothing ends the row. A patch after the end
                begins it again, with the values that it had.
        """
        count = sql.execute(
            f'SELECT count(*) FROM "{self.changes.name}" WHERE "{self.key.name}" = ? '
            "AND position = ?",
            (key, position),
        ).fetchone()[0]
        self.changes.put(
            sql,
            {
                self.key.name: key,
                "at": at,
                "position": position,
                "n": count,
                "patch": orjson.dumps(
                    None if patch is None else dict(patch), option=orjson.OPT_SORT_KEYS
                ).decode(),
            },
        )
        segments = list(self._segments(sql, key))
        self._store(sql, key, position=position, segments=segments)

    def current(self, sql: sqlite3.Connection, key: str) -> Row | None:
        """
        Give the row as it stands last on both axes, for a handler.
        """
        segments = list(self._segments(sql, key))
        if segments and segments[-1].valid_until == NO_END:
            return segments[-1].row
        return None

    def _segments(self, sql: sqlite3.Connection, key: str) -> Iterator[Segment]:
        changes = sorted(
            self.changes.some(sql, {self.key.name: key}),
            key=lambda c: (_moment(str(c["at"])), c["position"], c["n"]),
        )
        row: Row = {}
        stands, begun = False, ""
        for change in changes:
            day = _day(str(change["at"]))
            if stands and begun < day:
                yield Segment(begun, day, row)
            patch = orjson.loads(str(change["patch"]))
            stands, begun = patch is not None, day
            row = {**row, **(patch or {})}
        if stands:
            yield Segment(begun, NO_END, row)

    def _store(
        self,
        sql: sqlite3.Connection,
        key: str,
        *,
        position: int,
        segments: list[Segment],
    ) -> None:
        known = self.rows.some(sql, {self.key.name: key, "known_until": UNCLOSED})
        wanted = [
            {
                **dict.fromkeys(self.rows.names),
                **segment.row,
                self.key.name: key,
                "valid_from": segment.valid_from,
                "valid_until": segment.valid_until,
                "known_until": UNCLOSED,
            }
            for segment in segments
        ]
        for row in known:
            since = row.pop("known_from")
            same = next((w for w in wanted if _without(w, "known_from") == row), None)
            if same is not None:
                wanted.remove(same)
                continue
            place = {
                self.key.name: key,
                "valid_from": row["valid_from"],
                "known_from": since,
            }
            if since == position:
                self.rows.drop(sql, place)
            else:
                self.rows.mend(sql, place, {"known_until": position})
        for new in wanted:
            self.rows.put(sql, {**new, "known_from": position})


def _without(row: Mapping[str, Value], name: str) -> Row:
    return {k: v for k, v in row.items() if k != name}


@lru_cache(maxsize=1 << 14)
def _moment(at: str) -> tuple[str, str]:
    """
    Order days before the moments of the same day, and moments by themselves.
    """
    if len(at) == len(NO_END):
        return (at, "")
    moment = datetime.fromisoformat(at)
    return (day_of(moment).isoformat(), write_moment(moment))


def _day(at: str) -> str:
    return _moment(at)[0]
