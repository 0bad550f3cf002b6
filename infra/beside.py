"""
What the append writes and reads beside the facts: tags, claims, serials, the vault.
"""

import sqlite3
from collections.abc import Iterator
from uuid import UUID

from infra.conditions import Moved
from infra.transcoding import Draft


def version_of(sql: sqlite3.Connection, file: UUID) -> int:
    """
    Give the newest version of a file; 0 where there is none.
    """
    newest: int = sql.execute(
        "SELECT coalesce(max(version), 0) FROM facts WHERE file = ?", (str(file),)
    ).fetchone()[0]
    return newest


def newest_under(sql: sqlite3.Connection, tag: str) -> int:
    """
    Give the newest position under a tag; 0 where there is none.
    """
    newest: int = sql.execute(
        "SELECT coalesce(max(newest), 0) FROM tags WHERE tag = ?", (tag,)
    ).fetchone()[0]
    return newest


def holder_of(sql: sqlite3.Connection, claim: str) -> UUID | None:
    """
    Name the file that holds a claim.
    """
    row = sql.execute("SELECT holder FROM claims WHERE claim = ?", (claim,)).fetchone()
    return UUID(row[0]) if row else None


def draw(sql: sqlite3.Connection, draft: Draft) -> Iterator[int]:
    """
    Draw the next serial of each series that a fact needs one of.
    """
    for number in draft.draws.values():
        yield sql.execute(
            "INSERT INTO series VALUES (?, 1) ON CONFLICT (name) "
            "DO UPDATE SET last = last + 1 RETURNING last",
            (number.series,),
        ).fetchone()[0]


def index(
    sql: sqlite3.Connection, draft: Draft, position: int, *, exclusive: bool
) -> None:
    """
    Enter a fact under its tags and claims.

    Args:
        sql: The append's transaction.
        draft: The fact.
        position: Where it stands.
        exclusive: Whether a claim that another file holds stops the append.

    Raises:
        Moved: If it does.
    """
    file = str(draft.originator_id)
    for tag in draft.tags:
        sql.execute(
            "INSERT INTO tags VALUES (?, ?, ?, ?) ON CONFLICT (tag, file) "
            "DO UPDATE SET newest = excluded.newest",
            (tag, file, position, position),
        )
    for claim in draft.releases:
        sql.execute("DELETE FROM claims WHERE claim = ? AND holder = ?", (claim, file))
    for claim in draft.claims:
        if exclusive and holder_of(sql, claim) not in (None, draft.originator_id):
            raise Moved("claim")
        sql.execute(
            "INSERT INTO claims VALUES (?, ?, ?) ON CONFLICT (claim) DO UPDATE "
            "SET holder = excluded.holder, position = excluded.position "
            "WHERE holder <> excluded.holder",
            (claim, file, position),
        )


def keep(sql: sqlite3.Connection, draft: Draft, position: int) -> None:
    """
    Put a fact's personal values into the vault.
    """
    rows = [
        (
            kept.fact,
            kept.field,
            position,
            str(kept.subject),
            kept.kind,
            kept.salt,
            kept.value,
        )
        for kept in draft.secrets
    ]
    if rows:
        sql.executemany("INSERT INTO vault VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
