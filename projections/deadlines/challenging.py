"""
What a review or a suit is against (被申请复议、被诉的案卷): the time that its result
leaves to ask the court runs on the file of the penalty, and a stay stops its times.
"""

from collections.abc import Mapping
from uuid import UUID

from domain.base import Fact
from domain.remedy.facts import (
    ExecutionStayEnded,
    ReviewApplied,
    ReviewDecided,
    SuitDecided,
    SuitFiled,
)
from infra.tables_of_rows import Column, Table, Value
from projections.deadlines.running import Running

CHALLENGED = Table(
    "challenged_files", (Column("file"),), (Column("challenged"),), internal=True
)


#: What documents and their services are about, and of which kind they are.
PAPERS = Table(
    "papers", (Column("file"),), (Column("form"), Column("about")), internal=True
)


class Challenging(Running, listed=False):
    """
    Keeps what each review and suit is against.
    """

    def note_challenge(self, fact: Fact) -> None:
        """
        Note what is challenged.
        """
        if isinstance(fact, ReviewApplied | SuitFiled):
            self.put(CHALLENGED, file=str(fact.file), challenged=str(fact.challenged))

    def runs_on(self, fact: Fact) -> UUID:
        """
        Name the file on which the time runs that a fact begins.
        """
        if isinstance(fact, ReviewDecided | SuitDecided | ExecutionStayEnded):
            return self.stops_on(fact)
        return fact.file

    def stops_on(self, fact: Fact) -> UUID:
        """
        Name the file whose periods a fact stops: what is challenged, or its own.
        """
        row = self.one(CHALLENGED, file=str(fact.file))
        return UUID(str(row["challenged"])) if row else fact.file

    def is_challenged(self, running: Mapping[str, Value], fact: Fact) -> bool:
        """
        Whether a review or a suit is, or was, against what a time to challenge runs
        for.
        """
        if not isinstance(fact, ReviewApplied | SuitFiled | ReviewDecided):
            return False
        before = getattr(fact, "after_review", None)
        served = self.one(PAPERS, file=running["file"])
        against = {str(running["file"]), str(served["about"] if served else "")}
        return not against.isdisjoint((str(self.stops_on(fact)), str(before)))
