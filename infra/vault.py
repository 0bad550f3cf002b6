"""
Where personal values lie (个人信息库): beside the facts, never in them (D8).
"""

from collections.abc import Iterable
from uuid import UUID

from infra.canonical import commitment
from infra.sqlite_store import SqliteStore


class Vault:
    """
    The salts and values whose commitments the facts hold.
    """

    def __init__(self, store: SqliteStore) -> None:
        """
        Read from the ledger's own file; the recorder writes there.
        """
        self._store = store

    def of_fact(self, fact: str) -> dict[str, str]:
        """
        Give the values of one fact, by the path of the term.
        """
        rows = self._store.reading.execute(
            "SELECT field, value FROM vault WHERE fact = ?", (fact,)
        )
        return dict(rows.fetchall())

    def of_subjects(self, subjects: Iterable[UUID]) -> dict[UUID, dict[str, str]]:
        """
        Give the newest value of each term of some subjects.

        Args:
            subjects: At most a page of them.

        Returns:
            By subject, values by the last part of the term's path, such as ``name``.
        """
        found: dict[UUID, dict[str, str]] = {}
        for subject in set(subjects):
            rows = self._store.reading.execute(
                "SELECT field, value FROM vault WHERE subject = ? ORDER BY position",
                (str(subject),),
            )
            found[subject] = {f.rpartition("/")[2]: value for f, value in rows}
        return found

    def opened(self, term: str, pointers: Iterable[str]) -> dict[str, str]:
        """
        Give the values that a column points to.

        Args:
            term: The term that the column is named for.
            pointers: Each ``<subject>`` or ``<subject> <commitment>``.

        Returns:
            By pointer; one whose value is not there any more is left out.
        """
        found: dict[str, str] = {}
        for each in dict.fromkeys(pointers):
            subject, _, bound = each.partition(" ")
            rows = self._store.reading.execute(
                "SELECT field, salt, value FROM vault WHERE subject = ? "
                "ORDER BY position",
                (subject,),
            )
            for field, salt, value in rows:
                same = (
                    commitment(salt, UUID(subject), path=field, value=value) == bound
                    if bound
                    else field.rpartition("/")[2] == term
                )
                if same:
                    found[each] = value
        return found
