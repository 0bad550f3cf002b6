"""
Tables of a read model, as it declares them.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from domain.values import Choice

Value = str | int | None

#: What a text in a sealed column begins with that does not lie in the vault.
PLAIN = "="

Kind = Literal[
    "text",
    "day",
    "moment",
    "whole",
    "flag",
    "fen",
    "file",
    "fact",
    "personal",
    "sealed",
    "choice",
    "rule",
    "json",
]


@dataclass(frozen=True)
class Column:
    """
    A column: its name is a term of the vocabulary.

    Args:
        name: The term.
        kind: How it is shown; a ``flag`` holds one for yes and zero for no, a
            ``rule`` the id of a rule of periods, a ``fact`` that of a fact;
            ``personal`` and ``sealed`` columns hold ``<subject> <commitment>``, or
            ``<subject>`` for the newest value of the term that the column is named for,
            and are filled from the vault when they are shown: personal ones for the
            offices alone, sealed ones for whoever sees the row. A sealed one may also
            hold ``=<text>``, which never was anybody's secret.
        term: Name in the vocabulary where it differs.
        choices: For a ``choice`` column, the enumeration that words its codes.
        runs: For the last day of a period, the column that says whether the period
            runs, and what stands in it while it does.
    """

    name: str
    kind: Kind = "text"
    term: str = ""
    choices: type[Choice] | None = None
    runs: "tuple[str, Value] | None" = None

    @property
    def affinity(self) -> str:
        """
        The type in SQLite.
        """
        return "INTEGER" if self.kind in ("whole", "flag", "fen") else "TEXT"


#: Who owns a row and who may see it (D21); every table has them.
SCOPE = (Column("owner", "file"), Column("audience", "choice"))


@dataclass(frozen=True)
class Order:
    """
    An order that lists come in, kept as an index: a page is read where it begins,
    however many rows lie before it or after it.

    Args:
        columns: The columns to order by, ``-name`` for descending.
        carries: Further columns that the index holds, for a list in which most rows
            are passed over: where it holds all that is asked, none is looked up.
    """

    columns: tuple[str, ...]
    carries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """
    A table, its key first.

    Args:
        name: Its name.
        key: The columns of the key.
        columns: The others; owner and audience are added.
        indexes: Further indexes, each a tuple of column names.
        orders: The orders that its lists come in; lists by key need none.
        internal: Whether only handlers read it: such a table has no scope and answers
            no question.
    """

    name: str
    key: tuple[Column, ...]
    columns: tuple[Column, ...]
    indexes: tuple[tuple[str, ...], ...] = field(default=())
    orders: tuple[Order, ...] = field(default=())
    internal: bool = False

    @cached_property
    def all(self) -> tuple[Column, ...]:
        """
        Every column, in order.
        """
        return self.key + self.columns + (() if self.internal else SCOPE)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """
        The names of every column.
        """
        return tuple(column.name for column in self.all)

    @cached_property
    def _known(self) -> frozenset[str]:
        """
        The same names, to look one up.
        """
        return frozenset(self.names)

    @cached_property
    def _replacing(self) -> str:
        """
        The statement that writes a row whole.
        """
        marks = ", ".join("?" * len(self.names))
        return f'INSERT OR REPLACE INTO "{self.name}" VALUES ({marks})'

    def schema(self) -> list[str]:
        """
        Write the statements that make it.
        """
        columns = ", ".join(f'"{c.name}" {c.affinity}' for c in self.all)
        key = ", ".join(f'"{c.name}"' for c in self.key)
        made = [
            (
                f'CREATE TABLE IF NOT EXISTS "{self.name}" '
                f"({columns}, PRIMARY KEY ({key})) WITHOUT ROWID"
            )
        ]
        for number, index in enumerate(self.indexes):
            on = ", ".join(f'"{name}"' for name in index)
            made.append(
                f'CREATE INDEX IF NOT EXISTS "{self.name}_{number}" '
                f'ON "{self.name}" ({on})'
            )
        for number, order in enumerate(self.orders):
            ordering = self.ordering(order.columns)
            carried = "".join(f', "{name}"' for name in order.carries)
            made.append(
                f'CREATE INDEX IF NOT EXISTS "{self.name}_in_order_{number}" '
                f'ON "{self.name}" ({self.ordered(ordering)}{carried})'
            )
        return made

    def ordering(self, order: tuple[str, ...]) -> tuple[str, ...]:
        """
        Complete an order by the key, which goes the way that its last column goes.
        """
        asked = {name.removeprefix("-") for name in order}
        way = "-" if order and order[-1].startswith("-") else ""
        return (*order, *(f"{way}{c.name}" for c in self.key if c.name not in asked))

    def ordered(self, order: Iterable[str], *, kept: bool = True) -> str:
        """
        Write an order as SQL orders by it, and as an index keeps it.

        Args:
            order: The columns, ``-name`` for descending.
            kept: Whether an index that is kept in this order may be walked.
        """
        plus = "" if kept else "+"
        return ", ".join(
            f"{plus}{self.comparable(name)}{' DESC' if name.startswith('-') else ''}"
            for name in order
        )

    def comparable(self, name: str) -> str:
        """
        Write a column as rows are ordered by it: nothing counts as an empty text.

        Columns of the key always hold something.
        """
        column = name.removeprefix("-")
        if column in {c.name for c in self.key}:
            return f'"{column}"'
        return f"ifnull(\"{column}\", '')"

    def put(self, sql: sqlite3.Connection, row: Mapping[str, Value]) -> None:
        """
        Write a row whole.
        """
        unknown = row.keys() - self._known
        assert not unknown, f"{self.name} has no column {unknown}"
        sql.execute(self._replacing, [row.get(name) for name in self.names])

    def mend(
        self,
        sql: sqlite3.Connection,
        where: Mapping[str, Value],
        row: Mapping[str, Value],
    ) -> None:
        """
        Change some columns of the rows that match.
        """
        changes = ", ".join(f'"{name}" = ?' for name in row)
        sql.execute(
            f'UPDATE "{self.name}" SET {changes}{_matching(where)}',
            (*row.values(), *where.values()),
        )

    def drop(self, sql: sqlite3.Connection, where: Mapping[str, Value]) -> None:
        """
        Remove the rows that match; all of them for an empty condition.
        """
        sql.execute(
            f'DELETE FROM "{self.name}"{_matching(where)}', tuple(where.values())
        )

    def some(
        self, sql: sqlite3.Connection, where: Mapping[str, Value]
    ) -> list[dict[str, Value]]:
        """
        Read the rows that match, in order of key.
        """
        found = sql.execute(
            f'SELECT * FROM "{self.name}"{_matching(where)} ORDER BY {self.order}',
            tuple(where.values()),
        )
        names = self.names
        return [dict(zip(names, row, strict=True)) for row in found]

    def rows(self, sql: sqlite3.Connection) -> Iterator[tuple[Value, ...]]:
        """
        Read every row in order of key.
        """
        yield from sql.execute(f'SELECT * FROM "{self.name}" ORDER BY {self.order}')

    @cached_property
    def order(self) -> str:
        """
        The key, as SQL orders by it.
        """
        return ", ".join(f'"{c.name}"' for c in self.key)


def _matching(where: Mapping[str, Value]) -> str:
    if not where:
        return ""
    return " WHERE " + " AND ".join(f'"{name}" = ?' for name in where)
