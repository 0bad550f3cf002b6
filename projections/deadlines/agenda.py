"""
What the clock has to do, and when (到期事项): the periods that run, as the watch asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import orjson

from infra.tables_of_rows import Column, Table
from projections.deadlines.reckoning import Reckoning

RUNNING = Table(
    "running",
    (Column("id"),),
    (
        Column("rule", "rule"),
        Column("file", "file"),
        Column("thread", "file"),
        Column("items"),
        Column("clock_act"),
        Column("clock_terms", "json"),
        Column("due_at", "moment"),
        Column("answered", "flag"),
        Column("met_at", "moment"),
        Column("begun_at", "moment"),
        Column("counted_from", "day"),
        Column("pack"),
        Column("last_on", "day"),
        Column("provisional", "flag"),
    ),
    indexes=(("thread",), ("due_at",), ("file", "rule"), ("counted_from",)),
    internal=True,
)


@dataclass(frozen=True)
class Due:
    """
    What the clock has to do (到期事项).

    Args:
        act: The clock's act.
        file: On which file.
        rule: The rule whose period is over.
        due_at: When it was over, as stored.
        terms: The act's terms.
    """

    act: str
    file: UUID
    rule: str
    due_at: str
    terms: Mapping[str, object]


class Agenda(Reckoning, listed=False):
    """
    Base of the read model that the watch asks.

    What was met in time, by the last day as it is reckoned now, asks nothing of it.
    """

    def due_by(self, moment: str, limit: int = 200) -> list[Due]:
        """
        List what the clock has to do by a moment, earliest first.

        Args:
            moment: As stored: UTC, six digits.
            limit: How many at most.
        """
        rows = self.store.reading.execute(
            'SELECT clock_act, file, rule, due_at, clock_terms FROM "running" '
            "WHERE clock_act != '' AND (met_at IS NULL OR met_at > due_at) "
            "AND due_at < ? ORDER BY due_at, id LIMIT ?",
            (moment, limit),
        )
        return [
            Due(act, UUID(file), rule, at, orjson.loads(terms))
            for act, file, rule, at, terms in rows
        ]

    def next_due(self) -> str | None:
        """
        Name the earliest moment at which the clock has something to do.
        """
        row = self.store.reading.execute(
            'SELECT due_at FROM "running" WHERE due_at IS NOT NULL '
            "AND clock_act != '' AND (met_at IS NULL OR met_at > due_at) "
            "ORDER BY due_at LIMIT 1"
        ).fetchone()
        moment: str | None = row[0] if row else None
        return moment
