"""
Files that were handed to another body (移交), as read models know them (D21).

From the hand-over on that body reads the file, the papers that belong to it, and the
file that it came from; whose file it is does not change by that.
"""

from domain.base import Fact
from infra.read_model import ReadModel, on_every_fact
from infra.tables_of_rows import Column, Table, Value

#: The channel of facts that no paper of a matter belongs to.
IMPORT = "import"

HANDED = Table(
    "handed",
    (Column("file"), Column("body"), Column("since", "whole")),
    (Column("day", "day"), Column("with_papers", "flag")),
    internal=True,
)

ORIGINS = Table(
    "origins",
    (Column("file"),),
    (Column("origin"),),
    indexes=(("origin",),),
    internal=True,
)


def seen_by_hand_over(table: str, column: str) -> str:
    """
    Write the condition under which a row is seen by a body that its file was handed to.

    Args:
        table: The table of the rows.
        column: The column that names the file.
    """
    return (
        f'EXISTS (SELECT 1 FROM "{HANDED.name}" WHERE "{HANDED.name}"."file" = '
        f'"{table}"."{column}" AND "body" IN '
        "(SELECT value FROM json_each(:scope_bodies)) "
        'AND "since" <= :seen_position AND "day" <= :seen_day)'
    )


class Handing(ReadModel, listed=False):
    """
    Base of a read model whose rows other bodies may see from a hand-over on.
    """

    #: To be laid out beside a model's own tables.
    HANDING = (HANDED, ORIGINS)

    @on_every_fact
    def on_hand_over(self, fact: Fact) -> None:
        """
        Note where a file comes from, and to whom it is handed.
        """
        origin = fact.deed.cause.partition("/")[0]
        is_first = fact.originator_version == 1
        if is_first and origin and fact.deed.channel != IMPORT:
            self.put(ORIGINS, file=str(fact.file), origin=origin)
            for row in self.some(HANDED, file=origin, with_papers=1):
                self.put(HANDED, **{**row, "file": str(fact.file)})
        for file, body in fact.hand_overs():
            self._hand(str(file), str(body), fact)

    def _hand(self, file: str, body: str, fact: Fact) -> None:
        day = fact.deed.on.isoformat()
        handed: dict[str, Value] = {"body": body, "since": fact.position, "day": day}
        for row in self.some(ORIGINS, file=file) if fact.HANDS_ORIGIN else ():
            self.put(HANDED, file=row["origin"], with_papers=0, **handed)
        files = [file]
        for each in files:
            self.put(HANDED, file=each, with_papers=1, **handed)
            files += [str(row["file"]) for row in self.some(ORIGINS, origin=each)]
