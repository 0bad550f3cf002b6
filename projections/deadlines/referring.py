"""
The time in which something follows a finding (查出违法的处理期限), where a crime is
suspected in it: that is an outcome as well.
"""

from typing import Final

from domain.base import Fact
from domain.referral.facts_of_suspicion import CrimeSuspected
from infra.tables_of_rows import Column, Table
from infra.transcoding import write_moment
from projections.deadlines.agenda import RUNNING
from projections.deadlines.running import Running

OUTCOME: Final = "IN.outcome"

MATTERS = Table(
    "matters", (Column("file"),), (Column("items"), Column("thread")), internal=True
)

ANSWERS = Table(
    "answers",
    (Column("file"), Column("rule", "rule"), Column("fact")),
    (Column("items"), Column("at", "moment")),
    internal=True,
)


class Referring(Running, listed=False):
    """
    Knows from which findings hazards come.
    """

    def refer(self, fact: Fact) -> None:
        """
        Meet the time for an outcome of what a crime is suspected in: of all findings of
        a visit, of those that a hazard came from.
        """
        if not isinstance(fact, CrimeSuspected):
            return
        at = write_moment(fact.deed.occurred_at)
        for file in map(str, fact.files):
            hazard = self.one(MATTERS, file=file)
            where = {"thread": hazard["thread"]} if hazard else {"file": file}
            for running in self.some(RUNNING, rule=OUTCOME, answered=0, **where):
                if not hazard or str(running["items"]) in str(hazard["items"]):
                    self.meet(str(running["id"]), fact)
            self.put(ANSWERS, file=file, rule=OUTCOME, fact=fact.id, items="", at=at)
